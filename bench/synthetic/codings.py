"""Invented codings in the form that `depesche code` writes, whose ledger is known by construction.

A *scenario* is one commitment with all that happens to it: the reports that tell of it, acts that fit its templates and acts that
miss them by one thing only. Each scenario owns its dyad and type of act, so no act of one can touch another. Around them stand
reports of other acts, between states whose acts no scenario uses. The same seed gives the same bytes.

Truth, a dict:
  states   report id of the first telling -> [[day, state], ...]: the state from that day on (days in order)
  alerts   sorted [kind, watch, report of the act, report that told of the commitment]
  chains   [text for whatif, report of a commitment that it must trigger, break or meet]
"""
import datetime
import itertools
import random

from synthetic.nations import nations
from synthetic.prose import PREDICATES, SUBJECTS, SURNAMES, TOWNS

FIRST_DAY = datetime.date(2022, 1, 1)
TYPES = ["AID", "SANCTION", "ASSAULT", "COERCE", "SUPPORT", "CONCEDE", "CONSULT", "COOPERATE"]
CONTEXTS = ["military", "economic", "health", "territory"]
LOUD = 12  # states whose acts, among themselves, fill the background


def iso(day):
    return day.isoformat()


class Writer:
    """Lays sentences end to end and keeps their spans."""

    def __init__(self, chance):
        self.random = chance

    def sentence(self):
        text = self.random.choice(SUBJECTS["en"]) + " " + self.random.choice(PREDICATES["en"])
        text = text.format(n=self.random.randrange(10, 99999), m=self.random.randrange(2, 999), town=self.random.choice(TOWNS),
                           person=self.random.choice(SURNAMES))
        return text[0].upper() + text[1:] + "."

    def report(self, day, sentences, codes, events=(), commitments=()):
        """`sentences`: texts; events and commitments name theirs by "sentence"."""
        sentences = list(sentences) + [self.sentence() for _ in range(self.random.randrange(4, 7))]
        spans, at = [], 0
        for one in sentences:
            spans.append({"begin": at, "end": at + len(one)})
            at += len(one) + 1
        record = {"language": self.random.choice(("de", "en")), "published": iso(day), "text": " ".join(sentences),
                  "coder": {"version": "0.1.0", "knowledge": "00", "model": "0000000000000000"}, "sentences": spans, "times": [], "places": [],
                  "actors": [{"id": f"a{i + 1}", "name": code, "code": code[:3], **({"sector": code[4:]} if code[3:] else {}), "mentions": []}
                             for i, code in enumerate(codes)],
                  "statements": [], "events": [], "commitments": []}
        for i, event in enumerate(events):
            at = event.pop("sentence")
            record["events"].append({"id": f"e{i + 1}", **event, "sentence": at, "evidence": [spans[at]]})
        for i, commitment in enumerate(commitments):
            at = commitment.pop("sentence")
            for part in ("action", "condition", "consequence"):
                if part in commitment:
                    commitment[part] = {**spans[at], "text": sentences[at], **commitment[part]}
            record["commitments"].append({"id": f"c{i + 1}", **commitment, "evidence": [spans[at]]})
        return record


class Scenario:
    """One commitment of `holder`, about acts of `type` by `doer` upon `other`."""

    def __init__(self, generator, holder, doer, other, type_, contexts):
        self.g, self.holder, self.doer, self.other, self.type, self.contexts = generator, holder, doer, other, type_, contexts
        self.random = generator.random
        self.day = FIRST_DAY + datetime.timedelta(self.random.randrange(500))
        self.ids = []    # of rows in the generator
        self.truth = []  # (day, state)

    def after(self, least=5, most=60):
        self.day += datetime.timedelta(self.random.randrange(least, most))
        return self.day

    def row(self, record):
        self.g.rows.append(record)
        return len(self.g.rows) - 1

    def template(self, type_, actor, recipient, contexts):
        """Sides are indices of the report's actors, "a1"..."""
        template = {"event": type_, "actor": [actor]} if actor else {"event": type_}
        if recipient:
            template["recipient"] = [recipient]
        if contexts:
            template["context"] = contexts
        return {"template": template}

    def tell(self, kind, state, holder=None, until=None, day=None):
        """A report that tells of the commitment. The same words of the ledger whatever organ of the holder speaks."""
        # a1 holder, a2 doer, a3 other
        codes = [holder or self.holder, self.doer, self.other]
        commitment = {"kind": kind, "holder": ["a1"], "state": state, "sentence": 0}
        if until:
            commitment["until"] = iso(until)
        wanted = self.template(self.type, "a2", "a3", self.contexts)
        if kind == "threat":
            commitment.update(toward=["a2"], condition=wanted, consequence=self.template("MOBILIZE", "a1", "a2", []))
        elif kind == "demand":
            commitment.update(toward=["a2"], action=self.template(self.type, "", "a3", self.contexts))
        else:
            commitment.update(polarity="will_not" if kind == "policy" else "will", action=self.template(self.type, "a1", "a3", self.contexts))
        verb = f"{codes[0]} tells of a {kind} about {self.type} by {self.doer} upon {self.other}, {self.random.randrange(10**9)}."
        return self.row(self.g.writer.report(day or self.day, [verb], codes, commitments=[commitment]))

    def act(self, actor=None, recipient=None, type_=None, contexts=None, status="happened", reports=1, day=None):
        """Reports of one act, in as many texts; their rows."""
        rows = []
        for _ in range(reports):
            codes = [actor or self.doer, recipient or self.other]
            event = {"event": type_ or self.type, "actor": ["a1"], "recipient": ["a2"], "status": status, "quad": 1, "score": 1.0, "sentence": 0}
            wanted = self.contexts[:1] if contexts is None else contexts
            if wanted:
                event["context"] = wanted
            verb = f"{codes[0]} and {codes[1]}: an act of {event['event']}, {status}, {self.random.randrange(10**9)}."
            rows.append(self.row(self.g.writer.report(day or self.day, [verb], codes, events=[event])))
        return rows

    def state(self, name):
        self.truth.append((iso(self.day), name))

    def alert(self, kind, acts, told, watch=False):
        self.g.alerts.append((kind, watch, acts, told))


# What can happen. Each function plays one scenario and says what is true of it; the first telling's row is returned.
# "Loose" ends (another context, recipient, status, day) must raise nothing.

def begun(s, kind, state, **more):
    """It is told for the first time, and some days pass."""
    told = s.tell(kind, state, **more)
    s.state(state)
    s.after()
    return told


def red_line(s):
    told = begun(s, "threat", "announced")
    s.act(status="negated")
    s.act(recipient=s.doer)
    s.after()
    s.alert("red_line", s.act(actor=s.doer + " GOV", reports=s.random.randrange(1, 4)), told)
    s.state("detached")
    return told


def red_line_carried_out(s):
    told = red_line(s)
    s.after()
    s.alert("met", s.act(actor=s.holder, recipient=s.doer, type_="MOBILIZE", contexts=[]), told)
    s.state("met")
    return told


def carried_out_without_cause(s):
    told = begun(s, "threat", "announced")
    s.act(actor=s.holder, recipient=s.doer, type_="MOBILIZE", contexts=[])
    return told


def empty_threat(s):
    s.act(day=s.day - datetime.timedelta(9))  # before anybody threatened
    told = begun(s, "threat", "announced")
    s.act(type_="PROTEST")
    if s.contexts:
        s.act(contexts=["cyber"])
        s.act(contexts=[])
    return told


def watched(s):
    told = begun(s, "threat", "announced")
    s.alert("red_line", s.act(status=s.random.choice(("planned", "possible"))), told, watch=True)
    return told


def policy_broken_and_renewed(s):
    s.doer = s.holder
    told = begun(s, "policy", "in_force")
    s.act(actor=s.holder + " REB")  # rebels do not act for the state
    s.after()
    s.alert("broken", s.act(actor=s.holder + " MIL"), told)
    s.state("broken")
    s.after()
    again = s.tell("policy", "in_force", holder=s.holder + " GOV")
    s.state("in_force")
    s.after()
    s.alert("broken", s.act(reports=2), again)
    s.state("broken")
    return told


def policy_withdrawn(s):
    s.doer = s.holder
    told = begun(s, "policy", "in_force")
    s.tell("policy", "withdrawn")
    s.state("withdrawn")
    s.after()
    s.act()
    return told


def pledge_kept(s):
    s.doer = s.holder
    told = begun(s, "pledge", "announced", until=s.day + datetime.timedelta(300))
    again = s.tell("pledge", "announced", holder=s.holder + " GOV", until=s.day + datetime.timedelta(300))
    s.after()
    s.alert("met", s.act(recipient=s.other + " CVL", reports=s.random.randrange(1, 3)), again)
    s.state("met")
    return told


def pledge_expired(s):
    s.doer = s.holder
    until = s.day + datetime.timedelta(10)
    told = s.tell("pledge", "announced", until=until)
    s.state("announced")
    begin = s.day
    s.day = until + datetime.timedelta(1)
    s.state("expired")
    s.day = begin + datetime.timedelta(40)
    s.act()
    return told


def demand_met(s):
    told = begun(s, "demand", "announced")
    s.act(actor=s.holder)  # the one who demands does not meet his demand
    s.after()
    s.alert("met", s.act(), told)
    s.state("met")
    return told


PLAYS = [red_line, red_line_carried_out, carried_out_without_cause, empty_threat, watched, policy_broken_and_renewed, policy_withdrawn,
         pledge_kept, pledge_expired, demand_met]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.writer = Writer(self.random)
        self.rows, self.alerts, self.firsts, self.chains = [], [], [], []
        self.acts, self.holders = set(), set()  # what scenarios own: dyad and type; holder and doer
        self.codes = [nation.code for nation in nations()]

    def owned(self):
        """Dyad and type of each scenario, each once, in a random order without end in sight: tens of thousands."""
        quiet = self.codes[LOUD:]
        triples = [(a, b, t) for a, b in itertools.permutations(self.codes, 2) for t in TYPES if a in quiet or b in quiet]
        self.random.shuffle(triples)
        return triples

    def play(self, triples, number):
        doer, other, type_ = triples[number]
        # What the holder does to the doer (a consequence) and to the other (a loose end of demands) must touch no other scenario.
        holder = self.random.choice([c for c in self.codes if c not in (doer, other) and (c, doer) not in self.holders and (c, other, type_) not in self.acts])
        self.holders.add((holder, doer))
        contexts = self.random.sample(CONTEXTS, self.random.choice((0, 1, 1, 2)))
        play = PLAYS[number % len(PLAYS)]
        if play in (policy_broken_and_renewed, policy_withdrawn, pledge_kept, pledge_expired):
            holder = doer
        scenario = Scenario(self, holder, doer, other, type_, contexts)
        told = play(scenario)
        self.firsts.append((told, scenario.truth))
        if scenario.truth[-1][1] in ("announced", "in_force", "detached"):
            act = f"{scenario.doer} {type_} {other} {' '.join(contexts[:1])}"
            self.chains.append((act.strip(), told))

    def noise(self, wanted):
        loud = self.codes[:LOUD]
        dyads = list(itertools.permutations(loud, 2))
        while len(self.rows) < wanted:
            actor, recipient = self.random.choice(dyads)
            scenario = Scenario(self, actor, actor, recipient, self.random.choice(TYPES), self.random.sample(CONTEXTS, 1))
            scenario.day += datetime.timedelta(self.random.randrange(300))
            scenario.act()

    def run(self, reports, commitments):
        triples = self.owned()
        self.acts = set(triples[:commitments])
        for number in range(commitments):
            self.play(triples, number)
        if len(self.rows) > reports:
            raise ValueError(f"{commitments} commitments need {len(self.rows)} reports, {reports} are wanted")
        self.noise(reports)


def corpus(reports, commitments, seed=2):
    """The records, shuffled (reports reach a desk in any order), and their truth."""
    generator = Generator(seed)
    generator.run(reports, commitments)
    order = list(range(len(generator.rows)))
    generator.random.shuffle(order)
    name = {row: f"g{place:06}" for place, row in enumerate(order)}
    out = [{"id": name[row], **generator.rows[row]} for row in order]
    truth = {
        "states": {name[told]: timeline for told, timeline in generator.firsts},
        "alerts": [[kind, watch, sorted(name[a] for a in acts), name[told]] for kind, watch, acts, told in generator.alerts],
        "chains": [[act, name[told]] for act, told in generator.chains],
    }
    return out, truth
