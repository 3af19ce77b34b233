import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import { botScopes } from '../manifest.ts';
import { type Answer, answering } from '../web-api/answering.ts';
import { readBytes } from '../web-api/body.ts';
import { appSees, personSees } from '../world/files.ts';
import type { StoredFile } from '../world/types.ts';

/** The second step of an upload (Slack contract 5.12): as many bytes as were announced, once. */
export const takeUpload = async (core: Core, ticket: string, request: IncomingMessage): Promise<Answer> => {
  const bytes = await readBytes(request);
  const refused = (error: string): Answer => ({ status: 400, body: error });
  const slip = (name: string, detail: string): Answer => {
    core.record.violate(name, detail);
    return refused(name);
  };
  const perform = (): Answer => {
    const file = core.world.state.files.find((one) => one.ticket === ticket && one.stage === 'announced');
    if (!file) return slip('bad_upload_url', 'an upload address was used twice or made up');
    if (bytes.length !== file.size)
      return slip('upload_length_mismatch', `${file.name}: ${file.size} bytes announced, ${bytes.length} sent`);
    file.content = bytes.toString('base64');
    file.stage = 'received';
    return { status: 200, body: `OK - ${bytes.length}` };
  };
  return answering(core, 'upload_url', { bytes: bytes.length }, perform, refused);
};

/** Only pictures are shown in place; anything else is saved, and nothing is run as a page of this address. */
const send = (response: ServerResponse, file: StoredFile, save: boolean): void => {
  const picture = /^image\/(png|jpeg|gif|webp)$/.test(file.mimetype);
  response.writeHead(200, {
    'content-type': file.mimetype,
    'content-disposition': `${picture && !save ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  response.end(Buffer.from(file.content, 'base64'));
};

const ready = (core: Core, id: string): StoredFile | undefined =>
  core.world.state.files.find((one) => one.id === id && one.stage === 'complete');

/** `url_private`: without the app's token Slack shows its sign-in page, with the status of a success. */
export const download = (core: Core, path: string, token: string, response: ServerResponse): void => {
  const id = /-(F[0-9A-Z]+)\//.exec(path)?.[1] ?? '';
  const file = ready(core, id);
  const slip = (name: string): void => {
    core.record.violate(name, `download of ${id}`);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<title>Sign in to Slack</title>');
  };
  if (token !== core.tokens.bot) return slip('download_without_token');
  if (!botScopes(core.manifest).includes('files:read')) return slip('missing_scope');
  if (file && appSees(core, file)) return send(response, file, path.includes('/download/'));
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end('<title>File not found</title>');
};

/** The same for people on the page (`as` and `id`), who see what stands in their channels. */
export const pageDownload = (core: Core, query: URLSearchParams, response: ServerResponse): void => {
  const person = core.world.person(query.get('as') ?? '');
  const file = ready(core, query.get('id') ?? '');
  if (person && file && personSees(core, file, person)) return send(response, file, false);
  response.writeHead(404).end();
};
