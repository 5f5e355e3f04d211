"""Lemmas as edit scripts (after Straka 2018): a small set of rules that a classifier chooses from.

A rule is 'CASE OP STRIP+ADD STRIP+ADD' written with '|' between the fields, for example
'l||0+|1+en' (lower-case, take off one letter at the end, add 'en'). CASE is k (keep), l (lower) or
c (capitalise the lower-cased form); OP is '', 'ge' or 'zu' (take that infix out, as in German
'angekommen', 'anzukommen'). '=lemma' sets the lemma outright. src/syntax/lemma.cpp applies them.
"""
from .text import capitalised, lower

INFIXES = ("", "ge", "zu")


def _based(form, case):
    if case == "l":
        return lower(form)
    return capitalised(lower(form)) if case == "c" else form


def _without_infix(base, infix):
    """The base without the first inner occurrence (from the third letter on); None if there is none."""
    if not infix:
        return base
    at = base.find(infix, 2)
    return base[:at] + base[at + len(infix):] if 0 < at < len(base) - len(infix) - 1 else None


def _common(a, b):
    """Longest common substring: (start in a, start in b, length)."""
    best, row = (0, 0, 0), [0] * (len(b) + 1)
    for i, x in enumerate(a):
        previous = 0
        for j, y in enumerate(b):
            keep, row[j + 1] = row[j + 1], previous + 1 if x == y else 0
            previous = keep
            if row[j + 1] > best[2]:
                best = (i + 1 - row[j + 1], j + 1 - row[j + 1], row[j + 1])
    return best


def _script(base, lemma):
    i, j, n = _common(base, lemma)
    if n == 0:
        return None, None
    head, tail = (i, lemma[:j]), (len(base) - i - n, lemma[j + n:])
    cost = head[0] * 2 + len(head[1]) * 2 + tail[0] + len(tail[1])
    return f"{head[0]}+{head[1]}|{tail[0]}+{tail[1]}", cost


def rule_of(form, lemma):
    """The cheapest rule that turns form into lemma."""
    best, best_cost = "=" + lemma, 100
    for case_cost, case in enumerate("klc"):
        for infix in INFIXES:
            base = _without_infix(_based(form, case), infix)
            if base is None:
                continue
            script, cost = _script(base, lemma)
            if script is not None and cost + 0.4 * case_cost + bool(infix) < best_cost:
                best, best_cost = f"{case}|{infix}|{script}", cost + 0.4 * case_cost + bool(infix)
    return best


def _cut(rule, form):
    """(front taken off, front added, what stays, end taken off, end added), or None."""
    case, infix, head, tail = rule.split("|")
    base = _without_infix(_based(form, case), infix)
    (cut, add), (cut_end, add_end) = head.split("+", 1), tail.split("+", 1)
    if base is None or int(cut) + int(cut_end) > len(base):
        return None
    last = len(base) - int(cut_end)
    return base[:int(cut)], add, base[int(cut):last], base[last:], add_end


def apply_rule(rule, form, seen=None):
    """The lemma, or None where the rule does not fit the form.

    seen: (fronts, ends) that the rule took off in the training data; it may take off no others
    ('ge' of 'gemacht', but not 've' of 'verkündet'). An empty set allows all.
    """
    if rule.startswith("="):
        return rule[1:]
    parts = _cut(rule, form)
    if parts is None or (seen and (seen[0] and parts[0] not in seen[0] or seen[1] and parts[3] not in seen[1])):
        return None
    return parts[1] + parts[2] + parts[4] or None


def seen_cuts(pairs, rules, most=60):
    """For each rule what it took off the (form, lemma) pairs: (fronts, ends); beyond `most` anything goes."""
    number = {rule: i for i, rule in enumerate(rules)}
    seen = [(set(), set()) for _ in rules]
    for form, lemma in pairs:
        i = number.get(rule_of(form, lemma))
        if i is not None and not rules[i].startswith("="):
            parts = _cut(rules[i], form)
            seen[i][0].add(parts[0])
            seen[i][1].add(parts[3])
    return [tuple(part if len(part) <= most else set() for part in both) for both in seen]
