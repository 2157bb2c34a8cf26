import FunnelStore
import SharedFunnel

/// A number of the report on disputes as people name it for its list: `cause=budget,outcome=overturned`, or `all`.
struct DisputeNumberText {
  /// As it was typed.
  let text: String
  private(set) var choice = DisputeChoice()

  /// Ruled on, whichever way.
  private static let ruled = "ruled"
  private static let sides = ["giver", "receiver", "side"]

  init(_ text: String) throws {
    self.text = text
    guard text.lowercased() != "all" else { return }
    var list = try KeyValueList(text)
    let departments = ["marketing", "sales", "marketing+sales"]
    choice.giver = try list.choice("giver", known: departments) { DepartmentSet(key: $0) }
    choice.receiver = try list.choice("receiver", known: departments) { DepartmentSet(key: $0) }
    if let side = try list.choice("side", known: ["by marketing", "against sales"], DisputeNumberText.side) {
      let known = side.role == .giver ? choice.giver : choice.receiver
      guard known ?? side.departments == side.departments else {
        throw Failure.usage(Message.reportKeyTwice(["key": side.role.rawValue]))
      }
      if side.role == .giver { choice.giver = side.departments } else { choice.receiver = side.departments }
    }
    for (key, value) in list.pairs {
      guard let dimension = DisputeDimension(rawValue: key) else {
        let known = (DisputeDimension.allCases.map(\.rawValue) + DisputeNumberText.sides).joined(separator: ", ")
        throw Failure.usage(Message.disputeNoSuchKey(["key": key, "known": known]))
      }
      if dimension == .outcome, value?.lowercased() == DisputeNumberText.ruled {
        choice.isRuled = true
      } else {
        choice.words.append((dimension, try DisputeNumberText.word(value, dimension)))
      }
    }
  }

  /// `by marketing`, or `against sales`: how the report reads; the names of the document will do too.
  private static func side(_ text: String) -> (role: DisputeSide.Role, departments: DepartmentSet)? {
    let words = text.split { $0 == " " || $0 == ":" }.map(String.init)
    let roles: [String: DisputeSide.Role] = [
      "by": .giver, "giver": .giver, "against": .receiver, "receiver": .receiver,
    ]
    guard words.count == 2, let role = roles[words[0]], let departments = DepartmentSet(key: words[1]) else {
      return nil
    }
    return (role, departments)
  }

  /// As the report names it.
  private static func word(_ value: String?, _ dimension: DisputeDimension) throws -> String? {
    func known(_ words: [String]) throws -> String {
      guard let value else {
        throw Failure.usage(
          Message.reportValueNeeded(["key": dimension.rawValue, "known": words.joined(separator: ", ")]))
      }
      guard let word = words.first(where: { $0 == value.lowercased() }) else {
        throw Failure.usage(
          Message.reportNoSuchValue([
            "key": dimension.rawValue, "value": value, "known": words.joined(separator: ", "),
          ]))
      }
      return word
    }
    switch dimension {
    case .outcome: return try known(DisputeOutcome.allCases.map(\.rawValue) + [ruled])
    case .subject: return try known([Dispute.Subject.rejection.key, Dispute.Subject.return.key])
    case .boundary: return try LineArgument.read(value ?? "").key
    case .cause, .kind, .month, .opener: return value
    }
  }
}

/// Reads a line that people type: `4:5`, `brand_preference:purchase_intention`.
enum LineArgument {
  static func read(_ text: String) throws -> HandoffLine {
    guard let line = HandoffLine(text: text) else { throw Failure.usage(Message.noSuchLine(["text": text])) }
    return line
  }
}
