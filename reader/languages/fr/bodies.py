"""French words for organisations and documents."""

ORGANISATION_WORDS = """
Ministère Assemblée Sénat Parlement Commission Conseil Cour Tribunal Banque Université École Institut Fondation
Association Fédération Confédération Syndicat Parti Rassemblement Union Front Mouvement Société Groupe Agence Office
Organisation Nations Croix-Rouge Police Gendarmerie Armée Hôpital Musée Théâtre Journal Monde Figaro Libération
Parisien Télévision Radio France-Presse Info Inter Haut-Commissariat Comité Ligue Académie Chambre Collectif
Observatoire Centre Place Rue Avenue Tour Stade Gare Cathédrale
"""
INSTITUTION_NAMES = """
kremlin pentagone élysée matignon bercy bundestag vatican otan onu ue unesco oms fmi bce afp reuters bbc cnn tf1 bfmtv
mediapart libération hamas hezbollah daech medef cgt cfdt sncf edf total airbus renault hachette interpol greenpeace
quai
"""
INSTITUTION_PHRASES = """
maison blanche|quai d'orsay|nations unies|union européenne|assemblée nationale|croix rouge|conseil d'état|le monde
le figaro|france inter
"""
BODY_NOUNS = """
gouvernement ministère présidence parti opposition majorité parlement assemblée commission conseil tribunal cour
parquet police gendarmerie armée autorités préfecture mairie ville entreprise société groupe compagnie firme banque
syndicat association organisation fondation université institut hôpital journal quotidien chaîne agence magazine
site club fédération église ambassade camp direction exécutif collectif famille
"""
DOCUMENTS = """
rapport communiqué étude sondage enquête lettre document texte déclaration décision arrêt jugement article entretien
interview discours loi décret livre tweet message post note avis tribune reportage documentaire
"""
SAYING = """
dit déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait ajoute ajouté ajoutait estime
estimé estimait souligne souligné soulignait indique indiqué indiquait précise précisé assure assuré annonce annoncé
écrit raconte raconté répond répondu lance lancé juge jugé dénonce dénoncé regrette regretté confie confié rappelle
rappelé insiste insisté martèle martelé reconnaît reconnu promet promis salue salué conclut conclu poursuit selon
"""
