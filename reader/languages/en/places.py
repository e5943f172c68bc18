"""English names of countries with their people and capitals, of the states of the US, of cities and regions."""

COUNTRIES = """
Afghanistan|Afghan Afghans|Kabul
Albania|Albanian Albanians|Tirana
Algeria|Algerian Algerians|Algiers
Andorra|Andorran|
Angola|Angolan Angolans|Luanda
Argentina|Argentine Argentinian Argentines|Buenos Aires
Armenia|Armenian Armenians|Yerevan
Australia|Australian Australians Aussie|Canberra
Austria|Austrian Austrians|Vienna
Azerbaijan|Azerbaijani Azeri Azerbaijanis|Baku
Bahamas|Bahamian|Nassau
Bahrain|Bahraini Bahrainis|Manama
Bangladesh|Bangladeshi Bangladeshis|Dhaka
Barbados|Barbadian|Bridgetown
Belarus|Belarusian Belarusians Belarussian|Minsk
Belgium|Belgian Belgians|
Benin|Beninese|Cotonou
Bhutan|Bhutanese|Thimphu
Bolivia|Bolivian Bolivians|La Paz
Bosnia|Bosnian Bosnians|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian Brazilians|Brasilia Brasília
Britain|British Briton Britons Brit Brits|London
Bulgaria|Bulgarian Bulgarians|Sofia
Burkina Faso|Burkinabe|Ouagadougou
Burundi|Burundian|Bujumbura
Cambodia|Cambodian Cambodians|Phnom Penh
Cameroon|Cameroonian|Yaounde
Canada|Canadian Canadians|Ottawa
Chad|Chadian|N'Djamena
Chile|Chilean Chileans|Santiago
China|Chinese|Beijing Peking
Colombia|Colombian Colombians|Bogota Bogotá
Congo|Congolese|Kinshasa Brazzaville
Costa Rica|Costa-Rican|San Jose
Croatia|Croatian Croatians Croat Croats|Zagreb
Cuba|Cuban Cubans|Havana
Cyprus|Cypriot Cypriots|Nicosia
Czechia|Czech Czechs|Prague
Denmark|Danish Dane Danes|Copenhagen
Djibouti|Djiboutian|
Dominican Republic|Dominican Dominicans|Santo Domingo
Ecuador|Ecuadorian Ecuadorean Ecuadorians|Quito
Egypt|Egyptian Egyptians|Cairo
El Salvador|Salvadoran Salvadorans Salvadorean|San Salvador
England|English Englishman|
Eritrea|Eritrean Eritreans|Asmara
Estonia|Estonian Estonians|Tallinn
Ethiopia|Ethiopian Ethiopians|Addis Ababa
Fiji|Fijian Fijians|Suva
Finland|Finnish Finn Finns|Helsinki
France|French Frenchman|Paris
Gabon|Gabonese|Libreville
Gambia|Gambian|Banjul
Gaza|Gazan Gazans|Gaza City
Georgia|Georgian Georgians|Tbilisi
Germany|German Germans|Berlin
Ghana|Ghanaian Ghanaians|Accra
Greece|Greek Greeks|Athens
Greenland|Greenlandic Greenlander Greenlanders|Nuuk
Guatemala|Guatemalan Guatemalans|Guatemala City
Guinea|Guinean|Conakry
Guyana|Guyanese|Georgetown
Haiti|Haitian Haitians|Port-au-Prince
Honduras|Honduran Hondurans|Tegucigalpa
Hong Kong|Hongkonger Hongkongers|
Hungary|Hungarian Hungarians|Budapest
Iceland|Icelandic Icelander Icelanders|Reykjavik
India|Indian Indians|New Delhi Delhi
Indonesia|Indonesian Indonesians|Jakarta
Iran|Iranian Iranians Persian|Tehran Teheran
Iraq|Iraqi Iraqis|Baghdad
Ireland|Irish Irishman|Dublin
Israel|Israeli Israelis|Jerusalem Tel Aviv
Italy|Italian Italians|Rome
Ivory Coast|Ivorian Ivorians|Abidjan
Jamaica|Jamaican Jamaicans|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian Jordanians|Amman
Kazakhstan|Kazakh Kazakhs|Astana
Kenya|Kenyan Kenyans|Nairobi
Kosovo|Kosovar Kosovan Kosovars|Pristina
Kuwait|Kuwaiti Kuwaitis|Kuwait City
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian Lao|Vientiane
Latvia|Latvian Latvians|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian Liberians|Monrovia
Libya|Libyan Libyans|Tripoli
Liechtenstein||Vaduz
Lithuania|Lithuanian Lithuanians|Vilnius
Luxembourg|Luxembourgish|
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian Malaysians|Kuala Lumpur
Maldives|Maldivian|Male
Mali|Malian Malians|Bamako
Malta|Maltese|Valletta
Mauritania|Mauritanian|Nouakchott
Mexico|Mexican Mexicans|Mexico City
Moldova|Moldovan Moldovans|Chisinau
Monaco|Monegasque|
Mongolia|Mongolian Mongolians|Ulaanbaatar
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan Moroccans|Rabat
Mozambique|Mozambican|Maputo
Myanmar|Burmese|Naypyidaw Yangon
Burma||Rangoon
Namibia|Namibian|Windhoek
Nepal|Nepalese Nepali Nepalis|Kathmandu
Netherlands|Dutch Dutchman|Amsterdam The Hague
New Zealand|New-Zealander Kiwi|Wellington
Nicaragua|Nicaraguan Nicaraguans|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian Nigerians|Abuja Lagos
North Korea|North-Korean|Pyongyang
North Macedonia|Macedonian Macedonians|Skopje
Norway|Norwegian Norwegians|Oslo
Oman|Omani Omanis|Muscat
Pakistan|Pakistani Pakistanis|Islamabad
Palestine|Palestinian Palestinians|Ramallah
Panama|Panamanian Panamanians|Panama City
Paraguay|Paraguayan|Asuncion
Peru|Peruvian Peruvians|Lima
Philippines|Philippine Filipino Filipinos Filipina|Manila
Poland|Polish Pole Poles|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari Qataris|Doha
Romania|Romanian Romanians|Bucharest
Russia|Russian Russians|Moscow
Rwanda|Rwandan Rwandans|Kigali
Saudi Arabia|Saudi Saudis Saudi-Arabian|Riyadh
Scotland|Scottish Scot Scots|Edinburgh Holyrood
Senegal|Senegalese|Dakar
Serbia|Serbian Serbians Serb Serbs|Belgrade
Sierra Leone|Sierra-Leonean|Freetown
Singapore|Singaporean Singaporeans|
Slovakia|Slovak Slovakian Slovaks|Bratislava
Slovenia|Slovenian Slovenians Slovene|Ljubljana
Somalia|Somali Somalis|Mogadishu
South Africa|South-African|Pretoria Cape Town
South Korea|South-Korean|Seoul
South Sudan|South-Sudanese|Juba
Soviet Union|Soviet Soviets|
Spain|Spanish Spaniard Spaniards|Madrid
Sri Lanka|Sri-Lankan|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish Swede Swedes|Stockholm
Switzerland|Swiss|Bern Berne
Syria|Syrian Syrians|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik Tajiks|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai Thais|Bangkok
Tibet|Tibetan Tibetans|Lhasa
Togo|Togolese|Lome
Tunisia|Tunisian Tunisians|Tunis
Turkey|Turkish Turk Turks|Ankara
Türkiye||
Turkmenistan|Turkmen|Ashgabat
Uganda|Ugandan Ugandans|Kampala
Ukraine|Ukrainian Ukrainians|Kyiv Kiev
United Arab Emirates|Emirati Emiratis|Abu Dhabi
United Kingdom|U.K. UK|
United States|American Americans U.S. US USA U.S.A.|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek Uzbeks|Tashkent
Venezuela|Venezuelan Venezuelans|Caracas
Vietnam|Vietnamese|Hanoi
Wales|Welsh Welshman|Cardiff
Yemen|Yemeni Yemenis|Sanaa Sana'a
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean Zimbabweans|Harare
"""
"""Country | adjectives and people (a hyphen stands for a blank) | capitals, one a line."""

SEATS = {
    "kremlin": "russia", "white house": "united states", "downing street": "britain", "pentagon": "united states",
    "elysee": "france", "élysée": "france", "blue house": "south korea", "whitehall": "britain", "vatican": "vatican",
    "capitol hill": "united states", "foggy bottom": "united states", "quai d'orsay": "france", "tories": "britain",
}  # fmt: skip
"""A seat of power -> the country it stands for (used to read "the Kremlin leader"); the two stay two speakers."""

STATES = """
Alabama|Ala AL
Alaska|
Arizona|Ariz AZ
Arkansas|Ark AR
California|Calif CA
Colorado|Colo CO
Connecticut|Conn CT
Delaware|Del DE
Florida|Fla FL
Georgia|Ga GA
Hawaii|HI
Idaho|
Illinois|Ill IL
Indiana|Ind IN
Iowa|IA
Kansas|Kan Kans KS
Kentucky|Ky KY
Louisiana|La LA
Maine|ME
Maryland|Md MD
Massachusetts|Mass MA
Michigan|Mich MI
Minnesota|Minn MN
Mississippi|Miss MS
Missouri|Mo MO
Montana|Mont MT
Nebraska|Neb NE
Nevada|Nev NV
New Hampshire|N.H. NH
New Jersey|N.J. NJ
New Mexico|N.M. NM
New York|N.Y. NY
North Carolina|N.C. NC
North Dakota|N.D. ND
Ohio|OH
Oklahoma|Okla OK
Oregon|Ore OR
Pennsylvania|Pa PA
Puerto Rico|PR
Rhode Island|R.I. RI
South Carolina|S.C. SC
South Dakota|S.D. SD
Tennessee|Tenn TN
Texas|Tex TX
Utah|UT
Vermont|Vt VT
Virginia|Va VA
Washington|Wash WA
West Virginia|W.Va WV
Wisconsin|Wis WI
Wyoming|Wyo WY
"""

CITIES = """
Aberdeen|Aleppo|Alexandria|Anaheim|Anchorage|Ann Arbor|Antwerp|Asia|Africa|Arlington|Atlanta|Auckland|Augusta|Aurora
Austin|Bakersfield|Baltimore|Barcelona|Basra|Bakhmut|Baton Rouge|Belfast|Benghazi|Birmingham|Boise|Bonn|Boston|Boulder
Bristol|Brisbane|Bronx|Brooklyn|Brussels|Buffalo|Burlington|Bengaluru|Bangalore|Calais|Calcutta|Calgary|California
Cambridge|Capitol|Catalonia|Caucasus|Charleston|Charlotte|Charlottesville|Chattanooga|Chechnya|Chelsea|Chennai|Chicago
Cincinnati|Cleveland|Cologne|Colorado Springs|Columbia|Columbus|Concord|Crimea|Dallas|Davenport|Davos|Dayton|Dearborn
Delhi|Denver|Des Moines|Detroit|Donbas|Donbass|Donetsk|Dover|Dresden|Dubai|Dubuque|Durham|Düsseldorf|Eastern Europe
East Jerusalem|El Paso|Europe|Everett|Fairfax|Fallujah|Fargo|Fayetteville|Ferguson|Flint|Florence|Fort Worth
Fort Lauderdale|Frankfurt|Fresno|Gaza Strip|Geneva|Gettysburg|Glasgow|Golan Heights|Grand Rapids|Great Britain
Greensboro|Greenville|Guam|Guantanamo|Guantánamo Bay|Hamburg|Hampshire|Harlem|Harrisburg|Hartford|Helmand|Heathrow
Hiroshima|Hollywood|Honolulu|Houston|Idlib|Indianapolis|Istanbul|Jackson|Jacksonville|Jakarta|Jeddah|Jersey City
Johannesburg|Kandahar|Kansas City|Karachi|Kashmir|Kazan|Kharkiv|Kharkov|Kherson|Kurdistan|Kursk|Lahore|Lancaster
Las Vegas|Latin America|Leeds|Lexington|Lincoln|Little Rock|Liverpool|Long Beach|Long Island|Los Angeles|Louisville
Luhansk|Lviv|Lyon|Madison|Malibu|Manchester|Manhattan|Marseille|Mariupol|Maui|Mar-a-Lago|Mecca|Medina|Melbourne
Memphis|Mesa|Miami|Middle East|Midwest|Milan|Milwaukee|Minneapolis|Mobile|Mosul|Mumbai|Munich|Myrtle Beach|Nagasaki
Naples|Nashville|Newark|New Delhi|New England|New Orleans|Newcastle|Newtown|Nice|Norfolk|North America|Northern Ireland
Nottingham|Oakland|Odesa|Odessa|Okinawa|Oklahoma City|Omaha|Orange County|Orlando|Oxford|Palm Beach|Palo Alto
Parkland|Pasadena|Pennsylvania Avenue|Peshawar|Philadelphia|Phoenix|Pittsburgh|Plano|Pokrovsk|Portland|Princeton
Providence|Provo|Quebec|Queens|Quetta|Raleigh|Raqqa|Reno|Richmond|Rochester|Rockville|Rotterdam|Sacramento
Saint Petersburg|St. Petersburg|St. Louis|St. Paul|Salem|Salt Lake City|San Antonio|San Bernardino|San Diego
San Francisco|San Juan|San Jose|Santa Fe|Santa Monica|Savannah|Scandinavia|Scottsdale|Seattle|Selma|Sevastopol
Shanghai|Sheffield|Shenzhen|Siberia|Silicon Valley|Sinai|Sioux City|Sochi|South America|South Asia|South Bend|Southeast
Spokane|Springfield|Stanford|Staten Island|Stockton|Strasbourg|Stuttgart|Sydney|Syracuse|Tacoma|Tallahassee|Tampa|Texas
Tijuana|Toledo|Topeka|Toronto|Trenton|Tucson|Tulsa|Turin|Vancouver|Vegas|Venice|Vermont|Vladivostok|Waco|West Bank
Western Europe|Wuhan|Xinjiang|Yale|Youngstown|Zaporizhzhia|Zurich|Zürich
"""

MORE_PEOPLES = """
Korean Koreans
African Africans African-American African-Americans Arab Arabs Asian Asians European Europeans Kurdish Kurd Kurds
Jewish Jew Jews Muslim Muslims Christian Christians Catholic Catholics Protestant Protestants Sunni Sunnis Shiite
Shiites Shia Hispanic Hispanics Latino Latinos Latina Latinas Hindu Hindus Buddhist Buddhists Evangelical
Evangelicals Mormon Mormons Western Westerner Westerners Texan Texans Californian Californians Floridian Floridians
Iowan Iowans Ohioan Ohioans Virginian Virginians Chechen Chechens Uighur Uighurs Uyghur Uyghurs Rohingya Catalan
Catalans Basque Crimean Londoner Londoners Parisian Berliner Muscovite Muscovites Bavarian Siberian Nazi Nazis
Communist Communists Democratic Republican Democrat Democrats Republicans Libertarian Libertarians Tory Tories
Conservative Conservatives Liberal Liberals Labour Socialist Socialists GOP Marxist Islamist Islamists Zionist
Zionists Palestinian-American Midwestern Southern Northern Latin
"""
"""Adjectives and peoples that belong to no single country."""
