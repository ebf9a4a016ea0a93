import type { MovableClock } from '../../../src/clock.ts';
import { latestDefinition } from '../../../src/domain/agreement/definition-of-done.ts';
import { type PersonId, personId } from '../../../src/domain/person.ts';
import type { RequestKind } from '../../../src/domain/request/kind.ts';
import { defaultSettings } from '../../../src/domain/settings/default-settings.ts';
import type { Desk } from '../../../src/usecases/desk.ts';
import { submitRequest } from '../../../src/usecases/intake/submit-request.ts';
import type { Store } from '../../../src/usecases/ports.ts';
import { giveCommand } from '../../../src/usecases/request/give-command.ts';
import type { Intent } from '../../../src/usecases/request/intent.ts';
import { viewRequest } from '../../../src/usecases/request/request-view.ts';

export const monday = Date.UTC(2026, 2, 2, 10);
const hour = 60 * 60_000;
const workspace = 'T1';
const mia = personId(workspace, 'UMIA');
const ines = personId(workspace, 'UINES');
let count = 0;

export function deskOn(store: Store, clock: MovableClock): Desk {
  const quiet = () => {};
  return {
    ...{ workspace, store, clock, fixed: {}, isCrowded: () => false },
    newId: () => `ID${String(++count).padStart(24, '0')}`,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    directory: {
      standingOf: async (person) => ({ person, isMember: true, isIt: person === ines }),
      person: async (id) => ({ id, name: 'Name', zone: 'UTC', isMember: true, isAdmin: false, readAt: 0 }),
    },
  };
}

/** Two of three lives end within days; the others stay open somewhere. Each takes about eight facts. */
export async function liveThrough(desk: Desk, clock: MovableClock): Promise<void> {
  await desk.store.write(async (transaction) => {
    await transaction.saveWorkspace({ id: workspace, name: 'Acme', botUserId: 'UBOT', installer: mia });
    const document = defaultSettings('UTC');
    await transaction.addSettings(workspace, {
      version: 1,
      document: { ...document, leads: { marketing: mia, it: ines } },
      changedBy: null,
      changedAt: 0,
    });
  });
  for (const kind of ['change', 'launch', 'data'] as const) {
    await delivered(desk, clock, kind, 'confirm');
    await delivered(desk, clock, kind, 'reject');
    await declined(desk, clock, kind);
    await waiting(desk, clock, kind);
  }
}

export async function ask(desk: Desk, kind: RequestKind = 'change'): Promise<string> {
  const outcome = await submitRequest(desk, {
    ...{ author: mia, requester: mia, kind, headsUp: false, impact: 2, urgency: 2, own: [] },
    brief: {
      title: `Landing page ${count}`,
      outcome: 'More registrations',
      link: null,
      details: { where: 'want' },
    },
    ...{ neededBy: '2026-04-01', cause: `bench:${desk.newId()}` },
  });
  const request = outcome.ok && (await desk.store.requestByNumber(workspace, outcome.value.number));
  if (!request) throw new Error('nothing was asked');
  return request.id;
}

async function delivered(
  desk: Desk,
  clock: MovableClock,
  kind: RequestKind,
  first: 'confirm' | 'reject',
): Promise<void> {
  const id = await ask(desk, kind);
  clock.moveBy(2 * hour);
  await give(desk, id, ines, { type: 'claim' });
  await give(desk, id, ines, { type: 'ask', question: 'Which form?' });
  clock.moveBy(3 * hour);
  await give(desk, id, mia, { type: 'answer', answer: 'The one on the fair page' });
  await accept(desk, id);
  clock.moveBy(26 * hour);
  await deliver(desk, id);
  clock.moveBy(4 * hour);
  if (first === 'reject') {
    await give(desk, id, mia, { type: 'reject', failed: [], words: 'The city is missing' });
    clock.moveBy(5 * hour);
    await deliver(desk, id);
    clock.moveBy(hour);
  }
  await give(desk, id, mia, { type: 'confirm' });
}

async function declined(desk: Desk, clock: MovableClock, kind: RequestKind): Promise<void> {
  const id = await ask(desk, kind);
  clock.moveBy(hour);
  await give(desk, id, ines, { type: 'claim' });
  clock.moveBy(30 * hour);
  await give(desk, id, ines, { type: 'decline', reason: 'not-now', words: 'Next quarter' });
}

async function waiting(desk: Desk, clock: MovableClock, kind: RequestKind): Promise<void> {
  const id = await ask(desk, kind);
  clock.moveBy(hour);
  await give(desk, id, ines, { type: 'claim' });
  await accept(desk, id);
  clock.moveBy(20 * hour);
  const waitsFor = { party: 'third-party', name: 'Acme' } as const;
  await give(desk, id, ines, { type: 'hold', waitsFor, reason: 'A port', reviewOn: '2026-03-12' });
}

async function accept(desk: Desk, id: string): Promise<void> {
  const view = await viewRequest(desk, desk.store, id);
  if (!view?.proposed) throw new Error('a request begins with a definition');
  const criteria = view.proposed.criteria.map(({ text, side, required, evidence }) => ({
    ...{ text, side, required, evidence },
  }));
  const { version } = latestDefinition(view.request.agreement);
  const terms = { criteria, date: view.proposed.date, seen: version };
  await give(desk, id, ines, { type: 'accept', size: 'M', terms });
}

async function deliver(desk: Desk, id: string): Promise<void> {
  const view = await viewRequest(desk, desk.store, id);
  const its = view?.inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  await give(desk, id, ines, { type: 'deliver', words: null, ticked: its.map((each) => each.id) });
}

async function give(desk: Desk, request: string, person: PersonId, intent: Intent): Promise<void> {
  const outcome = await giveCommand(desk, { request, person, intent, cause: `bench:${desk.newId()}` });
  if (!outcome.ok) throw new Error(`${intent.type}: ${outcome.refusal.code}`);
}
