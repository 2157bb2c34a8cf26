import SharedFunnel

/// A line on a terminal that says how far long work is:
/// `importing  43 %  ███▌      1,234,567 rows  380,000/s  00:12 left`.
///
/// It appears after a second of work, is drawn at most ten times a second and leaves nothing behind. Where the cursor
/// cannot be moved, as in a pipe or a log, it is silent. The clock is passed in and counts from anywhere.
struct ProgressBar {
  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(100)
  private static let barWidth = 10

  private let label: String
  private let counted: Message
  private let terminal: Terminal
  private let now: () -> Duration
  private let write: (String) -> Void
  private let started: Duration
  private var drawn: Duration?

  /// - Parameters:
  ///   - label: What is being done; names of files are made fit for a screen here.
  ///   - counted: What is counted, with the placeholder `{count}`.
  ///   - terminal: Where `write` leads, in general standard error.
  init(
    label: String, counted: Message = .progressRows, terminal: Terminal = .standardError(),
    now: @escaping () -> Duration, write: @escaping (String) -> Void = StandardError.write
  ) {
    self.label = TerminalText.escaped(label)
    self.counted = counted
    self.terminal = terminal
    self.now = now
    self.write = write
    started = now()
  }

  /// Says where the work is. Cheap enough for every batch of rows: most calls only look at the clock.
  /// - Parameters:
  ///   - fraction: How much of the work is done, 0...1; nil when the whole is unknown.
  ///   - count: How many rows, or whatever is counted, are done.
  mutating func update(fraction: Double?, count: Int64) {
    guard terminal.movesCursor else { return }
    let time = now()
    guard time - started >= ProgressBar.patience else { return }
    if let drawn, time - drawn < ProgressBar.interval { return }
    drawn = time
    // The last column stays free: a terminal may wrap the line when it is filled.
    let width = (terminal.width ?? 80) - 1
    write("\r" + line(fraction: fraction, count: count, elapsed: time - started, width: width) + "\u{1B}[K")
  }

  /// Erases the line. Called when the work ends, well or not, before anything else is printed.
  mutating func finish() {
    guard drawn != nil else { return }
    write("\r\u{1B}[K")
    drawn = nil
  }

  private func line(fraction: Double?, count: Int64, elapsed: Duration, width: Int) -> String {
    let seconds = max(elapsed / .seconds(1), 0.001)
    let known = fraction.flatMap { $0.isFinite ? min(max($0, 0), 1) : nil }
    let percent = known.flatMap { NumberText.percent(($0 * 100).rounded(.down) / 100, digits: 0) }
    let rate = NumberText.decimal(Double(count) / seconds, digits: 0).map { Message.progressRate(["count": $0]) }
    let left = known.flatMap { $0 > 0 ? DurationText.clock(seconds: seconds * (1 - $0) / $0) : nil }
      .map { Message.progressLeft(["time": $0]) }
    let bar = known.map { SparkBar(fraction: $0, width: ProgressBar.barWidth).text(terminal.glyphs) }
    let parts: [String?] = [
      label,
      percent.map { String(repeating: " ", count: max(0, 4 - $0.count)) + $0 },
      bar.map { $0 + String(repeating: " ", count: ProgressBar.barWidth - DisplayWidth.of($0)) },
      counted(["count": NumberText.integer(count)]),
      rate,
      left,
    ]
    // In a narrow terminal the bar goes first, then the rate, then the rest from the right.
    var shown = Array(parts.indices)
    func joined() -> String { shown.compactMap { parts[$0] }.joined(separator: "  ") }
    for part in [2, 4, 5, 3] where DisplayWidth.of(joined()) > width { shown.removeAll { $0 == part } }
    return DisplayWidth.truncated(joined(), to: width, ellipsis: terminal.glyphs.ellipsis)
  }
}
