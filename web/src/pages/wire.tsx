// What is new: reports and alerts, as they come.
import { useEffect, useState } from "preact/hooks";
import { address, type AlertRow, type ReportRow } from "../api";
import { day, number } from "../format";
import { setQuery, useList, useMeta } from "../hooks";
import { useWords } from "../i18n";
import type { Route } from "../router";
import { listen } from "../stream";
import { AlertItem } from "../parts/alert";
import { Failure, More, ReportLink } from "../parts/bits";
import { Choice, Filters, Party, Text } from "../parts/filters";

const names = ["words", "party", "language", "since", "until"] as const;

export default function Wire({ route }: { route: Route }) {
  const { t, label } = useWords();
  const value = (name: string) => route.query.get(name) ?? "";
  const [version, setVersion] = useState(0);
  const [waiting, setWaiting] = useState(0);
  const [connected, setConnected] = useState(true);
  useEffect(
    () =>
      listen((message) => {
        if (message.event === "report" || message.event === "alert") setWaiting((n) => n + 1);
      }, setConnected),
    [],
  );
  const reports = useList<ReportRow>(
    address("/reports", { ...Object.fromEntries(names.map((name) => [name, value(name)])), limit: 60 }),
    version,
  );
  const alerts = useList<AlertRow>(address("/alerts", { party: value("party"), limit: 30 }), version);
  const show = () => {
    setWaiting(0);
    setVersion(version + 1);
  };
  return (
    <>
      <div class="titleline">
        <h1>{t("nav.wire")}</h1>
        <Counts />
        <span class={connected ? "live" : "live off"} role="status">
          {connected ? t("wire.live") : t("wire.offline")}
        </span>
      </div>
      <Filters route={route} names={names} label={t("wire.search")}>
        <Text label={t("app.words")} name="words" type="search" value={value("words")} />
        <Party label={t("wire.party")} name="party" value={value("party")} />
        <Choice
          label={t("code.language")}
          name="language"
          value={value("language")}
          any={t("app.any")}
          options={[["de", label("language", "de")], ["en", label("language", "en")]]}
        />
        <Text label={t("dyad.since")} name="since" value={value("since")} hint="2024-06" />
        <Text label={t("dyad.until")} name="until" value={value("until")} hint="2024-12-31" />
      </Filters>
      <div role="status" class="fresh-line">
        {waiting > 0 && (
          <button type="button" class="notice" onClick={show}>
            {t("wire.fresh", { n: waiting })} – {t("wire.show_fresh")}
          </button>
        )}
      </div>
      <div class="columns">
        <section aria-labelledby="wire-reports">
          <h2 id="wire-reports">{t("wire.reports")}</h2>
          {reports.problem && <Failure problem={reports.problem} />}
          {reports.data && reports.rows.length === 0 && <Nothing route={route} />}
          <ReportTable rows={reports.rows} />
          <More next={reports.next} load={reports.load} busy={reports.loadingMore} />
        </section>
        <section aria-labelledby="wire-alerts">
          <h2 id="wire-alerts">{t("wire.alerts")}</h2>
          {alerts.problem && !reports.problem && <Failure problem={alerts.problem} />}
          {alerts.data && alerts.rows.length === 0 && <p class="quiet">{t("wire.no_alerts")}</p>}
          <ul class="alerts">{alerts.rows.map((alert) => <AlertItem key={alert.id} alert={alert} />)}</ul>
          <More next={alerts.next} load={alerts.load} busy={alerts.loadingMore} />
        </section>
      </div>
    </>
  );
}

function Nothing({ route }: { route: Route }) {
  const { t } = useWords();
  const filtered = names.some((name) => route.query.get(name));
  return (
    <p class="quiet">
      {filtered ? t("app.nothing") : t("wire.no_reports")}{" "}
      {filtered && (
        <button type="button" class="ref" onClick={() => setQuery(route, Object.fromEntries(names.map((n) => [n, ""])))}>
          {t("app.clear")}
        </button>
      )}
    </p>
  );
}

function Counts() {
  const { t, language } = useWords();
  const meta = useMeta();
  if (!meta) return null;
  const values = Object.fromEntries(Object.entries(meta.counts).map(([key, n]) => [key, number(n, language)]));
  return <span class="quiet">{t("wire.counted", values)}</span>;
}

function ReportTable({ rows }: { rows: readonly ReportRow[] }) {
  const { t, language } = useWords();
  if (rows.length === 0) return null;
  return (
    <table class="rows wire">
      <thead>
        <tr>
          <th scope="col">{t("report.date")}</th>
          <th scope="col">{t("wire.agency")}</th>
          <th scope="col">{t("nav.report")}</th>
          <th scope="col" class="num">{t("report.events")}</th>
          <th scope="col" class="num">{t("report.commitments")}</th>
          <th scope="col" class="num">{t("wire.alerts")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.hash}>
            <td class="nowrap">{row.published ? day(row.published, language) : t("wire.unknown_day")}</td>
            <td class="nowrap">{row.agency}</td>
            <td>
              <span lang={row.language}>
                <ReportLink id={row.id} hash={row.hash}>{row.title ?? row.id}</ReportLink>
              </span>{" "}
              <span class="quiet small">
                {row.language}
                {row.texts > 1 && ` · ${t("wire.copies", { n: row.texts })}`}
              </span>
            </td>
            <td class="num">{row.events}</td>
            <td class="num">{row.commitments}</td>
            <td class={row.alerts > 0 ? "num hot" : "num"}>{row.alerts || ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
