import { isRecord } from '../../compiler/case-files/values.ts';
import type { Names } from '../../compiler/site/desk-data.ts';
import { visible } from '../../compiler/visible-text.ts';
import { labels, leftOutWords, sentence, valueWords } from './words.ts';
import type { Path } from './tree.ts';

/** One field of the form: a place below its question's, and how it is filled in. */
export interface Field {
  readonly path: Path;
  readonly label: string;
  /** What the schema says of it. */
  readonly help: string;
  readonly kind: FieldKind;
  /** Whether it stands apart, among what is seldom needed. */
  readonly isSeldom?: true;
}

export type FieldKind =
  | { readonly kind: 'date' }
  | { readonly kind: 'text'; readonly suggestions: readonly string[] }
  | { readonly kind: 'number'; readonly unit?: string }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly groups: readonly ChoiceGroup[]; readonly leftOut: string };

export interface ChoiceGroup {
  readonly label?: string;
  readonly options: readonly Option[];
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A schema as data, with what a reference in it names. */
export interface SchemaPart {
  readonly part: unknown;
  readonly root: unknown;
}

/** What the vocabulary calls the choices at a place; nothing where the ids say it. */
export type NamesOf = (path: Path) => Names | undefined;

/** The part of a schema at a property, what a reference names in its place. */
export function property({ part, root }: SchemaPart, name: string): SchemaPart {
  const properties = keyword({ part, root }, 'properties');
  const found = isRecord(properties) ? properties[name] : undefined;
  return { part: found, root };
}

/** The names of the properties. */
export function propertyNames(schema: SchemaPart): readonly string[] {
  const properties = keyword(schema, 'properties');
  return isRecord(properties) ? Object.keys(properties) : [];
}

/** A keyword of a schema, or of what it refers to. */
export function keyword({ part, root }: SchemaPart, name: string): unknown {
  if (!isRecord(part)) return undefined;
  if (part[name] !== undefined) return part[name];
  const reference = part['$ref'];
  const [, id] = typeof reference === 'string' ? (/^#\/\$defs\/(.*)$/.exec(reference) ?? []) : [];
  const definitions = isRecord(root) ? root['$defs'] : undefined;
  return id === undefined || !isRecord(definitions)
    ? undefined
    : keyword({ part: definitions[id], root }, name);
}

/** The printed numbers of the clauses that a fact serves. */
export function clausesServed(schema: SchemaPart): readonly string[] {
  return texts(keyword(schema, 'x-clauses'));
}

/** The fields of a schema: one, or those of the object that it is. */
export function fieldsOf(schema: SchemaPart, path: Path, namesOf: NamesOf): readonly Field[] {
  const names = propertyNames(schema);
  if (names.length > 0) {
    const unit = unitOf(schema);
    return names
      .flatMap((name) => fieldsOf(property(schema, name), [...path, name], namesOf))
      .map((field) => (unit === undefined ? field : withUnit(field, unit)));
  }
  const kind = kindOf(schema, path, namesOf);
  if (kind === undefined) return [];
  const help = helpOf(schema);
  const name = String(path.at(-1) ?? '');
  return [{ path, label: labels[name] ?? help.replace(/\.$/, ''), help, kind }];
}

/** A description without what every date says of itself. */
export function helpOf(schema: SchemaPart): string {
  const description = keyword(schema, 'description');
  return typeof description === 'string'
    ? sentence(description.replace(' A calendar date, YYYY-MM-DD.', ''))
    : '';
}

function kindOf(schema: SchemaPart, path: Path, namesOf: NamesOf): FieldKind | undefined {
  const name = String(path.at(-1) ?? '');
  const allowed = keyword(schema, 'enum');
  if (Array.isArray(allowed)) {
    const leftOut = leftOutWords[name] ?? 'Unknown';
    return { kind: 'choice', groups: [{ options: optionsOf(texts(allowed), namesOf(path)) }], leftOut };
  }
  switch (keyword(schema, 'type')) {
    case 'boolean':
      return { kind: 'yes-no' };
    case 'number':
    case 'integer': {
      const unit = unitOf(schema);
      return { kind: 'number', ...(unit === undefined ? {} : { unit }) };
    }
    case 'string':
      return keyword(schema, 'format') === 'date'
        ? { kind: 'date' }
        : { kind: 'text', suggestions: texts(keyword(schema, 'examples')) };
    default:
      return undefined;
  }
}

/** Of what has an id and a name, which the schema both takes, the id, called by its name. */
function optionsOf(values: readonly string[], names: Names | undefined): readonly Option[] {
  if (names === undefined)
    return values.map((value) => ({ value, label: visible(valueWords[value] ?? value) }));
  const labelled = values
    .filter((value) => Object.hasOwn(names, value))
    .map((value) => ({ value, label: sentence(names[value] ?? value) }));
  const known = new Set(Object.values(names));
  const others = values.filter((value) => !Object.hasOwn(names, value) && !known.has(value));
  return [...labelled, ...others.map((value) => ({ value, label: visible(value) }))];
}

/** The unit that is meant, where it is one. */
function unitOf(schema: SchemaPart): string | undefined {
  const unit = keyword(schema, 'x-unit');
  return typeof unit === 'string' ? unit : undefined;
}

/** The one unit that a policy reads is proposed for the unit beside a value, where none is proposed yet. */
function withUnit(field: Field, unit: string): Field {
  return field.path.at(-1) === 'unit' && field.kind.kind === 'text' && field.kind.suggestions.length === 0
    ? { ...field, kind: { kind: 'text', suggestions: [unit] } }
    : field;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}
