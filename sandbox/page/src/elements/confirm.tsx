import type { ConfirmationDialog } from '@slack/types';
import { createPortal } from 'react-dom';
import { Text } from '../text/text-object.tsx';
import { Dialog } from '../ui/dialog.tsx';

type ConfirmDialogProps = { readonly dialog: ConfirmationDialog; readonly onAnswer: (yes: boolean) => void };

/** "Are you sure?" before a press or a choice is told to the app. */
export function ConfirmDialog({ dialog, onAnswer }: ConfirmDialogProps) {
  const footer = (
    <>
      <button type="button" className="button" onClick={() => onAnswer(false)}>
        {dialog.deny?.text ?? 'Anuluj'}
      </button>
      <button
        type="button"
        className={`button button-${dialog.style ?? 'primary'}`}
        data-focus-on-load=""
        onClick={() => onAnswer(true)}
      >
        {dialog.confirm?.text ?? 'Tak'}
      </button>
    </>
  );
  return createPortal(
    <Dialog small title={dialog.title?.text ?? 'Na pewno?'} onClose={() => onAnswer(false)} footer={footer}>
      <div className="text">
        <Text of={dialog.text} />
      </div>
    </Dialog>,
    document.body,
  );
}
