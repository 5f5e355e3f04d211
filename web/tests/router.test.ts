import { describe, expect, it } from "vitest";
import { address } from "../src/api";
import { href, pages, parse } from "../src/router";

describe("addresses", () => {
  it("lead back to the page, the id and the filters", () => {
    for (const page of pages) {
      for (const id of ["", "de-eriwan", "a/b c?#ä<script>"]) {
        if (page === "wire" && id !== "") continue;
        const [path = "", search = ""] = href(page, id, { a: "RUS:GOV", b: "", words: "x&y" }).split("?");
        const route = parse(path, search);
        expect([route.page, route.id]).toEqual([page, id]);
        expect(Object.fromEntries(route.query)).toEqual({ a: "RUS:GOV", words: "x&y" });
      }
    }
  });
  it("of unknown pages and of broken ids are unknown", () => {
    expect(parse("/nothing").page).toBe("unknown");
    expect(parse("/report/%E0%A4%A").page).toBe("unknown");
    expect(parse("/").page).toBe("wire");
  });
  it("of the interface leave out what is empty", () => {
    expect(address("/events", { actor: "RUS", since: "", open: false, limit: 5 })).toBe("/events?actor=RUS&limit=5");
    expect(address("/events", {})).toBe("/events");
  });
});
