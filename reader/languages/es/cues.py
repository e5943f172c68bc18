"""Spanish: the words that report speech. Data only: forms as they stand in a text, one verb's forms a group."""

INFLECT = False
"""False: the lists hold forms; groups of forms are parted by commas, the first form of each gives its name."""
SAY = """
dijo dice dicho decía dijeron dicen, añadió añade añadido, afirmó afirma afirmado afirmaron, explicó explica
explicado, declaró declara declarado declararon, respondió responde respondido, señaló señala señalado, aseguró
asegura asegurado aseguraron, indicó indica indicado, subrayó subraya subrayado, insistió insiste insistido,
recordó recuerda recordado, comentó comenta comentado, agregó agrega agregado, concluyó concluye, apuntó apunta
apuntado, manifestó manifiesta manifestado, reiteró reitera reiterado, precisó precisa, destacó destaca
destacado, contestó contesta, exclamó exclama, replicó replica, relató relata, contó cuenta contado, sostuvo
sostiene sostenido, matizó matiza, enfatizó enfatiza, lamentó lamenta, bromeó bromea, resumió resume, opinó
opina, remarcó remarca, expresó expresa expresado, sentenció sentencia, zanjó, prosiguió, gritó grita, susurró
"""
TELL = """
advirtió advierte advertido, preguntó pregunta preguntado, avisó avisa, pidió pide pedido, informó informa
informado, instó insta
"""
WRITE = """
escribió escribe escrito, tuiteó tuitea, publicó publica publicado, citó cita, firmó
"""
CLAIM = """
admitió admite admitido, confirmó confirma confirmado, anunció anuncia anunciado, prometió promete, reconoció
reconoce reconocido, denunció denuncia denunciado, negó niega, creía cree, piensa pensaba, espera esperaba,
teme, considera consideró, calculó, confesó confiesa, predijo, exigió exige, propuso propone, alegó alega,
criticó critica criticado, defendió defiende, acusó acusa acusado, reveló revela, estimó estima, garantizó
garantiza, valoró valora
"""
CALL = """
llamó llama llamado, calificó califica calificado calificaron, describió describe descrito, tildó tilda, tachó
tacha, definió define, denominó, apodó, condenó condena, elogió elogia, bautizó
"""
SPEAK = """
habló habla hablado, expuso expone, empezó, terminó, reaccionó, amenazó amenaza, apeló, felicitó
"""
NOUN = """
declaración comunicado entrevista discurso carta informe tuit mensaje respuesta pregunta palabras palabra frase
rueda
"""
SOURCE = (
    "según",
    "de acuerdo con",
    "en palabras de",
    "a juicio de",
)
"""What stands before a source."""
IRREGULAR = ""
AUXILIARY = frozenset(
    """
    ha han había habían es son era eran fue fueron será también además luego después no se lo le ya así
    """.split()
)
PREPOSITIONS = frozenset(
    """
    a al ante bajo con contra de del desde en entre hacia hasta para por según sin sobre tras durante mediante
    """.split()
)
CONJUNCTIONS = frozenset(
    """
    y e pero o u sino porque cuando mientras aunque como si pues
    """.split()
)
SCARE = frozenset(
    """
    llamado llamada llamados llamadas titulado titulada denominado denominada apodado supuesto supuesta lema
    título
    """.split()
)
THAT = frozenset(
    """
    que si cómo
    """.split()
)
WHAT = frozenset(
    """
    lo
    """.split()
)
DETERMINERS = frozenset(
    """
    el la los las un una unos unas este esta estos estas ese esa su sus mi nuestro nuestra
    """.split()
)
ADVERB = ("mente",)
"""Endings of adverbs."""
PRONOUNS = {
    "él": "m", "ella": "f", "ellos": "p", "ellas": "p", "nosotros": "w", "yo": "i", "usted": "y", "quien": "r",
    "quienes": "r", "su": "o", "sus": "o", "le": "o", "les": "o",
}  # fmt: skip
"""Pronouns to their sort: m, f, p, n, w, i, y subjects; r relative; o object or possessive."""
SPECIAL = {"a": "TO", "por": "BY", "de": "OF", "como": "AS"}
"""Prepositions with a part of their own: what English has in to, by, of and as."""
TAIL = "—–"
"""Dashes that may stand between a quote and what reports it."""
TURNS = {"p": "question", "pregunta": "question", "r": "answer", "respuesta": "answer"}
"""What stands before a question and an answer of an interview whose labels name nobody."""
OURSELVES = frozenset("yo nosotros nuestro nuestra nuestros nuestras mi mis nos".split())
"""Words by which a statement speaks of who makes it."""
