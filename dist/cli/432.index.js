export const id = 432;
export const ids = [432];
export const modules = {

/***/ 5377:
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

/***/ 9796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ UNRESPONSIVE),
/* harmony export */   Hp: () => (/* binding */ FailedNodes),
/* harmony export */   Mw: () => (/* binding */ countNotIn),
/* harmony export */   rT: () => (/* binding */ describeFailedNode),
/* harmony export */   ry: () => (/* binding */ countIn),
/* harmony export */   u5: () => (/* binding */ UNUSABLE)
/* harmony export */ });
/* harmony import */ var _engine_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(481);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(262);



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

/***/ 1267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ countByState),
/* harmony export */   u: () => (/* binding */ NodeWatch)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _client_remedies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5377);
/* harmony import */ var _failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9796);



/** States of a node that has left its pool, or is about to. */
const GONE = ['preempted', 'leavingpool', 'offline'];
/** States of a node that runs nothing now and may come back. */
const MAY_RETURN = ['preempted', _failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .UNRESPONSIVE */ .C6];
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
        this.#failedNodes = new _failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .FailedNodes */ .Hp(service);
    }
    /**
     * Checks the nodes. The pool is requested only while nodes are missing.
     *
     * @throws AzureProblem; the signal's reason
     */
    async check(poolId, counts, signal) {
        const states = countByState(counts);
        const usable = (0,_failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .countNotIn */ .Mw)([..._failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .UNUSABLE */ .u5, _failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .UNRESPONSIVE */ .C6, ...GONE], states);
        const warnings = this.#preemptions(states['preempted'] ?? 0);
        const failed = (0,_failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)([..._failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .UNUSABLE */ .u5, _failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .UNRESPONSIVE */ .C6], states);
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
        return [`Azure took ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(more, 'spot node')} away; their tasks run again on other nodes.`];
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
            .map(({ code, message }) => `The pool ${pool.id} does not get all its nodes (${code}: ${message}). ${(0,_client_remedies_js__WEBPACK_IMPORTED_MODULE_0__/* .resizeRemedy */ .Z)(code)}`.trim());
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
        if (pool.autoscale || pool.allocation !== 'steady' || (0,_failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(MAY_RETURN, states) > 0)
            return null;
        const failed = (0,_failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(_failed_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .UNUSABLE */ .u5, states);
        if (failed > 0)
            return `None of the ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(failed, 'node')} of the pool ${pool.id} can run tasks. ${this.#failedNodes.reason ?? ''}`.trim();
        if (nodesOf(pool.current) > 0)
            return null;
        if (nodesOf(pool.target) === 0)
            return `The pool ${pool.id} has no nodes, and its target size is 0. Resize it, or leave \`pool\` empty.`;
        if (!this.#isThisRuns(pool) || pool.resizeErrors.length === 0)
            return null;
        const codes = pool.resizeErrors.map(({ code }) => code);
        return `The pool ${pool.id} gets no nodes (${codes.join(', ')}). ${(0,_client_remedies_js__WEBPACK_IMPORTED_MODULE_0__/* .resizeRemedy */ .Z)(codes[0] ?? '')}`.trim();
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


/***/ }),

/***/ 9416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ POLL_INTERVAL),
/* harmony export */   b: () => (/* binding */ PollPauses)
/* harmony export */ });
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


/***/ }),

/***/ 5613:
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
var external_node_crypto_ = __webpack_require__(7598);
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

/***/ 5155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ choosePool)
/* harmony export */ });
/* harmony import */ var _engine_tesseract_models_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2886);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5613);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(262);
/* harmony import */ var _start_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5412);
/* harmony import */ var _vm_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4743);





/** Retries of the start task: package servers are not always available. */
const START_TASK_RETRIES = 2;
/** The prefix of the ID of a job's pool, at most 20 characters; Batch adds the rest. */
const POOL_PREFIX = `${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_PREFIX */ .ve}run-`;
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
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .AzureProblem */ .J('not-found', 'PoolNotFound', `The pool ${settings.pool} ${state}. Create it with \`pool create ${settings.pool}\`, or leave \`pool\` empty to use a pool that is created and deleted with the job.`);
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
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .AzureProblem */ .J('bad-request', '', `The pool ${pool.id} does not have the identity ${identity} of \`node-identity\`, so its nodes cannot access the storage account. Add the identity to the pool in the Azure portal, or leave \`node-identity\` empty.`);
}
async function poolOfJob(service, settings, signal) {
    const image = (0,_vm_js__WEBPACK_IMPORTED_MODULE_3__/* .imageOf */ .dT)(settings.vmImage, await service.supportedImages(signal));
    const slots = (0,_vm_js__WEBPACK_IMPORTED_MODULE_3__/* .slotsOf */ .nK)(settings);
    const warning = (0,_vm_js__WEBPACK_IMPORTED_MODULE_3__/* .endOfSupportWarning */ .mR)(image, new Date());
    const models = (0,_engine_tesseract_models_js__WEBPACK_IMPORTED_MODULE_4__/* .neededModels */ .A)(settings);
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
                startTask: { commandLine: (0,_start_task_js__WEBPACK_IMPORTED_MODULE_2__/* .startTaskCommand */ .p)(models), retries: START_TASK_RETRIES },
                metadata: { 'batch-ocr': 'run' }
            }
        },
        nodes: settings.nodes + settings.spotNodes,
        slots,
        vmSize: settings.vmSize,
        warnings: warning === null ? [] : [warning]
    };
}


/***/ }),

/***/ 5412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ startTaskCommand)
/* harmony export */ });
/* harmony import */ var _engine_install_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4740);

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
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(262);


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

/***/ 262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ AzureProblem)
/* harmony export */ });
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7656);

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


/***/ })

};
