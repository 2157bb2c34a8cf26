import ArgumentParser
import FunnelStore
import SharedFunnel

extension CompletionKind {
  static var stages: CompletionKind { .list(Stage.allCases.map(\.key)) }

  static var departments: CompletionKind { .list(Department.all.map(\.key) + ["both"]) }

  /// The active members of the workspace that the line names, or of the usual one. Completion never fails: without a
  /// workspace there is nothing to offer.
  static var members: CompletionKind {
    .custom { words, _, _ in
      let named = words.firstIndex(of: "--db").flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
      let path = named ?? ProcessEnvironment.variable("FUNNEL_DB") ?? FileOptions.defaultPath
      let session = try? Session.open(path: path, .readOnly, now: ProcessEnvironment.systemTime())
      return session?.workspace.roster.members.filter(\.isActive).map(\.handle) ?? []
    }
  }
}
