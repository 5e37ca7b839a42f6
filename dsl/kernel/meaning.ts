import { addMonths, ageInMonths, ageInYears, daysBetween } from './calendar.ts';
import type { CaseRecord } from './case.ts';
import { diseaseCourse } from './disease-course.ts';
import type {
  Agents,
  Choice,
  Expression,
  Judgement,
  Leaf,
  Products,
  Reason,
  Receiving,
} from './expression.ts';
import type { Kernel, NamedRow } from './kernel.ts';
import {
  canonicalId,
  fold,
  historyOf,
  isAgent,
  isSupplied,
  isTreatment,
  lastDay,
  showsReason,
  type Dose,
} from './drug-history.ts';
import { amount, change, counted, reading, run } from './event-history.ts';
import { supported } from './evidence.ts';
import { trials } from './trials.ts';
import { anchorDay, isInBounds } from './window.ts';
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

  const scope = scopeOf(kernel, record, value);
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

/**
 * The criteria for a first request; on a reauthorization its own, and the initial ones once more where it repeats them;
 * and no exclusion: exclusions veto.
 */
export function coverage(kernel: Kernel): Expression {
  const { criteria, reauthorization } = kernel;
  const asked = (kind: 'initial' | 'reauthorization'): Expression => ({
    kind: 'choice',
    field: 'kind',
    among: [kind],
  });
  const either = (first: Expression, second: Expression): Expression => ({
    kind: 'any',
    of: [first, second],
  });
  const initial =
    kernel.repeatsCriteria || reauthorization === undefined
      ? criteria
      : either(asked('reauthorization'), criteria);
  const renewal = reauthorization === undefined ? [] : [either(asked('initial'), reauthorization)];
  return { kind: 'all', of: [initial, ...renewal, { kind: 'not', of: kernel.exclusions }] };
}

/** Whether the policy speaks of this request at all: its products, a date that this version is in force, and what else it is limited to. */
function scopeOf(kernel: Kernel, record: CaseRecord, value: (expression: Expression) => Verdict): Truth {
  const { product, dateOfService } = record.request;
  const id = product === undefined ? undefined : (canonicalId(kernel.tables.products, product) ?? '');
  return least([
    certain(dateOfService >= kernel.effective),
    known(id === undefined ? undefined : kernel.products.includes(id)),
    kernel.scope === undefined ? met : value(kernel.scope),
  ]).truth;
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
      const day = anchorDay(leaf.at, record);
      // Born after that day: a contradiction, so unknown.
      if (birthDate === undefined || day === undefined || birthDate > day) return unknown;
      const age = { years: ageInYears, months: ageInMonths, days: daysBetween }[leaf.unit](birthDate, day);
      return certain(isInBounds(age, leaf.bounds));
    }
    case 'choice':
      return chosen(leaf, kernel, record);
    case 'affirmed':
      return known(
        leaf.register === 'commitments'
          ? record.commitments?.[leaf.id]
          : record.prescriber?.[leaf.register]?.[leaf.id],
      );
    case 'counted':
      return counted(leaf, record);
    case 'reading':
      return reading(leaf, kernel, record);
    case 'change':
      return change(leaf, kernel, record);
    case 'run':
      return run(leaf, record);
    case 'amount':
      return amount(leaf, kernel, record);
    case 'trials':
      return trials(leaf, kernel, record);
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
        least([
          isAgent(dose, leaf.agents),
          isTreatment(dose),
          isOngoing(dose, on),
          leaf.sameIndication === true ? isForSameIndication(dose, kernel, record) : met,
        ]),
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

/** Whether a field of the request, or an attribute, holds one of the ids; a name stands for its id. */
function chosen({ field, among }: Choice, { tables }: Kernel, { request, attributes }: CaseRecord): Verdict {
  const one = (given: string | undefined, rows: readonly NamedRow[]) => {
    const id = given === undefined ? undefined : (canonicalId(rows, given) ?? '');
    return known(id === undefined ? undefined : among.includes(id));
  };
  switch (field) {
    case 'kind':
      return known(request.kind === undefined ? undefined : among.includes(request.kind));
    case 'indication':
      return one(request.indication, tables.indications);
    case 'product':
      return one(request.product, tables.products);
    default: {
      const attribute = field.slice('attributes.'.length);
      return one(attributes?.[attribute], tables.attributes.find(({ id }) => id === attribute)?.values ?? []);
    }
  }
}

/** Whether a drug is taken for the indication of the request. */
function isForSameIndication(dose: Dose, { tables }: Kernel, { request }: CaseRecord): Verdict {
  if (dose.indication === undefined || request.indication === undefined) return unknown;
  const idOf = (given: string) => canonicalId(tables.indications, given) ?? fold(given);
  return certain(idOf(dose.indication) === idOf(request.indication));
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
  const isOwn = products?.products.some((id) => kernel.products.includes(id)) === true;
  return isOwn && lacksPriorCourse(record, kernel) ? unknown : notMet;
}

/** A reauthorization of what a complete history says was never given: a contradiction (reading C-50). */
export function lacksPriorCourse(record: CaseRecord, kernel: Kernel): boolean {
  const own: Products = { products: kernel.products, siblings: 'different' };
  return (
    record.request.kind === 'reauthorization' &&
    record.drugsComplete === true &&
    historyOf(kernel.tables, record).every(
      (dose) => least([isOneOf(dose, own, kernel), isTreatment(dose)]).truth === 'not-met',
    )
  );
}

/** Whether a dose is of a product of the set, which its ingredient's name alone may stand for. */
export function isOneOf(dose: Dose, set: Products, kernel: Kernel): Verdict {
  if (dose.product !== undefined && set.products.includes(dose.product)) return met;
  const sameIngredient = kernel.tables.products.some(
    (product) => set.products.includes(product.id) && product.ingredient === dose.ingredient,
  );
  if (!sameIngredient) return notMet;
  if (dose.product === undefined) return met;
  return set.siblings === 'review' ? forReview : notMet;
}

/** Whether a drug is being taken on a day: the end date decides, its own day included, before the flag (readings B-16, C-51, C-56). */
function isOngoing(dose: Dose, on: string): Verdict {
  return dose.to === undefined ? known(dose.current) : certain(dose.to >= on);
}

function hasPassed(day: string, months: number, on: string): boolean {
  return addMonths(day, months) <= on;
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
export function areDistinct(first: string, second: string, kernel: Kernel): Verdict {
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
