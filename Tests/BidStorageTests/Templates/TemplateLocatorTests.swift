import BidStorage
import BidTestSupport
import Testing

@Suite("Finding templates") struct TemplateLocatorTests {
  static let folders = [
    "/given", "/team/templates", "/home/ann/.local/share/fivefold/templates",
    "/usr/share/fivefold/Templates",
  ]

  static func locator(_ files: MemoryFileSystem, program: String = "/usr/bin/fivefold") -> TemplateLocator {
    TemplateLocator(
      files: files, argument: "/given", workspace: "/team",
      userData: "/home/ann/.local/share/fivefold", program: program)
  }

  @Test("the nearest file wins whole, in the order of the folders", arguments: 0..<4)
  func order(nearest: Int) throws {
    let files = MemoryFileSystem()
    for folder in Self.folders[nearest...] {
      files.put(bytes("x"), at: folder + "/answers/ics-five-part.yaml")
    }
    let found = try Self.locator(files).locate(kind: "answers", id: "ics-five-part")
    #expect(found.origin == [.argument, .workspace, .user, .installed][nearest])
    #expect(found.path == Self.folders[nearest] + "/answers/ics-five-part.yaml")
    #expect(found.hidden.count == 3 - nearest)
  }

  @Test("a program in its source tree uses the tree's templates, an installed one never")
  func shipped() throws {
    let files = MemoryFileSystem()
    files.put(bytes("x"), at: "/src/Package.swift")
    files.put(bytes("x"), at: "/src/Templates/themes/ics.yaml")
    // A Templates folder without a package beside it is somebody else's.
    files.put(bytes("x"), at: "/src/.build/Templates/themes/ics.yaml")
    let program = "/src/.build/debug/bin/fivefold"
    #expect(
      try Self.locator(files, program: program).locate(kind: "themes", id: "ics").path
        == "/src/Templates/themes/ics.yaml")
    files.put(bytes("x"), at: "/src/.build/debug/share/fivefold/Templates/themes/ics.yaml")
    #expect(
      try Self.locator(files, program: program).locate(kind: "themes", id: "ics").origin == .installed)
  }

  @Test("a missing template says where it was looked for")
  func missing() {
    let files = MemoryFileSystem()
    files.put(.folder, at: "/team/templates")
    let message = sentence { _ = try Self.locator(files).locate(kind: "themes", id: "none") }
    #expect(
      message == "There is no template \"none\" of the kind \"themes\". Looked in /given/themes,"
        + " /team/templates/themes. Check its name, or give the folder with --templates.")
  }

  @Test(
    "a name that could lead out of the folders is refused",
    arguments: ["../secret", "a/b", "", "A", "a.b", "é", "a\n", "/etc/passwd"])
  func names(name: String) {
    let files = MemoryFileSystem()
    files.put(bytes("x"), at: "/given/secret.yaml")
    let locator = Self.locator(files)
    #expect(sentence { _ = try locator.locate(kind: "themes", id: name) }?.contains("small letters") == true)
    #expect(sentence { _ = try locator.list(kind: name) }?.contains("small letters") == true)
  }

  @Test("the list holds each id once, with what it hides, and passes other files over")
  func list() throws {
    let files = MemoryFileSystem()
    files.put(bytes("x"), at: "/given/themes/b.yaml")
    files.put(bytes("x"), at: "/team/templates/themes/b.yaml")
    files.put(bytes("x"), at: "/team/templates/themes/a.yaml")
    files.put(bytes("x"), at: "/team/templates/themes/Notes.yaml")
    files.put(bytes("x"), at: "/team/templates/themes/.a.yaml.swp")
    files.put(.folder, at: "/team/templates/themes/folder.yaml")
    let list = try Self.locator(files).list(kind: "themes")
    #expect(list.map(\.id) == ["a", "b"])
    #expect(list.map(\.origin) == [.workspace, .argument])
    #expect(list[1].hidden == ["/team/templates/themes/b.yaml"])
    #expect(try Self.locator(files).list(kind: "checks").isEmpty)
  }
}
