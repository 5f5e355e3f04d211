import { describe, expect, it } from "vitest";
import type { Chain } from "../src/api";
import { assumedActs, layout, wordsOf, wrapped } from "../src/parts/chain";

const commitment = (id: number) => ({ id, kind: "threat", text: `threat #${id} of AZE: words`, state: "announced", report: "r", sentence: "s" });
const act = (text: string) => ({ text, event: "AID", actor: ["FRA"] });
const chain: Chain = {
  acts: [act("FRA AID ARM"), act("AZE SANCTION ARM")],
  links: [
    { depth: 1, cause: 0, effect: "red_line", commitment: commitment(4), leads_to: 1 },
    { depth: 2, cause: 1, effect: "broken", commitment: commitment(7) },
  ],
  cut: false,
};

describe("a chain", () => {
  it("runs from left to right, without nodes over each other", () => {
    const graph = layout(chain);
    const x = (key: string) => graph.nodes.find((node) => node.key === key)!.x;
    expect(x("a0")).toBeLessThan(x("c0"));
    expect(x("c0")).toBeLessThan(x("a1"));
    expect(x("a1")).toBeLessThan(x("c1"));
    expect(graph.edges.map((edge) => `${edge.from}>${edge.to}`)).toEqual(["a0>c0", "c0>a1", "a1>c1"]);
    for (const a of graph.nodes)
      for (const b of graph.nodes)
        if (a !== b) expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
  });
  it("bears a loop", () => {
    const loop: Chain = { ...chain, links: [...chain.links, { depth: 2, cause: 1, effect: "met", commitment: commitment(9), leads_to: 0, loop: true }] };
    expect(layout(loop).nodes).toHaveLength(5);
    expect(assumedActs(loop)).toContain(0);
  });
  it("knows what was assumed", () => {
    expect(assumedActs(chain)).toEqual([0]);
  });
});

describe("words in a node", () => {
  it("are broken into lines, and cut with a sign", () => {
    expect(wrapped("one two three four", 9, 9)).toEqual(["one two", "three", "four"]);
    expect(wrapped("one two three four", 9, 2)).toEqual(["one two", "three…"]);
    expect(wrapped("unbreakableword", 9, 2)).toEqual(["unbreaka…"]);
    expect(wrapped("", 9, 2)).toEqual([]);
  });
  it("do not say the title again", () => {
    expect(wordsOf("threat", 4, "threat #4 of AZE GOV toward FRA: words")).toBe("AZE GOV → FRA: words");
  });
});
