import type { CompiledPolicy } from '../compiled-policy.ts';
import { evaluator } from '../emit/evaluator/evaluator.ts';
import { casesBeside } from './boundary.ts';
import { decide, decisionOf } from './decision.ts';
import { sameInDeciding } from './equivalence.ts';
import { layerLeafCount, planOf } from '../emit/evaluator/plan.ts';
import { decidingPart, mutantsOf, parseEvaluator, type Mutant } from './mutants.ts';
import { judgeFor, loaderFor, type Expected } from './run-mutant.ts';
import type { Suite, SuiteCase } from './suite.ts';
import { withhold } from './record-facts.ts';

/** What became of the mutants of a policy's evaluator. */
export interface Mutation {
  readonly text: string;
  readonly mutants: readonly Mutant[];
  readonly killed: readonly Mutant[];
  /** Proved to decide as the evaluator does, whatever the case. */
  readonly equivalent: readonly Mutant[];
  /** No case tells them apart, and no proof is known. */
  readonly survivors: readonly Mutant[];
  /** Declarations that hold spellings of names alone, of which no mutant is made. */
  readonly spellings: readonly string[];
}

/** Runs every mutant of an evaluator on the cases of a suite, and on those without a fact that it lists. */
export function mutationOf(
  policy: Pick<CompiledPolicy, 'kernel' | 'digest' | 'name' | 'source'>,
  suite: Suite,
): Mutation {
  const text = evaluator(policy);
  const file = parseEvaluator(text);
  const part = decidingPart(file);
  const loader = loaderFor(text, part);
  const judge = judgeFor(policy.kernel);
  const cases = recordsOf(suite).map(judge.expected);
  const mutants = mutantsOf(file);
  const left = mutants.filter((mutant) => !isKilled(loader, judge, mutant, cases));
  const equivalent = new Set(left.filter((mutant) => sameInDeciding(policy.kernel, file, mutant)));
  return {
    text,
    mutants,
    killed: mutants.filter((mutant) => !left.includes(mutant)),
    equivalent: [...equivalent],
    survivors: left.filter((mutant) => !equivalent.has(mutant)),
    spellings: part.spellings,
  };
}

/** The suite with cases about the points where answers turn: one for each mutant that the others let live. */
export function withBoundaryCases(
  policy: Pick<CompiledPolicy, 'kernel' | 'digest' | 'name' | 'source'>,
  suite: Suite,
): Suite {
  const text = evaluator(policy);
  const file = parseEvaluator(text);
  const loader = loaderFor(text, decidingPart(file));
  const judge = judgeFor(policy.kernel);
  const decision = decisionOf(policy.kernel);
  const records = suite.cases.map(({ record }) => record);
  const beside = casesBeside(decision, records);
  const pool = beside.map(({ record }) => judge.expected(record));
  const original = loader.load();
  const leafCount = planOf(policy.kernel).leaves.length + layerLeafCount;
  const read = pool.map((given) => {
    const leaves = new Uint8Array(leafCount);
    original.rest();
    original.encode(given.record, leaves);
    return { given, leaves };
  });
  const distinct = [...new Map(read.map((each) => [each.leaves.join(' '), each])).values()];
  const cases = recordsOf(suite).map(judge.expected);
  const chosen = new Set<Expected>();
  for (const mutant of mutantsOf(file)) {
    if (isKilled(loader, judge, mutant, [...cases, ...chosen])) continue;
    if (sameInDeciding(policy.kernel, file, mutant)) continue;
    const decider = loaded(loader, mutant);
    if (decider === undefined) continue;
    // What reads a case alike decides it alike, unless the slip is in the part that decides.
    const telling = onlyDecides.has(mutant.declaration)
      ? distinct.find(({ given }) => judge.tells(decider, [given]))
      : read.find(
          ({ given, leaves }) =>
            judge.readsOtherwise(decider, given.record, leaves) && judge.tells(decider, [given]),
        );
    if (telling !== undefined) chosen.add(telling.given);
  }
  const further = [...chosen].map((each, turn): SuiteCase => {
    const base = suite.cases[beside[pool.indexOf(each)]?.base ?? 0];
    const facts = beside[pool.indexOf(each)]?.facts ?? [];
    const { outcome, layer, statuses } = decide(decision, each.record);
    return {
      name: `boundary-${String(turn + 1).padStart(3, '0')}`,
      about: `The made-up request of ${base?.name ?? ''}, but ${facts.join(' and ')} says something else: ${outcome}.`,
      record: each.record,
      outcome,
      layer,
      clauses: Object.fromEntries(
        policy.kernel.printed.map((id) => [id, statuses.get(id)?.truth ?? 'unknown'] as const),
      ),
      purpose: 'boundary',
    };
  });
  return { ...suite, cases: [...suite.cases, ...further] };
}

/** Declarations that only `decide` needs. */
const onlyDecides: ReadonlySet<string> = new Set([
  'conclude',
  'conclusion',
  'conclusions',
  'decide',
  'layers',
  'not',
  'outcomes',
]);

function loaded(loader: ReturnType<typeof loaderFor>, mutant: Mutant) {
  try {
    return loader.load(mutant);
  } catch {
    return undefined;
  }
}

function recordsOf({ cases, withheld }: Suite) {
  return [
    ...cases.map(({ record }) => record),
    ...withheld.flatMap(({ from, fact }) => {
      const record = cases.find(({ name }) => name === from)?.record;
      return record === undefined ? [] : [withhold(record, fact)];
    }),
  ];
}

function isKilled(
  loader: ReturnType<typeof loaderFor>,
  judge: ReturnType<typeof judgeFor>,
  mutant: Mutant,
  cases: readonly Expected[],
): boolean {
  const [first] = cases;
  if (first === undefined) return false;
  try {
    const decider = loader.load(mutant);
    return judge.tells(decider, cases) || judge.tellsBuffers(decider, first);
  } catch {
    // A text that can't even be loaded is no evaluator.
    return true;
  }
}
