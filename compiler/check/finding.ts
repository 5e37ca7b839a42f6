import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Severity } from '../diagnostic.ts';
import type { Condition } from './analysis/conditions.ts';

/** What an analysis tells of a policy: plain data, which can be kept and printed later. */
export interface Finding {
  readonly check: string;
  /** Stable: `TRI420` and on, or that of the check that finds the same without questions. */
  readonly code: string;
  readonly severity: Severity;
  /** Ids of the smallest set of clauses that cause it; it is told, and accepted, at the first. */
  readonly clauses: readonly string[];
  /** Names clauses by their printed numbers. */
  readonly message: string;
  /** What to write instead. */
  readonly remedy: string;
  /** Why it is so, in words. */
  readonly proof: string;
  /** What was proved: there is no case of which all of this holds. */
  readonly never?: readonly Condition[];
  /** A made-up case that shows it, which the interpreter confirmed. */
  readonly witness?: CaseRecord;
  /** `undecided` where the solver could not settle it in time, or nothing could confirm what it said. */
  readonly status: 'found' | 'undecided';
}
