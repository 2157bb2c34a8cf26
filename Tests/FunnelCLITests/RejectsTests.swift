import Foundation
import Testing

/// Records that were rejected are mended where they were kept, and come in from there: each once, and as if they had been
/// right the first time.
struct RejectsTests {
  private let workspace: ImportWorkspace

  init() throws { workspace = try ImportWorkspace() }

  private static let leads =
    "mql_id,first_contact_date,landing_page_id,origin\r\na,2018-01-01,p,email\r\nb,2018-02-30,\"p, \"\"q\"\"\",email\r\n"
    + "-c,2018-01-02,p\r\nd,\"O\"Brien\",p,email\r\n"
  private static let deals =
    "mql_id,seller_id,sdr_id,sr_id,won_date,business_segment,lead_type,lead_behaviour_profile,has_company,has_gtin,"
    + "average_stock,business_type,declared_product_catalog_size,declared_monthly_revenue\r\n"
    + "b,s1,,,2018-03-01 00:00:00,pet,,,,,,,,0\r\na,s2,,,2018-33-01 00:00:00,pet,,,,,,,,0\r\n"

  private func file(_ text: String, _ name: String) throws -> String {
    try workspace.folder.write(text, to: name).path
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: workspace.folder.path(name), encoding: .utf8)
  }

  private func bringIn(
    _ files: [String], _ mapping: String = "olist", _ options: [String] = []
  ) throws -> FunnelBinary.Outcome {
    try workspace.run(["import"] + files + ["--mapping", mapping] + options)
  }

  private func events(_ workspace: ImportWorkspace) throws -> [String] {
    try workspace.json(["export", "--format", "json"]).objects("rows").filter { $0.string("kind") != "imported" }.map {
      row in
      ["kind", "occurred", "key", "name", "source", "segment", "stage"].map { row.string($0) ?? "" }
        .joined(separator: " ")
    }.sorted()
  }

  @Test func whatIsMendedInTheFileComesInAndTheRestStaysAReject() throws {
    let leads = try file(Self.leads, "leads.csv")
    let deals = try file(Self.deals, "deals.csv")
    let first = try bringIn([deals, leads], "olist", ["--rejects", workspace.folder.path("rejects.csv")])
    #expect(first.out.contains("Records read: 6 (1 new, 5 rejected)."), "\(first.out)\(first.err)")
    #expect(first.out.contains("mend the cells 'record' there, and import that file with the same mapping"))
    let kept = try text("rejects.csv")
    #expect(kept.hasPrefix("file,line,reason,record,header\r\n\(leads),3,"))

    // As it is, nothing of it can be read, and each says why.
    let unmended = try bringIn([workspace.folder.path("rejects.csv")])
    #expect(unmended.status == 3)
    #expect(unmended.err.contains("rejects.csv:2: column 'first_contact_date'"), "\(unmended.err)")

    let mended = kept.replacing("2018-02-30", with: "2018-02-28").replacing(
      "-c,2018-01-02,p\"", with: "-c,2018-01-02,p,x\""
    )
    .replacing("2018-33-01", with: "2018-03-31")
    let path = try file(mended, "rejects.csv")
    let again = try bringIn([path], "olist", ["--rejects", workspace.folder.path("rest.csv")])
    #expect(again.status == 0)
    #expect(again.out.contains("Records read: 5 (4 new, 1 rejected)."), "\(again.out)\(again.err)")
    // What is left is told by the file and line that it came from first.
    let rest = try text("rest.csv").components(separatedBy: "\r\n")
    #expect(rest.count == 3)
    #expect(rest[1].hasPrefix("\(leads),5,"), "\(rest[1])")

    // The same as if the files had been right, and nothing twice, from whichever file it comes.
    let right = try ImportWorkspace()
    let rightLeads = Self.leads.replacing("2018-02-30", with: "2018-02-28").replacing(
      "2018-01-02,p", with: "2018-01-02,p,x")
    let rightFiles = [
      try file(rightLeads, "right.csv"),
      try file(Self.deals.replacing("2018-33-01", with: "2018-03-31"), "rightdeals.csv"),
    ]
    #expect(try right.run(["import"] + rightFiles + ["--mapping", "olist"]).out.contains("5 new, 1 rejected"))
    #expect(try events(workspace) == events(right))
    for files in [[path], rightFiles] {
      let known = try bringIn(files)
      #expect(known.out.contains("\(files.count == 1 ? 4 : 5) known already, 1 rejected"), "\(known.out)")
    }
    #expect(try events(workspace) == events(right))
    #expect(try workspace.run(["check"]).status == 0)
  }

  /// What a spreadsheet makes of the file: other delimiter, rows sorted, a column of its own, line ends in cells.
  @Test func aSpreadsheetMaySaveIt() throws {
    let leads = try file("id;name;seen\r\n1;=Ada;2024-13-01\r\n2;;\r\n+3;Bo;2024-02-30\r\n", "leads.csv")
    let mapping = try file(
      "source: shop\nshape: wide\nfiles:\n  - key: id\n    name: name\n    stages: {4: seen}\n", "shop.yaml")
    let rejects = workspace.folder.path("rejects.csv")
    #expect(try bringIn([leads], mapping, ["--rejects", rejects, "--delimiter", ";"]).status == 3)
    let rows = try text("rejects.csv").components(separatedBy: "\r\n").filter { !$0.isEmpty }
    #expect(rows.count == 4)
    let header = "mine;header;line;record;reason;file\r\n"
    let saved =
      header
      + "yes;\"id;name;seen\";4;\"'+3;Bo;2024-02-28\n\";?;leads.csv\r\n;\"id;name;seen\";2;\"1;=Ada;2024-12-01\";?;x\r\n"
      + ";;4;\"5;Eve;2024-01-01\";?;x\r\n;\"id;name;seen\";5;;?;x\r\n;\"id;name;seen\";5;\"6;a;2024-01-01\n7;b;2024-01-01\";?;x\r\n"
    // The options that the first file needed do not harm.
    let outcome = try bringIn([try file(saved, "saved.csv")], mapping, ["--format", "json"])
    #expect(outcome.json.int("inserted") == 2, "\(outcome.err)")
    #expect(outcome.err.contains("saved.csv:5: the cell 'header' does not name the columns"), "\(outcome.err)")
    #expect(outcome.err.contains("the cell 'record' is empty"))
    #expect(outcome.err.contains("the cell 'record' has more than one record"))
    let names = try workspace.json(["lead", "list"]).objects("rows").compactMap { $0.string("name") }
    #expect(names.sorted() == ["=Ada", "Bo"])
    #expect(try workspace.run(["lead", "show", "shop:+3"]).out.contains("Bo"))
  }

  @Test func theOptionsOfTheFirstFileCanStayAndNoLetterIsGuessed() throws {
    var data = Data("id:name:seen\r\n1:Ren".utf8) + [0xE9] + Data(":2024-02-30\r\n2:Ada:2024-01-01\r\n3:Z".utf8)
    data += [0x81] + Data(":2024-01-01\r\n4:\0:2024-01-01\r\n".utf8)
    let leads = try workspace.folder.write(data, to: "leads.csv").path
    let mapping = try file(
      "source: shop\nshape: wide\nfiles:\n  - key: id\n    name: name\n    stages: {4: seen}\n", "shop.yaml")
    let rejects = workspace.folder.path("rejects.csv")
    let options = ["--delimiter", ":", "--encoding", "windows-1252"]
    #expect(try bringIn([leads], mapping, ["--rejects", rejects] + options).out.contains("1 new, 3 rejected"))
    let path = try file(try text("rejects.csv").replacing("2024-02-30", with: "2024-02-28"), "rejects.csv")
    let again = try bringIn([path], mapping, options)
    #expect(again.out.contains("1 new, 2 rejected"), "\(again.out)\(again.err)")
    #expect(again.err.contains("where a letter could not be read; put the right one there"))
    let names = try workspace.json(["lead", "list"]).objects("rows").compactMap { $0.string("name") }
    #expect(names.sorted() == ["Ada", "René"])
  }

  @Test func eventsOfOurOwnExportAreMendedToo() throws {
    let leads = try file(Self.leads.replacing("2018-02-30", with: "2018-02-28"), "leads.csv")
    #expect(try bringIn([leads]).status == 0)
    let export = try workspace.run(["export"]).out
    let broken = try #require(export.firstRange(of: "2018-01-01T00:00:00Z"))
    let copy = try ImportWorkspace()
    let path = try file(export.replacingCharacters(in: broken, with: "2018-01-41T00:00:00Z"), "events.csv")
    let rejects = copy.folder.path("rejects.csv")
    let first = try copy.run(["import", path, "--mapping", "generic-long", "--rejects", rejects])
    // What follows the first event of a lead waits with it.
    #expect(first.out.contains("2 rejected"), "\(first.out)\(first.err)")
    let kept = try String(contentsOfFile: rejects, encoding: .utf8)
    let mended = try copy.folder.write(kept.replacing("2018-01-41", with: "2018-01-01"), to: "mended.csv").path
    #expect(try copy.run(["import", mended, "--mapping", "generic-long"]).out.contains("2 new"))
    #expect(try events(copy) == events(workspace))
    #expect(try copy.run(["check"]).status == 0)
  }

  @Test func aRejectOfTheFileOfRejectsIsOneStill() throws {
    let leads = try file(Self.leads, "leads.csv")
    _ = try bringIn([leads], "olist", ["--rejects", workspace.folder.path("r1.csv")])
    // A hand that edits the text breaks the row itself.
    var broken = try text("r1.csv").components(separatedBy: "\r\n")
    broken[1] = broken[1].replacing("2018-02-30", with: "2018-02-28") + ",too,many"
    let path = try file(broken.joined(separator: "\r\n"), "r1.csv")
    let second = try bringIn([path], "olist", ["--rejects", workspace.folder.path("r2.csv")])
    #expect(second.err.contains("r1.csv:2: the record has 7 fields, and the header 5"), "\(second.err)")
    let mended = try file(try text("r2.csv").replacing(",too,many", with: ""), "r2.csv")
    let third = try bringIn([mended])
    #expect(third.out.contains("1 new, 2 rejected"), "\(third.out)\(third.err)")
    // And a file of rejects is not what a mapping is guessed from.
    let guess = try workspace.run(["import", "--guess", mended])
    #expect(guess.status == 3)
    #expect(guess.err.contains("guess from the file that its records came from"))
  }
}
