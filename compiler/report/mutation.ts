import { codeFrameColumns } from '@babel/code-frame';
import { mutantKinds, type Mutant } from '../suite/mutants.ts';
import { digestOf, type MutationRun } from '../suite/mutation.ts';
import type { Mutation } from '../suite/mutation-result.ts';

/** What became of an evaluator's mutants, by kind, and each survivor where it stands. */
export function mutationText(name: string, cases: number, run: MutationRun, mutation: Mutation): string {
  const { text, deciding, mutants, left } = run;
  const proved = new Set(mutation.equivalent.map(({ digest }) => digest));
  const isProved = new Map(left.map((mutant) => [mutant, proved.has(digestOf(run, mutant))]));
  const killed = mutants.filter((mutant) => !isProved.has(mutant));
  const equivalent = left.filter((mutant) => isProved.get(mutant) === true);
  const survivors = left.filter((mutant) => isProved.get(mutant) === false);
  const groups = [mutants, killed, equivalent, survivors];
  const count = (of: readonly Mutant[], kind: string) => of.filter((mutant) => mutant.kind === kind).length;
  const rows = mutantKinds.map((kind) => [kind, ...groups.map((of) => String(count(of, kind)))]);
  const total = ['all', ...groups.map(({ length }) => String(length))];
  const lines = [['', 'made', 'killed', 'same', 'left'], ...rows, total].map(([kind = '', ...counts]) =>
    `  ${kind.padEnd(18)}${counts.map((each) => each.padStart(8)).join('')}`.trimEnd(),
  );
  return [
    `${name}: ${mutants.length} mutants of what encodes and decides, on ${cases} cases`,
    ...lines,
    ...waysText(mutation),
    `  Not mutated: the spellings of names (${deciding.spellings.join(', ')}), and what only words a determination.`,
    ...survivors.map((mutant) => survivorText(text, mutant)),
    '',
  ].join('\n');
}

/** How those that are the same are known to be, with how many of each. */
function waysText({ equivalent }: Mutation): readonly string[] {
  const words = equivalent.map(({ how }) => {
    switch (how.by) {
      case 'statuses':
        return 'every combination of statuses was gone through';
      case 'days':
        return `every day of ${how.first} to ${how.last} was gone through`;
      case 'order':
        return `only the order of days counts, and every day of ${how.first} to ${how.last} keeps its place`;
      case 'diagnoses':
        return `every case of up to ${how.entries} diagnoses was gone through`;
      case 'reading':
        return `the text was read back and proved, for histories of up to ${how.entries} ${how.entries === 1 ? 'entry' : 'entries'}`;
    }
  });
  const counts = new Map<string, number>();
  for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort().map(([each, count]) => `  The same, ${count}: ${each}.`);
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
