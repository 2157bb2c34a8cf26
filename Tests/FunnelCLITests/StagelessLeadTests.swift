import Testing

/// A lead that entered no stage is in no funnel, and must not vanish without a word.
struct StagelessLeadTests {
  @Test func statusCountsThemAndLeadsToTheirList() throws {
    let workspace = try WorkspaceFixture()
    try workspace.folder.write("id,seen\r\na,2024-01-01\r\nb,2024-01-02\r\n", to: "leads.csv")
    try workspace.folder.write(
      "source: crm\nshape: wide\nfiles:\n  - key: id\n    created: seen\n", to: "crm.yaml")
    try workspace.done(["lead", "add", "Acme"])
    #expect(try workspace.done(["status"]).out.contains("no stage") == false)
    try workspace.done(["import", workspace.folder.path("leads.csv"), "--mapping", workspace.folder.path("crm.yaml")])
    let status = try workspace.done(["status"]).out
    #expect(status.contains("Leads that have entered no stage"))
    let rows = try workspace.done(["lead", "list", "--no-stage", "--format", "json"]).json["rows"] as? [[String: Any]]
    #expect(rows?.count == 2)
    #expect(try workspace.run(["lead", "list", "--no-stage", "--stage", "4"]).status == 2)
  }
}
