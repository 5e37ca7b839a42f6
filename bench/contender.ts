import { readFileSync } from 'node:fs';
import { Bench } from 'tinybench';
import { loadEvaluator } from '../compiler/load-evaluator.ts';
import type { CaseRecord } from '../dsl/kernel/case.ts';
import { loadByHand } from './load-by-hand.ts';
import { randomCases } from './random-cases.ts';

/**
 * One contender in a process of its own: `contender.ts <name> <evaluator.ts> <seed>`. Prints nanoseconds a case, the
 * median of passes over all cases after a warm-up, and the outcomes' counts as a check.
 */

const [name = '', evaluatorFile = '', seed = '1'] = process.argv.slice(2);
const evaluator = await loadEvaluator(readFileSync(evaluatorFile, 'utf8'));
const { decideKeepingAll, decideKeepingNothing } = await loadByHand();
const cases = randomCases(Number(seed));
const work = contenders()[name];
if (work === undefined) throw new RangeError(`There is no contender '${name}'.`);
process.stdout.write(JSON.stringify(measure(work)));

/** Decides the case at a place and returns the code of its outcome. */
type Work = (index: number) => number;

function contenders(): Readonly<Record<string, Work>> {
  const { decide, encode, determine, leafCount, clauseCount, outcomes } = evaluator;
  const statuses = new Uint8Array(clauseCount);
  const leaves = new Uint8Array(leafCount);
  const at = (index: number): CaseRecord => {
    const record = cases[index];
    if (record === undefined) throw new RangeError('There is no such case.');
    return record;
  };
  const encoded = cases.map((record) => {
    const own = new Uint8Array(leafCount);
    encode(record, own);
    return own;
  });
  const codes = new Map<string, number>(outcomes.map((outcome, code) => [outcome, code]));
  return {
    decide: (index) => decide(encoded[index] ?? leaves, statuses),
    'encode+decide': (index) => {
      encode(at(index), leaves);
      return decide(leaves, statuses);
    },
    determine: (index) => codes.get(determine(at(index)).outcome) ?? -1,
    'by-hand-keeping-nothing': (index) => decideKeepingNothing(at(index)),
    'by-hand-keeping-all': (index) => decideKeepingAll(at(index), statuses),
    'JSON.parse': textLength(),
  };
}

/** What it costs to parse one case from its text, for scale. */
function textLength(): Work {
  const texts = cases.map((record) => JSON.stringify(record));
  return (index) => {
    const parsed: CaseRecord = JSON.parse(texts[index] ?? '');
    return parsed.request.kind === 'initial' ? 1 : 0;
  };
}

function measure(decideAt: Work): {
  readonly nanoseconds: number;
  readonly passes: number;
  readonly outcomes: readonly number[];
} {
  const bench = new Bench({
    warmupTime: 700,
    warmupIterations: 3,
    time: 1000,
    iterations: 5,
    // Time of the processor, so that what else runs on the machine counts less; garbage collection is in it.
    now: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    throws: true,
  });
  bench.add(name, () => {
    let sum = 0;
    for (let index = 0; index < cases.length; index += 1) sum += decideAt(index);
    if (sum < 0) throw new RangeError('An outcome has no code.');
  });
  const [task] = bench.runSync();
  if (task?.result.state !== 'completed') throw new Error(`The measuring of '${name}' did not end.`);
  const outcomes = [0, 0, 0, 0, 0];
  for (let index = 0; index < cases.length; index += 1) {
    const code = decideAt(index);
    outcomes[code] = (outcomes[code] ?? 0) + 1;
  }
  const { latency } = task.result;
  return { nanoseconds: (latency.p50 * 1e6) / cases.length, passes: latency.samplesCount, outcomes };
}
