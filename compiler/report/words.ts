/** Printed under every determination. */
export const disclaimer =
  'This supports a coverage decision and does not replace one. The policy is its publisher’s; its text governs.';

/** The outcomes, for a person. */
export const outcomeWords = {
  approved: 'Approved',
  modified: 'Approved as modified',
  denied: 'Denied',
  pended: 'Pended',
  notApplicable: 'Not applicable',
} as const;

/** What decided, for a person. */
export const layerWords = {
  scope: 'by the scope of the policy',
  mandate: 'by a federal or state mandate',
  plan: 'by the plan document',
  policy: 'by the policy',
} as const;
