#!/usr/bin/env python3
"""The commands over a database as their users meet them: ingest, queries, ledger, alerts, what-if; stops and bad input.

    desk_test.py PROGRAM SOURCE_DIR
"""
import csv
import io
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

from harness import CANNOT_GO_ON, DONE, PROGRAM, REJECTED, REPORTS, WRONG_USE, ProgramCase

# A story of our own, coded by hand in the form that `depesche code` writes.
THREAT = "Norland will close the strait if Sudland delivers missiles to Ostia, its president said."
POLICY = "Sudland delivers no missiles to anyone, the government in its capital said."
ACT = "Sudland has delivered missiles to Ostia, officials there confirmed."


def record(name, published, text, events=(), commitments=()):
    codes = {"NOR": "Norland", "SWE": "Sudland", "EST": "Ostia"}
    return {"id": name, "language": "en", "published": published, "text": text,
            "sentences": [{"begin": 0, "end": len(text)}],
            "actors": [{"id": code, "name": full, "code": code, "mentions": []} for code, full in codes.items()],
            "events": list(events), "commitments": list(commitments)}


def story():
    whole = lambda text: {"begin": 0, "end": len(text), "text": text}
    arms = {"event": "AID", "actor": ["SWE"], "recipient": ["EST"], "context": ["military"]}
    return [
        record("threat", "2024-03-01", THREAT, commitments=[{
            "id": "c1", "kind": "threat", "holder": ["NOR"], "toward": ["SWE"], "state": "announced", "evidence": [whole(THREAT)],
            "condition": {**whole(THREAT), "template": arms},
            "consequence": {**whole(THREAT), "template": {"event": "SANCTION", "actor": ["NOR"], "recipient": ["SWE"]}}}]),
        record("policy", "2024-03-02", POLICY, commitments=[{
            "id": "c1", "kind": "policy", "holder": ["SWE"], "polarity": "will_not", "state": "in_force", "evidence": [whole(POLICY)],
            "action": {**whole(POLICY), "template": {"event": "AID", "context": ["military"]}}}]),
        record("act", "2024-03-09", ACT, events=[{
            "id": "e1", "event": "AID", "mode": [], "context": ["military"], "cameo": "072", "quad": 2, "score": 10.0, "goldstein": 8.3,
            "actor": ["SWE"], "recipient": ["EST"], "status": "happened", "sentence": 0, "evidence": [whole(ACT)]}]),
    ]


class Case(ProgramCase):
    def setUp(self):
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="depesche-"))
        self.addCleanup(shutil.rmtree, self.dir)
        self.db = str(self.dir / "desk.db")

    def file(self, name, content):
        path = self.dir / name
        path.write_text(content, encoding="utf-8")
        return str(path)

    def ingest_story(self):
        lines = "".join(json.dumps(one) + "\n" for one in story())
        self.run_program("ingest", "--db", self.db, "--coded", self.file("story.jsonl", lines))

    def rows(self, *args):
        return [json.loads(line) for line in self.run_program(*args, "--db", self.db, "--format", "jsonl").splitlines()]

    def picture(self, db):
        """All that the commands say of a database."""
        return [self.run_program(*command, "--db", db, "--format", "jsonl") for command in (["events"], ["statements"], ["ledger"], ["alerts"])]


class Ingest(Case):
    def test_a_second_run_adds_nothing(self):
        self.assertEqual(self.run_program("ingest", "--db", self.db, REPORTS), "4 reports added\n")
        before = self.picture(self.db)
        self.assertEqual(self.run_program("ingest", "--db", self.db, REPORTS), "0 reports added, 4 already there\n")
        self.assertEqual(self.picture(self.db), before)

    def test_events_are_those_of_code(self):
        self.run_program("ingest", "--db", self.db, REPORTS)
        coded = [json.loads(line) for line in self.run_program("code", REPORTS).splitlines()]
        wanted = sorted((r["id"], e["id"], e["event"], e["status"]) for r in coded for e in r["events"])
        self.assertEqual(sorted((e["report"], e["id"], e["event"], e["status"]) for e in self.rows("events")), wanted)
        self.assertEqual(len(self.rows("statements")), sum(len(r["statements"]) for r in coded))

    def test_coded_records_give_the_same_database(self):
        self.run_program("code", REPORTS, "-o", self.dir / "coded.jsonl")
        self.run_program("ingest", "--db", self.db, REPORTS)
        other = str(self.dir / "other.db")
        self.run_program("ingest", "--db", other, "--coded", self.dir / "coded.jsonl")
        self.assertEqual(self.picture(other), self.picture(self.db))

    def test_recoding_with_the_same_knowledge_is_idle_and_with_files_repeats(self):
        self.run_program("ingest", "--db", self.db, REPORTS)
        before = self.picture(self.db)
        self.assertIn("4 up to date", self.run_program("ingest", "--db", self.db, "--recode"))
        self.assertIn("4 coded anew", self.run_program("ingest", "--db", self.db, "--recode", REPORTS))
        self.assertEqual(self.picture(self.db), before)

    def test_bad_records_are_named_and_the_rest_goes_on(self):
        good = json.dumps(story()[2])
        bad = [good[:-1], json.dumps({"id": "x"}), json.dumps({**story()[2], "text": "short"}), json.dumps([1])]
        path = self.file("mixed.jsonl", "\n".join([*bad, good]) + "\n")
        out = self.run_program("ingest", "--db", self.db, "--coded", path, exit_code=REJECTED)
        self.assertEqual(out, "1 report added, 4 rejected\n")
        for number, line in enumerate(self.err.splitlines(), 1):
            self.assertIn(f"mixed.jsonl:{number}:", line)

    def test_a_killed_run_loses_nothing_and_the_next_goes_on(self):
        lines = REPORTS.read_text(encoding="utf-8").splitlines()
        many = self.file("many.jsonl", "".join(one.replace('"id": "', f'"id": "{n}-').replace('"text": "', f'"text": "No. {n}: ') + "\n"
                                               for n in range(15) for one in lines))
        calm = str(self.dir / "calm.db")
        begun = time.monotonic()
        self.run_program("ingest", "--db", calm, "--batch", 4, many)
        duration = time.monotonic() - begun
        wanted = self.picture(calm)
        chance = random.Random(11)
        stopped = 0
        for moment in range(20):
            db = str(self.dir / f"killed{moment}.db")
            with subprocess.Popen([PROGRAM, "ingest", "--db", db, "--batch", "4", many], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
                time.sleep(chance.uniform(0, duration))
                run.send_signal(signal.SIGKILL)
                run.wait()
            stopped += run.returncode == -signal.SIGKILL
            if os.path.exists(db) and os.path.getsize(db) > 0:
                with sqlite3.connect(db) as connection:
                    self.assertEqual(connection.execute("PRAGMA integrity_check").fetchone()[0], "ok")
                connection.close()
            self.run_program("ingest", "--db", db, "--batch", 4, many)
            self.assertEqual(self.picture(db), wanted, f"after kill {moment}")
        self.assertGreater(stopped, 5, "the kills came too late to test anything")


class Ledger(Case):
    def test_the_story(self):
        self.ingest_story()
        ledger = {row["kind"]: row for row in self.rows("ledger")}
        self.assertEqual(ledger["threat"]["state"], "detached")
        self.assertEqual(ledger["policy"]["state"], "broken")
        self.assertEqual({(row["alert"], row["event_sentence"], row["commitment_sentence"]) for row in self.rows("alerts")},
                         {("red_line", ACT, THREAT), ("broken", ACT, POLICY)})
        self.assertEqual([row["state"] for row in self.rows("ledger", "--as-of", "2024-03-08")], ["announced", "in_force"])
        self.assertEqual([row["kind"] for row in self.rows("ledger", "--as-of", "2024-03-01")], ["threat"])
        self.assertEqual([row["kind"] for row in self.rows("ledger", "--holder", "SWE")], ["policy"])
        self.assertEqual([row["kind"] for row in self.rows("ledger", "--open")], ["threat"])
        history = self.rows("ledger", "--history", ledger["policy"]["id"])
        self.assertEqual([(step["what"], step["to"]) for step in history], [("take_force", "in_force"), ("violate", "broken")])

    def test_what_if(self):
        lines = "".join(json.dumps(one) + "\n" for one in story()[:2])
        self.run_program("ingest", "--db", self.db, "--coded", self.file("story.jsonl", lines))
        out = self.run_program("whatif", "--db", self.db, "SWE AID EST military")
        for part in ("triggers threat", THREAT, "-> NOR SANCTION SWE", "breaks policy", POLICY):
            self.assertIn(part, out)
        chain = json.loads(self.run_program("whatif", "--db", self.db, "SWE AID EST military", "--format", "json"))
        self.assertEqual([(link["effect"], link["commitment"]["kind"]) for link in chain["links"]], [("red_line", "threat"), ("broken", "policy")])
        self.assertTrue(self.run_program("whatif", "--db", self.db, "SWE AID EST military", "--format", "dot").startswith("digraph"))
        self.assertIn("No commitment", self.run_program("whatif", "--db", self.db, "SWE AID EST health"))
        self.assertIn("triggers threat", self.run_program("whatif", "--db", self.db, "Schweden AID Estonia military"))


class Queries(Case):
    def test_filters(self):
        self.run_program("ingest", "--db", self.db, REPORTS)
        everything = self.rows("events")
        for option, value, holds in (("--actor", "AZE", lambda e: any(a.startswith("AZE") for a in e["actor"])),
                                     ("--recipient", "ARM", lambda e: any(a.startswith("ARM") for a in e.get("recipient", []))),
                                     ("--type", "ACCUSE,AID", lambda e: e["event"] in ("ACCUSE", "AID")),
                                     ("--status", "conditional", lambda e: e["status"] == "conditional"),
                                     ("--context", "military", lambda e: "military" in e.get("context", [])),
                                     ("--since", "2024-10", lambda e: e.get("day", "") >= "2024-10-01"),
                                     ("--until", "2024-10", lambda e: "" < e.get("day", "") <= "2024-10-31"),
                                     ("--report", "en-manila", lambda e: e["report"] == "en-manila")):
            got = self.rows("events", option, value)
            self.assertEqual(got, [e for e in everything if holds(e)], option)
            self.assertTrue(got, option)
            self.assertLess(len(got), len(everything), option)
        self.assertEqual({e["report"] for e in self.rows("events", "--words", "Radaranlagen")}, {"de-eriwan"})
        self.assertEqual(self.rows("events", "--actor", "Aserbaidschan"), self.rows("events", "--actor", "AZE"))
        self.assertEqual(len(self.rows("events", "--limit", 3)), 3)

    def test_every_format_holds_the_same_rows(self):
        self.run_program("ingest", "--db", self.db, REPORTS)
        wanted = self.rows("events")
        events = lambda name: self.run_program("events", "--db", self.db, "--format", name)
        self.assertEqual(json.loads(events("json")), wanted)
        for name, dialect in (("csv", {}), ("tsv", {"delimiter": "\t", "quoting": csv.QUOTE_NONE})):
            rows = list(csv.DictReader(io.StringIO(events(name)), **dialect))
            self.assertEqual([row["sentence"] for row in rows], [row["sentence"] for row in wanted])
            self.assertEqual([row["event"] for row in rows], [row["event"] for row in wanted])
        self.assertEqual(len(events("table").splitlines()), len(wanted) + 1)

    def test_a_speaker_without_a_code_is_shown_by_name(self):
        said = record("said", "2024-03-03", "One said the port was closed.")
        said["actors"].append({"id": "x", "name": "one", "mentions": []})
        said["statements"] = [{"id": "s1", "speaker": ["x"], "kind": "indirect", "content": [{"begin": 9, "end": 28}]}]
        self.run_program("ingest", "--db", self.db, "--coded", self.file("said.jsonl", json.dumps(said) + "\n"))
        self.assertEqual([row["speaker"] for row in self.rows("statements")], [["one"]])

    def test_series_counts_all_events_with_a_day(self):
        self.run_program("ingest", "--db", self.db, REPORTS)
        events = [e for e in self.rows("events") if e.get("day")]
        for by in ("day", "week", "month", "year"):
            series = self.rows("series", "--by", by)
            self.assertEqual(sum(row["events"] for row in series), len(events))
            self.assertEqual([row["period"] for row in series], sorted(row["period"] for row in series))
        self.assertIn("cooperation", self.run_program("series", "--db", self.db, "--format", "plot"))


class BadInput(Case):
    def test_no_database(self):
        self.one_line("events", exit_code=CANNOT_GO_ON, says="--db")
        self.one_line("events", "--db", self.dir / "none.db", exit_code=CANNOT_GO_ON, says="no such database")
        self.one_line("ingest", "--db", self.dir / "no" / "where.db", REPORTS, exit_code=CANNOT_GO_ON, says="cannot be opened")
        self.ingest_story()
        self.run_program("events", environment={"DEPESCHE_DB": self.db})
        self.assertIn("AID", self.out)

    def test_foreign_files(self):
        self.one_line("events", "--db", self.file("letter.txt", "Dear Sir or Madam, " * 50), exit_code=CANNOT_GO_ON, says="no database of Depesche")
        with sqlite3.connect(self.db) as connection:
            connection.execute("CREATE TABLE notes(text)")
        connection.close()
        self.one_line("ingest", "--db", self.db, REPORTS, exit_code=CANNOT_GO_ON, says="another program")

    def test_a_newer_version(self):
        self.ingest_story()
        with sqlite3.connect(self.db) as connection:
            connection.execute("PRAGMA user_version=99")
        connection.close()
        self.one_line("events", "--db", self.db, exit_code=CANNOT_GO_ON, says="version 99")

    def test_a_locked_database(self):
        self.ingest_story()
        connection = sqlite3.connect(self.db, isolation_level=None)
        self.addCleanup(connection.close)
        connection.execute("BEGIN IMMEDIATE")
        self.one_line("ingest", "--db", self.db, REPORTS, exit_code=CANNOT_GO_ON, says="another program is writing")
        self.assertEqual(len(self.rows("events")), 1)  # readers are not disturbed
        connection.execute("ROLLBACK")
        self.run_program("ingest", "--db", self.db, REPORTS)

    def test_a_full_disk(self):
        with self.small_disk("400k") as disk:
            lines = REPORTS.read_text(encoding="utf-8").splitlines()
            many = self.file("many.jsonl", "".join(one.replace('"text": "', f'"text": "No. {n}: ') + "\n" for n in range(30) for one in lines))
            self.run_program("ingest", "--db", disk / "desk.db", "--batch", 4, many, exit_code=CANNOT_GO_ON)
            self.assertIn("disk is full", self.err.splitlines()[-1])
            shutil.copytree(disk, self.dir / "copy")
        # With room again the run goes on from what was acknowledged.
        kept = str(self.dir / "copy" / "desk.db")
        self.run_program("ingest", "--db", kept, "--batch", 4, many)
        calm = str(self.dir / "calm.db")
        self.run_program("ingest", "--db", calm, "--batch", 4, many)
        self.assertEqual(self.picture(kept), self.picture(calm))

    def test_dates_and_words(self):
        self.ingest_story()
        self.one_line("events", "--db", self.db, "--since", "2024-05", "--until", "2024-02", exit_code=WRONG_USE, says="turn them round")
        self.one_line("events", "--db", self.db, "--since", "May", exit_code=WRONG_USE, says="'May' is no date")
        self.one_line("events", "--db", self.db, "--type", "AIDE", exit_code=WRONG_USE, says="'AIDE'")
        self.one_line("events", "--db", self.db, "--words", "\"open", exit_code=WRONG_USE, says="cannot be read as a query")
        self.one_line("ledger", "--db", self.db, "--as-of", "soon", exit_code=WRONG_USE, says="'soon' is no date")
        self.one_line("whatif", "--db", self.db, "SWE AID EST militry", exit_code=WRONG_USE, says="did you mean 'military'")
        self.one_line("whatif", "--db", self.db, "SWE EST", exit_code=WRONG_USE, says="no type of event")
        self.one_line("ingest", "--db", self.db, exit_code=WRONG_USE, says="no reports named")

    def test_nothing_found_is_said(self):
        self.ingest_story()
        self.one_line("events", "--db", self.db, "--actor", "Ostia Rovers", exit_code=DONE, says="nothing found")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
