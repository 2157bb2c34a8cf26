import ArgumentParser
import FunnelStore
import SharedFunnel

/// The program: parses the arguments, runs the command, and turns whatever went wrong into one sentence on standard
/// error and one exit status.
struct Funnel: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "funnel",
    abstract: Message.funnelAbstract(),
    discussion: Message.funnelDiscussion(),
    version: Message.version(["version": version, "sqlite": Store.engineVersion]),
    // A line each, so that two branches can add one.
    subcommands: [
      InitCommand.self,
      Demo.self,
      StatusCommand.self,
      StageGroup.self,
      DepartmentGroup.self,
      CalendarGroup.self,
      MemberGroup.self,
      LeadGroup.self,
      HandoffGroup.self,
      DisputeGroup.self,
      AgreementGroup.self,
      EventGroup.self,
      UndoCommand.self,
      TargetGroup.self,
      PeriodGroup.self,
      CommissionGroup.self,
      RateGroup.self,
      ReasonGroup.self,
      ImportCommand.self,
      MappingGroup.self,
      ExportCommand.self,
      Report.self,
      CheckCommand.self,
      RebuildCommand.self,
      BackupCommand.self,
      RestoreCommand.self,
      MigrateCommand.self,
      CompletionsCommand.self,
      ManCommand.self,
    ]
  )

  /// - Parameter arguments: without the program's name; `nil`: those of the process.
  static func launch(_ arguments: [String]? = nil) -> ExitStatus {
    Interruption.watch()
    let call: ReportCall
    do {
      call = try ReportCall(LeadingOptions.moved(arguments ?? Array(CommandLine.arguments.dropFirst())))
    } catch {
      return complain(error)
    }
    do {
      var command = try parseAsRoot(call.arguments)
      do {
        try command.run()
        try call.save()
      } catch  where ExitStatus(of: error) != .internalError || exitCode(for: error) == .failure {
        // Ours, not the parser's, which also speaks when a group or the help is run.
        return complain(error)
      }
      return .done
    } catch {
      return finishParsing(error, of: call)
    }
  }

  /// Help and version are answers; all else that the parser says is a mistake in the arguments.
  private static func finishParsing(_ answer: any Error, of call: ReportCall) -> ExitStatus {
    let text = fullMessage(for: answer)
    guard exitCode(for: answer).isSuccess else {
      StandardError.say(text)
      if let view = call.view {
        StandardError.say(Message.viewNotUnderstood(["name": view.name, "command": view.command]))
      }
      return .usage
    }
    do {
      var output = StandardOutput()
      let terminal = Terminal.standardOutput()
      // The parser breaks all lines but the usage, which a terminal would break inside a word.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
        terminal.isTerminal && line.first != " " ? Paragraph.lines(String(line), width: terminal.width) : [String(line)]
      }
      try output.write(lines.joined(separator: "\n") + "\n")
      try output.flush()
      return .done
    } catch {
      return complain(error)
    }
  }

  private static func complain(_ error: any Error) -> ExitStatus {
    let sentence = Complaint.sentence(of: error)
    if !sentence.isEmpty { StandardError.say(Message.errorLine(["sentence": sentence])) }
    return ExitStatus(of: error)
  }
}
