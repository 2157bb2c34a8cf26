/// Every number of a chart as a table, for those who do not see the picture.
public struct DataTable: Sendable, Equatable {
  public let columns: [String]
  public let rows: [[String]]

  public init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}
