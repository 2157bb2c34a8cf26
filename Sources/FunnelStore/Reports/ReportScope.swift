public import SharedFunnel

/// What a report looks at, and from when.
public struct ReportScope: Sendable {
  public var now: Timestamp
  /// Only what occurred by then.
  public var asOf: Timestamp?
  /// Only what was recorded by then; implies as-of then.
  public var knownAt: Timestamp?
  /// Only what stands in the journal before this place, whatever its times say.
  var before: Int64?

  public init(now: Timestamp, asOf: Timestamp? = nil, knownAt: Timestamp? = nil) {
    self.now = now
    self.asOf = asOf
    self.knownAt = knownAt
  }

  /// The end of observation that was asked for; `nil`: each source's own, else now.
  public var end: Timestamp? {
    guard let asOf else { return knownAt }
    return knownAt.map { min($0, asOf) } ?? asOf
  }

  /// The last second that a report sees: what people and programs read.
  public var observedUntil: Timestamp { Timestamp(seconds: (end ?? now).seconds) }

  var limit: ReplayLimit? {
    end == nil && before == nil ? nil : ReplayLimit(asOf: asOf, knownAt: knownAt, before: before)
  }
}
