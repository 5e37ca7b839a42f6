import { always, type Criterion, type Member, type StateSelection } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase, uncapitalised } from '../text.ts';
import type { Expression } from '../kernel/expression.ts';

/** The state of a disease that governs on the date of service is the one named, or one of those named. */
export interface DiagnosedWith<D extends Member> extends Criterion {
  readonly kind: 'diagnosedWith';
  readonly facts?: 'diagnoses';
  readonly documentable?: true;
  readonly clauses?: D['clauses'];
}

/**
 * Requires a diagnosis: one, `eitherOf` several within the item, or a list as `oneOf({ activeSpms, rrms })`, each
 * member of which is a clause.
 * @throws Refused where a list is nested in another.
 * @example
 * diagnosedWith(oneOf({ activeSpms, rrms }))
 */
export function diagnosedWith<const D extends Member & { readonly means: 'diagnosis' }>(
  diagnosis: D,
): DiagnosedWith<D> {
  const { wording, states, members } = diagnosis;
  const words = wording.plain;
  const named = members === undefined ? words : uncapitalised(words);
  const base = {
    kind: 'diagnosedWith' as const,
    means: 'criterion' as const,
    wording: { plain: phrase('Diagnosis of ', named), documented: phrase('Documented diagnosis of ', named) },
  };
  if (states !== undefined) return { ...base, expression: governs(states) };
  const { join, numbering } = diagnosis;
  return {
    ...base,
    ...(join === undefined ? {} : { join }),
    ...(numbering === undefined ? {} : { numbering }),
    members: Object.fromEntries(Object.entries(members ?? {}).map(([key, member]) => [key, one(member)])),
  };
}

function one(member: Member): Criterion {
  if (member.states === undefined) {
    throw new Refused(
      'nested-list',
      'A list of diagnoses within a list of diagnoses.',
      'Make one list of them.',
    );
  }
  return {
    kind: 'diagnosedWith',
    means: 'criterion',
    wording: always(member.wording.plain),
    expression: governs(member.states),
  };
}

function governs({ course, states }: StateSelection): Expression {
  return { kind: 'classified', axis: course, among: states, grade: 'plain' };
}
