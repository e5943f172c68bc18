"""German words for organisations and documents."""

ORGANISATION_WORDS = """
Ministerium Außenministerium Innenministerium Verteidigungsministerium Finanzministerium Auswärtiges Amt Bundesamt
Landtag Bundestag Bundesrat Bundesbank Universität Hochschule Institut Stiftung Verein Verband Gewerkschaft Partei
Fraktion Zeitung Rundschau Tageblatt Kurier Anzeiger Allgemeine Nachrichten Rundfunk Fernsehen Sender GmbH AG SE Bank
Kommission Gericht Bundesgericht Verfassungsgericht Bundeswehr Polizei Akademie Gesellschaft Union Rat Parlament
Kammer Konzern Werke Klinikum Krankenhaus Museum Theater Nationen Organisation Agentur Straße Platz Turm Stadion
"""
INSTITUTION_NAMES = """
kreml pentagon bundestag bundesrat bundesbank bundeswehr bundesregierung knesset duma vatikan nato uno eu un bnd bka
ard zdf dpa afp reuters bbc cnn spiegel faz bild taz cdu csu spd fdp afd hamas hisbollah taliban siemens volkswagen
greenpeace adac dfb fifa uefa verdi tass interfax
"""
INSTITUTION_PHRASES = """
weißes haus|weiße haus|weißen haus|vereinte nationen|europäische union|auswärtiges amt
"""
BODY_NOUNS = """
regierung ministerium außenministerium innenministerium verteidigungsministerium finanzministerium behörde behörden
amt partei fraktion koalition opposition unternehmen konzern firma gesellschaft bank gericht staatsanwaltschaft
polizei armee militär streitkräfte kommission parlament rat stadt verwaltung gewerkschaft verband verein universität
institut zeitung sender agentur nachrichtenagentur magazin redaktion klub botschaft präsidialamt feuerwehr kirche
seite gruppe organisation bundesregierung landesregierung
"""
DOCUMENTS = """
bericht erklärung mitteilung stellungnahme studie umfrage brief schreiben dokument papier urteil gutachten artikel
interview rede statistik vertrag gesetz entwurf protokoll buch zeitungsbericht medienberichte berichte post tweet
pressemitteilung
"""
SAYING = """
sagte sagt sagten sagen erklärte erklärt erklärten betonte betont teilte mitteilte schrieb schreibt meinte meint fügte
hinzu warnte warnt forderte fordert kritisierte kritisiert berichtete berichtet kündigte ankündigte behauptete
antwortete nannte nennt bezeichnete versicherte bestätigte räumte hieß lobte äußerte
"""
