"""French: the words that the furniture of a news page is made of, by what they tell. Data only."""

WORDS = {
    "share": """
        partager partagez imprimer envoyer suivre suivez-nous tweeter e-mail courriel copier lien enregistrer
    """,
    "navigation": """
        accueil menu recherche rechercher aller contenu retour suivant précédent haut page plan fermer ouvrir
        afficher voir tout archives rubriques
    """,
    "section": """
        actualités actualité politique économie monde international culture sport sports société sciences santé
        planète opinions idées débats voyage météo régions faits divers vidéos emploi immobilier
    """,
    "legal": """
        mentions légales confidentialité cookies cgu cgv conditions générales droits réservés réservé données
        personnelles reproduction interdite
    """,
    "comment": """
        commentaire commentaires commenter répondre réagir réactions signaler réagissez
    """,
    "related": """
        lire aussi voir également articles liés sujet savoir plus
    """,
    "popular": """
        populaires lus partagés derniers dernières récents direct une
    """,
    "subscribe": """
        abonner abonnez-vous abonnement abonné abonnés newsletter newsletters inscrire inscrivez-vous gratuit
        gratuitement s'abonner recevez
    """,
    "advert": """
        publicité annonce annonces sponsorisé partenaire partenaires annonceurs
    """,
    "login": """
        connexion connecter se compte mot passe identifiant inscription déconnexion
    """,
    "contact": """
        contact contactez-nous aide propos qui sommes-nous rédaction recrutement service
    """,
    "picture": """
        photo photos crédit image images illustration diaporama légende
    """,
    "player": """
        lecture vidéo audio écouter durée chargement
    """,
    "time": """
        publié mis jour modifié à heures heure il y a
    """,
    "byline": """
        par journaliste correspondant correspondante rédaction envoyé envoyée spécial spéciale
    """,
    "agency": """
        afp reuters ap
    """,
    "tags": """
        mots-clés étiquettes thèmes
    """,
    "said": """
        dit déclaré selon affirmé ajouté expliqué assuré
    """,
}
