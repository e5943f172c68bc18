"""English pronouns and determiners, with gender and number."""

PRONOUNS = {
    "he": ("m", False), "him": ("m", False), "himself": ("m", False), "she": ("f", False), "her": ("f", False),
    "herself": ("f", False), "they": ("", True), "them": ("", True), "it": ("", False), "who": ("", False),
    "whom": ("", False), "i": ("", False), "we": ("", True), "you": ("", False), "which": ("", False),
    "his": ("m", False), "hers": ("f", False), "their": ("", True),
}  # fmt: skip
"""Pronoun -> (gender, plural)."""

PERSONAL = """
he she they it him her them himself herself his hers their
"""
SUBJECTS = {"he", "she", "they", "it", "who", "i", "we"}
POSSESSIVES = {"his": "m", "her": "f", "their": "", "its": "", "my": "", "our": "", "your": "", "whose": ""}
RELATIVES = {"who", "whom", "which"}
FIRST = {"i", "we"}

DETERMINERS = """
the a an this these those some any every each another one two three four five six seven eight nine ten several many
few most both all no other certain numerous countless various dozens hundreds multiple
"""
INDEFINITES = """
a an some any another one two three four five six several many few most other various every
"""
STANDALONE = """
others another most many some several both few everyone everybody someone somebody nobody anyone
"""
"""Words that can be a source alone: "others said"."""
NUMBERS = """
two three four five six seven eight nine ten both several many some most few all
"""
CONTRACTIONS = ("'s", "'d", "'ll", "'ve", "'re", "'m")
