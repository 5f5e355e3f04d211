#!/usr/bin/env python3
"""The samples are consistent, and every line that the program writes for them validates against the schema.

    schema_test.py PROGRAM SOURCE_DIR
Beyond the schema: offsets lie in the text, `text` equals the text at its offsets, every id that is named exists.
"""
import json
import pathlib
import subprocess
import sys
import unittest

import jsonschema

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = SOURCE / "samples"
SCHEMA = json.loads((SOURCE / "schema/report.schema.json").read_text(encoding="utf-8"))


def coded(lines):
    run = subprocess.run([PROGRAM, "code", "-", "--format", "jsonl"], input=lines.encode(), capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def objects(value):
    """All objects inside a JSON value."""
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(child)


def faults(report):
    """What the schema cannot say, as a list of messages."""
    found = []
    text = report["text"]
    for entry in objects(report):
        if "begin" not in entry:
            continue
        begin, end = entry["begin"], entry["end"]
        if not 0 <= begin < end <= len(text):
            found.append(f"offsets outside the text: {entry}")
        elif "text" in entry and entry["text"] != text[begin:end]:
            found.append(f"{entry['text']!r} is not what stands at its offsets: {text[begin:end]!r}")
    ids = {kind: [entry["id"] for entry in report[kind]] for kind in ("actors", "statements", "events", "commitments")}
    for kind, list_of_ids in ids.items():
        if len(set(list_of_ids)) != len(list_of_ids):
            found.append(f"an id comes twice in {kind}")
    for entry in objects([report["statements"], report["events"], report["commitments"]]):
        for field, kind in (("speaker", "actors"), ("addressee", "actors"), ("actor", "actors"), ("recipient", "actors"), ("holder", "actors"),
                            ("toward", "actors"), ("events", "events"), ("attributed_to", "statements"), ("statement", "statements")):
            named = entry.get(field, [])
            for one in [named] if isinstance(named, str) else named:
                if one not in ids[kind]:
                    found.append(f"{field} names {one}, which is none of the {kind}")
    statements = {s["id"]: s for s in report["statements"]}
    for event in report["events"]:
        if event["sentence"] >= len(report["sentences"]):
            found.append(f"{event['id']}: no sentence {event['sentence']}")
        if "attributed_to" in event and event["id"] not in statements.get(event["attributed_to"], {}).get("events", []):
            found.append(f"{event['id']} is not among the events of its statement {event['attributed_to']}")
        date = event.get("date", {})
        if "from" in date and "to" in date and date["from"] > date["to"]:
            found.append(f"{event['id']}: the date ends before it begins")
    for before, after in zip(report["sentences"], report["sentences"][1:]):
        if before["end"] > after["begin"]:
            found.append(f"sentences overlap at {after['begin']}")
    return found


class Output(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.source = (SAMPLES / "reports.jsonl").read_text(encoding="utf-8")
        cls.reports = coded(cls.source)
        cls.validator = jsonschema.Draft202012Validator(SCHEMA)

    def test_the_schema_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_every_sample_is_coded(self):
        self.assertEqual([json.loads(line)["id"] for line in self.source.splitlines()], [r["id"] for r in self.reports])
        for report in self.reports:
            for layer in ("actors", "statements", "events"):
                self.assertTrue(report[layer], f"{report['id']} has no {layer}")

    def test_every_line_validates(self):
        for report in self.reports:
            errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in self.validator.iter_errors(report)]
            self.assertEqual(errors, [], report["id"])

    def test_offsets_and_ids(self):
        for report in self.reports:
            self.assertEqual(faults(report), [], report["id"])

    def test_characters_beyond_the_basic_plane_count_once(self):
        text = "😀 Größere Übung: „Russland hat die Ukraine angegriffen“, sagte der ukrainische Präsident Wolodymyr Selenskyj am Mittwoch in Kiew. 😀"
        (report,) = coded(json.dumps({"id": "emoji", "language": "de", "published": "2024-06-21", "text": text}) + "\n")
        self.assertEqual(list(self.validator.iter_errors(report)), [])
        self.assertEqual(faults(report), [])
        self.assertEqual(report["text"], text)
        mentions = [m["text"] for a in report["actors"] for m in a["mentions"]]
        self.assertTrue(any("Selenskyj" in m for m in mentions), mentions)

    def test_the_schema_refuses(self):
        """The validator is not asleep: each damage is found."""
        def damaged(change):
            report = json.loads(json.dumps(self.reports[0]))
            change(report)
            return list(self.validator.iter_errors(report)) or faults(report)
        for change in (lambda r: r.update(surprise=1), lambda r: r.pop("coder"), lambda r: r.update(published="2024-13-01"),
                       lambda r: r["events"][0].update(event="WAR"), lambda r: r["events"][0].update(status="maybe"),
                       lambda r: r["events"][0].update(cameo="010"), lambda r: r["events"][0].update(actor=["a999"]),
                       lambda r: r["events"][0]["evidence"][0].update(end=10 ** 6), lambda r: r["actors"][0].update(code="germany"),
                       lambda r: r["actors"][0]["mentions"][0].update(text="somebody else"), lambda r: r["statements"][0].update(kind="loud")):
            self.assertTrue(damaged(change))


class Samples(unittest.TestCase):
    """The text files, the JSON Lines and the gold codings say the same."""

    def setUp(self):
        self.reports = {r["id"]: r for r in map(json.loads, (SAMPLES / "reports.jsonl").read_text(encoding="utf-8").splitlines())}
        self.gold = {p.name[:-len(".gold.json")]: json.loads(p.read_text(encoding="utf-8")) for p in SAMPLES.glob("*.gold.json")}

    def test_same_reports(self):
        self.assertEqual(sorted(self.reports), sorted(self.gold))
        self.assertEqual(sorted(r["language"] for r in self.reports.values()), ["de", "de", "en", "en"])
        for key, report in self.reports.items():
            self.assertEqual(report["text"], (SAMPLES / f"{key}.txt").read_text(encoding="utf-8"), key)
            self.assertEqual(self.gold[key]["text_file"], f"{key}.txt")
            for field in ("id", "language", "published", "agency", "title"):
                self.assertEqual(report[field], self.gold[key][field], key)

    def test_gold_is_sound(self):
        defs = SCHEMA["$defs"]
        for key, doc in self.gold.items():
            text, actors = self.reports[key]["text"], {a["key"] for a in doc["actors"]}
            for event in doc["events"]:
                self.assertIn(event["evidence"], text, key)
                self.assertIn(event["event"], defs["event_type"]["enum"], key)
                self.assertIn(event["status"], defs["event"]["properties"]["status"]["enum"], key)
                self.assertLessEqual(set(event.get("mode", [])), set(defs["mode"]["enum"]), event)
                self.assertLessEqual(set(event.get("context", [])), set(defs["context"]["enum"]), event)
                self.assertLessEqual({*event["actor"], *event.get("recipient", []), *event.get("attributed_to", [])}, actors, event)
            for statement in doc["statements"]:
                for piece in [statement["cue"], *statement["content"]]:
                    self.assertIn(piece, text, key)
                self.assertLessEqual({*statement["speaker"], *statement.get("addressee", [])}, actors, statement)
            for commitment in doc["commitments"]:
                self.assertIn(commitment["kind"], defs["commitment"]["properties"]["kind"]["enum"])
                self.assertLessEqual({*commitment["holder"], *commitment.get("toward", [])}, actors, commitment)
                for part in ("action", "condition", "consequence"):
                    if part in commitment:
                        self.assertIn(commitment[part]["text"], text, key)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
