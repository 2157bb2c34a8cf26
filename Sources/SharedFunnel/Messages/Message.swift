/// A sentence that a person reads, named by its key.
///
/// The catalogue is the set of static members of this type, a file a noun in the folders called
/// `Messages`. A key names the sentence for other languages; the English text is its default and
/// carries placeholders in braces.
public struct Message: Sendable, Hashable {
  /// Dotted and stable: `refused.move_purchase`.
  public let key: String
  /// The English text, with placeholders such as `{lead}`.
  public let english: String

  public init(_ key: String, _ english: String) {
    self.key = key
    self.english = english
  }

  /// The sentence with its placeholders filled. A placeholder without a value stays as it is, so
  /// that a mistake is seen and never an empty word.
  public func callAsFunction(_ values: KeyValuePairs<String, String> = [:]) -> String {
    fill { name in values.first { $0.key == name }?.value }
  }

  /// The same, with the value of each placeholder by its name.
  ///
  /// A placeholder with words behind a colon, such as `{count:lead|leads}`, stands for the number and the word that goes with it:
  /// the first with 1, the last with any other number.
  ///
  /// In one pass: a value that holds a placeholder, such as a lead called "{stage}", is not filled in
  /// turn.
  public func fill(_ value: (String) -> String?) -> String {
    var text = ""
    var rest = english[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let parts = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
      let words = parts.count > 1 ? parts[1].split(separator: "|") : []
      if let filled = parts.first.flatMap({ value(String($0)) }) {
        text += filled
        if let word = filled == "1" ? words.first : words.last { text += " " + word }
      } else {
        text += String(rest[open...close])
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
