import { z } from 'zod';

/** What a modal knows about itself: ids only, because its private_metadata can be altered on its way back. */
export interface ModalMetadata {
  request: string;
  /** The version of the definition of done that it shows. */
  seen: number;
  /** The check that it is about, where it is about one. */
  check?: string | undefined;
}

const metadataSchema = z.strictObject({
  request: z.string().min(1).max(64),
  seen: z.int().positive(),
  check: z.string().min(1).max(40).optional(),
});

export function writeMetadata(metadata: ModalMetadata): string {
  return JSON.stringify(metadata);
}

/** Null if somebody altered it, or if it was written by another version of the app. */
export function readMetadata(text: string): ModalMetadata | null {
  return metadataSchema.safeParse(parsedJson(text)).data ?? null;
}

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
