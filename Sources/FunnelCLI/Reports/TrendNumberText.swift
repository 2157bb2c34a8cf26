import FunnelStore
import SharedFunnel

/// A number of a trend as people name it for its list: `point=2026-07,number=numerator,source=email`.
struct TrendNumberText {
  /// As it was typed.
  let text: String
  let point: String
  let number: TrendNumber
  private let conditions: KeyValueList

  init(_ text: String) throws {
    self.text = text
    var list = try KeyValueList(text)
    guard let point = list.take("point") ?? nil, let number = try list.choice("number", as: TrendNumber.self) else {
      throw Failure.usage(Message.trendLeadsNeedPoint())
    }
    self.point = point
    self.number = number
    conditions = list
  }

  /// The conditions of the report, and what the number asks beyond.
  ///
  /// - Throws: a usage failure for a key that both name with another value.
  func narrowed(_ known: [Condition], months: Bool) throws -> [Condition] {
    var all = known
    for condition in try conditions.leadConditions(besides: ["point", "number"], months: months) {
      guard let same = all.first(where: { $0.dimension == condition.dimension }) else {
        all.append(condition)
        continue
      }
      guard same == condition else {
        throw Failure.usage(Message.reportKeyTwice(["key": condition.dimension.rawValue]))
      }
    }
    return all
  }
}
