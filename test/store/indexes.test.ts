import { type CompiledQuery, sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { startOf } from '../../src/domain/request/queue.ts';
import type { Session } from '../../src/store/engine/engine.ts';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { reading } from '../../src/store/reading.ts';
import type { Reading } from '../../src/usecases/ports.ts';
import { freshSqliteUrl, freshStore } from '../support/fresh-store.ts';
import { mia } from '../support/sample-request.ts';

const page = { limit: 10, offset: 0 };

const searches: [plan: string, search: (store: Reading) => Promise<unknown>][] = [
  ['(workspace_id=? AND number=?)', (store) => store.requestByNumber('T1', 1)],
  ['request_open', (store) => store.openRequests('T1', page)],
  ['request_open', (store) => store.countOpenRequests('T1')],
  [
    'search_index VIRTUAL TABLE INDEX 0:M',
    (store) => store.searchRequests('T1', ['form'], { match: 'all', limit: 10 }),
  ],
  ['request_due', (store) => store.openLoad('T1')],
  ['request_due', (store) => store.queueCounts('T1', mia, startOf('due'))],
  ['request_open', (store) => store.queuePage('T1', mia, startOf('mine'), page)],
  ['request_open', (store) => store.queuePage('T1', mia, startOf('unclaimed'), page)],
  ['request_open', (store) => store.queuePage('T1', mia, startOf('marketing'), page)],
  ['request_open', (store) => store.queuePage('T1', mia, startOf('others'), page)],
  ['request_due', (store) => store.queuePage('T1', mia, startOf('due'), page)],
  ['request_open', (store) => store.queuePage('T1', mia, { ...startOf('mine'), priority: 1 }, page)],
  ['request_due', (store) => store.queuePage('T1', mia, { ...startOf('due'), order: 'oldest' }, page)],
  ['request_', (store) => store.queueCounts('T1', mia, { ...startOf('due'), kind: 'tool' })],
  ['brokered_words_place', (store) => store.brokeredAt('T1', 'D1', '1.1')],
  ['brokered_words_due', (store) => store.brokeredDue('T1', 1, 10)],
  ['brokered_words_due', (store) => store.nextBrokeredDue('T1')],
  ['queue_place', (store) => store.queuePlace(mia)],
  ['request_requester', (store) => store.waitingOnRequester(mia, 10)],
  ['request_due', (store) => store.waitingOnAssignee('T1', mia, 10)],
  ['request_due', (store) => store.openIn('T1', ['contested'], 10)],
  ['request_due', (store) => store.withChangeToSign('T1', 10)],
  ['request_requester', (store) => store.countRequestsOf(mia)],
  ['follower', (store) => store.followedBy(mia, page)],
  ['follower', (store) => store.countFollowedBy(mia)],
  ['request_open', (store) => store.openByMarketing('T1', page)],
  ['COVERING INDEX commitment_settled', (store) => store.promisesSettled({ from: 1, to: 2 })],
  ['home_visit', (store) => store.homeVisit(mia)],
  ['(workspace_id=?)', (store) => store.countRequests('T1')],
  ['(workspace_id=? AND number>?)', (store) => store.requestsAfter('T1', 1, 10)],
  ['request_due', (store) => store.peopleWaitedOn('T1')],
  ['(person_id=? AND day=?)', (store) => store.morning(mia, '2026-03-02')],
  ['(person_id=? AND day=?)', (store) => store.lastMorning(mia)],
  ['morning_said', (store) => store.morningsSince('T1', 1)],
  ['notices', (store) => store.notices(mia)],
  ['pulse_ballot_quarter', (store) => store.pulseTallies('T1')],
  ['request_closed', (store) => store.peopleSince('T1', 1)],
  ['home_visit_opened', (store) => store.homesOpenedSince('T1', 1)],
  ['thread_message', (store) => store.threadMessage('T1', 'C1', '1.1')],
  ['message_location_request', (store) => store.lineLocation('R1', 3, null)],
  ['request_requester', (store) => store.requestsOf(mia, page)],
  ['request_author', (store) => store.requestsOf(mia, page)],
  ['(request_id=?)', (store) => store.history('R1')],
  ['outbox_status', (store) => store.openOutbox(10)],
  ['outbox_status', (store) => store.nextOutboxDue(1)],
  ['outbox_status', (store) => store.deadOutbox('T1', 10)],
  ['commitment_next_alert', (store) => store.requestsWithAlertsDue(1, 10)],
  ['commitment_next_alert', (store) => store.nextAlertAt()],
  ['commitment_reckoned_with', (store) => store.requestsReckonedOtherwise('1/tz', 10)],
  ['sqlite_autoindex_settings_1', (store) => store.settingsSince('T1', 1)],
  ['sqlite_autoindex_settings_1', (store) => store.settingsVersion('T1', 1)],
  ['sqlite_autoindex_draft_1', (store) => store.drafts(mia, 5)],
  ['(person=?)', (store) => store.absences(mia, '2026-01-01')],
  ['message_location_request', (store) => store.cardLocation('R1', 'private-card', mia)],
  ['inbox_unfinished', (store) => store.unfinishedEvents(10)],
  ['launch_upcoming', (store) => store.upcomingLaunches('T1', '2026-01-01', 10)],
  ['(launch_id=?)', (store) => store.launchHistory('L1', 10)],
  ['request_launch', (store) => store.requestsOfLaunch('L1', 10)],
  ['request_launch', (store) => store.openRequestsByLaunch(['L1'])],
  ['(workspace_id=?)', (store) => store.topFive('T1')],
  ['request_planned', (store) => store.plannedRequests('T1', 10)],
  ['request_planned', (store) => store.plannedSizes('T1', { from: '2026-01', to: '2026-03' })],
  ['tool_by_name', (store) => store.toolsOnTheMove('T1', 10)],
  ['request_not_now', (store) => store.notNow('T1', 0, 10)],
  ['digest_item_about', (store) => store.digestsAbout('T1', 'term:asap')],
  ['digest_item_about', (store) => store.decidedBefore('T1', ['term:asap'])],
  ['(workspace_id=? AND week=?)', (store) => store.digestLocations('T1', '2026-W10')],
  ['tool_by_name', (store) => store.toolsByName('T1', ['Mail'])],
  ['tool_by_name', (store) => store.allTools('T1')],
  ['tool_by_category', (store) => store.toolsInCategory('T1', 'email', page)],
  ['tool_by_category', (store) => store.toolCategories('T1', 3)],
  ['tool_notice', (store) => store.toolsByNotice('T1', { from: '2026-01-01', to: '2026-03-01' }, 5)],
  ['tool_notice', (store) => store.renewalsDue('T1', { from: '2026-01-01', to: '2026-03-01' }, 1, 5)],
  ['tool_notice', (store) => store.renewalsWithin('T1', { from: '2026-01-01', to: '2026-03-01' })],
  ['request_for_stack', (store) => store.requestsForStack('T1', 5)],
  ['tool_request_tool', (store) => store.requestsOfTool('T1', 5)],
  ['tool_request_workspace', (store) => store.toolRequestsBetween('T1', 1, 2)],
  ['tool_review_tool', (store) => store.reviewsOf('T1')],
  ['stack_import_to_do', (store) => store.stackImportsToDo('T1', 5)],
  ['tool_compare', (store) => store.toolsToCompare('T1', 1, 5)],
  ['tool_compare', (store) => store.nextComparison('T1', 1)],
  ['tool_pair_told_other', (store) => store.pairsTold(['A', 'B'])],
  ['tool_review_look', (store) => store.reviewsDue('T1', 1, 5)],
  ['tool_review_look', (store) => store.nextReviewLook('T1', 1)],
  ['tool_renewal_look', (store) => store.nextRenewalLook('T1', 1)],
  ['(tool_id=?)', (store) => store.renewalsOf('T1')],
  ['tool_word_search', (store) => store.searchTools('T1', ['mail', 'form'], 20)],
];

it.each(searches)('a search goes by %s', async (expected, search) => {
  const url = freshSqliteUrl();
  await freshStore(url);
  const database = await openDatabase(url);
  onTestFinished(() => database.close());
  const queries: CompiledQuery[] = [];
  const listening: Session = {
    engine: database.engine,
    execute: (query) => {
      queries.push(query);
      return database.committed.execute(query);
    },
  };

  await search(reading(listening));

  const [query] = queries;
  if (!query) throw new Error('nothing was searched');
  const { rows } = await database.committed.execute<{ detail: string }>({
    ...sql<{ detail: string }>`explain`.compile(database.engine.builder),
    ...{ sql: `explain query plan ${query.sql}`, parameters: query.parameters },
  });
  const plan = rows.map(({ detail }) => detail).join('\n');
  expect(plan).toContain(expected);
  expect(plan).not.toMatch(/SCAN (?!waiting|found|hit|placed)\w+$/m);
});
