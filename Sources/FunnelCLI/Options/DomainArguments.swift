public import ArgumentParser
public import SharedFunnel

// Choices of the domain that people type as they are named there.

extension FunnelQuery.Mode: ExpressibleByArgument {}

extension Dimension: ExpressibleByArgument {}

extension LeadStatus: ExpressibleByArgument {}
