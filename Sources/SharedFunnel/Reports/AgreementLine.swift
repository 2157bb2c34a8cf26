/// What was promised at one line and kept, whatever version it was promised in: two periods are compared by it, for
/// each has versions of its own.
public struct AgreementLine: AgreementCounts, Sendable, Equatable {
  public let line: HandoffLine
  /// Of the agreement, in order.
  public let versions: [UInt16]
  /// Offers owed; `nil`: no version agreed on a volume.
  public let owed: Double?
  /// Offers made under the versions that agreed on a volume.
  public let offeredOfOwed: Int
  private let numbers: [AgreementNumber: Int]

  public subscript(number: AgreementNumber) -> Int { numbers[number] ?? 0 }

  /// Offers made ÷ offers owed, which may exceed 1; `nil` where nothing was owed.
  public var delivered: Double? {
    guard let owed, owed > 0 else { return nil }
    return Double(offeredOfOwed) / owed
  }

  /// - Parameter balances: the versions of one line.
  init(_ line: HandoffLine, _ balances: [AgreementBalance]) {
    self.line = line
    versions = balances.map(\.version).sorted()
    let volumes = balances.compactMap(\.volume)
    owed = volumes.isEmpty ? nil : volumes.reduce(0) { $0 + $1.owed }
    offeredOfOwed = volumes.reduce(0) { $0 + $1.offered }
    numbers = balances.reduce(into: [:]) { $0.merge($1.numbers, uniquingKeysWith: +) }
  }
}

extension AgreementReport {
  /// Every line that has a version in the report.
  public var lines: [AgreementLine] {
    Dictionary(grouping: balances, by: \.line).map { AgreementLine($0, $1) }.sorted { $0.line.packed < $1.line.packed }
  }
}
