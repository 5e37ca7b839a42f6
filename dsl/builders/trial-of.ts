import type { BoundsIn, ReasonKind, Trials } from '../kernel/expression.ts';
import { recorded, type Criterion, type Member } from '../member.ts';
import type { Quantity, QuantityIn } from '../quantity.ts';
import { Refused, type Refusal } from '../refusal.ts';
import { phrase, plainText, proseList, strong, type Phrase } from '../text.ts';
import { quantityText } from '../vocabulary/unit-name.ts';
import type { QuantityBounds } from './bounds.ts';
import { numberWord } from './number-word.ts';
import { counted } from './selection.ts';
import type { LengthIn, Span, TimeWindow } from './time-window.ts';
import {
  agentNames,
  agentsOf,
  agentsReading,
  isSingle,
  pluralOf,
  reasonsOnce,
  reasonWords,
} from './trial-text.ts';

/** So many agents were tried, each in a course of the kind described. */
export interface TrialOf<Facts extends string> extends Criterion {
  readonly kind: 'trialOf';
  readonly facts?: 'drugs' | (Facts & `dates.${string}`);
  readonly documentable?: true;
}

/** What a course must have been, and how many agents are asked for. */
export interface TrialOptions<
  R extends ReasonKind,
  Length extends string,
  Total extends string,
  Facts extends string,
> {
  /** How many agents: one, where it is left out. */
  readonly count?: number;
  /** What tells agents apart: the ingredient, where it is left out. */
  readonly distinctBy?: 'ingredient' | 'class' | 'product';
  /** How long each course must have lasted, in `days`, `weeks`, `months` or `years`. */
  readonly lasting?: LengthIn<Length>;
  /** On how many calendar days some course of them must have run, all courses together. */
  readonly total?: QuantityIn<'days', Total>;
  /** What dose each course must have reached. */
  readonly dose?: QuantityBounds<string>;
  /** How the course ended; any course counts, where it is left out. */
  readonly reasons?: readonly R[];
  /** Where the last day of the course must lie. */
  readonly within?: TimeWindow<Facts>;
}

/** The reasons that a length binds. */
export type Binding = 'all' | ReasonKind | readonly ReasonKind[];

/** The binding: stated where there are a length and reasons, and to reasons that are named; else the refusal that its author reads. */
export type StatedBinding<R extends ReasonKind, Length extends string, B extends Binding> = [R] extends [
  never,
]
  ? { readonly binding?: B }
  : [Length] extends [never]
    ? { readonly binding?: B }
    : [B] extends [never]
      ? {
          readonly binding: Refusal<"The length could bind every reason or some of them: state it, as binding: 'failure' or binding: 'all'.">;
        }
      : [B] extends ['all' | R | readonly R[]]
        ? {
            /** With reasons: which of them the length binds. */
            readonly binding: B;
          }
        : {
            readonly binding: Refusal<"The length is bound to a reason that is none of the reasons: name one of them, or 'all'.">;
          };

/**
 * Requires a trial of so many agents, told apart by ingredient, class or product: of any course, or with `reasons` of
 * one that ended so. `lasting` is asked of each course, `total` of all courses together. With reasons, `binding` says
 * which of them the length binds: a contraindication that was never tried has none.
 * @throws Refused where the binding is not stated, or is to no reason that is named; where a dose has several units;
 * where the list holds fewer agents than are asked for.
 * @example
 * trialOf(ingredient({ id: 'metformin', name: 'metformin' }), { lasting: days(30), reasons: ['failure', 'contraindication', 'intolerance'], binding: 'failure' })
 */
export function trialOf<
  const S extends Member & { readonly means: 'agent' },
  const R extends ReasonKind = never,
  const Length extends string = never,
  const Total extends string = never,
  const B extends Binding = never,
  const Facts extends string = never,
>(
  agents: S,
  options: TrialOptions<R, Length, Total, Facts> & StatedBinding<R, Length, B>,
): TrialOf<NoInfer<Facts>> {
  // Past the call the refusals have done their work: lengths are in days or months.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  const given = options as unknown as Given;
  const { distinctBy = 'ingredient', total, within } = given;
  const set = agentsOf(agents);
  const count = counted(given.count ?? 1);
  if (!set.open && distinctBy === 'ingredient' && set.ingredients.length < count) {
    throw new Refused(
      'trial-count',
      `${count} agents are asked for, of a list that holds ${set.ingredients.length}.`,
      'Lower the count, or name more drugs, told apart by ingredient.',
    );
  }
  const reasons = given.reasons === undefined ? undefined : reasonsOnce(given.reasons);
  const lasting = lastingOf(given, reasons);
  const dose = doseOf(given.dose);
  if (total !== undefined) counted(total.value);
  const trials: Trials = {
    kind: 'trials',
    agents: set,
    by: distinctBy,
    least: count,
    ...(reasons === undefined ? {} : { reasons }),
    ...(lasting === undefined ? {} : { lasting }),
    ...(total === undefined ? {} : { totalDays: total.value }),
    ...(dose === undefined ? {} : { dose }),
    ...(within === undefined ? {} : { window: within.window }),
    grade: 'plain',
  };
  return {
    kind: 'trialOf',
    means: 'criterion',
    wording: recorded(
      phrase(
        reasons === undefined ? 'trial of ' : reasonWords(reasons),
        named(agents, count, distinctBy),
        ...conditions(given, reasons),
      ),
    ),
    reading: agentsReading(agents),
    expression: trials,
  };
}

interface Given {
  readonly count?: number;
  readonly distinctBy?: 'ingredient' | 'class' | 'product';
  readonly lasting?: Span;
  readonly binding?: Binding;
  readonly total?: Quantity<'days'>;
  readonly dose?: QuantityBounds<string>;
  readonly reasons?: readonly ReasonKind[];
  readonly within?: TimeWindow<string>;
}

function lastingOf(
  { lasting, binding }: Given,
  reasons: readonly ReasonKind[] | undefined,
): Trials['lasting'] {
  if (lasting === undefined || reasons === undefined) {
    if (binding !== undefined) {
      throw new Refused(
        'trial-binding',
        'A length is bound to reasons, and there is no length or there are no reasons.',
        'Leave binding out, or state lasting and reasons.',
      );
    }
    return lasting === undefined ? undefined : { count: counted(lasting.value), unit: lasting.unit };
  }
  const binds = bound(binding, reasons);
  const stray = binds?.find((reason) => !reasons.includes(reason));
  if (binding === undefined || binds?.length === 0 || stray !== undefined) {
    throw new Refused(
      'trial-binding',
      stray === undefined
        ? 'A trial with reasons has a length, and which of the reasons it binds is not stated.'
        : `The length is bound to ${stray}, which is none of the reasons.`,
      "State it, as binding: 'failure' or binding: 'all'.",
    );
  }
  return {
    count: counted(lasting.value),
    unit: lasting.unit,
    ...(binds === undefined ? {} : { binds }),
  };
}

/** The reasons that are bound; nothing where all are. */
function bound(
  binding: Binding | undefined,
  reasons: readonly ReasonKind[],
): readonly ReasonKind[] | undefined {
  if (binding === undefined || binding === 'all') return undefined;
  const named = typeof binding === 'string' ? [binding] : binding;
  return reasons.every((reason) => named.includes(reason)) && named.length === reasons.length
    ? undefined
    : named;
}

function doseOf(dose: QuantityBounds<string> | undefined): BoundsIn | undefined {
  if (dose === undefined) return undefined;
  const [first, second] = dose.stated;
  if (first === undefined || second !== undefined) {
    throw new Refused(
      'trial-dose',
      'A dose is stated in several units.',
      'State it in one unit of dose by time.',
    );
  }
  return first;
}

const told = {
  ingredient: 'each of another ingredient',
  class: 'each of another drug class',
  product: 'each another product',
};

function named(agents: Member, count: number, by: keyof typeof told): Phrase {
  if (isSingle(agents) && count === 1) return agentNames(agents);
  const apart = count === 1 ? '' : `, ${told[by]}`;
  const number = strong(numberWord(count));
  if (agents.members !== undefined) return phrase('at least ', number, ' of ', agentNames(agents), apart);
  if (count === 1) return phrase('at least ', number, ' ', agentNames(agents));
  const plural = pluralOf(agents);
  return plural === undefined
    ? phrase('at least ', number, apart, ', of this kind: ', agentNames(agents))
    : phrase('at least ', number, ` ${plural}${apart}`);
}

function conditions(given: Given, reasons: readonly ReasonKind[] | undefined): readonly string[] {
  const { lasting, total, dose, within, count = 1 } = given;
  const course = count === 1 ? 'the course' : 'each course';
  return [
    ...(lasting === undefined ? [] : [`; ${lengthText(course, lasting, given, reasons)}`]),
    ...(total === undefined
      ? []
      : [
          `; the courses together must have run on at least ${quantityText(total)} (calendar days, each counted once)`,
        ]),
    ...(dose === undefined ? [] : [`; ${course} must have reached a dose of ${dose.text}`]),
    ...(within === undefined ? [] : [`; the last day of ${course} must lie in this time: ${within.text}`]),
  ];
}

function lengthText(
  course: string,
  lasting: Span,
  { binding }: Given,
  reasons: readonly ReasonKind[] | undefined,
): string {
  const length = `${course} must have lasted at least ${quantityText(lasting)}`;
  const binds = reasons === undefined ? undefined : bound(binding, reasons);
  if (binds === undefined) {
    return reasons === undefined || reasons.length === 1
      ? length
      : `${length}, whichever of these is the reason`;
  }
  const names = (conjunction: 'and' | 'or') =>
    plainText(
      proseList(
        binds.map((reason) => phrase(reason)),
        conjunction,
      ),
    );
  return `for ${names('or')} ${length} (this binds ${names('and')} alone)`;
}
