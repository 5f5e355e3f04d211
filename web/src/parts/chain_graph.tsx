// Draws a what-if chain. Commitments are links to the ledger; the same chain stands in words beside it.
import { line, curveBasis } from "d3-shape";
import { useMemo } from "preact/hooks";
import type { Chain } from "../api";
import { go } from "../hooks";
import { useWords } from "../i18n";
import { href } from "../router";
import { layout, type GraphNode } from "./chain";

const draw = line<{ x: number; y: number }>((p) => p.x, (p) => p.y).curve(curveBasis);

export function ChainGraph({ chain }: { chain: Chain }) {
  const { t } = useWords();
  const graph = useMemo(() => layout(chain), [chain]);
  return (
    <div class="scroll graph" tabIndex={0} role="region" aria-label={t("whatif.chart")}>
      <svg width={graph.width} height={graph.height} role="group" aria-label={t("whatif.chart")}>
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8z" class="arrowhead" />
          </marker>
        </defs>
        {graph.edges.map((edge, i) => {
          const middle = edge.points[Math.floor(edge.points.length / 2)];
          return (
            <g key={i}>
              <path class={`edge ${edge.effect ?? ""}`} d={draw(edge.points) ?? ""} marker-end="url(#arrow)" />
              {edge.effect && middle && (
                <text class={`edge-label ${edge.effect}`} x={middle.x} y={middle.y - 4} text-anchor="middle">
                  {t(`whatif.effect.${edge.effect}`)}
                </text>
              )}
            </g>
          );
        })}
        {graph.nodes.map((node) => <Node key={node.key} node={node} />)}
      </svg>
    </div>
  );
}

function Node({ node }: { node: GraphNode }) {
  const { t, label } = useWords();
  const title =
    node.kind === "commitment"
      ? `${label("kind", node.title)} #${node.commitment}`
      : `${node.title} ${node.kind === "assumed" ? `(${t("whatif.assumed")})` : ""}`;
  const box = (
    <>
      <rect class={`node ${node.kind} ${node.effect ?? ""}`} x={node.x} y={node.y} width={node.width} height={node.height} rx={node.kind === "commitment" ? 7 : 0} />
      <text class="node-title" x={node.x + 10} y={node.y + 19}>{title}</text>
      {node.lines.map((words, i) => (
        <text key={i} class="node-line" x={node.x + 10} y={node.y + 34 + 15 * i}>{words}</text>
      ))}
    </>
  );
  if (node.commitment === undefined) return <g>{box}</g>;
  const to = href("ledger", String(node.commitment));
  const click = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return <a href={to} aria-label={title} onClick={click}>{box}</a>;
}
