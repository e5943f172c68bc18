"""German pronouns and determiners."""

PRONOUNS = {
    "er": ("m", False), "ihn": ("m", False), "ihm": ("m", False), "sie": ("f", False), "wir": ("", True),
    "ich": ("", False), "welcher": ("m", False), "welche": ("f", False), "diese": ("f", False), "dieser": ("m", False),
}  # fmt: skip
SUBJECTS = "er sie wir ich"
POSSESSIVES = {
    "sein": "m", "seine": "m", "seinen": "m", "seinem": "m", "seiner": "m", "ihre": "f", "ihren": "f", "ihrem": "f",
    "ihrer": "f", "unser": "", "unsere": "", "mein": "", "meine": "",
}  # fmt: skip
RELATIVES = "welcher welche welches"
DETERMINERS = """
der die das den dem des ein eine einen einem eines einer mehrere viele einige manche alle beide zwei drei vier fünf
dieser diese dieses kein keine
"""
STANDALONE = "andere viele einige beide manche"
NUMBERS = "zwei drei vier fünf sechs sieben acht neun zehn beide mehrere viele einige manche alle"
