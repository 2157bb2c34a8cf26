import Testing

@testable import FunnelCLI

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Terminal: width, colour, alphabet")
struct RenderingTerminalTests {
  private func terminal(isTerminal: Bool = true, width: Int? = 100, _ variables: [String: String] = [:]) -> Terminal {
    Terminal(isTerminal: isTerminal, reportedWidth: width, environment: { variables[$0] })
  }

  @Test("COLUMNS wins, then the terminal, then 80; a pipe has no limit")
  func width() {
    #expect(terminal(["COLUMNS": "60"]).width == 60)
    #expect(terminal(isTerminal: false, width: nil, ["COLUMNS": "60"]).width == 60)
    #expect(terminal().width == 100)
    #expect(terminal(width: nil).width == 80)
    #expect(terminal(width: 0).width == 80)
    #expect(terminal(["COLUMNS": "3"]).width == 20)
    for nonsense in ["", "0", "-5", "wide", "99999999999999999999"] {
      #expect(terminal(["COLUMNS": nonsense]).width == 100)
    }
    #expect(terminal(isTerminal: false, width: nil).width == nil)
  }

  @Test(
    "colour follows the terminal and the wishes of its user",
    arguments: [
      (true, ["TERM": "xterm"], true), (true, [:], false), (true, ["TERM": "dumb"], false),
      (false, ["TERM": "xterm"], false),
      (true, ["TERM": "xterm", "NO_COLOR": "1"], false), (true, ["TERM": "xterm", "NO_COLOR": ""], true),
      (false, ["CLICOLOR_FORCE": "1"], true), (false, ["CLICOLOR_FORCE": "0"], false),
      (true, ["TERM": "dumb", "CLICOLOR_FORCE": "1"], true), (true, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], false),
      (true, ["TERM": "xterm", "CLICOLOR": "0"], false),
    ] as [(Bool, [String: String], Bool)])
  func color(isTerminal: Bool, variables: [String: String], expected: Bool) {
    #expect(terminal(isTerminal: isTerminal, variables).color == expected)
  }

  @Test(
    "block characters need a locale in UTF-8",
    arguments: [
      (["LANG": "en_US.UTF-8"], true), (["LANG": "de_DE.utf8"], true), (["LANG": "de_DE.UTF-8@euro"], true),
      ([:], false),
      (["LANG": "C"], false), (["LANG": "en_US.UTF-8", "LC_ALL": "C"], false),
      (["LC_CTYPE": "C.UTF-8", "LANG": "C"], true),
      (["LC_ALL": "", "LANG": "fa_IR.UTF-8"], true), (["LANG": "en_US.ISO-8859-1"], false),
    ] as [([String: String], Bool)])
  func alphabet(variables: [String: String], expected: Bool) {
    #expect(terminal(variables).unicode == expected)
  }

  #if canImport(Glibc)
    @Test("a real terminal is seen as one, with the width its window has; a pipe is not")
    func descriptor() throws {
      let (main, screen) = try CLibrary.openTerminal(columns: 137)
      defer {
        close(main)
        close(screen)
      }
      let seen = Terminal.of(descriptor: screen, environment: { $0 == "TERM" ? "xterm" : nil })
      #expect(seen.isTerminal && seen.width == 137 && seen.color && seen.movesCursor)

      let null = open("/dev/null", O_WRONLY)
      defer { close(null) }
      let plain = Terminal.of(descriptor: null, environment: { $0 == "TERM" ? "xterm" : nil })
      #expect(!plain.isTerminal && plain.width == nil && !plain.color && !plain.movesCursor)
    }
  #endif
}
