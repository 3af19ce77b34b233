import { openEngine } from './engine.ts';
import { readModel } from './files.ts';

/**
 * The SQL that leads from the tables in the database at `url` to the data model in `folder` (`prisma/`); an empty
 * text when they are the same. What the data model cannot say (partial indexes, checks, triggers) is not compared.
 */
export async function differenceToModel(url: string, folder: string): Promise<string> {
  const files = await readModel(folder);
  const { engine, close } = await openEngine(url, files);
  try {
    const result = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: folder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.exitCode === 0 ? '' : (result.stdout ?? '');
  } finally {
    await close();
  }
}
