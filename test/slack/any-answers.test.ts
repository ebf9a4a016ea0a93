import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExtraQuestion } from '../../src/domain/intake/extra-question.ts';
import { type RequestKind, requestKinds } from '../../src/domain/request/kind.ts';
import { type Settings, settingsSchema } from '../../src/domain/settings/settings.ts';
import type { Modal } from '../../src/slack/conversation.ts';
import { intakeModal, untouched } from '../../src/slack/intake/intake-modal.ts';
import { parseIntake } from '../../src/slack/intake/parse-intake.ts';
import { clean, oneLine } from '../../src/slack/kit/escape.ts';
import { fieldsOf } from '../../src/slack/kit/fields.ts';
import { inputsOf, type NamedInput, typedInto } from './support/any-answer.ts';
import { monday, settings as usual } from './support/desk.ts';
import { type Typed, valuesOf } from './support/window.ts';

const today = '2026-03-02';

const extra: ExtraQuestion[] = [
  { id: 'budget', label: 'Which budget pays?', type: 'text', choices: [], required: true },
  { id: 'printed', label: 'When is it printed?', type: 'date', choices: [], required: false },
  {
    id: 'region',
    label: 'For which region?',
    type: 'choice',
    choices: ['EMEA', 'Americas', 'APAC'],
    required: true,
  },
  { id: 'channel', label: 'On which channel?', type: 'choice', choices: ['Web', 'Print'], required: false },
];

const settings: Settings = settingsSchema.parse({
  ...usual,
  kinds: Object.fromEntries(requestKinds.map((kind) => [kind, { ...usual.kinds[kind], extra }])),
});

/** With all of its questions, those of "just looking" as well. */
function windowFor(kind: RequestKind): Modal {
  const opening = { ...untouched, more: true };
  return intakeModal(
    { kind, where: 'looking', needed: today },
    { settings, now: monday, opening, earlier: null, launches: [] },
  );
}

function parsed(modal: Modal, typed: Typed) {
  return parseIntake(fieldsOf(valuesOf(modal, typed)), today, () => null, settings);
}

/** How the answers come out again, by the fields that they went into. */
function answersOf(modal: Modal, typed: Typed): Record<string, unknown> {
  const result = parsed(modal, typed);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const { brief, neededBy, impact, urgency, requester, informed, own } = result.value;
  const { extra: more = [], unsure = [], ...details } = brief.details ?? {};
  const degree = (id: 'impact' | 'urgency', value: number) => (unsure.includes(id) ? 'open' : String(value));
  return {
    ...details,
    ...{ title: brief.title, outcome: brief.outcome, link: brief.link, needed: neededBy },
    ...{ impact: degree('impact', impact), urgency: degree('urgency', urgency), requester, informed },
    ...(details.tool && { tool: brief.tool ? `stack:${brief.tool} ${details.tool}` : details.tool }),
    'marketing-0': own.map(({ text }) => text).join('\n') || null,
    ...Object.fromEntries(more.map(({ id, answer }) => [`extra-${id}`, answer])),
  };
}

/** A hurry that is typed by chance, and files, are told elsewhere. */
const apart = new Set(['kind', 'where', 'files']);

function lines(text: string): string | null {
  return clean(text).split('\n').map(oneLine).filter(Boolean).join('\n') || null;
}

test.each(requestKinds)('whatever is answered in the window for %s comes out of it', (kind) => {
  const modal = windowFor(kind);
  const fields = inputsOf(modal).filter(({ block_id: id }) => !apart.has(id));
  fc.assert(
    fc.property(typedInto(modal), (typed) => {
      const answers = answersOf(modal, typed);
      for (const { block_id: id } of fields) {
        const value = typed[id] ?? null;
        if (Array.isArray(value)) expect(answers[id] ?? []).toEqual(value);
        else if (value === null) expect(answers[id] ?? null).toBeNull();
        else if (id.startsWith('marketing-')) expect(answers['marketing-0']).toContain(lines(value));
        else expect(answers[id]).toBe(id === 'title' ? oneLine(clean(value)) : clean(value).trim());
      }
    }),
    { numRuns: 200 },
  );
});

const longer = fc.integer({ min: 1, max: 300 });

// They are filled in from the beginning, so nobody can empty them.
const mayBeLeft = new Set(['impact', 'urgency', 'where']);

/** What cannot be taken: too long, not offered, in the past, no day at all, or nothing where something is needed. */
function invalidFor({ element, optional, block_id: id }: NamedInput): fc.Arbitrary<string | string[] | null> {
  const missing = optional || mayBeLeft.has(id) ? [] : [fc.constant(null)];
  switch (element.type) {
    case 'plain_text_input': {
      const most = element.max_length ?? 3000;
      return fc.oneof(
        ...(optional ? [] : [fc.constantFrom(null, '   ', '\u200B\u202E', '\n\t')]),
        longer.map((more) => 'x'.repeat(most + more)),
        longer.map((more) => '👩‍🚀'.repeat(Math.ceil((most + more) / 5))),
      );
    }
    case 'external_select':
      return longer.map((more) => 'x'.repeat(300 + more));
    case 'datepicker':
      return fc.oneof(
        fc.constantFrom('2026-02-30', '2027-02-29', '9999-01-01', '2026-13-01', 'soon', '2026-3-9', '-1'),
        longer.map((days) => new Date(monday - days * 86_400_000).toISOString().slice(0, 10)),
      );
    case 'checkboxes':
      return fc.constantFrom(['no-such-box'], ['__proto__'], ['customers', 'no-such-box']);
    case 'multi_users_select':
      return fc.constantFrom(
        ['nobody'],
        ['UMIA', '<!channel>'],
        Array.from({ length: 51 }, (_, at) => `U${at}`),
      );
    case 'users_select':
      return fc.constantFrom('nobody', 'C0CHANNEL', '<@UMIA>');
    default:
      return fc.oneof(fc.constantFrom('no-such-option', '__proto__', 'constructor'), ...missing);
  }
}

test.each(requestKinds)(
  'what cannot be taken in the window for %s is an error on exactly its field',
  (kind) => {
    const modal = windowFor(kind);
    const fields = inputsOf(modal).filter(({ element }) => element.type !== 'file_input');
    const faulty = fc
      .constantFrom(...fields)
      .chain((field) => fc.tuple(fc.constant(field.block_id), invalidFor(field), typedInto(modal)));
    fc.assert(
      fc.property(faulty, ([field, value, typed]) => {
        const result = parsed(modal, { ...typed, [field]: value });
        expect(result.ok ? [] : Object.keys(result.errors), `${field}: ${JSON.stringify(value)}`).toEqual([
          field,
        ]);
        for (const sentence of Object.values(result.ok ? {} : result.errors)) {
          expect(sentence).toContain('Please');
        }
      }),
      { numRuns: 300 },
    );
  },
);
