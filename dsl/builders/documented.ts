import type { Expression } from '../kernel/expression.ts';
import { always, type Criterion, type Member } from '../member.ts';
import { Refused, type Refusal } from '../refusal.ts';
import type { RefersOf } from '../paths.ts';

/** The criterion, met by a record alone: what is only reported leaves it unknown. */
export interface Documented<C extends Criterion> extends Criterion {
  readonly kind: 'documented';
  readonly facts?: C['facts'];
  readonly documentable?: true;
  readonly clauses?: C['clauses'];
  readonly refers?: RefersOf<C>;
}

/** The criterion, where a record can show it; else the refusal that its author reads. */
export type Documentable<C extends Criterion> = C['documentable'] extends true | undefined
  ? C
  : Refusal<'Documentation can only be asked of what a record shows: diagnoses, findings, measurements, events, trials of a drug and reasons against it, judgements. Leave documented(...) out here.'>;

/**
 * Asks for a record of each fact in the criterion.
 * @throws Refused where a part can't be documented, as an age.
 * @example
 * documented(oneOf({ relapse: disablingRelapse, mri: mriHighlyActive }))
 */
export function documented<const C extends Criterion>(criterion: Documentable<C>): Documented<C> {
  // Past the call the refusal has done its work: the criterion is what C says.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the reason is above
  const given: Criterion = criterion as C;
  return {
    ...graded(given),
    kind: 'documented',
    means: 'criterion',
    wording: always(given.wording.documented),
  };
}

/** The member with each of its leaves asking for a record; its own wording stays. */
function graded(member: Member): Omit<Member, 'facts' | 'documentable' | 'clauses'> {
  if (member.join?.besides !== undefined) throw notDocumentable();
  const {
    facts: _facts,
    documentable: _documentable,
    clauses: _clauses,
    expression,
    members,
    ...rest
  } = member;
  return {
    ...rest,
    ...(expression === undefined ? {} : { expression: withRecord(expression) }),
    ...(members === undefined
      ? {}
      : { members: Object.fromEntries(Object.entries(members).map(([key, part]) => [key, graded(part)])) }),
  };
}

function withRecord(expression: Expression): Expression {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return { ...expression, of: expression.of.map(withRecord) };
    case 'classified':
    case 'finding':
    case 'judgement':
    case 'reason':
    case 'trials':
      return { ...expression, grade: 'documented' };
    case 'counted':
    case 'reading':
      return { ...expression, of: { ...expression.of, grade: 'documented' } };
    case 'run':
      return { ...expression, of: { ...expression.of, grade: 'documented' } };
    case 'change':
      return {
        ...expression,
        of: { ...expression.of, grade: 'documented' },
        baseline: { ...expression.baseline, grade: 'documented' },
      };
    default:
      throw notDocumentable();
  }
}

function notDocumentable(): Refused {
  return new Refused(
    'not-documentable',
    'documented(...) holds a criterion that no record is asked for.',
    'Take that criterion out of documented(...): diagnoses, findings, measurements, events, trials of a drug and reasons against it, and judgements can be documented.',
  );
}
