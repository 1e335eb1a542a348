/// Words that hold a sentence together and name nothing: never the reason that is shown for a label.
///
/// Words of time such as *during* and *since* are not here: they are what a time frame is known by.
enum FunctionWords {
  /// In small letters; those of up to three letters are passed over by their length.
  static let all: Set<String> = [
    "were", "been", "being", "have", "having", "does", "done", "doing", "will", "would", "shall", "should",
    "could", "might", "must", "cannot", "this", "that", "these", "those", "they", "them", "their", "theirs",
    "there", "then", "than", "thus", "with", "from", "into", "onto", "upon", "about", "above", "below",
    "among", "amongst", "between", "through", "over", "under", "toward", "towards", "across", "against",
    "along", "also", "only", "very", "just", "even", "some", "such", "more", "most", "much", "many", "both",
    "either", "neither", "because", "although", "though", "while", "whereas", "whether", "which", "what",
    "when", "where", "whom", "whose", "here", "your", "yours", "ours", "itself", "ourselves", "themselves",
    "other", "others", "another", "else", "like", "same", "well", "still", "rather", "quite", "already",
  ]
}
