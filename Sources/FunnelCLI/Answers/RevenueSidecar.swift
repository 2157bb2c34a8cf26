import FunnelStore
import SharedFunnel

/// What goes with an export of revenue, so that finance can say what each number is and make the same file again.
struct RevenueSidecar {
  let export: RevenueExport
  let request: RevenueRequest

  private var report: RevenueAnswer { export.report }

  /// When the journal is looked at: what was asked for, else now.
  private var knownAt: Timestamp { request.scope.knownAt ?? request.scope.now }

  var members: JSONObject {
    [
      "command": .string(command),
      "period": .object([
        "label": .string(report.period.label), "first": .string(report.period.first.iso),
        "last": .string(report.period.last.iso),
      ]),
      "by": JSONValue(request.grouping?.rawValue), "where": JSONValue(request.conditions),
      "currency": .string(report.currency.code), "zone": .string(report.zone),
      "model": .string(report.models.first?.text ?? ""), "model_locked": .bool(report.target != nil),
      "other_models": .array(report.models.dropFirst().map { .string($0.text) }),
      "sourced": .string(report.sourcing.key),
      "target": JSONValue(report.target?.amount),
      "target_version": report.target.map { .int(Int64($0.version)) } ?? .null,
      "target_signed": JSONValue(report.target?.effective),
      "policy_versions": .array(export.policies.map { .int(Int64($0)) }),
      "closed": JSONValue(report.closing?.closed),
      "closed_version": report.closing.map { .int(Int64($0.version)) } ?? .null,
      "attained": JSONValue(report.standing.attained), "unvalued": JSONValue(report.total.unvalued),
      "unpriced": JSONValue(report.total.unpriced), "as_of": JSONValue(request.scope.asOf),
      "known_at": JSONValue(knownAt), "journal_position": .int(export.position),
      "rows": JSONValue(export.rows.count),
      "columns": .object(RevenueExportGrid(export: export, request: request).definitions),
    ]
  }

  /// What makes the same file again, whatever is recorded later.
  private var command: String {
    var words = ["funnel", "export", "revenue", "--period", report.period.label]
    if let grouping = request.grouping { words += ["--by", grouping.rawValue] }
    for model in report.models.dropFirst() { words += ["--model", model.text] }
    for condition in request.conditions { words += ["--where", "'\(condition.typed)'"] }
    if let asOf = request.scope.asOf { words += ["--as-of", asOf.iso8601] }
    return (words + ["--known-at", knownAt.iso8601]).joined(separator: " ")
  }
}
