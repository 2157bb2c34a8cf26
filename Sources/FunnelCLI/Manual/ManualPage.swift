import SharedFunnel

/// A command's page for `man`, of the same words as its help.
struct ManualPage {
  /// `["lead", "add"]`; empty: the program itself.
  let path: [String]
  let command: CommandOutline

  /// `funnel-lead-add`.
  private var name: String { (["funnel"] + path).joined(separator: "-") }

  var roff: String {
    var page = Roff()
    page.request("TH", name.uppercased(), "1", "", "funnel \(Funnel.version)", "Shared Funnel")
    page.request("SH", Message.manName())
    page.line(name + " - " + (command.abstract ?? ""))
    page.request("SH", Message.manSynopsis())
    page.line(synopsis)
    describe(on: &page)
    list(arguments.filter { $0.kind == "positional" }, under: Message.manArguments(), on: &page)
    list(arguments.filter { $0.kind != "positional" }, under: Message.manOptions(), on: &page)
    if !command.commands.isEmpty { listCommands(on: &page) }
    if !examples.isEmpty {
      page.request("SH", Message.manExamples())
      page.request("EX")
      for example in examples { page.line(example) }
      page.request("EE")
    }
    if path.isEmpty { environment(on: &page) }
    page.request("SH", Message.manSeeAlso())
    let others = path.isEmpty ? command.commands.map { "funnel-\($0.commandName)" } : ["funnel"]
    page.line(others.flatMap { [($0, true), ("(1)" + ($0 == others.last ? "" : ", "), false)] })
    return page.text
  }

  private var arguments: [CommandOutline.Argument] { (command.arguments ?? []).filter(\.shouldDisplay) }

  private var synopsis: [(text: String, isBold: Bool)] {
    var parts = [(text: (["funnel"] + path).joined(separator: " "), isBold: true)]
    if !command.commands.isEmpty { parts.append((" COMMAND", false)) }
    if arguments.contains(where: { $0.kind != "positional" }) { parts.append((" [OPTION...]", false)) }
    for argument in arguments where argument.kind == "positional" {
      let word = (argument.valueName ?? "").uppercased() + (argument.isRepeating ? "..." : "")
      parts.append((argument.isOptional ? " [\(word)]" : " \(word)", false))
    }
    return parts
  }

  // MARK: Description

  private var discussion: [Substring] {
    (command.discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Help shows examples by indentation.
  private var examples: [String] { discussion.filter { $0.hasPrefix("  ") }.map { String($0.dropFirst(2)) } }

  private func describe(on page: inout Roff) {
    page.request("SH", Message.manDescription())
    page.line(command.abstract ?? "")
    var isNew = true
    for line in discussion where !line.hasPrefix("  ") {
      if line.isEmpty {
        isNew = true
        continue
      }
      if isNew { page.request("PP") }
      isNew = false
      page.line(String(line))
    }
  }

  // MARK: Lists

  private func list(_ arguments: [CommandOutline.Argument], under title: String, on page: inout Roff) {
    guard !arguments.isEmpty else { return }
    page.request("SH", title)
    for argument in arguments {
      page.request("TP")
      var parts: [(text: String, isBold: Bool)] = []
      for name in argument.names ?? [] {
        if !parts.isEmpty { parts.append((", ", false)) }
        parts.append((name.text, true))
      }
      if argument.kind != "flag", let value = argument.valueName {
        parts.append(((parts.isEmpty ? "" : " ") + value.uppercased(), false))
      }
      page.line(parts)
      page.line(argument.abstract ?? "")
      if let value = argument.defaultValue, !value.isEmpty { page.line(Message.manDefault(["value": value])) }
    }
  }

  private func listCommands(on page: inout Roff) {
    page.request("SH", Message.manCommands())
    for child in command.commands {
      page.request("TP")
      page.line([((path + [child.commandName]).joined(separator: " "), true)])
      page.line(child.abstract ?? "")
      guard !child.commands.isEmpty else { continue }
      page.line(Message.manSubcommands(["list": child.commands.map(\.commandName).joined(separator: ", ")]))
    }
  }

  private func environment(on page: inout Roff) {
    page.request("SH", Message.manEnvironment())
    for (name, meaning) in [
      ("FUNNEL_DB", Message.manDatabase()), ("FUNNEL_ACTOR", Message.manActor()), ("NO_COLOR", Message.manNoColor()),
      ("COLUMNS", Message.manWidth()),
    ] {
      page.request("TP")
      page.line([(name, true)])
      page.line(meaning)
    }
  }
}
