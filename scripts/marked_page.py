"""A page of which a script writes the part between two marks: <!-- NAME:begin --> and <!-- NAME:end -->."""
import sys


def write(page, name, text):
    """Puts `text` between the marks of the page; ends the script with a line where they are missing."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    old = page.read_text(encoding="utf-8")
    at, to = old.find(begin), old.find(end)
    if at < 0 or to < at:
        sys.exit(f"{page}: the marks {begin} and {end} are missing (put them around what is to be written)")
    page.write_text(old[:at + len(begin)] + "\n" + text + "\n" + old[to:], encoding="utf-8")
