extension NumberLexicon {
  /// Words of movement. "Falls" is not among them: in care it is mostly what people suffer.
  static let movementLists: [(WordTags, String)] = [
    (
      .rise,
      "rose risen rise rises rising increased increase increases increasing grew grown grow growing climbed"
    ),
    (
      .rise,
      "climbing jumped jump gained gain raised raise raising lengthened widened expanded expanding up surged"
    ),
    (.rise, "soared lifted growth upturn extended"),
    (
      .fall,
      "fell fallen fall falling dropped drop drops dropping decreased decrease decreases decreasing reduced"
    ),
    (
      .fall,
      "reduce reduces reducing reduction reductions cut cuts cutting down declined decline declining lowered"
    ),
    (
      .fall,
      "lowering shrank shrunk shortened shortening dipped slipped narrowed lessened slashed trimmed plummeted"
    ),
    (.fall, "eased saving savings shrinking"),
    (
      .move,
      "went gone moved moving changed change changing shifted improved improve improving improvement came"
    ),
    (
      .move,
      "come brought taken took bring bringing going stands improvements deteriorated worsened coming shift"
    ),
    (.better, "improved improve improves improving improvement improvements"),
    (.worse, "deteriorated deteriorate deteriorates deteriorating worsened worsen worsens worsening"),
    (
      .changeNoun,
      "reduction reductions rise increase fall drop decrease cut decline growth improvement change gain saving"
    ),
    (.changeNoun, "jump savings uplift upturn increases"),
    ([.comparative, .fall], "fewer less lower shorter smaller"),
    ([.comparative, .rise], "more higher longer greater larger extra additional"),
    (.comparative, "better worse faster quicker slower sooner earlier later cheaper likely"),
  ]

  /// Words that say what a number belongs to, and how it is meant.
  static let contextLists: [(WordTags, String)] = [
    (.percent, "percent pc"), (.point, "points point pp ppt ppts"),
    (.month, "january february march april may june july august september october november december"),
    (.month, "jan feb mar apr jun jul aug sep sept oct nov dec"),
    (.weekday, "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"),
    (
      .dateWord,
      "year years month months quarter quarters q1 q2 q3 q4 financial calendar fy last spring summer autumn winter"
    ),
    (.dateWord, "half previous preceding early late mid ending ended end baseline week"),
    (
      .nameNoun,
      "ward wards section sections band bands pathway pathways type types category categories cat iso level levels"
    ),
    (
      .nameNoun,
      "grade grades stage stages step steps tier tiers phase phases lot lots version day days week month year"
    ),
    (
      .nameNoun,
      "cohort domain priority objective principle standard article regulation regulations rule form nhs"
    ),
    (
      .nameNoun,
      "room floor zone unit covid class group module theme step key news2 score strand wave band's plus"
    ),
    (
      .nameNoun, "stars core20plus pillar quartile visit call gate annexe building kpi outcome route junction"
    ),
    (
      .referenceNoun,
      "question questions appendix appendices page pages para paragraph table figure fig annex ref"
    ),
    (
      .referenceNoun,
      "no number item schedule clause chapter q p pp number numbered part answer criterion response"
    ),
    (
      .street,
      "lane street road avenue way close house court drive park square crescent terrace row hill gardens"
    ),
    (.phone, "tel telephone phone call ring dial ext fax mobile text"),
    (.limit, "within inside before until after under"),
    (
      .span,
      "over during in across throughout past last previous first next latest for preceding final initial"
    ),
    (.cadence, "every each per"),
    (.about, "about around roughly approximately approx circa c some"),
    (.over, "over above exceeding"), (.under, "nearly almost under below"),
    (.target, "target targets trajectory goal goals ambition threshold ceiling benchmark tolerance"),
    (
      .aim,
      "aim aims aiming will would plan plans planned planning commit commits committed expect expects expected hope"
    ),
    (
      .aim,
      "hopes intend intends should shall propose proposes proposed aspire seek forecast projected anticipate"
    ),
    (.aim, "could may might must ambition target targets targeting"),
    (
      .result,
      "supported completed achieved delivered avoided prevented received started reported recorded helped"
    ),
    (
      .result,
      "saved accepted resolved closed handled trained recruited said told rated reached treated seen saw"
    ),
    (
      .result,
      "discharged assessed screened answered responded attended finished registered replied kept remained returned"
    ),
    (
      .result,
      "moved averaged totalled made had gained left used took visited agreed found identified produced"
    ),
    (.level, "was were is are stood stands averaged reached remained remains ran totalled being hit"),
    (.denial, "not never didn't didnt without no neither cannot"),
    (
      .earlier,
      "before previously formerly initially baseline earlier originally had beforehand pre prior comparator"
    ),
    (.compares, "compared against versus vs"),
    (
      .breaks,
      "while whereas but which who that because as when where although though so if since once yet whose"
    ),
    (.divides, "comprising comprised consisting split divided totalling made"),
    (.remainder, "remaining rest other others remainder"),
  ]

  /// Words that carry no meaning of a measure.
  static let smallWordLists: [(WordTags, String)] = [
    (
      .determiner, "a an the this that these those our their its his her all both any each every your my same"
    ),
    (
      .preposition,
      "of in on at by for from to with across among between during over within since under into through per via"
    ),
    (.preposition, "amongst against following after until about around than onto off towards inside outside"),
    (.pronoun, "we it they he she i you us them which who this there"),
    (
      .stop,
      "and or also just only then now still so too very as well not no such i.e ie eg e.g both total number"
    ),
    (
      .stop,
      "overall average mean median rate rates level figure figures share proportion percentage levels typical"
    ),
    (.stop, "our team service services"),
    (
      .generic,
      "average mean median rate rates number share proportion percentage level levels figure total overall count"
    ),
    (
      .auxiliary,
      "has have had is are was were be been being do does did will would can could may might should shall must"
    ),
    (
      .adverb,
      "sharply significantly steadily slightly further again already dramatically substantially markedly"
    ),
    (.adverb, "consistently overall successfully directly initially currently subsequently gradually"),
    (.habit, "daily weekly monthly quarterly annually yearly fortnightly hourly"),
  ]
}
