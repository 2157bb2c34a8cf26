import SharedFunnel

@testable import FunnelCLI

/// Places to print to.
extension Terminal {
  static func screen(width: Int, _ variables: [String: String] = [:]) -> Terminal {
    let defaults = ["TERM": "xterm-256color", "LANG": "en_US.UTF-8", "NO_COLOR": "1"]
    let environment = defaults.merging(variables) { $1 }
    return Terminal(isTerminal: true, reportedWidth: width, environment: { environment[$0] })
  }
}

/// A funnel as a report prints it.
extension Grid {
  static let funnel = Grid(
    columns: [
      Column(key: "stage", title: "Stage"),
      Column(key: "owner", title: "Owner", priority: 0),
      Column(key: "reached", title: "Reached", kind: .integer, priority: 3),
      Column(key: "share", title: "", kind: .bar(width: 16)),
      Column(key: "conversion", title: "Conversion", kind: .percent(digits: 1), priority: 2),
      Column(key: "median_seconds", title: "Median", kind: .duration),
      Column(key: "value", title: "Value", kind: .money),
    ],
    rows: [
      row("Visitor", "Marketing", 8_000, 1, nil, nil, nil),
      row("Subscriber", "Marketing", 3_120, 0.39, 0.39, 266_400, nil),
      row("Qualified by marketing", "Marketing", 842, 0.10525, 0.2699, 1_265_760, 0),
      row("Accepted by sales", "Sales", 411, 0.0514, 0.4881, 12_000, 1_250_000_00),
      row("Opportunity", "Sales", 203, 0.0254, 0.4939, 2_073_600, 2_000_000_00),
      row("Customer", "Sales", 66, 0.00825, 0.3251, 245, 640_129_50),
    ],
    total: [
      .text("All"), .null, .integer(8_000), .null, .fraction(0.00825), .null,
      .money(minor: 640_129_50, currency: "EUR", exponent: 2),
    ],
    heading: "Funnel, January to March 2026",
    notes: ["Conversion: of those who reached the stage before. So far: leads may still move."]
  )

  private static func row(
    _ stage: String, _ owner: String, _ reached: Int64, _ share: Double, _ conversion: Double?, _ median: Double?,
    _ minor: Int64?
  ) -> [Cell] {
    [
      .text(stage), .text(owner), .integer(reached), .fraction(share), conversion.map(Cell.fraction) ?? .null,
      median.map(Cell.seconds) ?? .null,
      minor.map { .money(minor: $0, currency: "EUR", exponent: 2) } ?? .null,
    ]
  }
}
