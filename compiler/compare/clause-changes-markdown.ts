import type { BlockContent, ListItem, PhrasingContent, RootContent, Text } from 'mdast';
import { heading, item, list, prose } from '../markdown.ts';
import { counted } from '../report/text.ts';
import { visible } from '../visible-text.ts';
import type { ClauseChange, Direction, PrintedClause } from './change-log.ts';
import { blocksItem, exampleBlocks, type NumberedExamples } from './example-markdown.ts';

/** How many clauses changed, and how, in words. */
export function clauseTotals(clauses: readonly ClauseChange[]): string {
  const count = (change: ClauseChange['change']) => clauses.filter((each) => each.change === change).length;
  const parts = [
    [count('meaning'), 'changed in meaning'],
    [count('undecided'), 'changed, and how is undecided'],
    [count('new'), count('new') === 1 ? 'is new' : 'are new'],
    [count('gone'), count('gone') === 1 ? 'is gone' : 'are gone'],
    [
      count('parts'),
      count('parts') === 1 ? 'changed through its parts alone' : 'changed through their parts alone',
    ],
    [count('wording'), 'changed in wording only'],
    [count('same'), count('same') === 1 ? 'is the same' : 'are the same'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return `Of ${counted(clauses.length, 'clause')} in the two versions, ${told.join(', ')}`;
}

/** The clauses, those that changed in meaning first. */
export function clausesPart(
  clauses: readonly ClauseChange[],
  examples: NumberedExamples,
): readonly RootContent[] {
  const of = (...changes: readonly ClauseChange['change'][]) =>
    clauses.filter(({ change }) => changes.includes(change));
  const renumbered = of('same').filter(({ isRenumbered }) => isRenumbered);
  const parts: readonly (readonly [title: string, entries: readonly ListItem[]])[] = [
    ['Changed in meaning', of('meaning', 'undecided').map((each) => meaningItem(each, examples))],
    ['New', of('new').map((each) => aloneItem(each, newWords))],
    ['Gone', of('gone').map((each) => aloneItem(each, goneWords))],
    ['Changed through their parts alone', of('parts').map(partsItem)],
    ['Changed in wording only, proved to mean the same', of('wording').map(wordingItem)],
    ['Printed under another number, otherwise the same', renumbered.map(renumberedItem)],
  ];
  const told = parts.filter(([, entries]) => entries.length > 0);
  if (told.length === 0) return [prose('Every clause is the same, word for word.')];
  return told.flatMap(([title, entries]) => [heading(3, title), list(entries)]);
}

const meaningWords: Readonly<Record<Direction, string>> = {
  same: '',
  looser: 'Looser: no request fares worse by this clause than before, and some fare better.',
  stricter: 'Stricter: no request fares better by this clause than before, and some fare worse.',
  different: 'Neither looser nor stricter: some requests fare better by this clause, and some worse.',
  undecided: 'Undecided: how it changed could not be settled within the limits given at the end.',
};

const newWords = { looser: 'Looser: it is one more way.', stricter: 'Stricter: it is one more condition.' };
const goneWords = { looser: 'Looser: it was a condition.', stricter: 'Stricter: it was one of the ways.' };

function meaningItem(clause: ClauseChange, examples: NumberedExamples): ListItem {
  const {
    older,
    newer,
    direction = 'different',
    isReworded,
    namesAdded,
    namesLeftOut,
    neverMatters,
  } = clause;
  const lines: readonly string[] = [
    ...(namesAdded.length === 0 ? [] : [`Listed now and not before: ${namesAdded.join(', ')}.`]),
    ...(namesLeftOut.length === 0 ? [] : [`Listed before and no longer: ${namesLeftOut.join(', ')}.`]),
    ...(neverMatters ? ['No outcome turns on this change.'] : []),
  ];
  return blocksItem([
    prose(named(clause), ` ${meaningWords[direction]}`),
    ...(older === undefined || newer === undefined
      ? []
      : isReworded
        ? [prose('Before: ', quoted(older)), prose('Now: ', quoted(newer))]
        : [prose('Its wording is the same: ', quoted(newer))]),
    ...lines.map((line) => prose(line)),
    ...clause.examples.flatMap((example): readonly BlockContent[] => exampleBlocks(example, examples)),
  ]);
}

function aloneItem(
  clause: ClauseChange,
  said: { readonly looser: string; readonly stricter: string },
): ListItem {
  const { direction, newer, older } = clause;
  const effect = direction === 'looser' || direction === 'stricter' ? ` ${said[direction]}` : '';
  const printed = newer ?? older;
  return item([prose(named(clause), `${effect} `, printed === undefined ? '' : quoted(printed))]);
}

function partsItem(clause: ClauseChange): ListItem {
  const words = {
    looser: 'Looser.',
    stricter: 'Stricter.',
    different: 'Neither looser nor stricter.',
    undecided: 'Undecided.',
    same: '',
  };
  return item([prose(named(clause), ` ${words[clause.direction ?? 'different']}`)]);
}

function wordingItem(clause: ClauseChange): ListItem {
  const { older, newer } = clause;
  return blocksItem([
    prose(named(clause)),
    ...(older === undefined || newer === undefined
      ? []
      : [prose('Before: ', quoted(older)), prose('Now: ', quoted(newer))]),
  ]);
}

function renumberedItem({ older, newer }: ClauseChange): ListItem {
  return item([prose(`${older?.number ?? ''} is now ${newer?.number ?? ''}.`)]);
}

function named(clause: ClauseChange): PhrasingContent {
  const { newer } = clause;
  const place: Text = { type: 'text', value: visible(placeOf(clause)) };
  return {
    type: 'strong',
    children: [newer === undefined ? place : { ...place, data: { clause: newer.id } }],
  };
}

/** Its number now, and the one before where that was another; an exclusion's is its id, and its text says more. */
function placeOf({ section, older, newer, isRenumbered }: ClauseChange): string {
  const name = (clause: PrintedClause | undefined) =>
    section === 'exclusions' ? `Not covered: ${clause?.text ?? ''}` : (clause?.number ?? '');
  if (older !== undefined && newer !== undefined && isRenumbered && section !== 'exclusions')
    return `${name(newer)} (before: ${name(older)}).`;
  return `${name(newer ?? older)}.`;
}

function quoted({ number, text }: PrintedClause): string {
  return `“${text.startsWith(`${number}. `) ? text.slice(number.length + 2) : text}”`;
}
