export const id = 361;
export const ids = [361];
export const modules = {

/***/ 5361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAzureSample: () => (/* binding */ runAzureSample)
});

// EXTERNAL MODULE: ./build/backends/azure-batch/job/poll.js
var poll = __webpack_require__(9416);
// EXTERNAL MODULE: ./build/backends/azure-batch/names.js + 1 modules
var names = __webpack_require__(5613);
// EXTERNAL MODULE: ./build/backends/azure-batch/pool/choose.js
var choose = __webpack_require__(5155);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(262);
// EXTERNAL MODULE: ./build/lib/abort.js + 1 modules
var abort = __webpack_require__(1775);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/node-watch.js
var node_watch = __webpack_require__(1267);
;// CONCATENATED MODULE: ./build/sample/azure-nodes.js


/**
 * Waits for the nodes of a job's pool, so that they share the tasks: the first node alone would run all of them within
 * seconds. It does not wait for nodes that cannot start, nor for autoscale pools, which grow with their tasks.
 *
 * @param wanted number of nodes
 * @throws AzureProblem if no node starts
 */
async function nodesReady(service, job, wanted, polling) {
    const { listener, pause, signal } = polling;
    const id = await poolOf(service, job, polling);
    // Errors of earlier resizes count, too: Azure Batch does not retry a resize.
    const watch = new node_watch/* NodeWatch */.u(service, wanted, new Date(0));
    const watched = async () => {
        const counts = await service.nodeCounts(id, signal);
        const { warnings, hopeless } = await watch.check(id, counts, signal);
        for (const sentence of warnings)
            listener.warn(sentence);
        if (hopeless !== null)
            throw new problem/* AzureProblem */.J('unavailable', '', hopeless);
        return counts;
    };
    let last = '';
    for (;;) {
        const counts = await watched();
        const pool = await service.pool(id, signal);
        if (pool !== null && enough(pool, counts))
            break;
        const sentence = `Waiting for the nodes of the pool ${id}: ${states(counts)}.`;
        if (sentence !== last)
            listener.say(sentence);
        last = sentence;
        await pause();
    }
    return { poll: async () => states(await watched()) };
}
/** The id of the pool. If Azure Batch creates the pool for the job, the id is known some time after the job. */
async function poolOf(service, job, { pause, signal }) {
    if ('id' in job.pool)
        return job.pool.id;
    for (;;) {
        const { poolId = null, schedulingError = null } = (await service.job(job.id, signal)) ?? {};
        if (poolId !== null)
            return poolId;
        if (schedulingError !== null) {
            const message = `Azure Batch could not start the job ${job.id}: ${schedulingError}`;
            throw new problem/* AzureProblem */.J('bad-request', '', message);
        }
        await pause();
    }
}
/** States of nodes that have started, successfully or not. */
const STARTED = ['idle', 'running', 'starttaskfailed', 'unusable'];
/** Whether all nodes that can start have started. */
function enough(pool, counts) {
    if (pool.autoscale)
        return true;
    const { dedicated, spot } = pool.allocation === 'steady' ? pool.current : pool.target;
    const nodes = (0,node_watch/* countByState */.K)(counts);
    const started = STARTED.reduce((sum, state) => sum + (nodes[state] ?? 0), 0);
    return dedicated + spot > 0 && started >= dedicated + spot;
}
function states(counts) {
    const described = Object.entries((0,node_watch/* countByState */.K)(counts)).map(([state, nodes]) => `${nodes} ${state}`);
    return described.join(', ') || 'none yet';
}

// EXTERNAL MODULE: ./build/sample/sample.js
var sample = __webpack_require__(3229);
;// CONCATENATED MODULE: ./build/sample/azure-sample.js







/** Limit for the removal, in milliseconds: a cancelled runner does not wait much longer. */
const REMOVE_LIMIT = 8000;
const MINUTE = 60_000;
/**
 * Runs the sample on Azure Batch. The job and its pool are removed, even if it throws.
 *
 * @throws AzureProblem if it cannot run; the signal's reason
 */
async function runAzureSample({ account: { service }, settings, runId, pollInterval = poll/* POLL_INTERVAL */.a }, order, listener, cancelled) {
    const limit = AbortSignal.timeout(settings.jobTimeout * MINUTE);
    const signal = AbortSignal.any([cancelled, limit]);
    const pauses = new poll/* PollPauses */.b(pollInterval);
    const polling = { listener, pause: () => (0,abort/* pause */.v7)(pauses.next(true), signal), signal };
    listener.phase('Nodes');
    const chosen = await (0,choose/* choosePool */.w)(service, settings, signal);
    for (const warning of chosen.warnings)
        listener.warn(warning);
    const job = jobOrder(chosen.pool, runId, settings);
    // Assumed until the response: an interrupted request may have added the job.
    let ours = true;
    try {
        ours = (await service.addJob(job, signal)) === 'added';
        if (!ours)
            throw jobExists(job);
        const nodes = await nodesReady(service, job, chosen.nodes, polling);
        listener.phase('Tasks');
        await service.addTasks(job.id, tasksOf(order, settings), signal);
        const tasks = await tasksEnded(service, job.id, order.tasks, nodes, polling);
        listener.phase('Outputs');
        return (0,sample/* outcomeOf */.sG)(await outputs(service, job.id, tasks, order, polling));
    }
    catch (error) {
        if (!limit.aborted || cancelled.aborted)
            throw error;
        const message = `The job ${job.id} did not end within ${settings.jobTimeout} minutes (job-timeout).`;
        throw new problem/* AzureProblem */.J('unavailable', '', message, { cause: error });
    }
    finally {
        if (ours)
            await remove(service, job, listener);
    }
}
const jobExists = ({ id }) => new problem/* AzureProblem */.J('conflict', 'JobExists', `The job ${id} already exists: another sample of this run is in progress, or was interrupted. The \`sweep\` command removes what is left.`);
/** The job on its pool. A pool of the job's own needs no start task, because the sample needs no programs. */
function jobOrder(pool, runId, { jobTimeout }) {
    return {
        id: `${names/* NAME_PREFIX */.ve}sample-${runId.replace(/[^\w-]/g, '-')}`.slice(0, 64),
        pool: 'ofJob' in pool ? { ...pool, ofJob: { ...pool.ofJob, startTask: null } } : pool,
        maxMinutes: jobTimeout,
        metadata: { 'batch-ocr': 'sample' }
    };
}
const tasksOf = (order, { taskTimeout, taskRetries }) => (0,sample/* sampleTasks */.HU)(order.tasks).map((id) => ({
    id,
    commandLine: `/bin/bash -c '${sample/* SAMPLE_SCRIPT */.xh}'`,
    environment: {},
    resourceFiles: [],
    outputFiles: [],
    maxMinutes: taskTimeout,
    retries: taskRetries
}));
/** Polls the tasks until all have ended, with two requests per poll. */
async function tasksEnded(service, jobId, count, nodes, { listener, pause, signal }) {
    let last = '';
    for (;;) {
        const { running, succeeded, failed } = await service.taskCounts(jobId, signal);
        const sentence = `${succeeded + failed} of ${count} tasks done, ${running} running; nodes: ${await nodes.poll()}.`;
        if (sentence !== last)
            listener.say(sentence);
        last = sentence;
        if (succeeded + failed >= count) {
            // The counts may run ahead of the tasks.
            const tasks = await service.tasks(jobId, 'all', signal);
            if (tasks.every(({ state }) => state === 'completed'))
                return tasks;
        }
        await pause();
    }
}
/** Maximum bytes of output to download per task; the sample prints two lines. */
const MAX_OUTPUT = 64 * 1024;
async function outputs(service, jobId, ended, { folder, tasks }, { listener, signal }) {
    const byId = new Map(ended.map((task) => [task.id, task]));
    const read = [];
    for (const id of (0,sample/* sampleTasks */.HU)(tasks)) {
        const { node = null, succeeded = false, failure = null } = byId.get(id) ?? {};
        if (!succeeded)
            listener.warn(`The task ${id} failed: ${failure?.message ?? 'it never ran'}`);
        const text = node === null ? null : await service.taskFileTail(jobId, id, 'stdout.txt', MAX_OUTPUT, signal);
        if (text === null && node !== null)
            listener.warn(`The node ${node} of the task ${id} is gone, and the task's output with it.`);
        read.push({ id, node, succeeded, file: text === null ? null : (0,sample/* writeOutput */.zh)(folder, id, text) });
    }
    return read;
}
/** Removes the job and its own pool; only warns if that fails. */
async function remove(service, { id, pool }, listener) {
    const signal = AbortSignal.timeout(REMOVE_LIMIT);
    try {
        const job = await service.job(id, signal);
        await service.terminateJob(id, 'batch-ocr: the sample has ended', signal);
        await service.deleteJob(id, signal);
        if ('ofJob' in pool && job?.poolId)
            await service.deletePool(job.poolId, signal);
    }
    catch (error) {
        // Without the permission to remove the job, it was not added either.
        if (error instanceof problem/* AzureProblem */.J && error.kind === 'refused')
            return;
        listener.warn(`The job ${id} could not be removed: ${error.message}`);
        listener.warn('The `sweep` command removes what is left.');
    }
}


/***/ })

};
