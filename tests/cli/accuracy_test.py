#!/usr/bin/env python3
"""scripts/accuracy: the marks of its table in the README, the commands in it, and what it computes by itself.

    accuracy_test.py PROGRAM SOURCE_DIR
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(SOURCE / "scripts"))
sys.dont_write_bytecode = True
import raw_text  # noqa: E402

SCRIPT = SOURCE / "scripts/accuracy"


def run(*args, **environment):
    return subprocess.run([sys.executable, str(SCRIPT), *args], capture_output=True, text=True, check=False, env={**os.environ, **environment})


class Table(unittest.TestCase):
    def setUp(self):
        readme = (SOURCE / "README.md").read_text(encoding="utf-8")
        self.assertEqual(readme.count("<!-- accuracy:begin -->"), 1)
        self.assertEqual(readme.count("<!-- accuracy:end -->"), 1)
        self.table = readme.split("<!-- accuracy:begin -->")[1].split("<!-- accuracy:end -->")[0].strip()
        self.rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in self.table.splitlines()[2:]]
        self.names = run("--names").stdout.split()

    def test_it_has_rows_with_figures(self):
        self.assertGreater(len(self.rows), 15)
        for cells in self.rows:
            self.assertEqual(len(cells), 4, cells)
            self.assertRegex(cells[1], r"\d")

    def test_its_commands_are_real(self):
        for cells in self.rows:
            command = cells[3].strip().strip("`").replace("\\|", "|")
            own = re.fullmatch(r"scripts/accuracy (\S+)", command)
            if own:
                self.assertIn(own.group(1), self.names)
                continue
            self.assertIn("build/release/depesche ", command)
            for part in re.split(r"\||&&|>", command):
                words = part.split()
                if words and words[0].endswith("depesche"):
                    usage = subprocess.run([PROGRAM, words[1], "--help"], capture_output=True, text=True, check=True).stdout
                    for option in (word for word in words if word.startswith("--")):
                        self.assertIn(option, usage, command)
            for path in re.findall(r"\.\./shared/\S+", command):
                if (SOURCE.parent / "shared").is_dir():
                    self.assertTrue((SOURCE.parent / path[3:]).exists(), path)


class Script(unittest.TestCase):
    def test_it_skips_without_the_data(self):
        with tempfile.TemporaryDirectory() as empty:
            done = run("--print", DEPESCHE_SHARED=empty)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("skipped", done.stdout)

    def test_an_unknown_name_is_told(self):
        done = run("trees-fr")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("trees-fr", done.stderr)


class RawText(unittest.TestCase):
    """Own sentences; "im" is a multiword token."""
    BANK = ("# newdoc\n# text = Im Tal war Ruhe.\n1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIn\t_\t_\t_\t_\t3\tcase\t_\t_\n2\tdem\t_\t_\t_\t_\t3\tdet\t_\t_\n"
            "3\tTal\t_\t_\t_\t_\t5\tobl\t_\t_\n4\twar\t_\t_\t_\t_\t5\tcop\t_\t_\n5\tRuhe\t_\t_\t_\t_\t0\troot\t_\t_\n6\t.\t_\t_\t_\t_\t5\tpunct\t_\t_\n\n")

    def setUp(self):
        with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf-8", delete=False) as out:
            out.write(self.BANK)
        self.addCleanup(os.unlink, out.name)
        self.path = out.name

    def scored(self, output):
        return raw_text.measure(self.path, "de", lambda *args, stdin: output)

    def test_the_same_is_right(self):
        self.assertEqual(self.scored("# sent_id = p0-1\n" + self.BANK), {"words": 100.0, "las": 100.0, "sentences": 100.0})

    def test_what_differs_costs(self):
        split = self.BANK.replace("5\tobl", "5\tnsubj").replace("6\t.\t_\t_\t_\t_\t5", "6\t.\t_\t_\t_\t_\t4")
        got = self.scored("# sent_id = p0-1\n" + split)
        self.assertEqual((got["words"], got["sentences"]), (100.0, 100.0))
        self.assertAlmostEqual(got["las"], 100 * 4 / 6)
        whole = "\n".join(line for line in self.BANK.split("\n") if not line.startswith("1-2")).replace("1\tIn", "1\tI").replace("2\tdem", "2\tm")
        self.assertAlmostEqual(self.scored("# sent_id = p0-1\n" + whole)["words"], 100 * 4 / 6)
        self.assertEqual(self.scored("")["words"], 0.0)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
