import type { App, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../../clock.ts';
import type { Store } from '../../usecases/ports.ts';
import { eventSchema } from './payload.ts';

const crowd = 5;
const crowdLastsMs = 100;

/** Counts what is being answered, so that a shutdown can wait for it: Bolt's own `stop` waits for nothing. */
export class InFlight {
  readonly #now: () => number;
  #count = 0;
  #crowdedAt = Number.NEGATIVE_INFINITY;
  #whenIdle: (() => void)[] = [];

  /** @param now real time in epoch milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#count++;
    if (this.#count >= crowd) this.#crowdedAt = this.#now();
    try {
      return await work();
    } finally {
      this.#count--;
      if (this.#count === 0) for (const tell of this.#whenIdle.splice(0)) tell();
    }
  }

  /** Many are being answered at once, or were just now: they come and go together, commit by commit. */
  isCrowded(): boolean {
    return this.#now() - this.#crowdedAt < crowdLastsMs;
  }

  idle(): Promise<void> {
    return this.#count === 0 ? Promise.resolve() : new Promise((resolve) => this.#whenIdle.push(resolve));
  }
}

/**
 * Commits each event before it is acked. Bolt acks events before any listener runs, so a crash in between would lose
 * them; here they are handled from the inbox, after the ack and after a restart alike.
 */
export function commitEvents(app: App, options: { store: Store; clock: Clock; inFlight: InFlight }): void {
  const { store, clock, inFlight } = options;
  const process = app.processEvent.bind(app);

  async function commit(event: ReceiverEvent): Promise<void> {
    const parsed = eventSchema.safeParse(event.body);
    if (!parsed.success) return process(event);
    const { event_id: id, team_id: workspace } = parsed.data;
    const body = JSON.stringify(event.body);
    await store.write((transaction) =>
      transaction.takeEvent({ id, workspace, body, receivedAt: clock.now() }),
    );
    await event.ack();
  }

  app.processEvent = (event) => inFlight.during(() => commit(event));
}
