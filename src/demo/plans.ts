import type { Modal } from '../sandbox/driver/modal.ts';
import type { Person } from '../sandbox/driver/person.ts';
import { dayAfter } from './working-days.ts';

/** What the leads and marketing say about the months to come. */
export interface Planning {
  /** Working hours after the demo's first morning. */
  at: number;
  who: string;
  does(person: Person, now: number): Promise<void>;
}

type Values = Parameters<Modal['fill']>[0];

async function saves(modal: Modal, values: Values): Promise<void> {
  await modal.fill(values);
  const result = await modal.submit();
  if ('errors' in result) throw new Error(`"${modal.title}" was not taken: ${JSON.stringify(result)}`);
  if ('view' in result) await result.view.close({ all: true });
}

/** `days` from the day on which it is recorded. */
function launch(at: number, who: string, name: string, days: number): Planning {
  return {
    ...{ at, who },
    async does(person, now) {
      await person.slash('/martech-request', 'launches');
      await (await person.modal('Launches')).click('Add a launch…');
      const form = await person.modal('Add a launch');
      await saves(form, { 'What is launched?': name, 'When?': dayAfter(now, days) });
    },
  };
}

function freeze(at: number, what: string, why: string, days: { from: number; to: number }): Planning {
  return {
    ...{ at, who: 'omar' },
    async does(person, now) {
      await person.slash('/martech-request', 'freezes');
      await (await person.modal('Freeze periods')).click('Add a freeze…');
      await saves(await person.modal('Add a freeze'), {
        ...{ 'What is frozen?': what, 'Why?': why },
        ...{ From: dayAfter(now, days.from), 'To, the last day included': dayAfter(now, days.to) },
      });
    },
  };
}

const capacity: Planning = {
  ...{ at: 58, who: 'omar' },
  async does(person) {
    await person.slash('/martech-request', 'capacity');
    await saves(await person.modal('What IT can do'), {
      ...{
        'Small: up to two days of work': '8',
        'Medium: up to two weeks': '3',
        'Large: more than that': '1',
      },
    });
  },
};

/** Titles of open requests, the most wanted first. */
const first = [
  'Lead scores from the CRM in the mail tool',
  'One consent record for shop, events and newsletter',
  'Event scans into the CRM on the same evening',
  'Form for the webinar on the ninth',
];

const topFive: Planning = {
  ...{ at: 158, who: 'lea' },
  async does(person) {
    await person.slash('/martech-request', 'top-five');
    const modal = await person.modal('Marketing’s top five');
    const places = ['First', 'Second', 'Third', 'Fourth'];
    const picked = first.map((title, index) => [places[index] ?? '', optionNamed(modal, 'First', title)]);
    await saves(modal, Object.fromEntries(picked));
  },
};

/** The choice of a menu that ends with these words, as it is read. */
export function optionNamed(modal: Modal, label: string, ending: string): string {
  const { blockId } = modal.fields().find((field) => field.label === label) ?? {};
  const element: unknown = modal.view().blocks.find(({ block_id }) => block_id === blockId)?.element;
  const options =
    typeof element === 'object' && element !== null && 'options' in element ? element.options : [];
  const texts = (Array.isArray(options) ? options : []).map(({ text }) => String(text.text));
  return texts.find((text) => text.endsWith(ending)) ?? ending;
}

export const plans: readonly Planning[] = [
  capacity,
  launch(59, 'lea', 'Autumn release', 32),
  launch(60, 'ben', 'Trade fair', 40),
  launch(61, 'mia', 'User conference', 61),
  freeze(64, 'The shop and its checkout', 'Peak season: nobody wants to explain an outage.', {
    ...{ from: 45, to: 75 },
  }),
  topFive,
];
