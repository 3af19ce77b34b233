/** What an organisation asks for. */
export type Wanted = {
  /** Keys of the fields in which it asks for help; none when the form did not ask. */
  readonly needs: readonly string[];
  readonly voivodeship: string;
  /** The language in which it needs help, when that is not everybody's. */
  readonly language?: string;
  /** What it cannot do without, so that another expert would be no help. */
  readonly conditions?: readonly ('region' | 'language')[];
};

/** A wish about a pair, said by one side: with this one rather, or rather not. Nobody is bound by it. */
export type Wish = 'for' | 'against';

/** An expert as the matching sees one, for one organisation. */
export type Candidate = {
  readonly expertId: string;
  readonly name: string;
  readonly fields: readonly string[];
  /** Keys of voivodeships; none means the whole country. */
  readonly regions: readonly string[];
  readonly maxLoad: number;
  /** Organisations led or proposed now, over all cohorts. */
  readonly load: number;
  readonly isInactive: boolean;
  /** Holds the role in this cohort or in all. */
  readonly isInCohort: boolean;
  /** The kind of an open tie to this organisation, or null. */
  readonly tie: string | null;
  /** Has said no to this organisation before, or it was taken from them at a request or for a conflict. */
  readonly hasDeclined: boolean;
  /** Organisations of this programme led before or now. */
  readonly experience: number;
  /** Languages in which the expert can help; missing or none: not known. */
  readonly languages?: readonly string[];
  /** Away now, or soon for long: the last civil day of it, and whether that is longer than the programme can wait. */
  readonly away?: { readonly until: string; readonly isLong: boolean };
  readonly wishes?: { readonly organisation?: Wish; readonly expert?: Wish };
};
