"""English: months, abbreviations, the commonest words. Data only."""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)

ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof rev hon gen lt col maj capt cmdr sgt cpl adm brig sen rep gov pres amb sec supt insp det
    st mt ft jr sr messrs mme mlle jan feb mar apr jun jul aug sep sept oct nov dec no nos v vol pp ed eds vs etc
    fig figs approx dept est al cf ca co corp inc ltd bros ave blvd rd e.g i.e u.s u.k u.n e.u a.m p.m d.c l.a n.y
    ph.d b.a m.a ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev
    okla ore pa tenn tex vt va wash wis wyo""".split()
)
"""Words that are written with a full stop which ends no sentence, without that last stop."""

CLOSING_ABBREVIATIONS = frozenset("u.s u.k u.n e.u a.m p.m d.c l.a n.y inc ltd corp co jr sr etc ph.d no".split())
"""Those that may well stand at a sentence's end: they end one before a common sentence starter."""

STARTERS = frozenset(
    """the a an he she it they we you i his her its their our my this that these those there in on at by for from
    with but and or so if when while after before as since although though however meanwhile who what why how both
    some many most all no not one two asked according earlier later last next""".split()
)
"""Words that begin a sentence so often that a capital on them says so."""

COMMON = frozenset(
    "the of and to in that is was for it with as his he on be at by had not are but from or have an they which "
    "you were her she said has been their we who will would more when about after also this".split()
)
