export const id = 514;
export const ids = [514];
export const modules = {

/***/ 95613:
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
var external_node_crypto_ = __webpack_require__(77598);
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

/***/ 5412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ startTaskCommand)
/* harmony export */ });
/* harmony import */ var _engine_install_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34740);

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

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   mR: () => (/* binding */ endOfSupportWarning),
/* harmony export */   nK: () => (/* binding */ slotsOf)
/* harmony export */ });
/* unused harmony exports coresOf, imageName */
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90262);

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

/***/ 65514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SweepProblem: () => (/* binding */ SweepProblem),
  sweep: () => (/* binding */ sweep)
});

// EXTERNAL MODULE: ./build/backends/azure-batch/names.js + 1 modules
var names = __webpack_require__(95613);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(90262);
// EXTERNAL MODULE: ./build/backends/azure-batch/pool/start-task.js
var start_task = __webpack_require__(5412);
// EXTERNAL MODULE: ./build/backends/azure-batch/pool/vm.js
var vm = __webpack_require__(4743);
;// CONCATENATED MODULE: ./build/backends/azure-batch/pool/create.js



/** What the metadata of a pool says that we made to stay. */
const WARM = { 'batch-ocr': 'warm' };
/** Whether a pool is one that we made to stay: nobody sweeps it. */
const isWarm = ({ metadata }) => metadata['batch-ocr'] === WARM['batch-ocr'];
/** How often the service works a formula out at most. */
const EVERY_MINUTES = 5;
/** Once more on a node whose start task failed: a mirror of packages may have been away. */
const START_RETRIES = 2;
/**
 * Makes a pool that stays: its nodes are ready for our tasks, there are as many as tasks ask for, and none when there
 * is nothing to do.
 *
 * @throws AzureProblem where the account takes no such pool; the signal's reason
 */
async function createPool({ service }, settings, id, signal) {
    const there = await service.pool(id, signal);
    if (there?.state === 'deleting') {
        throw new AzureProblem('conflict', 'PoolBeingDeleted', `The pool ${id} is being deleted. Wait until it is gone, or take another id.`);
    }
    if (there !== null)
        return { id, existed: true, warning: null };
    const now = new Date();
    const image = imageOf(settings.vmImage, await service.supportedImages(signal));
    const slots = slotsOf(settings);
    const added = await service.addPool({
        id,
        vmSize: settings.vmSize,
        image,
        slots,
        size: { formula: scalingFormula(settings, slots, now), everyMinutes: EVERY_MINUTES },
        startTask: { commandLine: startTaskCommand(settings.languages), retries: START_RETRIES },
        metadata: WARM
    }, signal);
    return { id, existed: added === 'exists', warning: endOfSupportWarning(image, now) };
}
/**
 * The formula by which a pool sizes itself, after Nextflow's: it begins with all its nodes, follows the tasks that
 * wait and run, and halves when there are none. Batch counts tasks and no slots, so we divide. Dedicated nodes come
 * first; spot nodes take what is left.
 *
 * For the first minutes there are too few samples to trust, hence the age.
 */
function scalingFormula({ nodes, spotNodes }, slots, created) {
    return [
        `age = time() - time("${created.toISOString()}");`,
        `window = TimeInterval_Minute * ${EVERY_MINUTES};`,
        'samples = $PendingTasks.GetSamplePercent(window);',
        'tasks = samples < 70 ? max(0, $PendingTasks.GetSample(1)) : max($PendingTasks.GetSample(1), avg($PendingTasks.GetSample(window)));',
        `wanted = ceil(tasks / ${slots});`,
        `dedicated = wanted > 0 ? min(wanted, ${nodes}) : floor($TargetDedicatedNodes / 2);`,
        `spot = wanted > 0 ? max(0, min(wanted - ${nodes}, ${spotNodes})) : floor($TargetLowPriorityNodes / 2);`,
        `$TargetDedicatedNodes = age < window ? ${nodes} : dedicated;`,
        `$TargetLowPriorityNodes = age < window ? ${spotNodes} : spot;`,
        '$NodeDeallocationOption = taskcompletion;'
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/sweep.js



/** A sweep that could not remove everything; `swept` says what it did. */
class SweepProblem extends problem/* AzureProblem */.J {
    swept;
    constructor(failures, swept) {
        const [{ kind, code }] = failures;
        const sentences = failures.map(({ message }) => message).join('\n');
        super(kind, code, `Not all that is left over could be removed; the rest is done.\n${sentences}`);
        this.swept = swept;
    }
}
/**
 * Removes what lost runs left in an account: jobs, their pools and their containers of more than an age. Warm pools
 * stay. What cannot be removed does not keep the rest.
 *
 * @param olderThan milliseconds
 * @throws SweepProblem at the end, where something could not be found or removed; the signal's reason where it fires
 */
async function sweep({ service, blobs }, { olderThan, dryRun, now }, signal) {
    const failures = [];
    const tried = async (work, otherwise) => {
        try {
            return await work();
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof problem/* AzureProblem */.J))
                throw error;
            failures.push(error);
            return otherwise;
        }
    };
    const old = ({ created }) => now.getTime() - created.getTime() >= olderThan;
    const clear = async ({ find, remove }) => {
        const found = (await tried(find, [])).filter(old).sort((a, b) => +a.created - +b.created);
        const left = [];
        for (const { id, created } of found) {
            const removed = !dryRun && (await tried(() => remove(id).then(() => true), false));
            left.push({ id, created, removed });
        }
        return left;
    };
    // Jobs first: the service takes the pool of a job away with it.
    const jobs = await clear({
        find: async () => (await service.jobs(names/* OURS */.o6, signal)).filter(({ state }) => state !== 'deleting'),
        remove: async (id) => {
            await service.terminateJob(id, 'batch-ocr: swept', signal);
            await service.deleteJob(id, signal);
        }
    });
    const pools = await clear({
        find: async () => (await service.pools(names/* OURS */.o6, signal)).filter((pool) => pool.state !== 'deleting' && !isWarm(pool)),
        remove: (id) => service.deletePool(id, signal)
    });
    const containers = await clear({
        find: async () => (await blobs.containers(names/* OURS */.o6, signal)).map(({ name, modified }) => ({
            id: name,
            created: modified
        })),
        remove: (name) => blobs.container(name).remove(signal)
    });
    const swept = { jobs, pools, containers };
    const [first, ...others] = failures;
    if (first !== undefined)
        throw new SweepProblem([first, ...others], swept);
    return swept;
}


/***/ })

};
