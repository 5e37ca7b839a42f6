import { verbatim } from '../quote.ts';

/** The shape of a determination, inline. */
export const determinationTypes = verbatim(`
/** The answer to a request. */
export interface Determination {
  readonly outcome: (typeof outcomes)[number];
  /** The layer that decided. */
  readonly layer: (typeof layers)[number];
  /** Every clause, in printed order. */
  readonly clauses: readonly {
    readonly id: string;
    readonly number: string;
    readonly text: string;
    readonly status: Status;
    readonly needsReview: boolean;
  }[];
  readonly reasons: readonly Reason[];
  /** For a pended request, the facts that can still change the outcome. */
  readonly missing: readonly {
    readonly clause: string;
    readonly number: string;
    readonly fact: string;
    readonly settle: string;
    readonly needsReview: boolean;
  }[];
  /** For a pended request, what to ask next. */
  readonly next?: {
    readonly first: Determination['missing'][number];
    /** The fewest facts that, answered favourably, lead to \`leadsTo\`. */
    readonly shortest: Determination['missing'];
    readonly leadsTo?: 'approved' | 'modified';
  };
  /** For a denied request, the least that would have to be otherwise. */
  readonly nearest?: {
    /** Whether all of it can still change. */
    readonly isOpen: boolean;
    readonly changes: readonly Change[];
    /** Facts that have to come in as well. */
    readonly missing: Determination['missing'];
    readonly leadsTo?: 'approved' | 'modified';
  };
  readonly approval?: Approval;
  readonly warnings: readonly Remark[];
  readonly assumptions: readonly Remark[];
  readonly policy: { readonly number: string; readonly effective: string; readonly digest: string };
}

type Status = 'met' | 'unknown' | 'not-met';

interface Reason {
  readonly clause?: string;
  readonly number?: string;
  readonly text: string;
}

interface Change {
  readonly clause: string;
  readonly number: string;
  readonly fact: string;
  readonly kind: 'can change' | 'cannot change';
  readonly text: string;
  readonly from?: string;
}

interface Approval {
  readonly months?: number;
  readonly regimen?: { readonly clause: string; readonly mgPerDay: number; readonly days: number; readonly totalMg: number };
  readonly units?: number;
  readonly code?: string;
  readonly notBefore?: string;
}`);

/** The function itself and what every policy needs for it. */
export const determine = verbatim(`
/** Decides a case and says why, what is missing and what is approved. The case must be a valid one. */
export function determine(facts: Facts): Determination {
  const leaves = new Uint8Array(leafCount);
  const statuses = new Uint8Array(clauseCount);
  encode(facts, leaves);
  const conclusion = conclude(leaves, statuses);
  const outcome = outcomes[conclusion & 7]!;
  const layer = layers[conclusion >> 3]!;
  const matter: Matter = { facts, on: day(facts.request.dateOfService), leaves, statuses, reviews: [], asked: [] };
  for (const part of parts) matter.reviews.push(needsReview(part, matter));
  // Warnings come last: to weigh a limb they encode the case again.
  const missing = outcome === 'pended' ? missingOf(matter, layer) : [];
  const ahead = outcome === 'pended' ? nextOf(matter, layer) : outcome === 'denied' ? nearestOf(matter, layer) : {};
  const approval = outcome === 'approved' || outcome === 'modified' ? { approval: approvalOf(matter, outcome) } : {};
  return {
    outcome,
    layer,
    clauses: printed.map((index) => ({
      ...clauses[index]!,
      status: statusName(statuses[index]!),
      needsReview: matter.reviews[index] === true,
    })),
    reasons: reasonsOf(matter, outcome, layer),
    missing,
    ...ahead,
    ...approval,
    warnings: warningsOf(matter),
    assumptions: assumptionsOf(matter),
    policy: { number: policy.number, effective: policy.effective, digest: policy.digest },
  };
}

function statusName(status: number): Status {
  return status === 3 ? 'met' : status === 1 ? 'unknown' : 'not-met';
}

function assumptionsOf({ facts }: Matter): Remark[] {
  const { planDocument, mandate } = facts.request;
  return [
    ...(planDocument === undefined ? [warn('plan-document-silent', 'The plan document is taken to be silent on this request.')] : []),
    ...(mandate === undefined ? [warn('no-mandate', 'No federal or state mandate is taken to control this request.')] : []),
  ];
}

function reasonsOf(matter: Matter, outcome: Determination['outcome'], layer: (typeof layers)[number]): Reason[] {
  if (layer === 'scope') return scopeReasons(matter, outcome);
  if (layer === 'mandate') return [{ text: 'A federal or state mandate requires coverage; it comes before the plan and this policy.' }];
  if (layer === 'plan') {
    const excludes = 'The plan document excludes it; the plan document comes before this policy.';
    const covers = 'The plan document covers it; the plan document comes before this policy, by which it would be denied.';
    return [{ text: outcome === 'denied' ? excludes : covers }];
  }
  if (outcome === 'pended') {
    return [{ text: 'It cannot be decided yet: the facts listed as missing can still change the outcome.' }];
  }
  if (outcome === 'denied') return denialReasons(matter);
  return [...metReasons(coverage, matter), ...(outcome === 'modified' ? dosingReasons(matter) : metReasons(dosing, matter))];
}

function scopeReasons(matter: Matter, outcome: Determination['outcome']): Reason[] {
  const { facts, on, leaves } = matter;
  const isProductOpen = leaves[scopeLeaf] === 1;
  if (outcome === 'pended') {
    const what = isProductOpen ? 'The product asked for is not said' : 'What is listed as missing is not said';
    return [{ text: what + ', so it is not known whether this policy applies.' }];
  }
  if (on < effective) {
    return [{ text: 'The date of service is before ' + policy.effective + ', on which this policy takes effect.' }];
  }
  if (leaves[scopeLeaf] === 0) {
    return [{ text: 'This policy is about ' + productName + '; the request is for ' + (facts.request.product ?? '') + '.' }];
  }
  return [{ text: 'This policy does not apply to this request: it is not one of those that the policy is limited to.' }];
}

/** The innermost clauses for which coverage is not met: criteria that fail, exclusions that apply. */
function denialReasons(matter: Matter): Reason[] {
  const found = new Set<number>();
  walk(coverage, 0, matter, (_, clause) => found.add(clause));
  const named = printed.filter((index) => found.has(index));
  const reasons = named.map((index) => clauseReason(index, matter.statuses[index] === 3 ? 'Applies' : 'Not met'));
  return reasons.length > 0 ? reasons : [{ text: 'The criteria of this policy are not met.' }];
}

/** Why the dose asked for is modified, and to what. */
function dosingReasons(matter: Matter): Reason[] {
  const { mgPerDay, days } = matter.facts.request.regimen ?? {};
  const asked = mgPerDay === undefined || days === undefined ? 'The regimen asked for' : mgPerDay + ' mg a day on ' + days + ' days';
  const chosen = regimenOf(matter, 'modified');
  if (chosen === undefined) return [{ text: asked + ' is not what this policy recommends here.' }];
  const isEarly = chosen.mgPerDay === mgPerDay && chosen.days === days;
  const why = isEarly ? asked + ' is recommended, but not yet on the date of service.' : asked + ' is not what this policy recommends here.';
  return [{ text: why }, clauseReason(chosen.clause, 'Recommended')];
}

/** The innermost clauses by which a part is met. */
function metReasons(part: Part, matter: Matter): Reason[] {
  const found = new Set<number>();
  walk(part, 3, matter, (_, clause) => found.add(clause));
  return printed
    .filter((index) => found.has(index) && matter.statuses[index] === 3)
    .map((index) => clauseReason(index, 'Met'));
}

function clauseReason(index: number, prefix: string): Reason {
  const { id, number, text } = clauses[index]!;
  return { clause: id, number, text: prefix + ': ' + text };
}

/** A regimen that the policy recommends: after an earlier course or before any. */
interface Recommended {
  readonly clause: number;
  readonly mgPerDay: number;
  readonly days: number;
  readonly units?: number;
  readonly code?: string;
  readonly course: 'first' | 'additional';
  /** Months that must have passed since the last dose. */
  readonly interval: number;
}

function approvalOf(matter: Matter, outcome: Determination['outcome']): Approval {
  const { initial, reauthorization } = durations;
  const { kind } = matter.facts.request;
  const months = kind === 'initial' ? [initial] : kind === 'reauthorization' ? [reauthorization] : [initial, reauthorization];
  const known = months.filter((each) => each !== undefined);
  const limit = known.length === 0 ? {} : { months: Math.min(...known) };
  const chosen = regimenOf(matter, outcome);
  if (chosen === undefined) return limit;
  const { clause, mgPerDay, days, units, code } = chosen;
  return {
    ...limit,
    regimen: { clause: clauses[clause]!.id, mgPerDay, days, totalMg: mgPerDay * days },
    ...(units === undefined ? {} : { units }),
    ...(code === undefined ? {} : { code }),
    ...notBefore(matter, chosen),
  };
}

/** The regimen that is met; where another was asked for, the one that applies by the number of earlier courses. */
function regimenOf(matter: Matter, outcome: Determination['outcome']): Recommended | undefined {
  const asked = recommended.find(({ clause }) => matter.statuses[clause] === 3);
  if (asked !== undefined || outcome !== 'modified') return asked;
  const prior = courseNumber(matter);
  return prior === undefined ? undefined : recommended.find(({ course }) => course === prior);
}`);

/** Which course it is, and when it may be given, from the drug history. */
export const coursesFromDrugs = verbatim(`
function courseNumber(matter: Matter): Recommended['course'] | undefined {
  const prior = priorCourse(matter);
  return prior === 1 ? undefined : prior === 3 ? 'additional' : 'first';
}

/** The first day on which an additional course may be given, where it is known and after the date of service. */
function notBefore(matter: Matter, { course, interval }: Recommended): { notBefore?: string } {
  if (course === 'first' || interval === 0) return {};
  const courses = countedDrugs(matter).filter(({ index, agent }) => both(ownProduct[agent]!, drugsGiven[index]!) === 3);
  if (courses.length === 0 || courses.some(({ index }) => drugEnds[index] === 0)) return {};
  const last = Math.max(...courses.map(({ index }) => latestLastDay(index, matter.on)));
  const first = monthsAfter(last, interval);
  return first > matter.on ? { notBefore: dateOf(first) } : {};
}`);

/** A date as it is written. */
export const dateWriting = verbatim(`
function dateOf(date: number): string {
  const month = date >> 5;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return pad(Math.floor(month / 12), 4) + '-' + pad((month % 12) + 1, 2) + '-' + pad(date & 31, 2);
}`);

/** The same, where the policy reads no drug history. */
export const coursesUnknown = verbatim(`
function courseNumber(_: Matter): Recommended['course'] | undefined {
  return undefined;
}

function notBefore(_: Matter, __: Recommended): { notBefore?: string } {
  return {};
}`);
