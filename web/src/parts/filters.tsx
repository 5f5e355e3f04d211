// A form of filters whose state is the address: what is shown can be sent to others and gone back to.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { setQuery, useMeta } from "../hooks";
import { useWords } from "../i18n";
import type { Route } from "../router";

type FormProps = { route: Route; names: readonly string[]; label: string; children: ComponentChildren };

/** Takes the named fields of its form into the address when it is sent or a choice changes. */
export function Filters({ route, names, children, label }: FormProps) {
  const { t } = useWords();
  const read = (form: HTMLFormElement) => {
    const data = new FormData(form);
    const changes: Record<string, string> = {};
    for (const name of names) changes[name] = String(data.get(name) ?? "").trim();
    setQuery(route, changes);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    read(event.currentTarget as HTMLFormElement);
  };
  const change = (event: Event) => {
    const target = event.target as HTMLElement;
    const choice = target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === "checkbox");
    if (choice) read(event.currentTarget as HTMLFormElement);
  };
  const set = names.some((name) => (route.query.get(name) ?? "") !== "");
  const clear = () => setQuery(route, Object.fromEntries(names.map((name) => [name, ""])));
  return (
    <form class="filters" aria-label={label} onSubmit={submit} onChange={change}>
      {children}
      <button type="submit">{t("app.filter")}</button>
      {set && (
        <button type="button" class="plain" onClick={clear}>
          {t("app.clear")}
        </button>
      )}
    </form>
  );
}

type TextProps = { label: string; name: string; value: string; hint?: string; type?: string; list?: string };

/** Its key makes it take a value that came by the address instead of by typing. */
export function Text({ label, name, value, hint, type = "text", list }: TextProps) {
  return (
    <label>
      {label}
      <input
        key={value}
        type={type}
        name={name}
        defaultValue={value}
        placeholder={hint}
        list={list}
        autocomplete="off"
        spellcheck={false}
      />
    </label>
  );
}

type ChoiceProps = {
  label: string;
  name: string;
  value: string;
  options: readonly (readonly [string, string])[];
  any?: string;
};

export function Choice({ label, name, value, options, any }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name} value={value}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A text field that proposes codes of states by their names. */
export function Party({ label, name, value }: { label: string; name: string; value: string }) {
  const { t } = useWords();
  const id = useId();
  return (
    <>
      <Text label={label} name={name} value={value} hint={t("ledger.code_or_name")} list={id} />
      <StateList id={id} />
    </>
  );
}

export function StateList({ id }: { id: string }) {
  const { language } = useWords();
  const meta = useMeta();
  return (
    <datalist id={id}>
      {meta?.vocabulary.states.map((state) => (
        <option key={state.code} value={state.code}>
          {language === "de" ? state.name_de : state.name_en}
        </option>
      ))}
    </datalist>
  );
}
