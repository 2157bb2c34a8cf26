import Charts
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A chart as a reader of XML sees it, none of ours.
final class ChartDrawing: NSObject, XMLParserDelegate {
  struct Text {
    let string: String
    let x: Double
    let y: Double
    let size: Double
    let anchor: String
    let isBold: Bool
    let role: String?
    let color: String

    /// Left, right, top, bottom.
    var box: (left: Double, right: Double, top: Double, bottom: Double) {
      let width = TextWidth.of(string, size: size, isBold: isBold)
      let left = anchor == "end" ? x - width : anchor == "middle" ? x - width / 2 : x
      return (left, left + width, y - 0.75 * size, y + 0.2 * size)
    }
  }

  private(set) var texts: [Text] = []
  private(set) var tooltips: [String] = []
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  private var pending: [String: String]?
  private var content = ""
  private var isTitle = false

  /// `nil` for what is not well-formed.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  /// What people see.
  var visible: [Text] { texts.filter { $0.role == nil } }
  /// What is read to those who do not see.
  var cells: [String] { texts.filter { $0.role != nil }.map(\.string) }
  func count(_ name: String) -> Int { elements.count { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append((name, attributes))
    if name == "svg" {
      width = Double(attributes["width"] ?? "") ?? 0
      height = Double(attributes["height"] ?? "") ?? 0
    }
    if name == "title" || name == "desc" {
      isTitle = true
      tooltips.append("")
    }
    if name == "text" {
      pending = attributes
      content = ""
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    // A parser brings a text in pieces.
    if isTitle, !tooltips.isEmpty {
      tooltips[tooltips.count - 1] += string
    } else if pending != nil {
      content += string
    }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "title" || name == "desc" { isTitle = false }
    guard name == "text", let attributes = pending else { return }
    pending = nil
    texts.append(
      Text(
        string: content, x: Double(attributes["x"] ?? "") ?? .nan, y: Double(attributes["y"] ?? "") ?? .nan,
        size: Double(attributes["font-size"] ?? "") ?? 1, anchor: attributes["text-anchor"] ?? "start",
        isBold: attributes["font-weight"] == "bold", role: attributes["role"],
        color: attributes["fill"] ?? "#000000"))
  }

  /// Pairs of texts that lie on each other, and texts that leave the picture.
  var collisions: [String] {
    var found = visible.filter {
      $0.box.left < 0 || $0.box.right > width || $0.box.top < 0 || $0.box.bottom > height
    }.map { "outside: \($0.string)" }
    for (index, one) in visible.enumerated() {
      for other in visible.dropFirst(index + 1)
      where one.box.left < other.box.right && other.box.left < one.box.right && one.box.top < other.box.bottom
        && other.box.top < one.box.bottom
      {
        found.append("\(one.string) on \(other.string)")
      }
    }
    return found
  }
}
