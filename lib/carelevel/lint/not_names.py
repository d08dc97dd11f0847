"""Capitalized words that name nobody's person, place or employer."""

from __future__ import annotations

from carelevel.lint.word_lists import phrases, words

UNNAMING_WORDS = words(
    """God Lord Jesus Christ Allah Buddha Bible Koran Quran Torah Psalms Genesis Scrabble Monopoly Sudoku
    Medicaid Medicare Internet Army Navy Marines Marine Coast Guard Force Corps Parliament Congress
    Senate Government Act Steps Traditions Big Book Higher Power Anonymous Narcotics Alcoholics Serenity
    Prayer Mass Communion Sabbath Olympics Derby Majesty Mum Mom Dad Daddy Mama Papa Santa Claus Mother
    Father Grandma Grandpa Granny Nana Aunt Auntie Uncle Sir Madam Esq Jr Sr Jacuzzi Velcro Biro Hoover
    Tupperware Formica Lego Marmite Coke Pepsi Bach Mozart Beethoven Chopin Shakespeare Homer Dickens
    Austen Elvis Beatles Romeo Juliet Hamlet Cinderella Zoom Google Facebook Instagram WhatsApp YouTube
    Netflix Wikipedia iPhone Bluetooth Wi-Fi English Maths Welding Woodwork Xanax Valium Ativan Tylenol
    Narcan Suboxone Subutex Methadone Vivitrol Percocet Vicodin Oxycontin OxyContin Prozac Zoloft
    Ritalin Adderall Ambien Klonopin Neurontin Robitussin Ford Honda Toyota Chevy Chevrolet Dodge Buick
    Volvo Vauxhall Fiat Vespa Harley Subaru Nissan Mazda Volkswagen Station Lesson Chapter Part Section
    Volume Room Bus Car Flat Apartment Gate Ward Unit Bay Platform Table Step Level Grade Class Row Seat
    Line Lane Track Exhibit Figure Form Box No Yes Intake Visit Day Week Month Year Morning Afternoon
    Evening Night Noon Midnight World War"""
)
UNNAMING_PHRASES = phrases(
    """Act of God, Big Book, Higher Power, Serenity Prayer, Narcotics Anonymous, Alcoholics Anonymous, Twelve
    Steps, Twelve Step, Social Security, Social Services, Good Friday, Ash Wednesday, Palm Sunday,
    Boxing Day, Christmas Eve, Christmas Day, New Year, New Year Eve, New Years, New Year's Eve, New
    Year's Day, Chinese New Year, Labor Day, Labour Day, Memorial Day, Veterans Day, Independence Day,
    Mother's Day, Father's Day, Valentine's Day, Saint Valentine, Saint Jude, Saint Christopher, Saint
    Anthony, Holy Week, Holy Communion, Holy Spirit, Our Lady, Virgin Mary, Old Testament, New
    Testament, King James, Salvation Army, Red Cross, Purple Heart, Air Force, Marine Corps, Coast
    Guard, National Guard, World War, Cold War, Gulf War, Vietnam War, Civil War, World Cup, World
    Series, Super Bowl, Little League, Premier League, Champions League, Star Wars, Star Trek, Harry
    Potter, Sherlock Holmes, Agatha Christie, Elvis Presley, Johnny Cash, Dolly Parton, Bob Dylan, Bob
    Marley, Aretha Franklin, Jane Austen, Charles Dickens, Moby Dick, Don Quixote, Jack Russell, Jane
    Doe, John Doe, Good Samaritan, White House, Supreme Court, High School, Community College, Rubik's
    Cube, Great Dane, German Shepherd, Golden Retriever, Saint Bernard, St Bernard, Yorkshire Terrier,
    Coca Cola, Dr Pepper, Miss Marple, Mr Punch, Mrs Beeton, Santa Claus, Father Christmas, Jack Frost,
    Mother Nature, Mother Goose, Mother Superior, Mona Lisa, Big Ben, Fourth of July, Cinco de Mayo,
    Uncle Sam, Swiss Army, Morse Code, Great Aunt, Fire Brigade, Fire Department, Police Department,
    Peace Corps, Job Centre, Job Center, Head Start, Medicare Part, Milky Way, Round Table, Big Dipper,
    South Pole, North Pole, Bermuda Triangle, Dead Sea, Red Sea, Black Sea, Lake District, Great War,
    Iron Curtain, Silk Road, Oregon Trail, Promised Land, Holy Land, Bloody Mary, Earl Grey, Irish
    Coffee, Peter Pan, Robin Hood, King Lear, Lady Macbeth, Mickey Mouse, Donald Duck, Winnie the Pooh,
    Wild West, Union Jack, Tin Pan Alley"""
)
