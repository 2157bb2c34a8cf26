import Testing

@testable import FunnelCLI

/// What is set in stays so where it has to be broken, so that a page of values is read down its edge.
struct RenderingParagraphTests {
  @Test func aLineThatIsSetInGoesOnAsFarIn() {
    let lines = Paragraph.lines("    one two three four", width: 14)
    #expect(lines == ["    one two", "    three four"])
  }

  @Test func aValueGoesOnBehindItsName() {
    let lines = Paragraph.lines("  Signed    ana for marketing, ben for sales", width: 28)
    #expect(lines == ["  Signed    ana for", "            marketing, ben", "            for sales"])
  }

  @Test func whatFitsIsLeftAlone() {
    #expect(Paragraph.lines("  Due       never", width: 40) == ["  Due       never"])
    #expect(Paragraph.lines("one  two three", width: 9) == ["one two", "three"])
  }

  /// Of a narrow line, nothing is kept free that the words need.
  @Test(arguments: 1...40)
  func noLineIsWider(width: Int) {
    for line in Paragraph.lines("      Name  a value of several words, and more", width: width) {
      #expect(DisplayWidth.of(line) <= width)
    }
  }
}
