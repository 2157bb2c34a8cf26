import CSQLite
import Glibc

/// The turns of those who write one database file, in this process and in others.
///
/// SQLite alone lets writers poll, and a busy file starves some of them. Here each takes an advisory
/// `flock` on a side file, `<database>-writer`, which the kernel hands on; if a holder dies, the
/// kernel frees it. Programs that know nothing of it meet SQLite's own lock, as ever.
///
/// Like its connection it belongs to one thread.
public final class WriterQueue {
  /// The database file, by its full path.
  public let database: String
  private var descriptor: Int32 = -1
  private var isHeld = false

  /// Makes nothing until the first turn is taken.
  public init(database: String) {
    self.database = database
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  var path: String { database + "-writer" }

  /// Takes the turn, waiting for it if need be.
  ///
  /// - Parameter isCancelled: asked every 50 ms while waiting.
  /// - Throws: `WriterBusy` when the time is over; an interrupted `SQLiteError` when cancelled; a
  ///   read-only or an I/O one if the side file cannot be had; misuse if the turn is held already.
  public func take(waitingAtMost milliseconds: Int, unless isCancelled: (@Sendable () -> Bool)? = nil) throws {
    if isHeld { throw SQLiteError(SQLITE_MISUSE, "the turn to write is taken already, by this connection") }
    if descriptor < 0 { descriptor = try WriterFile.open(path, besides: database) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw WriterFile.error(CSQLITE_IOERR_LOCK, "lock", path) }
      try wait(milliseconds, unless: isCancelled)
    }
    isHeld = true
    // A name that could not be written costs a waiter the name only.
    _ = Holder.line(since: Clock.utcMilliseconds()).withUnsafeBytes {
      pwrite(descriptor, $0.baseAddress, $0.count, 0)
    }
  }

  /// Hands the turn on.
  public func release() {
    guard isHeld else { return }
    isHeld = false
    flock(descriptor, LOCK_UN)
  }

  private func wait(_ milliseconds: Int, unless isCancelled: (@Sendable () -> Bool)?) throws {
    let start = Clock.monotonicMilliseconds()
    // From here the descriptor belongs to the wait, which closes it if it ends without the turn.
    let turn = WriterTurn(descriptor: descriptor)
    descriptor = -1
    switch try turn.wait(milliseconds, unless: isCancelled) {
    case .taken(let descriptor): self.descriptor = descriptor
    case .cancelled: throw SQLiteError(SQLITE_INTERRUPT, "interrupted while waiting for the turn to write")
    case .timedOut:
      let waited = Int(Clock.monotonicMilliseconds() - start)
      throw WriterBusy(holder: WriterFile.holder(path), waitedMilliseconds: waited)
    }
  }

}
