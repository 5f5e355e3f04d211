"""Trees and entity spans out of scores; the reference for src/syntax/tree_decoder.cpp and viterbi.cpp."""
import numpy as np


def _cycle(heads):
    """Words of a cycle in heads (index 0 is the root and has no head), or None."""
    state = np.zeros(len(heads), dtype=int)
    for start in range(1, len(heads)):
        path, at = [], start
        while at != 0 and state[at] == 0:
            state[at] = start
            path.append(at)
            at = heads[at]
        if at != 0 and state[at] == start and at in path:
            return path[path.index(at):]
    return None


def _edmonds(scores):
    """Chu-Liu/Edmonds. scores[d, h], word 0 is the root; returns heads with heads[0] = 0."""
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = [i for i in range(len(heads)) if i not in set(cycle)]
    inside = scores[cycle, heads[cycle]]
    into = scores[np.ix_(cycle, rest)] - inside[:, None]  # change in score when the cycle is entered there
    entry = into.argmax(axis=0)
    out = scores[np.ix_(rest, cycle)]
    exit_ = out.argmax(axis=1)
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out.max(axis=1)
    solved = _edmonds(small)
    result = np.zeros(len(heads), dtype=int)
    for k, word in enumerate(rest[1:], start=1):
        result[word] = cycle[exit_[k]] if solved[k] == len(rest) else rest[solved[k]]
    for word in cycle:
        result[word] = heads[word]
    result[cycle[entry[solved[-1]]]] = rest[solved[-1]]
    return result


def tree(scores):
    """Best tree with exactly one root. scores[n, n + 1]: dependents by heads, head 0 is the root.

    All root arcs lose the same large sum, so the best tree has as few of them as it can: one.
    """
    n = len(scores)
    square = np.full((n + 1, n + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    square[1:, 0] -= (scores.max() - scores.min() + 1.0) * (n + 1)
    return _edmonds(square)[1:]


def entity_tags(scores, names, steps):
    """Viterbi over valid BIO sequences; scores[n, tags], steps[previous, next]."""
    ok = np.array([[b[0] != "I" or (a != "O" and a[2:] == b[2:]) for b in names] for a in names])
    step = np.where(ok, steps, -1e9)
    best = scores[0] + np.where([name[0] == "I" for name in names], -1e9, 0.0)
    back = []
    for row in scores[1:]:
        total = best[:, None] + step
        back.append(total.argmax(axis=0))
        best = total.max(axis=0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]
