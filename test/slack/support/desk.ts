import { createClock, type MovableClock } from '../../../src/clock.ts';
import { type PersonId, personId } from '../../../src/domain/person.ts';
import { defaultSettings } from '../../../src/domain/settings/default-settings.ts';
import type { Settings } from '../../../src/domain/settings/settings.ts';
import type { Desk } from '../../../src/usecases/desk.ts';
import type { Submission } from '../../../src/usecases/intake/submission.ts';
import { submitRequest } from '../../../src/usecases/intake/submit-request.ts';
import type { AnyRefusal } from '../../../src/usecases/outcome.ts';
import type { Directory } from '../../../src/usecases/ports.ts';
import { giveCommand } from '../../../src/usecases/request/give-command.ts';
import type { Intent, WrittenCriterion } from '../../../src/usecases/request/intent.ts';
import { type RequestView, viewRequest } from '../../../src/usecases/request/request-view.ts';
import { freshStore } from '../../support/fresh-store.ts';

/** A Monday, 09:00 in UTC. */
export const monday = Date.UTC(2026, 2, 2, 9);
const workspace = 'T1';

export const mia = personId(workspace, 'UMIA');
export const ben = personId(workspace, 'UBEN');
export const ines = personId(workspace, 'UINES');
export const tom = personId(workspace, 'UTOM');
export const lea = personId(workspace, 'ULEA');
export const omar = personId(workspace, 'UOMAR');
export const ada = personId(workspace, 'UADA');
export const gus = personId(workspace, 'UGUS');

const it = new Set<PersonId>([ines, tom, omar]);

const directory: Directory = {
  standingOf: async (person) => ({ person, isMember: person !== gus, isIt: it.has(person) }),
  person: async (id) => ({
    id,
    name: id.slice(4).toLowerCase(),
    zone: 'UTC',
    isMember: id !== gus,
    isAdmin: id === ada,
    readAt: 0,
  }),
};

export const settings: Settings = {
  ...defaultSettings('UTC'),
  triageChannel: 'C0TRIAGE',
  leads: { marketing: lea, it: omar },
};

export interface TestDesk {
  desk: Desk;
  clock: MovableClock;
  ask(asked?: Partial<Submission>): Promise<string>;
  /** Gives a command and fails the test if it is refused. */
  give(request: string, person: PersonId, intent: Intent): Promise<void>;
  refusedTo(request: string, person: PersonId, intent: Intent): Promise<AnyRefusal>;
  view(request: string): Promise<RequestView>;
}

/** The use cases on a real database, with people whom no Slack has to be asked about. */
export async function openDesk(url?: string): Promise<TestDesk> {
  const clock = createClock(() => monday);
  const store = await freshStore(url, clock.now);
  let count = 0;
  const newId = () => {
    count += 1;
    return `ID${String(count).padStart(24, '0')}`;
  };
  const cause = () => `test:${newId()}`;
  const quiet = () => {};
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const desk: Desk = { workspace, store, directory, clock, newId, log, fixed: {}, isCrowded: () => false };
  await store.write(async (transaction) => {
    await transaction.saveWorkspace({ id: workspace, name: 'Acme', botUserId: 'UBOT', installer: ada });
    await transaction.addSettings(workspace, {
      version: 1,
      document: settings,
      changedBy: null,
      changedAt: monday,
    });
    for (const person of [mia, ben, ines, tom, lea, omar]) {
      await transaction.savePerson(await directory.person(person));
    }
  });
  return {
    desk,
    clock,
    async ask(asked = {}) {
      const outcome = await submitRequest(desk, { ...landingPage, cause: cause(), ...asked });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      const request = await store.requestByNumber(workspace, outcome.value.number);
      if (!request) throw new Error('the request is not there');
      return request.id;
    },
    async give(request, person, intent) {
      const outcome = await giveCommand(desk, { request, person, intent, cause: cause() });
      if (!outcome.ok) throw new Error(`${intent.type} was refused: ${JSON.stringify(outcome.refusal)}`);
      clock.moveBy(60_000);
    },
    async refusedTo(request, person, intent) {
      const outcome = await giveCommand(desk, { request, person, intent, cause: cause() });
      if (outcome.ok) throw new Error(`${intent.type} was not refused`);
      return outcome.refusal;
    },
    async view(request) {
      const view = await viewRequest(desk, store, request);
      if (!view) throw new Error('the request is not there');
      return view;
    },
  };
}

export const landingPage: Omit<Submission, 'cause'> = {
  author: mia,
  requester: mia,
  kind: 'change',
  headsUp: false,
  brief: {
    title: 'Landing page for the spring webinar',
    outcome: 'Sign-ups reach the CRM by themselves.',
    link: 'https://example.com/brief',
  },
  impact: 2,
  urgency: 1,
  neededBy: '2026-03-12',
  own: [{ text: 'The thank-you mail names the session', side: 'marketing', required: true }],
};

export function criteriaOf(view: RequestView): WrittenCriterion[] {
  const { criteria = [] } = view.proposed ?? view.inForce ?? {};
  return criteria.map(({ text, side, required, evidence }) => ({
    ...{ text, side, required },
    ...(evidence && { evidence }),
  }));
}

/** Accepts what was asked for as it is. */
export async function acceptAsAsked({ give, view }: TestDesk, request: string): Promise<void> {
  const seen = await view(request);
  const { date = null, version = 1 } = seen.proposed ?? {};
  await give(request, ines, {
    type: 'accept',
    size: 'M',
    terms: { criteria: criteriaOf(seen), date, seen: version },
  });
}
