import type { CaseRecord } from '../../../dsl/kernel/case.ts';
import type { Leaf } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { drugAlternatives } from './drugs.ts';
import { eventAlternatives } from './events.ts';
import { requestAlternatives } from './request.ts';

/**
 * Cases that differ from one in the facts that a question reads, about the points where its answer turns: the day on
 * either side of a bound, each member of a list, each grade. Those that leave nothing out come first.
 */
export function alternativesOf(leaf: Leaf, kernel: Kernel, record: CaseRecord): readonly CaseRecord[] {
  switch (leaf.kind) {
    case 'reason':
    case 'treated':
    case 'receiving':
    case 'concurrent':
    case 'elapsed':
    case 'trials':
      return drugAlternatives(leaf, kernel, record);
    case 'counted':
    case 'reading':
    case 'change':
    case 'run':
      return eventAlternatives(leaf, kernel, record);
    case 'amount':
      return [
        ...requestAlternatives(leaf, kernel, record),
        ...(leaf.perValueOf === undefined ? [] : eventAlternatives(leaf, kernel, record)),
      ];
    default:
      return requestAlternatives(leaf, kernel, record);
  }
}
