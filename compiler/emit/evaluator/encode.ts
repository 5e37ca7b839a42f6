import type { Axis } from '../../../dsl/kernel/kernel.ts';
import type { Choice, Leaf } from '../../../dsl/kernel/expression.ts';
import { drugColumns, encodeDrugsSource } from './encode-drugs.ts';
import { line } from './decide.ts';
import { indicationNames, mapLiteral, productNames, type Shared } from './names.ts';
import { isAboutDrugs, layerLeaves, ofKind, readsDrugs, type Plan } from './plan.ts';
import { join, list, source, verbatim, type Code } from './quote.ts';
import { course } from './runtime/course.ts';
import { ages, days, findings, folding, judgements, known, regimens, scope } from './runtime/values.ts';

/** The functions that leaves may need. */
const library = [days, folding, scope, ages, known, findings, judgements, regimens, course];

/** Prints `encode` and all that it reads a case with. */
export function encodeSource(plan: Plan, shared: Shared): Code {
  const drugs = readsDrugs(plan) ? [encodeDrugsSource(plan, shared)] : [];
  return join([...vocabulary(plan), ...library, encodeFunction(plan), ...drugs], '\n\n');
}

function encodeFunction(plan: Plan): Code {
  const { kernel } = plan;
  const axes = kernel.tables.axes.filter(({ id }) =>
    ofKind(plan, 'classified').some(({ leaf }) => leaf.axis === id),
  );
  const readsIndication = ofKind(plan, 'choice').some(({ leaf }) => leaf.field === 'indication');
  const simple = plan.leaves.filter(({ leaf }) => leaf.kind !== 'classified' && !isAboutDrugs(leaf));
  const body = [
    ...reads(plan),
    source`const on = day(request.dateOfService);`,
    source`leaves[${layerLeaves.scope}] = on < effective ? 0 : product === undefined ? 1 : isProduct(product) ? 3 : 0;`,
    source`leaves[${layerLeaves.mandate}] = mandate === 'requires' ? 3 : 0;`,
    source`leaves[${layerLeaves.plan}] = planDocument === 'covers' ? 1 : planDocument === 'excludes' ? 2 : 0;`,
    ...(readsIndication ? [source`const indication = indicationOf(request.indication);`] : []),
    ...simple.map(({ index, leaf, owners }) =>
      line(source`leaves[${index}] = ${simpleTerm(leaf, plan)};`, ...owners),
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
  const registers = ['specialties', 'consultations'].filter((register) =>
    ofKind(plan, 'affirmed').some(({ leaf }) => leaf.register === register),
  );
  const sections = [
    'request',
    ...(has('threshold') ? ['patient'] : []),
    ...(has('finding') ? ['findings'] : []),
    ...(has('judgement') ? ['judgements'] : []),
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

function simpleTerm(leaf: Leaf, plan: Plan): Code {
  switch (leaf.kind) {
    case 'threshold':
      return source`isAged(patient?.birthDate, ${leaf.least}, on)`;
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

/** A key of an optional object, after `?.`. */
function key(id: string): Code {
  return source`[${id}]`;
}

function choiceTerm(leaf: Choice, plan: Plan): Code {
  const given = leaf.field === 'kind' ? source`kind` : source`indication`;
  const { indications } = plan.kernel.tables;
  const values =
    leaf.field === 'kind'
      ? leaf.among.filter((id) => id === 'initial' || id === 'reauthorization')
      : leaf.among
          .map((id) => 1 + indications.findIndex((row) => row.id === id))
          .filter((place) => place > 0);
  const missing = leaf.field === 'kind' ? source`undefined` : source`-1`;
  if (values.length === 0) return source`${given} === ${missing} ? 1 : 0`;
  const tests = join(
    values.map((value) => source`${given} === ${value}`),
    ' || ',
  );
  return source`${given} === ${missing} ? 1 : ${tests} ? 3 : 0`;
}

/** The names and codes that a case may hold, as far as the policy reads them. */
function vocabulary(plan: Plan): readonly Code[] {
  const { kernel } = plan;
  const { tables } = kernel;
  const indications = ofKind(plan, 'choice').some(({ leaf }) => leaf.field === 'indication');
  const classified = ofKind(plan, 'classified');
  return [
    source`/** The spellings of the product that the policy is about. */
const productNames = new Set<string>(${list(productNames(kernel))});`,
    ...(indications
      ? [
          mapLiteral('indicationNames', 'Indications by id and by name.', indicationNames(tables)),
          indicationOf,
        ]
      : []),
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

const indicationOf = verbatim(`
/** The place of an indication; 0 for one that the vocabulary lacks, -1 for none. */
function indicationOf(name: string | undefined): number {
  if (name === undefined) return -1;
  return indicationNames.get(name) ?? indicationNames.get(fold(name)) ?? 0;
}`);
