import type {
  Agents,
  Choice,
  Leaf,
  Products,
  Reading,
  Reason,
  ReasonKind,
  Selection,
} from '../../../dsl/kernel/expression.ts';
import type { Axis, Kernel, NamedRow, Tables } from '../../../dsl/kernel/kernel.ts';
import { line } from './decide.ts';
import { stateMask } from './encode.ts';
import { everyEntryOf, milestoneOf } from './codes.ts';
import { reasonGroupOf } from './encode-reasons.ts';
import { trialConstant, trialTable } from './encode-trials.ts';
import { agentCodes, agentVerdicts, productVerdicts, type Shared } from './names.ts';
import {
  attributeOf,
  isOwn,
  layerLeafCount,
  ofKind,
  readsDrugs,
  type Plan,
  type PlannedLeaf,
} from './plan.ts';
import { wordsOf } from './prune.ts';
import { boundsList, boundsLiteral, limitCode, selectionConstant } from './specifications.ts';
import { join, list, source, type Code, piecesOf } from './quote.ts';
import * as drugs from './runtime/ask-drugs.ts';
import * as events from './runtime/ask-events.ts';
import * as trials from './runtime/ask-trials.ts';
import { askDiagnoses } from './runtime/ask-diagnoses.ts';
import * as ask from './runtime/ask.ts';

/** Prints what may be asked for, leaf by leaf, and the functions that word it. */
export function questionsSource(plan: Plan, shared: Shared): Code {
  const none = source`() => [],`;
  const lines = plan.leaves.map((planned) => {
    const asked = question(plan, planned, shared);
    const matter = wordsOf(asked.code).has('matter') ? source`matter` : source``;
    return line(source`(${matter}) => ${asked},`, ...planned.owners);
  });
  return join(
    [
      ...piecesOf(ask),
      askDiagnoses,
      ...piecesOf(drugs),
      ...piecesOf(events),
      ...piecesOf(trials),
      ...tables(plan, shared),
      source`
/** What would settle each leaf. */
const questions: readonly ((matter: Matter) => readonly Ask[])[] = [
  ${[...Array.from({ length: layerLeafCount }, () => none), ...lines]}
];`,
    ],
    '\n\n',
  );
}

function question(plan: Plan, { leaf }: PlannedLeaf, shared: Shared): Code {
  const { kernel } = plan;
  const { tables: vocabulary } = kernel;
  const selected = (selection: Selection) => selectionConstant(plan.codes, selection, shared);
  const productSet = (set: Products) => shared.bytes(productVerdicts(kernel, set));
  const agentSet = (set: Agents) => shared.bytes(agentVerdicts(kernel, set));
  switch (leaf.kind) {
    case 'threshold':
      return milestoneOf(leaf.at) === undefined
        ? source`askBirth(matter)`
        : source`askBirthAt(matter, ${plan.codes.anchors.indexOf(leaf.at)})`;
    case 'choice':
      return choiceQuestion(plan, leaf);
    case 'affirmed':
      return affirmedQuestion(leaf.register, leaf.id, vocabulary);
    case 'classified':
      return classifiedQuestion(plan, leaf);
    case 'finding': {
      const name = nameIn(vocabulary.findings, leaf.finding);
      const entry = source`matter.facts.findings?.[${leaf.finding}]`;
      return source`askFinding(${entry}, ${`findings.${leaf.finding}`}, ${name}, ${leaf.grade === 'documented'}, matter.on)`;
    }
    case 'judgement': {
      const name = nameIn(vocabulary.judgements, leaf.judgement);
      const entry = source`matter.facts.judgements?.[${leaf.judgement}]`;
      return source`askJudgement(${entry}, ${`judgements.${leaf.judgement}`}, ${name}, ${leaf.grade === 'documented'})`;
    }
    case 'regimen':
      return source`askRegimen(matter)`;
    case 'reason':
      return reasonQuestion(plan, leaf, shared);
    case 'treated':
      return source`askTreated(matter, ${productSet(leaf.products)}, ${leaf.samples}, ${isOwn(leaf.products, kernel)}, ${productNames(kernel, leaf.products)})`;
    case 'receiving': {
      const names = source`${productNames(kernel, leaf.products)}, ${agentNames(kernel, leaf.others)}`;
      return source`askReceiving(matter, ${productSet(leaf.products)}, ${leaf.months}, ${agentSet(leaf.others)}, ${isOwn(leaf.products, kernel)}, ${names})`;
    }
    case 'concurrent':
      if (leaf.sameIndication === true)
        return source`askSameIndication(matter, ${agentSet(leaf.agents)}, ${agentNames(kernel, leaf.agents)})`;
      return source`askConcurrent(matter, ${agentSet(leaf.agents)}, ${agentNames(kernel, leaf.agents)})`;
    case 'elapsed':
      return source`askElapsed(matter, ${productSet(leaf.products)}, ${leaf.months}, ${isOwn(leaf.products, kernel)}, ${productNames(kernel, leaf.products)})`;
    case 'counted':
      return source`askCounted(matter, ${selected(leaf.of)}, ${leaf.distinct === 'day'})`;
    case 'reading':
      return readingQuestion(plan, leaf, selected(leaf.of));
    case 'change':
      return source`askChanged(matter, ${selected(leaf.of)}, ${selected(leaf.baseline)}, ${leaf.as === 'percent'}, ${boundsLiteral(leaf.bounds, 0)})`;
    case 'run':
      return source`askRun(matter, ${selected(leaf.of)})`;
    case 'amount':
      return leaf.perValueOf === undefined
        ? source`askAmount(matter, ${leaf.unit})`
        : source`askAmountPer(matter, ${leaf.unit}, ${selected(everyEntryOf(leaf.perValueOf.event))})`;
    case 'trials': {
      const courses = source`${trialConstant(plan, leaf, shared)}, ${trialTable(plan, leaf)}`;
      const words = leaf.reasons === undefined ? 'was taken' : reasonWords(leaf.reasons);
      return source`askTrials(matter, ${courses}, ${leaf.least === 'every' ? 0 : leaf.least}, ${leaf.totalDays !== undefined}, ${words}, ${agentNames(kernel, leaf.agents)})`;
    }
  }
}

function choiceQuestion({ kernel }: Plan, leaf: Choice): Code {
  switch (leaf.field) {
    case 'kind':
      return source`[ask('request.kind', 'Whether this is a first request or a reauthorization')]`;
    case 'indication':
      return source`[ask('request.indication', 'What it is asked for: the indication')]`;
    case 'product':
      return source`[ask('request.product', 'Which product is asked for')]`;
    default: {
      const id = attributeOf(leaf) ?? '';
      const row = kernel.tables.attributes.find((each) => each.id === id);
      const values = alternatives((row?.values ?? []).map(({ name }) => name));
      return source`[ask(${`attributes.${id}`}, ${`The ${row?.name ?? id}${values === '' ? '' : `: ${values}`}`})]`;
    }
  }
}

function readingQuestion(
  { codes }: Plan,
  { which, bounds, relativeTo, minimum }: Reading,
  selection: Code,
): Code {
  const values = source`${boundsList(codes, bounds, relativeTo)}, ${limitCode(relativeTo)}`;
  if (which === 'mean') return source`askMean(matter, ${selection})`;
  if (which === 'every') return source`askEvery(matter, ${selection}, ${values}, ${minimum})`;
  return source`askLast(matter, ${selection}, ${values}, ${which === 'earliest'})`;
}

function affirmedQuestion(register: string, id: string, { specialties, commitments }: Tables): Code {
  if (register === 'commitments')
    return source`[ask(${`commitments.${id}`}, ${`Whether this is so: ${nameIn(commitments, id)}`})]`;
  const name = nameIn(specialties, id);
  const someone = `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
  const settle =
    register === 'specialties' ? `Whether the prescriber is ${someone}` : `Whether ${someone} was consulted`;
  return source`[ask(${`prescriber.${register}.${id}`}, ${settle})]`;
}

function classifiedQuestion({ kernel }: Plan, leaf: Extract<Leaf, { kind: 'classified' }>): Code {
  const index = kernel.tables.axes.findIndex(({ id }) => id === leaf.axis);
  const axis = kernel.tables.axes[index];
  if (axis === undefined) return source`[ask('diagnoses', 'The diagnosis')]`;
  return source`askCourse(matter, axis${index}, names${index}, ${stateMask(axis, leaf.among)}, ${leaf.grade === 'documented'})`;
}

function reasonQuestion(plan: Plan, leaf: Reason, shared: Shared): Code {
  const { kernel } = plan;
  const set = shared.bytes(agentVerdicts(kernel, leaf.agents));
  const table = source`reasons${reasonGroupOf(plan, leaf)}`;
  const words = source`${leaf.grade === 'documented'}, ${reasonWords(leaf.reasons)}`;
  const names = agentNames(kernel, leaf.agents);
  if (leaf.otherThan === undefined) return source`askReason(matter, ${set}, ${table}, ${words}, ${names})`;
  const firsts = shared.bytes(agentVerdicts(kernel, leaf.otherThan));
  const members = placesOf(kernel, leaf.otherThan.ingredients);
  return source`askOther(matter, ${set}, ${firsts}, ${list(members)}, ${table}, ${words}, ${names})`;
}

export function reasonWords(reasons: readonly ReasonKind[]): string {
  const words = {
    failure: 'failed',
    intolerance: 'was not tolerated',
    contraindication: 'is contraindicated',
  };
  return alternatives(
    (['failure', 'intolerance', 'contraindication'] as const)
      .filter((kind) => reasons.includes(kind))
      .map((kind) => words[kind]),
  );
}

/** Names side by side, as a person says them. */
export function alternatives(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

export function nameIn(rows: readonly NamedRow[], id: string): string {
  return rows.find((row) => row.id === id)?.name ?? id;
}

/** The names of a set that is short; what a long one is. */
function shortened(names: readonly string[], otherwise: string): string {
  return names.length > 6 ? otherwise : alternatives(names);
}

/** The products of a set by name. */
export function productNames({ tables: { products } }: Kernel, set: Products): string {
  return shortened(
    set.products.map((id) => nameIn(products, id)),
    'one of the products that the policy names',
  );
}

export function agentNames({ tables: { ingredients } }: Kernel, set: Agents): string {
  return shortened(
    set.ingredients.map((id) => nameIn(ingredients, id)),
    "one of the agents on the policy's list",
  );
}

function placesOf({ tables: { ingredients } }: Kernel, ids: readonly string[]): readonly number[] {
  return ids.map((id) => ingredients.findIndex((row) => row.id === id)).filter((place) => place >= 0);
}

/** The tables that only questions need. */
function tables(plan: Plan, shared: Shared): readonly Code[] {
  const { kernel } = plan;
  const { ingredients, axes } = kernel.tables;
  const paired = ofKind(plan, 'reason').some(({ leaf }) => leaf.otherThan !== undefined);
  const places = new Map(ingredients.map(({ id }, place) => [id, place]));
  const ofAgents = agentCodes(kernel.tables).map(({ ingredient }) => places.get(ingredient ?? '') ?? -1);
  const similar = ingredients
    .map((row, place) => ({
      place,
      others: placesOf(
        kernel,
        row.similar.filter((id) => id !== row.id),
      ),
    }))
    .filter(({ others }) => others.length > 0);
  const own = productVerdicts(kernel, { products: kernel.products, siblings: 'different' });
  return [
    ...nameTables(plan),
    ...(readsDrugs(plan) ? [source`const ownProduct = ${shared.bytes(own)};`] : []),
    ...(paired
      ? [
          source`
/** The ingredient of each agent by its place, and those of which a reviewer must say whether they are another. */
const agentIngredients = ${shared.words(ofAgents)};
const similarAgents = new Map<number, readonly number[]>([
  ${similar.map(({ place, others }) => source`[${place}, ${list(others)}],`)}
]);`,
        ]
      : []),
    ...axes.flatMap((axis, index) =>
      ofKind(plan, 'classified').some(({ leaf }) => leaf.axis === axis.id)
        ? [axisNames(plan, axis, index)]
        : [],
    ),
  ];
}

/** How events, conditions and milestones are called, by their places. */
function nameTables({ codes, kernel: { tables: vocabulary } }: Plan): readonly Code[] {
  const conditions = vocabulary.events.flatMap((row) => row.conditions);
  const milestones = codes.anchors.map((anchor) => milestoneOf(anchor));
  return [
    source`
const eventWords: readonly string[] = ${list(['', ...codes.events.map((id) => nameIn(vocabulary.events, id))])};
const conditionWords: readonly string[] = ${list(codes.conditions.map((id) => nameIn(conditions, id)))};`,
    source`
const anchorWords: readonly string[] = ${list(milestones.map((id) => (id === undefined ? 'the date of service' : nameIn(vocabulary.milestones, id))))};
const anchorFacts: readonly string[] = ${list(milestones.map((id) => (id === undefined ? '' : `dates.${id}`)))};`,
  ];
}

function axisNames(plan: Plan, axis: Axis, index: number): Code {
  const read = ofKind(plan, 'finding').map(({ leaf }) => leaf.finding);
  const settling = [...new Set(axis.states.flatMap(({ settledBy }) => settledBy))].filter((id) =>
    read.includes(id),
  );
  const lines = settling.map((id) => {
    const states = stateMask(
      axis,
      axis.states.filter(({ settledBy }) => settledBy.includes(id)).map((state) => state.id),
    );
    const name = nameIn(plan.kernel.tables.findings, id);
    return source`{ states: ${states}, name: ${name}, on: (facts, on) => findingOf(facts.findings?.[${id}], 1, on) },`;
  });
  return source`
const names${index}: AxisNames = {
  states: ${list(axis.states.map(({ name }) => name))},
  settling: [
    ${lines}
  ],
};`;
}
