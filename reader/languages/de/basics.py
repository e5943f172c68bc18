"""German: months, abbreviations, the commonest words. Data only."""

MONTHS = {
    "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7, "august": 8,
    "september": 9, "oktober": 10, "november": 11, "dezember": 12, "jan": 1, "feb": 2, "mär": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dez": 12,
}  # fmt: skip

WEEKDAYS = frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so".split()
)

ABBREVIATIONS = frozenset(
    """dr prof hr fr st bzw ca etc evtl ggf inkl mio mrd nr usw vgl z.b d.h u.a o.ä s.o abs art bd geb gest jh
    jan feb aug sept okt nov dez str tel max min z b d h u a""".split()
)

CLOSING_ABBREVIATIONS = frozenset("usw etc mio mrd".split())

STARTERS = frozenset(
    """der die das ein eine er sie es wir ihr ich dies diese dieser dieses und aber doch in im am auf bei nach
    vor mit für von zu wenn als während weil auch so man zudem allerdings""".split()
)

COMMON = frozenset(
    "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass "
    "sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis".split()
)
