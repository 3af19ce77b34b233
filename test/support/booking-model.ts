import { claimUntil, consultationSettings, requestUntil } from '../../src/features/consultations/rules/index.ts';

/** A consultation as the model knows it; `offer`: held for somebody in the queue. */
export type ModelRow = {
  readonly place: number;
  expert: number;
  start: number;
  state: string;
  openUntil: number | null;
  offer: boolean;
};
export type ModelEntry = { readonly place: number; expert: number; state: string; row: ModelRow | null };

export const NOTICE_MINUTES = 60;
const OPEN = ['reserved', 'requested', 'booked'];

/** What experts, organisations, the queue and the clock do to consultations, in as few words as possible. */
export class BookingModel {
  now: number;
  readonly rows: ModelRow[] = [];
  readonly queue: ModelEntry[] = [];
  /** The expert of each organisation. */
  readonly leaders: number[];
  readonly away = new Set<string>();
  readonly slots: readonly number[];
  readonly asksFirst: readonly boolean[];
  readonly hours: number;

  constructor(facts: {
    readonly now: number;
    readonly leaders: readonly number[];
    readonly slots: readonly number[];
    readonly asksFirst: readonly boolean[];
    readonly hours: number;
  }) {
    this.now = facts.now;
    this.leaders = [...facts.leaders];
    this.slots = facts.slots;
    this.asksFirst = facts.asksFirst;
    this.hours = facts.hours;
  }

  private get settings() {
    return consultationSettings({});
  }
  leader(place: number): number {
    const found = this.leaders[place];
    if (found === undefined) throw new Error('no such place');
    return found;
  }
  private dayOf = (start: number): string => new Date(start).toISOString().slice(0, 10);
  isOffered = (expert: number, start: number): boolean =>
    start >= this.now + NOTICE_MINUTES * 60_000 && !this.away.has(`${expert} ${this.dayOf(start)}`);
  private open = (expert: number): readonly ModelRow[] =>
    this.rows.filter((row) => row.expert === expert && OPEN.includes(row.state));
  private isDue = ({ state, openUntil }: ModelRow): boolean =>
    state !== 'booked' && OPEN.includes(state) && openUntil !== null && openUntil <= this.now;
  private isTaken = (expert: number, start: number, except?: ModelRow): boolean =>
    this.open(expert).some((row) => row.start === start && row !== except);
  free = (expert: number): number[] =>
    this.slots.filter(
      (start) =>
        this.isOffered(expert, start) && !this.open(expert).some((row) => row.start === start && !this.isDue(row)),
    );
  used = (place: number): number =>
    this.rows.filter((row) => row.place === place && ['requested', 'booked'].includes(row.state)).length;

  serve(expert: number): void {
    const free = this.free(expert);
    for (const entry of this.queue.filter((one) => one.expert === expert && one.state === 'waiting')) {
      for (let start = free.shift(); start !== undefined; start = free.shift()) {
        const until = claimUntil(new Date(this.now), new Date(start), NOTICE_MINUTES, this.settings).getTime();
        if (until <= this.now || this.isTaken(expert, start)) continue;
        const row = { place: entry.place, expert, start, state: 'reserved', openUntil: until, offer: true };
        this.rows.push(row);
        entry.state = 'offered';
        entry.row = row;
        break;
      }
    }
  }

  expire(which: (row: ModelRow) => boolean): void {
    const due = this.rows.filter((row) => (row.state === 'reserved' || row.state === 'requested') && which(row));
    due.sort((a, b) => (a.openUntil ?? 0) - (b.openUntil ?? 0));
    const experts = new Set<number>();
    for (const row of due) {
      row.state = 'expired';
      experts.add(row.expert);
      for (const entry of this.queue) if (entry.row === row && entry.state === 'offered') entry.state = 'lapsed';
    }
    for (const expert of experts) this.serve(expert);
  }

  private becomes = (expert: number, start: number) =>
    this.asksFirst[expert]
      ? {
          state: 'requested',
          openUntil: requestUntil(new Date(this.now), new Date(start), this.settings).getTime(),
        }
      : { state: 'booked', openUntil: null };

  private served(place: number, expert: number): void {
    for (const one of this.queue)
      if (one.place === place && one.expert === expert && one.state === 'waiting') one.state = 'claimed';
  }

  take(place: number, expert: number, start: number, isHold: boolean): string {
    if (this.leader(place) !== expert) return 'no_expert';
    if (!this.isOffered(expert, start)) return 'not_offered';
    this.expire((row) => {
      const own = row.place === place && row.state === 'reserved' && !row.offer;
      return own || (row.expert === expert && this.isDue(row));
    });
    if (this.used(place) + 1 > this.hours) return 'quota_used';
    if (this.isTaken(expert, start)) return 'taken';
    const as = isHold ? { state: 'reserved', openUntil: this.now + 300_000 } : this.becomes(expert, start);
    this.rows.push({ place, expert, start, offer: false, ...as });
    if (!isHold) this.served(place, expert);
    return 'ok';
  }

  private confirm(row: ModelRow, isOffer: boolean): string {
    if (this.leader(row.place) !== row.expert) return 'no_expert';
    if (!isOffer && (row.state === 'booked' || row.state === 'requested')) return 'ok';
    const isOver = isOffer && (row.openUntil ?? 0) <= this.now;
    if (row.state !== 'reserved' || isOver || row.start <= this.now) return 'hold_over';
    if (this.used(row.place) + 1 > this.hours) return 'quota_used';
    Object.assign(row, this.becomes(row.expert, row.start));
    this.served(row.place, row.expert);
    return 'ok';
  }
  bookHeld = (row: ModelRow): string => this.confirm(row, false);

  answer(row: ModelRow, isYes: boolean): string {
    if (row.state !== 'requested' || this.isDue(row)) return 'answered_already';
    row.state = isYes ? 'booked' : 'cancelled_by_expert';
    if (isYes) row.openUntil = null;
    else this.serve(row.expert);
    return 'ok';
  }

  move(row: ModelRow, start: number, isExpert: boolean): string {
    if (row.state !== 'booked' && row.state !== 'requested') return 'not_open';
    if (row.start <= this.now) return 'begun';
    const isAway = this.away.has(`${row.expert} ${this.dayOf(row.start)}`);
    const isInside = !isAway && this.now > row.start - NOTICE_MINUTES * 60_000;
    if (!isExpert && row.state === 'booked' && isInside) return 'inside_notice';
    if (row.start === start) return 'same_time';
    if (!this.isOffered(row.expert, start)) return 'not_offered';
    const before = structuredClone({ rows: this.rows, queue: this.queue });
    this.expire((other) => other !== row && other.expert === row.expert && this.isDue(other));
    if (this.isTaken(row.expert, start, row)) {
      this.restore(before);
      return 'taken';
    }
    const asks = row.state === 'requested' || (!isExpert && this.asksFirst[row.expert]);
    const openUntil = requestUntil(new Date(this.now), new Date(start), this.settings).getTime();
    Object.assign(row, { start }, asks ? { state: 'requested', openUntil } : {});
    this.serve(row.expert);
    return 'ok';
  }
  /** A lost race leaves everything as it was. */
  private restore(before: { rows: ModelRow[]; queue: ModelEntry[] }): void {
    this.rows.length = before.rows.length;
    before.rows.forEach((row, n) => {
      Object.assign(this.rows[n] ?? {}, row);
    });
    before.queue.forEach((entry, n) => {
      const own = this.queue[n];
      if (!own) return;
      own.state = entry.state;
      own.row = entry.row ? (this.rows[before.rows.indexOf(entry.row)] ?? null) : null;
    });
  }

  cancel(row: ModelRow, by: 'organisation' | 'expert'): string {
    if (row.state !== 'booked' && row.state !== 'requested') return 'not_open';
    if (row.start <= this.now) return 'begun';
    row.state = `cancelled_by_${by}`;
    this.serve(row.expert);
    return 'ok';
  }

  private openEntry = (place: number, expert: number): ModelEntry | undefined =>
    this.queue.find(
      (one) => one.place === place && one.expert === expert && ['waiting', 'offered'].includes(one.state),
    );

  join(place: number): string {
    const expert = this.leader(place);
    if (this.free(expert).length > 0) return 'times_free';
    if (this.openEntry(place, expert)) return 'waits_already';
    this.queue.push({ place, expert, state: 'waiting', row: null });
    this.serve(expert);
    return 'ok';
  }

  claim(entry: ModelEntry): string {
    if (entry.state !== 'offered' || !entry.row) return 'offer_over';
    const outcome = this.confirm(entry.row, true);
    if (outcome === 'ok') entry.state = 'claimed';
    return outcome === 'hold_over' ? 'offer_over' : outcome;
  }

  leave(entry: ModelEntry): string {
    if (entry.state !== 'waiting' && entry.state !== 'offered') return 'offer_over';
    entry.state = 'left';
    const { row } = entry;
    if (row) this.expire((one) => one === row);
    return 'ok';
  }

  goAway(expert: number, day: string): void {
    this.away.add(`${expert} ${day}`);
    const then = this.open(expert).filter((row) => row.start > this.now && this.dayOf(row.start) === day);
    for (const row of then.toSorted((a, b) => a.start - b.start)) {
      if (row.state !== 'reserved') continue;
      for (const entry of this.queue) if (entry.row === row && entry.state === 'offered') this.waitAgain(entry);
      this.expire((one) => one === row);
    }
  }
  private waitAgain(entry: ModelEntry): void {
    entry.state = 'waiting';
    entry.row = null;
  }

  handOver(place: number, to: number): void {
    const from = this.leader(place);
    this.leaders[place] = to;
    const entry = this.openEntry(place, from);
    if (entry && !this.openEntry(place, to)) {
      this.waitAgain(entry);
      entry.expert = to;
    } else if (entry) entry.state = 'left';
    const own = this.open(from).filter((row) => row.place === place);
    const held = own.filter(({ state }) => state === 'reserved');
    const coming = own.filter(({ state, start }) => state !== 'reserved' && start > this.now);
    this.expire((row) => held.includes(row));
    for (const row of coming.toSorted((a, b) => a.start - b.start)) {
      row.state = 'cancelled_by_staff';
      const isAway = this.away.has(`${to} ${this.dayOf(row.start)}`);
      if (isAway || this.isTaken(to, row.start)) continue;
      const openUntil = requestUntil(new Date(this.now), new Date(row.start), this.settings).getTime();
      this.rows.push({ place, expert: to, start: row.start, state: 'requested', openUntil, offer: false });
    }
    this.serve(from);
    this.serve(to);
  }

  tick(milliseconds: number): void {
    this.now += milliseconds;
    this.expire((row) => this.isDue(row));
    for (const expert of [0, 1]) this.serve(expert);
  }
}
