import type { Axis, NamedRow } from '../../../dsl/kernel/kernel.ts';
import type { Choice, Leaf, Threshold } from '../../../dsl/kernel/expression.ts';
import { drugColumns, encodeDrugsSource } from './encode-drugs.ts';
import { line } from './decide.ts';
import { milestoneOf, wholeBounds } from './codes.ts';
import { anchorLines, anchorVocabulary, eventTerm, eventVocabulary } from './encode-events.ts';
import { mapLiteral, placeNames, productNames, type Shared } from './names.ts';
import {
  attributeOf,
  attributesRead,
  isAboutDrugs,
  isAboutEvents,
  layerLeaves,
  ofKind,
  readsDrugs,
  readsEvents,
  type Plan,
} from './plan.ts';
import { join, list, piecesOf, source, type Code } from './quote.ts';
import { course } from './runtime/course.ts';
import * as events from './runtime/events.ts';
import {
  ages,
  agesInDays,
  days,
  findings,
  folding,
  judgements,
  known,
  monthLengths,
  places,
  regimens,
  scope,
} from './runtime/values.ts';
import * as windows from './runtime/windows.ts';

/** The functions that leaves may need. */
const library = [
  days,
  folding,
  scope,
  places,
  ages,
  agesInDays,
  known,
  findings,
  judgements,
  regimens,
  monthLengths,
  ...piecesOf(windows),
  ...piecesOf(events),
  course,
];

/** Prints `encode` and all that it reads a case with. */
export function encodeSource(plan: Plan, shared: Shared): Code {
  const drugs = readsDrugs(plan) ? [encodeDrugsSource(plan, shared)] : [];
  return join([...vocabulary(plan), ...library, encodeFunction(plan, shared), ...drugs], '\n\n');
}

function encodeFunction(plan: Plan, shared: Shared): Code {
  const { kernel } = plan;
  const axes = kernel.tables.axes.filter(({ id }) =>
    ofKind(plan, 'classified').some(({ leaf }) => leaf.axis === id),
  );
  const isRead = (field: string) => ofKind(plan, 'choice').some(({ leaf }) => leaf.field === field);
  const simple = plan.leaves.filter(({ leaf }) => leaf.kind !== 'classified' && !isAboutDrugs(leaf));
  const body = [
    ...reads(plan),
    source`const on = day(request.dateOfService);`,
    source`leaves[${layerLeaves.scope}] = on < effective ? 0 : product === undefined ? 1 : isProduct(product) ? 3 : 0;`,
    source`leaves[${layerLeaves.mandate}] = mandate === 'requires' ? 3 : 0;`,
    source`leaves[${layerLeaves.plan}] = planDocument === 'covers' ? 1 : planDocument === 'excludes' ? 2 : 0;`,
    ...(isRead('indication')
      ? [source`const indication = placeIn(indicationNames, request.indication);`]
      : []),
    ...(isRead('product') ? [source`const asked = placeIn(requestNames, product);`] : []),
    ...attributesRead(plan).map(
      (id, place) =>
        source`const attribute${place} = placeIn(attributeNames${place}, facts.attributes?.[${id}]);`,
    ),
    ...anchorLines(plan, readsAnchors(plan)),
    ...(readsEvents(plan) ? [source`readEvents(facts, on);`] : []),
    ...simple.map(({ index, leaf, owners }) =>
      line(source`leaves[${index}] = ${simpleTerm(leaf, plan, shared)};`, ...owners),
    ),
    ...axes.flatMap((axis) => axisLines(plan, axis)),
    ...classifiedWithoutAxis(plan),
    ...(readsDrugs(plan) ? [source`encodeDrugs(facts, on, leaves);`] : []),
  ];
  return source`
const effective = day(${kernel.effective});

/**
 * Reads a case into \`leaves\`, one small integer a leaf: 0 not met, 1 unknown, 3 met, 5 unknown and for a reviewer to
 * judge. Names are resolved, dates compared and histories gone through here, once. The case must be a valid one.
 */
export function encode(facts: Facts, leaves: Uint8Array): void {
  if (leaves.length < leafCount) throw new RangeError('The buffer is too short.');
  ${body}
}`;
}

/** Takes apart what several leaves read, each part once. */
function reads(plan: Plan): readonly Code[] {
  const has = (...kinds: readonly Leaf['kind'][]) =>
    plan.leaves.some(({ leaf }) => kinds.includes(leaf.kind));
  const names = (words: readonly string[]) => ({ code: words.join(', ') });
  const readsKind = ofKind(plan, 'choice').some(({ leaf }) => leaf.field === 'kind');
  const isRead = (register: string) =>
    ofKind(plan, 'affirmed').some(({ leaf }) => leaf.register === register);
  const registers = ['specialties', 'consultations'].filter(isRead);
  const sections = [
    'request',
    ...(has('threshold') ? ['patient'] : []),
    ...(has('finding') ? ['findings'] : []),
    ...(has('judgement') ? ['judgements'] : []),
    ...(isRead('commitments') ? ['commitments'] : []),
  ];
  return [
    source`const { ${names(sections)} } = facts;`,
    source`const { ${names([...(readsKind ? ['kind'] : []), 'product', 'mandate', 'planDocument'])} } = request;`,
    ...(has('regimen')
      ? [source`const mgPerDay = request.regimen?.mgPerDay;`, source`const days = request.regimen?.days;`]
      : []),
    ...(registers.length > 0 ? [source`const prescriber = facts.prescriber;`] : []),
    ...registers.map((register) => source`const ${names([register])} = prescriber?.${names([register])};`),
  ];
}

function axisLines(plan: Plan, axis: Axis): readonly Code[] {
  const leaves = ofKind(plan, 'classified').filter(({ leaf }) => leaf.axis === axis.id);
  return [
    source`readCourse(axis${plan.kernel.tables.axes.indexOf(axis)}, facts, on);`,
    ...leaves.map(({ index, leaf, owners }) => {
      const among = stateMask(axis, leaf.among);
      const term = leaf.grade === 'plain' ? source`isWithin(onFile, ${among})` : source`isOnRecord(${among})`;
      return line(source`leaves[${index}] = ${term};`, ...owners);
    }),
  ];
}

/** A leaf about an axis that the vocabulary lacks is unknown. */
function classifiedWithoutAxis(plan: Plan): readonly Code[] {
  const lacks = ({ leaf }: { readonly leaf: { readonly axis: string } }) =>
    !plan.kernel.tables.axes.some(({ id }) => id === leaf.axis);
  return ofKind(plan, 'classified')
    .filter(lacks)
    .map(({ index, owners }) => line(source`leaves[${index}] = 1;`, ...owners));
}

/** States of an axis as the bits of a number. */
export function stateMask(axis: Axis, ids: readonly string[]): number {
  return axis.states.reduce((mask, { id }, place) => (ids.includes(id) ? mask | (1 << place) : mask), 0);
}

function simpleTerm(leaf: Leaf, plan: Plan, shared: Shared): Code {
  if (isAboutEvents(leaf)) return eventTerm(leaf, plan, shared);
  switch (leaf.kind) {
    case 'threshold':
      return ageTerm(leaf, plan);
    case 'amount':
      return eventTerm(leaf, plan, shared);
    case 'choice':
      return choiceTerm(leaf, plan);
    case 'affirmed':
      return source`yesOrNo(${{ code: leaf.register }}?.${key(leaf.id)})`;
    case 'finding':
      return source`findingOf(findings?.${key(leaf.finding)}, ${leaf.grade === 'plain' ? 3 : 1}, on)`;
    case 'judgement':
      return source`judged(judgements?.${key(leaf.judgement)}, ${leaf.grade === 'plain' ? 3 : 1})`;
    case 'regimen':
      return source`isRegimen(mgPerDay, days, ${leaf.mgPerDay}, ${leaf.days})`;
    default:
      throw new Error(`A leaf of kind ${leaf.kind} is not answered from one fact.`);
  }
}

/** Whether something is counted from an anchor that the columns of a pass read. */
function readsAnchors(plan: Plan): boolean {
  return (
    readsEvents(plan) ||
    plan.leaves.some(({ leaf }) => leaf.kind === 'trials') ||
    plan.codes.anchors.length > 1
  );
}

function ageTerm({ unit, at, bounds }: Threshold, { codes }: Plan): Code {
  const { least, most } = wholeBounds(bounds);
  const day = milestoneOf(at) === undefined ? source`on` : source`anchors[${codes.anchors.indexOf(at)}]!`;
  if (unit === 'days') return source`isAgedInDays(patient?.birthDate, ${day}, ${least}, ${most})`;
  return source`isAged(patient?.birthDate, ${day}, ${unit === 'years' ? 384 : 32}, ${least}, ${most})`;
}

/** A key of an optional object, after `?.`. */
function key(id: string): Code {
  return source`[${id}]`;
}

function choiceTerm(leaf: Choice, plan: Plan): Code {
  const { tables } = plan.kernel;
  if (leaf.field === 'kind') {
    const kinds = leaf.among.filter((id) => id === 'initial' || id === 'reauthorization');
    return oneOfTerm(source`kind`, source`undefined`, kinds);
  }
  const among = (rows: readonly NamedRow[]) =>
    leaf.among.map((given) => 1 + rows.findIndex(({ id }) => id === given)).filter((place) => place > 0);
  const none = source`-1`;
  if (leaf.field === 'indication') return oneOfTerm(source`indication`, none, among(tables.indications));
  if (leaf.field === 'product') return oneOfTerm(source`asked`, none, among(tables.products));
  const attribute = attributeOf(leaf) ?? '';
  const given = source`attribute${attributesRead(plan).indexOf(attribute)}`;
  return oneOfTerm(given, none, among(valuesOf(plan, attribute)));
}

function oneOfTerm(given: Code, missing: Code, values: readonly (string | number)[]): Code {
  if (values.length === 0) return source`${given} === ${missing} ? 1 : 0`;
  const tests = join(
    values.map((value) => source`${given} === ${value}`),
    ' || ',
  );
  return source`${given} === ${missing} ? 1 : ${tests} ? 3 : 0`;
}

function valuesOf({ kernel }: Plan, attribute: string): readonly NamedRow[] {
  return kernel.tables.attributes.find(({ id }) => id === attribute)?.values ?? [];
}

/** The names and codes that a case may hold, as far as the policy reads them. */
function vocabulary(plan: Plan): readonly Code[] {
  const { kernel } = plan;
  const { tables } = kernel;
  const isRead = (field: string) => ofKind(plan, 'choice').some(({ leaf }) => leaf.field === field);
  const classified = ofKind(plan, 'classified');
  return [
    source`/** The spellings of the products that the policy is about. */
const productNames = new Set<string>(${list(productNames(kernel))});`,
    mapLiteral('indicationNames', 'Indications by id and by name.', placeNames(tables.indications)),
    ...(isRead('product')
      ? [mapLiteral('requestNames', 'Products by id and by name.', placeNames(tables.products))]
      : []),
    ...attributesRead(plan).map((id, place) =>
      mapLiteral(`attributeNames${place}`, 'Values by id and by name.', placeNames(valuesOf(plan, id))),
    ),
    ...anchorVocabulary(plan),
    ...eventVocabulary(plan),
    ...(readsDrugs(plan) ? drugColumns(plan) : []),
    ...tables.axes.flatMap((axis, index) =>
      classified.some(({ leaf }) => leaf.axis === axis.id) ? [axisSource(axis, index)] : [],
    ),
  ];
}

function axisSource(axis: Axis, index: number): Code {
  if (axis.states.length > 30) throw new Error(`The axis ${axis.id} has more than 30 states.`);
  const maskOf = (test: (state: Axis['states'][number]) => boolean) =>
    stateMask(
      axis,
      axis.states.filter(test).map(({ id }) => id),
    );
  const conditions = [...new Set(axis.states.map(({ condition }) => condition))];
  const plain = (code: string) => code.replace('.', '').toUpperCase();
  const codes = [...new Set(axis.codes.map(({ code }) => plain(code)))].map((code) => ({
    spellings: [
      ...new Set([code, ...axis.codes.map((row) => row.code).filter((given) => plain(given) === code)]),
    ],
    rows: axis.codes.filter((row) => plain(row.code) === code),
  }));
  const row = ({ from, until, states }: Axis['codes'][number]) =>
    source`{ from: ${bound(from, 0)}, until: ${bound(until, 0x7fffffff)}, states: ${stateMask(axis, states)} }`;
  return source`
/** ${{ code: axis.id.replace(/[^\w-]/g, '') }}: the states from the lowest bit on, as the vocabulary lists them. */
const axis${index}: Axis = {
  everything: ${2 ** (axis.states.length + 1) - 1},
  prevailing: ${maskOf(({ prevails }) => prevails)},
  active: ${maskOf(({ activity }) => activity === 'active')},
  nonactive: ${maskOf(({ activity }) => activity === 'nonactive')},
  conditions: new Map([
    ${conditions.map((condition) => source`[${condition}, ${maskOf((state) => state.condition === condition)}],`)}
  ]),
  codes: new Map([
    ${codes.flatMap(({ spellings, rows }) =>
      spellings.map((spelling) => source`[${spelling}, [${join(rows.map(row), ', ')}]],`),
    )}
  ]),
};`;
}

function bound(date: string | undefined, otherwise: number): Code {
  return date === undefined ? source`${otherwise}` : source`day(${date})`;
}
