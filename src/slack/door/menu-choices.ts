import type { PlainTextOption } from '@slack/types';
import type { Clock } from '../../clock.ts';
import { personId } from '../../domain/person.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { Routes } from '../conversation.ts';
import { clean } from '../kit/escape.ts';
import { deadlineBy, inTime } from './in-time.ts';
import type { OptionsPayload } from './payload.ts';

/** The choices of a menu for what was typed into it. Slack shows no words there, so what fails has none. */
export async function choicesFor(
  { desk, routes, realClock }: { desk: Desk; routes: Required<Routes>; realClock: Clock },
  { user, action_id: id, value }: OptionsPayload,
): Promise<PlainTextOption[]> {
  const handler = Object.hasOwn(routes.options, id) ? routes.options[id] : undefined;
  if (!handler) {
    desk.log.warn({ action: id }, 'a menu that nobody has choices for');
    return [];
  }
  const person = personId(user.team_id ?? desk.workspace, user.id);
  const failed = (error: unknown) =>
    desk.log.error({ error, action: id }, 'the choices of a menu could not be read');
  try {
    const read = () => handler({ desk, person, typed: clean(value).trim() });
    return await inTime(deadlineBy(realClock), read, { answer: () => [], failed });
  } catch (error) {
    failed(error);
    return [];
  }
}
