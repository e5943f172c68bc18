"""English: the words that report speech. Data only; lemmas, which `reader.quoting.cues` inflects."""

INFLECT = True
"""True: the lists hold lemmas, and forms are made from them and IRREGULAR."""
SAY = """
say add continue reply respond explain note state declare remark observe comment answer recall insist quip joke
recount exclaim stress mutter murmur whisper shout yell scream cry chant announce interject retort counter
conclude elaborate intone deadpan muse opine reiterate repeat blurt bellow holler growl snap sneer scoff gush
gripe groan moan grumble chuckle laugh sigh sob bark boom thunder croak drawl huff rant plead implore beg
conjecture rejoin rasp stammer stutter tease venture volunteer wisecrack enthuse effuse reminisce reflect ponder
banter bemoan vent
"""
"""Their subject is the speaker, their object the words: also in the order "said X"."""
TELL = """
tell inform assure remind ask warn advise caution notify email text message promise urge query press grill
lecture instruct brief address challenge admonish beseech exhort alert
"""
"""The same, but the object after them is who was addressed."""
WRITE = """
write tweet retweet post blog quote-tweet caption type scribble scrawl pen e-mail publish print editorialize
sign-off telegraph fax transmit
"""
CLAIM = """
argue suggest claim acknowledge admit concede contend assert allege maintain affirm confirm confide confess
disclose reveal predict forecast speculate testify swear vow pledge boast brag complain lament protest object
deny agree disagree warn emphasize emphasise underscore underline highlight indicate imply hint signal report
estimate believe think feel hope fear expect suspect figure wonder doubt worry guess consider know reckon
realize recognize recognise surmise theorize theorise posit postulate propose recommend demand urge request
require relate point clarify specify mention outline echo concur summarise summarize phrase word propound
proclaim profess pronounce preach decree rule find determine learn hear write-off joke deem caution counsel
advocate resolve decide vouch attest avow guarantee intimate insinuate stipulate charge shrug sum vent fume rave
read go
"""
CALL = """
call describe dub label brand characterize characterise term refer denounce dismiss decry deride portray cast
depict slam blast blame criticize criticise condemn deplore ridicule mock lambaste lambast accuse praise hail
laud applaud commend compare liken paint tout promote bill deem name nickname title style peg brand attack
assail rip bash hammer chide scold rebuke berate castigate chastise excoriate skewer knock pan taunt tease
trumpet celebrate credit salute welcome admire thank congratulate endorse back champion defend justify
rationalize hype pitch trash savage scorn disparage belittle discredit downplay minimize dispute refute rebut
reject rebuff repudiate question contest contradict bemoan bewail invoke cite quote reference identify rate rank
view see regard treat categorize classify pronounce declare proclaim
"""
"""Their object is what was judged, the quoted words the judgement: "called it a 'disgrace'"."""
SPEAK = """
speak talk address discuss debate reveal offer express voice issue release deliver give make use raise coin
utter employ deploy echo parrot tick list sing recite read repeat pepper couch frame begin open start close
finish end launch interrupt intervene chime weigh lash fire shoot hit strike push call-out turn seek want need
plan intend try focus center complain appeal apologize apologise threaten ask-for
"""
"""Weak ones that may report words."""
NOUN = """
statement remark comment interview speech email e-mail letter tweet post message memo report op-ed column
testimony transcript press release news conference conversation debate claim argument assertion suggestion
allegation accusation charge complaint criticism description characterization declaration announcement pledge
promise vow response answer reply question prediction warning opinion ruling brief filing affidavit lawsuit blog
editorial essay article book memoir slogan motto mantra refrain call demand request proposal plan poll survey
study quote quotation word words phrase term chant headline caption
"""
SOURCE = ("according to", "in the words of", "as told by", "per", "courtesy of")
"""What stands before a source."""
IRREGULAR = """
say said said, tell told told, write wrote written, think thought thought, feel felt felt, know knew known,
swear swore sworn, speak spoke spoken, give gave given, make made made, begin began begun, sing sang sung, read
read read, shoot shot shot, hit hit hit, strike struck struck, cast cast cast, find found found, learn learned
learned, hear heard heard, see saw seen, seek sought sought, go went gone, forecast forecast forecast, plead
pleaded pleaded, fight fought fought, put put put, lead led led, beseech besought besought, rebut rebutted
rebutted, admit admitted admitted, rebuff rebuffed rebuffed, refer referred referred, concur concurred
concurred, pen penned penned, quip quipped quipped, sob sobbed sobbed, snap snapped snapped, dub dubbed dubbed,
rip ripped ripped, slam slammed slammed, peg pegged pegged, brag bragged bragged, beg begged begged, blog
blogged blogged, sum summed summed, plan planned planned, pan panned panned, bill billed billed, label labeled
labelled, text texted texted, vet vetted vetted, chant chanted chanted, retort retorted retorted, hint hinted
hinted, sign signed signed, grin grinned grinned, object objected objected, rant ranted ranted, propel propelled
propelled, confer conferred conferred
"""
AUXILIARY = frozenset(
    """
    has have had is are was were be been being will would can could may might must should shall do does did 's
    've 'd 'll hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't don't doesn't
    didn't to also then later now once not never often already recently repeatedly previously earlier simply
    just even still again reportedly famously publicly initially apparently allegedly usually always sometimes
    first soon further both all went on
    """.split()
)
"""What may stand between a source and its cue."""
PREPOSITIONS = frozenset(
    """
    of in on at by for from with about against to into over under between through during after before among
    around like near behind without toward towards upon despite since until than as via off per alongside
    including regarding concerning besides beyond across
    """.split()
)
CONJUNCTIONS = frozenset(
    """
    and but or while when because although though if whereas as after before since so
    """.split()
)
PRONOUNS = {
    "he": "m", "she": "f", "they": "p", "it": "n", "we": "w", "i": "i", "you": "y", "who": "r", "him": "o",
    "her": "o", "them": "o", "his": "o", "which": "r", "that": "r", "one": "n", "everyone": "n", "someone": "n",
}  # fmt: skip
"""Pronouns to their sort: m, f, p subjects; r relative; o object or possessive; others never the source we look for."""
SCARE = frozenset(
    """
    so-called known called dubbed nicknamed titled entitled named termed labeled phrase term word words
    """.split()
)
"""Words before marks that set a title, a name or a term off."""
THAT = frozenset(["that", "how", "why", "whether", "if", "what"])
"""What opens a reported clause."""
WHAT = frozenset(["what"])
"""What opens "what X called ..."."""
ADVERB = ("ly",)
DETERMINERS = frozenset(
    """
    the a an this that these those his her its their our my your some any no every each
    """.split()
)
SPECIAL = {"to": "TO", "by": "BY", "of": "OF", "as": "AS"}
"""Prepositions with a part of their own."""
TAIL = ""
"""Dashes that may stand between a quote and what reports it."""
TURNS = {"q": "question", "question": "question", "a": "answer", "answer": "answer"}
"""What stands before a question and an answer of an interview whose labels name nobody."""
OURSELVES = frozenset("i we our my us me".split())
"""Words by which a statement speaks of who makes it."""
