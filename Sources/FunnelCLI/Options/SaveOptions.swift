import ArgumentParser
import SharedFunnel

/// Saves a report under a name. ``ReportCall`` does it; that it is an option here is for the help and the parser.
struct SaveOptions: ParsableArguments {
  @Option(name: .customLong("save"), help: ArgumentHelp(.saveHelp, valueName: "name"))
  var name: String?
  @OptionGroup var acting: ActorOptions
}
