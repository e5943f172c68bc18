"""German nouns for people who can be quoted."""

ROLES = """
sprecher sprecherin präsident präsidentin kanzler kanzlerin minister ministerin ministerpräsident
ministerpräsidentin chef chefin vorsitzender vorsitzende vorsitzenden abgeordneter abgeordnete abgeordneten senator
senatorin bürgermeister bürgermeisterin beamter beamte beamtin experte expertin experten anwalt anwältin richter
richterin staatsanwalt staatsanwältin polizist polizistin zeuge zeugin augenzeuge augenzeugin forscher forscherin
wissenschaftler wissenschaftlerin professor professorin lehrer lehrerin arzt ärztin autor autorin journalist
journalistin reporter reporterin redakteur redakteurin politiker politikerin diplomat diplomatin botschafter
botschafterin general generäle offizier offizierin soldat soldatin kommandeur kommandant könig königin papst bischof
bischöfin kardinal pfarrer pfarrerin trainer trainerin spieler spielerin sänger sängerin schauspieler schauspielerin
regisseur regisseurin künstler künstlerin unternehmer unternehmerin manager managerin direktor direktorin leiter
leiterin gründer gründerin eigentümer berater beraterin vertreter vertreterin vertrauter vertraute kritiker
kritikerin gegner gegnerin anhänger anhängerin mitarbeiter mitarbeiterin nachbar nachbarin mann frau mutter vater
sohn tochter bruder schwester junge mädchen kind student studentin schüler schülerin bewohner bewohnerin bürger
bürgerin demonstrant demonstrantin aktivist aktivistin analyst analystin ökonom ökonomin historiker historikerin
kandidat kandidatin gouverneur gouverneurin staatschef staatschefin regierungschef regierungschefin außenminister
außenministerin amtskollege amtskollegin kollege kollegin nachfolger nachfolgerin vorgänger vorgängerin gesandter
gesandte sondergesandter insider insiderin quelle
"""
PLURALS = {
    "experten": "experte", "beamte": "beamter", "beamten": "beamter", "leute": "", "menschen": "", "zeugen": "zeuge",
    "augenzeugen": "augenzeuge", "abgeordnete": "abgeordneter", "politiker": "politiker", "kritiker": "kritiker",
    "forscher": "forscher", "anwälte": "anwalt", "eltern": "", "ärzte": "arzt", "journalisten": "journalist",
    "diplomaten": "diplomat", "soldaten": "soldat", "demonstranten": "demonstrant", "aktivisten": "aktivist",
    "analysten": "analyst", "ökonomen": "ökonom", "insider": "insider", "vertreter": "vertreter",
    "bewohner": "bewohner", "anwohner": "anwohner", "nachbarn": "nachbar", "studenten": "student", "quellen": "quelle",
}  # fmt: skip
MALE = """
sprecher präsident kanzler ministerpräsident bürgermeister beamter anwalt staatsanwalt polizist wissenschaftler lehrer
arzt journalist reporter redakteur diplomat botschafter papst bischof kardinal pfarrer trainer sänger schauspieler
regisseur künstler unternehmer direktor leiter gründer könig mann vater sohn bruder student schüler ökonom historiker
kandidat gouverneur staatschef regierungschef außenminister minister chef vorsitzender kremlchef kremlsprecher
"""
FEMALE = """
sprecherin präsidentin kanzlerin ministerin ministerpräsidentin chefin senatorin bürgermeisterin beamtin expertin
anwältin richterin staatsanwältin polizistin zeugin forscherin wissenschaftlerin professorin lehrerin ärztin autorin
journalistin reporterin redakteurin politikerin diplomatin botschafterin königin bischöfin pfarrerin trainerin
spielerin sängerin schauspielerin regisseurin künstlerin unternehmerin managerin direktorin leiterin gründerin
beraterin vertreterin kritikerin frau mutter tochter schwester studentin schülerin bewohnerin aktivistin analystin
ökonomin historikerin kandidatin gouverneurin staatschefin regierungschefin außenministerin amtskollegin kollegin
"""
ENDINGS = """
sprecher sprecherin präsident präsidentin kanzler kanzlerin minister ministerin ministers chef chefin vorsitzender
vorsitzende beauftragte beauftragter leiter leiterin experte expertin experten politiker politikerin anwalt anwältin
richter richterin meister meisterin sekretär sekretärin direktor direktorin forscher forscherin kandidat kandidatin
berater beraterin trainer trainerin kommissar kommissarin abgeordnete abgeordneter abgeordneten general generalin
"""
"""What makes a long word a role: "Regierungssprecher", "Verkehrsministerin", "Kreml-Sprecher"."""
MODIFIERS = """
ehemalige ehemaliger ehemaligen früherer frühere früheren stellvertretender stellvertretende neuer neue neuen alter
deutsche deutscher deutschen russische russischer russischen ukrainische ukrainischer amerikanische amerikanischer
amerikanischen französische französischer britische britischer designierter designierte amtierende amtierender
scheidende scheidender ranghoher hochrangiger hoher oberster leitender grüne grüner sozialdemokratische konservative
"""
CLASSES = {
    "head of state": "präsident präsidentin staatschef staatschefin kremlchef regierungschef regierungschefin",
    "head of government": "kanzler kanzlerin regierungschef regierungschefin premierminister premierministerin premier "
    "ministerpräsident ministerpräsidentin",
    "minister": "minister ministerin außenminister außenministerin politiker politikerin",
    "spokesman": "sprecher sprecherin kremlsprecher",
    "lawmaker": "abgeordneter abgeordnete senator senatorin politiker politikerin",
    "mayor": "bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin politiker politikerin",
    "lawyer": "anwalt anwältin verteidiger verteidigerin",
    "scholar": "professor professorin forscher forscherin wissenschaftler wissenschaftlerin experte expertin ökonom",
    "executive": "chef chefin direktor direktorin manager managerin leiter leiterin unternehmer unternehmerin",
}
PARTIES = "cdu csu spd grüne grünen fdp afd linke linken bsw"
