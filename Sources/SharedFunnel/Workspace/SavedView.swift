/// A report with its options under a name, shared by all who open the file.
public struct SavedView: Sendable, Equatable, Codable {
  /// See ``isValid(name:)``.
  public var name: String
  /// The report and its options as they were typed: `funnel`, `--period`, `last 90 days`. So what is relative stays
  /// relative.
  public var arguments: [String]

  public init(name: String, arguments: [String]) {
    self.name = name
    self.arguments = arguments
  }

  /// A name is 1 to 64 of `a-z 0-9 _ -` and begins with a letter or a digit, so that it is never an option and needs no
  /// quotes in a shell.
  public static func isValid(name: String) -> Bool {
    Reason.isValid(key: name) && name.utf8.first != UInt8(ascii: "_")
  }
}

/// That a view is no longer wanted.
public struct SavedViewReference: Sendable, Equatable, Codable {
  public var name: String

  public init(name: String) { self.name = name }
}
