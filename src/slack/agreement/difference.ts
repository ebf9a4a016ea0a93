import type { LocalDate } from '../../domain/time.ts';
import { definitionTexts } from '../../usecases/request/give-command.ts';
import type { RequestView, ShownCriterion } from '../../usecases/request/request-view.ts';

/** What a proposed definition of done changes. A criterion that was reworded is dropped once and added once. */
export interface Difference {
  added: Pick<ShownCriterion, 'text' | 'side' | 'required' | 'evidence'>[];
  dropped: string[];
  date: { from: LocalDate | null; to: LocalDate | null } | null;
}

/**
 * What waits for a signature, compared with what is in force, or else with the version before it. Null if nothing
 * waits, or if there is nothing to compare with.
 */
export function differenceOf(view: RequestView): Difference | null {
  const { proposed } = view;
  const before = versionBefore(view);
  if (!proposed || !before) return null;
  const ids = new Set(proposed.criteria.map(({ id }) => id));
  const idsBefore = new Set(before.criteria.map(({ id }) => id));
  return {
    added: proposed.criteria.filter(({ id }) => !idsBefore.has(id)),
    dropped: before.criteria.filter(({ id }) => !ids.has(id)).map(({ text }) => text),
    date: before.date === proposed.date ? null : { from: before.date, to: proposed.date },
  };
}

interface Earlier {
  criteria: { id: string; text: string }[];
  date: LocalDate | null;
}

function versionBefore({ proposed, inForce, history, said }: RequestView): Earlier | null {
  if (inForce) return inForce;
  const earlier = history.findLast(
    (event) => event.type === 'DefinitionProposed' && event.version < (proposed?.version ?? 0),
  );
  if (earlier?.type !== 'DefinitionProposed') return null;
  const texts = definitionTexts(said(earlier.wording) ?? undefined);
  return {
    criteria: earlier.criteria.map(({ id }) => ({ id, text: texts[id] ?? 'a criterion' })),
    date: earlier.date,
  };
}
