public import SharedFunnel

/// How the columns of somebody's files become events: a small readable file, see docs/mapping.md.
public struct Mapping: Sendable {
  /// Whether a row is a lead with a date column a stage, or one event.
  public enum Shape: String, Sendable, CaseIterable { case wide, long }

  public var name: String
  /// The name of the source system: the actor of the events, and the prefix of the keys.
  public var feed: String
  /// Of the files that name none of their own.
  public var shape: Shape
  /// The zone of dates without one; `nil`: the workspace's.
  public var zone: String?
  /// Tried in order. Empty: ISO 8601 in its usual forms.
  public var dates: [DateFormat]
  public var files: [FileMapping]
}

/// One of the files of a mapping; a file given is matched to it by its header.
public struct FileMapping: Sendable {
  /// For messages: `leads`.
  public var name: String
  public var shape: Mapping.Shape
  /// The lead's key in the source system.
  public var key: ColumnMapping
  /// The lead's keys in other systems, or a second one in this system.
  public var otherKeys: [(system: String, column: ColumnMapping)] = []
  /// Names the record where a lead can have several, such as the id of a deal; `nil`: the lead's key does.
  public var id: ColumnMapping?
  /// Whether the file brings leads, or only adds to those of another file.
  public var createsLeads: Bool
  public var columns: [Field: ColumnMapping] = [:]
  /// Wide: the date column of each stage.
  public var stages: [(stage: Stage, column: ColumnMapping)] = []
  /// Wide: date columns whose headers name stages of the source system.
  public var stageColumns: StageColumns?
  public var tags: [ColumnMapping] = []

  /// What a column can say, beside its stage.
  public enum Field: String, Sendable, CaseIterable {
    case name, email, phone, company, note
    case source, campaign, segment, owner, created
    // Wide: dates of what happens once.
    case lost, purchased
    // Wide: dates of one handoff.
    case offered, accepted, rejected, expired, withdrawn, returned
    case reason, amount, currency, product, close
    // Long: one event a row.
    case at, kind, stage, channel, department, ruling, score, referrer
    // What an offer says, and why it came to nothing.
    case to, receiver, due
    case rejectionReason = "rejection reason"
    case returnReason = "return reason"

    /// The part of a record that is personal data.
    var personal: PersonalField? { PersonalField(rawValue: rawValue) }
  }

  /// Everything that names columns.
  var columnMappings: [ColumnMapping] {
    [key] + otherKeys.map(\.column) + (id.map { [$0] } ?? []) + columns.values + stages.map(\.column) + tags
  }
}
