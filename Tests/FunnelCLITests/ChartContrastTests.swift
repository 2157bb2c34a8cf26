import Foundation
import Testing

/// WCAG 2.2: texts have a contrast of 4.5 : 1 to what lies under them (1.4.3), shapes that say something one of 3 : 1 to
/// the paper (1.4.11). Computed from the drawing that a reader gets, by the formula of the recommendation.
struct ChartContrastTests {
  private let workspace: ImportWorkspace

  init() throws { workspace = try FunnelReportTests.shared.get() }

  @Test(arguments: [["funnel"], ["flow"], ["cohorts"], ["cohorts", "--age", "week"]])
  func whatIsDrawnIsSeen(_ report: [String]) throws {
    let outcome = try workspace.run(["report"] + report + ["--as-of", "2024-12-31", "--svg", "-"])
    let drawing = try #require(ChartDrawing(outcome.out), "\(outcome.err)")
    let shapes = Shape.all(in: drawing)
    #expect(shapes.count > 20)
    var readable: [Int: Bool] = [:]
    for text in drawing.visible {
      let x = (text.box.left + text.box.right) / 2
      let y = (text.box.top + text.box.bottom) / 2
      let under = shapes.lastIndex { $0.contains(x, y) }
      if let under { readable[under] = true }
      for color in under.map({ shapes[$0].colors }) ?? [Self.paper] {
        #expect(try Self.contrast(text.color, color) >= 4.5, "\(text.string): \(text.color) on \(color)")
      }
    }
    // The area of a cell that has its number in it repeats the number.
    for (index, shape) in shapes.enumerated() where readable[index] == nil {
      let best = try (shape.colors + [shape.stroke].compactMap(\.self)).map { try Self.contrast($0, Self.paper) }.max()
      #expect((best ?? 0) >= 3, "\(shape)")
    }
  }

  /// The figures of the recommendation itself.
  @Test func theFormulaIsThatOfTheRecommendation() throws {
    #expect(try Self.contrast("#000000", "#FFFFFF") == 21)
    #expect(try abs(Self.contrast("#777777", "#FFFFFF") - 4.48) < 0.005)
  }

  private static let paper = "#FFFFFF"

  private static func contrast(_ one: String, _ other: String) throws -> Double {
    let values = try [luminance(one), luminance(other)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }

  private static func luminance(_ color: String) throws -> Double {
    let number = try #require(Int(color.dropFirst(), radix: 16), "\(color) is no literal colour")
    let parts: [Double] = [16, 8, 0].map { shift in
      let part = Double((number >> shift) & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private struct Shape {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    /// More than one in stripes.
    let colors: [String]
    let stroke: String?

    func contains(_ x: Double, _ y: Double) -> Bool {
      x >= left && x <= left + width && y >= top && y <= top + height
    }

    /// In the order of drawing, without the paper and the parts of stripes, which have no place.
    static func all(in drawing: ChartDrawing) -> [Shape] {
      var stripes: [String: [String]] = [:]
      var pattern: String?
      var shapes: [Shape] = []
      for (name, attributes) in drawing.elements {
        if name == "pattern" { pattern = attributes["id"] }
        if name == "g" { pattern = nil }
        guard name == "rect", let fill = attributes["fill"] else { continue }
        func number(_ key: String) -> Double { Double(attributes[key] ?? "") ?? .nan }
        if attributes["x"] == nil {
          if let pattern { stripes["url(#\(pattern))", default: []].append(fill) }
          continue
        }
        shapes.append(
          Shape(
            left: number("x"), top: number("y"), width: number("width"), height: number("height"),
            colors: stripes[fill] ?? [fill], stroke: attributes["stroke"]))
      }
      return shapes
    }
  }
}
