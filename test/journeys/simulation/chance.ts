import { dice } from '../../support/dice.ts';

/** What happens by chance, the same for the same seed. */
export interface Chance {
  /** A whole number, both ends included. */
  roll(least: number, most: number): number;
  /** True once in so many times. */
  onceIn(times: number): boolean;
  /** One of these; undefined if there is none. */
  oneOf<T>(these: readonly T[]): T | undefined;
  someOf<T>(these: readonly T[]): T[];
}

export function chanceOf(seed: number): Chance {
  const throwDice = dice(seed);
  const roll = (least: number, most: number) => throwDice({ least, most });
  const onceIn = (times: number) => roll(1, times) === 1;
  return {
    roll,
    onceIn,
    oneOf: (these) => these[roll(0, Math.max(0, these.length - 1))],
    someOf: (these) => these.filter(() => !onceIn(3)),
  };
}
