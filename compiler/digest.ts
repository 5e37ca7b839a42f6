import { createHash } from 'node:crypto';
import type { Policy } from '../dsl/policy/policy.ts';

/** What identifies a policy's content: SHA-256, in hexadecimal, of its tree as canonical JSON, without source positions. */
export function digestOf(policy: Policy): string {
  return sha256(canonical(policy, false));
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Texts of parts that several policies share, as their vocabulary. */
const known = new WeakMap<object, string>();

/** Objects whose keys are ids in an order that prints; the keys of any other are sorted. */
const ordered: ReadonlySet<string> = new Set(['members', 'courses', 'exclusions']);

/** A value as JSON in one form alone. */
export function canonical(value: unknown, isOrdered = false): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value))
    return remembered(value, () => `[${value.map((part: unknown) => canonical(part)).join(',')}]`);
  const entries: [string, unknown][] = Object.entries(value);
  if (isOrdered)
    return `[${entries.map(([key, part]) => `[${JSON.stringify(key)},${canonical(part)}]`).join(',')}]`;
  return remembered(value, () => {
    const sorted = entries
      .filter(([, part]) => part !== undefined)
      .sort(([first], [second]) => (first < second ? -1 : 1));
    return `{${sorted.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part, ordered.has(key) && !Array.isArray(part))}`).join(',')}}`;
  });
}

function remembered(value: object, make: () => string): string {
  const before = known.get(value);
  if (before !== undefined) return before;
  const text = make();
  known.set(value, text);
  return text;
}
