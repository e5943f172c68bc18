"""Words on which the meaning of a sentence turns, of all languages together. Data only."""

NEGATIONS = frozenset(
    """not no never none nobody nothing neither nor cannot without hardly scarcely
    nicht kein keine keinen keiner nie niemals niemand nichts ohne weder
    ne pas jamais rien personne aucun aucune sans ni
    nunca nadie nada ningún ninguna sin tampoco
    не нет никогда никто ничего ни без""".split()
)
"""Besides these, every word that ends in n't."""

NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty
    ninety hundred thousand million billion trillion dozen half double twice third quarter
    eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend
    million millionen milliarde milliarden dutzend hälfte doppelt
    deux trois quatre cinq sept huit neuf dix onze douze vingt trente quarante cinquante cent mille millions
    milliard milliards douzaine moitié
    dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta cien mil millón
    millones docena mitad doble
    два три четыре пять шесть семь восемь девять десять сто тысяча тысяч миллион миллионов миллиард миллиардов
    половина вдвое""".split()
)
"""Besides these, every word that holds a digit."""
