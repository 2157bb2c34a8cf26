import ArgumentParser
import FunnelStore
import SharedFunnel

/// What a version of a target says.
struct TargetOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.targetAmountHelp)) var amount: String?
  @Option(help: ArgumentHelp(.currencyHelp, valueName: "code")) var currency: String?
  @Option(parsing: .upToNextOption, help: ArgumentHelp(.targetPlanHelp, valueName: "linear|seasonal file"))
  var plan: [String] = []
  @Option(name: .customLong("part"), help: ArgumentHelp(.targetPartHelp, valueName: "dimension=key:amount"))
  var parts: [String] = []
  @Option(help: ArgumentHelp(.targetModelHelp, valueName: "model"), transform: TargetOptions.readModel)
  var model: CreditModel?
  @Option(help: ArgumentHelp(.targetSourcedHelp, valueName: "definition"), transform: TargetOptions.readSourcing)
  var sourced: SourcingDefinition?

  /// What takes the parts of the last version away.
  private static let none = "none"

  func change(in session: Session) throws -> Store.TargetChange {
    var change = Store.TargetChange()
    change.amount = try MoneyArgument.read(optional: amount, currency, in: session)
    change.plan = try readPlan()
    if !parts.isEmpty { change.parts = parts == [Self.none] ? [] : try parts.map { try readPart($0, session) } }
    change.model = model
    change.sourcing = sourced
    return change
  }

  private func readPlan() throws -> TargetPlan? {
    switch (plan.first?.lowercased(), plan.count) {
    case (nil, _): return nil
    case ("linear", 1): return .linear
    case ("seasonal", 2): return try PlanFile.read(path: plan[1])
    default: throw Failure.usage(Message.badPlan())
    }
  }

  private func readPart(_ text: String, _ session: Session) throws -> TargetPart {
    let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2, let dimension = TargetPart.Dimension(rawValue: sides[0].lowercased()),
      let colon = sides[1].lastIndex(of: ":"), colon > sides[1].startIndex
    else { throw Failure.usage(Message.badPart(["text": text])) }
    let money = try MoneyArgument.read(String(sides[1][sides[1].index(after: colon)...]), currency, in: session)
    return TargetPart(by: dimension, key: String(sides[1][..<colon]), minor: money.minor)
  }

  static func readModel(_ text: String) throws -> CreditModel {
    do { return try CreditModel(text: text) } catch { throw Failure.usage(error.message) }
  }

  static func readSourcing(_ text: String) throws -> SourcingDefinition {
    guard let definition = SourcingDefinition(rawValue: text.lowercased().replacing("-", with: "_")) else {
      throw Failure.usage(Message.badSourcing(["text": text]))
    }
    return definition
  }
}

/// Reads the period of a target.
enum TargetPeriodArgument {
  static func read(_ text: String, in session: Session) throws -> TargetPeriod {
    do {
      return try TargetPeriod(text: text, fiscalStart: session.workspace.fiscalYear.start)
    } catch {
      throw Failure.usage(Message.badTargetPeriod(["text": text]))
    }
  }
}
