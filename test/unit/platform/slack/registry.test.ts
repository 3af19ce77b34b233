import { describe, expect, it } from 'vitest';
import type { CommandHandler } from '../../../../src/platform/slack/handlers.ts';
import { collect, findCommand } from '../../../../src/platform/slack/registry.ts';
import { nothing } from '../../../../src/platform/slack/reply.ts';

const command = (...words: string[]): CommandHandler => ({ words, help: () => null, run: async () => nothing });
const commands = [
  command('', 'help', 'pomoc'),
  command('staff', 'zespół'),
  command('staff add', 'zespół dodaj'),
  command('?'),
];
const found = (text: string) => {
  const result = findCommand(commands, text);
  return result && [result.handler.words[0], result.rest];
};

describe('the words of a command', () => {
  it('are found by their longest match, with the rest as typed', () => {
    expect(found('staff add <@U1|Anna>')).toEqual(['staff add', '<@U1|Anna>']);
    expect(found('staff')).toEqual(['staff', '']);
    expect(found('staff list')).toEqual(['staff', 'list']);
  });

  it('are known in Polish, in any case and with spare spaces', () => {
    expect(found('  ZESPÓŁ   dodaj  <@U1>')).toEqual(['staff add', '<@U1>']);
    expect(found('Pomoc')).toEqual(['', '']);
  });

  it('are the help when there are none, and unknown when nobody has them', () => {
    expect(found('   ')).toEqual(['', '']);
    expect(found('staffing')).toBeNull();
    expect(found('przydzielić')).toBeNull();
    expect(found('?')).toEqual(['?', '']);
  });
});

describe('the collection of handlers', () => {
  it('refuses two handlers for one id', () => {
    const action = { id: 'twice', run: async () => nothing };
    expect(() =>
      collect([
        { name: 'a', actions: [action] },
        { name: 'b', actions: [action] },
      ]),
    ).toThrow('twice');
  });
});
