"""English words that stand before a person's name: honorifics with their gender, ranks and offices, suffixes."""

HONORIFICS = {
    "mr": "m", "mister": "m", "mrs": "f", "ms": "f", "miss": "f", "mx": "", "sir": "m", "lord": "m", "lady": "f",
    "dame": "f", "madam": "f", "madame": "f", "mme": "f", "monsieur": "m", "herr": "m", "frau": "f", "señor": "m",
    "señora": "f", "signor": "m", "signora": "f", "messrs": "m",
}  # fmt: skip
"""Honorific in lower case, without its full stop -> gender."""

TITLES = """
president vice-president premier chancellor senator sen sens representative rep reps congressman congresswoman
governor gov govs lt lieutenant mayor minister secretary sec undersecretary attorney solicitor ambassador amb envoy
commissioner commr delegate assemblyman assemblywoman assemblymember alderman alderwoman councilman councilwoman
councilmember councillor councilor supervisor selectman comptroller treasurer auditor speaker whip judge justice
magistrate general gen colonel col major maj captain capt commander cmdr cdr sergeant sgt corporal cpl private pvt
pfc spc specialist admiral adm brigadier brig marshal commodore airman seaman ensign marine officer detective det
inspector insp superintendent supt sheriff deputy constable trooper chief director dir chairman chairwoman chair
chairperson professor prof dr doctor reverend rev father fr sister brother pastor bishop archbishop cardinal pope
monsignor msgr rabbi imam ayatollah mullah sheikh sheik shaikh hojatoleslam patriarch dean chaplain deacon elder
canon king queen prince princess emperor empress duke duchess earl count countess baron baroness viscount emir
sultan crown tsar czar coach manager principal nurse agent prosecutor dictator strongman warlord leader head
candidate nominee spokesman spokeswoman spokesperson strategist adviser advisor aide pollster analyst economist
columnist reporter correspondent editor author writer actor actress singer comedian director producer host anchor
commentator pundit blogger activist lawyer attorney counsel businessman businesswoman billionaire tycoon magnate
mogul lawmaker mp msp mep md td pm fm vp ceo cfo coo cto hon honorable honourable republican democrat rapper
quarterback striker midfielder pitcher goalkeeper defender footballer boxer golfer driver rider champion star legend
frontman historian scientist physicist biologist chemist astronaut cosmonaut oligarch defector dissident
whistleblower veteran taoiseach tánaiste comrade
"""
"""Words that, directly before a name, tell its bearer's rank or work."""

ABBREVIATED = """
mr mrs ms mx dr sen sens rep reps gov govs lt amb sec gen col maj capt cmdr cdr sgt cpl pvt pfc spc adm brig det
insp supt prof rev fr msgr st hon messrs mme jr sr vs no ft mt atty dist asst assn dept comm del pres supt
"""
"""Words whose full stop does not end a sentence when a name follows."""

SUFFIXES = """
jr sr ii iii iv esq phd md kc qc mp obe cbe mbe
"""
"""What may follow a name and is part of it, or is left out of it."""

COMPOUNDS = """
prime minister|secretary of state|secretary of defense|secretary of defence|secretary general|secretary-general
attorney general|solicitor general|surgeon general|director general|director-general|governor general
inspector general|lieutenant governor|lt governor|lieutenant general|lieutenant colonel|major general
brigadier general|vice president|first lady|first minister|chief executive|chief of staff|chief justice
chief minister|chief executive officer|chief operating officer|chief financial officer|press secretary
chancellor of the exchequer|vice chairman|crown prince|majority leader|minority leader|house speaker
speaker of the house|national security adviser|national security advisor|foreign minister|foreign secretary
home secretary|defense secretary|defence secretary|defense minister|defence minister|finance minister
interior minister|justice minister|health secretary|health minister|treasury secretary|labor secretary|party leader
opposition leader|majority whip|minority whip|special envoy|special counsel|field marshal|communications director
campaign manager|campaign chairman|general secretary|supreme leader|vice chancellor|deputy prime minister
deputy president|deputy minister|district attorney|city manager|police chief|fire chief|managing director
executive director|rear admiral|vice admiral|air marshal|chief constable|private secretary
"""
"""Titles of several words."""

PORTFOLIOS = """
state defense defence education energy commerce labor labour health human services agriculture interior treasury
transportation housing urban development veterans affairs homeland security war foreign home justice finance trade
culture economy environment transport work pensions international the exchequer house staff
"""
"""Words that belong to a title after "of" or "for"."""
