import Foundation
import Testing

/// Targets with the real program.
struct TargetTranscriptTests {
  private func show(_ workspace: WorkspaceFixture, _ options: String...) throws -> [String: Any] {
    let outcome = try workspace.done(["target", "show", "2026-Q4", "--format", "json"] + options)
    return outcome.json
  }

  /// What a person reads of a target, a program reads too: else it would judge a quarter by half of what was signed.
  @Test func showTellsProgramsThePartsTheWeightsTheModelAndWhatIsSourced() throws {
    let workspace = try WorkspaceFixture()
    try workspace.folder.write("from,weight\n2026-10,30\n2026-11,30\n2026-12-01,40\n", to: "plan.csv")
    try workspace.done([
      "target", "set", "2026-Q4", "--amount", "1000", "--plan", "seasonal", "plan.csv", "--part", "product=starter:400",
      "--part", "product=team:600", "--part", "segment=smb:1000", "--model", "time_decay:14d", "--sourced",
      "first_touch",
    ])
    func check(_ target: [String: Any], signed: [String], _ place: SourceLocation = #_sourceLocation) {
      let parts = target.objects("parts").map { part in
        let minor = part.object("amount").int("minor") ?? -1
        return "\(part.string("by") ?? "") \(part.string("key") ?? "") \(minor)"
      }
      #expect(
        parts == ["product starter 40000", "product team 60000", "segment smb 100000"], sourceLocation: place)
      let weights = target.objects("plan_weights").map { "\($0.string("from") ?? "") \($0.int("weight") ?? -1)" }
      #expect(weights == ["2026-10-01 30", "2026-11-01 30", "2026-12-01 40"], sourceLocation: place)
      #expect(target.string("plan") == "seasonal", sourceLocation: place)
      #expect(target.string("model") == "time_decay:14d", sourceLocation: place)
      #expect(target.string("sourced") == "first_touch", sourceLocation: place)
      #expect(target.objects("signatures").compactMap { $0.string("member") } == signed, sourceLocation: place)
    }
    let drafted = try show(workspace)
    #expect(drafted.objects("rows").isEmpty)
    check(drafted.object("draft"), signed: [])
    try workspace.done(["target", "sign", "2026-Q4"])
    try workspace.done(["target", "sign", "2026-Q4"], actor: "ben")
    let signed = try show(workspace)
    check(try #require(signed.objects("rows").first), signed: ["ana", "ben"])
    #expect(signed["draft"] is NSNull)
    // A plan without weights says so, and a draft stands beside what counts.
    try workspace.done(["target", "revise", "2026-Q4", "--plan", "linear", "--part", "none"])
    let revised = try show(workspace)
    check(try #require(revised.objects("rows").first), signed: ["ana", "ben"])
    #expect(revised.object("draft")["plan_weights"] is NSNull)
    #expect(revised.object("draft").objects("parts").isEmpty)
    #expect(try show(workspace, "--version", "2").objects("rows").first?.int("version") == 2)
  }
}
