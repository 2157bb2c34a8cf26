public import ArgumentParser
public import FunnelStore
public import SharedFunnel

// Choices of the domain that people type as they are named there.

extension FunnelQuery.Mode: ExpressibleByArgument {}

extension Dimension: ExpressibleByArgument {}

extension ExportSubject: ExpressibleByArgument {}

extension PeriodUnit: ExpressibleByArgument {}

extension LeadStatus: ExpressibleByArgument {}

extension AgeUnit: ExpressibleByArgument {}

extension LossDimension: ExpressibleByArgument {}

extension DisputeDimension: ExpressibleByArgument {}
extension RevenueDimension: ExpressibleByArgument {}

extension HandoffGrouping: ExpressibleByArgument {}
