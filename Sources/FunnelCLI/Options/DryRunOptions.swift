import ArgumentParser
import SharedFunnel

/// Checks everything and records nothing.
struct DryRunOptions: ParsableArguments {
  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(.dryRunHelp))
  var isDryRun = false
}
