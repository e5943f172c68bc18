"""French names of countries with their people and capitals, and of cities."""

COUNTRIES = """
France|français française françaises Français Française|Paris
Russie|russe russes Russe Russes|Moscou
Ukraine|ukrainien ukrainienne ukrainiens Ukrainien Ukrainiens|Kiev Kyiv
États-Unis|américain américaine américains Américain Américains|Washington
Etats-Unis||
Allemagne|allemand allemande allemands Allemand Allemands|Berlin
Royaume-Uni|britannique britanniques Britannique Britanniques|Londres
Angleterre|anglais anglaise Anglais|
Italie|italien italienne italiens Italien Italiens|Rome
Espagne|espagnol espagnole espagnols Espagnol Espagnols|Madrid
Belgique|belge belges Belge Belges|Bruxelles
Suisse|suisse suisses Suisses|Berne
Pologne|polonais polonaise Polonais|Varsovie
Chine|chinois chinoise Chinois|Pékin
Japon|japonais japonaise Japonais|Tokyo
Turquie|turc turque turcs Turc Turcs|Ankara
Hongrie|hongrois hongroise Hongrois|Budapest
Pays-Bas|néerlandais néerlandaise Néerlandais|Amsterdam
Suède|suédois suédoise Suédois|Stockholm
Norvège|norvégien norvégienne Norvégiens|Oslo
Danemark|danois danoise Danois|Copenhague
Finlande|finlandais finlandaise Finlandais|Helsinki
Grèce|grec grecque grecs Grecs|Athènes
Portugal|portugais portugaise Portugais|Lisbonne
Israël|israélien israélienne israéliens Israéliens|Jérusalem
Iran|iranien iranienne iraniens Iraniens|Téhéran
Syrie|syrien syrienne syriens Syriens|Damas
Liban|libanais libanaise Libanais|Beyrouth
Algérie|algérien algérienne algériens Algériens|Alger
Maroc|marocain marocaine marocains Marocains|Rabat
Tunisie|tunisien tunisienne tunisiens Tunisiens|Tunis
Égypte|égyptien égyptienne égyptiens Égyptiens|
Mali|malien malienne maliens Maliens|Bamako
Sénégal|sénégalais sénégalaise Sénégalais|Dakar
Inde|indien indienne indiens Indiens|
Brésil|brésilien brésilienne brésiliens Brésiliens|Brasilia
Canada|canadien canadienne canadiens Canadiens|Ottawa
Québec|québécois québécoise Québécois|
Mexique|mexicain mexicaine mexicains Mexicains|Mexico
Roumanie|roumain roumaine roumains Roumains|Bucarest
"""
SEATS = {"kremlin": "russie", "maison blanche": "états-unis", "élysée": "france", "matignon": "france"}
STATES = ""
CITIES = """
Lyon|Marseille|Toulouse|Nice|Nantes|Strasbourg|Montpellier|Bordeaux|Lille|Rennes|Reims|Grenoble|Dijon|Genève
Lausanne|Zurich|Liège|Anvers|Montréal|Europe|Asie|Afrique|New York|Bretagne|Normandie|Corse|Calais|Gaza|Crimée
Donbass|Saint-Denis
"""
MORE_PEOPLES = "européen européenne européens Européens arabe arabes kurde kurdes musulmans juifs chrétiens"
