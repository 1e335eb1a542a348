/// What a person has set for themselves, as their settings file says it; nothing of it is shared.
///
/// Words that only the screen understands (names of keys, commands and colours) are kept with their
/// lines, so that a fault found later still says where it stands.
package struct Settings: Hashable, Sendable {
  /// The file, for messages.
  package var path = ""
  /// `terminal`, `light`, `dark`, `high-contrast` or `monochrome`.
  package var theme = themes[0]
  /// The themes there are, the one that stands where none is named first.
  package static let themes = ["terminal", "light", "dark", "high-contrast", "monochrome"]
  /// Roles of the screen and how each is drawn.
  package var colours: [Entry] = []
  /// Commands and the keys that mean them, in place of the standard ones.
  package var keys: [Entry] = []
  /// The widest that text is laid out, in columns; `nil` for the whole pane.
  package var measure: Int?
  /// The columns of the list of questions; `nil` for what the window suggests.
  package var outlineWidth: Int?
  /// The columns of the panes on the right; `nil` for what the window suggests.
  package var sideWidth: Int?
  /// Whether the row with the cursor stays in the middle.
  package var typewriter = false
  /// Whether the screen is laid out for a screen reader: one column, no lines drawn, changes said.
  package var linear = false
  /// Whether the mouse is asked for.
  package var mouse = true

  /// One line of a mapping whose key the screen has to understand.
  package struct Entry: Hashable, Sendable {
    package var name: String
    package var values: [String]
    /// From 1.
    package var line: Int
  }

  package init() {}

  /// The name of the file in the configuration folder.
  package static let fileName = "settings.yaml"

  /// Reads the person's settings; the standard ones when there is no file.
  ///
  /// - Parameter folder: `~/.config/fivefold`, or `nil` without a home.
  /// - Throws: Why the file cannot be read, with its line.
  package static func read(folder: String?, files: any FileSystem) throws(StorageError) -> Settings {
    guard let folder else { return Settings() }
    let path = FilePath.join(folder, fileName)
    var standard = Settings()
    standard.path = path
    guard (try? files.status(at: path)) != nil else { return standard }
    let bytes = try FileReader(files: files).read(path, limit: 1 << 20).bytes
    guard let value = try StrictYAML.parse(bytes, path: path) else { return standard }
    return try Settings(yaml: value, path: path)
  }

  /// Reads the settings out of a parsed file.
  ///
  /// - Throws: `malformed` with the line for an unknown key or a value that the key does not take.
  package init(yaml: YAMLValue, path: String) throws(StorageError) {
    self.path = path
    var map = try YAMLMap(yaml, path: path)
    if map.value("theme") != nil {
      theme = try map.choice("theme", of: Self.themes)
    }
    measure = try map.width("measure", in: 30...200)
    outlineWidth = try map.width("outline-width", in: 20...60)
    sideWidth = try map.width("side-width", in: 24...80)
    typewriter = try map.flag("typewriter", default: false)
    linear = try map.flag("linear", default: false)
    mouse = try map.flag("mouse", default: true)
    colours = try map.entries("colours")
    keys = try map.entries("keys")
    try map.finish()
  }
}

extension YAMLMap {
  /// A whole number of columns within a range; nil when the key is missing.
  fileprivate mutating func width(_ key: String, in range: ClosedRange<Int>) throws(StorageError) -> Int? {
    guard let number = try optionalInteger(key) else { return nil }
    guard range.contains(number) else {
      throw error(
        key, "'\(key)' is \(number)",
        remedy: "Give a number of columns from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// The keys of a mapping with one text or a list of texts each.
  fileprivate mutating func entries(_ key: String) throws(StorageError) -> [Settings.Entry] {
    guard let inner = try optionalMap(key) else { return [] }
    var entries: [Settings.Entry] = []
    for pair in inner.pairs {
      let values: [YAMLValue]
      switch pair.value.content {
      case .sequence(let list): values = list
      default: values = pair.value.isEmpty ? [] : [pair.value]
      }
      var texts: [String] = []
      for value in values {
        guard case .scalar(let text, _) = value.content else {
          throw error(
            key, "'\(pair.key)' holds \(value.kindName)", remedy: "Write a text, or a list of texts")
        }
        texts.append(text)
      }
      entries.append(Settings.Entry(name: pair.key, values: texts, line: pair.line))
    }
    return entries
  }
}
