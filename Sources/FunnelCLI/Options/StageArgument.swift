import ArgumentParser
import SharedFunnel

/// Reads a stage that people type: number, key, or key with dashes.
enum StageArgument {
  static func read(_ text: String) throws -> Stage {
    guard let stage = Stage(text: text) else {
      throw Failure.usage(Message.noSuchStage(["text": text, "known": known]))
    }
    return stage
  }

  private static var known: String { Stage.allCases.map { "\($0.number) \($0.key)" }.joined(separator: ", ") }
}

/// Reads a department that people type.
enum DepartmentArgument {
  static func read(_ text: String) throws -> DepartmentSet {
    guard let department = Department(text: text) else {
      throw Failure.usage(
        Message.noSuchDepartment(["text": text, "known": Department.all.map(\.key).joined(separator: ", ")]))
    }
    return DepartmentSet(department)
  }

  /// A department, several joined by `+`, or `both`.
  static func readSet(_ text: String) throws -> DepartmentSet {
    if text.lowercased() == "both" { return [.marketing, .sales] }
    return try text.split(separator: "+", omittingEmptySubsequences: false).reduce(into: []) { set, part in
      set.formUnion(try read(String(part)))
    }
  }
}
