import type { Routes } from '../conversation.ts';
import { openCapacity, openCapacityFrom, submitCapacity, turnCapacity } from './capacity.ts';
import { addFreeze, dropFreeze, editFreeze, openFreezes, openFreezesFrom, submitFreeze } from './freezes.ts';
import {
  addLaunch,
  askToCancel,
  editLaunch,
  openLaunches,
  openLaunchesFrom,
  showLaunch,
  submitCancel,
  submitLaunch,
} from './launches.ts';
import { openFromRoadmap, openRoadmap, openRoadmapFrom, turnRoadmap } from './roadmap.ts';
import { openTopFive, openTopFiveFrom, submitTopFive } from './top-five.ts';

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
    'capacity.open': openCapacityFrom,
    'capacity.month': turnCapacity,
    'freeze.add': addFreeze,
    'freeze.edit': editFreeze,
    'freeze.open': openFreezesFrom,
    'freeze.remove': dropFreeze,
    'launch.add': addLaunch,
    'launch.cancel': askToCancel,
    'launch.edit': editLaunch,
    'launch.open': openLaunchesFrom,
    'launch.show': showLaunch,
    'roadmap.earlier': turnRoadmap,
    'roadmap.filter': turnRoadmap,
    'roadmap.later': turnRoadmap,
    'roadmap.open': openFromRoadmap,
    'roadmap.show': openRoadmapFrom,
    'top-five.open': openTopFiveFrom,
  },
  submissions: {
    capacity: submitCapacity,
    'freeze.keep': submitFreeze,
    'launch.cancel': submitCancel,
    'launch.keep': submitLaunch,
    'top-five': submitTopFive,
  },
} satisfies Routes;
