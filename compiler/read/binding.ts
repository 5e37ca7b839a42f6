import type { ts } from 'ts-morph';
import * as language from '../../dsl/index.ts';

/** What a name in a policy module stands for. */
export type Binding =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'builder'; readonly name: string; readonly builder: Builder }
  | { readonly kind: 'namespace'; readonly exports: ReadonlyMap<string, Binding> }
  /** What was refused already, or is for TypeScript to complain of. */
  | { readonly kind: 'failed'; readonly isTold?: true };

/** A builder, called with arguments that were read. */
export type Builder = (given: readonly unknown[]) => unknown;

/** What is known of the values of all modules, for as long as they live. */
export interface Memory {
  /** The expression that a value comes from. */
  readonly origins: WeakMap<object, ts.Node>;
  /** Where the keys of an object literal stand, or of members that a builder made of one. */
  readonly keys: WeakMap<object, ReadonlyMap<string, ts.Node>>;
  readonly measures: WeakMap<object, Measure>;
  /** Object literals: what properties may be read of. */
  readonly literals: WeakSet<object>;
}

/** How deep a value is, and of how many parts, written out. */
export interface Measure {
  readonly depth: number;
  readonly weight: number;
}

/** Nothing known yet. */
export function emptyMemory(): Memory {
  return { origins: new WeakMap(), keys: new WeakMap(), measures: new WeakMap(), literals: new WeakSet() };
}

/** What the language exports: its builders, by name. */
export const languageExports: ReadonlyMap<string, Binding> = new Map(
  Object.entries(language).flatMap(([name, exported]: [string, unknown]): [string, Binding][] =>
    typeof exported === 'function'
      ? [[name, { kind: 'builder', name, builder: (given) => Reflect.apply(exported, undefined, given) }]]
      : [],
  ),
);

/** The value under a key of its own; nothing where there is none. */
export function ownProperty(value: unknown, key: string): unknown {
  return isObject(value) ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}

/** Whether a value is an object or an array. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * Hands on where members stand: a builder that takes a list apart and makes another of it, with the same keys, is
 * found in the source where its argument was.
 */
export function carryPlaces(memory: Memory, from: unknown, to: unknown): void {
  const [given, made] = [ownProperty(from, 'members'), ownProperty(to, 'members')];
  if (!isObject(given) || !isObject(made) || given === made) return;
  const keys = memory.keys.get(given);
  if (keys !== undefined && !memory.keys.has(made)) memory.keys.set(made, keys);
  for (const key of Object.keys(made)) {
    const [before, after] = [ownProperty(given, key), ownProperty(made, key)];
    if (!isObject(before) || !isObject(after) || before === after) continue;
    const origin = memory.origins.get(before);
    if (origin !== undefined && !memory.origins.has(after)) memory.origins.set(after, origin);
    carryPlaces(memory, before, after);
  }
}
