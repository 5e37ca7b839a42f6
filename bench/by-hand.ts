import type { CaseRecord, DiagnosisEntry, DrugEntry, Evidence } from '../dsl/kernel/case.ts';

/**
 * IP0213 as a programmer would write it by hand over the case object: three-valued, with what the policy's text does
 * not need left out. `decideKeepingNothing` stops as soon as the outcome is certain; `decideKeepingAll` works out the
 * status of every clause. Both return the code of the outcome, as the generated `decide` does.
 */

// Truths: 0 not met, 1 unknown, 2 met.
type Truth = number;

const notApplicable = 0;
const pended = 1;
const denied = 2;
const modified = 3;
const approved = 4;

/** Ingredients that the policy tells apart; what only counts as some agent shares one number. */
const dimethylFumarate = 1;
const fingolimod = 2;
const otherFumarate = 3;
const alemtuzumab = 4;
const noAgent = 5;
const someAgent = 6;

interface Agent {
  readonly ingredient: number;
  /** As previous treatment under C.ii: met, or a reviewer's question. */
  readonly highEfficacy: Truth;
  readonly isLemtrada: boolean;
}

const agents = new Map<string, Agent>();
const declare = (
  names: readonly string[],
  ingredient: number,
  highEfficacy: Truth = 0,
  isLemtrada = false,
) => {
  for (const name of names) {
    for (const spelled of [name, name.toLowerCase()])
      agents.set(spelled, { ingredient, highEfficacy, isLemtrada });
  }
};
declare(['Tecfidera', 'dimethyl fumarate', 'dimethyl-fumarate'], dimethylFumarate);
declare(['Gilenya', 'Tascenso ODT', 'tascenso-odt', 'fingolimod'], fingolimod);
declare(
  [
    'Vumerity',
    'diroximel fumarate',
    'diroximel-fumarate',
    'Bafiertam',
    'monomethyl fumarate',
    'monomethyl-fumarate',
  ],
  otherFumarate,
);
declare(['Lemtrada', 'alemtuzumab'], alemtuzumab, 0, true);
declare(['Campath'], alemtuzumab);
declare(['Ampyra', 'dalfampridine'], noAgent);
declare(
  [
    'Kesimpta',
    'Tysabri',
    'Tyruko',
    'Briumvi',
    'Mavenclad',
    'Ocrevus',
    'natalizumab',
    'ofatumumab',
    'ublituximab',
    'cladribine',
    'ocrelizumab',
  ],
  someAgent,
  2,
);
declare(['Ocrevus Zunovo', 'ocrevus-zunovo'], someAgent, 1);
declare(
  [
    'Aubagio',
    'Avonex',
    'Betaseron',
    'Copaxone',
    'Extavia',
    'Glatopa',
    'Mayzent',
    'Plegridy',
    'Ponvory',
    'Rebif',
    'Zeposia',
  ],
  someAgent,
);
declare(
  [
    'teriflunomide',
    'glatiramer',
    'glatiramer acetate',
    'siponimod',
    'ponesimod',
    'ozanimod',
    'interferon beta-1a',
    'interferon beta-1b',
    'peginterferon beta-1a',
  ],
  someAgent,
);

/** A name that the vocabulary lacks may be an agent: a reviewer decides. */
const unheardOf: Agent = { ingredient: 0, highEfficacy: 0, isLemtrada: false };

function agentOf(name: string): Agent {
  return agents.get(name) ?? agents.get(name.trim().toLowerCase()) ?? unheardOf;
}

/** `2024-06-03` as 20240603: a year later is 10,000 more. */
function day(date: string): number {
  // '0' is 48; the three sums below take it off every digit at once.
  const year =
    date.charCodeAt(0) * 1000 +
    date.charCodeAt(1) * 100 +
    date.charCodeAt(2) * 10 +
    date.charCodeAt(3) -
    53_328;
  const month = date.charCodeAt(5) * 10 + date.charCodeAt(6) - 528;
  return year * 10_000 + month * 100 + date.charCodeAt(8) * 10 + date.charCodeAt(9) - 528;
}

/** Whole years later; from 29 February it is the 28th where the year has no other. */
function yearsAfter(date: number, years: number): number {
  const later = date + years * 10_000;
  return date % 10_000 === 229 && Math.floor(later / 10_000) % 4 !== 0 ? later - 1 : later;
}

const least = (first: Truth, second: Truth): Truth => (first < second ? first : second);
const greatest = (first: Truth, second: Truth): Truth => (first > second ? first : second);
const known = (value: boolean | undefined): Truth => (value === undefined ? 1 : value ? 2 : 0);

function documented(evidence: Evidence | undefined): Truth {
  return evidence === 'documented' ? 2 : evidence === 'absent' ? 0 : 1;
}

type Finding = NonNullable<CaseRecord['findings']>[string] | undefined;

function evidenceOf(finding: Finding, on: number): Evidence | undefined {
  if (typeof finding !== 'object') return finding;
  return finding.on !== undefined && day(finding.on) > on ? undefined : finding.evidence;
}

function isAged17(birthDate: string | undefined, on: number): Truth {
  if (birthDate === undefined) return 1;
  const born = day(birthDate);
  return born > on ? 1 : on - born >= 170_000 ? 2 : 0;
}

// The states of the disease, a bit each.
const rrms = 1;
const activeSpms = 2;
const nonactiveSpms = 4;
const ppms = 8;
const cis = 16;
const everything = 63;
const prevailing = nonactiveSpms | ppms | cis;

/** The disease course: which states stay open, by all that is said and by the record alone. */
let open = everything;
let openOnRecord = everything;
let held: readonly number[] = [];
let heldOnRecord: readonly number[] = [];

interface Statement {
  readonly states: number;
  readonly evidence: Evidence | undefined;
  /** 0 where it has no date. */
  readonly on: number;
  readonly disagrees: boolean;
}

function statedBy(entry: DiagnosisEntry, on: number): number {
  const { condition, icd10, activity } = entry;
  const named =
    condition === 'rrms'
      ? rrms
      : condition === 'spms'
        ? activeSpms | nonactiveSpms
        : condition === 'ppms'
          ? ppms
          : condition === 'cis'
            ? cis
            : 0;
  const coded = icd10 === undefined ? 0 : statesOfCode(icd10, on);
  const both = named === 0 ? coded : coded === 0 ? named : named & coded;
  const excluded = activity === 'active' ? nonactiveSpms : activity === 'nonactive' ? activeSpms : 0;
  const states = both & ~excluded;
  return states !== 0 ? states : -(named | coded);
}

function statesOfCode(code: string, on: number): number {
  if (code === 'G35') return rrms | activeSpms | nonactiveSpms | ppms;
  if (on < 20_251_001) return 0;
  switch (code) {
    case 'G35.A':
      return rrms;
    case 'G35.B0':
    case 'G35.B1':
    case 'G35.B2':
      return ppms;
    case 'G35.C0':
      return activeSpms | nonactiveSpms;
    case 'G35.C1':
      return activeSpms;
    case 'G35.C2':
      return nonactiveSpms;
    case 'G35.D':
      return rrms | activeSpms | nonactiveSpms | ppms;
    default:
      return 0;
  }
}

function readCourse(diagnoses: readonly DiagnosisEntry[] | undefined, on: number): void {
  open = openOnRecord = everything;
  held = heldOnRecord = none;
  if (diagnoses === undefined || diagnoses.length === 0) return;
  if (diagnoses.length > 1) return readSeveral(diagnoses, on);
  // One diagnosis is what nearly every request has.
  const [only] = diagnoses;
  if (only === undefined || (only.on !== undefined && day(only.on) > on)) return;
  const states = statedBy(only, on);
  if (states <= 0) return;
  if (only.evidence === 'documented') open = openOnRecord = states;
  else if (only.evidence === 'reported') open = states;
  else if (only.evidence === 'absent') open = openOnRecord = everything & ~states;
}

const none: readonly number[] = [];

function readSeveral(diagnoses: readonly DiagnosisEntry[], on: number): void {
  const statements: Statement[] = [];
  for (const entry of diagnoses) {
    const at = entry.on === undefined ? 0 : day(entry.on);
    if (at > on) continue;
    const states = statedBy(entry, on);
    if (states !== 0)
      statements.push({ states: Math.abs(states), evidence: entry.evidence, on: at, disagrees: states < 0 });
  }
  let latestDocumented = -1;
  let latestReported = -1;
  for (const { evidence, on: at, disagrees } of statements) {
    if (disagrees || at === 0) continue;
    if (evidence === 'documented' && at > latestDocumented) latestDocumented = at;
    if (evidence === 'reported' && at > latestReported) latestReported = at;
  }
  const latest = latestDocumented >= 0 ? latestDocumented : latestReported;
  const isCurrent = (at: number) => at === 0 || at >= latest;

  const record = govern(
    statements.filter((each) => each.evidence === 'documented' && !each.disagrees),
    everything,
    none,
  );
  openOnRecord = record.open;
  heldOnRecord = record.held;
  const agreeing = statements.filter(
    (each) => each.evidence === 'reported' && !each.disagrees && (each.states & record.open) !== 0,
  );
  const all = govern(agreeing, record.open, record.held);
  open = all.open;
  held = all.held;
  let doubts = 0;
  for (const { states, evidence, on: at, disagrees } of statements) {
    if (!isCurrent(at)) continue;
    const isDoubt =
      disagrees ||
      (evidence === 'reported' && (states & record.open) === 0) ||
      (evidence === undefined && (states & all.open) === 0);
    if (isDoubt) doubts |= states;
  }
  if (doubts !== 0) {
    open |= doubts;
    held = none;
  }
  let absent = 0;
  for (const { states, evidence, on: at, disagrees } of statements) {
    if (evidence === 'absent' && !disagrees && isCurrent(at)) absent |= states;
  }
  if (absent === 0) return;
  [open, held] = without(open, held, absent);
  [openOnRecord, heldOnRecord] = without(openOnRecord, heldOnRecord, absent);
}

function without(states: number, both: readonly number[], absent: number): [number, readonly number[]] {
  const left = states & ~absent;
  return left !== 0 && both.every((each) => (each & absent) === 0) ? [left, both] : [everything, none];
}

function govern(
  statements: readonly Statement[],
  bounds: number,
  before: readonly number[],
): { open: number; held: readonly number[] } {
  let standing = bounds;
  let both = before;
  const days = [...new Set(statements.map((each) => each.on))]
    .filter((at) => at !== 0)
    .sort((first, second) => first - second);
  for (const at of days) {
    const said = statements.filter((each) => each.on === at).map((each) => each.states & bounds);
    const agreed = said.reduce((left, right) => left & right, bounds);
    if (agreed !== 0) {
      const narrowed = agreed & standing;
      standing = narrowed === 0 ? agreed : narrowed;
      if (narrowed === 0) both = none;
      continue;
    }
    const winners = said.filter((each) => (each & ~prevailing) === 0);
    const joint = winners.reduce((left, right) => left & right, bounds);
    const union = (sets: readonly number[]) => sets.reduce((left, right) => left | right, 0);
    both = winners.length > 0 && joint === 0 ? winners : none;
    standing = winners.length === 0 ? union(said) : joint !== 0 ? joint : union(winners);
  }
  const undated = statements.filter((each) => each.on === 0).map((each) => each.states & bounds);
  if (undated.length === 0) return { open: standing, held: both };
  const agreed = undated.reduce((left, right) => left & right, standing);
  return agreed !== 0
    ? { open: agreed, held: both }
    : { open: undated.reduce((left, right) => left | right, standing), held: none };
}

function within(states: number, both: readonly number[], among: number): Truth {
  if ((states & ~among) === 0) return 2;
  if (both.length > 0 && both.some((each) => (each & ~among) === 0)) return 2;
  return (states & among) === 0 ? 0 : 1;
}

/** Whether the course is one of these, for an exclusion. */
function isCourse(among: number): Truth {
  return within(open, held, among);
}

/** The same, by the record. */
function isCourseOnRecord(among: number): Truth {
  const truth = within(open, held, among);
  return truth === 2 && within(openOnRecord, heldOnRecord, among) !== 2 ? 1 : truth;
}

// What the drugs on file say, filled in by `readDrugs`.
let stepFirst: Truth = 0;
let stepOther: Truth = 0;
let highEfficacy: Truth = 0;
let continuing: Truth = 0;
let concurrent: Truth = 0;
let priorCourse: Truth = 0;
let elapsed: Truth = 0;

const noDrugs: readonly DrugEntry[] = [];

function reasonShown({ outcome, evidence, source }: DrugEntry): Truth {
  if (evidence === 'absent') return 0;
  if (outcome === undefined || outcome === 'unknown') return 1;
  if (outcome === 'none') return 0;
  if (outcome !== 'contraindication' && source !== 'supplied') {
    return source === 'sample' && outcome === 'failure' ? 0 : 1;
  }
  return evidence === 'documented' ? 2 : 1;
}

/** Whether a drug was taken: a contraindication, or what may be one, without dates or source need not have been. */
function takenBy({ evidence, outcome, source, current }: DrugEntry, from: number, to: number): Truth {
  if (evidence === 'absent') return 0;
  if (from === 0 && to === 0 && source === undefined && current !== true) {
    if (outcome === 'contraindication') return 0;
    if (outcome === undefined || outcome === 'unknown') return 1;
  }
  return evidence === undefined ? 1 : 2;
}

function readDrugs({ drugs = noDrugs, drugsComplete, request }: CaseRecord, on: number): void {
  const unlisted: Truth = drugsComplete === true ? 0 : 1;
  let byFumarate = unlisted;
  let byFingolimod = unlisted;
  // The best reasons of agents by what they are distinct from.
  let besideBoth = unlisted;
  let besideFingolimod = unlisted;
  highEfficacy = concurrent = priorCourse = unlisted;
  let tooRecent = 0;
  let hasCourse = false;
  let mayHaveCourse = false;
  let recent: Truth = 0;
  let later: Truth = unlisted;
  let surelySince = 0;
  let atMostSince = 0;
  for (const drug of drugs) {
    let from = drug.from === undefined ? 0 : day(drug.from);
    if (from > on) continue;
    let to = drug.to === undefined ? 0 : day(drug.to);
    if (to !== 0 && to < from) from = to = 0;
    const { ingredient, highEfficacy: served, isLemtrada } = agentOf(drug.agent);
    const { source, current } = drug;
    const taken = takenBy(drug, from, to);
    if (ingredient !== alemtuzumab && ingredient !== noAgent) {
      const isAgent = ingredient === 0 ? 1 : 2;
      const shown = least(isAgent, reasonShown(drug));
      if (ingredient === dimethylFumarate) byFumarate = greatest(byFumarate, shown);
      else if (ingredient === fingolimod) byFingolimod = greatest(byFingolimod, shown);
      else if (ingredient === otherFumarate) besideFingolimod = greatest(besideFingolimod, shown);
      else besideBoth = greatest(besideBoth, shown);
      const ongoing = to !== 0 ? (to >= on ? 2 : 0) : known(current);
      concurrent = greatest(concurrent, least(least(isAgent, taken), ongoing));
    }
    if (served !== 0) {
      const supplied = source === 'supplied' ? 2 : source === undefined ? 1 : 0;
      highEfficacy = greatest(highEfficacy, least(least(served, taken), supplied));
    }
    if (isLemtrada && taken !== 0) {
      priorCourse = greatest(priorCourse, taken);
      mayHaveCourse = true;
      if (taken === 2) hasCourse = true;
      const earliest = to !== 0 ? Math.min(to, on) : from;
      const latest = to !== 0 ? Math.min(to, on) : on;
      const passed = yearsAfter(latest, 1) <= on ? 2 : earliest !== 0 && yearsAfter(earliest, 1) > on ? 0 : 1;
      // A dose that only may have been given leaves the interval open at worst.
      if (passed < 2) tooRecent = greatest(tooRecent, passed === 0 && taken === 2 ? 2 : 1);
      const supplied = source === 'supplied' ? 2 : source === undefined ? 1 : 0;
      const counts = least(taken, supplied);
      if (counts !== 0) {
        const isOn = to === 0 && current === true;
        const reached =
          isOn || (earliest !== 0 && yearsAfter(earliest, 2) >= on) ? 2 : yearsAfter(latest, 2) >= on ? 1 : 0;
        recent = greatest(recent, least(counts, reached));
        if (counts === 2 && earliest > surelySince) surelySince = earliest;
        if (latest > atMostSince) atMostSince = latest;
      }
    }
  }
  const best = greatest(byFumarate, byFingolimod);
  const besideTheFumarate = greatest(besideBoth, greatest(byFingolimod, least(1, besideFingolimod)));
  const besideTheFingolimod = greatest(besideBoth, greatest(byFumarate, besideFingolimod));
  stepFirst = best;
  if (best === 2) {
    stepOther = greatest(least(byFumarate, besideTheFumarate), least(byFingolimod, besideTheFingolimod));
  } else if (best === 0) {
    stepOther = greatest(besideTheFumarate, besideTheFingolimod);
  } else if (byFumarate !== byFingolimod) {
    stepOther = byFumarate === 1 ? besideTheFumarate : besideTheFingolimod;
  } else {
    stepOther = besideTheFumarate === besideTheFingolimod ? besideTheFumarate : 1;
  }
  // A reauthorization of what a complete history says was never given: a contradiction.
  const contradicts = drugsComplete === true && request.kind === 'reauthorization' && !mayHaveCourse;
  if (contradicts) priorCourse = 1;
  const mayHaveMore: Truth = contradicts ? 1 : unlisted;
  elapsed = least(least(hasCourse ? 2 : 1, 2 - mayHaveMore), 2 - tooRecent);
  recent = greatest(recent, mayHaveMore);
  if (recent === 0) {
    continuing = 0;
    return;
  }
  // A course that the list leaves out may be the latest.
  if (atMostSince === 0 || drugsComplete !== true) atMostSince = on;
  for (const drug of drugs) {
    let from = drug.from === undefined ? 0 : day(drug.from);
    if (from > on) continue;
    const { ingredient } = agentOf(drug.agent);
    if (ingredient === alemtuzumab || ingredient === noAgent) continue;
    let to = drug.to === undefined ? 0 : day(drug.to);
    if (to !== 0 && to < from) from = to = 0;
    const taken = takenBy(drug, from, to);
    const begun =
      (from !== 0 && from <= surelySince) || (to !== 0 && to <= surelySince)
        ? 0
        : from !== 0 && from > atMostSince
          ? 2
          : 1;
    later = greatest(later, least(least(ingredient === 0 ? 1 : 2, taken), begun));
  }
  continuing = least(recent, 2 - later);
}

function isRegimen(regimen: CaseRecord['request']['regimen'], days: number): Truth {
  const dose = known(regimen?.mgPerDay === undefined ? undefined : regimen.mgPerDay === 12);
  return least(dose, known(regimen?.days === undefined ? undefined : regimen.days === days));
}

function hasResponse({ judgements }: CaseRecord): Truth {
  const entry = judgements?.['beneficial-response'];
  if (entry?.verdict === undefined) return 1;
  return entry.verdict === 'not-met' ? 0 : entry.papers === 'documented' ? 2 : 1;
}

function isProduct(product: string): boolean {
  return product === 'lemtrada' || product === 'Lemtrada' || product.trim().toLowerCase() === 'lemtrada';
}

function isMultipleSclerosis(indication: string | undefined): Truth {
  if (indication === undefined) return 1;
  return indication === 'multiple-sclerosis' || indication.toLowerCase() === 'multiple sclerosis' ? 2 : 0;
}

/** What is decided before the criteria; -1 where they decide. */
function aboveThePolicy({ request }: CaseRecord, on: number): number {
  if (on < 20_240_301) return notApplicable;
  if (request.product === undefined) return pended;
  if (!isProduct(request.product)) return notApplicable;
  if (request.mandate === 'requires') return approved;
  return request.planDocument === 'excludes' ? denied : -1;
}

/** Decides and keeps nothing: the cheap criteria first, and no further than is needed. */
export function decideKeepingNothing(record: CaseRecord): number {
  const { request, findings, prescriber } = record;
  const on = day(request.dateOfService);
  const above = aboveThePolicy(record, on);
  if (above >= 0) return above;
  const no = request.planDocument === 'covers' ? approved : denied;
  let truth = least(isMultipleSclerosis(request.indication), isAged17(record.patient?.birthDate, on));
  if (truth === 0) return no;
  truth = least(
    truth,
    greatest(known(prescriber?.specialties?.['neurology']), known(prescriber?.consultations?.['neurology'])),
  );
  if (truth === 0) return no;
  const hiv = evidenceOf(findings?.['hiv-infection'], on);
  truth = least(truth, hiv === undefined ? 1 : hiv === 'absent' ? 2 : 0);
  if (truth === 0) return no;
  readCourse(record.diagnoses, on);
  // Each of the two diagnoses by itself: that one of them holds, without knowing which, leaves both unknown.
  truth = least(truth, greatest(isCourseOnRecord(activeSpms), isCourseOnRecord(rrms)));
  if (truth === 0) return no;
  truth = least(truth, 2 - greatest(isCourse(cis), isCourse(nonactiveSpms | ppms)));
  if (truth === 0) return no;
  readDrugs(record, on);
  truth = least(truth, 2 - concurrent);
  if (truth === 0) return no;
  let course = greatest(greatest(least(stepFirst, stepOther), highEfficacy), continuing);
  if (course < 2)
    course = greatest(course, documented(evidenceOf(findings?.['rapidly-advancing-deterioration'], on)));
  if (course < 2) course = greatest(course, documented(evidenceOf(findings?.['disabling-relapse'], on)));
  if (course < 2) course = greatest(course, documented(evidenceOf(findings?.['mri-highly-active'], on)));
  if (course < 2) course = greatest(course, documented(evidenceOf(findings?.['cognitive-impairment'], on)));
  truth = least(truth, course);
  if (truth === 0) return no;
  if (request.kind !== 'initial') {
    const renewal = least(hasResponse(record), elapsed);
    truth = least(truth, request.kind === undefined ? greatest(1, renewal) : renewal);
    if (truth === 0) return no;
  }
  if (truth === 1) return pended;
  const dosing = greatest(
    least(isRegimen(request.regimen, 5), 2 - priorCourse),
    least(isRegimen(request.regimen, 3), least(priorCourse, elapsed)),
  );
  return dosing === 2 ? approved : dosing === 1 ? pended : modified;
}

/** Decides and keeps the status of every clause, in the order of the generated evaluator's. */
export function decideKeepingAll(record: CaseRecord, statuses: Uint8Array): number {
  const { request, findings, prescriber } = record;
  const on = day(request.dateOfService);
  readCourse(record.diagnoses, on);
  readDrugs(record, on);
  const age = (statuses[0] = isAged17(record.patient?.birthDate, on));
  const spms = (statuses[1] = isCourseOnRecord(activeSpms));
  const relapsing = (statuses[2] = isCourseOnRecord(rrms));
  const diagnosis = (statuses[3] = greatest(spms, relapsing));
  statuses[4] = stepFirst;
  statuses[5] = stepOther;
  const step = (statuses[6] = least(stepFirst, stepOther));
  statuses[7] = highEfficacy;
  const decline = (statuses[8] = documented(evidenceOf(findings?.['rapidly-advancing-deterioration'], on)));
  const relapse = (statuses[9] = documented(evidenceOf(findings?.['disabling-relapse'], on)));
  const mri = (statuses[10] = documented(evidenceOf(findings?.['mri-highly-active'], on)));
  const cognition = (statuses[11] = documented(evidenceOf(findings?.['cognitive-impairment'], on)));
  const aggressive = (statuses[12] = greatest(greatest(decline, relapse), greatest(mri, cognition)));
  statuses[13] = continuing;
  const course = (statuses[14] = greatest(greatest(step, highEfficacy), greatest(aggressive, continuing)));
  const neurologist = (statuses[15] = greatest(
    known(prescriber?.specialties?.['neurology']),
    known(prescriber?.consultations?.['neurology']),
  ));
  const indication = (statuses[16] = least(least(age, diagnosis), least(course, neurologist)));
  const first = (statuses[17] = least(isRegimen(request.regimen, 5), 2 - priorCourse));
  const additional = (statuses[18] = least(isRegimen(request.regimen, 3), least(priorCourse, elapsed)));
  const dosing = (statuses[19] = greatest(first, additional));
  const response = (statuses[20] = hasResponse(record));
  statuses[21] = elapsed;
  const renewal = (statuses[22] = least(response, elapsed));
  const otherUse = (statuses[23] = 2 - isMultipleSclerosis(request.indication));
  const isolated = (statuses[24] = isCourse(cis));
  statuses[25] = concurrent;
  const hivEvidence = evidenceOf(findings?.['hiv-infection'], on);
  const hiv = (statuses[26] = hivEvidence === undefined ? 1 : hivEvidence === 'absent' ? 0 : 2);
  const nonRelapsing = (statuses[27] = isCourse(nonactiveSpms | ppms));
  const above = aboveThePolicy(record, on);
  if (above >= 0) return above;
  const kind = request.kind === undefined ? 1 : request.kind === 'initial' ? 2 : 0;
  const excluded = greatest(greatest(greatest(otherUse, isolated), greatest(concurrent, hiv)), nonRelapsing);
  const covered = least(least(indication, greatest(kind, renewal)), 2 - excluded);
  if (covered === 0) return request.planDocument === 'covers' ? approved : denied;
  if (covered === 1) return pended;
  return dosing === 2 ? approved : dosing === 1 ? pended : modified;
}
