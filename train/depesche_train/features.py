"""The word features of the encoder: hashes of the word, its affixes and its shape, and its vector.

Must agree bit for bit with src/syntax/features.cpp: change both or neither. Affixes are counted in
code points of the lower-cased, folded form; a feature is the FNV-1a hash of a kind letter and the
text, folded to the size of its table.
"""
import gzip

import numpy as np

from .text import fold, is_upper, lower

WORD_BITS, SUFFIX_BITS, PREFIX_BITS = 15, 14, 13
AFFIX_LENGTH = 4
VECTOR_SIZE = 64
_MASK = (1 << 64) - 1


def fnv1a(data):
    """64-bit FNV-1a (Fowler, Noll, Vo)."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & _MASK
    return value


def bucket(kind, text, bits):
    value = fnv1a((kind + text).encode("utf-8"))
    return ((value >> 32) ^ value) & ((1 << bits) - 1)


def shape(word):
    """'Xx-d'-like outline of a folded word; runs of one class are cut at 3."""
    out = []
    for char in word:
        if is_upper(char):
            mark = "X"
        elif "0" <= char <= "9":
            mark = "d"
        elif char.isascii() and not char.isalpha():
            mark = char
        else:
            mark = "x"
        if len(out) < 3 or out[-3:] != [mark] * 3:
            out.append(mark)
    return "".join(out)


def hashed(form):
    """Rows of the three hashed tables: 2 of words, 4 of suffixes, 5 of prefixes and shape."""
    folded = fold(form)
    low = lower(folded)
    digits = "".join("0" if "0" <= c <= "9" else c for c in low)
    words = [bucket("w", digits, WORD_BITS), bucket("v", digits, WORD_BITS)]
    sizes = range(1, AFFIX_LENGTH + 1)
    suffixes = [bucket("s", digits[-min(n, len(digits)):] + "#" * max(0, n - len(digits)), SUFFIX_BITS) for n in sizes]
    prefixes = [bucket("p", digits[:n] + "#" * max(0, n - len(digits)), PREFIX_BITS) for n in sizes]
    return words, suffixes, prefixes + [bucket("h", shape(folded), PREFIX_BITS)]


class Vectors:
    """Static word vectors, stored as int8 with one scale a row, as the model file holds them."""

    def __init__(self, path, min_tail):
        """min_tail: shortest compound tail that may stand in for an unknown word; 0 turns that off."""
        self.min_tail = min_tail
        rows, self.index = [], {}
        with gzip.open(path, "rt", encoding="utf-8") as handle:
            next(handle)
            for line in handle:
                form, *numbers = line.rstrip("\n").split(" ")
                if len(numbers) == VECTOR_SIZE and form not in self.index:
                    self.index[form] = len(rows)
                    rows.append(numbers)
        matrix = np.array(rows, dtype=np.float32)
        self.scale = np.maximum(np.abs(matrix).max(axis=1), 1e-6) / 127.0
        self.codes = np.rint(matrix / self.scale[:, None]).astype(np.int8)

    def matrix(self):
        return self.codes.astype(np.float32) * self.scale[:, None]

    def exact(self, form):
        """Row of the form or of its lower case; -1 when there is none."""
        return self.index.get(form, self.index.get(lower(form), -1))

    def tail(self, form):
        """Row of the longest known tail of a German compound ('Tennisspielerin' -> 'Spielerin'); -1."""
        if self.min_tail and len(form) >= self.min_tail + 3:
            for start in range(2, len(form) - self.min_tail + 1):
                tail = lower(form[start:])
                noun = tail[0].upper() + tail[1:] if is_upper(form[0]) and tail[0].isascii() else tail
                for candidate in ((noun, tail) if noun != tail else (tail,)):
                    if candidate in self.index:
                        return self.index[candidate]
        return -1


class WordTypes:
    """All forms of the data, once each, with their features as arrays."""

    def __init__(self, vectors):
        self.vectors = vectors
        self.ids = {}
        self._rows, self._exact, self._tail = [], [], []

    def add(self, form):
        number = self.ids.get(form)
        if number is None:
            number = self.ids[form] = len(self._rows)
            words, suffixes, prefixes = hashed(form)
            self._rows.append(words + suffixes + prefixes)
            self._exact.append(self.vectors.exact(form))
            self._tail.append(self.vectors.tail(form))
        return number

    def freeze(self):
        self.rows = np.array(self._rows, dtype=np.int64)
        self.exact = np.array(self._exact, dtype=np.int64)
        self.tail = np.array(self._tail, dtype=np.int64)
        # A known word may meet its own tail in training; an unknown one has nothing else.
        self.best = np.where(self.exact >= 0, self.exact, self.tail)
