import FunnelStore
import SharedFunnel

/// Words for errors: what went wrong and what to do about it. Empty for what ends the program quietly.
enum Complaint {
  static func sentence(of error: any Error) -> String {
    switch error {
    case let failure as Failure: failure.sentence
    case let error as StoreError: sentence(of: error)
    case let refusal as Refusal: refusal.message(in: DisplayZone.current)
    case let error as DateTextError: error.message
    case let error as ReportingZoneError: error.message
    case let error as WorkingCalendarError: error.message
    case let error as OutputError: error.description
    case let error as InputError: sentence(of: error)
    default: Message.unforeseen(["error": String(describing: error)])
    }
  }

  private static func sentence(of error: StoreError) -> String {
    switch error {
    case .refused(let refusal): refusal.message(in: DisplayZone.current)
    case .notComparable(let error): error.message
    case .noFile(let path): Message.noFile(["path": path])
    case .fileExists(let path): Message.fileExists(["path": path])
    case .notAFunnelFile(let path): Message.notAFunnelFile(["path": path])
    case .newerFile(let path, let version, let migration, let known):
      Message.newerFile([
        "path": path, "version": String(version), "migration": migration, "known": String(known),
      ])
    case .needsMigration(let path, let version, let known):
      Message.needsMigration(["path": path, "version": String(version), "known": String(known)])
    case .busy(let holder, let seconds):
      Message.busy([
        "holder": holder ?? Message.anotherProgram(), "time": DurationText.text(seconds: seconds) ?? "",
      ])
    case .noSuchLead(let name): Message.noSuchLead(["lead": name])
    case .noSuchEvent(let event): Message.noSuchEvent(["event": event])
    case .noSuchMember(let handle, let hint): noSuchMember(handle, known: hint)
    case .noSuchReason(let key, let known):
      Message.noSuchReason(["reason": key, "known": known.joined(separator: ", ")])
    case .noSuchView(let name, let known):
      known.isEmpty
        ? Message.noViewsYet(["name": name])
        : Message.noSuchView(["name": name, "known": known.joined(separator: ", ")])
    case .noSuchTerm(let kind, let text, let known):
      known.isEmpty
        ? Message.noTermsAtAll(["kind": kind, "text": text])
        : Message.noSuchTerm(["kind": kind, "text": text, "known": known.joined(separator: ", ")])
    case .keyTaken(let key, let lead): Message.keyTaken(["key": key, "lead": lead.text])
    case .damaged(let what): Message.damaged(["what": what])
    case .input(let error): sentence(of: error)
    case .sqlite(_, let path): engine(error, path)
    case .interrupted: Message.interrupted()
    }
  }

  private static func engine(_ error: StoreError, _ path: String) -> String {
    let reason = error.engineReason?.sentence ?? ""
    let message: Message = reason.contains(path) ? .sqliteOfPath : .sqlite
    return message(["path": path, "error": reason, "code": String(error.engineReason?.code ?? 0)])
  }

  private static func noSuchMember(_ handle: String, known: String) -> String {
    known.isEmpty
      ? Message.noMembersYet(["member": handle])
      : Message.noSuchMember(["member": handle, "known": known])
  }

  private static func sentence(of error: InputError) -> String {
    guard let line = error.line else { return Message.badFile(["file": error.file, "reason": error.reason]) }
    return Message.badLine(["file": error.file, "line": String(line), "reason": error.reason])
  }
}
