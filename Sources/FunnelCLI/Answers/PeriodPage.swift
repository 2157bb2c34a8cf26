import FunnelStore
import SharedFunnel

/// A period that was signed, in words and as rows.
struct PeriodPage {
  let session: Session
  let period: TargetPeriod

  func lines(_ state: PeriodState) -> [String] {
    let shown = [state.closed, state.pending].compactMap(\.self)
    var lines = shown.flatMap(lines)
    if let closed = state.closed, state.pending == nil, let restatement = state.restatement {
      lines.append(restated(closed, state.present, restatement))
    }
    return lines
  }

  private func lines(_ closing: PeriodClosing) -> [String] {
    let figures = closing.figures
    let state =
      closing.closed.map { Message.periodClosedAt(["time": $0.label]) }
      ?? Message.periodLacks(["departments": closing.unsigned.departments.map(\.key).joined(separator: ", ")])
    let title = Message.periodTitle([
      "period": closing.period.label, "version": String(closing.version), "state": state,
    ])
    func label(_ minor: Int64?) -> String? { figures.money(minor)?.label }
    let credit = figures.credit.compactMap { share in
      figures.money(share.minor).map { "\(share.department ?? Message.revenueUnallocated()) \($0.label)" }
    }
    let fields = FieldLines([
      (.revenueRowAttained, label(figures.attained) ?? Message.periodUnknown()),
      (.revenueRowTarget, figures.target.flatMap(label)),
      (.periodFieldPurchases, purchases(figures)),
      (.fieldCredit, credit.isEmpty ? nil : "\(figures.model.text): \(credit.joined(separator: ", "))"),
      (
        .fieldSigned,
        closing.signatures.map { signature in
          Message.signedFor([
            "member": PeriodPage.handle(signature.member, session), "departments": signature.sides.key,
            "time": signature.at.label,
          ])
        }.joined(separator: ", ")
      ),
    ])
    return [title] + fields.lines
  }

  private func purchases(_ figures: PeriodFigures) -> String {
    Message.periodPurchases([
      "purchases": NumberText.integer(Int64(figures.purchases)), "refunds": NumberText.integer(Int64(figures.refunds)),
      "unvalued": NumberText.integer(Int64(figures.unvalued)), "unpriced": NumberText.integer(Int64(figures.unpriced)),
    ])
  }

  private func restated(_ closed: PeriodClosing, _ present: PeriodFigures, _ restatement: Restatement) -> String {
    guard closed.figures != present else { return Message.periodUnchanged() }
    let difference = restatement.difference.flatMap { present.money($0) }
    guard let difference, difference.minor != 0 else { return Message.periodOtherwiseChanged() }
    return Message.periodRestated([
      "difference": PeriodPage.signed(difference), "now": present.money(present.attained)?.label ?? "",
      "count": NumberText.integer(Int64(restatement.changes.count)),
    ])
  }

  /// `+120.00 EUR`.
  static func signed(_ money: Money) -> String { (money.minor > 0 ? "+" : "") + money.label }

  fileprivate static func handle(_ member: MemberID?, _ session: Session) -> String {
    member.flatMap { session.workspace.roster[$0]?.handle } ?? Message.nobody()
  }

  func members(_ state: PeriodState) -> JSONObject {
    [
      "period": .string(period.label), "closed": state.closed.map(document) ?? .null,
      "pending": state.pending.map(document) ?? .null,
      "attained": JSONValue(state.present.money(state.present.attained)),
      "restated": JSONValue(state.restatement?.difference.flatMap { state.present.money($0) }),
    ]
  }

  private func document(_ closing: PeriodClosing) -> JSONValue {
    let figures = closing.figures
    return .object([
      "version": .int(Int64(closing.version)), "at": JSONValue(closing.closed),
      "attained": JSONValue(figures.money(figures.attained)), "target": JSONValue(figures.money(figures.target)),
      "target_version": figures.version.map { .int(Int64($0)) } ?? .null, "model": .string(figures.model.text),
      "sourced_by": .string(figures.sourcing.key), "purchases": JSONValue(figures.purchases),
      "refunds": JSONValue(figures.refunds), "unvalued": JSONValue(figures.unvalued),
      "unpriced": JSONValue(figures.unpriced), "credit": shares(figures.credit, figures),
      "sourced": shares(figures.sourced, figures),
      "signed_by": .array(closing.signatures.map { .string(PeriodPage.handle($0.member, session)) }),
      "unsigned": .array(closing.unsigned.departments.map { .string($0.key) }),
    ])
  }

  private func shares(_ shares: [PeriodFigures.Share], _ figures: PeriodFigures) -> JSONValue {
    .array(
      shares.map {
        .object(["department": JSONValue($0.department), "amount": JSONValue(figures.money($0.minor))])
      })
  }

  /// The sales and refunds that differ from what was signed.
  func changes(_ state: PeriodState) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .identifier, priority: 9),
        Grid.Column(key: "what", title: .revenueColumnKind, priority: 7),
        Grid.Column(key: "at", title: .revenueColumnWhen, kind: .timestamp, priority: 8),
        Grid.Column(key: "closed", title: .periodColumnClosed, kind: .money, priority: 6),
        Grid.Column(key: "now", title: .periodColumnNow, kind: .money, priority: 6),
        Grid.Column(key: "difference", title: .compareColumnChange, kind: .money, priority: 8),
      ],
      rows: (state.restatement?.changes ?? []).map { change in
        [
          .integer(Int64(change.lead.rawValue)), .text(change.kind.rawValue), Cell(change.at), Cell(change.before),
          Cell(change.after), Cell(state.present.money(change.difference)),
        ]
      }, heading: Message.periodChangesHeading(), empty: .periodUnchanged)
  }

  func grid(_ closings: [PeriodClosing]) -> Grid { PeriodPage.grid(closings, session) }

  static func grid(_ closings: [PeriodClosing], _ session: Session) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "period", title: .columnPeriod, priority: 9),
        Grid.Column(key: "version", title: .columnVersion, kind: .integer, priority: 6),
        Grid.Column(key: "attained", title: .revenueColumnAttained, kind: .money, priority: 9),
        Grid.Column(key: "target", title: .revenueColumnTarget, kind: .money, priority: 7),
        Grid.Column(key: "closed", title: .periodColumnClosed, kind: .timestamp, priority: 8),
        Grid.Column(key: "signed_by", title: .columnSignedBy, priority: 5),
        Grid.Column(key: "unsigned", title: .columnUnsigned, priority: 7),
      ],
      rows: closings.map { closing in
        let figures = closing.figures
        return [
          .text(closing.period.label), .integer(Int64(closing.version)), Cell(figures.money(figures.attained)),
          Cell(figures.money(figures.target)), Cell(closing.closed),
          .list(closing.signatures.map { .text(handle($0.member, session)) }),
          closing.unsigned.isEmpty ? .null : Cell(closing.unsigned),
        ]
      }, empty: .periodNone)
  }
}
