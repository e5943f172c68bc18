"""Spanish function words, calendar words and particles of names."""

FUNCTION_WORDS = """
a además ahora al algo algún alguna algunas alguno algunos allí ante antes apenas aquel aquella aquí así aún aunque
ayer bajo bastante bien cada casi como cómo con contra cual cuál cualquier cuando cuándo cuanto cuatro de debe
debido dejó del dentro desde después detrás donde dónde dos durante e el él ella ellas ellos en encima entonces
entre era eran es esa esas ese eso esos está esta estaba estaban están estas este esto estos fue fuera fueron
gracias ha había habían hace hacia han hasta hay hizo hoy incluso igual jamás junto la las le les lo los luego
mañana más me mediante mejor menos mi mientras mis misma mismo mucha muchas mucho muchos muy nada nadie ni ningún
ninguna no nos nosotros nuestra nuestro nunca o ocho otra otras otro otros para pero poco por porque posteriormente
preguntado primero pronto pues que qué quien quién quienes quizás salvo se según seis ser si sí sido siempre siendo
sin sino sobre sólo solo son su sus tal también tampoco tan tanto tarde te tiene tienen toda todas todavía todo
todos tras tres tu tuvo último un una unas uno unos va varias varios ya yo asimismo finalmente
"""
CALENDAR = """
lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
octubre noviembre diciembre navidad pascua
"""
NOT_NAMES = "foto leer fuente publicidad análisis dios guerra estado república"
PARTICLES = "de del la las los van von der den bin ibn al el"
LINKS = ["de", "del"]
PREPOSITIONS = "de del para en al ante"
CONJUNCTIONS = ["y", "e"]
