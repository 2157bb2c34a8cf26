import SharedFunnel

/// Why a command itself, apart from the store and the rules, did not do what it was asked.
struct Failure: Error, Equatable {
  let status: ExitStatus
  let sentence: String

  /// Arguments that fit the parser and still make no sense.
  static func usage(_ sentence: String) -> Failure { Failure(status: .usage, sentence: sentence) }

  static func refused(_ sentence: String) -> Failure { Failure(status: .refused, sentence: sentence) }

  static func input(_ sentence: String) -> Failure { Failure(status: .input, sentence: sentence) }

  static let interrupted = Failure(status: .interrupted, sentence: Message.interrupted())
}

extension Failure: CustomStringConvertible {
  /// What the argument parser shows where it meets a failure.
  var description: String { sentence }
}
