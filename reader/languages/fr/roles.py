"""French nouns for people who can be quoted."""

ROLES = """
porte-parole président présidente ministre chancelier chancelière sénateur sénatrice député députée maire gouverneur
gouverneure responsable dirigeant dirigeante chef cheffe directeur directrice secrétaire conseiller conseillère
expert experte spécialiste avocat avocate juge procureur procureure magistrat magistrate policier policière témoin
chercheur chercheuse scientifique professeur professeure enseignant enseignante médecin auteur auteure écrivain
écrivaine journaliste reporter rédacteur rédactrice politologue sociologue historien historienne économiste analyste
diplomate ambassadeur ambassadrice général officier soldat commandant roi reine pape évêque cardinal curé entraîneur
entraîneuse joueur joueuse chanteur chanteuse acteur actrice réalisateur réalisatrice artiste patron patronne
entrepreneur entrepreneuse fondateur fondatrice propriétaire représentant représentante proche critique opposant
opposante militant militante manifestant manifestante habitant habitante voisin voisine homme femme mère père fils
fille frère sœur enfant étudiant étudiante élève citoyen citoyenne électeur électrice candidat candidate élu élue
leader milliardaire négociateur négociatrice émissaire homologue prédécesseur successeur collègue employé employée
salarié salariée source fonctionnaire syndicaliste
"""
PLURALS = {
    "experts": "expert", "responsables": "responsable", "témoins": "témoin", "habitants": "habitant", "gens": "",
    "députés": "député", "sénateurs": "sénateur", "ministres": "ministre", "élus": "élu", "avocats": "avocat",
    "chercheurs": "chercheur", "manifestants": "manifestant", "militants": "militant", "analystes": "analyste",
    "diplomates": "diplomate", "policiers": "policier", "médecins": "médecin", "économistes": "économiste",
    "journalistes": "journaliste", "proches": "proche", "sources": "source", "parents": "", "étudiants": "étudiant",
    "critiques": "critique", "opposants": "opposant", "soldats": "soldat", "hommes": "homme", "femmes": "femme",
    "enseignants": "enseignant", "syndicats": "", "dirigeants": "dirigeant", "électeurs": "électeur",
}  # fmt: skip
MALE = """
président chancelier sénateur député gouverneur dirigeant chef directeur conseiller expert avocat procureur magistrat
policier chercheur enseignant écrivain rédacteur historien ambassadeur soldat roi pape évêque cardinal curé entraîneur
joueur chanteur acteur réalisateur patron entrepreneur fondateur représentant opposant militant manifestant habitant
voisin homme père fils frère étudiant citoyen électeur candidat élu négociateur employé salarié
"""
FEMALE = """
présidente chancelière sénatrice députée gouverneure dirigeante cheffe directrice conseillère experte avocate
procureure magistrate policière chercheuse enseignante auteure écrivaine rédactrice historienne ambassadrice reine
entraîneuse joueuse chanteuse actrice réalisatrice patronne entrepreneuse fondatrice représentante opposante
militante manifestante habitante voisine femme mère fille sœur étudiante citoyenne électrice candidate élue
négociatrice employée salariée
"""
MODIFIERS = """
ancien ancienne ex nouveau nouvelle jeune vieux haut haute principal principale adjoint adjointe
"""
CLASSES = {
    "head of state": "président présidente dirigeant dirigeante leader chef",
    "head of government": "premier chancelier chancelière dirigeant dirigeante",
    "minister": "ministre secrétaire responsable",
    "spokesman": "porte-parole",
    "lawmaker": "député députée sénateur sénatrice élu élue parlementaire",
    "mayor": "maire élu élue édile",
    "lawyer": "avocat avocate conseil",
    "scholar": "professeur professeure chercheur chercheuse expert experte spécialiste politologue économiste",
    "executive": "patron patronne directeur directrice entrepreneur entrepreneuse fondateur fondatrice",
}
PARTIES = "socialiste républicain républicaine écologiste communiste lr ps rn lfi"
