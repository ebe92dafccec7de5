export const id = 517;
export const ids = [517];
export const modules = {

/***/ 9517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openAccount: () => (/* binding */ openAccount),
  tokensOf: () => (/* binding */ tokensOf)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/lib/retry.js

/** A problem that may pass by itself. */
class Passing extends Error {
    problem;
    /** Milliseconds for which we were asked to wait; null where that is ours to choose. */
    retryAfter;
    constructor(problem, retryAfter) {
        super(problem.message);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }
}
/** The first wait is this part of our patience, and no later one is more than that part: 1 s and 30 s of five minutes. */
const SHORTEST = 1 / 300;
const LONGEST = 1 / 10;
/**
 * Tries until it works, fails for good, or patience ends.
 *
 * @param patience milliseconds in all
 * @throws AzureProblem of the last try where patience ends; whatever a try throws but `Passing`; the signal's reason
 */
async function persistently(patience, signal, attempt) {
    const end = performance.now() + patience;
    for (let tries = 0;; tries++) {
        signal.throwIfAborted();
        try {
            return await attempt();
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof Passing))
                throw error;
            const wait = waitOf(error.retryAfter, tries, patience);
            if (performance.now() + wait > end)
                throw error.problem;
            await (0,promises_.setTimeout)(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
        }
    }
}
/**
 * Twice as long each time, or as long as we were asked for; by chance a little more or less, that not all come at once.
 * Who asks for no time at all gets the first wait, or we would ask as often as we can.
 */
function waitOf(retryAfter, tries, patience) {
    const doubling = retryAfter === null ? 2 ** tries : 1;
    const own = patience * Math.min(SHORTEST * doubling, LONGEST) * (0.5 + Math.random() / 2);
    return Math.max(own, (retryAfter ?? 0) * (1 + Math.random() / 10));
}

// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(262);
;// CONCATENATED MODULE: ./build/backends/azure-batch/client/messages.js
/** The rights in a SAS. The service repeats addresses that it could not use, and we print what it says. */
const SIGNATURE = /\bsig=[^&\s"'<>]+/gi;
/** What the service adds for its own people. */
const TRACE = /^(?:RequestId|Time):/;
/** What the service says, in one line: without the lines that name its request, and without the rights in an address. */
const said = (message) => message
    .split('\n')
    .filter((line) => line.trim() !== '' && !TRACE.test(line))
    .join(' ')
    .replace(SIGNATURE, 'sig=…')
    .trim();
/** Details of the service in one line, `Reason: …; PropertyName: …`; empty where it gives none. */
const detailsSaid = (details = []) => details.map(({ name, key, value = '' }) => said(`${name ?? key ?? ''}: ${value}`)).join('; ');
/** A sentence of the service with its details behind it. */
function saidWithDetails(message = '', details = []) {
    const more = detailsSaid(details);
    return [said(message), more && `(${more})`].filter(Boolean).join(' ');
}
/** Pairs of a record as the service lists them. */
const namesAndValues = (record) => Object.entries(record).map(([name, value]) => ({ name, value }));
/** A list of pairs as a record. */
const recordOf = (pairs = []) => Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
/** Minutes as the service writes a span of time, in whole seconds. */
const span = (minutes) => `PT${Math.max(1, Math.ceil(minutes * 60))}S`;

// EXTERNAL MODULE: ./build/backends/azure-batch/client/remedies.js
var remedies = __webpack_require__(5377);
;// CONCATENATED MODULE: ./build/backends/azure-batch/client/service-problem.js


/**
 * A failure of the service in our words.
 *
 * @param wanted what was asked for, such as `add the job j`
 */
function serviceProblem(failure, wanted, host) {
    const { code, message, details } = failure;
    const kind = kindOf(failure);
    const what = `Azure Batch did not ${wanted} at ${host} (${reason(failure)}).`;
    const more = details && `(${details}).`;
    const remedy = (0,remedies/* remedyOf */.S)(kind, code, details);
    return new problem/* AzureProblem */.J(kind, code, [what, message, more, remedy].filter(Boolean).join(' '));
}
function kindOf({ status, code }) {
    if (code === 'ENOTFOUND')
        return 'not-found';
    if (code.endsWith('QuotaReached'))
        return 'quota';
    if (status === null || status === 408 || status === 429 || status >= 500)
        return 'unavailable';
    if (status === 401 || status === 403)
        return 'refused';
    // What is no refusal was no answer of Batch either: a page that somebody else serves there, a redirection.
    if (status === 404 || status === 410 || status < 400)
        return 'not-found';
    return status === 409 || status === 412 ? 'conflict' : 'bad-request';
}
function reason({ status, code }) {
    if (code === 'ENOTFOUND')
        return 'no Batch account has that name there';
    if (status === null)
        return code || 'the connection failed';
    return `${status}${code && ` ${code}`}`;
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/add-tasks.js




/** Calls at the same time. */
const AT_ONCE = 4;
/** How the service says that a call is too large. */
const TOO_LARGE = ['RequestBodyTooLarge', 'RequestEntityTooLarge'];
/** Words that say that the job is in no state for more tasks, whatever the task. */
const JOB_ENDED = [
    ...['JobCompleted', 'JobTerminating', 'JobBeingTerminated', 'JobBeingDeleted', 'JobNotFound']
];
/**
 * Adds any number of tasks. The first failure ends it, once the calls under way have been answered.
 *
 * @throws AzureProblem naming the task that the service does not take; the signal's reason
 */
async function addAll(tasks, adding, signal) {
    const queue = chunksOf(tasks);
    const sender = async () => {
        for (let chunk = queue.shift(); chunk !== undefined; chunk = queue.shift()) {
            try {
                await addChunk(chunk, adding, signal);
            }
            catch (error) {
                queue.length = 0;
                throw error;
            }
        }
    };
    const senders = await Promise.allSettled(Array.from({ length: AT_ONCE }, sender));
    for (const sent of senders)
        if (sent.status === 'rejected')
            throw sent.reason;
}
/** Adds what one call takes; in two calls, where the service finds it too large. */
async function addChunk(tasks, adding, signal) {
    try {
        await addWhole(tasks, adding, signal);
    }
    catch (error) {
        if (!(error instanceof problem/* AzureProblem */.J && TOO_LARGE.includes(error.code)))
            throw error;
        const [only] = tasks;
        if (tasks.length === 1 && only !== undefined)
            throw tooLarge(only, error);
        for (const half of halves(tasks))
            await addChunk(half, adding, signal);
    }
}
/** Sends tasks, and those again that the service could not add just now. */
async function addWhole(tasks, adding, signal) {
    let open = [...tasks];
    await persistently(adding.patience, signal, async () => {
        const results = new Map((await adding.send(open)).map((result) => [result.taskId, result]));
        open = open.filter(({ id }) => !isThere(results.get(id), adding));
        const [first] = open;
        if (first === undefined)
            return;
        throw new Passing(refusal(first.id, results.get(first.id), 503, adding), null);
    });
}
/**
 * Whether a task is in the job now. A result that is missing is taken for one of the service's own failures.
 *
 * @throws AzureProblem where the service would not take it the next time either
 */
function isThere(result, adding) {
    const status = result?.status.toLowerCase();
    if (status === 'success' || result?.error?.code === 'TaskExists')
        return true;
    if (result === undefined || status !== 'clienterror')
        return false;
    const ended = JOB_ENDED.includes(result.error?.code ?? '');
    throw refusal(result.taskId, result, ended ? 409 : 400, adding);
}
const refusal = (id, result, status, { jobId, host }) => serviceProblem({
    status,
    code: result?.error?.code ?? '',
    message: saidWithDetails(result?.error?.message?.value, result?.error?.values),
    details: '',
    retryAfter: null
}, `add the task ${id} to the job ${jobId}`, host);
const tooLarge = ({ id }, cause) => new problem/* AzureProblem */.J('bad-request', cause.code, `The task ${id} alone is larger than Azure Batch takes. Ask for more partitions, so that each task says less.`, { cause });
/** The service takes no more tasks in one call, and no larger call. */
const MOST_TASKS = 100;
const MOST_BYTES = 1_000_000;
/** What stands around the tasks of a call, and between two of them. */
const FRAME = Buffer.byteLength('{"value":[]}');
const COMMA = 1;
/** Divides tasks, in their order, into what one call each takes. A task that is too large by itself is a call of its own. */
function chunksOf(tasks) {
    const chunks = [];
    let bytes = MOST_BYTES;
    for (const task of tasks) {
        const size = Buffer.byteLength(JSON.stringify(task)) + COMMA;
        const last = chunks.at(-1);
        if (last !== undefined && last.length < MOST_TASKS && bytes + size < MOST_BYTES) {
            last.push(task);
            bytes += size;
        }
        else {
            chunks.push([task]);
            bytes = FRAME + size;
        }
    }
    return chunks;
}
/** Two halves of what was too much for one call. */
function halves(items) {
    const middle = Math.ceil(items.length / 2);
    return [items.slice(0, middle), items.slice(middle)];
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/file-tail.js

/** The last bytes of a file; null where the file, its task or its node is gone, or cannot be looked at now. */
async function fileTail(file, bytes, asking, signal) {
    try {
        const size = await asking(`look at ${file.name}`, signal, file.size);
        if (size === 0)
            return '';
        const from = Math.max(0, size - bytes);
        const range = `bytes=${from}-${size - 1}`;
        const tail = await asking(`give ${file.name}`, signal, async (abortSignal) => bytesOf(await file.read(range, abortSignal), abortSignal));
        return from === 0 ? tail.toString() : fromWholeLetter(tail).toString();
    }
    catch (error) {
        if (isGone(error))
            return null;
        throw error;
    }
}
/** A look at a file has no body, and with that no word of the service: its status must do. */
const isGone = (error) => error instanceof problem/* AzureProblem */.J &&
    (error.kind === 'conflict' || (error.kind === 'not-found' && error.code !== 'ENOTFOUND'));
async function bytesOf(body, signal) {
    const chunks = [];
    for await (const chunk of body ?? [])
        chunks.push(Buffer.from(chunk));
    // A body that is cut off by the limit of a request may end as if it were whole.
    signal.throwIfAborted();
    return Buffer.concat(chunks);
}
/** The range may begin in the middle of a letter of several bytes. */
function fromWholeLetter(bytes) {
    const start = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80);
    return bytes.subarray(Math.max(0, start));
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/pool-mapping.js

/** Pools and nodes in the service's words and in ours. The letter case of its states is not to be relied on. */
/** A pool as it is added. */
const poolBody = (order) => ({
    id: order.id,
    ...poolSpecification(order)
});
/** A pool as a job brings it. */
const poolSpecification = ({ vmSize, image, slots, size, startTask, metadata }) => ({
    vmSize,
    virtualMachineConfiguration: {
        imageReference: { publisher: image.publisher, offer: image.offer, sku: image.sku },
        nodeAgentSKUId: image.nodeAgent
    },
    taskSlotsPerNode: slots,
    ...sizeBody(size),
    ...(startTask === null ? {} : { startTask: startTaskBody(startTask) }),
    metadata: namesAndValues(metadata)
});
const sizeBody = (size) => 'formula' in size
    ? {
        enableAutoScale: true,
        autoScaleFormula: size.formula,
        autoScaleEvaluationInterval: `PT${size.everyMinutes}M`
    }
    : { targetDedicatedNodes: size.dedicated, targetLowPriorityNodes: size.spot };
const startTaskBody = ({ commandLine, retries }) => ({
    commandLine,
    userIdentity: { autoUser: { scope: 'pool', elevationLevel: 'admin' } },
    maxTaskRetryCount: retries,
    waitForSuccess: true
});
/** How a pool stands. */
const poolStanding = (pool) => ({
    id: pool.id ?? '',
    state: lower(pool.state) === 'deleting' ? 'deleting' : 'active',
    allocation: allocationOf(lower(pool.allocationState)),
    allocationSince: pool.allocationStateTransitionTime ?? new Date(0),
    created: pool.creationTime ?? new Date(0),
    vmSize: pool.vmSize ?? '',
    slots: pool.taskSlotsPerNode ?? 1,
    current: {
        dedicated: pool.currentDedicatedNodes ?? 0,
        spot: pool.currentLowPriorityNodes ?? 0
    },
    target: { dedicated: pool.targetDedicatedNodes ?? 0, spot: pool.targetLowPriorityNodes ?? 0 },
    autoscale: pool.enableAutoScale ?? false,
    resizeErrors: (pool.resizeErrors ?? []).map(({ code = '', message, values }) => ({
        code,
        message: saidWithDetails(message, values)
    })),
    identities: (pool.identity?.userAssignedIdentities ?? []).map(({ resourceId }) => resourceId),
    metadata: recordOf(pool.metadata)
});
const allocationOf = (state) => state === 'resizing' || state === 'stopping' ? state : 'steady';
/** How a node stands. */
const nodeStanding = (node) => ({
    id: node.id ?? '',
    state: lower(node.state),
    dedicated: node.isDedicated ?? true,
    vmSize: node.vmSize ?? '',
    startTask: node.startTaskInfo === undefined
        ? null
        : {
            exitCode: node.startTaskInfo.exitCode ?? null,
            failure: failureSaid(node.startTaskInfo.failureInfo)
        },
    errors: (node.errors ?? []).map(({ code, message, errorDetails }) => [code, saidWithDetails(message, errorDetails)].filter(Boolean).join(': '))
});
const failureSaid = (info) => info === undefined
    ? null
    : [info.code, saidWithDetails(info.message, info.details)].filter(Boolean).join(': ');
/** How many nodes are in which state. */
const nodeCounts = ({ dedicated, lowPriority }) => ({
    dedicated: statesOf(dedicated),
    spot: statesOf(lowPriority)
});
/** The service counts the nodes in all, too, as if that were a state. */
const statesOf = (counts) => Object.fromEntries(Object.entries(counts ?? {})
    .map(([state, count]) => [lower(state), count])
    .filter(([state, count]) => state !== 'total' && typeof count === 'number'));
/** An image of the marketplace. */
const supportedImage = (image) => ({
    publisher: image.imageReference.publisher ?? '',
    offer: image.imageReference.offer ?? '',
    sku: image.imageReference.sku ?? '',
    nodeAgent: image.nodeAgentSKUId,
    osType: lower(image.osType),
    verified: lower(image.verificationType) === 'verified',
    endOfSupport: image.batchSupportEndOfLife ?? null
});
const lower = (word = '') => word.toLowerCase();

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/job-mapping.js


/** Jobs and tasks in the service's words and in ours. The letter case of its states is not to be relied on. */
/** A job as it is added. An empty job has no task that is not complete: only later is it told to end by itself. */
const jobBody = ({ id, pool, maxMinutes, metadata }) => ({
    id,
    poolInfo: poolInfo(pool),
    onAllTasksComplete: 'noaction',
    constraints: { maxWallClockTime: span(maxMinutes) },
    metadata: namesAndValues(metadata)
});
const poolInfo = (pool) => 'id' in pool
    ? { poolId: pool.id }
    : {
        autoPoolSpecification: {
            autoPoolIdPrefix: pool.prefix,
            poolLifetimeOption: 'job',
            keepAlive: false,
            pool: poolSpecification(pool.ofJob)
        }
    };
/** How a job stands. */
const jobStanding = (job) => {
    const { executionInfo, poolInfo } = job;
    const scheduling = executionInfo?.schedulingError;
    return {
        id: job.id ?? '',
        state: (job.state ?? '').toLowerCase(),
        created: job.creationTime ?? new Date(0),
        poolId: executionInfo?.poolId ?? poolInfo?.poolId ?? null,
        terminateReason: executionInfo?.terminateReason ?? null,
        schedulingError: scheduling === undefined
            ? null
            : [scheduling.code, saidWithDetails(scheduling.message, scheduling.details)]
                .filter(Boolean)
                .join(': '),
        metadata: recordOf(job.metadata)
    };
};
/** A task as it is added. */
const taskBody = (order) => ({
    id: order.id,
    commandLine: order.commandLine,
    resourceFiles: order.resourceFiles.map(resourceFile),
    outputFiles: order.outputFiles.map(outputFile),
    environmentSettings: namesAndValues(order.environment),
    constraints: { maxWallClockTime: span(order.maxMinutes), maxTaskRetryCount: order.retries }
});
const resourceFile = ({ url, path, identity }) => ({
    httpUrl: url,
    filePath: path,
    ...byIdentity(identity)
});
const outputFile = (file) => ({
    filePattern: file.pattern,
    destination: {
        container: {
            containerUrl: file.containerUrl,
            path: file.path,
            ...byIdentity(file.identity)
        }
    },
    uploadOptions: { uploadCondition: file.when === 'failed' ? 'taskfailure' : 'taskcompletion' }
});
const byIdentity = (resourceId) => resourceId === null ? {} : { identityReference: { resourceId } };
/** What `taskStanding` looks at, as a list is asked for it. */
const TASK_FIELDS = 'id,state,executionInfo,nodeInfo';
/** How a task stands. */
const taskStanding = ({ id, state, executionInfo, nodeInfo }) => {
    const failure = executionInfo?.failureInfo;
    return {
        id: id ?? '',
        state: (state ?? '').toLowerCase(),
        succeeded: executionInfo?.result?.toLowerCase() === 'success',
        exitCode: executionInfo?.exitCode ?? null,
        failure: failure === undefined
            ? null
            : {
                category: (failure.category ?? '').toLowerCase(),
                code: failure.code ?? '',
                message: said(failure.message ?? ''),
                details: detailsSaid(failure.details)
            },
        retries: executionInfo?.retryCount ?? 0,
        requeues: executionInfo?.requeueCount ?? 0,
        node: nodeInfo?.nodeId ?? null,
        started: executionInfo?.startTime ?? null,
        ended: executionInfo?.endTime ?? null
    };
};
/** How many tasks of a job stand how. */
const taskCounts = ({ taskCounts: counts }) => ({
    active: counts.active,
    running: counts.running,
    succeeded: counts.succeeded,
    failed: counts.failed
});

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/credentials.js
/** The scope of the Batch service. The double slash is needed: the service compares the audience with its slash. */
const BATCH_SCOPE = 'https://batch.core.windows.net//.default';
/** The scope of Azure Storage. */
const STORAGE_SCOPE = 'https://storage.azure.com/.default';

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/backends/azure-batch/client/failure.js


/** Ways in which a connection breaks that the next one may be spared. */
const BROKEN = new Set([
    ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'],
    ...['EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN']
]);
/** Answers that the same request may be spared next time. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);
/** Whether the same request may be answered well a little later. */
const passes = ({ status, code }) => status === null ? BROKEN.has(code) : PASSING.has(status);
/** The failure that no answer within the limit of a request is. */
const TOO_LATE = {
    status: null,
    code: 'ETIMEDOUT',
    message: '',
    details: '',
    retryAfter: null
};
/** The body of a refusal; an answer without one, or with something else, says nothing. */
const refusalSchema = dist/* fallback */.NpB(dist/* object */.Ikc({
    message: dist/* optional */.lqM(dist/* object */.Ikc({ value: dist/* optional */.lqM(dist/* string */.YjP(), '') }), {}),
    values: dist/* optional */.lqM(dist/* array */.YOg(dist/* object */.Ikc({ key: dist/* optional */.lqM(dist/* string */.YjP(), ''), value: dist/* optional */.lqM(dist/* string */.YjP(), '') })), [])
}), { message: { value: '' }, values: [] });
/** A failure as the client throws it; null where the error is none of the service and of the way to it. */
function failureOf(error) {
    if (!(error instanceof Error))
        return null;
    const { name, message, code, statusCode, body, response } = error;
    const status = typeof statusCode === 'number' ? statusCode : (response?.status ?? null);
    const word = wordOf(code, message);
    if (status === null && name !== 'FetchError' && word !== 'ENOTFOUND' && !BROKEN.has(word))
        return null;
    const refusal = dist/* parse */.qgA(refusalSchema, body);
    return {
        status,
        code: word,
        message: said(refusal.message.value),
        details: detailsSaid(refusal.values),
        retryAfter: milliseconds(response?.headers.get('retry-after'))
    };
}
/** The client has words of its own, in capitals with underscores, which say nothing; one of them hides `ENOTFOUND`. */
function wordOf(code, message) {
    if (code === 'REQUEST_SEND_ERROR' && String(message).includes('ENOTFOUND'))
        return 'ENOTFOUND';
    return typeof code !== 'string' || /^(?:REQUEST|PARSE)_/.test(code) ? '' : code;
}
/** `Retry-After` gives seconds, or a date. */
function milliseconds(retryAfter) {
    if (retryAfter === undefined || retryAfter.trim() === '')
        return null;
    const seconds = Number(retryAfter);
    const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
    return Number.isNaN(wait) ? null : Math.max(0, wait);
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/request.js





/** Opens the door to the service at a host. */
const asker = ({ host, credential, patience, requestTimeout }) => (wanted, signal, call, limit = requestTimeout) => {
    const refreshed = refresher(credential);
    return persistently(patience, signal, async () => {
        const outcome = await within(limit, signal, call);
        if ('value' in outcome)
            return outcome.value;
        const problem = serviceProblem(outcome, wanted, host);
        if (passes(outcome))
            throw new Passing(problem, outcome.retryAfter);
        if (refreshed(outcome))
            throw new Passing(problem, 0);
        throw problem;
    });
};
/** Drops a token that the service does not take any more; true the first time. The clock that ends it is the service's. */
function refresher(credential) {
    let done = false;
    return ({ status }) => {
        if (done || status !== 401 || credential.kind !== 'token')
            return false;
        done = true;
        credential.token.forget?.(BATCH_SCOPE);
        return credential.token.forget !== undefined;
    };
}
/** Makes one request, which ends at the latest with the limit or the signal. */
async function within(limit, signal, call) {
    const request = new AbortController();
    const stop = () => request.abort(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    let late = false;
    const clock = setTimeout(() => {
        late = true;
        request.abort(new Error('The request took too long.'));
    }, limit);
    try {
        return { value: await call(request.signal) };
    }
    catch (error) {
        signal.throwIfAborted();
        const failure = late ? TOO_LATE : failureOf(error);
        // The client's own error carries the request with the signature in it: it goes no further.
        if (failure !== null)
            return failure;
        throw error;
    }
    finally {
        clearTimeout(clock);
        signal.removeEventListener('abort', stop);
    }
}
/** What a call gives, or something else where the service answers with one of these words. */
async function unless(codes, otherwise, call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof problem/* AzureProblem */.J && codes.includes(error.code))
            return otherwise;
        throw error;
    }
}
/** All of a list, page after page. Each page is a call of its own, so that a broken one is not begun from the start. */
async function allOf(asking, wanted, signal, pages) {
    const found = [];
    let page = await asking(wanted, signal, pages.first);
    for (;;) {
        found.push(...page);
        const link = page.odatanextLink;
        if (link === undefined)
            return found;
        page = await asking(wanted, signal, (abortSignal) => pages.next(link, abortSignal));
    }
}
/** A text as a filter has it. */
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/job-operations.js




/** How the service says that a job has ended, or is about to. */
const ENDED = ['JobCompleted', 'JobTerminating', 'JobBeingTerminated'];
/** How it says that it is gone, or is about to be. */
const GONE = ['JobNotFound', 'JobBeingDeleted'];
/** Which tasks of a job a list is to have. */
const FILTERS = {
    all: undefined,
    failed: "executionInfo/result eq 'failure'",
    unfinished: "state ne 'completed'"
};
/** The operations on jobs and tasks. */
const jobOperations = (client, asking, { host, patience, timeout }) => ({
    addJob: (order, signal) => unless(['JobExists'], 'exists', asking(`add the job ${order.id}`, signal, async (abortSignal) => {
        await client.job.add(jobBody(order), { abortSignal });
        return 'added';
    })),
    job: (id, signal) => unless(['JobNotFound'], null, asking(`show the job ${id}`, signal, async (abortSignal) => jobStanding(await client.job.get(id, { abortSignal })))),
    jobs: async (prefix, signal) => {
        const jobListOptions = { filter: `startswith(id,${quoted(prefix)})` };
        const jobs = await allOf(asking, `list the jobs ${prefix}…`, signal, {
            first: (abortSignal) => client.job.list({ jobListOptions, abortSignal }),
            next: (link, abortSignal) => client.job.listNext(link, { abortSignal })
        });
        return jobs.map(jobStanding);
    },
    // Told twice, since the first answer was lost, the service may say that the job has ended meanwhile.
    endWhenDone: (id, signal) => unless(ENDED, undefined, asking(`end the job ${id} with its tasks`, signal, async (abortSignal) => {
        await client.job.patch(id, { onAllTasksComplete: 'terminatejob' }, { abortSignal });
    })),
    terminateJob: (id, terminateReason, signal) => unless([...ENDED, ...GONE], undefined, asking(`terminate the job ${id}`, signal, async (abortSignal) => {
        await client.job.terminate(id, { terminateReason, abortSignal });
    })),
    deleteJob: (id, signal) => unless(GONE, undefined, asking(`delete the job ${id}`, signal, async (abortSignal) => {
        await client.job.deleteMethod(id, { abortSignal });
    })),
    addTasks: (jobId, tasks, signal) => {
        const send = (bodies) => asking(`add ${bodies.length === 1 ? 'a task' : `${bodies.length} tasks`} to the job ${jobId}`, signal, async (abortSignal) => {
            const { value = [] } = await client.task.addCollection(jobId, bodies, { abortSignal });
            return value;
        }, timeout);
        return addAll(tasks.map(taskBody), { jobId, host, patience, send }, signal);
    },
    taskCounts: (jobId, signal) => asking(`count the tasks of the job ${jobId}`, signal, async (abortSignal) => taskCounts(await client.job.getTaskCounts(jobId, { abortSignal }))),
    tasks: async (jobId, which, signal) => {
        const filter = FILTERS[which];
        const taskListOptions = { select: TASK_FIELDS, ...(filter === undefined ? {} : { filter }) };
        const tasks = await allOf(asking, `list the tasks of the job ${jobId}`, signal, {
            first: (abortSignal) => client.task.list(jobId, { taskListOptions, abortSignal }),
            next: (link, abortSignal) => client.task.listNext(link, { abortSignal })
        });
        return tasks.map(taskStanding);
    },
    taskFileTail: (jobId, taskId, path, bytes, signal) => fileTail({
        name: `the file ${path} of the task ${taskId} of the job ${jobId}`,
        size: async (abortSignal) => {
            const { contentLength } = await client.file.getPropertiesFromTask(jobId, taskId, path, {
                abortSignal
            });
            return contentLength;
        },
        read: async (ocpRange, abortSignal) => {
            const options = { fileGetFromTaskOptions: { ocpRange }, abortSignal };
            return (await client.file.getFromTask(jobId, taskId, path, options)).readableStreamBody;
        }
    }, bytes, asking, signal)
});

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/pool-operations.js



/** What `nodeStanding` looks at: a node says far more. */
const NODE_FIELDS = 'id,state,isDedicated,vmSize,startTaskInfo,errors';
/** The operations on pools and nodes. */
const poolOperations = (client, asking) => ({
    supportedImages: async (signal) => {
        const images = await allOf(asking, 'list the images that it supports', signal, {
            first: (abortSignal) => client.account.listSupportedImages({ abortSignal }),
            next: (link, abortSignal) => client.account.listSupportedImagesNext(link, { abortSignal })
        });
        return images.map(supportedImage);
    },
    addPool: (order, signal) => unless(['PoolExists'], 'exists', asking(`add the pool ${order.id}`, signal, async (abortSignal) => {
        await client.pool.add(poolBody(order), { abortSignal });
        return 'added';
    })),
    pool: (id, signal) => unless(['PoolNotFound'], null, asking(`show the pool ${id}`, signal, async (abortSignal) => poolStanding(await client.pool.get(id, { abortSignal })))),
    pools: async (prefix, signal) => {
        const poolListOptions = { filter: `startswith(id,${quoted(prefix)})` };
        const pools = await allOf(asking, `list the pools ${prefix}…`, signal, {
            first: (abortSignal) => client.pool.list({ poolListOptions, abortSignal }),
            next: (link, abortSignal) => client.pool.listNext(link, { abortSignal })
        });
        return pools.map(poolStanding);
    },
    deletePool: (id, signal) => unless(['PoolNotFound', 'PoolBeingDeleted'], undefined, asking(`delete the pool ${id}`, signal, async (abortSignal) => {
        await client.pool.deleteMethod(id, { abortSignal });
    })),
    nodeCounts: async (poolId, signal) => {
        const accountListPoolNodeCountsOptions = { filter: `poolId eq ${quoted(poolId)}` };
        const [counts] = await allOf(asking, `count the nodes of the pool ${poolId}`, signal, {
            first: (abortSignal) => client.account.listPoolNodeCounts({ accountListPoolNodeCountsOptions, abortSignal }),
            next: (link, abortSignal) => client.account.listPoolNodeCountsNext(link, { abortSignal })
        });
        return counts === undefined ? null : nodeCounts(counts);
    },
    nodes: async (poolId, signal) => {
        const computeNodeListOptions = { select: NODE_FIELDS };
        const nodes = await allOf(asking, `list the nodes of the pool ${poolId}`, signal, {
            first: (abortSignal) => client.computeNode.list(poolId, { computeNodeListOptions, abortSignal }),
            next: (link, abortSignal) => client.computeNode.listNext(link, { abortSignal })
        });
        return nodes.map(nodeStanding);
    },
    nodeFileTail: (poolId, nodeId, path, bytes, signal) => fileTail({
        name: `the file ${path} of the node ${nodeId}`,
        size: async (abortSignal) => {
            const options = { abortSignal };
            return (await client.file.getPropertiesFromComputeNode(poolId, nodeId, path, options))
                .contentLength;
        },
        read: async (ocpRange, abortSignal) => {
            const options = { fileGetFromComputeNodeOptions: { ocpRange }, abortSignal };
            return (await client.file.getFromComputeNode(poolId, nodeId, path, options))
                .readableStreamBody;
        }
    }, bytes, asking, signal)
});

// EXTERNAL MODULE: ./node_modules/@azure/batch/dist/batch.js
var batch = __webpack_require__(3949);
// EXTERNAL MODULE: ./build/settings/parse-azure.js
var parse_azure = __webpack_require__(7653);
;// CONCATENATED MODULE: ./build/backends/azure-batch/client/sdk-client.js




/**
 * Microsoft's client, which tries nothing twice: its own policy waits two minutes, whatever the service asks for.
 *
 * @throws AzureProblem where a token would go over a connection that anybody can read
 */
function sdkClient(endpoint, credential, apiVersion) {
    const { protocol, hostname } = new URL(endpoint);
    if (credential.kind === 'token' && protocol !== 'https:' && !parse_azure/* LOOPBACK */.Ws.test(hostname)) {
        throw new problem/* AzureProblem */.J('bad-request', '', `A token is sent over https only, and batch-endpoint is ${endpoint}. Name its https address.`);
    }
    const client = new batch.BatchServiceClient(signerOf(credential), endpoint.replace(/\/+$/, ''), {
        noRetryPolicy: true,
        clientRequestIdHeaderName: 'client-request-id'
    });
    client.apiVersion = apiVersion;
    return client;
}
const signerOf = (credential) => credential.kind === 'token'
    ? bearer(credential.token)
    : new batch.BatchSharedKeyCredentials(credential.account, credential.key);
/** Signs by a token. The client would take our source as it is, and ask it for a token of another service. */
const bearer = (tokens) => ({
    signRequest: async (request) => {
        const { abortSignal } = request;
        const signal = abortSignal instanceof AbortSignal ? abortSignal : new AbortController().signal;
        const { token } = await tokens(BATCH_SCOPE, signal);
        request.headers.set('authorization', `Bearer ${token}`);
        return request;
    }
});

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/open-batch-service.js




const MINUTE = 60_000;
/**
 * Opens a Batch account by Microsoft's client; nothing is asked of it yet.
 *
 * @throws AzureProblem where a token would have to go over a connection that anybody can read
 */
function openBatchService({ endpoint, credential, apiVersion, patience = 5 * MINUTE, requestTimeout = MINUTE }) {
    const { host } = new URL(endpoint);
    const client = sdkClient(endpoint, credential, apiVersion);
    const asking = asker({ host, credential, patience, requestTimeout });
    const adding = { host, patience, timeout: 2 * requestTimeout };
    return { ...poolOperations(client, asking), ...jobOperations(client, asking, adding) };
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/az-login.js

/** How long az may take, in milliseconds: it starts slowly, and may have to ask Entra. */
const LIMIT = 60_000;
const OTHER_WAYS = 'or name tenant-id and client-id of an application, or batch-account-key and storage-account-key';
/** Asks az for tokens of whoever is logged in there: at a desk. */
function azLogin(tenantId) {
    return async (scope, signal) => {
        const { AzureCliCredential } = await __webpack_require__.e(/* import() */ 952).then(__webpack_require__.bind(__webpack_require__, 3952));
        try {
            const credential = new AzureCliCredential({
                ...(tenantId === null ? {} : { tenantId }),
                processTimeoutInMs: LIMIT
            });
            const { token, expiresOnTimestamp } = await credential.getToken(scope);
            return { token, expires: new Date(expiresOnTimestamp) };
        }
        catch (error) {
            signal.throwIfAborted();
            throw azProblem(error instanceof Error ? error.message : String(error), tenantId);
        }
    };
}
/** The credential gives no codes, so its words are all that tells its failures apart. */
function azProblem(said, tenantId) {
    const code = /\bAADSTS\d+/.exec(said)?.[0] ?? '';
    const login = tenantId === null ? 'az login' : `az login --tenant ${tenantId}`;
    return new problem/* AzureProblem */.J('refused', code, sentence(said, login));
}
function sentence(said, login) {
    if (said.includes('could not be found'))
        return `There is no az here to give a token of Azure. Install it and run \`${login}\`, ${OTHER_WAYS}.`;
    if (said.includes("'az login'"))
        return `az is not logged in to Azure here, or its login has ended (one that came from GitHub's identity token ends soon and cannot be renewed). Run \`${login}\`, ${OTHER_WAYS}.`;
    return `az gave no token: ${lastLine(said)} Run \`${login}\` again, ${OTHER_WAYS}.`;
}
/** What went wrong stands at the end of what az prints, after its warnings. */
function lastLine(said) {
    const line = said
        .trim()
        .split(/\s*\n\s*/)
        .at(-1) ?? '';
    return /[.!?]$/.test(line) ? line : `${line}.`;
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/account-names.js

/**
 * The name of a Batch account, which its key goes with.
 *
 * @throws AzureProblem where neither the endpoint nor the setting says it
 */
function batchAccountName(endpoint, told) {
    const name = told ?? /^([a-z0-9]{3,24})\..+\.batch\./i.exec(hostOf(endpoint))?.[1];
    if (name !== undefined)
        return name;
    throw new problem/* AzureProblem */.J('bad-request', '', `batch-endpoint ${endpoint} does not say the account's name, which goes with batch-account-key. Name it in batch-account.`);
}
/**
 * The name of a storage account: the end of its endpoint's path, as stand-ins have it, or the beginning of its host.
 *
 * @throws AzureProblem where the endpoint does not say it
 */
function storageAccountName(endpoint) {
    const path = URL.canParse(endpoint) ? new URL(endpoint).pathname.split('/') : [];
    const name = path.filter(Boolean).at(-1) ?? /^([a-z0-9]{3,24})\.(?:.+\.)?blob\./i.exec(hostOf(endpoint))?.[1];
    if (name !== undefined)
        return name;
    throw new problem/* AzureProblem */.J('bad-request', '', `storage-endpoint ${endpoint} does not say the account's name, which goes with storage-account-key. Name an endpoint like https://NAME.blob.core.windows.net, or one with the account in its path.`);
}
const hostOf = (endpoint) => URL.canParse(endpoint) ? new URL(endpoint).hostname : '';

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/choose.js


/**
 * Chooses for each service how we prove who we are: its key where one is named, else tokens.
 *
 * @throws AzureProblem where there is no way
 */
function chooseWays(settings, place) {
    const { batchEndpoint, batchAccount, batchAccountKey, storageEndpoint, storageAccountKey } = settings;
    return {
        batch: batchAccountKey
            ? {
                kind: 'shared-key',
                account: batchAccountName(batchEndpoint, batchAccount),
                key: batchAccountKey
            }
            : tokenWay(settings, place),
        storage: storageAccountKey
            ? {
                kind: 'shared-key',
                account: storageAccountName(storageEndpoint),
                key: storageAccountKey
            }
            : tokenWay(settings, place)
    };
}
/** An identity token goes before a secret, which lives long and can be lost; az knows only whoever sits at the desk. */
function tokenWay({ tenantId, clientId }, place) {
    if (tenantId === null || clientId === null)
        return { kind: 'az-login', tenantId };
    const application = { tenantId, clientId };
    if (place.identityToken)
        return { kind: 'federated', application };
    if (place.clientSecret !== null)
        return { kind: 'client-secret', application, secret: place.clientSecret };
    if (!place.onGitHub)
        return { kind: 'az-login', tenantId };
    throw new problem/* AzureProblem */.J('refused', '', 'tenant-id and client-id are named, but GitHub gives this job no identity token to prove itself to Entra. Give the job `permissions: id-token: write`. A pull request from a fork never gets one: there, run the job on another event.');
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/entra-line.js

/** A request to Entra may take this long with all its repetitions, in milliseconds. */
const entra_line_LIMIT = 60_000;
/**
 * A step among a credential's requests that does what the credential itself does not: it cancels them with our signal,
 * and keeps what Entra really said, of which the credential's error tells only a part.
 *
 * @param limit milliseconds
 */
function lineToEntra(signal, limit = entra_line_LIMIT) {
    let refusal = null;
    return {
        refusal: () => refusal,
        policy: {
            position: 'perCall',
            policy: {
                name: 'line-to-entra',
                sendRequest: async (request, next) => {
                    // Not the request's own timeout: its timer lives on after a failure, and the process with it.
                    const late = AbortSignal.timeout(limit);
                    request.abortSignal = AbortSignal.any([signal, late]);
                    try {
                        const response = await next(request);
                        refusal = response.status < 400 ? null : refusalIn(response);
                        return response;
                    }
                    catch (error) {
                        const { code, message } = error;
                        const word = late.aborted ? 'ETIMEDOUT' : (code ?? '');
                        refusal = { status: null, code: word, description: message };
                        throw error;
                    }
                }
            }
        }
    };
}
function refusalIn({ status, bodyAsText }) {
    const description = descriptionIn(bodyAsText ?? '');
    const code = /\bAADSTS\d+/.exec(description)?.[0] ?? '';
    return { status, code, description: description || `HTTP ${status}` };
}
/** Entra answers so; what stands between us and it may answer anything. */
const Answer = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({ error_description: dist/* string */.YjP() }));
function descriptionIn(body) {
    const { success, output } = dist/* safeParse */.xLC(Answer, body);
    return success ? output.error_description : '';
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/entra-problem.js

/** Whom an identity token is meant for: Entra, which gives another token for it. */
const AUDIENCE = 'api://AzureADTokenExchange';
/** What can be done about a refusal, by Entra's own word for it. */
const REMEDIES = {
    AADSTS70021: addCredential,
    AADSTS700211: addCredential,
    AADSTS700212: addCredential,
    AADSTS700213: addCredential,
    AADSTS700016: ({ clientId, tenantId }) => `There is no application ${clientId} in the tenant ${tenantId}: check client-id and tenant-id.`,
    AADSTS7000229: ({ clientId, tenantId }) => `The application ${clientId} has no service principal in the tenant ${tenantId}: make one (az ad sp create --id ${clientId}), or check tenant-id.`,
    AADSTS90002: ({ tenantId }) => `There is no tenant ${tenantId}: check tenant-id.`,
    AADSTS900023: ({ tenantId }) => `${tenantId} is neither the id nor the domain of a tenant: check tenant-id.`,
    AADSTS700024: () => 'The identity token was past its end when Entra looked at it, and it was asked for just before: check the clock of this machine.',
    AADSTS7000215: ({ clientId }) => `AZURE_CLIENT_SECRET is not a secret of the application ${clientId}: it must be the value of the secret, not its id.`,
    AADSTS7000222: ({ clientId }) => `The secret of the application ${clientId} is past its end: make another and put it into AZURE_CLIENT_SECRET, or use a federated credential, which has none.`,
    AADSTS500011: () => 'The tenant does not know the service: check tenant-id, and that the subscription has the provider Microsoft.Batch registered (az provider register --namespace Microsoft.Batch).'
};
/** What can be done where Entra is silent, or busy. */
const NETWORK = 'Check the network, and AZURE_AUTHORITY_HOST where it is set.';
/** A refusal by Entra in a sentence, with what to do. */
function entraProblem(refusal, asker) {
    const { status, code, description } = refusal;
    const silent = code !== '' && status === null;
    const busy = status !== null && (status === 408 || status === 429 || status >= 500);
    if (silent || busy) {
        const reason = silent ? code : code || `HTTP ${status}`;
        return new problem/* AzureProblem */.J('unavailable', code, `Entra gave no token (${reason}). ${NETWORK}`);
    }
    const remedy = REMEDIES[code]?.(asker) ?? `Check tenant-id ${asker.tenantId} and client-id ${asker.clientId}.`;
    return new problem/* AzureProblem */.J('refused', code, `Entra gave no token to the application ${asker.clientId}: ${firstSentence(description)} ${remedy}`);
}
/** A federated credential is matched by three texts, letter by letter. */
function addCredential({ clientId, speaker }) {
    const issuer = speaker?.issuer ?? 'https://token.actions.githubusercontent.com';
    const subject = speaker === null ? 'of this workflow' : speaker.subject;
    return `No federated credential of the application ${clientId} matches this workflow's identity token. Add one with exactly the subject ${subject}, the issuer ${issuer} and the audience ${AUDIENCE} (portal: App registrations, Certificates & secrets, Federated credentials).`;
}
/** What Entra said, without the ids and times that follow. */
function firstSentence(description) {
    const said = description.split(/\s*(?:Trace ID:|Correlation ID:|Timestamp:|[\r\n])/)[0] ?? '';
    return /[.!?]$/.test(said) ? said : `${said}.`;
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/entra.js


/** Where Microsoft keeps its directories. Any other place cannot be looked up there. */
const MICROSOFT_HOSTS = [
    'login.microsoftonline.com',
    'login.microsoftonline.us',
    'login.partner.microsoftonline.cn',
    'login.chinacloudapi.cn'
];
/**
 * Asks Entra for a token by one of Microsoft's credentials. Each request has a credential of its own: they keep tokens
 * themselves, and would give again one that a service has called expired.
 *
 * @throws AzureProblem with what to do; the signal's reason where it fires
 */
async function askEntra(request, credential) {
    const { env, signal, scope, application, speaker } = request;
    const line = lineToEntra(signal);
    try {
        const options = { ...authority(env), additionalPolicies: [line.policy] };
        const given = await credential(options).getToken(scope);
        if (given === null)
            throw new Error('it answered without a token');
        return { token: given.token, expires: new Date(given.expiresOnTimestamp) };
    }
    catch (error) {
        signal.throwIfAborted();
        // The error stays out of the problem: it may carry the request, and with it what we proved ourselves by.
        throw entraProblem(line.refusal() ?? unexplained(error), { ...application, speaker });
    }
}
/** `AZURE_AUTHORITY_HOST` is the variable by which every client of Azure learns of another Entra than the public one. */
function authority(env) {
    const host = env['AZURE_AUTHORITY_HOST'];
    if (!host)
        return {};
    const known = URL.canParse(host) && MICROSOFT_HOSTS.includes(new URL(host).hostname);
    return { authorityHost: host, disableInstanceDiscovery: !known };
}
const unexplained = (error) => ({
    status: null,
    code: '',
    description: error instanceof Error ? error.message : String(error)
});

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/client-secret.js

/** Asks for tokens as an application that has a secret: for places that have no identity token. */
function clientSecret(application, secret, env) {
    return async (scope, signal) => {
        const { ClientSecretCredential } = await __webpack_require__.e(/* import() */ 952).then(__webpack_require__.bind(__webpack_require__, 3952));
        const { tenantId, clientId } = application;
        return askEntra({ application, scope, speaker: null, env, signal }, (options) => new ClientSecretCredential(tenantId, clientId, secret, options));
    };
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/federated.js



/**
 * Asks for tokens as an application that trusts this workflow, by a federated credential: no secret is kept anywhere.
 * GitHub's identity token lives five minutes, so each request has one of its own.
 */
function federated(application, identityToken, env) {
    return async (scope, signal) => {
        const assertion = await identityToken(AUDIENCE, signal);
        const { ClientAssertionCredential } = await __webpack_require__.e(/* import() */ 952).then(__webpack_require__.bind(__webpack_require__, 3952));
        const request = { application, scope, speaker: speakerOf(assertion), env, signal };
        const { tenantId, clientId } = application;
        return askEntra(request, 
        // It calls for the assertion twice a token, and would not let us cancel the call.
        (options) => new ClientAssertionCredential(tenantId, clientId, async () => assertion, options));
    };
}
/** The fields of an identity token that a federated credential is matched by. */
const Claims = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({ iss: dist/* string */.YjP(), sub: dist/* string */.YjP() }));
/** Whom an identity token speaks of and who says so, neither of them a secret; null where it cannot be read. */
function speakerOf(token) {
    const fields = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    const { success, output } = dist/* safeParse */.xLC(Claims, fields);
    return success ? { issuer: output.iss, subject: output.sub } : null;
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/token-cache.js
/** A token is replaced this many milliseconds before its end: a request that it opens may take a while. */
const MARGIN = 5 * 60_000;
/**
 * Keeps the token of each scope until five minutes before its end, or for half of its life where it lives shorter than
 * ten minutes. Whoever wants one while it is being asked for waits for the same answer; who stops waiting stops alone,
 * and the request is given up when nobody waits for it any more. A failure is not kept.
 *
 * @param now the clock, in milliseconds
 */
function tokenCache(ask, now = Date.now) {
    const kept = new Map();
    const underWay = new Map();
    const keep = (scope, token) => {
        const end = token.expires.getTime();
        kept.set(scope, { token, until: end - Math.min(MARGIN, (end - now()) / 2) });
        return token;
    };
    const begin = (scope) => {
        const call = new AbortController();
        const answer = ask(scope, call.signal).then((token) => keep(scope, token));
        const asking = { answer, call, waiting: 0 };
        underWay.set(scope, asking);
        return asking;
    };
    const waitFor = async (scope, asking, signal) => {
        asking.waiting++;
        try {
            return await unlessAborted(asking.answer, signal);
        }
        finally {
            asking.waiting--;
            if (asking.waiting === 0) {
                asking.call.abort();
                if (underWay.get(scope) === asking)
                    underWay.delete(scope);
            }
        }
    };
    const source = async (scope, signal) => {
        signal.throwIfAborted();
        const known = kept.get(scope);
        if (known && now() < known.until)
            return known.token;
        return await waitFor(scope, underWay.get(scope) ?? begin(scope), signal);
    };
    return Object.assign(source, { forget: (scope) => void kept.delete(scope) });
}
/** The answer, or the signal's reason if that comes first. */
function unlessAborted(answer, signal) {
    return new Promise((resolve, reject) => {
        const stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
        answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
}

// EXTERNAL MODULE: ./node_modules/@azure/storage-blob/dist/esm/index.js + 153 modules
var esm = __webpack_require__(8347);
;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/storage-problem.js


/** What can be done about a refusal, by Azure's own word for it. */
const storage_problem_REMEDIES = {
    AuthorizationPermissionMismatch: 'Give the application the role Storage Blob Data Contributor on the storage account (it takes some minutes to count).',
    AuthorizationFailure: 'The network rules of the storage account shut this machine out (see Networking: public network access), or the role Storage Blob Data Contributor is missing.',
    AuthenticationFailed: 'Check storage-account-key and the name of the account, and whether the clock of this machine is right.',
    InvalidAuthenticationInfo: 'Check tenant-id and client-id, and that the storage account belongs to that tenant.',
    NoAuthenticationInformation: 'Name storage-account-key, or tenant-id and client-id of an application that may use the account.',
    KeyBasedAuthenticationNotPermitted: 'The storage account takes no keys: use tenant-id and client-id instead of storage-account-key.',
    AccountIsDisabled: 'The storage account is disabled: look at it in the portal.',
    AccountBeingCreated: 'The storage account is being made: try again in some minutes.',
    ContainerNotFound: 'The container is gone: the run has ended, or was swept.',
    ContainerBeingDeleted: 'A container of that name is being deleted, which takes Azure half a minute or more: try again.'
};
/** What can be done where Azure's own word says nothing. */
const REMEDIES_BY_KIND = {
    refused: 'Check storage-account-key, or the role Storage Blob Data Contributor of the application.',
    'not-found': 'Check storage-endpoint.',
    unavailable: 'Check storage-endpoint and the network, or try again later.'
};
/**
 * An error of Azure's storage client in our words. What is no answer of the service, such as a file here that cannot be
 * read, stays as it is.
 *
 * @param wanted what was asked for, such as `read the blob in/1.tar`
 */
function storageProblem(error, wanted, host) {
    if (!(error instanceof esm/* RestError */.pj))
        return error;
    const { statusCode } = error;
    const code = codeOf(error);
    const kind = storage_problem_kindOf(statusCode, code);
    const remedy = storage_problem_REMEDIES[code] ?? REMEDIES_BY_KIND[kind] ?? '';
    return new problem/* AzureProblem */.J(kind, code, `Azure Storage did not ${wanted} at ${host} (${storage_problem_reason(error, code)}). ${remedy}`.trim(), { cause: error });
}
/** Azure's own word stands in the answer's body, or in a header where there is none. */
function codeOf({ code, details }) {
    const told = details;
    for (const one of [told?.errorCode, told?.code, code])
        if (typeof one === 'string')
            return one;
    return '';
}
function storage_problem_kindOf(status, code) {
    if (code === 'ENOTFOUND')
        return 'not-found';
    if (status === undefined || status === 408 || status === 429 || status >= 500)
        return 'unavailable';
    if (status === 401 || status === 403)
        return 'refused';
    if (status === 404)
        return 'not-found';
    return status === 409 || status === 412 ? 'conflict' : 'bad-request';
}
function storage_problem_reason({ statusCode, message }, code) {
    if (code === 'ENOTFOUND')
        return 'no storage account has that name';
    if (statusCode === undefined)
        return code || (message.split('\n')[0] ?? '');
    return `${statusCode}${code && ` ${code}`}`;
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/request.js




/**
 * Calls to the account of a host.
 *
 * @param patience milliseconds
 */
function request_asker(host, patience) {
    const once = async (wanted, signal, call) => {
        signal.throwIfAborted();
        try {
            return await call();
        }
        catch (error) {
            signal.throwIfAborted();
            throw storageProblem(error, wanted, host);
        }
    };
    return {
        once,
        persistently: (wanted, signal, call) => persistently(patience, signal, () => once(wanted, signal, call).catch((error) => {
            throw isPassing(error) ? new Passing(error, null) : error;
        }))
    };
}
/** Who gives us tokens has a patience of its own: only what storage itself said, or did not, is asked for again. */
const isPassing = (error) => error instanceof problem/* AzureProblem */.J && error.kind === 'unavailable' && error.cause instanceof esm/* RestError */.pj;

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/run-container.js



/** A container that is being deleted is looked for again after this part of our patience, so often: a minute in all. */
const WAIT = 1 / 75;
const MOST_WAITS = 15;
/** Uploads in pieces of this size, so that what fails is repeated alone. */
const PIECE = 8 * 1024 * 1024;
/** How often a blob that is torn off on its way goes on where it stood. */
const TORN = 5;
/** The container of a client, whether or not it is there. */
function runContainer(client, { asking, grants, patience }) {
    const name = client.containerName;
    return {
        name,
        url: client.url,
        create: async (metadata, signal) => {
            for (let waits = 0;; waits++) {
                try {
                    return await asking.persistently(`make the container ${name}`, signal, async () => {
                        await client.createIfNotExists({ metadata, abortSignal: signal });
                    });
                }
                catch (error) {
                    if (!isGoing(error) || waits === MOST_WAITS)
                        throw error;
                    await (0,promises_.setTimeout)(patience * WAIT, undefined, { signal }).catch(() => signal.throwIfAborted());
                }
            }
        },
        putFile: (blob, file, signal) => asking.persistently(`take the blob ${name}/${blob}`, signal, async () => {
            await client.getBlockBlobClient(blob).uploadFile(file, {
                blockSize: PIECE,
                maxSingleShotSize: PIECE,
                concurrency: 4,
                abortSignal: signal
            });
        }),
        putBytes: (blob, bytes, signal) => asking.persistently(`take the blob ${name}/${blob}`, signal, async () => {
            const options = { abortSignal: signal };
            await client.getBlockBlobClient(blob).upload(bytes, bytes.length, options);
        }),
        get: (blob, signal) => getBlob(client, blob, asking, signal),
        list: (prefix, signal) => asking.persistently(`list the blobs ${name}/${prefix}…`, signal, async () => {
            const found = [];
            for await (const item of client.listBlobsFlat({ prefix, abortSignal: signal }))
                found.push(item.name);
            return found;
        }),
        readUrl: (blob, until, signal) => asking.persistently(`give the right to read ${name}/${blob}`, signal, async () => `${client.getBlobClient(blob).url}?${await grants.read(name, blob, until, signal)}`),
        writeUrl: (until, signal) => asking.persistently(`give the right to write into ${name}`, signal, async () => `${client.url}?${await grants.write(name, until, signal)}`),
        remove: async (signal) => {
            try {
                await asking.persistently(`delete the container ${name}`, signal, () => client.deleteIfExists({ abortSignal: signal }));
            }
            catch (error) {
                if (!isGoing(error))
                    throw error;
            }
        }
    };
}
const isGoing = (error) => error instanceof problem/* AzureProblem */.J && error.code === 'ContainerBeingDeleted';
async function getBlob(client, blob, asking, signal) {
    const wanted = `give the blob ${client.containerName}/${blob}`;
    try {
        const body = await asking.persistently(wanted, signal, async () => {
            const options = { abortSignal: signal, maxRetryRequests: TORN };
            return (await client.getBlobClient(blob).download(0, undefined, options)).readableStreamBody;
        });
        return external_node_stream_.Readable.from(run_container_bytesOf(body, wanted, asking, signal), {
            objectMode: false
        });
    }
    catch (error) {
        if (error instanceof problem/* AzureProblem */.J && error.code === 'BlobNotFound')
            return null;
        throw error;
    }
}
/** The bytes of a blob; what breaks them off is told like the failure of a call. */
async function* run_container_bytesOf(body, wanted, asking, signal) {
    const bytes = body[Symbol.asyncIterator]();
    try {
        for (;;) {
            const next = await asking.once(wanted, signal, () => bytes.next());
            if (next.done)
                return;
            yield next.value;
        }
    }
    finally {
        await bytes.return?.();
    }
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/sas.js

const sas_MINUTE = 60_000;
/** Clocks differ by minutes: a right that begins now may begin in the service's future. */
const SKEW = 5 * sas_MINUTE;
const DAY = 24 * 60 * sas_MINUTE;
/** Azure makes no delegation key that lives longer. */
const sas_LONGEST = 7 * DAY;
/** Rights signed by the account's key, or by a key that Azure gives to whoever has a token. */
function granting(service, credential) {
    const sign = signing(service, credential);
    return {
        read: (containerName, blobName, until, signal) => sign({ containerName, blobName, permissions: esm/* BlobSASPermissions */.vD.parse('r') }, until, signal),
        write: (containerName, until, signal) => sign({ containerName, permissions: esm/* ContainerSASPermissions */.Hk.parse('cw') }, until, signal)
    };
}
function signing(service, credential) {
    const protocol = service.url.startsWith('https:') ? esm/* SASProtocol */.m5.Https : esm/* SASProtocol */.m5.HttpsAndHttp;
    const values = (right, expiresOn) => ({
        ...right,
        startsOn: new Date(Date.now() - SKEW),
        expiresOn,
        protocol
    });
    if (credential.kind === 'shared-key') {
        const key = new esm/* StorageSharedKeyCredential */.Z3(credential.account, credential.key);
        return async (right, until) => (0,esm/* generateBlobSASQueryParameters */.WJ)(values(right, until), key).toString();
    }
    const keys = delegationKeys(service);
    return async (right, until, signal) => {
        const key = await keys(until, signal);
        const end = new Date(Math.min(until.getTime(), key.signedExpiresOn.getTime()));
        const signed = (0,esm/* generateBlobSASQueryParameters */.WJ)(values(right, end), key, service.accountName);
        return signed.toString();
    };
}
/**
 * Delegation keys, each asked for once: a key lives as long as Azure lets it, and serves until a right is wanted that
 * outlives it though a new key would not end so soon.
 */
function delegationKeys(service) {
    let last = null;
    return (until, signal) => {
        const starts = Date.now() - SKEW;
        const ends = starts + sas_LONGEST;
        // A day less than the most is as good as the most: who asks for weeks shall not make a key a call.
        const needed = Math.min(until.getTime(), ends - DAY);
        if (last !== null && last.ends >= needed)
            return last.key;
        const key = service.getUserDelegationKey(new Date(starts), new Date(ends), {
            abortSignal: signal
        });
        const asked = { ends, key };
        last = asked;
        key.catch(() => {
            if (last === asked)
                last = null;
        });
        return key;
    };
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/token-credential.js
/** Our source of tokens as Azure's clients want to have it. */
const tokenCredential = (tokens) => ({
    async getToken(scopes, options) {
        const signal = options?.abortSignal;
        const { token, expires } = await tokens([scopes].flat()[0] ?? '', signal instanceof AbortSignal ? signal : new AbortController().signal);
        return { token, expiresOnTimestamp: expires.getTime() };
    }
});

;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/open-blob-account.js






/** What Microsoft advises. */
const PATIENCE = 5 * 60_000;
/**
 * The client itself repeats a request so often, in a few seconds: one piece of an upload, one page of a list. What
 * lasts longer we repeat, call by call, for as long as our patience lasts.
 */
const TRIES = 4;
/**
 * Opens a storage account by Microsoft's client; nothing is asked of it yet.
 *
 * @throws AzureProblem where a token would have to go over a connection that anybody can read
 */
function openBlobAccount({ endpoint, credential, patience = PATIENCE }) {
    if (credential.kind === 'token' && !endpoint.startsWith('https:')) {
        throw new problem/* AzureProblem */.J('bad-request', '', `A token is sent over https only, and storage-endpoint is ${endpoint}. Name its https address.`);
    }
    const service = new esm/* BlobServiceClient */.wS(endpoint, credential.kind === 'token'
        ? tokenCredential(credential.token)
        : new esm/* StorageSharedKeyCredential */.Z3(credential.account, credential.key), { retryOptions: { maxTries: TRIES, retryDelayInMs: patience / 300 } });
    const asking = request_asker(new URL(endpoint).host, patience);
    const grants = granting(service, credential);
    return {
        container: (name) => runContainer(service.getContainerClient(name), { asking, grants, patience }),
        containers: (prefix, signal) => asking.persistently(`list the containers ${prefix}…`, signal, async () => {
            const found = [];
            const options = { prefix, includeMetadata: true, abortSignal: signal };
            for await (const { name, properties, metadata } of service.listContainers(options))
                found.push({ name, modified: properties.lastModified, metadata: metadata ?? {} });
            return found;
        })
    };
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/account.js







/**
 * Opens both accounts; nothing is asked of the network yet.
 *
 * @throws AzureProblem where the settings leave no way to prove who we are
 */
function openAccount(settings, edges) {
    const ways = waysOf(settings, edges);
    return {
        service: openBatchService({
            endpoint: settings.batchEndpoint,
            credential: credential(ways.batch, edges),
            apiVersion: settings.batchApiVersion
        }),
        blobs: openBlobAccount({
            endpoint: settings.storageEndpoint,
            credential: credential(ways.storage, edges)
        })
    };
}
/**
 * Tokens of the same login for other services of Azure; null where keys open both accounts.
 *
 * @throws AzureProblem where the settings leave no way to prove who we are
 */
function tokensOf(settings, edges) {
    const { batch, storage } = waysOf(settings, edges);
    const way = batch.kind === 'shared-key' ? storage : batch;
    return way.kind === 'shared-key' ? null : tokenCache(asking(way, edges));
}
const waysOf = (settings, { env, identityToken }) => chooseWays(settings, {
    onGitHub: env['GITHUB_ACTIONS'] === 'true',
    identityToken: identityToken !== null,
    clientSecret: env['AZURE_CLIENT_SECRET'] || null
});
function credential(way, edges) {
    if (way.kind === 'shared-key')
        return way;
    return { kind: 'token', token: tokenCache(asking(way, edges)) };
}
function asking(way, { env, identityToken }) {
    if (way.kind === 'az-login')
        return azLogin(way.tenantId);
    if (way.kind === 'client-secret')
        return clientSecret(way.application, way.secret, env);
    if (identityToken === null)
        throw new Error('A place without identity tokens has chosen them.');
    return federated(way.application, identityToken, env);
}


/***/ })

};
