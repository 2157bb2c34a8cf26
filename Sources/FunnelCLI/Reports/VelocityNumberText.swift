import FunnelStore
import SharedFunnel

/// A number of the velocity report as people name it for its list: `stage=3,outcome=open` for stays in a stage,
/// `factor=won` for the leads of a factor of the sales velocity.
struct VelocityNumberText {
  enum Number {
    case stays(StayNumber, Stage?)
    case sales(SalesFactor, Currency?)
  }

  /// As it was typed.
  let text: String
  let number: Number
  let conditions: [Condition]

  init(_ text: String) throws {
    self.text = text
    var list = try KeyValueList(text)
    let stage = try list.choice("stage", known: Stage.allCases.map { String($0.number) }) { Stage(text: $0) }
    let outcome = try list.choice("outcome", as: StayNumber.self)
    let factor = try list.choice("factor", as: SalesFactor.self)
    let code = list.take("currency") ?? nil
    let currency = code.flatMap(Currency.init(code:))
    if let code, currency == nil || factor != .open {
      throw Failure.usage(Message.velocityBadCurrency(["text": code]))
    }
    switch (outcome, factor) {
    case (let outcome?, nil): number = .stays(outcome, stage)
    case (nil, let factor?) where stage == nil: number = .sales(factor, currency)
    default:
      throw Failure.usage(
        Message.velocityLeadsNeedNumber([
          "outcomes": StayNumber.allCases.map(\.rawValue).joined(separator: ", "),
          "factors": SalesFactor.allCases.map(\.rawValue).joined(separator: ", "),
        ]))
    }
    conditions = try list.leadConditions(besides: ["stage", "outcome", "factor", "currency"], months: false)
  }
}

extension FormatOptions {
  /// The stays or the leads behind a number.
  func print(_ list: VelocityNumberText, of request: VelocityRequest, in session: Session) throws {
    var request = request
    request.conditions = try request.conditions.narrowed(by: list.conditions)
    switch list.number {
    case .stays(let number, let stage):
      try print(
        VisitListRendering(
          report: "report.velocity", number: list.text, scope: request.scope, period: request.period,
          conditions: request.conditions, items: try session.store.stays(number, in: stage, of: request),
          zone: session.zone.identifier))
    case .sales(let factor, let currency):
      let leads = try session.store.leads(behind: factor, in: currency, of: request)
      try print(
        ReportLeadList(
          report: "report.velocity", number: list.text, rows: try session.store.leads(leads), scope: request.scope,
          zone: session.zone.identifier,
          definition: ["period": JSONValue(request.period), "where": JSONValue(request.conditions)]))
    }
  }
}
