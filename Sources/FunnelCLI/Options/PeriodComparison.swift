import ArgumentParser

/// What a period is compared with.
enum PeriodComparison: String, CaseIterable, ExpressibleByArgument { case previous }
