public import SharedFunnel

/// Where a value comes from, and how it is read.
public struct ColumnMapping: Sendable {
  /// In order; the first one that is filled wins.
  public var sources: [ValueSource]
  /// Words of the file and what they mean here.
  public var values: [String: String] = [:]
  /// The file may lack the columns.
  public var isOptional = false
  public var dates: [DateFormat]?
  public var zone: String?
  /// Owners: what becomes of one who is no member.
  public var unknown: UnknownOwner = .reject

  public enum UnknownOwner: Sendable, Equatable {
    /// The record goes to the rejects.
    case reject
    /// The record comes in without an owner.
    case skip
    /// A member is added, of the department that a column names or else of the one given.
    case add(departmentColumn: String?, otherwise: DepartmentSet)
  }

  public init(sources: [ValueSource]) { self.sources = sources }

  public init(column: String) { sources = [ValueSource(.columns([column]))] }

  /// The columns that the value can come from, in order.
  public var names: [String] { sources.flatMap(\.origin.names) }

  /// What a person reads: `Won time or Closed on`.
  public var title: String {
    MappingMessages.either(sources.map(\.origin).map { $0.names.joined(separator: " + ") }.filter { !$0.isEmpty })
  }

  /// Names the value where records are compared with those of another export, which may have fewer columns.
  var slotName: String { names.first ?? "" }
}

/// One place that a value can come from.
public struct ValueSource: Sendable, Equatable {
  public enum Origin: Sendable, Equatable {
    /// One column, or several whose values are put together with a space between, such as first and last name.
    case columns([String])
    /// The same for every record.
    case constant(String)

    var names: [String] {
      switch self {
      case .columns(let names): names
      case .constant: []
      }
    }
  }

  public var origin: Origin
  /// The source counts only where one of these columns has one of the words; empty: always.
  public var conditions: [Condition] = []

  public struct Condition: Sendable, Equatable {
    public var column: String
    public var words: [String]
  }

  public init(_ origin: Origin) { self.origin = origin }

  public var constant: String? {
    if case .constant(let value) = origin { value } else { nil }
  }
}
