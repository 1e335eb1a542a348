import BidModel

extension WorkspaceLoader {
  /// What the other bids of a workspace say of themselves; one that cannot be read is left out, since
  /// opening it says why.
  ///
  /// - Complexity: O(*n*) in the bids; their answers are not read.
  package func otherBids(than bid: String, in workspace: String) -> [Bid] {
    bidFolders(in: workspace).filter { FilePath.name(of: $0) != FilePath.name(of: bid) }.compactMap {
      folder in
      var problems: [FileProblem] = []
      let path = FilePath.join(folder, "bid.yaml")
      guard let bytes = try? reader.read(path).bytes,
        let yaml = try? StrictYAML.parse(bytes, path: path)
      else { return nil }
      return try? Bid(yaml: yaml, path: path, problems: &problems)
    }
  }
}
