import { verbatim } from '../quote.ts';

/** What would settle which state of a disease governs. */
export const askDiagnoses = verbatim(`
/** How the states of an axis are called, and the findings that may settle which of them holds. */
interface AxisNames {
  readonly states: readonly string[];
  readonly settling: readonly {
    readonly states: number;
    readonly name: string;
    readonly on: (facts: Facts, on: number) => number;
  }[];
}

function statesIn(names: AxisNames, states: number): string {
  const named = names.states.filter((_, place) => ((states >> place) & 1) === 1);
  return named.length === 0 ? 'none of them' : named.join(' or ');
}

/** The statements that count, by column. */
function statements(): readonly number[] {
  return Array.from({ length: saidCount }, (_, index) => index);
}

function isCurrent(index: number): boolean {
  return saidDays[index] === 0 || saidDays[index]! >= latestStatement();
}

/** What the record shows before states known to be absent are taken away. */
function recordBefore(axis: Axis): Standing {
  const standing: Standing = { open: axis.everything, held: [] };
  addStatements(axis, standing, gradeDocumented, axis.everything);
  return standing;
}

/** Statements that go against what stands. */
function doubtsOf(axis: Axis): readonly number[] {
  const record = recordBefore(axis);
  const file: Standing = { open: record.open, held: [...record.held] };
  addStatements(axis, file, gradeReported, record.open);
  return statements().filter((index) => isCurrent(index) && isDoubt(index, record.open, file.open));
}

function askCourse(matter: Matter, axis: Axis, names: AxisNames, among: number, graded: boolean): Ask[] {
  readCourse(axis, matter.facts, matter.on);
  const doubtful = askDoubts(matter, axis, names);
  if (doubtful.length > 0) return doubtful;
  const undated = askDates(names);
  if (undated.length > 0) return undated;
  if (graded && isWithin(onFile, among) === 3) return askRecord(names, among);
  return askState(matter, axis, names, among);
}

/** Statements that cast doubt: of codes against conditions, of reports against the record. */
function askDoubts({ facts }: Matter, axis: Axis, names: AxisNames): Ask[] {
  return doubtsOf(axis).map((index) => {
    const path = 'diagnoses[' + saidEntries[index] + ']';
    const what = statesIn(names, saidStates[index]!);
    if (saidGrades[index] === gradeDisagreeing) {
      const { condition, activity, icd10 } = facts.diagnoses?.[saidEntries[index]!] ?? {};
      const said = [condition, activity, icd10].filter((each) => each !== undefined);
      return ask(path, 'Which is right of what the entry says: ' + said.join(', ') + ' exclude each other');
    }
    const grade = saidGrades[index] === gradeReported ? 'it is only reported and goes against the record' : 'it is not said how it is known';
    return ask(path + '.evidence', 'A record that shows whether it is ' + what + ': ' + grade);
  });
}

/** Statements without a date that contradict others of their grade. */
function askDates(names: AxisNames): Ask[] {
  const graded = statements().filter((index) => saidGrades[index] === gradeDocumented || saidGrades[index] === gradeReported);
  return graded.flatMap((index) => {
    const contradicts = graded.some((other) => (saidStates[other]! & saidStates[index]!) === 0);
    if (saidDays[index] !== 0 || !contradicts) return [];
    return [ask('diagnoses[' + saidEntries[index] + '].on', 'The date of the diagnosis of ' + statesIn(names, saidStates[index]!))];
  });
}

/** A record of what is only reported. */
function askRecord(names: AxisNames, among: number): Ask[] {
  const settle = 'A record that documents the diagnosis of ' + statesIn(names, among);
  const unrecorded = statements().filter(
    (index) => saidGrades[index] === gradeReported && (saidStates[index]! & among) !== 0,
  );
  if (unrecorded.length === 0) return [ask('diagnoses', settle)];
  return unrecorded.map((index) => ask('diagnoses[' + saidEntries[index] + '].evidence', settle));
}

/** Which of the states that are left open it is. */
function askState({ facts, on }: Matter, axis: Axis, names: AxisNames, among: number): Ask[] {
  const open = onFile.open;
  const carriers = statements().filter(
    (index) => (saidGrades[index] === gradeDocumented || saidGrades[index] === gradeReported) && (saidStates[index]! & open) !== 0,
  );
  const carrier = carriers.at(-1);
  const ungradedOnes = statements().filter((index) => saidGrades[index] === gradeNone && (saidStates[index]! & open) !== 0);
  if (carrier === undefined) {
    if (ungradedOnes.length === 0) return [ask('diagnoses', 'A record of the diagnosis: whether it is ' + statesIn(names, among))];
    return ungradedOnes.map((index) =>
      ask('diagnoses[' + saidEntries[index] + '].evidence', 'A record of the diagnosis of ' + statesIn(names, saidStates[index]!)),
    );
  }
  const isActivity = [...axis.conditions.values()].some((states) => (open & ~states) === 0);
  const findings = names.settling
    .filter(({ states, on: isOn }) => isActivity && (states & open) !== 0 && isOn(facts, on) === 3)
    .map(({ name }) => name);
  const hint = findings.length === 0 ? '' : '; on file is ' + findings.join(', ') + ', which may settle it';
  const path = 'diagnoses[' + saidEntries[carrier] + '].' + (isActivity ? 'activity' : 'condition');
  return [ask(path, 'Which it is: ' + statesIn(names, open) + hint)];
}`);
