import type { GivenFile } from '../../domain/request/given-file.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Desk } from '../desk.ts';
import type { Transaction } from '../ports.ts';
import { cards } from '../saying/announce.ts';
import type { OutboxSubject } from '../saying/outbox.ts';
import type { Attachment, LeftBehind } from './attachments.ts';

type Announcing = Pick<Desk, 'newId' | 'workspace' | 'clock'>;

/** Keeps files with the fact that they came with; those that the other side is to have set out at once. */
export async function keepFiles(
  desk: Announcing,
  transaction: Transaction,
  came: Pick<Attachment, 'request' | 'fact' | 'side' | 'author' | 'message' | 'shared'>,
  files: readonly GivenFile[],
): Promise<void> {
  if (files.length === 0) return;
  const { workspace } = desk;
  const unsent = { leftBehind: null, copy: null, checksum: null };
  // Ids of one millisecond sort by chance; files stay in the order in which they were given.
  const ids = files.map(() => desk.newId()).sort();
  const attachments = files.map((file, index) => ({
    ...{ ...file, ...came, ...unsent, workspace },
    id: ids[index] ?? desk.newId(),
  }));
  await transaction.addAttachments(attachments);
  if (came.shared) await announceFiles(desk, transaction, attachments);
}

/** What came with one message. */
export function filesOfMessage(
  attachments: readonly Attachment[],
  { channel, ts }: { channel: string; ts: string },
): Attachment[] {
  return attachments.filter(({ message }) => message?.channel === channel && message.ts === ts);
}

/** IT's files of a message go along with its words; what was deleted meanwhile stays away. */
export async function shareFiles(
  desk: Announcing,
  transaction: Transaction,
  message: { request: string; channel: string; ts: string },
): Promise<void> {
  const files = filesOfMessage(await transaction.attachments(message.request), message);
  await changeFiles(
    desk,
    transaction,
    files.filter(({ shared, leftBehind }) => !shared && leftBehind !== 'deleted'),
    { shared: true, leftBehind: null },
  );
}

/** What crossed is taken away again: because it is deleted, or because its author keeps it to their own side. */
export async function withdrawFiles(
  desk: Announcing,
  transaction: Transaction,
  files: readonly Attachment[],
  leftBehind: LeftBehind | null,
): Promise<void> {
  await changeFiles(desk, transaction, files, { shared: false, leftBehind });
}

async function changeFiles(
  desk: Announcing,
  transaction: Transaction,
  files: readonly Attachment[],
  change: Pick<Attachment, 'shared' | 'leftBehind'>,
): Promise<void> {
  for (const { id } of files) await transaction.saveCrossing({ id, ...change });
  // What was not shared before, and is not now, concerns nobody on the other side.
  await announceFiles(
    desk,
    transaction,
    files.filter(({ shared }) => shared || change.shared),
  );
}

/** The cards name the files, and each file is brought to where it is to be. */
async function announceFiles(
  { newId, workspace, clock }: Announcing,
  transaction: Transaction,
  files: readonly Attachment[],
): Promise<void> {
  const [first] = files;
  const request = first && (await transaction.request(first.request));
  if (!request) return;
  const subjects = [...cards(null, request), ...files.map((file) => crossingOf(request, file))];
  await transaction.announce(
    subjects.map((subject) => ({ id: newId(), workspace, subject, at: clock.now() })),
  );
}

function crossingOf({ id: request, requester }: Request, { id: file, side }: Attachment): OutboxSubject {
  const crossing = { kind: 'upsert', purpose: 'file', request, file } as const;
  return side === 'marketing'
    ? { ...crossing, audience: 'triage-thread' }
    : { ...crossing, audience: 'private-thread', recipient: requester };
}

/** A file that cannot cross is named to both sides; the rest goes through. */
export async function leaveBehind(
  { store, newId, workspace, clock }: Desk,
  file: Attachment,
  leftBehind: LeftBehind,
): Promise<void> {
  await store.write(async (transaction) => {
    const newest = await transaction.attachment(file.id);
    const request = await transaction.request(file.request);
    // Its author took it away meanwhile.
    if (!newest?.shared || !request) return;
    await transaction.saveCrossing({ id: file.id, shared: true, leftBehind });
    const stuck = { kind: 'left-behind', request: request.id, file: file.id } as const;
    const subjects: OutboxSubject[] = [
      ...cards(null, request),
      { ...stuck, audience: 'triage-thread' },
      { ...stuck, audience: 'private-thread', recipient: request.requester },
    ];
    await transaction.announce(
      subjects.map((subject) => ({ id: newId(), workspace, subject, at: clock.now() })),
    );
  });
}

/** Slack tells that somebody deleted a file of theirs: its copy goes with it. */
export async function hearFileDeleted(desk: Desk, source: string): Promise<void> {
  const { store, workspace } = desk;
  if ((await store.attachmentsFrom(workspace, source)).length === 0) return;
  await store.write(async (transaction) => {
    // Read anew: somebody may be sending it across at this moment.
    const files = await transaction.attachmentsFrom(workspace, source);
    await withdrawFiles(desk, transaction, files, 'deleted');
  });
}
