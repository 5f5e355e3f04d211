#!/usr/bin/env python3
"""`depesche watch` as its users meet it: a folder and feeds, with files and servers that misbehave; stops and restarts.

    watch_test.py PROGRAM SOURCE_DIR

The server is our own, on loopback; nothing else is asked.
"""
import http.server
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
DONE, REJECTED, WRONG_USE, CANNOT_GO_ON = 0, 1, 2, 3
ENVIRONMENT = {**{k: v for k, v in os.environ.items() if "proxy" not in k.lower()}, "NO_PROXY": "*"}
PATIENCE = 60  # seconds; machines that build beside the test are slow

THREAT = ("If Japan delivers missiles to the Philippines, China will close the strait, the foreign ministry in Beijing said "
          "on Monday.")
ACT = "Japan delivered missiles to the Philippines on Friday."


def report(number):
    return f"France and Armenia signed an agreement on Monday. The minister of village number {number} praised it."


class Case(unittest.TestCase):
    def setUp(self):
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="depesche-watch-"))
        self.addCleanup(shutil.rmtree, self.dir)
        self.db = self.dir / "desk.db"
        self.folder = self.dir / "in"
        self.folder.mkdir()
        self.lines = {"out": [], "err": []}
        self.process = None
        self.addCleanup(self.kill)

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for thread in getattr(self, "readers", []):
            thread.join(PATIENCE)

    def once(self, *args, exit_code=DONE):
        run = subprocess.run([PROGRAM, "watch", *map(str, args), "--db", self.db, "--once"], stdin=subprocess.DEVNULL, capture_output=True,
                             check=False, timeout=PATIENCE, env=ENVIRONMENT)
        self.out, self.err = run.stdout.decode("utf-8"), run.stderr.decode("utf-8")
        self.assertEqual(run.returncode, exit_code, f"{args}\nstdout: {self.out[-500:]}\nstderr: {self.err[-1500:]}")
        return self.err

    def start(self, *args):
        """Runs on; what it prints is collected line by line."""
        self.process = subprocess.Popen([PROGRAM, "watch", *map(str, args), "--db", self.db], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=ENVIRONMENT)
        self.lines = {"out": [], "err": []}

        def collect(stream, lines):
            with stream:
                for line in stream:
                    lines.append(line.rstrip("\n"))

        self.readers = [threading.Thread(target=collect, args=pair) for pair in ((self.process.stdout, self.lines["out"]),
                                                                                 (self.process.stderr, self.lines["err"]))]
        for thread in self.readers:
            thread.start()
        self.said("watching")

    def until(self, holds, what):
        end = time.monotonic() + PATIENCE
        while not holds():
            self.assertLess(time.monotonic(), end, f"{what} did not come; out {self.lines['out'][-5:]}, err {self.lines['err'][-5:]}")
            time.sleep(0.02)

    def said(self, words, times=1, where="err"):
        self.until(lambda: sum(words in line for line in self.lines[where]) >= times, repr(words))

    def stored(self, count):
        self.until(lambda: len(self.texts()) >= count, f"{count} reports")
        self.assertEqual(len(self.texts()), count)

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.assertEqual(self.process.wait(PATIENCE), DONE)
        for thread in self.readers:
            thread.join(PATIENCE)

    def texts(self):
        """The ids of what is stored."""
        if not self.db.exists():
            return []
        try:
            with sqlite3.connect(f"file:{self.db}?mode=ro", uri=True) as connection:
                rows = [row[0] for row in connection.execute("SELECT name FROM report ORDER BY name")]
            connection.close()
            return rows
        except sqlite3.OperationalError:
            return []  # not yet made

    def write(self, name, text, folder=None):
        path = (folder or self.folder) / name
        path.write_text(text, encoding="utf-8")
        return path


class Folder(Case):
    def test_what_is_there_and_only_once(self):
        for number in range(3):
            self.write(f"{number}.txt", report(number))
        self.assertIn("3 reports added", self.once(self.folder))
        self.assertEqual(self.texts(), ["0", "1", "2"])
        self.assertNotIn("added", self.once(self.folder))
        os.utime(self.folder / "1.txt")  # changed for the file system, but not what it says
        self.assertNotIn("added", self.once(self.folder))

    def test_created_moved_in_and_linked(self):
        self.start(self.folder)
        self.write("created.txt", report(1))
        self.stored(1)
        self.write("moved.txt", report(2), self.dir).rename(self.folder / "moved.txt")
        self.stored(2)
        (self.folder / "linked.txt").symlink_to(self.write("elsewhere.txt", report(3), self.dir))
        self.stored(3)
        self.write("four.jsonl", "".join(json.dumps({"id": f"line-{n}", "text": report(n)}) + "\n" for n in range(10, 14)))
        self.stored(7)
        self.stop()

    def test_a_file_is_read_when_it_is_finished(self):
        self.start(self.folder)
        with open(self.folder / "slow.txt", "w", encoding="utf-8") as file:
            file.write(report(1)[:30])
            file.flush()
            time.sleep(2.5)
            self.assertEqual(self.texts(), [])
            file.write(report(1)[30:])
        self.stored(1)
        events = subprocess.run([PROGRAM, "statements", "--db", self.db, "--format", "jsonl"], capture_output=True, check=True).stdout
        self.stop(signal.SIGINT)
        self.assertEqual(self.texts(), ["slow"])
        self.assertNotIn(b"\xef\xbf\xbd", events)

    def test_a_file_that_was_being_written_at_the_start(self):
        with open(self.folder / "slow.txt", "w", encoding="utf-8") as file:
            file.write(report(1)[:30])
            file.flush()
            self.start(self.folder)
            for at in range(30, len(report(1)) - 10, 10):
                file.write(report(1)[at:at + 10])
                file.flush()
                time.sleep(0.2)
            self.assertEqual(self.texts(), [])
            file.write(report(1)[30 + 10 * ((len(report(1)) - 40 + 9) // 10):])
        self.stored(1)
        self.stop()
        self.assertNotIn("added", self.once(self.folder))
        self.assertEqual(len(self.texts()), 1)

    def test_hidden_and_unfinished_files_are_left(self):
        for name in (".hidden.txt", "load.txt.part", "save.txt~", "a.tmp"):
            self.write(name, report(1))
        (self.folder / "sub.txt").mkdir()
        self.assertNotIn("added", self.once(self.folder))
        (self.folder / "load.txt.part").rename(self.folder / "load.txt")
        self.assertIn("1 report added", self.once(self.folder))

    def test_what_cannot_be_read_is_named_once(self):
        self.write("good.txt", report(1))
        self.write("empty.txt", " \n")
        self.write("half.jsonl", json.dumps({"id": "ok", "text": report(2)}) + '\n{"text": "x\n')
        self.write("scan.pdf", "%PDF-1.7")
        err = self.once(self.folder, exit_code=REJECTED)
        self.assertEqual(self.texts(), ["good", "ok"])
        for name in ("empty.txt", "half.jsonl:2", "scan.pdf"):
            self.assertEqual(sum(f"{name}: " in line for line in err.splitlines()), 1, err)
        self.assertEqual(len(self.once(self.folder).splitlines()), 1)  # remembered: a second start does not try again
        self.write("empty.txt", report(3))
        self.assertIn("1 report added", self.once(self.folder))

    def test_a_removed_folder_comes_back(self):
        self.write("a.txt", report(1))
        self.start(self.folder)
        self.stored(1)
        shutil.rmtree(self.folder)
        self.said("the folder is gone")
        self.folder.mkdir()
        self.write("b.txt", report(2))
        self.said("the folder is back")
        self.stored(2)
        self.stop()
        self.assertEqual(sum("gone" in line for line in self.lines["err"]), 1)

    def test_no_folder_and_no_list(self):
        self.assertIn("[file-not-found]", self.once(self.dir / "absent", exit_code=CANNOT_GO_ON))

    def test_the_database_may_lie_in_the_folder(self):
        self.db = self.folder / "desk.db"
        self.write("a.txt", report(1))
        self.start(self.folder)
        self.stored(1)
        self.write("b.txt", report(2))
        self.stored(2)
        self.stop()
        self.assertFalse([line for line in self.lines["err"] if "desk.db" in line])

    def test_more_files_than_the_queue_holds(self):
        """The process is halted until the kernel has thrown events away: the folder is looked through again."""
        limit = int(pathlib.Path("/proc/sys/fs/inotify/max_queued_events").read_text(encoding="ascii"))
        if limit > 100000:
            self.skipTest(f"the queue holds {limit} events")
        self.start(self.folder)
        self.process.send_signal(signal.SIGSTOP)
        for number in range(limit + 10):  # each differs from the one before: none is merged
            os.close(os.open(self.folder / f".{number % 2}", os.O_CREAT | os.O_WRONLY))
        self.write("late.txt", report(1))
        self.process.send_signal(signal.SIGCONT)
        self.stored(1)
        self.stop()


class Restart(Case):
    COUNT = 60

    def test_killed_in_the_middle(self):
        lines = [json.dumps({"id": f"r{n:03}", "text": report(n) + f" {ACT}" * 30}) + "\n" for n in range(self.COUNT)]
        for at in range(0, self.COUNT, 10):
            self.write(f"{at:03}.jsonl", "".join(lines[at:at + 10]))
        kills = 0
        for delay in (0.05, 0.1, 0.2, 0.4, 0.8):
            self.start(self.folder, "--threads", "1")
            time.sleep(delay)
            self.process.kill()
            kills += self.process.wait() == -signal.SIGKILL
            for thread in self.readers:
                thread.join()
        self.assertEqual(kills, 5)
        self.once(self.folder)
        self.assertEqual(self.texts(), [f"r{n:03}" for n in range(self.COUNT)])

    def test_alerts_are_told_once_over_restarts(self):
        self.write("threat.jsonl", json.dumps({"id": "threat", "published": "2024-03-04", "text": THREAT}) + "\n")
        self.once(self.folder)
        self.assertEqual(self.out, "")
        self.write("act.jsonl", json.dumps({"id": "act", "published": "2024-03-10", "text": ACT}) + "\n")
        self.once(self.folder, "--format", "jsonl")
        alerts = [json.loads(line) for line in self.out.splitlines()]
        self.assertEqual([(a["alert"], a["event_report"], a["told_by"]) for a in alerts], [("red_line", "act", "threat")], self.err)
        listed = subprocess.run([PROGRAM, "alerts", "--db", self.db, "--format", "jsonl"], capture_output=True, check=True).stdout
        self.assertEqual([json.loads(line) for line in listed.splitlines()], alerts)
        self.once(self.folder)
        self.assertEqual(self.out, "")

    def test_alerts_as_text_while_it_runs(self):
        self.start(self.folder)
        self.write("threat.jsonl", json.dumps({"id": "threat", "published": "2024-03-04", "text": THREAT}) + "\n")
        self.stored(1)
        self.write("act.jsonl", json.dumps({"id": "act", "published": "2024-03-10", "text": ACT}) + "\n")
        self.said("red_line", where="out")
        self.stop()
        self.assertEqual(len(self.lines["out"]), 1)
        for words in (THREAT, ACT, "(threat)", "(act)"):
            self.assertIn(words, self.lines["out"][0])

    def test_another_writer_beside_it(self):
        """`ingest` writes to the same database while it is watched: the ledger of both is one."""
        self.start(self.folder)
        other = self.write("threat.jsonl", json.dumps({"id": "threat", "published": "2024-03-04", "text": THREAT}) + "\n", self.dir)
        self.write("a.txt", report(1))
        self.stored(1)
        subprocess.run([PROGRAM, "ingest", "--db", self.db, other], check=True, capture_output=True)
        self.write("act.jsonl", json.dumps({"id": "act", "published": "2024-03-10", "text": ACT}) + "\n")
        self.said("red_line", where="out")
        connection = sqlite3.connect(self.db, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        self.write("b.txt", report(2))
        self.said("another program is writing")
        connection.execute("ROLLBACK")
        connection.close()
        self.stored(4)
        self.stop()


def rss(items, language="en"):
    body = "".join(f"<item><title>{i.get('title', '')}</title><link>{i.get('link', '')}</link><guid>{i.get('guid', '')}</guid>"
                   f"<pubDate>{i.get('date', 'Mon, 04 Mar 2024 10:00:00 GMT')}</pubDate><description><![CDATA[{i.get('text', '')}]]></description></item>"
                   for i in items)
    return f"<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>t</title><language>{language}</language>{body}</channel></rss>"


ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>t</title>
<entry><title type="html">Pact &amp;amp; praise</title><id>tag:example.org,2024:1</id><link href="http://example.org/a1"/>
<updated>2024-03-05T10:00:00Z</updated><published>2024-03-04T23:30:00+01:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>France and Armenia <b>signed</b> an agreement on Monday.</p></div></content></entry>
<entry><title>Only a title: Japan thanked France</title><id>tag:example.org,2024:2</id><updated>2024-03-06T10:00:00Z</updated></entry></feed>"""


class Server:
    """Answers what the test says for a path: a function of the handler, or (status, headers, body)."""

    def __init__(self, port=0):
        self.answers, self.asked = {}, []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append((self.path, dict(self.headers)))
                answer = outer.answers.get(self.path, (404, {}, b"none"))
                try:
                    if callable(answer):
                        answer(self)
                    else:
                        reply(self, *answer)
                except (BrokenPipeError, ConnectionResetError):
                    pass

            def log_message(self, *args):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.http.daemon_threads = True
        self.port = self.http.server_address[1]
        threading.Thread(target=self.http.serve_forever, args=(0.05,), daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def close(self):
        self.http.shutdown()
        self.http.server_close()


def reply(handler, status, headers, body):
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    body = body.encode("utf-8") if isinstance(body, str) else body
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


class Feeds(Case):
    def setUp(self):
        super().setUp()
        self.server = Server()
        self.addCleanup(lambda: self.server.close())

    def feeds(self, *lines):
        return self.write("feeds.txt", "# ours\n\n" + "\n".join(lines) + "\n", self.dir)

    def test_rss_and_atom_and_a_local_file(self):
        self.server.answers["/rss"] = (200, {}, rss([{"title": "A", "link": "http://example.org/1", "guid": "1", "text": f"<p>{report(1)}</p>"},
                                                     {"title": "B", "guid": "2", "text": report(2)}]))
        self.server.answers["/atom"] = (200, {}, ATOM)
        self.write("local.xml", rss([{"guid": "x", "text": report(3)}]), self.dir)
        self.assertIn("5 reports added", self.once(self.feeds(self.server.url("/rss"), self.server.url("/atom"), "local.xml")))
        self.assertEqual(self.texts(), ["2", "http://example.org/1", "http://example.org/a1", "tag:example.org,2024:2", "x"])
        with sqlite3.connect(self.db) as connection:
            rows = dict((name, (title, day)) for name, title, day in connection.execute("SELECT name, title, published FROM report"))
        connection.close()
        self.assertEqual(rows["http://example.org/a1"], ("Pact & praise", "2024-03-04"))
        self.assertNotIn("added", self.once(self.feeds(self.server.url("/rss"), self.server.url("/atom"), "local.xml")))

    def test_the_server_is_told_what_we_have(self):
        def answer(handler):
            if handler.headers.get("If-None-Match") == '"v1"' and handler.headers.get("If-Modified-Since"):
                return reply(handler, 304, {}, b"")
            return reply(handler, 200, {"ETag": '"v1"', "Last-Modified": "Mon, 04 Mar 2024 10:00:00 GMT"}, rss([{"guid": "1", "text": report(1)}]))
        self.server.answers["/rss"] = answer
        url = self.server.url("/rss")
        self.once(url)
        self.once(url)
        self.assertEqual(len(self.texts()), 1)
        self.assertNotIn("If-None-Match", self.server.asked[0][1])
        self.assertEqual(self.server.asked[1][1].get("If-None-Match"), '"v1"')

    def test_an_item_is_known_by_its_id(self):
        url = self.server.url("/rss")
        self.server.answers["/rss"] = (200, {}, rss([{"guid": "1", "text": report(1)}]))
        self.once(url)
        self.server.answers["/rss"] = (200, {}, rss([{"guid": "2", "text": report(2)}, {"guid": "1", "text": report(1) + " Corrected."}]))
        self.assertIn("1 report added", self.once(url))
        self.server.answers["/rss"] = (200, {}, rss([{"guid": "other", "text": report(2)}]))  # the same text again: known by its content
        self.assertNotIn("added", self.once(url))

    def test_an_item_that_cannot_be_coded_is_named_once(self):
        url = self.server.url("/rss")
        self.server.answers["/rss"] = (200, {}, rss([{"guid": "none"}, {"guid": "1", "text": report(1)}]))
        self.assertIn("none: the item has neither text nor title", self.once(url, exit_code=REJECTED))
        self.assertEqual(len(self.texts()), 1)
        self.assertNotIn("neither", self.once(url))

    def test_servers_that_misbehave(self):
        def slow(handler):
            handler.send_response(200)
            handler.end_headers()
            for _ in range(300):
                handler.wfile.write(b" ")
                handler.wfile.flush()
                time.sleep(0.1)

        def huge(handler):
            handler.send_response(200)
            handler.end_headers()
            for _ in range(400):
                handler.wfile.write(b" " * 100_000)

        answers = self.server.answers
        answers["/500"] = (500, {}, b"oh")
        answers["/html"] = (200, {}, "<html><body><p>Log in</p></body></html>")
        answers["/text"] = (200, {}, "no XML at all")
        answers["/loop"] = (302, {"Location": "/loop"}, b"")
        answers["/file"] = (302, {"Location": "file:///etc/hostname"}, b"")
        answers["/huge"], answers["/slow"] = huge, slow
        answers["/moved"] = (301, {"Location": "/good"}, b"")
        answers["/good"] = (200, {}, rss([{"guid": "1", "text": report(1)}]))
        paths = ("/404", "/500", "/html", "/text", "/loop", "/file", "/huge", "/slow")
        feeds = self.feeds(*map(self.server.url, (*paths, "/moved")))
        begin = time.monotonic()
        err = self.once(feeds, "--timeout", "3s", exit_code=REJECTED)
        self.assertLess(time.monotonic() - begin, 25)
        for path, words in (("/404", "answers 404"), ("/500", "answers 500"), ("/html", "no feed"), ("/text", "no XML"), ("/loop", "redirect"),
                            ("/file", "[no-answer]"), ("/huge", "[too-large]"), ("/slow", "no whole answer within 3 s")):
            lines = [line for line in err.splitlines() if self.server.url(path) + ":" in line]
            self.assertEqual(len(lines), 1, err)
            self.assertIn(words.lower(), lines[0].lower())
        self.assertEqual(self.texts(), ["1"])

    def test_a_signal_ends_it_while_a_server_is_slow(self):
        begun = threading.Event()

        def slow(handler):
            begun.set()
            time.sleep(20)
        self.server.answers["/slow"] = slow
        self.start(self.server.url("/slow"))
        self.assertTrue(begun.wait(PATIENCE))
        begin = time.monotonic()
        self.stop()
        self.assertLess(time.monotonic() - begin, 10)
        self.assertFalse([line for line in self.lines["err"] if "slow" in line])

    def test_off_the_network_and_back(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.start(f"http://127.0.0.1:{port}/rss", "--every", "1s")
        self.said("[no-answer]")
        time.sleep(2.5)
        self.assertEqual(sum("[no-answer]" in line for line in self.lines["err"]), 1, self.lines["err"])
        self.server.close()
        self.server = Server(port)
        self.server.answers["/rss"] = (200, {}, rss([{"guid": "1", "text": report(1)}]))
        self.said("the feed is back")
        self.stored(1)
        self.stop()

    def test_killed_between_rounds(self):
        """The server says 304 to whoever has seen the feed: what it told is only kept with the reports."""
        items = [{"guid": str(n), "text": report(n) + f" {ACT}" * 40} for n in range(30)]

        def answer(handler):
            if handler.headers.get("If-None-Match") == '"v1"':
                return reply(handler, 304, {}, b"")
            return reply(handler, 200, {"ETag": '"v1"'}, rss(items))
        self.server.answers["/rss"] = answer
        for delay in (0.05, 0.15, 0.3):
            self.start(self.server.url("/rss"), "--threads", "1")
            time.sleep(delay)
            self.kill()
        self.once(self.server.url("/rss"))
        self.assertEqual(self.texts(), sorted(str(n) for n in range(30)))

    def test_lists_that_are_none(self):
        for text, words in (("ftp://example.org/rss\n", ":1: the scheme 'ftp'"), ("# nothing\n", "no feed is named"),
                            (rss([]), ":1: this is XML, no list of feeds"), ("a\n\nfile:///etc/passwd\n", ":3: the scheme 'file'")):
            path = self.write("list.txt", text, self.dir)
            self.assertIn(words, self.once(path, exit_code=CANNOT_GO_ON))

    def test_passwords_of_addresses_are_not_shown(self):
        url = f"http://me:secret@127.0.0.1:{self.server.port}/rss"
        self.assertNotIn("secret", self.once(url, exit_code=REJECTED))
        self.assertIn("Authorization", self.server.asked[0][1])
        self.server.answers["/rss"] = (200, {"ETag": "x"}, rss([{"guid": "1", "text": report(1)}]))
        self.once(url)
        self.assertNotIn(b"secret", self.db.read_bytes())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
