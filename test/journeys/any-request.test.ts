import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestKinds } from '../../src/domain/request/kind.ts';
import { intakeModal, untouched } from '../../src/slack/intake/intake-modal.ts';
import { clean, oneLine } from '../../src/slack/kit/escape.ts';
import { typedInto } from '../slack/support/any-answer.ts';
import { mondayMorning, openBroker, transports } from '../support/broker.ts';
import { sent } from './asking.ts';

// They name people, files and tools of another cast; other stories have them.
const apart = ['requester', 'informed', 'files', 'tool'];

test.each(transports)('over %s: whatever is typed into any window reaches the history', async (transport) => {
  const { sandbox, store } = await openBroker({ transport });
  const { document: settings } = (await store.settings(sandbox.teamId)) ?? {};
  if (!settings) throw new Error('the desk is set up');
  const mia = sandbox.person('mia');
  for (const [index, kind] of requestKinds.entries()) {
    const opening = { ...untouched, more: true };
    const scene = { settings, now: mondayMorning, opening, earlier: null, launches: [] };
    const [given = {}] = fc.sample(typedInto(intakeModal({ kind }, scene)), { seed: index, numRuns: 1 });
    const typed = Object.fromEntries(
      Object.entries(given).filter(([field, value]) => !apart.includes(field) && value !== null),
    );

    await mia.slash('/martech-request', `Wish ${index}`);
    const modal = await mia.modal('Ask for something');
    await modal.fill({ kind });
    await modal.click('More questions');
    await modal.waitUntil((each) => each.fields().some(({ blockId }) => blockId === 'informed'));
    await modal.fill(typed);
    const result = await modal.submit();
    await sent('view' in result ? result.view.submit() : Promise.resolve(result));

    const request = await store.requestByNumber(sandbox.teamId, index + 1);
    const body = (await store.words([request?.brief ?? ''])).get(request?.brief ?? '') ?? '{}';
    const { details, ...brief } = JSON.parse(body);
    const words = Object.values(JSON.parse([...(await wordsOfTerms(request?.id ?? ''))][0] ?? '{}'));
    const kept: Record<string, unknown> = {
      ...details,
      ...brief,
      ...{ needed: request?.neededBy, impact: String(request?.impact), urgency: String(request?.urgency) },
    };
    for (const [field, value] of Object.entries(typed)) {
      const expected = typeof value === 'string' ? clean(value).trim() : value;
      if (field.startsWith('marketing-')) expect(words).toContain(oneLine(String(expected)));
      else if (expected === 'open') expect(details.unsure).toContain(field);
      else if (Array.isArray(value)) expect(kept[field] ?? []).toEqual(value);
      else expect(kept[field]).toBe(field === 'title' ? oneLine(String(expected)) : expected);
    }
  }

  async function wordsOfTerms(id: string): Promise<Iterable<string>> {
    const proposed = (await store.history(id)).flatMap((event) =>
      event.type === 'DefinitionProposed' ? [event.wording] : [],
    );
    return (await store.words(proposed)).values();
  }
});
