import ArgumentParser
import FunnelStore
import SharedFunnel

/// `funnel demo`: a workspace with a made-up funnel.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration("demo", .demoAbstract, .demoDiscussion)

  @Option(help: ArgumentHelp(.demoLeadsHelp, valueName: "n"))
  var leads = 3000

  @Option(help: ArgumentHelp(.demoSeedHelp, valueName: "s"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp(.demoUntilHelp, valueName: "time"))
  var until: String?

  @Option(help: ArgumentHelp(.demoLogHelp, valueName: "file"), completion: .file())
  var csv: String?

  @OptionGroup var file: FileOptions
  @OptionGroup var format: FormatOptions

  func validate() throws {
    guard (1...10_000_000).contains(leads) else { throw Failure.usage(Message.demoLeadsBad(["count": String(leads)])) }
  }

  func run() throws {
    let demo = DemoFunnel(leads: leads, seed: seed, until: try end())
    guard demo.start >= .earliest else {
      throw Failure.usage(Message.demoUntilBad(["time": demo.until.iso8601]))
    }
    let session = try open(for: demo)
    // The log first: if it cannot be written, the file stays as it is too.
    try session.store.requireUnused()
    if let csv { try DemoLog.write(demo, to: csv) }
    let events = try Progress.show(.demoWriting, counted: .demoCounted) { update in
      try session.store.fill(with: demo) { try update(nil, Int64($0)) }
    }
    try format.print(answer(demo, events: events))
  }

  private func end() throws -> Timestamp {
    guard let until else { return DemoFunnel.usualEnd }
    return try DateText.instant(until, now: try file.now(), zone: .utc)
  }

  /// The file that is there, or a new one.
  private func open(for demo: DemoFunnel) throws -> Session {
    do {
      return try file.writing()
    } catch StoreError.noFile {
      let store = try Store.create(path: file.path, for: demo, zone: "UTC", currency: "EUR")
      return try Session(store: store, now: try file.now())
    }
  }

  private func answer(_ demo: DemoFunnel, events: Int) -> Answer {
    let done = Message.demoDone([
      "path": file.path, "leads": String(demo.leads), "events": String(events), "start": demo.start.iso8601,
      "until": demo.until.iso8601,
    ])
    let next = Message.demoNext(["member": demo.team.headOfBoth])
    let columns: [Grid.Column] = [
      Grid.Column(key: "path", title: .demoPath), Grid.Column(key: "leads", title: .demoLeads, kind: .integer),
      Grid.Column(key: "events", title: .demoEvents, kind: .integer),
      Grid.Column(key: "start", title: .demoStart, kind: .timestamp),
      Grid.Column(key: "until", title: .demoUntil, kind: .timestamp),
    ]
    let row: [Cell] = [
      .text(file.path), .integer(Int64(demo.leads)), .integer(Int64(events)), .timestamp(demo.start.milliseconds),
      .timestamp(demo.until.milliseconds),
    ]
    let values = zip(columns, row).reduce(into: JSONObject()) { $0.append($1.0.key, $1.1.json) }
    return Answer(schema: "demo", lines: [done, next], grid: Grid(columns: columns, rows: [row]), document: values)
  }
}
