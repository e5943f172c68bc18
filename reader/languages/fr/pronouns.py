"""French pronouns and determiners."""

PRONOUNS = {
    "il": ("m", False), "elle": ("f", False), "lui": ("m", False), "ils": ("m", True), "elles": ("f", True),
    "je": ("", False), "nous": ("", True), "on": ("", False), "celui-ci": ("m", False), "celle-ci": ("f", False),
    "qui": ("", False), "-t-il": ("m", False),
}  # fmt: skip
SUBJECTS = "il elle ils elles je nous on qui"
POSSESSIVES = {"son": "", "sa": "", "ses": "", "leur": "", "leurs": "", "mon": "", "ma": "", "notre": ""}
RELATIVES = "qui"
DETERMINERS = """
le la les l un une des du au aux ce cet cette ces plusieurs certains certaines quelques chaque tous toutes aucun
aucune deux trois quatre cinq
"""
STANDALONE = "certains certaines plusieurs autres beaucoup"
NUMBERS = "deux trois quatre cinq six sept huit neuf dix plusieurs certains certaines quelques tous toutes"
