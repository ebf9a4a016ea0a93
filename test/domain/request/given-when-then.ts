import { expect } from 'vitest';
import type { AskedCheck } from '../../../src/domain/checks/check.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import { decide, submit } from '../../../src/domain/request/decide.ts';
import type { CommandOnRequest } from '../../../src/domain/request/decision.ts';
import type { RequestEvent, Terms } from '../../../src/domain/request/events.ts';
import type { RequestKind } from '../../../src/domain/request/kind.ts';
import type { Refusal } from '../../../src/domain/request/refusal.ts';
import type { Request, Status } from '../../../src/domain/request/request.ts';
import { actorOn, launchKeeper, theClock } from '../../../src/domain/request/rights.ts';

/** The cast of the specifications. */
export const cast = {
  mia: 'T1/UMIA',
  ben: 'T1/UBEN',
  ines: 'T1/UINES',
  tom: 'T1/UTOM',
  lea: 'T1/ULEA',
  omar: 'T1/UOMAR',
  gus: 'T1/UGUS',
  /** Of marketing, and the keeper of launches. */
  kim: 'T1/UKIM',
  clock: null,
} as const satisfies Record<string, PersonId | null>;

export type Name = keyof typeof cast;

const inIt: readonly (string | null)[] = [cast.ines, cast.tom, cast.omar];
const leads = { marketing: cast.lea, it: cast.omar };
const minute = 60_000;
export const start = Date.UTC(2026, 2, 2, 9);

export const terms: Terms = {
  criteria: [
    { id: 'it-1', side: 'it', required: true },
    { id: 'it-2', side: 'it', required: false },
    { id: 'mk-1', side: 'marketing', required: true },
  ],
  wording: 'body-terms',
  date: '2026-03-20',
};

export const securityCheck: AskedCheck = {
  ...{ name: 'security', owners: [cast.ben], needs: 'any', standIn: cast.lea, blocks: 'accepting' },
  questions: [{ id: 'region', text: 'Where is the data?' }],
};

export interface Story {
  request: Request;
  history: RequestEvent[];
}

export function actorNamed(request: Request, name: Name) {
  const person = cast[name];
  if (person === null) return theClock;
  if (name === 'kim') return launchKeeper(person, { marketing: null, it: null });
  return actorOn(request, { person, isMember: name !== 'gus', isIt: inIt.includes(person) }, leads);
}

export function submitted(
  by: Name = 'mia',
  asked: { kind?: RequestKind; headsUp?: boolean; terms?: Terms; launch?: string } = {},
): Story {
  const author = cast[by] ?? cast.mia;
  const { request, events } = submit(
    {
      type: 'submit',
      id: 'R1',
      workspace: 'T1',
      number: 1,
      requester: author,
      author,
      kind: asked.kind ?? 'change',
      headsUp: asked.headsUp ?? false,
      ...(asked.launch && { launch: asked.launch }),
      brief: 'body-brief',
      impact: 2,
      urgency: 2,
      neededBy: (asked.terms ?? terms).date,
      terms: asked.terms ?? terms,
    },
    {
      actor: { person: author, side: 'marketing', roles: ['requester'] },
      now: start,
      cause: 'test',
      isIt: () => false,
    },
  );
  return { request, history: events };
}

export function attempt({ request, history }: Story, name: Name, command: CommandOnRequest) {
  return decide(request, command, {
    actor: actorNamed(request, name),
    now: start + history.length * minute,
    cause: `test:${history.length}`,
    isIt: (person) => inIt.includes(person),
  });
}

/** Does it, and fails the test if it is refused. */
export function when(story: Story, name: Name, command: CommandOnRequest): Story {
  const decision = attempt(story, name, command);
  if (!decision.ok) throw new Error(`${name} may not ${command.type}: ${JSON.stringify(decision.refusal)}`);
  return { request: decision.request, history: [...story.history, ...decision.events] };
}

export function thenRefused(story: Story, name: Name, command: CommandOnRequest, refusal: Refusal): void {
  expect(attempt(story, name, command)).toEqual({ ok: false, refusal });
}

export function statusOf({ request }: Story): Status {
  return request.state.status;
}

/** A request that both sides have signed and IT works on. */
export function inProgress(): Story {
  return when(when(submitted(), 'ines', { type: 'claim' }), 'ines', { type: 'accept', size: 'M', terms });
}

export function delivered(): Story {
  const ticked = when(inProgress(), 'ines', { type: 'tick', ticked: ['it-1'] });
  return when(ticked, 'ines', { type: 'deliver', words: null });
}
