import type { Routes } from '../conversation.ts';
import { openCapacity, submitCapacity, turnCapacity } from './capacity.ts';
import { addFreeze, dropFreeze, editFreeze, openFreezes, submitFreeze } from './freezes.ts';
import {
  addLaunch,
  askToCancel,
  editLaunch,
  openLaunches,
  showLaunch,
  submitCancel,
  submitLaunch,
} from './launches.ts';
import { openFromRoadmap, openRoadmap, turnRoadmap } from './roadmap.ts';
import { openTopFive, submitTopFive } from './top-five.ts';

/** What comes, and what stands in its way: the plans of both sides. */
export const roadmapRoutes = {
  commands: {
    capacity: openCapacity,
    freezes: openFreezes,
    launches: openLaunches,
    roadmap: openRoadmap,
    'top-five': openTopFive,
  },
  actions: {
    'capacity.open': openCapacity,
    'capacity.month': turnCapacity,
    'freeze.add': addFreeze,
    'freeze.edit': editFreeze,
    'freeze.open': openFreezes,
    'freeze.remove': dropFreeze,
    'launch.add': addLaunch,
    'launch.cancel': askToCancel,
    'launch.edit': editLaunch,
    'launch.open': openLaunches,
    'launch.show': showLaunch,
    'roadmap.earlier': turnRoadmap,
    'roadmap.filter': turnRoadmap,
    'roadmap.later': turnRoadmap,
    'roadmap.open': openFromRoadmap,
    'roadmap.show': openRoadmap,
    'top-five.open': openTopFive,
  },
  submissions: {
    capacity: submitCapacity,
    'freeze.keep': submitFreeze,
    'launch.cancel': submitCancel,
    'launch.keep': submitLaunch,
    'top-five': submitTopFive,
  },
} satisfies Routes;
