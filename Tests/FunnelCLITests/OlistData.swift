import Foundation

/// Real files beside the project, and workspaces with them.
enum OlistData {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  private static func files(_ name: String) -> [String] {
    ["olist_closed_deals_dataset.csv", "olist_marketing_qualified_leads_dataset.csv"].map {
      folder.appending(path: name).appending(path: $0).path
    }
  }
  static var plainFiles: [String] { files("olist") }
  static var usFiles: [String] { files("olist-us-dates") }

  /// Imported once; tests read it only.
  static var plain: ImportWorkspace { get throws { try imported.get() } }

  private static let imported = Result {
    let workspace = try ImportWorkspace()
    _ = try workspace.json(["import"] + plainFiles + ["--mapping", "olist"])
    return workspace
  }

  /// Cohort and purchases by group.
  static func groups(_ report: [String: Any], _ dimension: String) throws -> [String?: [Int]] {
    var groups: [String?: [Int]] = [:]
    for group in report.objects("groups") {
      let stages = group.objects("stages")
      groups[group.object("by").string(dimension)] = [stages[3].int("reached") ?? -1, stages[5].int("reached") ?? -1]
    }
    return groups
  }
}
