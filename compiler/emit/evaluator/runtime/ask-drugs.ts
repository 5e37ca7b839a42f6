import { verbatim } from '../quote.ts';

/** What every question about drugs needs. */
export const askDrugs = verbatim(`
/** The entries that count on the date of service, by their place on file. */
function countedDrugs(matter: Matter): readonly { readonly drug: DrugEntry; readonly index: number; readonly agent: number }[] {
  return (matter.facts.drugs ?? noDrugs)
    .map((drug, index) => ({ drug, index, agent: drugAgents[index]! }))
    .filter(({ agent }) => agent >= 0);
}

function askHistory({ facts }: Matter, what: string): Ask[] {
  return facts.drugsComplete === true ? [] : [ask('drugsComplete', 'The complete drug history: ' + what)];
}`);

/** Whether it was given. */
export const askTreatment = verbatim(`
/** What is open of a treatment: whether it is of the set, and whether it was given. */
function askTreatment(index: number, verdict: number, what: string): Ask[] {
  const given = drugsGiven[index] === 1;
  return [
    ...(verdict === 5 ? [ask('drugs[' + index + '].agent', what, true)] : []),
    ...(given ? [ask('drugs[' + index + '].evidence', 'How it is known that it was given: by a record or a statement')] : []),
  ];
}`);

/** Which product was given before, and that a renewal needs one. */
export const askPrior = verbatim(`
/** Whether the product was given before, of any source: 0 not, 1 unknown, 3 given. */
function priorCourse(matter: Matter): number {
  const listed = countedDrugs(matter).map(({ index, agent }) => both(ownProduct[agent]!, drugsGiven[index]!));
  const unlisted = matter.facts.drugsComplete === true ? 0 : 1;
  return greatest(listed.reduce((sum, verdict) => sum | verdict, unlisted));
}

/** A reauthorization of what a complete history says was never given. */
function lacksPriorCourse(matter: Matter): boolean {
  return matter.facts.request.kind === 'reauthorization' && priorCourse(matter) === 0;
}`);

/** The course that a renewal needs. */
export const askPriorCourse = verbatim(`
function askPriorCourse(matter: Matter, own: boolean): Ask[] {
  const settle = 'The earlier course of ' + productName + ': a reauthorization is asked for, and the complete history has none';
  return own && lacksPriorCourse(matter) ? [ask('drugs', settle)] : [];
}`);

/** Where a drug came from. */
export const askSource = verbatim(`
function askSource(drug: DrugEntry, index: number): Ask[] {
  if (isSupplied(index) !== 1) return [];
  return [ask('drugs[' + index + '].source', 'Whether ' + drug.agent + ' was supplied or a sample')];
}`);

/** Previous treatment. */
export const askTreated = verbatim(`
function askTreated(matter: Matter, set: Uint8Array, samples: boolean, own: boolean, names: string): Ask[] {
  const entries = countedDrugs(matter).flatMap(({ drug, index, agent }) => {
    const open = both(both(set[agent]!, drugsGiven[index]!), samples ? 3 : isSupplied(index));
    if (open === 0) return [];
    const about = askTreatment(index, set[agent]!, 'Whether ' + drug.agent + ' counts as ' + names);
    return samples ? about : [...about, ...askSource(drug, index)];
  });
  return [...entries, ...askPriorCourse(matter, own), ...askHistory(matter, 'whether ' + names + ' was given before')];
}`);

/** Concurrent use. */
export const askConcurrent = verbatim(`
function askConcurrent(matter: Matter, set: Uint8Array, names: string): Ask[] {
  const entries = countedDrugs(matter).flatMap(({ drug, index, agent }) => {
    const taken = isOngoing(drug, index, matter.on);
    if (both(both(set[agent]!, drugsGiven[index]!), taken) === 0) return [];
    const about = askTreatment(index, set[agent]!, 'Whether ' + drug.agent + ' counts as ' + names);
    const end = 'Whether ' + drug.agent + ' is still taken, or the day it was stopped';
    return [...about, ...(taken === 1 ? [ask('drugs[' + index + '].current', end)] : [])];
  });
  return [...entries, ...askHistory(matter, 'whether ' + names + ' is taken now')];
}`);

/** The time since the last dose. */
export const askElapsed = verbatim(`
function askElapsed(matter: Matter, set: Uint8Array, months: number, own: boolean, names: string): Ask[] {
  const limit = monthsBefore(matter.on, months);
  const courses = countedDrugs(matter).map((entry) => ({
    ...entry,
    course: both(set[entry.agent]!, drugsGiven[entry.index]!),
    since: isSince(entry.index, limit, matter.on),
  }));
  const isCounted = courses.some(({ course }) => course === 3);
  const entries = courses.flatMap(({ drug, index, agent, course, since }) => {
    const isOpen = (greatest(negated(course) | since) & 3) === 1;
    if (course === 0 || (!isOpen && (isCounted || course === 3))) return [];
    const about = askTreatment(index, set[agent]!, 'Whether ' + drug.agent + ' counts as ' + names);
    const began = drug.from === undefined ? '' : ', begun on ' + drug.from;
    return [...about, ...(isOpen && since === 1 ? [ask('drugs[' + index + '].to', 'The day of the last dose of ' + drug.agent + began)] : [])];
  });
  const history = [...askPriorCourse(matter, own), ...askHistory(matter, 'the day of the last dose of ' + names)];
  if (entries.length > 0 || history.length > 0 || isCounted) return [...entries, ...history];
  return [ask('drugs', 'The last dose of ' + names + ': none is on file to count ' + months + ' months from')];
}`);

/** Current treatment. */
export const askReceiving = verbatim(`
function askReceiving(
  matter: Matter,
  set: Uint8Array,
  months: number,
  others: Uint8Array,
  own: boolean,
  names: string,
  otherNames: string,
): Ask[] {
  const counted = countedDrugs(matter);
  const limit = matter.on - months * 32;
  const courses = counted.map(({ drug, index, agent }) => ({
    drug,
    index,
    verdict: set[agent]!,
    supply: both(both(set[agent]!, drugsGiven[index]!), isSupplied(index)),
    recent: isRecent(drug, index, limit, matter.on),
  }));
  const some = courses.filter(({ supply }) => supply !== 0);
  const recently = some.flatMap(({ drug, index, verdict, supply, recent }) => {
    if (both(supply, recent) === 0) return [];
    const about = askTreatment(index, verdict, 'Whether ' + drug.agent + ' counts as ' + names);
    const end = recent === 1 ? [ask('drugs[' + index + '].to', 'The day of the last dose of ' + drug.agent)] : [];
    return [...about, ...askSource(drug, index), ...end];
  });
  const isMet = some.some(({ supply, recent }) => both(supply, recent) === 3);
  const atLeast = Math.max(0, ...some.map(({ supply, index }) => (supply === 3 ? earliestLastDay(index, matter.on) : 0)));
  const listed = Math.max(0, ...some.map(({ index }) => latestLastDay(index, matter.on)));
  const atMost = matter.facts.drugsComplete !== true || listed === 0 ? matter.on : listed;
  // When another agent was begun may be open on its own side, or on that of the course it is compared with.
  const bounds = some.flatMap(({ drug, index, verdict }) => {
    const about = askTreatment(index, verdict, 'Whether ' + drug.agent + ' counts as ' + names);
    const end = drugEnds[index] === 0 ? [ask('drugs[' + index + '].to', 'The day of the last dose of ' + drug.agent)] : [];
    return [...about, ...askSource(drug, index), ...end];
  });
  const later = counted.flatMap(({ drug, index, agent }) => {
    const begun = isBegunAfter(index, atLeast, atMost);
    if (both(both(others[agent]!, drugsGiven[index]!), begun) === 0) return [];
    const about = askTreatment(index, others[agent]!, 'Whether ' + drug.agent + ' counts as ' + otherNames);
    const start = 'The day on which ' + drug.agent + ' was begun: before the last dose of ' + names + ' or after it';
    if (begun === 3) return about;
    return [...about, ...(drugStarts[index] === 0 ? [ask('drugs[' + index + '].from', start)] : []), ...bounds];
  });
  return [
    ...(isMet ? [] : [...recently, ...askPriorCourse(matter, own)]),
    ...later,
    ...askHistory(matter, 'the last course of ' + names + ', and whether ' + otherNames + ' was begun after it'),
  ];
}`);

/** Why a drug will not do. */
export const askShown = verbatim(`
const outcomeWords = ['', '', 'failure of', 'intolerance to', 'contraindication to'];

/** What is open of the reason that an entry shows. */
function askShown(drug: DrugEntry, index: number, table: Uint8Array, graded: boolean, reasons: string): Ask[] {
  const mark = drugMarks[index]!;
  if ((table[mark]! & 3) !== 1) return [];
  const [outcome, evidence, source] = [Math.floor(mark / 12), Math.floor(mark / 3) % 4, mark % 3];
  const path = 'drugs[' + index + '].';
  const what = (outcomeWords[outcome] ?? '') === '' ? 'what ' + drug.agent + ' led to' : 'the ' + (outcomeWords[outcome] ?? '') + ' ' + drug.agent;
  const onSample = 'Whether the intolerance to ' + drug.agent + ' counts, which came to light on a sample';
  const needsRecord = evidence === 0 || (evidence === 2 && graded);
  return [
    ...(outcome === 0 ? [ask(path + 'outcome', 'Whether ' + drug.agent + ' ' + reasons)] : []),
    ...(outcome === 3 && source === 2 ? [ask(path + 'outcome', onSample, true)] : []),
    ...(outcome !== 4 && source === 0 ? [ask(path + 'source', 'Whether ' + drug.agent + ' was supplied or a sample')] : []),
    ...(needsRecord ? [ask(path + 'evidence', 'A record that documents ' + what)] : []),
  ];
}`);

/** A reason of any agent of a set. */
export const askReason = verbatim(`
function askReason(matter: Matter, set: Uint8Array, table: Uint8Array, graded: boolean, reasons: string, names: string): Ask[] {
  const entries = countedDrugs(matter).flatMap(({ drug, index, agent }) => {
    if (both(set[agent]!, table[drugMarks[index]!]!) === 0) return [];
    const stranger = set[agent] === 5 ? [ask('drugs[' + index + '].agent', 'Whether ' + drug.agent + ' counts as ' + names, true)] : [];
    return [...stranger, ...askShown(drug, index, table, graded, reasons)];
  });
  return [...entries, ...askHistory(matter, 'whether ' + names + ' ' + reasons)];
}`);

/** A reason of another agent. */
export const askOther = verbatim(`
/** Agents are told apart by ingredient, and those that the vocabulary lacks by name. */
function agentKey(agent: number, drug: DrugEntry): string {
  const ingredient = agentIngredients[agent]!;
  return ingredient < 0 ? fold(drug.agent) : String(ingredient);
}

/** The agents that best serve the set from which another is to be distinct. */
function firstAgents(matter: Matter, firsts: Uint8Array, members: readonly number[], table: Uint8Array): ReadonlySet<string> {
  const entries = countedDrugs(matter).map(({ drug, index, agent }) => ({
    key: agentKey(agent, drug),
    shown: both(firsts[agent]!, table[drugMarks[index]!]!) & 3,
  }));
  const listed = matter.facts.drugsComplete === true ? 0 : 1;
  const best = Math.max(members.length > 0 ? listed : 0, ...entries.map(({ shown }) => shown));
  const unlisted = best === listed || best === 0 ? members.map(String) : [];
  return new Set([...entries.filter(({ shown }) => shown === best).map(({ key }) => key), ...unlisted]);
}

function askOther(
  matter: Matter,
  set: Uint8Array,
  firsts: Uint8Array,
  members: readonly number[],
  table: Uint8Array,
  graded: boolean,
  reasons: string,
  names: string,
): Ask[] {
  const first = [...firstAgents(matter, firsts, members, table)];
  const nameOf = new Map(countedDrugs(matter).map(({ drug, agent }) => [agentKey(agent, drug), drug.agent]));
  const entries = countedDrugs(matter).flatMap(({ drug, index, agent }) => {
    if (both(set[agent]!, table[drugMarks[index]!]!) === 0) return [];
    const key = agentKey(agent, drug);
    const others = first.filter((other) => other !== key);
    if (others.length === 0) return [];
    const near = others.filter((other) => similarAgents.get(Number(other))?.includes(Number(key)) === true);
    const beside = near.map((other) => nameOf.get(other)).find((name) => name !== undefined) ?? 'the first one';
    const counts = 'Whether ' + drug.agent + ' counts as another agent than ' + beside;
    const stranger = 'Whether ' + drug.agent + ' counts as ' + names;
    return [
      ...(near.length > 0 ? [ask('drugs[' + index + '].agent', counts, true)] : []),
      ...(set[agent] === 5 ? [ask('drugs[' + index + '].agent', stranger, true)] : []),
      ...askShown(drug, index, table, graded, reasons),
    ];
  });
  // An agent that may only be the first decides too, where it is open whether it is.
  const onlyFirst = countedDrugs(matter).flatMap(({ drug, index, agent }) => {
    const isOpen = (set[agent]! & 3) === 0 && (both(firsts[agent]!, table[drugMarks[index]!]!) & 3) === 1;
    if (!isOpen) return [];
    const counts = 'Whether ' + drug.agent + ' counts as one of the agents that another is asked for beside';
    const stranger = firsts[agent] === 5 ? [ask('drugs[' + index + '].agent', counts, true)] : [];
    return [...stranger, ...askShown(drug, index, table, graded, reasons)];
  });
  return [...entries, ...onlyFirst, ...askHistory(matter, 'whether ' + names + ' ' + reasons)];
}`);
