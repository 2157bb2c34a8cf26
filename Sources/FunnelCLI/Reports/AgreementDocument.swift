import FunnelStore
import SharedFunnel

/// The report on agreements, for programs.
struct AgreementDocument {
  let rendering: AgreementRendering

  var document: JSONObject {
    var definition: JSONObject = [
      "period": JSONValue(rendering.request.period), "line": JSONValue(rendering.request.line?.key),
      "denominator": .object([
        "quality": "accepted + rejected - split", "answer": "in_time + missed", "first_contact": "in_time + missed",
        "attempts": "leads returned or lost without a sale",
      ]), "interval": "wilson_95",
    ]
    definition.append(contentsOf: rendering.observation.members)
    definition.append("notes", .array(rendering.notes.map(JSONValue.string)))
    var document: JSONObject = ["definition": .object(definition)]
    document.append(contentsOf: numbers(rendering.answer.report))
    document.append(
      "awaited",
      .array(
        rendering.answer.awaited.map { awaited in
          var object = self.object(awaited.agreement.line)
          object.append("version", JSONValue(Int(awaited.agreement.version)))
          object.append("from_time", JSONValue(awaited.agreement.from))
          object.append("unsigned", .array(awaited.unsigned.departments.map { .string($0.key) }))
          return .object(object)
        }))
    for comparison in rendering.comparisons {
      var compare: JSONObject = ["period": JSONValue(comparison.previous.period)]
      compare.append(contentsOf: numbers(comparison.previous.report))
      compare.append("differences", comparison.document)
      document.append("compare", .object(compare))
    }
    return document
  }

  private func numbers(_ report: AgreementReport) -> JSONObject {
    [
      "agreements": .array(report.balances.map { .object(object($0)) }),
      "without_agreement": .array(
        report.without.map { offers in
          var object = self.object(offers.line)
          object.append("offered", JSONValue(offers.offered))
          return .object(object)
        }),
    ]
  }

  private func object(_ line: HandoffLine) -> JSONObject {
    ["from": .string(line.from.key), "to": .string(line.to.key)]
  }

  private func object(_ balance: AgreementBalance) -> JSONObject {
    var object = self.object(balance.line)
    object.append(
      contentsOf: [
        "version": JSONValue(Int(balance.version)), "giver": JSONValue(balance.agreement?.giver.key),
        "receiver": JSONValue(balance.agreement?.receiver.key),
        "in_force": .array(
          balance.inForce.map {
            .object([
              "start": JSONValue(Timestamp(seconds: $0.lowerBound)),
              "end": JSONValue(Timestamp(seconds: $0.upperBound)),
            ])
          }), "offered": JSONValue(balance[.offered]),
        "outcomes": .object(
          numbers(
            balance, [.accepted, .acceptedBySilence, .rejected, .expired, .withdrawn, .pending])),
        "giver_owes": .object(giver(balance)), "receiver_owes": .object(receiver(balance)),
        "silence": .object([
          "means": JSONValue(balance.terms?.silence.rawValue), "silent": JSONValue(balance[.silent]),
          "expired": JSONValue(balance[.expired]), "accepted_by_silence": JSONValue(balance[.acceptedBySilence]),
        ]),
      ])
    return object
  }

  private func numbers(_ balance: AgreementBalance, _ numbers: [AgreementNumber]) -> JSONObject {
    JSONObject(numbers.map { ($0.rawValue, JSONValue(balance[$0])) })
  }

  private func giver(_ balance: AgreementBalance) -> JSONObject {
    var quality: JSONObject = ["owed_percent": JSONValue(balance.terms?.quality)]
    quality.append(contentsOf: numbers(balance, [.good, .decided, .overturned, .split]))
    quality.append("delivered", JSONValue(balance.quality.value))
    quality.append("interval", JSONValue(balance.quality.interval))
    return [
      "volume": balance.volume.map { .object(volume($0)) } ?? .null, "quality": .object(quality),
      "criteria": .object([
        "required": .array((balance.terms?.criteria ?? []).map { .string($0.text) }),
        "overridden": JSONValue(balance[.overridden]),
      ]),
    ]
  }

  private func volume(_ volume: VolumeBalance) -> JSONObject {
    [
      "count": JSONValue(volume.agreed.count), "per": .string(volume.agreed.per.rawValue), "owed": .double(volume.owed),
      "offered": JSONValue(volume.offered), "delivered": JSONValue(volume.delivered),
      "intervals": .array(
        volume.intervals.map { interval in
          .object([
            "interval": .string(interval.label), "start": JSONValue(Timestamp(seconds: interval.range.lowerBound)),
            "end": JSONValue(Timestamp(seconds: interval.range.upperBound)), "owed": .double(interval.owed),
            "offered": JSONValue(interval.offered), "is_partial": .bool(interval.isPartial),
          ])
        }),
    ]
  }

  private func receiver(_ balance: AgreementBalance) -> JSONObject {
    func owed(_ limit: TimeLimit?) -> JSONObject {
      [
        "owed_seconds": limit.map { .int($0.seconds) } ?? .null,
        "is_working": limit.map { .bool($0.isWorking) } ?? .null,
      ]
    }
    func kept(_ rate: Rate) -> JSONObject {
      ["compliance": JSONValue(rate.value), "interval": JSONValue(rate.interval)]
    }
    var answer = owed(balance.terms?.answer)
    answer.append(contentsOf: numbers(balance, [.answers, .answeredInTime, .answerMissed, .answerNotDue]))
    answer.append(contentsOf: kept(balance.answers))
    var contact = owed(balance.terms?.contact)
    contact.append(
      contentsOf: numbers(balance, [.contacts, .contactedInTime, .contactMissed, .contactNotDue, .contactLapsed]))
    contact.append(contentsOf: kept(balance.contacts))
    var attempts: JSONObject = ["owed": JSONValue(balance.terms?.attempts)]
    attempts.append(contentsOf: numbers(balance, [.givenUp, .attemptsMade, .attemptsMissed]))
    attempts.append(contentsOf: kept(balance.attempts))
    return ["answer": .object(answer), "first_contact": .object(contact), "attempts": .object(attempts)]
  }
}

extension JSONValue {
  fileprivate init(_ number: Int?) { self = number.map { .int(Int64($0)) } ?? .null }
}
