import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/person.ts';
import {
  nextRenewalDay,
  type Renewal,
  type RenewalVerdict,
  renewalStanding,
  renewalWords,
} from '../../../src/domain/stack/renewal.ts';

const mia = 'T1/MIA';
const ines = 'T1/INES';
const lea = 'T1/LEA';
const omar = 'T1/OMAR';
const voices = { owners: [mia, ines], leads: [lea, omar] } as const;

const fresh: Renewal = {
  ...{ tool: 'Postwise', contractEnd: '2026-12-31', noticeOn: '2026-10-02' },
  ...{ told: [], answers: [] },
};

function says(renewal: Renewal, by: PersonId, verdict: RenewalVerdict, at = 100): Renewal {
  const as = by === mia || by === ines ? 'owner' : 'lead';
  return { ...renewal, answers: [...renewal.answers, { by, as, at, verdict, reached: 'yes', words: null }] };
}

/** Tells what is due on this day, and answers with who heard what. */
function tell(renewal: Renewal, today: string): [Renewal, string[]] {
  const words = renewalWords(renewal, voices, today);
  const told = [...renewal.told, ...words.map((word) => ({ ...word, at: 200 }))];
  return [{ ...renewal, told }, words.map(({ matter, person }) => `${matter} ${person.slice(3)}`)];
}

describe('before a contract goes on', () => {
  it('both owners are asked sixty and thirty days before notice is due, and ten before it the leads', () => {
    const days = [
      '2026-08-02',
      '2026-08-03',
      '2026-08-20',
      '2026-09-02',
      '2026-09-21',
      '2026-09-22',
      '2026-10-02',
    ];
    let renewal = fresh;
    const heard = days.map((day) => {
      const [after, words] = tell(renewal, day);
      renewal = after;
      return `${day}: ${words.join(', ')}`;
    });
    expect(heard).toEqual([
      '2026-08-02: ',
      '2026-08-03: first MIA, first INES',
      '2026-08-20: ',
      '2026-09-02: second MIA, second INES',
      '2026-09-21: ',
      '2026-09-22: leads LEA, leads OMAR',
      '2026-10-02: ',
    ]);
    expect(days.slice(0, 6).map((day) => nextRenewalDay(fresh, day))).toEqual([
      ...['2026-08-03', '2026-09-02', '2026-09-02', '2026-09-22', '2026-09-22', null],
    ]);
  });

  it('a jump over a round asks once, and nothing is asked once notice is too late', () => {
    expect(tell(fresh, '2026-09-10')[1]).toEqual(['second MIA', 'second INES']);
    expect(tell(fresh, '2026-09-30')[1]).toEqual(['second MIA', 'second INES', 'leads LEA', 'leads OMAR']);
    expect(tell(fresh, '2026-10-03')[1]).toEqual([]);
  });

  it('who has answered is not asked again, and both equal answers settle it', () => {
    const [asked] = tell(fresh, '2026-08-03');
    const half = says(asked, mia, 'retire');
    expect(renewalStanding(half, voices)).toEqual({ is: 'open', waitsFor: [ines] });
    expect(tell(half, '2026-09-02')[1]).toEqual(['second INES']);
    const [both, heard] = tell(says(half, ines, 'retire', 150), '2026-09-03');
    expect(renewalStanding(both, voices)).toEqual({ is: 'decided', verdict: 'retire' });
    expect(heard).toEqual(['decided MIA']);
    expect(tell(both, '2026-09-25')[1]).toEqual([]);
  });

  it('two who differ are both told once, then the leads, whose word settles it', () => {
    const differ = says(says(fresh, mia, 'keep'), ines, 'retire', 110);
    const [told, heard] = tell(differ, '2026-08-20');
    expect(heard).toEqual(['disagreement MIA', 'disagreement INES']);
    expect(tell(told, '2026-09-02')[1]).toEqual([]);
    const [late, leads] = tell(told, '2026-09-22');
    expect(leads).toEqual(['leads LEA', 'leads OMAR']);
    const [settled, news] = tell(says(late, lea, 'shrink', 300), '2026-09-23');
    expect(renewalStanding(settled, voices)).toEqual({ is: 'decided', verdict: 'shrink' });
    expect(news).toEqual(['decided MIA', 'decided INES']);
  });

  it('an owner who left leaves the question to the other, and without either to the leads', () => {
    const alone = { owners: [ines], leads: [lea, omar] } as const;
    expect(renewalWords(fresh, alone, '2026-08-03')).toEqual([{ matter: 'first', person: ines }]);
    expect(renewalStanding(says(fresh, ines, 'keep'), alone)).toEqual({ is: 'decided', verdict: 'keep' });
    const nobody = { owners: [], leads: [lea, omar] } as const;
    expect(renewalWords(fresh, nobody, '2026-08-03')).toEqual([
      { matter: 'leads', person: lea },
      { matter: 'leads', person: omar },
    ]);
    const former = says(fresh, mia, 'retire');
    expect(renewalStanding(former, alone)).toEqual({ is: 'open', waitsFor: [ines] });
  });
});
