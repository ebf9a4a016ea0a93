import { deleteFile } from '../deeds/delete-file.ts';
import { publishPosted } from '../delivery/message-events.ts';
import { type Fields, isFields, textOf } from '../json.ts';
import type { Slack } from '../slack.ts';
import { fileJson } from '../slack-json.ts';
import { addMessage, withIds } from '../state/messages.ts';
import type { StoredFile } from '../state/records.ts';
import { type Arguments, refuse } from './call.ts';
import { messageBlocks } from './message-content.ts';
import { joinedChannel, type Methods } from './method.ts';

function completedFiles(slack: Slack, args: Arguments): StoredFile[] {
  const files = args.structure('files', 'invalid_arguments');
  if (!Array.isArray(files) || files.length === 0) return refuse('invalid_arguments');
  return files.map((entry) => {
    const fields: Fields = isFields(entry) ? entry : {};
    const file = slack.workspace.files.get(textOf(fields.id));
    if (file?.status !== 'uploaded') return refuse('file_not_found');
    return { ...file, title: textOf(fields.title) || file.name, status: 'complete' };
  });
}

export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    tier: 'tier4',
    token: 'bot',
    run({ workspace, app, baseUrl }, args) {
      const name = args.required('filename');
      const length = args.number('length') ?? refuse('invalid_arguments');
      const id = workspace.newId('F');
      const file = workspace.files.put(id, {
        id,
        name,
        title: name,
        mimetype: mimetypeOf(name),
        size: length,
        user: app.botUserId,
        created: Math.floor(workspace.clock.now() / 1000),
        channels: [],
        status: 'awaiting-bytes',
      });
      return { upload_url: `${baseUrl}/upload/${file.id}`, file_id: file.id };
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    tier: 'tier4',
    token: 'bot',
    run(slack, args) {
      const { workspace, app } = slack;
      const files = completedFiles(slack, args);
      const target = args.text('channel_id');
      const channel = target === undefined ? undefined : joinedChannel(slack, target, null);
      if (channel?.isArchived) return refuse('is_archived');
      const blocks = withIds(workspace, messageBlocks(args.structure('blocks', 'invalid_blocks_format')));
      for (const file of files)
        workspace.files.put(file.id, { ...file, channels: channel ? [channel.id] : [] });
      if (channel) {
        const message = addMessage(workspace, {
          channel: channel.id,
          user: app.botUserId,
          byApp: true,
          text: args.text('initial_comment') ?? '',
          blocks,
          threadTs: args.text('thread_ts') ?? null,
          files: files.map(({ id }) => id),
          hiddenFor: slack.faults.lateness(),
        });
        publishPosted(slack, channel, message);
      }
      return {
        files: files.map((file) => fileJson(workspace, workspace.files.get(file.id) ?? file, slack.baseUrl)),
      };
    },
  },
  'files.delete': {
    scopes: ['files:write'],
    tier: 'tier3',
    token: 'bot',
    run(slack, args) {
      const file = slack.workspace.files.get(args.required('file'));
      if (file?.status !== 'complete' || !appMaySee(slack, file)) return refuse('file_not_found');
      if (file.user !== slack.app.botUserId) return refuse('cant_delete_file');
      deleteFile(slack, file);
      return {};
    },
  },
  'files.info': {
    scopes: ['files:read'],
    tier: 'tier4',
    token: 'bot',
    run(slack, args) {
      const { workspace, baseUrl } = slack;
      const file = workspace.files.get(args.required('file'));
      if (file?.status !== 'complete' || !appMaySee(slack, file)) return refuse('file_not_found');
      return {
        file: fileJson(workspace, file, baseUrl),
        comments: [],
        response_metadata: { next_cursor: '' },
      };
    },
  },
};

/** A file is seen where it was shared; one given to the app in a modal is shared with the app itself. */
function appMaySee({ workspace, app }: Slack, file: StoredFile): boolean {
  if (file.user === app.botUserId || file.channels.length === 0) return true;
  return file.channels.some((id) => workspace.channels.get(id)?.members.includes(app.botUserId));
}

const types: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  zip: 'application/zip',
};

export function mimetypeOf(name: string): string {
  return types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
