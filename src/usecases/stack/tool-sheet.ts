import { type Sheet, sheetOf } from '../../domain/stack/sheet.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { Reading } from '../ports.ts';

/** The sheet of a tool, with the tools it integrates with by their names of now. */
export async function sheetIn(reading: Reading, tool: Tool): Promise<Sheet> {
  const others = await reading.toolsById(tool.integrations);
  const names = new Map(others.map(({ id, name }) => [id, name]));
  return sheetOf(tool, (id) => names.get(id));
}
