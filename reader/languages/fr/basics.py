"""French: months, abbreviations, the commonest words. Data only."""

MONTHS = {
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "janv": 1, "févr": 2, "avr": 4, "juil": 7,
    "sept": 9, "oct": 10, "nov": 11, "déc": 12,
}  # fmt: skip

WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim".split())

ABBREVIATIONS = frozenset("m mm mme mlle dr pr me st ste etc cf p pp av bd no env art janv févr avr juil sept".split())

CLOSING_ABBREVIATIONS = frozenset("etc".split())

STARTERS = frozenset(
    """le la les un une des il elle ils elles on nous vous je ce cette ces et mais ou donc dans en à au aux pour
    par sur avec sans selon depuis après avant si quand lorsque cependant""".split()
)

COMMON = frozenset(
    "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec ont son "
    "aux cette mais été ses comme elle ou fait leur nous deux lui ces".split()
)
