import ArgumentParser
import FunnelStore
import SharedFunnel

/// `handoff offer LEAD…`: offers leads to the department behind the next line. A member of the giving side.
struct HandoffOffer: ParsableCommand {
  static let configuration = CommandConfiguration("offer", .offerAbstract, .offerDiscussion)

  @Argument(help: ArgumentHelp(.leadsHelp, valueName: "lead")) var leads: [String]
  @Option(help: ArgumentHelp(.offerToHelp, valueName: "stage"), completion: .stages, transform: StageArgument.read)
  var to: Stage?
  @Option(help: ArgumentHelp(.offerMemberHelp, valueName: "member")) var member: String?
  @Option(help: ArgumentHelp(.dueHelp, valueName: "time")) var due: String?
  @Option(name: .customLong("accepted-by"), help: ArgumentHelp(.acceptedByHelp, valueName: "member"))
  var acceptedBy: String?
  @Option(help: ArgumentHelp(.offerNoteHelp, valueName: "text")) var note: String?
  @Option(help: ArgumentHelp(.evidenceHelp, valueName: "text")) var evidence: String?
  @Option(help: ArgumentHelp(.overrideHelp, valueName: "reason")) var override: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if override?.isEmpty == true { throw Failure.usage(Message.emptyOverride()) }
  }

  func run() throws {
    let session = try file.writing()
    let receipt = try BulkLeads(names: leads, time: time, acting: acting, dry: dry).receipt(in: session)
    let due = try due.map { try DueTime.read($0, offered: receipt.act.at ?? session.now, in: session) }
    var answer = try receipt.perform(
      personal: .said([(.note, note), (.evidence, evidence), (.override, override)]),
      done: acceptedBy == nil ? .leadsOffered : .leadsOfferedAndAccepted,
      ["member": acceptedBy ?? ""]
    ) { words in
      var request = OfferRequest(
        to: to, member: try member.map(words.member), due: due, acceptedBy: try acceptedBy.map(words.member))
      request.isOverridden = override != nil
      return .offer(request)
    }
    answer.lines += try waiting(receipt)
    try output.print(answer)
  }

  /// Who is to answer, and until when.
  private func waiting(_ receipt: LeadReceipt) throws -> [String] {
    guard let lead = receipt.leads.first, let offer = try receipt.session.store.journey(lead).openOffer,
      let due = offer.due
    else { return [] }
    return [Message.offerWaits(["receiver": offer.receiver.key, "time": due.label])]
  }
}

/// Reads until when an offer is to be answered: a duration from the offer on, or a time, where a day means its end.
enum DueTime {
  static func read(_ text: String, offered: Timestamp, in session: Session) throws -> Timestamp {
    let due: Timestamp
    do {
      due = Timestamp(milliseconds: offered.milliseconds + (try DateText.duration(text)) * 1000)
    } catch DateTextError.notADuration {
      due = try DateText.asOf(text, now: session.now, zone: session.zone)
    }
    guard due.isSupported else { throw DateTextError.outOfRange(text) }
    guard due > offered else { throw Failure.usage(Message.dueBeforeOffer(["text": text])) }
    return due
  }
}
