import { z } from 'zod';
import { userOf } from '../../domain/person.ts';
import { responsibleFor } from '../../domain/request/responsibility.ts';
import { colleague, type Desk, leadsInForce } from '../../usecases/desk.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { type Fields, optional, type Parsed, parseFields, required } from '../kit/fields.ts';
import { personInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';

/** What is on the record, or else what the stack says of the tool that the request is about. */
export async function responsibilityWindow({ view, metadata }: OnRequest, desk: Desk): Promise<Modal> {
  const { request, brief, ownership, settings } = view;
  const [tool] = brief.tool === undefined ? [] : await desk.store.toolsById([brief.tool]);
  const { decides } = responsibleFor(
    { decides: request.decides ?? tool?.technicalOwner ?? request.assignee, assignee: request.assignee },
    await leadsInForce(desk.store, settings),
  );
  const text = (initial: string | null | undefined) =>
    textInput({ most: ours.name, ...(initial && { initial }) });
  return formModal({
    callback: 'request.set-responsibility',
    title: 'Who decides and pays',
    submit: 'Keep',
    metadata,
    blocks: [
      section(
        'One person decides, and whoever has the request does it. It stands on both cards, and in its history.',
      ),
      input('to', 'Who decides?', personInput(decides && userOf(decides))),
      input('pays', 'Who pays?', text(ownership ? ownership.pays : tool?.pays), { optional: true }),
      input('ownsCode', 'Who owns the code?', text(ownership ? ownership.ownsCode : tool?.ownsCode), {
        optional: true,
      }),
      input(
        'ownsData',
        'Who owns the data?',
        text(ownership ? ownership.ownsData : (tool?.ownsData ?? tool?.holdsData)),
        { optional: true },
      ),
    ],
  });
}

const schema = z.object({
  to: required('Please pick who decides.', ours.name),
  pays: optional(ours.name),
  ownsCode: optional(ours.name),
  ownsData: optional(ours.name),
});

export function parseResponsibility(fields: Fields, { view }: OnRequest): Parsed<Intent> {
  return parseFields(
    schema.transform(
      ({ to, pays, ownsCode, ownsData }): Intent => ({
        type: 'set-responsibility',
        to: colleague(view.request, to),
        ownership: {
          ...(pays !== null && { pays }),
          ...(ownsCode !== null && { ownsCode }),
          ...(ownsData !== null && { ownsData }),
        },
      }),
    ),
    fields,
  );
}
