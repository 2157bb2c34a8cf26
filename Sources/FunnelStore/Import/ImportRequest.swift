public import SharedFunnel

/// What an import is asked.
public struct ImportRequest: Sendable {
  /// Paths; `-` is standard input.
  public var files: [String]
  public var mapping: Mapping?
  /// How the files are written, where a person says so.
  public var format = ImportFormat()
  /// Formats of dates that take the place of the mapping's.
  public var dates: [DateFormat] = []
  /// Where records that cannot be read go, whole.
  public var rejects: String?
  /// How far the source had been observed; `nil`: to its latest event.
  public var observedUntil: Timestamp?
  public var isDryRun = false

  /// - Parameter mapping: `nil` for our own export of events.
  public init(files: [String], mapping: Mapping?) {
    self.files = files
    self.mapping = mapping
  }
}

/// What an import did. read = inserted + corrected + already known + rejected.
public struct ImportSummary: Sendable, Equatable {
  /// Data records.
  public var read = 0
  public var inserted = 0
  public var corrected = 0
  public var alreadyKnown = 0
  public var rejected = 0
  public var leadsNew = 0
  /// New leads that are a lead that was there, told by a key of another system or by the e-mail address.
  public var joined = Joined()
  /// New leads whose e-mail address several leads have: none of them was taken.
  public var undecided = 0
  /// Records of people who were erased, among the already known.
  public var suppressed = 0

  public struct Joined: Sendable, Equatable {
    public var byKey = 0
    public var byEmail = 0
    public var count: Int { byKey + byEmail }
  }
  /// Records that stood whole in quotes, as one field.
  public var unwrapped = 0
  /// How each file was read, in the order in which they were.
  public var files: [ImportedFile] = []
  /// How often each flag was raised, by name, in the order of ``EventFlags/names``.
  public var flags: [FlagCount] = []
  /// Headers with dates of stages that the mapping does not know; the dates were left out.
  public var unknownStageColumns: [String] = []
  /// The first few rejects.
  public var examples: [Reject] = []

  public struct FlagCount: Sendable, Equatable {
    public let name: String
    public let count: Int
  }

  public init() {}
}

/// A record that cannot be read.
public struct Reject: Sendable, Equatable {
  public let file: String
  public let line: Int
  public let reason: String
}

/// How far an import is.
public struct ImportProgress: Sendable {
  /// Records read, or leads written.
  public let count: Int
  /// Bytes read; in the second phase the share of the leads that is written.
  public let fraction: Double?
}
