import FunnelStore
import SharedFunnel

/// A funnel for people: the stages, and the times of a pair; by group, a line a group instead.
struct FunnelTables {
  let definition: FunnelDefinition
  let text: RateText

  private var answer: FunnelAnswer { definition.answer }
  private var request: FunnelRequest { definition.request }

  var tables: [ReportTable] {
    var tables: [ReportTable]
    if let dimension = request.grouping {
      tables = FunnelPivot(definition: definition, answer: answer, dimension: dimension, text: text).tables
      if let previous = answer.previous.first {
        tables += FunnelPivot(definition: definition, answer: previous, dimension: dimension, text: text).tables
      }
    } else if let previous = answer.previous.first {
      tables = FunnelComparison(definition: definition, previous: previous, text: text).tables
    } else {
      tables = [stages]
    }
    if let pair = request.pair { tables.append(times(pair)) }
    return tables
  }

  /// What only the tables need to have explained.
  var notes: [String] {
    var notes: [String] = []
    if let previous = answer.previous.first, request.grouping == nil {
      notes.append(Message.compareNote(["period": previous.period?.label ?? ""]))
    }
    if let dimension = request.grouping {
      notes += FunnelPivot(definition: definition, answer: answer, dimension: dimension, text: text).notes
    } else {
      let estimates = answer.total.steps.compactMap { step in
        step.estimate.map {
          Message.funnelEstimate(["stage": step.stage.label, "range": text.rate($0.value, $0.interval)])
        }
      }
      if answer.total.cohort > 0, answer.total.steps.contains(where: { $0.from != nil && $0.conversion == nil }) {
        notes.append(Message.funnelNoConversion())
      }
      if !estimates.isEmpty { notes.append(Message.funnelEstimates(["list": estimates.joined(separator: ", ")])) }
    }
    return notes
  }

  // MARK: Stages

  private var stages: ReportTable {
    let columns = [
      ReportTable.Column(title: Message.columnStage(), isRight: false, priority: 9),
      ReportTable.Column(title: "", isRight: false, priority: 7, isBar: true),
      ReportTable.Column(title: Message.columnOwner(), isRight: false, priority: 8, fit: .wrapped),
      ReportTable.Column(title: Message.columnFrom(), priority: 5),
      ReportTable.Column(title: Message.funnelColumnReached(), priority: 9),
      ReportTable.Column(title: Message.funnelColumnEntered(), priority: 3),
      ReportTable.Column(title: Message.funnelColumnSkipped(), priority: 2),
      ReportTable.Column(title: Message.funnelColumnConversion(), priority: 9),
      ReportTable.Column(title: Message.funnelColumnLost(), priority: 7),
      ReportTable.Column(title: Message.funnelColumnDropOff(), isRight: false, priority: 4),
      ReportTable.Column(title: Message.funnelColumnOpen(), priority: 6),
    ]
    return ReportTable(
      heading: Message.funnelHeading(["what": definition.what]), columns: columns,
      rows: answer.total.cohort == 0
        ? [] : answer.total.steps.map(row),
      bars: answer.total.steps.map { Double($0.reached) / Double(max(answer.total.cohort, 1)) },
      empty: .funnelNothing)
  }

  private func row(_ step: FunnelStep) -> [String] {
    let losses = step.dropOff.map { "\($0.bucket.label) \(text.count($0.lost))" }
    let hasStep = step.from != nil
    return [
      step.stage.label, "",
      step.owners.label, step.from.map { String($0.number) } ?? text.glyphs.none, text.count(step.reached),
      text.count(step.entered), text.count(step.skipped), text.conversion(step),
      hasStep ? text.count(step.lost) : text.glyphs.none,
      losses.isEmpty ? text.glyphs.none : losses.joined(separator: ", "),
      hasStep ? text.count(step.open) : text.glyphs.none,
    ]
  }

  // MARK: Times

  private func times(_ pair: StagePair) -> ReportTable {
    var columns = [
      ReportTable.Column(title: Message.funnelColumnTimed(), priority: 9),
      ReportTable.Column(title: Message.funnelColumnHalf(), priority: 8),
      ReportTable.Column(title: Message.funnelColumnMost(), priority: 7),
      ReportTable.Column(title: Message.funnelColumnNegative(), priority: 6),
    ]
    func cells(_ times: PairTimes?) -> [String] {
      guard let times else { return [] }
      return [text.count(times.n), text.duration(times.p50), text.duration(times.p90), text.count(times.negative)]
    }
    var rows: [[String]] = []
    var footer: [String]?
    if let dimension = request.grouping {
      columns.insert(ReportTable.Column(title: dimension.label, isRight: false, priority: 9, fit: .cut), at: 0)
      rows = answer.groups.prefix(FunnelPivot.most).filter { ($0.table.pair?.n ?? 0) > 0 }.map {
        [$0.label] + cells($0.table.pair)
      }
      footer = [Message.reportTotal()] + cells(answer.total.pair)
    } else {
      rows = [cells(answer.total.pair)]
    }
    return ReportTable(
      heading: Message.funnelPairHeading(["from": pair.from.label, "to": pair.to.label]), columns: columns, rows: rows,
      footer: footer)
  }
}

extension Dimension {
  /// A column's title: `Source`.
  var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension FunnelAnswer.Group {
  /// The value, or that there is none.
  var label: String { name ?? Message.reportWithout() }
}
