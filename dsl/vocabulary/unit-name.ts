import type { Quantity } from '../quantity.ts';

const names: Readonly<Record<string, string>> = {
  '/h': 'per hour',
  '/d': 'per day',
  '/wk': 'per week',
  '/mo': 'per month',
  '/a': 'per year',
  h: 'hours',
  min: 'minutes',
  d: 'days',
  'mg/wk': 'mg a week',
  'mg/d': 'mg a day',
  'h/d': 'hours a day',
  '1': '',
};

/** A UCUM unit as a reader knows it: `mm Hg`, `IU/mL`, `copies`; one without a name of its own as it stands. */
export function unitName(unit: string): string {
  return (
    names[unit] ??
    unit
      .replace('mm[Hg]', 'mm Hg')
      .replaceAll('[iU]', 'IU')
      .replace(/[{}[\]]/g, '')
  );
}

/** A quantity as it prints: `126 mg/dL`, `6.5%`, `2 weeks`, `1:50`. */
export function quantityText({ value, unit, text }: Quantity<string>): string {
  if (text !== undefined) return text;
  if (unit === '%') return `${value}%`;
  const name = value === 1 && (unit === 'days' || unit === 'months') ? unit.slice(0, -1) : unitName(unit);
  return name === '' ? String(value) : `${value} ${name}`;
}
