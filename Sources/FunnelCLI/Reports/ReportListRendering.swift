import FunnelStore
import SharedFunnel

/// The cases behind a number of a report, one a row: exactly as many as the number says. What they are is the conforming
/// type's; of what they are the list of, and how far it was observed, is said here once.
protocol ReportListRendering {
  associatedtype Item
  /// What the document is: `report.crossings`.
  static var schema: String { get }
  /// What the document calls the count.
  static var counted: String { get }
  /// The report: `report.handoffs`.
  var report: String { get }
  /// As it was typed.
  var number: String { get }
  var scope: ReportScope { get }
  var period: Period? { get }
  var conditions: [Condition] { get }
  var items: [Item] { get }
  var zone: String { get }

  /// - Parameter isForPeople: a number of a lead is a name to them, without separators of thousands.
  func grid(isForPeople: Bool) -> Grid
}

extension FormatOptions {
  func print<List: ReportListRendering>(_ list: List) throws {
    try print(
      list.grid(isForPeople: format == .table || format == .markdown), schema: List.schema,
      members: [
        "of": .string(list.report), "number": .string(list.number), "period": JSONValue(list.period),
        "where": JSONValue(list.conditions), "zone": .string(list.zone),
        "observed_until": JSONValue(list.scope.observedUntil), "as_of": JSONValue(list.scope.asOf),
        "known_at": JSONValue(list.scope.knownAt), List.counted: JSONValue(list.items.count),
      ])
  }
}
