import FunnelStore
import SharedFunnel

/// A text is a mapping or an error that says something; and a mapping, written out, is read back as the same mapping.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMapping(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let text = String(validating: UnsafeBufferPointer(start: data, count: count), as: UTF8.self) else { return 0 }
  let mapping: Mapping
  do throws(InputError) {
    mapping = try Mapping(yaml: text, file: "mapping.yaml")
  } catch {
    precondition(!error.reason.isEmpty)
    return 0
  }
  let written = MappingText(mapping).text
  do throws(InputError) {
    let again = try Mapping(yaml: written, file: "mapping.yaml")
    precondition(MappingText(again).text == written, "read back differently:\n\(written)")
  } catch {
    preconditionFailure("refused when read back, line \(error.line ?? 0), \(error.reason):\n\(written)")
  }
  return 0
}
