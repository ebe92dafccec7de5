export const id = 38;
export const ids = [38,377,743,155];
export const modules = {

/***/ 5377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ remedyOf),
/* harmony export */   Z: () => (/* binding */ resizeRemedy)
/* harmony export */ });
/** What can be done about an error of a resize, by Azure's own word for it in lower case. */
const RESIZE_REMEDIES = {
    accountcorequotareached: 'The cores of the account are used up: ask for fewer nodes or a smaller vm-size, end what else runs, or raise the quota (portal: the Batch account, Quotas).',
    accountlowprioritycorequotareached: 'The spot cores of the account are used up: ask for fewer spot-nodes, or raise the quota (portal: the Batch account, Quotas).',
    accountspotcorequotareached: 'The spot cores of the account are used up: ask for fewer spot-nodes, or raise the quota (portal: the Batch account, Quotas).',
    accountvmseriescorequotareached: 'The cores of this family of machines are used up: choose another vm-size, or raise the quota of the family.',
    allocationfailed: 'Azure has no such machine free here: choose another vm-size, or run again later.',
    allocationtimedout: 'Azure did not give the machines in time: run again later, or choose another vm-size.',
    resizestopped: 'Somebody stopped the resize: resize the pool again.'
};
/** What can be done about an error of a resize; empty where we know nothing. */
const resizeRemedy = (code) => RESIZE_REMEDIES[code.toLowerCase()] ?? '';
const ROLE = 'Give the application the role Azure Batch Data Contributor on the Batch account (it takes some minutes to count), or use batch-account-key.';
/** What can be done about a refusal, by Azure's own word for it. */
const REMEDIES = {
    AuthenticationFailed: 'Check batch-account-key and batch-account, or tenant-id and client-id and that the application has the role Azure Batch Data Contributor; and whether the clock of this machine is right.',
    PermissionDenied: ROLE,
    Forbidden: ROLE,
    AccountIsDisabled: 'The Batch account is disabled: look at it in the portal.',
    ActiveJobAndScheduleQuotaReached: 'The account has as many active jobs as it may: end some (the command sweep ends those that lost runs left), or ask Azure for a higher quota.',
    PoolQuotaReached: 'The account has as many pools as it may: delete some (the command sweep deletes those that lost runs left), name one by pool, or ask Azure for a higher quota.',
    AccountCoreQuotaReached: 'Ask for fewer nodes or a smaller vm-size, or ask Azure for a higher quota of dedicated cores.',
    AccountLowPriorityCoreQuotaReached: 'Ask for fewer spot-nodes or a smaller vm-size, or ask Azure for a higher quota of spot cores.',
    AccountVMSeriesCoreQuotaReached: 'Take a vm-size of another series, or ask Azure for a higher quota of this one.',
    InvalidPropertyValue: 'Change the input that it is about: vmSize comes from vm-size, imageReference and nodeAgentSKUId from vm-image, the target nodes from nodes and spot-nodes.',
    JobNotFound: 'The job is gone: the run has ended, or was swept.',
    JobBeingDeleted: 'Deleting a job takes Azure a minute or more: try again then.',
    PoolNotFound: 'Check pool: the account has none of that id any more, or never had.',
    PoolBeingDeleted: 'Deleting a pool takes Azure some minutes: try again then.',
    RequestBodyTooLarge: 'Ask for more partitions, so that each task says less.',
    ENOTFOUND: 'Check batch-endpoint: it looks like https://NAME.REGION.batch.azure.com.'
};
/** What can be done where Azure's own word says nothing. */
const REMEDIES_BY_KIND = {
    refused: 'Check batch-account-key, or the role Azure Batch Data Contributor of the application.',
    quota: 'Ask Azure for a higher quota.',
    'not-found': 'Check batch-endpoint.',
    unavailable: 'Check batch-endpoint and the network, or try again later.'
};
/** What can be done; empty where we know nothing. */
function remedyOf(kind, code, details) {
    // The service has no word of its own for a version that it does not speak.
    if (/QueryParameter/.test(code) && details.includes('api-version'))
        return 'Set batch-api-version to a version that the service speaks.';
    return REMEDIES[code] ?? REMEDIES_BY_KIND[kind] ?? '';
}


/***/ }),

/***/ 1267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   uY: () => (/* binding */ NodeWatch)
/* harmony export */ });
/* unused harmony exports FAILED, SICK, SickNodes */
/* harmony import */ var _engine_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(481);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4869);
/* harmony import */ var _client_remedies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5377);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(262);




/** States in which a node is not, or no longer, there. */
const GONE = ['preempted', 'leavingpool', 'offline'];
/** States in which a node does nothing now and may yet come back. */
const ABSENT = ['preempted', 'unknown'];
/** Looks in a row that do not find a pool, after which it is taken for gone: the pool of a job comes a little after the job. */
const MOST_ABSENT = 12;
/** Watches the nodes of a pool for whoever waits for them: what keeps them from coming is told once. */
class NodeWatch {
    #service;
    #wanted;
    #since;
    #sick;
    #told = new Set();
    #isThere;
    #absent = 0;
    #preempted = 0;
    /**
     * @param since by the service's clock; errors of a resize before that are another run's: they stay until the next resize
     * @param isThere the pool was seen: where it is not there now, it is gone
     */
    constructor(service, wanted, since, isThere = false) {
        this.#service = service;
        this.#wanted = wanted;
        this.#since = since;
        this.#isThere = isThere;
        this.#sick = new SickNodes(service);
    }
    /**
     * Looks at the nodes. The pool itself is asked for only while nodes are missing.
     *
     * @throws AzureProblem; the signal's reason
     */
    async look(poolId, counts, signal) {
        const states = sumOf(counts);
        const able = inOther([...SICK, ...GONE], states);
        const news = this.#preemptions(states['preempted'] ?? 0);
        news.push(...(await this.#sick.news(poolId, inAny(SICK, states), signal)));
        if (able >= this.#wanted)
            return { news, waiting: null, hopeless: null };
        const pool = await this.#service.pool(poolId, signal);
        this.#absent = pool === null ? this.#absent + 1 : 0;
        this.#isThere ||= pool !== null || this.#absent > MOST_ABSENT;
        if (pool === null || pool.state === 'deleting')
            return { news, waiting: null, hopeless: this.#gone(poolId) };
        news.push(...this.#resizing(pool, able));
        const hopeless = able > 0 ? null : this.#hopeless(pool, states);
        return { news, waiting: able > 0 ? null : this.#waiting(pool), hopeless };
    }
    #waiting(pool) {
        const [now, wanted] = [nodesOf(pool.current), nodesOf(pool.target)];
        if (pool.allocation === 'resizing' && this.#isNew('allocating'))
            return `Azure is getting the nodes of the pool ${pool.id}: ${now} of ${wanted} so far. That mostly takes some minutes.`;
        if (pool.autoscale && wanted === 0 && this.#isNew('autoscale'))
            return `The pool ${pool.id} sizes itself by its formula and has no nodes yet; the formula is looked at every few minutes.`;
        return null;
    }
    #preemptions(preempted) {
        const more = preempted - this.#preempted;
        this.#preempted = preempted;
        if (more <= 0)
            return [];
        return [
            `Azure took ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(more, 'spot node')} away; what was being read there is read again elsewhere.`
        ];
    }
    /** It is gone only once it was there, or should have been. */
    #gone(poolId) {
        return this.#isThere
            ? `The pool ${poolId} was deleted by somebody else while the run needed it. Run again to read what is left.`
            : null;
    }
    #resizing(pool, able) {
        const [first] = pool.resizeErrors;
        if (first === undefined)
            return [];
        if (!this.#isOurs(pool))
            return this.#stale(pool, first.code, able);
        return pool.resizeErrors
            .filter(({ code }) => this.#isNew(`resize ${code}`))
            .map(({ code, message }) => `The pool ${pool.id} does not get all its nodes (${code}: ${message}). ${(0,_client_remedies_js__WEBPACK_IMPORTED_MODULE_1__/* .resizeRemedy */ .Z)(code)}`.trim());
    }
    /** An error from before our time says nothing of what is now, and nobody tries again where the size is fixed. */
    #stale(pool, code, able) {
        const waits = able === 0 && pool.allocation === 'steady' && !pool.autoscale;
        if (!waits || nodesOf(pool.current) > 0 || !this.#isNew('stale'))
            return [];
        return [
            `The pool ${pool.id} has no nodes: its last resize, before this run, ended with ${code}. The run waits until somebody resizes it; job-timeout ends it otherwise.`
        ];
    }
    #isOurs({ allocationSince }) {
        return allocationSince >= this.#since;
    }
    #isNew(what) {
        if (this.#told.has(what))
            return false;
        this.#told.add(what);
        return true;
    }
    #hopeless(pool, states) {
        if (pool.autoscale || pool.allocation !== 'steady' || inAny(ABSENT, states) > 0)
            return null;
        const failed = inAny(FAILED, states);
        if (failed > 0)
            return `None of the ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(failed, 'node')} of the pool ${pool.id} can run tasks: ${this.#sick.why ?? 'their states say no more.'}`;
        if (nodesOf(pool.current) > 0)
            return null;
        if (nodesOf(pool.target) === 0)
            return `The pool ${pool.id} has no nodes and was not told to have any. Resize it, or leave \`pool\` empty.`;
        if (!this.#isOurs(pool) || pool.resizeErrors.length === 0)
            return null;
        const codes = pool.resizeErrors.map(({ code }) => code);
        return `The pool ${pool.id} gets no nodes (${codes.join(', ')}). ${(0,_client_remedies_js__WEBPACK_IMPORTED_MODULE_1__/* .resizeRemedy */ .Z)(codes[0] ?? '')}`.trim();
    }
}
const nodesOf = ({ dedicated, spot }) => dedicated + spot;
const inAny = (wanted, states) => wanted.reduce((sum, state) => sum + (states[state] ?? 0), 0);
const inOther = (excluded, states) => Object.entries(states)
    .filter(([state]) => !excluded.includes(state))
    .reduce((sum, [, number]) => sum + number, 0);
/** Dedicated and spot nodes together, by their state. */
function sumOf(counts) {
    const sum = {};
    for (const kind of counts === null ? [] : [counts.dedicated, counts.spot])
        for (const [state, number] of Object.entries(kind))
            if (number > 0)
                sum[state] = (sum[state] ?? 0) + number;
    return sum;
}
/** States in which a node will never run a task, and does not mend itself. */
const FAILED = ['starttaskfailed', 'unusable'];
/** States in which a node runs nothing now; one that Azure has lost touch with may come back. */
const SICK = [...FAILED, 'unknown'];
/** Sick nodes told one by one. */
const MOST_TOLD = 3;
/** How much of the log of a sick node is told, in bytes, and how long a sick node may take to give it, in milliseconds. */
const TAIL = 4000;
const LOG_PATIENCE = 20_000;
/** The nodes of a pool that cannot run tasks: each is told once, with its own log. */
class SickNodes {
    #service;
    #known = new Set();
    #why = null;
    constructor(service) {
        this.#service = service;
    }
    /** What ails the first of them; null where none is known. */
    get why() {
        return this.#why;
    }
    /**
     * What there is to say of sick nodes that nobody has heard yet. They are listed only when there are more of them.
     *
     * @param sick how many there are, by the counts
     * @throws AzureProblem; the signal's reason
     */
    async news(poolId, sick, signal) {
        if (sick <= this.#known.size)
            return [];
        const nodes = await this.#service.nodes(poolId, signal);
        const fresh = nodes.filter(({ id, state }) => SICK.includes(state) && !this.#known.has(id));
        const news = [];
        for (const node of fresh) {
            this.#known.add(node.id);
            if (this.#known.size <= MOST_TOLD)
                news.push(await this.#told(poolId, node, signal));
        }
        if (fresh.length > 0 && this.#known.size > MOST_TOLD)
            news.push(`${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(this.#known.size, 'node')} in all cannot run tasks.`);
        return news;
    }
    async #told(poolId, node, signal) {
        const { id, state, startTask, errors } = node;
        const log = await this.#log(poolId, id, signal);
        const reasons = [
            startTask?.exitCode ? `its start task ended with exit code ${startTask.exitCode}` : '',
            startTask?.failure ?? '',
            ...errors
        ].filter(Boolean);
        const words = log?.trim() ? ` Its log ends: ${(0,_engine_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .a)(log)}.` : '';
        const why = [state, reasons.join('; ')].filter(Boolean).join(': ');
        this.#why ??= `${id} is in state ${why}.${words}`;
        return `The node ${id} cannot run tasks (${why}), and is paid for all the same.${words}`;
    }
    /** A node that is sick may not give its log: that is no reason to end the run. */
    async #log(poolId, nodeId, signal) {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(LOG_PATIENCE)]);
        try {
            return await this.#service.nodeFileTail(poolId, nodeId, 'startup/stderr.txt', TAIL, limit);
        }
        catch (error) {
            signal.throwIfAborted();
            if (limit.aborted || error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .AzureProblem */ .J)
                return null;
            throw error;
        }
    }
}


/***/ }),

/***/ 9416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ PACE),
/* harmony export */   a: () => (/* binding */ Pauses)
/* harmony export */ });
/** As the service would have it: two calls every 5 to 30 seconds. */
const PACE = { least: 5000, most: 30_000 };
/** By how much each pause is longer than the one before while nothing changes. */
const GROWTH = 1.3;
/** Pauses between looks: short while something happens, longer while nothing does, none the same as another runner's. */
class Pauses {
    #pace;
    #random;
    #last = 0;
    constructor(pace, random = Math.random) {
        this.#pace = pace;
        this.#random = random;
    }
    /** The next pause in milliseconds, within the bounds. */
    next(changed) {
        const { least, most } = this.#pace;
        this.#last = changed || this.#last === 0 ? least : Math.min(most, this.#last * GROWTH);
        return Math.min(most, this.#last * (1 + 0.2 * this.#random()));
    }
}


/***/ }),

/***/ 5613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  df: () => (/* binding */ BLOBS),
  o6: () => (/* binding */ OURS),
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

/** How the names of all our containers begin: what `sweep` looks for. */
const CONTAINER_PREFIX = 'batch-ocr-';
/** As long as Azure lets a container's name be. */
const LONGEST = 63;
/**
 * The name of a run's container. Azure takes small letters, digits and single hyphens; a run id that has anything else,
 * or is too long, keeps what it can and gets a digest, so that two runs never share a container.
 */
function containerName(runId) {
    const plain = runId
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
    const room = LONGEST - CONTAINER_PREFIX.length;
    if (plain === runId && plain !== '' && plain.length <= room)
        return CONTAINER_PREFIX + plain;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(runId).digest('hex').slice(0, 12);
    const kept = plain.slice(0, room - digest.length - 1).replace(/-$/, '');
    return CONTAINER_PREFIX + [kept, digest].filter(Boolean).join('-');
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/names.js


/** How the ids of all jobs, job's pools and containers of ours begin: what `sweep` looks for. */
const OURS = CONTAINER_PREFIX;
/** Characters of a repository's name that the run's name shows; the digest tells the rest apart. */
const REPOSITORY_SHOWN = 12;
/**
 * The name of a run on Azure: of its job and of its container. The same run, attempt and settings have the same name, so
 * that a repeated submission finds what the first one left; two steps of one workflow run differ in what they ask for.
 *
 * @param asked what the run is asked for, as text
 */
function runName(repository, runId, asked) {
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([repository, runId, asked]))
        .digest('hex')
        .slice(0, 8);
    const shown = (repository?.split('/').at(-1) ?? '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, REPOSITORY_SHOWN)
        .replace(/^-|-$/g, '');
    return containerName([shown, runId.toLowerCase(), digest].filter(Boolean).join('-'));
}
/** The id of a run's job; of a later round, where what Azure lost is read again after the first job has ended. */
const jobIdOf = (name, round) => round === 1 ? name : `${name}-r${round}`;
/** Whether a job is one of a run's. */
const isJobOf = (name, jobId) => jobId === name || (jobId.startsWith(`${name}-r`) && /^\d+$/.test(jobId.slice(name.length + 2)));
/** The id of a partition's task on Batch: what Azure lost is added again by another name. */
const batchTaskId = (task, attempt) => attempt === 1 ? task : `${task}-again-${attempt}`;
/** The partition's task and the attempt in an id that `batchTaskId` gave. */
function taskOf(batchTask) {
    const [, task = batchTask, attempt = '1'] = /^(.+)-again-(\d+)$/.exec(batchTask) ?? [];
    return { task, attempt: Number(attempt) };
}
/** The blobs of a run's container. */
const BLOBS = {
    manifest: 'run.json',
    /** The program that runs on nodes. */
    program: 'node.mjs',
    arrivals: 'out/',
    /** The archive that brings a task to its node. */
    order: (task) => `in/${task}.tar`,
    /** The archive that brings a task's results home. */
    results: (batchTask) => `out/${batchTask}.tar`,
    /** Folder of what a failed task printed. */
    logs: (batchTask) => `logs/${batchTask}`
};
/** The task on Batch whose results a blob holds; null where it holds none. */
const batchTaskIn = (blob) => /^out\/([\w-]+)\.tar$/.exec(blob)?.[1] ?? null;


/***/ }),

/***/ 5155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   choosePool: () => (/* binding */ choosePool)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5613);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(262);
/* harmony import */ var _start_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5412);
/* harmony import */ var _vm_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4743);




/** A start task that fails runs so often again: apt's servers are not always there. */
const START_TASK_RETRIES = 2;
/** How the pool of a job is called; Batch takes at most 20 characters, and adds an id of its own. */
const POOL_PREFIX = `${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .OURS */ .o6}run-`;
/**
 * Finds the pool that was named, or orders one that lives and dies with the job.
 *
 * @throws AzureProblem where the pool is not there, or cannot do what is asked of it
 */
async function choosePool(service, settings, signal) {
    if (settings.pool === null)
        return poolOfJob(service, settings, signal);
    const pool = await service.pool(settings.pool, signal);
    if (pool === null || pool.state === 'deleting') {
        const state = pool === null ? 'is not there' : 'is being deleted';
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .AzureProblem */ .J('not-found', 'PoolNotFound', `The pool ${settings.pool} ${state}. Make it with \`pool create ${settings.pool}\`, or leave \`pool\` empty: then a pool lives and dies with the job.`);
    }
    assertIdentity(pool, settings.nodeIdentity);
    const now = pool.current.dedicated + pool.current.spot;
    const wanted = pool.target.dedicated + pool.target.spot;
    return {
        pool: { id: pool.id },
        nodes: Math.max(now, wanted) || settings.nodes + settings.spotNodes,
        slots: pool.slots,
        vmSize: pool.vmSize,
        warnings: []
    };
}
function assertIdentity(pool, identity) {
    const carries = pool.identities.map((one) => one.toLowerCase());
    if (identity === null || carries.includes(identity.toLowerCase()))
        return;
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .AzureProblem */ .J('bad-request', '', `The pool ${pool.id} does not carry the identity ${identity} that \`node-identity\` names, so its nodes could not reach the storage. Give it to the pool (az batch pool create, or the portal), or leave \`node-identity\` empty.`);
}
async function poolOfJob(service, settings, signal) {
    const image = (0,_vm_js__WEBPACK_IMPORTED_MODULE_3__.imageOf)(settings.vmImage, await service.supportedImages(signal));
    const slots = (0,_vm_js__WEBPACK_IMPORTED_MODULE_3__.slotsOf)(settings);
    const warning = (0,_vm_js__WEBPACK_IMPORTED_MODULE_3__.endOfSupportWarning)(image, new Date());
    const languages = settings.pageSegmentationMode === 0 ? ['osd'] : settings.languages;
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
                startTask: { commandLine: (0,_start_task_js__WEBPACK_IMPORTED_MODULE_2__/* .startTaskCommand */ .p)(languages), retries: START_TASK_RETRIES },
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

/** A node as it comes: nothing that we need is on it. */
const BARE = { tesseract: null, imageMagick: null, poppler: null, languages: [], env: {} };
/** Names that need no quoting in any shell; they go into a script that runs as root. */
const HARMLESS = /^[A-Za-z0-9_/]+$/;
/** How often apt's lists are asked for while another installation holds their lock, 2 seconds apart: ten minutes. */
const MOST_WAITS = 300;
/**
 * The command line that makes a node ready: Tesseract with the languages, ImageMagick, Poppler and a Node.js that
 * runs our program. Where all of it is there already, as on an image of one's own, it does nothing and needs no
 * network. What fails is told in the last line of standard error. It is to run as root, as often as one likes.
 *
 * Batch gives a command line to no shell, hence the `bash -c`. Nothing in the script has a single quote, and it is one
 * line: how the service takes a line break is documented nowhere.
 */
function startTaskCommand(languages) {
    const odd = languages.find((language) => !HARMLESS.test(language));
    if (odd !== undefined)
        throw new Error(`${JSON.stringify(odd)} is no language of Tesseract.`);
    const packages = [...(0,_engine_install_js__WEBPACK_IMPORTED_MODULE_0__/* .missingPackages */ .K$)(BARE, { languages, pdf: true, heic: false }), 'nodejs'];
    return `/bin/bash -c '${oneLine(script(quoted([...languages, 'osd']), quoted(packages)))}'`;
}
const quoted = (names) => [...new Set(names)].map((name) => `"${name}"`).join(' ');
/** What opens a block is followed by a blank, everything else by a semicolon. */
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
    '[ -z "$(missing)" ] && echo "All is here." && exit 0',
    // DPkg::Lock::Timeout waits for dpkg's lock alone; who meets the lock of the lists is sent away at once.
    `for wait in $(seq ${MOST_WAITS}); do`,
    '  said=$(apt update 2>&1); echo "$said"',
    '  [[ "$said" == *"/lists/lock"* ]] || break',
    '  sleep 2',
    'done',
    `apt install -y --no-install-recommends ${packages} || echo "apt-get install ended with exit code $?." >&2`,
    // Where ImageMagick came without a decoder of HEIC; without it such images have rows that say so.
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

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   coresOf: () => (/* binding */ coresOf),
/* harmony export */   endOfSupportWarning: () => (/* binding */ endOfSupportWarning),
/* harmony export */   imageName: () => (/* binding */ imageName),
/* harmony export */   imageOf: () => (/* binding */ imageOf),
/* harmony export */   slotsOf: () => (/* binding */ slotsOf)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(262);

/** `Standard_D4s_v5`, `Standard_E4-2s_v5`, `Standard_NC4as_T4_v3`: family, number, cores in use, features, the rest. */
const SIZE = /^(?:(?:standard|basic)_)?([a-z]+)(\d+)(?:-(\d+))?[a-z]*((?:_[a-z0-9]+)*)$/;
/** The old A sizes, which are counted and not named by their cores. */
const OLD_A = [1, 1, 2, 4, 8, 2, 4, 8, 8, 16, 8, 16];
/**
 * How many cores a size of Azure's virtual machines has, by the rule of their names; null where the name is none.
 * The oldest families are numbered in another way: there each number has twice the cores of the one before.
 */
function coresOf(vmSize) {
    const [, family, digits, inUse, rest = ''] = SIZE.exec(vmSize.trim().toLowerCase()) ?? [];
    if (family === undefined)
        return null;
    const number = Number(digits);
    const cores = inUse === undefined ? coresOfNumber(family, number, rest) : Number(inUse);
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
/** D1 to D5 double from 1; D11 to D14, with more memory, from 2; D15 is the odd one out. */
function coresOfOldD(number) {
    if (number >= 1 && number <= 5)
        return 2 ** (number - 1);
    if (number >= 11 && number <= 14)
        return 2 ** (number - 10);
    return number === 15 ? 20 : null;
}
/** The most slots that the service gives a node, and a core. */
const MOST_SLOTS = 256;
const MOST_SLOTS_A_CORE = 4;
/** How many tasks a node of a pool runs at a time: what is asked for, else its cores, else one; never more than the service allows. */
function slotsOf({ slots, vmSize }) {
    const cores = coresOf(vmSize);
    const most = Math.min(MOST_SLOTS, cores === null ? MOST_SLOTS : MOST_SLOTS_A_CORE * cores);
    return Math.min(slots ?? cores ?? 1, most);
}
/** `publisher:offer:sku`, as the input is written. */
const imageName = ({ publisher, offer, sku }) => `${publisher}:${offer}:${sku}`;
/**
 * The image as the account knows it, with its node agent.
 *
 * @param supported what the service says it supports
 * @throws AzureProblem where it supports none of that name, or one that our start task cannot set up
 */
function imageOf(wanted, supported) {
    const name = imageName(wanted).toLowerCase();
    const found = supported.filter((image) => imageName(image).toLowerCase() === name);
    const best = found.find(({ verified }) => verified) ?? found[0];
    if (best === undefined) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .AzureProblem */ .J('bad-request', '', `Azure Batch supports no image ${imageName(wanted)}. ${nearOnes(wanted, supported)}`);
    }
    if (best.osType.toLowerCase() !== 'linux') {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .AzureProblem */ .J('bad-request', '', `The image ${imageName(best)} is no Linux, and nodes are set up by apt. ${nearOnes(DEFAULT_LIKE, supported)}`);
    }
    return best;
}
/** What we would propose where the wanted name says nothing about Linux. */
const DEFAULT_LIKE = { publisher: 'canonical', offer: 'ubuntu-lts', sku: 'server' };
/** Images named in a proposal. */
const MOST_NAMED = 4;
function nearOnes(wanted, supported) {
    const near = supported
        .filter(({ osType }) => osType.toLowerCase() === 'linux')
        .map((image) => ({ name: imageName(image), likeness: likeness(wanted, image) }))
        .filter((one) => one.likeness > 0)
        .sort((a, b) => b.likeness - a.likeness)
        .map(({ name }) => name);
    const named = [...new Set(near)].slice(0, MOST_NAMED);
    return named.length === 0
        ? 'Set vm-image to one that `az batch pool supported-images list` names.'
        : `Set vm-image to a supported one, such as ${named.join(', ')}.`;
}
const words = (image) => imageName(image)
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? [];
/** How many words two names share; a shared publisher alone counts too. */
function likeness(wanted, image) {
    const own = new Set(words(image));
    return words(wanted).filter((word) => own.has(word)).length;
}
const DAY = 24 * 60 * 60 * 1000;
/** Days before its end from which on an image is warned of. */
const WARNED_DAYS = 90;
/** A warning where Batch supports an image no more, or soon no more; null where there is time. */
function endOfSupportWarning(image, now) {
    const { endOfSupport } = image;
    if (endOfSupport === null)
        return null;
    const days = Math.ceil((endOfSupport.getTime() - now.getTime()) / DAY);
    if (days > WARNED_DAYS)
        return null;
    const date = endOfSupport.toISOString().slice(0, 10);
    return days <= 0
        ? `Batch has not supported the image ${imageName(image)} since ${date}: set vm-image to a newer one.`
        : `Batch supports the image ${imageName(image)} until ${date} only, in ${days} ${days === 1 ? 'day' : 'days'}: set vm-image to a newer one soon.`;
}


/***/ }),

/***/ 1038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSample: () => (/* binding */ runSample)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/poll.js
var poll = __webpack_require__(9416);
// EXTERNAL MODULE: ./build/backends/azure-batch/names.js + 1 modules
var names = __webpack_require__(5613);
// EXTERNAL MODULE: ./build/backends/azure-batch/pool/choose.js
var choose = __webpack_require__(5155);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(262);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/node-watch.js
var node_watch = __webpack_require__(1267);
;// CONCATENATED MODULE: ./build/sample/azure-nodes.js


/**
 * Waits for the nodes of a job's pool, so that they share the tasks: the first node alone would run them all in no
 * time. Nodes that cannot come, and pools that size themselves by their tasks, are not waited for.
 *
 * @param wanted nodes
 * @throws AzureProblem where no node comes
 */
async function nodesReady(service, job, wanted, following) {
    const { listener, pause, signal } = following;
    const id = await poolOf(service, job, following);
    // Errors of a resize before our time count too: no other resize will come by itself.
    const watch = new node_watch/* NodeWatch */.uY(service, wanted, new Date(0));
    const watched = async () => {
        const counts = await service.nodeCounts(id, signal);
        const { news, hopeless } = await watch.look(id, counts, signal);
        for (const sentence of news)
            listener.warn(sentence);
        if (hopeless !== null)
            throw new problem/* AzureProblem */.J('unavailable', '', hopeless);
        return counts;
    };
    let told = '';
    for (;;) {
        const counts = await watched();
        const pool = await service.pool(id, signal);
        if (pool !== null && enough(pool, counts))
            break;
        const sentence = `Waiting for the nodes of the pool ${id}: ${states(counts)}.`;
        if (sentence !== told)
            listener.say(sentence);
        told = sentence;
        await pause();
    }
    return { look: async () => states(await watched()) };
}
/** The service makes the pool of a job, and says its id some time after the job is there. */
async function poolOf(service, job, { pause, signal }) {
    if ('id' in job.pool)
        return job.pool.id;
    for (;;) {
        const { poolId = null, schedulingError = null } = (await service.job(job.id, signal)) ?? {};
        if (poolId !== null)
            return poolId;
        if (schedulingError !== null) {
            const message = `Azure Batch could not begin the job ${job.id}: ${schedulingError}`;
            throw new problem/* AzureProblem */.J('bad-request', '', message);
        }
        await pause();
    }
}
/** Nodes that have come, for good or ill. */
const ARRIVED = ['idle', 'running', 'starttaskfailed', 'unusable'];
/** Whether there are as many nodes as there will be. */
function enough(pool, counts) {
    if (pool.autoscale)
        return true;
    const { dedicated, spot } = pool.allocation === 'steady' ? pool.current : pool.target;
    const nodes = (0,node_watch/* sumOf */.XN)(counts);
    const arrived = ARRIVED.reduce((sum, state) => sum + (nodes[state] ?? 0), 0);
    return dedicated + spot > 0 && arrived >= dedicated + spot;
}
function states(counts) {
    const told = Object.entries((0,node_watch/* sumOf */.XN)(counts)).map(([state, nodes]) => `${nodes} ${state}`);
    return told.join(', ') || 'none yet';
}

// EXTERNAL MODULE: ./build/lib/process.js
var process = __webpack_require__(8377);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/sample/sample.js


/** What each task of Microsoft's sample prints: its own id and its node's, on two lines. */
const SAMPLE_SCRIPT = 'echo $(printenv | grep ^AZ_BATCH_TASK_ID=) processed by; echo $(printenv | grep ^AZ_BATCH_NODE_ID=)';
/** The ids of a sample's tasks: `mytask1` and so on. */
const sampleTasks = (count) => Array.from({ length: count }, (_, index) => `mytask${index + 1}`);
/** Writes what a task printed where the walk-through has it. @returns its path from the folder on */
function writeOutput(folder, task, stdout) {
    const file = `taskoutputs/stdout${task.replace(/\D+/, '')}.txt`;
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, 'taskoutputs'), { recursive: true });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, file), stdout);
    return file;
}
/** The outcome of tasks, with the nodes that they name. */
function outcomeOf(tasks) {
    const shares = new Map();
    for (const { node } of tasks)
        if (node !== null)
            shares.set(node, (shares.get(node) ?? 0) + 1);
    const nodes = [...shares].map(([id, count]) => ({ id, tasks: count }));
    return { tasks, nodes: nodes.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

;// CONCATENATED MODULE: ./build/sample/local-sample.js


/** This machine's name as a node. */
const NODE = 'local';
/**
 * Runs the sample's tasks here, as many at a time as there are slots.
 *
 * @throws NotStarted where there is no bash; the signal's reason where it fires, all processes ended
 */
async function runLocalSample(slots, { tasks, folder }, listener, signal) {
    const ids = sampleTasks(tasks);
    const done = new Map();
    const queue = [...ids];
    const slot = async () => {
        for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
            const ended = await (0,process/* run */.eF)('/bin/bash', ['-c', SAMPLE_SCRIPT], {
                env: { AZ_BATCH_TASK_ID: id, AZ_BATCH_NODE_ID: NODE },
                signal
            });
            const succeeded = ended.code === 0;
            if (!succeeded)
                listener.warn(`The task ${id} failed: ${ended.stderr.trim()}`);
            done.set(id, { id, node: NODE, succeeded, file: writeOutput(folder, id, ended.stdout) });
        }
    };
    listener.phase('Tasks');
    const ended = await Promise.allSettled(Array.from({ length: Math.min(slots, tasks) }, slot));
    for (const end of ended)
        if (end.status === 'rejected')
            throw end.reason;
    return outcomeOf(ids.flatMap((id) => done.get(id) ?? []));
}

;// CONCATENATED MODULE: ./build/sample/azure-sample.js








/**
 * Microsoft's sample parallel task as one command: numbered tasks, each of which prints its own id and its node's,
 * downloaded to `taskoutputs/stdoutN.txt`. Job and pool are gone when it returns, and when it throws.
 *
 * @throws AzureProblem where it cannot run; the signal's reason
 */
function runSample(where, order, listener, signal) {
    if (where.kind === 'local')
        return runLocalSample(where.slots, order, listener, signal);
    return runAzureSample(where, order, listener, signal);
}
/** Milliseconds that removing may take: a runner that cancels gives us little more. */
const REMOVING = 8000;
const MINUTE = 60_000;
async function runAzureSample({ account: { service }, settings, runId, pace = poll/* PACE */.K }, order, listener, cancelled) {
    const limit = AbortSignal.timeout(settings.jobTimeout * MINUTE);
    const signal = AbortSignal.any([cancelled, limit]);
    const pauses = new poll/* Pauses */.a(pace);
    const pause = () => (0,promises_.setTimeout)(pauses.next(true), undefined, { signal }).catch(() => signal.throwIfAborted());
    const following = { listener, pause, signal };
    listener.phase('Nodes');
    const chosen = await (0,choose.choosePool)(service, settings, signal);
    for (const warning of chosen.warnings)
        listener.warn(warning);
    const job = jobOrder(chosen.pool, runId, settings);
    // A call that was cut off may have added it all the same.
    let ours = true;
    try {
        ours = (await service.addJob(job, signal)) === 'added';
        if (!ours)
            throw exists(job);
        const nodes = await nodesReady(service, job, chosen.nodes, following);
        listener.phase('Tasks');
        await service.addTasks(job.id, tasksOf(order, settings), signal);
        const tasks = await ended(service, job.id, order.tasks, nodes, following);
        listener.phase('Outputs');
        return outcomeOf(await outputs(service, job.id, tasks, order, following));
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
const exists = ({ id }) => new problem/* AzureProblem */.J('conflict', 'JobExists', `There is a job ${id} already: another sample of this run is under way, or was lost. \`batch-ocr sweep\` removes what is left over.`);
/** A job on the pool; one that is the job's own needs nothing installed. */
function jobOrder(pool, runId, { jobTimeout }) {
    return {
        id: `${names/* OURS */.o6}sample-${runId.replace(/[^\w-]/g, '-')}`.slice(0, 64),
        pool: 'ofJob' in pool ? { ...pool, ofJob: { ...pool.ofJob, startTask: null } } : pool,
        maxMinutes: jobTimeout,
        metadata: { 'batch-ocr': 'sample' }
    };
}
const tasksOf = (order, { taskTimeout, taskRetries }) => sampleTasks(order.tasks).map((id) => ({
    id,
    commandLine: `/bin/bash -c '${SAMPLE_SCRIPT}'`,
    environment: {},
    resourceFiles: [],
    outputFiles: [],
    maxMinutes: taskTimeout,
    retries: taskRetries
}));
/** Follows the tasks to their end, by two calls a look. */
async function ended(service, jobId, count, nodes, { listener, pause, signal }) {
    let told = '';
    for (;;) {
        const { running, succeeded, failed } = await service.taskCounts(jobId, signal);
        const sentence = `${succeeded + failed} of ${count} tasks done, ${running} running; nodes: ${await nodes.look()}.`;
        if (sentence !== told)
            listener.say(sentence);
        told = sentence;
        if (succeeded + failed >= count) {
            // Counts and tasks do not always agree; the tasks are right.
            const tasks = await service.tasks(jobId, 'all', signal);
            if (tasks.every(({ state }) => state === 'completed'))
                return tasks;
        }
        await pause();
    }
}
/** As much of a task's output as is read; the sample prints two lines. */
const MOST_OUTPUT = 64 * 1024;
async function outputs(service, jobId, standings, { folder, tasks }, { listener, signal }) {
    const byId = new Map(standings.map((task) => [task.id, task]));
    const read = [];
    for (const id of sampleTasks(tasks)) {
        const { node = null, succeeded = false, failure = null } = byId.get(id) ?? {};
        if (!succeeded)
            listener.warn(`The task ${id} failed: ${failure?.message ?? 'it never ran'}`);
        const text = node === null
            ? null
            : await service.taskFileTail(jobId, id, 'stdout.txt', MOST_OUTPUT, signal);
        if (text === null && node !== null)
            listener.warn(`The node ${node} of the task ${id} is gone, and the task's output with it.`);
        read.push({ id, node, succeeded, file: text === null ? null : writeOutput(folder, id, text) });
    }
    return read;
}
/** Takes job and pool away, whatever happened; says where it cannot. */
async function remove(service, { id, pool }, listener) {
    const signal = AbortSignal.timeout(REMOVING);
    try {
        const job = await service.job(id, signal);
        await service.terminateJob(id, 'batch-ocr: the sample has ended', signal);
        await service.deleteJob(id, signal);
        if ('ofJob' in pool && job?.poolId)
            await service.deletePool(job.poolId, signal);
    }
    catch (error) {
        // Who may not remove it could not add it either.
        if (error instanceof problem/* AzureProblem */.J && error.kind === 'refused')
            return;
        listener.warn(`The job ${id} could not be removed: ${error.message}`);
        listener.warn('`batch-ocr sweep` removes what is left over.');
    }
}


/***/ })

};
