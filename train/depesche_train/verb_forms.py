"""The irregular forms of German strong verbs, for the lemma exceptions of the exported model."""
from pathlib import Path

# Longest first where one starts another; separable and inseparable alike.
PREFIXES = (
    "auseinander entgegen gegenüber zusammen hinterher dazwischen daneben zwischen "
    "herunter hinunter herüber hinüber heraus hinaus herein hinein herauf hinauf herbei hinweg hervor herum "
    "hinter weiter wieder wider vorbei vorher voraus voran vorweg zurück zuvor zugute nieder durch unter über "
    "gegen kaputt statt stand heim fest frei fern fort fehl miss auf aus bei dar ein ent emp los mit nach vor weg "
    "her hin tot teil bereit bekannt ab an be da er um ver zer zu").split()


_OTHER_VERBS = {"legen", "beten"}  # infinitives of weak verbs that a bare participle would hide


def _present(infinitive, third):
    """Third person singular where the vowel changes; regular presents need no entry."""
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    return [] if third in (stem + "t", stem + "et") else [third]


def _past(form):
    if form == "-":
        return []
    if form.endswith("e"):
        return [form, form + "st", form + "n", form + "t"]
    return [form, form + "en", form + ("est" if form[-1] in "sßtd" else "st"), form + ("et" if form[-1] in "td" else "t")]


def irregular_forms(path=Path(__file__).with_name("german_verbs.tsv")):
    """{form: infinitive}; a form of two verbs goes to the first one in the list.

    The participle is also given without 'ge', as it stands behind an inseparable prefix (ver|sprochen).
    """
    table = {}
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    infinitives = {row[0] for row in rows}
    for infinitive, third, past, participle, subjunctive in rows:
        bare = [participle[2:]] if participle.startswith("ge") else []
        for form in _present(infinitive, third) + _past(past) + [participle] + bare + _past(subjunctive):
            if form not in infinitives and form not in _OTHER_VERBS:
                table.setdefault(form, infinitive)
    return table
