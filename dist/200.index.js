export const id = 200;
export const ids = [200];
export const modules = {

/***/ 44644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ openAccount),
  Z: () => (/* binding */ tokenSource)
});

// EXTERNAL MODULE: ./build/lib/parallel.js
var parallel = __webpack_require__(92257);
// EXTERNAL MODULE: ./build/lib/retry.js
var retry = __webpack_require__(81374);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(90262);
;// CONCATENATED MODULE: ./build/backends/azure-batch/client/messages.js
/** The signature in a SAS URL. The service repeats URLs that it could not read, and its messages are logged. */
const SIGNATURE = /\bsig=[^&\s"'<>]+/gi;
/** Lines that help only Microsoft's support. */
const TRACE = /^(?:RequestId|Time):/;
/** A message of the service on one line, without trace lines and SAS signatures. */
const cleanMessage = (message) => message
    .split('\n')
    .filter((line) => line.trim() !== '' && !TRACE.test(line))
    .join(' ')
    .replace(SIGNATURE, 'sig=…')
    .trim();
/** Error details on one line, `Reason: …; PropertyName: …`; empty if there are none. */
const formatDetails = (details = []) => details
    .map(({ name, key, value = '' }) => cleanMessage(`${name ?? key ?? ''}: ${value}`))
    .join('; ');
/** A message of the service, followed by its details in parentheses. */
function messageWithDetails(message = '', details = []) {
    const more = formatDetails(details);
    return [cleanMessage(message), more && `(${more})`].filter(Boolean).join(' ');
}
/** An error of the service as `CODE: message (details)`. */
const errorText = (code, message, details) => [code, messageWithDetails(message, details)].filter(Boolean).join(': ');

// EXTERNAL MODULE: ./build/lib/http-status.js
var http_status = __webpack_require__(54377);
// EXTERNAL MODULE: ./build/backends/azure-batch/client/remedies.js
var remedies = __webpack_require__(45377);
;// CONCATENATED MODULE: ./build/backends/azure-batch/client/service-problem.js



/**
 * The error for a request that failed.
 *
 * @param action what the request should have done, such as `add the job j`
 */
function serviceProblem(failure, action, host) {
    const { code, message, details } = failure;
    const kind = kindOf(failure);
    const sentences = [
        `Azure Batch did not ${action} at ${host} (${reason(failure)}).`,
        message,
        details && `(${details}).`,
        (0,remedies/* requestRemedy */.i)(kind, code, details)
    ];
    return new problem/* AzureProblem */.J(kind, code, sentences.filter(Boolean).join(' '));
}
function kindOf({ status, code }) {
    if (code === 'ENOTFOUND')
        return 'not-found';
    return code.endsWith('QuotaReached') ? 'quota' : (0,http_status/* statusKind */.B)(status);
}
function reason({ status, code }) {
    if (code === 'ENOTFOUND')
        return 'no Batch account has this host name';
    if (status === null)
        return code || 'the connection failed';
    return `${status}${code && ` ${code}`}`;
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/add-tasks.js





const CONCURRENT_REQUESTS = 4;
const TOO_LARGE_CODES = ['RequestBodyTooLarge', 'RequestEntityTooLarge'];
/** Error codes of a task that mean that the job accepts no tasks at all. */
const JOB_ENDED_CODES = [
    ...['JobCompleted', 'JobTerminating', 'JobBeingTerminated', 'JobBeingDeleted', 'JobNotFound']
];
/**
 * Adds any number of tasks. After a failure no further request is sent, and those in progress are awaited.
 *
 * @throws AzureProblem with the task that was refused; the signal's reason
 */
async function addAll(tasks, target, signal) {
    await (0,parallel/* inParallel */.H)(chunksOf(tasks), CONCURRENT_REQUESTS, (chunk) => addChunk(chunk, target, signal));
}
/** Adds the tasks of one request, or splits them if the service finds the request too large. */
async function addChunk(tasks, target, signal) {
    try {
        await addInOneRequest(tasks, target, signal);
    }
    catch (error) {
        if (!(error instanceof problem/* AzureProblem */.J && TOO_LARGE_CODES.includes(error.code)))
            throw error;
        const [only] = tasks;
        if (tasks.length === 1 && only !== undefined)
            throw tooLarge(only, error);
        for (const half of halves(tasks))
            await addChunk(half, target, signal);
    }
}
/** Repeats the request with the tasks that the service temporarily could not add. */
async function addInOneRequest(tasks, target, signal) {
    let missing = [...tasks];
    await (0,retry/* retry */.L5)((0,retry/* retryFor */.oX)(target.retryLimit), signal, async () => {
        const results = new Map((await target.send(missing)).map((result) => [result.taskId, result]));
        missing = missing.filter(({ id }) => !wasAdded(results.get(id), target));
        const [first] = missing;
        if (first === undefined)
            return;
        throw new retry/* TransientError */.N_(taskProblem(first.id, results.get(first.id), 503, target), null);
    });
}
/**
 * Whether a task is in the job now. A missing result counts as a temporary failure of the service.
 *
 * @throws AzureProblem if the service refuses the task for good
 */
function wasAdded(result, target) {
    const status = result?.status.toLowerCase();
    if (status === 'success' || result?.error?.code === 'TaskExists')
        return true;
    if (result === undefined || status !== 'clienterror')
        return false;
    const jobEnded = JOB_ENDED_CODES.includes(result.error?.code ?? '');
    throw taskProblem(result.taskId, result, jobEnded ? 409 : 400, target);
}
const taskProblem = (id, result, status, { jobId, host }) => serviceProblem({
    status,
    code: result?.error?.code ?? '',
    message: messageWithDetails(result?.error?.message?.value, result?.error?.values),
    details: '',
    retryAfter: null
}, `add the task ${id} to the job ${jobId}`, host);
const tooLarge = ({ id }, cause) => new problem/* AzureProblem */.J('bad-request', cause.code, `The task ${id} alone is larger than Azure Batch accepts. Increase \`partitions\`, so that each task is smaller.`, { cause });
/** The service's limits for one request. */
const MAX_TASKS = 100;
const MAX_BYTES = 1_000_000;
const ENVELOPE = Buffer.byteLength('{"value":[]}');
const COMMA = 1;
/** Splits tasks, in order, into the tasks of each request. A task that exceeds the limit has a request of its own. */
function chunksOf(tasks) {
    const chunks = [];
    let bytes = MAX_BYTES;
    for (const task of tasks) {
        const size = Buffer.byteLength(JSON.stringify(task)) + COMMA;
        const last = chunks.at(-1);
        if (last !== undefined && last.length < MAX_TASKS && bytes + size < MAX_BYTES) {
            last.push(task);
            bytes += size;
        }
        else {
            chunks.push([task]);
            bytes = ENVELOPE + size;
        }
    }
    return chunks;
}
function halves(items) {
    const middle = Math.ceil(items.length / 2);
    return [items.slice(0, middle), items.slice(middle)];
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/file-tail.js

/** The last bytes of a file as text; null if the file, its task or its node no longer exists or is not ready. */
async function fileTail(file, bytes, request, signal) {
    try {
        const size = await request(`return the size of ${file.name}`, signal, file.size);
        if (size === 0)
            return '';
        const start = Math.max(0, size - bytes);
        const range = `bytes=${start}-${size - 1}`;
        const tail = await request(`return ${file.name}`, signal, async (abortSignal) => readBytes(await file.read(range, abortSignal), abortSignal));
        return start === 0 ? tail.toString() : fromCharacterStart(tail).toString();
    }
    catch (error) {
        if (isUnavailable(error))
            return null;
        throw error;
    }
}
/** The response to a HEAD request has no body and so no error code: the status decides. */
const isUnavailable = (error) => error instanceof problem/* AzureProblem */.J &&
    (error.kind === 'conflict' || (error.kind === 'not-found' && error.code !== 'ENOTFOUND'));
async function readBytes(body, signal) {
    const chunks = [];
    for await (const chunk of body ?? [])
        chunks.push(Buffer.from(chunk));
    // A body that the timeout cuts off can end without an error.
    signal.throwIfAborted();
    return Buffer.concat(chunks);
}
/** Drops the rest of a UTF-8 character that the range cut in two. */
function fromCharacterStart(bytes) {
    const start = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80);
    return bytes.subarray(Math.max(0, start));
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/values.js
/** A record as the list of pairs that the service expects. */
const toPairs = (record) => Object.entries(record).map(([name, value]) => ({ name, value }));
/** A list of pairs as a record. */
const fromPairs = (pairs = []) => Object.fromEntries(pairs.map(({ name, value }) => [name, value]));
/** Minutes as an ISO 8601 duration in whole seconds. */
const toDuration = (minutes) => `PT${Math.max(1, Math.ceil(minutes * 60))}S`;

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/pool-mapping.js


/**
 * Maps pools and nodes to the types of the SDK and back. Enum values are compared in lower case, since their letter case
 * differs between versions of the service.
 */
/** A new pool of its own. */
const toPool = (order) => ({
    id: order.id,
    ...toPoolSpecification(order)
});
/** A pool that the service creates for a job. */
const toPoolSpecification = ({ vmSize, image, slots, size, startTask, metadata }) => ({
    vmSize,
    virtualMachineConfiguration: {
        imageReference: { publisher: image.publisher, offer: image.offer, sku: image.sku },
        nodeAgentSKUId: image.nodeAgent
    },
    taskSlotsPerNode: slots,
    ...toSize(size),
    ...(startTask === null ? {} : { startTask: toStartTask(startTask) }),
    metadata: toPairs(metadata)
});
const toSize = (size) => 'formula' in size
    ? {
        enableAutoScale: true,
        autoScaleFormula: size.formula,
        autoScaleEvaluationInterval: `PT${size.everyMinutes}M`
    }
    : { targetDedicatedNodes: size.dedicated, targetLowPriorityNodes: size.spot };
const toStartTask = ({ commandLine, retries }) => ({
    commandLine,
    userIdentity: { autoUser: { scope: 'pool', elevationLevel: 'admin' } },
    maxTaskRetryCount: retries,
    waitForSuccess: true
});
const fromPool = (pool) => ({
    id: pool.id ?? '',
    state: lower(pool.state) === 'deleting' ? 'deleting' : 'active',
    allocation: fromAllocationState(lower(pool.allocationState)),
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
        message: messageWithDetails(message, values)
    })),
    identities: (pool.identity?.userAssignedIdentities ?? []).map(({ resourceId }) => resourceId),
    metadata: fromPairs(pool.metadata)
});
const fromAllocationState = (state) => state === 'resizing' || state === 'stopping' ? state : 'steady';
/** The properties that `fromNode` reads: lists select only these. */
const NODE_FIELDS = 'id,state,isDedicated,vmSize,startTaskInfo,errors';
const fromNode = (node) => ({
    id: node.id ?? '',
    state: lower(node.state),
    dedicated: node.isDedicated ?? true,
    vmSize: node.vmSize ?? '',
    startTask: node.startTaskInfo === undefined
        ? null
        : {
            exitCode: node.startTaskInfo.exitCode ?? null,
            failure: fromFailure(node.startTaskInfo.failureInfo)
        },
    errors: (node.errors ?? []).map(({ code, message, errorDetails }) => errorText(code, message, errorDetails))
});
const fromFailure = (info) => info === undefined ? null : errorText(info.code, info.message, info.details);
const fromNodeCounts = ({ dedicated, lowPriority }) => ({
    dedicated: fromStateCounts(dedicated),
    spot: fromStateCounts(lowPriority)
});
/** The service lists the total among the states. */
const fromStateCounts = (counts) => Object.fromEntries(Object.entries(counts ?? {})
    .map(([state, count]) => [lower(state), count])
    .filter(([state, count]) => state !== 'total' && typeof count === 'number'));
const fromSupportedImage = (image) => ({
    publisher: image.imageReference.publisher ?? '',
    offer: image.imageReference.offer ?? '',
    sku: image.imageReference.sku ?? '',
    nodeAgent: image.nodeAgentSKUId,
    osType: lower(image.osType),
    verified: lower(image.verificationType) === 'verified',
    endOfSupport: image.batchSupportEndOfLife ?? null
});
const lower = (text = '') => text.toLowerCase();

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/job-mapping.js



/**
 * Maps jobs and tasks to the types of the SDK and back. Enum values are compared in lower case, since their letter case
 * differs between versions of the service.
 */
/** A new job. It must not end on its own yet: with no tasks, all of them are complete. */
const toJob = ({ id, pool, maxMinutes, metadata }) => ({
    id,
    poolInfo: toPoolInfo(pool),
    onAllTasksComplete: 'noaction',
    constraints: { maxWallClockTime: toDuration(maxMinutes) },
    metadata: toPairs(metadata)
});
const toPoolInfo = (pool) => 'id' in pool
    ? { poolId: pool.id }
    : {
        autoPoolSpecification: {
            autoPoolIdPrefix: pool.prefix,
            poolLifetimeOption: 'job',
            keepAlive: false,
            pool: toPoolSpecification(pool.ofJob)
        }
    };
const fromJob = (job) => {
    const { executionInfo, poolInfo } = job;
    const error = executionInfo?.schedulingError;
    return {
        id: job.id ?? '',
        state: (job.state ?? '').toLowerCase(),
        created: job.creationTime ?? new Date(0),
        poolId: executionInfo?.poolId ?? poolInfo?.poolId ?? null,
        terminateReason: executionInfo?.terminateReason ?? null,
        schedulingError: error ? errorText(error.code, error.message, error.details) : null,
        metadata: fromPairs(job.metadata)
    };
};
const toTask = (order) => ({
    id: order.id,
    commandLine: order.commandLine,
    resourceFiles: order.resourceFiles.map(toResourceFile),
    outputFiles: order.outputFiles.map(toOutputFile),
    environmentSettings: toPairs(order.environment),
    constraints: { maxWallClockTime: toDuration(order.maxMinutes), maxTaskRetryCount: order.retries }
});
const toResourceFile = ({ url, path, identity }) => ({
    httpUrl: url,
    filePath: path,
    ...toIdentityReference(identity)
});
const toOutputFile = (file) => ({
    filePattern: file.pattern,
    destination: {
        container: {
            containerUrl: file.containerUrl,
            path: file.path,
            ...toIdentityReference(file.identity)
        }
    },
    uploadOptions: { uploadCondition: file.when === 'failed' ? 'taskfailure' : 'taskcompletion' }
});
const toIdentityReference = (resourceId) => resourceId === null ? {} : { identityReference: { resourceId } };
/** The properties that `fromTask` reads: lists select only these. */
const TASK_FIELDS = 'id,state,executionInfo,nodeInfo';
const fromTask = ({ id, state, executionInfo, nodeInfo }) => {
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
                message: cleanMessage(failure.message ?? ''),
                details: formatDetails(failure.details)
            },
        retries: executionInfo?.retryCount ?? 0,
        requeues: executionInfo?.requeueCount ?? 0,
        node: nodeInfo?.nodeId ?? null,
        started: executionInfo?.startTime ?? null,
        ended: executionInfo?.endTime ?? null
    };
};
const fromTaskCounts = ({ taskCounts: counts }) => ({
    active: counts.active,
    running: counts.running,
    succeeded: counts.succeeded,
    failed: counts.failed
});

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/credentials.js
/** The scope of the Batch service. The double slash is required: the audience of its tokens ends with a slash. */
const BATCH_SCOPE = 'https://batch.core.windows.net//.default';
/** The scope of Azure Storage. */
const STORAGE_SCOPE = 'https://storage.azure.com/.default';

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
;// CONCATENATED MODULE: ./build/backends/azure-batch/client/failure.js


const TRANSIENT_CODES = new Set([
    ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'],
    ...['EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN']
]);
const TRANSIENT_STATUSES = new Set([408, 429, 500, 502, 503, 504]);
/** Whether the same request may succeed later. */
const isTransient = ({ status, code }) => status === null ? TRANSIENT_CODES.has(code) : TRANSIENT_STATUSES.has(status);
/** A request without a response within its time limit. */
const TIMED_OUT = {
    status: null,
    code: 'ETIMEDOUT',
    message: '',
    details: '',
    retryAfter: null
};
/** The body of an error response. A proxy may respond with any other body, or none. */
const errorBodySchema = dist/* fallback */.NpB(dist/* object */.Ikc({
    message: dist/* optional */.lqM(dist/* object */.Ikc({ value: dist/* optional */.lqM(dist/* string */.YjP(), '') }), {}),
    values: dist/* optional */.lqM(dist/* array */.YOg(dist/* object */.Ikc({ key: dist/* optional */.lqM(dist/* string */.YjP(), ''), value: dist/* optional */.lqM(dist/* string */.YjP(), '') })), [])
}), { message: { value: '' }, values: [] });
/** The failure in an error that the SDK threw; null for an error that is not about the request, such as a bug. */
function failureOf(error) {
    if (!(error instanceof Error))
        return null;
    const { name, message, code: sdkCode, statusCode, body, response } = error;
    const status = typeof statusCode === 'number' ? statusCode : (response?.status ?? null);
    const code = errorCode(sdkCode, message);
    const isNetworkError = name === 'FetchError' || code === 'ENOTFOUND' || TRANSIENT_CODES.has(code);
    if (status === null && !isNetworkError)
        return null;
    const details = dist/* parse */.qgA(errorBodySchema, body);
    return {
        status,
        code,
        message: cleanMessage(details.message.value),
        details: formatDetails(details.values),
        retryAfter: milliseconds(response?.headers.get('retry-after'))
    };
}
/** The SDK's own codes, such as `REQUEST_SEND_ERROR`, carry no information, but that one can hide `ENOTFOUND`. */
function errorCode(code, message) {
    if (code === 'REQUEST_SEND_ERROR' && String(message).includes('ENOTFOUND'))
        return 'ENOTFOUND';
    return typeof code !== 'string' || /^(?:REQUEST|PARSE)_/.test(code) ? '' : code;
}
/** `Retry-After` contains seconds or a date. */
function milliseconds(retryAfter) {
    if (retryAfter === undefined || retryAfter.trim() === '')
        return null;
    const seconds = Number(retryAfter);
    const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
    return Number.isNaN(wait) ? null : Math.max(0, wait);
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/request.js





/** The function that sends requests to an account. */
const batchRequest = ({ host, credential, retryLimit, requestTimeout }) => (action, signal, call, timeout = requestTimeout) => {
    const tokenWasDropped = tokenDropper(credential);
    return (0,retry/* retry */.L5)((0,retry/* retryFor */.oX)(retryLimit), signal, async () => {
        const outcome = await attempt(call, signal, timeout);
        if ('value' in outcome)
            return outcome.value;
        const problem = serviceProblem(outcome, action, host);
        if (isTransient(outcome))
            throw new retry/* TransientError */.N_(problem, outcome.retryAfter);
        if (tokenWasDropped(outcome))
            throw new retry/* TransientError */.N_(problem, 0);
        throw problem;
    });
};
/**
 * Drops a token that the service rejected, once a request. Only the service's clock decides whether a token has expired.
 */
function tokenDropper(credential) {
    let done = false;
    return ({ status }) => {
        if (done || status !== 401 || credential.kind !== 'token')
            return false;
        done = true;
        credential.token.forget?.(BATCH_SCOPE);
        return credential.token.forget !== undefined;
    };
}
async function attempt(call, signal, timeout) {
    const request = new AbortController();
    const stop = () => request.abort(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    let timedOut = false;
    const timer = setTimeout(() => {
        timedOut = true;
        request.abort(new Error('The request took too long.'));
    }, timeout);
    try {
        return { value: await call(request.signal) };
    }
    catch (error) {
        signal.throwIfAborted();
        const failure = timedOut ? TIMED_OUT : failureOf(error);
        // The SDK's error is not kept as a cause: it contains the request with its signature.
        if (failure !== null)
            return failure;
        throw error;
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
    }
}
/** Turns an error with one of the codes into a result. */
async function resultOn(codes, result, call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof problem/* AzureProblem */.J && codes.includes(error.code))
            return result;
        throw error;
    }
}
/** Reads all pages of a list. Each page is a request of its own, so a failure does not restart the list. */
async function listAll(request, action, signal, pages) {
    const items = [];
    let page = await request(action, signal, pages.first);
    for (;;) {
        items.push(...page);
        const link = page.odatanextLink;
        if (link === undefined)
            return items;
        page = await request(action, signal, (abortSignal) => pages.next(link, abortSignal));
    }
}
/** A string literal in an OData filter. */
const odataString = (text) => `'${text.replaceAll("'", "''")}'`;

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/job-operations.js




/** Error codes for a job that has ended or is ending. */
const ENDED = ['JobCompleted', 'JobTerminating', 'JobBeingTerminated'];
/** Error codes for a job that is deleted or is being deleted. */
const DELETED = ['JobNotFound', 'JobBeingDeleted'];
const TASK_FILTERS = {
    all: undefined,
    failed: "executionInfo/result eq 'failure'",
    unfinished: "state ne 'completed'"
};
/** Operations on jobs and tasks. */
const jobOperations = (client, request, { host, retryLimit, timeout }) => ({
    addJob: (order, signal) => resultOn(['JobExists'], 'exists', request(`add the job ${order.id}`, signal, async (abortSignal) => {
        await client.job.add(toJob(order), { abortSignal });
        return 'added';
    })),
    job: (id, signal) => resultOn(['JobNotFound'], null, request(`return the job ${id}`, signal, async (abortSignal) => fromJob(await client.job.get(id, { abortSignal })))),
    jobs: async (prefix, signal) => {
        const jobListOptions = { filter: `startswith(id,${odataString(prefix)})` };
        const jobs = await listAll(request, `list the jobs ${prefix}…`, signal, {
            first: (abortSignal) => client.job.list({ jobListOptions, abortSignal }),
            next: (link, abortSignal) => client.job.listNext(link, { abortSignal })
        });
        return jobs.map(fromJob);
    },
    // When the request is repeated because its response was lost, the job may have ended already.
    endWhenDone: (id, signal) => resultOn(ENDED, undefined, request(`end the job ${id} with its tasks`, signal, async (abortSignal) => {
        await client.job.patch(id, { onAllTasksComplete: 'terminatejob' }, { abortSignal });
    })),
    terminateJob: (id, terminateReason, signal) => resultOn([...ENDED, ...DELETED], undefined, request(`terminate the job ${id}`, signal, async (abortSignal) => {
        await client.job.terminate(id, { terminateReason, abortSignal });
    })),
    deleteJob: (id, signal) => resultOn(DELETED, undefined, request(`delete the job ${id}`, signal, async (abortSignal) => {
        await client.job.deleteMethod(id, { abortSignal });
    })),
    addTasks: (jobId, tasks, signal) => {
        const send = (bodies) => request(`add ${bodies.length === 1 ? 'a task' : `${bodies.length} tasks`} to the job ${jobId}`, signal, async (abortSignal) => {
            const { value = [] } = await client.task.addCollection(jobId, bodies, { abortSignal });
            return value;
        }, timeout);
        return addAll(tasks.map(toTask), { jobId, host, retryLimit, send }, signal);
    },
    taskCounts: (jobId, signal) => request(`count the tasks of the job ${jobId}`, signal, async (abortSignal) => fromTaskCounts(await client.job.getTaskCounts(jobId, { abortSignal }))),
    tasks: async (jobId, which, signal) => {
        const filter = TASK_FILTERS[which];
        const taskListOptions = { select: TASK_FIELDS, ...(filter === undefined ? {} : { filter }) };
        const tasks = await listAll(request, `list the tasks of the job ${jobId}`, signal, {
            first: (abortSignal) => client.task.list(jobId, { taskListOptions, abortSignal }),
            next: (link, abortSignal) => client.task.listNext(link, { abortSignal })
        });
        return tasks.map(fromTask);
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
    }, bytes, request, signal)
});

;// CONCATENATED MODULE: ./build/backends/azure-batch/client/pool-operations.js



/** Operations on pools, their nodes, and VM images. */
const poolOperations = (client, request) => ({
    supportedImages: async (signal) => {
        const images = await listAll(request, 'list the supported VM images', signal, {
            first: (abortSignal) => client.account.listSupportedImages({ abortSignal }),
            next: (link, abortSignal) => client.account.listSupportedImagesNext(link, { abortSignal })
        });
        return images.map(fromSupportedImage);
    },
    addPool: (order, signal) => resultOn(['PoolExists'], 'exists', request(`add the pool ${order.id}`, signal, async (abortSignal) => {
        await client.pool.add(toPool(order), { abortSignal });
        return 'added';
    })),
    pool: (id, signal) => resultOn(['PoolNotFound'], null, request(`return the pool ${id}`, signal, async (abortSignal) => fromPool(await client.pool.get(id, { abortSignal })))),
    pools: async (prefix, signal) => {
        const poolListOptions = { filter: `startswith(id,${odataString(prefix)})` };
        const pools = await listAll(request, `list the pools ${prefix}…`, signal, {
            first: (abortSignal) => client.pool.list({ poolListOptions, abortSignal }),
            next: (link, abortSignal) => client.pool.listNext(link, { abortSignal })
        });
        return pools.map(fromPool);
    },
    deletePool: (id, signal) => resultOn(['PoolNotFound', 'PoolBeingDeleted'], undefined, request(`delete the pool ${id}`, signal, async (abortSignal) => {
        await client.pool.deleteMethod(id, { abortSignal });
    })),
    nodeCounts: async (poolId, signal) => {
        const accountListPoolNodeCountsOptions = { filter: `poolId eq ${odataString(poolId)}` };
        const [counts] = await listAll(request, `count the nodes of the pool ${poolId}`, signal, {
            first: (abortSignal) => client.account.listPoolNodeCounts({ accountListPoolNodeCountsOptions, abortSignal }),
            next: (link, abortSignal) => client.account.listPoolNodeCountsNext(link, { abortSignal })
        });
        return counts === undefined ? null : fromNodeCounts(counts);
    },
    nodes: async (poolId, signal) => {
        const computeNodeListOptions = { select: NODE_FIELDS };
        const nodes = await listAll(request, `list the nodes of the pool ${poolId}`, signal, {
            first: (abortSignal) => client.computeNode.list(poolId, { computeNodeListOptions, abortSignal }),
            next: (link, abortSignal) => client.computeNode.listNext(link, { abortSignal })
        });
        return nodes.map(fromNode);
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
    }, bytes, request, signal)
});

// EXTERNAL MODULE: ./node_modules/@azure/batch/dist/batch.js
var batch = __webpack_require__(23949);
// EXTERNAL MODULE: ./build/settings/parse-azure.js
var parse_azure = __webpack_require__(67653);
;// CONCATENATED MODULE: ./build/backends/azure-batch/client/sdk-client.js




/**
 * The SDK's client with retries turned off: its retry policy waits two minutes, whatever the service asks for.
 *
 * @throws AzureProblem if a token would be sent over an unencrypted connection
 */
function sdkClient(endpoint, credential, apiVersion) {
    const { protocol, hostname } = new URL(endpoint);
    if (credential.kind === 'token' && protocol !== 'https:' && !parse_azure/* LOOPBACK */.Ws.test(hostname)) {
        throw new problem/* AzureProblem */.J('bad-request', '', `Tokens are sent over https only, but \`batch-endpoint\` is ${endpoint}. Use its https address.`);
    }
    const client = new batch.BatchServiceClient(signerOf(credential), endpoint.replace(/\/+$/, ''), {
        noRetryPolicy: true,
        clientRequestIdHeaderName: 'client-request-id'
    });
    client.apiVersion = apiVersion;
    return client;
}
const signerOf = (credential) => credential.kind === 'token'
    ? tokenSigner(credential.token)
    : new batch.BatchSharedKeyCredentials(credential.account, credential.key);
/** The SDK accepts a token source as it is, but would request a token for the wrong audience. */
const tokenSigner = (tokens) => ({
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
 * Opens a Batch account without sending a request.
 *
 * @throws AzureProblem if a token would be sent over an unencrypted connection
 */
function openBatchService({ endpoint, credential, apiVersion, retryLimit = 5 * MINUTE, requestTimeout = MINUTE }) {
    const { host } = new URL(endpoint);
    const client = sdkClient(endpoint, credential, apiVersion);
    const request = batchRequest({ host, credential, retryLimit, requestTimeout });
    const addLimits = { host, retryLimit, timeout: 2 * requestTimeout };
    return { ...poolOperations(client, request), ...jobOperations(client, request, addLimits) };
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/az-login.js

/** Milliseconds that the Azure CLI may take: it starts slowly and may have to call Entra. */
const TIMEOUT = 60_000;
const ALTERNATIVES = 'or set `tenant-id` and `client-id` of an application, or `batch-account-key` and `storage-account-key`';
/** Gets tokens from the Azure CLI, with the login of its user. */
function azLogin(tenantId) {
    return async (scope, signal) => {
        const { AzureCliCredential } = await __webpack_require__.e(/* import() */ 952).then(__webpack_require__.bind(__webpack_require__, 23952));
        try {
            const credential = new AzureCliCredential({
                ...(tenantId === null ? {} : { tenantId }),
                processTimeoutInMs: TIMEOUT
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
/** The credential has no error codes: only its messages distinguish its failures. */
function azProblem(message, tenantId) {
    const code = /\bAADSTS\d+/.exec(message)?.[0] ?? '';
    const login = tenantId === null ? 'az login' : `az login --tenant ${tenantId}`;
    return new problem/* AzureProblem */.J('refused', code, problemText(message, login));
}
function problemText(message, login) {
    if (message.includes('could not be found'))
        return `The Azure CLI (az) is not installed, and no other credential is set. Install it and run \`${login}\`, ${ALTERNATIVES}.`;
    if (message.includes("'az login'"))
        return `The Azure CLI is not logged in, or its login has expired (a login with GitHub's identity token expires soon and cannot be renewed). Run \`${login}\`, ${ALTERNATIVES}.`;
    return `The Azure CLI did not return a token: ${lastLine(message)} Run \`${login}\` again, ${ALTERNATIVES}.`;
}
/** The Azure CLI prints the error last, after its warnings. */
function lastLine(message) {
    const line = message
        .trim()
        .split(/\s*\n\s*/)
        .at(-1) ?? '';
    return /[.!?]$/.test(line) ? line : `${line}.`;
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/account-names.js

/**
 * The name of a Batch account, which requests signed with its key contain.
 *
 * @param batchAccount the name from the settings; null to take it from the endpoint
 * @throws AzureProblem if the endpoint does not contain it either
 */
function batchAccountName(endpoint, batchAccount) {
    const name = batchAccount ?? /^([a-z0-9]{3,24})\..+\.batch\./i.exec(hostOf(endpoint))?.[1];
    if (name !== undefined)
        return name;
    throw new problem/* AzureProblem */.J('bad-request', '', `\`batch-account-key\` needs the name of the Batch account, and \`batch-endpoint\` (${endpoint}) does not contain it. Set \`batch-account\`.`);
}
/**
 * The name of a storage account: the last part of the endpoint's path, as emulators have it, or the first part of its
 * host.
 *
 * @throws AzureProblem if the endpoint does not contain it
 */
function storageAccountName(endpoint) {
    const path = URL.canParse(endpoint) ? new URL(endpoint).pathname.split('/') : [];
    const name = path.filter(Boolean).at(-1) ?? /^([a-z0-9]{3,24})\.(?:.+\.)?blob\./i.exec(hostOf(endpoint))?.[1];
    if (name !== undefined)
        return name;
    throw new problem/* AzureProblem */.J('bad-request', '', `\`storage-account-key\` needs the name of the storage account, and \`storage-endpoint\` (${endpoint}) does not contain it. Use an endpoint such as https://NAME.blob.core.windows.net, or one with the account in its path.`);
}
const hostOf = (endpoint) => URL.canParse(endpoint) ? new URL(endpoint).hostname : '';

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/choose.js


/**
 * Chooses how to authenticate to each service: with its account key if one is set, otherwise with tokens.
 *
 * @throws AzureProblem if no credential is available
 */
function chooseAuthMethods(settings, available) {
    const { batchEndpoint, batchAccount, batchAccountKey, storageEndpoint, storageAccountKey } = settings;
    return {
        batch: batchAccountKey
            ? {
                kind: 'shared-key',
                account: batchAccountName(batchEndpoint, batchAccount),
                key: batchAccountKey
            }
            : tokenMethod(settings, available),
        storage: storageAccountKey
            ? {
                kind: 'shared-key',
                account: storageAccountName(storageEndpoint),
                key: storageAccountKey
            }
            : tokenMethod(settings, available)
    };
}
/**
 * An identity token is preferred to a client secret, which is long-lived and can leak. The Azure CLI comes last: it has
 * the login of a person.
 */
function tokenMethod({ tenantId, clientId }, { onGitHub, identityToken, clientSecret }) {
    if (tenantId === null || clientId === null)
        return { kind: 'az-login', tenantId };
    const application = { tenantId, clientId };
    if (identityToken)
        return { kind: 'federated', application };
    if (clientSecret !== null)
        return { kind: 'client-secret', application, secret: clientSecret };
    if (!onGitHub)
        return { kind: 'az-login', tenantId };
    throw new problem/* AzureProblem */.J('refused', '', '`tenant-id` and `client-id` are set, but GitHub issues no identity token to this job to log in to Azure with. Give the job `permissions: id-token: write`. Pull requests from forks never get one: run the job on another event.');
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/entra-policy.js

/** Milliseconds for one request, including its retries. */
const entra_policy_TIMEOUT = 60_000;
/**
 * Adds what the credentials lack: requests are cancelled by our signal, and the full response of Entra is kept, of which
 * the credential's error contains only a part.
 *
 * @param timeout milliseconds
 */
function entraPolicy(signal, timeout = entra_policy_TIMEOUT) {
    let refusal = null;
    return {
        refusal: () => refusal,
        policy: {
            position: 'perCall',
            policy: {
                name: 'entra-policy',
                sendRequest: async (request, next) => {
                    // The request's own timeout is not used: after a failure its timer would keep the process alive.
                    const timedOut = AbortSignal.timeout(timeout);
                    request.abortSignal = AbortSignal.any([signal, timedOut]);
                    try {
                        const response = await next(request);
                        refusal = response.status < 400 ? null : refusalIn(response);
                        return response;
                    }
                    catch (error) {
                        const { code = '', message } = error;
                        refusal = {
                            status: null,
                            code: timedOut.aborted ? 'ETIMEDOUT' : code,
                            description: message
                        };
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
/** Entra's error response. A proxy may respond with anything. */
const errorSchema = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({ error_description: dist/* string */.YjP() }));
function descriptionIn(body) {
    const { success, output } = dist/* safeParse */.xLC(errorSchema, body);
    return success ? output.error_description : '';
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/entra-problem.js


/** The audience of identity tokens that are exchanged for Entra's tokens. */
const AUDIENCE = 'api://AzureADTokenExchange';
/**
 * What to do about a refusal, by Entra's error code.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const REMEDIES = {
    AADSTS70021: addFederatedCredential,
    AADSTS700211: addFederatedCredential,
    AADSTS700212: addFederatedCredential,
    AADSTS700213: addFederatedCredential,
    AADSTS700016: ({ clientId, tenantId }) => `The tenant ${tenantId} has no application ${clientId}. Check \`client-id\` and \`tenant-id\`.`,
    AADSTS7000229: ({ clientId, tenantId }) => `The application ${clientId} has no service principal in the tenant ${tenantId}. Create one (az ad sp create --id ${clientId}), or check \`tenant-id\`.`,
    AADSTS90002: ({ tenantId }) => `The tenant ${tenantId} does not exist. Check \`tenant-id\`.`,
    AADSTS900023: ({ tenantId }) => `${tenantId} is neither the ID nor the domain of a tenant. Check \`tenant-id\`.`,
    AADSTS700024: () => "The identity token was issued just now, but Entra considers it expired. Check this machine's clock.",
    AADSTS7000215: ({ clientId }) => `AZURE_CLIENT_SECRET is not a secret of the application ${clientId}. Set it to the value of the secret, not to its ID.`,
    AADSTS7000222: ({ clientId }) => `The secret of the application ${clientId} has expired. Create a new one and set AZURE_CLIENT_SECRET to it, or use a federated credential, which needs no secret.`,
    AADSTS500011: () => 'The tenant does not know the service. Check `tenant-id`, and that the provider Microsoft.Batch is registered in the subscription (az provider register --namespace Microsoft.Batch).'
};
/** What to do if Entra does not respond or is overloaded. */
const NETWORK_REMEDY = 'Check the network, and AZURE_AUTHORITY_HOST if it is set.';
/** The error for a token request that failed. */
function entraProblem(refusal, requester) {
    const { status, code, description } = refusal;
    const noResponse = code !== '' && status === null;
    const overloaded = status !== null && (0,http_status/* statusKind */.B)(status) === 'unavailable';
    if (noResponse || overloaded) {
        const reason = noResponse ? code : code || `HTTP ${status}`;
        return new problem/* AzureProblem */.J('unavailable', code, `Microsoft Entra did not issue a token (${reason}). ${NETWORK_REMEDY}`);
    }
    const remedy = REMEDIES[code]?.(requester) ??
        `Check \`tenant-id\` (${requester.tenantId}) and \`client-id\` (${requester.clientId}).`;
    return new problem/* AzureProblem */.J('refused', code, `Microsoft Entra did not issue a token to the application ${requester.clientId}: ${firstSentence(description)} ${remedy}`);
}
/** Issuer, subject and audience must match exactly. */
function addFederatedCredential({ clientId, claims }) {
    const issuer = claims?.issuer ?? 'https://token.actions.githubusercontent.com';
    const subject = claims?.subject ?? 'of this workflow';
    return `No federated credential of the application ${clientId} matches this workflow's identity token. Add one with exactly the subject ${subject}, the issuer ${issuer} and the audience ${AUDIENCE} (in the Azure portal: App registrations > Certificates & secrets > Federated credentials).`;
}
/** Entra's message without the trace IDs and the timestamp that follow it. */
function firstSentence(description) {
    const sentence = description.split(/\s*(?:Trace ID:|Correlation ID:|Timestamp:|[\r\n])/)[0] ?? '';
    return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/entra.js


/** Microsoft's clouds. Any other authority is unknown to their instance discovery. */
const MICROSOFT_HOSTS = [
    'login.microsoftonline.com',
    'login.microsoftonline.us',
    'login.partner.microsoftonline.cn',
    'login.chinacloudapi.cn'
];
/**
 * Requests a token with a credential of `@azure/identity`. Each request creates a new credential: credentials cache
 * tokens, including those that a service rejected as expired.
 *
 * @throws AzureProblem; the signal's reason
 */
async function requestEntraToken(request, credential) {
    const { env, signal, scope, application, claims } = request;
    const { policy, refusal } = entraPolicy(signal);
    try {
        const options = { ...authority(env), additionalPolicies: [policy] };
        const accessToken = await credential(options).getToken(scope);
        if (accessToken === null)
            throw new Error('The response contains no token.');
        return { token: accessToken.token, expires: new Date(accessToken.expiresOnTimestamp) };
    }
    catch (error) {
        signal.throwIfAborted();
        // The error is not kept as a cause: it may contain the request with its secrets.
        throw entraProblem(refusal() ?? unknownRefusal(error), { ...application, claims });
    }
}
/** Azure's clients read the authority of sovereign clouds from `AZURE_AUTHORITY_HOST`. */
function authority(env) {
    const host = env['AZURE_AUTHORITY_HOST'];
    if (!host)
        return {};
    const isMicrosoft = URL.canParse(host) && MICROSOFT_HOSTS.includes(new URL(host).hostname);
    return { authorityHost: host, disableInstanceDiscovery: !isMicrosoft };
}
const unknownRefusal = (error) => ({
    status: null,
    code: '',
    description: error instanceof Error ? error.message : String(error)
});

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/client-secret.js

/** Gets tokens with a secret of the application, for environments without identity tokens. */
function clientSecret(application, secret, env) {
    return async (scope, signal) => {
        const { ClientSecretCredential } = await __webpack_require__.e(/* import() */ 952).then(__webpack_require__.bind(__webpack_require__, 23952));
        const { tenantId, clientId } = application;
        return requestEntraToken({ application, scope, claims: null, env, signal }, (options) => new ClientSecretCredential(tenantId, clientId, secret, options));
    };
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/federated.js



/**
 * Gets tokens with the identity token of this workflow, which a federated credential of the application trusts. Each
 * request uses a new identity token, since they are valid for five minutes.
 */
function federated(application, identityToken, env) {
    return async (scope, signal) => {
        const assertion = await identityToken(AUDIENCE, signal);
        const { ClientAssertionCredential } = await __webpack_require__.e(/* import() */ 952).then(__webpack_require__.bind(__webpack_require__, 23952));
        const request = { application, scope, claims: claimsOf(assertion), env, signal };
        const { tenantId, clientId } = application;
        return requestEntraToken(request, 
        // The credential calls this twice for each token, and without a signal: the assertion is requested beforehand.
        (options) => new ClientAssertionCredential(tenantId, clientId, async () => assertion, options));
    };
}
const claimsSchema = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({ iss: dist/* string */.YjP(), sub: dist/* string */.YjP() }));
/** Claims of an identity token that are not secret; null if it cannot be read. */
function claimsOf(token) {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    const { success, output } = dist/* safeParse */.xLC(claimsSchema, payload);
    return success ? { issuer: output.iss, subject: output.sub } : null;
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/github-token.js




/** Timeout of one request, in milliseconds. */
const REQUEST_LIMIT = 20_000;
/** Five attempts within about 15 seconds. */
const RETRIES = { firstWait: 1000, longestWait: 8000, limit: 120_000, attempts: 5 };
/** The response of GitHub's OIDC provider. */
const Answer = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({ value: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1)) }));
/**
 * Gives the function that requests the job's OIDC tokens; null without the permission `id-token: write`, because the
 * runner then passes no URL to request them from. `getIDToken` of the toolkit cannot be cancelled.
 *
 * @param mask masks a token in the log
 */
function githubIdentityToken(env, mask, policy = RETRIES) {
    const address = env['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    if (!address || !bearer)
        return null;
    return async (audience, signal) => {
        const url = new URL(address);
        url.searchParams.set('audience', audience);
        const token = await (0,retry/* retry */.L5)(policy, signal, () => requestToken(url, bearer, signal).catch((error) => {
            throw github_token_isTransient(error) ? new retry/* TransientError */.N_(error, null) : error;
        }));
        mask(token);
        return token;
    };
}
const github_token_isTransient = (error) => error instanceof problem/* AzureProblem */.J && error.kind === 'unavailable';
async function requestToken(url, bearer, signal) {
    const response = await fetch(url, {
        headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT)])
    }).catch((error) => {
        throw github_token_problem('unavailable', networkError(error));
    });
    const body = await response.text().catch((error) => {
        throw github_token_problem('unavailable', networkError(error));
    });
    if (!response.ok)
        throw github_token_problem(github_token_kindOf(response.status), `HTTP ${response.status}`);
    const { success, output } = dist/* safeParse */.xLC(Answer, body);
    if (!success)
        throw github_token_problem('unavailable', 'the response has no token in it');
    return output.value;
}
const github_token_kindOf = (status) => (0,http_status/* statusKind */.B)(status) === 'unavailable' ? 'unavailable' : 'refused';
/** The error code of the network, such as `ECONNREFUSED`, which `fetch` puts into the cause. */
function networkError(error) {
    const { name, cause } = error;
    return cause?.code ?? (name === 'TimeoutError' ? 'timeout' : 'no connection');
}
function github_token_problem(kind, reason) {
    const remedy = kind === 'refused'
        ? 'Check that the job has `permissions: id-token: write`.'
        : 'Try again later; https://www.githubstatus.com shows whether GitHub has an incident.';
    return new problem/* AzureProblem */.J(kind, '', `GitHub did not issue an identity token for this job (${reason}). ${remedy}`);
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/identity/token-cache.js
/** A token is replaced this many milliseconds before it expires, because the request that uses it may take a while. */
const MARGIN = 5 * 60_000;
/**
 * Caches the token of each scope until five minutes before it expires, or for half of its lifetime if that is less than
 * ten minutes. Callers that need a token at the same time share a request, which is cancelled when all of its callers
 * are. Failures are not cached.
 *
 * @param now the clock, in milliseconds
 */
function tokenCache(requestToken, now = Date.now) {
    const cached = new Map();
    const pending = new Map();
    const add = (scope, token) => {
        const expires = token.expires.getTime();
        cached.set(scope, { token, until: expires - Math.min(MARGIN, (expires - now()) / 2) });
        return token;
    };
    const start = (scope) => {
        const controller = new AbortController();
        const token = requestToken(scope, controller.signal).then((fresh) => add(scope, fresh));
        const request = { token, controller, callers: 0 };
        pending.set(scope, request);
        return request;
    };
    const join = async (scope, request, signal) => {
        request.callers++;
        try {
            return await unlessAborted(request.token, signal);
        }
        finally {
            request.callers--;
            if (request.callers === 0) {
                request.controller.abort();
                if (pending.get(scope) === request)
                    pending.delete(scope);
            }
        }
    };
    const source = async (scope, signal) => {
        signal.throwIfAborted();
        const known = cached.get(scope);
        if (known && now() < known.until)
            return known.token;
        return await join(scope, pending.get(scope) ?? start(scope), signal);
    };
    return Object.assign(source, { forget: (scope) => void cached.delete(scope) });
}
/** Rejects with the signal's reason if it fires before the promise settles. */
function unlessAborted(promise, signal) {
    return new Promise((resolve, reject) => {
        const stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
}

// EXTERNAL MODULE: ./node_modules/@azure/storage-blob/dist/esm/index.js + 153 modules
var esm = __webpack_require__(70728);
;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/storage-problem.js



/**
 * What to do about an error of Azure Storage, by its error code.
 *
 * @see https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes
 */
const storage_problem_REMEDIES = {
    AuthorizationPermissionMismatch: 'Assign the role Storage Blob Data Contributor on the storage account to the application (role assignments take a few minutes to take effect).',
    AuthorizationFailure: 'Either the network rules of the storage account block this machine (in the Azure portal: Networking, public network access), or the role Storage Blob Data Contributor is missing.',
    AuthenticationFailed: "Check `storage-account-key` and the account name. If both are correct, check this machine's clock.",
    InvalidAuthenticationInfo: 'Check `tenant-id` and `client-id`, and that the storage account belongs to that tenant.',
    NoAuthenticationInformation: 'Set `storage-account-key`, or `tenant-id` and `client-id` of an application that can access the account.',
    KeyBasedAuthenticationNotPermitted: 'The storage account does not allow access with keys. Use `tenant-id` and `client-id` instead of `storage-account-key`.',
    AccountIsDisabled: 'The storage account is disabled. Check its status in the Azure portal.',
    AccountBeingCreated: 'The storage account is being created. Try again in a few minutes.',
    ContainerNotFound: 'The container is gone: the run has ended, or was swept.',
    ContainerBeingDeleted: 'A container with this name is being deleted. Try again in a minute.'
};
/** What to do about a code that is not in the table. */
const REMEDIES_BY_KIND = {
    refused: 'Check `storage-account-key`, or assign the role Storage Blob Data Contributor to the application.',
    'not-found': 'Check `storage-endpoint`.',
    unavailable: 'Check `storage-endpoint` and the network, or try again later.'
};
/**
 * The error for a request that failed. An error that does not come from the request, such as a local file that cannot
 * be read, is returned as it is.
 *
 * @param action what the request should have done, such as `return the blob in/1.tar`
 */
function storageProblem(error, action, host) {
    if (!(error instanceof esm/* RestError */.pj))
        return error;
    const { statusCode } = error;
    const code = storage_problem_errorCode(error);
    const kind = storage_problem_kindOf(statusCode, code);
    const remedy = storage_problem_REMEDIES[code] ?? REMEDIES_BY_KIND[kind] ?? '';
    return new problem/* AzureProblem */.J(kind, code, `Azure Storage did not ${action} at ${host} (${storage_problem_reason(error, code)}). ${remedy}`.trim(), { cause: error });
}
/** The error code is in the body of the response or, if it has no body, in a header. */
function storage_problem_errorCode({ code, details }) {
    const response = details;
    return [response?.errorCode, response?.code, code].find(isString) ?? '';
}
const isString = (value) => typeof value === 'string';
function storage_problem_kindOf(status, code) {
    return code === 'ENOTFOUND' ? 'not-found' : (0,http_status/* statusKind */.B)(status);
}
function storage_problem_reason({ statusCode, message }, code) {
    if (code === 'ENOTFOUND')
        return 'no storage account has this host name';
    if (statusCode === undefined)
        return code || (message.split('\n')[0] ?? '');
    return `${statusCode}${code && ` ${code}`}`;
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/request.js




/** @param retryLimit milliseconds for which a failed request is repeated */
function storageRequests(host, retryLimit) {
    const once = async (action, signal, call) => {
        signal.throwIfAborted();
        try {
            return await call();
        }
        catch (error) {
            signal.throwIfAborted();
            throw storageProblem(error, action, host);
        }
    };
    return {
        once,
        withRetry: (action, signal, call) => (0,retry/* retry */.L5)((0,retry/* retryFor */.oX)(retryLimit), signal, () => once(action, signal, call).catch((error) => {
            throw request_isTransient(error) ? new retry/* TransientError */.N_(error, null) : error;
        }))
    };
}
/** Only failures of storage itself: token sources retry on their own. */
const request_isTransient = (error) => error instanceof problem/* AzureProblem */.J && error.kind === 'unavailable' && error.cause instanceof esm/* RestError */.pj;

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(28414);
;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/run-container.js



/**
 * Waits for a container of the same name that is being deleted: each a fraction of the retry limit, a minute in total.
 */
const DELETION_WAIT = 1 / 75;
const MAX_DELETION_WAITS = 15;
/** Uploads are sent in blocks of this many bytes, and each failed block is repeated on its own. */
const BLOCK_SIZE = 8 * 1024 * 1024;
/** How often an interrupted download continues where it stopped. */
const MAX_RESUMES = 5;
/** The container of a client, whether or not it exists. */
function runContainer(client, { requests, sas, retryLimit }) {
    const name = client.containerName;
    return {
        name,
        url: client.url,
        create: async (metadata, signal) => {
            for (let waits = 0;; waits++) {
                try {
                    return await requests.withRetry(`create the container ${name}`, signal, async () => {
                        await client.createIfNotExists({ metadata, abortSignal: signal });
                    });
                }
                catch (error) {
                    if (!isBeingDeleted(error) || waits === MAX_DELETION_WAITS)
                        throw error;
                    await (0,abort/* pause */.v7)(retryLimit * DELETION_WAIT, signal);
                }
            }
        },
        putFile: (blob, file, signal) => requests.withRetry(`store the blob ${name}/${blob}`, signal, async () => {
            await client.getBlockBlobClient(blob).uploadFile(file, {
                blockSize: BLOCK_SIZE,
                maxSingleShotSize: BLOCK_SIZE,
                concurrency: 4,
                abortSignal: signal
            });
        }),
        putBytes: (blob, bytes, signal) => requests.withRetry(`store the blob ${name}/${blob}`, signal, async () => {
            const options = { abortSignal: signal };
            await client.getBlockBlobClient(blob).upload(bytes, bytes.length, options);
        }),
        get: (blob, signal) => getBlob(client, blob, requests, signal),
        list: (prefix, signal) => requests.withRetry(`list the blobs ${name}/${prefix}…`, signal, async () => {
            const names = [];
            for await (const item of client.listBlobsFlat({ prefix, abortSignal: signal }))
                names.push(item.name);
            return names;
        }),
        readUrl: (blob, until, signal) => requests.withRetry(`issue a SAS to read ${name}/${blob}`, signal, async () => `${client.getBlobClient(blob).url}?${await sas.read(name, blob, until, signal)}`),
        writeUrl: (until, signal) => requests.withRetry(`issue a SAS to write to ${name}`, signal, async () => `${client.url}?${await sas.write(name, until, signal)}`),
        remove: async (signal) => {
            try {
                await requests.withRetry(`delete the container ${name}`, signal, () => client.deleteIfExists({ abortSignal: signal }));
            }
            catch (error) {
                if (!isBeingDeleted(error))
                    throw error;
            }
        }
    };
}
const isBeingDeleted = (error) => error instanceof problem/* AzureProblem */.J && error.code === 'ContainerBeingDeleted';
async function getBlob(client, blob, requests, signal) {
    const action = `return the blob ${client.containerName}/${blob}`;
    try {
        const body = await requests.withRetry(action, signal, async () => {
            const options = { abortSignal: signal, maxRetryRequests: MAX_RESUMES };
            return (await client.getBlobClient(blob).download(0, undefined, options)).readableStreamBody;
        });
        return external_node_stream_.Readable.from(run_container_chunksOf(body, action, requests, signal), {
            objectMode: false
        });
    }
    catch (error) {
        if (error instanceof problem/* AzureProblem */.J && error.code === 'BlobNotFound')
            return null;
        throw error;
    }
}
/** The chunks of a blob. An interruption is reported like the failure of a request. */
async function* run_container_chunksOf(body, action, requests, signal) {
    const chunks = body[Symbol.asyncIterator]();
    try {
        for (;;) {
            const next = await requests.once(action, signal, () => chunks.next());
            if (next.done)
                return;
            yield next.value;
        }
    }
    finally {
        await chunks.return?.();
    }
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/sas.js

const sas_MINUTE = 60_000;
/** Clocks differ by minutes: a SAS that starts now may start in the service's future. */
const CLOCK_SKEW = 5 * sas_MINUTE;
const DAY = 24 * 60 * sas_MINUTE;
/** Azure's limit for the lifetime of a user delegation key. */
const MAX_KEY_LIFETIME = 7 * DAY;
/** Signs with the account key, or with a user delegation key if the credential is a token. */
function sasSigner(service, credential) {
    const sign = signer(service, credential);
    return {
        read: (containerName, blobName, until, signal) => sign({ containerName, blobName, permissions: esm/* BlobSASPermissions */.vD.parse('r') }, until, signal),
        write: (containerName, until, signal) => sign({ containerName, permissions: esm/* ContainerSASPermissions */.Hk.parse('cw') }, until, signal)
    };
}
function signer(service, credential) {
    const protocol = service.url.startsWith('https:') ? esm/* SASProtocol */.m5.Https : esm/* SASProtocol */.m5.HttpsAndHttp;
    const values = (scope, expiresOn) => ({
        ...scope,
        startsOn: new Date(Date.now() - CLOCK_SKEW),
        expiresOn,
        protocol
    });
    if (credential.kind === 'shared-key') {
        const key = new esm/* StorageSharedKeyCredential */.Z3(credential.account, credential.key);
        return async (scope, until) => (0,esm/* generateBlobSASQueryParameters */.WJ)(values(scope, until), key).toString();
    }
    const delegationKey = delegationKeys(service);
    return async (scope, until, signal) => {
        const key = await delegationKey(until, signal);
        const expires = new Date(Math.min(until.getTime(), key.signedExpiresOn.getTime()));
        return (0,esm/* generateBlobSASQueryParameters */.WJ)(values(scope, expires), key, service.accountName).toString();
    };
}
/**
 * User delegation keys with the longest lifetime. A key is reused until a SAS outlives it and a new key would be valid
 * for at least another day: otherwise every SAS for weeks would request a new key.
 */
function delegationKeys(service) {
    let last = null;
    return (until, signal) => {
        const starts = Date.now() - CLOCK_SKEW;
        const expires = starts + MAX_KEY_LIFETIME;
        const needed = Math.min(until.getTime(), expires - DAY);
        if (last !== null && last.expires >= needed)
            return last.key;
        const key = service.getUserDelegationKey(new Date(starts), new Date(expires), {
            abortSignal: signal
        });
        const current = { expires, key };
        last = current;
        key.catch(() => {
            if (last === current)
                last = null;
        });
        return key;
    };
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/token-credential.js
/** Adapts a token source to the interface of Azure's clients. */
const tokenCredential = (tokens) => ({
    async getToken(scopes, options) {
        const signal = options?.abortSignal;
        const { token, expires } = await tokens([scopes].flat()[0] ?? '', signal instanceof AbortSignal ? signal : new AbortController().signal);
        return { token, expiresOnTimestamp: expires.getTime() };
    }
});

;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/open-blob-account.js






/** Microsoft's recommendation. */
const RETRY_LIMIT = 5 * 60_000;
/**
 * Attempts of the SDK, within seconds, for each of its requests: a block of an upload, a page of a list. Longer outages
 * are bridged by repeating the whole operation, up to the retry limit.
 */
const SDK_ATTEMPTS = 4;
/**
 * Opens a storage account without sending a request.
 *
 * @throws AzureProblem if a token would be sent over an unencrypted connection
 */
function openBlobAccount({ endpoint, credential, retryLimit = RETRY_LIMIT }) {
    if (credential.kind === 'token' && !endpoint.startsWith('https:')) {
        throw new problem/* AzureProblem */.J('bad-request', '', `Tokens are sent over https only, but \`storage-endpoint\` is ${endpoint}. Use its https address.`);
    }
    const service = new esm/* BlobServiceClient */.wS(endpoint, credential.kind === 'token'
        ? tokenCredential(credential.token)
        : new esm/* StorageSharedKeyCredential */.Z3(credential.account, credential.key), { retryOptions: { maxTries: SDK_ATTEMPTS, retryDelayInMs: retryLimit / 300 } });
    const requests = storageRequests(new URL(endpoint).host, retryLimit);
    const sas = sasSigner(service, credential);
    return {
        container: (name) => runContainer(service.getContainerClient(name), { requests, sas, retryLimit }),
        containers: (prefix, signal) => requests.withRetry(`list the containers ${prefix}…`, signal, async () => {
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
 * Opens both accounts without sending a request.
 *
 * @throws AzureProblem if the settings allow no way to authenticate
 */
function openAccount(settings, environment) {
    const methods = authMethods(settings, environment);
    return {
        service: openBatchService({
            endpoint: settings.batchEndpoint,
            credential: credentialOf(methods.batch, environment),
            apiVersion: settings.batchApiVersion
        }),
        blobs: openBlobAccount({
            endpoint: settings.storageEndpoint,
            credential: credentialOf(methods.storage, environment)
        })
    };
}
/**
 * Tokens for other Azure services, from the same login; null if both accounts are accessed with keys.
 *
 * @throws AzureProblem if the settings allow no way to authenticate
 */
function tokenSource(settings, environment) {
    const { batch, storage } = authMethods(settings, environment);
    const method = batch.kind === 'shared-key' ? storage : batch;
    return method.kind === 'shared-key' ? null : tokenCache(account_requestToken(method, environment));
}
const authMethods = (settings, { env, maskSecret }) => chooseAuthMethods(settings, {
    onGitHub: env['GITHUB_ACTIONS'] === 'true',
    identityToken: githubIdentityToken(env, maskSecret) !== null,
    clientSecret: env['AZURE_CLIENT_SECRET'] || null
});
function credentialOf(method, environment) {
    if (method.kind === 'shared-key')
        return method;
    return { kind: 'token', token: tokenCache(account_requestToken(method, environment)) };
}
function account_requestToken(method, { env, maskSecret }) {
    if (method.kind === 'az-login')
        return azLogin(method.tenantId);
    if (method.kind === 'client-secret')
        return clientSecret(method.application, method.secret, env);
    const identityToken = githubIdentityToken(env, maskSecret);
    if (identityToken === null)
        throw new Error('Identity tokens are not available here.');
    return federated(method.application, identityToken, env);
}


/***/ }),

/***/ 45377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ resizeRemedy),
/* harmony export */   i: () => (/* binding */ requestRemedy)
/* harmony export */ });
const REQUEST_QUOTA = 'request a higher quota in the Azure portal (Batch account > Quotas)';
const SPOT_CORES = `The spot core quota is used up. Use fewer \`spot-nodes\` or a smaller \`vm-size\`, or ${REQUEST_QUOTA}.`;
const ASSIGN_ROLE = 'Assign the role Azure Batch Data Contributor on the Batch account to the application (role assignments take a few minutes to take effect), or use `batch-account-key`.';
/**
 * What to do about an error of the Batch service, by its error code.
 *
 * @see https://learn.microsoft.com/rest/api/batchservice/batch-status-and-error-codes
 */
const REMEDIES = {
    AuthenticationFailed: "Check `batch-account-key` and `batch-account`, or `tenant-id` and `client-id`. An application also needs the role Azure Batch Data Contributor. If all of these are correct, check this machine's clock.",
    PermissionDenied: ASSIGN_ROLE,
    Forbidden: ASSIGN_ROLE,
    AccountIsDisabled: 'The Batch account is disabled. Check its status in the Azure portal.',
    ActiveJobAndScheduleQuotaReached: `The account's quota for active jobs is used up. Delete old jobs (the \`sweep\` command deletes those that interrupted runs left behind), or ${REQUEST_QUOTA}.`,
    PoolQuotaReached: `The account's pool quota is used up. Delete old pools (the \`sweep\` command deletes those that interrupted runs left behind), use an existing pool with \`pool\`, or ${REQUEST_QUOTA}.`,
    AccountCoreQuotaReached: `The quota for dedicated cores is used up. Use fewer nodes or a smaller \`vm-size\`, end other runs, or ${REQUEST_QUOTA}.`,
    AccountLowPriorityCoreQuotaReached: SPOT_CORES,
    AccountSpotCoreQuotaReached: SPOT_CORES,
    AccountVMSeriesCoreQuotaReached: `The core quota for this VM series is used up. Use a \`vm-size\` of another series, or ${REQUEST_QUOTA}.`,
    AllocationFailed: 'Azure has no capacity for this VM size in the region right now. Use another `vm-size`, or try again later.',
    AllocationTimedOut: 'Azure did not provide the VMs in time. Try again later, or use another `vm-size`.',
    ResizeStopped: 'The resize of the pool was stopped. Resize the pool again.',
    InvalidPropertyValue: 'Correct the input that sets this property: `vm-size` sets vmSize, `vm-image` sets imageReference and nodeAgentSKUId, `nodes` and `spot-nodes` set the target number of nodes.',
    JobNotFound: 'The job is gone: the run has ended, or was swept.',
    JobBeingDeleted: 'A job with this name is being deleted. Try again in a few minutes.',
    PoolNotFound: 'Check `pool`: the account has no pool with this ID.',
    PoolBeingDeleted: 'A pool with this name is being deleted. Try again in a few minutes.',
    RequestBodyTooLarge: 'Increase `partitions`, so that each task is smaller.',
    ENOTFOUND: 'Check `batch-endpoint`: it has the form https://NAME.REGION.batch.azure.com.'
};
/** Error codes of resize errors differ in letter case from those of requests. */
const BY_LOWER_CASE = new Map(Object.entries(REMEDIES).map(([code, remedy]) => [code.toLowerCase(), remedy]));
/** What to do about a code that is not in the table. */
const REMEDIES_BY_KIND = {
    refused: 'Check `batch-account-key`, or assign the role Azure Batch Data Contributor to the application.',
    quota: `A quota of the account is used up: ${REQUEST_QUOTA}.`,
    'not-found': 'Check `batch-endpoint`.',
    unavailable: 'Check `batch-endpoint` and the network, or try again later.'
};
/** What to do about a resize error of a pool; empty if nothing is known about its code. */
const resizeRemedy = (code) => BY_LOWER_CASE.get(code.toLowerCase()) ?? '';
/** What to do about a failed request; empty if nothing is known about it. */
function requestRemedy(kind, code, details) {
    // The service has no error code for an unsupported API version.
    if (/QueryParameter/.test(code) && details.includes('api-version'))
        return 'Set `batch-api-version` to a version that the service supports.';
    return BY_LOWER_CASE.get(code.toLowerCase()) ?? REMEDIES_BY_KIND[kind] ?? '';
}


/***/ }),

/***/ 69796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ UNRESPONSIVE),
/* harmony export */   Hp: () => (/* binding */ FailedNodes),
/* harmony export */   Mw: () => (/* binding */ countNotIn),
/* harmony export */   rT: () => (/* binding */ describeFailedNode),
/* harmony export */   ry: () => (/* binding */ countIn),
/* harmony export */   u5: () => (/* binding */ UNUSABLE)
/* harmony export */ });
/* harmony import */ var _engine_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10481);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94869);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90262);



/** States of a node that cannot run tasks, does not recover, and is billed all the same. */
const UNUSABLE = ['starttaskfailed', 'unusable'];
/** The state of a node that Azure has lost contact with: it runs nothing now, and may come back. */
const UNRESPONSIVE = 'unknown';
/** The number of nodes in any of the states. */
const countIn = (states, counts) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
/** The number of nodes in other states. */
const countNotIn = (states, counts) => Object.entries(counts)
    .filter(([state]) => !states.includes(state))
    .reduce((sum, [, number]) => sum + number, 0);
/** Bytes of a node's log that are shown, from the end. */
const TAIL = 4000;
/** How long a failed node may take to return its log, in milliseconds. */
const LOG_TIMEOUT = 20_000;
/**
 * Describes why a node cannot run tasks, as sentences: its state, its errors, and the end of the start task's log.
 *
 * @throws AzureProblem; the signal's reason
 */
async function describeFailedNode(service, poolId, { id, state, startTask, errors }, signal) {
    const log = await startTaskLog(service, poolId, id, signal);
    const reasons = [
        startTask?.exitCode ? `its start task ended with exit code ${startTask.exitCode}` : '',
        startTask?.failure ?? '',
        ...errors
    ].filter(Boolean);
    const reason = [state, reasons.join('; ')].filter(Boolean).join(': ');
    const end = log?.trim() ? ` Its log ends with: ${(0,_engine_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .a)(log)}.` : '';
    return `The node ${id} cannot run tasks (${reason}).${end}`;
}
/** Null if the node does not return its log, which does not end the run. */
async function startTaskLog(service, poolId, nodeId, signal) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LOG_TIMEOUT)]);
    try {
        return await service.nodeFileTail(poolId, nodeId, 'startup/stderr.txt', TAIL, limit);
    }
    catch (error) {
        signal.throwIfAborted();
        if (limit.aborted || error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .AzureProblem */ .J)
            return null;
        throw error;
    }
}
/** The most failed nodes that are reported one by one. */
const MAX_REPORTED = 3;
/** The nodes of a pool that cannot run tasks. Each is reported once, with its own log. */
class FailedNodes {
    #service;
    #known = new Set();
    #reason = null;
    constructor(service) {
        this.#service = service;
    }
    /** Describes the first of them; null if there is none. */
    get reason() {
        return this.#reason;
    }
    /**
     * Describes failed nodes that were not reported before. The nodes are listed only if their number has grown.
     *
     * @param failed number of failed nodes, by the counts
     * @throws AzureProblem; the signal's reason
     */
    async report(poolId, failed, signal) {
        if (failed <= this.#known.size)
            return [];
        const nodes = await this.#service.nodes(poolId, signal);
        const fresh = nodes.filter(({ id, state }) => [...UNUSABLE, UNRESPONSIVE].includes(state) && !this.#known.has(id));
        const sentences = [];
        for (const node of fresh) {
            this.#known.add(node.id);
            if (this.#known.size > MAX_REPORTED)
                continue;
            const description = await describeFailedNode(this.#service, poolId, node, signal);
            this.#reason ??= description;
            sentences.push(`${description} Azure bills it all the same.`);
        }
        if (fresh.length > 0 && this.#known.size > MAX_REPORTED)
            sentences.push(`${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(this.#known.size, 'node')} in total cannot run tasks.`);
        return sentences;
    }
}


/***/ }),

/***/ 95613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  df: () => (/* binding */ BLOBS),
  ve: () => (/* binding */ NAME_PREFIX),
  pj: () => (/* binding */ batchTaskId),
  py: () => (/* binding */ batchTaskIn),
  zf: () => (/* binding */ isJobOf),
  wb: () => (/* binding */ jobIdOf),
  rt: () => (/* binding */ runName),
  Xb: () => (/* binding */ taskOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/backends/azure-batch/storage/container-name.js

/** The prefix of the names of all containers of runs. */
const CONTAINER_PREFIX = 'batch-ocr-';
/** Azure's limit for the name of a container. */
const MAX_LENGTH = 63;
/**
 * The name of a run's container. Azure allows lowercase letters, digits and single hyphens. A run ID that is too long or
 * contains anything else is adapted and gets a digest, so that two runs never share a container.
 */
function containerName(runId) {
    const adapted = runId
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
    const maxLength = MAX_LENGTH - CONTAINER_PREFIX.length;
    if (adapted === runId && adapted !== '' && adapted.length <= maxLength)
        return CONTAINER_PREFIX + adapted;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(runId).digest('hex').slice(0, 12);
    const start = adapted.slice(0, maxLength - digest.length - 1).replace(/-$/, '');
    return CONTAINER_PREFIX + [start, digest].filter(Boolean).join('-');
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/names.js


/** The prefix of the names of all jobs, pools and containers that a run creates. `sweep` selects by it. */
const NAME_PREFIX = CONTAINER_PREFIX;
/** The most characters of the repository's name in the name of a run. */
const REPOSITORY_LENGTH = 12;
/**
 * The name of a run on Azure: of its job and its container. It is the same for the same run, attempt and settings, so
 * that a repeated submission finds the resources of the first one. Two steps of a workflow run differ in `request`.
 *
 * @param request what the run is to do, as text
 */
function runName(repository, runId, request) {
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([repository, runId, request]))
        .digest('hex')
        .slice(0, 8);
    const shortRepository = (repository?.split('/').at(-1) ?? '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, REPOSITORY_LENGTH)
        .replace(/^-|-$/g, '');
    return containerName([shortRepository, runId.toLowerCase(), digest].filter(Boolean).join('-'));
}
/** The ID of a run's job. Later rounds, which repeat tasks after the first job has ended, have jobs of their own. */
const jobIdOf = (name, round) => round === 1 ? name : `${name}-r${round}`;
/** Whether a job belongs to a run. */
const isJobOf = (name, jobId) => jobId === name || (jobId.startsWith(`${name}-r`) && /^\d+$/.test(jobId.slice(name.length + 2)));
/** The ID of a partition's Batch task. Each further attempt is a task of its own. */
const batchTaskId = (task, attempt) => attempt === 1 ? task : `${task}-again-${attempt}`;
/** The partition's task and the attempt that an ID from `batchTaskId` stands for. */
function taskOf(batchTask) {
    const [, task = batchTask, attempt = '1'] = /^(.+)-again-(\d+)$/.exec(batchTask) ?? [];
    return { task, attempt: Number(attempt) };
}
/** The blobs in a run's container. */
const BLOBS = {
    manifest: 'run.json',
    /** The program that runs on nodes. */
    program: 'node.mjs',
    resultsPrefix: 'out/',
    /** The archive with a task's order and images. */
    order: (task) => `in/${task}.tar`,
    /** The archive with a task's results. */
    results: (batchTask) => `out/${batchTask}.tar`,
    /** The folder with the output of a failed task. */
    logs: (batchTask) => `logs/${batchTask}`
};
/** The Batch task whose results a blob contains; null if it does not contain results. */
const batchTaskIn = (blob) => /^out\/([\w-]+)\.tar$/.exec(blob)?.[1] ?? null;


/***/ }),

/***/ 67200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  accountSettings: () => (/* binding */ accountSettings),
  azureAccount: () => (/* binding */ azureAccount),
  azurePlace: () => (/* binding */ azurePlace)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/engine/fingerprint.js
var fingerprint = __webpack_require__(93687);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(94869);
// EXTERNAL MODULE: ./build/results/records.js
var records = __webpack_require__(40399);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings_settings = __webpack_require__(84663);
// EXTERNAL MODULE: ./build/backends/azure-batch/account.js + 30 modules
var account = __webpack_require__(44644);
// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(28414);
// EXTERNAL MODULE: ./build/results/totals.js
var totals = __webpack_require__(61210);
// EXTERNAL MODULE: ./build/backends/event-queue.js
var event_queue = __webpack_require__(75926);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(90262);
;// CONCATENATED MODULE: ./build/archive/problem.js
/** An archive cannot be written, or is not valid. The message is a complete sentence. */
class problem_ArchiveProblem extends Error {
}
/** Whether the file system failed. Streams have error codes of their own, but no `errno`. */
const isFileSystemError = (error) => typeof error?.errno === 'number';
/** An error of the file system as a sentence about an archive; any other error unchanged. */
function fileProblem(what, error) {
    if (!isFileSystemError(error))
        return error;
    const { code, message } = error;
    const remedy = code === 'ENOSPC' || code === 'EDQUOT'
        ? ' The disk is full: free some space, or use a larger disk.'
        : '';
    return new problem_ArchiveProblem(`${what} (${message}).${remedy}`, { cause: error });
}
/** Text from an archive, made safe for a log: one line, without control characters, and not too long. */
const problem_printable = (text) => text
    .slice(0, MAX_LENGTH)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => JSON.stringify(character).slice(1, -1))
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
const MAX_LENGTH = 300;

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/results/names.js
var names = __webpack_require__(71685);
// EXTERNAL MODULE: ./build/results/row.js
var results_row = __webpack_require__(16069);
;// CONCATENATED MODULE: ./build/archive/names.js

/**
 * Names of the files in an archive. Images and their output files are named by the image's number in the order, from 1:
 * the names of the images are not trusted, so they are never paths in an archive.
 */
const names_ORDER_NAME = 'order.json';
const ROWS_NAME = 'results.jsonl';
const TASK_NAME = 'task.json';
const NODE_NAME = 'node.json';
/** The file of an image. */
const names_imageName = (number) => `images/${digits(number)}`;
/** Whether a name has the form of `imageName`. */
const names_isImageName = (name) => /^images\/\d{6}$/.test(name);
/** An output file of an image. */
const outputName = (number, format) => `outputs/${digits(number)}.${format}`;
/** The number and the format in a name of the form of `outputName`; null for any other name. */
function outputOf(name) {
    const [, number = '', extension] = /^outputs\/(\d{6})\.([a-z]+)$/.exec(name) ?? [];
    const format = records/* FORMATS */.hR.find((one) => one === extension);
    return format ? { number: Number(number), format } : null;
}
/** A log of the task. */
const logName = (log) => `logs/${log}`;
/** The log in a name of the form of `logName`; null for any other name. */
const logOf = (name) => /^logs\/([a-z-]+\.log)$/.exec(name)?.[1] ?? null;
const digits = (number) => String(number).padStart(6, '0');

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
;// CONCATENATED MODULE: ./build/archive/pack.js





/** The last file of every archive: an archive without it is incomplete. */
const END_NAME = 'end';
/**
 * Writes an archive: a tar file without compression, because images are already compressed. Memory use does not depend
 * on the size of the files, no incomplete archive is left behind, and the same files make the same archive.
 *
 * @throws ArchiveProblem if it cannot be written, or a file becomes shorter while it is read; the signal's reason
 */
async function pack(archive, files, signal) {
    const partial = `${archive}.part`;
    const tar = (0,tar_stream.pack)();
    const filled = fill(tar, files).then(() => tar.finalize(), (error) => {
        tar.destroy(error);
        throw error;
    });
    const written = (0,external_node_stream_promises_.pipeline)(tar, (0,external_node_fs_.createWriteStream)(partial), signal ? { signal } : {});
    const [fillEnd, writeEnd] = await Promise.allSettled([filled, written]);
    try {
        signal?.throwIfAborted();
        // If one fails, so does the other, with an error that only says that its stream was destroyed.
        const reasons = [fillEnd, writeEnd].flatMap((end) => end.status === 'rejected' ? [end.reason] : []);
        if (reasons.length > 0)
            throw reasons.find(isCause) ?? reasons[0];
        await (0,promises_.rename)(partial, archive);
    }
    catch (error) {
        // If it cannot be removed, it could not be created either, and that error is reported.
        await (0,promises_.rm)(partial, { force: true }).catch(() => { });
        if (signal?.aborted)
            throw signal.reason;
        throw fileProblem(`The archive ${archive} could not be written`, error);
    }
}
const isCause = (error) => error instanceof problem_ArchiveProblem || isFileSystemError(error);
async function fill(tar, files) {
    for await (const { name, content } of files) {
        if (Buffer.isBuffer(content))
            await addBytes(tar, name, content);
        else
            await addFile(tar, name, content);
    }
    await addBytes(tar, END_NAME, Buffer.alloc(0));
}
/** No times or users, so that the same files make the same archive and it reveals nothing about this machine. */
const header = (name, size) => ({ name, size, mtime: new Date(0), mode: 0o644 });
const addBytes = (tar, name, bytes) => new Promise((resolve, reject) => {
    tar.entry(header(name, bytes.length), bytes, (error) => (error ? reject(error) : resolve()));
});
async function addFile(tar, name, file) {
    try {
        const { size } = await file.stat();
        if (size === 0)
            return await addBytes(tar, name, Buffer.alloc(0));
        // If the file grows, only the size stated in its header is read.
        const bytes = file.createReadStream({ end: size - 1, autoClose: false });
        const added = (0,external_node_stream_promises_.pipeline)(bytes, tar.entry(header(name, size)));
        await added.catch((error) => {
            throw bytes.readableEnded && bytes.bytesRead < size ? shrunk(name) : error;
        });
    }
    finally {
        await file.close();
    }
}
const shrunk = (name) => new problem_ArchiveProblem(`The file packed as ${name} became shorter while it was read. Make sure that nothing writes to the images during a run, and run again.`);

;// CONCATENATED MODULE: ./build/archive/unpack.js






/**
 * Unpacks an archive created by `pack`, as a stream. The archive is not trusted, because a malicious image may have
 * compromised the node that created it: only regular files are written, each once, to the paths given by `targetOf`.
 *
 * @param targetOf the absolute path for a file, by its name in the archive; null if no such file is expected
 * @throws ArchiveProblem if it is incomplete, damaged, contains anything else, or cannot be written to disk; what the
 *   source throws; the signal's reason
 */
async function unpack_unpack(source, targetOf, signal) {
    const entries = (0,tar_stream.extract)();
    const failed = {};
    source.once('error', (error) => {
        // The source fails like this when `unpack` stops reading it.
        if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
            failed.source = error;
    });
    const fed = (0,external_node_stream_promises_.pipeline)(source, entries, { signal });
    // The iteration over the entries throws the same error.
    fed.catch(() => { });
    try {
        await unpackAll(entries, targetOf);
    }
    catch (error) {
        signal.throwIfAborted();
        throw failed.source ?? (error instanceof problem_ArchiveProblem ? error : damaged(error));
    }
    finally {
        source.destroy();
    }
}
async function unpackAll(entries, targetOf) {
    let isComplete = false;
    for await (const entry of entries) {
        const { name, type } = entry.header;
        if (isComplete)
            throw new problem_ArchiveProblem('The archive is damaged: it continues after its end.');
        if (type === 'file' && name === END_NAME) {
            isComplete = true;
            entry.resume();
            continue;
        }
        const target = type === 'file' ? targetOf(name) : null;
        if (target === null) {
            throw new problem_ArchiveProblem(`The archive holds ${problem_printable(JSON.stringify(name))} (${type}), which does not belong in it. Nothing of it was used.`);
        }
        await unpackOne(name, entry, target);
    }
    if (!isComplete)
        throw new problem_ArchiveProblem('The archive is incomplete: its end is missing.');
}
async function unpackOne(name, bytes, target) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        await (0,promises_.writeFile)(target, bytes, { flag: 'wx' });
    }
    catch (error) {
        throw fileProblem(`${name} could not be unpacked to ${target}`, error);
    }
}
const damaged = (cause) => new problem_ArchiveProblem(`The archive is incomplete or damaged (${cause.message}).`, {
    cause
});

;// CONCATENATED MODULE: ./build/archive/read-results.js










/**
 * Reads the results archive of a task into the results folder: logs, and the output files of each image with a row. It
 * takes all or nothing, and may be repeated.
 *
 * The archive is not trusted, because a node processes images from anywhere: only rows of the task's own images are
 * accepted, and the path of each file is derived from the known path of its image.
 *
 * @throws ArchiveProblem if the archive is incomplete, damaged, or of another task; what the source throws; the signal's
 *   reason
 */
async function readResultsArchive(source, expected, folder, signal) {
    // Inside the results folder, so that files are moved and not copied; the next run clears `metadata`.
    const parent = (0,external_node_path_.join)(folder.path, 'metadata');
    (0,external_node_fs_.mkdirSync)(parent, { recursive: true });
    const stage = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, `${expected.task}-`));
    try {
        await unpack_unpack(source, (name) => targetIn(stage, name), signal);
        const node = nodeIn(stage);
        const task = taskIn(stage, expected);
        const packedRows = rowsIn(stage, expected);
        moveOutputs(stage, expected, packedRows, folder);
        for (const log of namesIn((0,external_node_path_.join)(stage, 'logs')))
            folder.moveIn((0,external_node_path_.join)(stage, 'logs', log), `metadata/logs/${task.id}/${log.slice(0, -PART.length)}`);
        const { attempt } = expected;
        const rows = packedRows.map((row) => ({ ...row, task: task.id, node: node.id, attempt }));
        return { rows, task: { ...task, node: node.id, counts: (0,totals/* countsOf */.mQ)(rows) }, node };
    }
    finally {
        (0,external_node_fs_.rmSync)(stage, { recursive: true, force: true });
    }
}
/** Suffix of staged files: if this process is killed, they are not mistaken for results. */
const PART = '.part';
const targetIn = (stage, name) => [ROWS_NAME, TASK_NAME, NODE_NAME].includes(name) || logOf(name) || outputOf(name)
    ? (0,external_node_path_.join)(stage, `${name}${PART}`)
    : null;
const namesIn = (folder) => ((0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder) : []);
/** Maximum bytes of the rows or of a record: a row has about one thousand, and a task has some thousands of rows. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024;
function textIn(stage, name) {
    const file = (0,external_node_path_.join)(stage, `${name}${PART}`);
    if (!(0,external_node_fs_.existsSync)(file))
        throw new problem_ArchiveProblem(`The archive has no ${name}.`);
    const { size } = (0,external_node_fs_.statSync)(file);
    if (size <= MAX_TEXT_BYTES)
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    throw new problem_ArchiveProblem(`The archive's ${name} is too large (${size} bytes).`);
}
function recordIn(stage, name, schema) {
    const text = textIn(stage, name);
    try {
        return dist/* parse */.qgA(schema, JSON.parse(text));
    }
    catch (cause) {
        throw new problem_ArchiveProblem(`The archive's ${name} is not a valid record (${problem_printable(cause.message)}).`, { cause });
    }
}
/** The node's record. Its id must be safe as a file name. */
function nodeIn(stage) {
    const node = recordIn(stage, NODE_NAME, records/* nodeRecordSchema */.L0);
    if ((0,names/* isRecordName */.lx)(node.id))
        return node;
    throw new problem_ArchiveProblem(`The archive names the node ${problem_printable(JSON.stringify(node.id))}, which is not a valid node name.`);
}
function taskIn(stage, { task, images }) {
    const found = recordIn(stage, TASK_NAME, records/* taskRecordSchema */.iz);
    if (found.id === task)
        return { ...found, partition: { ...found.partition, images: [...images] } };
    throw new problem_ArchiveProblem(`The archive is of ${problem_printable(JSON.stringify(found.id))}, not of ${task}.`);
}
/** The rows. Each must be of an image of the task, and its text file, if it names one, must be in the archive. */
function rowsIn(stage, { task, images }) {
    const numbers = new Map(images.map((image, index) => [image, index + 1]));
    const rows = new Map();
    for (const line of textIn(stage, ROWS_NAME).split('\n').filter(Boolean)) {
        const row = (0,results_row/* parseRow */.W0)(line);
        const number = row ? numbers.get(row.image) : undefined;
        if (!row || number === undefined || !hasTextFile(stage, row, number))
            throw new problem_ArchiveProblem(`The archive of ${task} has a line that is not a row of this task: ${problem_printable(line)}`);
        rows.set(row.image, row);
    }
    return [...rows.values()];
}
const hasTextFile = (stage, row, number) => row.text === null ||
    (row.text === (0,names/* outputPath */.XC)('txt', row.image) &&
        (0,external_node_fs_.existsSync)((0,external_node_path_.join)(stage, `${outputName(number, 'txt')}${PART}`)));
function moveOutputs(stage, { images }, rows, folder) {
    const read = new Set(rows.filter(({ status }) => status !== 'failed').map(({ image }) => image));
    for (const file of namesIn((0,external_node_path_.join)(stage, 'outputs'))) {
        const output = outputOf(`outputs/${file.slice(0, -PART.length)}`);
        const image = output && images[output.number - 1];
        if (image && read.has(image))
            folder.moveIn((0,external_node_path_.join)(stage, 'outputs', file), (0,names/* outputPath */.XC)(output.format, image));
    }
}

// EXTERNAL MODULE: ./build/lib/parallel.js
var parallel = __webpack_require__(92257);
// EXTERNAL MODULE: ./build/backends/azure-batch/names.js + 1 modules
var azure_batch_names = __webpack_require__(95613);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/download.js






/** Archives that are downloaded at the same time. */
const CONCURRENCY = 4;
/** The most downloads of an archive whose connection breaks. */
const MAX_TRIES = 3;
/** Downloads the results of a run: each archive once, and each image's row once. */
class ResultsDownload {
    #container;
    #folder;
    #images;
    #seen = new Set();
    #withRow = new Set();
    #tasks = new Map();
    #nodes = new Map();
    #damaged = new Map();
    constructor(container, manifest, folder) {
        this.#container = container;
        this.#folder = folder;
        this.#images = new Map(manifest.plan.partitions.map(({ task, images }) => [task, images.map(({ path }) => path)]));
    }
    /**
     * Downloads new archives, and reports each as soon as its texts are in the results folder.
     *
     * @throws AzureProblem; what the results folder throws; the signal's reason
     */
    async downloadNew(report, signal) {
        const blobs = await this.#container.list(azure_batch_names/* BLOBS */.df.resultsPrefix, signal);
        const fresh = blobs.filter((blob) => !this.#seen.has(blob));
        await (0,parallel/* inParallel */.H)(fresh, CONCURRENCY, async (blob) => {
            const downloaded = await this.#download(blob, signal);
            if (downloaded)
                report(downloaded);
            this.#seen.add(blob);
        });
    }
    /**
     * Like `downloadNew`, and downloads the archives of incomplete tasks again: a task that Batch has run again has
     * replaced its archive.
     *
     * @throws like `downloadNew`
     */
    async downloadAll(report, signal) {
        for (const blob of this.#seen)
            if (!this.isComplete((0,azure_batch_names/* taskOf */.Xb)((0,azure_batch_names/* batchTaskIn */.py)(blob) ?? '').task))
                this.#seen.delete(blob);
        await this.downloadNew(report, signal);
    }
    /** Whether every image of a task has a row. */
    isComplete(task) {
        return (this.#images.get(task) ?? []).every((image) => this.#withRow.has(image));
    }
    /** Why the archive of a Batch task cannot be used, without a period; null if it can, or was not found. */
    damageOf(batchTask) {
        return this.#damaged.get(batchTask) ?? null;
    }
    /** Whether the results of a Batch task are downloaded. */
    isDownloaded(batchTask) {
        return this.#seen.has(azure_batch_names/* BLOBS */.df.results(batchTask)) && !this.#damaged.has(batchTask);
    }
    /** Records of the downloaded tasks, by ID. */
    get tasks() {
        return this.#tasks;
    }
    /** The nodes of the downloaded tasks, sorted by ID. */
    get nodes() {
        return [...this.#nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    }
    async #download(blob, signal) {
        const batchTask = (0,azure_batch_names/* batchTaskIn */.py)(blob);
        if (batchTask === null || !this.#images.has((0,azure_batch_names/* taskOf */.Xb)(batchTask).task))
            return null;
        for (let tries = 1;; tries++) {
            const source = await this.#container.get(blob, signal);
            if (source === null)
                return null;
            try {
                return await this.#read(batchTask, source, signal);
            }
            catch (error) {
                if (!isBrokenConnection(error) || tries === MAX_TRIES)
                    throw error;
            }
        }
    }
    /** Null if the archive cannot be used; `damageOf` has the reason. */
    async #read(batchTask, source, signal) {
        const { task, attempt } = (0,azure_batch_names/* taskOf */.Xb)(batchTask);
        const expected = { task, images: this.#images.get(task) ?? [], attempt };
        try {
            const results = await readResultsArchive(source, expected, this.#folder, signal);
            this.#damaged.delete(batchTask);
            return this.#add(results);
        }
        catch (error) {
            if (!(error instanceof problem_ArchiveProblem))
                throw error;
            this.#damaged.set(batchTask, error.message.replace(/\.$/, ''));
            return null;
        }
    }
    #add({ rows, task, node }) {
        const fresh = rows.filter(({ image }) => !this.#withRow.has(image));
        for (const { image } of fresh)
            this.#withRow.add(image);
        const earlier = this.#tasks.get(task.id);
        if (earlier !== undefined && hasAttemptsOf(earlier, task))
            return { task: earlier, rows: fresh };
        const record = withEarlier(earlier, task);
        this.#tasks.set(task.id, record);
        this.#nodes.set(node.id, mergedNode(this.#nodes.get(node.id), node));
        return { task: record, rows: fresh };
    }
}
const isBrokenConnection = (error) => error instanceof problem/* AzureProblem */.J && error.kind === 'unavailable';
/** Whether a task's record includes all attempts of another: its archive was read before. */
const hasAttemptsOf = ({ attempts }, other) => other.attempts.every(({ node, start }) => attempts.some((attempt) => attempt.node === node && attempt.start === start));
/** The record of a task, with the attempts of its earlier archives. */
function withEarlier(earlier, task) {
    if (earlier === undefined)
        return task;
    const attempts = [...earlier.attempts, ...task.attempts].sort((a, b) => a.start < b.start ? -1 : 1);
    return { ...task, attempts, seconds: (0,totals/* rounded */.Wf)(earlier.seconds + task.seconds) };
}
/** Adds up a node's records: each archive has the record of one task. */
function mergedNode(node, other) {
    if (node === undefined)
        return other;
    const times = (pick) => [pick(node), pick(other)].filter((time) => time !== null).sort();
    return {
        ...other,
        tasks: node.tasks + other.tasks,
        images: node.images + other.images,
        busySeconds: (0,totals/* rounded */.Wf)(node.busySeconds + other.busySeconds),
        firstTaskAt: times(({ firstTaskAt }) => firstTaskAt)[0] ?? null,
        lastTaskAt: times(({ lastTaskAt }) => lastTaskAt).at(-1) ?? null
    };
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/job/job-end.js


/** Terminate reasons of the service: all tasks have ended, and the job's time limit has passed. */
const ALL_TASKS_ENDED = /^alltaskscomplete/i;
const TIME_LIMIT = /^maxwallclocktime/i;
/** Error codes of a job that was deleted, or is about to be. */
const DELETED = ['JobNotFound', 'JobBeingDeleted'];
/** Whether a job ended because all its tasks had ended. */
const isCompleted = (job) => job.state === 'completed' && ALL_TASKS_ENDED.test(job.terminateReason ?? '');
/**
 * Why a job ended before its tasks did, as a sentence; null if it is active, still ending, or completed.
 *
 * @param job null if there is no job with that ID
 * @param jobTimeout minutes
 */
function earlyEnd(id, job, jobTimeout) {
    if (job === null || job.state === 'deleting')
        return deletedByOthers(id);
    if (job.schedulingError !== null)
        return `Azure Batch could not start the job ${id} (${job.schedulingError}). ${REMEDY}`;
    if (job.state !== 'completed' || isCompleted(job))
        return null;
    if (TIME_LIMIT.test(job.terminateReason ?? ''))
        return `The job ${id} did not end within job-timeout (${jobTimeout} minutes), so Azure Batch ended it. Raise job-timeout, or use more nodes.`;
    return `The job ${id} was ended by somebody else (${job.terminateReason ?? 'no reason is given'}). Run again to read the remaining images.`;
}
const REMEDY = 'If the pool quota is used up, remove what earlier runs left with `sweep`, or name a pool in `pool`. Otherwise, check vm-size and vm-image.';
const deletedByOthers = (id) => `The job ${id} was deleted by somebody else before all images were read. Run again to read the remaining images.`;
/** Replaces the error of a call to a job that was deleted by one that says so; other errors stay. */
function withCause(error, id) {
    if (!(error instanceof problem/* AzureProblem */.J) || !DELETED.includes(error.code))
        return error;
    return new problem/* AzureProblem */.J('not-found', error.code, deletedByOthers(id), { cause: error });
}
/** How long to wait for a job to end, and how often to poll it, in milliseconds. */
const TIMEOUT = 180_000;
const POLL_EVERY = 500;
/**
 * Checks why a job accepts no more tasks: returns if it is completed.
 *
 * @param refusal what adding tasks threw
 * @param jobTimeout minutes
 * @throws AzureProblem that says why the job ended early; `refusal` if it has another reason; the signal's reason
 */
async function assertCompleted(service, id, jobTimeout, refusal, signal) {
    if (!(refusal instanceof problem/* AzureProblem */.J) || !['conflict', 'not-found'].includes(refusal.kind))
        throw refusal;
    const deadline = Date.now() + TIMEOUT;
    let job = await service.job(id, signal);
    while (job?.state === 'terminating' && Date.now() < deadline) {
        await (0,abort/* pause */.v7)(POLL_EVERY, signal);
        job = await service.job(id, signal);
    }
    const early = earlyEnd(id, job, jobTimeout);
    if (early !== null)
        throw new problem/* AzureProblem */.J('conflict', refusal.code, early, { cause: refusal });
    if (job === null || !isCompleted(job))
        throw refusal;
}

// EXTERNAL MODULE: ./build/backends/azure-batch/client/remedies.js
var remedies = __webpack_require__(45377);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/failed-nodes.js
var failed_nodes = __webpack_require__(69796);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/node-watch.js



/** States of a node that has left its pool, or is about to. */
const GONE = ['preempted', 'leavingpool', 'offline'];
/** States of a node that runs nothing now and may come back. */
const MAY_RETURN = ['preempted', failed_nodes/* UNRESPONSIVE */.C6];
/** Checks without a pool after which it counts as deleted: the service creates the pool of a job after the job. */
const MAX_CHECKS_WITHOUT_POOL = 12;
/** Watches the nodes of a pool, and reports once what keeps them from running tasks. */
class NodeWatch {
    #service;
    #wanted;
    #since;
    #failedNodes;
    #reported = new Set();
    #existed;
    #checksWithoutPool = 0;
    #preempted = 0;
    /**
     * @param wanted number of nodes
     * @param since by the service's clock; earlier resize errors are not this run's, since they stay until the next resize
     * @param existed the pool has been seen: if it is not found, it was deleted
     */
    constructor(service, wanted, since, existed = false) {
        this.#service = service;
        this.#wanted = wanted;
        this.#since = since;
        this.#existed = existed;
        this.#failedNodes = new failed_nodes/* FailedNodes */.Hp(service);
    }
    /**
     * Checks the nodes. The pool is requested only while nodes are missing.
     *
     * @throws AzureProblem; the signal's reason
     */
    async check(poolId, counts, signal) {
        const states = countByState(counts);
        const usable = (0,failed_nodes/* countNotIn */.Mw)([...failed_nodes/* UNUSABLE */.u5, failed_nodes/* UNRESPONSIVE */.C6, ...GONE], states);
        const warnings = this.#preemptions(states['preempted'] ?? 0);
        const failed = (0,failed_nodes/* countIn */.ry)([...failed_nodes/* UNUSABLE */.u5, failed_nodes/* UNRESPONSIVE */.C6], states);
        warnings.push(...(await this.#failedNodes.report(poolId, failed, signal)));
        if (usable >= this.#wanted)
            return { warnings, waiting: null, hopeless: null };
        const pool = await this.#service.pool(poolId, signal);
        this.#checksWithoutPool = pool === null ? this.#checksWithoutPool + 1 : 0;
        this.#existed ||= pool !== null || this.#checksWithoutPool > MAX_CHECKS_WITHOUT_POOL;
        if (pool === null || pool.state === 'deleting')
            return { warnings, waiting: null, hopeless: this.#deleted(poolId) };
        warnings.push(...this.#resizeErrors(pool, usable));
        if (usable > 0)
            return { warnings, waiting: null, hopeless: null };
        return { warnings, waiting: this.#waiting(pool), hopeless: this.#hopeless(pool, states) };
    }
    #preemptions(preempted) {
        const more = preempted - this.#preempted;
        this.#preempted = preempted;
        if (more <= 0)
            return [];
        return [`Azure took ${(0,lib_text/* count */.U9)(more, 'spot node')} away; their tasks run again on other nodes.`];
    }
    #deleted(poolId) {
        return this.#existed
            ? `The pool ${poolId} was deleted by somebody else during the run. Run again to read the remaining images.`
            : null;
    }
    #resizeErrors(pool, usable) {
        const [first] = pool.resizeErrors;
        if (first === undefined)
            return [];
        if (!this.#isThisRuns(pool))
            return this.#earlierResizeError(pool, first.code, usable);
        return pool.resizeErrors
            .filter(({ code }) => this.#isNew(`resize ${code}`))
            .map(({ code, message }) => `The pool ${pool.id} does not get all its nodes (${code}: ${message}). ${(0,remedies/* resizeRemedy */.Z)(code)}`.trim());
    }
    /** An error of an earlier resize matters if the pool has no nodes: a fixed size is not tried again. */
    #earlierResizeError(pool, code, usable) {
        const waits = usable === 0 && pool.allocation === 'steady' && !pool.autoscale;
        if (!waits || nodesOf(pool.current) > 0 || !this.#isNew('earlier resize error'))
            return [];
        return [
            `The pool ${pool.id} has no nodes: its last resize, before this run, ended with ${code}. The run waits until the pool is resized, or until job-timeout.`
        ];
    }
    #waiting(pool) {
        const [current, target] = [nodesOf(pool.current), nodesOf(pool.target)];
        if (pool.allocation === 'resizing' && this.#isNew('allocating'))
            return `Azure is allocating the nodes of the pool ${pool.id}: ${current} of ${target} so far. This usually takes a few minutes.`;
        if (pool.autoscale && target === 0 && this.#isNew('autoscale'))
            return `The pool ${pool.id} scales automatically and has no nodes yet; its formula is evaluated every few minutes.`;
        return null;
    }
    #hopeless(pool, states) {
        if (pool.autoscale || pool.allocation !== 'steady' || (0,failed_nodes/* countIn */.ry)(MAY_RETURN, states) > 0)
            return null;
        const failed = (0,failed_nodes/* countIn */.ry)(failed_nodes/* UNUSABLE */.u5, states);
        if (failed > 0)
            return `None of the ${(0,lib_text/* count */.U9)(failed, 'node')} of the pool ${pool.id} can run tasks. ${this.#failedNodes.reason ?? ''}`.trim();
        if (nodesOf(pool.current) > 0)
            return null;
        if (nodesOf(pool.target) === 0)
            return `The pool ${pool.id} has no nodes, and its target size is 0. Resize it, or leave \`pool\` empty.`;
        if (!this.#isThisRuns(pool) || pool.resizeErrors.length === 0)
            return null;
        const codes = pool.resizeErrors.map(({ code }) => code);
        return `The pool ${pool.id} gets no nodes (${codes.join(', ')}). ${(0,remedies/* resizeRemedy */.Z)(codes[0] ?? '')}`.trim();
    }
    #isThisRuns({ allocationSince }) {
        return allocationSince >= this.#since;
    }
    #isNew(message) {
        if (this.#reported.has(message))
            return false;
        this.#reported.add(message);
        return true;
    }
}
const nodesOf = ({ dedicated, spot }) => dedicated + spot;
/** The number of dedicated and spot nodes in each state. */
function countByState(counts) {
    const sum = {};
    for (const kind of counts === null ? [] : [counts.dedicated, counts.spot])
        for (const [state, number] of Object.entries(kind))
            if (number > 0)
                sum[state] = (sum[state] ?? 0) + number;
    return sum;
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/job/poll.js
/** The interval for the real service: two calls every 5 to 30 seconds. */
const POLL_INTERVAL = { min: 5000, max: 30_000 };
/** The factor by which each pause is longer than the previous one while nothing changes. */
const GROWTH = 1.3;
/** The pauses between polls: short while something changes, then longer, with jitter to keep runners apart. */
class PollPauses {
    #interval;
    #random;
    #last = 0;
    constructor(interval, random = Math.random) {
        this.#interval = interval;
        this.#random = random;
    }
    /** The next pause in milliseconds, within the interval. */
    next(changed) {
        const { min, max } = this.#interval;
        this.#last = changed || this.#last === 0 ? min : Math.min(max, this.#last * GROWTH);
        return Math.min(max, this.#last * (1 + 0.2 * this.#random()));
    }
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/job/follow.js





/** Polls without any change after which the state of the job itself is requested. */
const QUIET_POLLS = 6;
/** Minutes beyond `job-timeout` in which the service ends a job. */
const GRACE = 5;
/** Follows a run to its end with two calls per poll; anything else is requested only when there is a reason to. */
class JobFollower {
    #run;
    #lastCounts = '';
    /** Polls in a row without any change. */
    #quiet = 0;
    /** The state of the job may explain an event: the next poll requests it. */
    #checkJob = false;
    /** The last poll found that no node will run tasks. It takes two in a row, since counts lag behind. */
    #hopeless = false;
    /** The job was disabled at the last check. */
    #disabled = false;
    #job = null;
    constructor(run) {
        this.#run = run;
    }
    /**
     * Polls the job until all its results are downloaded.
     *
     * @throws AzureProblem that says what ended it early; what the results folder throws; the signal's reason
     */
    async toTheEnd(signal) {
        const { resubmission, pollInterval } = this.#run;
        const pauses = new PollPauses(pollInterval);
        try {
            while (!(await this.#poll(signal)))
                await (0,abort/* pause */.v7)(pauses.next(this.#quiet === 0), signal);
        }
        catch (error) {
            throw withCause(error, resubmission.jobId);
        }
    }
    /** @returns whether the run has ended */
    async #poll(signal) {
        const { resubmission, download, onTask, onStatus } = this.#run;
        const { tasks, nodes } = await this.#counts(signal);
        const someEnded = tasks.succeeded + tasks.failed > 0;
        if (someEnded && (this.#quiet === 0 || this.#quiet === QUIET_POLLS))
            await download.downloadNew(onTask, signal);
        if (await resubmission.checkFailed(tasks, signal))
            this.#checkJob = true;
        const job = await this.#jobIfNeeded(signal);
        const hasEnded = job?.state === 'completed';
        const isActive = job === null || job.state === 'active';
        const mayBeOver = hasEnded || (isActive && resubmission.haveEnded(tasks));
        if (mayBeOver && (await this.#isComplete(hasEnded, signal))) {
            if (!resubmission.haveEnded(tasks))
                onStatus(resubmission.finalCounts, nodes);
            return true;
        }
        if (isActive)
            await this.#checkNodes(nodes, signal);
        this.#assertInTime();
        return false;
    }
    async #counts(signal) {
        const { account, resubmission, onStatus } = this.#run;
        const job = await this.#knownJob(signal);
        const [tasks, nodes] = await Promise.all([
            account.service.taskCounts(resubmission.jobId, signal),
            job === null ? null : account.service.nodeCounts(job.poolId, signal)
        ]);
        const counts = JSON.stringify([resubmission.jobId, tasks, nodes]);
        this.#quiet = counts === this.#lastCounts ? this.#quiet + 1 : 0;
        this.#lastCounts = counts;
        if (this.#quiet === 0)
            onStatus(tasks, nodes);
        return { tasks, nodes };
    }
    /** The current job with its pool; null until the service has created the pool. */
    async #knownJob(signal) {
        const { account, manifest, resubmission } = this.#run;
        const id = resubmission.jobId;
        if (this.#job?.id === id)
            return this.#job;
        const job = await account.service.job(id, signal);
        this.#assertNotEndedEarly(job);
        const poolId = job?.poolId ?? null;
        if (job === null || poolId === null)
            return null;
        const isNamed = 'id' in manifest.pool;
        const since = isNamed ? job.created : new Date(0);
        const nodes = this.#job?.poolId === poolId
            ? this.#job.nodes
            : new NodeWatch(account.service, manifest.nodes, since, isNamed);
        this.#hopeless = false;
        this.#job = { id, poolId, nodes };
        return this.#job;
    }
    /** The status of the job; null if there is no reason to request it. @throws AzureProblem if it ended early */
    async #jobIfNeeded(signal) {
        const { account, resubmission, warn } = this.#run;
        const isQuiet = this.#quiet > 0 && this.#quiet % QUIET_POLLS === 0;
        if (!this.#checkJob && !isQuiet)
            return null;
        const job = await account.service.job(resubmission.jobId, signal);
        this.#assertNotEndedEarly(job);
        // The reason is only known once the job has ended.
        this.#checkJob = job?.state === 'terminating';
        const disabled = job?.state === 'disabled';
        if (disabled && !this.#disabled)
            warn(`The job ${job.id} was disabled by somebody else, so its tasks wait. Enable it (az batch job enable --job-id ${job.id}), or cancel the run.`);
        this.#disabled = disabled;
        return job;
    }
    #assertNotEndedEarly(job) {
        const { resubmission, manifest } = this.#run;
        const early = earlyEnd(resubmission.jobId, job, manifest.jobTimeout);
        if (early !== null)
            throw new problem/* AzureProblem */.J('conflict', '', early);
    }
    /** Downloads the remaining results and resubmits incomplete tasks. @returns whether there was none */
    async #isComplete(hasEnded, signal) {
        const { account, resubmission, download, onTask } = this.#run;
        // Counts lag behind, so the list of tasks decides while the job has not ended.
        const unfinished = hasEnded
            ? []
            : await account.service.tasks(resubmission.jobId, 'unfinished', signal);
        if (unfinished.length > 0)
            return false;
        await download.downloadAll(onTask, signal);
        return !(await resubmission.resubmitIncomplete(signal));
    }
    /** @throws AzureProblem if no node will run tasks */
    async #checkNodes(counts, signal) {
        const { resubmission, warn, say } = this.#run;
        const job = this.#job;
        if (job?.id !== resubmission.jobId)
            return;
        const { warnings, waiting, hopeless } = await job.nodes.check(job.poolId, counts, signal);
        for (const sentence of warnings)
            warn(sentence);
        if (waiting !== null)
            say(waiting);
        if (hopeless !== null && this.#hopeless)
            throw new problem/* AzureProblem */.J('unavailable', '', hopeless);
        this.#hopeless = hopeless !== null;
        // The pool may be gone because its job has ended.
        if (this.#hopeless)
            this.#checkJob = true;
    }
    /** The service ends the job at `job-timeout`; if it does not, the run ends all the same. */
    #assertInTime() {
        const { manifest, resubmission } = this.#run;
        const minutes = (Date.now() - resubmission.since.getTime()) / 60_000;
        if (minutes <= manifest.jobTimeout + GRACE)
            return;
        throw new problem/* AzureProblem */.J('unavailable', '', `The job ${resubmission.jobId} did not end within job-timeout (${manifest.jobTimeout} minutes). Raise job-timeout, or use more nodes.`);
    }
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/job/remove.js

/** The terminate reason of jobs that we end, which the service shows. */
const TERMINATE_REASON = 'batch-ocr: ended by its run';
/**
 * Ends and removes everything of a run on Azure: its jobs, along with the pools that were created for them, and its
 * container. Each is tried even if another one fails.
 *
 * @param name of the run
 * @throws the first AzureProblem; the signal's reason
 */
async function removeRun(account, name, signal) {
    const { service, blobs } = account;
    const removals = await Promise.allSettled([
        // The first job has a known ID: it is ended without waiting for a list.
        removeJob(service, name, signal),
        removeLaterJobs(service, name, signal),
        blobs.container(name).remove(signal)
    ]);
    throwFirst(removals);
}
/** Removes the jobs of later rounds. */
async function removeLaterJobs(service, name, signal) {
    const jobs = await service.jobs(name, signal);
    const later = jobs.filter(({ id }) => id !== name && (0,azure_batch_names/* isJobOf */.zf)(name, id));
    throwFirst(await Promise.allSettled(later.map(({ id }) => removeJob(service, id, signal))));
}
async function removeJob(service, id, signal) {
    // Terminating stops the tasks at once and shows our reason. If it fails, deleting ends the job as well.
    await service.terminateJob(id, TERMINATE_REASON, signal).catch(() => { });
    await service.deleteJob(id, signal);
}
function throwFirst(results) {
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}

// EXTERNAL MODULE: ./build/engine/failure.js
var failure = __webpack_require__(10481);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/task-failure.js
/**
 * The cause by Batch's error code; a code that is not listed is a failure of the platform.
 *
 * @see https://learn.microsoft.com/azure/batch/batch-job-task-error-checking
 */
const CAUSES = {
    failureexitcode: 'process',
    commandprogramnotfound: 'process',
    commandlaunchfailed: 'process',
    taskended: 'time'
};
/** Why a task failed. */
function failureCause({ failure, exitCode }) {
    const cause = CAUSES[failure?.code.toLowerCase() ?? ''];
    if (cause !== undefined)
        return cause;
    return failure === null && exitCode !== null && exitCode !== 0 ? 'process' : 'platform';
}
/** The query of a URL, which may be a SAS. */
const QUERY = /(https?:\/\/[^\s?;]+)\?[^\s;]+/g;
/** Describes why a task failed, as a phrase such as `exit code 3 (FailureExitCode: …)`. */
function describeFailure({ failure, exitCode }) {
    const code = exitCode === null || exitCode === 0 ? '' : `exit code ${exitCode}`;
    const reason = failure === null
        ? ''
        : [failure.code, failure.message, failure.details.replace(QUERY, '$1')]
            .filter(Boolean)
            .join(': ');
    if (code && reason)
        return `${code} (${reason})`;
    return code || reason || 'Azure Batch gives no reason';
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/job/failed-tasks.js




/** The most failed tasks that are reported one by one. */
const MAX_REPORTED = 5;
/** The most images of a failed task that are named. */
const MAX_NAMED_IMAGES = 3;
/** Characters of a failed task's output that are kept, from the end. */
const TAIL = 4000;
/** The failed Batch tasks of a run. Each is reported once, the first ones with the end of their output. */
class FailedTasks {
    #account;
    #manifest;
    #warn;
    /** By the ID of the Batch task. */
    #known = new Map();
    #reported = 0;
    constructor(account, manifest, warn) {
        this.#account = account;
        this.#manifest = manifest;
        this.#warn = warn;
    }
    /**
     * Lists the failed tasks of a job: their number, and those that were not listed before.
     *
     * @throws AzureProblem; the signal's reason
     */
    async list(jobId, signal) {
        const listed = await this.#account.service.tasks(jobId, 'failed', signal);
        const fresh = listed.filter(({ id }) => !this.#known.has(id));
        for (const status of fresh)
            this.#known.set(status.id, status);
        return { all: listed.length, fresh };
    }
    /** Whether a Batch task is known to have failed. */
    has(batchTask) {
        return this.#known.has(batchTask);
    }
    /** Reports a failed task: its node, the reason, its output, its images, and the consequence. */
    async report(status, consequence, signal) {
        if (this.#reported < MAX_REPORTED)
            this.#warn(await this.#describe(status, consequence, signal));
        else if (this.#reported === MAX_REPORTED)
            this.#warn('More tasks failed; their records in metadata/tasks have the reasons.');
        this.#reported++;
    }
    /** Adds to a task's record the attempts on Batch whose results were not downloaded. */
    withAttempts(record, isDownloaded) {
        const lost = [...this.#known.values()]
            .filter(({ id }) => (0,azure_batch_names/* taskOf */.Xb)(id).task === record.id && !isDownloaded(id))
            .map(attemptOf);
        if (lost.length === 0)
            return record;
        const attempts = [...lost, ...record.attempts].sort((a, b) => (a.start < b.start ? -1 : 1));
        return { ...record, attempts };
    }
    async #describe(status, consequence, signal) {
        const { id, node } = status;
        const output = await this.#endOfOutput(id, signal);
        return [
            `The task ${id} failed${node === null ? '' : ` on node ${node}`}: ${describeFailure(status)}.`,
            output === null ? '' : `Its output ends with: ${output}.`,
            `Its images are ${this.#imagesOf((0,azure_batch_names/* taskOf */.Xb)(id).task)}.`,
            consequence
        ]
            .filter(Boolean)
            .join(' ');
    }
    #imagesOf(task) {
        const partition = this.#manifest.plan.partitions.find((one) => one.task === task);
        const images = partition?.images ?? [];
        const named = images.slice(0, MAX_NAMED_IMAGES).map(({ path }) => path);
        const others = images.length - named.length;
        return `${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
    }
    /** The end of a task's standard error; null if it is empty or cannot be downloaded, which does not end the run. */
    async #endOfOutput(batchTask, signal) {
        const container = this.#account.blobs.container(this.#manifest.name);
        try {
            const log = await container.get(`${azure_batch_names/* BLOBS */.df.logs(batchTask)}/stderr.txt`, signal);
            if (log === null)
                return null;
            let output = '';
            for await (const bytes of log.setEncoding('utf8'))
                output = `${output}${bytes}`.slice(-TAIL);
            return output.trim() === '' ? null : (0,failure/* lastWords */.a)(output);
        }
        catch (error) {
            if (error instanceof problem/* AzureProblem */.J)
                return null;
            throw error;
        }
    }
}
const attemptOf = (status) => ({
    node: status.node ?? '',
    start: status.started?.toISOString() ?? '',
    end: (status.ended ?? status.started)?.toISOString() ?? '',
    exitCode: status.exitCode,
    reason: describeFailure(status)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/manifest.js




const whole = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf());
/** The header of an image, as read when the job was submitted. */
const headerSchema = dist/* custom */.IeY((value) => typeof value === 'object' && value !== null);
const imageSchema = dist/* object */.Ikc({
    path: dist/* string */.YjP(),
    bytes: dist/* number */.aig(),
    identity: dist/* nullable */.mee(dist/* string */.YjP()),
    header: dist/* nullable */.mee(headerSchema),
    keys: dist/* record */.g1P(dist/* string */.YjP(), dist/* nullable */.mee(dist/* string */.YjP()))
});
const poolOrderSchema = dist/* object */.Ikc({
    id: dist/* string */.YjP(),
    vmSize: dist/* string */.YjP(),
    image: dist/* object */.Ikc({
        publisher: dist/* string */.YjP(),
        offer: dist/* string */.YjP(),
        sku: dist/* string */.YjP(),
        nodeAgent: dist/* string */.YjP()
    }),
    slots: whole,
    size: dist/* union */.KCZ([
        dist/* object */.Ikc({ dedicated: whole, spot: whole }),
        dist/* object */.Ikc({ formula: dist/* string */.YjP(), everyMinutes: dist/* number */.aig() })
    ]),
    startTask: dist/* nullable */.mee(dist/* object */.Ikc({ commandLine: dist/* string */.YjP(), retries: whole })),
    metadata: dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())
});
/**
 * Everything about a run, stored as a blob in its container: any process with access to the container can follow the
 * run and write its results. It contains no secrets.
 */
const manifestSchema = dist/* object */.Ikc({
    version: dist/* literal */.euz(1),
    name: dist/* string */.YjP(),
    origin: records/* originSchema */.ID,
    /** ISO 8601, in UTC. */
    submitted: dist/* string */.YjP(),
    pool: dist/* union */.KCZ([
        dist/* object */.Ikc({ id: dist/* string */.YjP() }),
        dist/* object */.Ikc({ ofJob: poolOrderSchema, prefix: dist/* string */.YjP() })
    ]),
    nodes: whole,
    vmSize: dist/* string */.YjP(),
    nodeIdentity: dist/* nullable */.mee(dist/* string */.YjP()),
    taskRetries: whole,
    /** Minutes. */
    taskTimeout: dist/* number */.aig(),
    /** Minutes. */
    jobTimeout: dist/* number */.aig(),
    /** Rows that exist before the job starts. */
    known: dist/* array */.YOg(results_row/* rowSchema */.M1),
    plan: dist/* object */.Ikc({
        slots: whole,
        estimatedSeconds: dist/* number */.aig(),
        estimatedWallSeconds: dist/* number */.aig(),
        partitions: dist/* array */.YOg(dist/* object */.Ikc({
            task: dist/* string */.YjP(),
            bytes: dist/* number */.aig(),
            estimatedSeconds: dist/* number */.aig(),
            images: dist/* array */.YOg(imageSchema)
        }))
    })
});
/** The plan for a manifest. */
const manifestPlan = (plan, images) => ({
    ...plan,
    partitions: plan.partitions.map(({ task, bytes, estimatedSeconds, images: planned }) => ({
        task,
        bytes,
        estimatedSeconds,
        images: planned.map(({ path, bytes, identity, header }) => ({
            path,
            bytes,
            identity,
            header,
            keys: images.get(path)?.columns ?? {}
        }))
    }))
});
/** An image of a manifest, without its file, which stayed on the machine that submitted the job. */
const taskImageOf = ({ keys, ...image }) => ({
    ...image,
    columns: keys,
    file: '',
    problem: null,
    key: null
});
/** A digest that differs between plans: of which images are read in which task, with which settings. */
const planDigest = ({ plan, origin }) => (0,external_node_crypto_.createHash)('sha256')
    .update(JSON.stringify([origin.settings, plan.partitions]))
    .digest('hex')
    .slice(0, 32);

;// CONCATENATED MODULE: ./build/backends/azure-batch/job/orders.js


/**
 * The job of a round of a run. Its metadata has the digest of the plan.
 *
 * @param tasks number of its tasks, to which the pool of a later round is sized
 */
const jobOrder = (manifest, round, tasks) => ({
    id: (0,azure_batch_names/* jobIdOf */.wb)(manifest.name, round),
    pool: round === 1 ? manifest.pool : sizedFor(tasks, manifest.pool),
    maxMinutes: manifest.jobTimeout,
    metadata: {
        'batch-ocr': 'run',
        run: manifest.origin.id,
        plan: planDigest(manifest),
        ...(manifest.origin.repository === null ? {} : { repository: manifest.origin.repository })
    }
});
/** Reduces the pool of a job to the nodes that the tasks fill; dedicated nodes first, since spot nodes can be preempted. */
function sizedFor(tasks, pool) {
    if ('id' in pool || 'formula' in pool.ofJob.size)
        return pool;
    const { slots, size } = pool.ofJob;
    const nodes = Math.ceil(tasks / slots);
    const dedicated = Math.min(size.dedicated, nodes);
    const spot = Math.min(size.spot, nodes - dedicated);
    return { ...pool, ofJob: { ...pool.ofJob, size: { dedicated, spot } } };
}
/** Minutes that a SAS outlives the job: ending a job takes time, and clocks differ. */
const MARGIN = 60;
const MINUTE = 60_000;
/** The file with the results of a task, which is uploaded when the task has ended. */
const RESULTS = 'results.tar';
/**
 * The Batch task of a partition. Its files have a SAS each, to read one blob or to write to the container, unless the
 * identity of the nodes grants access.
 */
async function batchTask(container, manifest, task, attempt, signal) {
    const { nodeIdentity: identity, jobTimeout, taskTimeout, taskRetries } = manifest;
    const expires = new Date(Date.now() + (jobTimeout + MARGIN) * MINUTE);
    const id = (0,azure_batch_names/* batchTaskId */.pj)(task, attempt);
    const source = (blob) => identity === null ? container.readUrl(blob, expires, signal) : `${container.url}/${blob}`;
    const containerUrl = identity === null ? await container.writeUrl(expires, signal) : container.url;
    const target = { containerUrl, identity };
    return {
        id,
        // The shell finds Node.js in PATH, and `exec` lets signals reach our program.
        commandLine: `/bin/bash -c 'exec node ${azure_batch_names/* BLOBS */.df.program} order.tar ${RESULTS}'`,
        environment: {},
        resourceFiles: [
            { url: await source(azure_batch_names/* BLOBS */.df.program), path: azure_batch_names/* BLOBS */.df.program, identity },
            { url: await source(azure_batch_names/* BLOBS */.df.order(task)), path: 'order.tar', identity }
        ],
        outputFiles: [
            { ...target, pattern: RESULTS, path: azure_batch_names/* BLOBS */.df.results(id), when: 'ended' },
            { ...target, pattern: '../std*.txt', path: azure_batch_names/* BLOBS */.df.logs(id), when: 'failed' }
        ],
        maxMinutes: taskTimeout,
        retries: taskRetries
    };
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/job/resubmit.js





/** How often a task is resubmitted after Azure lost it. `task-retries` limits only the failures of its own process. */
const MAX_RESUBMISSIONS = 3;
/**
 * Resubmits the tasks that Azure lost: to the same job while it is active, otherwise to a further job of the run. Keeps
 * account of the current job and of the tasks that are given up.
 */
class Resubmission {
    #account;
    #manifest;
    #download;
    #warn;
    #failed;
    /** The last attempt of each task. */
    #attempts;
    /** Tasks that are given up, and why. */
    #givenUp = new Map();
    #round = 1;
    #since;
    #expected;
    #failures = 0;
    constructor(account, manifest, download, warn) {
        this.#account = account;
        this.#manifest = manifest;
        this.#download = download;
        this.#warn = warn;
        this.#failed = new FailedTasks(account, manifest, warn);
        this.#attempts = new Map(manifest.plan.partitions.map(({ task }) => [task, 1]));
        this.#since = new Date(manifest.submitted);
        this.#expected = manifest.plan.partitions.length;
    }
    /** The ID of the current job. */
    get jobId() {
        return (0,azure_batch_names/* jobIdOf */.wb)(this.#manifest.name, this.#round);
    }
    /** When the current job was submitted. */
    get since() {
        return this.#since;
    }
    /** Whether all tasks of the current job have ended, by its counts. */
    haveEnded({ active, running, succeeded, failed }) {
        return active + running === 0 && succeeded + failed >= this.#expected;
    }
    /** The counts of a completed job. The service's own counts lag behind, and may still include running tasks. */
    get finalCounts() {
        const failed = this.#failures;
        return { active: 0, running: 0, succeeded: this.#expected - failed, failed };
    }
    /**
     * Reports tasks that have failed since the last call and resubmits those that Azure lost. Lists tasks only if the
     * number of failed tasks has grown.
     *
     * @returns whether a task was terminated, which may be because its job is ending
     * @throws AzureProblem; the signal's reason
     */
    async checkFailed(counts, signal) {
        if (counts.failed <= this.#failures)
            return false;
        const { all, fresh } = await this.#failed.list(this.jobId, signal);
        this.#failures = all;
        await this.#resubmit(await this.#handleFailures(fresh, signal), signal);
        return fresh.some((status) => failureCause(status) === 'time');
    }
    /**
     * Resubmits the incomplete tasks of a job whose tasks have all ended, unless they are given up.
     *
     * @returns whether any task was resubmitted
     * @throws AzureProblem; the signal's reason
     */
    async resubmitIncomplete(signal) {
        const { fresh } = await this.#failed.list(this.jobId, signal);
        const failed = await this.#handleFailures(fresh, signal);
        return await this.#resubmit([...failed, ...this.#withoutResults()], signal);
    }
    /**
     * Why images have no row, by path.
     *
     * @param problem what ended the run early, in sentences; null if nothing did
     */
    unanswered(problem) {
        const early = problem === null ? null : `the run ended before its task did (${firstSentence(problem)})`;
        const reasons = new Map();
        for (const { task, images } of this.#manifest.plan.partitions) {
            const reason = this.#givenUp.get(task) ?? early;
            if (reason !== null)
                for (const { path } of images)
                    reasons.set(path, reason);
        }
        return reasons;
    }
    /** Adds to a task's record the attempts that have no results. */
    withFailedAttempts(record) {
        return this.#failed.withAttempts(record, (id) => this.#download.isDownloaded(id));
    }
    async #handleFailures(fresh, signal) {
        const attempts = [];
        for (const status of fresh) {
            const next = this.#nextAttempt(status);
            if (next !== null)
                attempts.push(next);
            const consequence = next === null ? '' : 'The platform caused this, so the task is read again.';
            await this.#failed.report(status, consequence, signal);
        }
        return attempts;
    }
    /** The next attempt of a failed task; null if it is complete, or given up. */
    #nextAttempt(status) {
        const { task, attempt } = (0,azure_batch_names/* taskOf */.Xb)(status.id);
        if (this.#download.isComplete(task))
            return null;
        const cause = failureCause(status);
        if (cause === 'platform' && attempt <= MAX_RESUBMISSIONS)
            return { task, attempt: attempt + 1 };
        const hint = cause === 'time' ? ' (see task-timeout and job-timeout)' : '';
        const where = status.node ?? 'no node';
        this.#givenUp.set(task, `its task failed on ${where}: ${describeFailure(status)}${hint}`);
        return null;
    }
    /** Incomplete tasks that did not fail: their archive was lost or is damaged. */
    #withoutResults() {
        return [...this.#attempts].flatMap(([task, attempt]) => {
            if (this.#download.isComplete(task) || this.#givenUp.has(task))
                return [];
            const id = (0,azure_batch_names/* batchTaskId */.pj)(task, attempt);
            if (this.#failed.has(id) && attempt <= MAX_RESUBMISSIONS)
                return [];
            const reason = this.#download.damageOf(id) ?? 'its results were lost on Azure';
            if (attempt > MAX_RESUBMISSIONS) {
                this.#givenUp.set(task, reason);
                return [];
            }
            this.#warn(`The task ${id} has no usable results: ${reason}. It is read again.`);
            return [{ task, attempt: attempt + 1 }];
        });
    }
    /** @returns whether any task was added */
    async #resubmit(attempts, signal) {
        const due = attempts.filter(({ task, attempt }) => (this.#attempts.get(task) ?? 0) < attempt);
        if (due.length === 0)
            return false;
        const container = this.#account.blobs.container(this.#manifest.name);
        const tasks = await Promise.all(due.map(({ task, attempt }) => batchTask(container, this.#manifest, task, attempt, signal)));
        for (const { task, attempt } of due)
            this.#attempts.set(task, attempt);
        const refused = await this.#addTasks(tasks, signal);
        this.#expected += tasks.length - refused.length;
        if (refused.length > 0)
            await this.#startNextJob(refused, signal);
        return true;
    }
    async #startNextJob(tasks, signal) {
        this.#round++;
        this.#since = new Date();
        this.#expected = tasks.length;
        this.#failures = 0;
        const { service } = this.#account;
        await service.addJob(jobOrder(this.#manifest, this.#round, tasks.length), signal);
        await this.#addTasks(tasks, signal);
        await service.endWhenDone(this.jobId, signal);
    }
    /**
     * Adds tasks to the current job.
     *
     * @returns the tasks that it does not accept because it is completed; another follower may have added them before
     * @throws AzureProblem, also if the job was ended before its tasks were
     */
    async #addTasks(tasks, signal) {
        const { service } = this.#account;
        try {
            await service.addTasks(this.jobId, tasks, signal);
            return [];
        }
        catch (refusal) {
            await assertCompleted(service, this.jobId, this.#manifest.jobTimeout, refusal, signal);
            const listed = await service.tasks(this.jobId, 'all', signal);
            const existing = new Set(listed.map(({ id }) => id));
            return tasks.filter(({ id }) => !existing.has(id));
        }
    }
}
const firstSentence = (text) => (text.split(/\.(?: |$)/)[0] ?? text).trim();

;// CONCATENATED MODULE: ./build/backends/azure-batch/job/job.js









/** Why following ended: the user cancelled the run. */
class Cancelled extends Error {
    constructor() {
        super('the run was cancelled');
    }
}
/** How long the last requests of a cancelled job, and its removal, may take, in milliseconds. */
const CANCEL_TIMEOUT = 4000;
const REMOVE_TIMEOUT = 120_000;
/** A run on Azure Batch that is followed, by the process that submitted it or another one. */
class AzureJob {
    id;
    #options;
    #events = new event_queue/* EventQueue */.C();
    #stop = new AbortController();
    #download;
    #resubmission;
    #done;
    #problem = null;
    constructor(options) {
        const { account, manifest, folder } = options;
        this.#options = options;
        this.id = manifest.name;
        this.#download = new ResultsDownload(account.blobs.container(manifest.name), manifest, folder);
        this.#resubmission = new Resubmission(account, manifest, this.#download, (sentence) => this.#message(sentence, true));
        this.#done = this.#run();
    }
    follow() {
        return this.#events;
    }
    async cancel() {
        if (!this.#stop.signal.aborted) {
            this.#stop.abort(new Cancelled());
            await this.#terminate(AbortSignal.timeout(CANCEL_TIMEOUT));
        }
        await this.#done;
    }
    async results() {
        await this.#done;
        return {
            nodes: this.#download.nodes,
            tasks: this.#taskRecords(),
            unanswered: this.#resubmission.unanswered(this.#problem),
            problem: this.#problem
        };
    }
    async close() {
        const { account, manifest } = this.#options;
        // A cancelled runner has little time left, also if it is cancelled during the removal.
        const limit = AbortSignal.any([
            AbortSignal.timeout(REMOVE_TIMEOUT),
            (0,abort/* delayedSignal */.BE)(this.#stop.signal, CANCEL_TIMEOUT)
        ]);
        try {
            await removeRun(account, manifest.name, limit);
            return null;
        }
        catch (error) {
            return `Not all of ${manifest.name} could be removed from Azure (${error.message}). The job was requested to end; \`sweep\` removes the rest.`;
        }
    }
    async #run() {
        const { signal } = this.#stop;
        try {
            if (this.#options.manifest.plan.partitions.length > 0)
                await this.#follow(signal);
            this.#events.end();
        }
        catch (error) {
            if (!signal.aborted)
                await this.#terminate(AbortSignal.timeout(REMOVE_TIMEOUT));
            const isExpected = signal.aborted || error instanceof problem/* AzureProblem */.J;
            if (isExpected)
                await this.#downloadRest();
            if (error instanceof problem/* AzureProblem */.J && !signal.aborted && !this.#isComplete())
                this.#problem = error.message;
            this.#events.end(isExpected ? undefined : error);
        }
    }
    /** Whether every image has a row: then it does not matter how the job ended. */
    #isComplete() {
        return this.#options.manifest.plan.partitions.every(({ task }) => this.#download.isComplete(task));
    }
    async #follow(signal) {
        const follower = new JobFollower({
            ...this.#options,
            download: this.#download,
            resubmission: this.#resubmission,
            warn: (sentence) => this.#message(sentence, true),
            say: (sentence) => this.#message(sentence, false),
            onTask: (task) => this.#reportTask(task),
            onStatus: (tasks, nodes) => this.#reportStatus(tasks, nodes)
        });
        await follower.toTheEnd(signal);
    }
    async #terminate(signal) {
        if (this.#options.keepsRunning)
            return;
        const { service } = this.#options.account;
        // If this fails, `post` or the time limit of the job ends it.
        await service.terminateJob(this.#resubmission.jobId, TERMINATE_REASON, signal).catch(() => { });
    }
    /** Keeps results that were complete before the job ended early, if they can be downloaded in time. */
    async #downloadRest() {
        const timeout = this.#stop.signal.aborted ? CANCEL_TIMEOUT : REMOVE_TIMEOUT;
        await this.#download
            .downloadAll((task) => this.#reportTask(task), AbortSignal.timeout(timeout))
            .catch(() => { });
    }
    #message(sentence, warning) {
        this.#events.push({ kind: 'message', sentence, warning });
    }
    #reportStatus(tasks, nodes) {
        const { active, running, succeeded, failed } = tasks;
        this.#events.push({
            kind: 'status',
            status: {
                nodes: countByState(nodes),
                tasks: { waiting: active, running, ended: succeeded + failed }
            }
        });
    }
    #reportTask({ task, rows }) {
        for (const row of rows)
            this.#events.push({ kind: 'row', row });
        this.#events.push({ kind: 'task-ended', task });
    }
    /** A record for each task of the plan, also for those without results. */
    #taskRecords() {
        return this.#options.manifest.plan.partitions
            .map((partition) => this.#download.tasks.get(partition.task) ?? emptyRecord(partition))
            .map((record) => this.#resubmission.withFailedAttempts(record))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
    }
}
const emptyRecord = (partition) => ({
    id: partition.task,
    partition: (0,totals/* partitionRecord */.OO)(partition),
    node: null,
    slot: null,
    attempts: [],
    seconds: 0,
    counts: (0,totals/* countsOf */.mQ)([])
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/task/order.js


const when = dist/* picklist */.KIO(['auto', 'always', 'never']);
/** The order of a task as it is packed for a node: which images to read, and how. */
const order_packedOrderSchema = dist/* object */.Ikc({
    task: dist/* string */.YjP(),
    estimatedSeconds: dist/* number */.aig(),
    images: dist/* array */.YOg(dist/* object */.Ikc({
        path: dist/* string */.YjP(),
        /** The key of the image's result; null to let the node compute it, because the node's engine is part of it. */
        key: dist/* nullable */.mee(dist/* string */.YjP()),
        /** The columns that `key-pattern` finds in the path. */
        keys: dist/* record */.g1P(dist/* string */.YjP(), dist/* nullable */.mee(dist/* string */.YjP()))
    })),
    imageTimeout: dist/* number */.aig(),
    settings: dist/* object */.Ikc({
        languages: dist/* array */.YOg(dist/* string */.YjP()),
        pageSegmentationMode: dist/* nullable */.mee(dist/* number */.aig()),
        formats: dist/* array */.YOg(dist/* picklist */.KIO(records/* FORMATS */.hR)),
        prepare: when,
        secondLook: dist/* boolean */.zMY(),
        deskew: when,
        rotate: when,
        dpi: dist/* nullable */.mee(dist/* number */.aig()),
        maxPixels: dist/* number */.aig()
    }),
    /** The requested VM size; null if it is not known. */
    vmSize: dist/* nullable */.mee(dist/* string */.YjP())
});

;// CONCATENATED MODULE: ./build/archive/task-archive.js









/**
 * Writes the archive of a task: the order, then the images. It has no keys of results, because they depend on the
 * node's engine. Images that no longer exist are left out; the node reports them as images that cannot be opened.
 *
 * @throws ArchiveProblem if the archive cannot be written; the signal's reason
 */
async function taskArchive(archive, task, signal) {
    await pack(archive, contents(task), signal);
}
async function* contents(task) {
    const images = task.images.map(({ path, columns }) => ({ path, key: null, keys: columns }));
    // Parsing drops the settings that the node does not need, account keys among them.
    const order = dist/* parse */.qgA(order_packedOrderSchema, { ...task, images });
    yield { name: names_ORDER_NAME, content: Buffer.from(JSON.stringify(order)) };
    for (const [index, { file }] of task.images.entries()) {
        const content = await openedFile(file);
        if (content)
            yield { name: names_imageName(index + 1), content };
    }
}
/** Opens a file; null if it does not exist or is not a regular file, such as a pipe, which might block forever. */
async function openedFile(file) {
    const handle = await (0,promises_.open)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK).catch(() => null);
    if (handle === null || (await handle.stat()).isFile())
        return handle;
    await handle.close();
    return null;
}
/**
 * Unpacks the archive of a task on its node.
 *
 * @param home a folder for the images
 * @throws ArchiveProblem if it does not exist, or is not a complete archive of a task; the signal's reason
 */
async function openTaskArchive(archive, home, signal) {
    const isExpected = (name) => name === ORDER_NAME || isImageName(name);
    try {
        await unpack(createReadStream(archive), (name) => (isExpected(name) ? join(home, name) : null), signal);
        const order = v.parse(packedOrderSchema, JSON.parse(await readFile(join(home, ORDER_NAME), 'utf8')));
        return { order, fileOf: (index) => join(home, imageName(index + 1)) };
    }
    catch (error) {
        signal.throwIfAborted();
        throw new ArchiveProblem(`${archive} is not a valid archive of a task: ${printable(error.message)}`, { cause: error });
    }
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/adopt.js








/** How long to wait for a job to be deleted, and how often to poll it, in milliseconds. */
const adopt_TIMEOUT = 180_000;
const adopt_POLL_EVERY = 2000;
/**
 * Finds the job that an earlier submission of the same run left. Removes a job that cannot be continued: one of another
 * plan, one that was ended early, or one that is being deleted. A run never has two jobs of different plans.
 *
 * @returns `complete` if the job has all its tasks; `partial` if it accepts more; null if there is none
 * @throws AzureProblem if an old job is not deleted in time; the signal's reason
 */
async function adoptJob(account, job, signal) {
    const found = await account.service.job(job.id, signal);
    if (found === null) {
        await removeOtherContainer(account, job, signal);
        return null;
    }
    const samePlan = found.metadata['plan'] === job.metadata['plan'];
    if (samePlan && found.state === 'active')
        return 'partial';
    if (samePlan && isCompleted(found))
        return 'complete';
    await removeRun(account, job.id, signal);
    const deadline = Date.now() + adopt_TIMEOUT;
    while ((await account.service.job(job.id, signal)) !== null) {
        if (Date.now() > deadline) {
            throw new problem/* AzureProblem */.J('conflict', 'JobBeingDeleted', `The job ${job.id} of an earlier attempt is still being deleted. Run again in a few minutes.`);
        }
        await (0,abort/* pause */.v7)(adopt_POLL_EVERY, signal);
    }
    return null;
}
/** Removes the container of a run of another plan whose job is gone: its results must not be used. */
async function removeOtherContainer({ blobs }, job, signal) {
    const container = blobs.container(job.id);
    const plan = await planIn(container, signal);
    if (plan !== null && plan !== job.metadata['plan'])
        await container.remove(signal);
}
/** The digest of the plan in a container; null if there is no container or no manifest. */
async function planIn(container, signal) {
    try {
        const blob = await container.get(azure_batch_names/* BLOBS */.df.manifest, signal);
        if (blob === null)
            return null;
        const manifest = dist/* safeParse */.xLC(manifestSchema, JSON.parse(await (0,consumers_.text)(blob)));
        return manifest.success ? planDigest(manifest.output) : 'of another version';
    }
    catch (error) {
        if (error instanceof problem/* AzureProblem */.J && error.code === 'ContainerNotFound')
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/job/submit.js












/** Archives that are uploaded at the same time. */
const submit_CONCURRENCY = 4;
/** The most tasks that Batch accepts in one call. */
const TASKS_PER_CALL = 100;
/** How long removing a failed or a cancelled submission may take, in milliseconds; a cancelled step has little time. */
const submit_REMOVE_TIMEOUT = 60_000;
const submit_CANCEL_TIMEOUT = 8000;
/** How long a cancelled submission waits for the response to adding its job, in milliseconds. */
const ADD_JOB_GRACE = 3000;
/**
 * Submits a run to Azure: container, job, archives, tasks, in this order, so that the nodes start while archives are
 * uploaded. Continues an interrupted submission of the same run, and replaces one of another plan.
 *
 * @param nodeProgram absolute path of the program that runs on nodes
 * @throws AzureProblem, ArchiveProblem, or the signal's reason; then nothing of the run is left on Azure
 */
async function submit_submit(account, manifest, order, nodeProgram, signal) {
    const job = jobOrder(manifest, 1, manifest.plan.partitions.length);
    const found = await adoptJob(account, job, signal);
    if (found === 'complete')
        return;
    try {
        const container = account.blobs.container(manifest.name);
        await container.create({ run: manifest.origin.id }, signal);
        // A job whose response nobody awaits could run for hours, so cancelling waits a little for it.
        await addJob(account, job, manifest.jobTimeout, (0,abort/* delayedSignal */.BE)(signal, ADD_JOB_GRACE));
        signal.throwIfAborted();
        await container.putBytes(azure_batch_names/* BLOBS */.df.program, await (0,promises_.readFile)(nodeProgram), signal);
        await container.putBytes(azure_batch_names/* BLOBS */.df.manifest, Buffer.from(JSON.stringify(manifest)), signal);
        await submitTasks(account, manifest, order, signal).catch((refusal) => assertCompleted(account.service, job.id, manifest.jobTimeout, refusal, signal));
        await account.service.endWhenDone(job.id, signal);
    }
    catch (error) {
        // A job of another runner must not be removed.
        if (error instanceof OtherRunnersJob)
            throw error;
        const limit = AbortSignal.timeout(signal.aborted ? submit_CANCEL_TIMEOUT : submit_REMOVE_TIMEOUT);
        await removeRun(account, manifest.name, limit).catch(() => { });
        throw error;
    }
}
/** Another runner has submitted the job of this run. */
class OtherRunnersJob extends problem/* AzureProblem */.J {
}
async function addJob({ service }, job, jobTimeout, signal) {
    if ((await service.addJob(job, signal)) === 'added')
        return;
    const status = await service.job(job.id, signal);
    if (status?.metadata['plan'] === job.metadata['plan']) {
        const early = earlyEnd(job.id, status, jobTimeout);
        if (early === null)
            return;
        throw new problem/* AzureProblem */.J('conflict', 'JobExists', early);
    }
    throw new OtherRunnersJob('conflict', 'JobExists', `Another runner has already submitted the job ${job.id} of this run (its state is ${status?.state ?? 'deleted'}). Wait until it has ended, or delete it: az batch job delete --job-id ${job.id}`);
}
/** Packs and uploads the partitions, the longest first, and adds their tasks a hundred at a time. */
async function submitTasks({ service, blobs }, manifest, order, signal) {
    const container = blobs.container(manifest.name);
    const temp = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'batch-ocr-'));
    const jobId = (0,azure_batch_names/* jobIdOf */.wb)(manifest.name, 1);
    const ready = [];
    const addReady = async () => {
        const tasks = ready.splice(0, TASKS_PER_CALL);
        if (tasks.length > 0)
            await service.addTasks(jobId, tasks, signal);
    };
    const submitPartition = async (partition) => {
        await uploadArchive(container, partition, manifest, order, temp, signal);
        ready.push(await batchTask(container, manifest, partition.task, 1, signal));
        if (ready.length >= TASKS_PER_CALL)
            await addReady();
    };
    try {
        await (0,parallel/* inParallel */.H)(manifest.plan.partitions, submit_CONCURRENCY, submitPartition);
        await addReady();
    }
    finally {
        await (0,promises_.rm)(temp, { recursive: true, force: true });
    }
}
async function uploadArchive(container, { task, estimatedSeconds, images }, manifest, { images: known, settings, imageTimeout }, temp, signal) {
    const file = (0,external_node_path_.join)(temp, `${task}.tar`);
    const own = images.map(({ path }) => known.get(path)).filter((image) => image !== undefined);
    const { vmSize } = manifest;
    await taskArchive(file, { task, estimatedSeconds, images: own, settings, imageTimeout, vmSize }, signal);
    await container.putFile(azure_batch_names/* BLOBS */.df.order(task), file, signal);
    await (0,promises_.rm)(file);
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/backend.js




/** The least work for one task, in seconds: its archives, process start and engine start take about three. */
const LEAST_SECONDS = 15;
/** The backend that runs tasks on Azure Batch nodes. */
const azureBackend = (place) => ({
    start: (order, signal) => startAzureJob(place, order, signal)
});
async function startAzureJob(place, order, signal) {
    const manifest = await submitAzureJob(place, order, signal);
    const { account, pollInterval = POLL_INTERVAL } = place;
    return new AzureJob({ account, manifest, folder: order.folder, pollInterval });
}
/**
 * Submits a job to Azure without following it.
 *
 * @throws like `submit`
 */
async function submitAzureJob(place, order, signal) {
    const manifest = manifestOf(place, order);
    // A job without tasks would not end on its own.
    if (manifest.plan.partitions.length > 0)
        await submit_submit(place.account, manifest, order, place.nodeProgram, signal);
    return manifest;
}
function manifestOf(place, order) {
    const { chosen, name, limits } = place;
    return {
        version: 1,
        name,
        origin: order.origin,
        submitted: new Date().toISOString(),
        pool: chosen.pool,
        nodes: chosen.nodes,
        vmSize: chosen.vmSize,
        ...limits,
        known: [...order.known],
        plan: manifestPlan(order.plan, order.images)
    };
}

// EXTERNAL MODULE: ./build/settings/parse-azure.js
var parse_azure = __webpack_require__(67653);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/handle.js







/** `cancel` removes the job and the container that a handle names, so it must be one of ours. */
const handle_name = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* startsWith */.w1_(azure_batch_names/* NAME_PREFIX */.ve, `it does not name a run; their names start with ${azure_batch_names/* NAME_PREFIX */.ve}`));
/** Keys and tokens are sent to the addresses in a handle, so they are checked like the inputs. */
const address = (parse) => dist/* pipe */.FsL(dist/* string */.YjP(), dist/* check */.z6Y((text) => {
    try {
        return parse(text) === text;
    }
    catch {
        return false;
    }
}, 'an address in it is not the https address of an account'));
/** The location of a run, as written by `submit`. It contains no secrets and grants no access. */
const handleSchema = dist/* object */.Ikc({
    version: dist/* literal */.euz(1),
    runId: dist/* string */.YjP(),
    jobId: handle_name,
    container: handle_name,
    batchEndpoint: address(parse_azure/* batchEndpoint */.iZ),
    batchAccount: dist/* nullable */.mee(dist/* string */.YjP()),
    storageEndpoint: address(parse_azure/* storageEndpoint */.Vl)
});
/** The domains of Batch and storage accounts in the clouds of Azure. */
const AZURE = /\.(batch\.azure\.(com|cn)|batch\.usgovcloudapi\.net|blob\.core\.(windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)|blob\.storage\.azure\.net)$/;
/**
 * The addresses in a handle that belong neither to Azure nor to this machine. Keys and tokens would be sent there, and a
 * handle may come from anyone.
 */
const foreignAddresses = ({ batchEndpoint, storageEndpoint }) => [batchEndpoint, storageEndpoint].filter((address) => {
    const { hostname } = new URL(address);
    return !AZURE.test(hostname) && !parse_azure/* LOOPBACK */.Ws.test(hostname);
});
/**
 * Reads a handle.
 *
 * @throws SettingsError if it is not one
 */
function readHandle(handle) {
    try {
        return dist/* parse */.qgA(handleSchema, JSON.parse(handle));
    }
    catch (error) {
        throw new settings_settings/* SettingsError */.G([
            `The handle cannot be read (${error.message}). Name the file that \`submit\` wrote, or pass its JSON.`
        ]);
    }
}
/**
 * Downloads the manifest of a run.
 *
 * @throws AzureProblem if the run is gone, or was submitted by an incompatible version
 */
async function manifestAt(account, handle, signal) {
    const blob = await account.blobs.container(handle.container).get(azure_batch_names/* BLOBS */.df.manifest, signal);
    const found = blob === null ? null : dist/* safeParse */.xLC(manifestSchema, JSON.parse(await (0,consumers_.text)(blob)));
    if (found?.success)
        return found.output;
    const reason = found === null
        ? 'has no manifest, because its submission was interrupted'
        : 'was submitted by another version of Batch OCR';
    throw new problem/* AzureProblem */.J('not-found', '', `The run ${handle.runId} in the container ${handle.container} ${reason}. Submit it again.`);
}

// EXTERNAL MODULE: ./build/engine/tesseract/models.js
var tesseract_models = __webpack_require__(52886);
// EXTERNAL MODULE: ./build/backends/azure-batch/pool/start-task.js
var start_task = __webpack_require__(5412);
// EXTERNAL MODULE: ./build/backends/azure-batch/pool/vm.js
var vm = __webpack_require__(4743);
;// CONCATENATED MODULE: ./build/backends/azure-batch/pool/choose.js





/** Retries of the start task: package servers are not always available. */
const START_TASK_RETRIES = 2;
/** The prefix of the ID of a job's pool, at most 20 characters; Batch adds the rest. */
const POOL_PREFIX = `${azure_batch_names/* NAME_PREFIX */.ve}run-`;
/**
 * Finds the named pool, or specifies one that is created and deleted with the job.
 *
 * @throws AzureProblem if the pool does not exist or does not have the identity, or the image is not supported
 */
async function choosePool(service, settings, signal) {
    if (settings.pool === null)
        return poolOfJob(service, settings, signal);
    const pool = await service.pool(settings.pool, signal);
    if (pool === null || pool.state === 'deleting') {
        const state = pool === null ? 'does not exist' : 'is being deleted';
        throw new problem/* AzureProblem */.J('not-found', 'PoolNotFound', `The pool ${settings.pool} ${state}. Create it with \`pool create ${settings.pool}\`, or leave \`pool\` empty to use a pool that is created and deleted with the job.`);
    }
    assertIdentity(pool, settings.nodeIdentity);
    const current = pool.current.dedicated + pool.current.spot;
    const target = pool.target.dedicated + pool.target.spot;
    return {
        pool: { id: pool.id },
        nodes: Math.max(current, target) || settings.nodes + settings.spotNodes,
        slots: pool.slots,
        vmSize: pool.vmSize,
        warnings: []
    };
}
function assertIdentity(pool, identity) {
    const own = pool.identities.map((one) => one.toLowerCase());
    if (identity === null || own.includes(identity.toLowerCase()))
        return;
    throw new problem/* AzureProblem */.J('bad-request', '', `The pool ${pool.id} does not have the identity ${identity} of \`node-identity\`, so its nodes cannot access the storage account. Add the identity to the pool in the Azure portal, or leave \`node-identity\` empty.`);
}
async function poolOfJob(service, settings, signal) {
    const image = (0,vm/* imageOf */.dT)(settings.vmImage, await service.supportedImages(signal));
    const slots = (0,vm/* slotsOf */.nK)(settings);
    const warning = (0,vm/* endOfSupportWarning */.mR)(image, new Date());
    const models = (0,tesseract_models/* neededModels */.A)(settings);
    return {
        pool: {
            prefix: POOL_PREFIX,
            ofJob: {
                id: '',
                vmSize: settings.vmSize,
                image: {
                    publisher: image.publisher,
                    offer: image.offer,
                    sku: image.sku,
                    nodeAgent: image.nodeAgent
                },
                slots,
                size: { dedicated: settings.nodes, spot: settings.spotNodes },
                startTask: { commandLine: (0,start_task/* startTaskCommand */.p)(models), retries: START_TASK_RETRIES },
                metadata: { 'batch-ocr': 'run' }
            }
        },
        nodes: settings.nodes + settings.spotNodes,
        slots,
        vmSize: settings.vmSize,
        warnings: warning === null ? [] : [warning]
    };
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/place.js















/** The name of a run on Azure, the same for the step and for its `post`. */
const azureName = ({ settings, environment }) => (0,azure_batch_names/* runName */.rt)(environment.repository, environment.runId, JSON.stringify([environment.env['GITHUB_JOB'] ?? '', (0,settings_settings/* settingsRecord */.t)(settings)]));
/**
 * The settings with both accounts named.
 *
 * @throws SettingsError if one is not
 */
function accountSettings(settings) {
    const { batchEndpoint, storageEndpoint } = settings;
    if (batchEndpoint === null || storageEndpoint === null) {
        throw new settings_settings/* SettingsError */.G([
            'Inputs `batch-endpoint` and `storage-endpoint` name the accounts to use; at least one is empty.'
        ]);
    }
    return { ...settings, batchEndpoint, storageEndpoint };
}
/**
 * Opens the accounts that the settings name. No request is sent yet.
 *
 * @throws SettingsError if one is not named
 */
const azureAccount = ({ settings, environment }) => (0,account/* openAccount */.s)(accountSettings(settings), environment);
/** Azure Batch. Whatever would stop the account from running the job is found before anything is billed. */
const azurePlace = {
    phase: 'Account',
    ready,
    capacity: async ({ settings, environment }, signal) => {
        const { nodes, slots } = settings.pool === null
            ? { nodes: settings.nodes + settings.spotNodes, slots: (0,vm/* slotsOf */.nK)(settings) }
            : await choosePool(azureAccount({ settings, environment }).service, settings, signal);
        return { slots: nodes * slots, nodes, leastSeconds: LEAST_SECONDS };
    },
    open: async (handle, where, signal) => {
        const { account, found } = openHandle(handle, where);
        const manifest = await manifestAt(account, found, signal);
        const { origin, plan, known, name } = manifest;
        const submitted = {
            origin,
            known,
            plan: {
                ...plan,
                partitions: plan.partitions.map((partition) => ({
                    ...partition,
                    images: partition.images.map(taskImageOf)
                }))
            },
            jobId: name,
            follow: (folder) => new AzureJob({ account, manifest, folder, pollInterval: POLL_INTERVAL, keepsRunning: true })
        };
        return submitted;
    },
    cancel: async (handle, where, signal) => {
        const { account, found } = openHandle(handle, where);
        await removeRun(account, found.container, signal);
        return found;
    },
    removeRun: (where, signal) => removeRun(azureAccount(where), azureName(where), signal)
};
async function ready({ settings, environment, folder, listener }, signal) {
    const where = { settings, environment };
    const account = azureAccount(where);
    const chosen = await choosePool(account.service, settings, signal);
    for (const warning of chosen.warnings)
        listener.warn(warning);
    const pool = 'id' in chosen.pool ? `in the pool ${chosen.pool.id}` : 'in a pool that is deleted with the job';
    listener.say(`${(0,lib_text/* count */.U9)(chosen.nodes, 'node')} ${chosen.vmSize} with ${(0,lib_text/* count */.U9)(chosen.slots, 'slot')} each, ${pool}.`);
    const { nodeIdentity, taskRetries, taskTimeout, jobTimeout } = settings;
    const run = {
        account,
        name: azureName(where),
        chosen,
        limits: { nodeIdentity, taskRetries, taskTimeout, jobTimeout },
        nodeProgram: environment.nodeProgram
    };
    return {
        backend: azureBackend(run),
        submit: async (order, signal) => {
            await submitAzureJob(run, order, signal);
            return handleOf(settings, run.name, order.origin.id);
        },
        slots: chosen.nodes * chosen.slots,
        leastSeconds: LEAST_SECONDS,
        fingerprint: earlierFingerprint(folder, settings),
        nodes: chosen.nodes
    };
}
const handleOf = (settings, name, runId) => ({
    version: 1,
    runId,
    jobId: name,
    container: name,
    batchEndpoint: settings.batchEndpoint ?? '',
    batchAccount: settings.batchAccount,
    storageEndpoint: settings.storageEndpoint ?? ''
});
/** Opens the accounts that a handle names, with the credentials of the settings. */
function openHandle(handle, { settings, environment }) {
    const found = readHandle(handle);
    const { batchEndpoint, batchAccount, storageEndpoint } = found;
    const named = [settings.batchEndpoint, settings.storageEndpoint];
    const foreign = foreignAddresses(found).filter((address) => !named.includes(address));
    if (foreign.length > 0) {
        throw new settings_settings/* SettingsError */.G([
            `The handle names ${foreign.join(' and ')}, which is not an address of Azure, so your credentials are not sent there. If it is yours, also pass it as \`batch-endpoint\` or \`storage-endpoint\`.`
        ]);
    }
    const own = {
        batchEndpoint,
        batchAccount: batchAccount ?? settings.batchAccount,
        storageEndpoint
    };
    return { account: azureAccount({ settings: { ...settings, ...own }, environment }), found };
}
/** Nodes are assumed to be what they were in the previous run: null if they differed then, or if none is known. */
function earlierFingerprint(folder, settings) {
    const engines = folder.records('nodes').map((record) => {
        const node = dist/* safeParse */.xLC(records/* nodeRecordSchema */.L0, record);
        return node.success ? (0,fingerprint/* fingerprintOf */.a)(node.output.engine, settings) : null;
    });
    const [first = null, ...others] = [...new Set(engines)];
    return others.length === 0 ? first : null;
}


/***/ }),

/***/ 5412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ startTaskCommand)
/* harmony export */ });
/* harmony import */ var _engine_install_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34740);

/** A new node has none of the programs. */
const BARE = { tesseract: null, imageMagick: null, poppler: null, languages: [], env: {} };
/** Language names that need no quoting in a shell: the script runs as root. */
const SHELL_SAFE = /^[A-Za-z0-9_/]+$/;
/** Tries of `apt-get update` while another process holds the lock of the lists, 2 seconds apart: ten minutes. */
const MAX_LOCK_TRIES = 300;
/**
 * The command line that sets up a node: it installs Tesseract with the languages, ImageMagick, Poppler and a Node.js that
 * can run our program. If everything is installed, as on a custom image, it does nothing and needs no network. If it
 * fails, the last line of standard error says why. It runs as root and can run repeatedly.
 *
 * Batch does not start a shell, hence the `bash -c`. The script has no single quotes, and is a single line because it is
 * not documented how Batch treats line breaks.
 */
function startTaskCommand(languages) {
    const invalid = languages.find((language) => !SHELL_SAFE.test(language));
    if (invalid !== undefined)
        throw new Error(`${JSON.stringify(invalid)} is not a Tesseract language.`);
    const packages = [
        ...(0,_engine_install_js__WEBPACK_IMPORTED_MODULE_0__/* .missingPackages */ .K$)(BARE, { models: languages, pdf: true, heic: false }),
        'nodejs'
    ];
    return `/bin/bash -c '${oneLine(script(quoted([...languages, 'osd']), quoted(packages)))}'`;
}
const quoted = (names) => [...new Set(names)].map((name) => `"${name}"`).join(' ');
/** A line that opens a block is followed by a space, any other line by a semicolon. */
const oneLine = (lines) => lines
    .map((line) => line.trim() + (/( do|\{)$/.test(line) ? ' ' : '; '))
    .join('')
    .replace(/; $/, '');
const script = (languages, packages) => [
    'export DEBIAN_FRONTEND=noninteractive LC_ALL=C',
    'has() { command -v "$1" > /dev/null; }',
    'lacking() {',
    '  has tesseract || echo Tesseract',
    '  known=$(tesseract --list-langs 2>&1)',
    `  for language in ${languages}; do`,
    '    grep -qx "$language" <<< "$known" || echo "the language $language"',
    '  done',
    '  has magick || has convert-im6.q16 || has convert || echo ImageMagick',
    '  has pdftoppm || echo pdftoppm',
    '  node -e "process.exit(Number(parseInt(process.versions.node) < 18))" || echo "Node.js 18 or newer"',
    '}',
    'missing() { lacking 2> /dev/null | paste -sd, | sed "s/,/, /g"; }',
    'apt() { apt-get -q -o DPkg::Lock::Timeout=600 -o Acquire::Retries=5 "$@"; }',
    '[ -z "$(missing)" ] && echo "Everything is installed." && exit 0',
    // DPkg::Lock::Timeout only waits for the lock of dpkg; apt-get fails at once if the lists are locked.
    `for wait in $(seq ${MAX_LOCK_TRIES}); do`,
    '  output=$(apt update 2>&1); echo "$output"',
    '  [[ "$output" == *"/lists/lock"* ]] || break',
    '  sleep 2',
    'done',
    `apt install -y --no-install-recommends ${packages} || echo "apt-get install ended with exit code $?." >&2`,
    // ImageMagick may come without a HEIC decoder. If it cannot be installed, HEIC images fail with a message.
    `for codecs in /usr/lib/*/${_engine_install_js__WEBPACK_IMPORTED_MODULE_0__/* .CODECS */ .QA}; do`,
    `  [ -d "$codecs" ] && [ ! -e "$codecs/${_engine_install_js__WEBPACK_IMPORTED_MODULE_0__/* .HEIC_DECODER */ .Nc.file}" ] && apt install -y --no-install-recommends ${_engine_install_js__WEBPACK_IMPORTED_MODULE_0__/* .HEIC_DECODER */ .Nc.package}`,
    'done',
    'still=$(missing)',
    '[ -z "$still" ] && exit 0',
    'echo "batch-ocr: the node cannot read images; missing after the installation: $still." >&2',
    'exit 1'
];


/***/ }),

/***/ 4743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oj: () => (/* binding */ coresOf),
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   mR: () => (/* binding */ endOfSupportWarning),
/* harmony export */   nK: () => (/* binding */ slotsOf),
/* harmony export */   tO: () => (/* binding */ imageName)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94869);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90262);


/** `Standard_D4s_v5`, `Standard_E4-2s_v5`, `Standard_NC4as_T4_v3`: family, number, constrained cores, features, the rest. */
const SIZE = /^(?:(?:standard|basic)_)?([a-z]+)(\d+)(?:-(\d+))?[a-z]*((?:_[a-z0-9]+)*)$/;
/** Cores of the sizes A0 to A11, whose numbers are not core counts. */
const OLD_A = [1, 1, 2, 4, 8, 2, 4, 8, 8, 16, 8, 16];
/**
 * The number of cores of an Azure VM size, by its name; null if the name is not a VM size. In the oldest families, each
 * size has twice the cores of the one before.
 */
function coresOf(vmSize) {
    const [, family, digits, constrained, rest = ''] = SIZE.exec(vmSize.trim().toLowerCase()) ?? [];
    if (family === undefined)
        return null;
    const number = Number(digits);
    const cores = constrained === undefined ? coresOfNumber(family, number, rest) : Number(constrained);
    return cores !== null && cores > 0 ? cores : null;
}
function coresOfNumber(family, number, rest) {
    const generation = Number(/_v(\d+)$/.exec(rest.replace(/_promo$/, ''))?.[1] ?? 1);
    if (family === 'a' && generation === 1)
        return OLD_A[number] ?? null;
    if (family === 'g' || family === 'gs')
        return number <= 5 ? 2 ** number : null;
    if ((family === 'd' || family === 'ds') && generation <= 2)
        return coresOfOldD(number);
    return number;
}
/** D1 to D5 double from 1; D11 to D14, with more memory, from 2; D15 is an exception. */
function coresOfOldD(number) {
    if (number >= 1 && number <= 5)
        return 2 ** (number - 1);
    if (number >= 11 && number <= 14)
        return 2 ** (number - 10);
    return number === 15 ? 20 : null;
}
/** The service's limits for slots. */
const MAX_SLOTS_PER_NODE = 256;
const MAX_SLOTS_PER_CORE = 4;
/** The number of tasks that a node runs at a time: as set, or one per core, within the limits of the service. */
function slotsOf({ slots, vmSize }) {
    const cores = coresOf(vmSize);
    const limit = cores === null ? MAX_SLOTS_PER_NODE : MAX_SLOTS_PER_CORE * cores;
    return Math.min(slots ?? cores ?? 1, limit, MAX_SLOTS_PER_NODE);
}
/** The form of the input `vm-image`: `publisher:offer:sku`. */
const imageName = ({ publisher, offer, sku }) => `${publisher}:${offer}:${sku}`;
/**
 * Finds a VM image with its node agent.
 *
 * @param supported the images that the service supports
 * @throws AzureProblem if it is not supported, or is not a Linux image
 */
function imageOf(wanted, supported) {
    const name = imageName(wanted).toLowerCase();
    const found = supported.filter((image) => imageName(image).toLowerCase() === name);
    const best = found.find(({ verified }) => verified) ?? found[0];
    if (best === undefined) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .AzureProblem */ .J('bad-request', '', `Azure Batch does not support the image ${imageName(wanted)}. ${suggestion(wanted, supported)}`);
    }
    if (best.osType.toLowerCase() !== 'linux') {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .AzureProblem */ .J('bad-request', '', `The image ${imageName(best)} is not a Linux image, and nodes are set up with apt. ${suggestion(FALLBACK, supported)}`);
    }
    return best;
}
/** The image that suggestions are similar to if the wanted image is not a Linux image. */
const FALLBACK = { publisher: 'canonical', offer: 'ubuntu-lts', sku: 'server' };
/** The most images in a suggestion. */
const MAX_SUGGESTED = 4;
function suggestion(wanted, supported) {
    const similar = supported
        .filter(({ osType }) => osType.toLowerCase() === 'linux')
        .map((image) => ({ name: imageName(image), similarity: similarity(wanted, image) }))
        .filter((one) => one.similarity > 0)
        .sort((a, b) => b.similarity - a.similarity)
        .map(({ name }) => name);
    const names = [...new Set(similar)].slice(0, MAX_SUGGESTED);
    return names.length === 0
        ? 'Set vm-image to an image that `az batch pool supported-images list` shows.'
        : `Set vm-image to a supported image, such as ${names.join(', ')}.`;
}
const words = (image) => imageName(image)
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? [];
/** The number of words that two names have in common. */
function similarity(wanted, image) {
    const own = new Set(words(image));
    return words(wanted).filter((word) => own.has(word)).length;
}
const DAY = 24 * 60 * 60 * 1000;
/** The days before the end of support in which there is a warning. */
const WARNING_DAYS = 90;
/** A warning if the support of an image has ended or ends soon; null otherwise. */
function endOfSupportWarning(image, now) {
    const { endOfSupport } = image;
    if (endOfSupport === null)
        return null;
    const days = Math.ceil((endOfSupport.getTime() - now.getTime()) / DAY);
    if (days > WARNING_DAYS)
        return null;
    const date = endOfSupport.toISOString().slice(0, 10);
    return days <= 0
        ? `Azure Batch has not supported the image ${imageName(image)} since ${date}: set vm-image to a newer image.`
        : `Azure Batch supports the image ${imageName(image)} only until ${date} (${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(days, 'day')} left): set vm-image to a newer image soon.`;
}


/***/ }),

/***/ 90262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ AzureProblem)
/* harmony export */ });
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77656);

/** A request that Azure refused or did not answer. The message says what failed, where, and what to do. */
class AzureProblem extends _backend_js__WEBPACK_IMPORTED_MODULE_0__/* .BackendError */ .J {
    kind;
    /** Azure's error code, such as `PoolNotFound`; empty if there is none. */
    code;
    constructor(kind, code, message, options) {
        super(message, options);
        this.kind = kind;
        this.code = code;
    }
}


/***/ }),

/***/ 77656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ BackendError)
/* harmony export */ });
/** A backend refuses a request or cannot complete it. The message is a full sentence for the user. */
class BackendError extends Error {
}


/***/ }),

/***/ 54377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ statusKind)
/* harmony export */ });
/**
 * The kind of failure that a status means.
 *
 * @param status null or undefined if there was no response
 */
function statusKind(status) {
    if (status == null || status === 408 || status === 429 || status >= 500)
        return 'unavailable';
    if (status === 401 || status === 403)
        return 'refused';
    // Not an error by itself: something else answers at that address, such as a redirect.
    if (status === 404 || status === 410 || status < 400)
        return 'not-found';
    return status === 409 || status === 412 ? 'conflict' : 'bad-request';
}


/***/ }),

/***/ 81374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   N_: () => (/* binding */ TransientError),
/* harmony export */   oX: () => (/* binding */ retryFor)
/* harmony export */ });
/* harmony import */ var _abort_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28414);

/** A failure that may go away by itself. */
class TransientError extends Error {
    cause;
    /** Milliseconds the service asked us to wait; null if it did not say. */
    retryAfter;
    constructor(cause, retryAfter) {
        super(cause.message);
        this.cause = cause;
        this.retryAfter = retryAfter;
    }
}
/** A policy that retries for at most `limit` milliseconds. For five minutes, the waits grow from 1 s to 30 s. */
const retryFor = (limit) => ({
    firstWait: limit / 300,
    longestWait: limit / 10,
    limit
});
/**
 * Makes a call, and retries it while it fails with a `TransientError` and the policy allows it.
 *
 * @throws the cause of the last `TransientError`; any other error of an attempt; the signal's reason
 */
async function retry(policy, signal, attempt) {
    const end = performance.now() + policy.limit;
    for (let attempts = 1;; attempts++) {
        signal.throwIfAborted();
        try {
            return await attempt();
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof TransientError))
                throw error;
            const wait = waitAfter(error.retryAfter, attempts, policy);
            if (attempts === policy.attempts || performance.now() + wait > end)
                throw error.cause;
            await (0,_abort_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(wait, signal);
        }
    }
}
/**
 * Twice as long each time, or as long as the service asked, with jitter to keep many callers apart. If the service asks
 * for no wait, the first one is kept.
 */
function waitAfter(retryAfter, attempts, { firstWait, longestWait }) {
    const doubling = retryAfter === null ? 2 ** (attempts - 1) : 1;
    const own = Math.min(firstWait * doubling, longestWait) * (0.5 + Math.random() / 2);
    return Math.max(own, (retryAfter ?? 0) * (1 + Math.random() / 10));
}


/***/ })

};
