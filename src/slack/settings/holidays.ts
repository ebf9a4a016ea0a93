import { localDay } from '../../domain/day.ts';
import type { Side } from '../../domain/person.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Calendar } from '../../domain/sla/calendar.ts';
import {
  configureDesk,
  deskSettings,
  mayConfigure,
  settingsSeen,
} from '../../usecases/settings/configure-desk.ts';
import { proposeHolidays } from '../../usecases/settings/propose-holidays.ts';
import {
  type ActionHandler,
  type Answer,
  type CommandHandler,
  nothing,
  type SubmissionHandler,
} from '../conversation.ts';
import { inline } from '../kit/escape.ts';
import { limits } from '../kit/limits.ts';
import { staleWindow, tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { type Holidays, holidaysInWords, roomFor, savedHolidays, withProposed } from './holidays-in-words.ts';
import { holidaysWindow, listId, placeExamples, readForm } from './holidays-window.ts';

/** `/martech-request holidays`: each side's closed days, as a list that people can read and change. */
export const openHolidays: CommandHandler = async ({ desk, person }) => {
  if (!(await mayConfigure(desk, person))) return tell(sentenceFor({ code: 'not-an-admin' }, null));
  const { settings, version } = await deskSettings(desk);
  const { marketing, it } = settings.hours;
  const rooms = { marketing: roomFor(marketing.holidays), it: roomFor(it.holidays) };
  const lists = { marketing: holidaysInWords(rooms.marketing.shown), it: holidaysInWords(rooms.it.shown) };
  const isWhole = rooms.marketing.hidden.length + rooms.it.hidden.length === 0;
  const said = isWhole
    ? null
    : 'There is no room here for the first days of the lists. They stay as they are.';
  return { kind: 'open', modal: holidaysWindow({ round: 0, seen: version, country: '', lists }, said) };
};

/** Adds a place's public holidays to one side's list in the window; they are kept when the window is saved. */
export function proposeFor(side: Side): ActionHandler {
  return async ({ desk, view }) => {
    const form = view && readForm(view.metadata, view.values);
    if (!form) return gone;
    const say = (said: string): Answer => ({ kind: 'update', modal: holidaysWindow(form, said) });
    const [country = '', ...region] = form.country.split('-').map((code) => code.trim());
    if (country === '') return say(`Please write a code first, such as ${placeExamples}.`);
    const { zone } = (await deskSettings(desk)).settings.hours[side];
    const year = Number(localDay(desk.clock.now(), zone).slice(0, 4));
    const proposed = await proposeHolidays(country, region.join('-') || null, [year, year + 1]);
    if (proposed === 'unknown') {
      const place = inline(form.country, 20);
      return say(`“${place}” is no country or region that we know. Please write ${placeExamples}.`);
    }
    const { text, added } = withProposed(form.lists[side], proposed);
    const list = `${sideNames[side]}’s list`;
    if (added === 0) return say(`${list} has all public holidays of ${year} and ${year + 1} already.`);
    if (text.length > limits.inputText) {
      return say(`${list} would be longer than Slack takes. Please take days out that have passed.`);
    }
    const next = { ...form, round: form.round + 1, lists: { ...form.lists, [side]: text } };
    const said = `Days added to ${list}: ${added}. Please take out or change what is different where you are, then save.`;
    return { kind: 'update', modal: holidaysWindow(next, said) };
  };
}

const sideNames: Record<Side, string> = { marketing: 'Marketing', it: 'IT' };

export const submitHolidays: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const form = readForm(metadata, values);
  if (!form) return gone;
  const { seen } = form;
  const { hours } = await settingsSeen(desk, seen);
  const marketing = savedHolidays(form.lists.marketing, hours.marketing);
  const it = savedHolidays(form.lists.it, hours.it);
  if (!marketing.ok || !it.ok) {
    return {
      kind: 'errors',
      errors: {
        ...(marketing.ok ? {} : { [listId('marketing', form.round)]: marketing.fault }),
        ...(it.ok ? {} : { [listId('it', form.round)]: it.fault }),
      },
    };
  }
  const change = (settings: Settings): Settings => ({
    ...settings,
    hours: {
      ...settings.hours,
      marketing: withHolidays(settings.hours.marketing, marketing.holidays),
      it: withHolidays(settings.hours.it, it.holidays),
    },
  });
  const outcome = await configureDesk(desk, { person, cause, change, seen });
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, null));
};

function withHolidays(calendar: Calendar, holidays: Holidays): Calendar {
  const same = JSON.stringify(calendar.holidays) === JSON.stringify(holidays);
  return same ? calendar : { ...calendar, holidays, version: calendar.version + 1 };
}

const gone = staleWindow('type `/martech-request holidays`');
