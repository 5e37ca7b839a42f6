import type { Expression } from './kernel/expression.ts';
import type { Member } from './member.ts';
import { phrase, uncapitalised, type Phrase } from './text.ts';

/** A member's meaning with nothing of it printed apart. */
export function whole(member: Member): Expression {
  if (member.expression !== undefined) return member.expression;
  return joining(member, Object.values(member.members ?? {}).map(whole));
}

/** What the join of a member makes of these parts, which stand for its members. */
export function joining(member: Member, parts: readonly Expression[]): Expression {
  const { kind = 'all', count = 1, negated = false, besides = [] } = member.join ?? {};
  const of = [...besides, ...parts];
  const positive: Expression = kind === 'atLeast' ? { kind, count, of } : { kind, of };
  return negated ? { kind: 'not', of: positive } : positive;
}

/** A member's wording with nothing of it printed apart: a list stands in line, one within another in brackets. */
export function inLine(member: Member): Phrase {
  const parts = Object.values(member.members ?? {}).map((part) =>
    part.members === undefined ? uncapitalised(inLine(part)) : phrase('(', uncapitalised(inLine(part)), ')'),
  );
  return phrase(member.wording.plain, ...parts.flatMap((part, index) => [index === 0 ? ' ' : '; ', part]));
}
