import { z } from 'zod';
import { doings } from '../../domain/roadmap/plan.ts';
import { type RoadmapPlace, seeRoadmap } from '../../usecases/roadmap/see-roadmap.ts';
import { type ActionHandler, type Answer, type Call, nothing } from '../conversation.ts';
import { showFound } from '../intake/look-up.ts';
import { tell } from '../kit/notice.ts';
import { showTool } from '../stack/routes.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { showLaunch } from './launches.ts';
import { roadmapWindow } from './roadmap-window.ts';

async function drawn({ desk, person }: Call, place: RoadmapPlace, kind: 'open' | 'update'): Promise<Answer> {
  const seen = await seeRoadmap(desk, person, place);
  return seen.ok ? { kind, modal: roadmapWindow(seen.value) } : tell(sentenceFor(seen.refusal, null));
}

const beginning: RoadmapPlace = { doing: null, page: 0 };

/** `/martech-request roadmap`, and App Home’s button. */
export const openRoadmap = (call: Call): Promise<Answer> => drawn(call, beginning, 'open');

const placeSchema = z.tuple([z.enum(['all', ...doings]), z.coerce.number().int().min(0).max(10_000)]);

/** Another page, or of one doing alone. */
export const turnRoadmap: ActionHandler = async (call) => {
  const place = placeSchema.safeParse((call.value ?? '').split(' ')).data;
  if (!place) return nothing;
  const [doing, page] = place;
  return drawn(call, { doing: doing === 'all' ? null : doing, page }, 'update');
};

const shownBy: Record<string, ActionHandler> = {
  request: showFound,
  tool: showTool,
  launch: showLaunch,
};

/** Whatever stands on it, in its own window. */
export const openFromRoadmap: ActionHandler = async (call) => {
  const [what = '', id = ''] = (call.value ?? '').split(' ');
  const show = Object.hasOwn(shownBy, what) ? shownBy[what] : undefined;
  return show ? show({ ...call, value: id }) : nothing;
};
