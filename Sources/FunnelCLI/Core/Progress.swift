import SharedFunnel

/// Shows a progress bar while the body works, and stops the body when somebody asks for it.
enum Progress {
  /// - Parameter body: calls the closure that it is given with the share done, if known, and the count.
  static func show<T>(
    _ label: Message, counted: Message = .progressRows, _ body: ((Double?, Int64) throws -> Void) throws -> T
  ) throws -> T {
    let clock = ContinuousClock()
    let start = clock.now
    var bar = ProgressBar(label: label(), counted: counted, now: { start.duration(to: clock.now) })
    defer { bar.finish() }
    return try body { fraction, count in
      try Interruption.check()
      bar.update(fraction: fraction, count: count)
    }
  }
}
