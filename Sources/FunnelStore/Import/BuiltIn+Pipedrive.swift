extension BuiltInMapping {
  static let pipedriveDeals = #"""
    # Deals as Pipedrive exports them from its list view. A deal is in 5 purchase_intention while it is open, whatever
    # its stage is called there; won is a purchase, lost a loss. Pipedrive exports the present stage and no history of it:
    # the stage and the pipeline come in as tags.
    name: pipedrive-deals
    source: pipedrive
    shape: wide
    # Pipedrive exports times in UTC; say another 'zone' if your file says otherwise.
    zone: UTC
    dates: ["YYYY-MM-DD HH:mm:ss", "YYYY-MM-DD HH:mm", "YYYY-MM-DD", iso8601]
    files:
      - file: deals
        key: [Deal - ID, Deal - Pipedrive System ID]
        created: [Deal - Deal created, Deal - Add time, Deal - Created]
        stages:
          purchase_intention: [Deal - Deal created, Deal - Add time, Deal - Created]
        purchased:
          column:
            - Deal - Won time
            - {column: [Deal - Deal closed on, Deal - Closed on], when: {Deal - Status: [Won, won]}}
        lost:
          column:
            - Deal - Lost time
            - {column: [Deal - Deal closed on, Deal - Closed on], when: {Deal - Status: [Lost, lost]}}
        reason: {column: [Deal - Lost reason, Deal - Lost Reason], optional: true}
        amount: {column: Deal - Value, optional: true}
        currency: {column: [Deal - Currency of Value, Deal - Currency of value, Deal - Currency], optional: true}
        close: {column: Deal - Expected close date, optional: true}
        name: {column: [Deal - Contact person, Person - Name, Deal - Title], optional: true}
        company: {column: [Deal - Organization, Organization - Name], optional: true}
        email: {column: [Person - Email, Person - Email - Work, Person - Email - Home, Person - Email - Other], optional: true}
        phone: {column: [Person - Phone, Person - Phone - Work, Person - Phone - Mobile], optional: true}
        source: {column: [Deal - Source channel, Deal - Lead source, Deal - Lead Source], optional: true}
        segment: {column: Deal - Label, optional: true}
        owner: {column: Deal - Owner, optional: true, unknown: skip}
        tags:
          - {column: Deal - Stage, optional: true}
          - {column: Deal - Pipeline, optional: true}
    """#
}
