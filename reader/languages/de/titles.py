"""German words that stand before a person's name."""

HONORIFICS = {"herr": "m", "herrn": "m", "frau": "f", "hr": "m", "fr": "f", "fräulein": "f", "graf": "m",
              "gräfin": "f", "sir": "m", "lady": "f", "mr": "m", "mrs": "f"}  # fmt: skip
TITLES = """
präsident präsidentin kanzler kanzlerin minister ministerin ministerpräsident ministerpräsidentin bürgermeister
bürgermeisterin oberbürgermeister oberbürgermeisterin senator senatorin abgeordneter abgeordnete abgeordneten doktor
dr prof professor professorin general generalin oberst hauptmann admiral kommissar kommissarin papst kardinal
bischof bischöfin erzbischof pfarrer pfarrerin rabbiner imam könig königin prinz prinzessin fürst fürstin herzog
herzogin sprecher sprecherin chef chefin vorsitzender vorsitzende direktor direktorin botschafter botschafterin
gouverneur gouverneurin richter richterin staatsanwalt staatsanwältin anwalt anwältin trainer trainerin autor
autorin schauspieler schauspielerin sänger sängerin regisseur regisseurin experte expertin ökonom ökonomin analyst
analystin forscher forscherin historiker historikerin politiker politikerin kandidat kandidatin parteichef
parteichefin generalsekretär generalsekretärin staatssekretär staatssekretärin premierminister premierministerin
premier unternehmer unternehmerin milliardär us-präsident kremlchef kremlsprecher außenminister außenministerin
"""
SUFFIXES = "jr sr ii iii iv"
ABBREVIATED = "dr prof hr fr st bzw nr jr sr dipl ing med phil rer nat jur"
COMPOUNDS = """
nationaler sicherheitsberater|nationale sicherheitsberaterin
"""
PORTFOLIOS = ""
