import { useMemo } from 'preact/hooks';
import type { DeskClause } from '../../compiler/site/desk-data.ts';
import { visible } from '../../compiler/visible-text.ts';
import type { ClauseStatus, Determination } from '../../dsl/kernel/determination.ts';
import { statusWords } from './words.ts';

/** What the determination says of every clause, as the policy prints them; beside what it said before, where that is kept. */
export function ClauseTree({
  clauses,
  determination,
  before,
}: {
  readonly clauses: readonly DeskClause[];
  readonly determination: Determination;
  readonly before?: Determination | undefined;
}) {
  const children = useMemo(() => childrenOf(clauses), [clauses]);
  const now = new Map(determination.clauses.map((clause) => [clause.id, clause]));
  const was = before === undefined ? undefined : new Map(before.clauses.map((clause) => [clause.id, clause]));
  return <Level clauses={children.get('') ?? []} children_={children} now={now} was={was} depth={0} />;
}

type Statuses = ReadonlyMap<string, ClauseStatus>;

interface LevelProps {
  readonly clauses: readonly DeskClause[];
  readonly children_: ReadonlyMap<string, readonly DeskClause[]>;
  readonly now: Statuses;
  readonly was: Statuses | undefined;
  readonly depth: number;
}

function Level({ clauses, ...rest }: LevelProps) {
  return (
    <ul class="clauses" role="list">
      {clauses.map((clause) => (
        <Item key={clause.id} clause={clause} {...rest} />
      ))}
    </ul>
  );
}

/** A clause and those below it: drawn again only where one of them moved. */
function Item({ clause, ...rest }: Omit<LevelProps, 'clauses'> & { readonly clause: DeskClause }) {
  const { children_: children, now, was, depth } = rest;
  const below = children.get(clause.id) ?? [];
  return useMemo(
    () => (
      <li>
        <Row clause={clause} now={now.get(clause.id)} was={was?.get(clause.id)} depth={depth} />
        {below.length > 0 && <Level clauses={below} {...rest} depth={depth + 1} />}
      </li>
    ),
    [clause, below, signature(clause, children, now), was],
  );
}

function Row({
  clause,
  now,
  was,
  depth,
}: {
  readonly clause: DeskClause;
  readonly now: ClauseStatus | undefined;
  readonly was: ClauseStatus | undefined;
  readonly depth: number;
}) {
  if (now === undefined) return null;
  const isExclusion = clause.section === 'exclusions';
  const { sign, word } = statusWords(now.status, isExclusion);
  const moved = was !== undefined && was.status !== now.status;
  const number = shownNumber(clause);
  return (
    <div class={`clause is-${toneOf(now.status, isExclusion)}${moved ? ' moved' : ''}`}>
      <span class="status">
        <span aria-hidden="true">{sign}</span> {word}
        {moved && <span class="was"> (was {statusWords(was.status, isExclusion).word.toLowerCase()})</span>}
      </span>
      <span class={`wording depth-${Math.min(depth, deepest)}`}>
        <a class="number" href={`policy.html#${encodeURIComponent(clause.id)}`}>
          {number === '' ? <Unnumbered /> : visible(number)}
        </a>{' '}
        {visible(clause.text)}
        {now.needsReview && <span class="review"> Needs review</span>}
      </span>
    </div>
  );
}

/** Further down, the wording is set in no more. */
const deepest = 6;

/** Leads to the text of what has no number of its own. */
function Unnumbered() {
  return (
    <>
      <span aria-hidden="true">¶</span>
      <span class="visually-hidden">In the policy:</span>
    </>
  );
}

/** The colour of a status: an exclusion that applies stands against the request. */
export function toneOf(status: ClauseStatus['status'], isExclusion: boolean): string {
  if (!isExclusion || status === 'unknown') return status;
  return status === 'met' ? 'not-met' : 'met';
}

/** The number beside a clause: none where it is the id, or where the wording begins with it. */
function shownNumber({ id, number, text }: DeskClause): string {
  return number === id || text.startsWith(`${number}. `) ? '' : number;
}

function signature(clause: DeskClause, children: LevelProps['children_'], now: Statuses): string {
  const own = now.get(clause.id);
  const below = (children.get(clause.id) ?? []).map((child) => signature(child, children, now)).join('');
  return `${own?.status ?? ''}${own?.needsReview === true ? '!' : ''};${below}`;
}

function childrenOf(clauses: readonly DeskClause[]): LevelProps['children_'] {
  const children = new Map<string, DeskClause[]>();
  for (const clause of clauses) {
    const above = clause.parent ?? '';
    const known = children.get(above);
    if (known === undefined) children.set(above, [clause]);
    else known.push(clause);
  }
  return children;
}
