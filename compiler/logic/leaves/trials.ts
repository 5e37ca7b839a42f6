import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { Leaf } from '../../../dsl/kernel/expression.ts';
import { unknown, type Verdict } from '../verdict.ts';
import type { World } from '../world.ts';
export function trials(_leaf: Leaf, _kernel: Kernel, _world: World): Verdict {
  return unknown;
}
