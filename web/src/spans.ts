// Offsets of the record count Unicode code points; strings of the browser count UTF-16 units. Marks may nest and
// cross, so the text is cut at every border and each piece knows which marks cover it.

export interface Span {
  begin: number;
  end: number;
}

/** Layers from the widest to the narrowest: what is drawn below comes first. */
export type Layer = "statement" | "commitment" | "event" | "actor";

export interface Mark extends Span {
  layer: Layer;
  id: string;
}

export interface Piece {
  begin: number;
  text: string;
  marks: Mark[];
  /** Marks whose first piece this is. */
  opens: Mark[];
}

/** From an offset in code points to one in UTF-16 units. Offsets past the end give the end. */
export function toUtf16(text: string): (offset: number) => number {
  let pairs = false;
  for (let i = 0; i < text.length && !pairs; ++i) pairs = (text.charCodeAt(i) & 0xfc00) === 0xd800;
  if (!pairs) return (offset) => Math.min(offset, text.length);
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  starts.push(at);
  return (offset) => starts[Math.min(offset, starts.length - 1)] ?? at;
}

/** The words of a span, which counts code points. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  const index = toUtf16(text);
  return spans.map((span) => text.slice(index(span.begin), index(span.end))).join(" … ");
}

/** Cuts a text at all borders of its marks (in UTF-16 units). Marks that are empty or lie outside are left out. */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const inside = marks.filter((mark) => mark.begin < mark.end && mark.begin >= 0 && mark.end <= text.length);
  const borders = new Set<number>([0, text.length]);
  for (const mark of inside) borders.add(mark.begin).add(mark.end);
  const sorted = [...borders].sort((a, b) => a - b);
  const queue = [...inside].sort((a, b) => a.begin - b.begin || b.end - a.end);
  const open: Mark[] = [];
  const out: Piece[] = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; ++i) {
    const begin = sorted[i]!;
    const end = sorted[i + 1]!;
    for (let k = open.length - 1; k >= 0; --k) if (open[k]!.end <= begin) open.splice(k, 1);
    const opens: Mark[] = [];
    while (next < queue.length && queue[next]!.begin === begin) opens.push(queue[next++]!);
    open.push(...opens);
    out.push({ begin, text: text.slice(begin, end), marks: [...open], opens });
  }
  return out;
}
