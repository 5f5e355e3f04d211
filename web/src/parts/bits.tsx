// Small things that all pages show: links, sides, types of events, states, what is loading and what failed.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { setToken, type EventRow, type PartyCode, type Problem } from "../api";
import { countryName, day, score } from "../format";
import { go, type Loaded } from "../hooks";
import { useWords } from "../i18n";
import { href } from "../router";

/** A link inside the app; other buttons of the mouse and modifier keys do what the browser does. */
export function Go(props: { to: string; class?: string; current?: boolean; label?: string; children: ComponentChildren }) {
  const click = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(props.to);
  };
  return (
    <a
      href={props.to}
      class={props.class}
      aria-current={props.current ? "page" : undefined}
      aria-label={props.label}
      onClick={click}
    >
      {props.children}
    </a>
  );
}

/** What /actors/{who} takes: the name of a person or body, else code and sector. */
export function whoOf(party: PartyCode): string {
  if (party.name && (party.sector || !party.code)) return party.name;
  return `${party.code ?? ""}${party.sector ? `:${party.sector}` : ""}`;
}

export function Side({ party }: { party: PartyCode }) {
  const { language } = useWords();
  const code = [party.code, party.sector].filter(Boolean).join(" ");
  const name = party.name && (party.sector || !party.code) ? party.name : "";
  const title = party.code ? countryName(party.code, language) : undefined;
  return (
    <Go to={href("actor", whoOf(party))} class="side">
      {code !== "" && (
        <abbr class="code" title={title}>
          {code}
        </abbr>
      )}
      {code !== "" && name !== "" && " "}
      {name}
    </Go>
  );
}

export function Sides({ parties }: { parties: readonly PartyCode[] }) {
  return (
    <span class="sides">
      {parties.map((party, i) => (
        <span key={i}>
          {i > 0 && ", "}
          <Side party={party} />
        </span>
      ))}
    </span>
  );
}

/** The type as PLOVER names it, in the colour of its class, with what it means. */
export function EventType({ type, quad }: { type: string; quad?: number | undefined }) {
  const { label } = useWords();
  return (
    <span class={`type quad${quad ?? 0}`} title={label("event", type)}>
      {type}
    </span>
  );
}

export function Status({ status }: { status: string }) {
  const { label } = useWords();
  return status === "happened" ? null : <span class="tag">{label("status", status)}</span>;
}

export function State({ state }: { state: string }) {
  const { label } = useWords();
  return <span class={`state ${state}`}>{label("state", state)}</span>;
}

/** To a report, by its hash where it is known; `local` is the entry in it that is meant. */
export function ReportLink(props: { id: string; hash?: string | undefined; local?: string | undefined; children?: ComponentChildren }) {
  const query: Record<string, string> = props.local ? { mark: props.local } : {};
  return (
    <Go to={href("report", props.hash ?? props.id, query)} class="report-link">
      {props.children ?? props.id}
    </Go>
  );
}

/** Rows of events, each with its sentence, which leads to where it stands. */
export function EventTable({ rows }: { rows: readonly EventRow[] }) {
  const { t, language } = useWords();
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t("dyad.events")}>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t("report.date")}</th>
            <th scope="col">{t("whatif.actor")}</th>
            <th scope="col">{t("map.type")}</th>
            <th scope="col">{t("map.role_recipient")}</th>
            <th scope="col" class="num">{t("report.scale")}</th>
            <th scope="col" class="num">{t("dyad.texts_column")}</th>
            <th scope="col">{t("report.sentence")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td class="nowrap">{day(row.day, language)}</td>
              <td><Sides parties={row.actors} /></td>
              <td class="nowrap"><EventType type={row.event} quad={row.quad} /> <Status status={row.status} /></td>
              <td><Sides parties={row.recipients} /></td>
              <td class="num">{score(row.score, language)}</td>
              <td class="num">{row.texts}</td>
              <td class="sentence">
                <ReportLink id={row.report} hash={row.key.split(":")[0]} local={row.id}>
                  {row.sentence ?? row.report}
                </ReportLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TokenForm() {
  const { t } = useWords();
  const [token, set] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    setToken(token.trim());
    location.reload();
  };
  return (
    <form class="filters" onSubmit={submit}>
      <label>
        {t("app.token")}
        <input type="password" autocomplete="off" value={token} onInput={(e) => set(e.currentTarget.value)} />
      </label>
      <button type="submit">{t("app.token_enter")}</button>
    </form>
  );
}

export function Failure({ problem }: { problem: Problem }) {
  const { t } = useWords();
  if (problem.status === 401) return <TokenForm />;
  return (
    <p class="failure" role="alert">
      {t("app.failed", { why: problem.message })}
    </p>
  );
}

/** The data once they are there; before, that they are loading; or why they are not. */
export function Await<T>({ from, children }: { from: Loaded<T>; children: (data: T) => ComponentChildren }) {
  const { t } = useWords();
  if (from.problem) return <Failure problem={from.problem} />;
  if (from.data === undefined)
    return from.loading ? <p class="quiet" role="status">{t("app.loading")}</p> : null;
  return <>{children(from.data)}</>;
}

export function More({ next, load, busy }: { next: string | null; load: () => void; busy: boolean }) {
  const { t } = useWords();
  return next === null ? null : (
    <button type="button" class="more" disabled={busy} onClick={load}>
      {t("app.more")}
    </button>
  );
}
