import { type PersonId, userOf } from '../../domain/person.ts';

/** Slack shows the person's name. Someone who is in the channel is notified when a message with it is posted. */
export function mention(person: PersonId): string {
  return `<@${userOf(person)}>`;
}
