"""French function words, calendar words and particles of names."""

FUNCTION_WORDS = """
a à afin ai ailleurs ainsi alors après assez au aucun aucune aujourd'hui auparavant auprès aussi aussitôt autour
autre autres aux avait avant avec avoir ayant beaucoup bien bientôt c'est car ce ceci cela celle celles celui
cependant certes ces cet cette ceux chaque chez combien comme comment contre d'abord d'ailleurs d'après dans de déjà
depuis derrière des dès désormais devant doit donc dont du durant elle elles en encore enfin ensuite entre est et
étaient était étant été être eux face faire fait font furent grâce hier hors il ils interrogé interrogée jamais je
jusqu la là le les leur leurs lors lorsque lui l'un l'une m'a ma mais malgré me même mes mieux moi moins mon n'est
ne ni non nos notre nous on ont or ou où outre par parce parfois parmi pas pendant peu peut-être plus plusieurs
plutôt pour pourquoi pourtant près presque puis puisque qu'il qu'elle qu'on quand quant quatre que quel quelle
quelles quelques quels qui quoi quoique rien s'il sa sans sauf selon ses seulement si sinon soit son sont sous
souvent suite sur surtout tandis tant tard tel telle tôt toujours tous tout toute toutefois toutes très trois trop
un une vers voici voilà vos votre vous y d'autres c'était n'a s'est j'ai d'un d'une
"""
CALENDAR = """
lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
novembre décembre noël pâques matin soir midi
"""
NOT_NAMES = "photo lire source publicité analyse dieu guerre état république"
PARTICLES = "de du des de la le van von der den bin ibn al el d'"
LINKS = ["de", "du", "des", "d'"]
PREPOSITIONS = "de du des d' pour à au aux en chez dans auprès"
CONJUNCTIONS = ["et"]
