"""States for invented reports: names of the repository's own table whose German needs no article and no second word."""
import csv
import pathlib

TABLE = pathlib.Path(__file__).resolve().parent.parent.parent / "knowledge" / "actors" / "states.tsv"
# German says "die Schweiz", "der Iran", "die Malediven": their sentences would need other articles and verbs.
WITH_ARTICLE = set("BHS CHE COM FSM IRN IRQ LBN MDA MDV MNG NER NLD PHL SDN SVK SYC TCD TUR UKR".split())


class Nation:
    def __init__(self, row):
        self.code = row["code"]
        self.name = {"en": row["name_en"], "de": row["name_de"]}
        self.adjective = {"en": row["adj_en"].split("|")[0], "de": row["adj_de"].split("|")[0]}
        self.capital = {"en": row["capital_en"].split("|")[0], "de": row["capital_de"].split("|")[0]}


def nations():
    """In the order of the table: the same list as long as the table stays."""
    with open(TABLE, encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t"))
    plain = [r for r in rows if r["kind"] == "un" and r["code"] not in WITH_ARTICLE and r["name_de"].isalpha()
             and r["name_en"].isalpha() and r["adj_de"] and r["adj_en"] and r["capital_de"] and r["capital_en"]]
    return [Nation(row) for row in plain]
