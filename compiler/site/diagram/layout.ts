import { instance, type Viz } from '@viz-js/viz';

/** What is to be placed, in points: a box of a size that is given, and lines between boxes by their names. */
export interface Graph {
  readonly boxes: readonly { readonly name: string; readonly width: number; readonly height: number }[];
  readonly lines: readonly {
    readonly from: string;
    readonly to: string;
    /** Room is kept for words of this many letters beside the line. */
    readonly letters: number;
    /** How much the line is to be short and straight. */
    readonly weight: number;
  }[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything is, in points from the upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The middle of each box, by its name. */
  readonly boxes: ReadonlyMap<string, Point>;
  /** The lines in the order in which they were given: the points of a cubic spline, and the middle of the words. */
  readonly lines: readonly { readonly points: readonly Point[]; readonly words?: Point }[];
}

/** Points in an inch, as Graphviz counts. */
const inch = 72;

let loaded: Promise<Viz> | undefined;

/**
 * Places boxes and lines from top to bottom by Graphviz. Sizes are given and words are not measured, so that the places are
 * the same on every machine.
 * @param graph names are letters and digits
 */
export async function layOut({ boxes, lines }: Graph): Promise<Layout> {
  const viz = await (loaded ??= instance());
  const plain = viz.renderString(
    {
      directed: true,
      graphAttributes: { rankdir: 'TB', nodesep: 0.3, ranksep: 0.38 },
      nodeAttributes: { shape: 'box', fixedsize: true, label: '' },
      edgeAttributes: { arrowhead: 'none', fontname: 'Courier', fontsize: 11 },
      nodes: boxes.map(({ name, width, height }) => ({
        name,
        attributes: { width: width / inch, height: height / inch },
      })),
      edges: lines.map(({ from, to, letters, weight }) => ({
        tail: from,
        head: to,
        attributes: { weight, ...(letters === 0 ? {} : { label: 'x'.repeat(letters + 2) }) },
      })),
    },
    { format: 'plain' },
  );
  return layoutOf(plain, lines);
}

/** Reads Graphviz' `plain` format: inches, and y from below. */
function layoutOf(plain: string, lines: Graph['lines']): Layout {
  const rows = plain.split('\n').map((row) => row.split(' '));
  const size = rows.find(([kind]) => kind === 'graph') ?? [];
  const [width, height] = [Number(size[2]) * inch, Number(size[3]) * inch];
  const pointAt = (row: readonly string[], index: number): Point => ({
    x: rounded(Number(row[index]) * inch),
    y: rounded(height - Number(row[index + 1]) * inch),
  });
  const drawn = new Map(
    rows
      .filter(([kind]) => kind === 'edge')
      .map((row) => {
        const count = Number(row[3]);
        const points = Array.from({ length: count }, (_, index) => pointAt(row, 4 + 2 * index));
        return [`${row[1]} ${row[2]}`, { points, words: pointAt(row, 5 + 2 * count) }] as const;
      }),
  );
  return {
    width: rounded(width),
    height: rounded(height),
    boxes: new Map(
      rows.filter(([kind]) => kind === 'node').map((row) => [row[1] ?? '', pointAt(row, 2)] as const),
    ),
    lines: lines.map(({ from, to, letters }) => {
      const { points, words } = drawn.get(`${from} ${to}`) ?? { points: [] };
      return { points, ...(letters === 0 || words === undefined ? {} : { words }) };
    }),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
