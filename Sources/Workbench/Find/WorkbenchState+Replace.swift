import BidModel
import Screen

extension WorkbenchState {
  /// Shows what the replacement of the open box would change.
  mutating func previewReplacement() {
    let isWide = find.scope == .workspace
    guard !find.hits.isEmpty || (isWide && !find.elsewhere.isEmpty) else {
      return say("‘\(find.query.text)’: not found.", as: .note)
    }
    do {
      let search = try TextSearch(find.query)
      var items: [ReplacePreview.Item] = []
      for hit in find.hits {
        guard let open = session[hit.answer], let place = open.answer.place(of: hit.block),
          var item = try item(for: hit, in: open.answer[place].text, search: search)
        else { continue }
        item.answer = open.question.number.isEmpty ? open.name : open.question.number
        item.refuse(because: open.readOnlyReason)
        items.append(item)
      }
      let signed = Set((find.others ?? []).flatMap(\.signed))
      for other in isWide ? find.elsewhere : [] {
        guard var item = try item(for: other.hit, in: other.text, search: search) else { continue }
        item.answer = "\(other.bid) \(other.name)"
        item.refuse(
          because: signed.contains(other.hit.answer)
            ? "\(other.name) of \(other.bid) is signed: open that bid to change it." : nil)
        items.append(item)
      }
      guard !items.isEmpty else { return say("Every match says that already.", as: .note) }
      var preview = ReplacePreview(items: items)
      preview.list.selected = min(find.current ?? 0, items.count - 1)
      overlays.append(.sheet(.replacement(preview)))
    } catch {
      say(error.description, as: .warning)
    }
  }

  /// The row of the preview for a match in `text`; `nil` when the replacement is what stands there.
  private func item(
    for hit: SearchHit, in text: String, search: TextSearch
  ) throws(SearchFault) -> ReplacePreview.Item? {
    let range = hit.match.range
    let old = text.prefix(utf8: range.upperBound).suffix(utf8From: range.lowerBound)
    let new = try search.replacement(find.replacement, for: hit.match, in: text)
    guard old != new else { return nil }
    let before = text.prefix(utf8: range.lowerBound).split(separator: "\n", omittingEmptySubsequences: false)
    let after = text.suffix(utf8From: range.upperBound).split(
      separator: "\n", omittingEmptySubsequences: false)
    // A name inside braces belongs to the register: it is only changed when that is asked for.
    let isQuoted = Placeholder.matches(in: text).contains { $0.range.overlaps(range) }
    return ReplacePreview.Item(
      hit: hit, answer: "", old: old, new: new,
      before: String((before.last ?? "").suffix(60)), after: String((after.first ?? "").prefix(60)),
      isOn: !isQuoted)
  }

  /// Asks the loop to make the changes that are switched on, once it has the locks of all files.
  mutating func acceptReplacement(_ preview: ReplacePreview) {
    let plan = preview.plan(in: session, others: find.others ?? [])
    guard plan.count > 0 else { return say("Every match is switched off: Tab switches one on.", as: .note) }
    overlays.removeLast()
    if case .find = overlays.last { overlays.removeLast() }
    effects.append(.replace(plan))
  }

  /// Makes the changes of `plan`, all files being locked, as one step.
  mutating func perform(_ plan: ReplacePlan) {
    let id = editor.answer
    let before = Caret(answer: id, block: editor.caret.block, offset: editor.caret.offset)
    session.sealUndo()
    let own = plan.answers.first { $0.answer == id }?.edits ?? []
    editor.caret.offset = own.reduce(editor.caret.offset) { $1.shifting($0, in: before.block) }
    editor.anchor = nil
    editor.goalColumn = nil
    do {
      let after = Caret(answer: id, block: editor.caret.block, offset: editor.caret.offset)
      try session.perform(
        plan.title, plan.answers.map { ($0.answer, $0.edits) }, files: plan.files, from: before, to: after)
    } catch {
      editor.caret.offset = before.offset
      return say("Nothing was replaced: \(error)", as: .error)
    }
    settleCaret()
    let places = plan.count == 1 ? "1 place" : "\(plan.count) places"
    var files = plan.answers.count == 1 ? "" : " in \(plan.answers.count) answers"
    if !plan.files.isEmpty {
      files = " in \(plan.answers.count) of this bid and \(plan.files.count) of others, which are written"
    }
    say("Replaced in \(places)\(files); Ctrl-Z takes all of it back.", as: .note)
  }

  /// Switches the selected match of the preview, or all of them, on or off.
  mutating func switchReplacement(all: Bool) {
    guard case .sheet(.replacement(var preview)) = overlays.last else { return }
    if all {
      let free = preview.items.indices.filter { preview.items[$0].obstacle == nil }
      let isOn = preview.count < free.count
      for index in free { preview.items[index].isOn = isOn }
    } else if preview.items.indices.contains(preview.list.selected) {
      if let obstacle = preview.items[preview.list.selected].obstacle { return say(obstacle, as: .note) }
      preview.items[preview.list.selected].isOn.toggle()
    }
    overlays[overlays.count - 1] = .sheet(.replacement(preview))
  }

  /// The rows of the preview: on or off, where, and the words before and after.
  func rows(of preview: ReplacePreview, width: Int) -> [PaneRow] {
    let name = min(24, preview.items.map { TextWidth.columns($0.answer) }.max() ?? 0)
    let side = max(8, (width - 4 - name - 1 - 3) / 2)
    return preview.items.map { item in
      let style = item.isOn ? theme.text : theme.dim
      let old = Self.excerpt(item.before, item.old, item.after, columns: side)
      let new = Self.excerpt(item.before, item.new, item.after, columns: side)
      return PaneRow([
        (item.isOn ? "[x] " : "[ ] ", style),
        (TextWidth.pad(TextWidth.clip(item.answer, columns: name), columns: name) + " ", theme.dim),
        (TextWidth.pad(old, columns: side), style), (" → ", theme.key),
        (new, item.isOn ? theme.title : style),
      ])
    }
  }

  /// `words` with as much of what stands around them as `columns` leave room for, what goes before first.
  static func excerpt(_ before: String, _ words: String, _ after: String, columns: Int) -> String {
    let lead = max(0, min((columns - TextWidth.columns(words)) / 2, 18))
    var head = before.tail(columns: lead)
    if head.count < before.count, !head.isEmpty { head = "…" + head.dropFirst() }
    return TextWidth.clip(head + words + after, columns: columns)
  }
}

extension ReplacePreview.Item {
  /// Switches the item off for good when there is a reason.
  fileprivate mutating func refuse(because reason: String?) {
    guard let reason else { return }
    (isOn, obstacle) = (false, reason)
  }
}

extension Edit {
  /// Where a byte at `offset` of `block` stands after the edit.
  func shifting(_ offset: Int, in block: BlockID) -> Int {
    guard case .text(block, let at, let length, let words, _) = self, at < offset else { return offset }
    return at + length <= offset ? offset - length + words.utf8.count : at + words.utf8.count
  }
}
