import BidStorage

/// What the program is given by the machine it runs on: never read from anywhere else, so that a test
/// can give its own.
package struct Surroundings: Sendable {
  package var files: any FileSystem
  package var environment: [String: String]
  /// The running program's real path.
  package var program: String?
  /// The folder given with `--templates`.
  package var templates: String?
  /// Texts that are read in the place of template files.
  package var trials: [TrialTemplate] = []
  package var host: String
  package var user: String
  /// Who the person says they are, with `--as`.
  package var asked: String?
  /// The program's version.
  package var version = ""
  /// `yyyy-mm-dd`.
  package var today: String
  /// The time of day, `12:04`.
  package var timeOfDay: @Sendable () -> String
  /// Seconds since 1970; `nil` where nobody has given a clock.
  package var secondsNow: @Sendable () -> Int?

  package init(
    files: any FileSystem, environment: [String: String], program: String?, templates: String?, host: String,
    user: String, today: String, timeOfDay: @escaping @Sendable () -> String,
    secondsNow: @escaping @Sendable () -> Int? = { nil }
  ) {
    self.files = files
    self.environment = environment
    self.program = program
    self.templates = templates
    self.host = host
    self.user = user
    self.today = today
    self.timeOfDay = timeOfDay
    self.secondsNow = secondsNow
  }

  /// The templates as seen from a workspace, or from a loose file.
  package func library(workspace: String?) -> TemplateLibrary {
    TemplateLibrary(
      files: files,
      locator: TemplateLocator(
        files: files, argument: templates, workspace: workspace,
        userData: Places(environment: environment).data,
        program: program),
      trials: trials)
  }
}
