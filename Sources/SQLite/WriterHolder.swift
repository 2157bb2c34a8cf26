import Glibc

extension WriterQueue {
  /// Who has the turn, as they wrote it into the side file.
  public struct Holder: Equatable, Sendable, CustomStringConvertible {
    public let pid: Int32
    public let login: String
    public let program: String
    /// When they took the turn, in UTC milliseconds.
    public let since: Int64

    public var description: String { "\(program) of \(login) (process \(pid))" }
  }
}

extension WriterQueue.Holder {
  /// The side file is always this long, so that a shorter text leaves nothing of a longer one.
  static let length = 160
  private static let tab = UInt8(ascii: "\t")
  private static let nameLength = 48

  /// This process; its names do not change while it runs.
  static let current: (login: String, program: String) = {
    let login = environment("LOGNAME") ?? environment("USER") ?? "uid \(getuid())"
    let program = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "?"
    return (plain(login), plain(program))
  }()

  /// A line of text for a person too, filled up with blanks.
  static func line(since: Int64) -> [UInt8] {
    var line = Array("\(getpid())\t\(current.login)\t\(current.program)\t\(since)\t".utf8.prefix(length - 1))
    line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: length - 1 - line.count))
    line.append(UInt8(ascii: "\n"))
    return line
  }

  /// nil for anything that `line` does not write: the file is open to others, and its text goes to
  /// a terminal.
  init?(line: some Collection<UInt8>) {
    let parts = line.split(separator: Self.tab, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count >= 5, let pid = Int32(parts[0]), pid > 0, let since = Int64(parts[3]) else { return nil }
    self.init(pid: pid, login: Self.plain(parts[1]), program: Self.plain(parts[2]), since: since)
  }

  /// Whether such a process is running; of another person's too.
  var isAlive: Bool { kill(pid, 0) == 0 || errno == EPERM }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func plain(_ text: String) -> String {
    let isPlain = { (scalar: Unicode.Scalar) in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
      default: true
      }
    }
    var result = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars where isPlain(scalar) {
      length += UTF8.width(scalar)
      if length > nameLength { break }
      result.append(scalar)
    }
    return String(result)
  }
}
