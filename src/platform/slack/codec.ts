import type { ZodType } from 'zod';

/** Writes a value into a button, a menu entry or a modal, and reads it back with a check: what comes back is foreign input. */
export type Codec<T> = {
  readonly encode: (value: T) => string;
  /** Null for anything that is not exactly what `encode` can have written. */
  readonly decode: (raw: string | null | undefined) => T | null;
};

export function codec<T>(schema: ZodType<T>): Codec<T> {
  return {
    encode: (value) => JSON.stringify(value),
    decode: (raw) => {
      if (!raw) return null;
      try {
        const result = schema.safeParse(JSON.parse(raw));
        return result.success ? result.data : null;
      } catch {
        return null;
      }
    },
  };
}
