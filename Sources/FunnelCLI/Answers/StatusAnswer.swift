import FunnelStore
import SharedFunnel

/// What waits, and what is not as it should be.
struct StatusAnswer {
  /// A line of the status.
  struct Item {
    enum Kind: String { case work, state, warning }
    let kind: Kind
    /// What programs know it by.
    let key: String
    let text: String
    /// How many rows the list has that ``command`` prints; `nil` where there is none.
    let count: Int?
    let command: String
  }

  let session: Session
  /// Whose day it is; `nil`: everybody's.
  let member: Member?
  private(set) var items: [Item] = []

  init(session: Session, member: Member?) throws {
    self.session = session
    self.member = member
    items = try work() + state() + warnings() + strays()
  }

  /// The departments that the status is about.
  private var departments: [Department] { member?.departments.departments ?? Department.all }

  private func work() throws -> [Item] {
    try departments.flatMap { department in
      let offers = try session.store.inbox(of: DepartmentSet(department), now: session.now)
      let overdue = offers.filter(\.isOverdue).count
      let command = "funnel handoff inbox --department \(department.key)"
      var items = [
        Item(
          kind: .work, key: "offers_waiting", text: Message.statusOffers(["department": department.key]),
          count: offers.count, command: command)
      ]
      if overdue > 0 {
        items.append(
          Item(
            kind: .work, key: "offers_overdue", text: Message.statusOverdue(["department": department.key]),
            count: overdue, command: command + " --overdue"))
      }
      return items
    }
  }

  private func state() throws -> [Item] {
    let day = try DateText.period("today", now: session.now, zone: session.zone)
    let stages = try session.store.owners(ReportScope(now: session.now), period: day).report.stages
    return departments.map { department in
      let own = stages.filter { $0.owners.isSuperset(of: DepartmentSet(department)) }
      return Item(
        kind: .state, key: "open_leads",
        text: Message.statusOpen([
          "department": department.key, "stages": own.map { String($0.stage.number) }.joined(separator: ", "),
        ]), count: own.map(\.open).reduce(0, +),
        command: "funnel lead list --status open --stages-of \(department.key)")
    }
  }

  private func strays() throws -> [Item] {
    var query = LeadQuery()
    query.isWithoutStage = true
    let count = try session.store.count(query)
    guard count > 0 else { return [] }
    return [
      Item(
        kind: .warning, key: "no_stage", text: Message.statusNoStage(), count: count,
        command: "funnel lead list --no-stage")
    ]
  }

  private func warnings() -> [Item] {
    let ownership = session.workspace.ownership
    let active = session.workspace.roster.members.filter(\.isActive)
    var items: [Item] = []
    func warn(_ key: String, _ text: String, _ command: String, count: Int? = nil) {
      items.append(Item(kind: .warning, key: key, text: text, count: count, command: command))
    }
    if member == nil {
      warn("no_actor", Message.statusNoActor(["login": session.login]), "funnel member list")
    }
    let without = Stage.allCases.filter { stage in
      let responsible = ownership.responsible(for: stage, at: session.now).flatMap { session.workspace.roster[$0] }
      return responsible?.isActive != true
    }
    if !without.isEmpty {
      let numbers = without.map { String($0.number) }.joined(separator: ", ")
      warn(
        "no_responsible", Message.statusNoResponsible(["stages": numbers]), "funnel stage list", count: without.count)
    }
    if ownership.boundaries(at: session.now).isEmpty { warn("no_line", Message.statusNoLine(), "funnel stage list") }
    for department in Department.all
    where !active.contains(where: { $0.heads.isSuperset(of: DepartmentSet(department)) }) {
      warn("no_head", Message.statusNoHead(["department": department.key]), "funnel department list")
    }
    if !active.contains(where: \.isHeadOfBoth) {
      warn("no_common_head", Message.statusNoCommonHead(), "funnel member list")
    }
    return items
  }

  /// - Parameter forPeople: without what only programs need.
  func grid(forPeople: Bool) -> Grid {
    var columns = [
      Grid.Column(key: "kind", title: .columnKind, priority: 6),
      Grid.Column(key: "text", title: .columnWhat, priority: 9, fit: .wrapped),
      Grid.Column(key: "count", title: .columnCount, kind: .integer, priority: 8),
      Grid.Column(key: "command", title: .columnSee, priority: 7, fit: .wrapped),
    ]
    if !forPeople { columns.insert(Grid.Column(key: "key", title: .columnKey), at: 1) }
    let date = session.zone.date(of: session.now).iso
    return Grid(
      columns: columns,
      rows: items.map { item in
        let row: [Cell] = [
          .text(item.kind.rawValue), .text(item.text), item.count.map { Cell($0) } ?? .null, .text(item.command),
        ]
        return forPeople ? row : [row[0], .text(item.key)] + row.dropFirst()
      },
      heading: Message.statusHeading([
        "path": session.store.path, "date": date, "zone": session.zone.identifier,
        "member": member?.handle ?? Message.everyone(),
      ]))
  }
}
