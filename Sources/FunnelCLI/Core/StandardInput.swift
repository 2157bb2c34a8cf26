import SharedFunnel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input as a list of names.
enum StandardInput {
  /// The first field of every line that is not empty: a list of names, or a CSV file such as `--format csv` prints. A
  /// first line that reads `lead` is a header.
  static func names() throws -> [String] {
    let text = String(decoding: try bytes(), as: UTF8.self)
    let names = text.split(whereSeparator: \.isNewline).map(firstField).filter { !$0.isEmpty }
    return names.first == "lead" ? Array(names.dropFirst()) : names
  }

  private static func firstField(_ line: Substring) -> String {
    let line = line.drop(while: \.isWhitespace)
    guard line.first == "\"" else {
      let field = line.prefix { $0 != "," }
      return String(field.reversed().drop(while: \.isWhitespace).reversed())
    }
    // A quoted field: two quotes are one, a single one ends it.
    var field = ""
    var rest = line.dropFirst()
    while let character = rest.popFirst() {
      if character == "\"", rest.popFirst() != "\"" { break }
      field.append(character)
    }
    return field
  }

  private static func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += chunk.prefix(count)
        continue
      }
      let code = errno
      try Interruption.check()
      guard code == EINTR else {
        throw Failure.input(Message.badFile(["file": "-", "reason": String(cString: strerror(code))]))
      }
    }
  }
}
