// Days, numbers and names as the reader's language writes them.
import codes from "i18n-iso-countries/codes.json";

export type Language = "de" | "en";

const byAlpha3 = new Map<string, { alpha2: string; numeric: string }>();
const byNumeric = new Map<string, string>();
for (const [alpha2, alpha3, numeric] of codes as string[][]) {
  byAlpha3.set(alpha3!, { alpha2: alpha2!, numeric: numeric! });
  byNumeric.set(numeric!, alpha3!);
}
byAlpha3.set("KOS", { alpha2: "XK", numeric: "" });

/** The alpha-3 code of a shape of world-atlas, "" where it has none. */
export function codeOfShape(id: string | number | undefined, name: string): string {
  if (name === "Kosovo") return "KOS";
  return byNumeric.get(String(id ?? "").padStart(3, "0")) ?? "";
}

/** "RUS" as "Russland"; codes that are no state stay as they are. */
export function countryName(code: string, language: Language): string {
  const alpha2 = byAlpha3.get(code)?.alpha2;
  if (!alpha2) return code;
  return new Intl.DisplayNames([language], { type: "region" }).of(alpha2) ?? code;
}

/** "2024-06-19" as "19 Jun 2024" or "19. Juni 2024"; months and years in their length; other texts as they are. */
export function day(text: string | undefined, language: Language): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text ?? "");
  if (!parts) return text ?? "";
  const [, year, month, date] = parts;
  if (!month) return year!;
  const value = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date ?? 1)));
  if (Number.isNaN(value.getTime())) return text!;
  const locale = language === "de" ? "de-DE" : "en-GB";
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    year: "numeric",
    month: "short",
    ...(date ? { day: "numeric" } : {}),
  }).format(value);
}

export function number(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A score from -10 to 10 with its sign and a true minus. */
export function score(value: number | undefined | null, language: Language): string {
  if (value === undefined || value === null) return "";
  const text = number(Math.abs(value), language, 1);
  return value < 0 ? `−${text}` : value > 0 ? `+${text}` : text;
}

export interface Range {
  from?: string;
  to?: string;
}

export function range(date: Range | undefined, language: Language): string {
  if (!date) return "";
  const from = day(date.from, language);
  const to = day(date.to, language);
  if (from === to || to === "") return from;
  return from === "" ? `– ${to}` : `${from} – ${to}`;
}
