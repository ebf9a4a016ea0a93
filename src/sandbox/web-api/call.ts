import { type Fields, isFields, listOf, parseJson, textOf } from '../json.ts';

/** A call that Slack answers with `ok: false`. */
export class SlackRefusal extends Error {
  readonly code: string;
  readonly extra: Fields;

  constructor(code: string, extra: Fields = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

export function refuse(code: string, extra: Fields = {}): never {
  throw new SlackRefusal(code, extra);
}

/** The arguments of one call, from a form body, a JSON body or the query. A form carries structures as JSON text. */
export class Arguments {
  readonly fields: Fields;

  constructor(fields: Fields) {
    this.fields = fields;
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined && this.fields[name] !== null && this.fields[name] !== '';
  }

  text(name: string): string | undefined {
    const value = this.fields[name];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  /** Refused with `invalid_arguments` if missing, as Slack does. */
  required(name: string): string {
    return (
      this.text(name) ??
      refuse('invalid_arguments', {
        response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
      })
    );
  }

  flag(name: string): boolean {
    const value = this.fields[name];
    return value === true || value === 'true' || value === '1' || value === 1;
  }

  number(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    return Number.isFinite(value) ? value : refuse('invalid_arguments');
  }

  /** A structure; undefined if absent, refused with `code` if it is not JSON. */
  structure(name: string, code: string): unknown {
    const value = this.fields[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') return value;
    const parsed = parseJson(value);
    return parsed === undefined ? refuse(code) : parsed;
  }

  /** A list that a form may also carry as comma-separated text. */
  list(name: string): string[] {
    const value = this.fields[name];
    if (Array.isArray(value)) return listOf(value).map(textOf);
    const parsed = typeof value === 'string' && value.startsWith('[') ? parseJson(value) : undefined;
    if (Array.isArray(parsed)) return parsed.map(textOf);
    return textOf(value)
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }
}

/** Reads the body of a Web API call; undefined if it is not what its content type says. */
export function readBody(contentType: string, body: string): Fields | undefined {
  if (contentType.startsWith('application/json')) {
    if (body.trim() === '') return {};
    const parsed = parseJson(body);
    return isFields(parsed) ? parsed : undefined;
  }
  return Object.fromEntries(new URLSearchParams(body));
}
