/// In which month the fiscal years of the workspace start.
public struct FiscalYear: Sendable, Equatable, Codable {
  /// 1 to 12.
  public var start: Int

  public init(start: Int) { self.start = start }

  public var isValid: Bool { (1...12).contains(start) }
}
