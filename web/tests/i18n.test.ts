import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { label, preferredLanguage, translate } from "../src/i18n";
import de from "../src/strings/de.json";
import en from "../src/strings/en.json";

type Tree = { [key: string]: string | Tree };

function keys(tree: Tree, before = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [before + key] : keys(value, `${before}${key}.`),
  );
}

const at = (tree: Tree, key: string): string => {
  let found: string | Tree = tree;
  for (const part of key.split(".")) found = (found as Tree)[part]!;
  return found as string;
};

const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const root = fileURLToPath(new URL("..", import.meta.url));

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : entry.name.match(/\.tsx?$/) ? [join(folder, entry.name)] : [],
  );
}

describe("strings", () => {
  it("have the same keys in both languages, none empty", () => {
    expect(keys(de).sort()).toEqual(keys(en).sort());
    for (const tree of [de, en]) for (const key of keys(tree)) expect(at(tree, key).trim(), key).not.toBe("");
  });
  it("take the same values in both languages", () => {
    for (const key of keys(en)) expect(values(at(de, key)), key).toEqual(values(at(en, key)));
  });
  it("are there for every key that the pages name, and none is left over", () => {
    const text = sources(join(root, "src")).map((file) => readFileSync(file, "utf8")).join("\n");
    const known = keys(en);
    const named = [...text.matchAll(/\bt\(\s*"([a-z-]+\.[\w.-]+)"/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(100);
    for (const key of named) expect(known.some((one) => one === key || one.startsWith(`${key}.`)), key).toBe(true);
    const built = [...text.matchAll(/\bt\(`([a-z]+\.[\w.]*)\$\{/g)].map((match) => match[1]!);
    const lists = [...text.matchAll(/\blabel\(\s*"(\w+)"/g)].map((match) => `${match[1]!}.`);
    const used = (key: string) =>
      named.some((one) => key === one || key.startsWith(`${one}.`)) || [...built, ...lists].some((start) => key.startsWith(start));
    expect(known.filter((key) => !used(key) && !text.includes(`"${key}"`))).toEqual([]);
  });
  it("choose the form by the number", () => {
    expect(translate("en", "ledger.count", { n: 1 })).toBe("1 commitment");
    expect(translate("de", "ledger.count", { n: 2 })).toBe("2 Verpflichtungen");
  });
  it("show a gap instead of hiding it", () => {
    expect(translate("en", "no.such.key")).toBe("no.such.key");
    expect(label("de", "mode", "brand_new")).toBe("brand new");
    expect(label("de", "event", "toString")).toBe("toString");
  });
});

describe("the language", () => {
  it("is the one chosen, else the browser's, else English", () => {
    expect(preferredLanguage("de", ["en"])).toBe("de");
    expect(preferredLanguage(null, ["de-AT", "en"])).toBe("de");
    expect(preferredLanguage("fr", ["fr"])).toBe("en");
    expect(preferredLanguage(null, [])).toBe("en");
  });
});

describe("closed lists", () => {
  it("name every type, mode, context and state of the schema", () => {
    const schema = JSON.parse(readFileSync(join(root, "../schema/report.schema.json"), "utf8")) as {
      $defs: Record<string, { enum?: string[] }>;
    };
    for (const [list, definition] of [["event", "event_type"], ["mode", "mode"], ["context", "context"]] as const) {
      for (const name of schema.$defs[definition]!.enum!) {
        for (const tree of [de, en] as Tree[]) expect((tree[list] as Tree)[name], `${list}.${name}`).toBeTypeOf("string");
      }
    }
  });
});
