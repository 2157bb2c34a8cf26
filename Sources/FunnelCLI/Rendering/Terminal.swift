#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a rendering has to know of the place it is printed to. A value: tests make their own.
struct Terminal: Sendable, Equatable {
  /// Whether a person looks at it.
  let isTerminal: Bool
  /// Columns to fit into; nil when there is no limit, as in a pipe or a file.
  let width: Int?
  /// Whether bold and dim may be used.
  let color: Bool
  /// Whether block and line characters may be used, else ASCII stands in.
  let unicode: Bool
  /// Whether the cursor can be moved; false on TERM=dumb.
  let movesCursor: Bool

  /// No table is squeezed below this many columns.
  static let narrowest = 20

  /// A pipe or a file: no limit, no colour.
  static let plain = Terminal(isTerminal: false, reportedWidth: nil, environment: { $0 == "LC_ALL" ? "C.UTF-8" : nil })

  /// - Width: `COLUMNS` if it is a positive number, else what the terminal reports, else 80. Without a terminal and
  ///   without `COLUMNS` there is no limit.
  /// - Colour: `NO_COLOR` (not empty) forbids, else `CLICOLOR_FORCE` (not 0) commands, else only on a terminal whose
  ///   `TERM` is neither empty nor `dumb` and without `CLICOLOR=0`.
  /// - Unicode: the first of `LC_ALL`, `LC_CTYPE`, `LANG` that is not empty names UTF-8.
  init(isTerminal: Bool, reportedWidth: Int?, environment: (String) -> String?) {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    self.isTerminal = isTerminal
    let capable = isTerminal && (value("TERM").map { $0 != "dumb" } ?? false)
    movesCursor = capable
    if let columns = value("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      width = max(columns, Terminal.narrowest)
    } else if isTerminal {
      width = max(reportedWidth.flatMap { $0 > 0 ? $0 : nil } ?? 80, Terminal.narrowest)
    } else {
      width = nil
    }
    if value("NO_COLOR") != nil {
      color = false
    } else if let force = value("CLICOLOR_FORCE"), force != "0" {
      color = true
    } else {
      color = capable && value("CLICOLOR") != "0"
    }
    let locale = (value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "").lowercased()
    unicode = locale.hasSuffix("utf-8") || locale.hasSuffix("utf8") || locale.contains("utf-8@")
  }

  /// The terminal, pipe or file behind a descriptor of this process.
  static func of(descriptor: Int32, environment: (String) -> String? = processEnvironment) -> Terminal {
    Terminal(
      isTerminal: isatty(descriptor) == 1, reportedWidth: reportedWidth(descriptor), environment: environment)
  }

  private static func processEnvironment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static func standardOutput() -> Terminal { of(descriptor: STDOUT_FILENO) }
  static func standardError() -> Terminal { of(descriptor: STDERR_FILENO) }

  private static func reportedWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return Int(size.ws_col)
  }

  var glyphs: Glyphs { unicode ? .unicode : .ascii }

  enum Style: String {
    case bold = "\u{1B}[1m"
    case dim = "\u{1B}[2m"
    case struck = "\u{1B}[9m"
  }

  /// The text in a style where the place allows it, else as it is.
  func styled(_ text: String, _ style: Style) -> String {
    color && !text.isEmpty ? style.rawValue + text + "\u{1B}[0m" : text
  }
}
