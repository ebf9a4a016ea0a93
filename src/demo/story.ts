import type { Stage, Story } from '../sandbox/sandbox.ts';
import { allBoxes } from './steps.ts';
import { dayAfter } from './working-days.ts';

/** The way of one request from marketing to IT and back, played by Mia and Ines. `now` is the desk's time. */
export function journeyStory(now: () => number): Story {
  return { title: 'Watch the story (2 min)', play: (stage) => play(stage, now) };
}

async function play({ person, show, say, beat }: Stage, now: () => number): Promise<void> {
  const [mia, ines] = [person('mia'), person('ines')];
  const triage = { in: '#it-triage' };
  for (const one of [mia, ines]) if (one.hasModal()) await (await one.modal()).close({ all: true });
  mia.opensMessagesTab();
  show({ who: 'mia', in: 'dm' }, { who: 'ines', in: '#it-triage' });
  await say(
    'On the left is Mia from marketing. On the right is Ines from IT, in a channel that only IT sees.',
  );

  await say('Mia needs a sign-up page. She types one command, with a few words.');
  const title = 'Sign-up page for the product tour';
  await mia.slash('/martech-request', title);
  const asking = await mia.modal('Ask for something');
  await say('Her words are in the window already. What it is about decides what else she is asked.');
  await asking.fill({ kind: 'change' });
  await beat();
  await asking.fill({ outcome: 'Whoever registers lands in the CRM on the same day' });
  await beat();
  await asking.fill({ needed: dayAfter(now(), 9) });
  await say(
    'At the foot she reads what “done” will mean, before she sends it. Sending signs it for marketing.',
  );
  const alike = {
    theirs: mia.findMessage({ matching: title }),
    its: ines.findMessage({ ...triage, matching: title }),
  };
  const looked = await asking.submit();
  if ('view' in looked) {
    await say('Before it is sent she is asked: is it one of these? It is not, so she sends it.');
    await looked.view.submit();
  }

  const theirs = await mia.waitForMessage({ matching: title, ...(alike.theirs && { after: alike.theirs }) });
  const its = await ines.waitForMessage({
    ...triage,
    matching: title,
    ...(alike.its && { after: alike.its }),
  });
  await say(
    'Mia has a private card that always says whose turn it is, and by when. IT has one card for all.',
  );

  await say('Ines takes it, with 👀. Mia sees at once who has it, and nobody had to write a word.');
  await its.react('eyes');
  await theirs.waitUntil((card) => card.plain().includes('@ines'));
  await say('IT’s clock is running, in working hours. It stops when something waits for Mia.');

  await its.click('Ask…');
  const asked = await ines.modal('Ask a question');
  const question = 'Which field holds the campaign today?';
  await asked.fill({ question });
  await say('Ines needs to know something first, and asks from the card.');
  await asked.submit();
  await mia.waitForMessage({ matching: question, threadOf: theirs });
  show({ who: 'mia', in: 'dm', thread: theirs }, { who: 'ines', in: '#it-triage' });
  await say('The question is in the thread of Mia’s card. From now on the time is hers, not IT’s.');
  await theirs.reply('“Campaign detail”, a text field.');
  await ines.waitForMessage({ in: '#it-triage', matching: 'Campaign detail', threadOf: its });
  show({ who: 'mia', in: 'dm', thread: theirs }, { who: 'ines', in: '#it-triage', thread: its });
  await say('Her reply is the answer. It stands in IT’s thread, and the card is back with IT.');
  show({ who: 'mia', in: 'dm' }, { who: 'ines', in: '#it-triage' });

  await its.waitUntil((card) => card.buttons().includes('Accept…'));
  await its.click('Accept…');
  const accepting = await ines.modal('Accept');
  await accepting.fill({ size: 'M' });
  await beat();
  const checks = accepting.fields().find(({ label }) => label === 'IT checks')?.value;
  await accepting.fill({ 'IT checks': `${checks}\nA test registration shows up in the CRM` });
  await say(
    'Ines accepts, and adds one thing that IT will check. What is changed, the other side has to sign.',
  );
  await accepting.submit();
  await theirs.waitUntil((card) => card.buttons().includes('Agree'));
  await say('Mia sees what was added, and agrees. Now “done” means the same to both, and work begins.');
  await theirs.click('Agree');
  await its.waitUntil((card) => card.buttons().includes('Finish and deliver…'));
  await say('What Ines writes in this thread stays with IT. When she is done, she ticks what IT checks.');

  await its.click('Finish and deliver…');
  const delivering = await ines.modal('Finish and deliver');
  await delivering.fill({ 'IT checks': allBoxes(delivering, 'IT checks') });
  await beat();
  await delivering.fill({ words: 'It is live. Please try it once on your phone.' });
  await beat();
  await delivering.submit();
  await theirs.waitUntil((card) => card.buttons().includes('All good'));
  await say('It is Mia’s turn: she looks at what was agreed, and says “All good”, or what is missing.');
  await theirs.click('All good');
  await its.waitUntil((card) => card.plain().includes('done and confirmed'));
  await say(
    'Done, and both say so. One card on each side, no chasing, and a history of who did what, and when.',
  );
}
