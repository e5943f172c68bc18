"""Spanish nouns for people who can be quoted."""

ROLES = """
portavoz vocero vocera presidente presidenta expresidente expresidenta ministro ministra canciller senador senadora
diputado diputada alcalde alcaldesa gobernador gobernadora responsable dirigente líder jefe jefa director directora
secretario secretaria consejero consejera asesor asesora experto experta especialista abogado abogada juez jueza
fiscal magistrado magistrada policía testigo investigador investigadora científico científica profesor profesora
médico médica autor autora escritor escritora periodista reportero reportera redactor redactora politólogo
politóloga sociólogo socióloga historiador historiadora economista analista diplomático diplomática embajador
embajadora general oficial soldado comandante rey reina papa obispo cardenal párroco entrenador entrenadora jugador
jugadora cantante actor actriz cineasta artista empresario empresaria fundador fundadora dueño dueña propietario
propietaria representante crítico crítica opositor opositora activista manifestante vecino vecina hombre mujer madre
padre hijo hija hermano hermana niño niña estudiante alumno alumna ciudadano ciudadana votante candidato candidata
funcionario funcionaria negociador negociadora enviado enviada homólogo homóloga predecesor predecesora sucesor
sucesora colega empleado empleada trabajador trabajadora fuente mandatario mandataria legislador legisladora
"""
PLURALS = {
    "expertos": "experto", "responsables": "responsable", "testigos": "testigo", "vecinos": "vecino", "gente": "",
    "diputados": "diputado", "senadores": "senador", "ministros": "ministro", "abogados": "abogado", "líderes": "líder",
    "investigadores": "investigador", "manifestantes": "manifestante", "activistas": "activista", "padres": "padre",
    "analistas": "analista", "diplomáticos": "diplomático", "policías": "policía", "médicos": "médico",
    "economistas": "economista", "periodistas": "periodista", "fuentes": "fuente", "estudiantes": "estudiante",
    "críticos": "crítico", "opositores": "opositor", "soldados": "soldado", "hombres": "hombre", "mujeres": "mujer",
    "dirigentes": "dirigente", "votantes": "votante", "funcionarios": "funcionario", "trabajadores": "trabajador",
}  # fmt: skip
MALE = """
vocero presidente expresidente ministro senador diputado alcalde gobernador jefe director secretario consejero
asesor experto abogado juez magistrado investigador científico profesor médico autor escritor reportero redactor
politólogo sociólogo historiador diplomático embajador soldado rey papa obispo cardenal párroco entrenador jugador
actor empresario fundador dueño propietario crítico opositor vecino hombre padre hijo hermano niño alumno ciudadano
candidato funcionario negociador enviado homólogo predecesor sucesor empleado trabajador mandatario legislador
"""
FEMALE = """
vocera presidenta expresidenta ministra senadora diputada alcaldesa gobernadora jefa directora secretaria consejera
asesora experta abogada jueza magistrada investigadora científica profesora médica autora escritora reportera
redactora politóloga socióloga historiadora diplomática embajadora reina entrenadora jugadora actriz empresaria
fundadora dueña propietaria opositora vecina mujer madre hija hermana niña alumna ciudadana candidata funcionaria
negociadora enviada homóloga predecesora sucesora empleada trabajadora mandataria legisladora
"""
MODIFIERS = "antiguo antigua nuevo nueva joven alto alta principal ex actual entonces gran viejo vieja"
CLASSES = {
    "head of state": "presidente presidenta mandatario mandataria líder dirigente jefe jefa",
    "minister": "ministro ministra secretario secretaria canciller titular",
    "spokesman": "portavoz vocero vocera",
    "lawmaker": "diputado diputada senador senadora legislador legisladora político",
    "mayor": "alcalde alcaldesa edil regidor regidora político",
    "lawyer": "abogado abogada letrado letrada",
    "scholar": "profesor profesora investigador investigadora experto experta especialista economista politólogo",
    "executive": "empresario empresaria director directora fundador fundadora dueño dueña",
}
PARTIES = "socialista popular pp psoe vox sumar podemos ciudadanos"
