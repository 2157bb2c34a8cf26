import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C. The first one asks: a transaction that runs rolls back, a wait ends. The second one ends the program at
/// once, which leaves the file as it was too.
enum Interruption {
  private static let requests = Atomic<Int>(0)

  static var isRequested: Bool { requests.load(ordering: .relaxed) > 0 }

  /// - Throws: if somebody asked for the end.
  static func check() throws(Failure) {
    if isRequested { throw Failure.interrupted }
  }

  static func watch() {
    // Made here, so that the handler only finds it.
    _ = requests.load(ordering: .relaxed)
    _ = signal(SIGINT) { _ in
      if Interruption.requests.add(1, ordering: .relaxed).oldValue > 0 { _exit(ExitStatus.interrupted.rawValue) }
    }
    // Whoever started the program may have held the signal back, and that is inherited.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    // A read that waits is to return, not to start again.
    var action = sigaction()
    _ = sigaction(SIGINT, nil, &action)
    action.sa_flags &= ~SA_RESTART
    _ = sigaction(SIGINT, &action, nil)
    // A closed pipe is an error of write, not the end of the process in the middle of a transaction.
    _ = signal(SIGPIPE, SIG_IGN)
    // So is a file larger than the session allows: it is told as a full disk is.
    _ = signal(SIGXFSZ, SIG_IGN)
  }
}
