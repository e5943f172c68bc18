"""English words for organisations, documents and other things that can be a source."""

ORGANISATION_WORDS = """
Academy Administration Agency Alliance Army Assembly Association Authority Bancorp Bank Board Brigade Brothers
Bureau Bundesbank Bundestag Cabinet Campaign Caucus Center Centre Chamber Charity Church Club Coalition College
Commission Committee Company Conference Confederation Congress Consortium Consulting Corp Corporation Corps Council
Court Courts Daily Department Directorate Division Embassy Enterprises Exchange Federation Forces Force Forum
Foundation Fund Funds Front Gazette Group Guard Guild Herald Holdings Hospital House Inc Industries Initiative
Institute Institution Intelligence Investments Journal Laboratories Laboratory Labs League Legion Legislature
Library Limited LLC LLP Ltd Magazine Media Militia Ministry Mission Monitor Movement Museum Navy Network News
Observatory Office Opera Orchestra Organisation Organization PAC Panel Parliament Partners Partnership Party Patrol
Pictures PLC Polytechnic Post Press Productions Project Radio Records Register Regiment Reserve Review Schools
School Secretariat Securities Senate Service Services Society Solutions Studio Studios Syndicate Systems Task
Taskforce Team Telegraph Television Times Tribune Tribunal Trust TV Union United University Ventures Watch Works
Workers Airlines Airways Motors Technologies Software Pharmaceuticals Energy Oil Gas Electric Communications Telecom
Insurance Capital Management Associates Research Democrats Republicans Conservatives Liberals Labour Chronicle
Examiner Enquirer Inquirer Globe Sun Star Mirror Guardian Independent Observer Economist Dispatch Sentinel Courier
Constitution Beast Report Atlantic Politico Politifact Committee's Teamsters Brotherhood Soviet Duma Knesset Rada
Bundesrat Reichstag Command Treasury Exchequer Directorate Tower Towers Plaza Hall Street Avenue Building Airport
Hotel Hotels Park Stadium County City Bridge Beach River Valley Island Islands Square Station Prison Jail Highway
Road Award Awards Prize Act Emails Show Convention Summit Memorial Festival Casino Resort Ballroom Amphitheater
Theater Theatre Arena Cemetery Mountains Desert Ocean Sea Lake Bay Zoo District Precinct Institutes Advisers
Advisors Attorneys Communities Sciences Coalition Cathedral Synod Curia Militia Police Marines
"""
"""Capitalised words that make a run of capitalised words a body."""

INSTITUTION_NAMES = """
kremlin pentagon whitehall congress parliament senate knesset duma rada bundestag vatican interpol nato unesco
unicef opec eu un fbi cia nsa doj epa irs cdc who wto imf gop dnc rnc nra aclu naacp bbc cnn nbc abc cbs msnbc pbs
npr fox reuters bloomberg facebook twitter google amazon microsoft apple youtube instagram snapchat tiktok hamas
hezbollah taliban isis isil daesh al-qaeda al-qaida mossad tass xinhua ria interfax politifact factcheck wikipedia
breitbart buzzfeed huffpost politico axios vox slate salon newsweek espn ap afp upi usda hud fda faa fema tsa dhs
ice osce iaea icc icj nhs mi5 mi6 tuc cbi snp dup ukip likud hdp pkk akp cdu csu spd afd fsb gru svr kgb aipac
afl-cio seiu peta planned-parenthood moveon greenpeace amnesty brexit tories labour
"""
"""Bodies of one word that stand without an article or with "the"; general knowledge, lower case."""

INSTITUTION_PHRASES = """
white house|downing street|capitol hill|wall street|number 10|no 10|foreign office|home office|holy see|red cross
usa today|al jazeera|islamic state|planned parenthood|supreme court|united nations|european union
house of representatives|state department|justice department|defense department|fox news|black lives matter
tea party|islamic revolutionary guard|associated press|agence france-presse|access hollywood|buckingham palace
kensington palace|scotland yard|national rifle association|security council|bank of england|federal reserve
blue house|elysee palace|élysée palace|house of commons|house of lords|house of windsor|sinn fein|sinn féin|the hill
people's daily|wikileaks
"""

BODY_NOUNS = """
administration agency airline alliance army assembly association audience authority authorities bank board body
bureau business cabinet camp campaign caucus center centre chamber charity church city club coalition college
commission committee community companies company conglomerate consortium corporation council county court courts
crew crowd delegation department distributor division embassy establishment faction family federation firm force
forces forum foundation front fund government governments group hospital industry institute institution
investigators jury laboratory leadership league legislature lobby magazine management maker manufacturer media
military militia ministry mission mob monarchy movement museum navy neighborhood network newspaper newsroom
nonprofit office opposition orchestra organisation organization outlet outlets panel paper parliament parties party
platform police press prosecution prosecutors public publication publisher regime regulator retailer school
secretariat senate service side society squad staff startup state store studio supplier survey-firm syndicate task
team think-tank tribunal troupe trust union unit university watchdog website wire works defense defence household
ticket duo trio pair army crown palace mosque synagogue parish diocese municipality tribe nation country province
republic kingdom
"""

DOCUMENTS = """
account ad address advertisement advisory affidavit agreement alert analysis announcement answer appeal article
audit autobiography banner bill billboard biography blog book brief briefing broadcast brochure bulletin caption
chapter charter chart check clip column comment commercial communique communiqué complaint constitution contract
copy court-filing declaration decree deposition description diary dispatch document documentary documents dossier
draft editorial email e-mail emails entry essay estimate estimates evidence excerpt facebook-post fact-check file
files filing filings film findings flier flyer footage forecast form graphic guide guidelines guidance handbook
headline homepage indictment inscription instruction instructions interview introduction invitation invoice journal
judgment judgement law lawsuit leaflet letter letters list listing log manifesto manual map memo memoir memorandum
memos message messages minutes motto narration narrator news-release note notes notice notebook op-ed opinion order
ordinance outline page pamphlet paper papers paragraph passage petition piece pitch plan plaque platform playbook
poll polls pollster polling post poster posting posts preamble preface presentation press-release profile program
programme proposal prospectus publication quote readout reading record records recording regulation regulations
release remarks report reports research resolution response resume results review rule ruling rules script section
segment sentence series sheet show sign signs slide slogan song speech spot spreadsheet statement statements
statistics statute story stories study studies submission subpoena summary survey surveys tape telegram testimony
text texts thread title trailer transcript translation treaty tribute tweet tweets update verdict version video
voice voiceover voice-over warning warrant web webpage webcast website wire writ wording photo photograph picture
image t-shirt shirt sticker tombstone data figures
"""
"""Nouns of things that "say": documents, polls, broadcasts."""

SAYING = """
said says say saying told tells tell asked asks added adds wrote writes tweeted tweets posted stated states noted
notes argued argues claimed claims insisted insists explained explains declared declares announced announces
responded responds replied replies warned warns called calls described describes suggested suggests reported reports
read reads shouted shouts testified acknowledged acknowledges admitted admits conceded concedes concluded concludes
predicted complained complains joked jokes recalled recalls continued continues quipped charged charges accused
alleged alleges asserted asserts remarked observed commented confirmed denied denies found finds shows showed
"""
"""The commonest verbs of saying: only used to see that an unknown noun before one is a source."""

CAMPS = "administration campaign camp presidency candidacy team"
"""Bodies that bear the name of a person."""
