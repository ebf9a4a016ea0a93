import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { sendJson } from './front-door.ts';

const page = new URL('../page/', import.meta.url);

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
};

/** The view library, as the page imports it and as the install has it. */
const vendor: Record<string, () => string> = {
  '/vendor/preact.mjs': () => import.meta.resolve('preact'),
  '/vendor/preact-hooks.mjs': () => import.meta.resolve('preact/hooks'),
  '/vendor/htm.mjs': () => import.meta.resolve('htm'),
};

/** The address of a file that the page may load; undefined for everything else. */
function fileFor(path: string): URL | undefined {
  if (path === '/') return new URL('index.html', page);
  const resolved = vendor[path];
  if (resolved) return new URL(resolved());
  if (!path.startsWith('/page/')) return undefined;
  const file = new URL(path.slice('/page/'.length), page);
  return file.href.startsWith(page.href) ? file : undefined;
}

/**
 * What the page may load: its own files, and pictures that a block names. The import map is the one inline script, so it
 * is named by its hash.
 */
function contentSecurityPolicy(html: Buffer): string {
  const inline = /<script type="importmap">(.*?)<\/script>/s.exec(html.toString())?.[1] ?? '';
  const hash = createHash('sha256').update(inline).digest('base64');
  return [
    "default-src 'self'",
    `script-src 'self' 'sha256-${hash}'`,
    "img-src 'self' https: data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Every module of the page, so that the browser fetches them at once instead of one import after another. */
async function modulePreloads(): Promise<string> {
  const files = await readdir(page, { recursive: true });
  const modules = files.filter((name) => name.endsWith('.js')).map((name) => `/page/${name}`);
  return [...Object.keys(vendor), ...modules].map((path) => `<${path}>; rel=modulepreload`).join(', ');
}

export async function sendStatic(response: ServerResponse, path: string): Promise<void> {
  const file = fileFor(path);
  const type = types[file?.pathname.split('.').at(-1) ?? ''];
  if (!file || !type) return sendJson(response, 'Not found', 404);
  try {
    const bytes = await readFile(file);
    response.writeHead(200, {
      'content-type': type,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      ...(type === types.html && {
        'content-security-policy': contentSecurityPolicy(bytes),
        link: await modulePreloads(),
      }),
    });
    response.end(bytes);
  } catch {
    sendJson(response, 'Not found', 404);
  }
}
