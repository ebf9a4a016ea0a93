import type { ExternalSelect } from '@slack/types';
import type { Brief } from '../../domain/request/brief.ts';
import { cut } from '../kit/cut.ts';
import { type Choice, searchInput } from '../kit/inputs.ts';
import { limits } from '../kit/limits.ts';

/**
 * What the menu of tools holds: `stack:ID Name` for a tool of the stack, else a name that is in no stack, as older
 * windows have it in a field for text. The name stands beside the id so that a window can be drawn again without asking.
 */
const ofStack = /^stack:(?<id>\S{1,64}) (?<name>.+)$/;

export function toolValue(name: string, id?: string | undefined): string {
  return cut(id === undefined ? name : `stack:${id} ${name}`, limits.optionValue);
}

/** What was picked, as a brief has it: the id of a tool of the stack, and its name. */
export function readTool(value: string | null): { tool?: string; name: string | null } {
  const { id, name } = (value === null ? null : ofStack.exec(value))?.groups ?? {};
  return id !== undefined && name !== undefined ? { tool: id, name } : { name: value };
}

/** The other way round. */
export function toolInBrief({ tool, details }: Pick<Brief, 'tool' | 'details'>): string | null {
  return details?.tool === undefined ? null : toolValue(details.tool, tool);
}

export function toolInput(value: string | null): ExternalSelect {
  const { name } = readTool(value);
  const chosen: Choice | null =
    value === null || name === null ? null : { value: cut(value, limits.optionValue), text: name };
  return searchInput('Type its name', chosen);
}
