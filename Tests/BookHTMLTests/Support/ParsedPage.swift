import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page, read by an XML parser: what a browser would see, and whether it is well-formed.
final class ParsedPage: NSObject, XMLParserDelegate {
  /// An element of a page.
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The text in it and in everything below it.
    var text = ""
    /// The elements round it, outermost first.
    var ancestors: [String]
  }

  /// Every element, in the order of the closing tags.
  private(set) var elements: [Element] = []
  /// Why the page is not well-formed; nil where it is.
  private(set) var problem: String?
  private var open: [Element] = []

  /// Reads a page.
  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    // The parser can say that all is well and still have met an element that is never closed.
    if !parser.parse() || parser.parserError != nil {
      problem = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "unknown")"
    }
  }

  /// The elements of a name, of a class where one is given.
  func all(_ name: String, class wanted: String? = nil) -> [Element] {
    elements.filter { element in
      guard element.name == name else { return false }
      guard let wanted else { return true }
      return element.classes.contains(wanted)
    }
  }

  /// Every value of an attribute.
  func values(of attribute: String) -> [String] {
    elements.compactMap { $0.attributes[attribute] }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(
      Element(name: name, attributes: attributes, ancestors: open.map(\.name)))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if let element = open.popLast() { elements.append(element) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    for index in open.indices { open[index].text += string }
  }
}

extension ParsedPage.Element {
  /// The names that a style sheet can use.
  var classes: [String] {
    (attributes["class"] ?? "").split(separator: " ").map(String.init)
  }
}
