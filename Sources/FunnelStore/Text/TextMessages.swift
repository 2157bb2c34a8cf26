import SharedFunnel

enum TextMessages {
  static let notWritten = Message("file.not_written", "the file cannot be written: {problem}")
}
