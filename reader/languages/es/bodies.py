"""Spanish words for organisations and documents."""

ORGANISATION_WORDS = """
Ministerio Asamblea Senado Parlamento Congreso Comisión Consejo Corte Tribunal Audiencia Banco Universidad Escuela
Instituto Fundación Asociación Federación Confederación Sindicato Partido Unión Frente Movimiento Sociedad Grupo
Agencia Oficina Organización Naciones Policía Guardia Ejército Hospital Museo Teatro Diario Periódico Televisión
Radio Comité Liga Academia Cámara Colectivo Observatorio Centro Ayuntamiento Junta Generalitat Gobierno Fiscalía
Secretaría Plaza Calle Avenida Torre Estadio Catedral
"""
INSTITUTION_NAMES = """
kremlin kremlin pentágono moncloa zarzuela bundestag vaticano otan onu ue unesco oms fmi bce efe afp reuters bbc cnn
rtve hamás hezbolá talibán psoe pp vox podemos sumar ciudadanos erc junts pnv bildu uefa fifa interpol greenpeace
telefónica repsol iberdrola
"""
INSTITUTION_PHRASES = "casa blanca|naciones unidas|unión europea|guardia civil|cruz roja|casa rosada|el país|el mundo"
BODY_NOUNS = """
gobierno ministerio presidencia partido oposición mayoría parlamento congreso senado asamblea comisión consejo
tribunal corte fiscalía policía ejército autoridades ayuntamiento alcaldía ciudad empresa compañía grupo firma banco
sindicato asociación organización fundación universidad instituto hospital diario periódico cadena agencia revista
sitio club federación iglesia embajada campaña dirección junta colectivo familia patronal
"""
DOCUMENTS = """
informe comunicado estudio encuesta sondeo carta documento texto declaración decisión sentencia fallo artículo
entrevista discurso ley decreto libro tuit mensaje nota reportaje documental
"""
SAYING = """
dijo dice dijeron decía declaró declara afirmó afirma aseguró asegura explicó explica añadió añade agregó agrega
señaló señala indicó indica sostuvo sostiene destacó destaca subrayó subraya anunció anuncia escribió escribe
respondió responde advirtió advierte denunció denuncia lamentó lamenta recordó recuerda insistió insiste reconoció
reconoce criticó critica manifestó manifiesta apuntó apunta comentó comenta contó cuenta concluyó concluye prometió
pidió según
"""
