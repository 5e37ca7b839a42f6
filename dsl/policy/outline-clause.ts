import type { Expression } from '../kernel/expression.ts';
import type { Section } from '../kernel/kernel.ts';
import type { Phrase } from '../text.ts';

/** A clause as it prints: its mark and number, its wording, and the clauses below it. */
export interface OutlineClause {
  readonly id: string;
  /** As referred to: `C.iii.a`, `Dosing.A`; an exclusion's and a bullet's is its id. */
  readonly number: string;
  /** As printed before the wording: `A.`; empty for a heading. */
  readonly mark: string;
  readonly text: Phrase;
  /** The criteria of one indication, under the heading that is its number; the clauses below are numbered anew. */
  readonly isIndication?: true;
  readonly section: Section;
  readonly reading?: string;
  /** Its meaning, which refers to the clauses below it. */
  readonly expression: Expression;
  readonly children: readonly OutlineClause[];
}

/** The clauses of a policy, section by section, numbered as they print. */
export interface Outline {
  readonly medicalNecessity: OutlineClause;
  readonly dosing?: OutlineClause;
  readonly reauthorization?: OutlineClause;
  /** The catch-all first. */
  readonly exclusions: readonly OutlineClause[];
}

/** Every clause of an outline in printed order, each before those below it. */
export function clausesOf({
  medicalNecessity,
  dosing,
  reauthorization,
  exclusions,
}: Outline): readonly OutlineClause[] {
  const all = (clause: OutlineClause): readonly OutlineClause[] => [clause, ...clause.children.flatMap(all)];
  return [
    medicalNecessity,
    ...(dosing === undefined ? [] : [dosing]),
    ...(reauthorization === undefined ? [] : [reauthorization]),
    ...exclusions,
  ].flatMap(all);
}
