import type { CompiledPolicy } from '../compiled-policy.ts';
import type { Diagnostic, Place } from '../errors.ts';

/** A rule that policies keep, with a page beside it that says why. */
export interface Check {
  /** As an author names it in `accept('spelling', ...)`. */
  readonly name: string;
  readonly rule: (policy: CompiledPolicy, context: CheckContext) => readonly Diagnostic[];
}

/** What a rule may ask beside the policy itself. */
export interface CheckContext {
  /** All policies, sorted by name. */
  readonly policies: readonly CompiledPolicy[];
  /** Where a clause stands in the source; without one, where the policy does. */
  readonly placeOf: (clause?: string) => Place;
  /** Where an entry of the vocabulary stands in the source. */
  readonly placeOfEntry: (entry: object) => Place;
  /** Whether `policies` are all that the project has; else nothing can be said of what none of them does. */
  readonly isWhole: boolean;
  /** Whether the author lets a finding stand at a clause. */
  readonly isAccepted: (clause: string) => boolean;
  /** Names of all checks. */
  readonly checks: readonly string[];
}
