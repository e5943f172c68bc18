"""Spanish words that stand before a person's name."""

HONORIFICS = {"señor": "m", "señora": "f", "señorita": "f", "sr": "m", "sra": "f", "srta": "f", "don": "m", "doña": "f",
              "d": "m", "dña": "f"}  # fmt: skip
TITLES = """
presidente presidenta expresidente expresidenta ministro ministra exministro exministra canciller vicepresidente
vicepresidenta senador senadora diputado diputada alcalde alcaldesa gobernador gobernadora general coronel capitán
almirante comisario comisaria embajador embajadora papa cardenal obispo arzobispo padre rabino imán rey reina príncipe
princesa duque duquesa doctor doctora dr dra profesor profesora juez jueza fiscal abogado abogada director directora
portavoz vocero vocera secretario secretaria jefe jefa candidato candidata escritor escritora actor actriz cantante
cineasta economista historiador historiadora sociólogo socióloga politólogo politóloga analista investigador
investigadora periodista entrenador entrenadora empresario empresaria líder dirigente consejero consejera eurodiputado
eurodiputada lehendakari
"""
SUFFIXES = "jr ii iii iv"
ABBREVIATED = "sr sra srta sres dr dra d dña gral lic ing prof"
COMPOUNDS = """
primer ministro|primera ministra|secretario general|secretaria general|ministro de exteriores|ministra de exteriores
secretario de estado|secretaria de estado|fiscal general|director general|directora general|jefe de estado
jefe de gobierno|ministro de defensa|ministra de defensa|ministro del interior|ministra del interior
"""
PORTFOLIOS = "estado exteriores interior defensa hacienda economía justicia sanidad educación cultura trabajo gobierno"
