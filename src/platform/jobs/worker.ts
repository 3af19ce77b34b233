import type { JobResult, JobWithMetadata } from 'pg-boss';
import type { Log } from '../log.ts';

export type Worker = {
  readonly queue: string;
  /** Does one job. It runs at least once, so it must be idempotent; throwing means "try again later". */
  readonly run: (data: unknown) => Promise<void>;
  /** How many jobs are taken, and run side by side, at once. Default 20. */
  readonly batchSize?: number;
};

/** Thrown by a worker when trying again cannot help; the job waits for a person at once. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}

/** Runs a batch side by side and answers for each job by itself, so one bad job does not repeat the others. */
export async function runBatch(
  worker: Worker,
  jobs: readonly JobWithMetadata<object>[],
  log: Log,
): Promise<JobResult<object>[]> {
  return await Promise.all(jobs.map((job) => runOne(worker, job, log)));
}

async function runOne(worker: Worker, job: JobWithMetadata<object>, log: Log): Promise<JobResult<object>> {
  try {
    await worker.run(job.data);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    const isLast = error instanceof PermanentFailure || job.retryCount >= job.retryLimit;
    const facts = { queue: worker.queue, job: job.id, attempt: job.retryCount + 1, err: error };
    if (isLast) log.error(facts, 'job gave up and waits for a person');
    else log.warn(facts, 'job failed and will be tried again');
    // The reason is in the log; its text may quote what people wrote, so the table keeps the type alone.
    const output = { error: error instanceof Error ? error.name : typeof error };
    return { id: job.id, status: isLast ? 'deadletter' : 'failed', output };
  }
}
