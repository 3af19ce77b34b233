/** Counts the interactions being worked on, so that a stop waits for them and a test knows when all is said. */
export type Underway = {
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  readonly count: () => number;
  /** Resolves when nothing is underway, or after `patience` milliseconds. */
  readonly idle: (patience: number) => Promise<void>;
};

export function underway(): Underway {
  const running = new Set<Promise<unknown>>();
  return {
    track: async (work) => {
      running.add(work);
      try {
        return await work;
      } finally {
        running.delete(work);
      }
    },
    count: () => running.size,
    idle: async (patience) => {
      const late = new Promise((done) => setTimeout(done, patience).unref());
      await Promise.race([Promise.allSettled(running), late]);
    },
  };
}
