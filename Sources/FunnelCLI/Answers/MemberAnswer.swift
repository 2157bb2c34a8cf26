import FunnelStore
import SharedFunnel

/// Members as rows.
struct MemberAnswer {
  let members: [Member]
  let names: [MemberID: String]

  /// - Parameter handle: only this member.
  init(session: Session, handle: String? = nil) throws {
    let known = session.workspace.roster.members
    members = handle.map { handle in known.filter { $0.handle == handle.lowercased() } } ?? known
    names = try session.store.memberNames()
  }

  var grid: Grid {
    Grid(
      columns: [
        Grid.Column(key: "member", title: .columnMember, priority: 9, fit: .whole),
        Grid.Column(key: "name", title: .columnName, priority: 6),
        Grid.Column(key: "departments", title: .columnDepartments, priority: 8),
        Grid.Column(key: "heads", title: .columnHeads, priority: 7),
        Grid.Column(key: "active", title: .columnActive, priority: 5),
      ],
      rows: members.map { member in
        [
          .text(member.handle), Cell(names[member.id]), Cell(member.departments),
          member.heads.isEmpty ? .list([]) : Cell(member.heads), Cell(member.isActive),
        ]
      }, empty: .noMembers)
  }

  /// The answer about one member that was written.
  func answer(_ sentence: String, isRecorded: Bool) -> Answer {
    var lines = [sentence]
    if let member = members.first {
      lines.append(
        Message.memberState([
          "member": member.handle, "departments": member.departments.departments.map(\.key).joined(separator: ", "),
          "heads": member.heads.isEmpty
            ? Message.headOfNone() : member.heads.departments.map(\.key).joined(separator: ", "),
        ]))
    }
    let members: JSONObject = ["recorded": .bool(isRecorded)]
    var document = members
    if let row = grid.rows.first { document.append(contentsOf: grid.object(row)) }
    return Answer(schema: "member", lines: lines, grid: grid, document: document)
  }
}

extension DepartmentSet {
  /// All departments that any of the sets holds.
  init(_ sets: [DepartmentSet]) { self = sets.reduce(into: []) { $0.formUnion($1) } }
}
