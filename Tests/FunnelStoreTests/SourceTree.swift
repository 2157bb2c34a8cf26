import Foundation

/// The package as it lies on the disk, for tests that read it as text.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct File: Sendable {
    /// From the root of the package: `Sources/SQLite/Row.swift`.
    let path: String
    let lines: [String]

    /// The target that the file belongs to.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Every Swift file below a folder, by path.
  static func swiftFiles(under folder: String) throws -> [File] {
    let base = root.appending(path: folder).path
    let names = try FileManager.default.subpathsOfDirectory(atPath: base).filter { $0.hasSuffix(".swift") }.sorted()
    return try names.map { name in
      let text = try text("\(folder)/\(name)")
      return File(
        path: "\(folder)/\(name)", lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      )
    }
  }
}
