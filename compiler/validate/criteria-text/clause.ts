import type { Clause, Kernel } from '../../../dsl/kernel/kernel.ts';
import { compareDose } from './dose.ts';
import { named } from './difference.ts';
import { oneLine, type PrintedItem } from './document.ts';
import { hasSeveralUses, type ExpectedClause } from './expected.ts';
import { compareGroup } from './group.ts';
import { compareLeaf } from './leaf.ts';
import { compareReferences } from './references.ts';
import { compared, different, misprinted, uncompared, type Remark } from './remark.ts';
import { withoutNotes } from './words.ts';

/** What is printed of one clause, against its wording and its logic. */
export function compareClause(
  { text, line, items }: PrintedItem,
  expected: ExpectedClause,
  kernel: Kernel,
  clauses: ReadonlyMap<string, Clause>,
): readonly Remark[] {
  const { clause } = expected;
  const wording = oneLine(clause.text);
  const remarks =
    clause.id === 'reauthorization' && clause.section === 'reauthorization'
      ? compareRenewal(text, items.length, expected, kernel, clauses)
      : compareLogic(withoutHeading(text, clause), items.length, expected, kernel, clauses);
  if (text === wording) return [compared('wording'), ...remarks];
  // What the words state otherwise than the logic says more than that they are other words.
  if (remarks.some(({ kind }) => kind === 'different')) return remarks;
  return [misprinted(`prints "${text}" in line ${line}, and its wording is "${wording}"`), ...remarks];
}

function compareLogic(
  text: string,
  printed: number,
  { clause, parts }: ExpectedClause,
  { tables, regimens }: Kernel,
  clauses: ReadonlyMap<string, Clause>,
): readonly Remark[] {
  if (parts.length > 0) {
    const below = parts.flatMap((id) => clauses.get(id) ?? []);
    return compareGroup(
      text,
      clause.expression,
      new Map(below.map((part) => [part.id, named(part)])),
      printed,
      tables,
    );
  }
  if (clause.section === 'dosing') return compareDose(text, clause, regimens);
  const asked = referencesIn(clause, clauses);
  if (asked !== undefined) {
    return compareReferences(withoutNotes(text).words, asked, headingOf(clause, clauses));
  }
  const remarks = compareLeaf(text, clause.expression, tables);
  return remarks.length > 0
    ? remarks
    : [uncompared('its logic asks for one thing, and the words for it are taken as they stand')];
}

/** A use's wording opens with its heading, and that of a use without a list with "Individual meets". */
function withoutHeading(text: string, { section, number, id }: Clause): string {
  const heading = `${number}. `;
  if (section !== 'medicalNecessity' || !text.startsWith(heading) || id.includes('.')) return text;
  return text.slice(heading.length).replace(/^Individual meets the following: /, '');
}

/** The clauses that a criterion asks to be met, where it asks nothing else. */
function referencesIn(
  { expression }: Clause,
  clauses: ReadonlyMap<string, Clause>,
): readonly Clause[] | undefined {
  if (expression.kind !== 'all') return undefined;
  const asked = expression.of.flatMap((part) => (part.kind === 'clause' ? (clauses.get(part.id) ?? []) : []));
  return asked.length > 0 && asked.length === expression.of.length ? asked : undefined;
}

/** The heading of the use that a clause belongs to, where there are several. */
function headingOf({ id, section }: Clause, clauses: ReadonlyMap<string, Clause>): string {
  if (section !== 'medicalNecessity' || !hasSeveralUses(clauses)) return '';
  const [first = ''] = id.split('.');
  return clauses.get(first)?.number ?? '';
}

const again = ' when the above medical necessity criteria are met ';
const continuation = /^Continuation of .*? is considered medically necessary for .*? when /;

/** A renewal says whether the criteria are met once more beside its own. */
function compareRenewal(
  text: string,
  printed: number,
  expected: ExpectedClause,
  kernel: Kernel,
  clauses: ReadonlyMap<string, Clause>,
): readonly Remark[] {
  const at = text.indexOf(again);
  const repeats = at !== -1;
  const [opening] = continuation.exec(text) ?? [];
  if (opening === undefined) {
    return [
      uncompared('it opens with other words than "Continuation of ... is considered medically necessary"'),
    ];
  }
  const rest = repeats ? text.slice(at + again.length) : text.slice(opening.length);
  const [, conjunction = 'AND', own = rest] = repeats ? (/^(AND|OR) (.*)$/.exec(rest) ?? []) : [];
  const leaf = own.replace(/^the following(?: is met)?: (?=.)/, '');
  return [
    repeats === kernel.repeatsCriteria
      ? compared('repeated criteria')
      : different(
          repeats
            ? 'says that the medical necessity criteria are met again, and its logic does not ask them'
            : 'does not say that the medical necessity criteria are met again, and its logic asks them',
        ),
    ...(conjunction === 'AND'
      ? []
      : [different('joins the medical necessity criteria by "OR", and its logic asks for both')]),
    ...compareLogic(expected.parts.length > 0 ? own : leaf, printed, expected, kernel, clauses),
  ];
}
