import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { migrationAdapter } from './adapter.ts';

/** A file of the data model. */
export type ModelFile = { readonly path: string; readonly content: string };

/** Prisma's schema engine, connected to one database. Free it with `close`. */
export type Engine = { readonly engine: bindings.SchemaEngine; readonly close: () => Promise<void> };

// The types of Node leave WebAssembly to the browser's, which this project does not load.
declare const WebAssembly: {
  readonly instantiate: (
    bytes: Uint8Array,
    imports: Readonly<Record<string, object>>,
  ) => Promise<{ readonly instance: { readonly exports: { readonly __wbindgen_start: () => void } } }>;
};

let loaded: Promise<void> | undefined;

/** Node cannot import the package's .wasm file as a module, so it is instantiated here and handed to the bindings. */
async function load(): Promise<void> {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const imports = Object.fromEntries(
    Object.entries(bindings).map(([name, value]) => [
      name,
      name.startsWith('__wbg_setTimeout_') ? patientTimer : value,
    ]),
  );
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': imports });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** The engine never clears the 10-second timer of its own lock, which would keep a finished process alive. */
function patientTimer(callback: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(callback, milliseconds).unref();
}

/** Opens the schema engine on the database at `url`. `model` is needed only for comparing data models. */
export async function openEngine(url: string, model: readonly ModelFile[] = []): Promise<Engine> {
  loaded ??= load();
  await loaded;
  const { factory, close } = migrationAdapter(url);
  const datamodels: [string, string][] = model.map(({ path, content }) => [path, content]);
  if (datamodels.length === 0) datamodels.push(['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n']);
  const ignoreLog = () => {};
  const engine = await bindings.SchemaEngine.new(
    { datamodels },
    ignoreLog,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  const closeAll = async () => {
    engine.free();
    await close();
  };
  return { engine, close: closeAll };
}
