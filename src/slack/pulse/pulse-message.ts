import type { Side } from '../../domain/person.ts';
import { type PulseScore, pulseScores } from '../../domain/pulse/reading.ts';
import type { Desk } from '../../usecases/desk.ts';
import { newBallot } from '../../usecases/pulse/pulse.ts';
import type { Message } from '../conversation.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';

export const scoreNames: Record<PulseScore, string> = {
  1: 'Badly',
  2: 'Not so well',
  3: 'So-so',
  4: 'Well',
  5: 'Very well',
};

const question = 'How well do marketing and IT work together here?';

/** The quarter's one question, with a ballot of its own in its buttons; null once the quarter is over. */
export async function pulseMessage(
  desk: Desk,
  asked: { quarter: string; side: Side },
): Promise<Message | null> {
  const ballot = await newBallot(desk, asked);
  if (!ballot) return null;
  const { secret, quarter } = ballot;
  return {
    text: question,
    blocks: [
      section(`*${question}*`),
      ...actions(
        pulseScores.map((score) => button(scoreNames[score], `pulse.answer-${score}`, `${secret} ${score}`)),
      ),
      context(
        `Asked once a quarter, of both sides alike. One tap answers, and ${moment(quarter.closesAt, 'until')} another changes it. Nobody can see who answered what: your ballot carries no name, and a side’s figure is told only from five answers up.`,
      ),
    ],
  };
}
