import type { Kernel } from '../../dsl/kernel/kernel.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import type { Excerpt } from '../logic/excerpt.ts';
import type { Asked, Inquiry } from '../logic/inquiry.ts';
import type { Asking } from './analysis/asking.ts';
import type { Place } from './analysis/structure.ts';
import type { Words } from './analysis/words.ts';
import type { Finding } from './finding.ts';

export type { Finding } from './finding.ts';

/** A rule that is proved or refuted by questions about every case that there can be, with a page beside it. */
export interface Analysis {
  /** As an author names it in `accept('unmeetable', ...)`. */
  readonly name: string;
  readonly rule: (subject: Subject) => Promise<readonly Finding[]>;
}

/** A policy, and how questions are put about it. */
export interface Subject {
  readonly policy: CompiledPolicy;
  readonly kernel: Kernel;
  readonly inquiry: Inquiry;
  /** Opens a part of the policy to questions; whoever opens it closes it. */
  readonly open: (excerpt: Excerpt) => Asked;
  /** Where each clause stands among the others, by its id; what is never referred to has no place. */
  readonly places: ReadonlyMap<string, Place>;
  readonly asking: Asking;
  readonly words: Words;
}
