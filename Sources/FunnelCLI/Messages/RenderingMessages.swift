import SharedFunnel

extension Message {
  static let tableEmpty = Message("table.empty", "Nothing to show.")
  static let tableColumnsHidden = Message(
    "table.columns_hidden", "Not shown at this width: {columns}. A wider terminal or --format csv shows them.")

  static let outputRefused = Message("output.refused", "The result could not be written: {reason}.")

  static let percent = Message("number.percent", "{number} %")
  static let days = Message("duration.days", "{count} d")
  static let hoursMinutes = Message("duration.hours_minutes", "{hours} h {minutes} m")
  static let minutesSeconds = Message("duration.minutes_seconds", "{minutes} m {seconds} s")
  static let seconds = Message("duration.seconds", "{count} s")

  static let progressRows = Message("progress.rows", "{count:row|rows}")
  static let progressRate = Message("progress.rate", "{count}/s")
  static let progressLeft = Message("progress.left", "{time} left")
}
