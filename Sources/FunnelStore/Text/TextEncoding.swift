/// How a file writes its characters as bytes. The raw values are those of the IANA registry, in lower case.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// In the order of bytes that its mark, or its zero bytes, show; else the lower byte first.
  case utf16 = "utf-16"
  case windows1252 = "windows-1252"

  /// As people write it.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .windows1252: "Windows-1252"
    }
  }
}
