import type { ClientStage, StageOrder } from './client-api.ts';

/** What is shown to everybody at the page: announcements, and stories that play by themselves. */
export interface Theatre {
  now(): ClientStage;
  order(order: StageOrder): ClientStage;
  /** A sentence for everybody at the page, until it is taken back with null. */
  announce(banner: string | null): void;
  close(): void;
}
