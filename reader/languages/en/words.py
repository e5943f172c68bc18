"""English function words, calendar words and others that are no part of a name."""

FUNCTION_WORDS = """
a about above according across after afterward afterwards again against ago ahead all almost along already also
although always am amid among an and another any anyone anything anyway apart are aren't around as aside ask asked
at away back be because been before began behind being below beneath beside besides between beyond both but by call
called can cannot can't come could couldn't despite did didn't do does doesn't doing don't done down during each
earlier either else enough even eventually ever every everyone everything everywhere except far few finally first
followed following for from full further furthermore get give given go going gone got had hadn't half has hasn't
have haven't having he he'd he'll he's hello hence her here here's hers herself him himself his hours how however i
i'd i'll i'm i've if in indeed inside instead into is isn't it it'll it's its itself just last late later least less
let let's like likewise little look looking made make many may maybe me meanwhile might mine more moreover most
mostly much must my myself near nearly neither never nevertheless next no nobody none nonetheless nor not nothing
notwithstanding now nowhere of off often oh ok okay on once one ones only onto or other others otherwise our ours
ourselves out outside over overall own per perhaps please plus put quite rather really recently regarding right said
same say saying says second see seems seen several shall she she'd she'll she's should shouldn't similarly since so
some somebody someone something sometimes soon still such sure take tell than thank thanks that that's the their
theirs them themselves then there there's thereby therefore these they they'd they'll they're they've things think
third this those though through throughout thus till to today together told tomorrow tonight too took toward towards
true two under underneath unfortunately unless unlike until up upon us use using very via wait want was wasn't way
we we'd we'll we're we've welcome well went were weren't what what's whatever when whenever where whereas wherever
whether which while who who's whoever whole whom whose why will with within without won't would wouldn't wow yeah
yes yesterday yet you you'd you'll you're you've your yours yourself asked based citing clearly coming considering
depending facing given hopefully including initially interestingly ironically knowing looking naturally needless
obviously originally ostensibly particularly previously probably referring reportedly seeking speaking specifically
starting suddenly supposedly surely taking thankfully typically ultimately usually whats writing add added adding
both early five four half hundreds thousands millions months weeks years days minutes hours nine seven six ten three
dozens eight
"""
"""Words that end or start a run of capitalised words when a sentence opens with them."""

CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat
christmas easter thanksgiving ramadan halloween passover hanukkah midnight noon am pm est edt gmt bst cet pst pdt
"""

NOT_NAMES = """
advertisement analysis breaking caption click comment comments contributor copyright correction editor's exclusive
facebook-share file follow fact getty images internet live more news newsletter opinion photo photos pic pictured q
question read related reprinted share sign source subscribe transcript tweet update updated video watch web wire
works english spanish god jesus christ bible koran quran islam christianity republicanism constitution amendment act
bill american dream internet covid covid-19 obamacare brexit medicare medicaid social security war peace nobel oscar
earth world cup olympics olympic grammy emmy twitter-feed
"""
"""Capitalised words that are not persons on their own."""

PARTICLES = """
de del della di da dos das du la le van von der den ter ten zu zur bin ibn al el ben bint abu ap
"""
"""Lower-case words inside a person's name."""

NUMBER_WORDS = """
one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million
"""

LINKS = ["of", "for"]
CONJUNCTIONS = ["and"]
PREPOSITIONS = ["of", "for", "from", "in", "at", "with", "to", "on"]
