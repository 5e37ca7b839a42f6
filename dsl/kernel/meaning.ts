import { addMonths, ageInYears } from './calendar.ts';
import type { CaseRecord, DrugEntry } from './case.ts';
import { diseaseCourse } from './disease-course.ts';
import type {
  Agents,
  Expression,
  Judgement,
  Leaf,
  Products,
  Reason,
  Receiving,
  RequiredGrade,
} from './expression.ts';
import type { Kernel } from './kernel.ts';
import { canonicalId, historyOf, isTreatment, lastDay, type Dose } from './drug-history.ts';
import {
  agreed,
  atLeast,
  certain,
  forReview,
  greatest,
  known,
  least,
  met,
  negate,
  notMet,
  unknown,
  type Truth,
  type Verdict,
} from './truth.ts';

/**
 * The reference interpreter: what a policy means for a case. It is written to be read; every other
 * implementation is tested against it. The case must have a date of service and dates that exist.
 */

export type Outcome = 'approved' | 'modified' | 'denied' | 'pended' | 'notApplicable';
export type Layer = 'scope' | 'mandate' | 'plan' | 'policy';

/** What the policy says of a case: the outcome, the layer that decided, and each clause by its id. */
export interface Meaning {
  readonly outcome: Outcome;
  readonly layer: Layer;
  readonly clauses: ReadonlyMap<string, Verdict>;
}

/** The meaning of a policy for a case: the layers in the order of reading C-33. */
export function meaningOf(kernel: Kernel, record: CaseRecord): Meaning {
  const clauses = new Map<string, Verdict>();
  const value = (expression: Expression): Verdict => evaluate(expression, clauses, kernel, record);
  for (const clause of kernel.clauses) clauses.set(clause.id, value(clause.expression));
  const conclude = (layer: Layer, outcome: Outcome): Meaning => ({ outcome, layer, clauses });

  const scope = scopeOf(kernel, record);
  if (scope === 'not-met') return conclude('scope', 'notApplicable');
  if (scope === 'unknown') return conclude('scope', 'pended');
  if (record.request.mandate === 'requires') return conclude('mandate', 'approved');
  if (record.request.planDocument === 'excludes') return conclude('plan', 'denied');

  const covered = value(coverage(kernel));
  if (covered.truth === 'unknown') return conclude('policy', 'pended');
  if (covered.truth === 'not-met') {
    return record.request.planDocument === 'covers'
      ? conclude('plan', 'approved')
      : conclude('policy', 'denied');
  }
  const dosing = kernel.dosing === undefined ? met : value(kernel.dosing);
  if (dosing.truth === 'unknown') return conclude('policy', 'pended');
  return conclude('policy', dosing.truth === 'met' ? 'approved' : 'modified');
}

/** Criteria, the second set of them on a reauthorization, and no exclusion: exclusions veto. */
export function coverage(kernel: Kernel): Expression {
  const initial: Expression = { kind: 'choice', field: 'kind', among: ['initial'] };
  const renewal: Expression[] =
    kernel.reauthorization === undefined ? [] : [{ kind: 'any', of: [initial, kernel.reauthorization] }];
  return { kind: 'all', of: [kernel.criteria, ...renewal, { kind: 'not', of: kernel.exclusions }] };
}

/** Whether the policy speaks of this request at all: its product, on a date that this version is in force. */
function scopeOf(kernel: Kernel, { request }: CaseRecord): Truth {
  if (request.dateOfService < kernel.effective) return 'not-met';
  if (request.product === undefined) return 'unknown';
  return canonicalId(kernel.tables.products, request.product) === kernel.product ? 'met' : 'not-met';
}

function evaluate(
  expression: Expression,
  clauses: ReadonlyMap<string, Verdict>,
  kernel: Kernel,
  record: CaseRecord,
): Verdict {
  const value = (part: Expression): Verdict => evaluate(part, clauses, kernel, record);
  switch (expression.kind) {
    case 'all':
      return least(expression.of.map(value));
    case 'any':
      return greatest(expression.of.map(value));
    case 'atLeast':
      return atLeast(expression.count, expression.of.map(value));
    case 'not':
      return negate(value(expression.of));
    case 'clause':
      return clauses.get(expression.id) ?? unknown;
    default:
      return answer(expression, kernel, record);
  }
}

/** The answer of the case to a leaf's question. */
function answer(leaf: Leaf, kernel: Kernel, record: CaseRecord): Verdict {
  const { request } = record;
  const on = request.dateOfService;
  switch (leaf.kind) {
    case 'threshold': {
      const birthDate = record.patient?.birthDate;
      // Born after the date of service: a contradiction, so unknown.
      if (birthDate === undefined || birthDate > on) return unknown;
      return certain(ageInYears(birthDate, on) >= leaf.least);
    }
    case 'choice': {
      const given = leaf.field === 'kind' ? request.kind : request.indication;
      if (given === undefined) return unknown;
      const id = leaf.field === 'kind' ? given : canonicalId(kernel.tables.indications, given);
      return certain(id !== undefined && leaf.among.includes(id));
    }
    case 'affirmed':
      return known(record.prescriber?.[leaf.register]?.[leaf.id]);
    case 'classified': {
      const axis = kernel.tables.axes.find((candidate) => candidate.id === leaf.axis);
      return axis === undefined ? unknown : diseaseCourse(axis, record).belongsTo(leaf.among, leaf.grade);
    }
    case 'finding': {
      const entry = record.findings?.[leaf.finding];
      const { evidence, on: day } =
        typeof entry === 'object' ? { on: undefined, ...entry } : { evidence: entry };
      // Dated after the date of service: it does not count (reading C-55).
      return day !== undefined && day > on ? unknown : supported(evidence, leaf.grade);
    }
    case 'judgement':
      return judged(leaf, record);
    case 'regimen': {
      const { mgPerDay, days } = request.regimen ?? {};
      return least([
        known(mgPerDay === undefined ? undefined : mgPerDay === leaf.mgPerDay),
        known(days === undefined ? undefined : days === leaf.days),
      ]);
    }
    case 'reason':
      return reasonFor(leaf, kernel, record);
    case 'treated': {
      const doses = historyOf(kernel.tables, record);
      const entries = doses.map((dose) =>
        least([
          isOneOf(dose, leaf.products, kernel),
          isTreatment(dose),
          leaf.samples ? met : isSupplied(dose),
        ]),
      );
      return greatest([unlisted(record, kernel, leaf.products), ...entries]);
    }
    case 'receiving':
      return receiving(leaf, kernel, record);
    case 'concurrent': {
      const entries = historyOf(kernel.tables, record).map((dose) =>
        least([isAgent(dose, leaf.agents), isTreatment(dose), isOngoing(dose, on)]),
      );
      return greatest([unlisted(record, kernel), ...entries]);
    }
    case 'elapsed': {
      const doses = historyOf(kernel.tables, record).map((dose) => {
        const given = least([isOneOf(dose, leaf.products, kernel), isTreatment(dose)]);
        const { earliest, latest } = lastDay(dose, on);
        const since = hasPassed(latest, leaf.months, on)
          ? met
          : earliest !== undefined && !hasPassed(earliest, leaf.months, on)
            ? notMet
            : unknown;
        return { given, allowed: greatest([negate(given), since]) };
      });
      // With no dose on record there is nothing to count from.
      const counted = doses.some(({ given }) => given.truth === 'met') ? met : unknown;
      return least([
        counted,
        negate(unlisted(record, kernel, leaf.products)),
        ...doses.map((dose) => dose.allowed),
      ]);
    }
  }
}

/** How far the evidence carries a plain or a documented statement. */
export function supported(
  evidence: 'documented' | 'reported' | 'absent' | undefined,
  grade: RequiredGrade,
): Verdict {
  if (evidence === undefined) return unknown;
  if (evidence === 'absent') return notMet;
  return evidence === 'documented' || grade === 'plain' ? met : unknown;
}

/** A reviewer's no stands whatever the papers (reading C-38); a yes needs papers of the grade; silence waits for review. */
function judged(leaf: Judgement, record: CaseRecord): Verdict {
  const { papers, verdict } = record.judgements?.[leaf.judgement] ?? {};
  if (verdict === undefined) return forReview;
  if (verdict === 'not-met') return notMet;
  return leaf.grade === 'plain' || papers === 'documented' ? met : unknown;
}

/** What the drugs that the list leaves out may be: nothing on a complete list, anything on another. */
function unlisted(record: CaseRecord, kernel: Kernel, products?: Products): Verdict {
  if (record.drugsComplete !== true) return unknown;
  return products?.products.includes(kernel.product) === true && lacksPriorCourse(record, kernel)
    ? unknown
    : notMet;
}

/** A reauthorization of what a complete history says was never given: a contradiction (reading C-50). */
export function lacksPriorCourse(record: CaseRecord, kernel: Kernel): boolean {
  const own: Products = { products: [kernel.product], siblings: 'different' };
  return (
    record.request.kind === 'reauthorization' &&
    record.drugsComplete === true &&
    historyOf(kernel.tables, record).every(
      (dose) => least([isOneOf(dose, own, kernel), isTreatment(dose)]).truth === 'not-met',
    )
  );
}

/** Whether a dose is of an agent of the set; a name that the vocabulary lacks may be, where the set is open (reading C-41). */
function isAgent(dose: Dose, agents: Agents): Verdict {
  if (dose.ingredient === undefined) return agents.open ? forReview : notMet;
  return certain(agents.ingredients.includes(dose.ingredient));
}

/** Whether a dose is of a product of the set, which its ingredient's name alone may stand for. */
function isOneOf(dose: Dose, set: Products, kernel: Kernel): Verdict {
  if (dose.product !== undefined && set.products.includes(dose.product)) return met;
  const sameIngredient = kernel.tables.products.some(
    (product) => set.products.includes(product.id) && product.ingredient === dose.ingredient,
  );
  if (!sameIngredient) return notMet;
  if (dose.product === undefined) return met;
  return set.siblings === 'review' ? forReview : notMet;
}

/** A sample never helps a criterion (reading B-9); a source left out is unknown (reading C-60). */
function isSupplied({ source }: DrugEntry): Verdict {
  return known(source === undefined ? undefined : source === 'supplied');
}

/** Whether a drug is being taken on a day: the end date decides, its own day included, before the flag (readings B-16, C-51, C-56). */
function isOngoing(dose: Dose, on: string): Verdict {
  return dose.to === undefined ? known(dose.current) : certain(dose.to >= on);
}

function hasPassed(day: string, months: number, on: string): boolean {
  return addMonths(day, months) <= on;
}

/** Whether an entry shows one of the reasons. */
function showsReason({ outcome, evidence, source }: DrugEntry, leaf: Reason): Verdict {
  if (evidence === 'absent') return notMet;
  if (outcome === undefined || outcome === 'unknown') return unknown;
  if (outcome === 'none' || !leaf.reasons.includes(outcome)) return notMet;
  // On a sample a failure does not count, an intolerance is for the reviewer, a contraindication needs no trial (readings B-9, C-54).
  const onSample = outcome === 'intolerance' ? forReview : notMet;
  const origin =
    outcome === 'contraindication' || source === 'supplied' ? met : source === 'sample' ? onSample : unknown;
  return least([origin, supported(evidence, leaf.grade)]);
}

/** The reasons by agent: each ingredient of the set, and each name that may belong to it. */
function reasonsByAgent(
  agents: Agents,
  leaf: Reason,
  kernel: Kernel,
  record: CaseRecord,
): Map<string, Verdict> {
  const base = unlisted(record, kernel);
  const byAgent = new Map<string, Verdict>(agents.ingredients.map((ingredient) => [ingredient, base]));
  for (const dose of historyOf(kernel.tables, record)) {
    const key = dose.ingredient ?? `name: ${dose.name}`;
    const shown = least([isAgent(dose, agents), showsReason(dose, leaf)]);
    byAgent.set(key, greatest([byAgent.get(key) ?? notMet, shown]));
  }
  return byAgent;
}

/**
 * Some agent has a reason; with `otherThan`, an agent distinct from the one that best serves that other set, so
 * that two limbs together ask for a distinct pair (reading B-7).
 */
function reasonFor(leaf: Reason, kernel: Kernel, record: CaseRecord): Verdict {
  const candidates = [...reasonsByAgent(leaf.agents, leaf, kernel, record)];
  if (leaf.otherThan === undefined) return greatest(candidates.map(([, reason]) => reason));
  const taken = [...reasonsByAgent(leaf.otherThan, leaf, kernel, record)];
  const best = greatest(taken.map(([, reason]) => reason));
  const beside = (first: string) =>
    greatest(candidates.map(([other, reason]) => least([areDistinct(first, other, kernel), reason])));
  if (best.truth === 'met') return greatest(taken.map(([first, reason]) => least([reason, beside(first)])));
  // Which agent will count for the other set is open: what holds beside each that may holds whichever it is.
  if (best.truth === 'unknown') {
    return agreed(taken.filter(([, reason]) => reason.truth === 'unknown').map(([first]) => beside(first)));
  }
  return greatest(taken.map(([first]) => beside(first)));
}

/** Distinct by ingredient; of some pairs a reviewer decides (readings B-8, C-40). */
function areDistinct(first: string, second: string, kernel: Kernel): Verdict {
  if (first === second) return notMet;
  const similar = kernel.tables.ingredients.find((ingredient) => ingredient.id === first)?.similar ?? [];
  return similar.includes(second) ? forReview : met;
}

/** Currently receiving: a supplied course recent enough, and no other agent begun after the latest (readings B-15, C-48). */
function receiving(leaf: Receiving, kernel: Kernel, record: CaseRecord): Verdict {
  const on = record.request.dateOfService;
  const history = historyOf(kernel.tables, record);
  const courses = history
    .map((dose) => ({
      dose,
      counts: least([isOneOf(dose, leaf.products, kernel), isTreatment(dose), isSupplied(dose)]),
      ...lastDay(dose, on),
    }))
    .filter(({ counts }) => counts.truth !== 'not-met');
  const recent = courses.map(({ dose, counts, earliest, latest }) => {
    const reaches = (day: string) => addMonths(day, leaf.months) >= on;
    const ongoing = dose.to === undefined && dose.current === true;
    const within =
      ongoing || (earliest !== undefined && reaches(earliest)) ? met : reaches(latest) ? unknown : notMet;
    return least([counts, within]);
  });
  const surely = courses.filter(({ counts }) => counts.truth === 'met').map(({ earliest }) => earliest ?? '');
  const sinceAtLeast = surely.sort().at(-1) ?? '';
  // A course that the list leaves out may be the latest.
  const listed = record.drugsComplete === true ? courses.map(({ latest }) => latest) : [on];
  const sinceAtMost = listed.sort().at(-1) ?? on;
  const later = history.map((dose) => {
    const { from, to } = dose;
    const begun =
      (from !== undefined && from <= sinceAtLeast) || (to !== undefined && to <= sinceAtLeast)
        ? notMet
        : from !== undefined && from > sinceAtMost
          ? met
          : unknown;
    return least([isAgent(dose, leaf.others), isTreatment(dose), begun]);
  });
  return least([
    greatest([unlisted(record, kernel, leaf.products), ...recent]),
    negate(greatest([unlisted(record, kernel), ...later])),
  ]);
}
