import FunnelStore
import SharedFunnel

/// A number of the report on losses as people name it for its list: `reason=no_budget,stage=4`, or `all`.
struct LossNumberText {
  /// As it was typed.
  let text: String
  let choice: LossChoice

  init(_ text: String) throws {
    self.text = text
    guard text.lowercased() != "all" else {
      choice = []
      return
    }
    choice = try KeyValueList(text).pairs.map { key, value in
      guard let dimension = LossDimension(rawValue: key) else {
        let known = LossDimension.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure.usage(Message.lossNoSuchKey(["key": key, "known": known]))
      }
      // A stage has three names, and the report uses one.
      guard dimension == .stage, let value else { return (dimension, value) }
      return (dimension, try StageArgument.read(value).key)
    }
  }
}
