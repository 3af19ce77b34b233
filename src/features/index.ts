import type { Feature } from '../platform/feature.ts';
import { actions } from './actions/index.ts';
import { applications } from './applications/index.ts';
import { assignments } from './assignments/index.ts';
import { availability } from './availability/index.ts';
import { concerns } from './concerns/index.ts';
import { consultations } from './consultations/index.ts';
import { deadlines } from './deadlines/index.ts';
import { events } from './events/index.ts';
import { experts } from './experts/index.ts';
import { home } from './home/index.ts';
import { journal } from './journal/index.ts';
import { notices } from './notices/index.ts';
import { obligations } from './obligations/index.ts';
import { opinions } from './opinions/index.ts';
import { organisations } from './organisations/index.ts';
import { outbox } from './outbox/index.ts';
import { participations } from './participations/index.ts';
import { people } from './people/index.ts';
import { programmes } from './programmes/index.ts';
import { records } from './records/index.ts';
import { surveys } from './surveys/index.ts';
import { undo } from './undo/index.ts';
import { vouchers } from './vouchers/index.ts';

/** Every feature, in the order of dependence: a feature may use those above it through their `public.ts`. */
export const features: readonly Feature[] = [
  journal,
  people,
  organisations,
  programmes,
  notices,
  obligations,
  undo,
  participations,
  deadlines,
  applications,
  experts,
  availability,
  assignments,
  concerns,
  consultations,
  records,
  surveys,
  events,
  actions,
  opinions,
  vouchers,
  outbox,
  home,
];
