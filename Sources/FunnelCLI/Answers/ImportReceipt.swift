import FunnelStore
import SharedFunnel

/// What an import did.
struct ImportReceipt {
  let summary: ImportSummary
  /// Where the rejected records are, if they were kept.
  let rejects: String?
  let isDryRun: Bool

  var answer: Answer {
    Answer(
      schema: "import", lines: lines, grid: grid, document: document, notes: isDryRun ? [Message.importDry()] : [])
  }

  private func count(_ number: Int) -> String { NumberText.integer(Int64(number)) }

  private var lines: [String] {
    guard summary.read > 0 else { return [Message.importReadNothing()] }
    let parts: [(Int, Message)] = [
      (summary.inserted, .importInserted), (summary.corrected, .importCorrected),
      (summary.alreadyKnown, .importKnown), (summary.rejected, .importRejected),
    ]
    let told = parts.filter { $0.0 > 0 }.map { $1(["count": count($0)]) }.joined(separator: ", ")
    var lines = [Message.importRead(["count": count(summary.read), "parts": told])]
    if summary.leadsNew > 0 { lines.append(Message.importLeadsNew(["count": count(summary.leadsNew)])) }
    if summary.joined.count > 0 {
      lines.append(
        Message.importJoined([
          "count": count(summary.joined.count), "keys": count(summary.joined.byKey),
          "emails": count(summary.joined.byEmail),
        ]))
    }
    if summary.undecided > 0 { lines.append(Message.importUndecided(["count": count(summary.undecided)])) }
    if summary.suppressed > 0 { lines.append(Message.importSuppressed(["count": count(summary.suppressed)])) }
    if summary.unwrapped > 0 { lines.append(Message.importUnwrapped(["count": count(summary.unwrapped)])) }
    for file in summary.files where file.encoding != .utf8 {
      lines.append(Message.importEncoding(["file": file.path, "encoding": file.encoding.name]))
    }
    if !summary.flags.isEmpty {
      let flags = summary.flags.map {
        Message.importFlag(["name": $0.name.replacing("_", with: " "), "count": count($0.count)])
      }
      lines.append(Message.importFlags(["flags": flags.joined(separator: ", ")]))
    }
    if let rejects, summary.rejected > 0 { lines.append(Message.importRejectsIn(["path": rejects])) }
    return lines
  }

  /// The first rejects, for standard error, and how to see all of them.
  var complaints: [String] {
    guard summary.rejected > 0 else { return unknownStages }
    let rest = summary.rejected - summary.examples.count
    let advice =
      rejects != nil
      ? [] : [rest > 0 ? Message.importMoreRejects(["count": count(rest)]) : Message.importKeepRejects()]
    return summary.examples.map {
      Message.importReject(["file": $0.file, "line": String($0.line), "reason": $0.reason])
    } + advice + unknownStages
  }

  private var unknownStages: [String] {
    guard !summary.unknownStageColumns.isEmpty else { return [] }
    return [Message.importUnknownStages(["columns": summary.unknownStageColumns.joined(separator: ", ")])]
  }

  private var counts: [(key: String, count: Int)] {
    [
      ("read", summary.read), ("inserted", summary.inserted), ("corrected", summary.corrected),
      ("already_known", summary.alreadyKnown), ("rejected", summary.rejected), ("leads_new", summary.leadsNew),
    ] + told
  }

  /// What is said only where there is any.
  private var told: [(key: String, count: Int)] {
    [
      ("unwrapped", summary.unwrapped), ("joined", summary.joined.count), ("joined_by_key", summary.joined.byKey),
      ("joined_by_email", summary.joined.byEmail), ("undecided", summary.undecided), ("suppressed", summary.suppressed),
    ].filter { $0.count > 0 }
  }

  private var document: JSONObject {
    var document = JSONObject(counts.map { ($0.key, JSONValue($0.count)) })
    if !summary.unknownStageColumns.isEmpty {
      document.append("unknown_stage_columns", .array(summary.unknownStageColumns.map { .string($0) }))
    }
    document.append("flags", .object(JSONObject(summary.flags.map { ($0.name, JSONValue($0.count)) })))
    let unusual = summary.files.filter { $0.encoding != .utf8 || $0.isGzip || $0.delimiter != UInt8(ascii: ",") }
    if !unusual.isEmpty { document.append("files", .array(unusual.map(ImportReceipt.file))) }
    return document
  }

  private static func file(_ file: ImportedFile) -> JSONValue {
    .object(
      JSONObject([
        ("file", JSONValue(file.path)), ("encoding", JSONValue(file.encoding.rawValue)),
        ("delimiter", JSONValue(String(Unicode.Scalar(file.delimiter)))), ("gzip", .bool(file.isGzip)),
      ]))
  }

  /// Every flag has its column, so that files of several imports fit together.
  private var grid: Grid {
    let flags = EventFlags.names.map { flag in
      (key: "flag_\(flag.name)", count: summary.flags.first { $0.name == flag.name }?.count ?? 0)
    }
    let all = counts + flags
    return Grid(
      columns: all.map { Grid.Column(key: $0.key, title: $0.key, kind: .integer) }, rows: [all.map { Cell($0.count) }])
  }
}
