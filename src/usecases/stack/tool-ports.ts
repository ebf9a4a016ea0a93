import type { Category } from '../../domain/stack/category.ts';
import type { KeptPair } from '../../domain/stack/kept-pair.ts';
import type { NewToolChange, ToolChange } from '../../domain/stack/sheet.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { LocalDate } from '../../domain/time.ts';

export interface ToolReading {
  tool(id: string): Promise<Tool | null>;
  toolsById(ids: readonly string[]): Promise<Tool[]>;
  /** Whatever the case of the names. */
  toolsByName(workspace: string, names: readonly string[]): Promise<Tool[]>;
  /** By name; for what looks at the stack as a whole. */
  allTools(workspace: string): Promise<Tool[]>;
  toolsInCategory(
    workspace: string,
    category: Category,
    page: { limit: number; offset: number },
  ): Promise<Tool[]>;
  /** The first tools of each category by name, at most `most`, each with how many its category has. */
  toolCategories(
    workspace: string,
    most: number,
  ): Promise<{ category: Category; name: string; count: number }[]>;
  /** Current tools whose notice date lies within these days, the earliest first. */
  toolsByNotice(workspace: string, days: { from: LocalDate; to: LocalDate }, limit: number): Promise<Tool[]>;
  /** Why this tool was kept beside others, newest first. */
  keptBeside(tool: string): Promise<KeptPair[]>;
  /** Newest first. */
  toolHistory(tool: string, limit: number): Promise<ToolChange[]>;
  /** Tools with words that begin with these terms, best first, each with how many of the terms it has. */
  searchTools(
    workspace: string,
    terms: readonly string[],
    limit: number,
  ): Promise<{ tool: Tool; terms: number }[]>;
}

export interface ToolWriting {
  /** For both tools of the pair. */
  keepBoth(tool: string, pair: KeptPair): Promise<void>;
  /**
   * Keeps each tool with the change that made it so. Revision 1 is new; throws Conflict if another has moved on from
   * the revision before its own.
   */
  saveTools(saved: readonly { tool: Tool; change: NewToolChange }[]): Promise<void>;
}
