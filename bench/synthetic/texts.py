"""Invented agency reports in German and English, with what is true of them.

A *story* is one act (type, actor, recipient, day), told in one report, its reprints, and often in a report of the other language. A
story may carry a threat against a later act; some of those acts come. All prose is our own; the same seed gives the same bytes.

Each report is a dict for `depesche code` ("id", "language", "published", "agency", "title", "text"). Truth, a dict:
  stories   report id -> story number
  copies    report id -> number of its text: reprints of one text have one number
  acts      story number -> [type, class, actor, recipient, day]
  threats   story number -> [type, class, actor, recipient]: what its condition names
  alerts    sorted [story that threatens, story whose act meets the condition]
"""
import datetime
import random

from synthetic.nations import nations
from synthetic.prose import ACTS, AGENCIES, CLOSING, PREDICATES, REACTIONS, SUBJECTS, SURNAMES, TAILS, THREATS, TOWNS, WEEKDAYS

FIRST_DAY = datetime.date(2022, 1, 3)
DAYS = 900
MEETS = 0.3          # of the threats: the act comes
OTHER_LANGUAGE = 0.35  # of the stories are told in both languages
REPRINT = 0.18       # of the reports are printed again
THREATENS = 0.2      # of the stories carry a threat


class Story:
    def __init__(self, number, kind, actor, recipient, day):
        self.number, self.kind, self.actor, self.recipient, self.day = number, kind, actor, recipient, day
        self.threat = None  # (kind, actor, recipient, holder)


class Generator:
    def __init__(self, reports, seed):
        self.random = random.Random(seed)
        self.reports = reports
        self.states = nations()
        self.random.shuffle(self.states)
        # A few states make most of the news.
        self.weights = [1 / (rank + 1) ** 0.9 for rank in range(len(self.states))]
        self.taken = set()  # no act is two stories

    def state(self, *others):
        while True:
            found = self.random.choices(self.states, self.weights)[0]
            if found not in others:
                return found

    def stories(self, wanted):
        stories = []
        due = []  # acts that threats wait for
        while len(stories) < wanted:
            if due and self.random.random() < 0.5:
                kind, actor, recipient, day = due.pop()
            else:
                kind, actor = self.random.choice(ACTS), self.state()
                recipient, day = self.state(actor), FIRST_DAY + datetime.timedelta(self.random.randrange(DAYS))
            key = (kind.type, actor.code, recipient.code, day)
            if key in self.taken:
                continue
            self.taken.add(key)
            story = Story(len(stories), kind, actor, recipient, day)
            if self.random.random() < THREATENS:
                act = self.random.choice([k for k in ACTS if k.condition["en"]])
                a, holder = self.state(), self.state()
                b = self.state(a)
                holder = self.state(a, b)
                story.threat = (act, a, b, holder)
                if self.random.random() < MEETS:
                    due.append((act, a, b, day + datetime.timedelta(self.random.randrange(10, 200))))
            stories.append(story)
        return stories

    def pick(self, table, language):
        return self.random.choice(table[language])

    def fill(self, pattern, language, **slots):
        """{x} name, {x_adj} adjective, {x_cap} capital of a state; {n} a number, {town}, {person}."""
        values = {"n": self.random.randrange(3, 990), "m": self.random.randrange(2, 60), "town": self.random.choice(TOWNS),
                  "person": self.random.choice(SURNAMES), "other": self.random.choice(SURNAMES)}
        for name, value in slots.items():
            if hasattr(value, "code"):
                values[name] = value.name[language]
                values[name + "_adj"] = value.adjective[language]
                values[name + "_cap"] = value.capital[language]
            else:
                values[name] = value
        text = pattern.format(**values)
        return text[0].upper() + text[1:]

    def compose(self, story, language):
        """Title and sentences of one text."""
        weekday = WEEKDAYS[language][story.day.weekday()]
        slots = {"x": story.actor, "y": story.recipient, "wd": weekday,
                 "obj": story.kind.objects[language][self.random.randrange(len(story.kind.objects[language]))] if story.kind.objects else ""}
        sentences = [self.fill(self.pick(story.kind.sentence, language), language, **slots)]
        title = self.fill(self.pick(story.kind.title, language), language, **slots)
        sentences.append(self.fill(self.pick(REACTIONS, language), language, **slots))
        if story.threat:
            kind, a, b, holder = story.threat
            obj = self.random.choice(kind.objects[language]) if kind.objects else ""
            condition = kind.condition[language].format(x=a.name[language], y=b.name[language], obj=obj)
            sentences.append(self.fill(self.pick(THREATS, language), language, condition=condition, x=a, z=holder))
        for _ in range(3 if story.threat else 4):
            pieces = self.pick(SUBJECTS, language) + " " + self.pick(PREDICATES, language) + self.pick(TAILS, language) + "."
            sentences.append(self.fill(pieces, language, **slots))
        sentences.append(self.fill(self.pick(CLOSING, language), language, **slots))
        return title, sentences

    def report(self, story, language, title, sentences, agency, published):
        capital = story.actor.capital[language]
        if language == "en":
            line = f"{capital.upper()}, {published.strftime('%b')} {published.day} ({agency}) - "
        else:
            line = f"{capital} ({agency}) - "
        return {"language": language, "published": published.isoformat(), "agency": agency, "title": title,
                "text": line + " ".join(sentences[:2]) + "\n\n" + " ".join(sentences[2:])}

    def reprint(self, language, title, sentences):
        """As another paper prints it: a sentence less, one more, or another title only."""
        how = self.random.randrange(3)
        if how == 0:
            return title, sentences[:-1]
        if how == 1:
            more = self.fill(self.pick(CLOSING, language), language, x=self.state(), y=self.state())
            return title, sentences + [more]
        return title + (" - Update" if language == "en" else " - Neu"), sentences

    def run(self):
        a_story = (1 + OTHER_LANGUAGE) * (1 + REPRINT)
        rows = []
        texts = 0
        stories = self.stories(int(self.reports / a_story) + 50)
        for story in stories:
            languages = ["en", "de"] if self.random.random() < 0.5 else ["de", "en"]
            for language in languages if self.random.random() < OTHER_LANGUAGE else languages[:1]:
                title, sentences = self.compose(story, language)
                published = story.day + datetime.timedelta(self.random.choice((0, 0, 1)))
                agencies = self.random.sample(AGENCIES, 2)
                rows.append((story.number, texts, self.report(story, language, title, sentences, agencies[0], published)))
                if self.random.random() < REPRINT:
                    again = self.reprint(language, title, sentences)
                    later = published + datetime.timedelta(self.random.choice((0, 1)))
                    rows.append((story.number, texts, self.report(story, language, *again, agencies[1], later)))
                texts += 1
        self.random.shuffle(rows)
        rows = rows[:self.reports]
        rows.sort(key=lambda row: row[2]["published"])
        return rows, stories


def alerts_of(stories, told):
    """Every act after the day of a threat that its condition names, both of which some report tells."""
    acts = {}
    for story in stories:
        if story.number in told:
            acts.setdefault((story.kind.type, story.kind.clas, story.actor.code, story.recipient.code), []).append(story)
    return sorted([story.number, act.number] for story in stories if story.threat and story.number in told
                  for act in acts.get((story.threat[0].type, story.threat[0].clas, story.threat[1].code, story.threat[2].code), ())
                  if act.day > story.day)


def corpus(reports, seed=1):
    """The reports in order of publication, and their truth."""
    rows, stories = Generator(reports, seed).run()
    out = [{"id": f"t{i:06}", **row[2]} for i, row in enumerate(rows)]
    told = {row[0] for row in rows}
    truth = {
        "stories": {one["id"]: row[0] for one, row in zip(out, rows)},
        "copies": {one["id"]: row[1] for one, row in zip(out, rows)},
        "acts": {s.number: [s.kind.type, s.kind.clas, s.actor.code, s.recipient.code, s.day.isoformat()] for s in stories if s.number in told},
        "threats": {s.number: [s.threat[0].type, s.threat[0].clas, s.threat[1].code, s.threat[2].code] for s in stories
                    if s.threat and s.number in told},
        "alerts": alerts_of(stories, told),
    }
    return out, truth
