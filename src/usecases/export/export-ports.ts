import type { ExportFormat, ExportSubject } from '../../domain/export/columns.ts';
import type { Request } from '../../domain/request/request.ts';

export interface ExportReading {
  countRequests(workspace: string): Promise<number>;
  /** By number, from the next one after this on. */
  requestsAfter(workspace: string, number: number, limit: number): Promise<Request[]>;
}

export interface ExportOrder {
  what: ExportSubject;
  format: ExportFormat;
  /** Whether what IT noted for itself is among the facts. */
  sees: 'all' | 'shared';
}
