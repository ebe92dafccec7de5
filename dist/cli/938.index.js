export const id = 938;
export const ids = [938,743];
export const modules = {

/***/ 8938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   azureAccount: () => (/* binding */ azureAccount),
/* harmony export */   azureName: () => (/* binding */ azureName),
/* harmony export */   azurePlace: () => (/* binding */ azurePlace)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7934);
/* harmony import */ var _engine_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3687);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4869);
/* harmony import */ var _results_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(399);
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4706);
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9517);
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7885);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5613);
/* harmony import */ var _pool_choose_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5155);









/** The name of a run on Azure, the same for the step and for its `post`. */
const azureName = (settings, environment) => (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .runName */ .rt)(environment.repository, environment.runId, JSON.stringify([environment.env['GITHUB_JOB'] ?? '', (0,_settings_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsRecord */ .t2)(settings)]));
/**
 * Opens the accounts that the settings name; nothing is asked of them yet.
 *
 * @throws SettingsError where they name none
 */
function azureAccount(settings, environment) {
    const { batchEndpoint, storageEndpoint } = settings;
    if (batchEndpoint === null || storageEndpoint === null) {
        throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .SettingsError */ .GN([
            'Inputs `batch-endpoint` and `storage-endpoint` name the accounts to use; at least one is empty.'
        ]);
    }
    return (0,_account_js__WEBPACK_IMPORTED_MODULE_3__.openAccount)({ ...settings, batchEndpoint, storageEndpoint }, environment);
}
/** Azure Batch: what keeps the account from running our job is found out before a cent is spent. */
const azurePlace = {
    phase: 'Account',
    ready: async ({ settings, environment, folder, listener, signal }) => {
        const account = azureAccount(settings, environment);
        const chosen = await (0,_pool_choose_js__WEBPACK_IMPORTED_MODULE_6__.choosePool)(account.service, settings, signal);
        for (const warning of chosen.warnings)
            listener.warn(warning);
        const whose = 'id' in chosen.pool ? `in the pool ${chosen.pool.id}` : 'in a pool that ends with the job';
        listener.say(`${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(chosen.nodes, 'node')} ${chosen.vmSize} with ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(chosen.slots, 'slot')} each, ${whose}.`);
        const { nodeIdentity, taskRetries, taskTimeout, jobTimeout } = settings;
        const place = {
            account,
            name: azureName(settings, environment),
            chosen,
            limits: { nodeIdentity, taskRetries, taskTimeout, jobTimeout },
            nodeProgram: environment.nodeProgram
        };
        return {
            backend: (0,_backend_js__WEBPACK_IMPORTED_MODULE_4__.azureBackend)(place),
            submit: (order, signal) => (0,_backend_js__WEBPACK_IMPORTED_MODULE_4__.submitAzureJob)(place, order, signal),
            slots: chosen.nodes * chosen.slots,
            leastSeconds: _backend_js__WEBPACK_IMPORTED_MODULE_4__.LEAST_SECONDS,
            fingerprint: earlierFingerprint(folder, settings),
            nodes: chosen.nodes
        };
    }
};
/** Nodes are taken for what they were in the run before: same image, same programs. Null where they differed, or none is known. */
function earlierFingerprint(folder, settings) {
    const engines = folder.records('nodes').map((record) => {
        const node = valibot__WEBPACK_IMPORTED_MODULE_8__/* .safeParse */ .xLC(_results_records_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeRecordSchema */ .L0, record);
        return node.success ? (0,_engine_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .a)(node.output.engine, settings) : null;
    });
    const [first = null, ...others] = [...new Set(engines)];
    return others.length === 0 ? first : null;
}


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


/***/ })

};
