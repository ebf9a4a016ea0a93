import type { AskedCheck } from '../../domain/checks/check.ts';
import {
  askedFrom,
  type CheckOwners,
  checksNeeded,
  type RaisedBy,
} from '../../domain/checks/checks-needed.ts';
import { asksForTool, rulesFor } from '../../domain/checks/rules.ts';
import type { PersonId } from '../../domain/person.ts';
import { type Brief, briefSchema } from '../../domain/request/brief.ts';
import type { RequestKind } from '../../domain/request/kind.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { DataClass } from '../../domain/stack/tool.ts';
import { type Desk, leadsInForce } from '../desk.ts';
import type { Reading } from '../ports.ts';
import type { Intent } from '../request/intent.ts';
import { membersIn, withGroups } from './check-groups.ts';

/** What a request says of itself that its checks depend on. */
export interface Asking extends RaisedBy {
  workspace: string;
  kind: RequestKind;
  headsUp: boolean;
  brief: Pick<Brief, 'details' | 'tool'>;
}

/** The checks that the rules ask for. A heads-up needs none yet; where no rule fits, nothing is read. */
export async function checksFor(
  desk: Pick<Desk, 'directory'>,
  reading: Reading,
  settings: Settings,
  { workspace, kind, headsUp, brief: { details, tool }, requester, author }: Asking,
): Promise<AskedCheck[]> {
  if (headsUp) return [];
  const isHeld = tool !== undefined && asksForTool(settings.checks);
  const toolData = isHeld ? await dataHeldBy(reading, workspace, tool) : [];
  const facts = { kind, details, toolData };
  if (rulesFor(facts, settings.checks).length === 0) return [];
  const owners = await ownersFor(desk, reading, settings);
  return checksNeeded({ ...facts, requester, author }, settings.checks, owners);
}

async function ownersFor(
  { directory }: Pick<Desk, 'directory'>,
  reading: Reading,
  settings: Settings,
): Promise<CheckOwners> {
  const leads = await leadsInForce(reading, settings);
  return { checkOwners: settings.checkOwners, leads, membersOf: membersIn(directory) };
}

async function dataHeldBy(reading: Reading, workspace: string, tool: string): Promise<DataClass[]> {
  const tools = await reading.toolsById([tool]);
  return tools.filter((each) => each.workspace === workspace).flatMap(({ dataClasses }) => dataClasses);
}

/** The checks that an intent brings along, or that it asks for by hand; none where there is nobody to ask. */
export async function checksAskedBy(
  desk: Pick<Desk, 'directory'>,
  reading: Reading,
  request: Request,
  intent: Intent,
  settings: Settings,
): Promise<AskedCheck[]> {
  switch (intent.type) {
    case 'edit':
      return checksFor(desk, reading, settings, { ...request, brief: intent.brief, headsUp: intent.headsUp });
    case 'change-kind':
      return checksFor(desk, reading, settings, {
        ...request,
        ...{ kind: intent.kind, brief: await briefOf(reading, request) },
      });
    case 'raise':
      return checksFor(desk, reading, settings, {
        ...request,
        ...{ headsUp: false, brief: await briefOf(reading, request) },
      });
    case 'request-check':
      return askedOf(desk, reading, request, intent, settings);
    default:
      return [];
  }
}

/** By hand, the check may go to somebody whom its rule does not name. */
async function askedOf(
  desk: Pick<Desk, 'directory'>,
  reading: Reading,
  request: Request,
  { check: name, to }: { check: string; to: PersonId },
  settings: Settings,
): Promise<AskedCheck[]> {
  const rule = settings.checks.find((each) => each.name === name);
  if (!rule) return [];
  const owners = await ownersFor(desk, reading, settings);
  const byRule = askedFrom(rule, owners, request);
  if (byRule.some((asked) => asked.owners.includes(to))) return byRule;
  const asked = askedFrom({ ...rule, owners: [to], needs: 'any' }, owners, request);
  return asked.filter((each) => each.owners.includes(to));
}

async function briefOf(reading: Reading, { brief }: Request): Promise<Asking['brief']> {
  const words = (await reading.words([brief])).get(brief);
  return words === undefined ? {} : briefSchema.parse(JSON.parse(words));
}

/** The checks of the desk that a request does not have yet, each with who would decide by its rule. */
export async function checkChoices(
  desk: Pick<Desk, 'directory' | 'store'>,
  request: Request,
  settings: Settings,
): Promise<{ name: string; owner: PersonId | null }[]> {
  const owners = await ownersFor(desk, desk.store, settings);
  const known = new Set(request.checks.map(({ name }) => name));
  return withGroups(desk.directory, async () =>
    settings.checks
      .filter(({ name }) => !known.has(name))
      .map((rule) => ({ name: rule.name, owner: askedFrom(rule, owners, request)[0]?.owners[0] ?? null })),
  );
}
