import type { Button } from '@slack/types';
import { z } from 'zod';
import { type FigureName, type Figures, listedFigures } from '../../domain/digest/figures.ts';
import { button } from '../kit/blocks.ts';
import { parsedJson } from '../kit/metadata.ts';
import { figureInWords } from './words.ts';

const names = Object.keys(listedFigures) as [FigureName, ...FigureName[]];

const askedSchema = z.strictObject({
  week: z.string().max(8),
  name: z.enum(names),
  offset: z.int().nonnegative().max(1000),
});

/** Which rows are asked for. */
export type AskedRows = z.infer<typeof askedSchema>;

/** Null if somebody altered it. */
export function readAsked(value: string): AskedRows | null {
  return askedSchema.safeParse(parsedJson(value)).data ?? null;
}

export function writeAsked(asked: AskedRows): string {
  return JSON.stringify(asked);
}

/** "Which 3 were late?" None where there is nothing to show. */
export function rowsButtons(week: string, figures: Figures, asked: readonly FigureName[]): Button[] {
  return asked.flatMap((name) => {
    const { count } = listedFigures[name](figures);
    if (count === 0) return [];
    return [
      button(
        `Which ${figureInWords(name, count)}?`,
        `digest.rows.${name}`,
        writeAsked({ week, name, offset: 0 }),
      ),
    ];
  });
}

const decisionSchema = z.strictObject({
  week: z.string().max(8),
  position: z.int().nonnegative(),
  choice: z.string().max(20),
});

export type AskedDecision = z.infer<typeof decisionSchema>;

export function readDecision(value: string): AskedDecision | null {
  return decisionSchema.safeParse(parsedJson(value)).data ?? null;
}
