/** The part of the UCUM library that is used; it brings no types along. */
declare module '@lhncbc/ucum-lhc' {
  interface Validation {
    readonly status: 'valid' | 'invalid' | 'error';
    readonly msg: readonly string[];
  }
  interface Conversion {
    readonly status: 'succeeded' | 'failed' | 'error';
    readonly toVal: number | null;
    readonly msg: readonly string[];
  }
  interface Utilities {
    readonly validateUnitString: (unit: string) => Validation;
    readonly convertUnitTo: (
      from: string,
      value: number,
      to: string,
      options: { readonly molecularWeight: number | null },
    ) => Conversion;
  }
  const ucum: { readonly UcumLhcUtils: { readonly getInstance: () => Utilities } };
  export default ucum;
}
