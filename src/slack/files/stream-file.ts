import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { request } from 'undici';

/** What became of a transfer. Only `passed` has left the whole file at its destination. */
export type Transfer =
  | { result: 'passed'; checksum: string }
  /** There is more of it than the file is said to have: it is something else. */
  | { result: 'wrong-bytes' }
  /** One end broke off or refused; another attempt may do. */
  | { result: 'failed'; error: string };

/**
 * Passes the bytes of a file on as they come, and reckons their SHA-256 on the way. No more of them are in memory than
 * the two connections hold back, whatever the file's size; `fetch` would copy each of them once more.
 */
export async function passOn(
  from: AsyncIterable<Uint8Array>,
  to: { address: string; size: number; signal: AbortSignal },
): Promise<Transfer> {
  const { address, size, signal } = to;
  const hash = createHash('sha256');
  let passed = 0;
  async function* measured() {
    for await (const chunk of from) {
      passed += chunk.length;
      if (passed > size) throw new Error('longer than announced');
      hash.update(chunk);
      yield chunk;
    }
    if (passed < size) throw new Error('shorter than announced');
  }
  try {
    const answer = await request(address, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'content-length': String(size) },
      body: Readable.from(measured(), { objectMode: false }),
      signal,
    });
    await answer.body.dump();
    if (answer.statusCode === 200) return { result: 'passed', checksum: hash.digest('hex') };
    return { result: 'failed', error: `the upload was answered with ${answer.statusCode}` };
  } catch (error) {
    // A source that breaks off looks like one that is too short, and is tried again like one that broke off.
    return passed > size ? { result: 'wrong-bytes' } : { result: 'failed', error: String(error) };
  }
}
