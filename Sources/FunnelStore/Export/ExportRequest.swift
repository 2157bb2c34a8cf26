public import SharedFunnel

/// What an export writes. Conditions are on the lead that a row belongs to, as it is now; all of them hold at once.
public struct ExportRequest: Sendable {
  public var subject: ExportSubject
  public var conditions: [Condition] = []
  public var stage: Stage?
  public var status: LeadStatus?
  /// An offer that was due before and that nobody answered has expired.
  public var now: Timestamp

  public init(_ subject: ExportSubject, now: Timestamp) {
    self.subject = subject
    self.now = now
  }

  var isFiltered: Bool { !conditions.isEmpty || stage != nil || status != nil }
}

/// A value of an export.
public enum ExportValue: Sendable, Equatable {
  /// Nobody recorded one.
  case null
  case text(String)
  case integer(Int64)
  case time(Timestamp)
  case amount(Money)

  init(_ text: String?) { self = text.map(ExportValue.text) ?? .null }
  init(_ number: Int64?) { self = number.map(ExportValue.integer) ?? .null }
}
