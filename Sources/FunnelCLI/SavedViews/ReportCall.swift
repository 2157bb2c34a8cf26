import ArgumentParser
import FunnelStore
import SharedFunnel

/// `report NAME`, which runs what was saved, and `report … --save NAME`, which saves what was run: both are understood
/// before and behind the parser, so that no report knows of them.
struct ReportCall {
  /// What the parser is to read.
  let arguments: [String]
  /// What was saved under the name that was typed.
  private(set) var view: SavedView?
  private var saving: Saving?

  private struct Saving {
    let view: SavedView
    let options: SavingOptions
  }

  /// - Parameter typed: without the program's name.
  /// - Throws: a ``Failure`` for a name that stands for no report, or that none can have.
  init(_ typed: [String]) throws {
    guard typed.count > 1, typed[0] == "report", !typed[1].hasPrefix("-"), !ReportCall.isOurs(typed[1]) else {
      arguments = typed
      return
    }
    let shapes = ReportShape.all()
    var words = Array(typed.dropFirst(2))
    let report: ReportShape
    if let known = shapes.first(where: { $0.name == typed[1] }) {
      report = known
      guard words.contains(where: { $0 == "--save" || $0.hasPrefix("--save=") }) else {
        arguments = typed
        return
      }
    } else {
      let view = try ReportCall.view(typed[1], words)
      guard let known = shapes.first(where: { $0.name == view.arguments.first }) else {
        throw Failure.input(
          Message.viewOfUnknownReport(["name": view.name, "report": view.arguments.first ?? ""]))
      }
      report = known
      self.view = view
      // Whatever came into the file, a view says nothing of files and members.
      let saved = ReportWords(Array(view.arguments.dropFirst()), of: report).saved
      words = saved.overridden(by: ReportWords(words, of: report)).words
    }
    arguments = ["report", report.name] + words
    saving = try ReportCall.saving(report, ReportWords(words, of: report))
  }

  /// Whether `report NAME` is a command of the program that is no report.
  private static func isOurs(_ name: String) -> Bool {
    name == "help" || (names.contains(name) && !Report.reports.contains { $0._commandName == name })
  }

  private static var names: [String] { Report.configuration.subcommands.map { $0._commandName } }

  private static func view(_ name: String, _ words: [String]) throws -> SavedView {
    let run = ReportWords(words, of: SavingOptions.shape).only(SavingOptions.shape.options.flatMap(\.names))
    let session: Session
    do {
      session = try SavingOptions.parse(run.words).file.reading()
    } catch StoreError.noFile {
      throw Failure.usage(Message.noSuchReport(["name": name, "reports": names.joined(separator: ", ")]))
    }
    let views = session.workspace.savedViews
    if let view = views.first(where: { $0.name == name.lowercased() }) { return view }
    let message: Message = views.isEmpty ? .noSuchReport : .noSuchReportOrView
    throw Failure.usage(
      message([
        "name": name, "reports": names.joined(separator: ", "), "saved": views.map(\.name).joined(separator: ", "),
      ]))
  }

  /// `nil` where nothing is to be saved; what the parser will complain of is left to it.
  private static func saving(_ report: ReportShape, _ words: ReportWords) throws -> Saving? {
    let run = words.only(SavingOptions.shape.options.flatMap(\.names)).words
    guard let options = try? SavingOptions.parse(run), let name = options.save.name else { return nil }
    guard SavedView.isValid(name: name) else { throw Failure.usage(Message.badViewName(["name": name])) }
    guard !names.contains(name), name != "help" else {
      throw Failure.usage(Message.viewNameTaken(["name": name, "reports": names.joined(separator: ", ")]))
    }
    return Saving(view: SavedView(name: name, arguments: [report.name] + words.saved.words), options: options)
  }

  /// Saves the report, now that it has run.
  func save() throws {
    guard let saving else { return }
    let session = try saving.options.file.writing()
    let actor = try saving.options.save.acting.recorder(in: session)
    let name = saving.view.name
    let before = try session.store.savedViews().first { $0.view.name == name }
    try session.store.save(saving.view, by: actor, session.context(saving.options.save.acting.command.id))
    let message: Message = before == nil ? .viewSaved : .viewReplaced
    StandardError.say(
      message([
        "name": name, "command": before?.view.command ?? "", "member": before?.savedBy ?? "",
        "time": before?.savedAt.label ?? "",
      ]))
  }
}

/// What of a run decides which views there are and how one is saved.
private struct SavingOptions: ParsableArguments {
  @OptionGroup var file: FileOptions
  @OptionGroup var save: SaveOptions

  static let shape = ReportShape(
    name: "",
    options: ["--db", "--now", "--actor", "--command-id", "--save"].map {
      ReportShape.Option(names: [$0], takesValue: true, isOfTheRun: true)
    })
}

extension SavedView {
  /// As a person types it in a shell.
  var command: String {
    (["funnel", "report"] + arguments).map { word in
      let isPlain = word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.,:=/+@%".unicodeScalars.contains($0)
      }
      return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }.joined(separator: " ")
  }
}
