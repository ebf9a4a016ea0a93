import { expect, test } from 'vitest';
import {
  channelFor,
  type RoutingRule,
  routeOf,
  routingSchema,
} from '../../../src/domain/settings/routing.ts';

const rules: RoutingRule[] = [
  { kind: 'broken', tool: 'crm', assignee: 'T1/UTOM' },
  { kind: 'broken', channel: 'C0URGENT' },
  { tool: 'CRM', channel: 'C0CRM', assignee: 'T1/UINES' },
];

test('the first rule that names a channel counts, and the first that names a person', () => {
  expect(routeOf({ kind: 'broken', tool: null }, rules)).toEqual({
    channel: 'C0URGENT',
    assignee: null,
    broker: null,
  });
  expect(routeOf({ kind: 'broken', tool: 'Harbor CRM' }, rules)).toEqual({
    channel: 'C0URGENT',
    assignee: 'T1/UTOM',
    broker: null,
  });
  expect(routeOf({ kind: 'change', tool: 'Harbor CRM' }, rules)).toEqual({
    channel: 'C0CRM',
    assignee: 'T1/UINES',
    broker: null,
  });
  expect(routeOf({ kind: 'change', tool: null }, rules)).toEqual({
    channel: null,
    assignee: null,
    broker: null,
  });
});

test('without a rule a card belongs in IT’s channel', () => {
  const settings = { routing: rules, triageChannel: 'C0TRIAGE' };
  expect(channelFor({ kind: 'launch', tool: 'Forms' }, settings)).toBe('C0TRIAGE');
  expect(channelFor({ kind: 'broken', tool: 'Forms' }, { ...settings, triageChannel: null })).toBe(
    'C0URGENT',
  );
  expect(channelFor({ kind: 'launch', tool: null }, { ...settings, triageChannel: null })).toBeNull();
});

test('a rule says which requests, and what becomes of them', () => {
  const faultsOf = (rule: unknown) =>
    routingSchema.safeParse([rule]).error?.issues.map(({ message }) => message);
  expect(faultsOf({ channel: 'C0URGENT' })).toEqual(['must name a kind or a tool']);
  expect(faultsOf({ tool: 'CRM' })).toEqual(['must name a channel or a person']);
  expect(faultsOf({ kind: 'tool', channel: '#it' })).toEqual(['must be a channel id such as C0123ABCD']);
  expect(faultsOf(rules[0])).toBeUndefined();
});
