// An alert with both its evidences: the sentence that made the commitment and the one that tells of the act.
import type { AlertRow } from "../api";
import { day } from "../format";
import { useWords } from "../i18n";
import { href } from "../router";
import { Go, ReportLink } from "./bits";

export function AlertItem({ alert, fresh = false }: { alert: AlertRow; fresh?: boolean }) {
  const { t, label, language } = useWords();
  const [hash, local] = (alert.event_key ?? "").split(":");
  return (
    <li class={`alert ${alert.alert}${fresh ? " fresh" : ""}`}>
      <div class="alert-head">
        <b>{label("alert", alert.alert)}</b> <Go to={href("ledger", String(alert.commitment))}>{`#${alert.commitment}`}</Go>{" "}
        {alert.watch && <span class="tag">{t("wire.watch")}</span>} <span class="quiet">{day(alert.day, language)}</span>
      </div>
      <div>
        <span class="quiet">{t("wire.act")} </span>
        <ReportLink id={alert.event_report} hash={hash || undefined} local={local}>
          {alert.event_sentence ?? alert.event_report}
        </ReportLink>
      </div>
      <div>
        <span class="quiet">{t("wire.commitment")} </span>
        <ReportLink id={alert.told_by} hash={alert.told_by_hash} local={alert.told_by_local}>
          {alert.commitment_sentence ?? alert.told_by}
        </ReportLink>
      </div>
    </li>
  );
}
