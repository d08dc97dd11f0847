"""First names that tell a name from the start of a sentence; a list of our own, from many places.

It decides nothing by itself: an unknown name is found all the same where it stands beside another.
"""

from __future__ import annotations

from carelevel.lint.word_lists import phrases, words

GIVEN_NAMES = words(
    """Aaron Abby Abdul Abdullah Abe Abel Abigail Abraham Ada Adam Adela Adele Adeline Adrian Adriana Agnes
    Ahmed Aidan Aiden Aisha Akira Al Alan Alana Albert Alberto Alec Alejandra Alejandro Alex Alexa
    Alexander Alexandra Alexis Alfie Alfred Alfredo Ali Alice Alicia Alina Alison Allan Allen Allison
    Alma Althea Alvaro Alvin Alyssa Amal Amanda Amara Amber Ambrose Amelia Amina Amir Amit Amy Ana
    Anastasia Anders Andre Andrea Andreas Andrei Andrew Andy Angel Angela Angelica Angelo Angie Angus
    Anika Anita Ann Anna Annabel Anne Annette Annie Anthony Antoine Anton Antonia Antonio Anya April
    Archie Ariana Ariel Arjun Arlene Arlo Armando Arnold Art Arthur Arturo Asha Ashley Astrid Aubrey
    Audrey August Aurelia Austin Ava Avery Ayesha Babs Barbara Barnaby Barney Barry Bart Basil Bea
    Beatrice Beatriz Becky Belinda Bella Ben Benedict Benjamin Benny Bernadette Bernard Bernice Bert
    Bertha Bertie Beryl Bess Bessie Beth Bethany Betsy Betty Beulah Bev Beverly Bianca Bill Billie Billy
    Blake Blanca Blanche Bo Bob Bobby Bonnie Boris Brad Bradley Brandon Brenda Brendan Brent Brett Brian
    Bridget Brigid Britney Brittany Brooke Bruce Bruno Bryan Bryce Byron Caleb Callum Calvin Cameron
    Camila Camille Candice Carl Carla Carlo Carlos Carmela Carmen Carol Carole Carolina Caroline Carolyn
    Carrie Carter Casey Casper Cassandra Cassie Catalina Catherine Cathy Cecil Cecilia Cedric Celeste
    Celia Cesar Chad Chantal Charlene Charles Charlie Charlotte Chase Chelsea Cheryl Chester Chidi
    Chioma Chloe Chris Christian Christina Christine Christopher Christy Chuck Cindy Claire Clara
    Clarence Clarice Clark Claude Claudia Clay Clement Cleo Clifford Clint Clive Clyde Cody Colin
    Colleen Connie Connor Conrad Constance Consuelo Cora Cordelia Corey Corinne Cornelius Courtney Craig
    Cristina Crystal Curtis Cynthia Cyril Cyrus Daisy Dakota Dale Damian Damon Dan Dana Daniel Daniela
    Danielle Danny Daphne Darlene Darnell Darrell Darren Darryl Dave David Davina Dawn Dean Deanna Deb
    Debbie Deborah Debra Dee Deirdre Delia Delilah Della Delores Demetrius Denis Denise Dennis Derek
    Derrick Desmond Dev Devin Devon Diana Diane Dick Diego Dimitri Dina Dolores Dom Dominic Dominique
    Don Donald Donna Dora Doreen Doris Dorothy Dot Doug Douglas Drew Duane Duncan Dustin Dwayne Dwight
    Dylan Earl Ebony Ed Eddie Edgar Edith Edmund Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli
    Elias Elijah Elinor Elisa Elise Eliza Elizabeth Ella Ellen Ellie Elliot Ellis Elmer Elodie Eloise
    Elsa Elsie Elton Elvira Emeka Emil Emilia Emilio Emily Emma Emmanuel Enid Enrique Eric Erica Erik
    Erin Ernest Ernesto Esme Esperanza Estelle Esther Ethan Ethel Etta Eugene Eunice Eva Evan Eve Evelyn
    Ezekiel Ezra Fabian Faith Farah Farid Fatima Fatou Fay Faye Felicia Felicity Felipe Felix Femi Fern
    Fernanda Fernando Fiona Flora Florence Floyd Flynn Frances Francesca Francis Francisco Frank Frankie
    Franklin Fred Freddie Frederick Freya Frida Gabriel Gabriela Gail Gareth Garrett Gary Gavin Gemma
    Gene Geoff Geoffrey George Georgia Georgina Gerald Geraldine Gerard Gertrude Gideon Gilbert Gina
    Ginger Gladys Glen Glenda Glenn Gloria Gordon Grace Graham Grant Greg Gregory Greta Guadalupe
    Guillermo Gus Gustavo Guy Gwen Habib Hakim Hamza Hana Hank Hannah Hans Harold Harper Harriet
    Harrison Harry Harvey Hassan Hattie Hazel Heather Hector Heidi Helen Helena Helga Henrietta Henry
    Herbert Herman Hilary Hilda Hiroshi Hollis Holly Homer Hope Horace Howard Hubert Hugh Hugo Hussein
    Hyacinth Ian Ibrahim Ida Ignacio Igor Ike Iman Imani Imogen Ines Inez Ingrid Irene Iris Irma Irving
    Isaac Isabel Isabella Isaiah Ishmael Ismail Ivan Ivy Jack Jackie Jackson Jacob Jacqueline Jade Jaime
    Jake Jamal James Jamie Jan Jane Janelle Janet Janice Janine Jared Jasmine Jason Jasper Javier Jay
    Jean Jeanette Jeannie Jed Jeff Jeffrey Jen Jenna Jennifer Jenny Jeremiah Jeremy Jermaine Jerome
    Jerry Jess Jesse Jessica Jessie Jesus Jill Jim Jimmy Jo Joan Joann Joanna Joanne Joaquin Jocelyn
    Jodie Joe Joel Joey Johan Johanna John Johnny Jon Jonah Jonas Jonathan Jordan Jorge Jose José Joseph
    Josephine Josh Joshua Josie Joy Joyce Juan Juanita Judith Judy Jules Julia Julian Juliana Julie
    Juliet Julio Julius June Justin Justine Kai Kamal Kara Kareem Karen Karim Karl Kate Katherine
    Kathleen Kathryn Kathy Katie Katrina Kay Kayla Keith Kelly Kelvin Ken Kendra Kenneth Kenny Kerry
    Kevin Khadija Khalid Kieran Kim Kimberly Kirk Kirsten Kit Kitty Klaus Kofi Krista Kristen Kristin
    Kurt Kwame Kyle Kylie Lamar Lance Lara Larry Latisha Laura Laurel Lauren Laurence Laurie Lavinia
    Lawrence Layla Leah Leanne Lee Leila Len Lena Lenny Leo Leon Leona Leonard Leonardo Leroy Leslie
    Lester Leticia Levi Lewis Liam Lila Lilian Lillian Lily Lina Linda Lindsay Lionel Lisa Liz Lizzie
    Lloyd Logan Lois Lola Lonnie Lonny Lorena Lorenzo Loretta Lori Lorna Lorraine Lou Louis Louisa
    Louise Lourdes Luca Lucas Lucia Lucille Lucinda Lucy Luis Luisa Luke Lupe Luther Luz Lydia Lyle Lynn
    Lynne Mabel Mable Mack Maddie Madeline Madison Mae Maggie Magnus Mahmoud Maisie Malcolm Malik Mandy
    Manny Manuel Mara Marc Marcel Marcia Marco Marcos Marcus Margaret Margarita Margery Margot
    Marguerite Maria María Mariam Marian Mariana Marianne Marie Marilyn Marina Mario Marion Marisol
    Marjorie Mark Marla Marlene Marlon Marsha Marshall Martha Martin Martina Marty Marvin Mary Maryam
    Mateo Matilda Matt Matthew Maud Maude Maura Maureen Maurice Mavis Max Maxine May Maya Megan Mehmet
    Mei Mel Melanie Melinda Melissa Melody Melvin Mercedes Mercy Meredith Merle Mia Micah Michael
    Micheal Michele Michelle Mick Mickey Miguel Mike Mikhail Mila Mildred Miles Millie Milo Milton Mimi
    Mina Mindy Minnie Mira Miranda Miriam Mitch Mitchell Mohamed Mohammed Moira Moises Molly Mona Monica
    Monique Morgan Morris Moses Muhammad Muriel Mustafa Mya Myra Myrtle Nadia Nadine Naima Nancy Nanette
    Naomi Natalia Natalie Natasha Nate Nathan Nathaniel Neal Ned Neil Nell Nellie Nelson Nestor Nia
    Nicholas Nick Nico Nicola Nicole Nigel Nikki Nikolai Nina Noah Noel Noelle Noor Nora Noreen Norma
    Norman Norris Octavia Odell Odette Ola Olaf Olga Olive Oliver Olivia Ollie Omar Opal Ora Orla
    Orlando Oscar Osman Otis Otto Owen Pablo Paige Pam Pamela Paolo Parker Pat Patience Patrice Patricia
    Patrick Patsy Patti Patty Paul Paula Paulette Pauline Pavel Pearl Pedro Peggy Penelope Penny Percy
    Perry Pete Peter Petra Phil Philip Philippa Phillip Phoebe Phyllis Pierre Piotr Polly Poppy Precious
    Preston Primrose Priscilla Priya Prudence Quentin Quincy Rachel Rafael Rahul Raj Ralph Ramon Ramona
    Randall Randy Raquel Rashid Raul Ravi Ray Raymond Reba Rebecca Reg Reggie Regina Reginald Rene Renee
    Reuben Rex Rhoda Rhonda Ricardo Richard Rick Ricky Rita River Rob Robert Roberta Roberto Robin Robyn
    Rocco Rochelle Rocky Rod Roderick Rodney Rodrigo Roger Roland Roman Ron Ronald Ronnie Rory Rosa
    Rosalie Rosalind Rosario Rose Rosemary Rosie Ross Rowan Roy Ruben Ruby Rudy Rufus Rupert Russ
    Russell Ruth Ryan Sabrina Sadie Sal Sally Salma Salvador Sam Samantha Samir Samson Samuel Sandra
    Sandy Sanjay Santiago Sara Sarah Sasha Saul Savannah Scarlett Scott Sean Sebastian Selena Selma
    Serena Sergei Sergio Seth Shane Shanice Shannon Sharon Shaun Shawn Sheila Shelby Sheldon Shelly
    Sherman Sherry Shirley Shonda Sidney Sienna Sierra Silas Silvia Simon Simone Skye Sofia Sol Sonia
    Sonya Sophia Sophie Spencer Stacey Stacy Stan Stanley Stefan Stella Stephan Stephanie Stephen
    Sterling Steve Steven Stewart Stuart Sue Sunita Susan Susanna Susie Suzanne Svetlana Sybil Sydney
    Sylvester Sylvia Tabitha Tamara Tamika Tammy Tanya Tara Tariq Tasha Tatiana Taylor Ted Terence
    Teresa Terrence Terri Terry Tess Tessa Thea Thelma Theo Theodore Theresa Thomas Tia Tiffany Tim
    Timothy Tina Tito Tobias Toby Todd Tom Tomás Tommy Toni Tony Tonya Tracey Tracy Travis Trent Trevor
    Tricia Trina Trinity Trisha Tristan Troy Trudy Tyler Tyrone Tyson Ulysses Uma Ursula Valentina
    Valerie Vanessa Velma Vera Vernon Veronica Vi Vic Vicki Vicky Victor Victoria Vijay Vince Vincent
    Viola Violet Virgil Virginia Vivian Vladimir Wade Wallace Walter Wanda Warren Wayne Wendell Wendy
    Wes Wesley Whitney Wilbur Wilfred Will Willa Willard William Willie Willow Wilma Winifred Winnie
    Winston Wyatt Xavier Ximena Yasmin Yasmine Yolanda Yuki Yusuf Yvette Yvonne Zach Zachary Zahra
    Zainab Zara Zelda Zoe"""
)
DOUBLE_NAMES = phrases(
    """Anna Maria, Ana Maria, Anna Lee, Betty Ann, Betty Jo, Bobby Jo, Billy Bob, Billy Joe, Billy Ray, Bobby
    Ray, Jean Luc, Jean Paul, Jean Pierre, Jim Bob, Jimmy Ray, John Paul, José Luis, Jose Luis, Juan
    Carlos, Juan Pablo, Lee Ann, Leigh Ann, Luis Miguel, Maria Elena, Maria Luisa, María Elena, Maria
    Teresa, Marie Claire, Mary Alice, Mary Ann, Mary Anne, Mary Beth, Mary Ellen, Mary Jane, Mary Jo,
    Mary Kate, Mary Lou, Mary Louise, Miguel Angel, Peggy Sue, Rose Marie, Sarah Jane"""
)
"""Two words that are one first name."""
