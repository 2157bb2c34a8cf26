import FunnelStore
import SharedFunnel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the program takes from its surroundings, all in one place: variables, the login and the clock.
enum ProcessEnvironment {
  /// `nil` also for an empty variable.
  static func variable(_ name: String) -> String? {
    guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else { return nil }
    return text
  }

  /// Under which login the program runs, as the session says. Asserted, as all identity on the command line.
  static var login: String {
    if let name = variable("LOGNAME") ?? variable("USER") { return name }
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "uid:\(geteuid())" }
    return String(cString: name)
  }

  static func systemTime() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
