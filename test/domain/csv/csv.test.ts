import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRow, decodeText, parseCsv, plainCell } from '../../../src/domain/csv/csv.ts';

function read(text: string) {
  return parseCsv(text).rows.map(({ cells }) => cells);
}

test('quotes, line ends and delimiters as spreadsheets write them', () => {
  expect(read('a,b\r\n"x, ""y""","two\nlines"\r\n')).toEqual([
    ['a', 'b'],
    ['x, "y"', 'two\nlines'],
  ]);
  expect(read('a;b\n1,5;"x;y"')).toEqual([
    ['a', 'b'],
    ['1,5', 'x;y'],
  ]);
  expect(read('a\tb\rx\ty\r')).toEqual([
    ['a', 'b'],
    ['x', 'y'],
  ]);
  expect(read('"a;b",c\nx,y')).toEqual([
    ['a;b', 'c'],
    ['x', 'y'],
  ]);
  expect(read('a,b\n\n ,\nx,y\n')).toEqual([
    ['a', 'b'],
    ['x', 'y'],
  ]);
});

test('a row knows its line, and a broken quotation the line it opens on', () => {
  expect(parseCsv('a\n"x\ny"\nz').rows.map(({ line }) => line)).toEqual([1, 2, 4]);
  expect(parseCsv('a\nb\n"open')).toMatchObject({ faults: [{ line: 3 }] });
  expect(parseCsv('a\n"x"y\nz')).toMatchObject({ rows: [{ line: 1 }], faults: [{ line: 2 }] });
});

test('UTF-8 and UTF-16 are read, anything else is refused', () => {
  const text = 'name\nMüller';
  expect(decodeText(new TextEncoder().encode(`\uFEFF${text}`))).toEqual({ ok: true, text });
  expect(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual({ ok: true, text });
  expect(decodeText(Buffer.from(text, 'latin1'))).toMatchObject({ ok: false });
});

test('what a spreadsheet would run is disarmed', () => {
  expect(csvRow(['=HYPERLINK("x")', '+1', '-1', '@x', '\tx', '\rx', 'a=b', "it's", "'=1"])).toBe(
    `"'=HYPERLINK(""x"")",'+1,'-1,'@x,"'\tx","'\rx",a=b,it's,''=1\r\n`,
  );
  expect(csvRow(['＝1', '＋1', '－1', '＠x'])).toBe(`'＝1,'＋1,'－1,'＠x\r\n`);
});

test('whatever is written is read back', () => {
  const cell = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^['=+\-@",;\t\n a]*$/))
    .map(plainCell)
    .map((text) => text.replaceAll('\r', ''));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
      const [, row] = parseCsv(csvRow(cells.map(() => 'h')) + csvRow(cells)).rows;
      const isBlank = cells.every((each) => each.trim() === '');
      expect(row?.cells.map(plainCell)).toEqual(isBlank ? undefined : cells);
    }),
  );
});
