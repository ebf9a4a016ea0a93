import type { Settings } from '../../domain/settings/settings.ts';
import { type Calendar, calendarSchema, overlappingHours } from '../../domain/sla/calendar.ts';
import { configureDesk, deskSettings, mayConfigure } from '../../usecases/configure-desk.ts';
import { type CommandHandler, type Modal, nothing, type SubmissionHandler } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { oneLine } from '../kit/escape.ts';
import { fieldsOf } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { formModal } from '../kit/modal.ts';
import { tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';

type Holidays = Calendar['holidays'];

/** `/martech-request holidays`: each side's closed days, as a list that people can read and change. */
export const openHolidays: CommandHandler = async ({ desk, person }) => {
  if (!(await mayConfigure(desk, person))) return tell(sentenceFor({ code: 'not-an-admin' }, null));
  return { kind: 'open', modal: holidaysModal((await deskSettings(desk)).settings) };
};

export const submitHolidays: SubmissionHandler = async ({ desk, person, cause, values }) => {
  const fields = fieldsOf(values);
  const { hours } = (await deskSettings(desk)).settings;
  const marketing = readHolidays(textIn(fields['holidays-marketing']), hours.marketing);
  const it = readHolidays(textIn(fields['holidays-it']), hours.it);
  if (!marketing.ok || !it.ok) {
    return {
      kind: 'errors',
      errors: {
        ...(marketing.ok ? {} : { 'holidays-marketing': marketing.fault }),
        ...(it.ok ? {} : { 'holidays-it': it.fault }),
      },
    };
  }
  const change = (settings: Settings): Settings => ({
    ...settings,
    hours: {
      marketing: withHolidays(settings.hours.marketing, marketing.holidays),
      it: withHolidays(settings.hours.it, it.holidays),
    },
  });
  const outcome = await configureDesk(desk, { person, cause, change });
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, null));
};

function holidaysModal({ hours }: Settings): Modal {
  const list = (calendar: Calendar) => textInput({ multiline: true, initial: holidaysInWords(calendar) });
  const hint =
    'One a line: 2026-12-25 Christmas Day, or 2026-12-24 09:00-13:00 Christmas Eve for other hours.';
  return formModal({
    callback: 'holidays',
    title: 'Holidays',
    submit: 'Save',
    metadata: '',
    blocks: [
      section('On these days the clocks of that side stand, and nobody there is nudged.'),
      input('holidays-marketing', 'Marketing is closed on', list(hours.marketing), { optional: true, hint }),
      input('holidays-it', 'IT is closed on', list(hours.it), { optional: true, hint }),
    ],
  });
}

function holidaysInWords({ holidays }: Calendar): string {
  return holidays
    .map(({ date, hours, name }) =>
      [date, ...hours.map(({ from, to }) => `${from}-${to}`), name].join(' ').trim(),
    )
    .join('\n');
}

type ReadHolidays = { ok: true; holidays: Holidays } | { ok: false; fault: string };

/** Reads the list as it is written, or says which line is wrong, and how. */
export function readHolidays(text: string, calendar: Calendar): ReadHolidays {
  const lines = text.split('\n').map(oneLine).filter(Boolean);
  const parsed = calendarSchema.shape.holidays.safeParse(lines.map(holidayIn));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, fault: `“${lines[Number(issue?.path[0])] ?? ''}”: the day ${issue?.message}.` };
  }
  const [overlap] = overlappingHours({ ...calendar, holidays: parsed.data });
  if (overlap?.path[0] === 'holidays') {
    return { ok: false, fault: `“${lines[Number(overlap.path[1])] ?? ''}” ${overlap.message}.` };
  }
  return { ok: true, holidays: parsed.data };
}

function holidayIn(line: string): { date: string; name: string; hours: { from: string; to: string }[] } {
  const [date = '', ...words] = line.split(' ');
  const isHours = (word: string) => /^\d{1,2}:\d{2}-\d{1,2}:\d{2},?$/.test(word);
  const hours = words.filter(isHours).map((word) => {
    const [from = '', to = ''] = word.replace(',', '').split('-');
    return { from: from.padStart(5, '0'), to: to.padStart(5, '0') };
  });
  return { date, name: words.filter((word) => !isHours(word)).join(' '), hours };
}

function withHolidays(calendar: Calendar, holidays: Holidays): Calendar {
  const same = JSON.stringify(calendar.holidays) === JSON.stringify(holidays);
  return same ? calendar : { ...calendar, holidays, version: calendar.version + 1 };
}

function textIn(held: string | string[] | null | undefined): string {
  return typeof held === 'string' ? held : '';
}
