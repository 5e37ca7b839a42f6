import type { Clause, Kernel } from '../../../dsl/kernel/kernel.ts';
import type { ExpectedClause } from './expected.ts';
import type { PrintedItem } from './document.ts';
import { compared, misprinted, uncompared, type Remark } from './remark.ts';

/** Remarks about one clause. */
export interface ClauseRemarks {
  readonly clause: Clause;
  readonly remarks: readonly Remark[];
}

const forUses = ' is considered medically necessary when the criteria under the heading of its use are met:';
const forOne = ' is considered medically necessary when the following are met:';

/** What opens the medical necessity section: the criteria bind every request, or each use those for it alone. */
export function compareOpening(
  opening: PrintedItem | undefined,
  root: Clause,
  uses: readonly ExpectedClause[],
): ClauseRemarks {
  const isForUses = opening?.text.endsWith(forUses) === true;
  if (!isForUses && opening?.text.endsWith(forOne) !== true) {
    return {
      clause: root,
      remarks: [
        misprinted('opens the section with other words than "is considered medically necessary when"'),
      ],
    };
  }
  if (isForUses !== uses.length > 0) {
    return {
      clause: root,
      remarks: [
        misprinted(
          isForUses
            ? 'says that the criteria of each use stand under its heading, and its logic has one use'
            : 'says that the following are all met, and its logic binds each use by its own criteria',
        ),
      ],
    };
  }
  if (!isForUses) return { clause: root, remarks: [compared('opening')] };
  return { clause: root, remarks: [compared('opening'), ...compareUses(root, uses)] };
}

/** Each use is bound by the criteria under its heading, and by no other. */
function compareUses({ expression }: Clause, uses: readonly ExpectedClause[]): readonly Remark[] {
  const bound = expression.kind === 'all' ? expression.of : [];
  const isBound = uses.map(({ clause }) =>
    bound.some((part) => {
      const [other, own, ...more] = part.kind === 'any' ? part.of : [];
      return (
        more.length === 0 &&
        other?.kind === 'not' &&
        other.of.kind === 'choice' &&
        other.of.field === 'indication' &&
        own?.kind === 'clause' &&
        own.id === clause.id
      );
    }),
  );
  const stray = uses.filter((_, index) => isBound[index] !== true);
  return stray.length === 0 && bound.length === uses.length
    ? [compared('uses')]
    : [
        misprinted(
          `has headings that do not bind the uses of its logic: ${stray.map(({ clause }) => clause.number).join(', ')}`,
        ),
      ];
}

/** How long an approval lasts. */
export function compareDurations(
  printed: readonly PrintedItem[],
  { durations, reauthorization }: Kernel,
  clauses: ReadonlyMap<string, Clause>,
): readonly ClauseRemarks[] {
  const months = (name: string) => {
    const pattern = new RegExp(`^${name} approval duration is up to (\\d+) months?\\.$`);
    const found = printed.flatMap(({ text }) => pattern.exec(text)?.[1] ?? []);
    return found.map(Number);
  };
  const remarks = (name: string, asked: number | undefined): readonly Remark[] => {
    const [stated, ...more] = months(name);
    if (stated === asked && more.length === 0) return asked === undefined ? [] : [compared('duration')];
    return [
      misprinted(
        `prints ${stated ?? 'no'} months for the ${name === 'Initial' ? 'first approval' : 'renewal'}, and it is given for ${asked ?? 'no stated number of'} months`,
      ),
    ];
  };
  const root = clauses.get('indication');
  const renewal = reauthorization === undefined ? root : (clauses.get('reauthorization') ?? root);
  return [
    ...(root === undefined ? [] : [{ clause: root, remarks: remarks('Initial', durations.initial) }]),
    ...(renewal === undefined
      ? []
      : [{ clause: renewal, remarks: remarks('Reauthorization', durations.reauthorization) }]),
  ];
}

const opensExclusions = ' is considered experimental, investigational or unproven';

/** The conditions not covered: each by its name, in order, and the catch-all before them. */
export function compareExclusions(
  printed: readonly PrintedItem[],
  kernel: Kernel,
  clauses: ReadonlyMap<string, Clause>,
): readonly ClauseRemarks[] {
  const ids = kernel.printed.filter((id) => clauses.get(id)?.section === 'exclusions');
  const [general, ...conditions] = ids.flatMap((id) => clauses.get(id) ?? []);
  if (general === undefined) return [];
  const [opening] = printed;
  const items = opening?.items ?? [];
  const wanted = `${general.text}${opensExclusions}`;
  const vetoes = kernel.exclusions.kind === 'any' ? kernel.exclusions.of : [];
  const isVeto = (clause: Clause) => vetoes.some((part) => part.kind === 'clause' && part.id === clause.id);
  const veto = (clause: Clause): readonly Remark[] =>
    isVeto(clause)
      ? [compared('veto')]
      : [misprinted('prints among the conditions not covered, and its logic vetoes nothing')];
  const extra = items.slice(conditions.length);
  return [
    {
      clause: general,
      remarks: [
        ...(opening?.text.startsWith(wanted) === true
          ? [compared('wording')]
          : [misprinted(`is missing: "${wanted}" is not printed`)]),
        ...veto(general),
        ...compareAnyOther(general, kernel, clauses),
        ...extra.map(({ text, line }) =>
          misprinted(`has a condition in line ${line} that is no clause: "${text}"`),
        ),
      ],
    },
    ...conditions.map((clause, index) => ({
      clause,
      remarks: [...compareCondition(clause, items[index], items), ...veto(clause)],
    })),
  ];
}

function compareCondition(
  { text }: Clause,
  item: PrintedItem | undefined,
  items: readonly PrintedItem[],
): readonly Remark[] {
  const opens = (candidate: PrintedItem | undefined) => candidate?.text.startsWith(`${text}. `) === true;
  if (opens(item)) {
    return [
      compared('wording'),
      uncompared('it prints its name and a reason, and what it asks of the file is in neither'),
    ];
  }
  const elsewhere = items.find(opens);
  return [
    misprinted(
      elsewhere === undefined
        ? `is missing among the conditions not covered: "${text}" is not printed`
        : `prints at another place among the conditions not covered (line ${elsewhere.line})`,
    ),
  ];
}

/** Any other use is one for none of the headings of the medical necessity section. */
function compareAnyOther(
  { expression }: Clause,
  { tables }: Kernel,
  clauses: ReadonlyMap<string, Clause>,
): readonly Remark[] {
  const choice = expression.kind === 'not' ? expression.of : undefined;
  if (choice?.kind !== 'choice' || choice.field !== 'indication') {
    return [uncompared('its logic is not about the use that is asked for')];
  }
  const headings = new Set([...clauses.values()].map(({ number }) => number));
  const names = new Map(tables.indications.map(({ id, name }) => [id, name]));
  const stray = choice.among.filter((id) => !headings.has(names.get(id) ?? ''));
  if (stray.length === 0) return [compared('uses')];
  return stray.some((id) => names.has(id))
    ? [misprinted(`leaves out uses that have no heading above: ${stray.join(', ')}`)]
    : [uncompared(`the vocabulary has no name for the use ${stray.join(', ')}`)];
}
