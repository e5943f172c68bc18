"""German: the words that report speech. Data only: forms as they stand in a text, one verb's forms a group."""

INFLECT = False
"""False: the lists hold forms; groups of forms are parted by commas, the first form of each gives its name."""
SAY = """
sagte sagt sagten sagen gesagt, erklärte erklärt erklärten erklären, antwortete antwortet, betonte betont
betonten betonen, fügte, ergänzte ergänzt, meinte meint meinten meinen gemeint, bemerkte bemerkt, erwiderte
erwidert, entgegnete entgegnet, rief ruft gerufen, flüsterte flüstert, wiederholte wiederholt, unterstrich
unterstreicht unterstrichen, äußerte äußert, kommentierte kommentiert, scherzte scherzt, resümierte resümiert,
berichtete berichtet, sprach spricht, mahnte mahnt gemahnt, schwärmte schwärmt, klagte klagt geklagt, hieß
heißt, bilanzierte bilanziert, konterte kontert, stellte
"""
TELL = """
warnte warnt gewarnt, versicherte versichert, teilte mitgeteilt, informierte informiert, fragte fragt gefragt,
forderte fordert gefordert, erzählte erzählt, bat bittet gebeten
"""
WRITE = """
schrieb schreibt schrieben geschrieben, twitterte twittert getwittert, postete postet gepostet, notierte
notiert, zitierte zitiert, veröffentlichte veröffentlicht, formulierte formuliert
"""
CLAIM = """
behauptete behauptet behaupten, räumte, bestätigte bestätigt bestätigten, verkündete verkündet, kündigte
angekündigt, kritisierte kritisiert kritisierten, vermutete vermutet, glaubte glaubt glauben, hoffte hofft, gab
gibt gegeben, hob, wies, argumentierte argumentiert, dementierte dementiert, gestand gesteht, versprach
verspricht versprochen, verlangte verlangt, urteilte urteilt, befand befindet, lobte lobt gelobt, beklagte
beklagt, vermeldete meldete meldet gemeldet, prophezeite prophezeit, schätzte schätzt, sah sieht
"""
CALL = """
nannte nennt genannt nannten, bezeichnete bezeichnet bezeichneten, beschrieb beschreibt beschrieben, verurteilte
verurteilt, titulierte tituliert, charakterisierte charakterisiert, würdigte würdigt, geißelte geißelt, wertete
wertet
"""
SPEAK = """
redete redet, begann beginnt, schloss schließt, äußerten, reagierte reagiert, plädierte plädiert, appellierte
appelliert, sprachen gesprochen, drohte droht
"""
NOUN = """
Erklärung Mitteilung Aussage Äußerung Interview Rede Stellungnahme Brief Bericht Tweet Antwort Frage Worte Wort
"""
SOURCE = (
    "laut",
    "nach angaben von",
    "nach angaben der",
    "nach angaben des",
    "nach ansicht von",
    "so",
    "gemäß",
    "nach worten von",
    "nach den worten von",
)
"""What stands before a source."""
IRREGULAR = ""
AUXILIARY = frozenset(
    """
    hat haben hatte hatten ist sind war waren wird werden wurde wurden auch zudem außerdem dann später nun noch
    hinzu ferner dabei daraufhin weiter dazu bereits
    """.split()
)
PREPOSITIONS = frozenset(
    """
    in im an am auf bei beim mit nach seit von vom vor zu zum zur aus durch für gegen ohne um über unter
    zwischen wegen während trotz laut gegenüber
    """.split()
)
CONJUNCTIONS = frozenset(
    """
    und aber oder doch sondern weil als wenn während obwohl nachdem bevor denn
    """.split()
)
SCARE = frozenset(
    """
    sogenannte sogenannten sogenannter genannt namens titel motto
    """.split()
)
THAT = frozenset(
    """
    dass ob wie warum
    """.split()
)
WHAT = frozenset(
    """
    was
    """.split()
)
DETERMINERS = frozenset(
    """
    der die das den dem des ein eine einer eines einem einen diese dieser dieses kein keine sein seine ihr ihre
    """.split()
)
ADVERB = ("erweise",)
"""Endings of adverbs."""
PRONOUNS = {
    "er": "m", "sie": "f", "es": "n", "wir": "w", "ich": "i", "man": "n", "ihm": "o", "ihr": "o", "ihn": "o",
    "sein": "o", "seine": "o", "ihre": "o",
}  # fmt: skip
"""Pronouns to their sort: m, f, p, n, w, i, y subjects; r relative; o object or possessive."""
SPECIAL = {"zu": "TO", "von": "BY", "vom": "BY", "als": "AS", "durch": "BY"}
"""Prepositions with a part of their own: what English has in to, by, of and as."""
TAIL = ""
"""Dashes that may stand between a quote and what reports it."""
TURNS = {"f": "question", "frage": "question", "a": "answer", "antwort": "answer"}
"""What stands before a question and an answer of an interview whose labels name nobody."""
OURSELVES = frozenset("ich wir unser unsere unserer unserem unseren mein meine uns mir mich".split())
"""Words by which a statement speaks of who makes it."""
