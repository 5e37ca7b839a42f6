import type { ErrorObject } from 'ajv';
import { problemOf } from '../../compiler/case-files/problems.ts';
import type { Determination } from '../../dsl/kernel/determination.ts';
import type { Desk } from './desk.ts';
import { keyOf, listAt, withValue, type Path, type Tree } from './tree.ts';

/** What the policy makes of what stands in the form. */
export interface Evaluation {
  /** What is wrong at a place, by its key: what stands there counts as unknown. */
  readonly problems: ReadonlyMap<string, string>;
  /** Nothing where the date of service is missing: such a case is not evaluated. */
  readonly determination?: Determination;
  /** Of the entries of each list that were evaluated, which of the form they are. */
  readonly entries: Readonly<Record<ListName, readonly number[]>>;
}

const listNames = ['diagnoses', 'drugs', 'events'] as const;
type ListName = (typeof listNames)[number];

/** Whether a key names a list of entries. */
export function isListName(name: string): name is ListName {
  return listNames.some((known) => known === name);
}

/** What says of a list that it is the whole history. */
const completeness: Readonly<Record<ListName, readonly string[]>> = {
  diagnoses: [],
  drugs: ['drugsComplete'],
  events: ['complete'],
};

/** More passes than there are levels in a case. */
const mostPasses = 6;

/**
 * Evaluates what stands in the form. What is no fact by the policy's schema, as a date of which half is typed, is told of and
 * left out: the evaluator is given well-formed cases alone.
 */
export function evaluate({ validate, determine }: Desk, tree: Tree): Evaluation {
  const problems = new Map<string, string>();
  const entries = {
    diagnoses: [...listAt(tree, ['diagnoses']).keys()],
    drugs: [...listAt(tree, ['drugs']).keys()],
    events: [...listAt(tree, ['events']).keys()],
  };
  let rest = tree;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    if (validate(rest)) return { problems, entries, determination: determine(rest) };
    const errors = validate.errors ?? [];
    for (const error of errors) {
      const place = keyOf(inForm(placeOf(error), entries));
      const [problem] = problemOf(error, rest);
      if (problem !== undefined && !problems.has(place)) problems.set(place, messageOf(problem));
    }
    // From the last entry of a list to its first, so that the places of the others hold.
    const wrong = [...new Map(errors.flatMap(leftOut).map((path) => [keyOf(path), path])).values()];
    for (const path of wrong.toSorted(lastFirst)) {
      rest = withValue(rest, path, undefined);
      const [list, index] = path;
      if (path.length !== 2 || typeof list !== 'string' || !isListName(list)) continue;
      entries[list].splice(Number(index), 1);
      // A list that lacks an entry is not the whole history, whatever was said of it.
      rest = completeness[list].reduce((left, key) => withValue(left, [key], undefined), rest);
    }
    if (wrong.length === 0) break;
  }
  return { problems, entries };
}

function messageOf({ reason, nearest }: { readonly reason: string; readonly nearest?: string }): string {
  return nearest === undefined ? reason : `${reason} Did you mean '${nearest}'?`;
}

/** The place that an error is about. */
function placeOf({ instancePath, keyword, params }: ErrorObject): Path {
  const path = pathOf(instancePath);
  if (keyword === 'required') {
    const missing = [...path, String(params['missingProperty'])];
    // Without a request, it is its date of service that has to be filled in.
    return keyOf(missing) === 'request' ? ['request', 'dateOfService'] : missing;
  }
  if (keyword === 'additionalProperties') return [...path, String(params['additionalProperty'])];
  return path;
}

/** What has to go for an error to go: the whole entry where it lacks what it needs. Nothing replaces a date of service. */
function leftOut(error: ErrorObject): readonly Path[] {
  if (error.keyword === 'if') return [];
  if (error.keyword !== 'required') return [placeOf(error)];
  const entry = pathOf(error.instancePath);
  return entry.length === 2 && typeof entry[1] === 'number' ? [entry] : [];
}

function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part, level, parts) => (level === 1 && isListName(parts[0] ?? '') ? Number(part) : part));
}

/** What stands in an entry goes before the entry. */
function lastFirst(first: Path, second: Path): number {
  return lastIndex(second) - lastIndex(first) || second.length - first.length;
}

function lastIndex(path: Path): number {
  return typeof path[1] === 'number' ? path[1] : -1;
}

/** A place of what was evaluated, as a place of the form. */
export function inForm(path: Path, entries: Evaluation['entries']): Path {
  const [list, index, ...rest] = path;
  if (typeof list !== 'string' || typeof index !== 'number' || !isListName(list)) return path;
  return [list, entries[list][index] ?? index, ...rest];
}

/** A place as determinations write it (`drugs[2].source`), as a path of what was evaluated. */
export function pathOfFact(fact: string): Path {
  return fact.split('.').flatMap((part) => {
    const [, name, index] = /^(.*)\[(\d+)\]$/.exec(part) ?? [];
    return name === undefined ? [part] : [name, Number(index)];
  });
}
