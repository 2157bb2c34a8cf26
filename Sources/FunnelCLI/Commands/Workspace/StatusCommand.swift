import ArgumentParser
import FunnelStore
import SharedFunnel

/// `status`: today's work and warnings, each with the command that shows the list.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration("status", .statusAbstract, .statusDiscussion)

  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try file.reading()
    let status = try StatusAnswer(session: session, member: acting.known(in: session))
    try output.print(
      status.grid(forPeople: output.format == .table || output.format == .markdown), schema: "status",
      members: [
        "now": JSONValue(session.now), "zone": .string(session.zone.identifier),
        "actor": JSONValue(status.member?.handle),
      ])
  }
}
