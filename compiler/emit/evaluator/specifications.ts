import type { EvidenceSource } from '../../../dsl/kernel/case.ts';
import type {
  Bounds,
  BoundsIn,
  Offset,
  RequiredGrade,
  Selection,
  Window,
} from '../../../dsl/kernel/expression.ts';
import { boundsIn, codeOf, isBounded, type Codes } from './codes.ts';
import type { Shared } from './names.ts';
import { join, list, source, type Code } from './quote.ts';

/** A selection of events as a shared constant of the module. */
export function selectionConstant(codes: Codes, selection: Selection, shared: Shared): Code {
  const { events, bounds, relativeTo, conditions, window, grade } = selection;
  const bits = (wanted: boolean) =>
    codes.conditions.reduce((mask, id, bit) => (conditions[id] === wanted ? mask | (1 << bit) : mask), 0);
  return shared.constants('Selection', [
    source`kinds: ${list(events.map((id) => codeOf(codes.events, id)))}`,
    ...(bounds === undefined ? [] : [source`bounds: ${boundsList(codes, bounds, relativeTo)}`]),
    source`limit: ${limitCode(relativeTo)}`,
    source`yes: ${bits(true)}`,
    source`no: ${bits(false)}`,
    ...spanField(codes, window),
    source`shownBy: ${sourceBits(selection.shownBy)}`,
    source`reported: ${reportedMark(grade)}`,
  ]);
}

/** What a reported entry counts for. */
export function reportedMark(grade: RequiredGrade): number {
  return grade === 'plain' ? 3 : 1;
}

/** The limit of a result that its value is a multiple of, as a code. */
export function limitCode(relativeTo: Selection['relativeTo']): number {
  return relativeTo === undefined ? 0 : relativeTo === 'lower' ? 1 : 2;
}

/** Bounds as a literal: those of a multiple alone, else one in each unit. */
export function boundsList(
  codes: Codes,
  bounds: readonly BoundsIn[],
  relativeTo: Selection['relativeTo'],
): Code {
  const kept =
    relativeTo === undefined
      ? bounds.filter((each) => boundsIn(bounds, each.unit) === each)
      : bounds.slice(0, 1);
  return source`[${join(
    kept.map((each) => boundsLiteral(each, codeOf(codes.units, each.unit))),
    ', ',
  )}]`;
}

/** Bounds as a literal, in the unit of this place. */
export function boundsLiteral({ least, above, most, below }: Bounds, unit: number): Code {
  const [low, high] = [{ code: '-Infinity' }, { code: 'Infinity' }];
  const fields = [
    source`unit: ${unit}`,
    source`least: ${least ?? low}`,
    source`above: ${above ?? low}`,
    source`most: ${most ?? high}`,
    source`below: ${below ?? high}`,
  ];
  return source`{ ${join(fields, ', ')} }`;
}

/** The field of a window; none where it has no side. */
export function spanField(codes: Codes, window: Window | undefined): readonly Code[] {
  if (!isBounded(window)) return [];
  const { anchor, from, to } = window;
  const fields = [
    source`anchor: ${codes.anchors.indexOf(anchor)}`,
    ...(from === undefined ? [] : [source`from: ${side(from)}`]),
    ...(to === undefined ? [] : [source`to: ${side(to)}`]),
  ];
  return [source`span: { ${join(fields, ', ')} }`];
}

function side({ count, unit, inclusive }: Offset): Code {
  return source`{ count: ${count}, months: ${unit === 'months'}, inclusive: ${inclusive} }`;
}

/** Sources of evidence as bits; -1 where any does. */
export function sourceBits(sources: readonly EvidenceSource[] | undefined): number {
  if (sources === undefined) return -1;
  const all = ['record', 'claim', 'laboratory', 'prescriber', 'attestation'] as const;
  return all.reduce((mask, each, bit) => (sources.includes(each) ? mask | (1 << bit) : mask), 0);
}
