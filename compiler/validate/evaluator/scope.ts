import type { Cell, Scope } from './value.ts';

export function inner(outer: Scope | undefined): Scope {
  return { names: new Map(), outer };
}

/** The cell that a name stands for at a place of the text. */
export function lookUp(scope: Scope | undefined, name: string): Cell | undefined {
  for (let at = scope; at !== undefined; at = at.outer) {
    const cell = at.names.get(name);
    if (cell !== undefined) return cell;
  }
  return undefined;
}
