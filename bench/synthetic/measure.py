"""Runs the program and says what it cost."""
import os
import statistics
import subprocess
import tempfile
import time


class Cost:
    def __init__(self, seconds, cpu, memory, out):
        self.seconds, self.cpu, self.memory, self.out = seconds, cpu, memory, out  # memory: MiB at the peak


class Program:
    def __init__(self, path, threads):
        self.path, self.threads = str(path), threads

    def run(self, *args):
        """Stops the bench where the program fails. The peak of memory counts from the start of this process, which must stay small."""
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            begin = time.perf_counter()
            process = subprocess.Popen([self.path, *map(str, args)], stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            err.seek(0)
            if process.returncode != 0:
                raise SystemExit(f"bench-ledger: depesche {' '.join(map(str, args))} ended with {process.returncode}: {err.read().decode()[-600:]}")
            return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read().decode("utf-8"))

    def code(self, path, out):
        return self.run("code", path, "-o", out, "--threads", self.threads)

    def ingest(self, db, *args):
        return self.run("ingest", "--db", db, "--threads", self.threads, *args)

    def timed(self, *args, rounds=7):
        """Milliseconds from start to end of the program, the middle one of so many rounds after a first that does not count; its output."""
        first = self.run(*args)
        return statistics.median(self.run(*args).seconds for _ in range(rounds)) * 1000, first.out
