import type { ErrorObject } from 'ajv';
import { nearest } from '../nearest.ts';
import { visible } from '../visible-text.ts';
import { isRecord, shown } from './values.ts';

/** What is wrong at one place of a case. */
export interface CaseProblem {
  /** The place, as `drugs[2].from`; empty for the file as a whole. */
  readonly path: string;
  readonly reason: string;
  /** The right name that is nearest to the one given. */
  readonly nearest?: string;
  /** All of it in one line. */
  readonly text: string;
}

/** Makes a problem and its line. */
export function caseProblem(path: string, reason: string, meant?: string): CaseProblem {
  const hint = meant === undefined ? '' : ` Did you mean '${meant}'?`;
  return {
    path,
    reason: visible(reason),
    ...(meant === undefined ? {} : { nearest: meant }),
    text: visible(`${path === '' ? '' : `${path}: `}${reason}${hint}`),
  };
}

/**
 * The problem that an error of the validator tells of; none for one that only says that another was found. `given` is
 * the whole case, by which an entry of it is called by its name.
 */
export function problemOf(
  { keyword, instancePath, params, parentSchema, data }: ErrorObject,
  given: unknown,
): readonly CaseProblem[] {
  const path = pathOf(instancePath);
  const event = eventAt(path, given);
  switch (keyword) {
    case 'if':
      return [];
    case 'false schema':
      return [caseProblem(path, `Nothing is measured in ${event ?? 'it'}: leave value and unit out.`)];
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const known = isRecord(parentSchema?.['properties']) ? Object.keys(parentSchema['properties']) : [];
      const none =
        event !== undefined && path.endsWith('.conditions')
          ? `${event} knows no such circumstance. ${listed('Known', known)}`
          : `There is no such key here. ${listed('The keys', known)}`;
      return [caseProblem(join(path, key), none, nearestOf(key, known))];
    }
    case 'enum': {
      const allowed: unknown = params['allowedValues'];
      const names = Array.isArray(allowed) ? allowed.map(String) : [];
      const meant = typeof data === 'string' ? nearestOf(data, names) : undefined;
      return [
        caseProblem(
          path,
          event !== undefined && path.endsWith('.unit')
            ? `${shown(data)} is no unit of ${event}. ${listed('Its units', names)}`
            : `${shown(data)} is no name that is known here. ${listed('Known', names)}`,
          meant,
        ),
      ];
    }
    case 'required': {
      const key = String(params['missingProperty']);
      const place = join(path, key);
      return [
        caseProblem(
          place,
          place === 'request.dateOfService' || place === 'request' ? incomplete : 'It is missing.',
        ),
      ];
    }
    case 'format':
      return [
        caseProblem(
          path,
          `${shown(data)} is no day of the calendar. Write year, month and day as 2024-03-01.`,
        ),
      ];
    case 'type':
      return [caseProblem(path, typeReason(params['type'], data))];
    case 'pattern':
      return [caseProblem(path, `${shown(data)} has not the form of an ICD-10-CM code, as G35.A.`)];
    case 'exclusiveMinimum':
      return [caseProblem(path, `${shown(data)} is not more than ${String(params['limit'])}.`)];
    case 'minimum':
      return [caseProblem(path, `${shown(data)} is less than ${String(params['limit'])}.`)];
    case 'minLength':
      return [caseProblem(path, 'The text is empty.')];
    case 'maxLength':
      return [caseProblem(path, `The text is longer than ${String(params['limit'])} characters.`)];
    default:
      return [caseProblem(path, `It breaks the rule '${keyword}' of the schema.`)];
  }
}

const incomplete = 'It is missing. A case without a date of service is incomplete, and is not evaluated.';

function typeReason(wanted: unknown, data: unknown): string {
  const type = Array.isArray(wanted) ? wanted.join(' or ') : String(wanted);
  if (typeof data === 'number' && !Number.isFinite(data)) return 'The number is too large: it is not finite.';
  if (type === 'integer' && typeof data === 'number') return `${shown(data)} is no whole number.`;
  return `It must be ${named[type] ?? type}, and is ${typeof data === 'string' ? `the text ${shown(data)}` : shown(data)}.`;
}

const named: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  'string or object': 'a grade of evidence or an object',
};

function listed(title: string, given: readonly string[]): string {
  // Of an id and a name that differ in capitals alone, one is enough.
  const names = given.filter(
    (name, index) => given.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index,
  );
  if (names.length === 0) return 'Nothing stands here.';
  return names.length > 12
    ? `${title}: ${names.slice(0, 10).join(', ')}, and ${names.length - 10} more.`
    : `${title}: ${names.join(', ')}.`;
}

/** The event whose entry a place of the case is in, as `'hba1c'`. */
function eventAt(path: string, given: unknown): string | undefined {
  const index = /^events\[(\d+)\]\./.exec(path)?.[1];
  const events = isRecord(given) ? given['events'] : undefined;
  const entry: unknown = index === undefined || !Array.isArray(events) ? undefined : events[Number(index)];
  return isRecord(entry) && typeof entry['event'] === 'string' ? shown(entry['event']) : undefined;
}

/** The name that was probably meant; a very long one is no slip of any. */
function nearestOf(given: string, names: readonly string[]): string | undefined {
  return given.length > 100 ? undefined : nearest(given, names);
}

/** A JSON pointer as a person writes a place. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) && path !== '' ? `${path}[${part}]` : join(path, part)), '');
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
