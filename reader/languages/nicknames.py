"""First names that one person may bear by turns, each line one family of names, in lower case."""

FAMILIES = """
abraham abe|albert al bert|alfred al fred|alexander alex alec sandy sasha aleksandr oleksandr alejandro alexandre
alexandra alex sandra sasha oleksandra|alexei alexey oleksiy aleksei alyosha|amanda mandy|andrew andy drew
andrei andrey andriy|ann anne anna annie hannah|anthony tony antony|arthur art artie|barbara barb barbie
benjamin ben benny binyamin bibi|bernard bernie|bartholomew bart|catherine cathy kate katie kathy katherine kathryn kat
cate|charles charlie chuck chas|christina chris tina christine|christopher chris kit|cynthia cindy|daniel dan danny
david dave davey|deborah deb debbie debra|dennis denny|dmitry dmitri dmytro dima|donald don donny donnie
dorothy dot dottie|douglas doug|edward ed eddie ted teddy ned|elizabeth liz lizzie beth betty betsy eliza libby lisa
emmanuel manny|ernest ernie|eugene gene|francis frank fran francisco|franklin frank|frances fran|frederick fred freddie
gabriel gabe|gerald gerry jerry|geoffrey jeff geoff|george jorge georgy|gregory greg gregg|harold harry hal
henry hank harry
hillary hilary|isaac ike|jacob jake|jacqueline jackie|james jim jimmy jamie|jeffrey jeff|jennifer jen jenny|jerome jerry
jessica jess jessie|joel joe|john johnny jack jon|jonathan jon jonny nathan|joseph joe joey|joshua josh|judith judy
katherine kate katie kathy|kenneth ken kenny|kimberly kim|lawrence larry laurence|leonard len lenny leo|leslie les
louis lou louie|lewis lew|lucille lucy|margaret maggie meg peg peggy marge|martha marty|martin marty|matthew matt
maximilian max|maxwell max|megan meg|melissa mel|michael mike mickey mick micky mikhail mykhailo|mitchell mitch
mykola nikolai nikolay|nathaniel nate nathan nat|nathan nate|nicholas nick nicky nico|oliver ollie|oleg oleh
pamela pam|patricia pat patty trish tricia|patrick pat paddy|peter pete petr petro pyotr|philip phil phillip
rachel rae|raymond ray|rebecca becky|reginald reggie|richard rich rick dick ricky richie
robert bob rob bobby robbie bert
roberta bobbie|roger rog|ronald ron ronnie|rudolph rudy|russell russ|samantha sam|samuel sam sammy|sandra sandy
sergei sergey serhiy sergii|solomon sol|sophia sophie|stanley stan|stephen steve steven stephan stevie|stephanie steph
stuart stu stewart|susan sue susie suzanne|terence terry terrence|theodore ted teddy theo|theresa terry tess teresa
thomas tom tommy|timothy tim timmy|valerie val|victoria vicky vicki tori|victor vic viktor|vincent vince vinny
vladimir volodymyr vlad|walter walt wally|wesley wes|william bill billy will willie liam wilhelm|yuri yuriy
zachary zach zack
muhammad mohammad mohammed mohamed muhammed|yevgeny evgeny yevhen|vitaly vitaliy vitali|yulia julia
natalia nataliya natalya
olga olha|oksana oxana|svetlana svitlana|elena olena yelena helena|ekaterina yekaterina kateryna
"""
