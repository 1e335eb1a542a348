// swift-tools-version: 6.2
import PackageDescription

/// Every target of the project is compiled as Swift 6, and a warning in one is an error.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "fivefold",
  products: [
    .executable(name: "fivefold", targets: ["fivefold"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: C libraries, each behind one small shim
    .systemLibrary(name: "CStemmer"),
    .systemLibrary(name: "CNettle"),
    .systemLibrary(name: "CHunspell"),
    .target(name: "CNcurses"),

    // MARK: Libraries, in the order of their arrows (docs/architecture.md)
    .target(name: "BidModel", swiftSettings: strict),
    .target(name: "Checksum", dependencies: ["CNettle"], swiftSettings: strict),
    .target(name: "BidLanguage", dependencies: ["CStemmer", "CHunspell"], swiftSettings: strict),
    .target(name: "BidAnalysis", dependencies: ["BidModel", "BidLanguage"], swiftSettings: strict),
    .target(
      name: "BidStorage",
      dependencies: [
        "BidModel", "Checksum", "Yams", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(name: "BidExchange", dependencies: ["BidModel", "Checksum"], swiftSettings: strict),
    .target(name: "Screen", swiftSettings: strict),
    .target(name: "CursesTerminal", dependencies: ["Screen", "CNcurses"], swiftSettings: strict),
    .target(
      name: "Workbench",
      dependencies: [
        "BidModel", "Checksum", "BidLanguage", "BidAnalysis", "BidStorage", "BidExchange", "Screen",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "fivefold",
      dependencies: [
        "BidModel", "BidAnalysis", "BidStorage", "BidExchange", "Screen", "CursesTerminal", "Workbench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // MARK: Tests
    .target(
      name: "BidTestSupport",
      dependencies: ["BidModel", "BidAnalysis", "BidStorage", "Screen", "Workbench", "CNcurses"],
      swiftSettings: strict),
    .testTarget(name: "BidModelTests", dependencies: ["BidModel"], swiftSettings: strict),
    .testTarget(
      name: "BidLanguageTests", dependencies: ["BidLanguage", "BidTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "BidAnalysisTests",
      dependencies: ["BidAnalysis", "BidModel", "BidStorage", "BidTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "BidStorageTests",
      dependencies: ["BidStorage", "BidModel", "BidTestSupport", "Checksum"],
      swiftSettings: strict),
    .testTarget(
      name: "BidExchangeTests", dependencies: ["BidExchange", "BidModel", "Checksum"],
      swiftSettings: strict),
    .testTarget(
      name: "ScreenTests", dependencies: ["Screen", "BidTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: ["Workbench", "BidModel", "BidAnalysis", "BidStorage", "Screen", "BidTestSupport"],
      exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["BidTestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
