// Cooperation above the line, conflict below, and the mean of the scale under it. The same numbers stand in a table.
import { scaleBand, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useEffect, useRef, useState } from "preact/hooks";
import type { SeriesRow } from "../api";
import { day, number, score } from "../format";
import { useWords } from "../i18n";

const height = 200;
const meanHeight = 84;
const left = 34;
const right = 8;

/** The width that an element has, followed when it changes. */
export function useWidth(start: number) {
  const ref = useRef<HTMLDivElement>(null);
  const [width, set] = useState(start);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => set(Math.max(240, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

/** At most about `most` of the labels, evenly. */
export function thinned<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(list.length / Math.max(1, most)));
  return list.filter((_, i) => i % step === 0);
}

export function SeriesChart({ rows, by }: { rows: readonly SeriesRow[]; by: string }) {
  const { t, language } = useWords();
  const { ref, width } = useWidth(720);
  const most = Math.max(1, ...rows.map((row) => Math.max(row.cooperation, row.conflict)));
  const x = scaleBand(rows.map((row) => row.period), [left, width - right]).padding(0.25);
  const y = scaleLinear([-most, most], [height - 6, 6]).nice();
  const mean = scaleLinear([-10, 10], [meanHeight - 6, 6]);
  const ticks = y.ticks(6).filter(Number.isInteger);
  const middle = (row: SeriesRow) => (x(row.period) ?? 0) + x.bandwidth() / 2;
  const scored = rows.filter((row) => row.mean_score !== undefined);
  const bar = Math.min(x.bandwidth(), 42);
  const path = line<SeriesRow>(middle, (row) => mean(row.mean_score ?? 0))(scored) ?? "";
  const labels = thinned(rows, (width - left) / 76);
  return (
    <div ref={ref} class="chart">
      <svg width={width} height={height} role="img" aria-label={t("dyad.chart", { by: t(`dyad.${by}`) })}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line class={tick === 0 ? "axis" : "grid"} x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
            <text class="tick" x={left - 5} y={y(tick)} dy="0.32em" text-anchor="end">{Math.abs(tick)}</text>
          </g>
        ))}
        {rows.map((row) => (
          <g key={row.period}>
            <title>{`${day(row.period, language)}: ${t("dyad.cooperation")} ${row.cooperation}, ${t("dyad.conflict")} ${row.conflict}`}</title>
            <rect class="cooperation" x={middle(row) - bar / 2} width={bar} y={y(row.cooperation)} height={y(0) - y(row.cooperation)} />
            <rect class="conflict" x={middle(row) - bar / 2} width={bar} y={y(0)} height={y(-row.conflict) - y(0)} />
          </g>
        ))}
      </svg>
      <svg width={width} height={meanHeight + 18} role="img" aria-label={t("dyad.scale_chart", { by: t(`dyad.${by}`) })}>
        {[-10, 0, 10].map((tick) => (
          <g key={tick}>
            <line class={tick === 0 ? "axis" : "grid"} x1={left} x2={width - right} y1={mean(tick)} y2={mean(tick)} />
            <text class="tick" x={left - 5} y={mean(tick)} dy="0.32em" text-anchor="end">
              {tick < 0 ? `−${-tick}` : tick > 0 ? `+${tick}` : "0"}
            </text>
          </g>
        ))}
        <path class="mean" d={path} />
        {scored.map((row) => (
          <circle key={row.period} class="mean-point" cx={middle(row)} cy={mean(row.mean_score ?? 0)} r="3">
            <title>{`${day(row.period, language)}: ${score(row.mean_score, language)}`}</title>
          </circle>
        ))}
        {labels.map((row) => (
          <text key={row.period} class="tick" x={middle(row)} y={meanHeight + 13} text-anchor="middle">
            {day(row.period, language)}
          </text>
        ))}
      </svg>
      <p class="legend" aria-hidden="true">
        <span class="key cooperation" /> {t("dyad.cooperation")} <span class="key conflict" /> {t("dyad.conflict")}{" "}
        <span class="key mean" /> {t("dyad.mean")}
      </p>
      <details>
        <summary>{t("app.table")}</summary>
        <table class="rows narrow">
          <thead>
            <tr>
              <th scope="col">{t("dyad.period")}</th>
              <th scope="col" class="num">{t("dyad.events")}</th>
              <th scope="col" class="num">{t("dyad.cooperation")}</th>
              <th scope="col" class="num">{t("dyad.conflict")}</th>
              <th scope="col" class="num">{t("dyad.mean")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.period}>
                <th scope="row">{day(row.period, language)}</th>
                <td class="num">{number(row.events, language)}</td>
                <td class="num">{number(row.cooperation, language)}</td>
                <td class="num">{number(row.conflict, language)}</td>
                <td class="num">{score(row.mean_score, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
