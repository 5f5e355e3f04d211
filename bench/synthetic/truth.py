"""What the database says against what is true of the invented corpus. Each function gives figures by name."""
import collections
import contextlib
import datetime
import json
import random
import sqlite3


def rows(program, db, *args):
    return [json.loads(line) for line in program.run(*args, "--db", db, "--format", "jsonl").out.splitlines()]


def query(db, sql):
    with contextlib.closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql).fetchall()


class Score:
    """Right ones among those found and among those wanted."""

    def __init__(self, right, found, wanted):
        self.right, self.found, self.wanted = right, found, wanted

    @property
    def precision(self):
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self):
        return self.right / self.wanted if self.wanted else 1.0


def given_alerts(program, db, truth):
    """An alert is right when kind, watch, the report of the act and the report that told of the commitment are; each once."""
    wanted = collections.defaultdict(list)
    for index, (kind, watch, acts, told) in enumerate(truth["alerts"]):
        for act in acts:
            wanted[(kind, watch, act, told)].append(index)
    found = rows(program, db, "alerts")
    met = set()
    for row in found:
        for index in wanted.get((row["alert"], row["watch"], row["event_report"], row["told_by"]), ()):
            if index not in met:
                met.add(index)
                break
    return Score(len(met), len(found), len(truth["alerts"]))


def given_states(program, db, truth, days=6):
    """The ledger as of some days: every commitment told by then is listed, once, in its true state, and no other is."""
    entry_of = {name: entry for entry, name in query(db, "SELECT h.entry, r.name FROM history h JOIN report r ON r.id=h.report WHERE h.told")}
    chance = random.Random(5)
    right = found = wanted = 0
    first = datetime.date(2022, 1, 1)
    for day in sorted(first + datetime.timedelta(chance.randrange(1000)) for _ in range(days)):
        listed = {row["id"]: row["state"] for row in rows(program, db, "ledger", "--as-of", day)}
        true = {}
        for told, timeline in truth["states"].items():
            past = [state for since, state in timeline if since <= day.isoformat()]
            if past:
                true[entry_of[told]] = past[-1]
        right += sum(listed.get(entry) == state for entry, state in true.items())
        found += len(listed)
        wanted += len(true)
    return Score(right, found, wanted)


def given_chains(program, db, truth, count=10):
    """what-if: the act that touches a commitment names it."""
    chosen = random.Random(3).sample(truth["chains"], min(count, len(truth["chains"])))
    right = 0
    for act, told in chosen:
        links = json.loads(program.run("whatif", "--db", db, "--format", "json", act).out)["links"]
        right += told in {link["commitment"]["report"] for link in links if link["depth"] == 1}
    return right, len(chosen)


def near_copies(db, truth):
    """Pairs of reports with one text."""
    def pairs(groups):
        return sum(size * (size - 1) // 2 for size in collections.Counter(groups).values())
    cluster = dict(query(db, "SELECT name, cluster FROM report"))
    both = [(cluster[name], text) for name, text in truth["copies"].items()]
    return Score(pairs(both), pairs(pair[0] for pair in both), pairs(pair[1] for pair in both))


class Acts:
    """Events of the reports that are the act of their story."""

    def __init__(self, db, truth):
        sides = collections.defaultdict(lambda: (set(), set()))
        for event, role, code in query(db, "SELECT event, role, code FROM event_side"):
            sides[event][role].add(code)
        language = dict(query(db, "SELECT name, language FROM report"))
        self.found = collections.defaultdict(list)  # story -> (report, language, node, day is right)
        for event, name, type_, node, day in query(db, "SELECT e.id, r.name, e.type, e.node, e.day FROM event e JOIN report r ON r.id=e.report "
                                                       "WHERE e.status='happened'"):
            story = truth["stories"][name]
            act = truth["acts"][str(story)]
            actors, recipients = sides[event]
            if type_ == act[0] and act[2] in actors and act[3] in recipients:
                self.found[story].append((name, language[name], node, day == act[4]))
        self.reports = len(truth["stories"])
        told = collections.defaultdict(set)
        for name, story in truth["stories"].items():
            told[story].add(language[name])
        self.both = [story for story, languages in told.items() if len(languages) == 2]

    def coded(self):
        """Reports whose act was coded with its type and sides, and of those the ones with its day."""
        with_act = {row[0] for found in self.found.values() for row in found}
        with_day = {row[0] for found in self.found.values() for row in found if row[3]}
        return len(with_act), len(with_day), self.reports

    def across_languages(self):
        """Stories told, and coded with their day, in both languages: of how many do both languages meet in a node?"""
        meet = asked = 0
        for story in self.both:
            nodes = {lang: {row[2] for row in self.found[story] if row[1] == lang and row[3]} for lang in ("de", "en")}
            if nodes["de"] and nodes["en"]:
                asked += 1
                meet += bool(nodes["de"] & nodes["en"])
        return meet, asked

    def mixed(self):
        """Nodes that hold acts of several stories, and all nodes."""
        stories = collections.defaultdict(set)
        for story, found in self.found.items():
            for row in found:
                stories[row[2]].add(story)
        return sum(len(one) > 1 for one in stories.values()), len(stories)


def text_alerts(program, db, truth):
    """Red lines from text: an alert is right when its act is of a story that meets the threat of the story that told it."""
    story = truth["stories"]
    found = {(story[row["told_by"]], story[row["event_report"]]) for row in rows(program, db, "alerts", "--kind", "red_line")
             if not row["watch"] and row.get("told_by")}
    wanted = {tuple(pair) for pair in truth["alerts"]}
    return Score(len(found & wanted), len(found), len(wanted))
