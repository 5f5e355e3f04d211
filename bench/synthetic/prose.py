"""The words of the invented reports: our own agency prose, in both languages. Slots are filled by texts.py."""
import itertools

WEEKDAYS = {"en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
            "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]}
AGENCIES = ["NAD", "OPK", "TRW", "BLK", "MRD"]  # invented
_FRONT = ["Bar", "Kel", "Mor", "Tan", "Vel", "Sor", "Lin", "Dar", "Hol", "Ner", "Pal", "Rud", "Gos", "Fen", "Wil", "Zam"]
SURNAMES = [a + b for a, b in itertools.product(_FRONT, ["dek", "lund", "amov", "sanu", "etti", "ovic", "berg", "anko", "ires", "oun"])]
TOWNS = [a + b for a, b in itertools.product(_FRONT, ["ora", "abad", "stede", "ilja", "enau", "oka", "hafen", "undi"])]


class Act:
    """A kind of act: how it is told, headed, and put as a condition. `clas` parts objects of one type ("arms", "goods"): a template
    for arms does not take goods."""

    def __init__(self, type, clas, objects, sentence, title, condition):
        self.type, self.clas, self.objects, self.sentence, self.title, self.condition = type, clas, objects, sentence, title, condition


ACTS = [
    Act("AID", "arms",
        {"en": ["artillery shells", "air defence missiles", "armoured vehicles", "ammunition", "assault rifles", "combat drones"],
         "de": ["Artilleriegranaten", "Flugabwehrraketen", "Panzerfahrzeuge", "Munition", "Sturmgewehre", "Kampfdrohnen"]},
        {"en": ["{x} delivered {obj} to {y} on {wd}, officials in {x_cap} said.", "{x} supplied {y} with {obj} on {wd}.",
                "{x} sent {obj} to {y} on {wd}, according to a spokesperson."],
         "de": ["{x} hat {y} am {wd} {obj} geliefert.", "{x} lieferte am {wd} {obj} an {y}.",
                "{x} hat am {wd} {obj} an {y} geliefert, teilte die Regierung in {x_cap} mit."]},
        {"en": ["{x} arms {y}", "{y} receives {obj}"], "de": ["{x} rüstet {y} auf", "{y} erhält {obj}"]},
        {"en": "if {x} delivers {obj} to {y}", "de": "sollte {x} {obj} an {y} liefern"}),
    Act("AID", "goods",
        {"en": ["medicine", "blankets and tents", "wheat", "drinking water", "vaccines"],
         "de": ["Medikamente", "Decken und Zelte", "Weizen", "Trinkwasser", "Impfstoffe"]},
        {"en": ["{x} sent {obj} to {y} on {wd}.", "{x} delivered {n} tonnes of relief supplies to {y} on {wd}.", "{x} supplied {y} with {obj} on {wd}."],
         "de": ["{x} lieferte am {wd} {obj} an {y}.", "{x} hat am {wd} {obj} nach {y} geschickt.", "{x} hat {y} am {wd} {n} Tonnen Hilfsgüter geliefert."]},
        {"en": ["{x} helps {y}", "Relief for {y}"], "de": ["{x} hilft {y}", "Hilfe für {y}"]},
        {"en": "", "de": ""}),
    Act("SANCTION", "diplomatic", None,
        {"en": ["{x} expelled {m} diplomats of {y} on {wd}.", "{x} recalled its ambassador to {y} on {wd}.",
                "On {wd}, {x} recalled its ambassador from {y_cap} in a dispute with {y}."],
         "de": ["{x} hat am {wd} seinen Botschafter aus {y} zurückgerufen.", "{x} rief am {wd} seinen Botschafter aus {y} zurück."]},
        {"en": ["{x} and {y} at odds"], "de": ["Streit zwischen {x} und {y}"]},
        {"en": "if {x} recalls its ambassador to {y}", "de": "sollte {x} seinen Botschafter aus {y} zurückrufen"}),
    Act("ASSAULT", "border", None,
        {"en": ["{x_adj} soldiers shelled a border post in {y} on {wd}.", "{x_adj} troops attacked an army base in {y} on {wd}.",
                "{x_adj} aircraft bombed a depot in {y} on {wd}."],
         "de": ["{x_adj}e Soldaten haben am {wd} einen Grenzposten in {y} beschossen.", "{x_adj}e Truppen griffen am {wd} einen Stützpunkt in {y} an.",
                "{x_adj}e Kampfflugzeuge haben am {wd} ein Lager in {y} bombardiert."]},
        {"en": ["Fighting between {x} and {y}"], "de": ["Kämpfe zwischen {x} und {y}"]},
        {"en": "if {x} attacks {y}", "de": "sollte {x} {y} angreifen"}),
    Act("SUPPORT", "thanks", None,
        {"en": ["{x} thanked {y} for its support on {wd}.", "On {wd}, {x} praised {y}."],
         "de": ["{x} dankte {y} am {wd} für die Unterstützung.", "{x} hat {y} am {wd} für die Hilfe gedankt."]},
        {"en": ["{x} praises {y}"], "de": ["{x} lobt {y}"]}, {"en": "", "de": ""}),
    Act("REJECT", "proposal", None,
        {"en": ["{x} rejected a proposal by {y} on {wd}.", "On {wd}, {x} rejected a compromise proposed by {y}."],
         "de": ["{x} lehnte am {wd} einen Vorschlag von {y} ab.", "{x} hat am {wd} einen Vorschlag von {y} zurückgewiesen."]},
        {"en": ["{x} says no to {y}"], "de": ["{x} erteilt {y} eine Absage"]}, {"en": "", "de": ""}),
    Act("ACCUSE", "blame", None,
        {"en": ["{x} condemned {y} on {wd} over the closure of a bridge.", "On {wd}, {x} criticised {y} sharply over fishing quotas."],
         "de": ["{x} kritisierte {y} am {wd} scharf wegen der Fangquoten.", "{x} hat {y} am {wd} wegen der Sperrung einer Brücke verurteilt."]},
        {"en": ["{x} criticises {y}"], "de": ["{x} kritisiert {y}"]}, {"en": "", "de": ""}),
    Act("REQUEST", "appeal", None,
        {"en": ["{x} urged {y} on {wd} to open the border.", "On {wd}, {x} called on {y} to release {m} fishermen."],
         "de": ["{x} forderte {y} am {wd} auf, die Grenze zu öffnen.", "{x} hat {y} am {wd} aufgefordert, {m} Fischer freizulassen."]},
        {"en": ["{x} appeals to {y}"], "de": ["{x} appelliert an {y}"]}, {"en": "", "de": ""}),
]

REACTIONS = {
    "en": ["\"We have waited for this for {m} months,\" {person}, a member of parliament in {x_cap}, said.",
           "The decision had been expected since the talks in {town}, a diplomat named {person} said.",
           "Foreign minister {person} said that the step had been prepared for {m} weeks.",
           "Government spokesperson {person} declined to give further details in {x_cap}.",
           "\"Nobody in {town} is surprised,\" the analyst {person} said."],
    "de": ["„Darauf haben wir {m} Monate gewartet“, sagte {person}, Abgeordneter in {x_cap}.",
           "Der Schritt sei seit den Gesprächen in {town} erwartet worden, sagte ein Diplomat namens {person}.",
           "Außenminister {person} sagte, der Schritt sei seit {m} Wochen vorbereitet worden.",
           "Regierungssprecher {person} wollte sich in {x_cap} nicht näher äußern.",
           "„In {town} ist niemand überrascht“, sagte der Beobachter {person}."]}

THREATS = {
    "en": ["{condition}, {z} will impose sanctions on {x}, foreign minister {person} warned in {z_cap}.",
           "{condition}, {z} will impose sanctions on {x}, the {z_adj} foreign ministry said.",
           "{condition}, {z} will close its border with {x}, the government in {z_cap} said."],
    "de": ["{condition}, werde {z} Sanktionen gegen {x} verhängen, sagte der {z_adj}e Außenminister.",
           "{condition}, werde {z} seine Grenze zu {x} schließen, erklärte die Regierung in {z_cap}.",
           "{condition}, werde {z} Sanktionen gegen {x} verhängen, teilte das Außenministerium in {z_cap} mit."]}

# Background is put together from three pieces, so that two reports seldom share a sentence.
SUBJECTS = {
    "en": ["the harbour of {town}", "the old mill near {town}", "the school in {town}", "the railway station of {town}", "the market hall of {town}",
           "the dairy outside {town}", "the library in {town}", "the quarry above {town}", "the lighthouse off {town}", "the paper mill of {town}",
           "the museum in {town}", "the botanical garden of {town}", "the swimming pool in {town}", "the ferry landing at {town}",
           "the observatory near {town}", "the tram depot of {town}", "the reservoir behind {town}", "the theatre in {town}",
           "the brickworks at {town}", "the orchard estate near {town}"],
    "de": ["der Hafen von {town}", "die alte Mühle bei {town}", "die Schule in {town}", "der Bahnhof von {town}", "die Markthalle von {town}",
           "die Molkerei vor {town}", "die Bibliothek in {town}", "der Steinbruch über {town}", "der Leuchtturm vor {town}", "die Papiermühle von {town}",
           "das Museum in {town}", "der Botanische Garten von {town}", "das Schwimmbad in {town}", "die Fähranlegestelle bei {town}",
           "die Sternwarte nahe {town}", "das Straßenbahndepot von {town}", "der Stausee hinter {town}", "das Theater in {town}",
           "die Ziegelei bei {town}", "das Obstgut nahe {town}"]}
PREDICATES = {
    "en": ["has {n} employees", "is {m} years old", "lies {m} kilometres from the coast", "costs {n} million a year", "has room for {n} visitors",
           "was painted {m} years ago", "is open {m} hours a week", "has a roof of {n} square metres", "stands on {m} pillars of oak",
           "is known for its {m} windows", "uses {n} litres of water a day", "belongs to {m} families", "is lit by {n} lamps",
           "has been on the list of monuments for {m} years", "was drawn by the architect {person}", "is {n} steps from the town hall",
           "has {m} floors and two towers", "looks back on {n} years of history", "appears on {m} stamps", "owes its name to the painter {person}"],
    "de": ["hat {n} Beschäftigte", "ist {m} Jahre alt", "liegt {m} Kilometer von der Küste entfernt", "kostet {n} Millionen im Jahr",
           "bietet Platz für {n} Besucher", "wurde vor {m} Jahren gestrichen", "ist {m} Stunden in der Woche geöffnet", "hat ein Dach von {n} Quadratmetern",
           "steht auf {m} Pfeilern aus Eiche", "ist für seine {m} Fenster bekannt", "braucht {n} Liter Wasser am Tag", "gehört {m} Familien",
           "wird von {n} Lampen beleuchtet", "steht seit {m} Jahren auf der Liste der Denkmäler", "wurde vom Architekten {person} entworfen",
           "liegt {n} Schritte vom Rathaus entfernt", "hat {m} Stockwerke und zwei Türme", "blickt auf {n} Jahre Geschichte zurück",
           "ist auf {m} Briefmarken zu sehen", "verdankt den Namen dem Maler {person}"]}
TAILS = {
    "en": ["", ", a guidebook says", ", as a plaque notes", ", and it smells of {other} apples in autumn", ", whatever the season", ", not counting the annex of the year {n}",
           ", as every child in the valley knows", ", which makes it the {m}th of its kind"],
    "de": ["", ", heißt es im Reiseführer", ", wie eine Tafel vermerkt", ", und im Herbst riecht es dort nach Äpfeln", ", zu jeder Jahreszeit", ", den Anbau aus dem Jahr {n} nicht gerechnet",
           ", wie im Tal jedes Kind weiß", ", und ist damit das {m}. seiner Art"]}

CLOSING = {
    "en": ["The next round is planned for {m} delegates in {town}, {person} added.",
           "A commission of {m} experts under {person} is to report in {n} days.",
           "{person} and {other}, who know the region well, expect a quiet winter in {town}.",
           "The weather service in {town} forecasts {m} millimetres of rain."],
    "de": ["Die nächste Runde mit {m} Delegierten ist in {town} geplant, fügte {person} hinzu.",
           "Eine Kommission aus {m} Fachleuten unter {person} soll in {n} Tagen berichten.",
           "{person} und {other}, die die Gegend gut kennen, rechnen mit einem ruhigen Winter in {town}.",
           "Der Wetterdienst in {town} sagt {m} Millimeter Regen voraus."]}
