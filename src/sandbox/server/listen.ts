import { createServer, type RequestListener, type Server } from 'node:http';

const host = '127.0.0.1';

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE' && port !== 0) resolve(false);
      else reject(error);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, host);
  });
}

/** Listens on loopback. A port that is taken is named, and the next one is tried. */
export async function listen(
  listener: RequestListener,
  port: number,
  log: (line: string) => void,
): Promise<{ server: Server; port: number }> {
  const server = createServer(listener);
  let wanted = port;
  while (!(await tryPort(server, wanted))) {
    log(`Port ${wanted} is taken by another program: the sandbox tries ${wanted + 1}.`);
    wanted += 1;
  }
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : wanted };
}
