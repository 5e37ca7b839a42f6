import type { ListItem, RootContent } from 'mdast';
import { bold, heading, item, list, prose } from '../markdown.ts';
import { counted } from '../report/text.ts';
import type { PathChange, PathComparison, PathStep } from './change-log.ts';

/** The most groups of paths of a section that are told. */
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
  const groups = groupsOf(changed);
  const told = groups.slice(0, mostTold);
  const rest = groups.slice(mostTold).reduce((total, group) => total + group.length, 0);
  return item([
    prose(bold(name), `${total} ${totals(paths, paths.length - changed.length)}`),
    ...(told.length === 0 ? [] : [list(told.map(groupItem))]),
    ...(rest === 0 ? [] : [prose(`The JSON of this log tells the other ${rest}.`)]),
  ]);
}

/** Paths that change by the same clauses, told together; a new one, and one that is gone, stands alone. */
function groupsOf(paths: readonly PathChange[]): readonly (readonly PathChange[])[] {
  const groups = new Map<string, PathChange[]>();
  paths.forEach((path, place) => {
    const key = path.by === undefined ? String(place) : JSON.stringify([path.change, path.by]);
    const group = groups.get(key) ?? [];
    group.push(path);
    groups.set(key, group);
  });
  return [...groups.values()];
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

function groupItem(paths: readonly PathChange[]): ListItem {
  const [path] = paths;
  if (path?.by === undefined) return item([prose(path === undefined ? '' : aloneText(path))]);
  const { changed, added, dropped } = path.by;
  const reasons = [
    ...(changed.length === 0 ? [] : [`by what changed in ${numbers(changed)}`]),
    ...(added.length === 0 ? [] : [`asking for ${numbers(added)} as well`]),
    ...(dropped.length === 0 ? [] : [`no longer asking for ${numbers(dropped)}`]),
  ];
  const steps = paths.length === 1 ? ` (${stepsText(path.newer)})` : '';
  return item([
    prose(`${words[path.change]}: ${counted(paths.length, 'path')}${steps}, ${reasons.join(', ')}.`),
  ]);
}

function aloneText({ change, older, newer, otherwiseMet }: PathChange): string {
  const otherwise =
    change === 'gone' ? ' Whoever took it meets another path.' : ' Whoever takes it met another path before.';
  return `${words[change]}: ${stepsText(newer ?? older)}.${otherwiseMet === true ? otherwise : ''}`;
}

function numbers(steps: readonly PathStep[]): string {
  const told = steps.map(({ number, met }) => `${met ? '' : 'not '}${number}`);
  return told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} and ${told.at(-1) ?? ''}`;
}

function stepsText(steps: readonly PathStep[] | undefined): string {
  return (steps ?? []).map(({ number, met }) => `${met ? '' : 'not '}${number}`).join(' + ');
}
