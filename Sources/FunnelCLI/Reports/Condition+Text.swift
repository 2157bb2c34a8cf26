import FunnelStore
import SharedFunnel

extension Condition {
  /// As ``KeyValueList`` reads it: `source=email`, `source=null` for leads without one, and in quotes what would
  /// otherwise be read as something else, such as the word `"null"`.
  var typed: String {
    guard let value else { return "\(dimension.rawValue)=null" }
    return "\(dimension.rawValue)=\(Condition.isPlain(value) ? value : Condition.quoted(value))"
  }

  private static func isPlain(_ value: String) -> Bool {
    !value.isEmpty && value.lowercased() != "null" && value.first != " " && value.last != " "
      && !value.contains { $0 == "," || $0 == "\"" || $0 == "\\" }
  }

  private static func quoted(_ value: String) -> String { "\"\(value.replacing("\"", with: "\"\""))\"" }
}

extension [Condition] {
  /// As they are typed behind `--where`.
  var typed: String { map(\.typed).joined(separator: ",") }
}
