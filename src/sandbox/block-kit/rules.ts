import { isFields } from '../json.ts';

export type Surface = 'message' | 'modal' | 'home';

export interface Fault {
  message: string;
  /** A JSON pointer such as `/blocks/0/text/text`. */
  pointer: string;
}

/** One pass over a payload: what is found, and what must be unique in it. */
export interface Scan {
  surface: Surface;
  faults: Fault[];
  blockIds: Set<string>;
  /** Of the block at hand. */
  actionIds: Set<string>;
  /** Block type -> how often it came. */
  counts: Map<string, number>;
  /** Characters of markdown blocks so far. */
  markdown: number;
  focused: boolean;
}

/** Checks one value at one place and reports to the scan. */
export type Rule = (value: unknown, pointer: string, scan: Scan) => void;

export function fault(scan: Scan, pointer: string, message: string): void {
  scan.faults.push({ message, pointer });
}

/** Takes whatever is there. */
export const always: Rule = () => {};

export function text(most: number, least = 1): Rule {
  return (value, pointer, scan) => {
    if (typeof value !== 'string') return fault(scan, pointer, 'must provide a string');
    if (value.length > most) fault(scan, pointer, `must be less than ${most + 1} characters`);
    if (value.length < least) fault(scan, pointer, `must be more than ${least - 1} characters`);
  };
}

/** For what has no limit of its own. */
export const unbounded = Number.MAX_SAFE_INTEGER;

export const anyText: Rule = text(unbounded, 0);

export function matching(pattern: RegExp, wanted: string): Rule {
  return (value, pointer, scan) => {
    if (typeof value !== 'string' || !pattern.test(value)) fault(scan, pointer, `must be ${wanted}`);
  };
}

export function webAddress(most: number): Rule {
  return (value, pointer, scan) => {
    text(most)(value, pointer, scan);
    if (typeof value === 'string' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(value))
      fault(scan, pointer, 'must provide a valid URL');
  };
}

export function oneOf(...allowed: readonly (string | number)[]): Rule {
  return (value, pointer, scan) => {
    if (allowed.some((one) => one === value)) return;
    fault(scan, pointer, `value must be one of: ${allowed.join(', ')}`);
  };
}

export const flag: Rule = (value, pointer, scan) => {
  if (typeof value !== 'boolean') fault(scan, pointer, 'must provide a boolean');
};

export function whole(least: number, most: number): Rule {
  return (value, pointer, scan) => {
    if (!Number.isInteger(value)) return fault(scan, pointer, 'must provide an integer');
    if (Number(value) > most) fault(scan, pointer, `must be less than ${most + 1}`);
    if (Number(value) < least) fault(scan, pointer, `must be more than ${least - 1}`);
  };
}

export const anyNumber: Rule = (value, pointer, scan) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) fault(scan, pointer, 'must provide a number');
};

export function list(item: Rule, most: number, least = 1): Rule {
  return (value, pointer, scan) => {
    if (!Array.isArray(value)) return fault(scan, pointer, 'must provide an array');
    if (value.length > most) fault(scan, pointer, `no more than ${most} items allowed`);
    if (value.length < least) fault(scan, pointer, `no fewer than ${least} items allowed`);
    for (const [index, one] of value.entries()) item(one, `${pointer}/${index}`, scan);
  };
}

/** An object with these fields and no others. */
export function object(
  needed: Record<string, Rule>,
  optional: Record<string, Rule> = {},
  ...further: Rule[]
): Rule {
  const known = new Map([...Object.entries(needed), ...Object.entries(optional)]);
  return (value, pointer, scan) => {
    if (!isFields(value)) return fault(scan, pointer, 'must provide an object');
    for (const name of Object.keys(needed)) {
      if (value[name] === undefined || value[name] === null)
        fault(scan, pointer, `missing required field: ${name}`);
    }
    for (const [name, field] of Object.entries(value)) {
      const rule = known.get(name);
      if (!rule) fault(scan, pointer, `invalid additional property: ${name}`);
      else if (field !== undefined && field !== null) rule(field, `${pointer}/${name}`, scan);
    }
    for (const rule of further) rule(value, pointer, scan);
  };
}

/** Picks the rule by the value's `type`. */
export function byType(rules: Record<string, Rule>): Rule {
  const known = new Map(Object.entries(rules));
  return (value, pointer, scan) => {
    if (!isFields(value)) return fault(scan, pointer, 'must provide an object');
    const rule = typeof value.type === 'string' ? known.get(value.type) : undefined;
    if (rule) return rule(value, pointer, scan);
    fault(
      scan,
      pointer,
      value.type === undefined ? 'missing required field: type' : `unsupported type: ${value.type}`,
    );
  };
}

/** Exactly one of these fields is there. */
export function exactlyOne(...names: string[]): Rule {
  return (value, pointer, scan) => {
    const present = isFields(value) ? names.filter((name) => value[name] !== undefined) : [];
    if (present.length !== 1) fault(scan, pointer, `must provide exactly one of: ${names.join(', ')}`);
  };
}

/** At least one of these fields is there. */
export function someOf(...names: string[]): Rule {
  return (value, pointer, scan) => {
    if (isFields(value) && names.some((name) => value[name] !== undefined)) return;
    fault(scan, pointer, `must provide at least one of: ${names.join(', ')}`);
  };
}

/** The length of all `text` fields inside a value. */
export function textWithin(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textWithin(one), 0);
  if (!isFields(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, field]) =>
      sum + (name === 'text' && typeof field === 'string' ? field.length : textWithin(field)),
    0,
  );
}
