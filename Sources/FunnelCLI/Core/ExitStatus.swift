import FunnelStore
import SharedFunnel

/// How a run ended, for scripts. This is the one table; the README shows it.
enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  /// A rule of the funnel, or something that the workspace does not know.
  case refused = 1
  /// The arguments could not be understood.
  case usage = 2
  /// A file that cannot be read, written or understood.
  case input = 3
  /// Another program holds the file.
  case busy = 4
  /// `funnel check` found something.
  case checkFailed = 5
  /// A damaged file, or a mistake of ours.
  case internalError = 70
  case interrupted = 130
}

extension ExitStatus {
  /// The status that an error ends the program with.
  init(of error: any Error) {
    switch error {
    case let failure as Failure: self = failure.status
    case let error as StoreError: self = ExitStatus(of: error)
    case let error as OutputError: self = error == .readerGone ? .done : .input
    case is Refusal: self = .refused
    case is DateTextError, is ReportingZoneError, is WorkingCalendarError: self = .usage
    case is InputError: self = .input
    default: self = .internalError
    }
  }

  private init(of error: StoreError) {
    switch error {
    case .refused, .notComparable, .noSuchLead, .noSuchEvent, .noSuchMember, .noSuchReason, .noSuchView, .keyTaken:
      self = .refused
    case .noSuchTerm: self = .usage
    case .noFile, .fileExists, .notAFunnelFile, .newerFile, .needsMigration, .input: self = .input
    case .busy: self = .busy
    case .interrupted: self = .interrupted
    case .damaged: self = .internalError
    case .sqlite: self = error.isOfTheFile ? .input : .internalError
    }
  }
}
