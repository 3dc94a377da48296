"""Given names that are used for one another: short forms, pet names, and what languages make of one saint."""

# A row is one name with its short forms; a word may stand in several rows ("alex", "pat"), and then fits each.
# Spelled without accents, as `firsthand.linking.names.letters` makes them. News of any country uses the pet name of a
# politician as his name ("Joe Biden", "Beppe Grillo", "Pepe Mujica"), so these are rows of public life.
ROWS = """
abdul abd
abigail abby
abraham abe
adalbert albert bert al
alan al
albert bert al
alexander aleksandr oleksandr aleksander alexandre alessandro alejandro aleksandar alex alec sandy sasha sascha aca
alexandra aleksandra oleksandra sandra sasha alex
alfred alf fred
alice alicia alison ali
amanda mandy
anastasia anastasiya nastya
andrew andy drew andrei andrey andriy andreas andre andres andrea
angela angie
anna ann anne annie hannah anya ana anja
anthony tony antony anton antonio antonio antoine ante toni
archibald archie
arthur art arturo
augustus gus augusto
barack barry
barbara barb
bartholomew bart
beatrice beatriz bea
benjamin ben benny binyamin bibi
bernard bernie bernardo
boris borja
bradley brad
brian bryan
calvin cal
carl karl carlos charles carlo
carol caroline carolyn
catherine katherine kathryn katharine cathy kathy kate katie kat katerina ekaterina katarina yekaterina
cecil cec
charles charlie chuck carlos karl carl
charlotte lottie
christian chris
christine christina chris tina kristina
christopher chris kit kristof cristobal
clifford cliff
clinton clint
cornelius neil cees kees
craig greig
cynthia cindy
daniel dan danny danilo daniil
david dave davy dave davyd
deborah debra deb debbie
denis dennis denys
derek derrick
desmond des
dimitri dmitry dmitri dmytro dimitrios dmitriy dima dimitris mitya
dominic dom
donald don donny donnie
dorothy dot dottie
douglas doug
dragomir dragan dragoslav drago
dwight ike
edmund ed eddie
eduard edward eduardo edvard
edward ed eddie ted teddy ned
edwin ed
eleanor ellie nell leonora
elizabeth liz beth betsy betty eliza lisa libby elisabeth elisabetta elizaveta
emily em
emmanuel manuel manny emanuel emmanuele
enrique henry henrique quique
ernest ernie ernesto
eugene gene evgeny yevgeny yevgeni yevhen evgeniy eugen eugenio
ferdinand fernando ferdi
florence flo
frances fran
francis frank francisco francesco francois franz pancho paco pepe frantisek
frederick fred freddie frederik friedrich federico fritz
gabriel gabe gavriil
gareth gary
george georgy georgi georgios jorge giorgio jiri yuri yury iurii heorhii yuriy jerzy
gerald gerry jerry gerhard
gerard gerry
geoffrey jeffrey geoff jeff
gilbert gil
giovanni gianni john juan jean johann
giuseppe beppe joseph jose josef peppe
gregory greg grigory grigori
guillermo william memo
harold harry hal
harry henry harold
helen helena elena olena yelena elaine
hendrik henk rik hendrick
henry hank harry hal heinrich henri hendrik
herbert herb bert
howard howie
hugo hugh
ian iain
igor ihor
ignacio nacho ignatius
ilya illia ilia
isaac ike yitzhak
isabel isabelle bella isabella
ivan vanya ivo
jacob jake jakob jacques yakov
jacqueline jackie
james jim jimmy jamie jaime
janet jan
jennifer jen jenny
jeremiah jerry
jeremy jerry
jesus chuy
jessica jess jessie
joan joanne jo joanna
john jack johnny jon jean juan johann giovanni ivan jan johan hans sean ian
johannes hans jan johan
jonathan jon jonny yonatan
jose pepe joseph josef
joseph joe joey jo josef jozef iosif yosef yusuf youssef
joshua josh
judith judy
julia julie yulia yuliya iuliia
julian jules julio
karel karl charles
katherine kate katie kathy
kenneth ken kenny
konstantin kostya kostas constantine constantin
kimberly kim
lars lasse laurence
laurence lawrence larry lorenzo lauri
leonard leo len lenny
leonid leonyd
lev leo leon
lewis louis lou luis luigi ludwig lewie
lillian lily lil
linda lin
lucas luke luka
luzia lucia lucy
lyudmila ludmila liudmyla
madeleine maddie
magdalena magda
margaret maggie meg peggy greta rita margarita margarethe margot
maria mary marie mariya mariia masha
mark marc marco marcus marko markus
martha marta
martin marty
matthew matt mateo matthias matteo mathieu matej
maurice moe mauricio
maximilian max maxim maksim maksym maxime
megan meg
melissa mel
michael mike mick mickey mikhail mykhailo miguel michel michele misha mikael micky mihail mihai
mildred millie
milorad mile
miodrag mica
mohammed muhammad mohammad mohamed muhammed mohamad mehmet
mykola nikolai nikolay nicholas nicolas
nancy nan
natalia natalie nataliya natasha nataliia
nathan nate nathaniel
nicholas nick nicky nicolas nikolai nikolaos nikos nico nikola klaus
nicole nicky
norman norm
oliver ollie
olga olha
osama usama
oscar oskar
oswald ozzie
pamela pam
patricia pat patty tricia trish
patrick pat paddy
paul pavel pablo pavlo paolo paulo
penelope penny
peter pete petr petro pedro pierre pyotr petar pieter piotr petros
philip phil phillip felipe philippe filip
priscilla cilla
rachel rae
radoslav rade rado
ralph rafe
rashid rasheed rachid
raymond ray
rebecca becky becca
reginald reg reggie
richard rick dick rich richie ricardo dirk
robert bob rob bobby robbie bert roberto
roderick rod rory
rodney rod
roger rodge
roland rolando
ronald ron ronnie
rosemary rosie
rudolph rudy rudolf rodolfo
russell russ
salvatore toto
samantha sam
samuel sam sammy
sandra sandy
sarah sally sara
sebastian seb bastian
sergei sergey serhiy serge sergio serhii sergii
sharon shari
sidney sid
simon semyon shimon
solomon sol
sophia sophie sofia sofiya
stanley stan
stanislav stas stanislaw
stephen steven steve stefan stepan etienne esteban stephan stefano stevan stevo stevie
stuart stewart stu
susan sue susie suzanne susanna
svetlana sveta svitlana
tatiana tanya tetiana tatyana
terence terry
theodore ted teddy theo fyodor fedor
theresa teresa terry tess
thomas tom tommy tomas tome tomasz tomislav
timothy tim timofey
toby tobias
valentina valya
valery valeriy valerii
vasily vasyl vasil basil
veronica ronnie
vesna vesela
victor viktor vic viktoras
victoria vicky viktoria viktoriya
vincent vince vinny vincenzo vicente
virginia ginny
vladimir volodymyr wladimir vova volodya vlad vladimer
vladislav vlad vladyslav
vyacheslav slava viacheslav
walter walt wally
wilfred wilf
willem wim william bill
william bill will billy willy liam wilhelm guillaume guglielmo
yevgenia evgenia eugenia
yitzhak isaac itzhak
yolanda iolanda
zachary zach zack
zbigniew zbig
"""

# Word → the numbers of its rows.
NICKNAMES: dict[str, frozenset[int]] = {}
for _number, _row in enumerate(ROWS.strip().splitlines()):
    for _word in _row.split():
        NICKNAMES[_word] = NICKNAMES.get(_word, frozenset()) | {_number}
