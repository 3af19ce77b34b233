import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../../sandbox/index.ts';
import { nameModal, withRig } from './support.ts';

const formApp = (app: App): void => {
  app.command('/probe', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: nameModal('first') });
  });
  app.view('first', async ({ ack, view }) => {
    const name = view.state.values['name']?.['name']?.value ?? '';
    if (name === 'Zła') return ack({ response_action: 'errors', errors: { name: 'Ta nazwa jest zajęta' } });
    if (name === 'Głębiej') return ack({ response_action: 'push', view: nameModal('second') });
    if (name === 'Koniec') return ack({ response_action: 'clear' });
    if (name === 'Zmień')
      return ack({
        response_action: 'update',
        view: nameModal('first', { title: { type: 'plain_text', text: 'Krok 2' } }),
      });
    return ack();
  });
  app.view('second', async ({ ack }) => ack());
};

describe.each(['socket', 'http'] as const)('a form over %s', (transport) => {
  it('opens by a command, shows field errors, changes, stacks and closes', async () => {
    await withRig(transport, formApp, async ({ sandbox }) => {
      const halina = sandbox.as(PEOPLE.representatives[0]);
      await halina.slash('#debiuty', '/probe');
      expect(halina.modal()?.heading).toBe('Zgłoszenie');
      expect(await halina.submit()).toEqual({
        action: 'errors',
        errors: { 'Nazwa organizacji': 'Wypełnij to wymagane pole.' },
      });
      await halina.fill({ 'Nazwa organizacji': 'Zła' });
      expect(await halina.submit()).toEqual({
        action: 'errors',
        errors: { 'Nazwa organizacji': 'Ta nazwa jest zajęta' },
      });
      await halina.fill({ 'Nazwa organizacji': 'Zmień' });
      expect((await halina.submit()).action).toBe('updated');
      expect(halina.modal()?.heading).toBe('Krok 2');
      await halina.fill({ 'Nazwa organizacji': 'Głębiej' });
      expect((await halina.submit()).action).toBe('pushed');
      expect(halina.modals()).toHaveLength(2);
      await halina.fill({ 'Nazwa organizacji': 'Coś' });
      expect((await halina.submit()).action).toBe('closed');
      await halina.fill({ 'Nazwa organizacji': 'Koniec' });
      expect((await halina.submit()).action).toBe('cleared');
      expect(halina.modal()).toBeNull();
      expect(sandbox.violations).toEqual([]);
    });
  });
});
