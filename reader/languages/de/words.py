"""German function words, calendar words and particles of names."""

FUNCTION_WORDS = """
ab aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus außerdem bei beim bereits
besonders bis bisher bislang da dabei dadurch dafür dagegen daher damals damit danach daneben dann daran darauf
darin darüber darum das dass davon davor dazu dem den denn dennoch der deren des deshalb dessen deswegen die dies
diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines einige einigen endlich
entsprechend er erneut erst es etwa etwas euch falls fast für ganz gegen gestern hat hatte hatten heute hier hinter
hingegen ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem infolge innerhalb ins insgesamt inzwischen
ist ja jede jedem jeden jeder jedes jedoch jemand jetzt kein keine kaum können könnte laut man manche mehr mehrere
mein meine mit mittlerweile möglicherweise morgen muss nach nachdem nachher nämlich neben nicht nichts nie niemand
noch nun nur ob oder offenbar ohne plötzlich schließlich schon sehr sei sein seine seinem seinen seiner seit seitdem
selbst sich sie sind so sobald sogar solche soll sollte somit sondern sonst soweit sowie sowohl später trotz
trotzdem über überhaupt um und uns unser unter viel viele vielen vielleicht vom von vor vorher während war waren
warum was wegen weil weitere weiterhin welche welcher wenig wenn wer werden wie wieder wir wird wo wobei wohl wollen
worauf wurde wurden zu zudem zuerst zufolge zum zumindest zunächst zur zurück zusammen zwar zwischen zuletzt ferner
derzeit demnach jeweils ebenso weder bald darunter
"""
CALENDAR = """
montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz april mai juni juli august
september oktober november dezember uhr ostern weihnachten pfingsten morgen abend mittag nachmittag woche jahr jahre
monat tag tage montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend
"""
NOT_NAMES = "foto bild quelle anzeige lesen mehr kommentar analyse krieg frieden gott"
PARTICLES = "von vom van zu zur zum der den de del della di da bin ibn al el"
LINKS = ["von", "für", "der", "des"]
PREPOSITIONS = "von der des für aus in im bei beim vom am"
CONJUNCTIONS = ["und"]
CAPITAL_NOUNS = True
"""All nouns have a capital, so that a capital alone makes no name."""
