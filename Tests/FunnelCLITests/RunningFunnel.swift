import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The real program while it runs, to be disturbed.
final class RunningFunnel {
  private let process = Process()
  private let scratch: TemporaryFolder

  /// - Parameter wrapper: a program and its arguments that run the program, such as a shell with a limit.
  init(_ arguments: [String], env: [String: String], wrapper: [String] = []) throws {
    scratch = try TemporaryFolder()
    let command = wrapper + [FunnelBinary.executable.path] + arguments
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ["PATH": "/usr/bin:/bin", "LOGNAME": "tester", "LC_ALL": "C.UTF-8"].merging(env) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: try scratch.write("", to: "out"))
    process.standardError = try FileHandle(forWritingTo: try scratch.write("", to: "err"))
    try process.run()
  }

  func signal(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Sends the signal after a while, unless the program has ended by then.
  func signal(_ signal: Int32, after seconds: Double) {
    let end = Date(timeIntervalSinceNow: seconds)
    while process.isRunning, Date() < end { usleep(500) }
    if process.isRunning { self.signal(signal) }
  }

  /// Waits until the program holds the turn of the writers of a workspace, so that it is in a transaction.
  func waitUntilWriting(_ path: String) {
    let lock = open(path + "-writer", O_RDWR)
    defer { close(lock) }
    while process.isRunning, flock(lock, LOCK_EX | LOCK_NB) == 0 {
      flock(lock, LOCK_UN)
      usleep(500)
    }
  }

  struct Outcome {
    /// `nil`: ended by a signal.
    let status: Int32?
    let err: String
  }

  func outcome() throws -> Outcome {
    process.waitUntilExit()
    let text = try String(contentsOf: scratch.url.appendingPathComponent("err"), encoding: .utf8)
    return Outcome(status: process.terminationReason == .exit ? process.terminationStatus : nil, err: text)
  }
}
