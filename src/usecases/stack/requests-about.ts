import { briefSchema } from '../../domain/request/brief.ts';
import type { Request } from '../../domain/request/request.ts';
import type { ToolRequest } from '../../domain/stack/following.ts';
import type { Reading } from '../ports.ts';

/** A request about a tool, as a line. */
export interface RequestAbout {
  request: Request;
  title: string;
  link: ToolRequest;
}

/** The latest first. */
export async function requestsAbout(reading: Reading, tool: string, limit: number): Promise<RequestAbout[]> {
  const links = await reading.requestsOfTool(tool, limit);
  const requests = await reading.requests(links.map(({ request }) => request));
  const briefs = await reading.words(requests.map(({ brief }) => brief));
  return requests.flatMap((request) => {
    const link = links.find((each) => each.request === request.id);
    const brief = briefs.get(request.brief);
    if (!link) return [];
    const title = brief === undefined ? '(no longer kept)' : briefSchema.parse(JSON.parse(brief)).title;
    return [{ request, title, link }];
  });
}
