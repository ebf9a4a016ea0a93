import { assertNever } from '../../domain/assert-never.ts';
import type { OutboxSubject, Told } from './outbox.ts';

/**
 * What the clock says by itself, and would say once more after a backup was restored: its key means the same then. What
 * people did afterwards is lost, and what they do again is told again.
 */
export function isToldByTheClock(subject: OutboxSubject): boolean {
  switch (subject.kind) {
    case 'alert':
    case 'report':
    case 'digest-theme':
      return true;
    case 'upsert':
      return subject.purpose === 'digest' || subject.purpose === 'morning';
    case 'tell':
      return toldByTheClock.has(subject.about.topic);
    case 'say':
    case 'left-behind':
    case 'whisper':
    case 'prompt':
    case 'consent':
    case 'export':
      return false;
    default:
      return assertNever(subject);
  }
}

const toldByTheClock: ReadonlySet<Told['topic']> = new Set([
  'silence',
  'pulse',
  'review',
  'overlaps',
  'renewal',
] as const);
