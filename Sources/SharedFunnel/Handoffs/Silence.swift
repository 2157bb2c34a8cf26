/// What it means that nobody answered an offer in time.
public enum Silence: String, Sendable, Hashable, Codable, CaseIterable {
  case expired
  case accepted
}
