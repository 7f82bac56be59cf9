import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page of the site, read by an XML parser: what it links to, what it loads, what can be linked to.
final class Page: NSObject, XMLParserDelegate {
  struct Malformed: Error {
    var line: Int
  }

  private(set) var links: [String] = []
  private(set) var loaded: [String] = []
  private(set) var anchors: Set<String> = []
  /// Scripts, styles and handlers that stand in the page itself.
  private(set) var inline: [String] = []
  private(set) var text = ""
  private var element = ""

  init(_ data: Data) throws {
    super.init()
    let parser = XMLParser(data: data)
    parser.delegate = self
    guard parser.parse(), parser.parserError == nil else {
      throw Malformed(line: parser.lineNumber)
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    element = name
    if let id = attributes["id"] { anchors.insert(id) }
    if name == "a", let link = attributes["href"] { links.append(link) }
    if name == "link", let link = attributes["href"] { loaded.append(link) }
    for key in ["src", "srcset", "data", "poster"] {
      if let link = attributes[key] { loaded.append(link) }
    }
    if name == "style" || (name == "script" && attributes["src"] == nil) { inline.append(name) }
    inline += attributes.keys.filter { $0 == "style" || $0.hasPrefix("on") }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text += string
  }
}
