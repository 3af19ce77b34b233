import { defineConfig } from 'prisma/config';

// The connection string is not here: the program connects by itself, and `prisma generate` needs none.
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
});
