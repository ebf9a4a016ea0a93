import type { Brief } from '../../domain/request/brief.ts';
import type { Reading } from '../ports.ts';

/** A tool of the stack is called what the stack calls it; one that is not there keeps only the name that was typed. */
export async function withKnownTool(reading: Reading, workspace: string, brief: Brief): Promise<Brief> {
  const { tool: id, ...rest } = brief;
  if (id === undefined) return brief;
  const tool = await reading.tool(id);
  if (tool?.workspace !== workspace) return rest;
  return { ...brief, details: { ...brief.details, tool: tool.name } };
}
