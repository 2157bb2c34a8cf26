import SharedFunnel

@testable import FunnelStore

extension Store {
  /// Every exported event as its texts, a column each; `nil` where nobody recorded a value.
  func exportEvents(_ body: ([String?]) throws -> Void) throws {
    try export(ExportRequest(.events, now: Timestamp(milliseconds: 0))) { try body($0.map(\.text)) }
  }
}

extension ExportValue {
  var text: String? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .time(let time): time.iso8601
    case .amount(let money): money.decimal
    }
  }
}
