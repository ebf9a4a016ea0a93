import type { KnownBlock } from '@slack/types';
import { pendingStanding, type StandingVersion, standingInForce } from '../../domain/agreement/standing.ts';
import type { RequestKind } from '../../domain/request/kind.ts';
import type { StandingCriterion } from '../../domain/settings/settings.ts';
import { type Standing, versionsOf } from '../../usecases/settings/change-standing.ts';
import { actions, button, context, richText, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { kindName } from '../wording/plain-words.ts';
import { criterionText, differenceBlock, onCard } from './definition.ts';

/** What is always checked for one kind of request, what is suggested instead, and what the reader can do about it. */
export function standingBlocks({ settings, versions, leads }: Standing, kind: RequestKind): KnownBlock[] {
  const ofKind = versionsOf(versions, kind);
  const { standing } = settings.kinds[kind];
  const pending = pendingStanding(ofKind);
  const mayAgree = pending && leads && leads !== pending.proposedFor;
  return [
    section(`*“${inline(kindName(kind, settings), ours.name)}”* is done when`),
    ...listBlock(standing),
    context(inForceSince(ofKind)),
    ...(pending ? pendingBlocks(pending, standing) : []),
    ...actions([
      ...(mayAgree
        ? [button('Agree', 'standing.sign', `${kind}:${pending.version}`, { style: 'primary' })]
        : []),
      ...(leads ? [button('Suggest a change…', 'standing.suggest', kind)] : []),
    ]),
  ];
}

function listBlock(criteria: readonly StandingCriterion[]): KnownBlock[] {
  if (criteria.length === 0) return [context('Nothing is always checked; each request says what counts.')];
  const lines = criteria.map(
    (each) =>
      `\n○ ${criterionText(each, onCard.longest)} (${each.side === 'it' ? 'IT' : 'marketing'} checks)`,
  );
  return [richText([{ type: 'text', text: lines.join('').trim() }])];
}

function inForceSince(versions: readonly StandingVersion[]): string {
  const number = standingInForce(versions);
  const version = versions.find((each) => each.version === number);
  if (!version?.signed) return 'As the desk came. Both leads can change it, together.';
  const { proposedBy, signed } = version;
  return `Version ${number} · suggested by ${mention(proposedBy)}, agreed by ${mention(signed.by)} ${moment(signed.at)}`;
}

function pendingBlocks(pending: StandingVersion, inForce: readonly StandingCriterion[]): KnownBlock[] {
  const ids = new Set(pending.criteria.map(({ id }) => id));
  const before = new Set(inForce.map(({ id }) => id));
  return [
    ...differenceBlock({
      added: pending.criteria.filter(({ id }) => !before.has(id)),
      dropped: inForce.filter(({ id }) => !ids.has(id)).map(({ text }) => text),
      date: null,
    }),
    context(
      `Version ${pending.version}, by ${mention(pending.proposedBy)} ${moment(pending.proposedAt)} · waits for the other lead. Until then the list above holds.`,
    ),
  ];
}
