import { verbatim } from '../quote.ts';

/** Windows in words. */
export const spanWords = verbatim(`
/** A window in words, with a space before it; of none, nothing. */
function spanWords(span: Span | undefined): string {
  if (span === undefined) return '';
  const { from, to } = span;
  const name = anchorWords[span.anchor]!;
  const start = from === undefined ? '' : (from.inclusive ? ' from ' : ' after ') + sideWords(from, name);
  if (to === undefined) return start;
  const isOpen = from === undefined;
  return start + (to.inclusive ? (isOpen ? ' up to ' : ' to ') : isOpen ? ' before ' : ' and before ') + sideWords(to, name);
}

function sideWords({ count, months }: Side, anchor: string): string {
  if (count === 0) return anchor;
  const size = Math.abs(count);
  return size + (months ? ' month' : ' day') + (size === 1 ? '' : 's') + (count < 0 ? ' before ' : ' after ') + anchor;
}`);

/** Milestones. */
export const askAnchors = verbatim(`
function askAnchor(span: Span | undefined): Ask[] {
  return span === undefined || anchors[span.anchor] !== 0 ? [] : askMilestone(span.anchor);
}

function askMilestone(anchor: number): Ask[] {
  return [ask(anchorFacts[anchor]!, 'The date of ' + anchorWords[anchor]!)];
}`);

/** What shows a fact. */
export const askSources = verbatim(`
const sourceWords = ['a medical record', 'a paid claim', "a laboratory's report", "the prescriber's statement", 'an attestation'];

function askShownBy(path: string, shownBy: number, what: string): Ask[] {
  const wanted = sourceWords.filter((_, bit) => ((shownBy >> bit) & 1) === 1);
  return [ask(path + 'shownBy', 'Proof of the ' + what + ' by ' + wanted.join(' or '))];
}`);

/** Entries of the list of events. */
export const askEvents = verbatim(`
/** The entries that are marked, by their place on file. */
function markedEvents(matter: Matter, marks: Uint8Array): readonly { readonly entry: EventEntry; readonly index: number; readonly mark: number }[] {
  return (matter.facts.events ?? noEvents).flatMap((entry, index) => {
    const mark = marks[index]!;
    return mark === 0 ? [] : [{ entry, index, mark }];
  });
}

/** An entry in words, as far as it is known. */
function entryWords({ value, unit, on }: EventEntry, index: number): string {
  const measured = value === undefined ? '' : ' of ' + value + (unit === undefined ? '' : ' ' + unit);
  return eventWords[eventKinds[index]!]! + measured + (on === undefined ? '' : ' on ' + on);
}

function kindWords(kinds: readonly number[]): string {
  return kinds.map((kind) => eventWords[kind]!).join(' or ');
}

/** What is open of an entry that may be one of those meant. */
function askEntry(entry: EventEntry, index: number, selection: Selection): Ask[] {
  const { bounds, limit, yes, no, span, shownBy, reported } = selection;
  const path = 'events[' + index + '].';
  const what = entryWords(entry, index);
  const unsaid = (yes | no) & ~(eventYes[index]! | eventNo[index]!);
  const grade = eventGrades[index]!;
  return [
    ...(span !== undefined && eventDays[index] === 0 ? askDay(entry, index) : []),
    ...(bounds !== undefined ? askValue(entry, index, bounds, limit) : []),
    ...eventConditions.flatMap((id, bit) =>
      ((unsaid >> bit) & 1) === 1 ? [ask(path + 'conditions.' + id, 'Whether the ' + what + ' was ' + conditionWords[bit]!)] : [],
    ),
    ...(shownBy !== -1 && (eventSources[index]! & shownBy) === 0 ? askShownBy(path, shownBy, what) : []),
    ...(grade === 1 || (grade === 2 && reported === 1) ? [ask(path + 'evidence', 'A record that documents the ' + what)] : []),
  ];
}

function askDay(entry: EventEntry, index: number): Ask[] {
  return [ask('events[' + index + '].on', 'The date of the ' + entryWords(entry, index))];
}

/** What is open of a value that is held against bounds. */
function askValue(entry: EventEntry, index: number, bounds: readonly Bounds[], limit: number): Ask[] {
  if (valueMark(index, bounds, limit) !== 1) return [];
  const path = 'events[' + index + '].';
  const what = entryWords(entry, index);
  const isMeasured = entry.value !== undefined;
  const isOtherUnit = limit === 0 && !bounds.some(({ unit }) => unit === eventUnits[index]);
  const reference = limit === 1 ? entry.reference?.lower : entry.reference?.upper;
  const limitName = limit === 1 ? 'lower' : 'upper';
  return [
    ...(isMeasured ? [] : [ask(path + 'value', 'The value of the ' + what)]),
    ...(isOtherUnit ? [ask(path + 'unit', 'The value of the ' + what + ' in a unit that the policy names')] : []),
    ...(limit !== 0 && (reference === undefined || reference === 0)
      ? [ask(path + 'reference', "The laboratory's " + limitName + ' limit for the ' + what)]
      : []),
  ];
}

/** What is open of a value that is to be told in the first unit of its event. */
function askFirstValue(entry: EventEntry, index: number): Ask[] {
  const path = 'events[' + index + '].';
  const what = entryWords(entry, index);
  const factor = eventFactors[eventKinds[index]! * eventUnitCount + eventUnits[index]!]!;
  return [
    ...(entry.value === undefined ? [ask(path + 'value', 'The value of the ' + what)] : []),
    ...(factor === 0 ? [ask(path + 'unit', 'The value of the ' + what + ' in a unit that it is measured in')] : []),
  ];
}

/** What an incomplete history leaves open. */
function wholeWords(kinds: readonly number[], span: Span | undefined): string {
  return 'Further entries of ' + kindWords(kinds) + spanWords(span) + ', or the word that the list of them is complete';
}

/** The rest of the history, and the day that its window is counted from. */
function askWhole(selection: Selection): Ask[] {
  const open = selection.kinds.filter((kind) => eventsListed[kind] === 0);
  const settle = wholeWords(open, selection.span);
  return [...askAnchor(selection.span), ...(open.length === 0 ? [] : [ask('complete', settle)])];
}

/** What is asked; where the entries contradict each other, which of them is right. */
function askOr(asked: readonly Ask[], matter: Matter, marks: Uint8Array, kinds: readonly number[]): readonly Ask[] {
  if (asked.length > 0) return asked;
  const marked = markedEvents(matter, marks);
  if (marked.length === 0) return [ask('events', 'The ' + kindWords(kinds) + ': none is on file')];
  return marked.map(({ entry, index }) =>
    ask('events[' + index + '].value', 'Which is right: the ' + entryWords(entry, index) + ' or what is on file beside it'),
  );
}`);

/** How many events there are. */
export const askCounted = verbatim(`
function askCounted(matter: Matter, selection: Selection, byDay: boolean): readonly Ask[] {
  markEvents(selection, eventMarks, 0);
  const marked = markedEvents(matter, eventMarks);
  const isOnSureDay = (index: number) =>
    eventDays[index] !== 0 && marked.some((other) => other.mark === 3 && eventDays[other.index] === eventDays[index]);
  const entries = marked.flatMap(({ entry, index, mark }) => [
    ...(byDay && eventDays[index] === 0 ? askDay(entry, index) : []),
    ...(mark === 1 && !(byDay && isOnSureDay(index)) ? askEntry(entry, index, selection) : []),
  ]);
  return [...entries, ...askWhole(selection)];
}`);

/** The latest or the earliest value. */
export const askLast = verbatim(`
/** What is open of the entries that may be the latest, or the earliest; their values are held against something else. */
function askLastOf(
  matter: Matter,
  selection: Selection,
  marks: Uint8Array,
  valueAsks: (entry: EventEntry, index: number) => Ask[],
): Ask[] {
  const marked = markedEvents(matter, marks);
  return marked.flatMap(({ entry, index, mark }) => [
    ...(eventDays[index] === 0 && marked.length > 1 ? askDay(entry, index) : []),
    ...(mark === 1 ? askEntry(entry, index, selection) : []),
    ...valueAsks(entry, index),
  ]);
}

function askLast(
  matter: Matter,
  selection: Selection,
  bounds: readonly Bounds[],
  limit: number,
  isEarliest: boolean,
): readonly Ask[] {
  markEvents(selection, eventMarks, 0);
  keepLast(eventMarks, isEarliest);
  const entries = askLastOf(matter, selection, eventMarks, (entry, index) => askValue(entry, index, bounds, limit));
  return askOr([...entries, ...askWhole(selection)], matter, eventMarks, selection.kinds);
}`);

/** Every value. */
export const askEvery = verbatim(`
function askEvery(matter: Matter, selection: Selection, bounds: readonly Bounds[], limit: number, minimum: number): readonly Ask[] {
  markEvents(selection, eventMarks, 0);
  const isEnough = entriesMarked(2) >= minimum;
  const entries = markedEvents(matter, eventMarks).flatMap(({ entry, index, mark }) => {
    const isHarmless = isEnough && valueMark(index, bounds, limit) === 3;
    return [
      ...(mark === 1 && !isHarmless ? askEntry(entry, index, selection) : []),
      ...askValue(entry, index, bounds, limit),
    ];
  });
  return [...entries, ...askWhole(selection)];
}`);

/** The mean. */
export const askMean = verbatim(`
function askMean(matter: Matter, selection: Selection): readonly Ask[] {
  markEvents(selection, eventMarks, 0);
  const entries = markedEvents(matter, eventMarks).flatMap(({ entry, index, mark }) => [
    ...(mark === 1 ? askEntry(entry, index, selection) : []),
    ...askFirstValue(entry, index),
  ]);
  return askOr([...entries, ...askWhole(selection)], matter, eventMarks, selection.kinds);
}`);

/** How a value changed. */
export const askChanged = verbatim(`
function askChanged(matter: Matter, of: Selection, baseline: Selection, isPercent: boolean, bounds: Bounds): readonly Ask[] {
  const open = of.kinds.filter((kind) => kindChange(kind, of, baseline, isPercent, bounds) === 1);
  const entries = open.flatMap((kind) => {
    if (eventsListed[kind] === 0) return [];
    markEvents(of, eventMarks, kind);
    keepLast(eventMarks, false);
    const now = askLastOf(matter, of, eventMarks, askFirstValue);
    markEvents(baseline, eventBases, kind);
    keepLast(eventBases, false);
    const before = askLastOf(matter, baseline, eventBases, (entry, index) => [
      ...askFirstValue(entry, index),
      ...(isPercent && entry.value === 0
        ? [ask('events[' + index + '].value', 'A baseline other than 0, of which a percentage can be told')]
        : []),
    ]);
    return askOr([...now, ...before, ...askAnchor(of.span), ...askAnchor(baseline.span)], matter, eventMarks, [kind]);
  });
  const unlisted = open.filter((kind) => eventsListed[kind] === 0);
  const spans = of.span === undefined || baseline.span === undefined ? '' : spanWords(baseline.span) + ' and' + spanWords(of.span);
  const whole = unlisted.length === 0 ? [] : [ask('complete', 'Further entries of ' + kindWords(unlisted) + spans + ', or the word that the list of them is complete')];
  return [...entries, ...(unlisted.length === 0 ? [] : [...askAnchor(of.span), ...askAnchor(baseline.span)]), ...whole];
}`);

/** Runs of days. */
export const askRun = verbatim(`
function askRun(matter: Matter, selection: Selection): readonly Ask[] {
  markEvents(selection, eventMarks, 0);
  const marked = markedEvents(matter, eventMarks);
  const isOnSureDay = (index: number) =>
    eventDays[index] !== 0 && marked.some((other) => other.mark === 3 && eventDays[other.index] === eventDays[index]);
  const entries = marked.flatMap(({ entry, index, mark }) =>
    mark === 1 && !isOnSureDay(index) ? askEntry(entry, index, selection) : [],
  );
  return [...entries, ...askWhole(selection)];
}`);

/** The quantity asked for. */
export const askAmount = verbatim(`
function askAmount({ facts }: Matter, unit: string): Ask[] {
  const { value, unit: given } = facts.request.quantity ?? {};
  return value === undefined || given !== unit ? [ask('request.quantity', 'The quantity asked for, in ' + unit)] : [];
}`);

/** What the quantity asked for depends on. */
export const askAmountPer = verbatim(`
function askAmountPer(matter: Matter, unit: string, selection: Selection): readonly Ask[] {
  const asked = askAmount(matter, unit);
  markEvents(selection, eventMarks, 0);
  const isSure = keepLast(eventMarks, false);
  const entries = askLastOf(matter, selection, eventMarks, askFirstValue);
  const whole = askWhole(selection);
  const open = [...asked, ...entries, ...whole];
  return isSure || entries.length > 0 ? askOr(open, matter, eventMarks, selection.kinds) : [...open, ...askNone(selection.kinds)];
}

function askNone(kinds: readonly number[]): Ask[] {
  return [ask('events', 'The latest ' + kindWords(kinds) + ', which the quantity depends on')];
}`);
