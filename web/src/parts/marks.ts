// Which places of a report's text an entry of its coding marks.
import type { Coding, Span } from "../api";
import { toUtf16, type Layer, type Mark } from "../spans";

export const layers = ["actor", "event", "statement", "commitment"] as const satisfies readonly Layer[];

/** All marks of a coding, in UTF-16 units of its text. */
export function marksOf(coding: Coding): Mark[] {
  const index = toUtf16(coding.text);
  const out: Mark[] = [];
  const add = (layer: Layer, id: string, spans: readonly Span[]) => {
    for (const span of spans) out.push({ layer, id, begin: index(span.begin), end: index(span.end) });
  };
  for (const one of coding.statements) add("statement", one.id, one.content);
  for (const one of coding.commitments) add("commitment", one.id, one.evidence);
  for (const one of coding.events) add("event", one.id, one.evidence);
  for (const one of coding.actors) add("actor", one.id, one.mentions);
  return out;
}

/** Entries that an entry leads to, so that both light up: an event its actors, a statement its events, ... */
export function linked(coding: Coding, id: string): Set<string> {
  const out = new Set<string>();
  const take = (...lists: (readonly string[] | string | undefined)[]) => {
    for (const list of lists) for (const one of typeof list === "string" ? [list] : (list ?? [])) out.add(one);
  };
  for (const event of coding.events) {
    if (event.id === id) take(event.actor, event.recipient, event.attributed_to);
    if (event.attributed_to === id || event.actor.includes(id) || event.recipient?.includes(id)) take(event.id);
  }
  for (const statement of coding.statements) {
    if (statement.id === id) take(statement.speaker, statement.addressee, statement.events);
    if (statement.events?.includes(id) || statement.speaker.includes(id) || statement.addressee?.includes(id))
      take(statement.id);
  }
  for (const one of coding.commitments) {
    if (one.id === id) take(one.holder, one.toward, one.statement);
    if (one.statement === id || one.holder.includes(id) || one.toward?.includes(id)) take(one.id);
  }
  return out;
}
