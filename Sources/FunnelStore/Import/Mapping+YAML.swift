import SharedFunnel
import Yams

extension Mapping {
  /// Bytes. A mapping is a page or two; what is far larger is some other file.
  private static let longest = 1 << 20

  /// Reads a mapping file.
  ///
  /// - Throws: ``InputError``.
  public init(path: String) throws(InputError) {
    let bytes: [UInt8]?
    do throws(ByteSourceError) {
      bytes = try FileByteSource(path: path).all(upTo: Mapping.longest)
    } catch {
      throw InputError(file: path, reason: error.message)
    }
    guard let bytes else { throw InputError(file: path, reason: MappingMessages.tooLong()) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InputError(file: path, reason: MappingMessages.notText())
    }
    try self.init(yaml: text, file: path)
  }

  /// Reads a mapping.
  ///
  /// - Parameter file: for messages.
  /// - Throws: ``InputError`` with the line and what to write instead.
  public init(yaml text: String, file: String) throws(InputError) {
    let reader = MappingReader(file: file)
    // A few lines of aliases can stand for more nodes than memory holds.
    if let line = Mapping.firstAnchor(text) {
      throw InputError(file: file, line: line, reason: MappingMessages.anchor())
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw reader.nodes.error(error)
    }
    guard let root else { throw reader.nodes.error(nil, MappingMessages.empty()) }
    self = try reader.mapping(root)
  }

  /// The line of the first anchor or alias: `&name` or `*name` where a value starts, outside quotes.
  private static func firstAnchor(_ text: String) -> Int? {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where hasAnchor(Array(line.utf8)) {
      return index + 1
    }
    return nil
  }

  private static func hasAnchor(_ line: [UInt8]) -> Bool {
    let openers: [UInt8] = [
      UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: "?"),
    ]
    var position = 0
    /// The last byte that is no space; `nil` at the start of the line.
    var before: UInt8?
    while position < line.count {
      let byte = line[position]
      let afterSpace = position == 0 || line[position - 1] == UInt8(ascii: " ")
      if byte == UInt8(ascii: "#"), afterSpace { return false }
      let startsValue = before.map { openers.contains($0) } ?? true
      if startsValue, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") { return true }
      if startsValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        let close = line[(position + 1)...].firstIndex(of: byte)
      {
        position = close
      }
      if byte != UInt8(ascii: " ") { before = byte }
      position += 1
    }
    return false
  }
}
