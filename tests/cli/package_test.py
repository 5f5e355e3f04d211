"""What a user installs: `cmake --install` under any prefix, and the Debian package in a root that holds nothing of ours.

usage: package_test.py PROGRAM SOURCE_FOLDER    (PROGRAM stands in its build folder)
The test of the package makes a bare Debian with debootstrap; where that is not possible it is skipped and says why.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
BUILD = PROGRAM.parent
SAMPLE = SOURCE / "samples/reports.jsonl"


def run(*command, **more):
    done = subprocess.run([str(one) for one in command], capture_output=True, text=True, **more)
    if done.returncode != 0:
        raise AssertionError(f"{command} gave {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.prefix = pathlib.Path(cls.folder.name) / "a prefix"
        run("cmake", "--install", BUILD, "--prefix", cls.prefix)
        cls.program = cls.prefix / "bin/depesche"
        cls.expected = run(PROGRAM, "code", "--format", "jsonl", SAMPLE)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_codes_the_same_from_anywhere(self):
        self.assertEqual(run(self.program, "code", "--format", "jsonl", SAMPLE, cwd="/"), self.expected)

    def test_finds_its_share_by_the_search_path_too(self):
        path = f"{self.program.parent}:{os.environ['PATH']}"
        self.assertEqual(run("depesche", "--version", env={**os.environ, "PATH": path}), run(PROGRAM, "--version"))

    def test_knowledge_of_the_user_stacks(self):
        own = pathlib.Path(self.folder.name) / "own"
        (own / "frames").mkdir(parents=True)
        self.assertTrue(run(self.program, "code", "--format", "jsonl", "--knowledge", own, SAMPLE))

    def test_a_page_a_command(self):
        pages = sorted(page.name for page in (self.prefix / "share/man/man1").glob("*.1.gz"))
        if not pages and not shutil.which("help2man"):
            self.skipTest("help2man is not installed: built without manual pages")
        commands = [line.split()[0] for line in run(PROGRAM, "--help").split("Subcommands:")[1].splitlines()
                    if line.startswith("  ") and not line.startswith("   ")]
        self.assertGreater(len(commands), 10)
        for command in commands:
            self.assertIn(f"depesche-{command}.1.gz", pages)

    def complete(self, *words):
        script = self.prefix / "share/bash-completion/completions/depesche"
        line = " ".join(f"'{word}'" for word in ("depesche", *words))
        return run("bash", "-c", f"source '{script}'; COMP_WORDS=({line}); COMP_CWORD={len(words)}; _depesche; "
                   'printf "%s\\n" "${COMPREPLY[@]}"').split()

    def test_completion(self):
        self.assertIn("whatif", self.complete("wh"))
        self.assertIn("compounds", self.complete("kb", "co"))
        self.assertEqual(self.complete("events", "--recip"), ["--recipient"])
        self.assertEqual(self.complete("events", "--actor", "RUS", "--dedupe", "n"), ["node"])

    def test_completion_is_read_by_its_shells(self):
        share = self.prefix / "share"
        for shell, script in (("zsh", share / "zsh/site-functions/_depesche"),
                              ("fish", share / "fish/vendor_completions.d/depesche.fish")):
            if shutil.which(shell):
                run(shell, "-n", script)


class Package(unittest.TestCase):
    def setUp(self):
        if os.geteuid() != 0 or not shutil.which("debootstrap") or not shutil.which("dpkg-shlibdeps"):
            self.skipTest("needs root, debootstrap and dpkg-dev")
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name) / "root"
        release = dict(line.split("=", 1) for line in pathlib.Path("/etc/os-release").read_text().splitlines() if "=" in line)
        made = subprocess.run(["debootstrap", "--variant=minbase", release.get("VERSION_CODENAME", "stable"), self.root],
                              capture_output=True, text=True)
        if made.returncode != 0:
            self.skipTest(f"debootstrap cannot make a root here: {(made.stdout + made.stderr).strip().splitlines()[-1:]}")

    def inside(self, *command):
        return run("chroot", self.root, *command, env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"})

    def test_installs_and_runs_on_a_bare_root(self):
        run("cpack", "-G", "DEB", "-B", self.folder.name, cwd=BUILD)
        package, = pathlib.Path(self.folder.name).glob("depesche_*.deb")
        shutil.copy(package, self.root / "tmp/depesche.deb")
        shutil.copy(SAMPLE, self.root / "tmp/reports.jsonl")
        self.inside("apt-get", "update", "-qq")
        self.inside("apt-get", "install", "-y", "-qq", "--no-install-recommends", "/tmp/depesche.deb")
        self.assertEqual(self.inside("depesche", "--version"), run(PROGRAM, "--version"))
        self.assertEqual(self.inside("depesche", "code", "--format", "jsonl", "/tmp/reports.jsonl"),
                         run(PROGRAM, "code", "--format", "jsonl", SAMPLE))
        self.inside("depesche", "ingest", "--quiet", "--db", "/tmp/desk.db", "/tmp/reports.jsonl")
        self.assertIn("AID", self.inside("depesche", "events", "--db", "/tmp/desk.db", "--format", "csv"))
        self.inside("apt-get", "remove", "-y", "-qq", "depesche")
        self.assertFalse((self.root / "usr/share/depesche").exists())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
