// Two sides over time: cooperation against conflict, the scale, and the acts behind it, each counted once.
import { address, type EventRow, type Page, type Query, type SeriesRow } from "../api";
import { useData, useList } from "../hooks";
import { useWords } from "../i18n";
import type { Route } from "../router";
import { EventTable, Failure, More } from "../parts/bits";
import { Choice, Filters, Party, Text } from "../parts/filters";
import { SeriesChart } from "../parts/series_chart";

const names = ["a", "b", "direction", "since", "until", "by"] as const;

/** The two questions that a dyad asks: A on B and B on A; with one side only, all that it does and suffers. */
export function questions(a: string, b: string, direction: string): Query[] {
  if (a === "" && b === "") return [{}];
  if (a === "" || b === "") {
    const one = a === "" ? b : a;
    if (direction === "a_to_b") return [{ actor: a, recipient: b }];
    if (direction === "b_to_a") return [{ actor: b, recipient: a }];
    return [{ party: one }];
  }
  const forth = { actor: a, recipient: b };
  const back = { actor: b, recipient: a };
  return direction === "a_to_b" ? [forth] : direction === "b_to_a" ? [back] : [forth, back];
}

/** The period after one, as /series names them; "" where it cannot be read. */
export function following(period: string, by: string): string {
  const start = new Date(`${period}${"-01-01".slice(period.length - 4)}T00:00:00Z`);
  if (Number.isNaN(start.getTime())) return "";
  if (by === "year") start.setUTCFullYear(start.getUTCFullYear() + 1);
  else if (by === "month") start.setUTCMonth(start.getUTCMonth() + 1);
  else start.setUTCDate(start.getUTCDate() + (by === "week" ? 7 : 1));
  return start.toISOString().slice(0, period.length);
}

const mostPeriods = 400;

/** With the periods in which nothing happened, so that the axis is one of time; as given where they would be too many. */
export function filled(rows: readonly SeriesRow[], by: string): readonly SeriesRow[] {
  const last = rows[rows.length - 1]?.period ?? "";
  const known = new Map(rows.map((row) => [row.period, row]));
  const out: SeriesRow[] = [];
  for (let at = rows[0]?.period ?? ""; at !== "" && at <= last; at = following(at, by)) {
    out.push(known.get(at) ?? { period: at, events: 0, cooperation: 0, conflict: 0 });
    if (out.length > mostPeriods) return rows;
  }
  return out;
}

/** Joins series by period; means weigh by events. */
export function joined(lists: readonly (readonly SeriesRow[])[]): SeriesRow[] {
  const by = new Map<string, SeriesRow>();
  for (const row of lists.flat()) {
    const old = by.get(row.period);
    if (!old) {
      by.set(row.period, { ...row });
      continue;
    }
    const means = [old, row].filter((one) => one.mean_score !== undefined);
    const weight = means.reduce((sum, one) => sum + one.events, 0);
    if (weight > 0) old.mean_score = means.reduce((sum, one) => sum + one.events * one.mean_score!, 0) / weight;
    old.events += row.events;
    old.cooperation += row.cooperation;
    old.conflict += row.conflict;
  }
  return [...by.values()].sort((x, y) => (x.period < y.period ? -1 : 1));
}

export default function Dyad({ route }: { route: Route }) {
  const { t } = useWords();
  const value = (name: string) => route.query.get(name) ?? "";
  const by = value("by") || "month";
  const asked = questions(value("a"), value("b"), value("direction"));
  const common: Query = { since: value("since"), until: value("until"), dedupe: "node" };
  const path = (i: number, route: string, more: Query) =>
    asked[i] ? address(route, { ...asked[i], ...common, ...more }) : null;
  const series = [
    useData<Page<SeriesRow>>(path(0, "/series", { by })),
    useData<Page<SeriesRow>>(path(1, "/series", { by })),
  ];
  const events = [
    useList<EventRow>(path(0, "/events", { order: "newest", limit: 200 })),
    useList<EventRow>(path(1, "/events", { order: "newest", limit: 200 })),
  ];
  const lists = series.slice(0, asked.length).flatMap((one) => (one.data ? [one.data.items] : []));
  const rows = joined(lists);
  const acts = events
    .slice(0, asked.length)
    .flatMap((list) => list.rows)
    .sort((x, y) => ((x.day ?? "") < (y.day ?? "") ? 1 : (x.day ?? "") > (y.day ?? "") ? -1 : 0));
  const problem = [...series, ...events].find((one) => one.problem)?.problem;
  const texts = acts.reduce((sum, act) => sum + act.texts, 0);
  const known = lists.length === asked.length;
  return (
    <>
      <div class="titleline">
        <h1>{t("dyad.title")}</h1>
        {known && (
          <span class="quiet" role="status">
            {t("dyad.count", { n: acts.length })}, {t("dyad.texts", { n: texts })}
          </span>
        )}
      </div>
      <Filters route={route} names={names} label={t("dyad.title")}>
        <Party label={t("dyad.a")} name="a" value={value("a")} />
        <Party label={t("dyad.b")} name="b" value={value("b")} />
        <Choice
          label={t("dyad.direction")}
          name="direction"
          value={value("direction")}
          any={t("dyad.both")}
          options={[["a_to_b", t("dyad.a_to_b")], ["b_to_a", t("dyad.b_to_a")]]}
        />
        <Text label={t("dyad.since")} name="since" value={value("since")} hint="2024-06" />
        <Text label={t("dyad.until")} name="until" value={value("until")} hint="2024-12-31" />
        <Choice
          label={t("dyad.by")}
          name="by"
          value={by}
          options={["day", "week", "month", "year"].map((one) => [one, t(`dyad.${one}`)])}
        />
      </Filters>
      {value("a") === "" && value("b") === "" && <p class="quiet">{t("dyad.choose")}</p>}
      {problem && <Failure problem={problem} />}
      {known && rows.length === 0 && !problem && <p class="quiet">{t("app.nothing")}</p>}
      {rows.length > 0 && <SeriesChart rows={filled(rows, by)} by={by} />}
      {acts.length > 0 && <EventTable rows={acts} />}
      {events.map((list, i) => (
        <More key={i} next={list.next} load={list.load} busy={list.loadingMore} />
      ))}
    </>
  );
}
