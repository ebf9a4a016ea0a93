const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Makes ids of 26 characters that sort by time: ten for the instant, sixteen of chance (the layout of a ULID,
 * https://github.com/ulid/spec).
 */
export function createIds(now: () => number, random: (bytes: number) => Uint8Array): () => string {
  return () => {
    let rest = now();
    let time = '';
    for (let place = 0; place < 10; place++) {
      time = `${alphabet[rest % 32]}${time}`;
      rest = Math.floor(rest / 32);
    }
    const chance = [...random(16)].map((byte) => alphabet[byte % 32]).join('');
    return time + chance;
  };
}
