import fc from 'fast-check';

/**
 * Property tests try other examples at each run on a desk. A build always tries the same ones, so that it judges the
 * change and not its luck. `FC_SEED` repeats a run by the seed that its failure has printed.
 */
const seed = process.env['FC_SEED'] ?? (process.env['CI'] ? '20231105' : undefined);
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
