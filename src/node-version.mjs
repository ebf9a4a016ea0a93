// Runs before main.ts, which a Node that cannot strip types could not even read. Plain JavaScript for that reason.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `MarTech Broker needs Node 22.18 or newer and found ${process.versions.node}: run it with \`npm start\`, ` +
      'which uses the Node 24 that `npm install` brings along.\n',
  );
  process.exit(1);
}

const { enableCompileCache } = await import('node:module');
enableCompileCache();
