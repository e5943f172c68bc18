"""Spanish pronouns and determiners."""

PRONOUNS = {
    "él": ("m", False), "ella": ("f", False), "ellos": ("m", True), "ellas": ("f", True), "yo": ("", False),
    "nosotros": ("", True), "quien": ("", False), "quienes": ("", True), "éste": ("m", False), "ésta": ("f", False),
}  # fmt: skip
SUBJECTS = "él ella ellos ellas yo nosotros quien quienes"
POSSESSIVES = {"su": "", "sus": "", "mi": "", "nuestro": "", "nuestra": "", "cuyo": "", "cuya": ""}
RELATIVES = "quien quienes"
DETERMINERS = """
el la los las un una unos unas del al este esta estos estas ese esa esos esas varios varias algunos algunas muchos
muchas cada todos todas ningún ninguna dos tres cuatro cinco otro otra
"""
STANDALONE = "otros otras algunos algunas varios muchos"
NUMBERS = "dos tres cuatro cinco seis siete ocho nueve diez varios varias algunos algunas muchos muchas todos todas"
