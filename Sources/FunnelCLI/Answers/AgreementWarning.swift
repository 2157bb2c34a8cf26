import SharedFunnel

/// What an agreement promises and nobody can keep apart from something else: working time of a side without a calendar.
struct AgreementWarning {
  let agreement: Agreement
  let session: Session

  /// Said on standard error: nothing is refused, for the calendar may come later.
  func say() {
    let terms = agreement.terms
    guard terms.answer.isWorking || terms.contact?.isWorking == true else { return }
    let without = agreement.receiver.departments.filter { department in
      session.workspace.calendars.version(of: department, at: session.now)?.calendar == nil
    }
    guard !without.isEmpty else { return }
    StandardError.say(
      Message.worksWithoutCalendar([
        "version": String(agreement.version), "line": agreement.line.label,
        "departments": without.map(\.key).joined(separator: "+"),
      ]))
  }
}
