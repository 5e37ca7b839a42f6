import type { CompiledPolicy } from '../compiled-policy.ts';
import type { ElaboratedPolicy } from '../compile-policy.ts';
import type { Diagnostic, Place } from '../errors.ts';
import { acceptance } from './acceptance/acceptance.ts';
import { adults } from './adults/adults.ts';
import { approvalInterval } from './approval-interval/approval-interval.ts';
import { citation } from './citation/citation.ts';
import { clauseNumber } from './clause-number/clause-number.ts';
import { codeDate } from './code-date/code-date.ts';
import { oneMeaning } from './one-meaning/one-meaning.ts';
import { oneVersion } from './one-version/one-version.ts';
import { spelling } from './spelling/spelling.ts';
import { weakLimb } from './weak-limb/weak-limb.ts';

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
  /** Whether the author lets a finding stand at a clause. */
  readonly isAccepted: (clause: string) => boolean;
  /** Names of all checks. */
  readonly checks: readonly string[];
}

/** Every check. A new one is a folder of its own and a line here. */
export const checks: readonly Check[] = [
  acceptance,
  adults,
  approvalInterval,
  citation,
  clauseNumber,
  codeDate,
  oneMeaning,
  oneVersion,
  spelling,
  weakLimb,
];

/** What the checks find in policies. */
export function checkPolicies(elaborated: readonly ElaboratedPolicy[]): readonly Diagnostic[] {
  const policies = elaborated.map(({ compiled }) => compiled);
  const names = checks.map(({ name }) => name);
  return elaborated.flatMap(({ compiled, placeOf }) =>
    checks.flatMap(({ name, rule }) =>
      rule(compiled, {
        policies,
        placeOf: (clause = '') => placeOf(clause),
        isAccepted: (clause) =>
          (compiled.policy.accepted ?? []).some(({ check, at }) => check === name && at === clause),
        checks: names,
      }),
    ),
  );
}
