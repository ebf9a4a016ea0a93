import { expect, test } from 'vitest';
import { parseCsv } from '../../../src/domain/csv/csv.ts';
import { planImport } from '../../../src/domain/stack/import-plan.ts';
import type { Tool } from '../../../src/domain/stack/tool.ts';
import { sampleTool } from '../../support/sample-tool.ts';

const crm = sampleTool(
  { name: 'Harbor CRM', category: 'crm', cost: '100', currency: 'EUR' },
  { id: 'T-CRM' },
);
const mail = {
  ...sampleTool({ name: 'Postwise', category: 'email' }, { id: 'T-MAIL' }),
  integrations: ['T-CRM'],
};

function plan(text: string, tools: readonly Tool[] = [crm, mail]) {
  let count = 0;
  return planImport(parseCsv(text).rows, {
    workspace: 'T1',
    tools,
    newId: () => {
      count += 1;
      return `NEW${count}`;
    },
  });
}

function faultsOf(text: string) {
  return plan(text).faults.map(({ line, column, message }) => `${line} ${column}: ${message}`);
}

test('a row is about the tool of its name; columns that are not there stay, empty cells empty', () => {
  const { planned, unchanged } = plan('Name,Cost,Currency\nharbor crm,,\nPostwise,,\n');
  expect(unchanged).toBe(1);
  expect(planned).toMatchObject([
    { isNew: false, tool: { id: 'T-CRM', category: 'crm', cost: null, revision: 2 } },
  ]);
  expect(planned[0]?.changes).toEqual([
    { column: 'name', before: 'Harbor CRM', after: 'harbor crm' },
    { column: 'cost', before: '100', after: '' },
    { column: 'currency', before: 'EUR', after: '' },
    { column: 'period', before: 'year', after: '' },
  ]);
});

test('an id finds a tool that has another name by now', () => {
  const { planned } = plan('id;name\nT-CRM;Port CRM\n');
  expect(planned).toMatchObject([{ changes: [{ column: 'name', after: 'Port CRM' }] }]);
});

test('integrations name tools of the stack or of the file, in circles too', () => {
  const { planned, faults } = plan('name,integrations\nA,B; Postwise\nB,A\nHarbor CRM,Postwise\n');
  expect(faults).toEqual([]);
  expect(planned.map(({ tool }) => tool.integrations)).toEqual([['NEW2', 'T-MAIL'], ['NEW1'], ['T-MAIL']]);
  expect(faultsOf('name,integrations\nA,A\nB,Nowhere\n')).toEqual([
    '2 integrations: A tool does not integrate with itself.',
    '3 integrations: There is no tool “Nowhere” to integrate with.',
  ]);
});

test('every fault is named with its line and column, and nothing is planned beside one', () => {
  const text = [
    'name,category,state,cost,currency,notice_days,contract_end,links,business_owner,comment',
    'Fine,Email,live,12,EUR,30,2026-12-31,https://example.com,U0MIA Mia,x',
    ',Mail,soon,"1,200",XXZ,-1,31.12.2026,javascript:alert(1),Mia,x',
    'fine,Email,rejected,10,,,,,,x',
    'Short,Email',
  ].join('\n');
  expect(plan(text)).toMatchObject({ planned: [], ignored: ['comment'] });
  expect(faultsOf(text)).toMatchInlineSnapshot(`
    [
      "3 name: Please say what it is called.",
      "3 category: “Mail” is no category. There are: Advertising, Web and product analytics, Attribution and measurement, Marketing automation, Reporting and dashboards, Email, SMS and push, CRM and sales, Customer data, Contact and company data, Website and content, Commerce, Consent and privacy, Design and creative, Digital assets, Video, Webinars and events, Forms and surveys, Testing and personalisation, Search and SEO, Social media, Tag management, Integration, Chat and support, Planning and collaboration, Loyalty and reviews, Other.",
      "3 state: “soon” is none of considering, pilot, live, retiring, retired, rejected.",
      "3 business_owner: “Mia” is no Slack member ID such as U0123ABCD (in a profile: ⋮, Copy member ID).",
      "3 cost: “1,200” is no amount such as 1200 or 1200.50.",
      "3 currency: “XXZ” is no currency code such as EUR or USD.",
      "3 contract_end: “31.12.2026” is no day such as 2026-12-31.",
      "3 notice_days: Please write a whole number from 0 to 730.",
      "3 links: “javascript:alert(1)” is no address that begins with https:// or http://.",
      "4 state_reason: Please say why it was decided against.",
      "4 currency: Please say in which currency, such as EUR.",
      "5 null: There are 2 cells, and 10 columns.",
    ]
  `);
});

test('missing and doubled columns, doubled rows, unknown ids, and names that are taken', () => {
  expect(faultsOf('')).toEqual(['1 null: The file is empty.']);
  expect(faultsOf('category\nEmail')).toMatchObject([expect.stringContaining('There is no column “name”')]);
  expect(faultsOf('name,Name\na,b')).toEqual(['1 name: The column “name” is there twice.']);
  expect(faultsOf('id,name\n,A\n,a\nT-CRM,Postwise\nT-X,Y')).toEqual([
    '3 name: “a” is in line 2 already.',
    '4 name: Another tool has this name.',
    '5 id: There is no tool with this id. Leave it empty for a new one.',
  ]);
});
