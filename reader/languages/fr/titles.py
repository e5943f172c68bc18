"""French words that stand before a person's name."""

HONORIFICS = {"m": "m", "mm": "m", "monsieur": "m", "mme": "f", "madame": "f", "mlle": "f", "mademoiselle": "f",
              "me": "", "maître": "", "sir": "m", "lady": "f"}  # fmt: skip
TITLES = """
président présidente ministre premier première chancelier chancelière sénateur sénatrice député députée maire
gouverneur gouverneure général générale colonel capitaine amiral commissaire ambassadeur ambassadrice pape cardinal
évêque archevêque abbé père rabbin imam roi reine prince princesse duc duchesse docteur dr professeur professeure pr
juge procureur procureure avocat avocate directeur directrice porte-parole secrétaire chef cheffe candidat candidate
écrivain écrivaine acteur actrice chanteur chanteuse réalisateur réalisatrice économiste historien historienne
sociologue politologue analyste chercheur chercheuse journaliste entraîneur entraîneuse patron patronne milliardaire
conseiller conseillère leader dirigeant dirigeante eurodéputé eurodéputée
"""
SUFFIXES = "jr ii iii iv"
ABBREVIATED = "m mm mme mlle dr pr me st ste"
COMPOUNDS = """
premier ministre|première ministre|garde des sceaux|ministre des affaires étrangères|ministre de l'intérieur
secrétaire général|secrétaire générale|secrétaire d'état|vice-président|vice-présidente|directeur général
directrice générale|chef d'état|chef de l'état|procureur général|procureure générale
"""
PORTFOLIOS = """
état affaires étrangères intérieur défense finances justice santé éducation culture travail gouvernement république
"""
