import Foundation
import SharedFunnel
import Testing

/// The sale that docs/revenue.md computes by hand.
struct DocumentedCreditTests {
  private func text() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/revenue.md"), encoding: .utf8)
  }

  private func sale() throws -> CreditPath {
    let feed = Actor.feed(TermID(rawValue: 1))
    let (ana, bob, cleo) = (CreditPathTests.ana, CreditPathTests.bob, CreditPathTests.cleo)
    let offer = Offer(to: .purchaseIntention, giver: .marketing, receiver: .sales)
    return try CreditPathTests.path(
      CreditPathTests.lead([
        (
          1, feed,
          .created(
            Creation(stage: .brandAwareness, source: CreditPathTests.web, campaign: CreditPathTests.spring))
        ),
        (8, .member(ana), .touched(TermID(rawValue: 1), by: .marketing)),
        (10, .member(ana), .moved(.brandPreference)), (12, .member(ana), .offered(offer)),
        (13, .member(bob), .accepted(nil, to: .purchaseIntention, by: nil)),
        (15, .member(bob), .touched(TermID(rawValue: 2), by: .sales)),
        (22, .member(cleo), .touched(TermID(rawValue: 3), by: [.marketing, .sales])),
        (24, .member(bob), .purchased(nil)),
      ]))
  }

  @Test func theTableIsWhatTheModelsSay() throws {
    let (text, path) = (try text(), try sale())
    let amount = Money(minor: 120_000, currency: try #require(Currency(code: "EUR")))
    let weighted = try #require(TransitionWeights([0, 0, 0, 1, 2, 0, 0]))
    for model in CreditModel.all + [.transitions(weighted)] {
      let credit = Credit(of: amount, for: path, by: model)
      var parts: [Int64] = []
      var last: EventID?
      for part in credit.parts {
        // A contact of two departments is one amount; the steps of one move are two.
        if let event = part.touchpoint?.event, event == last, part.touchpoint?.left == nil {
          parts[parts.count - 1] += part.minor
        } else {
          parts.append(part.minor)
        }
        last = part.touchpoint?.event
      }
      let list = parts.map { String($0 / 100) }.joined(separator: ", ")
      let cells = [credit.minor(of: .marketing), credit.minor(of: .sales), credit.unallocated]
        .map { Money(minor: $0, currency: amount.currency).decimal }.joined(separator: " | ")
      let row = "| `\(model.text)` | \(list) | \(cells) |"
      #expect(text.contains(row), "docs/revenue.md lacks \(row)")
    }
    #expect(
      path.moves.map(\.member) == [CreditPathTests.ana, CreditPathTests.ana, CreditPathTests.ana, CreditPathTests.bob])
    let sourcing = Sourcing(of: path, by: .firstTouch)
    #expect(sourcing.sourced == .marketing && sourcing.influenced == [.marketing, .sales])
  }

  @Test func theRefundIsWhatTheModelSays() throws {
    let euro = try #require(Currency(code: "EUR"))
    let shares = CreditShares(of: try sale(), by: .linear)
    let change = try #require(shares.credit(ofChange: 120_000, to: 100_000, in: euro))
    #expect(change.byDepartment == [.marketing: -12_500, .sales: -7_500])
  }

  @Test func theChannelsAreAsTheModelsSay() throws {
    let paths = [
      ChannelPath(["web"], converted: 1, lost: 1), ChannelPath(["web", "phone"], converted: 1, lost: 1),
    ]
    func credits(_ list: [ChannelCredit<String>]) -> [String: Double] {
      Dictionary(uniqueKeysWithValues: list.map { ($0.channel, ($0.conversions * 100).rounded() / 100) })
    }
    let chain = try MarkovAttribution(paths)
    #expect(chain.conversion == 0.5 && chain.credits.map(\.removalEffect) == [0.5, 1])
    #expect(credits(chain.credits) == ["web": 1.33, "phone": 0.67])
    #expect(credits(try ShapleyAttribution(paths).credits) == ["web": 1.5, "phone": 0.5])
    #expect(credits(try ShapleyAttribution(paths, game: .rates).credits) == ["web": 2, "phone": 0])
  }
}
