import type { Analysis } from './analysis.ts';
import { alwaysMet } from './always-met/always-met.ts';
import { gapWitness } from './band-gap/gap-witness.ts';
import { billing } from './billing/billing.ts';
import { cancelledPath } from './cancelled-path/cancelled-path.ts';
import { implied } from './implied/implied.ts';
import { neverMatters } from './never-matters/never-matters.ts';
import { overlap } from './overlap/overlap.ts';
import { renewal } from './renewal/renewal.ts';
import { unmeetable } from './unmeetable/unmeetable.ts';
import { unsettled } from './unsettled/unsettled.ts';

/**
 * Every check that asks the solver. A new one is a folder of its own and a line here. The first asks for whole paths to an
 * approval: the cases that it finds answer much of what the others ask.
 */
export const analyses: readonly Analysis[] = [
  cancelledPath,
  unmeetable,
  unsettled,
  implied,
  alwaysMet,
  gapWitness,
  overlap,
  renewal,
  billing,
  neverMatters,
];
