import ArgumentParser
import SharedFunnel

/// The mappings of imports.
struct MappingGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    "mapping", .mappingAbstract, subcommands: [MappingList.self, MappingShow.self, MappingCheck.self])
}
