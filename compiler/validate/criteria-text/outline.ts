import { entriesOf, type PrintedDocument, type PrintedItem } from './document.ts';

/** An item of the printed outline, and where it stands in it. */
export interface OutlineItem {
  readonly item: PrintedItem;
  /** The item above it; absent at the head of a section. */
  readonly parent?: OutlineItem;
  /** Marks from the head of its section on, as in `ExpectedClause`. */
  readonly path: string;
}

/** The parts of the printed document that hold clauses. */
export interface PrintedOutline {
  /** What opens the medical necessity section. */
  readonly opening?: PrintedItem;
  /** Every item of it, of the dosing and of the reauthorization section, in printed order. */
  readonly items: readonly OutlineItem[];
  readonly durations: readonly PrintedItem[];
  readonly exclusions: readonly PrintedItem[];
}

const dosingHeading = 'Dosing. ';
const opensDosing = `${dosingHeading}The recommended dose of `;

/** The outline of a document, section by section. */
export function outlineOf(document: PrintedDocument, hasSeveralUses: boolean): PrintedOutline {
  const [opening, ...necessity] = entriesOf(document, 'Medical Necessity Criteria');
  const dosing = necessity.findLastIndex(({ text }) => text.startsWith(opensDosing));
  // Below the recommended doses a remark may stand, which asks for nothing.
  const uses = dosing === -1 ? necessity : necessity.slice(0, dosing);
  const doses = dosing === -1 ? [] : necessity.slice(dosing, dosing + 1);
  return {
    ...(opening === undefined ? {} : { opening }),
    items: [
      ...uses.flatMap((use, index) =>
        itemsFrom(use, hasSeveralUses || index > 0 ? `indication/${index + 1}` : 'indication'),
      ),
      ...doses.flatMap((dose) =>
        itemsFrom({ ...dose, text: dose.text.slice(dosingHeading.length) }, 'dosing'),
      ),
      ...entriesOf(document, 'Reauthorization Criteria').flatMap((entry, index) =>
        itemsFrom(entry, index === 0 ? 'reauthorization' : `reauthorization/${index}`),
      ),
    ],
    durations: entriesOf(document, 'Authorization Duration'),
    exclusions: entriesOf(document, 'Conditions Not Covered'),
  };
}

function itemsFrom(item: PrintedItem, path: string, parent?: OutlineItem): readonly OutlineItem[] {
  const here: OutlineItem = { item, path, ...(parent === undefined ? {} : { parent }) };
  return [
    here,
    ...item.items.flatMap((below, index) =>
      itemsFrom(below, `${path}/${below.mark}${below.mark === '-' ? index + 1 : ''}`, here),
    ),
  ];
}
