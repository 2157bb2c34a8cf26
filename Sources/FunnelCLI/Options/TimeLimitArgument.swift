import SharedFunnel

/// Reads how long something may take: `2d` or `90 minutes` by the clock, `8 working hours` or `8wh` in working time.
enum TimeLimitArgument {
  static func read(_ text: String) throws -> TimeLimit {
    let words = text.lowercased().split(separator: " ").map(String.init)
    var kept = words.filter { $0 != "working" }.joined(separator: " ")
    var isWorking = words.contains("working")
    if kept.hasSuffix("wh") || kept.hasSuffix("wm") {
      isWorking = true
      kept.remove(at: kept.index(kept.endIndex, offsetBy: -2))
    }
    let seconds: Int64
    do { seconds = try DateText.duration(kept) } catch { throw Failure.usage(Message.badTimeLimit(["text": text])) }
    // A working day is as long as its department's calendar says, and differs between them.
    let isInDays = kept.contains("d") || kept.contains("w")
    guard !isWorking || !isInDays else { throw Failure.usage(Message.workingDays(["text": text])) }
    return TimeLimit(seconds: seconds, isWorking: isWorking)
  }
}

extension TimeLimit {
  /// For people: `2 d`, `8 working hours`.
  var label: String {
    let time = DurationText.text(seconds: Double(seconds)) ?? ""
    guard isWorking else { return Message.clockLimit(["time": time]) }
    let hours = NumberText.decimal(Double(seconds) / 3600, digits: seconds % 3600 == 0 ? 0 : 2) ?? ""
    return Message.workingLimit(["hours": hours])
  }
}
