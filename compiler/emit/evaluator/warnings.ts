import type { Leaf } from '../../../dsl/kernel/expression.ts';
import { reasonGroupOf } from './encode-reasons.ts';
import { trialTable } from './encode-trials.ts';
import { agentVerdicts, productVerdicts, type Shared } from './names.ts';
import { isOwn, ofKind, readsDrugs, readsEvents, type Plan, type PlannedLeaf } from './plan.ts';
import { wordsOf } from './prune.ts';
import { join, source, type Code, piecesOf } from './quote.ts';
import * as runtime from './runtime/warnings.ts';

/** Prints `warningsOf`: what a reader of a determination has to know about the file. */
export function warningsSource(plan: Plan, shared: Shared): Code {
  const { nextReview } = plan.kernel;
  const review = nextReview === undefined ? [] : [source`const nextReview: string = ${nextReview};`];
  return join(
    [...piecesOf(runtime), ...review, ...sampleFunction(plan, shared), warningsFunction(plan, shared)],
    '\n\n',
  );
}

function warningsFunction(plan: Plan, shared: Shared): Code {
  const { kernel } = plan;
  const { tables, nextReview } = kernel;
  const axes = tables.axes.flatMap((axis, index) =>
    ofKind(plan, 'classified').some(({ leaf }) => leaf.axis === axis.id) ? [index] : [],
  );
  const findings = [...new Set(ofKind(plan, 'finding').map(({ leaf }) => leaf.finding))];
  const nameOf = (id: string) => tables.findings.find((row) => row.id === id)?.name ?? id;
  const weak = ofKind(plan, 'reason').flatMap(({ index, leaf, owners }) => {
    if (leaf.otherThan === undefined || !leaf.reasons.includes('contraindication')) return [];
    const clause = kernel.clauses.find(({ id }) => id === owners[0])?.number ?? 'A limb of the criteria';
    return [
      source`...weakWarnings(matter, ${index}, ${shared.bytes(agentVerdicts(kernel, leaf.otherThan))}, ${clause}),`,
    ];
  });
  const lines = [
    ...(nextReview === undefined ? [] : [source`...reviewWarnings(matter),`]),
    ...(has(plan, 'threshold') ? [source`...birthWarnings(matter),`] : []),
    ...(axes.length > 0 ? [source`...lateDiagnosisWarnings(matter),`] : []),
    ...axes.map((index) => source`...codeWarnings(matter, axis${index}),`),
    ...axes.map((index) => source`...diagnosisWarnings(matter, axis${index}, names${index}),`),
    ...(readsDrugs(plan)
      ? [source`...drugWarnings(matter, (drug, index, agent) => servesAsSample(matter, drug, index, agent)),`]
      : []),
    ...(readsEvents(plan) ? [source`...eventWarnings(matter),`] : []),
    ...(readsOwn(plan) ? [source`...priorWarnings(matter),`] : []),
    ...findings.map(
      (id) =>
        source`...findingWarnings(matter.facts.findings?.[${id}], ${`findings.${id}`}, ${nameOf(id)}, matter.on),`,
    ),
    ...weak,
  ];
  return source`
function warningsOf(${lines.length === 0 ? source`_` : source`matter`}: Matter): Remark[] {
  return [
    ${lines}
  ];
}`;
}

/** Whether an entry that is a sample would have served some leaf, had it been supplied. */
function sampleFunction(plan: Plan, shared: Shared): readonly Code[] {
  if (!readsDrugs(plan)) return [];
  const tests = plan.leaves.flatMap((planned) => sampleTest(plan, planned, shared));
  const body =
    tests.length === 0 ? [source`return false;`] : [source`return (`, ...joined(tests), source`);`];
  const uses = (word: string) => tests.some(({ code }) => wordsOf(code).has(word));
  const name = (word: string) => ({ code: uses(word) ? word : `_${word}` });
  return [
    source`
function servesAsSample(${name('matter')}: Matter, ${name('drug')}: DrugEntry, ${name('index')}: number, ${name('agent')}: number): boolean {
  ${body}
}`,
  ];
}

function joined(tests: readonly Code[]): readonly Code[] {
  return tests.map((test, place) => source`  ${test}${{ code: place < tests.length - 1 ? ' ||' : '' }}`);
}

function sampleTest(plan: Plan, { leaf }: PlannedLeaf, shared: Shared): readonly Code[] {
  const { kernel } = plan;
  switch (leaf.kind) {
    case 'treated': {
      if (leaf.samples) return [];
      return [
        source`both(${shared.bytes(productVerdicts(kernel, leaf.products))}[agent]!, drugsGiven[index]!) !== 0`,
      ];
    }
    case 'receiving': {
      const given = source`both(${shared.bytes(productVerdicts(kernel, leaf.products))}[agent]!, drugsGiven[index]!)`;
      return [
        source`both(${given}, isRecent(drug, index, matter.on - ${leaf.months} * 32, matter.on)) !== 0`,
      ];
    }
    case 'reason': {
      const table = source`reasons${reasonGroupOf(plan, leaf)}`;
      const set = shared.bytes(agentVerdicts(kernel, leaf.agents));
      return [
        source`(${set}[agent] !== 0 && ${table}[drugMarks[index]!] === 0 && ${table}[drugMarks[index]! - 1] !== 0)`,
      ];
    }
    case 'trials': {
      const table = trialTable(plan, leaf);
      const counts = source`${shared.bytes(agentVerdicts(kernel, leaf.agents))}[agent] !== 0`;
      return leaf.reasons === undefined
        ? [source`(${counts} && drugsGiven[index] !== 0)`]
        : [source`(${counts} && ${table}[drugMarks[index]!] === 0 && ${table}[drugMarks[index]! - 1] !== 0)`];
    }
    default:
      return [];
  }
}

function has(plan: Plan, kind: Leaf['kind']): boolean {
  return plan.leaves.some(({ leaf }) => leaf.kind === kind);
}

function readsOwn(plan: Plan): boolean {
  return plan.leaves.some(({ leaf }) => 'products' in leaf && isOwn(leaf.products, plan.kernel));
}
