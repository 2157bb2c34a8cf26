import SharedFunnel

enum TextMessages {
  static let notWritten = Message("file.not_written", "the file cannot be written: {problem}")
  static let noPlainFile = Message(
    "file.no_plain_file", "there is a folder, a pipe or a device of that name; name a file")
}
