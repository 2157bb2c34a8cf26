import SharedFunnel

/// What is known of one thing, a line a field: its title, padded to the widest, and its value. Without a value there is
/// no line.
struct FieldLines {
  let fields: [(title: Message, value: String?)]

  init(_ fields: [(Message, String?)]) { self.fields = fields.map { ($0, $1) } }

  var lines: [String] {
    let shown = fields.compactMap { field in field.value.map { (field.title(), $0) } }
    let width = shown.map { DisplayWidth.of($0.0) }.max() ?? 0
    return shown.map { title, value in
      "  " + title + String(repeating: " ", count: width - DisplayWidth.of(title)) + "  " + value
    }
  }
}
