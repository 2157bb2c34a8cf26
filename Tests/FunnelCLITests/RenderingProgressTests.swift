import Testing

@testable import FunnelCLI

@Suite("Progress bar: helpful on a terminal, silent elsewhere")
struct RenderingProgressTests {
  /// A bar on a clock that the test turns.
  private final class Stage {
    var time = Duration.seconds(500)
    var written: [String] = []

    func bar(_ terminal: Terminal = .screen(width: 100)) -> ProgressBar {
      ProgressBar(label: "importing", terminal: terminal, now: { self.time }, write: { self.written.append($0) })
    }
  }

  @Test("says what, how far, how many, how fast, how long")
  func line() {
    let stage = Stage()
    var bar = stage.bar()
    stage.time += .seconds(9)
    bar.update(fraction: 0.4375, count: 1_234_566)
    #expect(stage.written == ["\rimporting  43 %  ████▍       1,234,566 rows  137,174/s  00:12 left\u{1B}[K"])
  }

  @Test("is silent in the first second, then drawn at most ten times a second, and erased at the end")
  func pace() {
    let stage = Stage()
    var bar = stage.bar()
    for step in 1...300 {
      stage.time += .milliseconds(10)
      bar.update(fraction: Double(step) / 300, count: Int64(step))
      if step < 100 { #expect(stage.written.isEmpty) }
    }
    #expect(stage.written.count == 21)
    bar.finish()
    #expect(stage.written.last == "\r\u{1B}[K")
    bar.finish()
    #expect(stage.written.count == 22)
  }

  @Test("work that was short leaves no trace")
  func short() {
    let stage = Stage()
    var bar = stage.bar()
    bar.update(fraction: 1, count: 10)
    bar.finish()
    #expect(stage.written.isEmpty)
  }

  @Test("a pipe and a dumb terminal get nothing", arguments: [Terminal.plain, .screen(width: 80, ["TERM": "dumb"])])
  func silent(terminal: Terminal) {
    let stage = Stage()
    var bar = stage.bar(terminal)
    stage.time += .seconds(5)
    bar.update(fraction: 0.5, count: 10)
    bar.finish()
    #expect(stage.written.isEmpty)
  }

  @Test("without a known whole there is no percentage, no bar and no promise", arguments: [nil, Double.nan])
  func unknown(fraction: Double?) {
    let stage = Stage()
    var bar = stage.bar()
    stage.time += .seconds(2)
    bar.update(fraction: fraction, count: 10)
    #expect(stage.written == ["\rimporting  10 rows  5/s\u{1B}[K"])
  }

  @Test("ASCII stands in where the locale is not UTF-8")
  func ascii() {
    let stage = Stage()
    var bar = stage.bar(.screen(width: 100, ["LANG": "C"]))
    stage.time += .seconds(2)
    bar.update(fraction: 0.5, count: 10)
    #expect(stage.written == ["\rimporting  50 %  #####       10 rows  5/s  00:02 left\u{1B}[K"])
  }

  @Test("never fills the last column of a narrow terminal", arguments: 20...90)
  func narrow(width: Int) {
    let stage = Stage()
    var bar = stage.bar(.screen(width: width))
    stage.time += .seconds(2)
    bar.update(fraction: 0.5, count: 123_456_789)
    let line = stage.written.joined().dropFirst(1).dropLast(3)
    #expect(DisplayWidth.of(line) < width)
    #expect(line.hasPrefix("importing  50 %"))
  }
}
