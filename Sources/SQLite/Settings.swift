extension Connection {
  /// What each connection sets for itself. SQLite forgets these when a connection closes, so they
  /// are here and nowhere else.
  ///
  /// Not a choice, and always so: foreign schemas are not trusted, the file's own structures
  /// cannot be written by SQL, a double-quoted word is a name and never a text, temporary tables
  /// are in memory, a close neither checkpoints nor deletes the write-ahead log.
  public struct Settings: Equatable, Sendable {
    /// When a commit reaches the disk.
    public enum Synchronous: String, Sendable {
      /// Each commit is on the disk when it returns.
      case full = "FULL"
      /// A loss of power may take the last commits, and leaves the file whole.
      case normal = "NORMAL"
      /// A loss of power may take the file. For files that can be made again.
      case off = "OFF"
    }

    /// Most memory for pages of the file; it is taken as it is needed.
    public var cacheKiB = 65_536
    /// How much of the file is read as memory. 0 by default: a disk error in mapped memory ends
    /// the process, where a read gives an `SQLiteError`.
    public var mmapBytes: Int64 = 0
    public var synchronous = Synchronous.full
    public var foreignKeys = true
    /// Whether what is deleted is overwritten with zeros.
    public var secureDelete = false
    /// How long a writer waits for its turn, and any command for the lock of a program that knows
    /// no turns.
    public var busyMilliseconds = 5000
    /// The write-ahead log is copied into the file once a commit leaves it with this many pages.
    public var checkpointPages = 1000
    /// The write-ahead log is cut to this size once it has been copied into the file.
    public var logBytes: Int64 = 64 << 20

    public init() {}

    public static let standard = Settings()

    var pragmas: String {
      """
      PRAGMA cache_size = -\(cacheKiB);
      PRAGMA mmap_size = \(mmapBytes);
      PRAGMA synchronous = \(synchronous.rawValue);
      PRAGMA secure_delete = \(secureDelete ? "ON" : "OFF");
      PRAGMA wal_autocheckpoint = \(checkpointPages);
      PRAGMA journal_size_limit = \(logBytes);
      PRAGMA temp_store = MEMORY;
      PRAGMA cell_size_check = ON;
      """
    }
  }
}
