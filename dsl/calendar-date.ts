import type { Refusal } from './refusal.ts';

/** The text itself where it is a day of the calendar, as `2024-03-01`; else the refusal that its author reads. */
export type CalendarDate<Text extends string> = string extends Text
  ? Text
  : Text extends `${infer Year}-${infer Month}-${infer Day}`
    ? Day extends DaysOf<Year, Month>
      ? Text
      : Refusal<`'${Text}' is no date: write year, month and day as 2024-03-01, a day that exists.`>
    : Refusal<`'${Text}' is no date: write year, month and day as 2024-03-01, a day that exists.`>;

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type To28 = `0${Exclude<Digit, '0'>}` | `1${Digit}` | `2${Exclude<Digit, '9'>}`;
type To30 = To28 | '29' | '30';

type DaysOf<Year extends string, Month extends string> =
  IsYear<Year> extends false
    ? never
    : Month extends '01' | '03' | '05' | '07' | '08' | '10' | '12'
      ? To30 | '31'
      : Month extends '04' | '06' | '09' | '11'
        ? To30
        : Month extends '02'
          ? IsLeap<Year> extends true
            ? To28 | '29'
            : To28
          : never;

type IsYear<Year extends string> = Year extends `${infer A}${infer B}${infer C}${infer D}`
  ? A extends Digit
    ? B extends Digit
      ? C extends Digit
        ? D extends Digit
          ? true
          : false
        : false
      : false
    : false
  : false;

type MultipleOf4 =
  `${'0' | '2' | '4' | '6' | '8'}${'0' | '4' | '8'}` | `${'1' | '3' | '5' | '7' | '9'}${'2' | '6'}`;

type IsLeap<Year extends string> = Year extends `${infer A}${infer B}${infer Rest}`
  ? Rest extends '00'
    ? `${A}${B}` extends MultipleOf4
      ? true
      : false
    : Rest extends MultipleOf4
      ? true
      : false
  : false;
