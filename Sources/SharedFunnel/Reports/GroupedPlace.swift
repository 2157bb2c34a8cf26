/// Where one lead of a group stands, in eight bytes that sort by group.
struct GroupedPlace {
  let group: UInt32
  /// As in ``Placement``.
  let reached: UInt8
  /// Stages that the lead reached and entered.
  let entered: UInt8
  /// As in ``Placement``: one for each set of departments that ever owned a stage, and a few more.
  let state: UInt16

  init(group: UInt32, _ place: Placement) {
    self.group = group
    reached = place.reached
    entered = place.reached & place.entered
    state = UInt16(truncatingIfNeeded: place.state)
  }

  init(_ packed: UInt64) {
    group = UInt32(truncatingIfNeeded: packed >> 32)
    reached = UInt8(truncatingIfNeeded: packed >> 24)
    entered = UInt8(truncatingIfNeeded: packed >> 16)
    state = UInt16(truncatingIfNeeded: packed)
  }

  var packed: UInt64 { UInt64(group) << 32 | UInt64(reached) << 24 | UInt64(entered) << 16 | UInt64(state) }
}
