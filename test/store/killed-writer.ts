// Files requests and prints the key of each once it is committed; a test kills it. With `midway`, the first stops
// in the middle of its transaction for ever.
import { openStore } from '../../src/store/open-store.ts';
import { acme, sampleRequest } from '../support/sample-request.ts';

const [, , url = '', midway] = process.argv;
const store = await openStore(url, { now: () => 0 });
await store.write((transaction) => transaction.saveWorkspace(acme));

async function file(id: string): Promise<void> {
  const number = await store.write(async (transaction) => {
    const number = await transaction.nextRequestNumber(acme.id);
    const { request, events } = sampleRequest({ id, number });
    await transaction.saveRequest(request, events, []);
    await transaction.remember('T1', `view:${id}`, `MR-${number}`, 1);
    if (midway) {
      console.log('midway');
      setInterval(() => {}, 1_000);
      await new Promise(() => {});
    }
    return number;
  });
  console.log(`MR-${number}`);
}

for (let round = 0; ; round++) {
  await Promise.all(Array.from({ length: 8 }, (_, index) => file(`${process.pid}-${round}-${index}`)));
}
