import { always, type Criterion } from '../member.ts';
import { phrase, proseList } from '../text.ts';
import type { Disease } from '../vocabulary/disease.ts';

/** The request is for one of these indications. */
export interface RequestedFor extends Criterion {
  readonly kind: 'requestedFor';
  readonly facts?: never;
  readonly documentable?: false;
}

/**
 * Requires that the request is for an indication, or for one of several.
 * @example
 * requestedFor(multipleSclerosis)
 */
export function requestedFor(disease: Disease, ...others: readonly Disease[]): RequestedFor {
  const diseases = [disease, ...others];
  return {
    kind: 'requestedFor',
    means: 'criterion',
    wording: always(
      phrase(
        'The request is for the treatment of ',
        proseList(
          diseases.map(({ name }) => phrase(name)),
          'or',
        ),
      ),
    ),
    expression: { kind: 'choice', field: 'indication', among: diseases.map(({ id }) => id) },
  };
}
