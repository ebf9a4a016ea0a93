import { z } from 'zod';

/** A channel in a settings document. */
export const channelField = z.string().regex(/^[CG][A-Z0-9]{2,}$/, 'must be a channel id such as C0123ABCD');
