import { firstPromises } from '../../../domain/intake/first-promises.ts';
import { section } from '../../kit/blocks.ts';
import { moment } from '../../kit/date.ts';
import type { LookSection } from './section.ts';

/** By when IT would answer and decide. */
export const promiseSection: LookSection = {
  isReason: false,
  blocks({ asked, settings, now }) {
    const { reply, decision } = firstPromises(asked, settings, now);
    const promised = [
      ...(reply ? [`replies ${moment(reply, 'by')}`] : []),
      ...(decision ? [`decides ${moment(decision, 'by')}`] : []),
    ];
    return promised.length > 0 ? [section(`If you send it now, IT ${promised.join(' and ')}.`)] : [];
  },
};
