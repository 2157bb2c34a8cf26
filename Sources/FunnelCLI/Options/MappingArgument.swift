import FunnelStore
import SharedFunnel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A mapping as people name it: one that comes with the program, else a file.
struct MappingArgument {
  let name: String
  /// `nil` for our own export, which needs none.
  let mapping: Mapping?

  init(_ text: String) throws {
    name = text
    if let known = BuiltInMapping.all.first(where: { $0.name == text }) {
      mapping = try known.yaml.map { try Mapping(yaml: $0, file: text) }
      return
    }
    var status = stat()
    guard stat(text, &status) == 0 || text.contains("/") || text.hasSuffix(".yaml") || text.hasSuffix(".yml") else {
      let known = BuiltInMapping.all.map(\.name).joined(separator: ", ")
      throw Failure.usage(Message.importNoSuchMapping(["name": text, "known": known]))
    }
    mapping = try Mapping(path: text)
  }
}
