import FunnelStore
import SharedFunnel

/// A number of the report on agreements as people name it for its list: `number=answer_missed,version=2`.
struct AgreementNumberText {
  /// As it was typed.
  let text: String
  private var choice = AgreementChoice()
  private let interval: String?

  init(_ text: String) throws {
    self.text = text
    var list = try KeyValueList(text)
    choice.number = try list.choice("number", as: AgreementNumber.self) ?? .offered
    if let version = list.take("version") {
      // Without one: made under no agreement.
      guard let number = version.map(UInt16.init) ?? 0 else {
        throw Failure.usage(Message.agreementBadVersion(["text": version ?? ""]))
      }
      choice.version = number
    }
    choice.line = try list.take("line").map { try LineArgument.read($0 ?? "") }
    interval = list.take("interval") ?? nil
    if let other = list.pairs.first {
      throw Failure.usage(
        Message.agreementNoSuchKey(["key": other.key, "known": "number, version, line, interval"]))
    }
  }

  func choice(of request: AgreementRequest, in session: Session) throws -> AgreementChoice {
    var choice = choice
    choice.interval = try interval.map { text in
      let period = try session.period(text, request.scope)
      return period.start.seconds..<period.end.seconds
    }
    return choice
  }
}
