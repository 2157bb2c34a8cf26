#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Synchronous: an asynchronous main would start ten times slower.
exit(Funnel.launch().rawValue)
