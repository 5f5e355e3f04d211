// A text of the user's, coded; nothing is stored.
import { useRef, useState } from "preact/hooks";
import { post, type Coding, type Problem } from "../api";
import { useMeta, type Loaded } from "../hooks";
import { useWords } from "../i18n";
import { Await } from "../parts/bits";
import { ReportView } from "../parts/report_view";

export default function Code() {
  const { t, label } = useWords();
  const meta = useMeta();
  const [state, set] = useState<Loaded<Coding>>({ loading: false });
  const result = useRef<HTMLElement>(null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const body: Record<string, string> = {};
    for (const name of ["text", "title", "published", "language"]) {
      const value = String(data.get(name) ?? "").trim();
      if (value !== "") body[name] = value;
    }
    if (!body.text) return;
    set({ loading: true });
    post<Coding>("/code", body).then(
      (coding) => {
        set({ data: coding, loading: false });
        result.current?.focus();
      },
      (problem: Problem) => set({ problem, loading: false }),
    );
  };
  return (
    <>
      <h1>{t("code.title")}</h1>
      <form class="code-form" onSubmit={submit} aria-label={t("code.title")}>
        <label class="wide">
          {t("code.text")}
          <textarea name="text" rows={7} required maxLength={200_000} placeholder={t("code.hint")} />
        </label>
        <div class="filters">
          <label>
            {t("code.headline")}
            <input name="title" maxLength={1000} autocomplete="off" />
          </label>
          <label>
            {t("code.published")}
            <input name="published" placeholder="2024-12-31" autocomplete="off" />
          </label>
          <label>
            {t("code.language")}
            <select name="language">
              <option value="">{t("code.auto")}</option>
              <option value="de">{label("language", "de")}</option>
              <option value="en">{label("language", "en")}</option>
            </select>
          </label>
          <button type="submit" disabled={state.loading || meta?.can_code === false}>
            {state.loading ? t("code.working") : t("code.run")}
          </button>
          <span class="quiet">{meta?.can_code === false ? t("code.cannot") : t("code.note")}</span>
        </div>
      </form>
      <section ref={result} tabIndex={-1} aria-label={t("code.result")}>
        <Await from={state}>{(coding) => <ReportView coding={coding} />}</Await>
      </section>
    </>
  );
}
