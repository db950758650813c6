/**
 * Says in every element [data-open-now] whether the detention line is open at this moment, and when it opens or closes
 * next, in Eastern Time and in the reader's own. The sentences, the hours and the holidays stand in the element's
 * attributes (wizard/templates/open_now.html); without this script, or past its table, the element's own text is all.
 */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
const EASTERN_ZONE = "America/New_York";
const EASTERN_STANDARD_HOURS = 5;

/**
 * @typedef {object} Table when the line is open: hours of the day in Eastern Time, and days as YYYY-MM-DD
 * @property {number} opens
 * @property {number} closes
 * @property {string} firstDay the first day that the table knows
 * @property {string} lastDay
 * @property {ReadonlySet<string>} closedDays
 */

/** @typedef {"within_hours" | "before_hours" | "after_hours" | "weekend" | "holiday"} Reason */

/** @typedef {{now: boolean, reason: Reason, opens: number, closes: number}} Hours moments in ms, as in wizard/hours.py */

/**
 * @typedef {object} Texts sentences with {day}, {time} and {zone}; a day with {weekday}, {month} and {day}; and the names
 *   of weekdays, Sunday first, and of months, since browsers have none in some languages
 * @property {string} open
 * @property {string} closed
 * @property {string} holiday
 * @property {string} ownOpen
 * @property {string} ownClosed
 * @property {string} day
 * @property {string[]} weekdays
 * @property {string[]} months
 */

/** @type {Intl.DateTimeFormatOptions} */
const EASTERN = {
  timeZone: EASTERN_ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
};

/** @param {number} moment @returns {{day: string, hour: number}} */
function eastern(moment) {
  const parts = clockOf("en-US", EASTERN).formatToParts(moment);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, hour: Number(part.hour) };
}

/** Each is slow to make, the first most of all: so none before a screen tells the hours, and each once. @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/** @param {string | string[]} locales @param {Intl.DateTimeFormatOptions} options */
function clockOf(locales, options) {
  const name = JSON.stringify([locales, options]);
  const clock = clocks.get(name) ?? new Intl.DateTimeFormat(locales, options);
  clocks.set(name, clock);
  return clock;
}

/** @param {string} day @param {number} hour @returns {number} the moment of that hour in Eastern Time */
function momentOf(day, hour) {
  const inWinter = Date.parse(`${day}T00:00Z`) + (hour + EASTERN_STANDARD_HOURS) * HOUR_MS;
  return inWinter - (eastern(inWinter).hour - hour) * HOUR_MS;
}

/** @param {string} day */
const nextDay = (day) => new Date(Date.parse(`${day}T00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** @param {string} day */
const isWeekend = (day) => [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay());

/** @param {string} day @param {number} hour @param {Table} table @returns {Reason} */
function reasonFor(day, hour, table) {
  if (isWeekend(day)) return "weekend";
  if (table.closedDays.has(day)) return "holiday";
  if (hour < table.opens) return "before_hours";
  return hour < table.closes ? "within_hours" : "after_hours";
}

/**
 * @param {number} moment
 * @param {Table} table
 * @returns {Hours | null} null where the table does not reach to the next opening
 */
export function lineHours(moment, table) {
  const { day, hour } = eastern(moment);
  if (day < table.firstDay || day > table.lastDay) return null;
  const reason = reasonFor(day, hour, table);
  let opening = reason === "before_hours" ? day : nextDay(day);
  while (isWeekend(opening) || table.closedDays.has(opening)) opening = nextDay(opening);
  if (opening > table.lastDay) return null;
  const now = reason === "within_hours";
  return { now, reason, opens: momentOf(opening, table.opens), closes: momentOf(now ? day : opening, table.closes) };
}

/**
 * @param {number} moment
 * @param {Texts} texts
 * @param {string} [zone] an IANA zone; the reader's own if absent
 * @returns {string} the day in our words
 */
function dayInWords(moment, texts, zone) {
  const clock = clockOf("en-US", { timeZone: zone, year: "numeric", month: "numeric", day: "numeric" });
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1 } = part;
  const weekday = texts.weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? "";
  return filled(texts.day, { weekday, month: texts.months[month - 1] ?? "", day: String(day) });
}

/**
 * @param {number} moment
 * @param {string} language
 * @param {string} [zone] an IANA zone; the reader's own if absent
 * @returns {{time: string, zone: string}} the hour as the language writes it, in the digits of our texts. Where a
 *   browser does not know the language, in English: any other would be a guess
 */
export function inWords(moment, language, zone) {
  const locales = [`${language}-US`, language, "en-US"];
  /** @param {Intl.DateTimeFormatOptions} options */
  const format = (options) => clockOf(locales, { timeZone: zone, numberingSystem: "latn", ...options });
  return {
    time: format({ hour: "numeric", minute: "2-digit" }).format(moment),
    zone: zoneName(format, moment),
  };
}

/**
 * "Pacific Time", or where the browser is too old for that, "PST". Always named: a browser that hides its reader's zone
 * gives another, and only the name tells.
 *
 * @param {(options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat} format
 * @param {number} moment
 */
function zoneName(format, moment) {
  /** @param {"longGeneric" | "short"} style */
  const parts = (style) => format({ hour: "numeric", timeZoneName: style }).formatToParts(moment);
  let found;
  try {
    found = parts("longGeneric");
  } catch {
    found = parts("short");
  }
  return found.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/**
 * @param {Hours} hours
 * @param {Texts} texts
 * @param {string} language
 * @param {string} [zone] the reader's zone
 * @returns {{main: string, own: string}} open or closed, with Eastern Time; and the same in the reader's own time,
 *   empty where its clocks show the same
 */
export function sentences(hours, texts, language, zone) {
  const turn = hours.now ? hours.closes : hours.opens;
  const [there, here] = [EASTERN_ZONE, zone].map((where) => {
    return { day: dayInWords(turn, texts, where), ...inWords(turn, language, where) };
  });
  const main = texts[hours.now ? "open" : hours.reason === "holiday" ? "holiday" : "closed"];
  const same = here.day === there.day && here.time === there.time;
  return { main: filled(main, there), own: same ? "" : filled(texts[hours.now ? "ownOpen" : "ownClosed"], here) };
}

/** @param {string} text @param {Record<string, string>} values */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (brace, name) => values[name] ?? brace);

/** @param {HTMLElement} element @returns {Table} */
export function tableOf({ dataset }) {
  return {
    opens: Number(dataset.opens),
    closes: Number(dataset.closes),
    firstDay: dataset.firstDay ?? "",
    lastDay: dataset.lastDay ?? "",
    closedDays: new Set(dataset.closedDays?.split(" ")),
  };
}

/** @param {HTMLElement} element @returns {Texts} */
export function textsOf({ dataset }) {
  const { sayOpen: open = "", sayClosed: closed = "", sayHoliday: holiday = "", sayDay: day = "" } = dataset;
  const [weekdays = [], months = []] = [dataset.weekdays, dataset.months].map((names) => names?.split("|"));
  return { open, closed, holiday, ownOpen: dataset.sayOwnOpen ?? "", ownClosed: dataset.sayOwnClosed ?? "", day, weekdays, months };
}

/** What each line was told to say. A translator may have put other words there, and they stay. @type {WeakMap<Element, string>} */
const said = new WeakMap();

/** @param {HTMLElement} element */
function refresh(element) {
  const live = /** @type {HTMLElement | null} */ (element.querySelector("[data-live]"));
  if (!live) return;
  const hours = lineHours(Date.now(), tableOf(element));
  const language = element.closest("[lang]")?.getAttribute("lang") ?? "en";
  const { main, own } = hours ? sentences(hours, textsOf(element), language) : { main: "", own: "" };
  live.hidden = !hours;
  element.dataset.openNow = hours ? hours.reason : "";
  // Writing only what changed keeps the observer below from answering itself, and a translator from answering it.
  if (said.get(live) === `${main} ${own}`) return;
  said.set(live, `${main} ${own}`);
  const strong = document.createElement("strong");
  strong.textContent = main;
  live.textContent = ""; // replaceChildren() came later than some of the phones that people have
  live.append(strong, own ? ` ${own}` : "");
}

function refreshAll() {
  for (const element of document.querySelectorAll("[data-open-now]")) refresh(/** @type {HTMLElement} */ (element));
}

/** On the minute, so that nobody is told "open" at 8 p.m.; a phone that slept catches up when it is looked at again. */
function refreshEachMinute() {
  refreshAll();
  setTimeout(refreshEachMinute, MINUTE_MS - (Date.now() % MINUTE_MS));
}

refreshEachMinute();
document.addEventListener("visibilitychange", refreshAll);
window.addEventListener("pageshow", refreshAll);
new MutationObserver(refreshAll).observe(document.documentElement, { childList: true, subtree: true });
