// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target: the strict language, and no warning is left standing.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The simulated machine is run a hundred thousand times where every schedule is explored: it is optimised in
/// debug builds, too.
let optimised = settings + [.unsafeFlags(["-O"])]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(
  name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux]))
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "quire",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "quire", targets: ["quire"]),
    .executable(name: "conformance", targets: ["conformance"]),
    .library(name: "SimKernel", type: .static, targets: ["SimKernel", "Explorer", "Userland"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    // The tool, from the bottom up.
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "CommonMark", dependencies: ["CCMark"], swiftSettings: settings),
    .target(name: "BookModel", dependencies: ["CommonMark"], swiftSettings: settings),
    .target(
      name: "BookPipeline", dependencies: ["BookModel", "CommonMark", yams],
      swiftSettings: settings),
    .target(
      name: "ExampleRunner", dependencies: ["BookModel", "CommonMark", subprocess, system],
      swiftSettings: settings),
    .target(
      name: "Highlighting", dependencies: ["BookModel", "CommonMark", subprocess, system],
      swiftSettings: settings),
    .target(
      name: "BookHTML", dependencies: ["BookModel", "CommonMark", mustache],
      swiftSettings: settings),
    .target(
      name: "BookCLI",
      dependencies: [
        "BookModel", "BookPipeline", "CommonMark", "ExampleRunner", "Highlighting", "BookHTML",
        argumentParser,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "quire", dependencies: ["BookCLI", "contain"], swiftSettings: settings),
    .executableTarget(name: "contain", cSettings: [.treatAllWarnings(as: .error)]),

    // The simulated kernel: no arrow to or from any target above.
    .target(name: "CKernelMemory", cSettings: [.treatAllWarnings(as: .error)]),
    .target(name: "SimKernel", dependencies: ["CKernelMemory"], swiftSettings: optimised),
    // Every order in which what happens on a machine can happen.
    .target(name: "Explorer", dependencies: ["SimKernel"], swiftSettings: optimised),
    .target(
      name: "Userland", dependencies: ["CKernelMemory", "Explorer", "SimKernel"],
      swiftSettings: optimised),

    .executableTarget(
      name: "bench", dependencies: ["Explorer", "SimKernel", "Userland"], swiftSettings: settings),
    // The simulated kernel held against recordings of a real one.
    .target(name: "ConformanceReplay", swiftSettings: settings),
    .target(name: "RecordedModules", dependencies: ["SimKernel"], swiftSettings: settings),
    .target(
      name: "ConformanceMachine",
      dependencies: ["ConformanceReplay", "RecordedModules", "SimKernel", "Userland"],
      swiftSettings: settings),
    .executableTarget(
      name: "conformance", dependencies: ["ConformanceMachine", "ConformanceReplay"],
      swiftSettings: settings),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["BookModel"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "CommonMarkTests", dependencies: ["CommonMark", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "BookModelTests", dependencies: ["BookModel", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "BookPipelineTests", dependencies: ["BookPipeline", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ExampleRunnerTests",
      dependencies: ["BookModel", "CommonMark", "ExampleRunner", "contain", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "HighlightingTests", dependencies: ["Highlighting", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "BookHTMLTests", dependencies: ["BookHTML", "BookPipeline", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "SimKernelTests", dependencies: ["SimKernel", "CKernelMemory"], swiftSettings: settings),
    .testTarget(
      name: "ExplorerTests", dependencies: ["Explorer", "SimKernel"], swiftSettings: settings),
    .testTarget(
      name: "UserlandTests", dependencies: ["Explorer", "Userland", "SimKernel"],
      swiftSettings: settings),
    .testTarget(
      name: "ConformanceTests", dependencies: ["ConformanceMachine", "ConformanceReplay"],
      exclude: ["Recordings"],
      swiftSettings: settings),
    .testTarget(name: "HouseTests", swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["quire", "TestSupport", subprocess, system],
      exclude: ["Fixtures", "README.md"], swiftSettings: settings),
  ],
  cLanguageStandard: .c11
)
