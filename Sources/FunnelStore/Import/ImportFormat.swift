/// What a person says of how the files are written; what is nil is found out.
public struct ImportFormat: Sendable, Equatable {
  public var encoding: TextEncoding?
  /// An ASCII byte other than a quote and a line end.
  public var delimiter: UInt8?

  public init(encoding: TextEncoding? = nil, delimiter: UInt8? = nil) {
    self.encoding = encoding
    self.delimiter = delimiter
  }

  /// The delimiter that a person names: a sign of ASCII, or the word `tab`; nil if it can be none.
  public static func delimiter(_ text: String) -> UInt8? {
    let text = text == "tab" ? "\t" : text
    guard text.utf8.count == 1, let sign = text.utf8.first, CSVDialect.isAllowed(sign) else { return nil }
    return sign
  }
}

/// How a file was read.
public struct ImportedFile: Sendable, Equatable {
  public let path: String
  public let encoding: TextEncoding
  public let delimiter: UInt8
  public let isGzip: Bool
}
