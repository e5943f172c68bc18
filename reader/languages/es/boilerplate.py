"""Spanish: the words that the furniture of a news page is made of, by what they tell. Data only."""

WORDS = {
    "share": """
        compartir comparte imprimir enviar síguenos seguir tuitear correo copiar enlace guardar
    """,
    "navigation": """
        inicio portada menú buscar búsqueda ir contenido volver siguiente anterior arriba página mapa cerrar abrir
        ver todo hemeroteca secciones
    """,
    "section": """
        noticias política economía mundo internacional cultura deportes deporte sociedad ciencia salud tecnología
        opinión viajes tiempo sucesos vídeos empleo motor gente televisión
    """,
    "legal": """
        aviso legal privacidad cookies política términos condiciones derechos reservados uso prohibida
    """,
    "comment": """
        comentario comentarios comentar responder opinar denunciar
    """,
    "related": """
        lea lee también leer más relacionadas relacionados noticias ver además
    """,
    "popular": """
        leído leídas visto vistas últimas última hora populares destacados
    """,
    "subscribe": """
        suscribirse suscríbete suscripción suscriptores boletín boletines newsletter regístrate gratis recibe
    """,
    "advert": """
        publicidad anuncio anuncios patrocinado anunciantes
    """,
    "login": """
        acceder iniciar sesión cuenta contraseña usuario registrarse entrar
    """,
    "contact": """
        contacto contactar ayuda quiénes somos redacción empleo servicio
    """,
    "picture": """
        foto fotos imagen imágenes crédito galería fotografía archivo
    """,
    "player": """
        reproducir vídeo audio escuchar duración cargando
    """,
    "time": """
        publicado actualizado actualización horas hora hace
    """,
    "byline": """
        por corresponsal redacción enviado especial periodista
    """,
    "agency": """
        efe afp reuters ap europa
    """,
    "tags": """
        etiquetas temas archivado
    """,
    "said": """
        dijo según afirmó señaló añadió explicó aseguró
    """,
}
