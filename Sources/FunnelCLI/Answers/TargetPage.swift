import FunnelStore
import SharedFunnel

/// Versions of targets, in words and as rows.
struct TargetPage {
  let session: Session

  func lines(_ target: RevenueTarget) -> [String] {
    let state =
      target.effective.map { Message.targetCounts(["time": $0.label]) }
      ?? Message.targetLacks(["departments": names(target.unsigned)])
    var fields: [(Message, String)] = [
      (.fieldAmount, target.amount.label),
      (.fieldDays, Message.fromTo(["from": target.period.first.iso, "to": target.period.last.iso])),
      (.fieldPlan, target.plan.key),
      (.fieldCredit, target.model.text),
      (.fieldSourced, target.sourcing.key),
    ]
    for dimension in TargetPart.Dimension.allCases {
      let parts = target.parts.filter { $0.by == dimension }.map { part in
        "\(part.key) \(Money(minor: part.minor, currency: target.amount.currency).label)"
      }
      if !parts.isEmpty {
        fields.append(
          (.fieldParts, Message.partsBy(["dimension": dimension.rawValue, "parts": parts.joined(separator: ", ")])))
      }
    }
    fields.append((.fieldSigned, signatures(target)))
    let width = fields.map { DisplayWidth.of($0.0()) }.max() ?? 0
    let title = Message.targetTitle(["period": target.period.label, "version": String(target.version), "state": state])
    return [title]
      + fields.map { field, value in
        "  " + field() + String(repeating: " ", count: width - DisplayWidth.of(field())) + "  " + value
      }
  }

  private func signatures(_ target: RevenueTarget) -> String {
    guard !target.signatures.isEmpty else { return Message.nobody() }
    return target.signatures.map { signature in
      Message.signedFor([
        "member": handle(signature.member), "departments": signature.sides.key, "time": signature.at.label,
      ])
    }.joined(separator: ", ")
  }

  private func handle(_ member: MemberID?) -> String {
    member.flatMap { session.workspace.roster[$0]?.handle } ?? Message.nobody()
  }

  private func names(_ departments: DepartmentSet) -> String {
    departments.departments.map(\.key).joined(separator: ", ")
  }

  func grid(_ targets: [RevenueTarget]) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "period", title: .columnPeriod, priority: 9),
        Grid.Column(key: "version", title: .columnVersion, kind: .integer, priority: 6),
        Grid.Column(key: "amount", title: .columnAmount, kind: .money, priority: 9),
        Grid.Column(key: "in_force", title: .columnInForce, kind: .timestamp, priority: 8),
        Grid.Column(key: "signed_by", title: .columnSignedBy, priority: 7),
        Grid.Column(key: "unsigned", title: .columnUnsigned, priority: 8),
        Grid.Column(key: "first", title: .columnFrom, priority: 4),
        Grid.Column(key: "last", title: .columnTo, priority: 4),
        Grid.Column(key: "plan", title: .columnPlan, priority: 3),
        Grid.Column(key: "model", title: .columnModel, priority: 2),
        Grid.Column(key: "sourced", title: .columnSourced, priority: 1),
        Grid.Column(key: "drafted_by", title: .columnDraftedBy, priority: 1),
      ],
      rows: targets.map { target in
        [
          .text(target.period.label), .integer(Int64(target.version)), Cell(target.amount), Cell(target.effective),
          target.signatures.isEmpty ? .null : .list(target.signatures.map { .text(handle($0.member)) }),
          target.unsigned.isEmpty ? .null : Cell(target.unsigned), .text(target.period.first.iso),
          .text(target.period.last.iso), .text(target.plan.key), .text(target.model.text),
          .text(target.sourcing.key), .text(handle(target.draftedBy)),
        ]
      }, empty: .targetNone)
  }

  /// For programs: every row with the weights of its plan, its parts and who signed, which no cell holds.
  func document(_ targets: [RevenueTarget]) -> JSONObject {
    ["rows": .array(targets.map { .object(object($0)) })]
  }

  func object(_ target: RevenueTarget) -> JSONObject {
    let grid = grid([target])
    var object = grid.rows.first.map(grid.object) ?? [:]
    object.append("plan_weights", weights(target.plan))
    object.append(
      "parts",
      .array(
        target.parts.map { part in
          [
            "by": .string(part.by.rawValue), "key": .string(part.key),
            "amount": .money(minor: part.minor, currency: target.amount.currency.code),
          ]
        }))
    object.append(
      "signatures",
      .array(
        target.signatures.map { signature in
          [
            "member": .string(handle(signature.member)),
            "departments": .array(signature.sides.departments.map { .string($0.key) }),
            "at": JSONValue(signature.at),
          ]
        }))
    return object
  }

  /// `null` for a plan without weights: as much on every day.
  private func weights(_ plan: TargetPlan) -> JSONValue {
    guard case .seasonal(let weights) = plan else { return .null }
    return .array(weights.map { ["from": .string($0.from), "weight": .int($0.weight)] })
  }

  /// What a command that records a version says.
  ///
  /// - Parameter done: the first sentence.
  func receipt(_ target: RevenueTarget?, _ done: String, isDryRun: Bool) -> Answer {
    guard let target else {
      return Answer(
        schema: "targets", lines: [Message.recordedBefore()], grid: grid([]), members: ["recorded": .bool(false)])
    }
    return Answer(
      schema: "targets", lines: [done] + lines(target), grid: grid([target]),
      members: ["recorded": .bool(!isDryRun), "dry_run": .bool(isDryRun)],
      notes: isDryRun ? [Message.nothingRecorded()] : [])
  }
}
