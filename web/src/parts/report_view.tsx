// Text and coding side by side, linked both ways; for stored reports and for a text just coded.
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Coding } from "../api";
import { useWords } from "../i18n";
import type { Layer } from "../spans";
import { linked, layers } from "./marks";
import { Entries } from "./report_entries";
import { ReportText } from "./report_text";

interface Props {
  coding: Coding;
  entries?: Record<string, number>;
  /** The entry that is open at first. */
  mark?: string;
  marked?: (id: string) => void;
}

const noEntries: Record<string, number> = {};

export function ReportView({ coding, entries = noEntries, mark = "", marked }: Props) {
  const { t } = useWords();
  const [shown, setShown] = useState<ReadonlySet<Layer>>(new Set(layers));
  const [selected, setSelected] = useState(mark);
  useEffect(() => setSelected(mark), [mark, coding]);
  const near = useMemo(() => linked(coding, selected), [coding, selected]);
  const select = (id: string) => {
    setSelected(id);
    marked?.(id);
  };
  const toggle = (layer: Layer) => {
    const next = new Set(shown);
    if (!next.delete(layer)) next.add(layer);
    setShown(next);
  };
  return (
    <>
      <fieldset class="layers">
        <legend>{t("report.layers")}</legend>
        {layers.map((layer) => (
          <label key={layer}>
            <input type="checkbox" checked={shown.has(layer)} onChange={() => toggle(layer)} />
            <span class={`sample ${layer}`}>{t(`report.${layer}s`)}</span>
          </label>
        ))}
      </fieldset>
      <div class="sidebyside">
        <ReportText coding={coding} shown={shown} selected={selected} near={near} select={select} />
        <Entries coding={coding} entries={entries} selected={selected} near={near} select={select} />
      </div>
    </>
  );
}
