import { codeFrameColumns } from '@babel/code-frame';
import { mutantKinds, type Mutant } from '../suite/mutants.ts';
import type { Mutation } from '../suite/mutation.ts';

/** What became of an evaluator's mutants, by kind, and each survivor where it stands. */
export function mutationText(name: string, cases: number, mutation: Mutation): string {
  const { mutants, killed, equivalent, survivors, spellings } = mutation;
  const count = (of: readonly Mutant[], kind: string) => of.filter((mutant) => mutant.kind === kind).length;
  const rows = mutantKinds.map((kind) => [
    kind,
    ...[mutants, killed, equivalent, survivors].map((of) => String(count(of, kind))),
  ]);
  const total = ['all', ...[mutants, killed, equivalent, survivors].map(({ length }) => String(length))];
  const lines = [['', 'made', 'killed', 'same', 'left'], ...rows, total].map(([kind = '', ...counts]) =>
    `  ${kind.padEnd(18)}${counts.map((each) => each.padStart(8)).join('')}`.trimEnd(),
  );
  return [
    `${name}: ${mutants.length} mutants of what encodes and decides, on ${cases} cases`,
    ...lines,
    `  Not mutated: the spellings of names (${spellings.join(', ')}), and what only words a determination.`,
    ...survivors.map((mutant) => survivorText(mutation.text, mutant)),
    '',
  ].join('\n');
}

function survivorText(text: string, { kind, name, start, end }: Mutant): string {
  const frame = codeFrameColumns(
    text,
    { start: placeOf(text, start), end: placeOf(text, end) },
    { linesAbove: 0, linesBelow: 0 },
  );
  return `\n  ${kind}: ${name.replaceAll(/\s+/g, ' ').slice(0, 120)}\n${frame}`;
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
