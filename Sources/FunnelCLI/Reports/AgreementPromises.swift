import SharedFunnel

/// The promises of one version in the words of a report: one a row, for people and for flat files.
struct AgreementPromises {
  /// One thing that one side owes.
  struct Promise {
    let key: String
    let title: Message
    /// `nil`: what silence means is nobody's debt.
    let by: DepartmentSet?
    /// `nil`: nothing was agreed.
    var owed: String?
    var delivered: String
    /// How many times it was delivered.
    let count: Int
    var rate: Rate?
    var notDue: Int?
    /// What programs read: the amount owed in the unit named.
    var amount: Double?
    var unit: String?
    /// Delivered ÷ owed where that is no share.
    var ratio: Double?
  }

  let balance: AgreementBalance
  let text: RateText

  private var terms: AgreementTerms? { balance.terms }
  private var giver: DepartmentSet? { balance.agreement?.giver }
  private var receiver: DepartmentSet? { balance.agreement?.receiver }

  var all: [Promise] { [volume, quality, criteria, answer, contact, attempts, silence] }

  private func count(_ number: AgreementNumber) -> String { text.count(balance[number]) }

  private func part(_ rate: Rate) -> String {
    Message.agreementPart(["part": text.count(rate.numerator), "whole": text.count(rate.denominator)])
  }

  private func limit(_ limit: TimeLimit?) -> String? {
    guard let limit else { return nil }
    let duration = text.duration(Double(limit.seconds))
    return limit.isWorking ? Message.agreementWorking(["time": duration]) : duration
  }

  private var volume: Promise {
    Promise(
      key: "volume", title: .agreementVolume, by: giver,
      owed: balance.volume.map { volume in
        Message.agreementVolumeOwed([
          "owed": NumberText.decimal(volume.owed, digits: 1) ?? "", "count": text.count(volume.agreed.count),
          "unit": volume.agreed.per.rawValue,
        ])
      }, delivered: count(.offered), count: balance[.offered], amount: balance.volume?.owed, unit: "offers",
      ratio: balance.volume?.delivered)
  }

  private var quality: Promise {
    Promise(
      key: "quality", title: .agreementQuality, by: giver,
      owed: terms?.quality.map { Message.agreementPercent(["percent": String($0)]) }, delivered: part(balance.quality),
      count: balance.quality.numerator,
      rate: balance.quality, notDue: balance[.pending], amount: terms?.quality.map(Double.init), unit: "percent")
  }

  private var criteria: Promise {
    let criteria = terms?.criteria ?? []
    return Promise(
      key: "criteria_overridden", title: .agreementCriteria, by: giver,
      owed: criteria.isEmpty ? nil : criteria.map(\.text).joined(separator: ", "), delivered: part(balance.overridden),
      count: balance.overridden.numerator,
      rate: balance.overridden, amount: Double(criteria.count), unit: "criteria")
  }

  private var answer: Promise {
    Promise(
      key: "answer", title: .agreementAnswer, by: receiver, owed: limit(terms?.answer),
      delivered: part(balance.answers), count: balance.answers.numerator,
      rate: balance.answers, notDue: balance[.answerNotDue], amount: terms.map { Double($0.answer.seconds) },
      unit: unit(terms?.answer))
  }

  private var contact: Promise {
    Promise(
      key: "first_contact", title: .agreementContact, by: receiver, owed: limit(terms?.contact),
      delivered: part(balance.contacts), count: balance.contacts.numerator, rate: balance.contacts,
      notDue: balance[.contactNotDue],
      amount: terms?.contact.map { Double($0.seconds) }, unit: unit(terms?.contact))
  }

  private var attempts: Promise {
    Promise(
      key: "attempts", title: .agreementAttempts, by: receiver,
      owed: terms?.attempts.map { Message.agreementContacts(["count": text.count($0)]) },
      delivered: part(balance.attempts), count: balance.attempts.numerator, rate: balance.attempts,
      amount: terms?.attempts.map(Double.init),
      unit: "contacts")
  }

  private var silence: Promise {
    let meaning = terms.map { $0.silence == .accepted ? Message.agreementSilenceAccepts : .agreementSilenceExpires }
    return Promise(
      key: "silence", title: .agreementSilence, by: nil, owed: meaning?(), delivered: count(.silent),
      count: balance[.silent])
  }

  private func unit(_ limit: TimeLimit?) -> String? {
    limit.map { $0.isWorking ? "working_seconds" : "seconds" }
  }
}
