/// A department that can own stages. Marketing and sales are there from the start.
public struct Department: Sendable, Hashable, Comparable {
  /// The bit of this department in a ``DepartmentSet``, 0 to 15.
  public let bit: UInt8
  /// The stable name in files, JSON and SQL: `marketing`.
  public let key: String

  init(bit: UInt8, key: String) {
    self.bit = bit
    self.key = key
  }

  public static let marketing = Department(bit: 0, key: "marketing")
  public static let sales = Department(bit: 1, key: "sales")

  /// Every department, in the order of their bits.
  public static let all = [marketing, sales]

  /// The department that people type, by key, in any case.
  public init?(text: String) {
    let name = text.lowercased()
    guard let match = Department.all.first(where: { $0.key == name }) else { return nil }
    self = match
  }

  public static func < (left: Department, right: Department) -> Bool { left.bit < right.bit }
}

/// Some departments: the owners of a stage, or those a member belongs to.
public struct DepartmentSet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public init(_ department: Department) { self.init(rawValue: 1 << UInt16(department.bit)) }

  public init(_ departments: [Department]) {
    self = departments.reduce(into: []) { $0.formUnion(DepartmentSet($1)) }
  }

  public static let marketing = DepartmentSet(Department.marketing)
  public static let sales = DepartmentSet(Department.sales)

  /// The members of the set, in the order of their bits.
  public var departments: [Department] { Department.all.filter { contains(DepartmentSet($0)) } }

  /// Keys joined by `+`: `marketing`, or `marketing+sales` for a shared stage.
  public var key: String { departments.map(\.key).joined(separator: "+") }

  /// What ``key`` wrote.
  public init?(key: String) {
    var set: DepartmentSet = []
    for part in key.split(separator: "+", omittingEmptySubsequences: false) {
      guard let department = Department(text: String(part)) else { return nil }
      set.formUnion(DepartmentSet(department))
    }
    self = set
  }
}
