import type { PersonId } from '../../domain/person.ts';
import { refused } from '../../domain/request/refusal.ts';
import type { Desk } from '../desk.ts';
import { showDecided } from '../digest/show-decided.ts';
import { done, type Outcome, refusal } from '../outcome.ts';

/** Somebody says why two tools are both needed: it is not asked again until notice for one of them is near. */
export async function keepBoth(
  desk: Desk,
  order: { person: PersonId; cause: string; tool: string; other: string; because: string },
): Promise<Outcome<null>> {
  const { person, cause, because } = order;
  const { isMember } = await desk.directory.standingOf(person);
  if (!isMember) return refusal(refused('outsider'));
  return desk.store.write(async (transaction) => {
    if (await transaction.handled(desk.workspace, cause)) return done(null);
    const [tool, other] = [await transaction.tool(order.tool), await transaction.tool(order.other)];
    if (tool?.workspace !== desk.workspace || other?.workspace !== desk.workspace) {
      return refusal({ code: 'no-such-tool' });
    }
    const at = desk.clock.now();
    await transaction.keepBoth(tool.id, { other: other.id, because, by: person, at });
    await showDecided(desk, transaction, `overlap:${[tool.id, other.id].sort().join(':')}`);
    await transaction.remember(desk.workspace, cause, tool.id, at);
    return done(null);
  });
}
