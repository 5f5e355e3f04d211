"""What the tests of the program from outside share: running it, and a disk that is soon full."""
import contextlib
import os
import pathlib
import subprocess
import sys
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
REPORTS = SOURCE / "samples" / "reports.jsonl"
DONE, REJECTED, WRONG_USE, CANNOT_GO_ON = 0, 1, 2, 3


class ProgramCase(unittest.TestCase):
    """Precondition of small_disk(): self.dir is a folder of the test's own."""
    TIMEOUT = 300  # seconds of one run

    def run_program(self, *args, stdin=b"", exit_code=DONE, environment=None):
        """What it prints; both streams are in self.out and self.err then."""
        run = subprocess.run([PROGRAM, *map(str, args)], input=stdin if isinstance(stdin, bytes) else stdin.encode("utf-8"), capture_output=True,
                             check=False, timeout=self.TIMEOUT, env={**os.environ, **(environment or {})})
        self.out, self.err = run.stdout.decode("utf-8"), run.stderr.decode("utf-8")
        self.assertEqual(run.returncode, exit_code, f"{args}\nstdout: {self.out[-500:]}\nstderr: {self.err[-1500:]}")
        return self.out

    def one_line(self, *args, exit_code, says):
        """It complains in one line that says that."""
        self.run_program(*args, exit_code=exit_code)
        self.assertEqual(len(self.err.splitlines()), 1, self.err)
        self.assertIn(says, self.err)

    @contextlib.contextmanager
    def small_disk(self, size):
        disk = self.dir / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)], capture_output=True, check=False).returncode != 0:
            self.skipTest("a small tmpfs cannot be mounted here (needs root): full disk not tested")
        try:
            yield disk
        finally:
            subprocess.run(["umount", str(disk)], check=True)
            disk.rmdir()
