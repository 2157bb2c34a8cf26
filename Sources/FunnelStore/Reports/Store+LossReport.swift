public import SharedFunnel

extension Store {
  public func losses(_ request: LossRequest) throws -> LossAnswer {
    try read {
      let source = try RecordSource(self, request.scope)
      let reasons = try source.lossReasons()
      var answer = try losses(request, request.period, reasons, source)
      if let other = request.comparison { answer.previous = [try losses(request, other, reasons, source)] }
      return answer
    }
  }

  private func losses(
    _ request: LossRequest, _ period: Period?, _ reasons: [UInt32: UInt32], _ source: RecordSource
  ) throws -> LossAnswer {
    let query = try query(request, period, reasons, source)
    var scan = LossScan(query)
    try source.scan(&scan)
    let report = scan.report(by: request.dimensions)
    return LossAnswer(
      report: report,
      breakdowns: try report.breakdowns.map { breakdown in
        LossAnswer.Breakdown(
          dimension: breakdown.dimension,
          rows: try breakdown.rows.map {
            LossAnswer.Row(name: try name(of: $0.key, breakdown.dimension, query), numbers: $0)
          })
      }, zone: source.workspace.zone, observedUntil: request.scope.observedUntil,
      observedUntilBySource: observedUntilBySource(source.workspace, request.scope), period: period)
  }

  /// The leads behind one number of the report.
  ///
  /// - Throws: ``StoreError/noSuchTerm(kind:text:known:)`` for a word that is in no row of its breakdown.
  public func leads(lost choice: LossChoice, of request: LossRequest) throws -> [LeadID] {
    try read {
      let source = try RecordSource(self, request.scope)
      let query = try query(request, request.period, try source.lossReasons(), source)
      var scan = LossScan(query)
      try source.scan(&scan)
      let report = scan.report(by: choice.map(\.dimension))
      let keys = try zip(choice, report.breakdowns).map { wanted, breakdown in
        let names = try breakdown.rows.map { (try name(of: $0.key, wanted.dimension, query), $0.key) }
        guard let found = names.first(where: { $0.0 == wanted.word }) else {
          throw StoreError.noSuchTerm(
            kind: wanted.dimension.rawValue, text: wanted.word ?? "null", known: names.map { $0.0 ?? "null" })
        }
        return (dimension: wanted.dimension, key: found.1)
      }
      return scan.leads(keys).sorted()
    }
  }

  private func query(
    _ request: LossRequest, _ period: Period?, _ reasons: [UInt32: UInt32], _ source: RecordSource
  ) throws -> LossQuery {
    var who = FunnelRequest(scope: request.scope)
    who.conditions = request.conditions
    var range = LossRangeScan()
    try source.scan(&range)
    return LossQuery(
      try query(who, request.entered, source), period: period.map { $0.seconds }, reasons: reasons,
      months: try table(.month, Store.range(range.first, range.last), source))
  }

  /// A word that the file has no text for is named by its number.
  private func name(of key: LossKey, _ dimension: LossDimension, _ query: LossQuery) throws -> String? {
    switch (dimension, key) {
    case (_, .bucket(let bucket)): bucket.key
    case (.reason, .number(let number)): try word(.reason, number)
    case (.stage, .number(let number)): Stage(number: Int(number))?.key
    case (.source, .number(let number)): try word(.source, number)
    case (.campaign, .number(let number)): try word(.campaign, number)
    case (.segment, .number(let number)): try word(.segment, number)
    case (.month, .number(let place)):
      Int(place) < query.months.labels.count ? query.months.labels[Int(place)] : nil
    case (.owner, .number): nil
    }
  }
}
