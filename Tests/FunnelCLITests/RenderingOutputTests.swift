import Foundation
import Testing

@testable import FunnelCLI

@Suite("Standard output: whole, or an error")
struct RenderingOutputTests {
  @Test("a reader that went away ends the work quietly")
  func closedPipe() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    var output = StandardOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    let error = #expect(throws: OutputError.self) {
      try output.write("one line\n")
      try output.flush()
    }
    #expect(error == .readerGone)
    #expect(error?.exitStatus == 0 && error?.description == "")
  }

  @Test(
    "a full disk is an error with a reason and exit status 3, at the latest when flushed",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "this machine has no /dev/full"))
  func fullDisk() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    var output = StandardOutput(descriptor: full.fileDescriptor)
    let error = #expect(throws: OutputError.self) {
      try output.write("x")
      try output.flush()
    }
    #expect(error?.exitStatus == 3)
    #expect(error?.description == "The result could not be written: No space left on device.")
  }

  @Test("more than the buffer holds arrives whole, also through a pipe that makes the writer wait")
  func large() async throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    async let received = Task.detached { try pipe.fileHandleForReading.readToEnd() }.value
    var output = StandardOutput(descriptor: descriptor)
    var expected = ""
    for number in 0..<60_000 {
      let line = "lead \(number), 日本\n"
      expected += line
      try output.write(line)
    }
    try output.flush()
    try pipe.fileHandleForWriting.close()
    #expect(try await received == Data(expected.utf8))
  }
}
