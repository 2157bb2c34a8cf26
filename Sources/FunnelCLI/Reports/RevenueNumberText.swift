import FunnelStore
import SharedFunnel

/// A number of the report on revenue as people name it for its list: `unpriced`, `credit=marketing`,
/// `attained,segment=smb`.
struct RevenueNumberText {
  /// As it was typed.
  let text: String
  let choice: RevenueChoice
  /// The row of a breakdown; `nil` inside for the row without a name.
  let row: (dimension: RevenueDimension, name: String?)?

  private static let unallocated = "unallocated"

  init(_ text: String) throws {
    self.text = text
    // A number without a department stands alone, as if it were `number=attained`.
    let first = text.prefix { $0 != "," && $0 != "=" }
    let isBare = RevenueNumber(rawValue: first.lowercased()) != nil && !text.dropFirst(first.count).hasPrefix("=")
    let rest = isBare ? String(text.dropFirst(first.count + 1)) : text
    var list = rest.isEmpty ? KeyValueList() : try KeyValueList(rest)
    var number = isBare ? RevenueNumber(rawValue: first.lowercased()) : nil
    var department: Department?
    if number == nil {
      for candidate in RevenueNumber.allCases where candidate.isOfDepartment {
        guard let value = list.take(candidate.rawValue) else { continue }
        number = candidate
        department = try Self.department(value, candidate)
      }
    } else if let number, number.isOfDepartment {
      throw Failure.usage(Message.revenueNoDepartment(["number": number.rawValue, "known": Self.departments(number)]))
    }
    guard let number, list.pairs.count <= 1 else {
      let known = RevenueNumber.allCases.map { $0.isOfDepartment ? $0.rawValue + "=DEPARTMENT" : $0.rawValue }
      throw Failure.usage(Message.revenueNoSuchNumber(["text": text, "known": known.joined(separator: ", ")]))
    }
    choice = RevenueChoice(number, department: department)
    guard let pair = list.pairs.first else {
      row = nil
      return
    }
    guard let dimension = RevenueDimension(rawValue: pair.key) else {
      let known = RevenueDimension.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure.usage(Message.reportNoSuchKey(["key": pair.key, "known": known]))
    }
    row = (dimension, pair.value)
  }

  private static func departments(_ number: RevenueNumber) -> String {
    (Department.all.map(\.key) + (number == .influenced ? [] : [unallocated])).joined(separator: ", ")
  }

  /// `nil`: unallocated.
  private static func department(_ value: String?, _ number: RevenueNumber) throws -> Department? {
    guard let value = value?.lowercased(), value != unallocated || number == .influenced else { return nil }
    guard let department = Department.all.first(where: { $0.key == value }) else {
      throw Failure.usage(
        Message.reportNoSuchValue(["key": number.rawValue, "value": value, "known": departments(number)]))
    }
    return department
  }
}
