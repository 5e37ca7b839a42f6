import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadEvaluator } from '../compiler/load-evaluator.ts';
import { caseCount, randomCases } from './random-cases.ts';
import { disagreements } from './same-results.ts';

/**
 * `npm run bench [-- <seed>]`: each contender in fresh processes, rounds alternating; medians. Prints the results and
 * keeps them in bench/RESULTS.md.
 */

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const evaluatorFile = here('../generated/ip0213-alemtuzumab/evaluator.ts');
const seed = Number(process.argv[2] ?? '20240301');
const rounds = 5;
const names = [
  'decide',
  'by-hand-keeping-nothing',
  'encode+decide',
  'by-hand-keeping-all',
  'determine',
  'JSON.parse',
];

const deciding = await measureDeciding();
const generating = await measureGenerating([1, 10, 100, 1000]);
const large: Large = await inProcess('large-policy.ts');
const examining = await measureExamining();
const text = report(deciding, generating, large, examining);
writeFileSync(here('RESULTS.md'), text + writtenByHand());
process.stdout.write(`\n${text}`);

/** The part of the results that no run of this writes: what stands from its mark on. */
function writtenByHand(): string {
  const before = readFileSync(here('RESULTS.md'), 'utf8');
  const start = before.indexOf('<!-- written by hand -->');
  return start < 0 ? '' : `\n${before.slice(start)}`;
}

interface Deciding {
  readonly name: string;
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

interface Timed {
  readonly milliseconds: number;
  /** Milliseconds of the processor, all threads together. */
  readonly processor: number;
  readonly files: number;
}

interface Generating {
  readonly count: number;
  readonly cold: Timed;
  readonly changed: Timed;
  readonly peakMegabytes: number;
}

/** One policy of 300 criteria over 40 histories. */
interface Large {
  readonly criteria: number;
  readonly clauses: number;
  readonly leaves: number;
  readonly events: number;
  readonly compiledMilliseconds: number;
  readonly encodeNanoseconds: number;
  readonly decideNanoseconds: number;
  readonly peakMegabytes: number;
}

/** What the solver is asked of policies. */
interface Examining {
  readonly what: 'analysis' | 'suite';
  /** So many criteria, or `shipped`: all policies of the repository. */
  readonly size: string;
  readonly policies: number;
  readonly clauses: number;
  readonly milliseconds: number;
  readonly processor: number;
  readonly undecided: number;
}

async function measureDeciding(): Promise<readonly Deciding[]> {
  const evaluator = await loadEvaluator(readFileSync(evaluatorFile, 'utf8'));
  const differing = disagreements(evaluator, randomCases(seed));
  if (differing.length > 0) {
    throw new Error(`The hand-written functions differ on ${differing.length} cases, as: ${differing[0]}`);
  }
  progress(`Equal results on ${caseCount} cases, seed ${seed}.`);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const name of names) {
      const { nanoseconds }: { readonly nanoseconds: number } = await inProcess(
        'contender.ts',
        name,
        evaluatorFile,
        String(seed),
      );
      times.get(name)?.push(nanoseconds);
      progress(`round ${round}: ${name} ${nanoseconds.toFixed(1)} ns`);
    }
  }
  return [...times].map(([name, all]) => {
    const sorted = all.sort((first, second) => first - second);
    return {
      name,
      median: sorted[Math.floor(sorted.length / 2)] ?? 0,
      least: sorted[0] ?? 0,
      greatest: sorted.at(-1) ?? 0,
    };
  });
}

async function measureGenerating(counts: readonly number[]): Promise<readonly Generating[]> {
  const results: Generating[] = [];
  for (const count of counts) {
    const result: Generating = await inProcess('generation.ts', String(count));
    results.push(result);
    progress(
      `${count} policies: ${Math.round(result.cold.milliseconds)} ms cold, ${Math.round(result.changed.milliseconds)} ms after a change`,
    );
  }
  return results;
}

async function measureExamining(): Promise<readonly Examining[]> {
  const rows: Examining[] = [];
  for (const what of ['analysis', 'suite']) {
    for (const size of ['75', '150', '300', 'shipped']) {
      const row: Examining = await inProcess('analysis.ts', what, size);
      rows.push(row);
      progress(`${what}, ${size}: ${(row.milliseconds / 1000).toFixed(1)} s, ${row.undecided} undecided`);
    }
  }
  return rows;
}

async function inProcess<T>(module: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', here(module), ...args], {
    cwd: here('..'),
    maxBuffer: 1 << 24,
  });
  const parsed: T = JSON.parse(stdout);
  return parsed;
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

function report(
  deciding: readonly Deciding[],
  generating: readonly Generating[],
  large: Large,
  examining: readonly Examining[],
): string {
  const median = (name: string) => deciding.find((row) => row.name === name)?.median ?? Number.NaN;
  const ratio = (first: string, second: string) => (median(first) / median(second)).toFixed(2);
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const load = loadavg()
    .map((each) => each.toFixed(1))
    .join(', ');
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `# Results of \`npm run bench\`

Machine: ${processor}, ${cpus().length} cores, ${memory} GiB, ${process.platform} ${process.arch}, Node.js ${process.version}.

## Deciding IP0213

${caseCount} distinct random cases (seed ${seed}), ${rounds} rounds, each contender in a fresh process each round, rounds
alternating. Nanoseconds of processor time a case, garbage collection included: the median of the rounds, each of which is
the median of its passes. The hand-written functions (\`bench/by-hand.ts\`) take the same case objects; outcome and all
clause statuses equal the evaluator's on all of these cases, asserted before anything is timed. The machine is shared:
mind the span beside each median (load average when this was written: ${load}).

| contender | median ns | least | greatest |
| --- | ---: | ---: | ---: |
${deciding.map((row) => `| ${row.name} | ${row.median.toFixed(0)} | ${row.least.toFixed(0)} | ${row.greatest.toFixed(0)} |`).join('\n')}

- \`decide\` (all statuses, from encoded leaves) to the hand-written function that keeps nothing: ${ratio('decide', 'by-hand-keeping-nothing')} (aim: at most 1). The latter reads the case object too; \`decide\` reads leaves that were encoded once.
- \`encode\` + \`decide\` to the hand-written function that keeps every status: ${ratio('encode+decide', 'by-hand-keeping-all')} (aim: at most 1.2).
- \`JSON.parse\` of one case, for scale: ${median('JSON.parse').toFixed(0)} ns.

## Generating

Synthetic policies of 30 criteria, all outputs written, each count in a fresh process. "One change" is the median of five
runs of a warm compiler, as \`--watch\` has it, each after an edit of one policy.

| policies | cold ms | processor ms | processor ms a policy | one change ms | processor ms | files rewritten | peak MiB |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${generating.map(generatingRow).join('\n')}

## A large policy

One policy of ${large.criteria} criteria (${large.clauses} clauses, ${large.leaves} distinct questions) over 40 histories, and a case with ${large.events} dated
events, in a fresh process. Compiled, types checked and all outputs written: ${Math.round(large.compiledMilliseconds)} ms, peak ${Math.round(large.peakMegabytes)} MiB. \`encode\`
of the case: ${Math.round(large.encodeNanoseconds / 1000)} microseconds; \`decide\`, all statuses: ${Math.round(large.decideNanoseconds)} ns.

## Analysing

Policies of so many criteria over 40 histories, which most criteria share with seven others, and all policies of the
repository, one after the other; each row in a fresh process. The solver's effort is counted in its own steps, so what is
undecided is the same on every machine; seconds are not.

| of | clauses | what | seconds | processor seconds | clauses undecided |
| --- | ---: | --- | ---: | ---: | ---: |
${examining.map(examiningRow).join('\n')}
`;
}

function examiningRow(row: Examining): string {
  const { what, size, policies, clauses, milliseconds, processor, undecided } = row;
  const of = size === 'shipped' ? `${policies} policies` : `${size} criteria`;
  const seconds = [milliseconds, processor].map((each) => (each / 1000).toFixed(1));
  return `| ${[of, clauses, what, ...seconds, undecided].join(' | ')} |`;
}

function generatingRow({ count, cold, changed, peakMegabytes }: Generating): string {
  const times = [
    cold.milliseconds,
    cold.processor,
    cold.processor / count,
    changed.milliseconds,
    changed.processor,
  ];
  return `| ${[count, ...times.map(Math.round), changed.files, Math.round(peakMegabytes)].join(' | ')} |`;
}
