import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE } from '../../sandbox/index.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

describe.each<Transport>(['socket', 'http'])('people over %s', (transport) => {
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = await openWorkspace({ transport });
  });
  afterEach(() => workspace.close());

  it('the workspace’s admin is staff and adds another', async () => {
    const alicja = workspace.sandbox.as(PEOPLE.admin);
    await alicja.slash('#debiuty', '/debiuty staff add @bartek');
    expect(alicja.texts('#debiuty').at(-1)).toContain('Bartek Wzorcowy jest w zespole');
    await alicja.slash('#debiuty', '/debiuty zespół');
    expect(alicja.texts('#debiuty').at(-1)).toContain('Zespół: 2 osoby');
  });

  it('somebody without the role is refused politely and learns nothing', async () => {
    const kamil = workspace.sandbox.as(PEOPLE.representatives[3]);
    await kamil.slash('#debiuty', '/debiuty staff add @bartek');
    expect(kamil.texts('#debiuty').at(-1)).toBe('To może zrobić tylko zespół programu.');
    await kamil.slash('#debiuty', '/debiuty staff');
    expect(kamil.texts('#debiuty').at(-1)).toBe('To może zrobić tylko zespół programu.');
    expect(workspace.sandbox.as(PEOPLE.staff).texts('#debiuty').join()).not.toContain('To może');
  });

  it.each([
    ['@pawel', 'To konto jest wyłączone'],
    ['@kalendarz', 'To konto bota'],
    ['', 'Wskaż jedną osobę'],
    ['wszyscy', 'Wskaż jedną osobę'],
  ])('“staff add %s” is answered with what to do', async (word, words) => {
    const alicja = workspace.sandbox.as(PEOPLE.admin);
    await alicja.slash('#debiuty', `/debiuty staff add ${word}`);
    expect(alicja.texts('#debiuty').at(-1)).toContain(words);
  });

  it('the help is each person’s own, in their language, also for an unknown word', async () => {
    const kamil = workspace.sandbox.as(PEOPLE.representatives[3]);
    await kamil.slash('#debiuty', '/debiuty');
    expect(kamil.texts('#debiuty').at(-1)).not.toContain('zespół dodaj');
    await kamil.slash('#debiuty', '/debiuty <!channel> frobnicate');
    expect(kamil.texts('#debiuty').at(-1)).toContain('Nie znam polecenia');
    await kamil.slash('#debiuty', '/debiuty język angielski');
    await kamil.slash('#debiuty', '/debiuty help');
    expect(kamil.texts('#debiuty').at(-1)).toContain('This is what you can do');
  });

  it('App Home opens for everybody', async () => {
    const kamil = workspace.sandbox.as(PEOPLE.representatives[3]);
    await kamil.openHome();
    expect(kamil.home()?.all).toContain('Cześć, Kamil Pozorny!');
  });
});
