import FunnelStore
import SharedFunnel

/// Up to when a report looked, and in which zone it cut its days: part of every definition.
struct ReportObservation {
  let scope: ReportScope
  let zone: String
  let until: Timestamp
  var bySource: [String: Timestamp] = [:]

  /// The same in every report's document.
  var members: JSONObject {
    let sources = bySource.sorted { $0.key < $1.key }
    return [
      "zone": .string(zone), "observed_until": JSONValue(until),
      "observed_until_by_source": .object(JSONObject(sources.map { ($0.key, JSONValue($0.value)) })),
      "as_of": JSONValue(scope.asOf), "known_at": JSONValue(scope.knownAt),
    ]
  }

  /// - Parameter period: the period of the report, to say if it is not over yet.
  func notes(_ period: Period?) -> [String] {
    var notes: [String] = []
    if bySource.isEmpty {
      notes.append(Message.reportObserved(["time": until.label, "zone": zone]))
    } else {
      let sources = bySource.sorted { $0.key < $1.key }.map { name, time in
        Message.reportObservedSource(["source": name, "time": time.label])
      }
      notes.append(
        Message.reportObservedBySource([
          "time": until.label, "sources": sources.joined(separator: ", "), "zone": zone,
        ]))
    }
    if let period, period.start <= until, period.end > until {
      notes.append(Message.reportUnfinished(["period": period.label, "time": until.label]))
    }
    if let knownAt = scope.knownAt { notes.append(Message.reportAsKnown(["time": knownAt.label])) }
    return notes
  }
}

extension ReportObservation {
  /// How many times the estimates could not use; nothing where they could use all.
  static func leftOut(_ estimates: [CumulativeIncidence]) -> [String] {
    let negative = estimates.reduce(0) { $0 + $1.negative }
    return negative > 0 ? [Message.estimateNegative(["count": NumberText.integer(Int64(negative))])] : []
  }
}

extension JSONObject {
  init(_ members: [(String, JSONValue)]) {
    self.init()
    for (key, value) in members { append(key, value) }
  }
}

extension JSONValue {
  init(_ period: Period?) {
    self =
      period.map {
        .object(["label": .string($0.label), "start": JSONValue($0.start), "end": JSONValue($0.end)])
      } ?? .null
  }

  init(_ interval: Interval?) {
    self = interval.map { .object(["low": .double($0.low), "high": .double($0.high)]) } ?? .null
  }

  init(_ number: Double?) { self = number.map(JSONValue.double) ?? .null }

  init(_ number: Int) { self = .int(Int64(number)) }

  /// Owners with their shares, which serve money: split evenly.
  init(owners: DepartmentSet) {
    let departments = owners.departments
    self = .array(
      departments.map { department in
        .object([
          "department": .string(department.key),
          "share": departments.count == 1 ? 1 : .double(1 / Double(departments.count)),
        ])
      })
  }

  /// Conditions by dimension; a missing value is null.
  init(_ conditions: [Condition]) {
    self = .object(JSONObject(conditions.map { ($0.dimension.rawValue, JSONValue($0.value)) }))
  }
}
