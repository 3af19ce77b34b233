import { createReadStream, existsSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
};

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** A file of the page; any other path gets `index.html`, because the page finds its own way. */
export const serveStatic = (dir: string, path: string, response: ServerResponse): void => {
  const wanted = normalize(join(dir, decodeURIComponent(path)));
  const inside = wanted.startsWith(normalize(dir) + sep);
  const file = inside && isFile(wanted) ? wanted : join(dir, 'index.html');
  if (!isFile(file)) {
    response.writeHead(404).end('The page has not been built');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  });
  createReadStream(file).pipe(response);
};
