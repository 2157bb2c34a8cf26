import SQLite
import SharedFunnel

/// Every count equals its list, and every offer has one outcome.
extension Store {
  func countsAgainstLists(now: Timestamp) throws -> [CheckFinding] {
    let source = try RecordSource(self, ReportScope(now: now))
    var findings: [CheckFinding] = []
    for mode in FunnelQuery.Mode.allCases {
      var query = FunnelQuery(observedUntil: now)
      query.mode = mode
      query.ownership = workspace.ownership
      if mode == .strict { query.chains = try source.chains() }
      var scan = FunnelScan(query)
      try source.scan(&scan)
      for step in scan.report().total.steps {
        findings += try countsAgainstLists(of: step, query, source)
      }
    }
    return findings + (try outcomes(now: now, source))
  }

  private func countsAgainstLists(
    of step: FunnelStep, _ query: FunnelQuery, _ source: RecordSource
  ) throws -> [CheckFinding] {
    var findings: [CheckFinding] = []
    func differs(_ name: String, _ count: Int, _ list: Int) {
      guard count != list else { return }
      findings.append(
        CheckFinding(
          "counts",
          StoreMessages.countDiffers([
            "name": name, "stage": step.stage.key, "count": String(count), "list": String(list),
          ])))
    }
    let counts: [(StepOutcome, Int)] = [
      (.entered, step.entered), (.reached, step.reached), (.skipped, step.skipped), (.cohort, step.cohort),
      (.converted, step.converted), (.lost, step.lost), (.open, step.open),
    ]
    for (outcome, count) in counts {
      var list = FunnelListScan(query, step: step, outcome: outcome)
      try source.scan(&list)
      differs(outcome.rawValue, count, list.leads.count)
    }
    differs("converted + lost + open", step.cohort, step.converted + step.lost + step.open)
    differs("drop_off", step.lost, step.dropOff.reduce(0) { $0 + $1.lost })
    return findings
  }

  /// The pages and the table tell the same outcomes.
  private func outcomes(now: Timestamp, _ source: RecordSource) throws -> [CheckFinding] {
    var scan = HandoffReportScan(HandoffQuery(asOf: now))
    try source.scan(&scan)
    let total = scan.report().total
    var stored: [Int: Int] = [:]
    try connection.forEach(
      """
      SELECT CASE WHEN outcome = 1 AND due / 1000 < ? THEN 4 ELSE outcome END, count(*) FROM handoff GROUP BY 1
      """, .integer(now.seconds)
    ) { stored[try $0.int(0)] = try $0.int(1) }
    let counts: [(HandoffOutcome, Int)] = [
      (.pending, total.pending), (.accepted, total.accepted), (.rejected, total.rejected), (.expired, total.expired),
      (.withdrawn, total.withdrawn), (.unrecorded, total.unrecorded),
    ]
    return counts.compactMap { outcome, count in
      let found = stored[Int(outcome.rawValue)] ?? 0
      guard found != count else { return nil }
      return CheckFinding(
        "handoffs",
        StoreMessages.outcomeDiffers(["outcome": outcome.key, "count": String(count), "table": String(found)]))
    }
  }
}
