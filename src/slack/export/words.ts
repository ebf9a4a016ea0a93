import type { ExportSubject } from '../../domain/export/columns.ts';
import type { OutboxEntry, OutboxSubject } from '../../usecases/saying/outbox.ts';

type Exported = Extract<OutboxSubject, { kind: 'export' }>;

export const subjectNames: Record<ExportSubject, string> = {
  requests: 'Requests',
  history: 'History',
  stack: 'Stack',
};

/** By its end, the file is found again when it is not known whether Slack took it. */
export function exportName({ what, format }: Exported, { id, at }: Pick<OutboxEntry, 'id' | 'at'>): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return `${what}-${day}-${id.slice(-6).toLowerCase()}.${format}`;
}

export const exportWords = {
  begins: ({ what }: Exported) => `${subjectNames[what]}: the file is being made.`,
  isAt: ({ what }: Exported, done: number, all: number) =>
    `${subjectNames[what]}: ${done.toLocaleString('en')} of ${all.toLocaleString('en')} are in the file.`,
  ended: ({ what }: Exported, count: number) =>
    `:white_check_mark: ${subjectNames[what]}: the file is here. It covers ${count.toLocaleString('en')} ${
      what === 'stack' ? 'tools' : 'requests'
    }, and only you and this app see it.`,
};
