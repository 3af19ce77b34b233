/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  open: 'Moje godziny konsultacji',
};
export type AvailabilityTexts = typeof pl;
