import Foundation
import Testing

/// Whatever is typed and whatever lies in the file: an answer or a sentence, never a crash.
@Suite("Nonsense never crashes")
struct ArgumentFuzzTests {
  private static let words = [
    "lead", "add", "move", "list", "show", "find", "edit", "tag", "value", "purchase", "refund", "lose", "history",
    "assign", "touch", "note", "handoff", "offer", "accept", "inbox", "sweep", "stage", "member", "reason", "status",
    "check", "migrate", "init", "--stage", "--db", "--at", "--actor", "--format", "json", "csv", "--dry-run", "--key",
    "--amount", "--currency", "--limit", "--due", "--window", "--", "-", "", "1", "0", "-1", "4294967296",
    "99999999999999999999", "#", "hubspot:1", "EUR", "1.005", "2025-02-29", "yesterday", "last 999999999 days",
    "9999-12-31", "1e9", "\u{202E}", "ز", "\u{1F3F4}", "'", "\"", "%s", "{lead}", "\n", "a=b", "--stage=", "--=x",
    "-h", "--help", "--version", "--command-id", "0192f0c1-7a2b-7c3d-8e4f-001122330000", "both", "+", "marketing+",
  ]

  @Test("random arguments end in one of the promised statuses")
  func arguments() throws {
    let workspace = try WorkspaceFixture()
    try workspace.done(["lead", "add", "Acme", "--key", "hubspot:1"])
    var random = SeededGenerator(seed: 20_261_103)
    for _ in 0..<250 {
      var arguments = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        ArgumentFuzzTests.words.randomElement(using: &random) ?? ""
      }
      if Bool.random(using: &random) {
        arguments.insert(["lead", "handoff", "stage"].randomElement(using: &random) ?? "", at: 0)
      }
      let outcome = try workspace.run(arguments, stdin: "1\n\u{0}x\n")
      #expect(!outcome.crashed, "\(arguments)")
      #expect([0, 1, 2, 3].contains(outcome.status), "\(arguments): \(outcome.status) \(outcome.err)")
      #expect(outcome.status == 0 || outcome.err.hasPrefix("Error: "), "\(arguments): \(outcome.err)")
    }
    #expect(try workspace.done(["check"]).status == 0)
  }

  @Test("arguments that are no UTF-8 are text like any other")
  func bytes() throws {
    let workspace = try WorkspaceFixture()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "\"$0\" lead add \"$(printf 'a\\377b\\300')\" --db \"$1\" --actor ana --format json",
      FunnelBinary.executable.path,
      workspace.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect([0, 2].contains(process.terminationStatus))
  }

  @Test("random bytes as a workspace, and a workspace with random bytes in it, are refused and left alone")
  func files() throws {
    let workspace = try WorkspaceFixture()
    for name in ["Acme", "Bolt", "Cog"] {
      try workspace.done(["lead", "add", name, "--stage", "4", "--key", "k:\(name)"])
    }
    let copy = workspace.folder.path("copy.db")
    try workspace.done(["backup", copy])
    let sound = try Data(contentsOf: URL(fileURLWithPath: copy))
    var random = SeededGenerator(seed: 7)
    let commands = [
      ["lead", "list"], ["lead", "show", "1"], ["lead", "history", "2"], ["lead", "add", "X"], ["check"], ["rebuild"],
      ["status"], ["stage", "list"], ["handoff", "offer", "1"], ["migrate", "--status"], ["lead", "find", "k:"],
    ]
    for round in 0..<60 {
      var bytes = sound
      if round % 6 == 0 {
        bytes = Data(
          (0..<Int.random(in: 0...5000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
      } else {
        for _ in 0..<Int.random(in: 1...40, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if round % 6 == 1 { bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)) }
      }
      let name = "random-\(round).db"
      try workspace.folder.write(bytes, to: name)
      let command = commands[round % commands.count]
      let outcome = try workspace.run(command + ["--db", workspace.folder.path(name)])
      #expect(!outcome.crashed, "round \(round): \(command) \(outcome.err)")
      #expect([0, 1, 3, 5, 70].contains(outcome.status), "round \(round): \(command) \(outcome.status)")
      #expect(outcome.status == 0 || outcome.err.hasPrefix("Error: "), "round \(round): \(command) \(outcome.err)")
      #expect(!outcome.err.contains("did not foresee"), "round \(round): \(command) \(outcome.err)")
    }
  }
}
