import { describe, expect, test } from 'vitest';
import { hurryIn } from '../../../src/domain/intake/hurry.ts';

const both = ['en', 'de'] as const;

test.each([
  ['Webinar form ASAP', 'soon'],
  ['webinar form, a.s.a.p.', 'soon'],
  ['URGENT: the shop is down', 'soon'],
  ['New footer by end of week', 'end-of-week'],
  ['New footer EOW', 'end-of-week'],
  ['Landing page before the launch', 'before-event'],
  ['Landing page before our big spring launch', 'before-event'],
  ['Formular dringend', 'soon'],
  ['Neue Seite bis Ende der Woche', 'end-of-week'],
  ['QR-Codes vor der Messe', 'before-event'],
])('"%s" promises a time without naming one', (title, meaning) => {
  expect(hurryIn(title, both)?.meaning).toBe(meaning);
});

describe('words that only sound like it', () => {
  test.each([
    'Customers check out quickly',
    'Fast checkout',
    'A weekly report',
    'Launch page for the new product',
    'Resurgent brands campaign',
    'Insurgently',
    'Asapro integration',
    'Friday newsletter',
    'Event calendar before and after pictures',
  ])('%s', (title) => expect(hurryIn(title, both)).toBeNull());
});

test('only the languages of the settings are listened to', () => {
  expect(hurryIn('Formular dringend', ['en'])).toBeNull();
  expect(hurryIn('Form, urgent', ['de'])).toBeNull();
});

test('the first of several words is met, as it was typed', () => {
  expect(hurryIn('End of week, or Asap', both)).toEqual({ words: 'End of week', meaning: 'end-of-week' });
});
