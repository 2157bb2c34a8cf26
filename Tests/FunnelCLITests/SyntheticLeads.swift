import Foundation

/// Leads made up for a test, whose numbers are counted here a second time, by the letter of the definitions and with
/// nothing of the program.
struct SyntheticLeads {
  struct Lead {
    let id: String
    let source: String?
    /// Day of the first entry by stage, ascending with the stages.
    let entries: [Int: Int]
    let lost: Int?

    var entryStage: Int { entries.keys.min() ?? 9 }
    var furthest: Int { entries.keys.max() ?? 0 }
    func reached(_ stage: Int) -> Bool { stage >= entryStage && stage <= furthest }
  }

  let leads: [Lead]

  init(count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    leads = (1...count).map { number in
      var entries: [Int: Int] = [:]
      var day = Int.random(in: 0..<300, using: &random)
      var stage = Int.random(in: 1...5, using: &random)
      while stage <= 8 {
        entries[stage] = day
        day += Int.random(in: 1...20, using: &random)
        guard Int.random(in: 0..<100, using: &random) < 70 else { break }
        stage += Int.random(in: 0..<100, using: &random) < 75 ? 1 : 2
      }
      let lost = Int.random(in: 0..<100, using: &random) < 35 ? day + Int.random(in: 0..<30, using: &random) : nil
      let source = [nil, "email", "a, \"b\"", "null"][Int.random(in: 0..<4, using: &random)]
      return Lead(id: "L\(number)", source: source, entries: entries, lost: lost)
    }
  }

  static let mapping = """
    name: synthetic
    source: synthetic
    shape: wide
    zone: UTC
    files:
      - key: id
        source: source
        lost: lost
        reason: {constant: no_budget}
        stages: {1: s1, 2: s2, 3: s3, 4: s4, 5: s5, 6: s6, 7: s7, 8: s8}
    """

  var csv: String {
    let header = ["id", "source", "lost"] + (1...8).map { "s\($0)" }
    let rows = leads.map { lead in
      [lead.id, lead.source ?? "", lead.lost.map(SyntheticLeads.date) ?? ""]
        + (1...8).map { lead.entries[$0].map(SyntheticLeads.date) ?? "" }
    }
    return ([header] + rows).map { fields in
      fields.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// A day as the files write it, from 2024-01-01 on.
  static func date(_ day: Int) -> String {
    let date = Date(timeIntervalSince1970: 1_704_067_200 + Double(day) * 86_400)
    return date.formatted(.iso8601.year().month().day())
  }

  /// The row of a stage, by name; `from` is 0 for none.
  static func row(_ stage: Int, of leads: [Lead]) -> [String: Int] {
    let observed = (1...8).filter { stage in leads.contains { $0.entries[stage] != nil } }
    let from = observed.last { $0 < stage } ?? 0
    let cohort = leads.filter { from == 0 ? $0.reached(stage) : $0.reached(from) }
    let converted = cohort.filter { $0.reached(stage) }
    let lost = cohort.filter { !$0.reached(stage) && $0.lost != nil }
    return [
      "from": from, "cohort": cohort.count, "reached": leads.count { $0.reached(stage) },
      "entered": leads.count { $0.entries[stage] != nil },
      "skipped": leads.count { $0.reached(stage) && $0.entries[stage] == nil }, "converted": converted.count,
      "lost": lost.count, "open": cohort.count - converted.count - lost.count,
      "marketing": lost.count { $0.furthest <= 4 }, "sales": lost.count { $0.furthest > 4 },
    ]
  }

  func leads(of source: String?) -> [Lead] { leads.filter { $0.source == source } }
}
