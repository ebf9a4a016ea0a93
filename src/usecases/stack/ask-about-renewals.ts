import { daysAfter, startOfDay } from '../../domain/day.ts';
import type { PersonId, Side } from '../../domain/person.ts';
import type { Leads } from '../../domain/request/rights.ts';
import {
  isRenewable,
  nextRenewalDay,
  type Renewal,
  type RenewalVoices,
  renewalAskedAhead,
  renewalWords,
} from '../../domain/stack/renewal.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { Instant } from '../../domain/time.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { nextHeard } from '../notices/at-work.ts';
import { presentAround, termOf, todayAt } from './renewals.ts';

const toolsRead = 100;

/** Tools about whose contract somebody may have to be told something now. */
export async function renewalsToLookAt(desk: Desk): Promise<string[]> {
  const { store, workspace, clock } = desk;
  const today = todayAt(clock.now(), await settingsInForce(desk, store));
  const days = { from: today, to: daysAfter(today, renewalAskedAhead) };
  return store.renewalsDue(workspace, days, clock.now(), toolsRead);
}

/**
 * Tells what is due about one contract, once, each person in their own working hours, and plans when to look again.
 * However often this runs, and however long it did not, everybody hears each thing once.
 */
export async function lookAtRenewal(desk: Desk, id: string): Promise<void> {
  const here = await presentAround(desk, id);
  await learnZonesOfLeads(desk);
  const told = await desk.store.write(async (transaction) => {
    const tool = await transaction.tool(id);
    const term = tool && termOf(tool);
    if (!tool || !term) return 0;
    const settings = await settingsInForce(desk, transaction);
    const leads = await leadsInForce(transaction, settings);
    const now = desk.clock.now();
    const today = todayAt(now, settings);
    const before = (await transaction.renewal(id, term.contractEnd)) ?? { tool: id, told: [], answers: [] };
    const renewal: Renewal = { ...before, ...term };
    const words = isRenewable(tool) ? renewalWords(renewal, voicesOf(tool, leads, here), today) : [];
    const looks: Instant[] = [];
    const said: Renewal['told'] = [];
    for (const { matter, person } of words) {
      const party = sideOf(person, tool, leads);
      const from = await nextHeard(transaction, { party, person }, settings, now);
      if (from === now) said.push({ matter, person, at: now });
      else if (from !== undefined) looks.push(from);
    }
    const next = nextRenewalDay(renewal, today);
    if (next) looks.push(startOfDay(next, settings.hours.marketing.zone));
    const lookAt = looks.length > 0 ? Math.min(...looks) : null;
    await transaction.saveRenewal(desk.workspace, { ...renewal, told: [...renewal.told, ...said] }, lookAt);
    await transaction.announce(
      said.map(({ matter, person }) => ({
        id: desk.newId(),
        workspace: desk.workspace,
        subject: {
          kind: 'tell',
          recipient: person,
          about: {
            ...{ topic: 'renewal', tool: id, contractEnd: term.contractEnd },
            ...{ matter, after: renewal.answers.length },
          },
        },
        at: now,
      })),
    );
    return said.length;
  });
  if (told > 0) desk.log.info({ tool: id, told }, 'a renewal is asked about');
}

/** Their zones count, too: nobody is asked while they sleep. */
async function learnZonesOfLeads(desk: Desk): Promise<void> {
  const leads = await leadsInForce(desk.store, await settingsInForce(desk, desk.store));
  for (const lead of [leads.marketing, leads.it]) if (lead) await desk.directory.person(lead);
}

/** Owners who left have no say any more; nobody is counted twice. */
function voicesOf(tool: Tool, leads: Leads, here: ReadonlySet<PersonId>): RenewalVoices {
  const owners = [tool.businessOwner, tool.technicalOwner].filter((owner) => owner !== null);
  return {
    owners: [...new Set(owners)].filter((owner) => here.has(owner)),
    leads: [...new Set([leads.marketing, leads.it])].filter((lead) => lead !== null),
  };
}

function sideOf(person: PersonId, { technicalOwner }: Tool, leads: Leads): Side {
  return person === technicalOwner || (person === leads.it && person !== leads.marketing)
    ? 'it'
    : 'marketing';
}
