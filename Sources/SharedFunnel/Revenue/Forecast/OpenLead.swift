/// A lead that has not bought yet, as the forecast needs it.
public struct OpenLead: Sendable, Equatable {
  public let lead: LeadID
  public let segment: UInt32
  public let stage: Stage
  /// Since when it is in the stage, in seconds since 1970; a loss that was reopened is no break.
  public let since: UInt32
  /// What happened later is not known.
  public let observedUntil: UInt32
  /// As recorded, never guessed; `nil`: the lead has none.
  public let expected: Money?

  public init(
    lead: LeadID, segment: UInt32, stage: Stage, since: UInt32, observedUntil: UInt32, expected: Money?
  ) {
    self.lead = lead
    self.segment = segment
    self.stage = stage
    self.since = since
    self.observedUntil = observedUntil
    self.expected = expected
  }

  /// The stays that go on.
  ///
  /// - Parameter expected: what each lead is expected to bring.
  public static func all(_ stays: [StageStay], expected: [LeadID: Money]) -> [OpenLead] {
    stays.filter { $0.exit == nil }.map { stay in
      let lead = LeadID(rawValue: stay.lead)
      return OpenLead(
        lead: lead, segment: stay.segment, stage: stay.stage, since: stay.entered, observedUntil: stay.until,
        expected: expected[lead])
    }
  }

  /// Whole days in the stage, rounded as those of a ``StageStay``.
  var age: Int { max(0, (Int(observedUntil) - Int(since) + 43_200) / 86_400) }
}
