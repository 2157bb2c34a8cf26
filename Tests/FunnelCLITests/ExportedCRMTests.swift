import Foundation
import Testing

/// What HubSpot and Pipedrive export, old and new, comes in by the mappings of the program; a changed export corrects
/// what changed and repeats nothing.
struct ExportedCRMTests {
  private let workspace: ImportWorkspace

  init() throws { workspace = try ImportWorkspace() }

  /// A CSV of rows that are given by column, under a header of a real export.
  private func csv(_ header: [String], _ rows: [[String: String]], _ name: String = "export.csv") throws -> String {
    func line(_ fields: [String]) -> String {
      fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    }
    let text = line(header) + rows.map { row in line(header.map { row[$0] ?? "" }) }.joined()
    return try workspace.folder.write(text, to: name).path
  }

  private func bringIn(_ path: String, _ mapping: String) throws -> [String: Any] {
    try workspace.json(["import", path, "--mapping", mapping])
  }

  private func lead(_ key: String) throws -> [String: Any] { try workspace.json(["lead", "show", key]) }

  private func events(_ key: String, voided: Bool = false) throws -> [String] {
    try workspace.json(["lead", "history", key, "--all"]).objects("rows").filter { $0.bool("voided") == voided }
      .compactMap { row in
        guard let event = row.string("event") else { return nil }
        let stage = row.object("details").string("stage").map { " \($0)" } ?? ""
        return "\(event)\(stage) \(row.string("occurred")?.prefix(10) ?? "")"
      }
  }

  private static let classic = [
    "Contact ID", "First Name", "Last Name", "Email", "Original Source", "Create Date", "Became a Subscriber Date",
    "Became a Lead Date", "Became a Marketing Qualified Lead Date", "Became a Sales Qualified Lead Date",
    "Became an Opportunity Date", "Became a Customer Date", "Became an Evangelist Date",
    "Became an Other Lifecycle Date", "Legal basis for processing contact's data",
  ]

  @Test func contactsOfTheOldHeaderEnterAStageADate() throws {
    let path = try csv(
      ExportedCRMTests.classic,
      [
        [
          "Contact ID": "51", "First Name": "Ann", "Last Name": "Lee", "Email": "ann@example.com",
          "Original Source": "Organic Search", "Create Date": "2026-01-01 09:00",
          "Became a Subscriber Date": "2026-01-01 09:00", "Became a Lead Date": "2026-01-02 09:00",
          "Became a Marketing Qualified Lead Date": "2026-01-03 09:00",
          "Became a Sales Qualified Lead Date": "2026-01-04 09:00", "Became an Opportunity Date": "2026-01-05 09:00",
          "Became a Customer Date": "2026-01-06 09:00", "Became an Other Lifecycle Date": "2026-01-07 09:00",
        ]
      ])
    #expect(try bringIn(path, "hubspot-contacts").int("inserted") == 1)
    #expect(
      try events("hubspot:51") == [
        "created 2026-01-01", "entered brand_awareness 2026-01-01", "entered brand_consideration 2026-01-02",
        "entered brand_preference 2026-01-03", "entered purchase_intention 2026-01-04", "purchased 2026-01-06",
      ])
    let list = try workspace.json(["lead", "list"]).objects("rows")
    #expect(list.first?.string("name") == "Ann Lee")
    #expect(list.first?.string("source") == "Organic Search")
  }

  @Test func nextMonthsContactsCorrectWhatChangedAndRepeatNothing() throws {
    var ann = [
      "Contact ID": "51", "First Name": "Ann", "Last Name": "Lee", "Email": "ann@example.com",
      "Create Date": "2026-01-01 09:00", "Became a Lead Date": "2026-01-02 09:00",
      "Became a Marketing Qualified Lead Date": "2026-01-03 09:00",
    ]
    let bob = ["Contact ID": "52", "First Name": "Bob", "Became a Lead Date": "2026-01-02 09:00"]
    let cem = ["Contact ID": "53", "First Name": "Cem", "Became a Lead Date": "2026-01-09 09:00"]
    _ = try bringIn(csv(Self.classic, [ann, bob]), "hubspot-contacts")
    let before = try workspace.json(["export", "--format", "json"]).objects("rows").count

    // A new name, a date that was wrong, a date that was taken away, a stage further, a contact more; Bob is as he was.
    ann["Last Name"] = "Li"
    ann["Became a Lead Date"] = "2026-01-02 11:00"
    ann["Became a Marketing Qualified Lead Date"] = ""
    ann["Became a Customer Date"] = "2026-02-01 09:00"
    let next = try csv(Self.classic, [bob, ann, cem])
    let receipt = try bringIn(next, "hubspot-contacts")
    #expect(["corrected", "already_known", "inserted", "leads_new"].map { receipt.int($0) } == [1, 1, 1, 1])
    #expect(
      try events("hubspot:51").filter { !$0.hasPrefix("voided") } == [
        "created 2026-01-01", "entered brand_consideration 2026-01-02", "purchased 2026-02-01",
      ])
    #expect(
      try events("hubspot:51", voided: true).sorted() == [
        "created 2026-01-01", "entered brand_consideration 2026-01-02", "entered brand_preference 2026-01-03",
      ])
    let names = try workspace.json(["lead", "list"]).objects("rows").compactMap { $0.string("name") }
    #expect(names.sorted() == ["Ann Li", "Bob", "Cem"])

    // Ann: three voids, two facts said anew and a sale. Cem: two facts. And one event of the import.
    let rows = try workspace.json(["export", "--format", "json"]).objects("rows").count
    #expect(rows == before + 3 + 2 + 1 + 2 + 1)
    #expect(try bringIn(next, "hubspot-contacts").int("already_known") == 3)
    #expect(try workspace.json(["export", "--format", "json"]).objects("rows").count == rows)
    #expect(try workspace.run(["check"]).status == 0)
  }

  /// Each kind of quotes, other languages, other names of the pipeline, brackets in both.
  @Test(arguments: [
    ("Date entered \"Marketing Qualified Lead (Lifecycle Stage Pipeline)\"", "brand_preference"),
    ("Date entered 'Marketing Qualified Lead (Lifecycle Stage Pipeline)'", "brand_preference"),
    ("Date entered “Marketing Qualified Lead (Lifecycle Stage Pipeline)”", "brand_preference"),
    ("Date entered \"Lead (Pipeline de etapa del ciclo de vida)\"", "brand_consideration"),
    ("Date entered \"marketing qualified lead (B2B (EU))\"", "brand_preference"),
    ("Date entered \"Opportunity\"", "purchase_intention"),
  ])
  func newHeadersNameTheirStages(_ header: String, _ stage: String) throws {
    let path = try csv(
      ["Record ID - Contact", header, "Billing Contact IDs", "Billing Contact IDs"],
      [["Record ID - Contact": "7", header: "2026-02-03 10:00"]])
    #expect(try bringIn(path, "hubspot-contacts").int("inserted") == 1)
    #expect(try events("hubspot:7") == ["created 2026-02-03", "entered \(stage) 2026-02-03"])
  }

  @Test func aPortalInTwoLanguagesBuysOnce() throws {
    let english = "Date entered \"Customer (Lifecycle Stage Pipeline)\""
    let german = "Date entered \"Kunde (Lifecycle Stage Pipeline)\""
    let path = try csv(
      ["Record ID - Contact", english, german],
      [
        ["Record ID - Contact": "1", english: "2026-02-03 10:00", german: "2026-02-02 10:00"],
        ["Record ID - Contact": "2", german: "2026-02-05 10:00"],
      ])
    #expect(try bringIn(path, "hubspot-contacts").int("inserted") == 2)
    #expect(try events("hubspot:1").filter { $0.hasPrefix("purchased") } == ["purchased 2026-02-02"])
    #expect(try events("hubspot:2").filter { $0.hasPrefix("purchased") } == ["purchased 2026-02-05"])
  }

  @Test func stagesThatNobodyMappedAreNamed() throws {
    let known = "Date entered \"Lead (Lifecycle Stage Pipeline)\""
    let unknown = "Date entered \"Raving fan (Lifecycle Stage Pipeline)\""
    let path = try csv(
      ["Record ID - Contact", known, unknown],
      [["Record ID - Contact": "1", known: "2026-02-03", unknown: "2026-02-04"]])
    let outcome = try workspace.run(["import", path, "--mapping", "hubspot-contacts"])
    #expect(outcome.status == 0)
    #expect(outcome.err.contains("Raving fan"))
  }

  @Test func aFileOfSomethingElseSaysWhatItLacksAndWhatItHas() throws {
    let path = try csv(["Record ID - Contact", "Favourite colour"], [])
    let outcome = try workspace.run(["import", path, "--mapping", "hubspot-contacts"])
    #expect(outcome.status == 3)
    #expect(outcome.err.contains("Date entered"))
    #expect(outcome.err.contains("Favourite colour"))
    let none = try csv(["Name", "Date"], [])
    let missing = try workspace.run(["import", none, "--mapping", "pipedrive-deals"])
    #expect(missing.err.contains("'Deal - ID or Deal - Pipedrive System ID'"))
    #expect(missing.err.contains("it has: Name, Date"))
  }

  private static let deals = [
    "Record ID", "Deal Name", "Deal Stage", "Amount", "Deal owner", "Close Date", "Create Date",
    "Date entered \"Appointment Scheduled (Sales Pipeline)\"", "Date exited \"Appointment Scheduled (Sales Pipeline)\"",
    "Date entered \"Closed Won (Sales Pipeline)\"", "Date entered \"Closed Lost (Sales Pipeline)\"",
  ]

  @Test func dealsAreOpenWonOrLostAndALaterExportCorrectsThem() throws {
    var open = [
      "Record ID": "9", "Deal Name": "Pumps", "Deal Stage": "Appointment Scheduled", "Amount": "1200.50",
      "Create Date": "2026-03-01 08:00", "Close Date": "2026-04-01 08:00",
      "Date entered \"Appointment Scheduled (Sales Pipeline)\"": "2026-03-02 08:00",
    ]
    let lost = [
      "Record ID": "10", "Create Date": "2026-03-01 08:00",
      "Date entered \"Closed Lost (Sales Pipeline)\"": "2026-03-20 08:00",
    ]
    #expect(try bringIn(csv(ExportedCRMTests.deals, [open, lost]), "hubspot-deals").int("inserted") == 2)
    #expect(try bringIn(csv(ExportedCRMTests.deals, [open, lost]), "hubspot-deals").int("already_known") == 2)

    // Won since then, and the other deal was opened again: its date of loss is gone from the export.
    open["Date entered \"Closed Won (Sales Pipeline)\""] = "2026-04-02 08:00"
    let reopened = ["Record ID": "10", "Create Date": "2026-03-01 08:00"]
    let changed = try csv(ExportedCRMTests.deals, [open, reopened])
    let receipt = try bringIn(changed, "hubspot-deals")
    #expect(receipt.int("corrected") == 2)
    #expect(receipt.int("inserted") == 0)
    #expect(try bringIn(changed, "hubspot-deals").int("already_known") == 2)
    #expect(try events("hubspot-deals:9").contains("purchased 2026-04-02"))
    #expect(try events("hubspot-deals:10", voided: true) == ["lost 2026-03-20"])
    #expect(try workspace.json(["lead", "list", "--status", "lost"]).objects("rows").isEmpty)

    // And lost once more: what an import took back, an import says anew.
    #expect(try bringIn(csv(ExportedCRMTests.deals, [open, lost]), "hubspot-deals").int("corrected") == 1)
    #expect(try workspace.json(["lead", "list", "--status", "lost"]).objects("rows").count == 1)
    #expect(try workspace.run(["check"]).status == 0)
  }

  @Test func aDealWithoutDatesOfStagesIsWonByItsCloseDate() throws {
    let header = ["Record ID", "Deal Stage", "Close Date", "Create Date"]
    let rows = [
      ["Record ID": "1", "Deal Stage": "Closed Won", "Close Date": "2026-03-05", "Create Date": "2026-03-01"],
      ["Record ID": "2", "Deal Stage": "Closed Lost", "Close Date": "2026-03-06", "Create Date": "2026-03-01"],
      ["Record ID": "3", "Deal Stage": "Contract Sent", "Close Date": "2026-03-07", "Create Date": "2026-03-01"],
    ]
    #expect(try bringIn(csv(header, rows), "hubspot-deals").int("inserted") == 3)
    #expect(try events("hubspot-deals:1").contains("purchased 2026-03-05"))
    #expect(try events("hubspot-deals:2").contains("lost 2026-03-06"))
    #expect(
      try events("hubspot-deals:3") == [
        "created 2026-03-01", "entered purchase_intention 2026-03-01", "valued 2026-03-01",
      ])
  }

  private static let pipedrive = [
    "Deal - ID", "Deal - Title", "Deal - Stage", "Deal - Status", "Deal - Owner", "Deal - Value",
    "Deal - Currency of value", "Deal - Deal created", "Deal - Won time", "Deal - Lost time", "Deal - Deal closed on",
    "Deal - Lost reason", "Deal - Organization", "Deal - Contact person", "Person - Email",
  ]

  @Test func pipedriveDealsAreWonAndLostWithReasonAndMoney() throws {
    var rows = [
      [
        "Deal - ID": "1", "Deal - Stage": "Demo", "Deal - Status": "Won", "Deal - Value": "100",
        "Deal - Currency of value": "USD", "Deal - Deal created": "2026-05-01 10:00:00",
        "Deal - Won time": "2026-05-09 10:00:00", "Deal - Contact person": "Ann Lee",
      ],
      [
        "Deal - ID": "2", "Deal - Status": "Lost", "Deal - Value": "0", "Deal - Deal created": "2026-05-01 10:00:00",
        "Deal - Deal closed on": "2026-05-10 10:00:00", "Deal - Lost reason": "Price",
      ],
    ]
    #expect(try bringIn(csv(ExportedCRMTests.pipedrive, rows), "pipedrive-deals").int("inserted") == 2)
    #expect(try events("pipedrive:1").contains("purchased 2026-05-09"))
    let lost = try workspace.json(["lead", "list", "--status", "lost"]).objects("rows")
    #expect(lost.first?.string("lost_reason") == "Price")

    // The amount was mistyped, and is corrected; nothing else is repeated.
    rows[0]["Deal - Value"] = "110"
    let receipt = try bringIn(csv(ExportedCRMTests.pipedrive, rows), "pipedrive-deals")
    #expect(receipt.int("corrected") == 1)
    #expect(receipt.int("already_known") == 1)
    #expect(try events("pipedrive:1", voided: true) == ["purchased 2026-05-09"])
    #expect(try events("pipedrive:1").count { $0.hasPrefix("purchased") } == 1)
  }
}
