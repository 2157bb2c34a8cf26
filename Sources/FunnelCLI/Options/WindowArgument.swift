import SharedFunnel

/// A stretch of time from an entry on, as people type it: `90d`.
struct WindowArgument {
  /// `90 d`, for people.
  let text: String
  let seconds: Int64

  /// An option reads it with `.unconditional`, so that `-5d` is refused as too short and not as an option unknown.
  init(_ typed: String) throws {
    guard !typed.hasPrefix("-") else { throw Failure.usage(Message.funnelWindowTooShort()) }
    do throws(DateTextError) {
      seconds = try DateText.duration(typed)
    } catch {
      throw Failure.usage(error.message)
    }
    guard seconds > 0 else { throw Failure.usage(Message.funnelWindowTooShort()) }
    let compact = typed.filter { !$0.isWhitespace }
    let digits = compact.prefix { $0.isNumber }
    text = "\(digits) \(compact.dropFirst(digits.count).lowercased())"
  }
}
