import type { Figures } from '../../../../src/domain/digest/figures.ts';
import type { Ask } from './ask.ts';
import { aheadBySql, contractBySql, loadBySql } from './plans.ts';
import { promisesBySql } from './promises.ts';
import { pulseBySql } from './pulse.ts';
import { flowBySql, openBySql, timeBySql } from './work.ts';

/**
 * The figures of a week once more, by SQL from the tables alone: nothing of the app's own reckoning is used but the
 * verdicts of promises, which have a reference of their own, and hours never close. A figure that is missing here is a
 * type error.
 */
export function figuresBySql(ask: Ask): Figures {
  return {
    promises: promisesBySql(ask),
    time: timeBySql(ask),
    open: openBySql(ask),
    ...flowBySql(ask),
    contract: contractBySql(ask),
    load: loadBySql(ask),
    ...aheadBySql(ask),
    pulse: pulseBySql(ask),
  };
}
