import CSQLite
import Glibc
import Synchronization

/// One wait for the turn. `flock` has no time-out, and polling it would be overtaken by those who
/// block; so a thread of its own blocks in it, and is left behind when the time is over.
final class WriterTurn: Sendable {
  enum Outcome {
    case taken(descriptor: Int32)
    case timedOut, cancelled
  }

  private enum State {
    static let waiting = 0
    static let taken = 1
    static let failed = 2
    static let abandoned = 3
  }

  private let state = Atomic(State.waiting)
  private let lock: Int32
  /// A pipe: the thread writes a byte when it is done, the wait polls for it.
  private let done: (read: Int32, write: Int32)

  /// Owns the descriptor until the turn is taken.
  init(descriptor: Int32) {
    lock = descriptor
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    done = (ends[0], ends[1])
  }

  deinit {
    if done.read >= 0 {
      close(done.read)
      close(done.write)
    }
    if state.load(ordering: .acquiring) != State.taken { close(lock) }
  }

  func wait(_ milliseconds: Int, unless isCancelled: (@Sendable () -> Bool)?) throws(SQLiteError) -> Outcome {
    guard done.read >= 0, start() else { throw WriterFile.error(CSQLITE_IOERR_LOCK, "wait for", "the turn to write") }
    let end = Clock.monotonicMilliseconds() + Int64(milliseconds)
    while true {
      let left = end - Clock.monotonicMilliseconds()
      let wasCancelled = isCancelled?() ?? false
      if left <= 0 || wasCancelled {
        let (gaveUp, _) = state.compareExchange(
          expected: State.waiting, desired: State.abandoned, ordering: .acquiringAndReleasing)
        if gaveUp { return wasCancelled ? .cancelled : .timedOut }
      }
      switch state.load(ordering: .acquiring) {
      case State.taken: return .taken(descriptor: lock)
      case State.failed: throw SQLiteError(CSQLITE_IOERR_LOCK, "cannot lock the side file of the writers")
      default: break
      }
      var event = pollfd(fd: done.read, events: Int16(POLLIN), revents: 0)
      poll(&event, 1, Int32(clamping: isCancelled == nil ? left : min(left, 50)))
    }
  }

  private func start() -> Bool {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<WriterTurn>.fromOpaque(context).takeRetainedValue().block()
        return nil
      }, context.toOpaque())
    guard code == 0 else {
      context.release()
      errno = code
      return false
    }
    pthread_detach(thread)
    return true
  }

  /// On its own thread. A lock that comes after the wait was given up is freed at once, as nobody
  /// holds this object any more.
  private func block() {
    var code: Int32
    repeat { code = flock(lock, LOCK_EX) } while code != 0 && errno == EINTR
    _ = state.compareExchange(
      expected: State.waiting, desired: code == 0 ? State.taken : State.failed, ordering: .acquiringAndReleasing)
    var byte: UInt8 = 1
    write(done.write, &byte, 1)
  }
}
