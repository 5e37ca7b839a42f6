import type { Agents, Expression, ReasonKind } from '../kernel/expression.ts';
import { always, type AgentSelection, type Criterion, type Member } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase, uncapitalised } from '../text.ts';
import { joinAgents } from '../vocabulary/agent.ts';

/** A drug failed, is contraindicated, or is not tolerated; of a pair, the reasons may differ. */
export interface FailureContraindicationOrIntolerance<S extends Member> extends Criterion {
  readonly kind: 'failureContraindicationOrIntolerance';
  readonly facts?: 'drugs';
  readonly documentable?: true;
  readonly clauses?: S['clauses'];
}

const reasons: readonly ReasonKind[] = ['failure', 'contraindication', 'intolerance'];

/**
 * Requires a reason against a drug, a choice of drugs, or each of a list of choices. A contraindication needs no
 * trial (reading B-10); a failure on samples does not count (reading B-9).
 * @throws Refused where `oneOther` has no limb before it.
 * @example
 * failureContraindicationOrIntolerance(eitherOf({ dimethylFumarate, fingolimod }))
 */
export function failureContraindicationOrIntolerance<const S extends Member & { readonly means: 'agent' }>(
  selection: S,
): FailureContraindicationOrIntolerance<S> {
  const { wording, agents, members, join, numbering } = selection;
  const named = members === undefined ? wording.plain : uncapitalised(wording.plain);
  const base = {
    kind: 'failureContraindicationOrIntolerance' as const,
    means: 'criterion' as const,
    wording: {
      plain: phrase('Failure, contraindication, or intolerance to ', named),
      documented: phrase('Documentation of failure, contraindication, or intolerance to ', named),
    },
  };
  if (agents !== undefined) {
    if (selection.kind === 'oneOther') throw aloneRefusal();
    return { ...base, expression: against(agents) };
  }
  const entries = Object.entries(members ?? {});
  return {
    ...base,
    ...(join === undefined ? {} : { join }),
    ...(numbering === undefined ? {} : { numbering }),
    members: Object.fromEntries(
      entries.map(([key, member], index) => [
        key,
        limb(
          member,
          entries.slice(0, index).map(([, earlier]) => earlier),
        ),
      ]),
    ),
  };
}

function limb(member: Member, earlier: readonly Member[]): Criterion {
  const { wording, agents, reading, kind } = member;
  if (agents === undefined) {
    throw new Refused(
      'nested-list',
      'A list of drugs within a list of drugs.',
      'Make one list, or use eitherOf within an item.',
    );
  }
  if (kind === 'oneOther' && earlier.length === 0) throw aloneRefusal();
  const expression =
    kind === 'oneOther'
      ? against(agents, joinAgents(earlier.flatMap((before) => before.agents ?? [])))
      : against(agents);
  return {
    kind: 'failureContraindicationOrIntolerance',
    means: 'criterion',
    wording: always(wording.plain),
    ...(reading === undefined ? {} : { reading }),
    expression,
  };
}

function aloneRefusal(): Refused {
  return new Refused(
    'other-than-what',
    'oneOther(...) stands alone: there is no limb before it that it could be other than.',
    'Put it second: bothOf({ first: eitherOf({...}), other: oneOther(list) }).',
  );
}

function against(agents: AgentSelection, taken?: AgentSelection): Expression {
  const set = ({ ingredients, open }: AgentSelection): Agents => ({ ingredients, open });
  return {
    kind: 'reason',
    reasons,
    agents: set(agents),
    ...(taken === undefined ? {} : { otherThan: set(taken) }),
    grade: 'plain',
  };
}
