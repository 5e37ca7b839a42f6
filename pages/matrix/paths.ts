import type { MatrixData, MatrixSection } from '../../compiler/site/matrix-data.ts';

/** Which clauses a path is to ask for (true), or not to (false). */
export type Filters = ReadonlyMap<number, boolean>;

/** Paths that go the same way through a group of alternatives. */
export interface PathGroup {
  /** The alternatives that they take; none where they ask for nothing of the group. */
  readonly takes: readonly number[];
  /** By their places in the section. */
  readonly paths: readonly number[];
}

/** One row of the table of paths. */
export type PathRow =
  | { readonly kind: 'group'; readonly place: number; readonly group: PathGroup; readonly isOpen: boolean }
  | { readonly kind: 'path'; readonly path: number };

/** A clause and every clause that stands in it. */
export function clausesUnder({ clauses }: MatrixData, clause: number): ReadonlySet<number> {
  const under = new Set([clause]);
  // A group is printed before its parts.
  clauses.forEach(({ within }, place) => {
    if (within !== undefined && under.has(within)) under.add(place);
  });
  return under;
}

/** The places of the columns of a section that belong to a clause. */
export function columnsUnder(
  data: MatrixData,
  { columns }: MatrixSection,
  clause: number,
): ReadonlySet<number> {
  const under = clausesUnder(data, clause);
  return new Set(columns.flatMap((column, place) => (under.has(column.clause) ? [place] : [])));
}

/** Whether a path asks for one of these columns, met or not met. */
export function asksFor(way: readonly number[], columns: ReadonlySet<number>): boolean {
  return way.some((step) => columns.has(columnOf(step)));
}

/** The column that a step of a path is in. */
export function columnOf(step: number): number {
  return step < 0 ? ~step : step;
}

/** The paths that pass the filters; a filter on a clause that the section does not ask for at all leaves it alone. */
export function filteredPaths(data: MatrixData, section: MatrixSection, filters: Filters): readonly number[] {
  const wanted = [...filters]
    .map(([clause, isWanted]) => ({ columns: columnsUnder(data, section, clause), isWanted }))
    .filter(({ columns }) => columns.size > 0);
  return section.ways.flatMap((way, place) =>
    wanted.every(({ columns, isWanted }) => asksFor(way, columns) === isWanted) ? [place] : [],
  );
}

/** The groups of alternatives by which the paths of a section differ, in printed order. */
export function groupings(data: MatrixData, section: MatrixSection): readonly number[] {
  return data.clauses.flatMap(({ alternatives }, place) => {
    if (!alternatives || columnsUnder(data, section, place).size < 2) return [];
    const keyOf = keyFor(data, section, place);
    const first = keyOf(section.ways[0] ?? []);
    return section.ways.some((way) => keyOf(way) !== first) ? [place] : [];
  });
}

/** Paths by the alternatives of a group that they take, in the order of their first paths. */
export function groupPaths(
  data: MatrixData,
  section: MatrixSection,
  paths: readonly number[],
  group: number,
): readonly PathGroup[] {
  const keyOf = keyFor(data, section, group);
  const groups = new Map<string, number[]>();
  for (const path of paths) {
    const key = keyOf(section.ways[path] ?? []);
    const before = groups.get(key);
    if (before === undefined) groups.set(key, [path]);
    else before.push(path);
  }
  return [...groups].map(([key, own]) => ({
    takes: key === '' ? [] : key.split(' ').map(Number),
    paths: own,
  }));
}

/** The rows of a table: paths, or groups and the paths of those that are open. */
export function rowsOf(
  paths: readonly number[],
  groups: readonly PathGroup[] | undefined,
  isOpen: (place: number) => boolean,
): readonly PathRow[] {
  const rows = (own: readonly number[]): readonly PathRow[] => own.map((path) => ({ kind: 'path', path }));
  if (groups === undefined) return rows(paths);
  return groups.flatMap((group, place): readonly PathRow[] => [
    { kind: 'group', place, group, isOpen: isOpen(place) },
    ...(isOpen(place) ? rows(group.paths) : []),
  ]);
}

/** Tells the alternatives of a group that a path takes: the parts of the group that its clauses stand in. */
function keyFor(
  { clauses }: MatrixData,
  { columns }: MatrixSection,
  group: number,
): (way: readonly number[]) => string {
  const alternativeOf = (clause: number): number | undefined => {
    for (let place: number | undefined = clause; place !== undefined;) {
      const within: number | undefined = clauses[place]?.within;
      if (within === group) return place;
      place = within;
    }
    return undefined;
  };
  const alternatives = columns.map(({ clause }) => alternativeOf(clause));
  return (way) => {
    const taken = new Set<number>();
    for (const step of way) {
      const alternative = alternatives[columnOf(step)];
      if (alternative !== undefined) taken.add(alternative);
    }
    return [...taken].join(' ');
  };
}
