/// What headers of usual exports are called, by what they say.
enum HeaderWords {
  /// `ConvertedOpportunityId`, `converted_opportunity_id` and `Converted opportunity ID` are one phrase.
  static func phrase(_ header: String) -> String {
    var words: [String] = []
    var word = ""
    var before: Character = " "
    for character in header.prefix(300) {
      if !character.isLetter && !character.isNumber {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        if character.isUppercase, before.isLowercase {
          if !word.isEmpty { words.append(word) }
          word = ""
        }
        word += character.lowercased()
      }
      before = character
    }
    if !word.isEmpty { words.append(word) }
    return words.joined(separator: " ")
  }

  /// Phrases of a field, the surest first.
  static let fields: [(field: FileMapping.Field, phrases: [String])] = [
    (
      .email,
      ["email", "e mail", "email address", "e mail address", "person email", "contact email", "mail", "e mail adresse"]
    ),
    (
      .phone,
      ["phone", "phone number", "telephone", "mobile", "mobile phone", "person phone", "telefon", "handy", "tel"]
    ),
    (
      .company,
      [
        "company", "company name", "organization", "organisation", "account name", "associated company", "account",
        "deal organization", "firma", "unternehmen", "empresa", "entreprise",
      ]
    ),
    (
      .name,
      [
        "full name", "name", "contact name", "lead name", "person name", "customer name", "contact person", "deal name",
        "opportunity name", "nombre", "nom", "nome",
      ]
    ),
    (
      .source,
      [
        "lead source", "source", "original source", "original traffic source", "traffic source", "utm source", "origin",
        "lead origin", "first channel", "channel", "acquisition channel", "source channel", "herkunft", "quelle",
        "lead quelle", "leadquelle", "fuente", "origem",
      ]
    ),
    (
      .campaign,
      ["campaign", "utm campaign", "campaign name", "kampagne", "landing page", "landing page id", "campaña"]
    ),
    (
      .segment,
      [
        "segment", "industry", "sector", "branche", "company size", "customer segment", "market segment", "tier",
        "business segment", "specialization",
      ]
    ),
    (
      .owner,
      [
        "owner", "lead owner", "deal owner", "contact owner", "account owner", "opportunity owner", "assigned to",
        "sales rep", "account manager", "owner id", "deal owner", "responsible", "besitzer", "zuständig", "sr id",
      ]
    ),
    (
      .amount,
      [
        "amount", "deal amount", "value", "deal value", "total", "order total", "price", "revenue", "total revenue",
        "betrag", "umsatz", "wert", "importe", "montant", "valor",
      ]
    ),
    (
      .currency, ["currency", "currency code", "currency iso code", "currency of value", "währung", "moneda", "devise"]
    ),
    (
      .product,
      ["product", "product name", "products", "produkt", "producto", "produit", "produto", "prodotto"]
    ),
    (
      .reason,
      ["lost reason", "loss reason", "closed lost reason", "reason lost", "reason for loss", "verlustgrund", "reason"]
    ),
  ]

  static let status = [
    "status", "lead status", "deal status", "stage", "stage name", "deal stage", "opportunity stage",
    "lifecycle stage", "pipeline stage", "lead stage", "phase",
  ]

  static let created = [
    "created", "create date", "created date", "date created", "created at", "created on", "creation date", "add time",
    "added on", "added at", "date added", "lead created", "lead date", "signup date", "signed up at", "registered at",
    "registration date", "inquiry date", "first contact date", "first seen", "first visit", "erstellt", "erstellt am",
    "erstelldatum", "angelegt am", "date", "datum", "seen", "timestamp",
  ]

  static let purchased = [
    "won date", "won time", "won on", "won at", "date won", "closed won date", "purchased", "purchased at",
    "purchase date",
    "purchased on", "order date", "ordered at", "paid on", "paid at", "payment date", "sale date", "sold on",
    "conversion date", "converted at", "converted on", "converted date", "customer since", "kaufdatum", "gewonnen am",
  ]

  static let lost = [
    "lost date", "lost time", "lost on", "lost at", "date lost", "closed lost date", "disqualified at",
    "disqualified on", "disqualified date", "churned at", "verloren am",
  ]

  static let closed = [
    "close date", "closed date", "closed on", "closed at", "close time", "closing date", "geschlossen am",
  ]

  static let expected = ["expected close date", "expected close", "estimated close date", "expected closing date"]

  static let changed = [
    "last modified date", "last modified", "updated at", "updated", "modified", "modified at", "last updated",
  ]

  static let won = ["is won", "won", "is closed won", "converted", "is converted", "closed won", "purchased", "sold"]

  static let isLost = ["is lost", "lost", "is closed lost", "closed lost", "disqualified"]

  /// Dates of a handoff, the offer first.
  static let handoffs: [(field: FileMapping.Field, phrases: [String])] = [
    (
      .offered,
      [
        "offered at", "offered on", "offered", "handoff date", "hand off date", "handed off at", "handed off on",
        "handed over at", "handed over on", "handover date", "handed to sales", "passed to sales", "passed to sales on",
        "passed to sales at", "sent to sales", "sent to sales on", "sent to sales at", "sales handoff date",
        "übergeben am", "übergabe",
      ]
    ),
    (
      .accepted,
      [
        "accepted at", "accepted on", "accepted", "accepted date", "date accepted", "sales accepted",
        "sales accepted at", "sales accepted on", "sales accepted date", "sal date", "angenommen am",
      ]
    ),
    (
      .rejected,
      [
        "rejected at", "rejected on", "rejected", "rejected date", "date rejected", "sales rejected",
        "sales rejected at", "sales rejected on", "sales rejected date", "abgelehnt am",
      ]
    ),
    (.expired, ["offer expired at", "expired at", "expired on", "expired"]),
    (.withdrawn, ["offer withdrawn at", "withdrawn at", "withdrawn on", "withdrawn"]),
    (
      .returned,
      [
        "returned to marketing", "returned to marketing on", "returned at", "returned on", "returned", "recycled at",
        "recycled on", "recycled", "recycled date", "recycle date", "zurückgegeben am",
      ]
    ),
  ]

  static let due = [
    "answer due", "answer due at", "due", "due at", "due date", "sla due", "sla due at", "sla due date",
  ]

  static let receiver = ["receiver", "offered to", "handed to", "handed over to", "passed to", "accepted by"]

  /// Of which answer, and what it is called there.
  static let answerReasons: [(date: FileMapping.Field, field: FileMapping.Field, phrases: [String])] = [
    (
      .rejected, .rejectionReason,
      [
        "rejection reason", "reject reason", "rejected reason", "reason rejected", "reason for rejection",
        "ablehnungsgrund",
      ]
    ),
    (
      .returned, .returnReason,
      ["return reason", "recycle reason", "recycled reason", "reason returned", "reason for return"]
    ),
  ]

  /// Whether a header without a value to look at speaks of time.
  static func saysTime(_ phrase: String) -> Bool {
    let words: Set<Substring> = ["date", "time", "at", "on", "datum", "am", "entered", "became", "since", "timestamp"]
    return !words.isDisjoint(with: phrase.split(separator: " ")) || created.contains(phrase)
  }
}
