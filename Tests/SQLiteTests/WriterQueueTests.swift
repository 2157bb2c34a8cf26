import Foundation
import Glibc
import SQLite
import Testing

@Suite struct WriterQueueTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.database()
  }

  private func connection(waiting milliseconds: Int = 30_000) throws -> Connection {
    var settings = Connection.Settings()
    settings.busyMilliseconds = milliseconds
    settings.synchronous = .off
    return try Connection(path: folder.file("test.db"), access: .readWrite, settings: settings)
  }

  @Test func `Eight writers at once all succeed`() throws {
    let errors = Collected()
    inThreads(8) { writer in
      do {
        let connection = try connection()
        for number in 0..<100 {
          try connection.transaction {
            // A read and a write that depends on it: without the turn some would be refused.
            let count = try connection.count()
            try connection.run("INSERT INTO item VALUES (?, ?)", .text("\(writer)-\(number)"), Value(count % 1000))
          }
        }
      } catch {
        errors.add("\(error)")
      }
    }
    #expect(errors.all == [])
    let sizes = try connection().query("SELECT size FROM item ORDER BY rowid") { row in try row.int(0) }
    #expect(sizes == Array(0..<800))
  }

  @Test func `Who waits too long is told who holds the turn`() throws {
    let holder = try connection()
    let waiter = try connection(waiting: 60)
    let before = Int64(Date().timeIntervalSince1970 * 1000)
    try holder.transaction {
      let error = #expect(throws: WriterBusy.self) { try waiter.transaction {} }
      #expect(error?.holder?.pid == getpid())
      #expect(error?.holder?.program.isEmpty == false)
      #expect(error?.holder?.login.isEmpty == false)
      #expect(error?.holder.map { $0.since >= before - 10 && $0.since < before + 60_000 } == true)
      #expect(error.map { $0.waitedMilliseconds >= 60 } == true)
      #expect(!waiter.inTransaction)
    }
    // The wait that was given up gives the turn on as soon as it comes.
    try connection().transaction {}
    try waiter.transaction { try waiter.run("INSERT INTO item VALUES ('later', 1)") }
  }

  @Test func `A wait that comes to its turn keeps it`() throws {
    let holder = try connection()
    let order = Collected()
    try holder.transaction {
      Thread {
        do {
          let waiter = try self.connection()
          try waiter.transaction { order.add("waiter") }
        } catch { order.add("\(error)") }
      }.start()
      usleep(50_000)
      order.add("holder")
    }
    while order.all.count < 2 { usleep(1000) }
    #expect(order.all == ["holder", "waiter"])
  }

  @Test func `A nested transaction does not wait for its own turn`() throws {
    let connection = try connection(waiting: 0)
    try connection.transaction { try connection.transaction { try connection.transaction {} } }
  }

  @Test func `A failure gives the turn back`() throws {
    struct Stop: Error {}
    let first = try connection()
    #expect(throws: Stop.self) { try first.transaction { throw Stop() } }
    try connection(waiting: 0).transaction {}
  }

  @Test func `The wish to stop ends a wait`() throws {
    let holder = try connection()
    let waiter = try connection()
    waiter.onProgress = { true }
    let error = try holder.transaction { sqliteError { try waiter.transaction {} } }
    #expect(error?.isInterrupted == true)
  }

  @Test(arguments: ["", "99999999\tanna\tfunnel\t1\t", "no such form", "-1\tanna\tfunnel\t1\t"])
  func `A text of nobody is not believed`(text: String) throws {
    let side = open(folder.file("test.db-writer"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(side) }
    #expect(flock(side, LOCK_EX) == 0)
    let line = Array(text.utf8) + Array(repeating: UInt8(ascii: " "), count: 160 - text.utf8.count)
    #expect(pwrite(side, line, line.count, 0) == 160)
    let waiter = try connection(waiting: 20)
    let error = #expect(throws: WriterBusy.self) { try waiter.transaction {} }
    #expect(error?.holder == nil)
  }

  @Test func `A text cannot command the terminal`() throws {
    let side = open(folder.file("test.db-writer"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(side) }
    #expect(flock(side, LOCK_EX) == 0)
    let text = "\(getpid())\tan\u{1B}[2Jna\tfun\nnel\t1\t"
    let line = Array(text.utf8) + Array(repeating: UInt8(ascii: " "), count: 160 - text.utf8.count)
    #expect(pwrite(side, line, line.count, 0) == 160)
    let error = try #require(throws: WriterBusy.self) { try connection(waiting: 20).transaction {} }
    #expect(error.holder?.program == "funnel")
    #expect("\(error)".unicodeScalars.allSatisfy { $0.value >= 32 })
  }

  @Test func `A holder that is killed frees the turn`() throws {
    // Another process holds the lock and says so; then it dies without a word.
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    child.arguments = [
      "flock", "--exclusive", "--no-fork", folder.file("test.db-writer"), "sh", "-c", "echo held; exec sleep 60",
    ]
    let output = Pipe()
    child.standardOutput = output
    try child.run()
    #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "held\n")
    #expect(throws: WriterBusy.self) { try connection(waiting: 20).transaction {} }
    kill(child.processIdentifier, SIGKILL)
    child.waitUntilExit()
    try connection(waiting: 5000).transaction {}
  }

  @Test func `A program that knows no turns is waited for by SQLite`() throws {
    let stranger = try connection()
    try stranger.execute("BEGIN IMMEDIATE")
    #expect(sqliteError { try connection(waiting: 20).transaction {} }?.isBusy == true)
    try stranger.execute("ROLLBACK")
    try connection(waiting: 20).transaction {}
  }
}
