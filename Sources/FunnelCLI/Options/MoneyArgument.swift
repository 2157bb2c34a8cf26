import SharedFunnel

/// Reads an amount that people type.
enum MoneyArgument {
  /// - Parameter currency: a code; `nil`: the currency of the workspace.
  static func read(_ amount: String, _ currency: String?, in session: Session) throws -> Money {
    let code = currency ?? session.workspace.currency
    guard let currency = Currency(code: code) else { throw Failure.usage(Message.noSuchCurrency(["code": code])) }
    guard let money = Money(decimal: amount, currency: currency), money.minor >= 0 else {
      throw Failure.usage(
        Message.badAmount(["text": amount, "code": currency.code, "digits": String(currency.exponent)]))
    }
    return money
  }

  /// An amount that may be missing; a currency alone makes no sense.
  static func read(optional amount: String?, _ currency: String?, in session: Session) throws -> Money? {
    if let amount { return try read(amount, currency, in: session) }
    guard currency == nil else { throw Failure.usage(Message.currencyWithoutAmount()) }
    return nil
  }
}
