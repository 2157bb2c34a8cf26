import ArgumentParser
import FunnelStore
import SharedFunnel

/// `export [events|leads|visits|handoffs|purchases|ledger|revenue]`: the journal as it is, or what it amounts to, streamed;
/// or the revenue of a period.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("export", .exportAbstract, .exportDiscussion)

  @Argument(help: ArgumentHelp(.exportWhatHelp)) var what: ExportChoice = .subject(.events)
  @OptionGroup var revenue: RevenueExportOptions
  @OptionGroup var filter: WhereOptions
  @Option(help: ArgumentHelp(.exportFormatHelp)) var format: OutputFormat = .csv
  @Flag(help: ArgumentHelp(.exportRawHelp)) var raw = false
  @Option(
    name: [.customLong("output"), .customLong("out")], help: ArgumentHelp(.exportOutputHelp, valueName: "file"),
    completion: .file())
  var target: String?
  @OptionGroup var file: FileOptions

  func validate() throws {
    if raw, format != .csv { throw Failure.usage(Message.exportRawOnlyCSV()) }
    if what != .revenue, !revenue.isEmpty { throw Failure.usage(Message.exportOnlyRevenue()) }
  }

  func run() throws {
    if let target, SameFile.isPart(target, ofWorkspace: file.path) {
      throw Failure.usage(Message.exportOverWorkspace(["path": file.path]))
    }
    let session = try file.reading()
    guard case .subject(let subject) = what else {
      try writeRevenue(session)
      return
    }
    let request = try request(subject, session)
    guard let target else {
      let terminal = Terminal.standardOutput()
      var output = StandardOutput()
      try write(request, session, for: terminal) { try output.write($0) }
      try output.flush()
      return
    }
    let whole = try WholeFile(path: target)
    var count: Int64 = 0
    try Progress.show(.exportProgress) { update in
      count = try write(request, session, for: .plain, progress: { try update(nil, $0) }) { try whole.write($0) }
      try whole.finish()
    }
    StandardError.say(Message.exportDone(["count": NumberText.integer(count), "path": target]))
  }

  private func writeRevenue(_ session: Session) throws {
    let request = try revenue.request(filter.conditions(), session)
    let export = try session.store.exportRevenue(request)
    var grid = RevenueExportGrid(export: export, request: request).grid
    grid.isRaw = raw
    let sidecar = RevenueSidecar(export: export, request: request).members
    let schema = "export.revenue"
    guard let target else {
      var output = StandardOutput()
      try grid.render(as: format, schema: schema, members: sidecar, for: .standardOutput()) { try output.write($0) }
      try output.flush()
      return
    }
    let beside = target + ".meta.json"
    let (whole, meta) = (try WholeFile(path: target), try WholeFile(path: beside))
    try grid.render(as: format, schema: schema, members: sidecar, for: .plain) { try whole.write($0) }
    try meta.write(JSONWriter.document(.document("\(schema).meta", sidecar)))
    try meta.prepare()
    try whole.finish()
    try meta.finish()
    let count = NumberText.integer(Int64(export.rows.count))
    StandardError.say(Message.exportDone(["count": count, "path": target]))
    StandardError.say(Message.exportSidecar(["path": beside]))
  }

  private func request(_ subject: ExportSubject, _ session: Session) throws -> ExportRequest {
    var request = ExportRequest(subject, now: session.now)
    var list = try filter.conditions()
    request.stage = try list.choice("stage", known: Stage.allCases.map(\.key)) { Stage(text: $0) }
    request.status = try list.choice("status", as: LeadStatus.self)
    request.conditions = try list.leadConditions(besides: ["stage", "status"], months: false)
    return request
  }

  /// Returns how many rows it wrote.
  @discardableResult
  private func write(
    _ request: ExportRequest, _ session: Session, for terminal: Terminal, progress: (Int64) throws -> Void = { _ in },
    _ emit: @escaping (String) throws -> Void
  ) throws -> Int64 {
    var writer = ExportWriter(subject: request.subject, format: format, isRaw: raw, terminal: terminal, emit: emit)
    try writer.begin()
    try session.store.export(request) { values in
      try writer.add(values)
      if writer.count % 1024 == 0 {
        try Interruption.check()
        try progress(writer.count)
      }
    }
    try writer.end()
    return writer.count
  }
}
