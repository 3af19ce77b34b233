import type { Locale } from '../../../core/locale.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { formOf } from '../../programmes/public.ts';
import type { ApplicationRow } from '../queries/entry.ts';
import { checkModal } from './check.ts';
import { stepModal } from './step.ts';

/** A draft where it was left: the first step not finished, or the check before sending (APP-2). */
export function goOnModal(application: ApplicationRow, locale: Locale): Modal {
  const all = formOf(application.call.cohort, application.call.stage).steps.length;
  if (application.step >= all) return checkModal(application, locale);
  return stepModal(application, { step: application.step + 1, resumed: application.step > 0 }, locale);
}
