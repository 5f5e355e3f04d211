"""Writes the binary container that src/syntax/model_file.h describes."""
import struct

import numpy as np

MAGIC, VERSION = b"DPSYNTAX", 1
KINDS = {"bytes": 0, "float32": 1, "float16": 2, "int8": 3, "uint32": 4, "uint64": 5}
_ALIGN = 64


def fingerprint(payload):
    """FNV-1a over little-endian 64-bit words; the payload's size is a multiple of 8."""
    value = 0xCBF29CE484222325
    for word in np.frombuffer(payload, dtype="<u8").tolist():
        value = ((value ^ word) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


class ModelWriter:
    """Collects named sections; a section is bytes or a matrix of at most two dimensions."""

    def __init__(self):
        self._sections = []

    def text(self, name, text):
        data = text.encode("utf-8")
        self._sections.append((name, "bytes", 1, len(data), data))

    def lines(self, name, lines):
        self.text(name, "\n".join(lines))

    def array(self, name, values, kind):
        matrix = np.ascontiguousarray(values)
        matrix = matrix.astype(np.dtype(kind).newbyteorder("<"))
        rows, columns = matrix.shape if matrix.ndim == 2 else (1, matrix.shape[0])
        self._sections.append((name, kind, rows, columns, matrix.tobytes()))

    def quantised(self, name, values):
        """int8 codes with one scale a row: '<name>.codes' and '<name>.scale'."""
        scale = np.maximum(np.abs(values).max(axis=1), 1e-8) / 127.0
        self.array(name + ".codes", np.rint(values / scale[:, None]), "int8")
        self.array(name + ".scale", scale, "float32")

    def write(self, path):
        offset = 64 + 64 * len(self._sections)
        table, body = b"", b""
        for name, kind, rows, columns, data in self._sections:
            table += struct.pack("<32sIIIIQQ", name.encode("ascii"), KINDS[kind], rows, columns, 0, offset + len(body), len(data))
            body += data + b"\0" * (-len(data) % _ALIGN)
        payload = table + body
        head = struct.pack("<8sIIQQ", MAGIC, VERSION, len(self._sections), 64 + len(payload), fingerprint(payload))
        with open(path, "wb") as handle:
            handle.write(head.ljust(64, b"\0") + payload)
