import FunnelStore
import SharedFunnel

/// What a document says of some offers.
struct HandoffObject {
  let counts: HandoffCounts
  let answer: HandoffAnswer

  var object: JSONObject {
    var object: JSONObject = [
      "offered": number(.offered), "accepted": number(.accepted), "accepted_by_silence": number(.acceptedBySilence),
      "rejected": number(.rejected), "expired": number(.expired), "withdrawn": number(.withdrawn),
      "pending": number(.pending), "unrecorded": number(.unrecorded), "returned": number(.returned),
      "acceptance": JSONValue(counts.acceptance.value), "interval": limits(counts.acceptance.interval),
      "acceptance_final": JSONValue(counts.acceptanceFinal.value),
      "answer_seconds": spread(counts.answer.clock), "answer_working_seconds": spread(counts.answer.working),
      "sla": sla, "reasons": reasons(counts.rejections),
      "after_acceptance": .object([
        "advanced": number(.advanced), "returned": number(.returned), "disqualified": number(.disqualified),
        "open": number(.open),
      ]),
    ]
    object.append(contentsOf: further)
    return object
  }

  private var further: JSONObject {
    [
      "decided": number(.decided), "accepted_final": number(.acceptedFinal), "decided_final": number(.decidedFinal),
      "interval_final": limits(counts.acceptanceFinal.interval), "answered": number(.answered),
      "overridden": number(.overridden),
      "rulings": .object([
        "disputed": number(.disputed), "open": number(.unruled), "upheld": number(.upheld),
        "overturned": number(.overturned), "split": number(.split),
      ]),
      "taken": number(.taken),
      "contact": .object([
        "made": number(.contacted), "seconds": spread(counts.contact.clock),
        "working_seconds": spread(counts.contact.working),
        "sla": .object([
          "met": number(.contactMet), "missed": number(.contactMissed), "not_due": number(.contactNotDue),
          "exempt": number(.contactExempt), "compliance": JSONValue(counts.contactCompliance.value),
          "interval": limits(counts.contactCompliance.interval),
        ]),
      ]),
      "return_rate": JSONValue(counts.returnRate.value), "return_interval": limits(counts.returnRate.interval),
      "return_reasons": reasons(counts.returns), "drop_off": number(.dropOff),
      "drop_off_rate": JSONValue(counts.dropOff.value), "drop_off_interval": limits(counts.dropOff.interval),
      "estimates": .object([
        "offers": risks(counts.offers, "estimates.offers"),
        "acceptances": risks(counts.acceptances, "estimates.acceptances"),
      ]),
    ]
  }

  private func number(_ number: HandoffNumber) -> JSONValue { JSONValue(counts[number]) }

  private func limits(_ interval: Interval?) -> JSONValue {
    interval.map { .array([.double($0.low), .double($0.high)]) } ?? .null
  }

  private func spread(_ spread: Spread) -> JSONValue {
    .object([
      "p50": JSONValue(spread.p50), "p90": JSONValue(spread.p90), "max": spread.max.map { .int($0) } ?? .null,
    ])
  }

  private var sla: JSONValue {
    .object([
      "met": number(.slaMet), "missed": number(.slaMissed), "not_due": number(.slaNotDue),
      "compliance": JSONValue(counts.compliance.value), "interval": limits(counts.compliance.interval),
      "exempt": number(.slaExempt), "entered_late": number(.enteredLate), "due": number(.due),
      "past_due": number(.pastDue),
    ])
  }

  private func reasons(_ reasons: [ReasonCount]) -> JSONValue {
    .array(
      reasons.map {
        .object([
          "reason": JSONValue(answer.name(of: $0.reason)), "count": JSONValue($0.count),
          "kind": JSONValue(answer.reasons[$0.reason]?.kind?.rawValue),
        ])
      })
  }

  /// - Parameter place: of the table in the document.
  private func risks<Cause: RawRepresentable<String>>(_ table: RiskTable<Cause>, _ place: String) -> JSONValue {
    func seconds(_ value: Int64?) -> JSONValue { value.map { .int($0) } ?? .null }
    return .object([
      "n": JSONValue(table.n), "open": JSONValue(table.open), "negative": JSONValue(table.negative),
      "median": .object([
        "naive_seconds": JSONValue(table.naiveMedian), "estimate_seconds": seconds(table.median.value),
        "interval": .array([seconds(table.median.low), seconds(table.median.high)]),
      ]),
      "causes": .array(
        table.rows.map { row in
          .object([
            "cause": .string(row.cause.rawValue), "count": JSONValue(row.count),
            "leads": .string("number=\(place).\(row.cause.rawValue)"),
            "naive": JSONValue(row.naive.value), "naive_interval": limits(row.naive.interval),
            "estimate": JSONValue(row.incidence?.value), "interval": limits(row.incidence?.interval),
          ])
        }),
    ])
  }
}
