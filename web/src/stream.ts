// Server-sent events, read by fetch: EventSource cannot send the token.
import { base, headers } from "./api";

export interface Message {
  event: string;
  data: string;
}

/** Takes pieces of a stream as they come, gives the messages that are complete (WHATWG HTML, section 9.2.6). */
export class MessageReader {
  private rest = "";

  push(piece: string): Message[] {
    this.rest += piece;
    const blocks = this.rest.split(/\r\n\r\n|\n\n|\r\r/);
    this.rest = blocks.pop() ?? "";
    const out: Message[] = [];
    for (const block of blocks) {
      let event = "message";
      const data: string[] = [];
      for (const line of block.split(/\r\n|\n|\r/)) {
        const colon = line.indexOf(":");
        if (colon === 0) continue;
        const field = colon < 0 ? line : line.slice(0, colon);
        const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
        if (field === "event") event = value;
        if (field === "data") data.push(value);
      }
      if (data.length > 0) out.push({ event, data: data.join("\n") });
    }
    return out;
  }
}

const firstPause = 1_000;
const longestPause = 30_000;

/** Listens until the returned function is called; a connection that breaks is opened again, more slowly each time. */
export function listen(take: (message: Message) => void, state: (connected: boolean) => void): () => void {
  const control = new AbortController();
  let pause = firstPause;
  const once = async (): Promise<void> => {
    const response = await fetch(`${base}/stream`, { headers: headers(), signal: control.signal });
    if (!response.ok || !response.body) throw new Error(String(response.status));
    state(true);
    pause = firstPause;
    const reader = new MessageReader();
    const decoder = new TextDecoder();
    const body = response.body.getReader();
    for (;;) {
      const { done, value } = await body.read();
      if (done) return;
      for (const message of reader.push(decoder.decode(value, { stream: true }))) take(message);
    }
  };
  const run = async (): Promise<void> => {
    while (!control.signal.aborted) {
      await once().catch(() => undefined);
      if (control.signal.aborted) return;
      state(false);
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(2 * pause, longestPause);
    }
  };
  void run();
  return () => control.abort();
}
