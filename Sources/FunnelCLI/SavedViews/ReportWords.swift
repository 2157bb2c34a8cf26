/// The words behind the name of a report, taken apart as the parser will take them: each option with its value.
struct ReportWords {
  private struct Part {
    /// The place of the option in the shape; `nil` for a word that is no option of the report.
    let option: Int?
    let words: [String]
  }

  private let shape: ReportShape
  private var parts: [Part] = []

  init(_ words: [String], of shape: ReportShape) {
    self.shape = shape
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        parts.append(Part(option: nil, words: [word] + rest))
        break
      }
      let name = word.prefix { $0 != "=" }
      let option = word.hasPrefix("-") ? shape.index(of: name) : nil
      var part = [word]
      if let option, shape.options[option].takesValue, name.count == word.count, let value = rest.first,
        !value.hasPrefix("-") || value == "-"
      {
        part.append(value)
        rest.removeFirst()
      }
      parts.append(Part(option: option, words: part))
    }
  }

  var words: [String] { parts.flatMap(\.words) }

  /// Without what is about one run.
  var saved: ReportWords { filtered { !($0.option.map { shape.options[$0].isOfTheRun } ?? false) } }

  /// Only the options of those names.
  func only(_ names: [String]) -> ReportWords {
    let kept = names.compactMap { shape.index(of: $0) }
    return filtered { $0.option.map(kept.contains) ?? false }
  }

  /// These words with others behind them. An option that is named again is replaced, however often it is there; and so
  /// are words that are no options.
  func overridden(by others: ReportWords) -> ReportWords {
    let named = Set(others.parts.map(\.option))
    var result = filtered { !named.contains($0.option) }
    result.parts += others.parts
    return result
  }

  private func filtered(_ isKept: (Part) -> Bool) -> ReportWords {
    var result = self
    result.parts = parts.filter(isKept)
    return result
  }
}
