import ArgumentParser
import SharedFunnel

/// Reads what people type of currencies and rates.
enum CurrencyArgument {
  static func read(_ code: String) throws -> Currency {
    guard let currency = Currency(code: code) else { throw Failure.usage(Message.noSuchCurrency(["code": code])) }
    return currency
  }

  static func readRate(_ text: String) throws -> RateNumber {
    guard let rate = RateNumber(text: text) else { throw Failure.usage(Message.badRate(["text": text])) }
    return rate
  }

  static func readDay(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(iso: text) else { throw Failure.usage(Message.badRateDay(["text": text])) }
    return day
  }
}
