import type { ComponentChildren } from 'preact';
import type { Section } from '../../dsl/kernel/kernel.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';
import type { MatrixAlone, MatrixData, MatrixSection } from '../../compiler/site/matrix-data.ts';
import { AcceptanceText, FindingText } from './findings.tsx';
import { ClauseLink, Mark } from './heads.tsx';
import { asksFor, columnsUnder, type Filters } from './paths.ts';
import { caseAddress, counted, grouped, outcomeSigns, outcomeWords, statuses } from './words.ts';

interface ClauseDetailProps {
  readonly data: MatrixData;
  readonly place: number;
  readonly filters: Filters;
  readonly setFilters: (filters: Filters) => void;
  readonly showCases: (status: Truth) => void;
}

const sectionWords: Readonly<Record<Section, string>> = {
  medicalNecessity: 'Criteria of medical necessity',
  dosing: 'Recommended doses',
  reauthorization: 'Criteria for reauthorization',
  exclusions: 'Conditions not covered',
};

const gradeWords = {
  documented: 'Documented: a record has to show it.',
  plain: 'Plain: a report meets it as a record does.',
  mixed: 'Mixed: some of its questions ask for a record.',
} as const;

/** All that is told of one clause. */
export function ClauseDetail({ data, place, filters, setFilters, showCases }: ClauseDetailProps) {
  const clause = data.clauses[place];
  if (clause === undefined) return null;
  const parts = data.clauses.flatMap(({ within }, part) => (within === place ? [part] : []));
  const findings = (data.findings ?? []).filter(({ clauses }) => clauses.includes(place));
  const accepted = data.accepted.filter(({ clause: at }) => at === place);
  return (
    <>
      <p class="wording">{clause.text}</p>
      <dl>
        <Row name="Section">{sectionWords[clause.section]}</Row>
        {clause.within === undefined ? null : (
          <Row name="Part of">
            <ClauseLink data={data} column={{ clause: clause.within }} />
          </Row>
        )}
        {parts.length === 0 ? null : (
          <Row name="Its parts">
            {parts.map((part, index) => (
              <span key={part}>
                {index === 0 ? '' : ', '}
                <ClauseLink data={data} column={{ clause: part }} />
              </span>
            ))}
          </Row>
        )}
        <Row name="Facts">
          <Codes codes={clause.facts} />
          {clause.measured.map((fact) => (
            <div key={fact}>{fact}</div>
          ))}
        </Row>
        <Row name="Evidence">{gradeWords[clause.grade]}</Row>
        {clause.codes.length === 0 ? null : (
          <Row name="Codes">
            {clause.codes.map((code) => (
              <div key={code}>{code}</div>
            ))}
          </Row>
        )}
        <Row name="Source">{clause.source === undefined ? 'not known' : <code>{clause.source}</code>}</Row>
        <Row name="Evaluator">
          {clause.evaluatorLine === undefined ? (
            'not known'
          ) : (
            <code>
              generated/{data.policy.name}/evaluator.ts:{clause.evaluatorLine}
            </code>
          )}
        </Row>
        <Row name="Id">
          <code>{clause.id}</code>
        </Row>
      </dl>
      <PathFilter data={data} place={place} filters={filters} setFilters={setFilters} />
      <h3>In the worked cases</h3>
      <ul class="plain">
        {statuses.map((status) => (
          <li key={status}>
            <Mark status={status} /> {statusWords[status]} in {counted(clause.shown[status], 'case')}{' '}
            {clause.shown[status] === 0 ? null : (
              <button type="button" onClick={() => showCases(status)}>
                Show<span class="visually-hidden"> the cases where it is {statusWords[status]}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <h3>By itself</h3>
      {clause.alone === undefined ? (
        <p>
          {!data.hasSuite
            ? 'Made-up cases were not worked out for this policy yet.'
            : 'A group puts no questions: its parts are shown by themselves.'}
        </p>
      ) : (
        <Alone alone={clause.alone} />
      )}
      {findings.length + accepted.length === 0 ? null : (
        <>
          <h3>Findings</h3>
          {findings.map((finding, index) => (
            <FindingText key={index} data={data} finding={finding} />
          ))}
          {accepted.map((each, index) => (
            <div key={index}>
              <p class="detail">Let stand by the author:</p>
              <AcceptanceText data={data} accepted={each} />
            </div>
          ))}
        </>
      )}
    </>
  );
}

const statusWords = { met: 'Met', 'not-met': 'Not met', unknown: 'Unknown' } as const;

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Codes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <>
      {codes.map((code, index) => (
        <span key={code}>
          {index === 0 ? '' : ', '}
          <code>{code}</code>
        </span>
      ))}
    </>
  );
}

/** How many paths ask for the clause, and the filter by it. */
function PathFilter({
  data,
  place,
  filters,
  setFilters,
}: Pick<ClauseDetailProps, 'data' | 'place' | 'filters' | 'setFilters'>) {
  const asked = data.sections.flatMap((section) => askedIn(data, section, place));
  if (asked.length === 0) return null;
  const chosen = filters.get(place);
  const choose = (wanted: boolean | undefined) => {
    const others = [...filters].filter(([clause]) => clause !== place);
    setFilters(new Map(wanted === undefined ? others : [...others, [place, wanted]]));
  };
  const choices = [
    ['all paths', undefined],
    ['only those that ask for it', true],
    ['only those that do not', false],
  ] as const;
  return (
    <fieldset>
      <legend>Paths</legend>
      {asked.map(({ needing, total }, index) => (
        <p key={index}>
          Asked for in {grouped(String(needing))} of {counted(total, 'path')} that the page lists.
        </p>
      ))}
      {choices.map(([name, wanted]) => (
        <label key={name}>
          <input
            type="radio"
            name="path-filter"
            checked={chosen === wanted}
            onChange={() => choose(wanted)}
          />{' '}
          Show {name}
        </label>
      ))}
    </fieldset>
  );
}

function askedIn(
  data: MatrixData,
  section: MatrixSection,
  place: number,
): readonly { readonly needing: number; readonly total: number }[] {
  const columns = columnsUnder(data, section, place);
  if (columns.size === 0) return [];
  return [
    { needing: section.ways.filter((way) => asksFor(way, columns)).length, total: section.ways.length },
  ];
}

/** The two cases that differ in the clause alone, or why there are none. */
function Alone({ alone: { pair, why, proved, withheld, worked } }: { readonly alone: MatrixAlone }) {
  return (
    <>
      {pair === undefined ? null : (
        <>
          <p>Two made-up cases of cases.json differ in facts of this clause, and get different outcomes:</p>
          <ul class="plain">
            <li>
              <Mark status="met" /> <code>{pair.met}</code>: met, {outcomeSigns[pair.outcomes.met]}{' '}
              {outcomeWords[pair.outcomes.met]}
            </li>
            <li>
              <Mark status="not-met" /> <code>{pair.notMet}</code>: not met,{' '}
              {outcomeSigns[pair.outcomes.notMet]} {outcomeWords[pair.outcomes.notMet]}
            </li>
          </ul>
          <p>
            What differs: <Codes codes={pair.facts} />.
            {pair.others
              ? ' Clauses that read the same facts change as well; the outcomes are the same whichever side these stand on.'
              : ' No other clause changes.'}
          </p>
        </>
      )}
      {why === undefined ? null : (
        <p>
          {proved === true ? 'No two cases show it by itself, and that is proved. ' : 'Undecided. '}
          {why}
        </p>
      )}
      {withheld.length === 0 ? null : (
        <p>
          Without <Codes codes={withheld} /> one of the cases is pended, and waits for it.
        </p>
      )}
      <p>
        {worked === undefined ? (
          'No two worked cases show it by itself.'
        ) : (
          <>
            Of the worked cases, <a href={caseAddress(worked.met)}>{worked.met}</a> (met) and{' '}
            <a href={caseAddress(worked.notMet)}>{worked.notMet}</a> (not met) show it.
          </>
        )}
      </p>
    </>
  );
}
