import { verbatim } from '../quote.ts';

/** Courses of drugs. */
export const askTrials = verbatim(`
/** What is open of courses: entry by entry, as far as it can change how many count, and the rest of the history. */
function askTrials(
  matter: Matter,
  trials: Trials,
  table: Uint8Array | undefined,
  least: number,
  inDays: boolean,
  reasons: string,
  names: string,
): Ask[] {
  const drugs = matter.facts.drugs ?? noDrugs;
  markTrials(trials, table, drugs, matter.on);
  gatherKeys(trials, drugs.length);
  const isCounted = (agent: number) => !inDays && trials.keys[agent]! >= 0 && (keyMarks[trials.keys[agent]!]! & 2) !== 0;
  const entries = countedDrugs(matter).flatMap(({ drug, index, agent }) => {
    const mark = trialMarks[index]!;
    const days = inDays && mark !== 0 && courseEnd(drug, index, matter.on) === 0 ? askCourseDays(drug, index) : [];
    if ((mark & 1) === 0 || mark === 3 || isCounted(agent)) return days;
    const counts = 'Whether ' + drug.agent + ' counts as ' + names;
    return [
      ...(trials.agents[agent] === 5 ? [ask('drugs[' + index + '].agent', counts, true)] : []),
      ...(table === undefined ? askSupplied(drug, index, trials) : askShown(drug, index, table, trials.isGraded, reasons)),
      ...askTrialCourse(drug, index, trials, matter.on),
      ...days,
    ];
  });
  return [...entries, ...askAlike(matter, trials, least), ...askHistory(matter, 'whether ' + names + ' ' + reasons)];
}

/** Whether it was given, from which source, and the record of it. */
function askSupplied(drug: DrugEntry, index: number, { isGraded }: Trials): Ask[] {
  const isReported = isGraded && drug.evidence === 'reported';
  const isUnsaid = drug.evidence === undefined;
  const outcome = (drug.outcome ?? 'unknown') === 'unknown' && drugsGiven[index] === 1 && !isUnsaid;
  return [
    ...(outcome ? [ask('drugs[' + index + '].outcome', 'Whether ' + drug.agent + ' was taken, and what it led to')] : []),
    ...askSource(drug, index),
    ...(isReported || isUnsaid ? [ask('drugs[' + index + '].evidence', 'A record that ' + drug.agent + ' was taken')] : []),
  ];
}

/** What is open of the length, the dose, the last day and the proof of a course. */
function askTrialCourse(drug: DrugEntry, index: number, trials: Trials, on: number): Ask[] {
  const path = 'drugs[' + index + '].';
  const { lasting, dose, doseUnit, span, shownBy } = trials;
  openSpan(span);
  const isLengthOpen = lasting !== undefined && lastingMark(drug, index, trials, on) === 1;
  const isOutcomeOpen = isLengthOpen && (lasting.binds & 1) === 0 && (drug.outcome ?? 'unknown') === 'unknown';
  const isLastDayOpen = span !== undefined && lastDayMark(drug, index, span, on) === 1;
  const isEndOpen = drugEnds[index] === 0 && (isLastDayOpen || (isLengthOpen && drug.current !== true));
  return [
    ...(isOutcomeOpen ? [ask(path + 'outcome', 'What ' + drug.agent + ' led to')] : []),
    ...(isLengthOpen && drugStarts[index] === 0 ? [ask(path + 'from', 'The day on which ' + drug.agent + ' was begun')] : []),
    ...(isEndOpen ? [ask(path + 'to', 'The day of the last dose of ' + drug.agent)] : []),
    ...(isLastDayOpen ? askAnchor(span) : []),
    ...(dose !== undefined && doseMark(drug, trials) === 1
      ? [ask(path + 'doseReached', 'The highest dose of ' + drug.agent + ' that was reached and held, in ' + doseUnit)]
      : []),
    ...(shownBy !== -1 && (sourceBit(drug.shownBy) & shownBy) === 0 ? askShownBy(path, shownBy, 'course of ' + drug.agent) : []),
  ];
}

function askCourseDays(drug: DrugEntry, index: number): Ask[] {
  return [
    ...(drugStarts[index] === 0 ? [ask('drugs[' + index + '].from', 'The day on which ' + drug.agent + ' was begun')] : []),
    ...(drugEnds[index] === 0 && drug.current !== true
      ? [ask('drugs[' + index + '].to', 'The day of the last dose of ' + drug.agent)]
      : []),
  ];
}

/** Agents that count and that may be one: a reviewer decides. */
function askAlike(matter: Matter, trials: Trials, least: number): Ask[] {
  const { similar, keys } = trials;
  const sure = keyMarks.subarray(0, trials.keyCount).filter((mark) => (mark & 2) !== 0).length;
  if (distinctKeys(trials, sure) >= least) return [];
  const alike = similar.filter(([first = 0, second = 0]) => (keyMarks[first]! & keyMarks[second]! & 2) !== 0);
  return countedDrugs(matter).flatMap(({ drug, index, agent }) =>
    trialMarks[index] === 3 && alike.some(([_, second]) => second === keys[agent])
      ? [ask('drugs[' + index + '].agent', 'Whether ' + drug.agent + ' counts as another agent than the one that is like it', true)]
      : [],
  );
}`);

/** What a drug is taken for. */
export const askIndications = verbatim(`
function askSameIndication(matter: Matter, set: Uint8Array, names: string): Ask[] {
  const asked = matter.facts.request.indication;
  const open = countedDrugs(matter).filter(
    ({ drug, index, agent }) =>
      both(both(set[agent]!, drugsGiven[index]!), isOngoing(drug, index, matter.on) & isSameIndication(drug.indication, asked)) !== 0,
  );
  const entries = open.flatMap(({ drug, index, agent }) => [
    ...askTreatment(index, set[agent]!, 'Whether ' + drug.agent + ' counts as ' + names),
    ...(isOngoing(drug, index, matter.on) === 1
      ? [ask('drugs[' + index + '].current', 'Whether ' + drug.agent + ' is still taken, or the day it was stopped')]
      : []),
    ...(drug.indication === undefined ? [ask('drugs[' + index + '].indication', 'What ' + drug.agent + ' is taken for')] : []),
  ]);
  const indication =
    asked === undefined && (open.length > 0 || matter.facts.drugsComplete !== true)
      ? [ask('request.indication', 'What it is asked for: the indication')]
      : [];
  return [...entries, ...indication, ...askHistory(matter, 'whether ' + names + ' is taken now for the same indication')];
}`);
