/// The members of a demo workspace: those who work on leads, a head of each department and a head of both.
public struct DemoTeam: Sendable {
  /// A member and the name that stands aside with the personal data.
  public struct Person: Sendable {
    public let addition: MemberAddition
    public let name: String
  }

  public let people: [Person]
  let marketing: [MemberID]
  let sales: [MemberID]
  let headOfMarketing: MemberID
  let headOfSales: MemberID
  /// Heads both departments, and rules on their disputes.
  let mediator: MemberID

  /// The handle of the member who heads both departments.
  public let headOfBoth: String

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed, place: .max)
    var people: [Person] = []
    func add(_ departments: DepartmentSet, heads: DepartmentSet = []) -> MemberID {
      var person = DemoPerson(&random)
      while people.contains(where: { $0.addition.handle == DemoTeam.handle(of: person) }) {
        person = DemoPerson(&random)
      }
      let id = MemberID(rawValue: UInt32(people.count + 1))
      people.append(
        Person(
          addition: MemberAddition(
            number: id, handle: DemoTeam.handle(of: person), departments: departments, heads: heads),
          name: person.name))
      return id
    }
    headOfMarketing = add(.marketing, heads: .marketing)
    headOfSales = add(.sales, heads: .sales)
    mediator = add([.marketing, .sales], heads: [.marketing, .sales])
    marketing = (0..<5).map { _ in add(.marketing) }
    sales = (0..<7).map { _ in add(.sales) }
    self.people = people
    headOfBoth = people[Int(mediator.rawValue) - 1].addition.handle
  }

  public func name(of member: MemberID) -> String? { people.first { $0.addition.number == member }?.name }

  private static func handle(of person: DemoPerson) -> String {
    person.name.prefix { $0 != " " }.lowercased()
  }

  /// Each member as rules ask for them, by number from 1 on.
  var members: [Member] {
    people.map { person in
      Member(
        id: person.addition.number, handle: person.addition.handle,
        departments: DepartmentSet(key: person.addition.departments) ?? [],
        heads: DepartmentSet(key: person.addition.heads) ?? [])
    }
  }

  /// Who owns the stages and answers for them. One year before the end both departments take customer loyalty
  /// together, for which nobody answers, as happens.
  func assignments(until end: Timestamp) -> [StageAssignment] {
    let responsible: [(Stage, MemberID)] = [
      (.customerAwareness, marketing[0]), (.brandAwareness, marketing[1]), (.brandConsideration, marketing[2]),
      (.brandPreference, headOfMarketing), (.purchaseIntention, headOfSales), (.purchase, sales[0]),
      (.customerAdvocacy, sales[1]),
    ]
    let shared = StageAssignment(
      stage: .customerLoyalty, owners: [.marketing, .sales], responsible: nil,
      from: Timestamp(seconds: end.seconds - 365 * 86_400))
    return responsible.map { stage, member in
      StageAssignment(stage: stage, owners: Ownership.defaultOwners(of: stage), responsible: member, from: nil)
    } + [shared]
  }
}
