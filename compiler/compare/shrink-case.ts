import { addDays, addMonths, daysBetween, isDate } from '../../dsl/kernel/calendar.ts';
import type { CaseRecord } from '../../dsl/kernel/case.ts';

/** A part of a case, as JSON has it. */
type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/**
 * The smallest of a case that still shows what it shows: no fact of it can be left out, and dates and numbers are plain
 * ones where they may be.
 * @param shows whether a case shows it; the case given does
 * @param on a date of service to prefer, `YYYY-MM-DD`
 */
export function shrinkCase(
  record: CaseRecord,
  shows: (record: CaseRecord) => boolean,
  on: string,
): CaseRecord {
  const keeps = (value: Json) => shows(recordOf(value));
  const small = withoutMore(jsonOf(record), keeps);
  const moved = firstThatKeeps(moves(small, on), keeps) ?? small;
  const plain = plainer(moved, keeps);
  return recordOf(withoutMore(plain, keeps));
}

/** Takes parts away, large ones first, until none can go. */
function withoutMore(value: Json, keeps: (value: Json) => boolean): Json {
  let left = value;
  for (;;) {
    const smaller = firstThatKeeps(removals(left), keeps);
    if (smaller === undefined) return left;
    left = smaller;
  }
}

function firstThatKeeps(candidates: Iterable<Json>, keeps: (value: Json) => boolean): Json | undefined {
  for (const candidate of candidates) if (keeps(candidate)) return candidate;
  return undefined;
}

/** What an entry can't be without. */
const needed: ReadonlySet<string> = new Set(['request', 'dateOfService', 'agent', 'event']);

/** The case with one part less, the parts of every depth before those within them. */
function* removals(value: Json): Generator<Json> {
  const paths = pathsOf(value).sort((first, second) => first.length - second.length);
  for (const path of paths) {
    const last = path.at(-1);
    if (typeof last === 'string' && needed.has(last)) continue;
    yield withoutEmpty(changed(value, path, undefined));
  }
}

/** The case so many days earlier or later, that it is served on another day. */
function* moves(value: Json, on: string): Generator<Json> {
  const served = at(value, ['request', 'dateOfService']);
  if (typeof served !== 'string') return;
  const days = daysBetween(served, on);
  const moved = (part: Json): Json => {
    if (typeof part === 'string') return isDate(part) ? addDays(part, days) : part;
    if (typeof part !== 'object') return part;
    if (isList(part)) return part.map(moved);
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, moved(each)]));
  };
  yield moved(value);
  yield changed(value, ['request', 'dateOfService'], on);
}

/** Puts plain dates, whole numbers and well-supported facts in the place of others where nothing changes by it. */
function plainer(value: Json, keeps: (value: Json) => boolean): Json {
  return pathsOf(value).reduce((current, path) => {
    const part = at(current, path);
    const served = at(current, ['request', 'dateOfService']);
    if (part === undefined || typeof served !== 'string') return current;
    const unit = at(current, [...path.slice(0, -1), 'unit']);
    const candidates = plainValues(part, path, served, unit).map((plain) => changed(current, path, plain));
    return firstThatKeeps(candidates, keeps) ?? current;
  }, value);
}

function plainValues(
  part: Json,
  path: readonly (string | number)[],
  served: string,
  unit: Json | undefined,
): readonly Json[] {
  if (typeof part === 'number') {
    const isCounted = typeof unit === 'string' && unit.startsWith('{');
    return [
      ...(isCounted ? counts : amounts),
      Math.round(part),
      Math.floor(part),
      Math.round(part * 10) / 10,
    ];
  }
  if (part === 'reported') return ['documented'];
  if (typeof part !== 'string' || !isDate(part) || path.at(-1) === 'dateOfService') return [];
  const months = path.at(-1) === 'birthDate' ? birthMonths : eventMonths;
  return months.map((count) => addMonths(served, -count));
}

/** Plain numbers, of what is counted or scored and of what is measured. */
const counts = [2, 1, 3, 5, 10, 20, 50];
const amounts = [50, 100, 10, 20, 200, 5, 1];

/** How long before the service a day lies, in months: plain values first. */
const eventMonths = [1, 2, 3, 6, 12, 18, 24, 36, 60, 0];
const years = (count: number) => count * 12;
const birthMonths = [
  ...[40, 30, 50, 60, 20, 10, 5].map(years),
  ...Array.from({ length: 101 }, (_, age) => years(age)),
  ...Array.from({ length: 36 }, (_, months) => months),
];

/** Every place in a value, an outer one before those within it. */
function pathsOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object') return [];
  const entries: readonly (readonly [string | number, Json])[] = isList(value)
    ? value.map((part, place) => [place, part] as const)
    : Object.entries(value);
  return entries.flatMap(([key, part]) => [[...path, key], ...pathsOf(part, [...path, key])]);
}

function at(value: Json, [key, ...rest]: readonly (string | number)[]): Json | undefined {
  if (key === undefined) return value;
  if (typeof value !== 'object') return undefined;
  const part = isList(value) ? value[Number(key)] : value[String(key)];
  return part === undefined ? undefined : at(part, rest);
}

/** The value with another part at a place, or without it. */
function changed(value: Json, [key, ...rest]: readonly (string | number)[], part: Json | undefined): Json {
  if (key === undefined || typeof value !== 'object') return part ?? value;
  const replaced = (each: Json): readonly Json[] => {
    if (rest.length > 0) return [changed(each, rest, part)];
    return part === undefined ? [] : [part];
  };
  if (isList(value)) return value.flatMap((each, place) => (place === key ? replaced(each) : [each]));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      name === key ? replaced(each).map((now) => [name, now] as const) : [[name, each] as const],
    ),
  );
}

/** Without objects and lists that hold nothing; the request stays. */
function withoutEmpty(value: Json): Json {
  if (typeof value !== 'object') return value;
  const isEmpty = (part: Json) => typeof part === 'object' && Object.keys(part).length === 0;
  if (isList(value)) return value.map(withoutEmpty).filter((part) => !isEmpty(part));
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, withoutEmpty(part)] as const)
      .filter(([, part]) => !isEmpty(part)),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function jsonOf(record: CaseRecord): Json {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- a case is JSON, of which only parts are taken away
  return record as unknown as Json;
}

function recordOf(value: Json): CaseRecord {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- it was a case, and kept what every entry needs
  return value as unknown as CaseRecord;
}
