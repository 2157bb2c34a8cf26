import FunnelStore
import SharedFunnel

/// What a salesperson opens in the morning: who waits, how long there is left, why the lead is ready, and what happened
/// to it so far.
struct InboxAnswer {
  let items: [InboxItem]
  let session: Session

  var answer: Answer {
    Answer(schema: "inbox", lines: lines, grid: grid, members: ["now": JSONValue(session.now)])
  }

  private var lines: [String] {
    guard !items.isEmpty else { return [Message.inboxEmpty()] }
    let late = items.count { $0.isOverdue }
    let counts: KeyValuePairs<String, String> = [
      "count": NumberText.integer(Int64(items.count)), "late": NumberText.integer(Int64(late)),
    ]
    let width = items.map { DisplayWidth.of($0.lead.lead.text) }.max() ?? 0
    let heading: String = late == 0 ? Message.inboxCount(counts) : Message.inboxCountLate(counts)
    var lines = [heading]
    for item in items {
      lines.append("")
      lines += card(item, width)
    }
    return lines
  }

  private func card(_ item: InboxItem, _ width: Int) -> [String] {
    let number = item.lead.lead.text
    let padding = String(repeating: " ", count: width - DisplayWidth.of(number))
    let indent = String(repeating: " ", count: width + 4)
    let offered = Message.offeredAgo([
      "member": item.offeredBy ?? Message.nobody(),
      "ago": DurationText.text(seconds: Double(session.now.seconds - item.offered.seconds)) ?? "",
      "from": String(item.from.number), "to": String(item.to.number),
    ])
    let title = "  \(padding)\(number)  \(item.lead.label ?? "")  \(timeLeft(item))"
    var lines: [String] = [title, indent + offered]
    if let member = item.member { lines.append(indent + Message.offeredTo(["member": member])) }
    if let why = item.why { lines.append(indent + Message.offerWhy(["text": why])) }
    if let evidence = item.evidence { lines.append(indent + Message.offerEvidence(["text": evidence])) }
    if let override = item.override { lines.append(indent + Message.offerOverride(["text": override])) }
    lines.append(indent + course(item))
    return lines
  }

  func timeLeft(_ item: InboxItem) -> String {
    guard let due = item.due else { return Message.neverDue() }
    let left = due.seconds - session.now.seconds
    let text = DurationText.text(seconds: Double(abs(left))) ?? ""
    guard left >= 0 else { return Message.timeLate(["time": text]) }
    let onTheClock = Message.timeLeft(["time": text])
    guard let working = workingSeconds(item, until: due), working < left,
      let time = DurationText.text(seconds: Double(working))
    else { return onTheClock }
    return Message.workingLeft(["left": onTheClock, "time": time])
  }

  /// Working time of the receiver that is left; `nil` where it keeps no hours.
  private func workingSeconds(_ item: InboxItem, until due: Timestamp) -> Int64? {
    guard let time = try? session.workspace.calendars.workingTime(of: item.receiver), !time.isClockTime else {
      return nil
    }
    return time.seconds(from: session.now, to: due)
  }

  /// The history in one line.
  private func course(_ item: InboxItem) -> String {
    var parts: [String] = []
    // A lead that was lost and came back was twice in one stage, one stay after the other.
    var numbers: [String] = []
    for stay in item.path where numbers.last != String(stay.stage.number) { numbers.append(String(stay.stage.number)) }
    let stages = numbers.joined(separator: " > ")
    if let first = item.path.first {
      let days = DurationText.text(seconds: Double(item.offered.seconds - first.entered.seconds)) ?? ""
      parts.append(Message.courseStages(["stages": stages, "time": days]))
    }
    parts.append(Message.courseTouches(["count": String(item.touches)]))
    if item.attempt > 1 { parts.append(Message.courseAttempt(["count": String(item.attempt)])) }
    if let source = item.lead.source { parts.append(source) }
    if let value = item.lead.expected { parts.append(value.label) }
    return parts.joined(separator: ", ")
  }

  private var grid: Grid {
    Grid(
      columns: [
        Grid.Column(key: "lead", title: .columnLead, kind: .identifier, priority: 9),
        Grid.Column(key: "name", title: .columnName, priority: 8),
        Grid.Column(key: "from", title: .columnFrom, kind: .integer, priority: 3),
        Grid.Column(key: "to", title: .columnTo, kind: .integer, priority: 6),
        Grid.Column(key: "giver", title: .columnGiver, priority: 2),
        Grid.Column(key: "receiver", title: .columnReceiver, priority: 5),
        Grid.Column(key: "member", title: .columnMember, priority: 2),
        Grid.Column(key: "offered_by", title: .columnOfferedBy, priority: 1),
        Grid.Column(key: "offered", title: .columnOffered, kind: .timestamp, priority: 1),
        Grid.Column(key: "due", title: .columnDue, kind: .timestamp, priority: 7),
        Grid.Column(key: "overdue", title: .columnOverdue, priority: 8),
        Grid.Column(key: "seconds_left", title: .columnLeft, kind: .duration, priority: 6),
        Grid.Column(key: "working_seconds_left", title: .columnWorkingLeft, kind: .duration, priority: 2),
        Grid.Column(key: "why", title: .columnWhy, priority: 4),
        Grid.Column(key: "evidence", title: .columnEvidence, priority: 1),
        Grid.Column(key: "override", title: .columnOverridden, priority: 1),
        Grid.Column(key: "touches", title: .columnTouches, kind: .integer, priority: 1),
        Grid.Column(key: "offers", title: .columnOffers, kind: .integer, priority: 1),
        Grid.Column(key: "history", title: .columnHistory, priority: 1),
      ],
      rows: items.map { item in
        [
          .integer(Int64(item.lead.lead.rawValue)), Cell(item.lead.label), Cell(item.from), Cell(item.to),
          Cell(item.giver), Cell(item.receiver), Cell(item.member), Cell(item.offeredBy), Cell(item.offered),
          Cell(item.due), Cell(item.isOverdue),
          item.due.map { .seconds(Double($0.seconds - session.now.seconds)) } ?? .null,
          item.due.flatMap { workingSeconds(item, until: $0) }.map { .seconds(Double($0)) } ?? .null, Cell(item.why),
          Cell(item.evidence), Cell(item.override), .integer(Int64(item.touches)), .integer(Int64(item.attempt)),
          .text(course(item)),
        ]
      }, empty: .inboxEmpty)
  }
}
