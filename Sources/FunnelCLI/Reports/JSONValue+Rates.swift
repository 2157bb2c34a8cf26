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

extension JSONValue {
  init(_ estimate: CumulativeIncidence?) {
    self =
      estimate.map {
        .object([
          "value": .double($0.value), "interval": JSONValue($0.interval), "negative": JSONValue($0.negative),
        ])
      } ?? .null
  }
}

extension Cell {
  init(share: Double?) { self = share.map(Cell.fraction) ?? .null }
}
