import type { Details } from '../../domain/intake/details.ts';
import type { ActionHandler, Routes } from '../conversation.ts';
import { openIntake } from '../intake/open-intake.ts';
import { toolValue } from '../intake/tool-field.ts';
import { button } from '../kit/blocks.ts';
import { tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';

type Wish = NonNullable<Details['wish']>;

const titles: Record<Wish, (name: string) => string> = {
  shrink: (name) => `Less of ${name}`,
  retire: (name) => `Let ${name} end`,
};

/** An end of a tool, or less of it, is asked for like everything else: the window is filled in as far as is known. */
function asksTo(wish: Wish): ActionHandler {
  return async (call) => {
    const tool = await call.desk.store.tool(call.value ?? '');
    if (tool?.workspace !== call.desk.workspace) return tell(sentenceFor({ code: 'no-such-tool' }, null));
    const typed = { kind: 'change', title: titles[wish](tool.name), tool: toolValue(tool.name, tool.id) };
    return openIntake(call, typed, { wish });
  };
}

const labels: Record<Wish, string> = { shrink: 'Ask for less of it…', retire: 'Retire…' };

export function askButton(wish: Wish, tool: string) {
  return button(labels[wish], `stack.${wish}`, tool);
}

export const askForChangeRoutes = {
  actions: { 'stack.retire': asksTo('retire'), 'stack.shrink': asksTo('shrink') },
} satisfies Routes;
