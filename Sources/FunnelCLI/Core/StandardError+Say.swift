extension StandardError {
  /// Whole lines for a person; what could steer the terminal is made harmless.
  static func say(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.escaped(String($0)) }
    write(lines.joined(separator: "\n") + "\n")
  }
}
