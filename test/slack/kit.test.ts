import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/domain/day.ts';
import { cut, cutMarkup } from '../../src/slack/kit/cut.ts';
import { day, moment, momentIn } from '../../src/slack/kit/date.ts';
import { clean, inline, literal } from '../../src/slack/kit/escape.ts';

describe('what people typed is kept without what harms', () => {
  test.each([
    ['a\u202Eb', 'ab'],
    ['a\u0000b\u0007', 'ab'],
    ['pay\u200Bpal\uFEFF', 'paypal'],
    ['a\u200Db', 'ab'],
    ['a\uD800b', 'ab'],
    ['a\r\nb\tc', 'a\nb\tc'],
    ['👩‍💻 and 👨‍👩‍👧', '👩‍💻 and 👨‍👩‍👧'],
    ['می‌خواهم', 'می‌خواهم'],
    ['e\u0301', 'e\u0301'],
  ])('%j becomes %j', (typed, kept) => expect(clean(typed)).toBe(kept));

  test('cleaning twice changes nothing more, and the result is valid', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = clean(typed);
        expect(clean(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('typed words inside a sentence', () => {
  test.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U1> & co', '&lt;@U1&gt; &amp; co'],
    ['&lt;!here&gt;', '&amp;lt;!here&amp;gt;'],
    ['<https://evil|https://bank>', '&lt;https://evil|https://bank&gt;'],
    ['*bold* ~gone~ `code` _soft_', '∗bold∗ ∼gone∼ ˋcodeˋ ˍsoftˍ'],
    ['utm_source stays', 'utm_source stays'],
    ['two\nlines', 'two lines'],
  ])('%j is shown as %j', (typed, shown) => expect(inline(typed, 100)).toBe(shown));
});

test('where nothing is parsed, a mention stays dead all the same', () => {
  expect(literal('<!channel> <@U1> <3')).toBe('<\u2060!channel> <\u2060@U1> <3');
});

describe('a cut', () => {
  test('never goes through a character', () => {
    expect(cut('👩‍💻👩‍💻👩‍💻', 11)).toBe('👩‍💻👩‍💻…');
    expect(cut('e\u0301e\u0301', 3)).toBe('e\u0301…');
    expect(cut('short', 5)).toBe('short');
  });

  test('stays within its limit', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, most) => {
        const result = cut(text, most);
        expect(result.length).toBeLessThanOrEqual(Math.max(most, 1));
        expect(result.isWellFormed()).toBe(text.isWellFormed());
        if (text.length <= most) expect(result).toBe(text);
      }),
    );
  });
});

describe('a cut of mrkdwn', () => {
  test('never goes through a mention, a date or an escaped character', () => {
    expect(cutMarkup('by <@UMIA> and', 9)).toBe('by …');
    expect(cutMarkup('by <@UMIA> and', 12)).toBe('by <@UMIA>…');
    expect(cutMarkup('R&amp;D', 5)).toBe('R…');
    expect(cutMarkup('R&amp;D', 7)).toBe('R&amp;D');
  });

  test('leaves every mark whole, wherever it falls', () => {
    const marks = fc.constantFrom('<@UMIA>', moment(0), 'x', ' ', ':eyes:');
    const part = fc.oneof(
      marks,
      fc.string({ unit: 'grapheme' }).map((typed) => inline(typed, 20)),
    );
    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: 1, max: 90 }), (parts, most) => {
        const result = cutMarkup(parts.join(''), most);
        expect(result.length).toBeLessThanOrEqual(most);
        expect(result.replaceAll(/<[^<>]+>|&(amp|lt|gt);/g, '')).not.toMatch(/[<>&]/);
      }),
    );
  });
});

test('an instant is shown in the reader’s zone, a day as it stands in the calendar', () => {
  expect(moment(Date.UTC(2026, 2, 12, 14))).toBe(
    '<!date^1773324000^{date_short_pretty} at {time}|2026-03-12 14:00 UTC>',
  );
  expect(moment(Date.UTC(2026, 2, 12, 14), 'by')).toBe(
    '<!date^1773324000^by {date_short_pretty} at {time}|by 2026-03-12 14:00 UTC>',
  );
  expect(momentIn('Europe/Berlin', Date.UTC(2026, 2, 12, 14))).toBe('Thu, Mar 12 at 3:00 PM');
  expect(day('2026-03-12')).toBe('Thu, Mar 12, 2026');
  expect(localDay(Date.UTC(2026, 2, 12, 23), 'Asia/Tokyo')).toBe('2026-03-13');
});
