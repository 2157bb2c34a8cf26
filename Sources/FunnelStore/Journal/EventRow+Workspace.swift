import Foundation
import SharedFunnel

/// Events of the workspace keep their facts as JSON.
extension EventRow {
  init(_ fact: WorkspaceFact) throws {
    func json(_ value: some Encodable) throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    switch fact {
    case .initialized(let start): (kind, data) = (.initialized, try json(start))
    case .memberAdded(let addition): (kind, data) = (.memberAdded, try json(addition))
    case .memberDeactivated(let reference): (kind, data) = (.memberDeactivated, try json(reference))
    case .stageAssigned(let owners): (kind, data) = (.stageAssigned, try json(owners))
    case .reasonAdded(let reason): (kind, data) = (.reasonAdded, try json(reason))
    case .imported(let record): (kind, data) = (.imported, try json(record))
    case .viewSaved(let view): (kind, data) = (.viewSaved, try json(view))
    case .viewRemoved(let reference): (kind, data) = (.viewRemoved, try json(reference))
    case .agreementDrafted(let draft): (kind, data) = (.agreementDrafted, try json(draft))
    case .agreementSigned(let signature): (kind, data) = (.agreementSigned, try json(signature))
    case .backedUp(let backup): (kind, data) = (.backedUp, try json(backup))
    case .calendarSet(let setting): (kind, data) = (.calendarSet, try json(setting))
    case .targetSet(let draft): (kind, data) = (.targetSet, try json(draft))
    case .targetSigned(let signature): (kind, data) = (.targetSigned, try json(signature))
    case .fiscalYearSet(let year): (kind, data) = (.fiscalYearSet, try json(year))
    case .periodSigned(let signature): (kind, data) = (.periodSigned, try json(signature))
    case .ratesSet(let sheet): (kind, data) = (.ratesSet, try json(sheet))
    case .commissionDrafted(let draft): (kind, data) = (.commissionDrafted, try json(draft))
    case .commissionSigned(let signature): (kind, data) = (.commissionSigned, try json(signature))
    case .ledger(let fact):
      kind = fact.kind
      switch fact {
      case .accrued(let accruals): data = try json(accruals)
      case .reversed(let purchases): data = try json(purchases)
      case .held(let hold), .released(let hold): data = try json(hold)
      case .paid(let payment): data = try json(payment)
      }
    case .undone(let event): (kind, target) = (.undone, event)
    }
  }

  func workspaceFact() throws -> WorkspaceFact {
    func decoded<T: Decodable>(_ type: T.Type) throws -> T {
      do {
        return try JSONDecoder().decode(type, from: Data((data ?? "").utf8))
      } catch is DecodingError {
        throw StoreError.damaged(
          StoreMessages.damagedEvent(["seq": String(seq), "kind": kind.key, "column": "data"]))
      }
    }
    switch kind {
    case .initialized: return .initialized(try decoded(Initialization.self))
    case .memberAdded:
      let addition = try decoded(MemberAddition.self)
      guard (1...MemberID.largest).contains(addition.number.rawValue) else {
        throw StoreError.damaged(
          StoreMessages.badMember(["seq": String(seq), "number": String(addition.number.rawValue)]))
      }
      return .memberAdded(addition)
    case .memberDeactivated: return .memberDeactivated(try decoded(MemberReference.self))
    case .stageAssigned: return .stageAssigned(try decoded(StageOwners.self))
    case .reasonAdded: return .reasonAdded(try decoded(Reason.self))
    case .imported: return .imported(try decoded(ImportRecord.self))
    case .viewSaved: return .viewSaved(try decoded(SavedView.self))
    case .viewRemoved: return .viewRemoved(try decoded(SavedViewReference.self))
    case .backedUp: return .backedUp(try decoded(BackupRecord.self))
    case .agreementDrafted:
      let draft = try decoded(AgreementDraft.self)
      guard draft.isSound else { throw damaged("data") }
      return .agreementDrafted(draft)
    case .agreementSigned: return .agreementSigned(try decoded(AgreementSignature.self))
    case .calendarSet: return .calendarSet(try decoded(CalendarSetting.self))
    case .targetSet:
      let draft = try decoded(TargetDraft.self)
      guard draft.target != nil else { throw damaged("data") }
      return .targetSet(draft)
    case .targetSigned: return .targetSigned(try decoded(TargetSignature.self))
    case .periodSigned: return .periodSigned(try decoded(PeriodSignature.self))
    case .fiscalYearSet:
      let year = try decoded(FiscalYear.self)
      guard year.isValid else { throw damaged("data") }
      return .fiscalYearSet(year)
    case .ratesSet:
      let sheet = try decoded(RateSheet.self)
      guard sheet.quotes != nil else { throw damaged("data") }
      return .ratesSet(sheet)
    case .commissionDrafted:
      let draft = try decoded(CommissionDraft.self)
      guard draft.policy != nil else { throw damaged("data") }
      return .commissionDrafted(draft)
    case .commissionSigned: return .commissionSigned(try decoded(CommissionSignature.self))
    case .commissionAccrued:
      let accruals = try decoded([CommissionAccrual].self)
      guard accruals.allSatisfy(\.isSound) else { throw damaged("data") }
      return .ledger(.accrued(accruals))
    case .commissionReversed: return .ledger(.reversed(try decoded([EventID].self)))
    case .commissionHeld: return .ledger(.held(try decoded(LedgerHold.self)))
    case .commissionReleased: return .ledger(.released(try decoded(LedgerHold.self)))
    case .commissionPaid:
      let payment = try decoded(CommissionPayment.self)
      guard payment.span != nil else { throw damaged("data") }
      return .ledger(.paid(payment))
    case .undone:
      guard let target else { throw damaged("target") }
      return .undone(target)
    default:
      throw StoreError.damaged(
        StoreMessages.damagedEvent(["seq": String(seq), "kind": kind.key, "column": "lead"]))
    }
  }
}
