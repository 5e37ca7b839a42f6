import type { ElaboratedPolicy } from '../compile-policy.ts';
import type { Diagnostic } from '../errors.ts';
import { analyses } from './analyses.ts';
import type { Check } from './check.ts';
import { acceptance } from './acceptance/acceptance.ts';
import { adults } from './adults/adults.ts';
import { approvalInterval } from './approval-interval/approval-interval.ts';
import { bandGap } from './band-gap/band-gap.ts';
import { citation } from './citation/citation.ts';
import { clauseNumber } from './clause-number/clause-number.ts';
import { codeDate } from './code-date/code-date.ts';
import { criteriaTextCheck } from './criteria-text/criteria-text.ts';
import { oneMeaning } from './one-meaning/one-meaning.ts';
import { oneVersion } from './one-version/one-version.ts';
import { paper } from './paper/paper.ts';
import { spelling } from './spelling/spelling.ts';
import { unitConversion } from './unit-conversion/unit-conversion.ts';
import { vocabularyEntries } from './vocabulary/vocabulary.ts';
import { weakLimb } from './weak-limb/weak-limb.ts';

/** Every check. A new one is a folder of its own and a line here. */
export const checks: readonly Check[] = [
  acceptance,
  adults,
  approvalInterval,
  bandGap,
  citation,
  clauseNumber,
  codeDate,
  criteriaTextCheck,
  oneMeaning,
  oneVersion,
  paper,
  spelling,
  unitConversion,
  vocabularyEntries,
  weakLimb,
];

/** What the checks find in policies; `isWhole` where they are all that the project has. */
export function checkPolicies(
  elaborated: readonly ElaboratedPolicy[],
  isWhole: boolean,
): readonly Diagnostic[] {
  const policies = elaborated.map(({ compiled }) => compiled);
  const names = [...new Set([...checks, ...analyses].map(({ name }) => name))].sort();
  return elaborated.flatMap(({ compiled, placeOf, placeOfEntry }) =>
    checks.flatMap(({ name, rule }) =>
      rule(compiled, {
        policies,
        placeOf: (clause = '') => placeOf(clause),
        placeOfEntry,
        isWhole,
        isAccepted: (clause) =>
          (compiled.policy.accepted ?? []).some(({ check, at }) => check === name && at === clause),
        checks: names,
      }),
    ),
  );
}
