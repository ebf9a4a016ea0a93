import type { Button } from '@slack/types';
import { missingSignature } from '../../domain/agreement/definition-of-done.ts';
import type { Side } from '../../domain/person.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { button } from '../kit/blocks.ts';

/** What one side can do about what "done" means, where both can change it. */
export function agreementButtons({ request, proposed }: RequestView, side: Side): Button[] {
  const { id, agreement } = request;
  const suggest = button('Suggest a change…', 'agreement.amend', id);
  if (!proposed) return [suggest];
  if (missingSignature(agreement) === side) {
    const agree = button('Agree', 'agreement.sign', `${id}:${proposed.version}`, { style: 'primary' });
    return [agree, suggest];
  }
  return agreement.inForce ? [button('Drop the change', 'agreement.drop', id)] : [];
}
