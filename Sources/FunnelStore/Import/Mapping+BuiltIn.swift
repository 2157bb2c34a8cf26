public import SharedFunnel

/// The mappings that come with the program, as a person would write them: `funnel mapping show` prints
/// one to start from.
public struct BuiltInMapping: Sendable {
  public let name: String
  public let summary: Message
  /// `nil`: our own export, which needs no mapping.
  public let yaml: String?

  public static let all = [
    BuiltInMapping(
      name: "olist",
      summary: Message(
        "mapping.olist", "The Olist marketing funnel: qualified leads, and closed deals joined by mql_id"), yaml: olist),
    BuiltInMapping(
      name: "hubspot-contacts",
      summary: Message("mapping.hubspot_contacts", "HubSpot contacts, by the dates of their lifecycle stages"),
      yaml: hubSpotContacts),
    BuiltInMapping(
      name: "hubspot-deals",
      summary: Message("mapping.hubspot_deals", "HubSpot deals, by the dates of their deal stages"),
      yaml: hubSpotDeals),
    BuiltInMapping(
      name: "salesforce-opportunity-history",
      summary: Message(
        "mapping.salesforce", "Salesforce OpportunityHistory, with Opportunity and Lead, joined by their ids"),
      yaml: salesforceOpportunityHistory),
    BuiltInMapping(
      name: "pipedrive-deals",
      summary: Message("mapping.pipedrive", "Pipedrive deals: created, won and lost"), yaml: pipedriveDeals),
    BuiltInMapping(
      name: "generic-long",
      summary: Message("mapping.generic_long", "Our own export of events: everything, ids and all"), yaml: nil),
    BuiltInMapping(
      name: "event-log",
      summary: Message("mapping.event_log", "A plain log of events: lead, time, kind, stage"), yaml: eventLog),
  ]

  private static let olist = """
    # Marketing-qualified leads of a marketplace, and the deals that came of them.
    name: olist
    source: olist
    shape: wide
    zone: UTC
    dates: ["YYYY-MM-DD HH:mm:ss", "YYYY-MM-DD"]
    files:
      - file: marketing qualified leads
        key: mql_id
        source: origin
        campaign: {column: landing_page_id, optional: true}
        stages:
          brand_preference: first_contact_date
      - file: closed deals
        lead: mql_id
        purchased: won_date
        # Known only after a deal has closed, so it is a tag and not the segment.
        tags: [business_segment]
    """

  private static let eventLog = """
    # A row an event, in time order. 'stage' is where the lead is after it; 'to' is the stage that an offer leads to.
    name: event-log
    source: event-log
    shape: long
    zone: UTC
    dates: iso8601
    files:
      - file: events
        key: lead_id
        at: at
        kind:
          column: kind
          values:
            create: created
            move: moved
            offer: offered
            accept: accepted
            reject: rejected
            lost: lost
            reopen: reopened
            assign: assigned
        stage: stage
        source: source
        campaign: campaign
        segment: segment
        reason: reason
        to: {column: to, optional: true}
        due: {column: due, optional: true}
        receiver: {column: receiver, optional: true, unknown: skip}
        channel: {column: channel, optional: true}
        ruling: {column: ruling, optional: true}
        score: {column: score, optional: true}
        referrer: {column: referrer, optional: true}
        product: {column: product, optional: true}
        amount: {column: amount, optional: true}
        currency: {column: currency, optional: true}
        owner: {column: actor, unknown: add, department: {column: department}}
    """
}
