// One report: its words, and what was read out of them.
import type { ReportPage } from "../api";
import { day } from "../format";
import { setQuery, useData } from "../hooks";
import { useWords } from "../i18n";
import { href, type Route } from "../router";
import { AlertItem } from "../parts/alert";
import { Await, Go, ReportLink } from "../parts/bits";
import { ReportView } from "../parts/report_view";

export default function Report({ route }: { route: Route }) {
  const { t, language, label } = useWords();
  const page = useData<ReportPage>(route.id === "" ? null : `/reports/${encodeURIComponent(route.id)}`);
  if (route.id === "")
    return (
      <>
        <h1>{t("nav.report")}</h1>
        <p><Go to={href("wire")}>{t("report.choose")}</Go></p>
      </>
    );
  return (
    <Await from={page}>
      {({ report, coding, copies, alerts, entries }) => (
        <>
          <h1 lang={report.language}>{report.title ?? report.id}</h1>
          <p class="byline">
            {[day(report.published, language), report.agency, label("language", report.language), report.id]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {alerts.length > 0 && (
            <ul class="alerts compact" aria-label={t("wire.alerts")}>
              {alerts.map((alert) => <AlertItem key={alert.id} alert={alert} />)}
            </ul>
          )}
          <ReportView
            coding={coding}
            entries={entries}
            mark={route.query.get("mark") ?? ""}
            marked={(id) => setQuery(route, { mark: id })}
          />
          {copies.length > 0 && (
            <section>
              <h2>{t("report.copies")}</h2>
              <ul class="plain">
                {copies.map((copy) => (
                  <li key={copy.hash}>
                    <ReportLink id={copy.id} hash={copy.hash}>{copy.title ?? copy.id}</ReportLink>{" "}
                    <span class="quiet">{[copy.agency, day(copy.published, language)].filter(Boolean).join(", ")}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p class="quiet small">{t("report.coder", coding.coder)}</p>
        </>
      )}
    </Await>
  );
}
