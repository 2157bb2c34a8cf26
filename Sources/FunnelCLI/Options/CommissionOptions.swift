import ArgumentParser
import SharedFunnel

/// What a version of the policy says.
struct CommissionOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.commissionModelHelp, valueName: "model"), transform: CommissionOptions.readModel)
  var model: CreditModel
  @Option(name: .customLong("tier"), help: ArgumentHelp(.commissionTierHelp, valueName: "amount:percent"))
  var tiers: [String] = []
  @Option(help: ArgumentHelp(.commissionThresholdHelp, valueName: "amount")) var threshold: String?
  @Option(help: ArgumentHelp(.commissionCapHelp, valueName: "amount")) var cap: String?
  @Option(
    name: .customLong("accelerator"), help: ArgumentHelp(.commissionAcceleratorHelp, valueName: "attainment:factor"),
    transform: CommissionOptions.readAccelerator)
  var accelerators: [CommissionTerms.Accelerator] = []
  @Option(help: ArgumentHelp(.commissionPerHelp, valueName: "unit"), transform: CommissionOptions.readUnit)
  var per = CommissionUnit.quarter
  @Option(help: ArgumentHelp(.commissionFromHelp, valueName: "date"), transform: CommissionOptions.readDay)
  var from: CivilDate?

  func terms(in session: Session) throws -> CommissionTerms {
    let tiers = try tiers.map { text in
      let (amount, percent) = try CommissionOptions.pair(text, or: .badTier)
      guard let rate = Millionths(percent: percent) else { throw Failure.usage(Message.badTier(["text": text])) }
      return CommissionTerms.Tier(from: try MoneyArgument.read(amount, nil, in: session).minor, rate: rate)
    }
    let cap = try cap.map { try MoneyArgument.read($0, nil, in: session).minor }
    let currency = try MoneyArgument.read("0", nil, in: session).currency
    var terms = CommissionTerms(
      tiers: tiers, cap: cap, accelerators: accelerators, unit: per, fiscalStart: session.workspace.fiscalYear.start,
      model: model, currency: currency)
    if let threshold { terms.apply(threshold: try MoneyArgument.read(threshold, nil, in: session).minor) }
    return terms
  }

  private static func pair(_ text: String, or message: Message) throws -> (String, String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw Failure.usage(message(["text": text])) }
    return (parts[0], parts[1])
  }

  static func readAccelerator(_ text: String) throws -> CommissionTerms.Accelerator {
    let (attainment, factor) = try pair(text, or: .badAccelerator)
    guard let share = Millionths(percent: attainment), let times = Millionths(decimal: factor) else {
      throw Failure.usage(Message.badAccelerator(["text": text]))
    }
    return CommissionTerms.Accelerator(attainment: share, factor: times)
  }

  static func readModel(_ text: String) throws -> CreditModel {
    do {
      return try CreditModel(text: text)
    } catch {
      throw Failure.usage(Message.badCommissionModel(["why": error.message]))
    }
  }

  static func readUnit(_ text: String) throws -> CommissionUnit {
    guard let unit = CommissionUnit(rawValue: text.lowercased()) else {
      throw Failure.usage(Message.badCommissionUnit(["text": text]))
    }
    return unit
  }

  static func readDay(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(iso: text) else { throw Failure.usage(Message.badFirstDay(["text": text])) }
    return day
  }
}
