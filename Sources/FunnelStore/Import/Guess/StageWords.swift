import SharedFunnel

/// What words for stages mean here: ours, and those of the systems whose exports come with a mapping.
struct StageWords {
  private var meanings: [String: StageMeaning] = [:]
  private var columns: [StageColumns] = []

  init() {
    for stage in Stage.allCases {
      meanings[HeaderWords.phrase(stage.key)] = .stage(stage)
      meanings["stage \(stage.number)"] = .stage(stage)
    }
    for (word, meaning) in StageWords.usual { meanings[word] = meaning }
    for mapping in BuiltInMapping.readable {
      for file in mapping.files {
        if let named = file.stageColumns {
          columns.append(named)
          for (word, meaning) in named.stages { add(word, meaning) }
        }
        for (word, text) in file.columns[.stage]?.values ?? [:] {
          if let meaning = StageMeaning(text: text) { add(word, meaning) }
        }
      }
    }
  }

  private mutating func add(_ word: String, _ meaning: StageMeaning) {
    let phrase = HeaderWords.phrase(word)
    meanings[phrase] = meanings[phrase] ?? meaning
  }

  /// Of a value, such as `Closed Won`; by numbers only where nothing else was meant.
  func meaning(ofValue text: String) -> StageMeaning? { meanings[HeaderWords.phrase(text)] }

  /// Of a header of dates, such as `MQL date`.
  func meaning(ofHeader header: String) -> StageMeaning? {
    for named in columns {
      if case .known(let meaning) = named.reading(of: header) { return meaning }
    }
    let words = HeaderWords.phrase(header).split(separator: " ").filter { !StageWords.fillers.contains($0) }
    return meanings[words.joined(separator: " ")]
  }

  private static let fillers: Set<Substring> = [
    "date", "time", "entered", "became", "a", "an", "on", "at", "timestamp", "since", "reached", "moved", "to", "in",
    "into", "am", "datum", "the", "is", "when",
  ]

  private static let usual: [String: StageMeaning] = [
    "awareness": .stage(.brandAwareness), "subscribed": .stage(.brandAwareness), "visitor": .stage(.brandAwareness),
    "consideration": .stage(.brandConsideration), "inquiry": .stage(.brandConsideration),
    "prospect": .stage(.brandConsideration), "mql": .stage(.brandPreference), "preference": .stage(.brandPreference),
    "marketing qualified": .stage(.brandPreference), "sal": .stage(.purchaseIntention),
    "sql": .stage(.purchaseIntention), "sales qualified": .stage(.purchaseIntention),
    "sales accepted": .stage(.purchaseIntention), "qualified": .stage(.purchaseIntention),
    "intention": .stage(.purchaseIntention), "intent": .stage(.purchaseIntention), "demo": .stage(.purchaseIntention),
    "trial": .stage(.purchaseIntention), "proposal": .stage(.purchaseIntention), "offer": .stage(.purchaseIntention),
    "negotiation": .stage(.purchaseIntention), "loyalty": .stage(.customerLoyalty),
    "advocacy": .stage(.customerAdvocacy), "advocate": .stage(.customerAdvocacy), "promoter": .stage(.customerAdvocacy),
    "won": .purchased, "closed won": .purchased, "purchase": .purchased, "purchased": .purchased,
    "converted": .purchased, "closed converted": .purchased, "gewonnen": .purchased, "lost": .lost,
    "closed lost": .lost, "closed not converted": .lost, "disqualified": .lost, "unqualified": .lost,
    "verloren": .lost,
  ]
}

extension BuiltInMapping {
  /// Those that are files, read. A built-in that cannot be read fails its own tests, and is left out here.
  static let readable: [Mapping] = all.compactMap { known in
    known.yaml.flatMap { try? Mapping(yaml: $0, file: known.name) }
  }
}
