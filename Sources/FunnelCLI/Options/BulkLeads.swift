import SharedFunnel

/// What every command on several leads is given: all of them are written or, if one refuses, none.
struct BulkLeads {
  let names: [String]
  let time: TimeOptions
  let acting: ActorOptions
  let dry: DryRunOptions

  func receipt(in session: Session) throws -> LeadReceipt {
    let act = try acting.act(in: session, at: try time.timestamp(in: session), isDryRun: dry.isDryRun)
    return LeadReceipt(session: session, act: act, leads: try LeadNames.leads(names, in: session))
  }
}
