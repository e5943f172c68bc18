"""English nouns for people who can be quoted, and which of them stand for each other."""

ROLES = """
academic accountant activist actor actress addict administrator admiral adviser advisor advocate agent aide alderman
ally ambassador analyst anchor announcer appointee apprentice archbishop architect archivist artist aspirant
assistant associate astronaut astronomer athlete attendee attacker attorney auditor aunt author authority ayatollah
backer baker banker baron bartender beneficiary billionaire biographer biologist bishop blogger board-member boss
boxer boy boyfriend broadcaster broker brother builder businessman businessperson businesswoman buyer campaigner
candidate captain cardinal caregiver carpenter caucusgoer caucus-goer celebrity ceo chair chairman chairperson
chairwoman challenger champion chancellor chaplain chef chemist chief child choreographer cinematographer citizen
clergyman clerk clinician coach co-author co-chair co-chairman co-chairwoman co-founder co-host co-worker
collaborator colleague collector colonel columnist comedian commander commentator commenter commissioner companion
complainant composer comptroller conductor confidant confidante congressman congresswoman conservative constable
constituent consultant consumer contender contestant contractor contributor convict cook coordinator coroner
correspondent councillor councilman councilor councilwoman counsel counselor counsellor counterpart couple courtier
cousin creator creditor critic curator customer dad dancer daughter dealer dean debater defector defendant defender
delegate democrat demographer demonstrator dentist deputy designer detainee detective detractor developer dictator
diplomat director disciple dissident doctor donor driver duchess duke economist editor educator elder elector
emissary emperor employee employer endorser engineer entrepreneur envoy epidemiologist ethicist evangelical
evangelist examiner executive ex-husband ex-president ex-wife expatriate expert explorer eyewitness facilitator fan
farmer father feminist fighter filmmaker financier firebrand firefighter fisherman foe follower footballer
forecaster foreman founder freshman friend front-runner frontrunner fugitive fundraiser fund-raiser gambler general
geographer geologist girl girlfriend goalkeeper golfer governor graduate grandchild granddaughter grandfather
grandmother grandson grocer guard guest gunman guru handler hawk head headmaster headteacher heir heiress helper
hero historian homeowner host hostess housewife humanitarian hunter husband illustrator imam immigrant incumbent
independent industrialist influencer informant inmate insider inspector instructor insurgent intellectual
intelligence-official interpreter interviewer inventor investigator investor islamist jihadist journalist judge
juror justice kid king laborer labourer lady landlord laureate lawmaker lawyer leader lecturer legislator liaison
liberal libertarian librarian lieutenant linguist lobbyist local logistician loyalist magistrate magnate maker man
manager marine marketer marshal mathematician mayor mechanic mediator medic member merchant meteorologist midfielder
migrant militant millionaire miner minister missionary mistress mobster model moderate moderator mogul monarch monk
mother motorist mourner mp mep musician narrator nationalist native negotiator neighbor neighbour neighbors nephew
neurologist neurosurgeon neuroscientist newcomer newsman niece nobleman nominee novelist nun nurse nutritionist
observer occupant offender officer official oligarch oncologist onlooker operative operator opponent orator
organiser organizer outsider owner painter panelist panellist paramedic parent parishioner parliamentarian
participant partisan partner passenger passer-by pastor paleontologist patient patriarch patron pedestrian
pediatrician peer pensioner performer person pharmacist philanthropist philosopher photographer physician physicist
pilot pioneer pitcher plaintiff player playwright plumber poet police-officer policeman policewoman policymaker
politician pollster pope populist poster preacher predecessor premier president pressman priest prime-minister
prince princess principal prisoner producer professional professor programmer progressive promoter prosecutor
protagonist protege protégé protester protestor provost psychiatrist psychologist publicist publisher pundit pupil
purchaser quarterback queen questioner rabbi racer radical rancher ranger rapper reader realtor rebel receptionist
recipient recruit recruiter refugee regulator relative reporter representative republican rescuer researcher
resident respondent restaurateur retiree reviewer rider rival rockstar rocker royal runner saleswoman salesman
scholar schoolboy schoolgirl schoolteacher scientist screenwriter sculptor secretary self senator separatist
sergeant servant shareholder sheik sheikh sheriff shopkeeper shopper sibling signatory singer sister skeptic
sociologist soldier solicitor son songwriter source speaker specialist spectator speechwriter spokesman spokesperson
spokeswoman sponsor spouse spy staffer star statesman statistician stepfather stepmother strategist striker
strongman student subcontractor subject subscriber successor superdelegate superintendent supervisor supporter
surgeon surrogate survivor suspect sympathizer sympathiser taxpayer teacher teammate technician technocrat teenager
teen tenant terrorist theologian theorist therapist thinker trader trainer traditionalist translator traveler
traveller treasurer treasury-secretary trooper trucker trustee tutor twin tycoon uncle undergraduate undersecretary
unionist user vendor veteran veterinarian vice-chair vice-chairman vice-president viceroy victim viewer villager
visitor volunteer voter waiter waitress warden warlord watchdog watcher whip whistleblower whistle-blower widow
widower wife winner witness woman worker worshiper writer youngster youth zealot billionaire-turned-politician
businessman-turned-politician statistician tsar czar vet grad alum alumnus alumna ex-aide ex-official mom mum mama
papa grandma grandpa guy gal bloke chap fellow someone somebody everyone everybody anyone anybody nobody radioman
interlocutor emcee ombudsman ombudswoman pontiff cleric surgeon preacher
"""
"""Singular nouns, lower case; plurals are made by rule."""

PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife", "police": "officer",
    "congressmen": "congressman", "lawmen": "lawman", "clergy": "clergyman", "folks": "person", "alumni": "alumnus",
    "media": "", "public": "", "crowd": "", "others": "person", "troops": "soldier", "personnel": "employee",
}  # fmt: skip
"""Irregular plurals and words that mean several people -> the singular, "" where there is none."""

MALE = """
spokesman chairman congressman councilman alderman assemblyman businessman salesman policeman fireman fisherman
clergyman statesman gunman foreman newsman king prince emperor duke earl lord father brother son husband grandfather
grandson uncle nephew boy boyfriend dad grandpa man gentleman monk priest pope widower actor waiter stepfather bloke
chap guy nobleman headmaster ex-husband rabbi imam schoolboy hero landlord selectman ombudsman radioman strongman
"""
FEMALE = """
spokeswoman chairwoman congresswoman councilwoman alderwoman assemblywoman businesswoman saleswoman policewoman
queen princess empress duchess lady mother sister daughter wife grandmother granddaughter aunt niece girl girlfriend
mom mum grandma woman nun widow actress waitress stepmother hostess heiress mistress ex-wife schoolgirl heroine
housewife gal mama ombudswoman
"""

MODIFIERS = """
former ex then acting interim deputy vice senior junior chief top high-ranking high-level leading prominent veteran
longtime long-time outgoing incoming current ranking anonymous unnamed unidentified retired late new old young first
last next other another fellow local national federal state regional international foreign domestic public private
official presidential vice-presidential gubernatorial congressional senatorial parliamentary mayoral municipal
political military naval religious royal medical legal financial economic diplomatic environmental social
independent liberal conservative progressive moderate libertarian left-wing right-wing far-right far-left centrist
socialist communist democratic republican gop presumptive likely potential prospective front-running frontrunning
likely wealthy rich powerful influential outspoken embattled controversial popular populist nationalist disgraced
convicted alleged special general executive administrative legislative judicial lead head key main sole one-time
onetime would-be self-described self-styled self-proclaimed billionaire millionaire celebrity british-born
newly-elected elected newly appointed incumbent veteran opposition ruling majority minority two-term one-term
three-term
"""
"""Adjectives and nouns that stand before a role."""

CLASSES = {
    "head of state": "president leader dictator strongman ruler premier chancellor monarch king queen emir tsar",
    "lawmaker": "senator congressman congresswoman representative lawmaker legislator parliamentarian mp mep deputy "
    "assemblyman assemblywoman whip speaker politician republican democrat conservative liberal",
    "spokesman": "spokesman spokeswoman spokesperson secretary aide official representative",
    "governor": "governor politician executive republican democrat",
    "mayor": "mayor politician official",
    "minister": "minister secretary official diplomat politician chancellor",
    "candidate": "candidate nominee contender front-runner frontrunner hopeful challenger rival opponent politician "
    "businessman billionaire mogul tycoon magnate",
    "adviser": "adviser advisor aide strategist official consultant operative manager staffer confidant ally",
    "lawyer": "lawyer attorney counsel prosecutor solicitor",
    "judge": "judge justice jurist magistrate",
    "executive": "executive ceo chairman chairwoman chief boss president founder director head businessman owner "
    "businesswoman tycoon billionaire entrepreneur",
    "scholar": "professor scholar academic researcher expert analyst economist scientist historian lecturer fellow",
    "journalist": "journalist reporter correspondent editor columnist anchor host commentator writer author",
    "writer": "writer author novelist poet playwright biographer essayist memoirist dramatist screenwriter",
    "scientist": "scientist researcher biologist physicist chemist geologist meteorologist climatologist astronomer "
    "ecologist epidemiologist virologist neuroscientist",
    "officer": "officer general colonel captain commander admiral sergeant soldier lieutenant major chief sheriff",
    "cleric": "pope pontiff bishop archbishop cardinal priest pastor reverend rabbi imam cleric preacher minister",
    "envoy": "envoy ambassador emissary diplomat negotiator representative",
    "doctor": "doctor physician surgeon neurosurgeon psychiatrist",
    "artist": "actor actress singer comedian rapper musician artist star performer",
}
"""Roles that news prose uses for one person by turns."""

ADJECTIVAL = """
republican democrat general liberal conservative progressive moderate radical native local private official public chief
head model expert veteran delegate independent libertarian communist socialist nationalist islamist evangelical
traditionalist partisan immigrant student consumer human fellow junior senior minority majority star rebel royal
terrorist donor user voter patient player child woman black white minor military guest
"""
"""Roles that stand as often before a noun ("the general election") as for themselves."""

PARTIES = """
republican democratic democrat gop conservative labour liberal tory green libertarian socialist communist independent
social christian national progressive
"""
"""Words of parties: two people of one party are many, two of two parties are two."""

ENDINGS = "ologist ologists ographer ographers ician icians"
"""What makes a word of no list a role."""
