import type { Routes } from '../conversation.ts';
import { openCapacity, openCapacityFrom, submitCapacity, turnCapacity } from './capacity.ts';
import { openTopFive, openTopFiveFrom, submitTopFive } from './top-five.ts';

/** What comes, and what stands in its way: the plans of both sides. */
export const roadmapRoutes = {
  commands: { capacity: openCapacity, 'top-five': openTopFive },
  actions: {
    'capacity.open': openCapacityFrom,
    'capacity.month': turnCapacity,
    'top-five.open': openTopFiveFrom,
  },
  submissions: { capacity: submitCapacity, 'top-five': submitTopFive },
} satisfies Routes;
