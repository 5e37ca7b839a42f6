import { memo } from 'preact/compat';
import { useMemo, useState } from 'preact/hooks';
import { sectionNotes, sectionTitles } from '../../compiler/emit/matrix/words.ts';
import type { MatrixData, MatrixSection } from '../../compiler/site/matrix-data.ts';
import { ColumnHeads, Mark } from './heads.tsx';
import {
  filteredPaths,
  groupings,
  groupPaths,
  rowsOf,
  type Filters,
  type PathGroup,
  type PathRow,
} from './paths.ts';
import { ScrollTable, wholeRows } from './scroll-table.tsx';
import { columnHead, counted, grouped } from './words.ts';

/** Sections of up to so many paths open without groups. */
const fewPaths = 30;
/** So many paths are not worth grouping. */
const tooFew = 4;
/** Heads of more columns than these are turned. */
const upright = 12;

interface PathSectionProps {
  readonly data: MatrixData;
  readonly section: MatrixSection;
  readonly filters: Filters;
  readonly selected: number | undefined;
}

/** The ways to meet one section: each a row, against the clauses that it asks for. */
export function PathSection({ data, section, filters, selected }: PathSectionProps) {
  const choices = useMemo(() => groupings(data, section), [data, section]);
  const [by, setBy] = useState(section.ways.length > fewPaths ? choices[0] : undefined);
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set());
  const [allOpen, setAllOpen] = useState(section.ways.length <= wholeRows);
  const paths = useMemo(() => filteredPaths(data, section, filters), [data, section, filters]);
  const groups = useMemo(
    () => (by === undefined ? undefined : groupPaths(data, section, paths, by)),
    [data, section, paths, by],
  );
  const rows = useMemo(
    () => rowsOf(paths, groups, (place) => turned.has(place) !== allOpen),
    [paths, groups, turned, allOpen],
  );
  const openAll = (open: boolean) => {
    setAllOpen(open);
    setTurned(new Set());
  };
  const turn = (place: number) =>
    setTurned(new Set(turned.has(place) ? [...turned].filter((each) => each !== place) : [...turned, place]));

  const name = nameOf(data, section);
  const id = `paths-${section.section}${section.indication === undefined ? '' : `-${section.indication}`}`;
  return (
    <section>
      <h2 id={id}>{name}</h2>
      <p class="about">{aboutText(section)}</p>
      {section.ways.length === 0 ? null : (
        <>
          <div class="tools">
            {choices.length === 0 || section.ways.length <= tooFew ? null : (
              <label>
                Group by{' '}
                <select
                  value={by === undefined ? '' : String(by)}
                  onChange={({ currentTarget: { value } }) => {
                    setBy(value === '' ? undefined : Number(value));
                    setTurned(new Set());
                  }}
                >
                  <option value="">nothing</option>
                  {choices.map((clause) => (
                    <option key={clause} value={String(clause)}>
                      {data.clauses[clause]?.head}: {data.clauses[clause]?.text.slice(0, 48)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {groups === undefined ? null : (
              <>
                <button type="button" onClick={() => openAll(true)}>
                  Open all groups
                </button>
                <button type="button" onClick={() => openAll(false)}>
                  Close all groups
                </button>
              </>
            )}
            <p role="status">
              {paths.length === section.ways.length
                ? counted(paths.length, 'path')
                : `${grouped(String(paths.length))} of ${counted(section.ways.length, 'path')}`}
              {groups === undefined ? '' : ` in ${counted(groups.length, 'group')}`}
            </p>
          </div>
          {paths.length === 0 ? (
            <p class="empty">No path passes the filters.</p>
          ) : (
            <ScrollTable
              label={name}
              className={section.columns.length > upright ? 'grid turned' : 'grid'}
              columns={[
                undefined,
                ...section.columns.map(({ clause }) => (clause === selected ? 'selected' : undefined)),
              ]}
              rows={rows.length}
              head={
                <>
                  <th scope="col" class="first">
                    Path
                  </th>
                  <ColumnHeads data={data} columns={section.columns} selected={selected} />
                </>
              }
              row={(place, rowIndex) => {
                const row = rows[place];
                return row === undefined ? (
                  <></>
                ) : row.kind === 'group' ? (
                  <GroupRow
                    key={`group ${row.place}`}
                    data={data}
                    row={row}
                    columns={section.columns.length}
                    rowIndex={rowIndex}
                    turn={turn}
                  />
                ) : (
                  <WayRow key={row.path} section={section} path={row.path} rowIndex={rowIndex} />
                );
              }}
            />
          )}
          {rows.length > wholeRows ? (
            <p class="note">
              Only the rows in view are in the page, so the browser’s search finds these alone: filter by
              clause to narrow the list. The page prints what is in view; matrix.csv and matrix.json hold the
              paths as files.
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}

interface WayRowProps {
  readonly section: MatrixSection;
  readonly path: number;
  readonly rowIndex: number;
}

const WayRow = memo(({ section, path, rowIndex }: WayRowProps) => {
  const way = new Set(section.ways[path]);
  return (
    <tr aria-rowindex={rowIndex}>
      <th scope="row" class="first">
        {grouped(String(path + 1))}
      </th>
      {section.columns.map((_, place) => (
        <td key={place}>
          {way.has(place) ? <Mark status="met" /> : way.has(~place) ? <Mark status="not-met" /> : null}
        </td>
      ))}
    </tr>
  );
});

interface GroupRowProps {
  readonly data: MatrixData;
  readonly row: Extract<PathRow, { readonly kind: 'group' }>;
  readonly columns: number;
  readonly rowIndex: number;
  readonly turn: (place: number) => void;
}

function GroupRow({ data, row: { group, place, isOpen }, columns, rowIndex, turn }: GroupRowProps) {
  return (
    <tr class="group" aria-rowindex={rowIndex}>
      <th scope="rowgroup" colSpan={columns + 1}>
        <button type="button" aria-expanded={isOpen} onClick={() => turn(place)}>
          <span aria-hidden="true" class="sign">
            {isOpen ? '▾' : '▸'}
          </span>{' '}
          <span class="name">{groupName(data, group)}</span>{' '}
          <span class="count">{counted(group.paths.length, 'path')}</span>
        </button>
      </th>
    </tr>
  );
}

function groupName(data: MatrixData, { takes }: PathGroup): string {
  if (takes.length === 0) return 'Without it';
  return takes
    .map((clause) => `${columnHead(data, { clause })} ${data.clauses[clause]?.text ?? ''}`)
    .join(' + ');
}

function nameOf({ clauses }: MatrixData, { section, indication }: MatrixSection): string {
  return indication === undefined
    ? sectionTitles[section]
    : `${sectionTitles[section]}: ${clauses[indication]?.number ?? ''}`;
}

function aboutText({ section, count, exact, ways }: MatrixSection): string {
  const total = `${exact ? '' : 'At most '}${counted(count, 'way')}.`;
  const rest =
    String(ways.length) === count || ways.length === 0
      ? ''
      : ` The first ${grouped(String(ways.length))} are listed, ${grouped(String(BigInt(count) - BigInt(ways.length)))} are not.`;
  const least = exact && section === 'medicalNecessity' ? ' None asks for more than it needs.' : '';
  return `${total}${rest} ${sectionNotes[section]}${least}`;
}
