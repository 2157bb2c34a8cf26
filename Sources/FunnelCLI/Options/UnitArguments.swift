public import ArgumentParser
public import SharedFunnel

// Units of time that people type as they are named there.

extension PeriodUnit: ExpressibleByArgument {}

extension AgeUnit: ExpressibleByArgument {}
