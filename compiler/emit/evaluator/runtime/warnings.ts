import { verbatim } from '../quote.ts';

/** Remarks. */
export const remarks = verbatim(`
interface Remark {
  readonly code: string;
  readonly text: string;
}

function warn(code: string, text: string): Remark {
  return { code, text };
}`);

/** The review date. */
export const reviewWarnings = verbatim(`
function reviewWarnings({ on }: Matter): Remark[] {
  if (on <= day(nextReview)) return [];
  return [warn('review-date-passed', 'The policy was due for review on ' + nextReview + '; it is still in force.')];
}`);

/** The date of birth. */
export const birthWarnings = verbatim(`
function birthWarnings({ facts, on }: Matter): Remark[] {
  const birthDate = facts.patient?.birthDate;
  if (birthDate === undefined || day(birthDate) <= on) return [];
  return [warn('contradiction', 'patient.birthDate: the date of birth is after the date of service.')];
}`);

/** Findings. */
export const findingWarnings = verbatim(`
function findingWarnings(entry: FindingEntry | undefined, fact: string, name: string, on: number): Remark[] {
  if (typeof entry !== 'object' || entry.on === undefined || day(entry.on) <= on) return [];
  return [warn('dated-after-service', fact + ' (' + name + ') is dated after the date of service and does not count.')];
}`);

/** The drug history. */
export const drugWarnings = verbatim(`
function drugWarnings(matter: Matter, servesAsSample: (drug: DrugEntry, index: number, agent: number) => boolean): Remark[] {
  const after = (matter.facts.drugs ?? noDrugs).flatMap((drug, index) =>
    drugAgents[index]! >= 0
      ? []
      : [warn('dated-after-service', 'drugs[' + index + ']: ' + drug.agent + ' was begun after the date of service and does not count.')],
  );
  const others = countedDrugs(matter).flatMap(({ drug, index, agent }) => {
    const what = 'drugs[' + index + ']: ' + drug.agent;
    const { from, to } = drug;
    const reversed = from !== undefined && to !== undefined && day(to) < day(from);
    const stops = drug.current === true && !reversed && to !== undefined && day(to) < matter.on;
    return [
      ...(reversed ? [warn('contradiction', what + ' ends before it begins; both dates are set aside.')] : []),
      ...(stops ? [warn('planned-stop', what + ' is marked as current but ends before the date of service; the stop is planned.')] : []),
      ...(agent === 0 ? [warn('unknown-agent', what + ' is not an agent that the vocabulary knows.')] : []),
      ...(drug.source === 'sample' && servesAsSample(drug, index, agent)
        ? [warn('sample-set-aside', what + ' was received as a sample, which satisfies no criterion.')]
        : []),
    ];
  });
  return [...after, ...others];
}`);

/** A renewal of what was never given. */
export const priorWarnings = verbatim(`
function priorWarnings(matter: Matter): Remark[] {
  if (!lacksPriorCourse(matter)) return [];
  const text = 'drugs: a reauthorization is asked for, but the complete history has no earlier course of ' + productName + '.';
  return [warn('contradiction', text)];
}`);

/** A limb that a contraindication alone carries. */
export const weakWarnings = verbatim(`
/** Whether a leaf would not be met without the contraindications to agents outside a set. */
function restsOnContraindications({ facts, leaves }: Matter, leaf: number, firsts: Uint8Array): boolean {
  if (leaves[leaf] !== 3) return false;
  const drugs = (facts.drugs ?? noDrugs).filter(
    ({ agent, outcome }) => outcome !== 'contraindication' || firsts[agentOf(agent)] === 3,
  );
  const without = new Uint8Array(leafCount);
  encode({ ...facts, drugs }, without);
  return without[leaf] !== 3;
}

function weakWarnings(matter: Matter, leaf: number, firsts: Uint8Array, clause: string): Remark[] {
  if (!restsOnContraindications(matter, leaf, firsts)) return [];
  return [warn('weak-limb', clause + ' is met through a contraindication alone, which is almost always to be found.')];
}`);

/** Diagnoses. */
export const diagnosisWarnings = verbatim(`
function diagnosisWarnings(matter: Matter, axis: Axis, names: AxisNames): Remark[] {
  readCourse(axis, matter.facts, matter.on);
  return [...conflictWarnings(axis, names), ...absenceWarnings(axis), ...supersededWarnings(names)];
}

function placeOf(index: number): string {
  return 'diagnoses[' + saidEntries[index] + ']';
}

/** Statements that contradict themselves, each other on one day or without a date, or the record. */
function conflictWarnings(axis: Axis, names: AxisNames): Remark[] {
  const pairs = statements().flatMap((first) =>
    statements().flatMap((second) => {
      const undated = saidDays[first] === 0 || saidDays[second] === 0;
      const alike = saidGrades[first] === saidGrades[second] && (saidGrades[first] === gradeDocumented || saidGrades[first] === gradeReported);
      const apart = (saidStates[first]! & saidStates[second]!) === 0;
      if (first >= second || !alike || !apart || (!undated && saidDays[first] !== saidDays[second])) return [];
      const when = undated ? ' contradict each other and it is not said which is the later.' : ' contradict each other on one day.';
      return [warn('contradiction', placeOf(first) + ' and ' + placeOf(second) + when)];
    }),
  );
  const doubtful = doubtsOf(axis).map((index) =>
    saidGrades[index] === gradeDisagreeing
      ? warn('contradiction', placeOf(index) + ': the condition, its activity and the code exclude each other.')
      : warn('contradiction', placeOf(index) + ' casts doubt on what is on record: ' + statesIn(names, saidStates[index]!) + '.'),
  );
  const set = new Set(doubtsOf(axis));
  const older = statements()
    .filter((index) => saidGrades[index] === gradeDisagreeing && !set.has(index))
    .map((index) => warn('contradiction', placeOf(index) + ': the condition, its activity and the code exclude each other.'));
  return [...pairs, ...doubtful, ...older];
}

/** What is on record and said to be absent at once. */
function absenceWarnings(axis: Axis): Remark[] {
  const gone = statements().filter((index) => saidGrades[index] === gradeAbsent && isCurrent(index));
  const states = gone.reduce((sum, index) => sum | saidStates[index]!, 0);
  const { open, held } = recordBefore(axis);
  const conflicts = states !== 0 && ((open & ~states) === 0 || held.some((each) => (each & states) !== 0));
  return conflicts ? gone.map((index) => warn('contradiction', placeOf(index) + ' says that what is on record is absent.')) : [];
}

/** What was on record and a later record displaced. */
function supersededWarnings(names: AxisNames): Remark[] {
  const onRecordOnes = statements().filter((index) => saidGrades[index] === gradeDocumented && saidDays[index] !== 0);
  return onRecordOnes.flatMap((index) => {
    const later = onRecordOnes.find(
      (other) => saidDays[other]! > saidDays[index]! && (saidStates[other]! & saidStates[index]!) === 0,
    );
    if (later === undefined) return [];
    const text = placeOf(index) + ' (' + statesIn(names, saidStates[index]!) + ') gives way to ' + placeOf(later) + ', which is later.';
    return [warn('diagnosis-superseded', text)];
  });
}

/** Diagnoses dated after the date of service. */
function lateDiagnosisWarnings({ facts, on }: Matter): Remark[] {
  return (facts.diagnoses ?? noDiagnoses).flatMap((entry, index) =>
    entry.on === undefined || day(entry.on) <= on
      ? []
      : [warn('dated-after-service', 'diagnoses[' + index + '] is dated after the date of service and does not count.')],
  );
}

/** Codes that do not exist on the date of service. */
function codeWarnings({ facts, on }: Matter, axis: Axis): Remark[] {
  return (facts.diagnoses ?? noDiagnoses).flatMap(({ icd10 }, index) => {
    const rows = codesOf(axis, icd10);
    if (rows === undefined || rows.some(({ from, until }) => from <= on && on < until)) return [];
    const when = rows.every(({ from }) => from > on) ? ' does not exist yet' : ' no longer exists';
    return [warn('code-not-in-force', 'diagnoses[' + index + ']: the code ' + icd10 + when + ' on the date of service.')];
  });
}`);

/** Events. */
export const eventWarnings = verbatim(`
function eventWarnings({ facts, on }: Matter): Remark[] {
  return (facts.events ?? noEvents).flatMap((entry, index) => {
    const kind = eventNames.get(entry.event) ?? 0;
    if (kind === 0) return [];
    const what = 'events[' + index + '] (' + eventWords[kind]! + ')';
    if (entry.on !== undefined && day(entry.on) > on) {
      return [warn('dated-after-service', what + ' is dated after the date of service and does not count.')];
    }
    const unit = eventUnitNames.get(entry.unit ?? '') ?? 0;
    const isMeasured = entry.value !== undefined && entry.unit !== undefined;
    return isMeasured && eventFactors[kind * eventUnitCount + unit] === 0
      ? [warn('unit-not-known', what + ' is not measured in ' + entry.unit + '; its value is set aside.')]
      : [];
  });
}`);
