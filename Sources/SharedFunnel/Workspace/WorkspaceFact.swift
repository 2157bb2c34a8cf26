/// What changed in the workspace itself: rare, and kept as JSON in the journal.
public enum WorkspaceFact: Sendable, Equatable {
  case initialized(Initialization)
  case memberAdded(MemberAddition)
  case memberDeactivated(MemberReference)
  case stageAssigned(StageOwners)
  case reasonAdded(Reason)
  case imported(ImportRecord)
  case viewSaved(SavedView)
  case viewRemoved(SavedViewReference)
  /// The event named never happened.
  case undone(EventID)
  case agreementDrafted(AgreementDraft)
  case agreementSigned(AgreementSignature)
  /// A copy was made, which an erasure has to name.
  case backedUp(BackupRecord)
  case calendarSet(CalendarSetting)
  /// Rates of exchange of a day. They are looked up where they are kept, and are no part of ``Workspace``.
  case ratesSet(RateSheet)
  case targetSet(TargetDraft)
  case targetSigned(TargetSignature)
  case fiscalYearSet(FiscalYear)
  case periodSigned(PeriodSignature)
  case commissionDrafted(CommissionDraft)
  case commissionSigned(CommissionSignature)
  /// What was written into the ledger of commissions. It is kept in a table, and is no part of ``Workspace``.
  case ledger(LedgerFact)
}

/// How a workspace starts.
public struct Initialization: Sendable, Equatable, Codable {
  /// IANA name of the zone in which days, weeks, months and quarters are cut.
  public var zone: String
  /// ISO 4217 code of amounts that name no currency.
  public var currency: String

  public init(zone: String, currency: String) {
    self.zone = zone
    self.currency = currency
  }
}

/// A copy of the file that `funnel backup` made.
public struct BackupRecord: Sendable, Equatable, Codable {
  /// The whole path, as it was then.
  public var path: String
  /// Milliseconds UTC.
  public var at: Int64

  public init(path: String, at: Timestamp) {
    self.path = path
    self.at = at.milliseconds
  }
}

/// A new member; the name stands aside with the personal data.
public struct MemberAddition: Sendable, Equatable, Codable {
  public var number: MemberID
  public var handle: String
  /// Keys joined by `+`.
  public var departments: String
  public var heads: String

  public init(number: MemberID, handle: String, departments: DepartmentSet, heads: DepartmentSet) {
    self.number = number
    self.handle = handle
    self.departments = departments.key
    self.heads = heads.key
  }
}

public struct MemberReference: Sendable, Equatable, Codable {
  public var number: MemberID
  public init(number: MemberID) { self.number = number }
}

/// The owners of a stage from a time on.
public struct StageOwners: Sendable, Equatable, Codable {
  public var stage: Int
  /// Keys joined by `+`.
  public var owners: String
  public var responsible: MemberID?
  /// Milliseconds UTC; `nil`: since ever.
  public var from: Int64?

  public init(_ assignment: StageAssignment) {
    stage = assignment.stage.number
    owners = assignment.owners.key
    responsible = assignment.responsible
    from = assignment.from?.milliseconds
  }

  /// `nil` if a file was written by something else than this program.
  var assignment: StageAssignment? {
    guard let stage = Stage(number: stage), let set = DepartmentSet(key: owners), !set.isEmpty else { return nil }
    return StageAssignment(
      stage: stage, owners: set, responsible: responsible, from: from.map { Timestamp(milliseconds: $0) })
  }
}

/// That an import ran, and how far its source had been observed.
public struct ImportRecord: Sendable, Equatable, Codable {
  /// The name of the source system.
  public var feed: String
  /// Milliseconds UTC: what happened later is unknown to the source.
  public var observedUntil: Int64
  public var read: Int
  public var inserted: Int
  public var corrected: Int
  public var alreadyKnown: Int
  public var rejected: Int

  public init(
    feed: String, observedUntil: Timestamp, read: Int, inserted: Int, corrected: Int, alreadyKnown: Int, rejected: Int
  ) {
    self.feed = feed
    self.observedUntil = observedUntil.milliseconds
    self.read = read
    self.inserted = inserted
    self.corrected = corrected
    self.alreadyKnown = alreadyKnown
    self.rejected = rejected
  }
}
