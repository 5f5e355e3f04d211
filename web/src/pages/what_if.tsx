// Assume acts; see which commitments they would touch, and what follows. The acts stand in the address.
import { useEffect, useState } from "preact/hooks";
import { post, type Chain, type Problem } from "../api";
import { go, useMeta, type Loaded } from "../hooks";
import { useWords } from "../i18n";
import { href, type Route } from "../router";
import { Await, Go, ReportLink, State } from "../parts/bits";
import { assumedActs } from "../parts/chain";
import { ChainGraph } from "../parts/chain_graph";
import { StateList } from "../parts/filters";

/** Acts are kept in one value, a line each. */
export const actsOf = (text: string): string[] => text.split("\n").map((act) => act.trim()).filter((act) => act !== "");

function useChain(acts: string, asOf: string): Loaded<Chain> {
  const [state, set] = useState<Loaded<Chain>>({ loading: false });
  useEffect(() => {
    const list = actsOf(acts);
    if (list.length === 0) {
      set({ loading: false });
      return undefined;
    }
    const control = new AbortController();
    set((old) => ({ ...(old.data ? { data: old.data } : {}), loading: true }));
    post<Chain>("/whatif", { acts: list, ...(asOf === "" ? {} : { as_of: asOf }) }, control.signal).then(
      (data) => set({ data, loading: false }),
      (problem: Problem) => {
        if (!control.signal.aborted) set({ problem, loading: false });
      },
    );
    return () => control.abort();
  }, [acts, asOf]);
  return state;
}

export default function WhatIf({ route }: { route: Route }) {
  const { t, label } = useWords();
  const meta = useMeta();
  const acts = route.query.get("act") ?? "";
  const asOf = route.query.get("as_of") ?? "";
  const chain = useChain(acts, asOf);
  const show = (list: readonly string[], day = asOf) =>
    go(href("what-if", "", { act: list.join("\n"), as_of: day }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const field = (name: string) => String(data.get(name) ?? "").trim();
    const act = [field("actor"), field("type"), field("recipient"), field("context")].filter(Boolean).join(" ");
    const list = field("actor") === "" ? actsOf(acts) : [...actsOf(acts), act];
    show([...new Set(list)], field("as_of"));
  };
  return (
    <>
      <h1>{t("whatif.title")}</h1>
      <p class="quiet">{t("whatif.intro")}</p>
      <form class="filters" onSubmit={submit} aria-label={t("whatif.title")}>
        <label>
          {t("whatif.actor")}
          <input name="actor" list="whatif-states" placeholder="FRA" autocomplete="off" spellcheck={false} />
        </label>
        <label>
          {t("whatif.type")}
          <select name="type">
            {(meta?.vocabulary.types ?? []).map((type) => (
              <option key={type} value={type} selected={type === "AID"}>{`${type} – ${label("event", type)}`}</option>
            ))}
          </select>
        </label>
        <label>
          {t("whatif.recipient")}
          <input name="recipient" list="whatif-states" placeholder="ARM" autocomplete="off" spellcheck={false} />
        </label>
        <label>
          {t("report.context")}
          <select name="context">
            <option value="">{t("app.any")}</option>
            {(meta?.vocabulary.contexts ?? []).map((context) => (
              <option key={context} value={context}>{label("context", context)}</option>
            ))}
          </select>
        </label>
        <label>
          {t("whatif.as_of")}
          <input key={asOf} name="as_of" placeholder="2024-12-31" defaultValue={asOf} autocomplete="off" />
        </label>
        <StateList id="whatif-states" />
        <button type="submit">{acts === "" ? t("whatif.run") : t("whatif.add")}</button>
      </form>
      {acts !== "" && (
        <ul class="inline chosen" aria-label={t("whatif.assumed")}>
          {actsOf(acts).map((act, i, all) => (
            <li key={act}>
              <code class="rule">{act}</code>
              <button type="button" class="plain" aria-label={t("whatif.remove", { act })} onClick={() => show(all.filter((_, k) => k !== i))}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Await from={chain}>
        {(data) => (
          <>
            {data.links.length === 0 && <p role="status">{t("whatif.nothing")} {t("whatif.hint")}</p>}
            {data.links.length > 0 && <ChainGraph chain={data} />}
            {data.links.length > 0 && <h2>{t("whatif.outline")}</h2>}
            {data.links.length > 0 && assumedActs(data).map((act) => <Outline key={act} chain={data} act={act} seen={[]} />)}
            {data.cut && <p class="quiet">{t("whatif.cut")}</p>}
          </>
        )}
      </Await>
    </>
  );
}

/** The chain below an act, in words, with the sentence behind each link. */
function Outline({ chain, act, seen }: { chain: Chain; act: number; seen: readonly number[] }) {
  const { t, label } = useWords();
  const links = chain.links.filter((link) => link.cause === act);
  return (
    <div class="outline">
      <div>
        <b>{chain.acts[act]?.text}</b> {seen.length === 0 && <span class="tag">{t("whatif.assumed")}</span>}
      </div>
      <ul>
        {links.map((link, i) => (
          <li key={i}>
            <span class={`effect ${link.effect}`}>{t(`whatif.effect.${link.effect}`)}</span>{" "}
            <Go to={href("ledger", String(link.commitment.id))}>
              {`${label("kind", link.commitment.kind)} #${link.commitment.id}`}
            </Go>{" "}
            <State state={link.commitment.state} />
            <div>
              <q><ReportLink id={link.commitment.report}>{link.commitment.sentence}</ReportLink></q>{" "}
              <span class="quiet small">{link.commitment.report}</span>
            </div>
            {link.leads_to !== undefined && (
              <>
                <div class="quiet">{t("whatif.then")}</div>
                {link.loop || seen.includes(link.leads_to) ? (
                  <div>{chain.acts[link.leads_to]?.text} <span class="tag">{t("whatif.loop")}</span></div>
                ) : (
                  <Outline chain={chain} act={link.leads_to} seen={[...seen, act]} />
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
