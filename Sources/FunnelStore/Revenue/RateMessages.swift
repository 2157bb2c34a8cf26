import SharedFunnel

/// Why a file of rates was not read.
enum RateMessages {
  static let noDateColumn = Message(
    "rates.no_date_column",
    "there is no column \"Date\"; the first line should read Date,USD,JPY and so on, as in the history of the European "
      + "Central Bank")
  static let noCurrency = Message(
    "rates.no_currency",
    "no column of the first line is a currency that is asked for, by its ISO 4217 code; it should read Date,USD,JPY "
      + "and so on")
  static let badDate = Message("rates.bad_date", "'{text}' is no date such as 2026-03-31")
  static let badRate = Message(
    "rates.bad_rate",
    "'{text}' is no rate of {currency}; write a number such as 1.0842, or N/A where there is none")
}
