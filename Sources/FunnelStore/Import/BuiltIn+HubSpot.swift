extension BuiltInMapping {
  static let hubSpotContacts = #"""
    # Contacts as HubSpot exports them, with old headers ("Became a Lead Date") or new ones
    # ("Date entered "Lead (Lifecycle Stage Pipeline)""), in a portal of any of the languages below.
    #
    # HubSpot's lifecycle stages and ours:
    #   Subscriber               2 brand_awareness      knows us, and asked for nothing
    #   Lead                     3 brand_consideration  asked for something
    #   Marketing Qualified Lead 4 brand_preference     marketing says: ready for sales
    #   Sales Qualified Lead     5 purchase_intention   sales agrees
    #   Opportunity              5 purchase_intention   a deal is open; the earlier of the two dates counts
    #   Customer                 6 purchase             a sale, without an amount
    #   Evangelist               8 customer_advocacy
    # Yours differ? 'funnel mapping show hubspot-contacts > my.yaml', change it, and '--mapping my.yaml'.
    name: hubspot-contacts
    source: hubspot
    shape: wide
    # HubSpot writes dates in the zone of the portal: the workspace's, unless 'zone' says another.
    dates: ["YYYY-MM-DD HH:mm", "YYYY-MM-DD HH:mm:ss", "YYYY-MM-DD", iso8601]
    files:
      - file: contacts
        key: [Record ID - Contact, Contact ID, Record ID]
        created: {column: [Create Date, Create date], optional: true}
        stage columns:
          header:
            - 'Date entered "{stage} (*)"'
            - 'Date entered "{stage}"'
            - 'Became a {stage} Date'
            - 'Became an {stage} Date'
          stages:
            Subscriber: brand_awareness
            Abonnent: brand_awareness
            Suscriptor: brand_awareness
            Abonné: brand_awareness
            Assinante: brand_awareness
            Lead: brand_consideration
            Marketing Qualified Lead: brand_preference
            Marketing-qualified Lead: brand_preference
            Marketing-Qualified-Lead: brand_preference
            Lead calificado para marketing: brand_preference
            Lead qualifié marketing: brand_preference
            Lead qualificado pelo marketing: brand_preference
            Sales Qualified Lead: purchase_intention
            Sales-qualified Lead: purchase_intention
            Sales-Qualified-Lead: purchase_intention
            Lead calificado para ventas: purchase_intention
            Lead qualifié commercial: purchase_intention
            Lead qualificado pelas vendas: purchase_intention
            Opportunity: purchase_intention
            Opportunität: purchase_intention
            Oportunidad: purchase_intention
            Opportunité: purchase_intention
            Oportunidade: purchase_intention
            Customer: purchased
            Kunde: purchased
            Cliente: purchased
            Client: purchased
            Evangelist: customer_advocacy
            Evangelista: customer_advocacy
            Évangéliste: customer_advocacy
            # No step of a funnel.
            Other: ignored
            Other Lifecycle: ignored
            Sonstiges: ignored
            Otro: ignored
            Autre: ignored
            Outro: ignored
        name: {join: [First Name, Last Name], optional: true}
        email: {column: Email, optional: true}
        phone: {column: [Phone Number, Mobile Phone Number], optional: true}
        company: {column: [Company Name, Associated Company], optional: true}
        source: {column: [Original Source, Original Traffic Source], optional: true}
        campaign: {column: First Touch Converting Campaign, optional: true}
        segment: {column: Industry, optional: true}
        # HubSpot names owners in full. To keep them, map the names to handles with 'values', or let 'unknown'
        # reject them.
        owner: {column: Contact owner, optional: true, unknown: skip}
    """#

  static let hubSpotDeals = #"""
    # Deals as HubSpot exports them. A deal is a lead of its own, known from the day it was created.
    #
    # HubSpot's deal stages and ours: a deal is open in 5 purchase_intention, whatever its stage is called there;
    # "Closed Won" is a purchase, "Closed Lost" a loss. Dates of stages that are not named below are left out, and
    # the import says which. An open deal loses nothing by that; add stages of yours that mean won or lost.
    name: hubspot-deals
    # Not 'hubspot': ids of deals and of contacts are numbers, and would be taken for each other.
    source: hubspot-deals
    shape: wide
    dates: ["YYYY-MM-DD HH:mm", "YYYY-MM-DD HH:mm:ss", "YYYY-MM-DD", iso8601]
    files:
      - file: deals
        key: [Record ID - Deal, Record ID, Deal ID]
        # Where each contact has one deal at most, this makes one lead of the two; a contact with two deals would
        # join them into one as well:
        # other keys: {hubspot: {column: Associated Contact IDs, optional: true}}
        created: {column: [Create Date, Create date], optional: true}
        stages:
          purchase_intention: {column: [Create Date, Create date], optional: true}
        stage columns:
          header: ['Date entered "{stage} (*)"', 'Date entered "{stage}"']
          stages:
            Appointment Scheduled: purchase_intention
            Qualified To Buy: purchase_intention
            Presentation Scheduled: purchase_intention
            Decision Maker Bought-In: purchase_intention
            Contract Sent: purchase_intention
            Closed Won: purchased
            Closed Lost: lost
        # In place of the dates of stages, where the export has none.
        purchased:
          column:
            - {column: Close Date, when: {Is Closed Won: ["true", "TRUE", "Yes"], Deal Stage: [Closed Won, Closed won]}}
          optional: true
        lost:
          column:
            - {column: Close Date, when: {Is closed lost: ["true", "TRUE", "Yes"], Deal Stage: [Closed Lost, Closed lost]}}
          optional: true
        reason: {column: Closed Lost Reason, optional: true}
        amount: {column: Amount, optional: true}
        currency: {column: Currency, optional: true}
        close: {column: Close Date, optional: true}
        name: {column: Deal Name, optional: true}
        company: {column: Associated Company, optional: true}
        source: {column: [Original Traffic Source, Original Source Type, Original Source], optional: true}
        segment: {column: Deal Type, optional: true}
        owner: {column: Deal owner, optional: true, unknown: skip}
        tags: [{column: Pipeline, optional: true}]
    """#
}
