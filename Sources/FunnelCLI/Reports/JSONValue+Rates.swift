import SharedFunnel

extension JSONValue {
  /// A difference of two rates: a share, not points.
  init(_ difference: RateDifference?) {
    guard let difference else {
      self = .null
      return
    }
    self = .object(["value": .double(difference.value), "interval": JSONValue(difference.interval)])
  }

  init(_ difference: StepDifference) {
    self = .object([
      "stage": JSONValue(difference.stage.number), "key": .string(difference.stage.key),
      "reached": JSONValue(difference.reached), "conversion": JSONValue(difference.conversion),
    ])
  }
}
