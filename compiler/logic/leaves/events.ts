import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import type { Leaf } from '../../../dsl/kernel/expression.ts';
import { unknown, type Verdict } from '../verdict.ts';
import type { World } from '../world.ts';
export function reading(_leaf: Leaf, _kernel: Kernel, _world: World): Verdict {
  return unknown;
}
export function change(_leaf: Leaf, _kernel: Kernel, _world: World): Verdict {
  return unknown;
}
export function amount(_leaf: Leaf, _kernel: Kernel, _world: World): Verdict {
  return unknown;
}
export function counted(_leaf: Leaf, _world: World): Verdict {
  return unknown;
}
export function run(_leaf: Leaf, _world: World): Verdict {
  return unknown;
}
