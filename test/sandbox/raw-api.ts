import { fieldsOf } from '../../src/sandbox/json.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

/** One Web API call as it goes over the wire, so that a test sees exactly what Slack would answer. */
export async function call(
  sandbox: Pick<Sandbox, 'apiUrl' | 'botToken'>,
  method: string,
  body: Record<string, unknown> = {},
  token = sandbox.botToken,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const answer = fieldsOf(await response.json());
  return { ...answer, ...(response.status !== 200 && { status: response.status }) };
}

/** The error code, or `ok`. */
export async function codeOf(...args: Parameters<typeof call>): Promise<unknown> {
  const answer = await call(...args);
  return answer.ok === true ? 'ok' : answer.error;
}
