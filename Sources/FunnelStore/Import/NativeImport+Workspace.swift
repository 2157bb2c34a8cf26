import SharedFunnel

/// Members, stages and reasons that an export brings along.
extension NativeImport {
  func addWorkspaceEvent(
    _ native: NativeRow, _ id: EventID, _ kind: EventKind, _ occurred: Timestamp
  ) throws {
    var row = EventRow()
    row.kind = kind
    row.data = native[.data].isEmpty ? nil : native[.data]
    row.target = native[.target].isEmpty ? nil : try native.id(.target)
    let fact: WorkspaceFact
    do { fact = try row.workspaceFact() } catch is StoreError { throw native.bad(.data) }
    if case .viewSaved(let view) = fact, !SavedView.isValid(name: view.name) { throw native.bad(.data) }
    if case .calendarSet(let setting) = fact, !setting.isKnownHere { throw native.bad(.data) }
    guard !workspaceEvents.contains(id) else {
      if case .memberAdded(let addition) = fact { remember(addition) }
      summary.alreadyKnown += 1
      return
    }
    if case .memberAdded(let addition) = fact, store.workspace.roster.member(handle: addition.handle) != nil {
      // The same person works here already; what the export says of them falls to that member.
      remember(addition)
      summary.alreadyKnown += 1
      return
    }
    let local = try localized(fact)
    if local != fact { row = try EventRow(local) }
    row.id = id
    row.occurred = occurred.milliseconds
    let seq = try writer.append(workspace: row, command: try command(native))
    if !native[.name].isEmpty { try store.personal.set(.name, native[.name], of: seq) }
    if !native[.note].isEmpty { try store.personal.set(.note, native[.note], of: seq) }
    store.workspace.apply(local)
    // A fold does not look back, so the whole of it is folded again.
    if case .undone = local {
      try store.loadWorkspace()
      try store.rates.rebuild(store.journal)
      changesOwnership = true
    }
    workspaceEvents.insert(id)
    if case .stageAssigned = local { changesOwnership = true }
    if case .ratesSet(let sheet) = local { try store.rates.keep(sheet, seq: seq) }
    if case .ledger = local { changesLedger = true }
    summary.inserted += 1
  }

  private func remember(_ addition: MemberAddition) {
    guard let member = store.workspace.roster.member(handle: addition.handle) else { return }
    members[addition.number.rawValue] = member.id
  }

  /// The fact with the numbers that its members have here.
  private func localized(_ fact: WorkspaceFact) throws -> WorkspaceFact {
    func local(_ number: MemberID) -> MemberID { members[number.rawValue] ?? number }
    switch fact {
    case .memberAdded(var addition):
      let number = addition.number
      // A number far off would make tables by member number as large.
      let isFree = store.workspace.roster[number] == nil && number.rawValue <= MemberID.largest
      if !isFree { addition.number = store.workspace.roster.nextID }
      members[number.rawValue] = addition.number
      return .memberAdded(addition)
    case .memberDeactivated(var reference):
      reference.number = local(reference.number)
      return .memberDeactivated(reference)
    case .stageAssigned(var owners):
      owners.responsible = owners.responsible.map(local)
      return .stageAssigned(owners)
    case .agreementDrafted(var draft):
      draft.member = draft.member.map(local)
      return .agreementDrafted(draft)
    case .agreementSigned(var signature):
      signature.member = local(signature.member)
      return .agreementSigned(signature)
    case .initialized, .reasonAdded, .imported, .undone, .backedUp, .viewSaved, .viewRemoved, .calendarSet,
      .ratesSet, .fiscalYearSet:
      return fact
    case .targetSet(var draft):
      draft.member = draft.member.map(local)
      return .targetSet(draft)
    case .targetSigned(var signature):
      signature.member = local(signature.member)
      return .targetSigned(signature)
    case .periodSigned(var signature):
      signature.member = local(signature.member)
      return .periodSigned(signature)
    case .commissionDrafted(var draft):
      draft.member = draft.member.map(local)
      return .commissionDrafted(draft)
    case .commissionSigned(var signature):
      signature.member = local(signature.member)
      return .commissionSigned(signature)
    case .ledger(.accrued(let accruals)):
      return .ledger(
        .accrued(
          try accruals.map { accrual in
            var accrual = accrual
            accrual.lead = try lead(of: accrual.purchase) ?? accrual.lead
            for index in accrual.parts.indices { accrual.parts[index].member = accrual.parts[index].member.map(local) }
            return accrual
          }))
    case .ledger(.paid(var payment)):
      for index in payment.lines.indices { payment.lines[index].member = payment.lines[index].member.map(local) }
      return .ledger(.paid(payment))
    case .ledger: return fact
    }
  }
}

extension CalendarSetting {
  /// Whether its department and its time zone exist in this program, on this machine, and its start is one that can be
  /// kept.
  fileprivate var isKnownHere: Bool {
    guard let version, version.from?.isSupported ?? true else { return false }
    return version.calendar.map { (try? ReportingZone(identifier: $0.zone)) != nil } ?? true
  }
}
