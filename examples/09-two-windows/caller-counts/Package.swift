// swift-tools-version: 6.2
// For editors, and for `swift build`. The book runs this folder with `quire run`.
import PackageDescription

let package = Package(
  name: "caller-counts",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "quire", path: "../../..")],
  targets: [
    .target(
      name: "Program",
      dependencies: [.product(name: "SimKernel", package: "quire")],
      path: ".",
      exclude: ["main.session", "main.expected", "new.session", "new.expected"])
  ]
)
