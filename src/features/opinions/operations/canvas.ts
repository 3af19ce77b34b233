import type { Deps } from '../../../platform/deps.ts';
import { isFailure } from '../../../platform/slack/failure.ts';
import { opinionById, releasedFacts } from '../queries/index.ts';
import { canvasText, canvasTitle } from '../views/index.ts';

/** Slack answers later; everything else it says about a canvas is a no, and the message with its PDF stands without one. */
const LATER = ['ratelimited'];

/**
 * Writes the newest version into the channel's canvas, above the older ones, each at most once: it is noted down before
 * Slack is asked, since a canvas is an extra and a doubled one would be worse than none. A channel with a canvas of its
 * own keeps that, and a plan without canvases goes without.
 */
export async function writeCanvas(deps: Deps, opinionId: string): Promise<void> {
  const row = await opinionById(deps.db, opinionId);
  const channelId = row?.participation.channelId;
  if (!row || !channelId || row.canvasNumber >= row.number) return;
  if (row.canvasNumber > 0 && !row.canvasId) return;
  const facts = await releasedFacts(deps.db, row, row.number);
  const where = { id: opinionId, canvasNumber: row.canvasNumber };
  const { count } = await deps.db.opinion.updateMany({ where, data: { canvasNumber: row.number } });
  if (!facts || count === 0) return;
  const [title, markdown] = [canvasTitle('pl'), canvasText(facts, 'pl')];
  try {
    if (row.canvasId) return await deps.slack.addToCanvas(row.canvasId, markdown);
    const canvasId = await deps.slack.createCanvas(channelId, { title, markdown });
    await deps.db.opinion.update({ where: { id: opinionId }, data: { canvasId } });
  } catch (error) {
    if (!isFailure(error)) throw error;
    if (LATER.includes(error.code)) {
      await deps.db.opinion.update({ where: { id: opinionId }, data: { canvasNumber: row.canvasNumber } });
      throw error;
    }
    deps.log.info({ opinionId, code: error.code }, 'no canvas for an opinion');
  }
}
