import { expect, test } from 'vitest';
import { secretIn } from '../../../src/domain/intake/secrets.ts';

const list = ['ann', 'bob', 'cem', 'dia', 'eva'].map((name) => `${name}@example.com`).join(', ');

test.each([
  [`Our token is ${'xoxb'}-1234567890-abcdefghij`, 'key'],
  [`${'AKIA'}ABCDEFGHIJKLMNOP`, 'key'],
  [`api key: ${'a1b2c3d4'.repeat(4)}`, 'key'],
  [`-----BEGIN ${'RSA PRIVATE'} KEY-----`, 'key'],
  ['Login is mia, password: Sunshine7', 'password'],
  ['Das Passwort ist Sonne99!', 'password'],
  [`Please write to ${list}`, 'customers'],
])('%s', (text, secret) => expect(secretIn(text)).toBe(secret));

test.each([
  'The password reset page is broken',
  'Users forget their password',
  'A password is required on the form',
  'Token based login for the partner portal',
  'Ask ann@example.com or bob@example.com',
  `${'ann@example.com '.repeat(9)}`,
  'API key rotation every 90 days',
  'https://example.com/brief?page=2',
])('no secret: %s', (text) => expect(secretIn(text)).toBeNull());
