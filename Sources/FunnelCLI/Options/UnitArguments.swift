public import ArgumentParser
public import SharedFunnel

// Units and breakdowns that people type as they are named there.

extension PeriodUnit: ExpressibleByArgument {}

extension AgeUnit: ExpressibleByArgument {}

extension LossDimension: ExpressibleByArgument {}
