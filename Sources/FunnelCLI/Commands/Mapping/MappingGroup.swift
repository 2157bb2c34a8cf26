import ArgumentParser
import SharedFunnel

/// The mappings of imports.
struct MappingGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "mapping", .mappingAbstract, .mappingDiscussion,
    subcommands: [MappingList.self, MappingShow.self, MappingCheck.self])
}
