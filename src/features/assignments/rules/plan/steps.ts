/** Work in steps, so that others get a turn between them. */
export type Steps<T> = Generator<void, T, void>;

/** All steps at one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
