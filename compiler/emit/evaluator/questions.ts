import type { Agents, Leaf, Products, Reason, ReasonKind } from '../../../dsl/kernel/expression.ts';
import type { Axis, Kernel, NamedRow } from '../../../dsl/kernel/kernel.ts';
import { line } from './decide.ts';
import { stateMask } from './encode.ts';
import { reasonGroupOf } from './encode-reasons.ts';
import { agentCodes, agentVerdicts, productVerdicts, type Shared } from './names.ts';
import { layerLeafCount, ofKind, readsDrugs, type Plan, type PlannedLeaf } from './plan.ts';
import { wordsOf } from './prune.ts';
import { join, list, source, type Code, piecesOf } from './quote.ts';
import * as drugs from './runtime/ask-drugs.ts';
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
  const isOwn = (set: Products) => set.products.includes(kernel.product);
  const productSet = (set: Products) => shared.bytes(productVerdicts(kernel, set));
  const agentSet = (set: Agents) => shared.bytes(agentVerdicts(kernel, set));
  switch (leaf.kind) {
    case 'threshold':
      return source`askBirth(matter)`;
    case 'choice':
      return leaf.field === 'kind'
        ? source`[ask('request.kind', 'Whether this is a first request or a reauthorization')]`
        : source`[ask('request.indication', 'What it is asked for: the indication')]`;
    case 'affirmed':
      return affirmedQuestion(leaf.register, leaf.id, nameIn(vocabulary.specialties, leaf.id));
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
      return source`askTreated(matter, ${productSet(leaf.products)}, ${leaf.samples}, ${isOwn(leaf.products)}, ${productNames(kernel, leaf.products)})`;
    case 'receiving': {
      const names = source`${productNames(kernel, leaf.products)}, ${agentNames(kernel, leaf.others)}`;
      return source`askReceiving(matter, ${productSet(leaf.products)}, ${leaf.months}, ${agentSet(leaf.others)}, ${isOwn(leaf.products)}, ${names})`;
    }
    case 'concurrent':
      return source`askConcurrent(matter, ${agentSet(leaf.agents)}, ${agentNames(kernel, leaf.agents)})`;
    case 'elapsed':
      return source`askElapsed(matter, ${productSet(leaf.products)}, ${leaf.months}, ${isOwn(leaf.products)}, ${productNames(kernel, leaf.products)})`;
  }
}

function affirmedQuestion(register: string, id: string, name: string): Code {
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

function reasonWords(reasons: readonly ReasonKind[]): string {
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
function alternatives(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function nameIn(rows: readonly NamedRow[], id: string): string {
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

function agentNames({ tables: { ingredients } }: Kernel, set: Agents): string {
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
  const own = productVerdicts(kernel, { products: [kernel.product], siblings: 'different' });
  return [
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
