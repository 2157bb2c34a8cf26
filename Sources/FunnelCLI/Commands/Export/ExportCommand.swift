import ArgumentParser
import FunnelStore
import SharedFunnel

/// `export [events|leads]`: the journal as it is, or the leads as they stand, streamed.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("export", .exportAbstract, .exportDiscussion)

  enum Subject: String, CaseIterable, ExpressibleByArgument { case events, leads }

  @Argument(help: ArgumentHelp(.exportWhatHelp)) var what: Subject = .events
  @Option(help: ArgumentHelp(.exportFormatHelp)) var format: ExportFormat = .csv
  @Option(help: ArgumentHelp(.exportOutHelp, valueName: "file"), completion: .file()) var out: String?
  @OptionGroup var file: FileOptions

  func run() throws {
    if let out, SameFile.isPart(out, ofWorkspace: file.path) {
      throw Failure.usage(Message.exportOverWorkspace(["path": file.path]))
    }
    let session = try file.reading()
    guard let out else {
      let terminal = Terminal.standardOutput()
      var output = StandardOutput()
      // A terminal gets control characters spelt out; a pipe and a file get the data as it is.
      try write(session) { try output.write(terminal.isTerminal ? ExportCommand.shown($0) : $0) }
      try output.flush()
      return
    }
    let target = try WholeFile(path: out)
    var count: Int64 = 0
    try Progress.show(.exportProgress) { update in
      count = try write(session, progress: { try update(nil, $0) }) { try target.write($0) }
      try target.finish()
    }
    StandardError.say(Message.exportDone(["count": NumberText.integer(count), "path": out]))
  }

  /// Lines made harmless, their ends kept.
  private static func shown(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.escaped($0.hasSuffix("\r") ? String($0.dropLast()) : String($0)) }.joined(separator: "\n")
  }

  /// Returns how many rows it wrote.
  @discardableResult
  private func write(
    _ session: Session, progress: (Int64) throws -> Void = { _ in }, _ emit: @escaping (String) throws -> Void
  ) throws -> Int64 {
    var writer = ExportWriter(format: format, schema: what.rawValue, emit: emit)
    func row(_ values: [Cell]) throws {
      try writer.add(values)
      if writer.count % 1024 == 0 {
        try Interruption.check()
        try progress(writer.count)
      }
    }
    switch what {
    case .events:
      try writer.begin(Store.eventColumns.map { Grid.Column(key: $0, title: $0) })
      try session.store.exportEvents { values in try row(values.map { Cell($0) }) }
    case .leads:
      let grid = LeadGrid.full(try session.store.leads(LeadQuery()))
      try writer.begin(grid.columns)
      for values in grid.rows { try row(values) }
    }
    try writer.end()
    return writer.count
  }
}
