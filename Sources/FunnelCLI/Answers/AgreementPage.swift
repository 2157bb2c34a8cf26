import FunnelStore
import SharedFunnel

/// An agreement in words.
struct AgreementPage {
  let agreement: Agreement
  let session: Session

  private var terms: AgreementTerms { agreement.terms }

  private static func handle(_ member: MemberID?, _ session: Session) -> String {
    member.flatMap { session.workspace.roster[$0]?.handle } ?? Message.nobody()
  }

  var lines: [String] {
    let state =
      agreement.effective.map { Message.holdsSince(["time": $0.label]) }
      ?? Message.draftLacks(["departments": agreement.unsigned.key])
    let fields: [(Message, String?)] = [
      (.fieldGives, agreement.giver.key), (.fieldReceives, agreement.receiver.key),
      (
        .fieldCriteria, terms.criteria.isEmpty ? Message.wordNone() : terms.criteria.map(\.text).joined(separator: ", ")
      ),
      (.fieldVolume, terms.volume.map { Message.volumePer(["count": String($0.count), "unit": $0.per.rawValue]) }),
      (.fieldQuality, terms.quality.map { Message.qualityShare(["percent": String($0)]) }),
      (.fieldAnswerWithin, terms.answer.label), (.fieldSilence, terms.silence.rawValue),
      (.fieldContactWithin, terms.contact?.label), (.fieldAttemptsOwed, terms.attempts.map { String($0) }),
      (.fieldDisputeWithin, Message.daysCount(["count": String(terms.disputeDays)])),
      (.fieldSigned, signatures),
    ]
    return [
      Message.agreementTitle(["line": agreement.line.label, "version": String(agreement.version), "state": state])
    ] + FieldLines(fields).lines
  }

  private var signatures: String {
    guard !agreement.signatures.isEmpty else { return Message.nobody() }
    return agreement.signatures.map { signature in
      Message.signedFor([
        "member": AgreementPage.handle(signature.member, session), "departments": signature.sides.key,
        "time": signature.at.label,
      ])
    }.joined(separator: ", ")
  }

  static func grid(_ agreements: [Agreement], _ session: Session) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "from", title: .columnFrom, priority: 6),
        Grid.Column(key: "to", title: .columnTo, priority: 7),
        Grid.Column(key: "version", title: .columnVersion, kind: .integer, priority: 9),
        Grid.Column(key: "in_force", title: .columnInForce, kind: .timestamp, priority: 8),
        Grid.Column(key: "agreed_from", title: .columnSince, kind: .timestamp, priority: 2),
        Grid.Column(key: "signed_by", title: .columnSignedBy, priority: 7),
        Grid.Column(key: "unsigned", title: .columnUnsigned, priority: 8),
        Grid.Column(key: "giver", title: .columnGiver, priority: 3),
        Grid.Column(key: "receiver", title: .columnReceiver, priority: 3),
        Grid.Column(key: "criteria", title: .columnCriteria, priority: 4),
        Grid.Column(key: "answer_seconds", title: .columnAnswerWithin, kind: .duration, priority: 5),
        Grid.Column(key: "answer_clock", title: .columnAnswerClock, priority: 1),
        Grid.Column(key: "contact_seconds", title: .columnContactWithin, kind: .duration, priority: 2),
        Grid.Column(key: "contact_clock", title: .columnContactClock, priority: 1),
        Grid.Column(key: "attempts", title: .columnAttempts, kind: .integer, priority: 1),
        Grid.Column(key: "silence", title: .columnSilence, priority: 2),
        Grid.Column(key: "dispute_days", title: .columnDisputeDays, kind: .integer, priority: 1),
        Grid.Column(key: "volume", title: .columnVolume, kind: .integer, priority: 1),
        Grid.Column(key: "volume_per", title: .columnVolumePer, priority: 1),
        Grid.Column(key: "quality_percent", title: .columnQuality, kind: .integer, priority: 1),
      ],
      rows: agreements.map { row($0, session) }, empty: .noAgreements)
  }

  private static func row(_ agreement: Agreement, _ session: Session) -> [Cell] {
    let terms = agreement.terms
    func clock(_ limit: TimeLimit?) -> Cell { Cell(limit.map { $0.isWorking ? "working" : "clock" }) }
    return [
      .text(agreement.line.from.key), .text(agreement.line.to.key), .integer(Int64(agreement.version)),
      Cell(agreement.effective), Cell(agreement.from),
      agreement.signatures.isEmpty
        ? .null : .list(agreement.signatures.map { .text(handle($0.member, session)) }),
      agreement.unsigned.isEmpty ? .null : Cell(agreement.unsigned), Cell(agreement.giver), Cell(agreement.receiver),
      terms.criteria.isEmpty ? .null : .list(terms.criteria.map { .text($0.text) }),
      .seconds(Double(terms.answer.seconds)), clock(terms.answer),
      terms.contact.map { .seconds(Double($0.seconds)) } ?? .null, clock(terms.contact),
      terms.attempts.map { .integer(Int64($0)) } ?? .null, .text(terms.silence.rawValue),
      .integer(Int64(terms.disputeDays)), terms.volume.map { .integer(Int64($0.count)) } ?? .null,
      Cell(terms.volume?.per.rawValue), terms.quality.map { .integer(Int64($0)) } ?? .null,
    ]
  }
}

extension HandoffLine {
  /// `4 Brand preference -> 5 Purchase intention`, for people.
  var label: String { "\(from.label) -> \(to.label)" }
}
