import FunnelStore
import SharedFunnel

extension CommissionPage {
  /// What a version would have paid beside what is in force.
  func answer(_ preview: CommissionPreview, of policy: CommissionPolicy, over period: TargetPeriod) -> Answer {
    let currency = Currency(code: policy.terms.currency)
    func cell(_ minor: Int64) -> Cell { Cell(currency.map { Money(minor: minor, currency: $0) }) }
    func row(_ department: Cell, _ member: Cell, _ line: CommissionPreview.Line) -> [Cell] {
      [department, member, cell(line.supposed), cell(line.inForce), cell(line.difference)]
    }
    let version = String(policy.version)
    var grid = Grid(
      columns: [
        Grid.Column(key: "department", title: .columnDepartment, priority: 8),
        Grid.Column(key: "member", title: .columnMember, priority: 9),
        Grid.Column(
          key: "would_pay", title: Message.columnWouldPay(["version": version]), kind: .money, priority: 9),
        Grid.Column(key: "in_force", title: .columnInForceNow, kind: .money, priority: 9),
        Grid.Column(key: "difference", title: .columnDifference, kind: .money, priority: 9),
      ],
      rows: preview.lines.map { line in
        let member = line.payee.member.flatMap { session.workspace.roster[$0]?.handle }
        return row(.text(line.payee.department?.key ?? Message.unallocated()), Cell(member), line)
      }, total: row(.null, .null, preview.total))
    grid.notes = [
      Message.previewMeaning([
        "from": period.first.iso, "to": period.last.iso, "zone": session.workspace.zone, "until": session.now.label,
        "model": policy.terms.model.text, "version": version,
      ])
    ]
    let heading = Message.previewHeading(["period": period.label, "version": version])
    return Answer(
      schema: "commission_preview", lines: [heading] + skipped(preview.supposed), grid: grid,
      members: [
        "period": .string(period.label), "from": .string(period.first.iso), "to": .string(period.last.iso),
        "zone": .string(session.workspace.zone), "observed_until": JSONValue(session.now),
        "version": .int(Int64(policy.version)), "model": .string(policy.terms.model.text),
      ], sections: [grid])
  }
}
