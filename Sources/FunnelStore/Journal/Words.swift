public import SharedFunnel

/// Turns words that people type into the numbers that events carry, inside a transaction.
public struct Words {
  let store: Store

  /// The number of a word, new or known.
  public func intern(_ kind: TermKind, _ text: String) throws -> TermID {
    try store.terms.intern(kind, text)
  }

  /// A reason of the catalogue.
  ///
  /// - Throws: ``StoreError/noSuchReason(_:known:)`` with those that there are.
  public func reason(_ key: String, for use: Reason.Use) throws -> TermID {
    guard let reason = store.workspace.reason(key: key, for: use) else {
      throw StoreError.noSuchReason(
        key, known: store.workspace.reasons.filter { $0.kind.use == use }.map(\.key))
    }
    return try store.terms.intern(.reason, reason.key)
  }

  /// A member who is there, by handle.
  public func member(_ handle: String) throws -> Member { try store.member(handle) }
}

extension Store {
  /// A member by handle.
  ///
  /// - Throws: ``StoreError/noSuchMember(_:hint:)``.
  public func member(_ handle: String) throws -> Member {
    guard let member = workspace.roster.member(handle: handle) else {
      throw StoreError.noSuchMember(
        handle, hint: workspace.roster.members.filter(\.isActive).map(\.handle).joined(separator: ", "))
    }
    return member
  }
}
