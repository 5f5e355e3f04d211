// The text of a report with its marks. Pieces carry classes for what covers them; small numbered buttons before the
// first piece of an entry are the way for the keyboard, a click anywhere selects the narrowest mark that is there.
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Coding } from "../api";
import { useWords } from "../i18n";
import { pieces, type Layer, type Mark } from "../spans";
import { marksOf } from "./marks";

interface Props {
  coding: Coding;
  shown: ReadonlySet<Layer>;
  selected: string;
  near: ReadonlySet<string>;
  select: (id: string) => void;
}

const narrowestFirst = (a: Mark, b: Mark) => a.end - a.begin - (b.end - b.begin);

export function ReportText({ coding, shown, selected, near, select }: Props) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const all = useMemo(() => marksOf(coding), [coding]);
  const cut = useMemo(
    () => pieces(coding.text, all.filter((mark) => shown.has(mark.layer) || mark.id === selected)),
    [coding, all, shown, selected],
  );
  useEffect(() => {
    if (selected === "") return;
    box.current?.querySelector(".selected")?.scrollIntoView({ block: "nearest" });
  }, [selected]);

  const hostile = useMemo(
    () => new Set(coding.events.filter((event) => (event.quad ?? 0) > 2).map((event) => event.id)),
    [coding],
  );
  const first = new Set<string>();
  return (
    <div class="text" ref={box} lang={coding.language} role="region" aria-label={t("report.text")}>
      {cut.map((piece) => {
        const opens = piece.opens.filter((mark) => {
          if (mark.layer === "actor" || first.has(mark.id)) return false;
          first.add(mark.id);
          return true;
        });
        const here = [...piece.marks].sort(narrowestFirst);
        const names: string[] = here.map((mark) => mark.layer);
        if (here.some((mark) => hostile.has(mark.id))) names.push("hostile");
        if (here.some((mark) => mark.id === selected)) names.push("selected");
        else if (here.some((mark) => near.has(mark.id) && mark.layer === "actor")) names.push("near");
        const click = () => {
          // A further click on the same place goes to the next wider mark.
          const at = here.findIndex((mark) => mark.id === selected);
          const next = here[(at + 1) % here.length];
          if (next && getSelection()?.isCollapsed !== false) select(next.id);
        };
        return (
          <span key={piece.begin}>
            {opens.map((mark) => (
              <button
                key={mark.id}
                type="button"
                class={`anchor ${mark.layer}`}
                aria-pressed={mark.id === selected}
                aria-label={t(`report.anchor_${mark.layer}`, { n: mark.id.slice(1) })}
                onClick={() => select(mark.id)}
              >
                {mark.id}
              </button>
            ))}
            {here.length === 0 ? piece.text : (
              <span class={names.join(" ")} onClick={click}>
                {piece.text}
              </span>
            )}
          </span>
        );
      })}
    </div>
  );
}
