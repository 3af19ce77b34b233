import { type FormEvent, useEffect, useId, useRef } from 'react';
import type { PageView } from '../../../page-api.ts';
import { Blocks } from '../blocks/block.tsx';
import { useWorkspace } from '../store/workspace.tsx';
import { SurfaceProvider, useSurfaceState } from '../surface/surface.tsx';
import { PlainText } from '../text/text-object.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSubmit } from './use-submit.ts';

type ModalProps = { readonly view: PageView; readonly onTop: boolean };

/** One view of the stack. Those below stay alive, hidden, so that what was typed is there on the way back. */
function Modal({ view, onTop }: ModalProps) {
  const { act, person, snapshot } = useWorkspace();
  const { errors, busy, trouble, updates, refusals, onTouch, submit } = useSubmit(view);
  const shown = { blocks: view.blocks, known: view.state?.values };
  const surface = useSurfaceState({ in: 'modal', viewId: view.id }, shown, errors, onTouch);
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('.field.is-invalid :is(input, textarea)')?.focus();
  }, [refusals]);
  const modal = view.type === 'modal' ? view : null;
  const close = () => {
    if (!busy) void act({ do: 'close', viewId: view.id });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && modal?.submit) void submit(surface.values);
  };
  const footer = (
    <>
      {trouble === null ? null : (
        <p className="dialog-trouble" role="alert">
          <Icon name="alert" /> Nie udało się wysłać: {trouble}. Spróbuj jeszcze raz.
        </p>
      )}
      <button type="button" className="button" onClick={close}>
        {modal?.close?.text ?? 'Anuluj'}
      </button>
      {!modal?.submit ? null : (
        <button type="submit" form={formId} className="button button-primary" aria-busy={busy}>
          {busy ? <span className="spinner" /> : null}
          <PlainText text={modal.submit.text} />
        </button>
      )}
    </>
  );
  return (
    <Dialog
      title={modal === null ? '' : <PlainText text={modal.title.text} />}
      icon={<Avatar person={person(snapshot.app.userId)} />}
      hidden={!onTop}
      step={updates}
      onClose={close}
      footer={footer}
    >
      <form id={formId} ref={form} noValidate onSubmit={onSubmit} aria-busy={busy}>
        <SurfaceProvider value={surface}>
          <Blocks />
        </SurfaceProvider>
      </form>
    </Dialog>
  );
}

export function ModalStack() {
  const { modals } = useWorkspace().snapshot;
  return modals.map((view, index) => <Modal key={view.id} view={view} onTop={index === modals.length - 1} />);
}
