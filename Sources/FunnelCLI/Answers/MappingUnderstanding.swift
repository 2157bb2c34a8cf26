import FunnelStore
import SharedFunnel

/// What a mapping was understood to mean, a row a column.
struct MappingUnderstanding {
  let mapping: Mapping

  var grid: Grid {
    let dates = mapping.dates.map(\.pattern).joined(separator: ", ")
    return Grid(
      columns: [
        Grid.Column(key: "file", title: .mappingColumnFile, priority: 2),
        Grid.Column(key: "column", title: .mappingColumnColumn, priority: 4),
        Grid.Column(key: "meaning", title: .mappingColumnMeaning, priority: 4),
        Grid.Column(key: "detail", title: .mappingColumnDetail, priority: 3),
      ],
      rows: mapping.files.flatMap(rows),
      notes: [
        Message.mappingUnderstood([
          "name": mapping.name, "source": mapping.feed,
          "shape": mapping.shape == .wide ? Message.mappingWide() : Message.mappingLong(),
          "zone": mapping.zone ?? Message.mappingWorkspaceZone(),
          "dates": dates.isEmpty ? Message.mappingUsualDates() : dates,
        ]) + "."
      ])
  }

  private func rows(_ file: FileMapping) -> [[Cell]] {
    var rows = [(file.key, file.createsLeads ? Message.mappingKey() : Message.mappingKeyOfOther())]
    rows += file.otherKeys.map { ($0.column, Message.mappingOtherKey(["system": $0.system])) }
    rows += file.id.map { [($0, Message.mappingID())] } ?? []
    rows += file.stages.map { ($0.column, Message.mappingStage(["stage": $0.stage.label])) }
    rows += FileMapping.Field.allCases.compactMap { field in file.columns[field].map { ($0, field.rawValue) } }
    rows += file.tags.map { ($0, Message.mappingTag()) }
    return columns(rows, file) + stageColumns(file)
  }

  /// A row a name of a stage in the headers.
  private func stageColumns(_ file: FileMapping) -> [[Cell]] {
    guard let columns = file.stageColumns else { return [] }
    let headers = columns.headers.map(\.text).joined(separator: ", ")
    return columns.stages.sorted { $0.key < $1.key }.map { name, meaning in
      [.text(file.name), .text(headers), .text(word(meaning)), .text(Message.mappingStageName(["name": name]))]
    }
  }

  private func word(_ meaning: StageMeaning) -> String {
    switch meaning {
    case .stage(let stage): Message.mappingStage(["stage": stage.label])
    case .purchased: FileMapping.Field.purchased.rawValue
    case .lost: FileMapping.Field.lost.rawValue
    case .ignored: Message.mappingIgnored()
    }
  }

  private func columns(_ rows: [(ColumnMapping, String)], _ file: FileMapping) -> [[Cell]] {
    rows.map { column, meaning in
      [
        .text(file.name), column.names.isEmpty ? .null : .text(column.title), .text(meaning),
        .text(details(column).joined(separator: "; ")),
      ]
    }
  }

  private func details(_ column: ColumnMapping) -> [String] {
    var details: [String] = []
    for constant in column.sources.compactMap(\.constant) {
      details.append(Message.mappingConstant(["value": constant]))
    }
    for condition in column.sources.flatMap(\.conditions) {
      details.append(
        Message.mappingWhen(["column": condition.column, "words": condition.words.joined(separator: ", ")]))
    }
    if column.isOptional { details.append(Message.mappingOptional()) }
    if !column.values.isEmpty { details.append(Message.mappingValues(["count": String(column.values.count)])) }
    if let dates = column.dates {
      details.append(Message.mappingDates(["formats": dates.map(\.pattern).joined(separator: ", ")]))
    }
    if let zone = column.zone { details.append(Message.mappingZone(["zone": zone])) }
    switch column.unknown {
    case .reject: break
    case .skip: details.append(Message.mappingOwnersSkipped())
    case .add: details.append(Message.mappingOwnersAdded())
    }
    return details
  }
}
