import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { largestFile } from '../../src/domain/request/given-file.ts';
import { openFile } from '../../src/slack/files/read-file.ts';
import { passOn } from '../../src/slack/files/stream-file.ts';

const signal = AbortSignal.timeout(20_000);
const mebibyte = 1024 * 1024;

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server does not listen');
  return `http://127.0.0.1:${address.port}`;
}

test('100 MB are passed on as they come: never more than a few of them are on the way', async () => {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  let sent = 0;
  let taken = 0;
  let mostInBetween = 0;
  const source = await serve((_request, response) => {
    const write = () => {
      while (sent < largestFile) {
        sent += chunk.length;
        mostInBetween = Math.max(mostInBetween, sent - taken);
        if (!response.write(chunk)) return void response.once('drain', write);
      }
      response.end();
    };
    response.writeHead(200, { 'content-length': largestFile });
    write();
  });
  let announced: string | undefined;
  const target = await serve((request, response) => {
    announced = request.headers['content-length'];
    request.on('data', (part: Buffer) => {
      taken += part.length;
    });
    request.on('end', () => response.end('OK'));
  });

  const opened = await openFile(
    { token: 'xoxb-1', slackApiUrl: `${source}/api/` },
    { address: source, size: largestFile, isPage: false },
    signal,
  );
  if (opened.result !== 'open') throw new Error(opened.result);
  const transfer = await passOn(opened.bytes, { address: target, size: largestFile, signal });

  expect(transfer).toEqual({ result: 'passed', checksum: sha256OfXs(largestFile) });
  expect([taken, announced]).toEqual([largestFile, String(largestFile)]);
  // What lies between the two: the buffers of two connections, not the file.
  expect(mostInBetween).toBeLessThan(16 * mebibyte);
});

test('a file that is longer or shorter than it was said to be does not arrive', async () => {
  const target = await serve((request, response) => {
    request.resume().on('end', () => response.end('OK'));
  });
  const bytes = (text: string) => new Blob([text]).stream();
  const size = 5;
  expect(await passOn(bytes('longer'), { address: target, size, signal })).toEqual({ result: 'wrong-bytes' });
  expect(await passOn(bytes('four'), { address: target, size, signal })).toMatchObject({ result: 'failed' });
});

test('the token goes to Slack alone, and a page to sign in is no file', async () => {
  const asked: (string | undefined)[] = [];
  const elsewhere = await serve((request, response) => {
    asked.push(request.headers.authorization);
    response.end('bytes');
  });
  const slack = await serve((request, response) => {
    switch (request.url) {
      case '/away':
        return void response.writeHead(302, { location: elsewhere }).end();
      case '/moved':
        return void response.writeHead(302, { location: '/file' }).end();
      case '/sign-in':
        return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
      case '/round':
        return void response.writeHead(302, { location: '/round' }).end();
      case '/broken':
        return void response.writeHead(503).end();
      default:
        return void response.end(request.headers.authorization === 'Bearer xoxb-1' ? 'bytes' : 'no');
    }
  });
  const open = async (address: string) => {
    const client = { token: 'xoxb-1', slackApiUrl: `${slack}/api/` };
    const opened = await openFile(client, { address, size: 5, isPage: false }, signal);
    return opened.result === 'open' ? new Response(opened.bytes).text() : opened.result;
  };
  expect(await open(`${slack}/file`)).toBe('bytes');
  expect(await open(`${slack}/moved`)).toBe('bytes');
  for (const path of ['/away', '/sign-in', '/round']) expect(await open(`${slack}${path}`)).toBe('refused');
  for (const address of [
    elsewhere,
    'http://files.slack.com/x',
    'https://slack.com.evil/x',
    'file:///x',
    '',
  ]) {
    expect(await open(address)).toBe('refused');
  }
  expect(await open(`${slack}/broken`)).toBe('failed');
  expect(asked).toEqual([]);
});

function sha256OfXs(length: number): string {
  const hash = createHash('sha256');
  for (let at = 0; at < length; at += mebibyte) hash.update(Buffer.alloc(mebibyte, 'x'));
  return hash.digest('hex');
}
