// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "shared-funnel",
  products: [
    .executable(name: "funnel", targets: ["FunnelCLI"]),
    .library(name: "SharedFunnel", targets: ["SharedFunnel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The C libraries, as modules.
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]
    ),
    // A small, safe face of the C API. No word of funnels.
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
    // The domain: stages, ownership, leads, handoffs, reports. Pure.
    .target(name: "SharedFunnel", swiftSettings: strict),
    // The file: the only place with SQL.
    .target(
      name: "FunnelStore",
      dependencies: ["SQLite", "SharedFunnel", "CZlib", .product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("migrations")],
      swiftSettings: strict
    ),
    // Charts as SVG: text widths, scales, shapes. No word of funnels.
    .target(name: "Charts", swiftSettings: strict),
    // The command line: one command a file, rendering apart from computing.
    .executableTarget(
      name: "FunnelCLI",
      dependencies: [
        "Charts", "FunnelStore", "SharedFunnel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
    .testTarget(name: "SharedFunnelTests", dependencies: ["SharedFunnel"], swiftSettings: strict),
    .testTarget(
      name: "FunnelStoreTests",
      dependencies: ["FunnelStore", "SharedFunnel", "SQLite"],
      swiftSettings: strict
    ),
    // Runs the real binary.
    .testTarget(name: "FunnelCLITests", dependencies: ["FunnelCLI", "Charts"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzz targets, for `script/fuzz` alone: libraries that the fuzzer's own `main` calls.
if Context.environment["FUNNEL_FUZZ"] == "1" {
  for (name, dependencies) in [
    ("FuzzCSV", ["FunnelStore"]), ("FuzzMapping", ["FunnelStore", "SharedFunnel"]), ("FuzzDates", ["SharedFunnel"]),
  ] {
    package.products.append(.library(name: name, type: .static, targets: [name]))
    package.targets.append(
      .target(
        name: name, dependencies: dependencies.map { .byName(name: $0) }, path: "Fuzz/\(name.dropFirst(4))",
        swiftSettings: strict))
  }
}
