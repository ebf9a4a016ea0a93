import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import * as firstJourney from '../../db/migrations/001-first-journey.ts';
import * as promises from '../../db/migrations/002-promises.ts';
import * as agreement from '../../db/migrations/003-agreement.ts';
import * as stack from '../../db/migrations/004-stack.ts';
import * as triage from '../../db/migrations/005-triage.ts';
import * as intake from '../../db/migrations/006-intake.ts';
import * as renewals from '../../db/migrations/007-renewals.ts';
import * as queue from '../../db/migrations/008-queue.ts';
import * as roadmap from '../../db/migrations/009-roadmap.ts';
import * as appHome from '../../db/migrations/010-app-home.ts';
import * as files from '../../db/migrations/011-files.ts';
import * as stackRequests from '../../db/migrations/012-stack-requests.ts';
import * as digest from '../../db/migrations/013-digest.ts';
import * as drafts from '../../db/migrations/014-drafts.ts';
import * as mornings from '../../db/migrations/015-mornings.ts';
import * as checks from '../../db/migrations/016-checks.ts';
import * as overlaps from '../../db/migrations/017-overlaps.ts';
import * as broker from '../../db/migrations/018-broker.ts';
import * as stackImport from '../../db/migrations/019-stack-import.ts';
import * as pulse from '../../db/migrations/020-pulse.ts';
import * as keeping from '../../db/migrations/021-keeping.ts';
import * as settled from '../../db/migrations/022-settled.ts';
import type { SchemaWords } from './engine/engine.ts';

/** One step of the schema. Once released its file is never edited again: a change is a new step. */
export interface Migration {
  number: number;
  name: string;
  /** Of the file, so that an edited one is noticed. */
  checksum: string;
  up(db: Kysely<unknown>, words: SchemaWords): Promise<void>;
}

/** All steps, in the order of their numbers. */
export const migrations: readonly Migration[] = [
  migration('001-first-journey', firstJourney.up),
  migration('002-promises', promises.up),
  migration('003-agreement', agreement.up),
  migration('004-stack', stack.up),
  migration('005-triage', triage.up),
  migration('006-intake', intake.up),
  migration('007-renewals', renewals.up),
  migration('008-queue', queue.up),
  migration('009-roadmap', roadmap.up),
  migration('010-app-home', appHome.up),
  migration('011-files', files.up),
  migration('012-stack-requests', stackRequests.up),
  migration('013-digest', digest.up),
  migration('014-drafts', drafts.up),
  migration('015-mornings', mornings.up),
  migration('016-checks', checks.up),
  migration('017-overlaps', overlaps.up),
  migration('018-broker', broker.up),
  migration('019-stack-import', stackImport.up),
  migration('020-pulse', pulse.up),
  migration('021-keeping', keeping.up),
  migration('022-settled', settled.up),
];

function migration(name: string, up: Migration['up']): Migration {
  const source = readFileSync(new URL(`../../db/migrations/${name}.ts`, import.meta.url), 'utf8');
  // A checkout on Windows may change the line ends, which changes nothing.
  const checksum = createHash('sha256').update(source.replaceAll('\r\n', '\n')).digest('hex');
  return { number: Number.parseInt(name, 10), name, checksum, up };
}
