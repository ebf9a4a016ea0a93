import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { ReadFile } from '../../usecases/stack/stack-imports.ts';
import { openFile } from '../files/read-file.ts';
import { failureOf } from '../web-api/web-api-error.ts';

/** More than this is no list of tools: 10,000 tools take some 2 MB. */
export const largestImport = 5 * 1024 * 1024;
const longestTransferMs = 30_000;

/** What `files.info` says of a file, as far as it is needed. https://docs.slack.dev/reference/objects/file-object */
const fileSchema = z.object({
  size: z.number(),
  url_private_download: z.string().optional(),
  url_private: z.string().optional(),
});

/** Reads what somebody uploaded into a window. */
export function importReader(client: WebClient): ReadFile {
  return async ({ source }) => {
    const file = await infoOf(client, source);
    const address = file?.url_private_download ?? file?.url_private;
    if (!file || !address || file.size > largestImport) return null;
    const signal = AbortSignal.timeout(longestTransferMs);
    const opened = await openFile(client, { address, size: file.size, isPage: false }, signal);
    if (opened.result === 'failed') throw new Error(opened.error);
    if (opened.result === 'refused') return null;
    return new Uint8Array(await new Response(opened.bytes).arrayBuffer());
  };
}

/** Null where Slack says that there is no such file, or none for us. */
async function infoOf(client: WebClient, file: string): Promise<z.infer<typeof fileSchema> | null> {
  try {
    return fileSchema.parse((await client.files.info({ file })).file);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'refused') return null;
    throw error;
  }
}
