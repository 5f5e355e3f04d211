// What the server answers (apps/desk/openapi.yaml), and how the pages ask for it.

export interface PartyCode {
  code?: string;
  sector?: string;
  name?: string;
}
export interface Span {
  begin: number;
  end: number;
}
export interface DateRange {
  from?: string;
  to?: string;
  text?: string;
}
export interface Place extends Span {
  name: string;
  code?: string;
}
export interface Actor {
  id: string;
  name: string;
  code?: string;
  sector?: string;
  other_sectors?: string[];
  office?: string;
  wikidata?: string;
  source?: string;
  mentions: (Span & { text: string; form: string })[];
}
export interface Statement {
  id: string;
  speaker: string[];
  addressee?: string[];
  cue?: Span & { lemma?: string };
  kind: string;
  content: Span[];
  date?: DateRange;
  place?: Place;
  events?: string[];
}
export interface CodedEvent {
  id: string;
  event: string;
  mode?: string[];
  context?: string[];
  cameo?: string;
  quad?: number;
  score?: number;
  goldstein?: number;
  actor: string[];
  recipient?: string[];
  status: string;
  historical?: true;
  attributed_to?: string;
  date?: DateRange;
  place?: Place;
  sentence: number;
  evidence: Span[];
  rule?: string;
}
export interface Template {
  event: string;
  actor?: string[];
  recipient?: string[];
  context?: string[];
  text?: string;
}
export interface Part extends Span {
  text: string;
  template?: Template;
}
export interface CodedCommitment {
  id: string;
  kind: string;
  holder: string[];
  toward?: string[];
  action?: Part;
  condition?: Part;
  consequence?: Part;
  polarity?: string;
  state: string;
  since?: string;
  until?: string;
  statement?: string;
  evidence: Span[];
  rule?: string;
}
export interface Coding {
  id: string;
  language: string;
  published?: string;
  agency?: string;
  title?: string;
  text: string;
  coder: { version: string; knowledge: string; model: string };
  sentences: Span[];
  actors: Actor[];
  statements: Statement[];
  events: CodedEvent[];
  commitments: CodedCommitment[];
}

export interface ReportRow {
  id: string;
  hash: string;
  published?: string;
  title?: string;
  language: string;
  agency?: string;
  texts: number;
  events: number;
  statements: number;
  commitments: number;
  alerts: number;
}
export interface ReportPage {
  report: ReportRow;
  coding: Coding;
  copies: ReportRow[];
  alerts: AlertRow[];
  entries: Record<string, number>;
}
export interface EventRow {
  day?: string;
  actor: string[];
  event: string;
  recipient: string[];
  mode: string[];
  context: string[];
  status: string;
  quad: number;
  score?: number;
  cameo?: string;
  place?: string;
  reports: number;
  texts: number;
  report: string;
  id: string;
  key: string;
  sentence?: string;
  actors: PartyCode[];
  recipients: PartyCode[];
}
export interface StatementRow {
  day?: string;
  speaker: string[];
  addressee: string[];
  kind: string;
  cue?: string;
  content: string;
  report: string;
  id: string;
  key: string;
  speakers: PartyCode[];
  addressees: PartyCode[];
}
export interface AlertRow {
  id: number;
  day?: string;
  alert: string;
  watch: boolean;
  commitment: number;
  event_report: string;
  event_sentence?: string;
  told_by: string;
  commitment_sentence?: string;
  event_key?: string;
  told_by_hash?: string;
  told_by_local?: string;
}
export interface CommitmentRow {
  id: number;
  kind: string;
  holder: string[];
  polarity?: string;
  toward: string[];
  action?: string;
  condition?: string;
  consequence?: string;
  state: string;
  since?: string;
  until?: string;
  reports: number;
  report?: string;
  sentence?: string;
  holders: PartyCode[];
  towards: PartyCode[];
}
export interface StepRow {
  day?: string;
  what: string;
  from: string;
  to: string;
  report?: string;
  sentence?: string;
  report_hash?: string;
  local_id?: string;
}
export interface CommitmentPage {
  commitment: CommitmentRow;
  templates?: { action?: Template; condition?: Template; consequence?: Template };
  history: StepRow[];
  alerts: AlertRow[];
}
export interface SeriesRow {
  period: string;
  events: number;
  cooperation: number;
  conflict: number;
  mean_score?: number;
}
export interface PlaceRow {
  place: string;
  code?: string;
  lat: number;
  lon: number;
  events: number;
  cooperation: number;
  conflict: number;
  last_day?: string;
}
export interface ActorRow {
  code?: string;
  sector?: string;
  name: string;
  office?: string;
  mentions: number;
  reports: number;
}
export interface Office {
  name_de: string;
  name_en: string;
  code?: string;
  sector?: string;
  office?: string;
  from?: string;
  to?: string;
  source: string;
}
export interface ActorPage {
  who: PartyCode;
  offices: Office[];
  names: ActorRow[];
  counts: {
    as_actor: number;
    as_recipient: number;
    statements: number;
    commitments: number;
    cooperation: number;
    conflict: number;
  };
  partners: { code: string; events: number; cooperation: number; conflict: number }[];
}
export interface Act {
  text: string;
  event: string;
  actor: string[];
  recipient?: string[];
}
export interface Link {
  depth: number;
  cause: number;
  effect: string;
  commitment: { id: number; kind: string; text: string; state: string; report: string; sentence: string };
  leads_to?: number;
  loop?: boolean;
}
export interface Chain {
  acts: Act[];
  links: Link[];
  cut: boolean;
}
export interface Meta {
  version: string;
  knowledge: string;
  can_code: boolean;
  counts: Record<"reports" | "texts" | "events" | "statements" | "commitments" | "alerts", number>;
  first_day?: string;
  last_day?: string;
  vocabulary: {
    types: string[];
    contexts: string[];
    sectors: string[];
    kinds: string[];
    commitment_states: string[];
    open_states: string[];
    states: { code: string; name_de: string; name_en: string }[];
  };
}
export interface Page<Row> {
  items: Row[];
  next: string | null;
}

/** What went wrong, in one line that can be shown. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

export const base = "/api/v1";
const tokenKey = "depesche.token";

/** A desk that is open to others than this machine asks for a token; it is kept until the window closes. */
export function setToken(token: string): void {
  sessionStorage.setItem(tokenKey, token);
}

export function headers(): Record<string, string> {
  const token = sessionStorage.getItem(tokenKey);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

export type Query = Record<string, string | number | boolean | undefined>;

/** "/events?actor=RUS": values that are empty, false or undefined are left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== "" && value !== false) search.set(key, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

async function answer<T>(response: Response): Promise<T> {
  const type = response.headers.get("Content-Type") ?? "";
  const body: unknown = type.includes("json") ? await response.json() : undefined;
  if (response.ok && body !== undefined) return body as T;
  const detail = (body as { detail?: string } | undefined)?.detail;
  throw new Problem(response.status, detail ?? `${response.status} ${response.statusText}`);
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(await fetch(base + path, { headers: headers(), ...(signal ? { signal } : {}) }));
}

export async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return answer<T>(
    await fetch(base + path, {
      method: "POST",
      headers: { ...headers(), "Content-Type": "application/json" },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    }),
  );
}
