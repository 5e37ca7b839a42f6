import type { ListItem, RootContent } from 'mdast';
import { bold, heading, item, list, prose } from '../markdown.ts';
import { counted } from '../report/text.ts';
import type { PathChange, PathComparison, PathStep } from './change-log.ts';

/** The most paths of a section that are told one by one. */
const mostTold = 30;

const titles = {
  medicalNecessity: 'Medical necessity',
  dosing: 'Recommended doses',
  reauthorization: 'Renewal',
  exclusions: 'Not covered',
} as const;

/** The paths of each section: how many are the same, and each that is not. */
export function pathsPart(comparisons: readonly PathComparison[]): readonly RootContent[] {
  return [
    heading(2, 'Paths'),
    prose('A path is one way to meet the criteria: the clauses, by their numbers, that together are enough.'),
    list(comparisons.map(sectionItem)),
  ];
}

function sectionItem({ section, indication, older, newer, paths }: PathComparison): ListItem {
  const name = `${titles[section]}${indication === undefined ? '' : `, ${indication}`}:`;
  const total =
    older === undefined
      ? ` ${newer ?? '0'} now, and no such section before.`
      : newer === undefined
        ? ` ${older} before, and no such section now.`
        : ` ${older} before, ${newer} now.`;
  if (paths === undefined)
    return item([
      prose(
        bold(name),
        `${total} They are too many to be compared one by one: the clauses tell what changed.`,
      ),
    ]);
  const changed = paths.filter(({ change }) => change !== 'same');
  const told = changed.slice(0, mostTold);
  const same = paths.length - changed.length;
  const rest = changed.length - told.length;
  return item([
    prose(bold(name), `${total} ${totals(paths, same)}`),
    ...(told.length === 0 ? [] : [list(told.map(pathItem))]),
    ...(rest === 0 ? [] : [prose(`The JSON of this log tells the other ${rest}.`)]),
  ]);
}

function totals(paths: readonly PathChange[], same: number): string {
  const count = (change: PathChange['change']) => paths.filter((path) => path.change === change).length;
  const parts = [
    ...(same === 0 ? [] : [`${same} the same`]),
    ...(['looser', 'stricter', 'different', 'new', 'gone', 'undecided'] as const).flatMap((change) =>
      count(change) === 0 ? [] : [`${count(change)} ${change}`],
    ),
  ];
  return `${counted(paths.length, 'path')} in all: ${parts.join(', ')}.`;
}

const words = {
  same: 'The same',
  looser: 'Looser',
  stricter: 'Stricter',
  different: 'Neither looser nor stricter',
  undecided: 'Undecided',
  new: 'New',
  gone: 'Gone',
} as const;

function pathItem({ change, older, newer, otherwiseMet }: PathChange): ListItem {
  const [before, now] = [stepsText(older), stepsText(newer)];
  const steps = now === '' ? before : now;
  const was = before === '' || now === '' || before === now ? '' : ` (before: ${before})`;
  const otherwise =
    otherwiseMet === true
      ? change === 'gone'
        ? ' Whoever took it meets another path.'
        : ' Whoever takes it met another path before.'
      : '';
  return item([prose(`${words[change]}: ${steps}${was}.${otherwise}`)]);
}

function stepsText(steps: readonly PathStep[] | undefined): string {
  return (steps ?? []).map(({ number, met }) => `${met ? '' : 'not '}${number}`).join(' + ');
}
