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

  /// The pages and the table tell the same outcomes, and every offer has exactly one.
  private func outcomes(now: Timestamp, _ source: RecordSource) throws -> [CheckFinding] {
    var scan = HandoffReportScan(HandoffQuery(asOf: now))
    try source.scan(&scan)
    let total = scan.report().total
    var stored: [HandoffOutcome: Int] = [:]
    try connection.forEach(
      """
      SELECT CASE
          WHEN outcome <> 1 OR due IS NULL OR due / 1000 >= ? THEN outcome
          WHEN silence_accepts = 1 AND (lost IS NULL OR lost / 1000 > due / 1000) THEN 7
          ELSE 4
        END, count(*)
      FROM handoff
      GROUP BY 1
      """, .integer(now.seconds)
    ) { row in
      let found: Int = try row.int(0)
      guard let outcome = HandoffOutcome(rawValue: UInt8(clamping: found)) else { return }
      stored[outcome] = try row.int(1)
    }
    var findings: [CheckFinding] = []
    func differs(_ name: String, _ count: Int, _ found: Int) {
      guard count != found else { return }
      findings.append(
        CheckFinding(
          "handoffs",
          StoreMessages.outcomeDiffers(["outcome": name, "count": String(count), "table": String(found)])))
    }
    for outcome in HandoffOutcome.allCases { differs(outcome.key, total[outcome.number], stored[outcome] ?? 0) }
    let settled = HandoffOutcome.allCases.filter { $0 != .unrecorded }.reduce(0) { $0 + total[$1.number] }
    differs(HandoffNumber.offered.key, total[.offered], settled)
    return findings
  }
}
