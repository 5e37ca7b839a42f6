import { isRecord } from '../../compiler/case-files/values.ts';
import type { DeskData } from '../../compiler/site/desk-data.ts';
import {
  fieldsOf,
  clausesServed,
  helpOf,
  keyword,
  property,
  propertyNames,
  type Field,
  type NamesOf,
  type SchemaPart,
} from './fields.ts';
import { sentence } from './words.ts';
import { keyOf, listAt, valueAt, type Path, type Tree } from './tree.ts';

/** One question of the form: what is asked together. */
export interface Question {
  /** As `findings.hiv-infection`, `drugs` or `events.hba1c`. */
  readonly key: string;
  readonly title: string;
  readonly help: string;
  /** The printed numbers of the clauses that it serves, in printed order. */
  readonly clauses: readonly string[];
  readonly form: QuestionForm;
}

export type QuestionForm =
  /** Fields at places of the case. */
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  /** A finding: its grade alone is short for an object that has nothing else. */
  | { readonly kind: 'finding'; readonly id: string; readonly fields: readonly Field[] }
  | RowsForm;

/** A list of entries, of events those of one kind; the fields' places are below an entry. */
export interface RowsForm {
  readonly kind: 'rows';
  readonly list: 'diagnoses' | 'drugs' | 'events';
  /** The kind of event. */
  readonly event?: string;
  /** What an entry is called. */
  readonly noun: string;
  readonly fields: readonly Field[];
  /** Says that the list is the whole history, where one may. */
  readonly complete?: Field;
}

/** Every question of the schema, those about the request first and then in the schema's order. */
export function questionsOf(desk: DeskData): readonly Question[] {
  const root = { part: desk.schema, root: desk.schema };
  const namesOf = namesIn(desk);
  const at = (...path: readonly string[]) => path.reduce(property, root);
  const fields = (...path: readonly string[]) => fieldsOf(at(...path), path, namesOf);
  const single = (key: string, title: string, ...path: readonly string[]): Question => ({
    key,
    title: sentence(title),
    help: '',
    clauses: clausesServed(at(...path)),
    form: { kind: 'fields', fields: fields(...path) },
  });
  const { names } = desk;
  const each = (list: string, title: (id: string) => string) =>
    propertyNames(at(list)).map((id) => single(`${list}.${id}`, title(id), list, id));
  return [
    requestQuestion(at('request'), fields('request'), desk),
    single('patient.birthDate', 'Date of birth', 'patient', 'birthDate'),
    ...propertyNames(at('prescriber', 'specialties')).map((id): Question => {
      const practitioner = names.specialties[id] ?? id;
      const places = ['specialties', 'consultations'].map(
        (register) => ['prescriber', register, id] as const,
      );
      return {
        key: `prescriber.${id}`,
        title: sentence(`Prescriber: ${practitioner}`),
        help: '',
        clauses: [...new Set(places.flatMap((place) => clausesServed(at(...place))))],
        form: { kind: 'fields', fields: places.flatMap((place) => fields(...place)) },
      };
    }),
    {
      key: 'diagnoses',
      title: 'Diagnoses on file',
      help: helpOf(at('diagnoses')),
      clauses: clausesServed(at('diagnoses')),
      form: {
        kind: 'rows',
        list: 'diagnoses',
        noun: 'diagnosis',
        fields: rowFields(at('diagnoses'), 'diagnoses', namesOf),
      },
    },
    {
      key: 'drugs',
      title: 'Drug history',
      help: helpOf(at('drugs')),
      clauses: clausesServed(at('drugs')),
      form: {
        kind: 'rows',
        list: 'drugs',
        noun: 'course',
        fields: rowFields(at('drugs'), 'drugs', namesOf),
        ...completeField(fields('drugsComplete')),
      },
    },
    ...propertyNames(at('findings')).map((id): Question => ({
      key: `findings.${id}`,
      title: sentence(names.findings[id] ?? id),
      help: '',
      clauses: clausesServed(at('findings', id)),
      form: { kind: 'finding', id, fields: findingFields(at('findings', id), ['findings', id], namesOf) },
    })),
    ...each('judgements', (id) => `A reviewer’s judgement: ${names.judgements[id] ?? id}`),
    ...eventQuestions(desk, at('events'), namesOf),
    ...each('dates', (id) => `The day of ${names.milestones[id] ?? id}`),
    ...each('attributes', (id) => names.attributes[id] ?? id),
    ...each('commitments', (id) => `The individual ${names.commitments[id] ?? id}`),
  ];
}

function completeField([field]: readonly Field[]): { readonly complete?: Field } {
  return field === undefined ? {} : { complete: { ...field, label: 'The list is the whole history' } };
}

/** Of the request, what only some policies read is left out where this one does not. */
function requestQuestion(schema: SchemaPart, fields: readonly Field[], { names }: DeskData): Question {
  const isRead = ({ path: [, name] }: Field) =>
    (name !== 'regimen' && name !== 'quantity') || clausesServed(property(schema, String(name))).length > 0;
  return {
    key: 'request',
    title: 'The request',
    help: '',
    clauses: [],
    form: {
      kind: 'fields',
      fields: fields
        .map((field) => (isRead(field) ? field : { ...field, isSeldom: true as const }))
        .map((field) => (keyOf(field.path) === 'request/product' ? withCovered(field, names.covered) : field))
        .map((field) =>
          field.path[1] === 'quantity'
            ? { ...field, label: `Quantity: ${field.label.toLowerCase()}` }
            : field,
        ),
    },
  };
}

/** The products that the policy is about before all others. */
function withCovered(field: Field, covered: readonly string[]): Field {
  if (field.kind.kind !== 'choice') return field;
  const options = field.kind.groups.flatMap((group) => group.options);
  return {
    ...field,
    kind: {
      ...field.kind,
      groups: [
        { label: 'This policy', options: options.filter(({ value }) => covered.includes(value)) },
        { label: 'Others', options: options.filter(({ value }) => !covered.includes(value)) },
      ],
    },
  };
}

const seldom = ['shownBy', 'indication', 'doseReached', 'reference'];

function rowFields(schema: SchemaPart, list: string, namesOf: NamesOf): readonly Field[] {
  const items = { part: keyword(schema, 'items'), root: schema.root };
  const isRead = (name: string) => unitIn(property(items, name)) !== undefined;
  return fieldsOf(items, [], (path) => namesOf([list, 0, ...path])).map((field) => {
    const name = String(field.path[0]);
    const named =
      name === 'doseReached' ? { ...field, label: `Dose held: ${field.label.toLowerCase()}` } : field;
    return seldom.includes(name) && !isRead(name) ? { ...named, isSeldom: true as const } : named;
  });
}

function unitIn(schema: SchemaPart): unknown {
  return keyword(schema, 'x-unit');
}

function findingFields({ part, root }: SchemaPart, path: Path, namesOf: NamesOf): readonly Field[] {
  return fieldsOf({ part: keyword({ part, root }, 'else'), root }, path, namesOf);
}

/** A question a kind of event: the rule for it says what its value's units are, and which circumstances it knows. */
function eventQuestions(desk: DeskData, schema: SchemaPart, namesOf: NamesOf): readonly Question[] {
  const items = { part: keyword(schema, 'items'), root: schema.root };
  const rules = keyword(items, 'allOf');
  const common = rowFields(schema, 'events', namesOf).filter(({ path: [name] }) => name !== 'event');
  return (Array.isArray(rules) ? rules : []).flatMap((rule: unknown) => {
    const then = { part: isRecord(rule) ? rule['then'] : undefined, root: schema.root };
    const given = { part: isRecord(rule) ? rule['if'] : undefined, root: schema.root };
    const kinds = keyword(property(given, 'event'), 'enum');
    const fields = eventFields(then, common, desk);
    return (Array.isArray(kinds) ? kinds : []).map((kind: unknown): Question => {
      const id = String(kind);
      return {
        key: `events.${id}`,
        title: sentence(desk.names.events[id] ?? id),
        help: '',
        clauses: clausesServed(then),
        form: { kind: 'rows', list: 'events', event: id, noun: 'entry', fields },
      };
    });
  });
}

function eventFields(rule: SchemaPart, common: readonly Field[], { names }: DeskData): readonly Field[] {
  const isMeasured = property(rule, 'value').part !== false;
  const own = fieldsOf(property(rule, 'unit'), ['unit'], () => undefined);
  const circumstances = fieldsOf(property(rule, 'conditions'), ['conditions'], () => undefined).map(
    (field) => ({ ...field, label: sentence(names.circumstances[String(field.path[1])] ?? field.label) }),
  );
  return common.flatMap((field) => {
    const [name] = field.path;
    if (name === 'value' || name === 'reference') return isMeasured ? [field] : [];
    if (name === 'unit') return isMeasured ? own : [];
    return name === 'evidence' ? [...circumstances, field] : [field];
  });
}

/** The vocabulary's names at a place of the case. */
function namesIn({ names }: DeskData): NamesOf {
  return (path) => {
    const [first, second, third] = path;
    if (first === 'request')
      return second === 'product' ? names.products : second === 'indication' ? names.indications : undefined;
    if (first === 'diagnoses') return third === 'condition' ? names.conditions : undefined;
    if (first === 'drugs') return third === 'indication' ? names.indications : undefined;
    if (first === 'attributes') return names.values[String(second)];
    return undefined;
  };
}

/** Whether anything that a question asks is on file. */
export function isAnswered({ form }: Question, tree: Tree): boolean {
  if (form.kind === 'rows') return entriesOf(form, tree).length > 0 || isComplete(form, tree) !== undefined;
  return form.fields.some(
    ({ path }) => valueAt(tree, path.slice(0, form.kind === 'finding' ? 2 : path.length)) !== undefined,
  );
}

/** Which entries of a list a question is about. */
export function entriesOf({ list, event }: RowsForm, tree: Tree): readonly number[] {
  return listAt(tree, [list]).flatMap((entry, index) =>
    event === undefined || (isRecord(entry) && entry['event'] === event) ? [index] : [],
  );
}

/** Whether the list is said to be the whole history; nothing where that is not said. */
export function isComplete({ event, complete }: RowsForm, tree: Tree): unknown {
  if (complete !== undefined) return valueAt(tree, complete.path);
  return event !== undefined && listAt(tree, ['complete']).includes(event) ? true : undefined;
}
