"""What scripts/accuracy measures. A measure runs commands and gives rows; figures are F1 or accuracy in percent."""
import gzip
import json
import os
import pathlib
import re
import resource
import shlex
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass

import raw_text


@dataclass
class Row:
    what: str
    figure: str
    wanted: str = ""  # "floor / aim"
    command: str = ""


class Context:
    def __init__(self, program, shared):
        self.program, self.shared = program, shared
        self.folder = tempfile.TemporaryDirectory(prefix="depesche-accuracy-")
        self.lock = threading.Lock()

    def file(self, name):
        return os.path.join(self.folder.name, name)

    def shell(self, command):
        """Runs a command of the table as it stands there, in the repository, with its files in a folder of ours."""
        real = command.replace("build/release/depesche", shlex.quote(str(self.program))).replace("../shared", shlex.quote(str(self.shared)))
        run = subprocess.run(["bash", "-o", "pipefail", "-c", real], cwd=self.folder.name, capture_output=True, text=True, check=False)
        if run.returncode != 0:
            sys.exit(f"accuracy: this failed: {real}\n{run.stderr.strip()[-2000:]}")
        return run.stdout

    def depesche(self, *args, stdin=None):
        run = subprocess.run([str(self.program), *map(str, args)], input=stdin, capture_output=True, check=False)
        if run.returncode != 0:
            sys.exit(f"accuracy: depesche {' '.join(map(str, args))} failed\n{run.stderr.decode()[-2000:]}")
        return run.stdout.decode("utf-8")


def row(what, values, floors, aims, command):
    """Figures beside floors and aims; one below its floor is bold. There may be more figures than floors."""
    def text(number):
        return f"{number:g}" if isinstance(number, int) else f"{number:.1f}"

    def joined(numbers):
        return ", ".join(text(n) for n in numbers)
    figures = [f"**{text(v)}**" if place < len(floors) and v < floors[place] else text(v) for place, v in enumerate(values)]
    wanted = " / ".join(joined(numbers) for numbers in (floors, aims) if numbers)
    return Row(what, ", ".join(figures), wanted, command)


def most(what, figure, value, wanted, limit, command):
    """A figure that must stay below a limit."""
    return Row(what, f"**{figure}**" if value >= limit else figure, wanted, command)


# ---------------------------------------------------------------- syntax
def trees(language, bank, what, floors, aims):
    gold = f"../shared/data/ud/{bank}.conllu.gz"
    command = (f"build/release/depesche parse --language {language} {gold} > {bank}.out && "
               f"python3 ../shared/tools/score.py ud --gold {gold} --system {bank}.out")

    def run(context):
        got = json.loads(context.shell(command + " --json"))
        return [row(f"{what}, gold tokens, predicted tags (`{bank}`): LAS, UPOS, lemma", [got["LAS"], got["UPOS"], got["LEMMA"]], floors, aims, command)]
    return run


def raw(language, bank, what, key=None):
    def run(context):
        got = raw_text.measure(context.shared / f"data/ud/{bank}.conllu.gz", language, context.depesche)
        return [row(f"{what} from raw text (`{bank}`): words, sentences, LAS", [got["words"], got["sentences"], got["las"]], [], [], f"scripts/accuracy raw-{key or language}")]
    return run


def compounds(context):
    """Own words (tests/cases/compounds); half of them the splitter was tuned with, half not."""
    rows = []
    for name, what in (("held_out", "held out"), ("tuning", "tuned with")):
        path = pathlib.Path(__file__).resolve().parent.parent / f"tests/cases/compounds/{name}.txt"
        right, words = re.search(r": (\d+) of (\d+) right", context.depesche("kb", "compounds", path)).groups()
        rows.append(row(f"German compounds, own words {what} ({words}): all parts right", [100 * int(right) / int(words)], [95], [98],
                        f"build/release/depesche kb compounds tests/cases/compounds/{name}.txt"))
    return rows


def entities(language, path, what, floor, aim):
    """Every tenth sentence, which training holds out (train/depesche_train/corpora.py)."""
    def run(context):
        opened = gzip.open(context.shared / path, "rt", encoding="utf-8")
        with opened as handle:
            blocks = [[line for line in block.split("\n") if line and "\t" in line and not line.startswith("#\t")]
                      for block in handle.read().split("\n\n")]
        kept = [block for number, block in enumerate(b for b in blocks if b) if number % 10 == 9]
        gold, bank, system = (context.file(f"ner-{language}{end}") for end in (".iob2", ".conllu", ".out.conllu"))
        with open(gold, "w", encoding="utf-8") as out:
            out.write("\n\n".join("\n".join(block) for block in kept) + "\n")
        with open(bank, "w", encoding="utf-8") as out:
            for block in kept:
                for number, line in enumerate(block, 1):
                    out.write(f"{number}\t{line.split(chr(9))[1]}" + "\t_" * 8 + "\n")
                out.write("\n")
        with open(system, "w", encoding="utf-8") as out:
            out.write(context.depesche("parse", "--language", language, bank))
        got = json.loads(context.shell(f"python3 ../shared/tools/score.py ner --gold {gold} --system {system} --json"))["entities"]
        return [row(f"{what}, a tenth held out of `{os.path.basename(path)}`: PER LOC ORG", [got[2]], [floor], [aim], f"scripts/accuracy entities-{language}")]
    return run


def speed(context):
    """Words a second of CPU time in `parse` from raw text, start-up taken off; once in each language. Reports in JSON Lines."""
    rows = []
    for language, bank, name in (("de", "de_gsd-dev", "German"), ("en", "en_ewt-dev", "English")):
        texts = raw_text.texts(raw_text.read(context.shared / f"data/ud/{bank}.conllu.gz"))
        many = "".join(json.dumps({"id": str(i), "language": language, "text": text}) + "\n" for i, text in enumerate(texts * 3))
        few = json.dumps({"id": "0", "language": language, "text": "Ja."}) + "\n"

        def used(text):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            out = context.depesche("parse", "-", stdin=text.encode("utf-8"))
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, sum(line.split("\t", 1)[0].isdigit() for line in out.split("\n"))
        seconds, words = used(many)
        rows.append(row(f"{name}: segmentation, tags, trees, entities and CoNLL-U out, words a second on one core", [int(round(words / max(seconds - used(few)[0], 0.001), -2))],
                        [20000], [40000], "scripts/accuracy speed"))
    return rows


def size(context):
    models = sorted((context.program.parent / "share/depesche/models").glob("*.dsm"))
    megabytes = max(m.stat().st_size for m in models) / 1e6
    both = "".join(json.dumps(r) + "\n" for r in ({"id": "1", "language": "de", "text": "Russland drohte der Ukraine."}, {"id": "2", "language": "en", "text": "Russia threatened Ukraine."}))
    path = context.file("both.jsonl")
    with open(path, "w", encoding="utf-8") as out:
        out.write(both)
    script = ("import os,subprocess,sys,time\nbegin=time.perf_counter()\np=subprocess.Popen(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL)\n"
              "_,_,u=os.wait4(p.pid,0)\nprint(time.perf_counter()-begin,u.ru_maxrss)")
    runs = [list(map(float, subprocess.run([sys.executable, "-c", script, str(context.program), "code", path], check=True, capture_output=True, text=True).stdout.split()))
            for _ in range(5)]
    milliseconds, memory = min(r[0] for r in runs) * 1000, max(r[1] for r in runs) / 1024
    return [most("model file of a language, MB", f"{megabytes:.1f}", megabytes, "25 / 15", 25, "scripts/accuracy size"),
            most("two short reports, one a language: MB at the peak", f"{memory:.0f}", memory, "250 / 150", 250, "scripts/accuracy size"),
            Row("the same from start to end, milliseconds", f"{milliseconds:.0f}", "", "scripts/accuracy size")]


# ---------------------------------------------------------------- understanding
def reports(language, what, floors, aims):
    gold = f"../shared/data/reports/{language}_dev.gold.jsonl"
    command = f"build/release/depesche eval --gold {gold}"

    def run(context):
        got = json.loads(context.shell(command + " --format json"))
        lines = context.shell(f"build/release/depesche code --format jsonl ../shared/data/reports/{language}_dev.jsonl").splitlines()
        sentences = sum(len(json.loads(line)["sentences"]) for line in lines)
        invented = got["event.detected"]["invented"] / max(sentences, 1)

        def f1(*names):
            return [got[name]["f1"] for name in names]
        return [row(f"{what}: events detected, type, dyad, dyad and status", f1("event.detected", "event.type", "event.dyad", "event.status"), floors[:4], aims[:4], command),
                row(f"{what}: statement content, with speaker", f1("statement.content", "statement.speaker"), floors[4:6], aims[4:6], command),
                row(f"{what}: commitment kind", f1("commitment.kind"), floors[6:7], aims[6:7], command),
                most(f"{what}: events invented per sentence ({sentences} sentences)", f"{invented:.2f}", invented, "0.15", 0.15, f"scripts/accuracy reports-{language}")]
    return run


def gsr(context):
    command = "build/release/depesche eval --gsr ../shared/data/events/plover_gsr_dev.jsonl"
    got = json.loads(context.shell(command + " --format json"))
    return [row("English sentences with one event, `plover_gsr_dev`: type, dyad", [got["type"]["f1"], got["dyad"]["f1"]], [55, 45], [65, 55], command)]


def quotes(context):
    gold = "../shared/data/nc/quotes/wikinews_de-dev.jsonl.gz"
    command = (f"python3 ../shared/tools/prepare.py quotes {gold} | build/release/depesche code - > quotes.out && "
               f"python3 ../shared/tools/score.py quotes --gold {gold} --system quotes.out")
    got = json.loads(context.shell(command + " --json"))
    return [row("German quotations, `wikinews_de-dev`: content, with speaker", [got["content"][2], got["speaker"][2]], [75, 60], [], command.replace("|", "\\|"))]


def times(context):
    gold = "../shared/data/nc/temporal/krauts"
    command = (f"python3 ../shared/tools/prepare.py times {gold} | build/release/depesche code - > times.out && "
               f"python3 ../shared/tools/score.py times --gold {gold} --system times.out")
    got = json.loads(context.shell(command + " --json"))
    # the floor is on the exact spans and on overlapping ones with the right value
    values = [got["strict"][2], got["relaxed+value"][2], got["relaxed"][2]]
    return [row("German time expressions, KRAUTS: exact, overlapping with value, overlapping", values, [80, 75], [], command.replace("|", "\\|"))]


MEASURES = {
    "trees-de": trees("de", "de_gsd-dev", "German trees", [82, 95, 95], [85, 96.5, 97]),
    "trees-en": trees("en", "en_ewt-dev", "English trees", [85, 94.5, 96], [88, 96, 97]),
    "raw-de": raw("de", "de_gsd-dev", "German trees"),
    "raw-en": raw("en", "en_ewt-dev", "English trees"),
    "raw-gum": raw("en", "en_gum-dev", "English trees, edited and spoken text,", "gum"),
    "compounds": compounds,
    "entities-de": entities("de", "data/ner/germeval-train-from-test.tsv.gz", "German entities", 78, 83),
    "entities-en": entities("en", "data/ner/uner_en_ewt-dev.iob2.gz", "English entities", 66, 75),
    "speed": speed,
    "size": size,
    "reports-de": reports("de", "German reports, `de_dev`", [62, 52, 38, 34, 75, 65, 35], [70, 62, 48, 44, 75, 65, 50]),
    "reports-en": reports("en", "English reports, `en_dev`", [62, 52, 40, 36, 75, 65, 35], [70, 62, 50, 46, 75, 65, 50]),
    "gsr": gsr,
    "quotes": quotes,
    "times": times,
}
ALONE = {"speed", "size"}
