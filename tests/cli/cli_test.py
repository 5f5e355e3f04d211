#!/usr/bin/env python3
"""The program as its users meet it: exit codes, formats, streams, bad input.

    cli_test.py PROGRAM SOURCE_DIR
"""
import gzip
import json
import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile
import unittest

from harness import CANNOT_GO_ON, DONE, PROGRAM, REJECTED, REPORTS, SOURCE, WRONG_USE, ProgramCase

SAMPLES = SOURCE / "samples"
THREAT = "Russland drohte der Ukraine am Mittwoch mit Angriffen."


def line(**fields):
    return json.dumps({"id": "r1", "language": "de", "published": "2024-06-21", "text": THREAT, **fields}, ensure_ascii=False) + "\n"


class Case(ProgramCase):
    TIMEOUT = 120

    def setUp(self):
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="depesche-"))
        self.addCleanup(shutil.rmtree, self.dir)

    def file(self, name, content):
        path = self.dir / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return str(path)

    def coded(self, *args, **more):
        return [json.loads(one) for one in self.run_program("code", *args, **more).splitlines()]

    def complaints(self):
        return self.err.splitlines()


class Usage(Case):
    COMMANDS = (["code"], ["parse"], ["explain"], ["eval"], ["ingest"], ["events"], ["statements"], ["series"],
                ["ledger"], ["alerts"], ["whatif"], ["kb"], ["kb", "check"], ["kb", "build"], ["kb", "test"],
                ["kb", "gaps"], ["actors"], ["actors", "who"])

    def test_every_command_has_help_with_an_example(self):
        for command in ([], *self.COMMANDS):
            out = self.run_program(*command, "--help")
            self.assertIn("Example", out, command)
            self.assertIn("depesche " + " ".join(command), out, command)

    def test_version(self):
        self.assertRegex(self.run_program("--version"), r"^depesche \d+\.\d+\.\d+\nknowledge [0-9a-f]{16}\nmodel de  [0-9a-f]{16}\nmodel en  [0-9a-f]{16}\n$")

    def test_wrong_use(self):
        for args in ((), ("code",), ("sing",), ("code", "--format", "pdf", "x"), ("code", "--published", "2024-02-30", REPORTS),
                     ("code", "--published", "yesterday", REPORTS), ("code", "--language", "fr", REPORTS), ("code", "--threads", "many", REPORTS),
                     ("eval",), ("kb",), ("kb", "check", "/no/such/directory"), ("explain", "--published", "2024-13-01", REPORTS),
                     ("eval", "--gold", "/no/such/gold.json")):
            self.run_program(*args, exit_code=WRONG_USE)
            self.assertTrue(self.err.strip(), args)

    def test_wrong_use_is_one_line_with_a_cure(self):
        for args, hint in ((("cod", "x"), "'cod' is no command (did you mean 'code'?) (see depesche --help)"),
                           (("kb", "gap"), "(did you mean 'gaps'?) (see depesche kb --help)"),
                           (("code", "--publishd", "2024-01-01", REPORTS), "(did you mean '--published'?) (see depesche code --help)"),
                           (("parse", "--language", "fr", REPORTS), "fr not in {de,en} (see depesche parse --help)"),
                           (("code", "--threads", "100000", REPORTS), "(see depesche code --help)"), (("code", "--max-bytes", "0", REPORTS), "(see"),
                           (("explain",), "input is required (see depesche explain --help)"), ((), "(see depesche --help)"),
                           (("kb", "check", self.dir), "no knowledge in it"), (("kb", "test", REPORTS), "is no directory"),
                           (("kb", "build", self.dir / "absent"), "no such directory")):
            self.run_program(*args, exit_code=WRONG_USE)
            self.assertEqual(len(self.complaints()), 1, self.err)
            self.assertTrue(self.err.startswith("depesche: "), self.err)
            self.assertIn(hint, self.err)

    def test_the_output_may_not_be_an_input(self):
        own = self.file("own.txt", THREAT)
        for option in ("-o", "--rejects"):
            self.run_program("code", own, option, own, exit_code=WRONG_USE)
            self.assertIn("is an input as well", self.err)
        with open(own, encoding="utf-8") as kept:
            self.assertEqual(kept.read(), THREAT)

    def test_a_directory_without_knowledge_is_told(self):
        for directory, hint in ((self.dir, "there is no knowledge in it"), (self.dir / "absent", "no such directory"), (REPORTS, "is no directory")):
            self.run_program("code", REPORTS, "--knowledge", directory, exit_code=CANNOT_GO_ON)
            self.assertEqual(len(self.complaints()), 1, self.err)
            self.assertIn(hint, self.err)

    def test_foreign_files_are_told_by_name(self):
        files = {"a.pdf": "x", "scan": "%PDF-1.7\n", "t.csv": "id,text\n1,x\n", "n.xml": "<?xml version='1.0'?>\n<root/>", "a.tar.gz": gzip.compress(b"x")}
        for name, content in files.items():
            self.run_program("code", self.file(name, content), exit_code=REJECTED)
            self.assertRegex(self.err, r"which is not read \((save|make|unpack) .*\[file-unreadable\]")
        self.run_program("code", self.file("page", "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><body><p>" + THREAT + "</p></body></html>"))

    def test_a_feed_is_read_under_any_name(self):
        feed = f"<?xml version='1.0'?>\n<rss version='2.0'><channel><item><guid>a</guid><description>{THREAT}</description></item></channel></rss>"
        for name in ("n.rss", "n.xml", "feed"):
            self.assertEqual(json.loads(self.run_program("code", self.file(name, feed)))["text"], THREAT)
        self.run_program("code", self.file("none.rss", "<rss/>"), exit_code=REJECTED)
        self.assertIn("[file-empty]", self.err)
        self.run_program("code", self.file("page.rss", "<html/>"), exit_code=REJECTED)
        self.assertIn("[bad-feed]", self.err)

    def test_sizes_may_have_units(self):
        self.run_program("code", REPORTS, "--max-bytes", "20MB")
        self.run_program("code", REPORTS, "--max-bytes", "100b", exit_code=REJECTED)

    def test_cannot_go_on(self):
        self.run_program("code", REPORTS, "--models", self.dir, exit_code=CANNOT_GO_ON)
        self.assertIn("de.dsm", self.err)
        self.run_program("code", REPORTS, "-o", self.dir / "no" / "where.jsonl", exit_code=CANNOT_GO_ON)
        self.assertIn("cannot be written", self.err)
        self.run_program("code", REPORTS, "--rejects", self.dir / "no" / "where.jsonl", exit_code=CANNOT_GO_ON)
        if os.path.exists("/dev/full"):
            self.run_program("code", REPORTS, "-o", "/dev/full", exit_code=CANNOT_GO_ON)
            self.assertIn("could not be written", self.err)


class Actors(Case):
    def who(self, *args, **more):
        return [json.loads(one) for one in self.run_program("actors", "who", *args, "--format", "json", **more).splitlines()]

    def test_who_held_an_office_on_a_day(self):
        for query in ("DEU foreign minister", "German foreign minister", "foreign minister of Germany", "deutscher Außenminister",
                      "Außenministerin Deutschlands"):
            self.assertEqual([a["name_en"] for a in self.who(query, "--on", "2021-12-07")], ["Heiko Maas"], query)
            self.assertEqual([a["name_en"] for a in self.who(query, "--on", "2021-12-08")], ["Annalena Baerbock"], query)
        self.assertEqual([a["name_en"] for a in self.who("Bundeskanzler", "--on", "2003-01-01")], ["Gerhard Schröder"])

    def test_all_holders_in_order_of_time(self):
        found = self.who("USA president")
        self.assertEqual([a["from"] for a in found], sorted(a["from"] for a in found))
        self.assertTrue({"Bill Clinton", "Barack Obama"} <= {a["name_en"] for a in found})

    def test_offices_of_a_person(self):
        for query in ("Sergei Lavrov", "Sergej Lawrow"):
            found = self.who(query)
            self.assertIn(("foreign minister", "RUS", "GOV"), [(a["office"], a["code"], a["sector"]) for a in found], query)
        self.assertRegex(self.run_program("actors", "who", "Sergei Lavrov"), r"Lavrov +RUS +GOV +foreign minister +2004-03-09 to")

    def test_what_cannot_be_read_is_named_with_suggestions(self):
        self.run_program("actors", "who", "Sergei Lavrow", exit_code=REJECTED)
        self.assertIn("did you mean: ", self.err)
        self.assertIn("Lavrov", self.err)
        self.run_program("actors", "who", "foreign minister of Germoney", exit_code=REJECTED)
        self.assertIn("'Germoney' is no state or body", self.err)
        self.assertIn("Germany", self.err)
        self.run_program("actors", "who", "foreign minister", exit_code=REJECTED)
        self.assertIn("but not whose", self.err)
        self.run_program("actors", "who", "DEU foreign minister", "--on", "1700-01-01", exit_code=REJECTED)
        self.assertIn("no holder", self.err)
        self.run_program("actors", "who", "DEU foreign minister", "--on", "yesterday", exit_code=WRONG_USE)
        self.assertEqual(len(self.complaints()), 1)


class Output(Case):
    def test_a_pipe_gets_json_lines(self):
        reports = self.coded(REPORTS)
        self.assertEqual([r["id"] for r in reports], ["de-eriwan", "de-tiflis", "en-nairobi", "en-manila"])
        self.assertEqual(self.err, "")

    def test_page(self):
        out = self.run_program("code", "--format", "page", REPORTS)
        for word in ("Actors (", "Events (", "Statements (", "Commitments (", "de-eriwan", "Nikol Paschinjan", "SUPPORT 057"):
            self.assertIn(word, out)
        self.assertNotIn("\x1b", out)
        self.assertLess(out.index("Actors ("), out.index("Events ("))

    def test_output_file_and_same_content_as_stdout(self):
        target = self.dir / "out.jsonl"
        self.assertEqual(self.run_program("code", REPORTS, "-o", target), "")
        self.assertEqual(target.read_text(encoding="utf-8"), self.run_program("code", REPORTS))

    def test_any_number_of_threads_gives_the_same_bytes(self):
        many = self.file("many.jsonl", "".join(REPORTS.read_text(encoding="utf-8").replace('"id": "', f'"id": "{n}-') for n in range(5)))
        bad = self.file("bad.jsonl", "{\n" + line() + '{"id": "none"}\n')
        outputs = []
        for threads in (1, 2, 8):
            out = self.run_program("code", many, bad, REPORTS, "--threads", threads, exit_code=REJECTED)
            outputs.append((out, sorted(self.complaints())))  # what readers and coders say may interleave
        self.assertEqual(len(outputs[0][0].splitlines()), 25)
        self.assertEqual(outputs[0], outputs[1])
        self.assertEqual(outputs[0], outputs[2])

    def test_terminal_gets_a_page_with_colour_unless_forbidden(self):
        def on_terminal(environment):
            ours, theirs = pty.openpty()
            with subprocess.Popen([PROGRAM, "code", str(SAMPLES / "de-eriwan.txt"), "--published", "2024-10-17"], stdout=theirs,
                                  stderr=subprocess.DEVNULL, env={**os.environ, **environment}) as run:
                os.close(theirs)
                out = b""
                while True:
                    try:
                        piece = os.read(ours, 65536)
                    except OSError:
                        break
                    if not piece:
                        break
                    out += piece
                os.close(ours)
            self.assertEqual(run.returncode, DONE)
            return out.decode("utf-8")
        self.assertIn("\x1b[1m", on_terminal({"NO_COLOR": ""}))
        without = on_terminal({"NO_COLOR": "1"})
        self.assertNotIn("\x1b", without)
        self.assertIn("Events (", without)


class Input(Case):
    TEXT = (SAMPLES / "de-eriwan.txt").read_text(encoding="utf-8")

    def test_plain_text_takes_its_id_from_the_file(self):
        (report,) = self.coded(SAMPLES / "de-eriwan.txt", "--published", "2024-10-17")
        self.assertEqual((report["id"], report["language"], report["published"], report["text"]), ("de-eriwan", "de", "2024-10-17", self.TEXT))
        self.assertEqual(self.err, "")

    def test_stdin(self):
        (report,) = self.coded("-", stdin=self.TEXT)
        self.assertEqual((report["id"], report["language"]), ("stdin", "de"))
        self.assertEqual([r["id"] for r in self.coded("-", stdin=REPORTS.read_bytes())][0], "de-eriwan")

    def test_compressed(self):
        plain = self.run_program("code", REPORTS)
        packed = self.file("reports.jsonl.gz", gzip.compress(REPORTS.read_bytes()))
        self.assertEqual(self.run_program("code", packed), plain)
        if not shutil.which("zstd"):
            self.skipTest("the zstd program is not installed: .zst is not tested here")
        packed = str(self.dir / "reports.jsonl.zst")
        subprocess.run(["zstd", "-q", str(REPORTS), "-o", packed], check=True)
        self.assertEqual(self.run_program("code", packed), plain)

    def test_html(self):
        page = f"<html lang=de><head><title>Ein Titel</title><script>var x = 'Frankreich';</script></head><body><p>{'</p><p>'.join(self.TEXT.split(chr(10) * 2))}</p></body></html>"
        (report,) = self.coded(self.file("page.html", page), "--published", "2024-10-17")
        self.assertIn("Friedensgesprächen", report["text"])
        self.assertNotIn("var x", report["text"])
        self.assertTrue(report["events"])

    def test_other_charsets(self):
        for charset in ("latin-1", "cp1252"):
            text = self.TEXT.replace("„", '"').replace("“", '"') if charset == "latin-1" else self.TEXT
            (report,) = self.coded(self.file(f"{charset}.txt", text.encode(charset)), "--published", "2024-10-17")
            self.assertEqual(report["text"], text, charset)

    def test_published_is_for_reports_that_name_none(self):
        path = self.file("two.jsonl", line(id="own") + json.dumps({"id": "none", "language": "de", "text": THREAT}) + "\n")
        own, none = self.coded(path, "--published", "2020-01-03")
        self.assertEqual((own["published"], none["published"]), ("2024-06-21", "2020-01-03"))
        self.assertEqual(own["events"][0]["date"]["from"], "2024-06-19")
        self.assertEqual(none["events"][0]["date"]["from"], "2020-01-01")

    def test_without_a_date_one_line_says_so(self):
        path = self.file("none.jsonl", "".join(json.dumps({"id": i, "language": "de", "text": THREAT}) + "\n" for i in "abc"))
        reports = self.coded(path)
        self.assertEqual(len(self.complaints()), 1, self.err)
        self.assertIn("3 reports without a date", self.err)
        self.assertNotIn("published", reports[0])
        self.assertFalse(any("date" in e for r in reports for e in r["events"]))

    def test_language_option_and_field(self):
        (report,) = self.coded("-", "--language", "en", stdin=self.TEXT)
        self.assertEqual(report["language"], "en")
        (report,) = self.coded("-", stdin=line(language="de-AT"))
        self.assertEqual(report["language"], "de")


FRENCH = ("Le gouvernement français a annoncé mercredi que les troupes seraient retirées de la région dans les prochaines semaines, "
          "selon le ministère de la défense.")
LONG = "Das ist kurz. Die Regierung teilte mit, " + "dass das Land und die Armee und " * 3200 + "alle."

# File name, content, line of the report (JSON Lines) or None, what the complaint says.
BAD = (
    ("empty.txt", "", None, "[file-empty]"),
    ("blank.txt", " \n\n\t", None, "[file-empty]"),
    ("empty.jsonl", "", None, "[file-empty]"),
    ("noise.txt", bytes(range(256)) * 40, None, "[file-binary]"),
    ("program.txt", pathlib.Path(PROGRAM).read_bytes()[:100000], None, "[file-binary]"),
    ("invalid.txt", ("Größe und Übung. " * 9).encode() + b"\xff\xc3 " + "Öl".encode(), None, "invalid UTF-8 at byte"),
    ("invalid.jsonl", line(text="Größe " * 9).encode()[:-4] + b"\xff\xc3\"}\n", 1, "[bad-encoding]"),
    ("utf16.txt", THREAT.encode("utf-16"), None, "UTF-16"),
    ("broken.jsonl", '{"id": "x", "text":\n', 1, "at column"),
    ("list.jsonl", "[1, 2]\n", 1, "no JSON object"),
    ("deep.jsonl", "[" * 200000 + "\n", 1, "[bad-json]"),
    ("no-text.jsonl", "\n" + line(text=None), 2, "`text` is missing"),
    ("number.jsonl", line(text=7), 1, "`text` is no string"),
    ("blank.jsonl", line(text=" "), 1, "`text` is empty"),
    ("nul.jsonl", line(text="Krieg\0Frieden"), 1, "NUL"),
    ("title.jsonl", line(title=["a"]), 1, "`title` is no string"),
    ("date.jsonl", line(published="2024-02-30"), 1, "`published` is no date"),
    ("words.jsonl", line(published="gestern"), 1, "write it as 2024-06-21"),
    ("french.txt", FRENCH, None, "French"),
    ("french.jsonl", line(language="fr", text=FRENCH), 1, "French"),
    ("russian.txt", "Правительство России заявило в среду, что войска будут выведены из региона.", None, "[unsupported-language]"),
    ("numbers.txt", "1 2 3 4 5", None, "[unsupported-language]"),
    ("endless.jsonl", line(text=LONG), 1, "characters begins at character 13"),
    ("endless.txt", "a" * 100000, None, "a sentence of 100000 characters"),
    ("bomb.html", "<html><body>" + "<div>" * 200000 + THREAT + "</div>" * 200000, None, "nested"),
    ("open.html", "<b><i>" * 100000 + THREAT, None, "[too-large]"),
    ("cut.jsonl.gz", gzip.compress(REPORTS.read_bytes())[:2000], None, "truncated"),
    ("plain.jsonl.gz", b"plain text", None, "no gzip archive"),
    ("plain.jsonl.zst", b"plain text", None, "no zstd archive"),
)


class BadInput(Case):
    """Each gets one clear line with its place and the cure; the rest goes on; exit code 1."""

    def check(self, complaint, where, said):
        self.assertTrue(complaint.startswith(f"depesche: {where}: "), complaint)
        self.assertRegex(complaint, r"\(.+\) \[[a-z-]+\]$", "cure or code is missing")
        self.assertIn(said, complaint)

    def test_every_kind_gets_one_line_and_the_rest_goes_on(self):
        absent, good = str(self.dir / "absent.txt"), self.file("good.jsonl", line(id="good"))
        # Twins would be mentioned, so each report is called after its file.
        paths = [self.file(name, content.replace('"id": "r1"', f'"id": "{name}"') if isinstance(content, str) else content) for name, content, _, _ in BAD]
        reports = self.coded(*paths, absent, self.dir, good, exit_code=REJECTED)
        self.assertEqual([r["id"] for r in reports if r["id"] not in ("de-eriwan", "de-tiflis")], ["good"])
        self.assertEqual(len(self.complaints()), len(BAD) + 2, self.err)
        for path, (name, _, number, said) in zip(paths, BAD):
            with self.subTest(name):
                mine = [c for c in self.complaints() if c.startswith("depesche: " + path)]
                self.assertEqual(len(mine), 1, mine)
                if name.startswith("cut"):
                    self.assertIn(said, mine[0])
                else:
                    self.check(mine[0], path if number is None else f"{path}:{number}", said)
        self.assertTrue(any("no such file" in c for c in self.complaints()))
        self.assertTrue(any("directory" in c for c in self.complaints()))

    def test_a_report_of_fifty_megabytes(self):
        huge = (THREAT + " ") * (50_000_000 // len(THREAT))
        text, lines, good = self.file("huge.txt", huge), self.file("huge.jsonl", line(text=huge)), self.file("good.jsonl", line(id="good"))
        self.assertEqual([r["id"] for r in self.coded(text, lines, good, exit_code=REJECTED)], ["good"])
        self.assertEqual(len(self.complaints()), 2, self.err)
        self.check(self.complaints()[0], text, "larger than 10 MB")
        self.check(self.complaints()[1], lines + ":1", "larger than 10 MB")

    def test_the_limit_is_an_option(self):
        path = self.file("small.jsonl", line(id="large", text=THREAT * 40) + line(id="small"))
        self.assertEqual([r["id"] for r in self.coded(path, "--max-bytes", 1000, exit_code=REJECTED)], ["small"])
        self.check(self.complaints()[0], path + ":1", "larger than 1 kB")

    def test_unknown_fields_are_said_once(self):
        path = self.file("unknown.jsonl", line(id="a", colour="red") + line(id="b", colour="blue"))
        self.assertEqual(len(self.coded(path)), 2)
        self.assertEqual(len(self.complaints()), 1, self.err)
        self.assertIn(":1: the unknown field `colour`", self.err)

    def test_twins_are_kept_and_said(self):
        self.assertEqual(len(self.coded(self.file("twins.jsonl", line() + line()))), 2)
        self.assertIn("came before", self.err)

    def test_rejects_file(self):
        rejects = self.dir / "rejects.jsonl"
        path = self.file("mixed.jsonl", line(id="a") + "{\n" + line(id="c", text=None) + line(id="d"))
        self.assertEqual([r["id"] for r in self.coded(path, "--rejects", rejects, exit_code=REJECTED)], ["a", "d"])
        found = [json.loads(one) for one in rejects.read_text(encoding="utf-8").splitlines()]
        self.assertEqual([(r["where"], r["code"]) for r in found], [(path + ":2", "bad-json"), (path + ":3", "missing-field")])
        self.assertTrue(all(r["what"] and r["cure"] for r in found))

    def test_control_characters_do_not_reach_the_terminal(self):
        evil = "\x1b[31m", "\x1b]0;owned\x07", "\x9b2J", "\u202e"
        path = self.file("evil.jsonl", "".join(
            line(id=f"r{e}", title=f"Titel {e}", agency=f"X{e}", text=f"Russland drohte {e} der Ukraine am Mittwoch mit {e} Angriffen, sagte {e} Putin.") for e in evil) +
            line(id=evil[0], **{f"field{evil[0]}": 1}) + '{"id": "\x1b[2J' + "\n")
        for args in (("code", "--format", "page"), ("explain",)):
            self.run_program(*args, path, exit_code=REJECTED)
            for stream in (self.out, self.err):
                found = {c for c in stream if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c == "\u202e"}
                self.assertEqual(found, set(), args)
        json_lines = self.run_program("code", path, exit_code=REJECTED)
        self.assertNotIn("\x1b", json_lines)
        self.assertEqual(json.loads(json_lines.splitlines()[0])["text"].count("\x1b"), 3)


class Parse(Case):
    ROWS = (("Russland", "drohte", "der", "Ukraine", "."), ("Sie", "hat's", "gesagt", "!"))

    def treebank(self):
        blocks = ["# sent_id = 1\n# text = Russland drohte der Ukraine.\n" + "".join(f"{i}\t{w}" + "\t_" * 8 + "\n" for i, w in enumerate(self.ROWS[0], 1)),
                  "# sent_id = 2\n1\tSie" + "\t_" * 8 + "\n2-3\that's" + "\t_" * 8 + "\n2\that" + "\t_" * 8 + "\n3\tes" + "\t_" * 8 + "\n4\tgesagt" + "\t_" * 8 + "\n5\t!" + "\t_" * 8 + "\n"]
        return "\n".join(blocks) + "\n"

    @staticmethod
    def rows(text):
        return [one.split("\t") for one in text.splitlines() if one and not one.startswith("#")]

    def test_conllu_keeps_its_tokens_and_fills_the_columns(self):
        source = self.treebank()
        out = self.run_program("parse", "--language", "de", self.file("bank.conllu", source))
        self.assertEqual([r[:2] for r in self.rows(out)], [r[:2] for r in self.rows(source)])
        self.assertEqual([one for one in out.splitlines() if one.startswith("#")], [one for one in source.splitlines() if one.startswith("#")])
        for sentence in out.strip().split("\n\n"):
            words = [r for r in self.rows(sentence) if r[0].isdigit()]
            self.assertEqual(sum(r[6] == "0" for r in words), 1, sentence)
            self.assertEqual([r[7] for r in words if r[6] == "0"], ["root"])
            for r in words:
                self.assertEqual(len(r), 10)
                self.assertNotIn("_", (r[2], r[3], r[7]))
                self.assertTrue(0 <= int(r[6]) <= len(words) and r[6] != r[0], r)
        by_form = {r[1]: r for r in self.rows(out)}
        self.assertEqual((by_form["Ukraine"][3], by_form["drohte"][2]), ("PROPN", "drohen"))
        self.assertIn("NER=B-LOC", by_form["Ukraine"][9])

    def test_text(self):
        out = self.run_program("parse", SAMPLES / "en-nairobi.txt")
        self.assertGreater(len(self.rows(out)), 150)
        self.assertTrue(all(len(r) == 10 for r in self.rows(out)))

    def test_faults(self):
        packed = self.file("bank.conllu.gz", gzip.compress(self.treebank().encode("utf-8")))
        self.assertIn("\tRussland\t", self.run_program("parse", "--language", "de", packed))
        bank = self.file("bank.conllu", self.treebank())
        self.run_program("parse", bank, exit_code=WRONG_USE)
        self.assertIn("--language", self.err)
        broken = self.file("broken.conllu", "1\tRussland\t_\n")
        self.run_program("parse", "--language", "de", broken, exit_code=REJECTED)
        self.assertIn("broken.conllu:1", self.err)
        self.run_program("parse", self.dir / "absent.txt", exit_code=REJECTED)


class Explain(Case):
    def test_names_the_frames(self):
        out = self.run_program("explain", SAMPLES / "de-eriwan.txt", "--published", "2024-10-17")
        for word in ("predicate", "coded", "lost", "statement", "frames/"):
            self.assertIn(word, out)


class Eval(Case):
    GOLD = sorted(SAMPLES.glob("*.gold.json"))

    def test_agrees_with_the_reference_scorer(self):
        scorer = SOURCE.parent / "shared/tools/score.py"
        if not scorer.exists():
            self.skipTest("../shared/tools/score.py is absent: the scores are not compared")
        ours = json.loads(self.run_program("eval", "--format", "json", "--gold", *self.GOLD))
        system = self.dir / "out.jsonl"
        self.run_program("code", REPORTS, "-o", system)
        theirs = json.loads(subprocess.run([sys.executable, str(scorer), "report", "--json", "--gold", *map(str, self.GOLD), "--system", str(system)],
                                           check=True, capture_output=True).stdout)
        self.assertEqual(ours["documents"], theirs.pop("documents"))
        self.assertEqual(ours["absent"], theirs.pop("absent"))
        self.assertTrue(theirs)
        for level, (precision, recall, f1, right, invented, missed) in theirs.items():
            self.assertEqual([ours[level][k] for k in ("right", "invented", "missed")], [right, invented, missed], level)
            for key, value in (("precision", precision), ("recall", recall), ("f1", f1)):
                self.assertAlmostEqual(ours[level][key], value, delta=0.051, msg=f"{level} {key}")

    def test_a_perfect_and_an_impossible_gold(self):
        text = "Russland und die Ukraine."
        gold = {"id": "x", "language": "de", "published": "2024-06-21", "text": text, "actors": [], "events": [], "statements": [], "commitments": []}
        self.run_program("eval", "--gold", self.file("empty.gold.json", json.dumps(gold)))
        gold["actors"] = [{"key": "RUS", "name": "Russland", "code": "RUS"}]
        gold["events"] = [{"event": "ASSAULT", "cameo": "190", "actor": ["RUS"], "status": "happened", "evidence": "nicht im Text"}]
        self.run_program("eval", "--gold", self.file("off.gold.json", json.dumps(gold)), exit_code=CANNOT_GO_ON)
        self.assertIn("nicht im Text", self.err)
        self.run_program("eval", "--gold", self.file("broken.gold.jsonl", "{\n"), exit_code=CANNOT_GO_ON)
        self.assertIn("broken.gold.jsonl:1", self.err)
        self.run_program("eval", "--gold", self.file("none.gold.jsonl", "\n"), exit_code=CANNOT_GO_ON)
        self.assertIn("there is no gold report in it", self.err)

    def test_sentences_with_one_event(self):
        records = [{"id": "1", "date": "20000101", "text": "Russia attacked Ukraine.", "event": "FIGHT", "source": [{"code": "RUS"}], "target": [{"code": "UKR"}]},
                   {"id": "2", "text": "{Japan attacked Ukraine. }", "event": "FIGHT", "source": [{"code": "JAP"}], "target": "somebody"},
                   {"id": "3", "text": "Russia attacked Ukraine.", "event": "AID", "source": [{"code": "RUS"}], "target": ""},
                   {"id": "4", "text": "Russia attacked Ukraine.", "event": "FIGHT", "source": [{"code": "UKR"}]},
                   {"id": "5", "text": "It was late.", "event": "AGREE"}]
        gold = self.file("gsr.jsonl", "".join(json.dumps(r) + "\n" for r in records))
        got = json.loads(self.run_program("eval", "--gsr", gold, "--format", "json"))
        self.assertEqual([got["type"][k] for k in ("right", "invented", "missed")], [3, 1, 2])
        self.assertEqual([got["dyad"][k] for k in ("right", "invented", "missed")], [2, 2, 3])
        self.assertEqual((got["sentences"], got["without any event"]), (5, 1))
        self.assertIn("4 gold ASSAULT [UKR]->[] | got ASSAULT [RUS]->[UKR]", self.run_program("eval", "--gsr", gold, "--errors"))
        self.run_program("eval", "--gsr", self.file("bad.jsonl", "{}\n"), exit_code=CANNOT_GO_ON)
        self.assertIn("bad.jsonl:1", self.err)
        self.run_program("eval", exit_code=WRONG_USE)

    def test_sentences_as_the_reference_scores_them(self):
        shared = SOURCE.resolve().parent / "shared"
        records = shared / "data/events/plover_gsr_dev.jsonl"
        if not records.is_file():
            self.skipTest("the reference scorer is not at hand (../shared)")
        kept = [r for r in map(json.loads, records.read_text(encoding="utf-8").splitlines())
                if all(not isinstance(r.get(side), str) or not r[side] for side in ("source", "target"))]  # it stops at a plain string
        gold = self.file("gsr.jsonl", "".join(json.dumps(r) + "\n" for r in kept))
        tools = shared / "tools"
        reports = subprocess.run([sys.executable, str(tools / "prepare.py"), "gsr", gold], check=True, capture_output=True).stdout
        system = self.dir / "system.jsonl"
        self.run_program("code", "-", "-o", system, stdin=reports)
        theirs = json.loads(subprocess.run([sys.executable, str(tools / "score.py"), "gsr", "--json", "--gold", gold, "--system", str(system)],
                                           check=True, capture_output=True).stdout)
        ours = json.loads(self.run_program("eval", "--gsr", gold, "--format", "json"))
        self.assertEqual((ours["sentences"], ours["without any event"]), (theirs["sentences"], theirs["without any event"]))
        for level in ("type", "dyad"):
            self.assertEqual([ours[level][k] for k in ("right", "invented", "missed")], theirs[level][3:], level)
            self.assertAlmostEqual(ours[level]["f1"], theirs[level][2], delta=0.051)

    def test_errors_are_listed(self):
        plain = self.run_program("eval", "--gold", *self.GOLD)
        self.assertIn("event.type", plain)
        self.assertGreater(len(self.run_program("eval", "--errors", "--gold", *self.GOLD)), len(plain))


class Proofs(Case):
    TEXT = "Präsident Wladimir Putin drohte der Ukraine am Mittwoch mit Angriffen.\nKanada lieferte Polen am Montag Kekse."

    def explain(self, *more, **options):
        return self.run_program("explain", self.file("r.txt", self.TEXT), "--language", "de", "--published", "2024-06-21", *more, **options)

    def why_not(self, wanted, **options):
        return self.explain("--why-not", wanted, **options)

    def test_an_event_shows_what_proves_it(self):
        out = self.explain()
        block = out[out.index("event  THREATEN"):].split("\n\n")[0]
        self.assertIn("clause   “Präsident Wladimir Putin drohte der Ukraine", block)
        self.assertRegex(block, r"frame    frames/threaten\.yaml:\d+ ")
        self.assertRegex(block, r"actors/persons\.tsv:\d+; president of RUS, 2012-05-07 to today, actors/terms\.tsv:\d+")
        self.assertRegex(block, r"edges drohte ↓nsubj ")
        self.assertRegex(block, r"to       Ukraine \(UKR\): actors/states\.tsv:\d+\n")
        self.assertIn("status   happened: ", block)
        self.assertRegex(out, r"lost  \S+ frames/aid\.yaml:\d+: where object: .* there is Polen, Kekse")

    def test_why_not_names_the_first_test_that_failed(self):
        self.assertRegex(self.why_not("Canada AID Poland"), r"nearest: sentence 2, 'liefern'[^\n]*\n  frame test failed: .*where object")
        self.assertIn("it is coded, by frames/threaten.yaml", self.why_not("Putin THREATEN UKR"))
        self.assertIn("it is coded", self.why_not("RUS GOV threaten -"))
        self.assertIn("actor not found: the report names no Iran", self.why_not("Iran AID POL"))
        self.assertRegex(self.why_not("CAN PROTEST POL"), r"predicate not in a frame: no frame of PROTEST has 'liefern'")
        self.assertIn("coded with other sides", self.why_not("Poland THREATEN Ukraine"))

    def test_why_not_names_the_word_that_cannot_be_read(self):
        for wanted, hint in (("Canada SUPORT Poland", "'SUPORT' is no event type (did you mean 'SUPPORT'?)"), ("Kanda AID POL", "did you mean 'Kanada'?"),
                             ("CAN COERCE/arest POL", "'arest' is no mode of COERCE (did you mean 'arrest'?)"), ("Canada", "names no event type"),
                             ("CNA AID POL", "'CNA' is no actor")):
            self.why_not(wanted, exit_code=WRONG_USE)
            self.assertIn(hint, self.err)
            self.assertEqual(len(self.complaints()), 1, self.err)


class KnowledgeBase(Case):
    def own(self, **files):
        for name, content in files.items():
            path = self.dir / "own" / name.replace("__", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return self.dir / "own"

    def test_ours_has_no_faults(self):
        self.assertIn("0 faults", self.run_program("kb", "check", SOURCE / "knowledge"))

    def test_all_faults_at_once_with_their_places(self):
        own = self.own(**{"frames__own.yaml": "- frame: own-threat\n  event: MENACE\n  cameo: \"999\"\n  units:\n    de: { drohen: {actor: subject} }\n"})
        out = self.run_program("kb", "check", SOURCE / "knowledge", own, exit_code=REJECTED)
        self.assertRegex(out, r"own\.yaml:2:\d+: .*MENACE")
        self.assertRegex(out, r"own\.yaml:3:\d+: .*999")
        self.assertNotIn("0 faults", out)
        self.run_program("code", REPORTS, exit_code=CANNOT_GO_ON, environment={"DEPESCHE_KNOWLEDGE": str(own)})
        self.assertIn("[bad-knowledge]", self.err)
        self.assertRegex(self.err, r"own\.yaml:2:\d+: ")

    def test_gaps_names_the_predicate_its_actors_and_the_place(self):
        news = self.file("news.jsonl", line(id="1", language="en", text="It was late. Germany outplayed France.") +
                         line(id="2", language="en", text="Germany outplayed Poland. Russia attacked Ukraine."))
        found = [json.loads(one) for one in self.run_program("kb", "gaps", news, "--min", "1", "--format", "json").splitlines()]
        self.assertEqual([one["predicate"] for one in found], ["outplay"])
        self.assertEqual((found[0]["count"], found[0]["pairs"], found[0]["language"]), (2, 2, "en"))
        self.assertEqual(found[0]["actors"], {"DEU, FRA": 1, "DEU, POL": 1})
        self.assertTrue(found[0]["place"].endswith("news.jsonl:1 sentence 2"), found[0]["place"])
        self.assertIn("1 of 1 predicates", self.run_program("kb", "gaps", news, self.file("none.txt", THREAT), "--top", "3"))
        tsv = self.run_program("kb", "gaps", news, "--format", "tsv").splitlines()
        self.assertEqual(len(tsv), 2)
        self.assertEqual(tsv[0].count("\t"), tsv[1].count("\t"))
        self.run_program("kb", "gaps", self.dir / "absent.txt", exit_code=REJECTED)

    def test_build_writes_an_image_that_carries_its_fingerprint(self):
        image = self.dir / "own.dkb"
        out = self.run_program("kb", "build", SOURCE / "knowledge", "-o", image)
        fingerprint = out.split("fingerprint ")[1].split()[0]
        self.assertGreater(image.stat().st_size, 100_000)
        self.assertIn(fingerprint.encode(), image.read_bytes()[:4096])
        self.assertEqual(self.coded("-", stdin=line())[0]["coder"]["knowledge"], fingerprint)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
