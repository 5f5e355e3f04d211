"""What scripts/bench-ledger does, step by step."""
import json
import os
import pathlib
import subprocess
import sys

from synthetic import truth as true

GENERATOR = pathlib.Path(__file__).resolve().parent
SHARE_OF_CODE = 80   # percent: ingest against code
DYAD_LIMIT = 50      # ms, start of the program included
WHAT_IF_LIMIT = 200  # ms, the same


def say(text):
    print(f"bench-ledger: {text}", file=sys.stderr, flush=True)


def made(kind, count, folder, *more):
    """The corpus, made by a process of its own: the memory of this one would count for the programs it starts."""
    if not (folder / "truth.json").is_file():
        subprocess.run([sys.executable, str(GENERATOR), kind, str(count), str(folder), *map(str, more)], check=True)
    return folder


def truth_of(folder):
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def thousands(number):
    return f"{number:,.0f}"


def megabytes(db):
    return sum(os.path.getsize(path) for path in (db, str(db) + "-wal") if os.path.exists(path)) / 1e6


def percent(score):
    return f"{100 * score.precision:.1f} / {100 * score.recall:.1f}"


class Result:
    def __init__(self):
        self.parts, self.missed, self.held = [], [], 0

    def add(self, title, text):
        self.parts.append((f"**{title}**\n\n" if title else "") + text)

    def demand(self, holds, what):
        if holds:
            self.held += 1
        else:
            self.missed.append(what)
        return "yes" if holds else "**no**"

    @property
    def text(self):
        return "\n\n".join(self.parts)


# Truth.

def check_given(program, db, truth, result):
    alerts, states = true.given_alerts(program, db, truth), true.given_states(program, db, truth)
    right, asked = true.given_chains(program, db, truth)
    exact = lambda score: score.right == score.found == score.wanted > 0
    return [
        ["given codings: alerts, precision / recall", f"{percent(alerts)} of {alerts.wanted}", "100 / 100",
         result.demand(exact(alerts), f"alerts on given codings: {alerts.right} right of {alerts.found} found, {alerts.wanted} wanted")],
        ["given codings: states of commitments as of six days, precision / recall", f"{percent(states)} of {states.wanted}", "100 / 100",
         result.demand(exact(states), f"states on given codings: {states.right} right of {states.found} found, {states.wanted} wanted")],
        ["given codings: what-if names the commitment that the act touches", f"{right} of {asked}", "all",
         result.demand(right == asked > 0, f"what-if: {right} of {asked}")],
    ]


def check_texts(program, db, truth, result):
    copies, acts, alerts = true.near_copies(db, truth), true.Acts(db, truth), true.text_alerts(program, db, truth)
    coded, dated, reports = acts.coded()
    meet, asked = acts.across_languages()
    mixed, nodes = acts.mixed()
    return [
        ["near copies: pairs of reports with one text, precision / recall", f"{percent(copies)} of {thousands(copies.wanted)}", "99 / 95",
         result.demand(copies.precision >= 0.99 and copies.recall >= 0.95, f"near copies: {percent(copies)}")],
        ["acts coded in both languages that meet in one node", f"{meet} of {asked}", "99 %",
         result.demand(asked > 0 and meet >= 0.99 * asked, f"nodes across languages: {meet} of {asked}")],
        ["nodes that mix different acts", f"{mixed} of {thousands(nodes)}", "none", result.demand(mixed == 0 < nodes, f"mixed nodes: {mixed} of {nodes}")],
        ["from text: the report's act coded with type and sides (and its day)", f"{100 * coded / reports:.1f} ({100 * dated / reports:.1f}) %", "reported",
         result.demand(coded > 0.5 * reports, f"acts from text: {coded} of {reports}")],
        ["from text: red lines, precision / recall", f"{percent(alerts)} of {thousands(alerts.wanted)}", "reported",
         result.demand(alerts.recall > 0.5 < alerts.precision + 0.2, f"red lines from text: {percent(alerts)}")],
    ]


HEAD_OF_TRUTH = ["what", "figure", "wanted", "held"]


def counts(program, db):
    """What must be the same after a run that adds nothing."""
    return true.query(db, "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM event), (SELECT count(*) FROM statement), "
                          "(SELECT count(*) FROM entry), (SELECT count(*) FROM history), (SELECT count(*) FROM alert)")[0]


def quick(program, folder, count=2000):
    result = Result()
    texts, codings = made("texts", count, folder / "texts"), made("codings", count, folder / "codings", "--commitments", count // 4)
    db, given = folder / "texts.db", folder / "given.db"
    program.ingest(db, texts / "part0.jsonl")
    program.ingest(given, "--coded", codings / "part0.jsonl")
    rows = check_given(program, given, truth_of(codings), result) + check_texts(program, db, truth_of(texts), result)
    before = counts(program, db)
    program.ingest(db, texts / "part0.jsonl")
    rows.append(["the same reports again change nothing", thousands(before[0]) + " reports", "",
                 result.demand(counts(program, db) == before, "a second ingest of the same reports changed the database")])
    result.add("", table(HEAD_OF_TRUTH, rows))
    return result


# Times.

def busiest(db):
    """The dyad with most events, its two codes; the holder of most commitments; a month in the middle."""
    dyad = true.query(db, "SELECT a.code, b.code FROM event_side a JOIN event_side b ON a.event=b.event WHERE a.role=0 AND b.role=1 AND a.code<>'' "
                          "AND b.code<>'' AND a.code<>b.code GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2 LIMIT 1")[0]
    holder = true.query(db, "SELECT code FROM entry_side WHERE role=0 AND code<>'' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1")[0][0]
    day = true.query(db, "SELECT published FROM report ORDER BY published LIMIT 1 OFFSET (SELECT count(*)/2 FROM report)")[0][0]
    return dyad[0], dyad[1], holder, day


def text_queries(db):
    a, b, holder, day = busiest(db)
    return {
        f"`events --actor A --recipient B` (the busiest dyad)": ["events", "--actor", a, "--recipient", b],
        "`events --actor A --recipient B --limit 20`": ["events", "--actor", a, "--recipient", b, "--limit", "20"],
        "`events --party A --dedupe node`": ["events", "--party", a, "--dedupe", "node"],
        "`events --type ASSAULT --since MONTH --until MONTH`": ["events", "--type", "ASSAULT", "--since", day[:7], "--until", day[:7]],
        "`events --words` (two words)": ["events", "--words", "lighthouse soldiers"],
        "`statements --words` (one word)": ["statements", "--words", "Fischer"],
        "`series --actor A --recipient B --by month`": ["series", "--actor", a, "--recipient", b, "--by", "month"],
        "`series --by month` (all events)": ["series", "--by", "month"],
        "`ledger --holder A --as-of DAY`": ["ledger", "--holder", holder, "--as-of", day],
    }


def given_queries(truth):
    act = truth["chains"][0][0]
    return {"`whatif`": ["whatif", act], "`ledger --as-of DAY` (all)": ["ledger", "--as-of", "2023-06-30"],
            "`ledger --holder A`": ["ledger", "--holder", act.split()[0]], "`alerts` (all)": ["alerts"],
            "`alerts --holder A`": ["alerts", "--holder", act.split()[0]]}


def lines_of(out):
    return max(0, out.count("\n") - 1)


class Column(dict):
    """Query -> (milliseconds, rows), at one size."""


def time_queries(program, db, queries):
    column = Column()
    for name, args in queries.items():
        milliseconds, out = program.timed(*args, "--db", db)
        column[name] = (milliseconds, lines_of(out))
        say(f"  {name}: {milliseconds:.0f} ms, {column[name][1]} rows")
    return column


def steps_of(reports):
    """Sizes at which is measured, and where the corpus is cut: the last tenth apart, to see what the last reports cost."""
    sizes = [reports // 100, reports // 10, reports]
    return sizes, [sizes[0], sizes[1], reports - sizes[1]]


def ingest_texts(program, folder, sizes, db, columns, result):
    rows = []
    shares = []
    for part, size in enumerate([sizes[0], sizes[1], None, sizes[2]]):
        path = folder / f"part{part}.jsonl"
        cost = program.ingest(db, path)
        say(f"{path.name}: {cost.seconds:.1f} s, {cost.cpu:.1f} s of processor time; {cost.out.strip()}")
        if size is None:
            middle = cost
            continue
        count = sum(1 for _ in open(path, encoding="utf-8"))
        code = program.code(path, folder / "coded.jsonl")
        share, cpu_share = 100 * code.seconds / cost.seconds, 100 * code.cpu / cost.cpu
        shares.append(max(share, cpu_share) if size == sizes[2] else None)
        memory = max(cost.memory, middle.memory) if size == sizes[2] else cost.memory
        rows.append([thousands(size), thousands(count), f"{count / cost.seconds:.0f}", f"{count / code.seconds:.0f}", f"{share:.0f} %", f"{cpu_share:.0f} %",
                     f"{megabytes(db):.0f} MB", f"{memory:.0f} MiB"])
        columns.append(time_queries(program, db, text_queries(db)))
    result.demand(shares[-1] >= SHARE_OF_CODE, f"ingest runs at {shares[-1]:.0f} % of the speed of code, {SHARE_OF_CODE} % are wanted")
    result.add("Reports: coded and stored", table(
        ["reports in the database", "of which measured, the last", "ingest, reports/s", "code, reports/s", "ingest against code, time", "processor time",
         "database", "peak memory"], rows))


def ingest_codings(program, folder, sizes, db, columns, truth, result):
    rows = []
    for part, size in enumerate([sizes[0], sizes[1], None, sizes[2]]):
        path = folder / f"part{part}.jsonl"
        cost = program.ingest(db, "--coded", path)
        say(f"{path.name}: {cost.seconds:.1f} s; {cost.out.strip()}")
        if size is None:
            continue
        count = sum(1 for _ in open(path, encoding="utf-8"))
        commitments = true.query(db, "SELECT count(*) FROM entry")[0][0]
        rows.append([thousands(size), thousands(commitments), f"{count / cost.seconds:.0f}", f"{megabytes(db):.0f} MB", f"{cost.memory:.0f} MiB"])
        columns.append(time_queries(program, db, given_queries(truth)))
    result.add("Given codings: stored without coding", table(
        ["reports in the database", "commitments", "`ingest --coded`, reports/s (of the last part)", "database", "peak memory"], rows))


def query_table(columns, sizes, limits):
    rows = []
    for name in columns[0]:
        cells = [f"{column[name][0]:.0f} ({thousands(column[name][1])})" if name != "`whatif`" else f"{column[name][0]:.0f}" for column in columns]
        rows.append([name, *cells, limits.get(name, "")])
    return table(["milliseconds (rows)", *[thousands(size) for size in sizes], "wanted"], rows)


def again(program, folder, db, result):
    """The same reports once more; recoding."""
    before = counts(program, db)
    reports = [folder / f"part{part}.jsonl" for part in range(4)]
    second = program.ingest(db, *reports)
    idle = program.ingest(db, "--recode")
    result.demand(counts(program, db) == before, "a second ingest of the same reports changed the database")
    count = sum(1 for _ in open(reports[0], encoding="utf-8"))
    recode = program.ingest(db, "--recode", reports[0])
    after = counts(program, db)
    result.demand((after[0], after[1], after[3]) == (before[0], before[1], before[3]), "recoding with the same knowledge changed events or commitments")
    result.add("Again", table(["what", "figure"], [
        [f"`ingest` of the same {thousands(before[0])} reports, nothing to add", f"{second.seconds:.1f} s, {before[0] / second.seconds:,.0f} reports/s"],
        ["`ingest --recode` where every coding is up to date", f"{idle.seconds:.1f} s"],
        [f"`ingest --recode` of {thousands(count)} named reports", f"{count / recode.seconds:.0f} reports/s"]]))


def full(program, folder, reports):
    result = Result()
    sizes, cuts = steps_of(reports)
    cut = ",".join(map(str, cuts))
    say(f"making {reports} reports and as many codings")
    texts = made("texts", reports, folder / "texts", "--cut", cut)
    codings = made("codings", reports, folder / "codings", "--cut", cut, "--commitments", reports // 10)
    db, given = folder / "texts.db", folder / "given.db"
    for old in folder.glob("*.db*"):
        old.unlink()
    text_columns, given_columns = [], []
    ingest_texts(program, texts, sizes, db, text_columns, result)
    dyad = "`events --actor A --recipient B` (the busiest dyad)"
    result.add("Queries over reports", query_table(text_columns, sizes, {dyad: f"< {DYAD_LIMIT}"}))
    result.demand(text_columns[-1][dyad][0] < DYAD_LIMIT, f"a dyad takes {text_columns[-1][dyad][0]:.0f} ms, less than {DYAD_LIMIT} are wanted")
    again(program, texts, db, result)
    given_truth = truth_of(codings)
    ingest_codings(program, codings, sizes, given, given_columns, given_truth, result)
    result.add("Queries over the ledger", query_table(given_columns, sizes, {"`whatif`": f"< {WHAT_IF_LIMIT}"}))
    what_if = given_columns[-1]["`whatif`"][0]
    result.demand(what_if < WHAT_IF_LIMIT, f"what-if takes {what_if:.0f} ms, less than {WHAT_IF_LIMIT} are wanted")
    say("checking against the truth")
    rows = check_given(program, given, given_truth, result) + check_texts(program, db, truth_of(texts), result)
    result.add("Truth", table(HEAD_OF_TRUTH, rows))
    return result
