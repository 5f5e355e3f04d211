// Where events happened: one circle a place, as large as its events are many, in the colour of what prevails there.
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { scaleSqrt } from "d3-scale";
import { useMemo } from "preact/hooks";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Feature, FeatureCollection } from "geojson";
import world from "world-atlas/countries-110m.json";
import { address, type EventRow, type Page, type PlaceRow } from "../api";
import { codeOfShape, countryName, day } from "../format";
import { setQuery, useData, useList, useMeta } from "../hooks";
import { useWords } from "../i18n";
import type { Route } from "../router";
import { EventTable, Failure, More } from "../parts/bits";
import { Choice, Filters, Party, Text } from "../parts/filters";
import { useWidth } from "../parts/series_chart";

const names = ["party", "type", "since", "until"] as const;
const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const countries = (feature(topology, topology.objects.countries) as FeatureCollection).features.filter(
  (shape) => shape.id !== "010",
);
const frame: FeatureCollection = { type: "FeatureCollection", features: countries };

const prevails = (place: PlaceRow) =>
  place.cooperation > place.conflict ? "cooperation" : place.cooperation < place.conflict ? "conflict" : "even";

export default function WorldMap({ route }: { route: Route }) {
  const { t, label, language } = useWords();
  const meta = useMeta();
  const value = (name: string) => route.query.get(name) ?? "";
  const query = Object.fromEntries(names.map((name) => [name, value(name)]));
  const places = useData<Page<PlaceRow>>(address("/places", { ...query, limit: 500 }));
  const country = value("place");
  const events = useList<EventRow>(
    country === "" ? null : address("/events", { ...query, place: country, dedupe: "node", order: "newest", limit: 100 }),
  );
  const rows = places.data?.items ?? [];
  const choose = (code: string) => setQuery(route, { place: code === country ? "" : code });
  return (
    <>
      <h1>{t("map.title")}</h1>
      <Filters route={route} names={names} label={t("map.title")}>
        <Party label={t("wire.party")} name="party" value={value("party")} />
        <Choice
          label={t("map.type")}
          name="type"
          value={value("type")}
          any={t("app.any")}
          options={(meta?.vocabulary.types ?? []).map((type) => [type, `${type} ${label("event", type)}`])}
        />
        <Text label={t("dyad.since")} name="since" value={value("since")} hint="2024-06" />
        <Text label={t("dyad.until")} name="until" value={value("until")} hint="2024-12-31" />
      </Filters>
      {places.problem && <Failure problem={places.problem} />}
      <Picture rows={rows} country={country} choose={choose} />
      <p class="legend" aria-hidden="true">
        <span class="key cooperation" /> {t("dyad.cooperation")} <span class="key conflict" /> {t("dyad.conflict")}{" "}
        <span class="key even" /> {t("map.even")}
      </p>
      <div class="columns">
        <section>
          <h2>{t("map.places")} <span class="quiet">{rows.length}</span></h2>
          {places.data && rows.length === 0 && <p class="quiet">{t("app.nothing")}</p>}
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">{t("report.place")}</th>
                <th scope="col">{t("map.country")}</th>
                <th scope="col" class="num">{t("dyad.cooperation")}</th>
                <th scope="col" class="num">{t("dyad.conflict")}</th>
                <th scope="col">{t("map.last")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.place}${row.lat}`}>
                  <td>{row.place}</td>
                  <td>
                    {row.code && (
                      <button type="button" class="ref" aria-pressed={row.code === country} onClick={() => choose(row.code!)}>
                        {countryName(row.code, language)}
                      </button>
                    )}
                  </td>
                  <td class="num">{row.cooperation}</td>
                  <td class="num">{row.conflict}</td>
                  <td class="nowrap">{day(row.last_day, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section aria-live="polite">
          <h2>{country === "" ? t("map.country") : countryName(country, language)}</h2>
          {country === "" && <p class="quiet">{t("map.select")}</p>}
          {events.problem && <Failure problem={events.problem} />}
          {country !== "" && events.data && events.rows.length === 0 && <p class="quiet">{t("app.nothing")}</p>}
          {country !== "" && events.rows.length > 0 && <EventTable rows={events.rows} />}
          <More next={events.next} load={events.load} busy={events.loadingMore} />
        </section>
      </div>
    </>
  );
}

function Picture({ rows, country, choose }: { rows: readonly PlaceRow[]; country: string; choose: (code: string) => void }) {
  const { t, language } = useWords();
  const { ref, width } = useWidth(960);
  const height = Math.round(width * 0.42);
  const drawn = useMemo(() => {
    const projection = geoNaturalEarth1().fitSize([width, height], frame);
    const path = geoPath(projection);
    const shapes = countries.map((shape: Feature) => {
      const name = (shape.properties as { name?: string } | null)?.name ?? "";
      return { code: codeOfShape(shape.id, name), name, d: path(shape) ?? "" };
    });
    return { projection, shapes };
  }, [width, height]);
  const most = Math.max(1, ...rows.map((row) => row.events));
  const radius = scaleSqrt([0, most], [0, Math.max(8, width / 85)]);
  return (
    <div ref={ref} class="chart">
      <svg width={width} height={height} role="img" aria-label={t("map.chart")} class="world">
        {drawn.shapes.map((shape) => (
          <path
            key={shape.name}
            class={shape.code !== "" && shape.code === country ? "country chosen" : "country"}
            d={shape.d}
            onClick={() => shape.code !== "" && choose(shape.code)}
          >
            <title>{shape.code === "" ? shape.name : countryName(shape.code, language)}</title>
          </path>
        ))}
        {rows.map((row) => {
          const at = drawn.projection([row.lon, row.lat]);
          return at === null ? null : (
            <circle
              key={`${row.place}${row.lat}`}
              class={`place ${prevails(row)}`}
              cx={at[0]}
              cy={at[1]}
              r={Math.max(3, radius(row.events))}
              onClick={() => row.code && choose(row.code)}
            >
              <title>{`${row.place}: ${t("dyad.cooperation")} ${row.cooperation}, ${t("dyad.conflict")} ${row.conflict}`}</title>
            </circle>
          );
        })}
      </svg>
    </div>
  );
}
