public import SharedFunnel

extension Store {
  /// The revenue of a period as it is expected, from what leads did before.
  public func forecast(_ request: OutlookRequest) throws -> ForecastAnswer {
    try read {
      let ahead = try ahead(request)
      let input = try input(ahead.frame.period, ahead.outlook, ahead.source, request.simulation)
      return ForecastAnswer(
        frame: ahead.frame, forecast: Forecast(input, ahead.outlook.chain),
        entered: input.entries.count { input.recent.contains($0.at) },
        segments: request.isBySegment ? try segments(request, ahead) : [])
    }
  }

  /// Each segment that anything is known of, forecast alone.
  private func segments(_ request: OutlookRequest, _ ahead: Ahead) throws -> [ForecastAnswer.Segment] {
    let outlook = ahead.outlook
    var numbers = Set(outlook.ownStays.map(\.segment)).union(outlook.ownEntries.map(\.segment))
    numbers.formUnion(outlook.ownPurchases.map(\.segment.rawValue))
    let period = ahead.frame.period
    let segments = try numbers.sorted().map { number in
      let own = outlook.asked(number)
      return ForecastAnswer.Segment(
        name: try word(.segment, number),
        forecast: Forecast(try input(period, own, ahead.source, request.simulation), outlook.chain),
        bases: StageExit.transient.map { outlook.chain.basis(of: $0, in: number) },
        revenue: PeriodRevenue(own.ownPurchases, in: period.seconds(in: ahead.zone), outlook.currency))
    }
    func rank(_ segment: ForecastAnswer.Segment) -> Int64 {
      segment.forecast.expected?.minor ?? segment.forecast.attained.minor
    }
    return segments.sorted { left, right in
      if (left.name == nil) != (right.name == nil) { return right.name == nil }
      let (one, other) = (rank(left), rank(right))
      return one != other ? one > other : (left.name ?? "") < (right.name ?? "")
    }
  }

  /// What is behind a count: exactly as many rows.
  public func list(behind number: ForecastNumber, of request: OutlookRequest) throws -> ForecastList {
    try read {
      var request = request
      // The list needs no interval.
      (request.simulation.samples, request.simulation.futures) = (1, 1)
      let ahead = try ahead(request)
      let outlook = ahead.outlook
      if number.isOfPurchases {
        let period = ahead.frame.period.seconds(in: ahead.zone)
        return .movements(
          outlook.ownPurchases.flatMap { entry in
            entry.movements.filter { $0.isIn(period) && number.counts($0) }
              .map { LeadMovement(lead: entry.lead, movement: $0) }
          }.sorted { ($0.movement.at, $0.lead.rawValue) < ($1.movement.at, $1.lead.rawValue) })
      }
      let input = try input(ahead.frame.period, outlook, ahead.source, request.simulation)
      if number == .entered {
        return .leads(
          try leads(input.entries.filter { input.recent.contains($0.at) }.map { LeadID(rawValue: $0.lead) }.sorted()))
      }
      let found = Forecast(input, outlook.chain).leads.filter {
        number.counts($0, currency: outlook.currency, asOf: outlook.asOf)
      }
      return .open(found, names: try leads(found.map(\.lead)))
    }
  }
}
