#!/usr/bin/env python3
"""depesche export, read back by independent readers: pandas, PyArrow and DuckDB.

    export_test.py PROGRAM SOURCE_DIR
"""
import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from harness import CANNOT_GO_ON, DONE, PROGRAM, REPORTS, SOURCE, WRONG_USE, ProgramCase

sys.path += ["/usr/local/share/depesche-readers", "/usr/local/share/depesche-arrow"]  # scripts/install-dependencies
try:
    import duckdb
    import pandas
    import pyarrow.parquet
except ImportError as reason:
    print(f"skipped: the readers of exports are not installed ({reason}): scripts/install-dependencies --check")
    sys.exit(77)

COLUMNS = {"phoenix": 26, "gdelt1": 58, "gdelt2": 61, "gdelt2-mentions": 16, "icews": 20, "polecat": 40}
DYADIC = ("phoenix", "gdelt1", "gdelt2", "icews")
NASTY = "Tab\there, a \"quoted\" name,\nthen a line; and 'one', a \\ and a | too."


def nasty_report():
    """A record with all that breaks rows: in the text, in names, in the report's own id."""
    whole = {"begin": 0, "end": len(NASTY), "text": NASTY}
    return {"id": "nasty\t\"1\"\n", "language": "en", "published": "2024-03-09", "agency": "D\tP\"S", "title": "Ti\ttle", "text": NASTY,
            "sentences": [{"begin": 0, "end": len(NASTY)}],
            "actors": [{"id": "a1", "name": "A \"quoted\"\tname\nand more", "code": "SWE", "sector": "GOV", "mentions": [{"begin": 0, "end": 8, "form": "name"}]},
                       {"id": "a2", "name": "Æsop, the 2nd", "code": "EST", "mentions": []}, {"id": "a3", "name": "Norway", "code": "NOR", "mentions": []}],
            "events": [{"id": "e1", "event": "AID", "mode": [], "context": ["military", "economic"], "cameo": "072", "quad": 2, "score": 10.0, "goldstein": 8.3,
                        "actor": ["a1"], "recipient": ["a2"], "status": "happened", "sentence": 0, "evidence": [whole]},
                       {"id": "e2", "event": "CONSULT", "mode": ["visit"], "context": [], "cameo": "042", "quad": 1, "score": 4.0, "goldstein": 1.9,
                        "actor": ["a1", "a2", "a3"], "status": "happened", "sentence": 0, "evidence": [whole],
                        "place": {**whole, "name": "Tal\tlinn", "code": "EST", "lat": 59.437, "lon": 24.7535}},
                       {"id": "e3", "event": "ASSAULT", "mode": [], "context": [], "cameo": "190", "quad": 4, "score": -9.0, "goldstein": -10.0,
                        "actor": ["a3"], "recipient": ["a2"], "status": "conditional", "sentence": 0, "evidence": [whole]},
                       {"id": "e4", "event": "ASSAULT", "mode": [], "context": [], "cameo": "190", "quad": 4, "actor": ["a3"], "recipient": ["a2"],
                        "status": "happened", "historical": True, "sentence": 0, "evidence": [whole]}]}


class Case(ProgramCase):
    @classmethod
    def setUpClass(cls):
        cls.dir = pathlib.Path(tempfile.mkdtemp(prefix="depesche-"))
        cls.db = str(cls.dir / "desk.db")
        (cls.dir / "nasty.jsonl").write_text(json.dumps(nasty_report()) + "\n", encoding="utf-8")
        for arguments in ([REPORTS], ["--coded", cls.dir / "nasty.jsonl"]):
            subprocess.run([PROGRAM, "ingest", "--db", cls.db, *map(str, arguments)], check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.dir)

    def events(self, *args):
        return [json.loads(line) for line in self.run_program("events", "--db", self.db, "--format", "jsonl", *args).splitlines()]

    def export(self, to, *args):
        path = self.dir / f"out.{to}"
        self.run_program("export", "--db", self.db, "--to", to, "-o", path, *args)
        return path

    def frame(self, to, *args):
        """The export as pandas reads such files: names from `--columns` where the format has no header."""
        path = self.export(to, *args)
        names = re.findall(r"^\| \d+ \| `([^`]+)`", self.run_program("export", "--to", to, "--columns"), re.M)
        header = 0 if to in ("icews", "polecat") else None
        frame = pandas.read_csv(path, sep="\t", header=header, dtype=str, keep_default_na=False, encoding="utf-8")
        if header is None:
            frame.columns = names
        self.assertEqual(list(frame.columns), names)
        self.assertEqual(len(names), COLUMNS[to])
        return frame

    @staticmethod
    def pairs(event):
        actors, recipients = len(event["actor"]), len(event.get("recipient", []))
        return actors * (actors - 1) if recipients == 0 and actors > 1 else max(1, actors) * max(1, recipients)


class Formats(Case):
    def happened(self, *args):
        return [e for e in self.events("--status", "happened", *args) if e.get("day")]

    def test_a_row_a_pair_of_sides(self):
        for args in ((), ("--actor", "AZE"), ("--since", "2024-10", "--until", "2024-10"), ("--dedupe", "node")):
            wanted = self.happened(*args)
            self.assertTrue(wanted)
            for to in DYADIC:
                self.assertEqual(len(self.frame(to, *args)), sum(map(self.pairs, wanted)), (to, args))
            self.assertEqual(len(self.frame("polecat", *args)), len(wanted))

    def test_numbers_are_unique(self):
        for to, name in (("phoenix", "EventID"), ("gdelt1", "GLOBALEVENTID"), ("gdelt2", "GLOBALEVENTID"), ("icews", "Event ID"), ("polecat", "Event ID")):
            ids = self.frame(to)[name]
            self.assertTrue(ids.is_unique, to)
            if to != "polecat":
                self.assertTrue(ids.astype("int64").gt(0).all())

    def test_days_are_days(self):
        for to, name, form in (("phoenix", "Date", "%Y%m%d"), ("gdelt1", "SQLDATE", "%Y%m%d"), ("gdelt1", "DATEADDED", "%Y%m%d"), ("gdelt2", "SQLDATE", "%Y%m%d"),
                               ("gdelt2", "DATEADDED", "%Y%m%d%H%M%S"), ("gdelt2-mentions", "MentionTimeDate", "%Y%m%d%H%M%S"),
                               ("icews", "Event Date", "%Y-%m-%d"), ("polecat", "Event Date", "%Y-%m-%d"), ("polecat", "Publication Date", "%Y-%m-%d")):
            days = pandas.to_datetime(self.frame(to)[name], format=form, errors="raise")
            self.assertGreaterEqual(days.min().year, 2024, (to, name))
            self.assertEqual(days.isna().sum(), 0)
        frame = self.frame("gdelt2")
        for _, row in frame.iterrows():
            day = datetime.datetime.strptime(row["SQLDATE"], "%Y%m%d")
            self.assertEqual((int(row["Year"]), row["MonthYear"]), (day.year, f"{day:%Y%m}"))
            self.assertAlmostEqual(float(row["FractionDate"]), day.year + ((day.month - 1) * 30 + day.day) / 365, places=3)

    def test_codes_are_known(self):
        table = lambda name: pandas.read_csv(SOURCE / "knowledge" / f"{name}.tsv", sep="\t", comment="#", dtype=str, keep_default_na=False)
        cameo = set(table("ontology/cameo")["code"])
        fips = set(table("exports/states")["fips"])
        roles = {role for role in table("exports/sectors")["cameo"] if role}
        contexts = set(table("ontology/contexts")["context"])
        for to, code, root, quad in (("phoenix", "EventCode", "EventRootCode", "PentaClass"), ("gdelt1", "EventCode", "EventRootCode", "QuadClass"),
                                     ("gdelt2", "EventCode", "EventRootCode", "QuadClass")):
            frame = self.frame(to)
            self.assertLessEqual(set(frame[code]), cameo)
            self.assertTrue((frame[code].str[:2] == frame[root]).all())
            self.assertLessEqual(set(frame[quad]), set("01234"))
        gdelt = self.frame("gdelt2")
        self.assertLessEqual(set(gdelt["ActionGeo_CountryCode"]), fips)
        self.assertLessEqual(set(gdelt["Actor1Type1Code"]) | set(gdelt["Actor2Type1Code"]), roles | {"", "IGO", "NGO", "INT", "IMG", "MNC"})
        self.assertEqual(set(gdelt["AvgTone"]), {""})
        goldstein = pandas.to_numeric(gdelt["GoldsteinScale"])
        self.assertTrue(goldstein.between(-10, 10).all())
        polecat = self.frame("polecat")
        self.assertLessEqual({c for cell in polecat["Contexts"] for c in cell.split("; ")}, contexts | {"None"})
        self.assertEqual(set(polecat["Language"]), {"German", "English"})
        self.assertLessEqual(set(polecat["Quad Code"]), {f"{a} {b}" for a in ("VERBAL", "MATERIAL") for b in ("COOPERATION", "CONFLICT")})
        self.assertLessEqual(set(self.frame("icews")["CAMEO Code"]), cameo)

    def test_what_breaks_rows_is_taken_out(self):
        flat = "A 'quoted' name and more"
        gdelt = self.frame("gdelt2", "--actor", "SWE").iloc[0]
        self.assertEqual((gdelt["Actor1Name"], gdelt["SOURCEURL"]), (flat.upper(), "nasty '1'"))
        icews = self.frame("icews", "--actor", "SWE").iloc[0]
        self.assertEqual((icews["Source Name"], icews["Publisher"], icews["Source Country"]), (flat, "D P'S", "Sweden"))
        polecat = self.frame("polecat", "--actor", "SWE", "--type", "CONSULT").iloc[0]
        self.assertEqual((polecat["Placename"], polecat["Latitude"], polecat["Actor Name"]), ("Tal linn", "59.437", f"{flat}; Æsop, the 2nd; Norway"))
        self.assertEqual((polecat["Actor Country"], polecat["Actor COW"], polecat["Recipient Name"]), ("SWE; EST; NOR", "380; 366; 385", "None"))

    def test_plover_keeps_everything(self):
        path = self.export("plover")
        events = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        listed = self.events()
        self.assertEqual([(e["story"]["id"], e["event_id"].rsplit("-", 1)[1], e["event_type"], e["status"]) for e in events],
                         [(e["report"], e["id"], e["event"], e["status"]) for e in listed])
        self.assertEqual(len({e["event_id"] for e in events}), len(events))
        texts = {r["id"]: r["text"] for r in map(json.loads, REPORTS.read_text(encoding="utf-8").splitlines())}
        for event in events:
            for piece in event["evidence"]:
                text = texts.get(event["story"]["id"], NASTY)
                self.assertEqual(text[piece["begin"]:piece["end"]], piece["text"])
        nasty = {e["event_id"][-2:]: e for e in events if e["story"]["id"].startswith("nasty")}
        self.assertEqual(nasty["e1"]["actor"][0]["name"], "A \"quoted\"\tname\nand more")
        self.assertEqual(nasty["e1"]["evidence"][0]["text"], NASTY)
        self.assertEqual([nasty[e].get("historical", False) for e in ("e1", "e4")], [False, True])

    def test_duckdb_reads_them(self):
        connection = duckdb.connect()
        for to in ("icews", "polecat"):
            count = connection.execute("SELECT count(*), count(DISTINCT \"Event ID\") FROM read_csv(?, delim='\t', header=true, all_varchar=true)",
                                       [str(self.export(to))]).fetchone()
            self.assertEqual(count, (len(self.frame(to)),) * 2)
        for to in ("phoenix", "gdelt1", "gdelt2", "gdelt2-mentions"):
            count = connection.execute("SELECT count(*) FROM read_csv(?, delim='\t', header=false, quote='', all_varchar=true)", [str(self.export(to))]).fetchone()
            self.assertEqual(count, (len(self.frame(to)),))
        by_type = dict(connection.execute("SELECT event_type, count(*) FROM read_json(?, format='newline_delimited') GROUP BY 1",
                                          [str(self.export("plover"))]).fetchall())
        self.assertEqual(sum(by_type.values()), len(self.events()))

    def test_mentions_belong_to_events(self):
        events = set(self.frame("gdelt2")["GLOBALEVENTID"])
        mentions = self.frame("gdelt2-mentions")
        self.assertEqual(set(mentions["GLOBALEVENTID"]), events)
        texts = {r["id"]: r["text"] for r in map(json.loads, REPORTS.read_text(encoding="utf-8").splitlines())}
        offsets = 0
        for _, row in mentions.iterrows():
            text = texts.get(row["MentionIdentifier"], NASTY)
            self.assertEqual(int(row["MentionDocLen"]), len(text))
            for name in ("Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset"):
                self.assertLess(int(row[name]), len(text))
                offsets += int(row[name]) > 0
        self.assertGreater(offsets, 50)

    def test_status(self):
        all_of = lambda *args: len(self.frame("polecat", *args))
        self.assertEqual(all_of("--all-status"), len([e for e in self.events() if e.get("day")]))
        self.assertEqual(all_of("--status", "conditional"), len(self.events("--status", "conditional")))
        left = len(self.events()) - len(self.events("--status", "happened"))
        self.export("polecat")
        self.assertIn(f"{left} events left out that did not happen", self.err)
        self.assertIn("1 event left out without a day", self.err)
        self.export("plover")
        self.assertEqual(self.err, "")

    def test_the_page_of_formats(self):
        page = (SOURCE / "docs" / "formats.md").read_text(encoding="utf-8")
        blocks = dict(re.findall(r"<!-- columns:(\S+) -->\n(.*?)<!-- end -->", page, re.S))
        self.assertEqual(set(blocks), {*COLUMNS, "parquet"})
        for to, block in blocks.items():
            self.assertEqual(block, self.run_program("export", "--to", to, "--columns"))


class Parquet(Case):
    TABLES = ("events", "event_sides", "statements", "commitments", "alerts", "actors", "reports")

    def setUp(self):
        if not (pathlib.Path(PROGRAM).parent / "lib" / "depesche" / "libdepesche_parquet.so").exists():
            self.skipTest("built without Apache Arrow")

    def tables(self, *args):
        folder = self.dir / "tables"
        self.run_program("export", "--db", self.db, "--to", "parquet", "-o", folder, *args)
        self.assertEqual(sorted(os.listdir(folder)), sorted(f"{name}.parquet" for name in self.TABLES))
        return {name: pyarrow.parquet.read_table(folder / f"{name}.parquet") for name in self.TABLES}

    def listed(self, command, *args):
        return [json.loads(line) for line in self.run_program(command, "--db", self.db, "--format", "jsonl", *args).splitlines()]

    def test_tables_hold_what_the_commands_list(self):
        tables = self.tables()
        for name, command in (("events", "events"), ("statements", "statements"), ("commitments", "ledger"), ("alerts", "alerts")):
            self.assertEqual(tables[name].num_rows, len(self.listed(command)), name)
        self.assertEqual(tables["reports"].num_rows, 5)
        events = self.events()
        self.assertEqual(tables["events"]["sentence"].to_pylist(), [e["sentence"] for e in events])
        self.assertEqual([None if d is None else str(d) for d in tables["events"]["day"].to_pylist()], [e.get("day") for e in events])
        self.assertEqual(tables["events"]["contexts"].to_pylist(), [e["context"] for e in events])
        self.assertEqual(tables["event_sides"].num_rows, sum(len(e["actor"]) + len(e["recipient"]) for e in events))
        self.assertEqual(tables["commitments"]["state"].to_pylist(), [c["state"] for c in self.listed("ledger")])
        texts = {r["id"]: r["text"] for r in map(json.loads, REPORTS.read_text(encoding="utf-8").splitlines())}
        for report in tables["reports"].to_pylist():
            self.assertEqual(report["text"], texts.get(report["report_id"], NASTY))

    def test_tables_join(self):
        self.tables("--dedupe", "node")
        count = lambda sql: duckdb.connect().execute(re.sub(r"\{(\w+)\}", lambda m: f"read_parquet('{self.dir}/tables/{m.group(1)}.parquet')", sql)).fetchone()[0]
        events = count("SELECT count(DISTINCT event_id) FROM {events}")
        self.assertEqual(events, len(self.events("--dedupe", "node")))
        self.assertEqual(count("SELECT count(*) FROM {events} e JOIN {reports} r USING (report)"), events)
        self.assertEqual(count("SELECT count(DISTINCT e.event) FROM {events} e JOIN {event_sides} s ON s.event = e.event AND s.role = 'actor'"), events)
        self.assertEqual(count("SELECT count(*) FROM {actors} a ANTI JOIN {reports} r USING (report)"), 0)
        self.assertEqual(count("SELECT name FROM {actors} WHERE code = 'SWE'"), "A \"quoted\"\tname\nand more")

    def test_filters(self):
        tables = self.tables("--language", "de", "--until", "2024-10-31")
        self.assertEqual(set(tables["reports"]["language"].to_pylist()), {"de"})
        self.assertEqual(tables["events"].num_rows, len(self.events("--language", "de", "--until", "2024-10-31")))
        self.assertEqual(tables["statements"].num_rows, len(self.listed("statements", "--language", "de", "--until", "2024-10-31")))
        self.assertEqual(tables["commitments"].num_rows, len(self.listed("ledger", "--as-of", "2024-10-31")))

    def test_columns_are_those_of_the_files(self):
        types = {"string": "text", "int64": "int64", "double": "float64", "bool": "bool", "date32[day]": "date32"}
        printed = re.findall(r"^\| `(\w+)` \| `(\w+)` \| (\w+) ", self.run_program("export", "--to", "parquet", "--columns"), re.M)
        real = [(name, field.name, types.get(str(field.type), "texts")) for name, table in self.tables().items() for field in table.schema]
        self.assertEqual(printed, real)

    def test_bad_use(self):
        self.run_program("export", "--db", self.db, "--to", "parquet", exit_code=WRONG_USE)
        self.assertIn("name one with -o", self.err)
        file = self.dir / "file"
        file.write_text("x")
        self.run_program("export", "--db", self.db, "--to", "parquet", "-o", file, exit_code=WRONG_USE)
        self.assertIn("is no directory", self.err)
        self.run_program("export", "--db", self.db, "--to", "parquet", "-o", file / "below", exit_code=CANNOT_GO_ON)
        self.assertEqual(len(self.err.splitlines()), 1)

    def test_a_full_disk_leaves_what_was_there(self):
        with self.small_disk("16k") as disk:
            (disk / "events.parquet").write_text("before")
            self.run_program("export", "--db", self.db, "--to", "parquet", "-o", disk, exit_code=CANNOT_GO_ON)
            self.assertEqual(len(self.err.splitlines()), 1)
            self.assertEqual(os.listdir(disk), ["events.parquet"])
            self.assertEqual((disk / "events.parquet").read_text(), "before")

    def test_without_the_library_one_line_says_so(self):
        share = self.dir / "share" / "depesche"
        share.mkdir(parents=True)
        (share / "knowledge.dkb").symlink_to(pathlib.Path(PROGRAM).resolve().parent / "share" / "depesche" / "knowledge.dkb")
        run = subprocess.run([PROGRAM, "export", "--db", self.db, "--to", "parquet", "-o", self.dir / "none"], capture_output=True, check=False, text=True,
                             env={**os.environ, "DEPESCHE_SHARE": str(share)})
        self.assertEqual((run.returncode, len(run.stderr.splitlines())), (CANNOT_GO_ON, 1))
        self.assertIn("export to another format", run.stderr)
        self.assertFalse((self.dir / "none").exists())


class Output(Case):
    def one_line(self, *args, exit_code, says):
        super().one_line("export", "--db", self.db, *args, exit_code=exit_code, says=says)

    def test_standard_output_is_the_file(self):
        for to in ("plover", *COLUMNS):
            self.assertEqual(self.run_program("export", "--db", self.db, "--to", to), self.export(to).read_text(encoding="utf-8"))

    def test_bad_use(self):
        self.one_line("--to", "polcat", exit_code=WRONG_USE, says="did you mean 'polecat'")
        self.one_line(exit_code=WRONG_USE, says="no format named")
        self.one_line("--to", "icews", "--since", "2024-05", "--until", "2024-02", exit_code=WRONG_USE, says="turn them round")
        self.one_line("--to", "icews", "--type", "AIDE", exit_code=WRONG_USE, says="'AIDE'")
        self.one_line("--to", "icews", "-o", self.dir / "no" / "where.tsv", exit_code=CANNOT_GO_ON, says="cannot be written")
        self.one_line("--to", "icews", "-o", self.dir, exit_code=WRONG_USE, says="is a directory")
        self.run_program("export", "--db", self.dir / "none.db", "--to", "icews", exit_code=CANNOT_GO_ON)
        self.assertIn("no such database", self.err)

    def test_nothing_found_is_said_and_the_file_has_its_header(self):
        path = self.dir / "empty.tsv"
        self.one_line("--to", "icews", "--actor", "Ostia Rovers", "-o", path, exit_code=DONE, says="nothing found")
        self.assertEqual(len(path.read_text().splitlines()), 1)
        self.assertEqual(len(pandas.read_csv(path, sep="\t")), 0)

    def test_a_full_disk_leaves_what_was_there(self):
        with self.small_disk("16k") as disk:
            (disk / "out.tsv").write_text("before\n")
            self.one_line("--to", "plover", "-o", disk / "out.tsv", exit_code=CANNOT_GO_ON, says="free some space")
            self.assertEqual((disk / "out.tsv").read_text(), "before\n")
            self.assertEqual(os.listdir(disk), ["out.tsv"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
