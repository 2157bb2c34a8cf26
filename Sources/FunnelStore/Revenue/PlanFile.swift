public import SharedFunnel

/// A seasonal plan: CSV with the columns `from`, a day or a month, and `weight`, a whole number.
public enum PlanFile {
  /// - Parameter path: `-` is standard input.
  /// - Throws: ``InputError`` with the line.
  public static func read(path: String) throws -> TargetPlan {
    let file = try InputFile(path: path)
    func column(_ name: String) throws -> Int {
      guard let index = file.header.names.firstIndex(where: { $0.lowercased() == name }) else {
        throw InputError(file: path, line: 1, reason: PlanMessages.noColumn(["column": name]))
      }
      return index
    }
    let (from, weight) = (try column("from"), try column("weight"))
    var weights: [TargetPlan.Weight] = []
    try file.forEachRecord { record, _ in
      let (day, number) = (record.string(from).trimmedOfBlanks, record.string(weight).trimmedOfBlanks)
      guard let first = CivilDate(iso: day.utf8.count == 7 ? day + "-01" : day) else {
        throw InputError(file: path, line: record.line, reason: PlanMessages.badDay(["text": day]))
      }
      guard let value = Int64(number), value >= 0 else {
        throw InputError(file: path, line: record.line, reason: PlanMessages.badWeight(["text": number]))
      }
      weights.append(TargetPlan.Weight(from: first, weight: value))
    } onReject: { reject, _ in
      throw InputError(file: path, line: reject.line, reason: reject.reason)
    }
    return .seasonal(weights)
  }
}

/// Why a plan was not read.
enum PlanMessages {
  static let noColumn = Message(
    "plan_file.no_column",
    "there is no column \"{column}\"; the first line should read from,weight and the others 2026-10,30 and so on")
  static let badDay = Message(
    "plan_file.bad_day", "'{text}' is neither a day such as 2026-10-01 nor a month such as 2026-10")
  static let badWeight = Message("plan_file.bad_weight", "'{text}' is no weight; write a whole number such as 30")
}
