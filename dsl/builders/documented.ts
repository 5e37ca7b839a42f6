import type { Expression } from '../kernel/expression.ts';
import { always, type Criterion, type Member } from '../member.ts';
import { Refused, type Refusal } from '../refusal.ts';

/** The criterion, met by a record alone: what is only reported leaves it unknown. */
export interface Documented<C extends Criterion> extends Criterion {
  readonly kind: 'documented';
  readonly facts?: C['facts'];
  readonly documentable?: true;
  readonly clauses?: C['clauses'];
}

/** The criterion, where a record can show it; else the refusal that its author reads. */
export type Documentable<C extends Criterion> = C['documentable'] extends true | undefined
  ? C
  : Refusal<'Documentation can only be asked of what a record shows: diagnoses, findings, reasons against a drug, judgements. Leave documented(...) out here.'>;

/**
 * Asks for a record of each fact in the criterion.
 * @throws Refused where a part can't be documented, as an age.
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
      return { ...expression, grade: 'documented' };
    default:
      throw new Refused(
        'not-documentable',
        'documented(...) holds a criterion that no record is asked for.',
        'Take that criterion out of documented(...): diagnoses, findings, reasons against a drug and judgements can be documented.',
      );
  }
}
