import ArgumentParser
import FunnelStore
import SharedFunnel

/// `mapping list`: the mappings that come with the program.
struct MappingList: ParsableCommand {
  static let configuration = CommandConfiguration("list", .mappingListAbstract, .mappingListDiscussion)

  @OptionGroup var output: FormatOptions

  func run() throws {
    try output.print(
      Grid(
        columns: [
          Grid.Column(key: "name", title: .mappingColumnName, fit: .whole),
          Grid.Column(key: "for", title: .mappingColumnFor, fit: .wrapped),
        ],
        rows: BuiltInMapping.all.map { [.text($0.name), .text($0.summary())] }), schema: "mappings")
  }
}
