import { describe, expect, it } from "vitest";
import { pieces, toUtf16, wordsOf, type Mark } from "../src/spans";

const mark = (layer: Mark["layer"], id: string, begin: number, end: number): Mark => ({ layer, id, begin, end });

describe("offsets", () => {
  it("are the same where no letter needs two units", () => {
    const index = toUtf16("„Über“ – €");
    expect([0, 1, 5, 10].map(index)).toEqual([0, 1, 5, 10]);
  });
  it("move by one behind each letter outside the basic plane", () => {
    const text = "a😀b𝔘c";
    const index = toUtf16(text);
    expect([0, 1, 2, 3, 4, 5].map(index)).toEqual([0, 1, 3, 4, 6, 7]);
    expect(text.slice(index(1), index(2))).toBe("😀");
  });
  it("stop at the end", () => {
    expect(toUtf16("ab")(9)).toBe(2);
    expect(toUtf16("😀")(9)).toBe(2);
  });
  it("give the words of several spans", () => {
    expect(wordsOf("😀 one two three", [{ begin: 2, end: 5 }, { begin: 10, end: 15 }])).toBe("one … three");
  });
});

describe("pieces", () => {
  const text = "0123456789";
  const shown = (marks: Mark[]) => pieces(text, marks).map((piece) => [piece.text, piece.marks.map((m) => m.id).join(" ")]);

  it("give the text back whatever the marks", () => {
    const marks = [mark("event", "e1", 2, 8), mark("actor", "a1", 0, 3), mark("statement", "s1", 5, 10)];
    expect(pieces(text, marks).map((piece) => piece.text).join("")).toBe(text);
  });
  it("know what covers them where marks nest", () => {
    expect(shown([mark("statement", "s1", 1, 9), mark("event", "e1", 3, 7), mark("actor", "a1", 4, 5)])).toEqual([
      ["0", ""], ["12", "s1"], ["3", "s1 e1"], ["4", "s1 e1 a1"], ["56", "s1 e1"], ["78", "s1"], ["9", ""],
    ]);
  });
  it("and where they cross", () => {
    expect(shown([mark("event", "e1", 0, 6), mark("event", "e2", 4, 10)])).toEqual([
      ["0123", "e1"], ["45", "e1 e2"], ["6789", "e2"],
    ]);
  });
  it("open each mark once, the widest first", () => {
    const opened = pieces(text, [mark("actor", "a1", 2, 3), mark("event", "e1", 2, 8)]).map((p) => p.opens.map((m) => m.id));
    expect(opened).toEqual([[], ["e1", "a1"], [], []]);
  });
  it("leave out marks that are empty or lie outside", () => {
    expect(shown([mark("event", "e1", 3, 3), mark("event", "e2", 8, 11)])).toEqual([[text, ""]]);
  });
  it("of no text are none", () => {
    expect(pieces("", [])).toEqual([]);
  });
});
