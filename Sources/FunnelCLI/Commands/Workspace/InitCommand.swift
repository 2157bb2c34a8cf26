import ArgumentParser
import FunnelStore
import SharedFunnel

/// `init`: a new workspace.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration("init", .initAbstract, .initDiscussion)

  @Option(help: ArgumentHelp(.zoneHelp)) var zone = "UTC"
  @Option(help: ArgumentHelp(.workspaceCurrencyHelp, valueName: "code")) var currency = "EUR"
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let zone = try ReportingZone(identifier: zone).identifier
    guard let currency = Currency(code: currency) else {
      throw Failure.usage(Message.noSuchCurrency(["code": currency]))
    }
    let now = try file.now()
    let login = ProcessEnvironment.login
    var random = SystemRandomNumberGenerator()
    _ = try Store.create(
      path: file.path, start: Initialization(zone: zone, currency: currency.code),
      CommandContext(id: .command(at: now, using: &random), now: now, login: login))
    let grid = Grid(
      columns: [
        Grid.Column(key: "path", title: .columnPath), Grid.Column(key: "zone", title: .columnZone),
        Grid.Column(key: "currency", title: .columnCurrency),
        Grid.Column(key: "created", title: .columnCreated, kind: .timestamp),
      ],
      rows: [[.text(file.path), .text(zone), .text(currency.code), Cell(now)]])
    try output.print(
      Answer(
        schema: "workspace",
        lines: [
          Message.workspaceMade(["path": file.path, "zone": zone, "currency": currency.code]),
          Message.workspaceOwners(),
          Message.workspaceNext(["login": login.lowercased()]),
        ], grid: grid, document: grid.rows.first.map(grid.object)))
  }
}
