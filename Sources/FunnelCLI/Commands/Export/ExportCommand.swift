import ArgumentParser
import FunnelStore
import SharedFunnel

/// `export [events|leads|visits|handoffs|purchases|ledger]`: the journal as it is, or what it amounts to, streamed.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("export", .exportAbstract, .exportDiscussion)

  @Argument(help: ArgumentHelp(.exportWhatHelp)) var what: ExportSubject = .events
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
  }

  func run() throws {
    if let target, SameFile.isPart(target, ofWorkspace: file.path) {
      throw Failure.usage(Message.exportOverWorkspace(["path": file.path]))
    }
    let session = try file.reading()
    let request = try request(session)
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

  private func request(_ session: Session) throws -> ExportRequest {
    var request = ExportRequest(what, now: session.now)
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
    var writer = ExportWriter(subject: what, format: format, isRaw: raw, terminal: terminal, emit: emit)
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
