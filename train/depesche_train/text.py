"""Letter case and spelling folds, kept identical to src/base/utf8.cpp and src/syntax/features.cpp.

Python's own str.lower() knows more of Unicode than the C++ side does. A model must see the same
features in training and in use, so the small mapping of the C++ side is repeated here.
"""

_FOLDS = {ord(c): '"' for c in "„“”«»‟"}
_FOLDS.update({ord(c): "'" for c in "’‘‚‛`´"})
_FOLDS.update({ord(c): "-" for c in "–—‑−"})


def lower_char(char):
    """Simple lower case of one code point (Latin, Greek, Cyrillic)."""
    c = ord(char)
    if c < 0x80:
        return char.lower()
    if (0xC0 <= c <= 0xDE and c != 0xD7) or 0x391 <= c <= 0x3A9 or 0x410 <= c <= 0x42F:
        return chr(c + 32)
    if c == 0x178:
        return chr(0xFF)
    if 0x139 <= c <= 0x148 or 0x179 <= c <= 0x17E:
        return chr(c + 1) if c & 1 else char
    if 0x100 <= c <= 0x177 and c not in (0x130, 0x131, 0x138):
        return chr(c | 1)
    if 0x400 <= c <= 0x40F:
        return chr(c + 80)
    return chr(0xDF) if c == 0x1E9E else char


def upper_char(char):
    """Simple upper case of one code point; the inverse of lower_char()."""
    c = ord(char)
    if c < 0x80:
        return char.upper()
    if (0xE0 <= c <= 0xFE and c != 0xF7) or (0x3B1 <= c <= 0x3C9 and c != 0x3C2) or 0x430 <= c <= 0x44F:
        return chr(c - 32)
    if c == 0xFF:
        return chr(0x178)
    if 0x13A <= c <= 0x148 or 0x17A <= c <= 0x17E:
        return char if c & 1 else chr(c - 1)
    if 0x100 <= c <= 0x177 and c not in (0x131, 0x138):
        return chr(c & ~1)
    return chr(c - 80) if 0x450 <= c <= 0x45F else char


def lower(text):
    return "".join(map(lower_char, text))


def capitalised(text):
    """First letter upper, the rest as it is."""
    return upper_char(text[0]) + text[1:] if text else text


def is_upper(char):
    return lower_char(char) != char


def fold(text):
    """Typographic quotes and dashes become ASCII ones."""
    return text.translate(_FOLDS)
