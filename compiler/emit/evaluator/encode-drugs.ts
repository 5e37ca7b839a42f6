import type { DrugLines } from './drug-lines.ts';
import type { Agents, Products } from '../../../dsl/kernel/expression.ts';
import { line } from './decide.ts';
import { agentNames, agentVerdicts, mapLiteral, productVerdicts, type Shared } from './names.ts';
import { reasonGroups, reasonLines, reasonTables } from './encode-reasons.ts';
import { trialLines } from './encode-trials.ts';
import { isAboutDrugs, isOwn, type Plan, type PlannedLeaf } from './plan.ts';
import { wordsOf } from './prune.ts';
import { join, source, type Code, piecesOf } from './quote.ts';
import * as runtime from './runtime/drugs.ts';
import * as trials from './runtime/trials.ts';
import { monthEnds, verdicts } from './runtime/values.ts';

/** The columns that drug entries are read into, and the names of agents. */
export function drugColumns(plan: Plan): readonly Code[] {
  return [
    mapLiteral(
      'agentNames',
      'Products and ingredients by id and by name.',
      agentNames(plan.vocabulary, plan.kernel.tables),
    ),
  ];
}

/** Prints `encodeDrugs`: one pass over the drug history for all leaves that read it. */
export function encodeDrugsSource(plan: Plan, shared: Shared): Code {
  const leaves = plan.leaves.filter(({ leaf }) => isAboutDrugs(leaf));
  const groups = reasonGroups(plan);
  const lines = [
    priorCourseLines(plan, shared),
    ...reasonLines(plan, groups, shared),
    ...leaves.map((planned) => leafLines(plan, planned, shared)),
    ...trialLines(plan, shared),
  ];
  const phase = (name: keyof DrugLines) => lines.flatMap((each) => each[name]);
  return join(
    [
      verdicts,
      monthEnds,
      ...piecesOf(runtime),
      ...piecesOf(trials),
      ...reasonTables(groups),
      source`
/** One pass over the drug history, for all leaves that read it. */
function encodeDrugs(facts: Facts, on: number, leaves: Uint8Array): void {
  const drugs = facts.drugs ?? noDrugs;
  reserveDrugs(drugs.length);
  ${[...neededUnlisted([...phase('before'), ...phase('after')]), ...phase('before')]}
  for (let index = 0; index < drugs.length; index += 1) {
    const drug = drugs[index]!;
    if (!readDrug(drug, index, on)) continue;
    ${[...neededLocals(phase('each')), ...phase('each')]}
  }
  ${phase('after')}
}`,
    ],
    '\n\n',
  );
}

/** What the list leaves out, as far as some leaf asks. */
function neededUnlisted(lines: readonly Code[]): readonly Code[] {
  if (!wordsOf(join(lines, '\n').code).has('unlisted')) return [];
  return [
    source`// What the list leaves out may be anything, unless it is the whole history.`,
    source`const unlisted = facts.drugsComplete === true ? 0 : 1;`,
  ];
}

/** What several leaves read of an entry, as far as some leaf does. */
function neededLocals(lines: readonly Code[]): readonly Code[] {
  const words = wordsOf(join(lines, '\n').code);
  return [
    ...(words.has('agent') ? [source`const agent = drugAgents[index]!;`] : []),
    ...(words.has('given') ? [source`const given = drugsGiven[index]!;`] : []),
  ];
}

/** Whether the product was given before, where a reauthorization of what a complete history lacks contradicts itself. */
function priorCourseLines(plan: Plan, shared: Shared): DrugLines {
  if (!plan.leaves.some(({ leaf }) => 'products' in leaf && isOwn(leaf.products, plan.kernel))) {
    return { before: [], each: [], after: [] };
  }
  const own = shared.bytes(
    productVerdicts(plan.kernel, { products: plan.kernel.products, siblings: 'different' }),
  );
  return {
    before: [source`let prior = 0;`],
    each: [source`prior |= ${own}[agent]! & given;`],
    after: [
      source`// A reauthorization of what a complete history lacks is a contradiction.`,
      source`const unlistedOwn = prior === 0 && facts.request.kind === 'reauthorization' ? 1 : unlisted;`,
    ],
  };
}

function unlistedOf(plan: Plan, products: Products): Code {
  return isOwn(products, plan.kernel) ? source`unlistedOwn` : source`unlisted`;
}

function leafLines(plan: Plan, { index, leaf, owners }: PlannedLeaf, shared: Shared): DrugLines {
  const products = (set: Products) => source`${shared.bytes(productVerdicts(plan.kernel, set))}[agent]!`;
  const agents = (set: Agents) => source`${shared.bytes(agentVerdicts(plan.kernel, set))}[agent]!`;
  const store = (value: Code) => line(source`leaves[${index}] = ${value};`, ...owners);
  switch (leaf.kind) {
    case 'treated': {
      const supplied = leaf.samples ? source`given` : source`both(given, isSupplied(index))`;
      return {
        before: [source`let l${index} = 0;`],
        each: [source`l${index} |= both(${products(leaf.products)}, ${supplied});`],
        after: [store(source`greatest(l${index} | ${unlistedOf(plan, leaf.products)})`)],
      };
    }
    case 'concurrent':
      return {
        before: [source`let l${index} = unlisted;`],
        each: [
          leaf.sameIndication === true
            ? source`l${index} |= both(both(${agents(leaf.agents)}, given), isOngoing(drug, index, on) & isSameIndication(drug.indication, facts.request.indication));`
            : source`l${index} |= both(both(${agents(leaf.agents)}, given), isOngoing(drug, index, on));`,
        ],
        after: [store(source`greatest(l${index})`)],
      };
    case 'elapsed':
      return elapsedLines(
        index,
        leaf.months,
        products(leaf.products),
        unlistedOf(plan, leaf.products),
        store,
      );
    case 'receiving':
      return receivingLines(index, leaf.months, {
        products: products(leaf.products),
        others: agents(leaf.others),
        unlistedProducts: unlistedOf(plan, leaf.products),
        store,
      });
    default:
      return { before: [], each: [], after: [] };
  }
}

function elapsedLines(
  index: number,
  months: number,
  products: Code,
  unlisted: Code,
  store: (value: Code) => Code,
): DrugLines {
  return {
    before: [
      source`let counted${index} = 1;`,
      source`let l${index} = 3;`,
      source`let review${index} = 0;`,
      source`const limit${index} = monthsBefore(on, ${months});`,
    ],
    each: [
      source`const course${index} = both(${products}, given);`,
      source`if (course${index} !== 0) {`,
      source`  const since = greatest(negated(course${index}) | isSince(index, limit${index}, on));`,
      source`  counted${index} |= course${index} & 3;`,
      source`  l${index} &= since & 3;`,
      source`  review${index} |= since & 4;`,
      source`}`,
    ],
    after: [
      source`// With no dose on record there is nothing to count from.`,
      source`l${index} &= counted${index} & (3 - ${unlisted} - ${unlisted});`,
      store(source`l${index} === 1 ? 1 | review${index} : l${index}`),
    ],
  };
}

interface ReceivingParts {
  readonly products: Code;
  readonly others: Code;
  readonly unlistedProducts: Code;
  readonly store: (value: Code) => Code;
}

function receivingLines(index: number, months: number, parts: ReceivingParts): DrugLines {
  return {
    before: [
      source`let l${index} = 0;`,
      source`let atLeast${index} = 0;`,
      source`let atMost${index} = 0;`,
      source`const limit${index} = on - ${months} * 32;`,
    ],
    each: [
      source`const supply${index} = both(both(${parts.products}, given), isSupplied(index));`,
      source`if (supply${index} !== 0) {`,
      source`  l${index} |= both(supply${index}, isRecent(drug, index, limit${index}, on));`,
      source`  if (supply${index} === 3) atLeast${index} = Math.max(atLeast${index}, earliestLastDay(index, on));`,
      source`  atMost${index} = Math.max(atMost${index}, latestLastDay(index, on));`,
      source`}`,
    ],
    after: [
      source`// A course that the list leaves out may be the latest.`,
      source`const latest${index} = unlisted === 1 || atMost${index} === 0 ? on : atMost${index};`,
      source`let later${index} = unlisted;`,
      source`for (let index = 0; index < drugs.length; index += 1) {`,
      source`  const agent = drugAgents[index]!;`,
      source`  if (agent < 0) continue;`,
      source`  const other = both(${parts.others}, drugsGiven[index]!);`,
      source`  if (other !== 0) later${index} |= both(other, isBegunAfter(index, atLeast${index}, latest${index}));`,
      source`}`,
      parts.store(
        source`both(greatest(l${index} | ${parts.unlistedProducts}), negated(greatest(later${index})))`,
      ),
    ],
  };
}
