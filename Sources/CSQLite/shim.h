#ifndef SHARED_FUNNEL_CSQLITE_SHIM_H
#define SHARED_FUNNEL_CSQLITE_SHIM_H

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

// What Swift cannot see of the C API: variadic functions, and macros that are more than a literal.

// Process-wide settings; they have an effect only before the library's first use. MULTITHREAD: no
// mutex inside a connection, since a connection belongs to one thread. MEMSTATUS 0: no lock and
// no count at each allocation. URI 0: a path that begins with "file:" is a path.
static inline int csqlite_configure(void) {
  int rc = sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
  if (rc == SQLITE_OK) rc = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  if (rc == SQLITE_OK) rc = sqlite3_config(SQLITE_CONFIG_URI, 0);
  return rc;
}

// Turns one boolean setting of a connection on or off.
static inline int csqlite_set(sqlite3 *db, int setting, int on) {
  return sqlite3_db_config(db, setting, on, (int *)0);
}

// SQLite binds NULL for a null pointer, also when the length is 0; an empty Swift buffer may have
// one. These bind the empty text or the empty blob.
static inline int csqlite_bind_text(sqlite3_stmt *s, int i, const void *p, sqlite3_uint64 n) {
  return sqlite3_bind_text64(s, i, p ? (const char *)p : "", n, SQLITE_TRANSIENT, SQLITE_UTF8);
}
static inline int csqlite_bind_blob(sqlite3_stmt *s, int i, const void *p, sqlite3_uint64 n) {
  return sqlite3_bind_blob64(s, i, p ? p : "", n, SQLITE_TRANSIENT);
}
// Without a copy: the bytes must stay until the bindings are cleared.
static inline int csqlite_bind_text_static(sqlite3_stmt *s, int i, const void *p, sqlite3_uint64 n) {
  return sqlite3_bind_text64(s, i, p ? (const char *)p : "", n, SQLITE_STATIC, SQLITE_UTF8);
}
static inline int csqlite_bind_blob_static(sqlite3_stmt *s, int i, const void *p, sqlite3_uint64 n) {
  return sqlite3_bind_blob64(s, i, p ? p : "", n, SQLITE_STATIC);
}

static const int CSQLITE_ABORT_ROLLBACK = SQLITE_ABORT_ROLLBACK;
static const int CSQLITE_CANTOPEN_ISDIR = SQLITE_CANTOPEN_ISDIR;
static const int CSQLITE_READONLY_DIRECTORY = SQLITE_READONLY_DIRECTORY;
static const int CSQLITE_IOERR_FSYNC = SQLITE_IOERR_FSYNC;
static const int CSQLITE_IOERR_LOCK = SQLITE_IOERR_LOCK;
static const int CSQLITE_IOERR_WRITE = SQLITE_IOERR_WRITE;
static const int CSQLITE_CONSTRAINT_CHECK = SQLITE_CONSTRAINT_CHECK;
static const int CSQLITE_CONSTRAINT_DATATYPE = SQLITE_CONSTRAINT_DATATYPE;
static const int CSQLITE_CONSTRAINT_FOREIGNKEY = SQLITE_CONSTRAINT_FOREIGNKEY;
static const int CSQLITE_CONSTRAINT_NOTNULL = SQLITE_CONSTRAINT_NOTNULL;
static const int CSQLITE_CONSTRAINT_PRIMARYKEY = SQLITE_CONSTRAINT_PRIMARYKEY;
static const int CSQLITE_CONSTRAINT_ROWID = SQLITE_CONSTRAINT_ROWID;
static const int CSQLITE_CONSTRAINT_TRIGGER = SQLITE_CONSTRAINT_TRIGGER;
static const int CSQLITE_CONSTRAINT_UNIQUE = SQLITE_CONSTRAINT_UNIQUE;

#endif
