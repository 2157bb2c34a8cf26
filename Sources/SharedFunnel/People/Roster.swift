/// The members of a workspace.
public struct Roster: Sendable, Equatable {
  public private(set) var members: [Member] = []

  public init() {}

  public subscript(id: MemberID) -> Member? { members.first { $0.id == id } }

  /// The member whom people name by handle, in any case.
  public func member(handle: String) -> Member? {
    let name = handle.lowercased()
    return members.first { $0.handle == name }
  }

  public var handles: [MemberID: String] { Dictionary(members.map { ($0.id, $0.handle) }, uniquingKeysWith: { $1 }) }

  /// The number that the next member gets.
  public var nextID: MemberID { MemberID(rawValue: (members.map(\.id.rawValue).max() ?? 0) + 1) }

  /// Those who may settle a case: active, heads of both sides, and no party to it.
  public func mediators(of handoff: Handoff) -> [Member] {
    let parties = Authority.parties(to: handoff)
    return members.filter { member in
      member.isActive && member.heads.isSuperset(of: handoff.giver.union(handoff.receiver))
        && !parties.contains(member.id)
    }
  }

  /// For which sides a head speaks where heads of both must concur: each that the member heads and, for a party to
  /// the case, only where no other head of that side is free of it.
  func voice(of member: Member, in handoff: Handoff) -> DepartmentSet {
    guard member.isActive else { return [] }
    let parties = Authority.parties(to: handoff)
    let own = member.heads.intersection(handoff.giver.union(handoff.receiver))
    guard parties.contains(member.id) else { return own }
    let free = members.filter { $0.isActive && !parties.contains($0.id) }
    return free.reduce(own) { $0.subtracting($1.heads) }
  }

  mutating func add(_ member: Member) {
    members.removeAll { $0.id == member.id }
    members.append(member)
    members.sort { $0.id < $1.id }
  }

  mutating func deactivate(_ id: MemberID) {
    guard let index = members.firstIndex(where: { $0.id == id }) else { return }
    members[index].isActive = false
  }

  /// A handle is 1 to 32 of `a-z 0-9 . _ -`, so that it is safe in a filter, a file and a shell.
  public static func isValid(handle: String) -> Bool {
    let allowed = handle.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
      default: false
      }
    }
    return allowed && (1...32).contains(handle.utf8.count) && handle.utf8.first != UInt8(ascii: "-")
  }
}
