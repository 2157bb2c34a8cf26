extension BuiltInMapping {
  static let salesforceOpportunityHistory = #"""
    # Salesforce: OpportunityHistory.csv with Opportunity.csv and Lead.csv, under the names of their API fields, as
    # Data Loader and the weekly export write them. Give all that you have in one command; any may be missing.
    #
    # A Salesforce lead is in 3 brand_consideration from its creation, and in 5 purchase_intention when it is converted.
    # An opportunity is in 5 while it is open, whatever its stage is called there: several steps of Salesforce are one
    # stage of ours. "Closed Won" is a purchase, "Closed Lost" a loss. An opportunity that was won and then lost keeps
    # both, flagged lost_after_purchase; one that was lost and then won is flagged after_loss. A close date before the
    # day of creation is kept, flagged close_before_creation.
    # Stages of your own: add them under 'values'; rows with stages that are not there are rejected.
    name: salesforce-opportunity-history
    source: salesforce
    shape: wide
    # As the API writes them. A spreadsheet writes them in the order of its country; say which one it was:
    #   --date-format M/D/YY --date-format "M/D/YY h:mm A"
    dates: [iso8601, "YYYY-MM-DD HH:mm:ss", "YYYY-MM-DD"]
    files:
      - file: leads
        key: Id
        # A converted lead and its opportunity are one lead.
        other keys:
          salesforce: {column: ConvertedOpportunityId, optional: true}
        # Without CreatedDate a lead is known from the first of the other columns that is filled, in this order.
        created: [CreatedDate, ConvertedDate, LastActivityDate, LastModifiedDate]
        stages:
          brand_consideration: [CreatedDate, ConvertedDate, LastActivityDate, LastModifiedDate]
          purchase_intention: {column: ConvertedDate, when: {IsConverted: ["TRUE", "true", "1"]}, optional: true}
        # The export does not say when a lead was closed: at the latest when it was changed last.
        lost: {column: LastModifiedDate, when: {Status: [Closed - Not Converted, Unqualified]}, optional: true}
        reason: {column: Status, optional: true}
        name: {column: [Name, {join: [FirstName, LastName]}], optional: true}
        email: {column: Email, optional: true}
        phone: {column: [Phone, MobilePhone], optional: true}
        company: Company
        source: {column: LeadSource, optional: true}
        segment: {column: Industry, optional: true}
        # The status is a word that people set: "Closed - Converted" is not the same as IsConverted.
        tags: [Status]
      - file: opportunities
        key: Id
        created: CreatedDate
        amount: {column: Amount, optional: true}
        currency: {column: CurrencyIsoCode, optional: true}
        close: CloseDate
        company: Name
        source: {column: LeadSource, optional: true}
        segment: {column: Type, optional: true}
      - file: opportunity history
        shape: long
        key: OpportunityId
        id: Id
        at: CreatedDate
        amount: {column: Amount, optional: true}
        currency: {column: CurrencyIsoCode, optional: true}
        stage:
          column: StageName
          values:
            Prospecting: purchase_intention
            Qualification: purchase_intention
            Needs Analysis: purchase_intention
            Value Proposition: purchase_intention
            Id. Decision Makers: purchase_intention
            Perception Analysis: purchase_intention
            Proposal/Price Quote: purchase_intention
            Negotiation/Review: purchase_intention
            Closed Won: purchased
            Closed Lost: lost
    """#
}
