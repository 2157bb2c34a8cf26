import SharedFunnel

/// One fact that a record of a file states, in words.
struct MappedFact {
  /// What in the record says it: the same slot of the same record is the same fact, however its
  /// content changes.
  var slot: String
  var kind: EventKind
  var occurred: Timestamp
  var stage: Stage?
  var source = ""
  var campaign = ""
  var segment = ""
  /// A member's handle.
  var owner = ""
  /// Of an offer, the handle of whom it names; of an acceptance, of who took it.
  var receiver = ""
  /// What becomes of a receiver who is no member.
  var newReceiver = NewOwner.reject
  /// Where the lead was when it was offered.
  var from: Stage?
  /// The stage that an offer leads to, where the record says so.
  var target: Stage?
  var due: Timestamp?
  /// Of whoever made a contact.
  var department: DepartmentSet = []
  var ruling: Ruling?
  var score: Int32?
  /// The key of the lead whose referral brought this one.
  var referrer = ""
  /// Reason, cause, channel, tag or product.
  var word = ""
  var money: Money?
  var close: Timestamp?
  var personal: [(field: PersonalField, value: String)] = []

  /// A hash of what the fact says, the same on every machine.
  func content(revision: Int) -> UInt64 {
    var hash = SipHash()
    hash.add(UInt64(revision))
    hash.add(UInt64(kind.rawValue))
    hash.add(UInt64(bitPattern: occurred.milliseconds))
    hash.add(UInt64(stage?.rawValue ?? 0))
    for text in [source, campaign, segment, owner, word] { hash.add(text) }
    hash.add(UInt64(bitPattern: money?.minor ?? 0))
    hash.add(UInt64(money?.currency.rawValue ?? 0))
    hash.add(UInt64(bitPattern: close?.milliseconds ?? 0))
    for (field, value) in personal {
      hash.add(field.rawValue)
      hash.add(value)
    }
    addHandoff(to: &hash)
    return hash.finish().low
  }
}

/// What one record of a file says of one lead.
struct MappedRecord {
  /// The lead's key in the source system, without the name of the system.
  var leadKey: String
  /// What tells the record from others in its source.
  var identity: RecordIdentity
  var createsLead: Bool
  var newOwner: NewOwner
  var facts: [MappedFact] = []
  /// The lead's keys in other systems, with the names of the systems: `salesforce:00Q…`.
  var otherKeys: [String] = []
  /// Slots for which the file has columns, and the record nothing in them: what an earlier file said there no
  /// longer holds.
  var clearedSlots: [String] = []
}

enum RecordIdentity {
  /// The source names the record: the lead's key, or an id of its own.
  case key(String)
  /// A log does not: an event is known by the values that its columns have in the file, before any of
  /// them is mapped, so that a richer mapping finds it again.
  case content(EventID)
}

/// What becomes of an owner who is no member.
enum NewOwner {
  case reject
  case skip
  case add(DepartmentSet)
}

/// Why a record cannot be read; it goes to the rejects.
struct RecordProblem: Error {
  let reason: String
}
