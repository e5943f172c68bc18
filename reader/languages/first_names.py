"""Common first names of many cultures with the gender they mostly go with, in lower case.

Made from the lists of the United States census of 1990 (public domain, as handed on by the package `names`, MIT)
and from names written down for this project; bearers of a name in EITHER may be men or women.
"""

MALE = """
aaron abbas abdel abdelaziz abdelfattah abdoulaye abdul abdulaziz abdullah abe abel abiy abraham abram adalberto
adam adan adel adolfo adolph adrian agustin ahmad ahmadu ahmed ahmet ajay ajit akbar akira akram alain alan alasdair
alassane albert alberto albin alden aldo alec alejandro aleksandar aleksandr aleksei alessandro alex alexander
alexei alexey alfonso alfonzo alfred alfredo ali alistair allan allen almazbek alonzo alphonse alphonso alton alvaro
alvin amado amin amir amit amos anatoliy anatoly anders anderson andre andrei andrej andres andrew andrey andriy
andrus andrzej andrés andy angelino angelo angus anibal anil ansgar anthony antoine anton antone antonio antonis
antony antti antwan antónio anura anwar aníbal archie arkady armand armando armin armstrong arnaud arnold arnulfo
aron arron arseniy art artem arthur arturo arturs artyom arun arvind ashfaq ashok ashraf ashwin asif asim atal atiku
aubrey augustus aurelio aurélien austin avi avigdor ayman aziz babatunde bambang bandar barack barham barney barrett
barry bart barton bas bashar basil bassam beau beji ben benigno benito benjamin benjamín bennett bennie benny benoit
benoît beppe bernard bernardo bernie berry bert bertram beto bezalel bihari bilawal bill billy binali bing binyamin
bjarne bjorn björn blaine blaise blake bob bobby bogdan bohdan bohuslav bojko bola bongbong booker boris borut
bouteflika boyd boyko brad bradford bradley bradly brady brain branden brandon brant brendan brendon brent brenton
bret brett brian brice brock bronislaw bronisław brooks bruce bruno bryan bryant bryce bryon bud buddy buford burak
burl burt burton byron bülent caleb callum calvin carl carlo carlos carlton carmelo carmine carroll carson carter
cary cecil cedric cem cesar chad chadwick chang charles charley chas chase chauncey chee cheol-soo chester chet
chidi ching-te chip chris christer christian christoper christoph christophe christopher chuck chukwuma cillian
clair clarence clark claudio clay clayton clement cletus cleveland cliff clifford clifton clint clinton clyde cody
colby cole coleman colin collin conor conrad corey cornelius cornell cory coy craig cristian cristóbal curt curtis
cyril cyrus călin dacian dae-jung dale dallas dalton damian damien damion damon dan dane danial daniel dannie danny
dante danylo daren darin dario darius darnell darrel darrell darren darrick darrin darryl darwin daryl dave davey
david davis davit dean deandre declan deepak delbert delmar delmer demarcus demetrius denis dennis denny denver
denys deon derek derick derrick desmond devin devlet dewayne dewey dewitt dexter dick didier diederik diego dieter
dillon dimitris dinesh dino dion dirk dmitri dmitry dmytro domenico domingo dominic dominick don donald donn donnell
donnie donny donovan donte dore dorian doug douglas dov doyle dragan duane duarte duc dudley duncan dustin dwain
dwayne dwight dylan earl earle earnest ed eddie eddy edgar edgardo edi edmond edmund edouard eduard eduardo edward
edwardo edwin efrain efren egils egon ehud ekkehard ekrem elbert eldon eli elias elijah elio eliseo elliott ellis
elmer elmo eloy elton elvin elvis elwood emanuel emeka emery emil emile emilio emmerson emmett emomali emory emrys
enoch enrico enrique enzo eoin erdogan eric erich erick erik erkki ernest ernesto ernie ernst errol ervin erwin esko
esteban ethan etienne eugene eugenio evan evangelos evelio everett everette evgeny evo ewan eyal ezra fabian fabien
fabio fabián fabrice fadi fahd faisal faustino fawad federico felipe felix femi ferdinand ferenc fermin fernando
fethullah fidel filippo fletcher florencio florian floyd forrest foster fouad francesco francis francisco franck
franco francois frank frank-walter franklin frans franz françois fred freddie freddy frederic frederick fredric
fredrick fredrik freeman friedhelm friedrich fritz frédéric fuad fumio fyodor félix gabi gabor gadi galen gareth
garfield garland garrett garry garth gary gautam gavin gaël geert genaro gene gennady gennaro geoff geoffrey georg
george georges georgy gerald geraldo gerard gerardo gerhard german gert ghassan giancarlo gianni gil gilad gilbert
gilberto gilles gino giorgio giorgos giovanni girish gitanas giulio giuseppe gleb glen glenn goh gonzalo gonçalo
goodluck gopal goran gordon gotabaya grady graham grant greg gregg gregor gregorio gregory grigory grover grzegorz
grégoire guido guillaume guillermo gunnar gunther gurbanguly gus gustaf gustavo guy gyorgy györgy gábor gérald
gérard göran günter günther hafez hage haider haile haim hakainde hakan hal hamad hamid hamish hank hannes hans hao
hari harish harlan harley harold harris harrison harry haruhiko harvey hasan hashemi hashim hassan hector heiko
heinz hekmatullah helmut hendrik henri henrik henrique henry herbert heriberto herman hernán herschel hershel herve
hervé hideki hifikepunye hilario hilton hipolito hiram hiroshi holger hollis homer horace horacio horst hosni
hossein houston howard hryhoriy hubert hubertus huey hugh hugo hugues hulusi humberto hun hung hunter husain hussein
huw håkan héctor iain ian ibrahim ichiro idriss ieuan ifeanyi ignacio igor ihor il-sung ilham ilya imad imran ingvar
inigo inácio ion ionel iosif ira irakli irvin irving irwin isaac isaiah isaias isiah isidro ismael ismail ismaïl
issac istvan istván itamar ivan ivaylo ivica iñigo jaap jacek jack jackson jacob jacques jae-in jae-myung jair
jairam jake jalal jamaal jamal jamar jame jamel james jamil jamison janez janos janusz janša jared jaroslaw jarosław
jarred jarrett jarrod jarvis jason jasper javad javed javier jay jayson jean-baptiste jean-claude jean-françois
jean-luc jean-marc jean-marie jean-michel jean-noël jean-paul jean-pierre jean-yves jeb jed jeff jefferey jefferson
jeffery jeffrey jeffry jens jerald jeremiah jeremy jermaine jerold jerome jerrod jerrold jerry jerzy jesper jess
jesse jesus jesús jiabao jie jim jimmie jimmy jinping jintao jiri jiro jiří joao joaquin joaquín jochen joe joel
joerg joesph joey johan johannes john johnathan johnathon johnny joko jomo jon jonah jonathan jonathon jong-il
jong-un jonny joon-pyo joost jorge jos joschka jose josef josep joseph josh joshua josiah josue josé joão joël juan
judson juha jules julian julien julio julius julián junichiro junior jurgen jussi justin jyrki jános jérôme józef
józsef jörg jörgen jürgen kai kai-shek kamal kapil kareem karel karl karl-heinz kassym kazimierz kazuo keenan kees
keir keith kelvin kemal ken kendrick kenji kenneth kennith kenny kent kenta kenton keqiang kermit keven kevin khaled
khalid ki-moon kieth kimmo kip kirby kiril kirill kirk kjell klaas klaus koen kofi koichi kojo konstantin
konstantinos kory kostas kostyantyn krishna krisjanis kristopher krzysztof kuan kumar kurt kurtis kwame kwesi kyle
kyriakos kyrylo lal lamar lamont lance landon lanny larry lars laszlo laurent lawerence lawrence lazaro lazarus lech
lee lei leland lemuel lenard lenny leo leon leonard leonardo leonel leonid leopoldo leroy les lester leszek lev
levan levi levy lewis liam linas lincoln linwood lionel liviu lloyd lon lonnie lorenzo lothar louie louis lowell
loyd lubomir lubomír luc luca lucas luciano lucien lucio ludovic ludwig ludwik luigi luis luiz luke luther lutz lyle
lyman lyndon lászló maarten mac maciej mack macky magnus mahathir mahdi maher mahesh mahinda mahmoud mahmud
maithripala makoto maksym malcolm manfred manmohan manoj mansour manuel marc marcel marcelino marcelo marcin marco
marcos marcus marek margarito mariano mario mariusz marjan mark markus marlin marlon marquis marshall martin marty
martín marvin marwan masao mason masoud massimo mateo mateusz mathew mathieu mats matt matteo matthew matthias matti
mauno maurice mauricio maurizio mauro max maxim maxime maximo maxwell maynard mehdi mehmet meir mel meles melvin
menachem merlin merrill mervin mevlut mevlüt michael michał micheal mick mickey miguel mikael mike mikel mikhail
mikheil miles milford millard milo milorad milos miloš milton minoru mircea mirek mitch mitchel mitchell mitt
moammar mohamed mohammad mohammed mohan mohit mohsen moises moncef monroe monte monty moo-hyun moqtada mordechai
moritz morris morten morton moses moshe muammar muhammad muhammadu muhammed mukesh muqtada murray mustafa mwai
mykhailo mykola myles myron myung-bak máximo nabih nadav naftali najib nana naoto napoleon narendra naresh nasser
nat nate nathan nathaniel naveen nawaz nayib neal ned neil nelson nestor newt newton nguyen niall nicholas nick
nickolas nicky nicolae nicolas nicolás nicușor nigel nikol nikolai nikos nils nitin nitish nnamdi noah noble noboru
noe noel nolan norbert norberto norman normand norris nouri numbers nuno nursultan obiang octavio odell odis ofir
olaf ole oleg oleh oleksandr oleksiy olen olin oliver olivier olli olof olu olusegun omar omer oren oriol orrin
orval orville osama oscar oskar ostap osvaldo otis otto ove owen paavo pablo padraig panos paolo parvez pascal
pascual pasquale patricio patrick paul paulo pavel pavlo pawel paweł peder pedro pekka per percy perry pervez pete
peter petr petro petter petteri phil philip philipp philippe phillip pier-luigi piero pierre piet pieter pietro ping
piotr piyush porfirio prabowo prakash pranab prashant pravin prayut prayuth preston prince pyotr péter qaboos qamar
qiang quentin quim quincy quintin quinton rached radoslaw radosław radovan rafael rafał raffaele rafi rafik raheel
rahul raila rainer raj rajesh rajiv rajnath rakesh raleigh ralf ralph ram ramesh ramiro ramon ramush ramón rand
randal randall randell randolph randy ranil raphael raphaël rasmus ratko raul ravi ray raymond raymundo raúl recep
reed refugio reggie reginald reid reinaldo reince reinhard remi remy renaud rene renzo reuben reuven rex reyes
reynaldo reza rhys riad ricardo riccardo rich richard richie rick rickey rickie ricky rico riek rigoberto rishi
riyad rob robby robert roberto robt rocco rod roderick rodger rodney rodolfo rodrick rodrigo rogelio roger rogério
rohit roland rolando rolf rolland roman romano romeo ron ronald rongji ronnie ronny rory roscoe rosendo ross
rostislav rouhollah roy royce ruben rubin rubén rudolph rudy rufus rui rumen rune rupert ruslan russ russel russell
rustem rusty ruud ryan régis rémi rémy rüdiger saad sachin saddam saeb saeed sajith sal sali salman salva salvador
salvatore sami samir sammy samuel sandeep sander sanford sang sani sanjay santiago santos satish satoshi saul sauli
saulius sayed scot scott scottie scotty seamus sean sebastian sebastián segun selahattin semyon seok-youl serge
sergei sergey sergio serhiy seth seymour shahbaz shane shashi shaun shavkat shehbaz sheldon shelton sherman shi
shigeru shimon shinji shintaro shinzo shlomo shyam sid siddharth siegfried sigmar sigurd silas silvio simon simón
sjoerd skip slobodan sol solomon sonny sooronbay soren sorin spencer srinivas stan stanford stanislav stanisław
stanley stef stefan stefano steffen stepan stephan stephane stephen sterling steve steven stewart stuart stéphane
subramanian sudhir suk-yeol suleyman sunil suresh sushil susilo svein sven sylvain sylvester szymon sándor sébastien
sérgio søren süleyman sławomir taavi tad takashi takeshi tamim tanner taras tarek tariq tarmo taro tayyip ted teddy
teng-hui teodoro terence terrance terrell terrence tetsuo thabo thad thaddeus thaksin theodore theron thiago
thibault thich thierry thijs thilo thomas thorbjørn thorsten thurman tiago tim timmy timo timothy timur tobias toby
tod todd tom tomas tomasz tomislav tommaso tommy tomás tomáš tony toomas torben torbjørn torsten toshio traian
travis trent trenton trevor trey trip tripp tristan trond troy truman tunde turgut turki ty tyler tyree tyrell tyron
tyrone tyson tzachi uday uffe uhuru ulf ulrich ulysses umaru umberto urmas uwe uzi vaclav vadim valdis valentin
valentine valeriy valery valéry vance varun vasco vasily vasyl vaughn vern vernon vic vicente victor vijay vikram
viktor vince vincent vinnie virgil vitali vitaliy vitaly vito vittorio vivek vladimir vladislav vojislav volker
volodymyr vyacheslav václav víctor wade wagner waldemar waldo walid walker wallace walt walter ward warren wayne
weldon wendell wenliang werner wes wesley weston whit widodo wiesław wil wilbert wilbur wilburn wiley wilford
wilfred wilfredo wilhelm will willard willem william williams willie willis willy wilmer wilson wilton wim winfred
winfried winston witold wm wojciech wole wolf wolfgang wolfram woodrow wopke wyatt władysław xavier xiaoping xuan
yaakov yair yanis yann yannick yannis yaroslav yasser yassir yasuo yaşar yegor yehuda yemi yevgeny yevhen ying-jeou
yitzhak yoav yogi yoichi yoshihide yoshihiko yoshiro yossi yousaf yousef youssef yoweri yukio yuri yuriy yusuf
yutaka yves zac zach zachariah zachary zachery zack zaid zakhar zalmay zane zayed zbigniew zdeněk zedong zemin zhao
ziad zine zoltan zoltán zoran zulfikar zurab zygmunt álvaro ángel édouard éric étienne íñigo óscar ömer
"""

FEMALE = """
abbey abbie abby abigail ada adaeze addie adela adelaida adelaide adele adelina adeline adell adriana adriane
adrianna adrianne adrienne agatha agathe agnes agnieszka agnès aicha aida aiko aileen aimee aisha akie alaina alana
alanna alba alberta albina alda alecia alejandra alene alesha alesia alessandra alessia aleta aletha alexa alexandra
alexandria alfreda alice alicia alina aline alisa alisha alison alissa alla allene allie allison allyson alma alpha
alta altagracia althea alvina alyce alyson alyssa ama amalia amanda amber amelia ami amie aminata amparo amy amélie
ana anabel ananya anastasia andra andrea andria angela angelia angelica angelina angeline angelique angelita angie
angélica anh anissa anita ann anna annabelle annalena annamarie anne anne-marie annegret anneli annemarie annetta
annette annie annika anniken annmarie antionette antoinette antonette antonia aparna araceli aracely ardis ardith
aretha ariana arleen arlene arline armida artie asha ashlee ashleigh ashley ashton asma astrid athena audra audrey
augusta aung aura aurelia aurora aurore ava avis ayanna ayelet ayse ayşe bambi barb barbara barbra beata beate
beatrice beatriz becky belen belinda bella belle belva benita bernadette bernadine bernice berniece bernita berta
bertha bertie beryl bess bessie beth bethany betsy bette bettie bettina betty bettye beulah beverley beverly bianca
billie birdie birgit birgitta blanca blanch blanche bobbi bobbie bonita bonnie bonny brandi brandie brandy breanna
brenda brenna briana brianna brianne bridget bridgett bridgette brigette brigitte britney brittani brittany brittney
bronwyn brook brooke brune bärbel caitlin caitlyn callie camilla candace candelaria candi candice candida cara caren
cari caridad carina carissa carla carleen carlene carlotta carly carman carmel carmela carmelita carmella carmen
carol carole carolee carolin carolina caroline carolyn carrie caryl caryn casandra cassandra cassie catalina
catharine catherine catherine-ann cathie cathleen cathrine cathryn cathy catina catrina cecelia cecile cecilia
celeste celestine celia celina celine chanda chandra chandrika chanel chantal chantel charisse charla charleen
charlene charline charlotte charmaine chasity chastity chelsea chelsey chelsie cheri cherie cherly cherry cheryl
cheryle chiara chimamanda chiquita chloe chrissy christa christal christen christi christiane christie christin
christina christine christy chrystal chrystia chun cilia cindi cindy cinthia claire clara clare clarice clarissa
claudette claudia claudine clementine clémentine coleen colette colleen collette concepcion concetta condoleezza
connie constance consuelo cora coral corazon cordelia cori corina corine corinna corinne cornelia corrie corrine
cortney courtney cristal cristina cristine cristy crystal cynthia cécile céline daisy dalia damares damaris danelle
danette daniela daniella danielle danita danna danuta daphne dara darci darcy daria darla darleen darlene darya
dasha dawn dawna dayna deana deann deanna deanne deb debbie debby debi debora deborah debra debrah dee deena deepa
deidra deidre deirdre delcy delfina delia delilah della delma delois delores deloris delphine demetria dena denice
denise desiree dessie destiny dian diana diane diann dianna dianne dilma dina dinah dionne divya dixie dollie dolly
dolores dominga dona donita donna dora dorcas doreen dorene doretha dori dorinda doris dorothea dorothy dorris
dortha dorthy dottie dovie dulce earlene earline earnestine easter ebba ebony edda edie edith edna edwina edythe
effie eileen einat ekaterina elaina elaine elba elda eleanor eleanore elena elenor elia elida elif elina elinor
elisa elisabeth elise elissa eliza elizabeth elizebeth elke ella ellen ellie elly elma elnora eloisa eloise elouise
elsa elsie elva elvia elvira elyse elzbieta elżbieta emilia emilie emily emine emma emmanuelle ena enid enriqueta
era erica ericka erika erin erlinda erma erna ernestina ernestine esmeralda esperanza esra essie estela estella
estelle ester esther ethel etta eugenia eula eulalia eunice eva evangelina evangeline eve evelyn evette evie evika
evita evonne ewa fabienne fabiola faith fannie fanny farah farrah fatima fatma fawn fay faye federica fei-fei
felecia felicia felicita felicitas felipa felisha fern fernanda filomena fleur flor flora florence florine flossie
floy folorunsho fran frances francesca francine francisca francoise franziska françoise frauke freda freida frieda
frédérique funmilayo gabriela gabriella gabrielle gail galina garnet gay gaye gayla gayle geeta gena genevieve
geneviève genoveva georgette georgia georgiana georgianna georgie georgina geraldine gerda geri germaine gerri
gertie gertrude gesine gila gilda gillian gina ginny giorgia giovanna gisela giselle giulia gladys gleisi glenda
glenna gloria golda goldie graca grace gracie graciela graça gregoria greta gretchen griselda gro gudrun guillermina
gussie gwen gwendolyn gülsüm hailey haley halla hallie halyna hande haneen hanna hannah hannelore harriet harriett
harriette haruka hasina hattie haydee hayley hazel heather heide heidi heike helen helena helene helga helle hellen
henrietta herlinda hermelinda herminia hester hilary hilda hildegard hillary hina hind hiroko holli hollie holly
hope hortencia hortense huda huma hélène hülya ida idella ila ilaria ildikó ileana ilene ilhan ilse ima imelda
imogene ina indira indra ine ines inez ing-wen inge ingela inger ingrid ingrida inmaculada inna intisar inés iola
iona ione irene irina iris irma iryna isabel isabell isabella isabelle iva ivana ivanka iveta ivette ivonne ivy
jacinda jacklyn jaclyn jacque jacquelin jacqueline jacquelyn jacquline jada jade jadwiga jaimie jami jamila jan jana
jandira jane janeen janel janell janelle janet janette janice janie janina janine janis janna jannette jannie
jaqueline jasmin jasmine jayalalithaa jayme jayne jeana jeane jeanetta jeanette jeanie jeanine jeanna jeanne
jeannette jeannie jeannine jena jenelle jenifer jeniffer jenna jennette jenni jennie jennifer jenny jeri jerri
jerrie jesica jessica jewel jewell jill jillian jimena joan joanie joann joanna joanne jocelyn jodi jodie joelle
joellen johanna johnna joleen jolene joni jonnie josefa josefina josephina josephine josette josiane josie jovita
joy joyce joycelyn joëlle juana juanita judi judit judith judy juli julia juliana julianna julianne julie juliet
julieta juliette jung junko justina justine jutta jóhanna kadri kaitlin kaitlyn kaja kala kamala kami kara karen
kari karin karina karine karissa karla karol karoline karolyn karon karrie karyn kasey kassandra katalin katarzyna
kate katelyn katerina kateryna katharine katherine katheryn kathi kathie kathleen kathrine kathryn kathy katie
katina katja katri katrin katrina katrín katy kavita kay kaye kayla kayleigh keely keiko keisha kelley kelli kellie
kellyanne kelsey kendra kenya keri kerri kerrie kersti kerstin kesha keshia kezia khadija khaleda khatuna kia
kimberlee kimberley kimberly kira kirsten kirstjen kisha klára kori krista kristal kristen kristi kristie kristin
kristina kristine kristy krystal krystle krystyna ksenia kumiko kyla kylie kyong kyra kyrsten kyung lacey lacie
ladonna lakeisha lakesha lakeshia lakisha lakshmi lan lana laquita lara larisa larissa larysa lashanda lashawn
lashonda lata latanya latasha latifa latisha latonia latonya latosha latoya latrice latricia laura laure laureen
laurel lauren lauretta laurette lauri laurie laverne lavina lavon lavonne lawanda layla lea leah leann leanna leanne
leatrice leeann leigh leila leilani leisa lela lelia lena lene leni lenora lenore leola leona leone leonor leonora
leora leota lesa lesia lesley lessie leta letha leticia letitia lettie leyla leymah li-na lia libby lida lidia lila
lilia lilian liliana lillian lillie lilly lily limor lina linda lindy linnea linnie lisa lise lisette lissette
liudmyla livia liz liza lizabeth lizbeth lizette lizzie lois lola lolita lona lora loraine lorena lorene lorenza
loretta lori lorie lorine lorna lorraine lorri lorrie lotta lottie lou louann louella louisa louise lourdes lovie
luann luanne lubna lucia lucie lucila lucile lucille lucinda lucretia lucy lucía ludmila luella luisa lula lulu lupe
lura luz lydia lyn lynda lyndsey lynette lynn lynne lynnette lyubov lyudmila léa ma mabel mable macarena madeleine
madeline madelyn madge madonna mae magda magdalena magdalene maggie magnolia maha mai maia maike majorie makiko
malak malala malgorzata malinda malissa mallory mamata mamie mandi mandy maneka manon manuela mara maranda marcela
marcelina marcella marcelle marci marcia marcie marcy margaret margarette margarita margaux marge margery margie
margo margot margret margrethe marguerite mari maria mariah mariam marian mariana mariann marianna marianne
mariastella maribel maricela marie marielle marietta mariko marilee marilyn marilynn marin marina marine marisa
marisela marisol marissa marit marita maritza mariya marjorie marjory markéta marla marlena marlene marlies marlyn
marlys marnie marquerite marquita marriyum marsha marta martha marti martina martine marva marvel mary mary-lou
maryam maryann maryanne marybeth maryellen maryjane marylin marylou maryna maría masako masih mathilde matilda
matilde mattie maud maude maudie maura maureen maurine mavis maxie maxine maya mayawati maybelle mayme mayra mayumi
mazie małgorzata meagan meaghan meena megan megawati meghan mei melania melanie melba melina melinda melisa melissa
mellisa mellissa melodie melony melva melvina meng meral merav mercedes meredith merry meta mette mi mia micaela
michaela michal michela michele michell michelle michiko michèle midori migdalia milagros mildred millicent millie
mimi mina mindy minerva minnie miranda mireia mireille mireya miri miriam mirian mirna missy misti mittie mitzi
mollie molly mona monica monika monique montserrat mozelle muriel myra myriam myrna myrtis myrtle mélanie mélenchon
mónica nada nadezhda nadia nadine nadiya nadja najat nakia nan nanci nancy nanette nannette nannie naomi narges
nasrin natalia natalie nataliya natalya natasha natela nathalie natividad nawal nedra neeta nelda nell nellie nelly
nena nereida nettie neva ngozi nichole nicki nicole niki nikki nikole nila nilda nina nino nirmala nita nkosazana
noa noelle noemi nola nona nora noreen noriko norma noura nova novella nuria nydia oby octavia odessa odile ofelia
ok oksana ola oleksandra olena oleta olga olha olivia ollie oma omarosa ona opal ophelia oprah ora oralia orly orpha
paetongtarn paige paloma pam pamala pamela pansy paola pascale patrica patricia patsy patti pattie patty paula
paulette paulina pauline pearl pearlie pearline peggie peggy penelope pennie penny pepa perla pervin petra phillis
philomena phoebe phuong phylis phyliss phyllis pia pilar polina polly portia pramila pratibha pricilla priscilla
priti priyanka qing rachael racheal rachel rachelle rachida rae rafaela raisa rama ramona randi rani rania raquel
rasha rashida raven reba rebeca rebecca rebekah reem regina reina rekha rena renae renata renate renee renita reta
retha retno reva reyna rhea rhiannon rhoda rhonda ricarda richelle rigoberta riikka rima rita robbin roberta robyn
rochelle rocio rocío roma romona rona ronda ronna rosa rosalba rosalee rosalia rosalie rosalina rosalind rosalinda
rosalyn rosanna rosanne rosario rose roseann roseanna roseanne rosella roselyn roselyne rosemarie rosemary rosetta
rosie rosina rosita roslyn rosy rowena roxana roxane roxann roxanna roxanne roxie ruby rubye ruth ruthann ruthie
sabina sabine sabrina sachiko sadie sahra salina sallie sally salma salome samantha samar samatha samia samira sana
sanae sandi sandra sandrine sandy sanjuana sanjuanita sanna santa sara sarah saundra savannah scarlett segolene
seiko selena selina selma serena shaimaa shaina shalonda shameka shamika shana shanda shanna shanon shanta shante
shantel shara shari sharla sharlene sharon sharonda sharron sharyn shauna shawna shayla shayna sheena sheila shelia
shelley shelli shellie shelly sheree sheri sherie sherita sherri sherrie sherrill sherry sheryl shiela shirin
shirlene shirley shonda sierra sigrid silke silvana silvia sirima siv ska smriti socorro sofia sofía sol-ju soledad
solvita solène sondra sonia sonja sonya soon sophia sophie soraya sri stacey staci stacia stacie stacy starla starr
stav stefania stefanie steffi stella stephanie stephany stephenie suad sue suella suha summer sunita susan susana
susanna susannah susanne sushma susie suu suzan suzanna suzanne suzette svenja svetlana sviatlana sybil sylvi sylvia
sylvie ségolène sümeyye tabatha tabitha takako tamar tamara tameka tamela tamera tami tamika tammi tammie tammy
tamra tana tania tanisha tanja tanya tara tarcila tarja taryn tasha tatiana tatyana tawakkol tawakul tawana tawanda
tawnya teena tena tera teresa terese teresita teressa teri terra terri terrie tessa tessie tetiana thea theda thelma
theodora theresa therese thuy tia tiana tiara tierra tiffani tiffanie tiffany tillie tina tisha tomasa tomeka tomomi
toni tonia tonja tonya tori tosha toya tracey traci tracie trena tresa tressa treva tricia trina trine trish trisha
trista trudy tsai tulsi twila twyla tyra tzipi ulla ulrike ulyana uma una ursula uschi ute vada vaira valarie
valencia valentina valentyna valeria valerie valorie valérie vanessa vasundhara veda velda velma venessa venita
venus vera verda verena vergie verla verna vernell vernice veronica veronique verónica vesta vickey vicki vickie
vicky victoria vida vijaya vikki viktoria vilma viola violeta viorica virgie virgina virginia virginie vita vivian
viviana vonda véronique wanda wangari wanzhou wendi wendy whitney wilda wilhelmina willa wilma windy winifred winnie
winnifred winona xenia xiaoling ximena xiomara xóchitl yadira yael yana yasmin yaël yekaterina yelena yesenia
yingluck yingying ylva yo-jong yoko yolanda yolonda yoshiko yukiko yulia yuriko yvette yvonne zahra zainab zeinab
zelda zella zelma zenaida zeynep zhanna zoe zofia zoila zola zoraida zoya zoé zuzana ángela édith élisabeth
"""

EITHER = """
alexis alva amal angel ariel augustine avery benazir blair cameron camille carey carrol casey charlie chi chong
chung claude cleo cruz dana devon dominique drew dusty elisha elliot emerson emmanuel frankie gabriel gale gerry
geun-hye guadalupe hanan harper hayden hong hui ivory jackie jaime jamey jamie jaya jean jessie jin jo jody johnie
johnnie jonas jordan jun kelly kendall kerry kim kiran kris lacy lane laurence lavern leslie li lin lindsay lindsey
logan loren mackenzie madison marion merle micah michel min ming minh morgan nicola nikita noor nour parker pat
patrice peng peyton quinn reese regan riley river robbie robin rowan sacha sage sam sammie san sasha shannon shawn
shelby sidney simone skyler stevie sung sydney tan tansu taylor terry thanh theo tommie tory tracy trinidad val wei
xin yang yi ying yong
"""
