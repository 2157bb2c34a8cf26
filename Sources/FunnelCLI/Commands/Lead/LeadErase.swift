import ArgumentParser
import FunnelStore
import SharedFunnel

/// `lead erase LEAD… --yes`: deletes their personal data. A member of an owner of the lead's stage, or a head.
struct LeadErase: ParsableCommand {
  static let configuration = CommandConfiguration("erase", .leadEraseAbstract, .leadEraseDiscussion)

  @Argument(help: ArgumentHelp(.leadsHelp, valueName: "lead")) var leads: [String]
  @Flag(help: ArgumentHelp(.eraseYesHelp)) var yes = false
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    guard yes || dry.isDryRun else { throw Failure.usage(Message.eraseNeedsYes()) }
  }

  func run() throws {
    let session = try file.writing()
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let erasure = try session.store.erase(try LeadNames.leads(leads, in: session), act)
    let numbers = erasure.leads.map(\.text).joined(separator: ", ")
    var lines = [Message.erasedLeads(["leads": numbers, "values": String(erasure.values)])]
    if erasure.wordsErased > 0 {
      lines.append(Message.erasedWordsGone(["count": String(erasure.wordsErased)]))
    }
    if !erasure.words.isEmpty {
      lines.append(Message.erasedWords(["words": erasure.words.map { "'\($0)'" }.joined(separator: ", ")]))
    }
    if !erasure.others.isEmpty {
      lines.append(Message.erasedOthers(["leads": erasure.others.map(\.text).joined(separator: ", ")]))
    }
    if !erasure.backups.isEmpty {
      lines.append(Message.erasedBackups())
      lines += erasure.backups.map { "  \($0.path)  (\(Timestamp(milliseconds: $0.at).label))" }
    }
    lines.append(Message.erasedElsewhere())
    let grid = Grid(
      columns: [Grid.Column(key: "lead", title: .columnLead, kind: .integer)],
      rows: erasure.leads.map { [.integer(Int64($0.rawValue))] })
    try output.print(
      Answer(
        schema: "erase", lines: lines, grid: grid,
        members: [
          "recorded": .bool(!act.isDryRun), "dry_run": .bool(act.isDryRun), "values": .int(Int64(erasure.values)),
          "words_erased": .int(Int64(erasure.wordsErased)), "words": .array(erasure.words.map { .string($0) }),
          "other_leads": .array(erasure.others.map { .int(Int64($0.rawValue)) }),
          "backups": .array(erasure.backups.map { .string($0.path) }),
        ], notes: act.isDryRun ? [Message.nothingRecorded()] : []))
  }
}
