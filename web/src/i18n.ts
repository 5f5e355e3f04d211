// The two languages of the interface. Keys are paths ("ledger.holder"); {name} takes a value; a key with ".one" and
// ".other" below it is chosen by the number {n}.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "./format";
import de from "./strings/de.json";
import en from "./strings/en.json";

export type Values = Record<string, string | number>;
type Tree = { [key: string]: string | Tree };

const trees: Record<Language, Tree> = { de, en };

function find(tree: Tree, key: string): string | Tree | undefined {
  let at: string | Tree | undefined = tree;
  for (const part of key.split(".")) {
    if (typeof at !== "object") return undefined;
    at = Object.prototype.hasOwnProperty.call(at, part) ? at[part] : undefined;
  }
  return at;
}

/** The text of a key; a key that neither language has is shown as it is, so that a gap is seen. */
export function translate(language: Language, key: string, values: Values = {}): string {
  let found = find(trees[language], key);
  if (typeof found === "object") {
    const form = new Intl.PluralRules(language).select(Number(values.n ?? 0));
    found = found[form] ?? found.other;
  }
  if (typeof found !== "string") return key;
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A name out of a closed list ("event.AID"), or the name itself where the list lacks it. */
export function label(language: Language, list: string, name: string): string {
  const found = find(trees[language], `${list}.${name}`);
  return typeof found === "string" ? found : name.replaceAll("_", " ");
}

export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
  if (stored === "de" || stored === "en") return stored;
  return browser[0]?.toLowerCase().startsWith("de") ? "de" : "en";
}

export interface Words {
  language: Language;
  t: (key: string, values?: Values) => string;
  label: (list: string, name: string) => string;
}

export function wordsFor(language: Language): Words {
  return {
    language,
    t: (key, values) => translate(language, key, values),
    label: (list, name) => label(language, list, name),
  };
}

export const WordsContext = createContext<Words>(wordsFor("en"));
export const useWords = (): Words => useContext(WordsContext);
