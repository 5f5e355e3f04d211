// The coding beside the text: a list a layer; the selected entry is open and says what it rests on.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Actor, Coding, CodedCommitment, CodedEvent, Part, Statement, Template } from "../api";
import { number, range, score, day } from "../format";
import { useWords } from "../i18n";
import { href } from "../router";
import { wordsOf, type Layer } from "../spans";
import { EventType, Go, State, Status, whoOf } from "./bits";

interface Props {
  coding: Coding;
  entries: Record<string, number>;
  selected: string;
  near: ReadonlySet<string>;
  select: (id: string) => void;
}

type View = Props & { names: (ids: readonly string[] | undefined) => string };

export function Entries(props: Props) {
  const { t } = useWords();
  const byId = new Map(props.coding.actors.map((actor) => [actor.id, actor]));
  const names = (ids: readonly string[] | undefined) =>
    (ids ?? []).map((id) => byId.get(id)?.name ?? id).join(", ");
  const view: View = { ...props, names };
  const count: Record<Layer, number> = {
    actor: props.coding.actors.length,
    statement: props.coding.statements.length,
    event: props.coding.events.length,
    commitment: props.coding.commitments.length,
  };
  const lists: Record<Layer, () => ComponentChildren> = {
    event: () => props.coding.events.map((one) => <EventEntry key={one.id} one={one} view={view} />),
    statement: () => props.coding.statements.map((one) => <StatementEntry key={one.id} one={one} view={view} />),
    commitment: () => props.coding.commitments.map((one) => <CommitmentEntry key={one.id} one={one} view={view} />),
    actor: () => props.coding.actors.map((one) => <ActorEntry key={one.id} one={one} view={view} />),
  };
  const order: readonly Layer[] = ["event", "commitment", "statement", "actor"];
  return (
    <div class="entries">
      {order.map((layer) => (
        <section key={layer} aria-labelledby={`list-${layer}`}>
          <h2 id={`list-${layer}`} class={`layer ${layer}`}>
            {t(`report.${layer}s`)} <span class="quiet">{count[layer]}</span>
          </h2>
          <ul>{lists[layer]()}</ul>
        </section>
      ))}
    </div>
  );
}

function Entry({ id, view, head, children }: { id: string; view: View; head: ComponentChildren; children: ComponentChildren }) {
  const item = useRef<HTMLLIElement>(null);
  const open = view.selected === id;
  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  return (
    <li ref={item} class={open ? "entry open" : view.near.has(id) ? "entry near" : "entry"}>
      <button type="button" class="head" aria-expanded={open} onClick={() => view.select(open ? "" : id)}>
        <span class="id">{id}</span> <span>{head}</span>
      </button>
      {open && <dl class="why">{children}</dl>}
    </li>
  );
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  const empty = children === undefined || children === null || children === "" || children === false;
  return empty ? null : (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Links to other entries of the report. */
function Refs({ ids, view }: { ids: readonly string[] | undefined; view: View }) {
  return (
    <>
      {(ids ?? []).map((id, i) => (
        <span key={id}>
          {i > 0 && ", "}
          <button type="button" class="ref" onClick={() => view.select(id)}>
            {view.names([id]) === id ? id : `${view.names([id])}`}
          </button>
        </span>
      ))}
    </>
  );
}

function Rule({ rule }: { rule: string | undefined }) {
  const { t } = useWords();
  return rule === undefined ? null : (
    <Row name={t("report.rule")}>
      {rule.split(" + ").map((part, i) => (
        <code key={i} class="rule">
          {i > 0 && "+ "}
          {part}
        </code>
      ))}
    </Row>
  );
}

function Evidence({ spans, view }: { spans: readonly { begin: number; end: number }[]; view: View }) {
  const { t } = useWords();
  return (
    <Row name={t("report.evidence")}>
      <q lang={view.coding.language}>{wordsOf(view.coding.text, spans)}</q>
    </Row>
  );
}

function EventEntry({ one, view }: { one: CodedEvent; view: View }) {
  const { t, label, language } = useWords();
  const span = view.coding.sentences[one.sentence];
  const sentence = span ? wordsOf(view.coding.text, [span]) : "";
  // A sentence that says no more than the evidence need not be read twice.
  const more = sentence.length > wordsOf(view.coding.text, one.evidence).length + 1;
  const head = (
    <>
      {view.names(one.actor)} <EventType type={one.event} quad={one.quad} /> {view.names(one.recipient)}{" "}
      <Status status={one.status} />
    </>
  );
  return (
    <Entry id={one.id} view={view} head={head}>
      <Rule rule={one.rule} />
      <Evidence spans={one.evidence} view={view} />
      <Row name={t("report.sentence")}>
        {more && <q lang={view.coding.language}>{sentence}</q>}
      </Row>
      <Row name={t("whatif.actor")}><Refs ids={one.actor} view={view} /></Row>
      <Row name={t("map.role_recipient")}>{one.recipient && <Refs ids={one.recipient} view={view} />}</Row>
      <Row name={t("report.status")}>
        {label("status", one.status)}
        {one.historical && `, ${t("report.historical")}`}
      </Row>
      <Row name={t("report.attributed")}>
        {one.attributed_to ? <Attribution id={one.attributed_to} view={view} /> : t("report.own_voice")}
      </Row>
      <Row name={t("report.date")}>
        {one.date && `${range(one.date, language)}${one.date.text ? ` (“${one.date.text}”)` : ""}`}
      </Row>
      <Row name={t("report.place")}>{one.place?.name}</Row>
      <Row name={t("report.mode")}>{one.mode?.map((name) => label("mode", name)).join(", ")}</Row>
      <Row name={t("report.context")}>{one.context?.map((name) => label("context", name)).join(", ")}</Row>
      <Row name={t("report.scale")}>
        {one.score !== undefined && `${score(one.score, language)} · ${label("quad", String(one.quad))}`}
      </Row>
      <Row name={t("report.cameo")}>
        {one.cameo && `${one.cameo}${one.goldstein === undefined ? "" : ` · Goldstein ${score(one.goldstein, language)}`}`}
      </Row>
    </Entry>
  );
}

function Attribution({ id, view }: { id: string; view: View }) {
  const speaker = view.coding.statements.find((one) => one.id === id)?.speaker;
  return (
    <button type="button" class="ref" onClick={() => view.select(id)}>
      {id} {view.names(speaker)}
    </button>
  );
}

function StatementEntry({ one, view }: { one: Statement; view: View }) {
  const { t, label, language } = useWords();
  const speaker = one.speaker.length > 0 ? view.names(one.speaker) : t("report.unnamed");
  const words = wordsOf(view.coding.text, one.content);
  const head = (
    <>
      {speaker}: <q lang={view.coding.language}>{words.length > 110 ? `${words.slice(0, 108)}…` : words}</q>
    </>
  );
  return (
    <Entry id={one.id} view={view} head={head}>
      <Row name={t("report.statement_text")}><q lang={view.coding.language}>{words}</q></Row>
      <Row name={t("report.speaker")}>
        {one.speaker.length > 0 ? <Refs ids={one.speaker} view={view} /> : t("report.unnamed")}
      </Row>
      <Row name={t("report.addressee")}>{one.addressee && <Refs ids={one.addressee} view={view} />}</Row>
      <Row name={t("report.cue")}>
        {one.cue && `“${wordsOf(view.coding.text, [one.cue])}”${one.cue.lemma ? ` (${one.cue.lemma})` : ""}`}
      </Row>
      <Row name={t("report.kind")}>{label("speech", one.kind)}</Row>
      <Row name={t("report.said_events")}>{one.events && <Refs ids={one.events} view={view} />}</Row>
      <Row name={t("report.date")}>{one.date && range(one.date, language)}</Row>
    </Entry>
  );
}

function PartText({ part, view }: { part: Part; view: View }) {
  const { t } = useWords();
  return (
    <>
      <q lang={view.coding.language}>{part.text}</q>
      {part.template && (
        <div class="quiet">
          {t("report.template")}: {templateText(part.template, view)}
        </div>
      )}
    </>
  );
}

function templateText(template: Template, view: View): string {
  const sides = [view.names(template.actor), template.event, view.names(template.recipient)];
  const contexts = template.context ? `(${template.context.join(", ")})` : "";
  return [...sides, contexts].filter((word) => word !== "").join(" ");
}

function CommitmentEntry({ one, view }: { one: CodedCommitment; view: View }) {
  const { t, label, language } = useWords();
  const number = view.entries[one.id];
  const head = (
    <>
      <b>{label("kind", one.kind)}</b> {view.names(one.holder)}
      {one.toward && ` → ${view.names(one.toward)}`} <State state={one.state} />
    </>
  );
  return (
    <Entry id={one.id} view={view} head={head}>
      <Rule rule={one.rule} />
      <Row name={t("report.holder")}><Refs ids={one.holder} view={view} /></Row>
      <Row name={t("report.toward")}>{one.toward && <Refs ids={one.toward} view={view} />}</Row>
      <Row name={t("report.polarity")}>{one.polarity && label("polarity", one.polarity)}</Row>
      <Row name={t("report.action")}>{one.action && <PartText part={one.action} view={view} />}</Row>
      <Row name={t("report.condition")}>{one.condition && <PartText part={one.condition} view={view} />}</Row>
      <Row name={t("report.consequence")}>{one.consequence && <PartText part={one.consequence} view={view} />}</Row>
      <Row name={t("report.since")}>{one.since && day(one.since, language)}</Row>
      <Row name={t("report.until")}>{one.until && day(one.until, language)}</Row>
      <Row name={t("report.statement")}>{one.statement && <Attribution id={one.statement} view={view} />}</Row>
      <Row name={t("report.in_ledger")}>
        {number !== undefined && <Go to={href("ledger", String(number))}>{`#${number}`}</Go>}
      </Row>
    </Entry>
  );
}

function ActorEntry({ one, view }: { one: Actor; view: View }) {
  const { t, language } = useWords();
  const code = [one.code, one.sector].filter(Boolean).join(" ");
  const forms = [...new Set(one.mentions.map((mention) => mention.text))];
  const head = (
    <>
      {code !== "" && <span class="code">{code}</span>} {one.name}{" "}
      <span class="quiet">{number(one.mentions.length, language)}</span>
    </>
  );
  return (
    <Entry id={one.id} view={view} head={head}>
      <Row name={t("report.source")}>{one.source && <code class="rule">{one.source}</code>}</Row>
      <Row name={t("report.office")}>{one.office}</Row>
      <Row name={t("report.named_as")}>{forms.join(" · ")}</Row>
      <Row name="Wikidata">{one.wikidata}</Row>
      <Row name="">
        {(one.code || one.name) && <Go to={href("actor", whoOf(one))}>{t("report.all_of_actor")}</Go>}
      </Row>
    </Entry>
  );
}
