import type { Evidence, EvidenceSource } from './case.ts';
import type { RequiredGrade } from './expression.ts';
import { met, notMet, unknown, type Verdict } from './truth.ts';

/** How far the evidence carries a plain or a documented statement. */
export function supported(evidence: Evidence | undefined, grade: RequiredGrade): Verdict {
  if (evidence === undefined) return unknown;
  if (evidence === 'absent') return notMet;
  return evidence === 'documented' || grade === 'plain' ? met : unknown;
}

/** Whether one of the wanted sources shows a fact; what another source shows leaves it open, for the right paper may exist. */
export function isShownBy(
  source: EvidenceSource | undefined,
  wanted: readonly EvidenceSource[] | undefined,
): Verdict {
  if (wanted === undefined) return met;
  return source !== undefined && wanted.includes(source) ? met : unknown;
}
