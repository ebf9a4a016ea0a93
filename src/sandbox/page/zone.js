/**
 * Instants as a person in some time zone reads them. Instants are epoch milliseconds; zones are IANA names.
 */

const LOCALE = 'en-US';
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} zone @param {Intl.DateTimeFormatOptions} options */
function formatIn(zone, options) {
  const key = zone + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options });
    formats.set(key, format);
  }
  return format;
}

/** @param {number} instant @param {string} zone @returns {Record<string, string>} numeric year, month, day, hour, minute, second */
function fields(instant, zone) {
  const parts = formatIn(zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** @type {Map<string, string>} */
const dates = new Map();
const QUARTER_HOUR = 15 * 60_000;

/**
 * `2026-03-31`. Remembered by the quarter of an hour, the finest step at which zones differ: a long channel asks for it often.
 *
 * @param {number} instant @param {string} zone
 */
export function dateIn(instant, zone) {
  const key = `${zone} ${Math.floor(instant / QUARTER_HOUR)}`;
  let date = dates.get(key);
  if (date === undefined) {
    const { year, month, day } = fields(instant, zone);
    date = `${year}-${month}-${day}`;
    dates.set(key, date);
  }
  return date;
}

/** `17:05` @param {number} instant @param {string} zone */
export function timeIn(instant, zone) {
  const { hour, minute } = fields(instant, zone);
  return `${hour}:${minute}`;
}

/** How far the zone's wall clock is ahead of UTC at that instant, in milliseconds. @param {number} instant @param {string} zone */
function offsetAt(instant, zone) {
  const { year, month, day, hour, minute, second } = fields(instant, zone);
  return Date.UTC(+year, +month - 1, +day, +hour, +minute, +second) - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which a wall clock in the zone shows that date and time. A time that a clock change skips comes out an hour later.
 *
 * @param {string} date `2026-03-31` @param {string} time `17:05` @param {string} zone
 */
export function instantOf(date, time, zone) {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const guess = asUtc - offsetAt(asUtc, zone);
  return asUtc - offsetAt(guess, zone);
}

/** `9:05 AM` @param {number} instant @param {string} zone */
export function clockTime(instant, zone) {
  return formatIn(zone, { hour: 'numeric', minute: '2-digit' }).format(instant).replace('\u202f', ' ');
}

/** `Fri 5:00 PM` @param {number} instant @param {string} zone */
export function weekdayTime(instant, zone) {
  return `${formatIn(zone, { weekday: 'short' }).format(instant)} ${clockTime(instant, zone)}`;
}

/** @param {number} day */
function ordinal(day) {
  if (day % 100 >= 11 && day % 100 <= 13) return `${day}th`;
  return `${day}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
}

/** `Tuesday, February 18th, 2014`, in parts @param {number} instant @param {string} zone @param {'long' | 'short'} month */
function dateWords(instant, zone, month) {
  const parts = formatIn(zone, { month, day: 'numeric', year: 'numeric', weekday: 'long' }).formatToParts(
    instant,
  );
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** @param {number} instant @param {string} zone */
function longDate(instant, zone) {
  const { month, day, year } = dateWords(instant, zone, 'long');
  return `${month} ${ordinal(Number(day))}, ${year}`;
}

/** @param {number} instant @param {string} zone */
function shortDate(instant, zone) {
  const { month, day, year } = dateWords(instant, zone, 'short');
  return `${month} ${day}, ${year}`;
}

/** @param {number} instant @param {string} zone */
function weekdayDate(instant, zone) {
  return `${dateWords(instant, zone, 'long').weekday}, ${longDate(instant, zone)}`;
}

/** `Today`, `Yesterday` or `Tomorrow`, seen from `now` @param {number} instant @param {number} now @param {string} zone */
function nearDay(instant, now, zone) {
  const days = (Date.parse(dateIn(instant, zone)) - Date.parse(dateIn(now, zone))) / 86_400_000;
  return { '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[days] ?? null;
}

/** `3 hours ago`, `in 2 days` @param {number} instant @param {number} now */
function ago(instant, now) {
  const minutes = Math.round((instant - now) / 60_000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 60 * 24) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / 60 / 24), 'day');
}

/** The words above a day's first message. @param {number} instant @param {number} now @param {string} zone */
export function dayTitle(instant, now, zone) {
  return nearDay(instant, now, zone) ?? weekdayDate(instant, zone);
}

/** `Today at 9:05 AM` @param {number} instant @param {number} now @param {string} zone */
export function fullTime(instant, now, zone) {
  return `${nearDay(instant, now, zone) ?? shortDate(instant, zone)} at ${clockTime(instant, zone)}`;
}

/**
 * Fills the tokens of Slack's `<!date^…^{date_short} at {time}|…>` in the reader's zone.
 *
 * @param {string} template @param {number} instant @param {number} now @param {string} zone
 */
export function fillDate(template, instant, now, zone) {
  const named = nearDay(instant, now, zone);
  // As in Slack: it begins with a capital only where the whole date begins with it.
  const near = template.startsWith('{') ? named : (named?.toLowerCase() ?? null);
  const { hour, minute, second } = fields(instant, zone);
  /** @type {Record<string, () => string>} */
  const tokens = {
    date_num: () => dateIn(instant, zone),
    date_slash: () => dateIn(instant, zone).replaceAll('-', '/'),
    date: () => longDate(instant, zone),
    date_short: () => shortDate(instant, zone),
    date_long: () => weekdayDate(instant, zone),
    date_long_full: () => weekdayDate(instant, zone),
    date_pretty: () => near ?? longDate(instant, zone),
    date_short_pretty: () => near ?? shortDate(instant, zone),
    date_long_pretty: () => near ?? weekdayDate(instant, zone),
    day_divider_pretty: () => near ?? weekdayDate(instant, zone),
    time: () => clockTime(instant, zone),
    time_secs: () => clockTime(instant, zone).replace(`:${minute}`, `:${minute}:${second}`),
    time_24: () => `${hour}:${minute}`,
    ago: () => ago(instant, now),
  };
  return template.replace(/\{(\w+)\}/g, (whole, name) => tokens[name]?.() ?? whole);
}
