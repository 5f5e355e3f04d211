// Addresses of the pages: /page/id?filters. A page is its address: what one sees can be sent to others.

export const pages = ["wire", "report", "ledger", "dyad", "map", "actor", "what-if", "code"] as const;
export type Page = (typeof pages)[number];

export interface Route {
  page: Page | "unknown";
  id: string;
  query: URLSearchParams;
}

export function parse(path: string, search = ""): Route {
  const query = new URLSearchParams(search);
  const [page = "", ...rest] = path.split("/").filter((part) => part !== "");
  let id = "";
  try {
    id = decodeURIComponent(rest.join("/"));
  } catch {
    return { page: "unknown", id: "", query };
  }
  if (page === "") return { page: "wire", id: "", query };
  const known = pages.find((one) => one === page);
  return known ? { page: known, id, query } : { page: "unknown", id, query };
}

/** Empty values are left out, so that one state has one address. */
export function href(page: Page, id = "", query: Record<string, string> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== "") search.set(key, value);
  const path = page === "wire" && id === "" ? "/" : `/${page}${id === "" ? "" : `/${encodeURIComponent(id)}`}`;
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
