import { expect, test } from 'vitest';
import { createLog } from '../../../src/platform/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('trace', { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

test('a Slack token never reaches the log, wherever it stands', () => {
  const text = logged((log) => {
    log.info(
      { token: 'xoxb-1234567890-abc', nested: { header: 'Bearer xapp-1-A111-222-abcdef' } },
      'using xoxe.xoxp-1-abcdefgh',
    );
    log.error({ err: new Error('refused xoxb-1234567890-abc') }, 'failed');
  });
  expect(text).not.toMatch(/xox[bpe]|xapp/);
  expect(text.match(/\[token\]/g)).toHaveLength(4);
});

test('the password of a connection string is blotted out, its host stays', () => {
  const text = logged((log) => log.info('connecting to postgresql://debiuty:hush@127.0.0.1:5432/debiuty'));
  expect(text).toContain('postgresql://debiuty:[password]@127.0.0.1:5432/debiuty');
});

test('of an error stay type, code, message and places, not the values it carries', () => {
  const error = Object.assign(new Error('refused', { cause: new TypeError('deeper') }), {
    code: 'P2002',
    detail: 'Key (email)=(osoba@example.org) already exists.',
  });
  const line = JSON.parse(logged((log) => log.error({ err: error }, 'failed'))) as { err: Record<string, unknown> };
  expect(line.err).toMatchObject({
    type: 'Error',
    message: 'refused',
    code: 'P2002',
    cause: { type: 'TypeError', message: 'deeper' },
  });
  expect(JSON.stringify(line)).not.toContain('example.org');
});

test('a database call that failed is logged by its reason, without the values of the call', () => {
  const error = new Error(
    '\nInvalid `prisma.person.create()` invocation:\n\n{ data: { name: "Ktoś Zmyślony" } }\n\nArgument `at` is missing.',
  );
  error.name = 'PrismaClientValidationError';
  const text = logged((log) => log.error({ err: error }, 'failed'));
  expect(text).toContain('Argument `at` is missing.');
  expect(text).not.toContain('Zmyślony');
});
