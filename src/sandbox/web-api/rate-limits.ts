import type { SandboxClock } from '../clock.ts';

/** Slack's tiers, by calls a minute; `post` is one a second and channel, with a short burst. */
export type Tier = 'none' | 'tier1' | 'tier2' | 'tier3' | 'tier4' | 'post';

export const perMinute: Record<Exclude<Tier, 'none'>, number> = {
  tier1: 1,
  tier2: 20,
  tier3: 50,
  tier4: 100,
  post: 60,
};

/** How many posts a channel takes at once before it is down to one a second. */
export const postBurst = 4;

export interface RateLimits {
  enabled: boolean;
  /** Whole seconds to wait, or 0 if the call may go on. */
  take(tier: Tier, key: string): number;
}

/** Token buckets on the sandbox's clock: a full bucket is one minute's worth, except for posts. */
export function createRateLimits(clock: SandboxClock, enabled: boolean): RateLimits {
  const buckets = new Map<string, { tokens: number; at: number }>();

  return {
    enabled,
    take(tier, key) {
      if (!this.enabled || tier === 'none') return 0;
      const perMillisecond = perMinute[tier] / 60_000;
      const size = tier === 'post' ? postBurst : perMinute[tier];
      const now = clock.now();
      const bucket = buckets.get(key) ?? { tokens: size, at: now };
      const earned = Math.max(0, now - bucket.at) * perMillisecond;
      const tokens = Math.min(size, bucket.tokens + earned);
      const allowed = tokens >= 1;
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
      return allowed ? 0 : Math.ceil((1 - tokens) / perMillisecond / 1000);
    },
  };
}
