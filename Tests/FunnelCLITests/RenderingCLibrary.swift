#if canImport(Glibc)
  import Glibc

  /// Functions of the C library that its Swift module hides behind feature macros.
  enum CLibrary {
    private typealias WidthFunction = @convention(c) (wchar_t) -> Int32
    private typealias OpenTerminalFunction =
      @convention(c) (
        UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>, UnsafeMutableRawPointer?, UnsafeRawPointer?,
        UnsafePointer<winsize>?
      ) -> Int32

    private struct Missing: Error {}

    private static func symbol(_ name: String) throws -> UnsafeMutableRawPointer {
      guard let symbol = dlsym(dlopen(nil, RTLD_NOW), name) else { throw Missing() }
      return symbol
    }

    /// C's `wcwidth` in a locale of UTF-8: columns of one code point, -1 where the library knows none.
    static func withWidths<Result>(_ body: ((Unicode.Scalar) -> Int) throws -> Result) throws -> Result {
      let wcwidth = unsafeBitCast(try symbol("wcwidth"), to: WidthFunction.self)
      guard let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { throw Missing() }
      let before = uselocale(locale)
      defer {
        uselocale(before)
        freelocale(locale)
      }
      return try body { Int(wcwidth(wchar_t(bitPattern: $0.value))) }
    }

    /// A pseudo-terminal whose window has so many columns: the two descriptors, ours and the screen's.
    static func openTerminal(columns: UInt16) throws -> (main: Int32, screen: Int32) {
      let openpty = unsafeBitCast(try symbol("openpty"), to: OpenTerminalFunction.self)
      var descriptors: (main: Int32, screen: Int32) = (-1, -1)
      var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      guard openpty(&descriptors.main, &descriptors.screen, nil, nil, &size) == 0 else { throw Missing() }
      return descriptors
    }
  }
#endif
