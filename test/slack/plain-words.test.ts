import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What people read is made of words: whatever was recorded of it names none of the names that the code goes by. */

const root = join(import.meta.dirname, '../..');
const read = (pattern: string, exclude: string[] = []) =>
  globSync(pattern, { cwd: root, exclude }).map((file) => ({
    file,
    text: readFileSync(join(root, file), 'utf8'),
  }));

/** States, commands, facts, refusals, clocks: names of several words, which nobody writes like that. */
const names = read('src/domain/{request,sla,agreement,checks}/*.ts').flatMap(({ text }) => [
  ...text.matchAll(/'([a-z]+(?:-[a-z]+)+|(?:[A-Z][a-z]+){2,})'/g),
]);
/** These are words of people as well, and a command that they type. */
const plain = ['sign-on', 'top-five'];
const codeNames = [...new Set(names.flatMap(([, name = '']) => (plain.includes(name) ? [] : [name])))];
const anyCodeName = `(?<![\\w-])(?:${codeNames.join('|')})(?![\\w-])`;
/** Where a test says before a line which fact, command or refusal it is about. */
const headings = new RegExp(`^"?${anyCodeName}(?: >.*$|: )`, 'gm');

/** Whom a picker holds is for Slack to show; so is a channel or a person that Slack shows by name. */
const forSlack =
  /<(?:multi_)?(?:users|conversations)_select>.*|<[#@][A-Z0-9]+>|^exports\[.*\] = `|\bS0123ABCD\b/gm;
const ids =
  /\bID\d{24}\b|\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b|\bT\w+\/[UW]\w+|\b[CDGST]0[A-Z0-9]{3,}\b|\bU(?:MIA|BEN|INES|TOM|LEA|OMAR|ADA|GUS)\b/g;
const slips = /\bundefined\b|\bNaN\b|\[object |\$\{/g;

// What is exported is for a program to read.
const told = read('test/**/{__snapshots__/*.snap,__golden__/*.txt}', [
  'test/usecases/export/**',
  'test/config/**',
]);

test('no name of the code, no id and no slip of it is ever shown', () => {
  expect(codeNames).toEqual(
    expect.arrayContaining(['needs-info', 'in-progress', 'on-hold', 'QuestionAsked']),
  );
  expect(told.length).toBeGreaterThan(30);
  const coded = new RegExp(anyCodeName, 'g');
  const found = told.flatMap(({ file, text }) => {
    const words = text.replace(forSlack, '').replace(headings, '');
    return [coded, ids, slips].flatMap((each) => (words.match(each) ?? []).map((name) => `${file}: ${name}`));
  });
  expect(found).toEqual([]);
});
