// A what-if chain as a graph: acts and commitments are nodes, laid out from left to right.
import dagre from "@dagrejs/dagre";
import type { Chain } from "../api";

export interface GraphNode {
  key: string;
  kind: "assumed" | "act" | "commitment";
  title: string;
  lines: string[];
  /** Number in the ledger, of a commitment. */
  commitment?: number;
  effect?: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface GraphEdge {
  from: string;
  to: string;
  effect?: string;
  points: { x: number; y: number }[];
}
export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  width: number;
  height: number;
}

const nodeWidth = 200;
const lineHeight = 15;
const padding = 10;
const lineLength = 28;
const mostLines = 4;

/** Breaks a text into lines of at most `length` letters; what does not fit into `most` lines ends in "…". */
export function wrapped(text: string, length = lineLength, most = mostLines): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= length || line === "") line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== "") lines.push(line);
  const cut = lines.map((one) => (one.length > length ? `${one.slice(0, length - 1)}…` : one));
  if (cut.length <= most) return cut;
  const last = cut[most - 1]!;
  return [...cut.slice(0, most - 1), `${last.length >= length ? last.slice(0, length - 1) : last}…`];
}

/** The server says "threat #4 of AZE GOV toward FRA: words"; the node's title says the first of it already. */
export function wordsOf(kind: string, id: number, text: string): string {
  const head = `${kind} #${id} of `;
  return text.startsWith(head) ? text.slice(head.length).replace(" toward ", " → ") : text;
}

/** The acts that nothing led to: those that were assumed. */
export function assumedActs(chain: Chain): number[] {
  const led = new Set(chain.links.flatMap((link) => (link.leads_to === undefined ? [] : [link.leads_to])));
  return chain.acts.map((_, i) => i).filter((i) => !led.has(i) || chain.links.some((l) => l.loop && l.leads_to === i && i === 0));
}

export function layout(chain: Chain): Graph {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 18, ranksep: 60, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  const nodes = new Map<string, Omit<GraphNode, "x" | "y">>();
  const edges: Omit<GraphEdge, "points">[] = [];
  const add = (node: Omit<GraphNode, "x" | "y" | "width" | "height">) => {
    const full = { ...node, width: nodeWidth, height: 2 * padding + lineHeight * (1 + node.lines.length) };
    nodes.set(node.key, full);
    graph.setNode(node.key, { width: full.width, height: full.height });
  };
  const first = new Set(assumedActs(chain));
  chain.acts.forEach((act, i) =>
    add({ key: `a${i}`, kind: first.has(i) ? "assumed" : "act", title: act.event, lines: wrapped(act.text) }),
  );
  chain.links.forEach((link, i) => {
    const { id, kind, text } = link.commitment;
    add({ key: `c${i}`, kind: "commitment", title: kind, lines: wrapped(wordsOf(kind, id, text)), commitment: id, effect: link.effect });
    edges.push({ from: `a${link.cause}`, to: `c${i}`, effect: link.effect });
    if (link.leads_to !== undefined) edges.push({ from: `c${i}`, to: `a${link.leads_to}` });
  });
  for (const edge of edges) graph.setEdge(edge.from, edge.to);
  dagre.layout(graph);
  const size = graph.graph();
  return {
    nodes: [...nodes.values()].map((node) => {
      const at = graph.node(node.key);
      return { ...node, x: at.x - node.width / 2, y: at.y - node.height / 2 };
    }),
    edges: edges.map((edge) => ({ ...edge, points: graph.edge(edge.from, edge.to).points })),
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
  };
}
