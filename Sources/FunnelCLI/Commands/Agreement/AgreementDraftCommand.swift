import ArgumentParser
import FunnelStore
import SharedFunnel

/// `agreement draft`: a new version of what both sides promise each other. A member of either side; it holds once heads
/// of both have signed.
struct AgreementDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration("draft", .draftAbstract, .draftDiscussion)

  @OptionGroup var line: LineOptions
  @Option(help: ArgumentHelp(.draftFromHelp, valueName: "date")) var from: String?
  @Option(name: .customLong("require"), help: ArgumentHelp(.requireHelp, valueName: "criterion"))
  var criteria: [String] = []
  @Option(help: ArgumentHelp(.draftAnswerHelp, valueName: "time"), transform: TimeLimitArgument.read)
  var answer: TimeLimit?
  @Option(help: ArgumentHelp(.draftContactHelp, valueName: "time")) var contact: String?
  @Option(help: ArgumentHelp(.draftAttemptsHelp, valueName: "count")) var attempts: Int?
  @Option(help: ArgumentHelp(.draftSilenceHelp, valueName: "meaning"), transform: AgreementDraftCommand.readSilence)
  var silence: Silence?
  @Option(name: .customLong("dispute-days"), help: ArgumentHelp(.draftDisputeDaysHelp, valueName: "days"))
  var disputeDays: Int?
  @Option(help: ArgumentHelp(.draftVolumeHelp, valueName: "count/unit")) var volume: String?
  @Option(help: ArgumentHelp(.draftQualityHelp, valueName: "percent")) var quality: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  /// What takes an agreed term away.
  private static let none = "none"

  func run() throws {
    let session = try file.writing()
    let line = try line.line(in: session)
    let act = try acting.act(in: session, isDryRun: dry.isDryRun)
    let start = try from.map(session.instant)
    let agreement = try session.store.draftAgreement(for: line, from: start, act) { terms in
      try change(&terms)
    }
    guard let agreement else { throw Failure.usage(Message.recordedBefore()) }
    var lines = [Message.agreementDrafted(["version": String(agreement.version), "line": line.label])]
    lines += AgreementPage(agreement: agreement, session: session).lines
    if dry.isDryRun { lines.append(Message.nothingRecorded()) }
    try output.print(
      Answer(
        schema: "agreements", lines: lines, grid: AgreementPage.grid([agreement], session),
        members: ["recorded": .bool(!dry.isDryRun), "dry_run": .bool(dry.isDryRun)]))
    AgreementWarning(agreement: agreement, session: session).say()
  }

  private func change(_ terms: inout AgreementTerms) throws {
    if !criteria.isEmpty {
      terms.criteria = criteria == [Self.none] ? [] : try criteria.map(Self.readCriterion)
    }
    if let answer { terms.answer = answer }
    if let contact { terms.contact = contact == Self.none ? nil : try TimeLimitArgument.read(contact) }
    if let attempts { terms.attempts = attempts == 0 ? nil : attempts }
    if let silence { terms.silence = silence }
    if let disputeDays { terms.disputeDays = disputeDays }
    if let volume { terms.volume = volume == Self.none ? nil : try Self.readVolume(volume) }
    if let quality { terms.quality = quality == Self.none ? nil : try Self.readPercent(quality) }
    switch terms.problem {
    case .answer, .contact: throw Failure.usage(Message.limitOutOfRange())
    case .attempts: throw Failure.usage(Message.attemptsOutOfRange())
    case .disputeDays: throw Failure.usage(Message.disputeDaysOutOfRange())
    case .volume: throw Failure.usage(Message.badVolume(["text": volume ?? ""]))
    case .quality: throw Failure.usage(Message.badPercent(["text": quality ?? ""]))
    case nil: break
    }
  }

  private static func readCriterion(_ text: String) throws -> ReadinessCriterion {
    guard let criterion = ReadinessCriterion(text: text) else {
      throw Failure.usage(Message.badCriterion(["text": text]))
    }
    return criterion
  }

  private static func readSilence(_ text: String) throws -> Silence {
    guard let silence = Silence(rawValue: text.lowercased()) else {
      throw Failure.usage(Message.badSilence(["text": text]))
    }
    return silence
  }

  private static func readVolume(_ text: String) throws -> AgreedVolume {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 2, let count = Int(parts[0]), let unit = AgreedVolume.Unit(rawValue: parts[1].lowercased())
    else { throw Failure.usage(Message.badVolume(["text": text])) }
    return AgreedVolume(count: count, per: unit)
  }

  private static func readPercent(_ text: String) throws -> Int {
    guard let percent = Int(text.hasSuffix("%") ? String(text.dropLast()) : text) else {
      throw Failure.usage(Message.badPercent(["text": text]))
    }
    return percent
  }
}
