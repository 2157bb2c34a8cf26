import SharedFunnel

/// What an offer says of its line and its agreement, in the journal's column `code`:
///
///     bits 0-3 the line's last stage of the giver, 4-7 its first stage of the receiver, 8 silence accepts,
///     9 criteria were overridden, 10-13 the stage of the customer who referred the lead, 16-31 version of the
///     agreement
struct OfferCode {
  var line: HandoffLine?
  var silence = Silence.expired
  var isOverridden = false
  var referredFrom: Stage?
  var agreement: UInt16 = 0

  init(_ offer: Offer) {
    line = offer.line
    silence = offer.silence
    isOverridden = offer.isOverridden
    referredFrom = offer.referredFrom
    agreement = offer.agreement
  }

  /// `nil` for what this program does not write.
  init?(stored: Int64?) {
    guard let bits = UInt32(exactly: stored ?? 0) else { return nil }
    func stage(_ shift: UInt32) -> Stage? { Stage(rawValue: UInt8(truncatingIfNeeded: bits >> shift & 15)) }
    if let from = stage(0), let to = stage(4) { line = HandoffLine(from: from, to: to) }
    guard (bits & 0xFF == 0) == (line == nil) else { return nil }
    silence = bits & 1 << 8 == 0 ? .expired : .accepted
    isOverridden = bits & 1 << 9 != 0
    referredFrom = stage(10)
    guard (bits >> 10 & 15 == 0) == (referredFrom == nil), bits & 0xC000 == 0 else { return nil }
    agreement = UInt16(truncatingIfNeeded: bits >> 16)
  }

  /// NULL for an offer of which nothing is known, as imports bring them.
  var stored: Int64? {
    var bits: UInt32 = UInt32(line?.from.rawValue ?? 0) | UInt32(line?.to.rawValue ?? 0) << 4
    if silence == .accepted { bits |= 1 << 8 }
    if isOverridden { bits |= 1 << 9 }
    bits |= UInt32(referredFrom?.rawValue ?? 0) << 10 | UInt32(agreement) << 16
    return bits == 0 ? nil : Int64(bits)
  }
}
