extension StandardError {
  /// Whole lines for a person, broken at spaces where a terminal is narrow; what could steer it is made harmless.
  static func say(_ text: String) {
    let terminal = Terminal.standardError()
    // In a pipe or a file a sentence stays one line, for whoever searches it.
    let width = terminal.isTerminal ? terminal.width : nil
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      Paragraph.lines(String($0), width: width)
    }
    write(lines.joined(separator: "\n") + "\n")
  }
}
