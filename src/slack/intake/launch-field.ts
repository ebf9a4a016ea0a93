import type { InputBlock } from '@slack/types';
import type { Launch } from '../../domain/roadmap/launch.ts';
import { type PickedLaunch, pickedLaunchSchema } from '../../usecases/roadmap/launch-of.ts';
import { input } from '../kit/blocks.ts';
import { cut } from '../kit/cut.ts';
import { day } from '../kit/date.ts';
import { selectInput } from '../kit/inputs.ts';
import { limits } from '../kit/limits.ts';
import { parsedJson } from '../kit/metadata.ts';

// A menu keeps what was picked in it: there has to be something else to pick.
const none = { value: 'none', text: 'For no launch' };

/** One more way to say by when: no question at all while no launch is to come. */
export function launchInput(launches: readonly Launch[], picked: string | null): InputBlock[] {
  if (launches.length === 0) return [];
  const choices = launches
    .slice(0, limits.selectOptions - 1)
    .map((launch) => ({ value: launchValue(launch), text: launchText(launch) }));
  const chosen = readLaunch(picked)?.id ?? null;
  const current = launches.find(({ id }) => id === chosen);
  return [
    input(
      'launch',
      'For a launch',
      selectInput(current ? [...choices, none] : choices, current ? launchValue(current) : null),
      {
        optional: true,
        hint: 'Its date counts, unless you name another one above. If it moves, you hear of it here.',
      },
    ),
  ];
}

export function launchValue({ id, date }: Pick<Launch, 'id' | 'date'>): string {
  return JSON.stringify({ id, date } satisfies PickedLaunch);
}

/** The date comes first: a long name is cut behind it. */
function launchText({ name, date }: Launch): string {
  return cut(`${day(date)} · ${name}`, limits.optionText);
}

/** Null if none was picked, or if somebody altered it. */
export function readLaunch(value: string | null | undefined): PickedLaunch | null {
  return pickedLaunchSchema.safeParse(parsedJson(value ?? '')).data ?? null;
}
