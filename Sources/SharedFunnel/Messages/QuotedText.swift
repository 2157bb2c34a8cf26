extension String {
  /// What a person or a file wrote, in quotation marks, to be shown in a sentence: on one line, without control
  /// characters, and cut after 60 characters.
  var quotedForMessage: String {
    var shown = ""
    for character in prefix(60) {
      let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
      shown.append(isControl ? "\u{FFFD}" : character)
    }
    return "\"\(shown)\(dropFirst(60).isEmpty ? "" : "…")\""
  }
}
