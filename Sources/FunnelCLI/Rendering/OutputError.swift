import SharedFunnel

/// Why a result could not be printed.
enum OutputError: Error, Equatable {
  /// The reader went away, as `head` does: it has what it wanted, so this is no failure.
  case readerGone
  /// The system refused the bytes: a full disk, a quota. The code is its errno, the reason its words.
  case refused(code: Int32, reason: String)

  var exitStatus: Int32 {
    switch self {
    case .readerGone: 0
    case .refused: 3
    }
  }
}

extension OutputError: CustomStringConvertible {
  /// The sentence for a person; empty for `readerGone`, which ends the program quietly.
  var description: String {
    switch self {
    case .readerGone: ""
    case .refused(_, let reason): Message.outputRefused(["reason": reason])
    }
  }
}
