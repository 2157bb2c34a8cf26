import FunnelStore
import SharedFunnel

/// A number of the triangle as people name it for its list: `cohort=2026-07,age=3,outcome=converted`.
struct CohortNumberText {
  /// As it was typed.
  let text: String
  let number: CohortNumber

  private static let leads = "leads"

  init(_ text: String) throws {
    self.text = text
    var list = try KeyValueList(text)
    let cohort = list.take("cohort") ?? nil
    var age: Int?
    if let typed = list.take("age") {
      guard let value = typed.flatMap({ Int($0) }), ReportCohorts.ageRange.contains(value) else {
        throw Failure.usage(Message.cohortBadAge())
      }
      age = value
    }
    let known = [CohortNumberText.leads] + CohortOutcome.allCases.map(\.rawValue)
    let outcome =
      try list.choice("outcome", known: known) { word -> CohortOutcome?? in
        word == CohortNumberText.leads ? .some(nil) : CohortOutcome(rawValue: word).map { .some($0) }
      } ?? nil
    if let other = list.pairs.first {
      throw Failure.usage(Message.reportNoSuchKey(["key": other.key, "known": "cohort, age, outcome"]))
    }
    number = CohortNumber(cohort: cohort, age: age, outcome: outcome)
  }
}
