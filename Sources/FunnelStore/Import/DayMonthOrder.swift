/// Which of day and month comes first in a pattern of dates that does not start with the year.
enum DayMonthOrder: Equatable {
  case yearFirst, dayFirst, monthFirst

  init(_ pattern: String) {
    let day = pattern.utf8.firstIndex(of: UInt8(ascii: "D"))
    let month = pattern.utf8.firstIndex(of: UInt8(ascii: "M"))
    guard let day, let month, !pattern.hasPrefix("Y") else {
      self = .yearFirst
      return
    }
    self = day < month ? .dayFirst : .monthFirst
  }
}
