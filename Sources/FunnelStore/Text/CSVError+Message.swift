internal import SharedFunnel

extension CSVError {
  /// What is wrong and what to do, for a person.
  var message: String {
    switch self {
    case .unterminatedQuote(let line): Message.csvUnterminatedQuote(["line": "\(line)"])
    case .junkAfterQuote(_, let column): Message.csvJunkAfterQuote(["column": "\(column)"])
    case .bareQuote(_, let column): Message.csvBareQuote(["column": "\(column)"])
    case .bareCarriageReturn(_, let column): Message.csvBareCarriageReturn(["column": "\(column)"])
    case .invalidUTF8: Message.csvInvalidUTF8()
    case .nulByte: Message.csvNulByte()
    case .recordTooLong(let line, let limit): Message.csvRecordTooLong(["line": "\(line)", "limit": "\(limit)"])
    case .binary: Message.csvBinary()
    case .io(let error): error.message
    }
  }
}

extension CSVError {
  /// The line that whoever reports it names before the sentence; `nil` where the fault is one of the whole file.
  var line: Int? {
    switch self {
    case .unterminatedQuote(let line), .junkAfterQuote(let line, _), .bareQuote(let line, _),
      .bareCarriageReturn(let line, _), .invalidUTF8(let line), .nulByte(let line), .recordTooLong(let line, _):
      line
    case .binary, .io: nil
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
