/// Credits of many purchases in one currency, added up. In every listing the values sum to the total.
public struct CreditTotals: Sendable, Equatable {
  public let currency: Currency
  public private(set) var total: Int64 = 0
  /// By department; `nil`: unallocated.
  public private(set) var departments: [Department?: Int64] = [:]
  /// By member; `nil`: nobody in particular.
  public private(set) var members: [MemberID?: Int64] = [:]
  private var terms: [CreditDimension: [TermID: Int64]] = [:]
  /// What has gone in, without signs: while it fits, no sum above overflows.
  private var gross: UInt64 = 0

  public init(in currency: Currency) { self.currency = currency }

  public enum Failure: Error, Sendable, Equatable {
    case otherCurrency(Currency, added: Currency)
    case tooLarge

    public var message: String {
      switch self {
      case .otherCurrency(let own, let added):
        Message.creditOtherCurrency(["currency": own.code, "other": added.code])
      case .tooLarge: Message.creditTotalTooLarge()
      }
    }
  }

  /// - Throws: ``Failure``, and then nothing was added.
  public mutating func add(_ credit: Credit) throws(Failure) {
    guard credit.amount.currency == currency else { throw .otherCurrency(currency, added: credit.amount.currency) }
    var reached = gross
    for part in credit.parts {
      let (sum, overflow) = reached.addingReportingOverflow(part.minor.magnitude)
      guard !overflow, sum <= Int64.max else { throw .tooLarge }
      reached = sum
    }
    gross = reached
    total += credit.amount.minor
    for (department, minor) in credit.byDepartment { departments[department, default: 0] += minor }
    for (member, minor) in credit.byMember { members[member, default: 0] += minor }
    for dimension in CreditDimension.allCases {
      for (term, minor) in credit.by(dimension) { terms[dimension, default: [:]][term, default: 0] += minor }
    }
  }

  /// What no department gets.
  public var unallocated: Int64 { departments[nil] ?? 0 }

  public func minor(of department: Department) -> Int64 { departments[department] ?? 0 }

  /// By channel, campaign or source; ``TermID/none``: none in particular.
  public func by(_ dimension: CreditDimension) -> [TermID: Int64] { terms[dimension] ?? [:] }
}
