import Foundation

/// Independent implementations in Python: their committed answers, and fresh ones where they are installed.
enum PythonOracle {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = tests.appending(path: "Oracles")

  static func committed<Answers: Decodable>(_ name: String) throws -> Answers {
    try JSONDecoder().decode(Answers.self, from: try Data(contentsOf: folder.appending(path: name)))
  }

  /// What a script of the folder says of a seed.
  static func run<Answers: Decodable>(_ script: String, by python: String, seed: UInt32) throws -> Answers {
    let arguments = [folder.appending(path: script).path, String(seed)]
    return try JSONDecoder().decode(Answers.self, from: try output(of: python, arguments))
  }

  /// A Python that has the modules: the one that `script/test` makes, or the machine's.
  static func interpreter(with modules: [String]) -> String? {
    let own = tests.deletingLastPathComponent().appending(path: ".build-oracles/bin/python").path
    return [own, "/usr/bin/python3", "/usr/local/bin/python3"].first { path in
      FileManager.default.isExecutableFile(atPath: path)
        && (try? output(of: path, ["-c", "import \(modules.joined(separator: ", "))"])) != nil
    }
  }

  struct Failed: Error {
    let python: String
    let status: Int32
  }

  private static func output(of python: String, _ arguments: [String]) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // A file, not a pipe: nothing can fill up.
    let output = folder.appending(path: "out")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(python: python, status: process.terminationStatus) }
    return try Data(contentsOf: output)
  }
}
