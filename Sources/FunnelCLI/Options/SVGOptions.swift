import ArgumentParser
import FunnelStore
import SharedFunnel

/// Where the picture of a report goes.
struct SVGOptions: ParsableArguments {
  @Option(
    name: .customLong("svg"), help: ArgumentHelp(.svgHelp, valueName: "file"), completion: .file(extensions: ["svg"]))
  var path: String?

  /// Whether the picture takes the place of the table.
  var isStandardOutput: Bool { path == "-" }

  /// - Throws: a usage failure where two documents would share standard output, or the file is the workspace.
  func check(_ format: OutputFormat, of file: FileOptions) throws {
    guard let path else { return }
    if path.isEmpty { throw Failure.usage(Message.svgEmpty()) }
    if isStandardOutput, format != .table { throw Failure.usage(Message.svgTwoDocuments()) }
    if SameFile.isPart(path, ofWorkspace: file.path) {
      throw Failure.usage(Message.svgOverWorkspace(["path": file.path]))
    }
  }

  /// Writes the picture; a file appears whole or not at all.
  func write(_ svg: @autoclosure () -> String) throws {
    guard let path else { return }
    if isStandardOutput {
      var output = StandardOutput()
      try output.write(svg())
      try output.flush()
      return
    }
    let file = try WholeFile(path: path)
    try file.write(svg())
    try file.finish()
    StandardError.say(Message.svgDone(["path": path]))
  }
}
