import { verbatim } from '../quote.ts';

/** What may be asked for. */
export const asking = verbatim(`
/** A fact that is missing, where in the case it belongs, and what would settle it. */
interface Ask {
  readonly fact: string;
  readonly settle: string;
  readonly needsReview: boolean;
}

function ask(fact: string, settle: string, review = false): Ask {
  return { fact, settle, needsReview: review };
}`);

/** The date of birth. */
export const askBirth = verbatim(`
function askBirth({ facts }: Matter): Ask[] {
  const given = facts.patient?.birthDate !== undefined;
  const settle = given ? 'The right date of birth: the one on file is after the date of service' : 'The date of birth';
  return [ask('patient.birthDate', settle)];
}`);

/** The age at a milestone. */
export const askBirthAt = verbatim(`
function askBirthAt({ facts }: Matter, anchor: number): Ask[] {
  const birthDate = facts.patient?.birthDate;
  const at = anchors[anchor]!;
  const isAfter = birthDate !== undefined && at !== 0 && day(birthDate) > at;
  const settle = isAfter ? 'The right date of birth: the one on file is after ' + anchorWords[anchor]! : 'The date of birth';
  return [
    ...(birthDate === undefined || isAfter ? [ask('patient.birthDate', settle)] : []),
    ...(at === 0 ? askMilestone(anchor) : []),
  ];
}`);

/** A finding. */
export const askFinding = verbatim(`
function askFinding(entry: FindingEntry | undefined, fact: string, name: string, graded: boolean, on: number): Ask[] {
  const { evidence, on: date } = typeof entry === 'object' ? { evidence: entry.evidence, on: entry.on } : { evidence: entry, on: undefined };
  if (date !== undefined && day(date) > on) {
    return [ask(fact, 'Whether the patient had ' + name + ' by the date of service: what is on file is dated after it')];
  }
  if (evidence === 'reported') return [ask(fact, 'A record that documents ' + name + ', which is only reported')];
  return [ask(fact, 'Whether the patient has ' + name + (graded ? ', and the record that documents it' : ''))];
}`);

/** A reviewer's judgement. */
export const askJudgement = verbatim(`
function askJudgement(entry: JudgementEntry | undefined, fact: string, name: string, graded: boolean): Ask[] {
  const lacksPapers = graded && entry?.papers !== 'documented';
  const papers = lacksPapers ? [ask(fact + '.papers', 'Records that document ' + name)] : [];
  if (entry?.verdict !== undefined) return papers;
  const also = lacksPapers ? '; the records for it are missing too' : '';
  return [ask(fact + '.verdict', 'A reviewer has to judge whether there is ' + name + also, true), ...papers];
}`);

/** The regimen asked for. */
export const askRegimen = verbatim(`
function askRegimen({ facts }: Matter): Ask[] {
  const { mgPerDay, days } = facts.request.regimen ?? {};
  return [
    ...(mgPerDay === undefined ? [ask('request.regimen.mgPerDay', 'The dose asked for, in mg a day')] : []),
    ...(days === undefined ? [ask('request.regimen.days', 'The number of days asked for')] : []),
  ];
}`);
