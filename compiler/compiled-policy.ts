import type { Kernel } from '../dsl/kernel/kernel.ts';
import type { CaseRecord } from '../dsl/kernel/case.ts';
import type { Layer, Outcome } from '../dsl/kernel/meaning.ts';
import type { Truth } from '../dsl/kernel/truth.ts';
import type { Policy } from '../dsl/policy/policy.ts';
import type { Finding } from './check/finding.ts';
import type { ChangeLog } from './compare/change-log.ts';
import type { Position } from './position.ts';
import type { Mutation } from './suite/mutation-result.ts';
import type { Suite } from './suite/suite.ts';
import type { Proof } from './validate/evaluator/proof.ts';

export type { Position } from './position.ts';

/** One policy after it was read, elaborated and checked: all that an emitter may know. */
export interface CompiledPolicy {
  /** Its folder in `generated/`, as `ip0213-alemtuzumab`. */
  readonly name: string;
  /** The source module, relative to the project's root, with `/` between folders. */
  readonly source: string;
  /** The policy as its author wrote it. */
  readonly policy: Policy;
  readonly kernel: Kernel;
  /** SHA-256 of the normalised tree, in hexadecimal. */
  readonly digest: string;
  /** Where each clause stands in the source, by its id. */
  readonly positions: ReadonlyMap<string, Position>;
  /** Its hand-written cases, sorted by file name. */
  readonly cases: readonly CaseFile[];
  /** Made-up cases that show each clause, where they were worked out. */
  readonly suite?: Suite;
  /** What became of the mutants of its evaluator, where they were run. */
  readonly mutation?: Mutation;
  /** What the analyses found, where they were made. */
  readonly findings?: readonly Finding[];
  /** What is proved of its evaluator, where it was. */
  readonly proof?: Proof;
  /** The versions before this one, the latest first, where they were looked for and there are such. */
  readonly earlier?: readonly EarlierVersion[];
}

/** A version of a policy's number that was in force before another. */
export interface EarlierVersion {
  /** Its folder in `generated/`. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly effective: string;
  /** What changed since, where it was worked out. */
  readonly changes?: VersionChanges;
}

/** What changed between two versions, and of which it was worked out. */
export interface VersionChanges {
  readonly compared: Compared;
  readonly log: ChangeLog;
}

/** What identifies two versions that were compared: of each its digest, and SHA-256 of its kernel as canonical JSON. */
export interface Compared {
  readonly older: ComparedVersion;
  readonly newer: ComparedVersion;
}

export interface ComparedVersion {
  readonly digest: string;
  readonly kernel: string;
}

/** A worked case: a made-up record and what the policy's text makes of it. */
export interface CaseFile {
  /** The file's name without its ending. */
  readonly name: string;
  readonly about: string;
  readonly expected: ExpectedDetermination;
  readonly record: CaseRecord;
}

/** What a case's author worked out by hand; what is left out is not compared. */
export interface ExpectedDetermination {
  readonly outcome: Outcome;
  readonly layer: Layer;
  readonly clauses: Readonly<Record<string, Truth>>;
  /** Ids of exactly the clauses with a missing fact, in the policy's order. */
  readonly missing?: readonly string[];
  readonly needsReview?: readonly string[];
  readonly warnings?: readonly string[];
  readonly approval?: { readonly months?: number; readonly units?: number };
}
