import { expect, test } from 'vitest';
import { triageCard } from '../../src/slack/triage/triage-card.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { acceptAsAsked, gus, ines, mia, monday, openDesk, tom } from './support/desk.ts';
import { handsOf } from './support/window.ts';

test('whoever says yes decides and whoever has it does it, until somebody puts another on the record', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  expect(messageAloud(triageCard(await desk.view(request), monday))).not.toContain('decides ·');
  await desk.give(request, tom, { type: 'claim' });
  await acceptAsAsked(desk, request);
  const card = async () => messageAloud(triageCard(await desk.view(request), monday));
  expect(await card()).toContain('@ines decides · @tom does it');

  const hands = handsOf(desk, mia);
  const window = await hands.opens('request.more', `set-responsibility ${request}`);
  expect(viewAloud(window)).toMatchSnapshot();
  expect(await hands.submits(window, { to: 'UGUS' })).not.toEqual({ kind: 'nothing' });
  expect(await hands.submits(window, { to: 'UTOM', pays: 'Marketing', ownsCode: 'us' })).toEqual({
    kind: 'nothing',
  });
  expect(await card()).toContain('@tom decides and does it · paid by Marketing · code belongs to us');
  expect(await desk.refusedTo(request, gus, { type: 'set-responsibility', to: tom, ownership: {} })).toEqual({
    code: 'outsider',
  });
});

test('what the stack knows of the tool is there already', async () => {
  const desk = await openDesk();
  const tool = sampleTool({ name: 'Askwell', technical_owner: 'UTOM', pays: 'Brand', owns_data: 'us' });
  await desk.desk.store.write((transaction) => transaction.saveTools(asSaved([tool])));
  const brief = { title: 'More seats', outcome: null, link: null, tool: tool.id };
  const request = await desk.ask({ brief });
  const window = await handsOf(desk, ines).opens('request.more', `set-responsibility ${request}`);
  expect(viewAloud(window)).toMatchSnapshot();
});
