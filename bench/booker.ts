/**
 * Half of a crowd that books: a process of its own with its own connections. It says when it is ready, takes a list of
 * who wants which time, lets all of them go at once, and answers with what came of it.
 */
import { depsOn } from './support/bare-deps.ts';
import { bookAll, type Wish } from './support/booking.ts';

const { DATABASE_URL: url } = process.env;
if (!url) throw new Error('DATABASE_URL is missing');
const deps = await depsOn(url, new Date(process.env['NOW'] ?? 0));
process.on('message', async (message: { readonly how: 'ours' | 'bare'; readonly wishes: readonly Wish[] } | 'end') => {
  if (message === 'end') {
    await deps.db.$disconnect();
    process.disconnect();
    return;
  }
  process.send?.(await bookAll(deps, message.how, message.wishes));
});
// The connections stand before anything is measured.
await Promise.all(Array.from({ length: 10 }, () => deps.db.$queryRaw`SELECT pg_sleep(0.05)::text`));
process.send?.('ready');
