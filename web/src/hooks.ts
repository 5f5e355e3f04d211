// What several pages need: data by address, the address itself, pages of a list.
import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import { get, type Meta, type Page, type Problem } from "./api";
import { href, parse, type Route } from "./router";

export interface Loaded<T> {
  data?: T;
  problem?: Problem;
  loading: boolean;
}

/** Asks for a path, again whenever it or `version` changes; null asks for nothing. Old data stay until new ones come. */
export function useData<T>(path: string | null, version = 0): Loaded<T> {
  const [state, set] = useState<Loaded<T> & { path: string | null }>({ loading: path !== null, path });
  useEffect(() => {
    if (path === null) {
      set({ loading: false, path });
      return undefined;
    }
    const control = new AbortController();
    set((old) => (old.data !== undefined ? { data: old.data, loading: true, path } : { loading: true, path }));
    get<T>(path, control.signal).then(
      (data) => set({ data, loading: false, path }),
      (problem: Problem) => {
        if (!control.signal.aborted) set({ problem, loading: false, path });
      },
    );
    return () => control.abort();
  }, [path, version]);
  return state;
}

/** A list whose further pages come on demand. */
export function useList<Row>(path: string | null, version = 0) {
  const first = useData<Page<Row>>(path, version);
  const [more, setMore] = useState<{ of: unknown; rows: Row[]; next: string | null }>();
  const [loadingMore, setLoadingMore] = useState(false);
  const current = more && more.of === first.data ? more : undefined;
  const next = current ? current.next : (first.data?.next ?? null);
  const load = useCallback(() => {
    if (!path || next === null) return;
    setLoadingMore(true);
    const joint = path.includes("?") ? "&" : "?";
    get<Page<Row>>(`${path}${joint}after=${encodeURIComponent(next)}`)
      .then((page) => setMore({ of: first.data, rows: [...(current?.rows ?? []), ...page.items], next: page.next }))
      .finally(() => setLoadingMore(false));
  }, [path, next, first.data, current]);
  return { ...first, rows: [...(first.data?.items ?? []), ...(current?.rows ?? [])], next, load, loadingMore };
}

export function useRoute(): Route {
  const read = () => parse(location.pathname, location.search);
  const [route, set] = useState(read);
  useEffect(() => {
    const changed = () => set(read());
    addEventListener("popstate", changed);
    return () => removeEventListener("popstate", changed);
  }, []);
  return route;
}

/** Goes to an address inside the app; `replace` leaves no step in the history. */
export function go(to: string, replace = false): void {
  history[replace ? "replaceState" : "pushState"](null, "", to);
  dispatchEvent(new PopStateEvent("popstate"));
}

/** Sets filters of the page one is on. */
export function setQuery(route: Route, changes: Record<string, string>): void {
  if (route.page === "unknown") return;
  go(href(route.page, route.id, { ...Object.fromEntries(route.query), ...changes }), true);
}

export const MetaContext = createContext<Meta | undefined>(undefined);
export const useMeta = (): Meta | undefined => useContext(MetaContext);
