import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

function linesOf(secrets: string[], write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  write(createLog({ level: 'info', secrets, write: (line) => lines.push(line) }));
  return lines;
}

test('a token is taken out wherever it stands', () => {
  const [line = ''] = linesOf(['the signing secret'], (log) => {
    const error = new Error(
      'refused xoxb-1-hidden, xapp-1-A1-2-hidden, xwfp-1-hidden and xoxe.xoxp-1-hidden',
    );
    log.warn({ error, headers: { authorization: 'Bearer xoxb-2-hidden' } }, 'key: the signing secret');
  });
  expect(line).not.toMatch(/hidden|the signing secret/);
  expect(JSON.parse(line).msg).toBe('key: (redacted)');
});

test('one fact is one line of JSON, whatever was typed', () => {
  const typed = 'a\nb\u2028c "quoted" %s {x} `y`';
  const lines = linesOf([], (log) => log.info({ typed }, 'it was typed'));
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toContain('\n');
  expect(JSON.parse(lines[0] ?? '').typed).toBe(typed);
});
