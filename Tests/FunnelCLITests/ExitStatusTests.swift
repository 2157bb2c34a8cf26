import Foundation
import FunnelStore
import SharedFunnel
import Testing

@testable import FunnelCLI

#if canImport(Glibc)
  import Glibc
#endif

/// Scripts rely on these numbers.
@Suite("Exit status and its one sentence")
struct ExitStatusTests {
  @Test("the table is what the issue promises")
  func table() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 70, 130])
  }

  @Test("help and version are answers on standard output")
  func help() throws {
    for arguments in [[], ["--help"], ["help"], ["lead"], ["lead", "--help"], ["help", "lead", "move"], ["-h"]] {
      let outcome = try FunnelBinary.run(arguments)
      #expect(outcome.status == 0, "\(arguments)")
      #expect(outcome.out.hasPrefix("OVERVIEW: "), "\(arguments)")
      #expect(outcome.err == "", "\(arguments)")
    }
    let version = try FunnelBinary.run(["--version"])
    #expect(version.status == 0)
    #expect(version.out.wholeMatch(of: /funnel \d+\.\d+\.\d+ \(SQLite 3\.\d+\.\d+\)\n/) != nil)
  }

  @Test("2: arguments that cannot be understood, with nothing on standard output")
  func usage() throws {
    for arguments in [
      ["nope"], ["lead", "nope"], ["lead", "list", "--bogus"], ["lead", "list", "--format", "xml"],
      ["lead", "list", "--limit", "many"], ["lead", "add"], ["lead", "add", "a", "b"],
      ["lead", "list", "--now", "today"], ["lead", "list", "--db", ""], ["report", "nope"],
    ] {
      let outcome = try FunnelBinary.run(arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.err.hasPrefix("Error: "), "\(arguments)")
      #expect(outcome.out == "", "\(arguments)")
    }
    let clock = try FunnelBinary.run(["lead", "list"], env: ["FUNNEL_NOW": "soon"])
    #expect(clock.status == 2)
    #expect(clock.err == "Error: 'soon' is not a time in ISO 8601 with an offset, such as 2026-11-03T14:05:00Z.\n")
  }

  @Test("3: a workspace that is not there, is a folder, is something else or cannot be written")
  func files() throws {
    let folder = try TemporaryFolder()
    try folder.write("Not a database, whatever its name says; and long enough to be looked at.", to: "text.db")
    try folder.write("", to: "empty.db")
    func run(_ path: String, _ arguments: [String] = ["lead", "list"]) throws -> FunnelBinary.Outcome {
      let outcome = try FunnelBinary.run(arguments + ["--db", path], env: ["FUNNEL_ACTOR": "ana"])
      #expect(outcome.status == 3, "\(path)")
      #expect(outcome.out == "")
      return outcome
    }
    let missing = folder.path("nope.db")
    #expect(
      try run(missing).err
        == "Error: There is no workspace \(missing). Make one with 'funnel init', or name it with --db.\n")
    #expect(!FileManager.default.fileExists(atPath: missing), "looking for a workspace does not make one")
    #expect(try run(folder.url.path).err.contains("is a folder"))
    for name in ["text.db", "empty.db"] {
      let path = folder.path(name)
      let sentence = "Error: \(path) is not a workspace of this program. Name the right file with --db.\n"
      #expect(try run(path).err == sentence)
      #expect(try run(path, ["lead", "add", "Acme"]).err == sentence)
      #expect(try run(path, ["migrate", "--status"]).err == sentence)
    }
    #expect(try String(contentsOf: folder.url.appendingPathComponent("empty.db"), encoding: .utf8) == "")
    #expect(try run(folder.path("no/such/folder.db"), ["init"]).err.contains("folder"))
  }

  @Test("3: standard output on a full disk; 0: a reader that has seen enough")
  func output() throws {
    let workspace = try WorkspaceFixture()
    try #require(FileManager.default.fileExists(atPath: "/dev/full"))
    func shell(_ script: String) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", script, FunnelBinary.executable.path, workspace.path]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try shell("\"$0\" reason list --db \"$1\" > /dev/full") == 3)
    #expect(
      try shell("{ \"$0\" reason list --db \"$1\"; echo $? >&3; } 3>\"$1.status\" | true; exit $(cat \"$1.status\")")
        == 0)
  }

  @Test("4: another program writes for longer than we wait; 130: Ctrl-C while we wait; the file stays as it was")
  func busyAndInterrupted() throws {
    let workspace = try WorkspaceFixture()
    try workspace.done(["lead", "add", "Acme"])
    let before = try workspace.done(["lead", "list", "--format", "json"]).out
    // The turn of writers is a lock on the file beside the workspace.
    let lock = open(workspace.path + "-writer", O_RDWR)
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    defer { close(lock) }

    let process = Process()
    process.executableURL = FunnelBinary.executable
    process.arguments = ["lead", "add", "Bolt", "--db", workspace.path, "--actor", "ana"]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // Once the handler stands, the command ends at the first signal; before that the signal would kill it.
    Thread.sleep(forTimeInterval: 1)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)

    let busy = try workspace.run(["lead", "add", "Bolt"])
    #expect(busy.status == 4)
    #expect(busy.err.wholeMatch(of: /Error: The file is in use by .+; gave up after .+\. Try again\.\n/) != nil)
    #expect(try workspace.done(["lead", "list", "--format", "json"]).out == before, "readers never wait")
  }

  @Test("130: Ctrl-C in the middle of a long transaction, which rolls back whole")
  func interruptedTransaction() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("funnel.db")
    let demo = DemoFunnel(leads: 8000, seed: 3)
    _ = try Store.create(path: path, for: demo, zone: "UTC", currency: "EUR").fill(with: demo)
    func leads() throws -> String { try FunnelBinary.run(["lead", "list", "--db", path, "--format", "ndjson"]).out }
    let before = try leads()
    let process = Process()
    process.executableURL = FunnelBinary.executable
    process.arguments = ["rebuild", "--db", path]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 0.5)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130, "or the machine is so fast that the demo has to be larger")
    #expect(try leads() == before)
  }

  @Test("130: Ctrl-C while standard input is read")
  func interruptedInput() throws {
    let workspace = try WorkspaceFixture()
    try workspace.done(["lead", "add", "Acme"])
    let process = Process()
    let input = Pipe()
    process.executableURL = FunnelBinary.executable
    process.arguments = ["lead", "tag", "-", "--add", "x", "--db", workspace.path, "--actor", "ana"]
    process.standardInput = input
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    input.fileHandleForWriting.write(Data("1\n".utf8))
    Thread.sleep(forTimeInterval: 1)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said == "Error: Interrupted. The file is as it was before.\n")
    #expect(try workspace.done(["lead", "show", "1", "--format", "json"]).json["tags"] as? [String] == [])
  }
}
