/// What every chart says besides its measures.
public struct ChartFrame: Sendable, Equatable {
  /// Begins all ids of the file, so that two charts can stand in one page.
  public let id: String
  public let title: String
  public let subtitle: String
  /// Definition, cohort, zone and end of observation, under the chart.
  public let notes: [String]
  public let table: DataTable

  public init(id: String, title: String, subtitle: String, notes: [String], table: DataTable) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.notes = notes
    self.table = table
  }
}

/// A line of the legend.
public struct LegendEntry: Sendable, Hashable {
  public let ink: Ink
  public let fill: Ink.Fill
  public let label: String
  /// As of a drawn area.
  var edge: String?

  public init(ink: Ink, fill: Ink.Fill, label: String) {
    self.ink = ink
    self.fill = fill
    self.label = label
  }
}
