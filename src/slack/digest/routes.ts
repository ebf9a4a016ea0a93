import { choices } from '../../domain/digest/agenda.ts';
import { themesOf } from '../../domain/digest/digest.ts';
import { listedFigures } from '../../domain/digest/figures.ts';
import { settingsInForce } from '../../usecases/desk.ts';
import { decideItem, publishDigest } from '../../usecases/digest/digest-decisions.ts';
import { launchesIn, linesByNumber, readRows, readThisWeek } from '../../usecases/digest/read-digest.ts';
import { renewalDays } from '../../usecases/digest/weekly-figures.ts';
import { renewalsAhead } from '../../usecases/stack/renewals.ts';
import { type ActionHandler, type CommandHandler, nothing, type Routes } from '../conversation.ts';
import { tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { readAsked, readDecision } from './buttons.ts';
import { rowsOfPage, rowsWindow } from './rows-window.ts';
import { namedIn } from './themes.ts';
import { weekWindow } from './week-window.ts';

/** `/martech-request digest`: the current week, for the leads and admins. */
const digest: CommandHandler = async ({ desk, person }) => {
  const read = await readThisWeek(desk, person);
  if (!read.ok) return tell(sentenceFor(read.refusal, null));
  const { figures } = read.value;
  const named = themesOf(figures).flatMap((theme) => namedIn(theme, figures));
  const modal = weekWindow(read.value, {
    settings: await settingsInForce(desk, desk.store),
    lines: await linesByNumber(desk, named),
    launches: await launchesIn(desk, figures),
    renewals: await renewalsAhead(desk, renewalDays),
  });
  return { kind: 'open', modal };
};

/** `open`: from a message or upon a window; `update`: the next page of the same window. */
function showRows(kind: 'open' | 'update'): ActionHandler {
  return async ({ desk, person, value }) => {
    const asked = readAsked(value ?? '');
    if (!asked) return tell(sentenceFor({ code: 'no-such-digest' }, null));
    const read = await readRows(desk, person, { ...asked, limit: rowsOfPage });
    if (!read.ok) return tell(sentenceFor(read.refusal, null));
    return { kind, modal: rowsWindow(asked, read.value, desk.clock.now()) };
  };
}

const decide: ActionHandler = async ({ desk, person, cause, value }) => {
  const asked = readDecision(value ?? '');
  if (!asked) return tell(sentenceFor({ code: 'no-such-digest' }, null));
  const outcome = await decideItem(desk, { person, cause, ...asked });
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, null));
};

const publish: ActionHandler = async ({ desk, person, cause, value }) => {
  const outcome = await publishDigest(desk, { person, cause, week: value ?? '' });
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, null));
};

const figures = Object.keys(listedFigures).map((name) => [`digest.rows.${name}`, showRows('open')] as const);
const decisions = Object.values(choices)
  .flat()
  .map((choice) => [`digest.decide.${choice}`, decide] as const);

/** The weekly digest: read, asked about, decided in, published. */
export const digestRoutes = {
  commands: { digest },
  actions: {
    ...Object.fromEntries([...figures, ...decisions]),
    'digest.earlier': showRows('update'),
    'digest.later': showRows('update'),
    'digest.publish': publish,
  },
} satisfies Routes;
