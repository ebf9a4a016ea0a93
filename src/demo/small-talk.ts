/** What people say besides. `at` is in working hours after the demo's first morning. */
export const smallTalk: readonly { at: number; who: string; in: string; words: string }[] = [
  {
    at: 0.3,
    who: 'ada',
    in: '#general',
    words: 'Good morning! The desk is open: what marketing needs from IT starts with `/martech-request`.',
  },
  {
    at: 0.6,
    who: 'lea',
    in: '#marketing',
    words:
      'From today we stop asking IT by direct message. One command, four questions, a date we can hold them to.',
  },
  { at: 0.8, who: 'mia', in: '#marketing', words: 'Trying it with the roadshow form right now :eyes:' },
  {
    at: 20,
    who: 'ben',
    in: '#marketing',
    words: 'The phone sign-up was fixed in two hours, and I did not have to ask once.',
  },
  {
    at: 41,
    who: 'omar',
    in: '#marketing-it-weekly',
    words: 'First week: 15 asked, 5 done, nobody was asked the same thing twice.',
  },
  {
    at: 60,
    who: 'tom',
    in: '#general',
    words:
      'Coffee machine on the third floor is back. That was not a request, that was an emergency :coffee:',
  },
  {
    at: 81,
    who: 'lea',
    in: '#marketing-it-weekly',
    words: 'What helped us most: seeing that a request waits for *us*, not for IT.',
  },
  {
    at: 121,
    who: 'ines',
    in: '#marketing-it-weekly',
    words: 'And for us: people answer in the thread. We used to look for answers in four places.',
  },
  { at: 150, who: 'gus', in: '#marketing', words: 'Access works, thank you! The first ads go out tomorrow.' },
];
