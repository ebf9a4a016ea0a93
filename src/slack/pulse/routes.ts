import { z } from 'zod';
import { pulseScores } from '../../domain/pulse/reading.ts';
import { castBallot } from '../../usecases/pulse/pulse.ts';
import type { ActionHandler, Routes } from '../conversation.ts';
import { moment } from '../kit/date.ts';
import { tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { scoreNames } from './pulse-message.ts';

const schema = z.tuple([z.string().min(1).max(64), z.coerce.number().pipe(z.literal([...pulseScores]))]);

const answer: ActionHandler = async ({ desk, value }) => {
  const parsed = schema.safeParse((value ?? '').split(' '));
  if (!parsed.success) return tell(sentenceFor({ code: 'pulse-closed' }, null));
  const [secret, score] = parsed.data;
  const outcome = await castBallot(desk, secret, score);
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  const { closesAt } = outcome.value.quarter;
  return tell(`“${scoreNames[score]}” is in. Another tap changes it, ${moment(closesAt, 'until')}.`);
};

/** One question a quarter. */
export const pulseRoutes = {
  actions: Object.fromEntries(pulseScores.map((score) => [`pulse.answer-${score}`, answer])),
} satisfies Routes;
