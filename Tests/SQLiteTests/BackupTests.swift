import Foundation
import SQLite
import Synchronization
import Testing

@Suite struct BackupTests {
  struct Stop: Error {}

  let folder: TemporaryFolder
  let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    connection = try folder.database()
    try connection.transaction {
      for number in 0..<2000 { try connection.run("INSERT INTO item VALUES (?, 500)", .text("item \(number)")) }
    }
  }

  private var strangers: [String] {
    get throws { try folder.names.filter { !$0.hasPrefix("test.db") } }
  }

  @Test func `A copy made while another writes is one state`() throws {
    // The writer moves size from one item to another: the sum is the same in every state.
    let isDone = Atomic(false)
    let wrote = Counter()
    let path = folder.file("test.db")
    let writer = Thread {
      guard let connection = try? Connection(path: path, access: .readWrite) else { return }
      while !isDone.load(ordering: .acquiring) {
        try? connection.transaction {
          try connection.run("UPDATE item SET size = size - 1 WHERE rowid = 1 + abs(random() % 1000) AND size > 0")
          let moved = connection.changes
          try connection.run(
            "UPDATE item SET size = size + ? WHERE rowid = (SELECT rowid FROM item WHERE size < 900 ORDER BY random())",
            Value(moved))
        }
        _ = wrote.next()
      }
    }
    writer.start()
    var steps = 0
    try connection.backup(to: folder.file("copy.db"), pagesPerStep: 2) { remaining, total in
      #expect(remaining <= total)
      steps += 1
      usleep(2000)
    }
    isDone.store(true, ordering: .releasing)
    #expect(steps > 5)
    #expect(wrote.next() > 1)
    let copy = try Connection(path: folder.file("copy.db"), access: .readOnly)
    #expect(
      try copy.first("SELECT count(*), sum(size) FROM item") { row in [try row.int(0), try row.int(1)] } == [
        2000, 1_000_000,
      ])
    #expect(try copy.first("PRAGMA integrity_check") { row in try row.string(0) } == "ok")
    #expect(try copy.first("PRAGMA journal_mode") { row in try row.string(0) } == "delete")
    #expect(try strangers == ["copy.db"])
    #expect(try folder.permissions(of: "copy.db") == 0o600)
  }

  @Test func `An ended backup leaves nothing`() throws {
    #expect(throws: Stop.self) {
      try connection.backup(to: folder.file("copy.db"), pagesPerStep: 1) { _, _ in throw Stop() }
    }
    #expect(try strangers == [])
    try connection.transaction { try connection.run("DELETE FROM item") }
  }

  @Test func `A file that is there is replaced only when told`() throws {
    try folder.write("precious", to: "copy.db")
    #expect(sqliteError { try connection.backup(to: folder.file("copy.db")) }?.isCantOpen == true)
    #expect(try String(contentsOfFile: folder.file("copy.db"), encoding: .utf8) == "precious")
    try connection.backup(to: folder.file("copy.db"), overwriting: true)
    #expect(try Connection(path: folder.file("copy.db"), access: .readOnly).count() == 2000)
    #expect(try strangers == ["copy.db"])
  }

  @Test(arguments: ["copy.db-wal", "copy.db-journal"])
  func `A log of another database is not played into the copy`(log: String) throws {
    try folder.write("a log", to: log)
    #expect(throws: SQLiteError.self) { try connection.backup(to: folder.file("copy.db"), overwriting: true) }
    #expect(try strangers == [log])
  }

  @Test func `A database in use is not overwritten, not even by itself`() throws {
    #expect(throws: SQLiteError.self) { try connection.backup(to: folder.file("test.db"), overwriting: true) }
    #expect(try connection.count() == 2000)
  }

  @Test func `Not within a transaction`() throws {
    let error = sqliteError {
      try connection.transaction { try connection.backup(to: folder.file("copy.db")) }
    }
    #expect(error?.code == 21)
    #expect(try strangers == [])
  }

  @Test func `No folder, no backup`() throws {
    #expect(sqliteError { try connection.backup(to: folder.file("none/copy.db")) }?.isCantOpen == true)
  }
}
