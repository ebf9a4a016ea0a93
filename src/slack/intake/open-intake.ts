import type { PersonId } from '../../domain/person.ts';
import { type Desk, settingsInForce } from '../../usecases/desk.ts';
import { earlierRequest } from '../../usecases/intake/ask-again.ts';
import { launchesToPick } from '../../usecases/roadmap/look-up-launch.ts';
import { todayOf } from '../../usecases/today.ts';
import type { Answer, Call, Modal } from '../conversation.ts';
import type { Fields } from '../kit/fields.ts';
import { turnedAway } from '../kit/notice.ts';
import { intakeModal, type Opening, type Scene, untouched } from './intake-modal.ts';

/** Opens the window to ask for something, with what is known already; for members only. */
export async function openIntake(
  { desk, person }: Pick<Call, 'desk' | 'person'>,
  typed: Fields,
  opening: Partial<Opening> = {},
): Promise<Answer> {
  const barred = await turnedAway({ desk, person });
  if (barred) return barred;
  const scene = await sceneOf(desk, person, { ...untouched, ...opening });
  return { kind: 'open', modal: await drawn(desk, person, typed, scene) };
}

/** What a window is read by. */
export async function sceneOf(desk: Desk, person: PersonId, opening: Opening): Promise<Scene> {
  const settings = await settingsInForce(desk, desk.store);
  const earlier = opening.again === null ? null : await earlierRequest(desk, person, opening.again);
  return { settings, now: desk.clock.now(), opening, earlier, launches: [] };
}

/** The window. What only drawing needs is read here; launches are, in a crowd, only if one was picked. */
export async function drawn(desk: Desk, person: PersonId, typed: Fields, scene: Scene): Promise<Modal> {
  const isPicked = typeof typed.launch === 'string';
  if (desk.isCrowded() && !isPicked) return intakeModal(typed, scene);
  const launches = await launchesToPick(desk, await todayOf(desk, person));
  return intakeModal(typed, { ...scene, launches });
}
