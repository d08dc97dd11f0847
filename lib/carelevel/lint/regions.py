"""Places: states and countries, which may be named; well-known cities and districts, which may not.

A list of our own: a gazetteer of the world's towns holds so many first names that it finds people, not places.
Towns that are not here are found by what stands around them.
"""

from __future__ import annotations

from carelevel.lint.word_lists import phrases, words

STATES = phrases(
    """Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia, Hawaii,
    Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan,
    Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York,
    North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina,
    South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming,
    Puerto Rico, Ontario, Quebec, Manitoba, Saskatchewan, Alberta, British Columbia, Nova Scotia, Newfoundland,
    New Brunswick, Yukon, New South Wales, Queensland, Tasmania, Bavaria, Punjab, Kerala, Jalisco, Oaxaca,
    Sonora, Chiapas, Bahia, Washington State, New York State"""
)
STATE_CODES = words(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH
    OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"""
)
COUNTRIES = phrases(
    """Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bangladesh,
    Barbados, Belarus, Belgium, Belize, Benin, Bolivia, Bosnia, Botswana, Brazil, Bulgaria, Burma, Burundi,
    Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Costa Rica, Croatia, Cuba, Cyprus,
    Czechia, Denmark, Dominica, Dominican Republic, Ecuador, Egypt, El Salvador, England, Eritrea, Estonia,
    Ethiopia, Fiji, Finland, France, Gambia, Germany, Ghana, Great Britain, Britain, Greece, Grenada, Guatemala,
    Guinea, Guyana, Haiti, Holland, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland,
    Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Korea, South Korea, North Korea,
    Kosovo, Kuwait, Laos, Latvia, Lebanon, Liberia, Libya, Lithuania, Luxembourg, Macedonia, Madagascar, Malawi,
    Malaysia, Mali, Malta, Mauritius, Mexico, Moldova, Mongolia, Morocco, Mozambique, Myanmar, Namibia, Nepal,
    Netherlands, New Zealand, Nicaragua, Niger, Nigeria, Northern Ireland, Norway, Oman, Pakistan, Palestine,
    Panama, Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Samoa, Saudi Arabia,
    Scotland, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South Sudan,
    Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tanzania, Thailand, Tibet, Togo,
    Tonga, Trinidad, Tobago, Tunisia, Turkey, Uganda, Ukraine, United Kingdom, United States, Uruguay,
    Uzbekistan, Venezuela, Vietnam, Viet Nam, Wales, Yemen, Zambia, Zimbabwe, America, Africa, Asia, Europe,
    Antarctica, Oceania, South America, North America, Central America, Latin America, Caribbean, Mediterranean,
    Scandinavia, Balkans, Siberia, Sahara, Pacific, Atlantic, Arctic, Himalayas, Alps, Andes, Rockies,
    Appalachia, Midwest, New England, Deep South, Middle East, Far East, West Coast, East Coast, West Indies,
    West Africa, East Africa, North Africa, Eastern Europe, Pacific Northwest, Gulf Coast, Great Plains,
    Great Lakes, Baltic, North Sea, North, South, East, West, Northwest, Northeast, Southwest, Southeast,
    Providence, Heaven, Hell, Earth, Mars, Eden, Babel, Utopia, USA, UK, US"""
)
TONGUES = words(
    """English Spanish French German Italian Portuguese Dutch Polish Russian Ukrainian Greek
    Turkish Arabic Persian Farsi Hebrew Yiddish Hindi Urdu Bengali Punjabi Tamil Tagalog
    Vietnamese Thai Chinese Mandarin Cantonese Japanese Korean Swahili Yoruba Igbo Hausa
    Amharic Somali Creole Welsh Irish Gaelic Scottish Latin Braille Morse American African
    Mexican Canadian British European Asian Indian Pakistani Nigerian Kenyan Ghanaian
    Ethiopian Brazilian Colombian Cuban Haitian Jamaican Dominican Rican Peruvian Chilean
    Argentine Swedish Norwegian Danish Finnish Icelandic Hungarian Czech Slovak Serbian
    Croatian Bosnian Romanian Bulgarian Albanian Armenian Georgian Iranian Iraqi Syrian
    Lebanese Egyptian Moroccan Tunisian Algerian Israeli Palestinian Native Hispanic Latina
    Latino Latinx Filipino Māori Cherokee Navajo Lakota Apache Maori Roma Jewish Muslim
    Christian Catholic Protestant Baptist Methodist Lutheran Orthodox Buddhist Hindu Sikh
    Quaker Mormon Amish Mennonite Pentecostal Victorian Edwardian Roman Norman Celtic Nordic
    Western Eastern Northern Southern Texan Californian Appalachian Caribbean Australian Swiss
    Austrian Belgian Scots Englishman Irishman Frenchman"""
)
CITIES = phrases(
    """Aberdeen, Abilene, Accra, Addis Ababa, Akron, Albuquerque, Aleppo, Algiers, Allentown, Altoona, Amarillo,
    Amsterdam, Anaheim, Anchorage, Ankara, Ann Arbor, Appleton, Asheville, Athens, Atlanta, Atlantic City,
    Auckland, Augusta, Baghdad, Bakersfield, Baltimore, Bangkok, Bangor, Barcelona, Baton Rouge, Beaumont,
    Beijing, Beirut, Belfast, Belgrade, Bellevue, Berkeley, Berlin, Bethlehem, Billings, Biloxi, Birmingham,
    Bismarck, Bloomington, Bogotá, Bogota, Boise, Bombay, Boston, Boulder, Bozeman, Bradford, Bridgeport,
    Brighton, Brisbane, Bristol, Bronx, Brooklyn, Brownsville, Brussels, Bucharest, Budapest, Buenos Aires,
    Buffalo, Burlington, Cairo, Calcutta, Calgary, Cambridge, Camden, Cancún, Canterbury, Cape Town, Caracas,
    Cardiff, Cedar Rapids, Charleston, Chattanooga, Chennai, Chicago, Chinatown, Cincinnati, Cleveland,
    Cologne, Colombo, Compton, Copenhagen, Corpus Christi, Coventry, Croydon, Dakar, Dallas, Damascus,
    Davenport, Dayton, Delhi, Denver, Derby, Des Moines, Detroit, Dhaka, Dubai, Dublin, Dubuque, Duluth, Dundee,
    Durban, Durham, East London, Edinburgh, Edmonton, El Paso, Erie, Evansville, Everglades, Exeter, Fairbanks,
    Fargo, Fayetteville, Flagstaff, Fort Collins, Fort Lauderdale, Fort Wayne, Fort Worth, Frankfurt, Fresno,
    Galveston, Galway, Geneva, Glasgow, Gloucester, Grand Rapids, Green Bay, Greensboro, Greenwich Village,
    Guadalajara, Guangzhou, Hackney, Halifax, Hamburg, Hanoi, Harlem, Harrisburg, Hartford, Havana, Helsinki,
    Hiroshima, Hoboken, Hollywood, Honolulu, Houston, Huntsville, Indianapolis, Iowa City, Islington, Istanbul,
    Jacksonville, Jakarta, Jersey City, Jerusalem, Johannesburg, Juárez, Juneau, Kabul, Kalamazoo, Kampala,
    Kansas City, Karachi, Kathmandu, Kenosha, Key West, Kiev, Kyiv, Kingston, Kinshasa, Knoxville, Kolkata,
    Krakow, Kraków, Kuala Lumpur, Kyoto, Lagos, Lahore, Lansing, Laredo, Las Cruces, Las Vegas, Leeds,
    Leicester, Lexington, Lima, Lisbon, Little Havana, Little Italy, Little Rock, Liverpool, London,
    Long Beach, Long Island, Los Alamos, Los Angeles, Louisville, Lowell, Luanda, Lubbock, Lusaka, Lyon, Macon,
    Madrid, Manchester, Manhattan, Manila, Marrakesh, Marseille, Medellín, Medellin, Melbourne, Memphis,
    Mexico City, Miami, Milan, Milwaukee, Minneapolis, Minsk, Mobile Bay, Modesto, Mogadishu, Mombasa,
    Monterrey, Montevideo, Montgomery, Montreal, Montréal, Moscow, Mumbai, Munich, Myrtle Beach, Nairobi,
    Naples, Nashville, New Delhi, New Haven, New Orleans, New York City, Newark, Newcastle, Norfolk,
    Northampton, Norwich, Nottingham, Oakland, Oklahoma City, Omaha, Orlando, Osaka, Oslo, Ottawa, Oxford,
    Palm Beach, Palo Alto, Pasadena, Paterson, Pensacola, Peoria, Perth, Peshawar, Philadelphia, Phnom Penh,
    Phoenix, Pittsburgh, Plymouth, Pocatello, Port Moresby, Portland, Portsmouth, Poughkeepsie, Prague,
    Pretoria, Pueblo, Pyongyang, Québec City, Quito, Racine, Raleigh, Rapid City, Reykjavik, Rio de Janeiro,
    Roanoke, Rochester, Rome, Rotterdam, Sacramento, Saginaw, Saigon, Salt Lake City, San Antonio,
    San Bernardino, San Diego, San Francisco, San José, San Jose, San Juan, San Salvador, Santa Barbara,
    Santa Cruz, Santa Fe, Santo Domingo, São Paulo, Sao Paulo, Sarajevo, Sarasota, Savannah River, Schenectady,
    Scottsdale, Scranton, Seattle, Seoul, Shanghai, Sheffield, Shreveport, Sioux City, Sioux Falls, Skid Row,
    Sofia City, Southampton, South Bend, Spokane, Springfield, St. Louis, St. Paul, St. Petersburg, Stockholm,
    Stockton, Sunderland, Swansea, Syracuse, Tacoma, Taipei, Tallahassee, Tampa, Tangier, Tegucigalpa,
    Tehran, Tel Aviv, Tijuana, Tokyo, Toledo, Topeka, Toronto, Tripoli, Tucson, Tulsa, Tuscaloosa, Ulaanbaatar,
    Utica, Vancouver, Venice, Vienna, Vilnius, Waco, Warsaw, Waterbury, Wichita, Wichita Falls, Wilmington,
    Windhoek, Winnipeg, Wolverhampton, Worcester, Yakima, Yangon, Yonkers, Youngstown, Yuma, Zagreb, Zurich,
    Zürich"""
)
NAMELIKE_CITIES = words(
    """Adelaide Alexandria Aurora Austin Carson Charlotte Chester Chelsea Clinton Columbia Columbus Concord
    Dakota Devon Dover Eugene Everett Florence Garland Gary Grant Hampton Hudson Irving Jackson Kent
    Lafayette Lancaster Laurel Lincoln Lourdes Lydia Lynn Madison Marion Melissa Mercedes Mesa Mobile
    Nancy Nice Norman Odessa Olympia Orange Paris Preston Quincy Reading Regina Reno Richmond Salem
    Savannah Selma Sofia Sydney Troy Valencia Valentine Victoria Vincent Warren Wellington York Bath
    Cork Hull Derry Limerick"""
)
"""Cities that are also a first name or a word: found only where what stands around them says that a place is meant."""
CITY_GOODS = {
    "Boston": {"terrier", "cream"},
    "Brussels": {"sprouts", "sprout"},
    "Berlin": {"wall"},
    "London": {"broil"},
    "Hamburg": {"steak"},
    "Jerusalem": {"artichoke", "artichokes"},
    "Buffalo": {"wings"},
    "Manhattan": {"cocktail"},
    "Phoenix": set[str](),
}
"""Things that carry a city's name and say nothing about where anybody lives."""
