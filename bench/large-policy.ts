import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseRecord } from '../dsl/kernel/case.ts';
import { generate } from '../compiler/generate.ts';
import { loadEvaluator } from '../compiler/load-evaluator.ts';
import { createCompiler } from '../compiler/pipeline.ts';
import { largePolicy } from './large-text.ts';

/**
 * One policy of 300 criteria over 40 histories, in a process of its own: prints the time of compiling it, types
 * checked and all outputs written, and of deciding a case with 10 events of each kind.
 */

const criteriaCount = 300;
const historyCount = 40;
const eventsOfEach = 10;

const root = mkdtempSync(join(tmpdir(), 'triplicate-bench-'));
try {
  mkdirSync(join(root, 'policies', 'large'), { recursive: true });
  writeFileSync(join(root, 'policies', 'large', 'policy.ts'), largePolicy(criteriaCount, historyCount));
  const compiler = createCompiler({ root });
  const began = performance.now();
  const { diagnostics, written } = await generate(root, await compiler.compile());
  const compiled = performance.now() - began;
  if (written === undefined)
    throw new Error(diagnostics.find(({ severity }) => severity === 'error')?.message);
  const evaluator = await loadEvaluator(
    readFileSync(join(root, 'generated', 'large', 'evaluator.ts'), 'utf8'),
  );
  const leaves = new Uint8Array(evaluator.leafCount);
  const clauses = new Uint8Array(evaluator.clauseCount);
  const record = largeCase();
  const time = (turns: number, work: () => void): number => {
    const passes = Array.from({ length: 9 }, () => {
      const { user } = process.cpuUsage();
      for (let turn = 0; turn < turns; turn += 1) work();
      return ((process.cpuUsage().user - user) * 1000) / turns;
    });
    return passes.sort((first, second) => first - second)[4] ?? Number.NaN;
  };
  const encoding = time(500, () => evaluator.encode(record, leaves));
  const deciding = time(100_000, () => void evaluator.decide(leaves, clauses));
  process.stdout.write(
    JSON.stringify({
      criteria: criteriaCount,
      clauses: evaluator.clauseCount,
      leaves: evaluator.leafCount,
      events: record.events?.length,
      compiledMilliseconds: compiled,
      encodeNanoseconds: encoding,
      decideNanoseconds: deciding,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    }),
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** A made-up case with ten events of every kind, a month apart. */
function largeCase(): CaseRecord {
  const kinds = Array.from({ length: historyCount }, (_, place) => ({
    event: place % 2 === 0 ? `measure-${place}` : `event-${place}`,
    measured: place % 2 === 0,
  }));
  return {
    request: {
      kind: 'initial',
      product: 'service',
      indication: 'condition',
      dateOfService: '2024-12-31',
    },
    complete: kinds.map(({ event }) => event),
    events: kinds.flatMap(({ event, measured }) =>
      Array.from({ length: eventsOfEach }, (_, month) => ({
        event,
        on: `2024-${String(month + 1).padStart(2, '0')}-15`,
        evidence: 'documented' as const,
        ...(measured ? { value: 20 * month, unit: 'mg/dL' } : {}),
      })),
    ),
  };
}
