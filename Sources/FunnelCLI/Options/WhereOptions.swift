import ArgumentParser
import FunnelStore
import SharedFunnel

/// Which leads a report counts.
struct WhereOptions: ParsableArguments {
  @Option(name: .customLong("where"), help: ArgumentHelp(.reportWhereHelp, valueName: "conditions"))
  var lists: [String] = []

  /// All that was typed, in one list.
  func conditions() throws -> KeyValueList {
    var all = KeyValueList()
    for text in lists { try all.append(contentsOf: try KeyValueList(text)) }
    return all
  }
}

extension KeyValueList {
  /// What is left of the list as conditions on leads.
  ///
  /// - Parameters:
  ///   - others: keys that were understood before, for the error.
  ///   - months: whether the month of entry can be asked for.
  func leadConditions(besides others: [String] = [], months: Bool = true) throws(Failure) -> [Condition] {
    let dimensions = Dimension.allCases.filter { months || $0 != .month }
    var conditions: [Condition] = []
    for (key, value) in pairs {
      guard let dimension = dimensions.first(where: { $0.rawValue == key }) else {
        let known = (others + dimensions.map(\.rawValue)).joined(separator: ", ")
        throw .usage(Message.reportNoSuchKey(["key": key, "known": known]))
      }
      conditions.append(Condition(dimension, value))
    }
    return conditions
  }

  /// A value that has to be there and to be one of the known.
  mutating func choice<T: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: T.Type
  ) throws(Failure) -> T? {
    try choice(key, known: T.allCases.map(\.rawValue)) { T(rawValue: $0) }
  }

  mutating func choice<T>(_ key: String, known: [String], _ read: (String) -> T?) throws(Failure) -> T? {
    guard let value = take(key) else { return nil }
    let known = known.joined(separator: ", ")
    guard let value else { throw .usage(Message.reportValueNeeded(["key": key, "known": known])) }
    guard let choice = read(value.lowercased()) else {
      throw .usage(Message.reportNoSuchValue(["key": key, "value": value, "known": known]))
    }
    return choice
  }
}
