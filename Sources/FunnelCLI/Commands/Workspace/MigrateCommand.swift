import ArgumentParser
import FunnelStore
import SharedFunnel

/// `migrate`: brings the file to the schema of this program; `--status` only says where it stands.
struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration("migrate", .migrateAbstract, .migrateDiscussion)

  @Flag(help: ArgumentHelp(.migrateStatusHelp)) var status = false
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let before = try Store.migrations(path: file.path)
    let after = status ? before : try file.writing().store.migrations()
    let pending = after.filter { $0.applied == nil }.count
    let applied = before.filter { $0.applied == nil }.count - pending
    var grid = Grid(
      columns: [
        Grid.Column(key: "version", title: .columnVersion, kind: .integer),
        Grid.Column(key: "name", title: .columnName),
        Grid.Column(key: "applied", title: .columnApplied, kind: .timestamp),
      ],
      rows: after.map { [Cell($0.version), .text($0.name), Cell($0.applied.map(Timestamp.init(milliseconds:)))] })
    grid.notes = [
      pending > 0
        ? Message.migrationsPending(["count": String(pending)])
        : applied > 0 ? Message.migrationsApplied(["count": String(applied)]) : Message.migrationsNone()
    ]
    try output.print(grid, schema: "migrations", members: ["pending": .int(Int64(pending))])
  }
}
