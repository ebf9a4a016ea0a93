/** What can be taken out, and as what. */
export const exportSubjects = ['requests', 'history', 'stack'] as const;
export type ExportSubject = (typeof exportSubjects)[number];
export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** One row: a value for each column, null where nothing is. Instants are ISO 8601 in UTC. */
export type ExportRow = Readonly<Record<string, string | number | boolean | null>>;

/** The columns of requests, in order. What each means stands in the README. */
export const requestColumns = [
  'key',
  'title',
  'kind',
  'status',
  'waits_on',
  'priority',
  'impact',
  'urgency',
  'size',
  'requester',
  'requester_name',
  'author',
  'assignee',
  'assignee_name',
  'outcome',
  'needed_by',
  'agreed_date',
  'submitted_at',
  'changed_at',
  'closed_at',
  'confirmed',
  'verdict',
  'rounds',
  'it_kept',
  'it_missed',
  'marketing_kept',
  'marketing_missed',
] as const;

export const historyColumns = ['key', 'seq', 'at', 'fact', 'side', 'actor', 'actor_name', 'details'] as const;
