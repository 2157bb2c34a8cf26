import CSQLite

/// The C library, set up once a process.
enum Library {
  /// Sets the library up before its first use. If another part of the process has used it before,
  /// its settings stay: they cost speed and change no result.
  static let isConfigured = csqlite_configure() == SQLITE_OK
}
