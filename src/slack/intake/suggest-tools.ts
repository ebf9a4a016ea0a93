import { categories } from '../../domain/stack/category.ts';
import { foldedName, type Tool } from '../../domain/stack/tool.ts';
import type { Desk } from '../../usecases/desk.ts';
import { searchStack } from '../../usecases/stack/look-up-tool.ts';
import type { OptionsHandler } from '../conversation.ts';
import { oneLine } from '../kit/escape.ts';
import { type Choice, optionOf } from '../kit/inputs.ts';
import { statesInWords } from '../stack/words.ts';
import { toolValue } from './tool-field.ts';

/** Tools of the stack for what is typed into the menu; and what is typed itself, because a tool may be in no stack. */
export const suggestTools: OptionsHandler = async ({ desk, person, typed }) => {
  const { isMember } = await desk.directory.standingOf(person);
  const name = oneLine(typed);
  if (!isMember || name === '') return [];
  const tools = await toolsFor(desk, name);
  const isThere = tools.some((tool) => foldedName(tool.name) === foldedName(name));
  const itself: Choice = { value: toolValue(name), text: name, line: 'Not in the stack' };
  return [...tools.map(choiceOf), ...(isThere ? [] : [itself])].map(optionOf);
};

/** None while many people wait at once, or if the stack cannot be read: then the name that is typed has to do. */
async function toolsFor(desk: Desk, name: string): Promise<Tool[]> {
  if (desk.isCrowded()) return [];
  try {
    return (await searchStack(desk, name)).tools;
  } catch (error) {
    desk.log.warn({ error }, 'the stack could not be searched; a name can be typed all the same');
    return [];
  }
}

function choiceOf({ id, name, category, state }: Tool): Choice {
  return {
    ...{ value: toolValue(name, id), text: name },
    line: `${categories[category].name} · ${statesInWords[state]}`,
  };
}
