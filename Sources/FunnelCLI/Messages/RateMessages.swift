import SharedFunnel

extension Message {
  static let rateAbstract = Message(
    "cli.rate", "Keep rates of exchange, by which purchases in other currencies count.")
  static let rateDiscussion = Message(
    "cli.rate.discussion",
    """
    A purchase in another currency than the workspace's is priced once, by the rate of its day or the last one up to \
    7 days before. Until one is known it is unpriced: counted, listed, and left out of sums.

      funnel rate set EUR USD 1.0842 --on 2026-03-31
      funnel rate import eurofxref-hist.csv
    """)
  static let rateSetAbstract = Message(
    "cli.rate_set", "Set the rate of a pair on a day.")
  static let rateSetDiscussion = Message(
    "cli.rate_set.discussion",
    """
    For any member. Purchases that waited for it are priced at once. A rate that corrects an older one leaves the prices \
    that were made by that one until 'funnel rate reprice'.

      funnel rate set EUR USD 1.0842 --on 2026-03-31
    """)
  static let rateImportAbstract = Message(
    "cli.rate_import", "Read rates of many days from a CSV file.")
  static let rateImportDiscussion = Message(
    "cli.rate_import.discussion",
    """
    The layout is that of the history that the European Central Bank publishes (eurofxref-hist.csv): a column Date, and a \
    column a currency with its units for one euro, N/A where there is none. The same file again changes nothing.

      funnel rate import eurofxref-hist.csv --currency USD --from 2024-01-01
      unzip -p eurofxref-hist.zip | funnel rate import -
    """)
  static let rateListAbstract = Message(
    "cli.rate_list", "List rates, the latest day first.")
  static let rateListDiscussion = Message(
    "cli.rate_list.discussion",
    """
      funnel rate list USD
      funnel rate list USD GBP --from 2026-01-01 --limit 0 --format csv
    """)
  static let rateRepriceAbstract = Message(
    "cli.rate_reprice", "Price anew what corrected rates contradict.")
  static let rateRepriceDiscussion = Message(
    "cli.rate_reprice.discussion",
    """
    For a head of either department. The old prices are voided and stay in the history. A period that was closed shows \
    the difference as a restatement.

      funnel rate reprice --dry-run
      funnel rate reprice
    """)

  static let rateBaseHelp = Message("arg.rate_base", "The currency of which one unit is priced, such as EUR.")
  static let rateQuoteHelp = Message("arg.rate_quote", "The currency in which it is priced, such as USD.")
  static let rateHelp = Message("arg.rate", "Units of the second for one of the first, such as 1.0842.")
  static let rateOnHelp = Message("arg.rate_on", "The day of the rate. Without it: today.")
  static let rateFileHelp = Message("arg.rate_file", "CSV, also in gzip; - is standard input.")
  static let rateFileBaseHelp = Message(
    "arg.rate_file_base", "The currency that the rates are in units for one of. Without it: EUR.")
  static let rateOnlyHelp = Message("arg.rate_only", "Only this currency. Can be repeated. Without it: all.")
  static let rateFromHelp = Message("arg.rate_from", "Only from this day on.")
  static let rateToHelp = Message("arg.rate_to", "Only until this day.")
  static let rateLimitHelp = Message("arg.rate_limit", "At most so many; 0: all.")
  static let rateCurrenciesHelp = Message("arg.rate_currencies", "Only pairs with one of these.")

  static let badRate = Message(
    "usage.rate", "'{text}' is no rate. Write a number above 0 such as 1.0842, of at most 15 digits.")
  static let badRateDay = Message("usage.rate_day", "'{text}' is no day. Write 2026-03-31.")
  static let rateOfItself = Message("usage.rate_of_itself", "A rate is between two currencies, and {code} is one.")
  static let limitBelowZero = Message("usage.limit_below_zero", "A limit is 0 or more; 0: all.")

  static let rateSet = Message("done.rate_set", "1 {base} = {rate} {quote} on {day}.")
  static let rateDays = Message("done.rate_days", "Days with rates: {count}.")
  static let ratesRead = Message(
    "done.rates_read", "Rates read: {count} ({new} new, {changed} changed, {known} already known).")
  static let purchasesPriced = Message("done.purchases_priced", "Purchases that have a price now: {count}.")
  static let pricesOutdated = Message(
    "done.prices_outdated",
    "Purchases priced by what was corrected: {count}. They keep their price until 'funnel rate reprice'.")
  static let repriced = Message("done.repriced", "Prices that corrected rates contradicted: {count}.")
  static let repricedNone = Message("done.repriced_none", "Every price is what the rates say.")
  static let rateNone = Message("rate.none", "No rates. Bring some with 'funnel rate set' or 'funnel rate import'.")
  static let rateMeaning = Message("rate.meaning", "Units of the quote for one of the base.")

  static let columnPricedBefore = Message("column.priced_before", "Was")
  static let columnRead = Message("column.read", "Read")
  static let columnNew = Message("column.new", "New")
  static let columnChanged = Message("column.changed", "Changed")
  static let columnKnown = Message("column.already_known", "Known")
  static let columnOutdated = Message("column.outdated", "Outdated")
}
