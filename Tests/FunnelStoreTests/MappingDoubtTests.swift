import FunnelStore
import Testing

@Suite("A mapping that could be read in two ways is refused, with its line")
struct MappingDoubtTests {
  private func refusal(_ lines: String) -> InputError? {
    let text = """
      source: crm
      shape: wide
      files:
        - key: id
          created: created
      \(lines)
      """
    do throws(InputError) {
      _ = try Mapping(yaml: text, file: "m.yaml")
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "A stage, a value or a word given twice under two spellings, of which one would silently win",
    arguments: [
      ("    stages: {5: a, purchase_intention: b}", 6), ("    source: {column: s, values: {1: web, \"1\": fair}}", 6),
      ("    source: a\n    !!binary source: b", 7),
      ("    owner: {column: o, unknown: add, department: {constant: sales}}", 6),
    ])
  func refused(lines: String, line: Int) throws {
    #expect(try #require(refusal(lines), "taken: \(lines)").line == line)
  }

  @Test(
    "What says each thing once is taken",
    arguments: [
      "    stages: {5: a, purchase: b}", "    source: {column: s, values: {1: web, \"2\": fair}}",
      "    owner: {column: o, unknown: add, department: {column: team}}",
      "    owner: {column: o, unknown: add, department: sales}",
    ])
  func taken(lines: String) {
    #expect(refusal(lines)?.reason == nil)
  }
}
