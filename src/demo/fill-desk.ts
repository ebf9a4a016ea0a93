import type { MovableClock } from '../clock.ts';
import { parseSheet } from '../domain/stack/parse-sheet.ts';
import { blankSheet } from '../domain/stack/sheet.ts';
import type { Tool } from '../domain/stack/tool.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Store } from '../usecases/ports.ts';
import { firstWeeks } from './first-weeks.ts';
import { optionNamed, plans } from './plans.ts';
import type { Scene, Wish } from './scene.ts';
import { smallTalk } from './small-talk.ts';
import { stack } from './stack.ts';
import { send, type Ticket } from './steps.ts';
import { theseDays } from './these-days.ts';
import { dayAfter, workingHoursAfter } from './working-days.ts';

/** How long ago the demo begins: 160 working hours, wherever in a week it is now. */
export const demoLength = 28 * 24 * 60 * 60 * 1000;
/** Stands over the page until all is there. */
export const demoBanner = 'Demo data: four weeks in a few seconds …';
const scenes: readonly Scene[] = [...firstWeeks, ...theseDays];
/** After this many working hours everybody has read what there is; what comes then is unread. */
const caughtUpAt = 154;
const demoDays = 20;
const hoursADay = 8;
const entriesRead = 100;
const longestJump = 60 * 60 * 1000;

export interface DemoParts {
  sandbox: Sandbox;
  store: Store;
  /** Shows the demo's first morning, and shows the present when it is done. */
  clock: MovableClock;
  /** The present, in epoch milliseconds. */
  present: () => number;
  newId: () => string;
  /** Told of what went otherwise than written; the rest is lived through all the same. */
  failed: (error: unknown) => void;
  signal: AbortSignal;
}

interface Moment {
  at: number;
  happens(): Promise<void>;
}

/**
 * Lives through four weeks of the desk by the app's own doors: the cast types commands, fills windows, presses buttons
 * and reacts, at the hour at which it would. Only the list of tools is written into the store.
 */
export async function fillDesk(parts: DemoParts): Promise<void> {
  const { sandbox, clock, present, failed, signal } = parts;
  const moments = script(parts);
  // Four weeks in seconds are faster than any limit allows.
  sandbox.control({ rateLimits: false });
  try {
    await saveStack(parts);
    for (const [index, { at, happens }] of moments.entries()) {
      if (index % 10 === 9) {
        const share = Math.round((index / moments.length) * 100);
        sandbox.announce(`${demoBanner} ${share}%`);
      }
      await liveUntil(parts, at);
      await happens().catch(failed);
      await settled(parts);
      if (signal.aborted) return;
    }
    await liveUntil(parts, present());
    clock.moveBy(present() - clock.now());
  } finally {
    sandbox.control({ rateLimits: true });
    sandbox.announce(null);
  }
}

/** Everything that happens, in the order of its hour. */
function script(parts: DemoParts): Moment[] {
  const { sandbox, clock } = parts;
  const start = clock.now();
  const hour = (hours: number) => workingHoursAfter(start, hours);
  const moments: Moment[] = smallTalk.map(({ at, who, in: place, words }) => ({
    at: hour(at),
    happens: async () => void (await sandbox.person(who).says(place, words)),
  }));
  for (const { at, who, does } of plans) {
    moments.push({ at: hour(at), happens: () => does(sandbox.person(who), clock.now()) });
  }
  for (let day = 0; day < demoDays; day += 1) {
    moments.push({ at: hour(day * hoursADay + 2), happens: () => publishDigest(sandbox) });
  }
  moments.push({ at: hour(caughtUpAt), happens: async () => everybodyReads(sandbox) });
  for (const { from, at, wish, steps } of scenes) {
    let ticket: Ticket | null = null;
    moments.push({
      at: hour(at),
      happens: async () => {
        ticket = await ask(sandbox, from, wish, clock.now());
      },
    });
    let hours = at;
    for (const { after, by, act } of steps) {
      hours += after;
      moments.push({
        at: hour(hours),
        happens: async () => {
          if (ticket) await act(sandbox.person(by), ticket, clock.now());
        },
      });
    }
  }
  return moments.sort((one, other) => one.at - other.at);
}

/** On the morning on which there is one, marketing's lead reads it and shows it to all. */
async function publishDigest(sandbox: Sandbox): Promise<void> {
  const button = 'Publish it';
  for (const page of sandbox.person('lea').dm()) {
    if (page.buttons().includes(button)) await page.click(button);
  }
}

async function ask(sandbox: Sandbox, from: string, wish: Wish, now: number): Promise<Ticket> {
  const person = sandbox.person(from);
  await person.slash('/martech-request', wish.title);
  const modal = await person.modal('Ask for something');
  await modal.fill({ kind: wish.kind });
  await modal.click('More questions');
  await modal.waitUntil((shown) => shown.fields().some(({ blockId }) => blockId === 'impact'));
  const { outcome, needed, launch, where, tool, impact, urgency } = wish;
  await send(modal, () => ({
    ...(outcome !== undefined && { outcome }),
    ...(needed !== undefined && { needed: dayAfter(now, needed) }),
    ...(launch !== undefined && { launch: optionNamed(modal, 'For a launch', launch) }),
    ...(where !== undefined && { where }),
    ...(tool !== undefined && { tool }),
    ...(impact !== undefined && { impact: String(impact) }),
    ...(urgency !== undefined && { urgency: String(urgency) }),
  }));
  const theirs = await person.waitForMessage({ in: 'dm', matching: wish.title });
  const its = await sandbox.person('ines').waitForMessage({ in: '#it-triage', matching: wish.title });
  return { theirs, its };
}

/** Lets time pass by the hour, so that whatever the app does by the clock is done in its hour. */
async function liveUntil(parts: DemoParts, instant: number): Promise<void> {
  const { clock, signal } = parts;
  while (clock.now() < instant && !signal.aborted) {
    clock.moveBy(Math.min(longestJump, instant - clock.now()));
    await settled(parts);
  }
}

/** Resolves when the app has said everything that it has to say for now. */
async function settled({ sandbox, store, clock, signal }: DemoParts): Promise<void> {
  do {
    await new Promise((resolve) => setImmediate(resolve));
    await sandbox.idle();
  } while (!signal.aborted && (await isBusy(store, sandbox.teamId, clock.now())));
}

async function isBusy(store: Store, workspace: string, now: number): Promise<boolean> {
  const unsaid = await store.openOutbox(entriesRead);
  if (unsaid.some(({ status, dueAt }) => status !== 'pending' || dueAt <= now)) return true;
  if ((await store.requestsForStack(workspace, 1)).length > 0) return true;
  return (await store.unfinishedEvents(1)).length > 0;
}

function everybodyReads(sandbox: Sandbox): void {
  for (const [name, places] of Object.entries(readers)) {
    for (const place of places) sandbox.person(name).opens(place);
  }
}

const everywhere = ['dm', '#general', '#marketing-it-weekly'];
const readers: Record<string, readonly string[]> = {
  ...{
    mia: [...everywhere, '#marketing'],
    ben: [...everywhere, '#marketing'],
    lea: [...everywhere, '#marketing'],
  },
  ...{
    ines: [...everywhere, '#it-triage'],
    tom: [...everywhere, '#it-triage'],
    omar: [...everywhere, '#it-triage'],
  },
  ...{ ada: [...everywhere, '#marketing'], gus: ['#general', '#marketing'] },
};

async function saveStack({ sandbox, store, clock, newId }: DemoParts): Promise<void> {
  const { teamId } = sandbox;
  const user = (name: string | null) => (name === null ? '' : sandbox.person(name).id);
  const saved = stack.map(({ name, category, purpose, state, why = '', business, technical, contract }) => {
    const owners = { business_owner: user(business), technical_owner: user(technical) };
    const bound = contract && {
      ...{ contract_end: dayAfter(clock.now(), contract.ends), notice_days: String(contract.notice) },
      ...{ cost: String(contract.cost), currency: 'EUR', period: 'year' },
    };
    const sheet = { ...blankSheet, name, category, purpose, state, state_reason: why, ...owners, ...bound };
    const parsed = parseSheet(sheet, teamId);
    if (!parsed.ok) throw new Error(`${name} of the demo: ${JSON.stringify(parsed.faults)}`);
    const tool: Tool = { ...parsed.facts, id: newId(), workspace: teamId, revision: 1 };
    return { tool, change: { at: clock.now(), by: tool.businessOwner, changes: [] } };
  });
  await store.write((transaction) => transaction.saveTools(saved));
}
