import FunnelStore
import SharedFunnel

/// Versions of the commission policy, in words and as rows.
struct PolicyPage {
  let session: Session

  func lines(_ policy: CommissionPolicy) -> [String] {
    let terms = policy.terms
    let fields: [(Message, String?)] = [
      (.fieldTiers, tiers(terms)), (.fieldAccelerators, terms.accelerators.isEmpty ? nil : accelerators(terms)),
      (.fieldCap, cap(terms).map { Message.policyCap(["amount": $0.label, "unit": terms.unit.rawValue]) }),
      (.fieldPer, unit(terms)), (.fieldDivided, terms.model.text), (.fieldSigned, signatures(policy)),
    ]
    return [Message.policyTitle(["version": String(policy.version), "state": state(policy)])]
      + FieldLines(fields).lines
  }

  private func state(_ policy: CommissionPolicy) -> String {
    guard let day = policy.firstDay(in: session.zone) else {
      return Message.targetLacks([
        "departments": policy.unsigned.departments.map(\.key).joined(separator: ", ")
      ])
    }
    let later = session.workspace.policies.versions.contains { other in
      other.version > policy.version && other.signed != nil
    }
    return (later ? Message.policySuperseded : .policyInForce)(["day": day.iso])
  }

  private func money(_ minor: Int64, _ terms: CommissionTerms) -> Money? {
    Currency(code: terms.currency).map { Money(minor: minor, currency: $0) }
  }

  private func cap(_ terms: CommissionTerms) -> Money? { terms.cap.flatMap { money($0, terms) } }

  private func tiers(_ terms: CommissionTerms) -> String {
    terms.tiers.map { tier in
      Message.policyTier(["rate": tier.rate.percent, "amount": money(tier.from, terms)?.label ?? ""])
    }.joined(separator: ", ")
  }

  private func accelerators(_ terms: CommissionTerms) -> String {
    terms.accelerators.map { accelerator in
      Message.policyAccelerator([
        "factor": accelerator.factor.decimal, "attainment": accelerator.attainment.percent,
      ])
    }.joined(separator: ", ")
  }

  private func unit(_ terms: CommissionTerms) -> String {
    guard terms.fiscalStart != 1, terms.unit != .month else { return Message.policyPer(["unit": terms.unit.rawValue]) }
    return Message.policyPerFiscal(["unit": terms.unit.rawValue, "month": String(terms.fiscalStart)])
  }

  private func signatures(_ policy: CommissionPolicy) -> String {
    guard !policy.signatures.isEmpty else { return Message.nobody() }
    return policy.signatures.map { signature in
      Message.signedFor([
        "member": handle(signature.member), "departments": signature.sides.key, "time": signature.at.label,
      ])
    }.joined(separator: ", ")
  }

  private func handle(_ member: MemberID?) -> String {
    member.flatMap { session.workspace.roster[$0]?.handle } ?? Message.nobody()
  }

  func grid(_ policies: [CommissionPolicy]) -> Grid {
    Grid(
      columns: [
        Grid.Column(key: "version", title: .columnVersion, kind: .integer, priority: 9),
        Grid.Column(key: "pays_from", title: .columnFirstDay, priority: 8),
        Grid.Column(key: "model", title: .columnModel, priority: 7),
        Grid.Column(key: "tiers", title: .columnTiers, priority: 7),
        Grid.Column(key: "accelerators", title: .columnAccelerators, priority: 4),
        Grid.Column(key: "cap", title: .columnCap, kind: .money, priority: 4),
        Grid.Column(key: "per", title: .columnPer, priority: 5),
        Grid.Column(key: "fiscal_start", title: .columnMonth, kind: .integer, priority: 1),
        Grid.Column(key: "signed_by", title: .columnSignedBy, priority: 6),
        Grid.Column(key: "unsigned", title: .columnUnsigned, priority: 8),
        Grid.Column(key: "drafted_by", title: .columnDraftedBy, priority: 1),
      ],
      rows: policies.map { policy in
        let terms = policy.terms
        return [
          .integer(Int64(policy.version)), Cell(policy.firstDay(in: session.zone)?.iso ?? policy.from?.iso),
          .text(terms.model.text),
          .list(terms.tiers.map { .text("\(money($0.from, terms)?.decimal ?? ""):\($0.rate.percent)") }),
          terms.accelerators.isEmpty
            ? .null : .list(terms.accelerators.map { .text("\($0.attainment.percent):\($0.factor.decimal)") }),
          Cell(cap(terms)), .text(terms.unit.rawValue), .integer(Int64(terms.fiscalStart)),
          policy.signatures.isEmpty ? .null : .list(policy.signatures.map { .text(handle($0.member)) }),
          policy.unsigned.isEmpty ? .null : Cell(policy.unsigned), .text(handle(policy.draftedBy)),
        ]
      }, empty: .policyNone)
  }

  /// What a command that records a version says.
  ///
  /// - Parameter done: the first sentence.
  func receipt(_ policy: CommissionPolicy?, isDryRun: Bool, _ done: (CommissionPolicy) -> String) -> Answer {
    guard let policy else {
      return Answer(
        schema: "commission_policies", lines: [Message.recordedBefore()], grid: grid([]),
        members: ["recorded": .bool(false)])
    }
    return Answer(
      schema: "commission_policies", lines: [done(policy)] + lines(policy), grid: grid([policy]),
      members: ["recorded": .bool(!isDryRun), "dry_run": .bool(isDryRun)],
      notes: isDryRun ? [Message.nothingRecorded()] : [])
  }
}
