// The frame of all pages: navigation, language, colours. Pages with heavy parts are loaded when they are opened.
import type { ComponentType } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { get, type Meta } from "./api";
import type { Language } from "./format";
import { MetaContext, useRoute } from "./hooks";
import { preferredLanguage, useWords, wordsFor, WordsContext } from "./i18n";
import { href, pages, type Page, type Route } from "./router";
import { Go } from "./parts/bits";
import Wire from "./pages/wire";
import Report from "./pages/report";
import Ledger from "./pages/ledger";

type View = ComponentType<{ route: Route }>;

const here: Partial<Record<Page, View>> = { wire: Wire, report: Report, ledger: Ledger };
const later: Partial<Record<Page, () => Promise<{ default: ComponentType<never> }>>> = {
  dyad: () => import("./pages/dyad"),
  map: () => import("./pages/map"),
  actor: () => import("./pages/actor"),
  "what-if": () => import("./pages/what_if"),
  code: () => import("./pages/code"),
};
const loaded = new Map<Page, View>();

function useView(page: Page | "unknown"): View | undefined {
  const [, redraw] = useState(0);
  const now = page === "unknown" ? undefined : (here[page] ?? loaded.get(page));
  useEffect(() => {
    if (page === "unknown" || now) return;
    void later[page]?.().then((module) => {
      loaded.set(page, module.default as View);
      redraw((n) => n + 1);
    });
  }, [page, now]);
  return now;
}

type Theme = "auto" | "light" | "dark";
const themes: readonly Theme[] = ["auto", "light", "dark"];

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the choice holds until the window closes.
  }
}

export function App() {
  const [language, setLanguage] = useState<Language>(() =>
    preferredLanguage(stored("depesche.language"), navigator.languages),
  );
  const [theme, setTheme] = useState<Theme>(() => themes.find((one) => one === stored("depesche.theme")) ?? "auto");
  const [meta, setMeta] = useState<Meta>();
  const words = useMemo(() => wordsFor(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    keep("depesche.language", language);
  }, [language]);
  useEffect(() => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    keep("depesche.theme", theme);
  }, [theme]);
  useEffect(() => {
    // Without it the pages still work: their choices are shorter. What is wrong, the page's own question says.
    get<Meta>("/meta").then(setMeta, () => undefined);
  }, []);
  return (
    <WordsContext.Provider value={words}>
      <MetaContext.Provider value={meta}>
        <Frame language={language} setLanguage={setLanguage} theme={theme} setTheme={setTheme} />
      </MetaContext.Provider>
    </WordsContext.Provider>
  );
}

interface FrameProps {
  language: Language;
  setLanguage: (language: Language) => void;
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

function Frame({ language, setLanguage, theme, setTheme }: FrameProps) {
  const { t } = useWords();
  const route = useRoute();
  const View = useView(route.page);
  const main = useRef<HTMLElement>(null);
  const place = `${route.page}/${route.id}`;
  const before = useRef(place);
  useEffect(() => {
    document.title = `${route.page === "unknown" ? "" : `${t(`nav.${route.page}`)} – `}Depesche`;
    if (before.current === place) return;
    // A new page begins at its top, also for those who read it by ear.
    before.current = place;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [place, t]);
  return (
    <>
      <a class="skip" href="#page" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>
        {t("app.skip")}
      </a>
      <header class="top">
        <Go to="/" class="brand">Depesche</Go>
        <nav aria-label={t("app.pages")}>
          {pages.filter((page) => page !== "report").map((page) => (
            <Go key={page} to={href(page)} current={route.page === page}>{t(`nav.${page}`)}</Go>
          ))}
        </nav>
        <div class="settings">
          <select aria-label={t("app.language")} value={language} onChange={(e) => setLanguage(e.currentTarget.value as Language)}>
            <option value="de" lang="de">Deutsch</option>
            <option value="en" lang="en">English</option>
          </select>
          <select aria-label={t("app.theme")} value={theme} onChange={(e) => setTheme(e.currentTarget.value as Theme)}>
            {themes.map((one) => <option key={one} value={one}>{t(`app.theme_${one}`)}</option>)}
          </select>
        </div>
      </header>
      <main id="page" ref={main} tabIndex={-1} class={route.page}>
        {route.page === "unknown" ? (
          <p>{t("app.unknown")} <Go to="/">{t("app.home")}</Go></p>
        ) : View ? (
          <View route={route} key={route.page} />
        ) : (
          <p class="quiet" role="status">{t("app.loading")}</p>
        )}
      </main>
    </>
  );
}
