import { packedDate } from '../../logic/date.ts';
import { certain, known, least, type Verdict } from '../../logic/verdict.ts';
import { atMost, not, or, whole, type Term } from '../../logic/term.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { World } from '../../logic/world.ts';
import { conj, disj, neg } from './formula.ts';
import { strictlyEqual } from './operators.ts';
import type { Value } from './value.ts';

/** What of a case decides which layer speaks, before any criterion. */
export interface Layers {
  /** Whether the policy is in force and speaks of the product. */
  readonly scope: Verdict;
  readonly isMandated: Term;
  readonly covers: Term;
  readonly excludes: Term;
}

export function layersOf(kernel: Kernel, { request }: World): Layers {
  return {
    scope: least([
      certain(atMost(whole(packedDate(kernel.effective) ?? 0), request.dateOfService.term)),
      known(request.product.isKnown, request.product.isOneOf(kernel.products)),
    ]),
    isMandated: request.mandate.isOneOf(['requires']),
    covers: request.planDocument.isOneOf(['covers']),
    excludes: request.planDocument.isOneOf(['excludes']),
  };
}

/** The places that the layers have, before those of questions. */
export const layerPlaces = { scope: 0, mandate: 1, plan: 2 } as const;

/** Where a place holds something else than one of some codes, each in its own case. */
export function codesDiffer(value: Value, codes: ReadonlyMap<number, Term>): Term {
  return disj(...[...codes].map(([code, when]) => neg(or1(strictlyEqual(value, code), when))));
}

function or1(first: Term, second: Term): Term {
  return disj(conj(first, second), conj(neg(first), neg(second)));
}

/** The codes of a mandate: 3 where it requires, else 0. */
export function mandateCodes({ isMandated }: Layers): ReadonlyMap<number, Term> {
  return new Map([
    [3, isMandated],
    [0, not(isMandated)],
  ]);
}

/** The codes of a plan document: 1 where it covers, 2 where it excludes, else 0. */
export function planCodes({ covers, excludes }: Layers): ReadonlyMap<number, Term> {
  return new Map([
    [1, covers],
    [2, excludes],
    [0, not(or(covers, excludes))],
  ]);
}
