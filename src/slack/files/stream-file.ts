import { createHash } from 'node:crypto';

/** What became of a transfer. Only `passed` has left the whole file at its destination. */
export type Transfer =
  | { result: 'passed'; checksum: string }
  /** What came is not the file: another length, or a page instead. */
  | { result: 'wrong-bytes' }
  /** One end broke off or refused; another attempt may do. */
  | { result: 'failed'; error: string };

/**
 * Passes the bytes of a file on as they come, and reckons their SHA-256 on the way. No more of them are in memory than
 * the two connections hold back, whatever the file's size.
 */
export async function passOn(
  from: ReadableStream<Uint8Array>,
  to: { address: string; size: number; signal: AbortSignal },
): Promise<Transfer> {
  const { address, size, signal } = to;
  const hash = createHash('sha256');
  let passed = 0;
  const measured = from.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, out) {
        passed += chunk.length;
        if (passed > size) throw new Error('longer than announced');
        hash.update(chunk);
        out.enqueue(chunk);
      },
      flush() {
        if (passed < size) throw new Error('shorter than announced');
      },
    }),
  );
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'content-length': String(size) },
      body: measured,
      duplex: 'half',
      signal,
    });
    await answer.body?.cancel();
    if (answer.ok) return { result: 'passed', checksum: hash.digest('hex') };
    return { result: 'failed', error: `the upload was answered with ${answer.status}` };
  } catch (error) {
    // A source that breaks off looks like one that is too short, and is tried again like one that broke off.
    return passed > size ? { result: 'wrong-bytes' } : { result: 'failed', error: String(error) };
  }
}
