import SharedFunnel

final class NativeImport {
  init(_ store: Store, _ context: CommandContext) {}
  func run(_ request: ImportRequest, _ rejects: RejectsFile?, _ onProgress: (ImportProgress) throws -> Void) throws
    -> ImportSummary
  { ImportSummary() }
}
