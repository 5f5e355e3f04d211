// One actor: its offices over time, what it said, what it is bound to, with whom it stands in events.
import { scaleUtc } from "d3-scale";
import { address, type ActorPage, type ActorRow, type CommitmentRow, type EventRow, type Office, type StatementRow } from "../api";
import { day, number } from "../format";
import { go, useData, useList, useMeta, type Loaded } from "../hooks";
import { useWords } from "../i18n";
import { href, type Route } from "../router";
import { Await, EventTable, Failure, Go, More, ReportLink, Sides, State, whoOf } from "../parts/bits";
import { StateList } from "../parts/filters";
import { useWidth } from "../parts/series_chart";

export default function ActorPageView({ route }: { route: Route }) {
  const { t, language } = useWords();
  const who = route.id;
  const page = useData<ActorPage>(who === "" ? null : `/actors/${encodeURIComponent(who)}`);
  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get("who") ?? "").trim();
    if (text !== "") go(href("actor", text));
  };
  return (
    <>
      <h1>{t("actor.title")}{page.data && `: ${titleOf(page.data, who, language)}`}</h1>
      <form class="filters" onSubmit={ask} aria-label={t("actor.find")}>
        <label>
          {t("actor.find")}
          <input key={who} name="who" defaultValue={who} list="actor-states" autocomplete="off" spellcheck={false} />
        </label>
        <StateList id="actor-states" />
        <button type="submit">{t("actor.search")}</button>
      </form>
      {who === "" ? (
        <Known />
      ) : (
        <>
          <Await from={page}>{(data) => <Facts page={data} />}</Await>
          {page.data && <Rows who={who} />}
        </>
      )}
    </>
  );
}

function titleOf(page: ActorPage, who: string, language: string): string {
  if (page.who.name) return page.who.name;
  const own = page.offices.find((office) => !office.from);
  return [who, own ? (language === "de" ? own.name_de : own.name_en) : ""].filter(Boolean).join(" ");
}

/** Whom the reports name, when nobody has been asked for. */
function Known() {
  const { t, language } = useWords();
  const list = useList<ActorRow>(address("/actors", { limit: 100 }));
  return (
    <>
      <p class="quiet">{t("actor.choose")}</p>
      {list.problem && <Failure problem={list.problem} />}
      {list.rows.length > 0 && (
        <table class="rows narrow">
          <thead>
            <tr>
              <th scope="col">{t("actor.title")}</th>
              <th scope="col">{t("actor.office")}</th>
              <th scope="col" class="num">{t("wire.reports")}</th>
              <th scope="col" class="num">{t("actor.mentions")}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row, i) => (
              <tr key={i}>
                <td><Go to={href("actor", whoOf(row))}><span class="code">{[row.code, row.sector].filter(Boolean).join(" ")}</span> {row.name}</Go></td>
                <td>{row.office}</td>
                <td class="num">{number(row.reports, language)}</td>
                <td class="num">{number(row.mentions, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More next={list.next} load={list.load} busy={list.loadingMore} />
    </>
  );
}

function Facts({ page }: { page: ActorPage }) {
  const { t, language } = useWords();
  const { counts } = page;
  const figures: [string, number][] = [
    ["as_actor", counts.as_actor],
    ["as_recipient", counts.as_recipient],
    ["cooperation", counts.cooperation],
    ["conflict", counts.conflict],
    ["statements", counts.statements],
    ["commitments", counts.commitments],
  ];
  return (
    <>
      <dl class="figures">
        {figures.map(([name, n]) => (
          <div key={name}>
            <dt>{t(`actor.n_${name}`)}</dt>
            <dd>{number(n, language)}</dd>
          </div>
        ))}
      </dl>
      {page.names.length > 0 && (
        <p class="quiet">
          {t("actor.named")}: {page.names.slice(0, 12).map((name) => name.name).join(" · ")}
        </p>
      )}
      <Offices offices={page.offices} />
      {page.partners.length > 0 && (
        <section>
          <h2>{t("actor.partners")}</h2>
          <ul class="inline">
            {page.partners.slice(0, 24).map((partner) => (
              <li key={partner.code}>
                <Go to={href("dyad", "", { a: codeOf(page), b: partner.code })}>
                  <span class="code">{partner.code}</span>
                </Go>{" "}
                <span class="cooperation-text">{partner.cooperation}</span>/
                <span class="conflict-text">{partner.conflict}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const codeOf = (page: ActorPage) =>
  page.who.name ?? [page.who.code, page.who.sector].filter(Boolean).join(":");

function Offices({ offices }: { offices: readonly Office[] }) {
  const { t, language, label } = useWords();
  const { ref, width } = useWidth(720);
  const meta = useMeta();
  const held = offices.filter((office) => office.office && (office.from || office.to));
  const lastDay = meta?.last_day ?? held.map((office) => office.to ?? office.from ?? "").sort().pop() ?? "";
  if (held.length === 0) return null;
  const starts = held.map((office) => office.from ?? office.to ?? "").sort();
  const ends = held.map((office) => office.to ?? lastDay).concat(lastDay).sort();
  const left = Math.min(300, Math.max(150, width * 0.36));
  const x = scaleUtc([new Date(starts[0]!), new Date(ends[ends.length - 1]!)], [left, width - 12]);
  const row = 20;
  const shown = held.slice(-40);
  const name = (office: Office) => {
    const person = language === "de" ? office.name_de : office.name_en;
    return `${person}, ${label("office", office.office ?? "")}`;
  };
  const cut = (text: string) => {
    const room = Math.floor(left / 6.4);
    return text.length > room ? `${text.slice(0, room - 1)}…` : text;
  };
  return (
    <section>
      <h2>{t("actor.offices")}</h2>
      <div ref={ref} class="chart">
        <svg width={width} height={shown.length * row + 20} role="img" aria-label={t("actor.chart")}>
          {x.ticks(Math.max(2, Math.floor((width - left) / 90))).map((tick) => (
            <g key={tick.getTime()}>
              <line class="grid" x1={x(tick)} x2={x(tick)} y1={0} y2={shown.length * row} />
              <text class="tick" x={x(tick)} y={shown.length * row + 14} text-anchor="middle">{tick.getUTCFullYear()}</text>
            </g>
          ))}
          {shown.map((office, i) => {
            const from = x(new Date(office.from ?? starts[0]!));
            const to = x(new Date(office.to ?? ends[ends.length - 1]!));
            return (
              <g key={i}>
                <title>{`${name(office)}: ${day(office.from, language) || t("actor.start")} – ${day(office.to, language) || t("actor.today")}`}</title>
                <text class="tick name" x={0} y={i * row + 14}>{cut(name(office))}</text>
                <rect class={office.to ? "term" : "term now"} x={from} y={i * row + 4} width={Math.max(2, to - from)} height={row - 8} />
              </g>
            );
          })}
        </svg>
      </div>
      <details>
        <summary>{t("app.table")}</summary>
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{t("actor.title")}</th>
              <th scope="col">{t("actor.office")}</th>
              <th scope="col">{t("actor.from")}</th>
              <th scope="col">{t("actor.to")}</th>
              <th scope="col">{t("report.source")}</th>
            </tr>
          </thead>
          <tbody>
            {held.map((office, i) => (
              <tr key={i}>
                <td>{language === "de" ? office.name_de : office.name_en}</td>
                <td>{label("office", office.office ?? "")}</td>
                <td class="nowrap">{day(office.from, language)}</td>
                <td class="nowrap">{day(office.to, language) || t("actor.today")}</td>
                <td><code class="rule">{office.source}</code></td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Section<Row>(props: { title: string; list: Loaded<unknown> & { rows: Row[]; next: string | null; load: () => void; loadingMore: boolean }; children: (rows: Row[]) => preact.ComponentChildren }) {
  const { t } = useWords();
  const { list } = props;
  return (
    <section>
      <h2>{props.title}</h2>
      {list.problem && <Failure problem={list.problem} />}
      {list.data !== undefined && list.rows.length === 0 && <p class="quiet">{t("app.none")}</p>}
      {list.rows.length > 0 && props.children(list.rows)}
      <More next={list.next} load={list.load} busy={list.loadingMore} />
    </section>
  );
}

function Rows({ who }: { who: string }) {
  const { t, label, language } = useWords();
  const quotes = useList<StatementRow>(address("/statements", { speaker: who, dedupe: "exact", order: "newest", limit: 50 }));
  const commitments = useList<CommitmentRow>(address("/commitments", { holder: who, limit: 50 }));
  const events = useList<EventRow>(address("/events", { party: who, dedupe: "node", order: "newest", limit: 50 }));
  return (
    <>
      <div class="columns even">
        <Section title={t("actor.quotes")} list={quotes}>
          {(rows) => (
            <ul class="quotes">
              {rows.map((row) => (
                <li key={row.key}>
                  <span class="quiet nowrap">{day(row.day, language)}</span> <Sides parties={row.speakers} />{" "}
                  <span class="quiet">{label("speech", row.kind)}</span>
                  <div>
                    <q>
                      <ReportLink id={row.report} hash={row.key.split(":")[0]} local={row.id}>{row.content}</ReportLink>
                    </q>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={t("actor.commitments")} list={commitments}>
          {(rows) => (
            <ul class="quotes">
              {rows.map((row) => (
                <li key={row.id}>
                  <Go to={href("ledger", String(row.id))}>{`${label("kind", row.kind)} #${row.id}`}</Go>{" "}
                  <State state={row.state} /> {row.towards.length > 0 && <>→ <Sides parties={row.towards} /></>}
                  <div class="said">{row.sentence}</div>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
      <Section title={t("actor.events")} list={events}>{(rows) => <EventTable rows={rows} />}</Section>
    </>
  );
}
