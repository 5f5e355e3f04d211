import { describe, expect, it } from "vitest";
import { MessageReader } from "../src/stream";

describe("server-sent events", () => {
  it("are read across the borders of pieces", () => {
    const reader = new MessageReader();
    expect(reader.push("event: alert\nda")).toEqual([]);
    expect(reader.push('ta: {"id":1}\n')).toEqual([]);
    expect(reader.push("\nevent: report\r\ndata: {}\r\n\r\n")).toEqual([
      { event: "alert", data: '{"id":1}' },
      { event: "report", data: "{}" },
    ]);
  });
  it("may be comments, which say nothing, or have several lines", () => {
    const reader = new MessageReader();
    expect(reader.push(": keep\n\n")).toEqual([]);
    expect(reader.push("data: a\ndata:b\nid: 3\n\n")).toEqual([{ event: "message", data: "a\nb" }]);
  });
});
