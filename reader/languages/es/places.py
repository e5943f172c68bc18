"""Spanish names of countries with their people and capitals, and of cities."""

COUNTRIES = """
España|español española españoles españolas|Madrid
Rusia|ruso rusa rusos rusas|Moscú
Ucrania|ucraniano ucraniana ucranianos|Kiev
Estados Unidos|estadounidense estadounidenses norteamericano norteamericana|Washington
EE.UU||
Francia|francés francesa franceses|París
Alemania|alemán alemana alemanes|Berlín
Reino Unido|británico británica británicos|Londres
Inglaterra|inglés inglesa|
Italia|italiano italiana italianos|Roma
Portugal|portugués portuguesa|Lisboa
Bélgica|belga belgas|Bruselas
Suiza|suizo suiza|Berna
Polonia|polaco polaca polacos|Varsovia
China|chino china chinos|Pekín
Japón|japonés japonesa|Tokio
Turquía|turco turca turcos|Ankara
Hungría|húngaro húngara|Budapest
Grecia|griego griega griegos|Atenas
Suecia|sueco sueca|Estocolmo
Noruega|noruego noruega|Oslo
Dinamarca|danés danesa|Copenhague
Finlandia|finlandés finlandesa|Helsinki
Israel|israelí israelíes|Jerusalén
Irán|iraní iraníes|Teherán
Siria|sirio siria sirios|Damasco
Marruecos|marroquí marroquíes|Rabat
México|mexicano mexicana mexicanos|
Argentina|argentino argentina argentinos|Buenos Aires
Chile|chileno chilena chilenos|Santiago
Colombia|colombiano colombiana colombianos|Bogotá
Venezuela|venezolano venezolana venezolanos|Caracas
Perú|peruano peruana peruanos|Lima
Ecuador|ecuatoriano ecuatoriana|Quito
Bolivia|boliviano boliviana|
Cuba|cubano cubana cubanos|
Uruguay|uruguayo uruguaya|Montevideo
Paraguay|paraguayo paraguaya|Asunción
Brasil|brasileño brasileña brasileños|Brasilia
Canadá|canadiense canadienses|Ottawa
India|indio india|
"""
SEATS = {"kremlin": "rusia", "casa blanca": "estados unidos", "moncloa": "españa", "casa rosada": "argentina"}
STATES = ""
CITIES = """
Barcelona|Valencia|Sevilla|Zaragoza|Málaga|Murcia|Bilbao|Alicante|Córdoba|Valladolid|Vigo|Granada|Cataluña|Andalucía
Galicia|País Vasco|Euskadi|Navarra|Aragón|Canarias|Baleares|Ceuta|Melilla|Guadalajara|Monterrey|Medellín|Cali|Rosario
Europa|Asia|África|América Latina|Nueva York|Gaza|Crimea|Donbás|Ginebra
"""
MORE_PEOPLES = "europeo europea europeos catalán catalana catalanes vasco vasca vascos árabe árabes kurdo kurdos judíos"
