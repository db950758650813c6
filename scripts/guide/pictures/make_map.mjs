/**
 * Draws the map of the field offices' areas. scripts/guide/office_lists/area_map.py calls it:
 *
 *   node scripts/guide/pictures/make_map.mjs < places.json > map.svg
 *
 * The map holds no words but names of places. Every place is a link to its anchor, and what a reader hears of it is left
 * open as {anchor}, for each language to fill in. Colours and line widths are the style sheet's. Borders are those of the Census (us-atlas), in
 * Albers' projection with Alaska and Hawaii moved in; the other territories, and states too small for a finger, are tiles.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { merge, mesh, neighbors } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

/**
 * @typedef {import("topojson-specification").Topology<{counties: Counties, states: Counties}>} Atlas
 * @typedef {import("topojson-specification").GeometryCollection<{name: string}>} Counties
 * @typedef {Counties["geometries"][number]} Shape
 * @typedef {{anchor: string, state: string, name: string, offices: string[], counties: string[], label: string}} Place
 *   a whole state (no counties), or the part of one whose counties the same offices have
 * @typedef {[number, number]} Point
 */

/** Two 24 px targets side by side on a screen of 320 px: a tile is a twelfth of the width. */
const TILE = 90;
const WIDTH = 12 * TILE;
const HEIGHT = 8 * TILE;

/**
 * Where tiles stand, in tiles: territories below, the crowded Northeast in the sea beside it.
 *
 * @type {Record<string, Point>}
 */
const TILES = {
  VT: [11, 0], NH: [11, 1], MA: [11, 2], RI: [11, 3], CT: [11, 4], "NY-NYC": [11, 5], NJ: [11, 6],
  DE: [10, 5], MD: [10, 6], DC: [10, 7],
  PR: [4, 7], VI: [5, 7], GU: [6, 7], MP: [7, 7], AS: [8, 7],
}; // prettier-ignore

/**
 * Labels that do not belong in the middle of the largest piece, in map units.
 *
 * @type {Record<string, Point>}
 */
const LABELS = {
  AK: [108, 500], CA: [70, 265], FL: [818, 540], HI: [296, 592], ID: [208, 192], KY: [690, 327], LA: [580, 497],
  MI: [716, 200], MN: [528, 132], NV: [163, 242], NY: [825, 172], OK: [495, 380], TX: [440, 440], VA: [818, 308], WV: [764, 295],
  "CA-SFR": [74, 262], "CA-LOS": [112, 350], "CA-SND": [85, 404], "TX-DAL": [440, 415], "TX-HLG": [470, 585], "TX-SNA": [418, 518], "TX-HOU": [504, 494],
  "TX-ELP": [338, 468], "TX-HOU-SNA": [476, 466],
}; // prettier-ignore

/** Details below this many square units are left out, and so are islands below this many. */
const DETAIL = 2;
const ISLAND = 12;
const TONES = 4;

/** @param {Place[]} places */
function draw(places) {
  const atlas = readAtlas();
  const byName = new Map(atlas.objects.states.geometries.map((state) => [nameOf(state), state]));
  const split = new Set(places.filter(({ counties }) => counties.length).map(({ state }) => state));
  const fips = new Map(places.map((place) => [String(byName.get(place.name)?.id), place]));
  /** @param {Shape} county */
  const placeOf = (county) => {
    const state = fips.get(String(county.id).slice(0, 2))?.state;
    return places.find((place) => place.state === state && (!split.has(place.state) || place.counties.includes(nameOf(county))));
  };
  const { geometries } = atlas.objects.counties;
  const placed = new Map(geometries.map((county) => [county, placeOf(county)]));
  const tones = toneOfEach(geometries, (county) => (placed.get(county)?.offices.length === 1 ? placed.get(county)?.offices[0] : undefined));

  const links = places.map((place) => {
    const pieces = geometries.filter((county) => placed.get(county) === place);
    const shape = pieces.length ? rings(merge(atlas, /** @type {any} */ (pieces)).coordinates) : [];
    return link(place, shape, tones);
  });
  /** @param {(a: Place | undefined, b: Place | undefined) => boolean} wanted */
  const lines = (wanted) =>
    path(
      mesh(atlas, atlas.objects.counties, (a, b) => a !== b && wanted(placed.get(/** @type {any} */ (a)), placed.get(/** @type {any} */ (b)))).coordinates,
      false,
    );
  const offices = (/** @type {Place | undefined} */ place) => place?.offices.join();
  return [
    `<svg class="map" viewBox="0 0 ${WIDTH} ${HEIGHT}" xmlns="http://www.w3.org/2000/svg">`,
    `<defs><pattern id="map-both" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="map-under" width="14" height="14"/><path class="map-stripe" d="M0 0V14"/></pattern></defs>`,
    ...links.map(({ html }) => html),
    `<g class="map-lines" aria-hidden="true"><path class="map-county" d="${lines((a, b) => a === b && split.has(a?.state ?? ""))}"/>`,
    `<path class="map-coast" d="${coast(atlas)}"/>`,
    `<path class="map-state" d="${lines((a, b) => a?.state !== b?.state && offices(a) === offices(b))}"/>`,
    `<path class="map-area" d="${lines((a, b) => offices(a) !== offices(b))}"/>`,
    ...[...split].filter((state) => LABELS[state]).map((state) => label(LABELS[state] ?? [0, 0], state, "map-split")),
    ...links.map(({ name }) => name),
    "</g></svg>\n",
  ].join("\n");
}

/**
 * Where the land ends, without the smallest islands.
 *
 * @param {Atlas} atlas
 */
function coast(atlas) {
  const lines = mesh(atlas, atlas.objects.counties, (a, b) => a === b).coordinates;
  const joined = /** @type {Point[][]} */ (lines).filter((line) => !isRing(line) || Math.abs(area(line)) >= ISLAND);
  return path(joined.filter((line) => line.every(([x]) => x >= 0)), false);
}

/** @param {Point[]} line */
function isRing(line) {
  return String(line[0]) === String(line.at(-1));
}

/** @param {Shape} shape */
function nameOf({ properties }) {
  return /** @type {{name: string}} */ (properties).name;
}

/** @returns {Atlas} */
function readAtlas() {
  const file = createRequire(import.meta.url).resolve("us-atlas/counties-albers-10m.json");
  const atlas = presimplify(/** @type {any} */ (JSON.parse(readFileSync(file, "utf-8"))));
  return /** @type {any} */ (simplify(atlas, DETAIL));
}

/**
 * @param {Place} place
 * @param {Point[][]} shape
 * @param {Map<string, number>} tones
 */
function link({ anchor, state, offices, counties, label: name }, shape, tones) {
  const tile = TILES[anchor];
  const kind = offices.length === 1 ? `tone-${tones.get(offices[0] ?? "") ?? 0}` : offices.length ? "map-both" : "map-none";
  const fill = offices.length > 1 ? ' fill="url(#map-both)"' : "";
  const shown = tile && counties.length ? anchor.slice(state.length + 1) : state;
  const heard = shown === state ? `{${anchor}}` : `{${anchor}} (${shown})`;
  const parts = [`<title>${heard}</title>`];
  if (shape.length) parts.push(`<path${fill} d="${path(shape, true)}"/>`);
  if (tile) {
    const [x, y] = [tile[0] * TILE, tile[1] * TILE];
    parts.push(`<rect x="${x + 2}" y="${y + 2}" width="${TILE - 4}" height="${TILE - 4}" rx="8"/>`);
  }
  const at = tile ? middleOf(tile) : (LABELS[anchor] ?? middle(shape));
  return {
    html: `<a class="${kind}" href="#${anchor}" aria-label="${heard}">${parts.join("")}</a>`,
    // In front of all shapes, since a name may be wider than its place.
    name: counties.length && !tile ? label(at, name, "map-part") : label(at, shown),
  };
}

/**
 * Four tones are enough for any map. Which office gets which is found by trying, the most bordered first.
 *
 * @param {Shape[]} counties
 * @param {(county: Shape) => string | undefined} officeOf
 * @returns {Map<string, number>}
 */
function toneOfEach(counties, officeOf) {
  /** @type {Map<string, Set<string>>} */
  const beside = new Map();
  neighbors(/** @type {any} */ (counties)).forEach((others, index) => {
    const office = officeOf(/** @type {Shape} */ (counties[index]));
    if (!office) return;
    const known = beside.get(office) ?? new Set();
    beside.set(office, known);
    for (const other of others) {
      const next = officeOf(/** @type {Shape} */ (counties[other]));
      if (next && next !== office) known.add(next);
    }
  });
  const order = [...beside.keys()].sort((a, b) => (beside.get(b)?.size ?? 0) - (beside.get(a)?.size ?? 0) || (a < b ? -1 : 1));
  /** @type {Map<string, number>} */
  const tones = new Map();
  /** @param {number} index @returns {boolean} */
  const found = (index) => {
    const office = order[index];
    if (office === undefined) return true;
    for (let turn = 0; turn < TONES; turn += 1) {
      const tone = (index + turn) % TONES; // so that all tones are used about as often
      if ([...(beside.get(office) ?? [])].some((other) => tones.get(other) === tone)) continue;
      tones.set(office, tone);
      if (found(index + 1)) return true;
      tones.delete(office);
    }
    return false;
  };
  if (!found(0)) throw new Error("four tones are not enough");
  return tones;
}

/**
 * The outlines large enough to be seen, the largest first.
 *
 * @param {import("geojson").Position[][][]} polygons
 * @returns {Point[][]}
 */
function rings(polygons) {
  const all = /** @type {Point[][]} */ (polygons.map((polygon) => polygon[0]));
  const sorted = all.sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)));
  return sorted.filter((ring, index) => index === 0 || (Math.abs(area(ring)) >= ISLAND && ring.every(([x]) => x >= 0)));
}

/** @param {Point[]} ring */
function area(ring) {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/**
 * @param {Point} tile
 * @returns {Point}
 */
function middleOf([column, row]) {
  return [(column + 0.5) * TILE, (row + 0.5) * TILE];
}

/**
 * The centre of gravity of the largest outline.
 *
 * @param {Point[][]} shape
 * @returns {Point}
 */
function middle([ring = []]) {
  const whole = area(ring);
  const sums = ring.reduce(
    ([sumX, sumY], [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
      const cross = x * nextY - nextX * y;
      return [sumX + (x + nextX) * cross, sumY + (y + nextY) * cross];
    },
    [0, 0],
  );
  return [(sums[0] ?? 0) / (6 * whole), (sums[1] ?? 0) / (6 * whole)];
}

/**
 * @param {Point} at
 * @param {string} text
 * @param {string} [kind] a class for the style sheet
 */
function label([x, y], text, kind) {
  return `<text${kind ? ` class="${kind}"` : ""} x="${Math.round(x)}" y="${Math.round(y)}">${text}</text>`;
}

/**
 * In whole units, and in steps from point to point: half the bytes.
 *
 * @param {import("geojson").Position[][]} lines
 * @param {boolean} closed
 */
function path(lines, closed) {
  return lines
    .map((line) => {
      const points = line.map(([x, y]) => /** @type {Point} */ ([Math.round(x ?? 0), Math.round(y ?? 0)]));
      const kept = points.filter(([x, y], index) => index === 0 || x !== points[index - 1]?.[0] || y !== points[index - 1]?.[1]);
      if (closed) kept.pop();
      if (kept.length < 2) return "";
      const steps = kept.slice(1).map(([x, y], index) => `${x - (kept[index]?.[0] ?? 0)} ${y - (kept[index]?.[1] ?? 0)}`);
      return `M${kept[0]?.join(" ")}l${steps.join(" ").replaceAll(" -", "-")}${closed ? "z" : ""}`;
    })
    .join("");
}

process.stdout.write(draw(JSON.parse(readFileSync(0, "utf-8"))));
