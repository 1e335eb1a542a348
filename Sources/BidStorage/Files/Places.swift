/// The folders of one user on one machine, by the XDG base directory rules.
///
/// https://specifications.freedesktop.org/basedir-spec/latest/: a value that is empty or not absolute
/// is ignored. The environment is given, never read here.
package struct Places: Hashable, Sendable {
  /// `$XDG_STATE_HOME/fivefold` (`~/.local/state/fivefold`): journal, locks, caches; nil without a home.
  package let state: String?
  /// `$XDG_DATA_HOME/fivefold` (`~/.local/share/fivefold`): the user's templates; nil without a home.
  package let data: String?
  /// `$XDG_CONFIG_HOME/fivefold` (`~/.config/fivefold`); nil without a home.
  package let config: String?
  /// `$XDG_RUNTIME_DIR/fivefold`; nil outside a login session.
  package let runtime: String?

  /// The folders that `environment` gives.
  package init(environment: [String: String]) {
    func absolute(_ name: String) -> String? {
      environment[name].flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil }
    }
    let home = absolute("HOME")
    func folder(_ name: String, _ fallback: String) -> String? {
      (absolute(name) ?? home.map { FilePath.join($0, fallback) }).map { FilePath.join($0, "fivefold") }
    }
    state = folder("XDG_STATE_HOME", ".local/state")
    data = folder("XDG_DATA_HOME", ".local/share")
    config = folder("XDG_CONFIG_HOME", ".config")
    runtime = absolute("XDG_RUNTIME_DIR").map { FilePath.join($0, "fivefold") }
  }

  /// The state folder, for a `feature` ("edit journal") that cannot do without it.
  ///
  /// - Throws: `featureOff` when there is no home.
  package func stateFolder(for feature: String) throws(StorageError) -> String {
    guard let state else {
      throw .featureOff(feature: feature, path: "~/.local/state", reason: "HOME is not set")
    }
    return state
  }
}
