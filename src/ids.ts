const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const chanceBytes = 16;
/** Asking for chance costs more than the chance: a multiple of what one id takes. */
const pooled = 256 * chanceBytes;

/**
 * Makes ids of 26 characters that sort by time: ten for the instant, sixteen of chance (the layout of a ULID,
 * https://github.com/ulid/spec).
 */
export function createIds(now: () => number, random: (bytes: number) => Uint8Array): () => string {
  let pool = random(pooled);
  let used = 0;
  let latest = { at: Number.NaN, time: '' };
  return () => {
    const at = now();
    if (at !== latest.at) latest = { at, time: timeIn(at) };
    if (used === pooled) {
      pool = random(pooled);
      used = 0;
    }
    let id = latest.time;
    for (const end = used + chanceBytes; used < end; used++) id += alphabet[(pool[used] ?? 0) % 32];
    return id;
  };
}

function timeIn(instant: number): string {
  let rest = instant;
  let time = '';
  for (let place = 0; place < 10; place++) {
    time = `${alphabet[rest % 32]}${time}`;
    rest = Math.floor(rest / 32);
  }
  return time;
}
