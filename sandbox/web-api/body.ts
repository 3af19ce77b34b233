import type { IncomingMessage } from 'node:http';
import type { Json } from '../world/types.ts';

/** The whole body of a request. */
export const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** The bytes of an upload: the whole body, or the file of a multipart one. */
export const readBytes = async (request: IncomingMessage): Promise<Buffer> => {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.includes('multipart')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  return file === undefined || typeof file === 'string' ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
};

/** Arguments of a call as Slack takes them: a form, JSON, or multipart; plus those of the address. */
export const readFields = async (request: IncomingMessage, query: URLSearchParams): Promise<Json> => {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  const fields: Record<string, unknown> = Object.fromEntries(query);
  if (type.includes('json')) return { ...fields, ...(JSON.parse(body.toString('utf8') || '{}') as Json) };
  if (type.includes('multipart')) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form)
      fields[name] = typeof value === 'string' ? value : new Uint8Array(await value.arrayBuffer());
    return fields;
  }
  return { ...fields, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) };
};
