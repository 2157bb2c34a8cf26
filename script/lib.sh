# Shared by the scripts of this folder; to be sourced.

# Installs SQLite's header where it is missing.
need_sqlite() {
  if [ -e /usr/include/sqlite3.h ] || pkg-config --exists sqlite3 2>/dev/null; then return; fi
  if ! command -v apt-get >/dev/null; then
    echo "The header sqlite3.h is missing, and there is no apt-get here: install SQLite's development package (3.40 or later)." >&2
    exit 1
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "The header sqlite3.h is missing: run 'apt-get install libsqlite3-dev' as root." >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  echo "Installing libsqlite3-dev …" >&2
  "${as_root[@]}" apt-get update -q >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q libsqlite3-dev >&2
}

need_swift() {
  if command -v swift >/dev/null; then return; fi
  echo "There is no 'swift' on the PATH: install a Swift toolchain, 6.2 or later." >&2
  exit 1
}
