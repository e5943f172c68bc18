"""German: the words that the furniture of a news page is made of, by what they tell. Data only."""

WORDS = {
    "share": """
        teilen geteilt merken drucken druckansicht versenden weiterleiten folgen per twittern e-mail mailen
        facebook artikel-link kopieren empfehlen
    """,
    "navigation": """
        startseite menü suche suchen zurück weiter hauptmenü springen inhalt navigation übersicht öffnen schließen
        anzeigen seite seiten nächste vorherige nach oben archiv rubriken
    """,
    "section": """
        nachrichten politik wirtschaft kultur sport panorama wissen gesundheit reise auto karriere meinung wetter
        lokales regional ausland inland digital netzwelt gesellschaft feuilleton finanzen börse leben videos
    """,
    "legal": """
        impressum datenschutz datenschutzerklärung agb nutzungsbedingungen urheberrecht vorbehalten
        cookie-einstellungen cookies widerruf rechte nutzungsrechte barrierefreiheit
    """,
    "comment": """
        kommentar kommentare kommentieren antworten leserkommentare leserbrief diskutieren forum beitrag melden
        netiquette
    """,
    "related": """
        lesen auch mehr thema themen lesetipp siehe dazu weitere verwandte artikel passend
    """,
    "popular": """
        meistgelesen meistgelesene meistgelesenen neueste beliebt aktuell aktuelle empfehlungen top
    """,
    "subscribe": """
        abonnieren abo abonnement abonnenten newsletter anmelden kostenlos registrieren testen probeabo bestellen
    """,
    "advert": """
        anzeige anzeigen werbung gesponsert anzeigenmarkt mediadaten angebot angebote
    """,
    "login": """
        anmelden abmelden registrieren passwort konto benutzername einloggen ausloggen profil
    """,
    "contact": """
        kontakt hilfe über uns redaktion jobs karriere telefon service
    """,
    "picture": """
        foto fotos bild bilder bildquelle quelle symbolbild archivbild bildergalerie fotostrecke grafik
    """,
    "player": """
        abspielen video audio anhören dauer laden live
    """,
    "time": """
        uhr aktualisiert stand veröffentlicht erstellt geändert vor stunden minuten tagen
    """,
    "byline": """
        von autor autorin redakteur redakteurin korrespondent korrespondentin redaktion
    """,
    "agency": """
        dpa afp reuters ap epd kna sid apa sda
    """,
    "tags": """
        schlagwörter schlagworte stichwörter themen
    """,
    "said": """
        sagte sagt erklärte betonte teilte laut zufolge so meinte
    """,
}
