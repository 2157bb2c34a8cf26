import Foundation
import SQLite
import SharedFunnel
import Testing

@testable import FunnelStore

/// A workspace without members, and files to bring in.
final class ImportWorld {
  let folder: TemporaryFolder
  let store: Store
  private(set) var now = Timestamp(seconds: 1_750_000_000)
  private var random: SplitMix64

  /// - Parameter seed: of the ids of commands, which two files share only where one is a copy.
  init(seed: UInt64 = 3) throws {
    random = SplitMix64(seed: seed)
    folder = try TemporaryFolder()
    store = try Store.create(
      path: folder.path("w.db"), start: Initialization(zone: "UTC", currency: "EUR"),
      CommandContext(id: EventID(high: 1, low: UInt64.random(in: 1...UInt64.max)), now: now, login: "t"))
  }

  func context() -> CommandContext {
    now = Timestamp(milliseconds: now.milliseconds + 1000)
    return CommandContext(id: .command(at: now, using: &random), now: now, login: "t")
  }

  /// By a head of both departments.
  func act() throws -> Act {
    if store.workspace.roster.member(handle: "kim") == nil {
      try store.addMember(
        handle: "kim", name: nil, departments: [.marketing, .sales], heads: [.marketing, .sales], by: .login, context())
    }
    return Act(actor: try store.member("kim"), context: context())
  }

  func bringIn(_ mapping: String, _ files: String...) throws -> ImportSummary {
    var paths: [String] = []
    for (index, file) in files.enumerated() {
      paths.append(folder.path("f\(index).csv"))
      try Data(file.utf8).write(to: URL(fileURLWithPath: paths[index]))
    }
    return try store.importFiles(
      ImportRequest(files: paths, mapping: try Mapping(yaml: mapping, file: "m.yaml")), context())
  }

  func bringInOwn(_ file: String) throws -> ImportSummary {
    let path = folder.path("own.csv")
    try Data(file.utf8).write(to: URL(fileURLWithPath: path))
    return try store.importFiles(ImportRequest(files: [path], mapping: nil), context())
  }

  func events() throws -> Int { try store.connection.first("SELECT count(*) FROM event") { try $0.int(0) } ?? 0 }

  func export() throws -> String {
    var rows: [[String?]] = []
    try store.exportEvents { rows.append($0) }
    return ImportWorld.export(rows)
  }

  static func export(_ rows: [[String?]]) -> String {
    var bytes: [UInt8] = []
    CSVWriting.append(record: Store.eventColumns, to: &bytes)
    for row in rows { CSVWriting.append(record: row.map { $0 ?? "" }, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
