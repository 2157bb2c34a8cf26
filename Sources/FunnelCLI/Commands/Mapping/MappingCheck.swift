import ArgumentParser
import FunnelStore
import SharedFunnel

/// `mapping check FILE`: reads a mapping, and says what it was understood to mean or in which line it is wrong.
struct MappingCheck: ParsableCommand {
  static let configuration = CommandConfiguration("check", .mappingCheckAbstract, .mappingCheckDiscussion)

  @Argument(help: ArgumentHelp(.mappingFileHelp), completion: .file()) var file: String
  @OptionGroup var output: FormatOptions

  func run() throws {
    guard let mapping = try MappingArgument(file).mapping else {
      try output.print(
        Answer(
          schema: "mapping", lines: [Message.mappingNative()],
          grid: Grid(
            columns: [Grid.Column(key: "column", title: .mappingColumnColumn)],
            rows: Store.eventColumns.map { [.text($0)] }),
          members: ["name": .string(file)]))
      return
    }
    try output.print(MappingUnderstanding(mapping: mapping).grid, schema: "mapping", members: members(mapping))
  }

  private func members(_ mapping: Mapping) -> JSONObject {
    [
      "name": .string(mapping.name), "source": .string(mapping.feed), "shape": .string(mapping.shape.rawValue),
      "zone": JSONValue(mapping.zone), "dates": .array(mapping.dates.map { .string($0.pattern) }),
    ]
  }
}
