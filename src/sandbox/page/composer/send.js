import { withHandles } from '../text/typed.js';

/**
 * Sends what was written: a slash command to its app, anything else as a message.
 *
 * @param {import('../client.js').Client} client
 * @param {{ channel: string; threadTs?: string; text: string; fileIds: string[] }} written
 * @returns {Promise<boolean>} whether it went out; if not, the person has been told why
 */
export async function send(client, { channel, threadTs, text, fileIds }) {
  const slash = /^(\/[a-z0-9_-]+)(?:\s+([\s\S]*))?$/i.exec(text);
  if (!slash) {
    return client.act({
      do: 'say',
      channel,
      text: withHandles(text, client.state),
      ...(threadTs && { threadTs }),
      ...(fileIds.length > 0 && { fileIds }),
    });
  }
  const [, command, rest = ''] = slash;
  if (threadTs) {
    client.notify(`${command} is not supported in threads. Sorry!`);
    return false;
  }
  return client.act({ do: 'slash', channel, command, text: withHandles(rest, client.state) });
}
