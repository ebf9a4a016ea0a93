import type { PersonId } from '../../domain/person.ts';
import type { Desk } from '../desk.ts';
import type { Transaction } from '../ports.ts';
import type { HomeList } from './home-visits.ts';

/** App Home is published whenever somebody opens it. */
export async function openHome(desk: Desk, person: PersonId): Promise<void> {
  await desk.store.write(async (transaction) => {
    await transaction.saveHomeOpened(desk.workspace, person, desk.clock.now());
    await wantHome(desk, transaction, person);
  });
}

/** Turns one list of somebody's App Home to another page. */
export async function turnHomePage(
  desk: Desk,
  person: PersonId,
  list: HomeList,
  page: number,
): Promise<void> {
  await desk.store.write(async (transaction) => {
    const pages = { ...(await transaction.homeVisit(person))?.pages, [list]: page };
    await transaction.saveHomePages(desk.workspace, person, pages, desk.clock.now());
    await wantHome(desk, transaction, person);
  });
}

export async function wantHome(desk: Desk, transaction: Transaction, recipient: PersonId): Promise<void> {
  const subject = { kind: 'upsert', purpose: 'home', recipient } as const;
  await transaction.announce([
    { id: desk.newId(), workspace: desk.workspace, subject, at: desk.clock.now() },
  ]);
}
