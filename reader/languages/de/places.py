"""German names of countries with their people and capitals, and of cities."""

COUNTRIES = """
Deutschland|deutsche deutscher deutschen deutsches Deutsche Deutscher Deutschen|Berlin
Russland|russische russischer russischen russisches Russe Russen|Moskau
Ukraine|ukrainische ukrainischer ukrainischen ukrainisches Ukrainer|Kiew Kyjiw
USA|amerikanische amerikanischer amerikanischen US Amerikaner|Washington
Frankreich|französische französischer französischen Franzose Franzosen|Paris
Großbritannien|britische britischer britischen Brite Briten|London
Österreich|österreichische österreichischer österreichischen Österreicher|Wien
Schweiz|Schweizer schweizerische|Bern
Italien|italienische italienischer italienischen Italiener|Rom
Spanien|spanische spanischer spanischen Spanier|Madrid
Polen|polnische polnischer polnischen Pole|Warschau
China|chinesische chinesischer chinesischen Chinese Chinesen|Peking
Japan|japanische japanischer japanischen Japaner|Tokio
Türkei|türkische türkischer türkischen Türke Türken|Ankara
Ungarn|ungarische ungarischer ungarischen|Budapest
Tschechien|tschechische tschechischer tschechischen Tscheche|Prag
Niederlande|niederländische niederländischer niederländischen Niederländer|Amsterdam
Belgien|belgische belgischer belgischen Belgier|Brüssel
Dänemark|dänische dänischer dänischen Däne Dänen|Kopenhagen
Schweden|schwedische schwedischer schwedischen Schwede|Stockholm
Norwegen|norwegische norwegischer norwegischen Norweger|Oslo
Finnland|finnische finnischer finnischen Finne Finnen|Helsinki
Griechenland|griechische griechischer griechischen Grieche Griechen|Athen
Israel|israelische israelischer israelischen Israeli Israelis|Jerusalem
Iran|iranische iranischer iranischen Iraner|Teheran
Syrien|syrische syrischer syrischen Syrer|Damaskus
Indien|indische indischer indischen Inder|Neu-Delhi
Brasilien|brasilianische brasilianischer brasilianischen Brasilianer|Brasília
Kanada|kanadische kanadischer kanadischen Kanadier|Ottawa
Mexiko|mexikanische mexikanischer mexikanischen Mexikaner|
Belarus|belarussische belarussischer belarussischen|Minsk
Serbien|serbische serbischer serbischen Serbe Serben|Belgrad
Rumänien|rumänische rumänischer rumänischen Rumäne Rumänen|Bukarest
Bulgarien|bulgarische bulgarischer bulgarischen Bulgare|Sofia
Saudi-Arabien|saudische saudischer saudischen|Riad
Ägypten|ägyptische ägyptischer ägyptischen Ägypter|Kairo
"""
SEATS = {"kreml": "russland", "kremlchef": "russland", "kremlsprecher": "russland", "weißes haus": "usa",
         "us-präsident": "usa", "us-präsidenten": "usa", "downing street": "großbritannien"}  # fmt: skip
STATES = """
Bayern|
Sachsen|
Hessen|
Thüringen|
Brandenburg|
Niedersachsen|
Nordrhein-Westfalen|
Baden-Württemberg|
Rheinland-Pfalz|
Schleswig-Holstein|
Sachsen-Anhalt|
Saarland|
Mecklenburg-Vorpommern|
"""
CITIES = """
Hamburg|München|Köln|Frankfurt|Stuttgart|Düsseldorf|Leipzig|Dortmund|Essen|Bremen|Dresden|Hannover|Nürnberg|Duisburg
Bonn|Münster|Karlsruhe|Mannheim|Augsburg|Wiesbaden|Kiel|Lübeck|Erfurt|Mainz|Rostock|Kassel|Potsdam|Zürich|Genf|Basel
Graz|Salzburg|Europa|Asien|Afrika|New York|Straßburg|Mailand|Istanbul|Gaza|Krim|Donbass
"""
MORE_PEOPLES = """
europäische europäischer europäischen Europäer Araber Kurde Kurden Muslime Muslim Juden Christen Grüne Grünen
Sozialdemokraten Liberale Konservative
"""
