import { describe, expect, it } from "vitest";
import { filled, following, joined, questions } from "../src/pages/dyad";
import { linked, marksOf } from "../src/parts/marks";
import { thinned } from "../src/parts/series_chart";
import { actsOf } from "../src/pages/what_if";
import type { Coding } from "../src/api";

describe("a dyad", () => {
  it("asks both ways, one way, or for one side alone", () => {
    expect(questions("A", "B", "")).toEqual([{ actor: "A", recipient: "B" }, { actor: "B", recipient: "A" }]);
    expect(questions("A", "B", "b_to_a")).toEqual([{ actor: "B", recipient: "A" }]);
    expect(questions("A", "", "")).toEqual([{ party: "A" }]);
    expect(questions("", "B", "a_to_b")).toEqual([{ actor: "", recipient: "B" }]);
    expect(questions("", "", "")).toEqual([{}]);
  });
  it("joins its two series, means by weight", () => {
    const one = [{ period: "2024-02", events: 1, cooperation: 1, conflict: 0, mean_score: 4 }];
    const two = [
      { period: "2024-02", events: 3, cooperation: 0, conflict: 3, mean_score: -4 },
      { period: "2024-01", events: 1, cooperation: 0, conflict: 0 },
    ];
    expect(joined([one, two])).toEqual([
      { period: "2024-01", events: 1, cooperation: 0, conflict: 0 },
      { period: "2024-02", events: 4, cooperation: 1, conflict: 3, mean_score: -2 },
    ]);
  });
  it("has an axis of time: periods without events are there too", () => {
    expect(["2024-12-31 day", "2024-12-30 week", "2024-12 month", "2024 year"].map((text) => following(...(text.split(" ") as [string, string])))).toEqual(
      ["2025-01-01", "2025-01-06", "2025-01", "2025"],
    );
    const row = (period: string) => ({ period, events: 1, cooperation: 1, conflict: 0 });
    expect(filled([row("2024-11"), row("2025-02")], "month").map((one) => [one.period, one.events])).toEqual(
      [["2024-11", 1], ["2024-12", 0], ["2025-01", 0], ["2025-02", 1]],
    );
    expect(filled([row("2000-01-01"), row("2024-01-01")], "day")).toHaveLength(2);
    expect(filled([], "day")).toEqual([]);
  });
  it("labels only as many periods as there is room for", () => {
    expect(thinned([1, 2, 3, 4, 5], 2)).toEqual([1, 4]);
    expect(thinned([1, 2], 9)).toEqual([1, 2]);
  });
});

describe("what-if", () => {
  it("reads an act a line", () => {
    expect(actsOf("FRA AID ARM\n\n AZE THREATEN FRA ")).toEqual(["FRA AID ARM", "AZE THREATEN FRA"]);
  });
});

describe("entries of a report", () => {
  const coding = {
    text: "😀 Baku said it.",
    actors: [{ id: "a1", name: "Baku", mentions: [{ begin: 2, end: 6, text: "Baku", form: "metonym" }] }],
    statements: [{ id: "s1", speaker: ["a1"], kind: "indirect", content: [{ begin: 12, end: 14 }], events: ["e1"] }],
    events: [{ id: "e1", event: "AID", actor: ["a1"], status: "happened", attributed_to: "s1", sentence: 0, evidence: [{ begin: 2, end: 14 }] }],
    commitments: [{ id: "c1", kind: "pledge", holder: ["a1"], state: "announced", statement: "s1", evidence: [{ begin: 2, end: 6 }] }],
  } as unknown as Coding;

  it("are marked at their words", () => {
    const words = Object.fromEntries(marksOf(coding).map((mark) => [mark.id, coding.text.slice(mark.begin, mark.end)]));
    expect(words).toEqual({ a1: "Baku", s1: "it", e1: "Baku said it", c1: "Baku" });
  });
  it("are linked both ways", () => {
    expect([...linked(coding, "e1")].sort()).toEqual(["a1", "s1"]);
    expect([...linked(coding, "a1")].sort()).toEqual(["c1", "e1", "s1"]);
    expect([...linked(coding, "s1")].sort()).toEqual(["a1", "c1", "e1"]);
    expect([...linked(coding, "c1")].sort()).toEqual(["a1", "s1"]);
  });
});
