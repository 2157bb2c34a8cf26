/// What a report on revenue asks.
public struct RevenueQuery: Sendable {
  /// The one that all is summed in.
  public var currency: Currency
  /// Sales and refunds that happened in it count.
  public var period: Range<Timestamp>
  /// The first is the locked one: it divides purchases among members and channels.
  public var models: [CreditModel]
  public var sourcing: SourcingDefinition
  /// Of the lead as it is known.
  public var filter = LeadFilter()
  /// ``DepartmentSet`` raw values by member number.
  public var departmentsByOwner: [UInt16] = []
  public var grouping: RevenueDimension?
  /// In which months are cut.
  public var zone: ReportingZone

  public init(
    currency: Currency, period: Range<Timestamp>, models: [CreditModel], sourcing: SourcingDefinition,
    zone: ReportingZone
  ) {
    self.currency = currency
    self.period = period
    self.models = models.isEmpty ? [.positionBased] : models
    self.sourcing = sourcing
    self.zone = zone
  }
}

/// What revenue can be broken down by.
public enum RevenueDimension: String, Sendable, CaseIterable {
  /// Of the sale or the refund, in the reporting zone.
  case month
  case segment
  case source
  case campaign
  /// What was sold.
  case product
  /// Who earned it, by the locked model; not whose lead it is.
  case member
  /// Over which it was earned, by the locked model.
  case channel
  /// In which it was paid.
  case currency

  /// Whether a purchase is shared by several rows.
  public var isCredited: Bool { self == .member || self == .channel }
}

/// A row of a breakdown.
public enum RevenueGroup: Sendable, Hashable {
  /// By its first day.
  case month(CivilDate)
  /// ``TermID/none``: without one.
  case term(TermID)
  /// `nil`: nobody in particular.
  case member(MemberID?)
  /// `nil`: unvalued.
  case currency(Currency?)
}
