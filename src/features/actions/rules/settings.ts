/** Terms of a cohort for actions; what its definition does not say is as here. */
export type ActionSettings = {
  /** Days after the last date for the report (OR-7). */
  readonly actionReportDays: number;
  /** Days for the answer how a date went. */
  readonly actionAnswerDays: number;
  /** At least so many dates of an action are observed (ME-7). */
  readonly observedDates: number;
  /** A change so many days before a date is short notice. */
  readonly actionShortDays: number;
};

type Given = { readonly [K in keyof ActionSettings]?: ActionSettings[K] | undefined };

export const actionSettings = (given: Given): ActionSettings => ({
  actionReportDays: given.actionReportDays ?? 7,
  actionAnswerDays: given.actionAnswerDays ?? 3,
  observedDates: given.observedDates ?? 1,
  actionShortDays: given.actionShortDays ?? 3,
});

type Switches = { readonly observation: boolean; readonly opinion: boolean };

/** A programme has actions when somebody watches them or gives an opinion on them. */
export const hasActions = ({ observation, opinion }: Switches): boolean => observation || opinion;
