import ArgumentParser

/// The form in which a command prints its result.
///
/// `table` is for people and may change with the width of the terminal. The other four are for programs and
/// documents and do not depend on where they are printed.
enum OutputFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case table
  case csv
  case json
  case ndjson
  case markdown
}
