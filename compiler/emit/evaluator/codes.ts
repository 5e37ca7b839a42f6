import type { Anchor, Bounds, BoundsIn, Leaf, Selection, Window } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';

/**
 * Names that a case may hold, as far as the policy reads them: each stands for its place, from 1 on, and 0 for any
 * other; conditions stand for bits; of the anchors, the first is the date of service.
 */
export interface Codes {
  readonly events: readonly string[];
  readonly units: readonly string[];
  readonly conditions: readonly string[];
  readonly anchors: readonly Anchor[];
}

/** The codes of the names that these leaves read. */
export function codesOf(kernel: Kernel, leaves: readonly Leaf[]): Codes {
  const selections = leaves.flatMap(selectionsOf);
  const events = distinct(selections.flatMap((selection) => selection.events));
  const rows = kernel.tables.events.filter(({ id }) => events.includes(id));
  const units = distinct([
    ...rows.flatMap((row) => row.units.map(({ unit }) => unit)),
    ...selections.flatMap(({ bounds }) => (bounds ?? []).map(({ unit }) => unit)),
    ...leaves.flatMap((leaf) => (leaf.kind === 'reading' ? leaf.bounds.map(({ unit }) => unit) : [])),
  ]);
  const conditions = distinct(selections.flatMap((selection) => Object.keys(selection.conditions)));
  if (conditions.length > 30) throw new Error('The policy asks for more than 30 conditions of events.');
  const windows = [...selections, ...leaves.filter((leaf) => leaf.kind === 'trials')].flatMap(
    ({ window }) => window ?? [],
  );
  const anchors = distinct<Anchor>([
    'dateOfService',
    ...windows.map(({ anchor }) => anchor),
    ...leaves.flatMap((leaf) => (leaf.kind === 'threshold' ? [leaf.at] : [])),
  ]);
  return { events, units, conditions, anchors };
}

/** The selections of events that a leaf makes. */
export function selectionsOf(leaf: Leaf): readonly Selection[] {
  switch (leaf.kind) {
    case 'counted':
    case 'reading':
    case 'run':
      return [leaf.of];
    case 'change':
      return [leaf.of, leaf.baseline];
    case 'amount':
      return leaf.perValueOf === undefined ? [] : [everyEntryOf(leaf.perValueOf.event)];
    default:
      return [];
  }
}

/** All entries of one kind of event. */
export function everyEntryOf(event: string): Selection {
  return { events: [event], conditions: {}, grade: 'plain' };
}

/** The place of an event, a unit or an anchor. */
export function codeOf(names: readonly string[], name: string): number {
  return names.indexOf(name) + 1;
}

/** The id of the milestone that an anchor is; none for the date of service. */
export function milestoneOf(anchor: Anchor): string | undefined {
  return anchor === 'dateOfService' ? undefined : anchor.slice('dates.'.length);
}

/** The bounds that a whole number keeps within. */
export function wholeBounds({ least, above, most, below }: Bounds): { least: number; most: number } {
  return {
    least: Math.max(
      0,
      least === undefined ? 0 : Math.ceil(least),
      above === undefined ? 0 : Math.floor(above) + 1,
    ),
    most: Math.min(
      highest,
      most === undefined ? highest : Math.floor(most),
      below === undefined ? highest : Math.ceil(below) - 1,
    ),
  };
}

/** More than any number of days. */
const highest = 0x7fffffff;

/** A window with a side. */
export function isBounded(window: Window | undefined): window is Window {
  return window !== undefined && (window.from !== undefined || window.to !== undefined);
}

/** The first bounds in a unit. */
export function boundsIn(bounds: readonly BoundsIn[], unit: string | undefined): BoundsIn | undefined {
  return bounds.find((each) => each.unit === unit);
}

function distinct<Name extends string>(names: readonly Name[]): readonly Name[] {
  return [...new Set(names)];
}
