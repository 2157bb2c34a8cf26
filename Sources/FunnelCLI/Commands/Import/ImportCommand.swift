import ArgumentParser
import FunnelStore
import SharedFunnel

/// `import FILE…`: brings files in by a mapping, all or nothing. Needs no member: the import itself is who acts.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("import", .importAbstract, .importDiscussion)

  @Argument(help: ArgumentHelp(.importFilesHelp, valueName: "file"), completion: .file()) var files: [String]
  @Option(help: ArgumentHelp(.importMappingHelp, valueName: "name|file")) var mapping: String
  @Option(
    name: .customLong("date-format"), help: ArgumentHelp(.importDatesHelp, valueName: "pattern"),
    transform: ImportCommand.readFormat)
  var dateFormats: [DateFormat] = []
  @Option(help: ArgumentHelp(.importEncodingHelp, valueName: "name"), transform: ImportCommand.readEncoding)
  var encoding: TextEncoding?
  @Option(help: ArgumentHelp(.importDelimiterHelp, valueName: "sign"), transform: ImportCommand.readDelimiter)
  var delimiter: UInt8?
  @Option(help: ArgumentHelp(.importRejectsHelp, valueName: "file"), completion: .file()) var rejects: String?
  @Option(name: .customLong("observed-until"), help: ArgumentHelp(.importObservedHelp, valueName: "date"))
  var observedUntil: String?
  @OptionGroup var dry: DryRunOptions
  @OptionGroup var command: CommandOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let mapping = try MappingArgument(mapping).mapping
    if mapping == nil {
      guard dateFormats.isEmpty else { throw Failure.usage(Message.importDatesOfExport()) }
      guard observedUntil == nil else { throw Failure.usage(Message.importObservedOfExport()) }
    }
    if let rejects {
      guard !SameFile.isPart(rejects, ofWorkspace: file.path), !files.contains(where: { SameFile.isSame($0, rejects) })
      else { throw Failure.usage(Message.importRejectsTaken(["path": rejects])) }
    }
    let session = try file.writing()
    var request = ImportRequest(files: files, mapping: mapping)
    request.dates = dateFormats
    request.rejects = rejects
    request.format = ImportFormat(encoding: encoding, delimiter: delimiter)
    request.observedUntil = try observedUntil.map(session.observationEnd)
    request.isDryRun = dry.isDryRun
    let summary = try Progress.show(.importProgress) { update in
      try session.store.importFiles(request, session.context(command.id)) {
        try update($0.fraction, Int64($0.count))
      }
    }
    let receipt = ImportReceipt(summary: summary, rejects: dry.isDryRun ? nil : rejects, isDryRun: dry.isDryRun)
    try output.print(receipt.answer)
    for line in receipt.complaints { StandardError.say(line) }
    if summary.rejected > 0, summary.rejected == summary.read { throw Failure.input(Message.importAllRejected()) }
  }

  private static func readEncoding(_ text: String) throws -> TextEncoding {
    guard let encoding = TextEncoding(rawValue: text.lowercased()) else {
      let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure.usage(Message.importNoSuchEncoding(["name": text, "known": known]))
    }
    return encoding
  }

  private static func readDelimiter(_ text: String) throws -> UInt8 {
    guard let delimiter = ImportFormat.delimiter(text) else {
      throw Failure.usage(Message.importNoDelimiter(["text": text]))
    }
    return delimiter
  }

  private static func readFormat(_ pattern: String) throws -> DateFormat {
    do throws(DateFormatError) {
      return try DateFormat(pattern: pattern)
    } catch {
      throw Failure.usage(error.message)
    }
  }
}
