import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import type { Cancel, Clock } from '../../clock.ts';
import { failureOf } from '../web-api/web-api-error.ts';
import { boltLogger } from './bolt-logger.ts';

const firstPauseMs = 1000;
const longestPauseMs = 30_000;
const patienceMs = 10_000;

/** Slack does not let the app have a socket: nothing may start. */
export class SocketRefused extends Error {
  override name = 'SocketRefused';
}

export interface SocketDoorOptions {
  appToken: string;
  slackApiUrl: string | undefined;
  /** The pauses between two attempts. */
  clock: Clock;
  log: Pino;
}

/**
 * Slack's door on Socket Mode. Slack closes sockets as a matter of course, and this opens the next at once and for as
 * long as it takes. Bolt's client, left to itself, waits five seconds first, in which every command fails, and ends the
 * process with an unhandled rejection where Slack refuses the next socket or the app is stopped just then.
 * Reconnecting: https://docs.slack.dev/apis/events-api/using-socket-mode#connect
 */
export class SocketDoor implements Receiver {
  readonly #receiver: SocketModeReceiver;
  readonly #clock: Clock;
  readonly #log: Pino;
  #isShut = true;
  #opening: Promise<void> | null = null;
  #endPause: () => void = () => {};

  constructor({ appToken, slackApiUrl, clock, log }: SocketDoorOptions) {
    this.#clock = clock;
    this.#log = log;
    this.#receiver = new SocketModeReceiver({
      appToken,
      logger: boltLogger(log),
      autoReconnectEnabled: false,
      installerOptions: {
        clientOptions: {
          retryConfig: { retries: 0 },
          timeout: patienceMs,
          ...(slackApiUrl !== undefined && { slackApiUrl }),
        },
      },
    });
    this.#receiver.client.on('disconnected', () => this.#openAgain());
  }

  init(app: App): void {
    this.#receiver.init(app);
  }

  /** Resolves when the socket is open, however long Slack cannot be reached. Throws SocketRefused. */
  async start(): Promise<void> {
    this.#isShut = false;
    await this.#open((failure) => {
      throw new SocketRefused(
        `Slack does not accept SLACK_APP_TOKEN (${failure}): copy an app-level token with the scope ` +
          '`connections:write` from the app’s Basic Information page, then start again.',
      );
    });
  }

  async stop(): Promise<void> {
    this.#isShut = true;
    this.#endPause();
    await this.#receiver.stop();
    await this.#opening;
  }

  #openAgain(): void {
    if (this.#isShut || this.#opening) return;
    void this.#open((failure) =>
      this.#log.error({ failure }, 'Slack does not accept SLACK_APP_TOKEN any more; it is tried again'),
    );
  }

  /** One at a time, until it is open or the door is shut. */
  async #open(refused: (failure: string) => void): Promise<void> {
    const attempts = this.#attempt(refused);
    this.#opening = attempts.catch(() => {});
    try {
      await attempts;
    } finally {
      this.#opening = null;
    }
  }

  async #attempt(refused: (failure: string) => void): Promise<void> {
    const { client } = this.#receiver;
    for (let pauseMs = firstPauseMs; !this.#isShut; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      try {
        await client.start();
        // Shut while Slack was asked for an address.
        if (this.#isShut) await client.disconnect();
        return;
      } catch (error) {
        if (this.#isShut) return;
        // A socket that closes before Slack has greeted says nothing.
        const failure = failureOf(error ?? 'closed before it was open');
        if (failure.kind === 'refused') refused(failure.error);
        else this.#log.warn({ failure }, 'the socket could not be opened; it is tried again');
        await this.#pause(failure.kind === 'rate-limited' ? failure.retryAfterMs : pauseMs);
      }
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    let cancel: Cancel = () => {};
    await new Promise<void>((resolve) => {
      cancel = this.#clock.at(this.#clock.now() + milliseconds, resolve);
      this.#endPause = resolve;
    });
    cancel();
  }
}
