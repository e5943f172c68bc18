"""Spanish: months, abbreviations, the commonest words. Data only."""

MONTHS = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12, "ene": 1, "feb": 2,
    "abr": 4, "jun": 6, "jul": 7, "ago": 8, "sept": 9, "oct": 10, "nov": 11, "dic": 12,
}  # fmt: skip

WEEKDAYS = frozenset("lunes martes miércoles jueves viernes sábado domingo lun mié jue vie sáb dom".split())

ABBREVIATIONS = frozenset(
    "sr sra srta sres dr dra d dña ud uds etc art núm pág p.ej ee.uu gral lic prof tel av".split()
)

CLOSING_ABBREVIATIONS = frozenset("etc ee.uu".split())

STARTERS = frozenset(
    """el la los las un una unos unas él ella ellos lo se y pero o en de con por para sin según desde tras si
    cuando mientras aunque este esta estos también además""".split()
)

COMMON = frozenset(
    "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre "
    "este ya entre cuando todo esta ser son dos también fue había era muy hasta desde".split()
)
