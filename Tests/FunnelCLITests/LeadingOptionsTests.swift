import Testing

@testable import FunnelCLI

struct LeadingOptionsTests {
  @Test func optionsBeforeTheCommandBelongToIt() {
    #expect(LeadingOptions.moved(["--db", "a.db", "status"]) == ["status", "--db", "a.db"])
    #expect(
      LeadingOptions.moved(["--db=a.db", "--actor", "ana", "lead", "note", "1", "--", "-x"])
        == ["lead", "note", "1", "--db=a.db", "--actor", "ana", "--", "-x"])
    #expect(LeadingOptions.moved(["status", "--db", "a.db"]) == ["status", "--db", "a.db"])
    #expect(LeadingOptions.moved(["--db"]) == ["--db"])
    #expect(LeadingOptions.moved(["--help"]) == ["--help"])
  }

  @Test func theProgramTakesThemOnEitherSide() throws {
    let workspace = try WorkspaceFixture()
    let before = try FunnelBinary.run(["--db", workspace.path, "--format", "json", "member", "list"])
    let behind = try FunnelBinary.run(["member", "list", "--db", workspace.path, "--format", "json"])
    #expect(before.status == 0)
    #expect(before.out == behind.out)
  }
}
