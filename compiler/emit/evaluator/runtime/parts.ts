import { verbatim } from '../quote.ts';

/** The clauses as data, and the walk through them from which reasons and missing facts are told. */
export const parts = verbatim(`
/** An expression as data: a leaf or a clause by its place, the n-th greatest of parts, or a swap. */
type Part =
  | { readonly leaf: number }
  | { readonly clause: number }
  | { readonly count: number; readonly of: readonly Part[] }
  | { readonly swap: Part };

const leafAt = (leaf: number): Part => ({ leaf });
const clauseAt = (clause: number): Part => ({ clause });
const allOf = (...of: readonly Part[]): Part => ({ count: of.length, of });
const anyOf = (...of: readonly Part[]): Part => ({ count: 1, of });
const atLeastOf = (count: number, ...of: readonly Part[]): Part => ({ count, of });
const swapOf = (part: Part): Part => ({ swap: part });

/** A case while it is determined. */
interface Matter {
  readonly facts: Facts;
  readonly on: number;
  readonly leaves: Uint8Array;
  readonly statuses: Uint8Array;
  readonly reviews: boolean[];
  /** What each leaf asks for, once it was asked. */
  readonly asked: (readonly Ask[])[];
}

function statusOf(part: Part, matter: Matter): number {
  if ('leaf' in part) return matter.leaves[part.leaf]! & 3;
  if ('clause' in part) return matter.statuses[part.clause]!;
  if ('swap' in part) return opposite(statusOf(part.swap, matter));
  const statuses = part.of.map((each) => statusOf(each, matter));
  if (statuses.filter((status) => status === 3).length >= part.count) return 3;
  return statuses.filter((status) => status !== 0).length < part.count ? 0 : 1;
}

function opposite(status: number): number {
  return status === 1 ? 1 : 3 - status;
}

/** Whether an unknown part waits for a reviewer: one of its unknown parts does. */
function needsReview(part: Part, matter: Matter): boolean {
  if (statusOf(part, matter) !== 1) return false;
  if ('leaf' in part) return matter.leaves[part.leaf] === 5;
  if ('clause' in part) return matter.reviews[part.clause] === true;
  if ('swap' in part) return needsReview(part.swap, matter);
  return part.of.some((each) => needsReview(each, matter));
}

/**
 * Visits the leaves that make a part what it is, through parts of the same status, each with the innermost clause
 * that it belongs to, or -1.
 */
function walk(part: Part, status: number, matter: Matter, visit: (leaf: number, clause: number) => void): void {
  const seen = new Set<number>();
  const step = (each: Part, wanted: number, clause: number): void => {
    if (statusOf(each, matter) !== wanted) return;
    if ('leaf' in each) visit(each.leaf, clause);
    else if ('swap' in each) step(each.swap, opposite(wanted), clause);
    else if ('of' in each) for (const inner of each.of) step(inner, wanted, clause);
    else if (!seen.has(each.clause)) {
      seen.add(each.clause);
      step(parts[each.clause]!, wanted, each.clause);
    }
  };
  step(part, status, -1);
}`);
