import SQLite
import SharedFunnel
import Testing

@testable import FunnelStore

/// The flow report on a real file, whatever people and corrections did to it.
enum FlowProperties {
  static func expect(_ store: Store, now: Timestamp) throws {
    let open = try store.connection.query(
      "SELECT stage, count(*) FROM lead WHERE status = 'open' AND stage IS NOT NULL GROUP BY stage"
    ) { (try $0.int(0), try $0.int(1)) }
    let balance = Dictionary(uniqueKeysWithValues: open)
    for unit in [PeriodUnit.day, .month] {
      var request = FlowRequest(scope: ReportScope(now: now))
      request.unit = unit
      let live = try store.flow(request).report
      for stage in live.stages { #expect(stage.series.whole.closing == balance[stage.stage.number] ?? 0) }
      // What a replay tells of every day's end is the balance that the report of all days gives.
      for (interval, flow) in zip(live.intervals, live.total.intervals).suffix(4) where interval.end <= now {
        var then = request
        then.scope.asOf = Timestamp(milliseconds: interval.end.milliseconds - 1)
        let past = try store.flow(then).report.total.whole.closing
        #expect(past == flow.closing, "\(interval.label)")
      }
      request.scope.asOf = now
      #expect(try store.flow(request).report == live)
    }
    let velocity = VelocityRequest(scope: ReportScope(now: now))
    var replayed = velocity
    replayed.scope.asOf = now
    #expect(try store.velocity(velocity).total == (try store.velocity(replayed).total))
  }
}
