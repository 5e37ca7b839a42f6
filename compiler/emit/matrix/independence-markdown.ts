import type { RootContent } from 'mdast';
import { bold, code, heading, item, list, prose, table, words } from '../../markdown.ts';
import type { IndependenceRow } from './independence.ts';
import type { Matrix } from './matrix.ts';

/** The table of what each clause does by itself; nothing where the suite was not worked out. */
export function independencePart({ independence, clauses, cases }: Matrix): readonly RootContent[] {
  if (independence === undefined) return [];
  const heads = new Map(clauses.map(({ id, head }) => [id, head]));
  const headOf = ({ id }: IndependenceRow) => heads.get(id) ?? id;
  const paired = independence.filter(({ pair }) => pair !== undefined);
  const single = independence.filter(({ why }) => why !== undefined);
  const masked = paired.filter(({ pair }) => pair?.kind === 'masking');
  return [
    heading(2, 'What each clause does by itself'),
    prose(
      `${paired.length} of the ${independence.length} clauses that put questions are each shown by a pair of made-up cases in `,
      code('cases.json'),
      ' that differ in facts of that clause alone and get different outcomes. Without a fact under Pends, one of the cases waits for it.',
    ),
    table([
      ['Clause', 'Met', 'Outcome', 'Not met', 'Outcome', 'Pends'],
      ...independence.map((row) => [
        headOf(row),
        ...(row.pair === undefined
          ? ['', '', '', '']
          : [row.pair.met, row.pair.outcomes.met, row.pair.notMet, row.pair.outcomes.notMet]),
        row.withheld.join(', '),
      ]),
    ]),
    ...(masked.length === 0
      ? []
      : [
          prose(
            `In the pairs of ${masked.map(headOf).join(', ')}, clauses that read the same facts change as well; the outcomes are the same whichever side these stand on.`,
          ),
        ]),
    ...(single.length === 0
      ? []
      : [
          prose('No pair shows:'),
          list(
            single.map((row) =>
              item([
                prose(
                  bold(headOf(row)),
                  ' ',
                  words(row.proof === 'proved' ? (row.why ?? '') : `Undecided: ${row.why ?? ''}`),
                ),
              ]),
            ),
          ),
        ]),
    ...workedPart(independence, headOf, cases.length),
  ];
}

/** Which clauses the author's own cases show by themselves, and what to take over for the others. */
function workedPart(
  independence: readonly IndependenceRow[],
  headOf: (row: IndependenceRow) => string,
  count: number,
): readonly RootContent[] {
  const shown = independence.filter(({ shownBy }) => shownBy !== undefined);
  const open = independence.filter(({ ready }) => ready !== undefined);
  return [
    heading(2, 'What the worked cases show by themselves'),
    prose(
      `Two cases show a clause where it is met in one and not met in the other, the outcomes differ, and in each the clause alone, put the other way, gives the other's outcome. The ${count} worked cases show ${shown.length} of ${independence.length} clauses so${open.length === 0 ? '.' : '; for the others there is a pair in '}`,
      ...(open.length === 0 ? [] : [code('cases.json'), '.']),
    ),
    table([
      ['Clause', 'Met', 'Not met', 'To take over'],
      ...independence.map((row) => [
        headOf(row),
        row.shownBy?.met ?? '',
        row.shownBy?.notMet ?? '',
        (row.ready ?? []).join(', '),
      ]),
    ]),
  ];
}
