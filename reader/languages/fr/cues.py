"""French: the words that report speech. Data only: forms as they stand in a text, one verb's forms a group."""

INFLECT = False
"""False: the lists hold forms; groups of forms are parted by commas, the first form of each gives its name."""
SAY = """
dit déclare déclaré, déclarait, affirme affirmé affirmait, ajoute ajouté ajoutait, explique expliqué expliquait,
répond répondu répondait, souligne souligné soulignait, précise précisé précisait, poursuit poursuivi, conclut
conclu, lance lancé lançait, rappelle rappelé, insiste insisté insistait, assure assuré assurait, note noté,
observe observé, commente commenté, raconte raconté racontait, confie confié, reconnaît reconnu, martèle
martelé, répète répété, réagit réagi, renchérit, rétorque rétorqué, indique indiqué indiquait, résume résumé,
estime estimé estimait, juge jugé jugeait, plaisante plaisanté, soupire soupiré, tonne, murmure murmuré, disait
disent dire, déplore déploré, regrette regretté, témoigne témoigné, fait remarquer
"""
TELL = """
avertit averti, prévient prévenu, demande demandé demandait, interroge interrogé, rassure, informe informé,
exhorte exhorté, met
"""
WRITE = """
écrit écrivait écrivent, tweete tweeté, publie publié, signe, cite cité, note, rapporte rapporté
"""
CLAIM = """
prétend prétendu, admet admis, confirme confirmé, annonce annoncé annonçait, promet promis, soutient soutenu,
croit pense pensait, espère espéré, craint craignait, prédit, avoue avoué, dément démenti, dénonce dénoncé,
accuse accusé, réclame réclamé, propose proposé, avance avancé, considère considéré, garantit garanti, plaide
plaidé, critique critiqué, signale signalé, révèle révélé, évoque évoqué
"""
CALL = """
appelle appelé appelait, qualifie qualifié qualifiait, décrit décrivait, nomme nommé, surnomme surnommé, traite
traité, salue salué, condamne condamné, fustige fustigé, présente présenté
"""
SPEAK = """
parle parlé parlait, exprime exprimé, commence, termine, promet, menace menacé, réagissait, s'exclame exclamé,
s'inquiète inquiété, félicite félicité
"""
NOUN = """
déclaration communiqué entretien discours lettre rapport tweet message réponse question propos mot mots phrase
interview
"""
SOURCE = (
    "selon",
    "d'après",
    "d’après",
    "aux yeux de",
    "suivant",
)
"""What stands before a source."""
IRREGULAR = ""
AUXILIARY = frozenset(
    """
    a ont avait avaient est sont était étaient sera a-t-il a-t-elle ont-ils ont-elles t-il t-elle aussi encore
    ensuite puis ne pas n'a également d'abord par ailleurs ainsi alors enfin s'est s'était
    """.split()
)
PREPOSITIONS = frozenset(
    """
    à au aux de du des en dans sur sous avec sans pour par contre chez vers entre depuis pendant avant après
    devant lors durant selon
    """.split()
)
CONJUNCTIONS = frozenset(
    """
    et mais ou car donc or tandis alors quand lorsque si comme puisque
    """.split()
)
SCARE = frozenset(
    """
    dit dite appelé appelée intitulé intitulée baptisé baptisée soi-disant titre slogan
    """.split()
)
THAT = frozenset(
    """
    que qu si comment pourquoi
    """.split()
)
WHAT = frozenset(
    """
    ce
    """.split()
)
DETERMINERS = frozenset(
    """
    le la les un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos
    """.split()
)
ADVERB = ("ment",)
"""Endings of adverbs."""
PRONOUNS = {
    "il": "m", "elle": "f", "ils": "p", "elles": "p", "on": "n", "nous": "w", "je": "i", "vous": "y", "qui": "r",
    "lui": "o", "leur": "o", "son": "o", "sa": "o", "ses": "o",
}  # fmt: skip
"""Pronouns to their sort: m, f, p, n, w, i, y subjects; r relative; o object or possessive."""
SPECIAL = {"à": "TO", "par": "BY", "de": "OF", "du": "OF", "comme": "AS"}
"""Prepositions with a part of their own: what English has in to, by, of and as."""
TAIL = ""
"""Dashes that may stand between a quote and what reports it."""
TURNS = {"q": "question", "question": "question", "r": "answer", "réponse": "answer"}
"""What stands before a question and an answer of an interview whose labels name nobody."""
OURSELVES = frozenset("je nous notre nos mon ma mes moi".split())
"""Words by which a statement speaks of who makes it."""
