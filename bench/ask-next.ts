import { fileURLToPath } from 'node:url';
import { evaluator as evaluatorText } from '../compiler/emit/evaluator/evaluator.ts';
import { loadEvaluator, type EvaluatorModule } from '../compiler/load-evaluator.ts';
import { createCompiler } from '../compiler/pipeline.ts';
import type { CaseRecord, FindingEntry } from '../dsl/kernel/case.ts';
import type { Determination, MissingFact } from '../dsl/kernel/determination.ts';
import type { Kernel } from '../dsl/kernel/kernel.ts';
import { answered, drawOf, type Draw } from './hidden-case.ts';

/**
 * How many questions it takes to decide, asking what `next.first` says, and asking in printed order. Each policy's own
 * cases are hidden, in variants with findings, judgements, statements about the prescriber and commitments drawn anew, and
 * what they leave out drawn too; only the request is known at first. Prints a table in Markdown.
 */

const variants = 6;
const root = fileURLToPath(new URL('..', import.meta.url));
const { policies } = await createCompiler({ root }).compile();
const rows: string[] = [];
const totals: { readonly printed: number[]; readonly suggested: number[] } = { printed: [], suggested: [] };

for (const compiled of policies) {
  const module = await loadEvaluator(evaluatorText(compiled));
  const printed: number[] = [];
  const suggested: number[] = [];
  let undecided = 0;
  for (const { name, record } of compiled.cases) {
    for (let variant = 0; variant < variants; variant += 1) {
      const draw = drawOf(`${compiled.name} ${name} ${variant}`);
      const hidden = variant === 0 ? record : redrawn(record, compiled.kernel, draw);
      const [first, second] = [inPrintedOrder, inSuggestedOrder].map((order) =>
        questionsTo(module, hidden, compiled.kernel, draw, order),
      );
      if (first === undefined || second === undefined) undecided += 1;
      else if (first > 0 || second > 0) {
        printed.push(first);
        suggested.push(second);
      }
    }
  }
  totals.printed.push(...printed);
  totals.suggested.push(...suggested);
  rows.push(row(compiled.name, printed, suggested, undecided));
}

process.stdout.write(
  [
    '| policy | hidden cases | printed order: mean | median | suggested: mean | median | fewer | not decided by either |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    row('all', totals.printed, totals.suggested, 0),
    '',
  ].join('\n'),
);

type Order = (determination: Determination) => readonly MissingFact[];

function inPrintedOrder({ missing }: Determination): readonly MissingFact[] {
  return missing;
}

/** What is suggested; where it cannot be answered, what the shortest list has, then printed order. */
function inSuggestedOrder({ next, missing }: Determination): readonly MissingFact[] {
  return [...(next === undefined ? [] : [next.first, ...next.shortest]), ...missing];
}

/** How many questions decide a hidden case; undefined where no question that can be answered is left. */
function questionsTo(
  module: EvaluatorModule,
  hidden: CaseRecord,
  kernel: Kernel,
  draw: Draw,
  order: Order,
): number | undefined {
  let known: CaseRecord = { request: hidden.request };
  const asked = new Map<string, number>();
  for (let count = 0; count < 200; count += 1) {
    const determination = module.determine(known);
    if (determination.outcome !== 'pended') return count;
    const question = order(determination).find((each) => (asked.get(keyOf(each)) ?? 0) < 2);
    if (question === undefined) return undefined;
    asked.set(keyOf(question), (asked.get(keyOf(question)) ?? 0) + 1);
    const next = answered(known, question, hidden, kernel, draw);
    // What cannot be answered is not asked again, and was no question.
    if (next === undefined) {
      asked.set(keyOf(question), 2);
      count -= 1;
    } else known = next;
  }
  return undefined;
}

function keyOf({ fact, settle }: MissingFact): string {
  return fact === 'complete' ? settle : fact;
}

/** The case with what is short to say drawn anew, each with a chance of a half. */
function redrawn(record: CaseRecord, { tables }: Kernel, draw: Draw): CaseRecord {
  const again = <T>(word: string, value: T, drawn: T): T => (draw(`again ${word}`) < 0.5 ? drawn : value);
  const flags = (values: Readonly<Record<string, boolean>> | undefined, word: string) =>
    Object.fromEntries(
      Object.entries(values ?? {}).map(([id, value]) => [
        id,
        again(`${word} ${id}`, value, draw(`${word} ${id}`) < 0.5),
      ]),
    );
  const findings = tables.findings.map(({ id }): [string, FindingEntry] => [
    id,
    again(id, record.findings?.[id] ?? 'absent', draw(`new ${id}`) < 0.4 ? 'documented' : 'absent'),
  ]);
  return {
    ...record,
    prescriber: {
      specialties: flags(record.prescriber?.specialties, 'specialties'),
      consultations: flags(record.prescriber?.consultations, 'consultations'),
    },
    findings: Object.fromEntries(findings),
    commitments: flags(record.commitments, 'commitments'),
  };
}

function row(
  name: string,
  printed: readonly number[],
  suggested: readonly number[],
  undecided: number,
): string {
  const fewer = 1 - mean(suggested) / mean(printed);
  const cells = [
    printed.length,
    mean(printed).toFixed(2),
    median(printed),
    mean(suggested).toFixed(2),
    median(suggested),
    `${(fewer * 100).toFixed(0)} %`,
    undecided,
  ];
  return `| ${[name, ...cells].join(' | ')} |`;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((first, second) => first - second)[Math.floor(numbers.length / 2)] ?? 0;
}
