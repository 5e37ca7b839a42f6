import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { Leaf } from '../../../dsl/kernel/expression.ts';
import { unknown, type Verdict } from '../verdict.ts';
import type { World } from '../world.ts';
export function reason(_leaf: Leaf, _kernel: Kernel, _world: World): Verdict {
  return unknown;
}
export function receiving(_leaf: Leaf, _kernel: Kernel, _world: World): Verdict {
  return unknown;
}
export function treated(_leaf: Leaf, _kernel: Kernel, _world: World): Verdict {
  return unknown;
}
export function concurrent(_leaf: Leaf, _kernel: Kernel, _world: World): Verdict {
  return unknown;
}
export function elapsed(_leaf: Leaf, _kernel: Kernel, _world: World): Verdict {
  return unknown;
}
