import ArgumentParser
import FunnelStore
import SharedFunnel

/// `backup FILE`: a copy of the workspace as it is now, while others go on working.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration("backup", .backupAbstract, .backupDiscussion)

  @Argument(help: ArgumentHelp(.backupFileHelp), completion: .file()) var target: String
  @Flag(help: ArgumentHelp(.overwriteHelp)) var overwrite = false
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    try Progress.show(.backingUp, counted: .progressPages) { report in
      try session.store.backup(to: target, overwriting: overwrite) { remaining, total in
        try report(total > 0 ? Double(total - remaining) / Double(total) : nil, Int64(total - remaining))
      }
    }
    var answer = Answer.copied(from: file.path, to: target, schema: "backup", .backedUp)
    if let why = notNoted(session) { answer.notes.append(Message.backupNotNoted(["why": why])) }
    try output.print(answer)
  }

  /// An erasure names the copies that it cannot reach; a workspace that cannot be written is copied all the same.
  private func notNoted(_ reading: Session) -> String? {
    do {
      let session = try file.writing()
      try session.store.noteBackup(
        at: target, by: try acting.recorder(in: session), session.context(acting.command.id))
      return nil
    } catch {
      return Complaint.sentence(of: error)
    }
  }
}

extension Answer {
  /// That a workspace was copied.
  static func copied(from source: String, to target: String, schema: String, _ sentence: Message) -> Answer {
    let grid = Grid(
      columns: [Grid.Column(key: "from", title: .columnFrom), Grid.Column(key: "to", title: .columnTo)],
      rows: [[.text(source), .text(target)]])
    return Answer(
      schema: schema, lines: [sentence(["from": source, "to": target])], grid: grid,
      document: ["from": .string(source), "to": .string(target)])
  }
}
