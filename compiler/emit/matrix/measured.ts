import type { Anchor, Expression, Leaf, Offset, Selection, Window } from '../../../dsl/kernel/expression.ts';
import { leavesOf } from '../../../dsl/kernel/facts.ts';
import type { Kernel, NamedRow } from '../../../dsl/kernel/kernel.ts';

/** A fact that is measured or dated, as one question reads it. */
export interface MeasuredFact {
  /** As `events.hba1c`, or `drugs`. */
  readonly fact: string;
  /** UCUM units that its value may have. */
  readonly units?: readonly string[];
  /** The days that count, or the day that it is counted from. */
  readonly window?: string;
}

/** The units and windows of the facts that a clause reads by its own questions, each once. */
export function measuredFacts(kernel: Kernel, expression: Expression): readonly MeasuredFact[] {
  const facts = leavesOf(expression).flatMap((leaf) => ofLeaf(kernel, leaf));
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

/** As a person reads it, as `events.hba1c: %, mmol/mol; from 3 months before the order to the order`. */
export function measuredText({ fact, units = [], window }: MeasuredFact): string {
  const parts = [
    ...(units.length === 0 ? [] : [units.join(', ')]),
    ...(window === undefined ? [] : [window]),
  ];
  return `${fact}: ${parts.join('; ')}`;
}

function ofLeaf(kernel: Kernel, leaf: Leaf): readonly MeasuredFact[] {
  const windowOf = (window: Window | undefined) =>
    window === undefined ? {} : { window: windowText(window, kernel.tables.milestones) };
  const selected = ({ events, window, relativeTo }: Selection): readonly MeasuredFact[] =>
    events.map((id) => ({
      fact: `events.${id}`,
      ...unitsOf(kernel, id, relativeTo),
      ...windowOf(window),
    }));
  switch (leaf.kind) {
    case 'threshold':
      return leaf.at === 'dateOfService' && leaf.unit === 'years'
        ? []
        : [
            {
              fact: 'patient.birthDate',
              units: [leaf.unit],
              window: `on ${anchorText(leaf.at, kernel.tables.milestones)}`,
            },
          ];
    case 'counted':
    case 'run':
      return selected(leaf.of).filter(isTold);
    case 'reading':
      return selected({
        ...leaf.of,
        ...(leaf.relativeTo === undefined ? {} : { relativeTo: leaf.relativeTo }),
      });
    case 'change':
      return [...selected(leaf.of), ...selected(leaf.baseline)];
    case 'trials':
      return [
        {
          fact: 'drugs',
          ...(leaf.dose === undefined ? {} : { units: [leaf.dose.unit] }),
          ...windowOf(leaf.window),
        },
      ].filter(isTold);
    case 'amount':
      return [
        { fact: 'request.quantity', units: [leaf.unit] },
        ...(leaf.perValueOf === undefined
          ? []
          : [{ fact: `events.${leaf.perValueOf.event}`, ...unitsOf(kernel, leaf.perValueOf.event) }]),
      ];
    default:
      return [];
  }
}

function isTold({ units, window }: MeasuredFact): boolean {
  return units !== undefined || window !== undefined;
}

function unitsOf(
  { tables }: Kernel,
  event: string,
  relativeTo?: 'lower' | 'upper',
): { readonly units?: readonly string[] } {
  if (relativeTo !== undefined) return { units: [`times the ${relativeTo} limit of the result`] };
  const units = tables.events.find(({ id }) => id === event)?.units.map(({ unit }) => unit) ?? [];
  return units.length === 0 ? {} : { units };
}

/** The days of a window, both ends told: `from 12 months before the order to the order`. */
export function windowText({ anchor, from, to }: Window, milestones: readonly NamedRow[]): string {
  const day = anchorText(anchor, milestones);
  const sides = [
    ...(from === undefined ? [] : [`${from.inclusive ? 'from' : 'after'} ${offsetText(from, day)}`]),
    ...(to === undefined ? [] : [`${to.inclusive ? 'to' : 'before'} ${offsetText(to, day)}`]),
  ];
  return sides.length === 0 ? 'at any time' : sides.join(' ');
}

function offsetText({ count, unit }: Offset, day: string): string {
  if (count === 0) return day;
  const size = Math.abs(count);
  return `${size} ${size === 1 ? unit.slice(0, -1) : unit} ${count < 0 ? 'before' : 'after'} ${day}`;
}

function anchorText(anchor: Anchor, milestones: readonly NamedRow[]): string {
  if (anchor === 'dateOfService') return 'the date of service';
  const id = anchor.slice('dates.'.length);
  return milestones.find((row) => row.id === id)?.name ?? id;
}
