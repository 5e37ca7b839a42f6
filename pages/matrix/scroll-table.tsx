import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Tables of up to so many rows are whole in the page: their text can be found, and printed. */
export const wholeRows = 300;
/** Rows are put in and taken out in steps of so many. */
const step = 12;

/** What a table of rows of one height shows. */
interface ScrollTableProps {
  readonly label: string;
  readonly className: string;
  /** A class for each column, or none. */
  readonly columns: readonly (string | undefined)[];
  readonly head: ComponentChildren;
  /** Rows below, which are always there. */
  readonly foot?: readonly JSX.Element[];
  readonly rows: number;
  /** One row, by its place, and the number by which assistive technology counts it. */
  readonly row: (place: number, rowIndex: number) => JSX.Element;
}

/**
 * A table that scrolls in both directions under its heads. Of many rows only those near the ones in view are in the page;
 * it tells how many there are and which these are, and the keys scroll it as they do any scrolling area.
 */
export function ScrollTable({ label, className, columns, head, foot = [], rows, row }: ScrollTableProps) {
  const area = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ first: 0, count: 5 * step });
  const isWhole = rows <= wholeRows;

  const look = () => {
    const { current } = area;
    if (current === null || isWhole) return;
    const height = rowHeight(current);
    const first = Math.max(0, Math.floor(current.scrollTop / height / step - 1) * step);
    const count = (Math.ceil(current.clientHeight / height / step) + 3) * step;
    if (first === view.first && count === view.count) return;
    // What has the focus may be taken out: the area then keeps it, so that the keys go on scrolling.
    const focused = document.activeElement?.closest('tbody tr');
    const place = Number(focused?.getAttribute('aria-rowindex')) - 2;
    if (
      focused !== null &&
      focused !== undefined &&
      current.contains(focused) &&
      (place < first || place >= first + count)
    )
      current.focus({ preventScroll: true });
    setView({ first, count });
  };
  useLayoutEffect(look);
  useEffect(() => {
    const { current } = area;
    if (current === null) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => observer.disconnect();
  });

  const first = isWhole ? 0 : Math.min(view.first, Math.max(0, rows - 1));
  const last = isWhole ? rows : Math.min(rows, first + view.count);
  return (
    <div class="scroll-area" ref={area} tabIndex={0} role="region" aria-label={label} onScroll={look}>
      <table class={className} aria-label={label} aria-rowcount={rows + 1 + foot.length}>
        <colgroup>
          {columns.map((name, place) => (
            <col key={place} class={name} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>{head}</tr>
        </thead>
        <Spacer rows={first} columns={columns.length} />
        <tbody>
          {Array.from({ length: last - first }, (_, index) => row(first + index, first + index + 2))}
        </tbody>
        <Spacer rows={rows - last} columns={columns.length} />
        {foot.length === 0 ? null : (
          <tfoot>
            {foot.map((cells, index) => (
              <tr key={index} aria-rowindex={rows + 2 + index}>
                {cells}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** The room of rows that are not in the page. */
function Spacer({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  if (rows === 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr class="spacer">
        <td colSpan={columns} style={{ height: `calc(${rows} * var(--row))` }} />
      </tr>
    </tbody>
  );
}

/** The height of a row in pixels: as the style has it, in the reader's own size of text. */
function rowHeight(area: HTMLElement): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.parseFloat(getComputedStyle(area).getPropertyValue('--row')) * rem || 32;
}
