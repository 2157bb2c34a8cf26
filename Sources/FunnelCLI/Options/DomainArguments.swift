public import ArgumentParser
public import SharedFunnel

// Choices of the domain that people type as they are named there.

extension FunnelQuery.Mode: ExpressibleByArgument {}

extension Dimension: ExpressibleByArgument {}

extension PeriodUnit: ExpressibleByArgument {}

extension LeadStatus: ExpressibleByArgument {}

extension AgeUnit: ExpressibleByArgument {}

extension LossDimension: ExpressibleByArgument {}
