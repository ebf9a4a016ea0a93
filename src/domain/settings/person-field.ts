import { z } from 'zod';

/** A person in a settings document, `T0123/U0123`. */
export const personField = z.templateLiteral([z.string().min(1), '/', z.string().min(1)]);
