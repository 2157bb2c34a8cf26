import ArgumentParser
import SharedFunnel

extension ArgumentHelp {
  /// Help in the words of the catalogue.
  init(_ message: Message, valueName: String? = nil, visibility: ArgumentVisibility = .default) {
    self.init(message(), valueName: valueName, visibility: visibility)
  }
}

extension CommandConfiguration {
  /// A command in the words of the catalogue.
  init(
    _ name: String, _ abstract: Message, _ discussion: Message? = nil, usage: Message? = nil,
    subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: name, abstract: abstract(), usage: usage?(), discussion: discussion?() ?? "",
      subcommands: subcommands)
  }
}
