/** Starts the embedded PostgreSQL in a process of its own, to be killed by tests. Tells its parent where it is. */
import { startEmbeddedPostgres } from '../../src/platform/db/embedded.ts';

const folder = process.argv[2] ?? '';
const server = await startEmbeddedPostgres({ folder, newPassword: () => 'test', flags: ['-c', 'fsync=off'] });
process.send?.({ url: server.url, pid: server.pid });
process.on('message', () => {
  void server.stop().then(() => process.exit(0));
});
