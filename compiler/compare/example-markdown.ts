import type { BlockContent, ListItem, PhrasingContent } from 'mdast';
import type { Determination } from '../../dsl/kernel/determination.ts';
import type { Outcome } from '../../dsl/kernel/meaning.ts';
import { bold, item, list, prose } from '../markdown.ts';
import type { Example } from './change-log.ts';

/** The examples of a change log, numbered in the order in which they are told; one case is one example. */
export interface NumberedExamples {
  readonly numberOf: (example: Example) => number;
  /** Whether it was told before. */
  readonly isKnown: (example: Example) => boolean;
  readonly all: () => readonly Example[];
}

/** What an outcome is called for a reader. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  approved: 'approved',
  modified: 'approved with another dose',
  denied: 'denied',
  pended: 'pended',
  notApplicable: 'outside of the policy',
};

/** Starts to number examples. */
export function numberedExamples(): NumberedExamples {
  const known = new Map<string, { readonly number: number; readonly example: Example }>();
  return {
    isKnown: (example) => known.has(JSON.stringify(example.case)),
    numberOf: (example) => {
      const key = JSON.stringify(example.case);
      const entry = known.get(key) ?? { number: known.size + 1, example };
      known.set(key, entry);
      return entry.number;
    },
    all: () => [...known.values()].map(({ example }) => example),
  };
}

/** An item of several blocks, set apart from each other. */
export function blocksItem(children: readonly BlockContent[]): ListItem {
  return { ...item(children), spread: true };
}

/** An example: its number, its story, and what each version makes of it. */
export function exampleBlocks(example: Example, examples: NumberedExamples): readonly BlockContent[] {
  if (examples.isKnown(example)) return [prose(`Example ${examples.numberOf(example)} shows it.`)];
  return [
    prose(bold(`Example ${examples.numberOf(example)}.`), ` ${example.story}`),
    list([
      item([prose(...decision('Before', example.older))]),
      item([prose(...decision('Now', example.newer))]),
    ]),
  ];
}

/** The most reasons that are told of one determination. */
const mostReasons = 3;

function decision(when: string, determination: Determination): readonly (PhrasingContent | string)[] {
  const { outcome, reasons, missing } = determination;
  const cited = (number: string | undefined, text: string) =>
    number === undefined || number === '' || text.startsWith(number) ? text : `${number}: ${text}`;
  const texts =
    outcome === 'pended'
      ? missing.map(({ number, clause, settle }) => cited(number === clause ? undefined : number, settle))
      : ownReasons(reasons).map(({ clause, number, text }) =>
          cited(number === clause ? undefined : number, text),
        );
  const told = [...new Set(texts)].map((text) => text.replace(/[.;]$/, ''));
  const more = told.length > mostReasons ? `; and ${told.length - mostReasons} more` : '';
  const why =
    told.length === 0 || outcome === 'approved'
      ? ''
      : ` ${outcome === 'pended' ? 'Still to be settled: ' : ''}${told.slice(0, mostReasons).join('; ')}${more}`;
  return [`${when}: `, bold(outcomeWords[outcome]), `.${why === '' ? '' : `${why}.`}`];
}

/** Without the groups of clauses that fail as others of the reasons do. */
function ownReasons(reasons: Determination['reasons']): Determination['reasons'] {
  const ids = reasons.flatMap(({ clause }) => clause ?? []);
  const isGroup = (id: string) =>
    ids.some((other) => other !== id && (id === 'indication' || other.startsWith(`${id}.`)));
  return reasons.filter(({ clause }) => clause === undefined || !isGroup(clause));
}
