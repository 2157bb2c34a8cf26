internal import SharedFunnel

extension CSVError {
  /// What is wrong and what to do, for a person.
  var message: String {
    switch self {
    case .unterminatedQuote(let line): Message.csvUnterminatedQuote(["line": "\(line)"])
    case .junkAfterQuote(let line, let column):
      Message.csvJunkAfterQuote(["line": "\(line)", "column": "\(column)"])
    case .bareQuote(let line, let column): Message.csvBareQuote(["line": "\(line)", "column": "\(column)"])
    case .bareCarriageReturn(let line, let column):
      Message.csvBareCarriageReturn(["line": "\(line)", "column": "\(column)"])
    case .invalidUTF8(let line): Message.csvInvalidUTF8(["line": "\(line)"])
    case .nulByte(let line): Message.csvNulByte(["line": "\(line)"])
    case .recordTooLong(let line, let limit): Message.csvRecordTooLong(["line": "\(line)", "limit": "\(limit)"])
    case .binary: Message.csvBinary()
    case .io(let error): error.message
    }
  }
}

extension ByteSourceError {
  var message: String {
    switch self {
    case .missing: Message.fileMissing()
    case .isDirectory: Message.fileIsDirectory()
    case .notPermitted: Message.fileNotPermitted()
    case .failed(_, let code): Message.fileFailed(["code": "\(code)"])
    case .gzipTruncated: Message.gzipTruncated()
    case .gzipDamaged: Message.gzipDamaged()
    case .mixedEncodings: Message.mixedEncodings()
    }
  }
}
