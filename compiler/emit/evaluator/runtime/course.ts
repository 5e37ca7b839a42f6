import { verbatim } from '../quote.ts';

/** The state of a disease that governs, as sets of states in the bits of a number. */
export const course = verbatim(`
interface Axis {
  /** Every state, and above them that of a patient who has none of the disease. */
  readonly everything: number;
  /** States that win over others found on the same day. */
  readonly prevailing: number;
  readonly active: number;
  readonly nonactive: number;
  readonly conditions: ReadonlyMap<string, number>;
  readonly codes: ReadonlyMap<string, readonly DiagnosisCode[]>;
}

/** A diagnosis code, the days between which it exists, and the states that it leaves open. */
interface DiagnosisCode {
  readonly from: number;
  readonly until: number;
  readonly states: number;
}

/** The states that stay open; and, where two that prevail were found on one day, both, for each holds. */
interface Standing {
  open: number;
  readonly held: number[];
}

const noDiagnoses: readonly DiagnosisEntry[] = [];

/** What stands by the record alone, and by all that is on file. */
const onRecord: Standing = { open: 0, held: [] };
const onFile: Standing = { open: 0, held: [] };

/** The diagnoses that count, a column each: states left open, day (0 where undated), grade and place on file. */
let saidCount = 0;
let saidStates = new Int32Array(16);
let saidDays = new Int32Array(16);
let saidGrades = new Uint8Array(16);
let saidEntries = new Int32Array(16);

/** Grades of evidence; a statement whose code and condition exclude each other is of none. */
const gradeNone = 0;
const gradeAbsent = 1;
const gradeReported = 2;
const gradeDocumented = 3;
const gradeDisagreeing = 4;

function codesOf(axis: Axis, code: string | undefined): readonly DiagnosisCode[] | undefined {
  return code === undefined ? undefined : (axis.codes.get(code) ?? axis.codes.get(code.replace('.', '').toUpperCase()));
}

/** The states that a code leaves open: before it exists it says nothing. */
function statesOfCode(axis: Axis, code: string | undefined, on: number): number {
  return codesOf(axis, code)?.find(({ from }) => from <= on)?.states ?? 0;
}

function readStatements(axis: Axis, facts: Facts, on: number): void {
  const diagnoses = facts.diagnoses ?? noDiagnoses;
  if (diagnoses.length > saidStates.length) {
    const length = diagnoses.length * 2;
    saidStates = new Int32Array(length);
    saidDays = new Int32Array(length);
    saidGrades = new Uint8Array(length);
    saidEntries = new Int32Array(length);
  }
  saidCount = 0;
  for (let index = 0; index < diagnoses.length; index += 1) {
    const { condition, activity, icd10, evidence, on: date } = diagnoses[index]!;
    const when = date === undefined ? 0 : day(date);
    if (when > on) continue;
    const byCondition = condition === undefined ? 0 : (axis.conditions.get(condition) ?? 0);
    const byCode = icd10 === undefined ? 0 : statesOfCode(axis, icd10, on);
    const either = byCondition | byCode;
    if (either === 0) continue;
    const named = byCondition === 0 ? byCode : byCode === 0 ? byCondition : byCondition & byCode;
    const states = named & ~(activity === 'active' ? axis.nonactive : activity === 'nonactive' ? axis.active : 0);
    const grade =
      evidence === 'documented' ? gradeDocumented : evidence === 'reported' ? gradeReported : evidence === 'absent' ? gradeAbsent : gradeNone;
    saidStates[saidCount] = states === 0 ? either : states;
    saidDays[saidCount] = when;
    saidGrades[saidCount] = states === 0 ? gradeDisagreeing : grade;
    saidEntries[saidCount] = index;
    saidCount += 1;
  }
}

function clear(held: number[]): void {
  if (held.length !== 0) held.length = 0;
}

/** Reads what governs on the date of service into \`onRecord\` and \`onFile\`. */
function readCourse(axis: Axis, facts: Facts, on: number): void {
  readStatements(axis, facts, on);
  onRecord.open = axis.everything;
  clear(onRecord.held);
  addStatements(axis, onRecord, gradeDocumented, axis.everything);

  onFile.open = onRecord.open;
  clear(onFile.held);
  for (const states of onRecord.held) onFile.held.push(states);
  addStatements(axis, onFile, gradeReported, onRecord.open);

  let doubted = 0;
  let gone = 0;
  if (saidCount > 1 || saidGrades[0] !== gradeDocumented) {
    const latest = latestStatement();
    const open = onFile.open;
    for (let index = 0; index < saidCount; index += 1) {
      if (saidDays[index] !== 0 && saidDays[index]! < latest) continue;
      if (isDoubt(index, onRecord.open, open)) doubted |= saidStates[index]!;
      if (saidGrades[index] === gradeAbsent) gone |= saidStates[index]!;
    }
  }
  if (doubted !== 0) {
    onFile.open |= doubted;
    clear(onFile.held);
  }
  remove(axis, onFile, gone);
  remove(axis, onRecord, gone);
}

/** Whether a statement that is not of the record goes against what stands. */
function isDoubt(index: number, record: number, open: number): boolean {
  const grade = saidGrades[index];
  if (grade === gradeDisagreeing) return true;
  if (grade === gradeReported) return (saidStates[index]! & record) === 0;
  return grade === gradeNone && (saidStates[index]! & open) === 0;
}

/** The latest day on record, else the latest reported: what is older is no longer current. */
function latestStatement(): number {
  let onRecordLast = 0;
  let reportedLast = 0;
  for (let index = 0; index < saidCount; index += 1) {
    const when = saidDays[index]!;
    if (saidGrades[index] === gradeDocumented && when > onRecordLast) onRecordLast = when;
    if (saidGrades[index] === gradeReported && when > reportedLast) reportedLast = when;
  }
  return onRecordLast === 0 ? reportedLast : onRecordLast;
}

/** Adds the statements of one grade that do not exclude the bounds: day by day, then those without a date. */
function addStatements(axis: Axis, standing: Standing, grade: number, bounds: number): void {
  for (let when = nextDay(0, grade, bounds); when !== 0; when = nextDay(when, grade, bounds)) {
    addDay(axis, standing, when, grade, bounds);
  }
  let agreed = standing.open;
  let said = 0;
  for (let index = 0; index < saidCount; index += 1) {
    if (saidDays[index] !== 0 || saidGrades[index] !== grade) continue;
    const states = saidStates[index]! & bounds;
    if (states === 0) continue;
    agreed &= states;
    said |= states;
  }
  // An undated statement may be older or newer than any other: where it contradicts, all stay open.
  if (said === 0) return;
  if (agreed === 0) clear(standing.held);
  standing.open = agreed === 0 ? standing.open | said : agreed;
}

/** The first day after another on which a statement of the grade was made; 0 where there is none. */
function nextDay(after: number, grade: number, bounds: number): number {
  let next = 0;
  for (let index = 0; index < saidCount; index += 1) {
    const when = saidDays[index]!;
    if (when <= after || saidGrades[index] !== grade || (saidStates[index]! & bounds) === 0) continue;
    if (next === 0 || when < next) next = when;
  }
  return next;
}

function addDay(axis: Axis, standing: Standing, when: number, grade: number, bounds: number): void {
  let agreed = bounds;
  let said = 0;
  let winning = 0;
  let joint = bounds;
  for (let index = 0; index < saidCount; index += 1) {
    if (saidDays[index] !== when || saidGrades[index] !== grade) continue;
    const states = saidStates[index]! & bounds;
    if (states === 0) continue;
    agreed &= states;
    said |= states;
    if ((states & ~axis.prevailing) === 0) {
      winning |= states;
      joint &= states;
    }
  }
  if (agreed !== 0) {
    const narrowed = agreed & standing.open;
    if (narrowed === 0) clear(standing.held);
    standing.open = narrowed === 0 ? agreed : narrowed;
    return;
  }
  // Contradicting on one day: what prevails wins, whichever it is; among others all stays open.
  clear(standing.held);
  standing.open = winning === 0 ? said : joint !== 0 ? joint : winning;
  if (winning === 0 || joint !== 0) return;
  for (let index = 0; index < saidCount; index += 1) {
    const states = saidStates[index]! & bounds;
    const wins = states !== 0 && (states & ~axis.prevailing) === 0;
    if (wins && saidDays[index] === when && saidGrades[index] === grade) standing.held.push(states);
  }
}

/** Takes away states that are known to be absent; where nothing would be left, that is a contradiction and all is open. */
function remove(axis: Axis, standing: Standing, gone: number): void {
  if (gone === 0) return;
  const left = standing.open & ~gone;
  if (left !== 0 && standing.held.every((states) => (states & gone) === 0)) {
    standing.open = left;
    return;
  }
  standing.open = axis.everything;
  clear(standing.held);
}

/** Whether the state that governs is one of these. */
function isWithin({ open, held }: Standing, among: number): number {
  if ((open & ~among) === 0) return 3;
  for (const states of held) if ((states & ~among) === 0) return 3;
  return (open & among) === 0 ? 0 : 1;
}

/** The same, by the record alone: what is only reported leaves it unknown. */
function isOnRecord(among: number): number {
  const whole = isWithin(onFile, among);
  return whole === 3 && isWithin(onRecord, among) !== 3 ? 1 : whole;
}`);
