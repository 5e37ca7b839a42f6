import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Beyond so many, the rest is drawn when it is asked for. */
const mostShown = 40;

/**
 * A list of which the first items are drawn, and the rest once somebody asks: nobody reads hundreds at a glance, and to draw
 * them takes longer than to decide the case.
 */
export function LongList<Item>({
  items,
  row,
  class: name,
}: {
  readonly items: readonly Item[];
  /** A list item, with a key. */
  readonly row: (item: Item) => VNode;
  readonly class?: string;
}) {
  const [isWhole, setWhole] = useState(false);
  const isCut = !isWhole && items.length > mostShown;
  // Paper shows all: nothing can be asked for there.
  useEffect(() => {
    if (!isCut) return undefined;
    const show = () => setWhole(true);
    window.addEventListener('beforeprint', show);
    return () => window.removeEventListener('beforeprint', show);
  }, [isCut]);
  return (
    <>
      <ul class={name} role={name === undefined ? undefined : 'list'}>
        {(isCut ? items.slice(0, mostShown) : items).map(row)}
      </ul>
      {isCut && (
        <button type="button" class="quiet" onClick={() => setWhole(true)}>
          {`Show the other ${items.length - mostShown}`}
        </button>
      )}
    </>
  );
}
