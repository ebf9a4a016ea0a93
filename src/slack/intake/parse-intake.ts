import { z } from 'zod';
import { type Hurry, type HurryWord, hurryIn } from '../../domain/intake/hurry.ts';
import { requestKinds } from '../../domain/request/kind.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Submission } from '../../usecases/intake/submission.ts';
import { writtenCriteria } from '../agreement/terms.ts';
import { oneLine } from '../kit/escape.ts';
import { errorsIn, type Fields, oneOf, type Parsed, parseFields } from '../kit/fields.ts';
import { parseExtra } from './extra-questions.ts';
import { readLaunch } from './launch-field.ts';
import { detailsIn, textIn, unsureIn } from './questions.ts';
import { answersSchema } from './request-form.ts';
import { readTool } from './tool-field.ts';

/** What was asked, apart from who asked it of whom. User ids are of this workspace. */
export type Asked = Omit<Submission, 'author' | 'requester' | 'cause' | 'given' | 'informed'> & {
  requester: string | null;
  informed: string[];
};

const user = z.string().regex(/^[UW][A-Z0-9]+$/, 'Please pick a person.');

function intakeSchema(today: LocalDate) {
  return answersSchema(today).extend({
    kind: oneOf(requestKinds, 'Please pick what it is about.'),
    requester: user.nullish(),
    informed: z.array(user).max(50, 'Please keep to 50 people.').nullish(),
  });
}

let latest: { today: LocalDate; schema: ReturnType<typeof intakeSchema> } | undefined;

/** Building a schema costs ten times as much as parsing with it, and today stays for a day. */
function schemaOn(today: LocalDate): ReturnType<typeof intakeSchema> {
  if (latest?.today !== today) latest = { today, schema: intakeSchema(today) };
  return latest.schema;
}

export function parseIntake(
  fields: Fields,
  today: LocalDate,
  weekEnd: () => LocalDate | null,
  settings: Pick<Settings, 'languages' | 'kinds'>,
  more: readonly HurryWord[] = [],
): Parsed<Asked> {
  const parsed = parseFields(schemaOn(today), fields);
  const own = writtenCriteria(fields, 'marketing');
  const picked = requestKinds.find((each) => each === fields.kind) ?? null;
  const extra = parseExtra(fields, settings, picked, { today });
  if (!parsed.ok || !own.ok || !extra.ok) return { ok: false, errors: errorsIn(own, extra, parsed) };
  const { kind, title, outcome, needed, link, impact, urgency, requester, informed, ...answers } =
    parsed.value;
  const { hurryChoice, where, vendorCall, tool: pickedTool, launch: pickedLaunch, ...about } = answers;
  const launch = readLaunch(pickedLaunch);
  const date = needed ?? launch?.date ?? null;
  const { tool, name } = readTool(pickedTool);
  const hurry = hurryOf(fields, settings, more);
  if (hurry && hurryChoice === 'day' && date === null) {
    return { ok: false, errors: { needed: 'Please pick the day that you mean.' } };
  }
  const isTool = kind === 'tool';
  const meant = date === null ? (hurryChoice ?? 'usual') : 'day';
  return {
    ok: true,
    value: {
      ...{ kind, impact, urgency, own: own.value },
      headsUp: isTool && where === 'looking',
      brief: {
        title: oneLine(title),
        ...{ outcome, link },
        ...(tool !== undefined && { tool }),
        details: detailsIn({
          ...about,
          tool: name,
          unsure: unsureIn(fields),
          extra: extra.value,
          ...(isTool && { where, vendorCall: where === 'looking' ? vendorCall : null }),
          ...(hurry && { hurry: hurry.words, hurryChoice: meant }),
        }),
      },
      ...(launch && { launch }),
      neededBy: date ?? (hurry && meant === 'week-end' ? weekEnd() : null),
      requester: requester ?? null,
      informed: informed ?? [],
    },
  };
}

/** Words such as "ASAP", in the title or the date's words only: anywhere else they are part of a story. */
export function hurryOf(
  fields: Fields,
  { languages }: Pick<Settings, 'languages'>,
  more: readonly HurryWord[],
): Hurry | null {
  return hurryIn(`${textIn(fields, 'title') ?? ''}\n${textIn(fields, 'onTheDay') ?? ''}`, languages, more);
}
