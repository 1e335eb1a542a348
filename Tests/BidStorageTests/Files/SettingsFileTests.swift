import BidStorage
import Testing

/// One key of a settings file is changed, and nothing else.
@Suite struct SettingsFileTests {
  @Test(
    "comments and the other lines stay",
    arguments: [
      ("", "measure", "70", "measure: 70\n"),
      ("theme: dark\n", "measure", "70", "theme: dark\nmeasure: 70\n"),
      ("theme: dark", "measure", "70", "theme: dark\nmeasure: 70\n"),
      ("measure: 60 # mine\nkeys:\n  a: b\n", "measure", "70", "measure: 70 # mine\nkeys:\n  a: b\n"),
      ("measure: 60 # mine\n", "measure", nil, "# measure: 60 # mine\n"),
      ("measure: 60\r\n", "measure", "70", "measure: 70\r\n"),
      ("theme: dark\n", "measure", nil, "theme: dark\n"),
    ] as [(String, String, String?, String)])
  func splice(_ old: String, _ key: String, _ value: String?, _ new: String) {
    let bytes = SettingsFile.setting(key, to: value, in: Array(old.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == new)
  }
}
