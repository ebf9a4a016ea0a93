import type { Logger } from '@slack/bolt';
import { retryPolicies, WebClient } from '@slack/web-api';

/**
 * Clients with different patience. `interactive` serves somebody who waits for a modal: one quick try.
 * `background` serves the outbox, which does its own retrying and must know what each single try came to: the
 * client's own retries post a message twice when Slack fails after accepting it. `patient` serves what only reads and
 * for which nobody waits: a command line, the look at emoji after a downtime.
 */
export interface Clients {
  interactive: WebClient;
  background: WebClient;
  patient: WebClient;
}

export function createClients(options: {
  botToken: string;
  slackApiUrl: string | undefined;
  logger: Logger;
}): Clients {
  const common = {
    ...(options.slackApiUrl !== undefined && { slackApiUrl: options.slackApiUrl }),
    logger: options.logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
  return {
    interactive: new WebClient(options.botToken, { ...common, timeout: 2500 }),
    background: new WebClient(options.botToken, { ...common, timeout: 10_000 }),
    patient: new WebClient(options.botToken, {
      ...common,
      retryConfig: retryPolicies.fiveRetriesInFiveMinutes,
      rejectRateLimitedCalls: false,
      timeout: 10_000,
    }),
  };
}
