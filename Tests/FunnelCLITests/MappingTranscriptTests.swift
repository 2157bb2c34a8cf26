import Foundation
import Testing

/// Mappings say in which line they are wrong, and what they mean.
struct MappingTranscriptTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func check(_ text: String) throws -> FunnelBinary.Outcome {
    let file = try folder.write(text, to: "mapping.yaml")
    return try FunnelBinary.run(["mapping", "check", file.path])
  }

  @Test func everyMappingOfTheProgramIsShownAndPassesItsOwnCheck() throws {
    let list = try FunnelBinary.run(["mapping", "list", "--format", "json"]).json.objects("rows")
    #expect(
      list.map { $0.string("name") } == [
        "olist", "hubspot-contacts", "hubspot-deals", "salesforce-opportunity-history", "pipedrive-deals",
        "generic-long", "event-log",
      ])
    for name in list.compactMap({ $0.string("name") }) where name != "generic-long" {
      let shown = try FunnelBinary.run(["mapping", "show", name])
      #expect(shown.status == 0)
      let checked = try check(shown.out)
      #expect(checked.status == 0, "\(checked.err)")
    }
    let native = try FunnelBinary.run(["mapping", "show", "generic-long"])
    #expect(native.lines.allSatisfy { $0.isEmpty || $0.hasPrefix("# ") })
    #expect(native.out.contains("# event_id\n"))
    #expect(try FunnelBinary.run(["mapping", "show", "none"]).status == 2)
  }

  @Test func itIsSaidWhatWasUnderstood() throws {
    let document = try FunnelBinary.run(["mapping", "check", "olist", "--format", "json"]).json
    #expect(document.string("schema") == "funnel.mapping/1")
    #expect(document.string("shape") == "wide")
    #expect(document.string("zone") == "UTC")
    let rows = document.objects("rows").map { [$0.string("column"), $0.string("meaning")] }
    #expect(rows.contains(["first_contact_date", "date of entering 4 Brand preference"]))
    #expect(rows.contains(["business_segment", "tag"]))
  }

  @Test(arguments: [
    ("", "the file is empty"),
    ("shape: wide\nsource: x\nfiles:\n  - key: [a\n", "line 5: this is not YAML"),
    ("shape: wide\nsource: x\nfiles:\n  - key: a\n    stages: {9: b}\n", "line 5: there is no stage '9'"),
    ("shape: wide\nsource: x\ncolour: red\nfiles: []\n", "line 3: 'colour' means nothing here"),
    ("shape: tall\nsource: x\nfiles: []\n", "line 1: 'shape' is 'wide'"),
    ("shape: wide\nsource: x\nfiles: []\n", "'files' names no file"),
    ("shape: wide\nsource: x\nsource: y\nfiles: []\n", "'source' is there twice"),
    ("shape: wide\nsource: x\nfiles:\n  - key: a\n", "the file brings no date"),
    (
      "shape: long\nsource: x\nfiles:\n  - key: a\n    at: b\n",
      "needs the columns 'at' and 'kind', or 'at' and 'stage'"
    ),
    ("shape: wide\nsource: x\nzone: Mars/Olympus\nfiles:\n  - key: a\n    created: b\n", "line 3: "),
    ("shape: wide\nsource: x\ndates: [\"YYYY-QQ\"]\nfiles:\n  - key: a\n    created: b\n", "line 3: "),
    ("shape: wide\nsource: x\nfiles:\n  - key: a\n    created: []\n", "line 5: the list is empty"),
    (
      "shape: wide\nsource: x\nfiles:\n  - key: a\n    created: {join: [a], column: b}\n",
      "line 5: name 'column', 'join'"
    ),
    ("shape: wide\nsource: x\nfiles:\n  - key: a\n    created: {column: b, when: c}\n", "line 5: 'when' is a list"),
    (
      "shape: wide\nsource: x\nfiles:\n  - key: a\n    other keys: b\n    created: c\n",
      "line 5: 'other keys' is a list"
    ),
    (
      "shape: wide\nsource: x\nfiles:\n  - key: a\n    stage columns: {header: Entered, stages: {}}\n",
      "line 5: 'header' is the form"
    ),
    (
      "shape: wide\nsource: x\nfiles:\n  - key: a\n    stage columns:\n      header: In {stage}\n      stages: {Won: wonn}\n",
      "line 7: 'wonn' is no stage"
    ),
    (
      "shape: wide\nsource: x\nfiles:\n  - key: a\n    stages: {4: b, brand_preference: c}\n",
      "line 5: 'brand_preference' is there twice"
    ),
    ("a: &x [*x]\n", "anchors and aliases"),
  ])
  func aMistakeIsNamedWithItsLine(_ text: String, _ says: String) throws {
    let outcome = try check(text)
    #expect(outcome.status == 3)
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains(says), "\(outcome.err)")
    #expect(outcome.lines.count < 3)
  }

  @Test func aFileThatIsNoTextIsNoMapping() throws {
    let file = try folder.write(Data([0xFF, 0xFE, 0x00]), to: "mapping.yaml")
    let outcome = try FunnelBinary.run(["mapping", "check", file.path])
    #expect(outcome.status == 3)
    #expect(outcome.err.contains("not a text file in UTF-8"))
    #expect(try FunnelBinary.run(["mapping", "check", "./none.yaml"]).status == 3)
    #expect(try FunnelBinary.run(["mapping", "check", "none"]).status == 2)
  }
}
