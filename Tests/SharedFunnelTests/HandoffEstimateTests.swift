import Testing

@testable import SharedFunnel

/// How offers end, with what is open allowed for.
struct HandoffEstimateTests {
  @Test func eachEndOfAnOfferHasItsShareAndTheOpenOnesAreAllowedFor() throws {
    var source = RandomHistory(seed: 85)
    var estimated = 0
    for _ in 0..<30 {
      let world = HandoffWorld(&source)
      let table = world.report().total.offers
      let offers = world.crossings.filter { $0.outcome != .unrecorded && world.isIn($0.offered) }
      for row in table.rows {
        // What ended behind the window is open at its end.
        let window = world.query.window
        let observations = offers.map { offer -> (seconds: Int64, outcome: CumulativeIncidence.Outcome) in
          guard offer.outcome != .pending else { return (Int64(world.query.asOf) - offer.offered, .open) }
          let end = offer.outcome == .expired ? offer.due ?? offer.answered : offer.answered ?? offer.due
          return ((end ?? 0) - offer.offered, offer.outcome.key == row.cause.rawValue ? .reached : .lost)
        }
        let expected = CumulativeIncidence(observations, by: window)
        #expect(row.incidence?.value == expected?.value && row.incidence?.interval == expected?.interval)
        #expect(row.naive == Rate(row.count, of: observations.count { $0.outcome != .open && $0.seconds <= window }))
        estimated += row.incidence?.interval == nil ? 0 : 1
      }
    }
    #expect(estimated > 30)
  }
}
