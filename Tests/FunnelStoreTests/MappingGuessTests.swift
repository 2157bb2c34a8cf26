import SharedFunnel
import Testing

@testable import FunnelStore

/// A guessed mapping can be read whatever the files hold, and says what it is not sure of.
struct MappingGuessTests {
  private func guess(_ header: [String], _ rows: [[String]], path: String = "leads.csv") -> String {
    MappingGuess([SampledFile(path: path, header: header, rows: rows)]).yaml
  }

  private static let headers = [
    "id", "Id", "", " ", "Name", "E-Mail", "e\u{301}", "é", "a: b", "#", "- x", "\"", "'", "\\", "&a", "*b", "\" : *c",
    "line\nfeed", "\u{2028}", "\u{85}", "\u{202E}abc", "\u{FEFF}x", "{}", "[a, b]", "Name#2", "null", "~", "true",
    "? q",
    "Created", "Won date", "Lost date", "MQL date", "Status", "Stage", "Converted", "Amount", "Currency", "Owner",
    "Close date", "Became a Lead Date", "Date entered \"Customer (Sales: *x)\"", "Lead ID", "Contact ID", "%", "@", "`",
    "!!x", "|", ">", "😀", String(repeating: "long \"&", count: 80), "\u{7}", "mql_id", "won_date", "first_contact_date",
    "Record ID", "Create Date", "Deal Stage",
  ]

  private static let values = [
    "", "1", "0", "yes", "No", "2024-01-02", "1/2/2024", "13/2/2024", "2/13/2024", "2024-01-02 10:00", "20240102",
    "1700000000", "Won", "Closed Lost", "Lead", "a: \"b\" *c", "line\n# feed", "EUR", "12.50", "-", "x@y.z",
    "\u{85}\"&*",
    "99/99/9999", "\u{1}",
  ]

  @Test(arguments: 1...20) func whateverTheFilesHoldTheMappingCanBeRead(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<5 {
      var files: [SampledFile] = []
      for number in 0...Int.random(in: 0...2, using: &random) {
        let header = (0..<Int.random(in: 1...12, using: &random)).map { _ in
          MappingGuessTests.headers.randomElement(using: &random) ?? ""
        }
        // Few words a column, so that flags, dates and stages come about.
        let words = header.map { _ in (0...2).map { _ in MappingGuessTests.values.randomElement(using: &random) ?? "" }
        }
        let rows = (0..<Int.random(in: 0...9, using: &random)).map { row in
          words.enumerated().map { $0 == 0 ? "k\(row)" : $1.randomElement(using: &random) ?? "" }
        }
        files.append(SampledFile(path: "dir/Ünï \"\(number)\n*x.csv", header: header, rows: rows))
      }
      let yaml = MappingGuess(files).yaml
      #expect(throws: Never.self, "\(files.map(\.header))\n\(yaml)") { try Mapping(yaml: yaml, file: "guess") }
    }
  }

  @Test func theColumnsOfAPlainFileAreFoundAndComeIn() throws {
    let world = try ImportWorld()
    let file = """
      Lead ID,Full name,E-mail,Lead source,Created,MQL date,Won date,Amount,Currency,Nonsense
      a1,Ann,ann@x.example,web,3/4/2024,3/20/2024,5/6/2024,10.50,EUR,q
      a2,Bob,bob@x.example,fair,4/5/2024,,,,,q

      """
    let rows = file.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let yaml = guess(rows[0], Array(rows.dropFirst()))
    let mapping = try Mapping(yaml: yaml, file: "guess")
    #expect(mapping.files[0].key.names == ["Lead ID"])
    #expect(mapping.files[0].stages.map(\.stage) == [.brandPreference])
    #expect(mapping.files[0].columns[.purchased]?.names == ["Won date"])
    #expect(mapping.files[0].columns[.email]?.names == ["E-mail"])
    // One date of the file, 3/20, proves the order of all.
    #expect(mapping.dates.map(\.pattern) == ["M/D/YYYY"])
    #expect(yaml.contains("'3/20/2024' can be read in no other order"))
    #expect(yaml.contains("Columns that were left out: Nonsense."))
    let summary = try world.bringIn(yaml, file)
    #expect(summary.inserted == 2)
    #expect(summary.rejected == 0)
  }

  @Test func anOrderThatNothingProvesIsAskedAndNotGuessed() throws {
    let world = try ImportWorld()
    let yaml = guess(["id", "Created"], [["1", "2/3/2024"], ["2", "4/5/2024"]])
    #expect(try Mapping(yaml: yaml, file: "guess").dates.isEmpty)
    #expect(yaml.contains("D/M/YYYY (day first)"))
    #expect(throws: StoreError.self) { try world.bringIn(yaml, "id,Created\n1,2/3/2024\n2,4/5/2024\n") }
  }

  @Test func filesThatShareAKeyAreJoined() throws {
    let leads = SampledFile(
      path: "people.csv", header: ["Contact ID", "Name", "Created"],
      rows: (1...6).map { ["c\($0)", "N\($0)", "2024-01-0\($0)"] })
    let orders = SampledFile(
      path: "orders.csv", header: ["Order ID", "Contact ID", "Paid on"],
      rows: (1...3).map { ["o\($0)", "c\($0)", "2024-02-0\($0)"] })
    let mapping = try Mapping(yaml: MappingGuess([orders, leads]).yaml, file: "guess")
    #expect(mapping.files.map(\.createsLeads) == [false, true])
    #expect(mapping.files.map(\.key.names) == [["Contact ID"], ["Contact ID"]])
    #expect(mapping.files[0].columns[.purchased]?.names == ["Paid on"])
  }
}
