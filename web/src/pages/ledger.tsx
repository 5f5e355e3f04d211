// The ledger: a board by state, or one commitment with the sentence behind each step.
import { address, type CommitmentPage, type CommitmentRow, type StepRow } from "../api";
import { day } from "../format";
import { useData, useList, useMeta } from "../hooks";
import { useWords } from "../i18n";
import { href, type Route } from "../router";
import { AlertItem } from "../parts/alert";
import { Await, Failure, Go, More, ReportLink, Sides, State } from "../parts/bits";
import { Choice, Filters, Party, Text } from "../parts/filters";

const names = ["holder", "toward", "kind", "as_of", "open"] as const;
/** Used until the server has said its own. */
const states = ["announced", "in_force", "under_review", "detached", "met", "broken", "withdrawn", "expired"];

export default function Ledger({ route }: { route: Route }) {
  return route.id === "" ? <Board route={route} /> : <One route={route} />;
}

function Board({ route }: { route: Route }) {
  const { t, label } = useWords();
  const meta = useMeta();
  const value = (name: string) => route.query.get(name) ?? "";
  const query = Object.fromEntries(names.map((name) => [name, value(name)]));
  const list = useList<CommitmentRow>(address("/commitments", { ...query, limit: 500 }));
  const columns = (meta?.vocabulary.commitment_states ?? states)
    .map((state) => ({ state, rows: list.rows.filter((row) => row.state === state) }))
    .filter((column) => column.rows.length > 0);
  return (
    <>
      <div class="titleline">
        <h1>{t("ledger.title")}</h1>
        {list.data && (
          <span class="quiet" role="status">
            {t("ledger.count", { n: list.rows.length })}
            {list.next !== null && "+"}
          </span>
        )}
      </div>
      <Filters route={route} names={names} label={t("ledger.title")}>
        <Party label={t("ledger.holder")} name="holder" value={value("holder")} />
        <Party label={t("ledger.toward")} name="toward" value={value("toward")} />
        <Choice
          label={t("ledger.kind")}
          name="kind"
          value={value("kind")}
          any={t("app.any")}
          options={(meta?.vocabulary.kinds ?? []).map((kind) => [kind, label("kind", kind)])}
        />
        <Text label={t("ledger.as_of")} name="as_of" hint="2024-12-31" value={value("as_of")} />
        <label class="check">
          <input type="checkbox" name="open" value="true" checked={value("open") === "true"} />
          {t("ledger.open_only")}
        </label>
      </Filters>
      {list.problem && <Failure problem={list.problem} />}
      {list.data && list.rows.length === 0 && <p class="quiet">{t("app.nothing")}</p>}
      <div class="board">
        {columns.map(({ state, rows }) => (
          <section key={state} aria-labelledby={`state-${state}`}>
            <h2 id={`state-${state}`}>
              <State state={state} /> <span class="quiet">{rows.length}</span>
            </h2>
            <ul class="cards">
              {rows.map((row) => (
                <li key={row.id} class="card">
                  <Card row={row} asOf={value("as_of")} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <More next={list.next} load={list.load} busy={list.loadingMore} />
    </>
  );
}

function Card({ row, asOf }: { row: CommitmentRow; asOf: string }) {
  const { t, label, language } = useWords();
  return (
    <>
      <div class="card-head">
        <Go to={href("ledger", String(row.id), { as_of: asOf })}>
          <b>{label("kind", row.kind)}</b> #{row.id}
        </Go>
        <span class="quiet nowrap">{day(row.since, language)}</span>
      </div>
      <div>
        <Sides parties={row.holders} />
        {row.towards.length > 0 && <> → <Sides parties={row.towards} /></>}
        {row.polarity === "will_not" && " "}
        {row.polarity === "will_not" && <span class="tag">{label("polarity", "will_not")}</span>}
      </div>
      <p class="said">{row.consequence ?? row.action ?? row.condition ?? row.sentence}</p>
      {row.reports > 1 && <div class="quiet small">{t("ledger.told", { n: row.reports })}</div>}
    </>
  );
}

function One({ route }: { route: Route }) {
  const { t, label, language } = useWords();
  const asOf = route.query.get("as_of") ?? "";
  const page = useData<CommitmentPage>(address(`/commitments/${encodeURIComponent(route.id)}`, { as_of: asOf }));
  return (
    <>
      <p><Go to={href("ledger", "", { as_of: asOf })}>← {t("ledger.back")}</Go></p>
      <Await from={page}>
        {({ commitment: one, history, alerts, templates }) => (
          <>
            <div class="titleline">
              <h1>{`${label("kind", one.kind)} #${one.id}`}</h1> <State state={one.state} />
              <span>
                <Sides parties={one.holders} />
                {one.towards.length > 0 && <> → <Sides parties={one.towards} /></>}
              </span>
            </div>
            <dl class="why wide">
              {one.polarity && <><dt>{t("report.polarity")}</dt><dd>{label("polarity", one.polarity)}</dd></>}
              {(["action", "condition", "consequence"] as const).map((part) =>
                one[part] === undefined ? null : (
                  <div key={part} class="pair">
                    <dt>{t(`report.${part}`)}</dt>
                    <dd>
                      <q>{one[part]}</q>
                      {templates?.[part]?.text && (
                        <div class="quiet">
                          {t("report.template")}: <code class="rule">{templates[part].text}</code>{" "}
                          <Go to={href("what-if", "", { act: templates[part].text })}>{t("ledger.try")}</Go>
                        </div>
                      )}
                    </dd>
                  </div>
                ),
              )}
              {one.since && <><dt>{t("report.since")}</dt><dd>{day(one.since, language)}</dd></>}
              {one.until && <><dt>{t("report.until")}</dt><dd>{day(one.until, language)}</dd></>}
            </dl>
            <h2>{t("ledger.history")}</h2>
            {history.length === 0 ? <p class="quiet">{t("ledger.no_steps")}</p> : <History steps={history} />}
            {alerts.length > 0 && (
              <section>
                <h2>{t("wire.alerts")}</h2>
                <ul class="alerts">{alerts.map((alert) => <AlertItem key={alert.id} alert={alert} />)}</ul>
              </section>
            )}
          </>
        )}
      </Await>
    </>
  );
}

function History({ steps }: { steps: readonly StepRow[] }) {
  const { t, label, language } = useWords();
  return (
    <ol class="timeline">
      {steps.map((step, i) => {
        const [what = "", none] = step.what.split(" (");
        return (
          <li key={i} class={none ? "refused" : ""}>
            <div class="when">{step.day ? day(step.day, language) : t("wire.unknown_day")}</div>
            <div>
              <b>{label("input", what)}</b> <State state={step.to} />
              {none && <span class="quiet"> {t("ledger.refused")}</span>}
              {step.sentence && (
                <div>
                  <q>
                    <ReportLink id={step.report ?? ""} hash={step.report_hash} local={step.local_id}>
                      {step.sentence}
                    </ReportLink>
                  </q>{" "}
                  <span class="quiet small">{step.report}</span>
                </div>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
