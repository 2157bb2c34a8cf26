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
    subcommands: [
      InitCommand.self, StatusCommand.self, StageGroup.self, DepartmentGroup.self, MemberGroup.self, LeadGroup.self,
      HandoffGroup.self, ReasonGroup.self, ImportCommand.self, MappingGroup.self, ExportCommand.self, Report.self,
      CheckCommand.self, RebuildCommand.self, BackupCommand.self,
      RestoreCommand.self, MigrateCommand.self,
    ]
  )

  /// - Parameter arguments: without the program's name; `nil`: those of the process.
  static func launch(_ arguments: [String]? = nil) -> ExitStatus {
    Interruption.watch()
    do {
      var command: any ParsableCommand
      do {
        command = try parseAsRoot(arguments)
      } catch {
        return try finishParsing(error)
      }
      do {
        try command.run()
      } catch let request as CleanExit {
        return try finishParsing(request)
      }
      return .done
    } catch {
      return complain(error)
    }
  }

  /// Help and version are answers; all else that the parser says is a mistake in the arguments.
  private static func finishParsing(_ error: any Error) throws -> ExitStatus {
    let text = fullMessage(for: error)
    guard exitCode(for: error).isSuccess else {
      StandardError.say(text)
      return .usage
    }
    var output = StandardOutput()
    try output.write(text + "\n")
    try output.flush()
    return .done
  }

  private static func complain(_ error: any Error) -> ExitStatus {
    let sentence = Complaint.sentence(of: error)
    if !sentence.isEmpty { StandardError.say(Message.errorLine(["sentence": sentence])) }
    return ExitStatus(of: error)
  }
}
