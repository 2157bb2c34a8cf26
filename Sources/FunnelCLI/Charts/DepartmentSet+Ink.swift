import Charts
import SharedFunnel

/// The owners' colours, the same in every picture.
extension DepartmentSet {
  var ink: Ink {
    switch self {
    case .marketing: Ink(name: "marketing", solid: "#1D4FA3", tint: "#C6D3E8")
    case .sales: Ink(name: "sales", solid: "#B84A05", tint: "#EDD2C0")
    default: Ink(name: "joint", solid: "#2B1545", tint: "#CAC4D0")
    }
  }
}

extension LossBucket {
  /// Nobody's colour where no owner answers for the loss alone.
  var ink: Ink { if case .owner(let departments) = self { departments.ink } else { .neutral } }
}
