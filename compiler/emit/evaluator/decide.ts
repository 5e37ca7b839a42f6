import type { Expression } from '../../../dsl/kernel/expression.ts';
import { join, source, verbatim, type Code } from './quote.ts';
import { wordsOf } from './prune.ts';
import { layerLeaves, type Plan } from './plan.ts';

/** Prints `decide`: one line a clause, branch-free, from the leaves alone; and the rule that the layers follow. */
export function decideSource(plan: Plan): Code {
  const { kernel, coverage } = plan;
  const terms = kernel.clauses.map(({ expression }) => term(plan, expression));
  const covered = term(plan, coverage);
  const dosing = kernel.dosing === undefined ? source`3` : term(plan, kernel.dosing);
  const inScope = source`leaves[${layerLeaves.scope}]!`;
  const scope = kernel.scope === undefined ? inScope : source`(${inScope} & ${term(plan, kernel.scope)})`;
  const used = wordsOf(join([...terms, covered, dosing, scope], '\n').code);
  const clauses = kernel.clauses.map(({ id }, index) => {
    const stored = source`(clauses[${index}] = ${terms[index] ?? source`1`});`;
    return line(used.has(`c${index}`) ? source`const c${index} = ${stored}` : stored, id);
  });
  return source`
/** The outcomes, by the code that \`decide\` returns. */
export const outcomes = ['notApplicable', 'pended', 'denied', 'modified', 'approved'] as const;

/** The place of the leaf that tells whether the policy speaks of the product and is in force. */
const scopeLeaf = ${layerLeaves.scope};

/** The places of the leaves that tell whether a mandate requires it (3), and what the plan says (1 covers, 2 excludes). */
const mandateLeaf = ${layerLeaves.mandate};
const planLeaf = ${layerLeaves.plan};

/** The layers, by their code. */
const layers = ['scope', 'mandate', 'plan', 'policy'] as const;

${join([negation, counting, layerRule], '\n\n')}

/**
 * Decides from encoded leaves: returns the outcome's code and leaves the status of every clause in \`clauses\`
 * (0 not met, 1 unknown, 3 met). It allocates nothing, and what it takes does not depend on the case.
 */
export function decide(leaves: Uint8Array, clauses: Uint8Array): number {
  return conclude(leaves, clauses) & 7;
}

/** The code of the outcome, and above its three bits that of the layer that decided. */
function conclude(leaves: Uint8Array, clauses: Uint8Array): number {
  if (leaves.length < leafCount || clauses.length < clauseCount) throw new RangeError('The buffers are too short.');
  ${clauses}
  const coverage = ${covered};
  const dosing = ${dosing};
  const layer = ${scope} | (leaves[${layerLeaves.mandate}]! << 2) | (leaves[${layerLeaves.plan}]! << 4);
  return conclusions[layer | (coverage << 6) | (dosing << 8)]!;
}
`;
}

/** A line of source with the ids of clauses beside it; nothing else of an author's gets into a comment. */
export function line(code: Code, ...ids: readonly string[]): Code {
  const safe = ids.filter((id) => /^[\w$.-]+$/.test(id));
  return safe.length === 0 ? code : { code: `${code.code} // ${safe.join(', ')}` };
}

/** The thermometer code of an expression as one term. */
function term(plan: Plan, expression: Expression): Code {
  switch (expression.kind) {
    case 'all':
      return operation(plan, expression.of, ' & ', 3);
    case 'any':
      return operation(plan, expression.of, ' | ', 0);
    case 'atLeast':
      return countTerm(plan, expression.count, expression.of);
    case 'not':
      return source`not(${term(plan, expression.of)})`;
    case 'clause':
      return source`c${plan.clauseIndex(expression.id)}`;
    default:
      return source`(leaves[${plan.leafIndex(expression)}]! & 3)`;
  }
}

function operation(plan: Plan, parts: readonly Expression[], operator: ' & ' | ' | ', empty: number): Code {
  const [first] = parts;
  if (first === undefined) return source`${empty}`;
  if (parts.length === 1) return term(plan, first);
  return source`(${join(
    parts.map((part) => term(plan, part)),
    operator,
  )})`;
}

function countTerm(plan: Plan, count: number, parts: readonly Expression[]): Code {
  if (count <= 0) return source`3`;
  if (count > parts.length) return source`0`;
  return source`nthGreatest(${count}, ${join(
    parts.map((part) => source`spread(${term(plan, part)})`),
    ' + ',
  )})`;
}

const negation = verbatim(`
/** Swaps met and not met, and leaves unknown: 0b0111 holds the three answers, two bits each. */
function not(status: number): number {
  return (0b0111 >> (status << 1)) & 3;
}`);

const counting = verbatim(`
/** Puts the two bits of a status so far apart that sums of many do not meet. */
function spread(status: number): number {
  return (status & 1) | ((status & 2) << 15);
}

/** The n-th greatest of statuses, from the sum of them spread: a bit is set where n or more have it. */
function nthGreatest(count: number, sum: number): number {
  return ((count - 1 - (sum & 0xffff)) >>> 31) | (((count - 1 - (sum >>> 16)) >>> 31) << 1);
}`);

const layerRule = verbatim(`
/** What follows from each layer: scope and coverage and dosing in two bits, whether a mandate requires, what the plan says. */
const conclusions = Uint8Array.from({ length: 1024 }, (_, index) =>
  conclusion(index & 3, (index >> 2) & 3, (index >> 4) & 3, (index >> 6) & 3, index >> 8),
);

function conclusion(scope: number, mandate: number, plan: number, coverage: number, dosing: number): number {
  const by = (layer: (typeof layers)[number], outcome: (typeof outcomes)[number]) =>
    outcomes.indexOf(outcome) | (layers.indexOf(layer) << 3);
  if (scope !== 3) return by('scope', scope === 0 ? 'notApplicable' : 'pended');
  if (mandate === 3) return by('mandate', 'approved');
  if (plan === 2) return by('plan', 'denied');
  if (coverage === 1) return by('policy', 'pended');
  if (coverage === 0) return plan === 1 ? by('plan', 'approved') : by('policy', 'denied');
  if (dosing === 1) return by('policy', 'pended');
  return by('policy', dosing === 3 ? 'approved' : 'modified');
}`);
