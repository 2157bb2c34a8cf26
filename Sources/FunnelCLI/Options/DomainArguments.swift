public import ArgumentParser
public import FunnelStore
public import SharedFunnel

// Choices of the domain that people type as they are named there.

extension FunnelQuery.Mode: ExpressibleByArgument {}

extension Dimension: ExpressibleByArgument {}

extension ExportChoice: ExpressibleByArgument {
  init?(argument: String) {
    guard let choice = ExportChoice.allCases.first(where: { $0.text == argument }) else { return nil }
    self = choice
  }

  var defaultValueDescription: String { text }
  static var allValueStrings: [String] { allCases.map(\.text) }
}

extension PeriodUnit: ExpressibleByArgument {}

extension LeadStatus: ExpressibleByArgument {}

extension AgeUnit: ExpressibleByArgument {}

extension LossDimension: ExpressibleByArgument {}

extension DisputeDimension: ExpressibleByArgument {}
extension RevenueDimension: ExpressibleByArgument {}

extension HandoffGrouping: ExpressibleByArgument {}

extension ForecastNumber: ExpressibleByArgument {}
