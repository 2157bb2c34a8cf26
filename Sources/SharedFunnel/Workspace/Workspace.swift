/// The state of the workspace itself: who is in it, who owns which stage, what the reasons are and
/// how far each import's source was observed. A fold over ``WorkspaceFact``.
public struct Workspace: Sendable, Equatable {
  public private(set) var zone = "UTC"
  public private(set) var currency = "EUR"
  public private(set) var roster = Roster()
  public private(set) var ownership = Ownership()
  public private(set) var calendars = WorkingCalendars()
  public private(set) var reasons = Reason.defaults
  public private(set) var agreements = Agreements()
  public private(set) var targets = RevenueTargets()
  public private(set) var policies = CommissionPolicies()
  public private(set) var fiscalYear = FiscalYear(start: 1)
  public private(set) var closings = PeriodClosings()
  /// Latest observation end of each source system, by name.
  public private(set) var observedUntil: [String: Timestamp] = [:]
  /// By name.
  public private(set) var savedViews: [SavedView] = []

  /// Copies that were made, the latest of each path, in the order of time.
  public private(set) var backups: [BackupRecord] = []

  public init() {}

  public mutating func apply(_ fact: WorkspaceFact) {
    switch fact {
    case .initialized(let start):
      zone = start.zone
      currency = start.currency
    case .memberAdded(let addition):
      roster.add(
        Member(
          id: addition.number, handle: addition.handle, departments: DepartmentSet(key: addition.departments) ?? [],
          heads: DepartmentSet(key: addition.heads) ?? []))
    case .memberDeactivated(let reference): roster.deactivate(reference.number)
    case .stageAssigned(let owners):
      if let assignment = owners.assignment { ownership.assign(assignment) }
    case .reasonAdded(let reason): reasons.append(reason)
    case .agreementDrafted(let draft): agreements.apply(draft)
    case .agreementSigned(let signature): agreements.apply(signature)
    case .imported(let record):
      let until = Timestamp(milliseconds: record.observedUntil)
      observedUntil[record.feed] = max(observedUntil[record.feed] ?? until, until)
    case .viewSaved(let view):
      savedViews.removeAll { $0.name == view.name }
      savedViews.append(view)
      savedViews.sort { $0.name < $1.name }
    case .viewRemoved(let reference): savedViews.removeAll { $0.name == reference.name }
    // Whoever folds leaves out what was undone: a fold does not look back.
    case .undone: break
    case .backedUp(let backup):
      backups.removeAll { $0.path == backup.path }
      backups.append(backup)
    case .ratesSet, .ledger: break
    case .commissionDrafted(let draft): policies.apply(draft)
    case .commissionSigned(let signature): policies.apply(signature)
    case .targetSet(let draft): targets.apply(draft)
    case .targetSigned(let signature): targets.apply(signature)
    case .fiscalYearSet(let year): fiscalYear = year
    case .periodSigned(let signature): closings.apply(signature)
    case .calendarSet(let setting):
      if let version = setting.version { calendars.set(version) }
    }
  }

  public func reason(key: String, for use: Reason.Use) -> Reason? {
    let name = key.lowercased()
    return reasons.first { $0.key == name && $0.kind.use == use }
  }

  /// What holds at the lines, as of what was recorded.
  public var handoffTerms: HandoffTerms { HandoffTerms(agreements, clock: calendars) }
}
