import type { Leaf } from '../../../dsl/kernel/expression.ts';
import type { Verdict } from '../verdict.ts';
import type { World } from '../world.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { affirmed, chosen, classified, finding, judged, regimen, threshold } from './request.ts';
import { concurrent, elapsed, receiving, treated } from './drugs.ts';
import { reason } from './reasons.ts';
import { amount, change, counted, reading } from './events.ts';
import { run } from './run.ts';
import { trials } from './trials.ts';

/** What a question comes to over a world: the same as `dsl/kernel/meaning.ts` says of every case that it can hold. */
export function answer(leaf: Leaf, kernel: Kernel, world: World): Verdict {
  switch (leaf.kind) {
    case 'threshold':
      return threshold(leaf, world);
    case 'choice':
      return chosen(leaf, world);
    case 'affirmed':
      return affirmed(leaf, world);
    case 'classified':
      return classified(leaf, world);
    case 'finding':
      return finding(leaf, world);
    case 'judgement':
      return judged(leaf, world);
    case 'regimen':
      return regimen(leaf, world);
    case 'reason':
      return reason(leaf, kernel, world);
    case 'treated':
      return treated(leaf, kernel, world);
    case 'receiving':
      return receiving(leaf, kernel, world);
    case 'concurrent':
      return concurrent(leaf, kernel, world);
    case 'elapsed':
      return elapsed(leaf, kernel, world);
    case 'trials':
      return trials(leaf, kernel, world);
    case 'counted':
      return counted(leaf, world);
    case 'reading':
      return reading(leaf, kernel, world);
    case 'change':
      return change(leaf, kernel, world);
    case 'run':
      return run(leaf, world);
    case 'amount':
      return amount(leaf, kernel, world);
  }
}
