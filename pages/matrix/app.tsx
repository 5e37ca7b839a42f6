import { createPortal } from 'preact/compat';
import { useMemo, useState } from 'preact/hooks';
import type { Truth } from '../../dsl/kernel/truth.ts';
import type { MatrixData } from '../../compiler/site/matrix-data.ts';
import { AloneSection } from './alone-section.tsx';
import { CaseDetail } from './case-panel.tsx';
import { CaseSection, type CaseFilter } from './case-section.tsx';
import { ClauseDetail } from './clause-panel.tsx';
import { FindingSection } from './findings.tsx';
import { Panel } from './panel.tsx';
import { PathSection } from './path-section.tsx';
import type { Filters } from './paths.ts';
import { useSelection } from './use-selection.ts';

interface AppProps {
  readonly data: MatrixData;
  /** Where the panel stands: behind everything else. */
  readonly beside: Element;
}

/** The tables of the page, and the panel beside them. */
export function App({ data, beside }: AppProps) {
  const { selection, close } = useSelection(data);
  const [filters, setFilters] = useState<Filters>(new Map());
  const [caseFilter, setCaseFilter] = useState<CaseFilter>({});
  const selected = selection?.kind === 'clause' ? selection.place : undefined;
  const showCases = (place: number, status: Truth) => {
    setCaseFilter({ clause: { place, status } });
    // On a phone the panel would cover them.
    if (matchMedia('(max-width: 48rem)').matches) close();
    document.getElementById('cases')?.scrollIntoView();
  };
  const sections = useMemo(
    () =>
      data.sections.map((section, place) => (
        <PathSection key={place} data={data} section={section} filters={filters} selected={selected} />
      )),
    [data, filters, selected],
  );
  return (
    <>
      <p class="about">
        Columns are clauses, headed by their printed numbers: choose one for its wording, its facts and what
        shows it. ● stands for a clause that a path asks for, ○ for one that must not be met.
      </p>
      <FilterBar data={data} filters={filters} setFilters={setFilters} />
      {sections}
      <CaseSection data={data} filter={caseFilter} setFilter={setCaseFilter} selected={selected} />
      <AloneSection data={data} />
      <FindingSection data={data} />
      {selection === undefined
        ? null
        : createPortal(
            <Panel
              title={
                selection.kind === 'clause'
                  ? data.clauses[selection.place]?.head
                  : data.cases[selection.place]?.name
              }
              about={`${selection.kind} ${selection.place}`}
              close={close}
            >
              {selection.kind === 'clause' ? (
                <ClauseDetail
                  data={data}
                  place={selection.place}
                  filters={filters}
                  setFilters={setFilters}
                  showCases={(status) => showCases(selection.place, status)}
                />
              ) : (
                <CaseDetail data={data} place={selection.place} />
              )}
            </Panel>,
            beside,
          )}
    </>
  );
}

interface FilterBarProps {
  readonly data: MatrixData;
  readonly filters: Filters;
  readonly setFilters: (filters: Filters) => void;
}

/** The filters that are set on paths, each to be taken off. */
function FilterBar({ data, filters, setFilters }: FilterBarProps) {
  if (filters.size === 0) return null;
  return (
    <div class="filters" role="group" aria-label="Filters on paths">
      <span>Paths that</span>
      {[...filters].map(([clause, isWanted]) => (
        <button
          key={clause}
          type="button"
          class="chip"
          onClick={() => setFilters(new Map([...filters].filter(([each]) => each !== clause)))}
        >
          {isWanted ? 'ask for' : 'do not ask for'} {data.clauses[clause]?.head}{' '}
          <span aria-hidden="true">✕</span>
          <span class="visually-hidden">: no longer filter by it</span>
        </button>
      ))}
      <button type="button" onClick={() => setFilters(new Map())}>
        Show all paths
      </button>
    </div>
  );
}
