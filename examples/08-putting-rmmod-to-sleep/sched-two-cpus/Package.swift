// swift-tools-version: 6.2
// For editors, and for `swift build`. The book runs this folder with `quire run`.
import PackageDescription

let package = Package(
  name: "sched-two-cpus",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "quire", path: "../../..")],
  targets: [
    .target(
      name: "Program",
      dependencies: [.product(name: "SimKernel", package: "quire")],
      path: ".",
      exclude: ["up.session", "up.expected", "main.session", "main.expected"])
  ]
)
