import SQLite
public import SharedFunnel

/// One workspace: the file, its journal and what the journal amounts to.
///
/// Each public method that writes is one transaction that keeps the invariants. Not for several
/// threads: every thread, and every process, opens its own.
public final class Store {
  public enum Access: Sendable { case readOnly, readWrite }

  public let path: String
  let connection: Connection
  let journal: Journal
  let terms: Terms
  let projection: Projection
  let rates: Rates
  let ledger: LedgerTable
  var personal: Personal { Personal(connection: connection) }
  /// The workspace as of the last transaction of this store.
  public internal(set) var workspace = Workspace()

  /// Asked now and then while the store works or waits for its turn; `true` ends what it does with
  /// ``StoreError/interrupted``, and a transaction that runs is rolled back.
  public var shouldStop: (@Sendable () -> Bool)? {
    get { connection.onProgress }
    set { connection.onProgress = newValue }
  }

  /// The version of SQLite that the program runs on, such as 3.40.1.
  public static var engineVersion: String { Connection.libraryVersion }

  private init(_ connection: Connection, path: String) {
    self.connection = connection
    self.path = path
    journal = Journal(connection)
    terms = Terms(connection)
    projection = Projection(connection)
    rates = Rates(connection)
    ledger = LedgerTable(connection)
  }

  /// Makes a new file.
  ///
  /// - Throws: ``StoreError/fileExists(path:)`` if there is one.
  public static func create(path: String, start: Initialization, _ context: CommandContext) throws -> Store {
    let connection = try StoreError.wrapping(path) { try Connection(path: path, access: .create) }
    return try StoreError.wrapping(path) {
      let store = Store(connection, path: path)
      // One transaction: a file is a workspace that knows its zone, or it is none.
      try connection.transaction(.immediate) {
        try Schema(connection: connection, path: path).create(now: context.now)
        try store.record(context, as: .login) { draft in try draft.append(.initialized(start)) }
      }
      return store
    }
  }

  /// Opens a file; for writing, an older one is brought to this program's schema first.
  public static func open(path: String, _ access: Access, now: Timestamp) throws -> Store {
    try StoreError.wrapping(path) {
      let connection: Connection
      do {
        connection = try Connection(path: path, access: access == .readOnly ? .readOnly : .readWrite)
      } catch let error as SQLiteError where error.isCantOpen && !fileExists(path) {
        throw StoreError.noFile(path: path)
      }
      let schema = Schema(connection: connection, path: path)
      let version = try schema.verify()
      if version < Migration.latest {
        guard access == .readWrite else {
          throw StoreError.needsMigration(path: path, version: version, known: Migration.latest)
        }
        try schema.migrate(now: now)
      }
      let store = Store(connection, path: path)
      try store.loadWorkspace()
      return store
    }
  }

  func loadWorkspace() throws { workspace = try workspace(knownAt: nil) }

  /// The workspace as the journal knew it at a time.
  func workspace(knownAt limit: Timestamp?) throws -> Workspace {
    try Store.workspace(of: try journal.workspaceEvents(recordedBy: limit))
  }

  /// What events of the workspace amount to, in the order of the journal.
  static func workspace(of rows: some Collection<EventRow>) throws -> Workspace {
    var workspace = Workspace()
    let undone = Set(rows.compactMap { $0.kind == .undone ? $0.target : nil })
    for row in rows where !undone.contains(row.id) { workspace.apply(try row.workspaceFact()) }
    return workspace
  }

  /// One write transaction. Whatever throws leaves the file, and this store, as they were.
  func write<T>(_ body: () throws -> T) throws -> T {
    try StoreError.wrapping(path) {
      do {
        let result = try connection.transaction(.immediate) {
          // Another process may have written since; what a command is checked against, and what it
          // counts on from, is read under the lock.
          terms.forget()
          projection.forget()
          rates.forget()
          try loadWorkspace()
          let result = try body()
          try projection.flush()
          return result
        }
        connection.trimLog()
        return result
      } catch {
        journal.forget()
        terms.forget()
        projection.forget()
        rates.forget()
        try? loadWorkspace()
        throw error
      }
    }
  }

  /// One consistent view for several reads.
  func read<T>(_ body: () throws -> T) throws -> T {
    try StoreError.wrapping(path) {
      let isWithin = connection.inTransaction
      return try connection.transaction(.deferred) {
        if !isWithin {
          terms.forget()
          try loadWorkspace()
        }
        return try body()
      }
    }
  }
}
