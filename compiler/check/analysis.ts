import type { CaseRecord } from '../../dsl/kernel/case.ts';
import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import type { Severity } from '../errors.ts';
import type { Inquiry } from '../logic/inquiry.ts';
import type { PolicyLogic } from '../logic/meaning.ts';
import type { Asking } from './analysis/asking.ts';
import type { Place } from './analysis/structure.ts';
import type { Words } from './analysis/words.ts';

/** A rule that is proved or refuted by questions about every case that there can be, with a page beside it. */
export interface Analysis {
  /** As an author names it in `accept('unmeetable', ...)`. */
  readonly name: string;
  readonly rule: (subject: Subject) => Promise<readonly Finding[]>;
}

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
  /** A made-up case that shows it, which the interpreter confirmed. */
  readonly witness?: CaseRecord;
  /** `undecided` where the solver could not settle it in time, or nothing could confirm what it said. */
  readonly status: 'found' | 'undecided';
}

/** A policy, and how questions are put about it. */
export interface Subject {
  readonly policy: CompiledPolicy;
  readonly kernel: Kernel;
  readonly inquiry: Inquiry;
  readonly logic: PolicyLogic;
  /** Where each clause stands among the others, by its id; what is never referred to has no place. */
  readonly places: ReadonlyMap<string, Place>;
  readonly asking: Asking;
  readonly words: Words;
}
