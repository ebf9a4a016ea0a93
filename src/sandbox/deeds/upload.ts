import type { Slack } from '../slack.ts';
import type { StoredFile, User } from '../state/records.ts';
import { mimetypeOf } from '../web-api/file-methods.ts';

/** A file that a person chose; it is shared when it is sent with a message or a view. */
export function storeUpload({ workspace }: Slack, user: User, name: string, bytes: Uint8Array): StoredFile {
  const id = workspace.newId('F');
  workspace.archive.putBytes(id, bytes);
  return workspace.files.put(id, {
    id,
    name,
    title: name,
    mimetype: mimetypeOf(name),
    size: bytes.length,
    user: user.id,
    created: Math.floor(workspace.clock.now() / 1000),
    channels: [],
    status: 'complete',
  });
}
