export const id = 373;
export const ids = [373];
export const modules = {

/***/ 77944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ SweepError)
/* harmony export */ });
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77656);

/** A sweep could not remove everything; `swept` lists what it found and removed. */
class SweepError extends _backend_js__WEBPACK_IMPORTED_MODULE_0__/* .BackendError */ .J {
    swept;
    constructor(message, swept, options) {
        super(message, options);
        this.swept = swept;
    }
}


/***/ }),

/***/ 96373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  azureAdministration: () => (/* binding */ azureAdministration)
});

// EXTERNAL MODULE: ./build/backends/azure-batch/account.js + 30 modules
var account = __webpack_require__(44644);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(94869);
// EXTERNAL MODULE: ./build/backends/azure-batch/names.js + 1 modules
var names = __webpack_require__(95613);
// EXTERNAL MODULE: ./build/backends/azure-batch/pool/vm.js
var vm = __webpack_require__(4743);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(90262);
;// CONCATENATED MODULE: ./build/backends/azure-batch/doctor/finding.js

/** A check that passed. */
const good = (what, told, todo = null) => ({
    what,
    state: 'good',
    told,
    todo
});
/** A check that failed, so that a run would fail. */
const bad = (what, told, todo) => ({
    what,
    state: 'bad',
    told,
    todo
});
/** A check that is not possible from here. */
const unknown = (what, told, todo) => ({
    what,
    state: 'unknown',
    told,
    todo
});
/** The time for one check, in milliseconds: requests are otherwise retried for minutes. */
const TIMEOUT = 45_000;
/**
 * Runs a check; if a request fails, that is a finding.
 *
 * @returns what the check returns, or the finding
 * @throws the signal's reason
 */
async function tryCheck(what, remedies, signal, check, timeout = TIMEOUT) {
    const limit = AbortSignal.timeout(timeout);
    try {
        return await check(AbortSignal.any([signal, limit]));
    }
    catch (error) {
        signal.throwIfAborted();
        const fallback = remedies.unavailable ?? 'Check the network, and try again.';
        if (limit.aborted)
            return bad(what, `There was no answer within ${timeout / 1000} seconds.`, fallback);
        if (error instanceof problem/* AzureProblem */.J)
            return bad(what, error.message, remedies[error.kind] ?? fallback);
        throw error;
    }
}

// EXTERNAL MODULE: ./build/backends/azure-batch/job/failed-nodes.js
var failed_nodes = __webpack_require__(69796);
;// CONCATENATED MODULE: ./build/backends/azure-batch/doctor/pool.js



/** The most unusable nodes that are described one by one. */
const MAX_DESCRIBED = 3;
/** Checks an existing pool: its size, nodes and identities. */
async function poolFindings(service, { pool: id, nodeIdentity }, signal) {
    const pool = await service.pool(id, signal);
    if (pool === null) {
        const todo = `Create it with the command \`pool create ${id}\`, or leave \`pool\` empty to use a pool that is created and deleted with the job.`;
        return [bad('Pool', `The pool ${id} does not exist.`, todo)];
    }
    if (pool.state === 'deleting')
        return [
            bad('Pool', `The pool ${id} is being deleted.`, 'Name another pool, or leave `pool` empty.')
        ];
    return [
        sizeFinding(pool),
        ...resizeFindings(pool),
        ...(await nodeFindings(service, pool, signal)),
        ...identityFindings(pool, nodeIdentity)
    ];
}
const total = ({ dedicated, spot }) => dedicated + spot;
function sizeFinding(pool) {
    const target = pool.autoscale ? 'scales automatically' : `target: ${total(pool.target)}`;
    const slots = `${(0,lib_text/* count */.U9)(pool.slots, 'slot')} per node`;
    const told = `${pool.id}: ${pool.vmSize}, ${slots}, ${(0,lib_text/* count */.U9)(total(pool.current), 'node')} (${target}), ${pool.allocation}.`;
    if (pool.autoscale || total(pool.target) > 0)
        return good('Pool', told);
    const todo = `Resize it: \`az batch pool resize --pool-id ${pool.id} --target-dedicated-nodes 2\`.`;
    return bad('Pool', told, todo);
}
/** The service keeps resize errors until the next resize; they matter while nodes are missing. */
function resizeFindings(pool) {
    const { id, autoscale, current, target, resizeErrors } = pool;
    if (resizeErrors.length === 0 || (total(current) >= total(target) && !autoscale))
        return [];
    const errors = resizeErrors.map(({ code, message }) => `${code}: ${message}`).join(' ');
    const isQuota = resizeErrors.some(({ code }) => code.includes('Quota'));
    const todo = isQuota
        ? 'Request more cores in the Azure portal (your Batch account, Quotas), or use fewer nodes.'
        : 'Resize the pool again, or use another vm-size or region.';
    return [bad('Pool size', `The last resize of ${id} failed. ${errors}`, todo)];
}
async function nodeFindings(service, { id, current }, signal) {
    if (total(current) === 0)
        return [];
    const nodes = await service.nodes(id, signal);
    const unusable = nodes.filter(({ state }) => failed_nodes/* UNUSABLE */.u5.includes(state));
    if (unusable.length === 0) {
        const states = [...new Set(nodes.map(({ state }) => state))].map((state) => `${nodes.filter((node) => node.state === state).length} ${state}`);
        return [good('Nodes', `${states.join(', ')}.`)];
    }
    const descriptions = [];
    for (const node of unusable.slice(0, MAX_DESCRIBED))
        descriptions.push(await (0,failed_nodes/* describeFailedNode */.rT)(service, id, node, signal));
    return [
        bad('Nodes', `${unusable.length} of ${(0,lib_text/* count */.U9)(nodes.length, 'node')} cannot run tasks, and are billed all the same. ${descriptions.join(' ')}`, `Correct the start task and reimage the nodes (\`az batch node reimage\`), or delete the pool and create it again with the command \`pool create ${id}\`.`)
    ];
}
function identityFindings({ id, identities }, nodeIdentity) {
    if (nodeIdentity === null)
        return [];
    const hasIdentity = identities.some((own) => own.toLowerCase() === nodeIdentity.toLowerCase());
    if (hasIdentity)
        return [good('Node identity', `The pool ${id} has ${nodeIdentity}.`)];
    const told = `The pool ${id} does not have ${nodeIdentity}, so its nodes cannot access the storage account.`;
    const todo = `Add the identity to the pool (Azure portal: Pools, ${id}, Identity), or leave node-identity empty, so that nodes use a SAS.`;
    return [bad('Node identity', told, todo)];
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
;// CONCATENATED MODULE: ./build/backends/azure-batch/doctor/resource-manager.js


/** Azure Resource Manager, the only API with the quotas of an account. */
const RESOURCE_MANAGER = 'https://management.azure.com';
const SCOPE = 'https://management.azure.com/.default';
/** Null for accounts whose pools are in the user's subscription. */
const quota = dist/* nullish */.cl6(dist/* number */.aig(), null);
const subscriptions = dist/* object */.Ikc({
    value: dist/* array */.YOg(dist/* object */.Ikc({ subscriptionId: dist/* string */.YjP() })),
    nextLink: dist/* optional */.lqM(dist/* string */.YjP())
});
const batchAccounts = dist/* object */.Ikc({
    value: dist/* array */.YOg(dist/* object */.Ikc({
        name: dist/* string */.YjP(),
        properties: dist/* object */.Ikc({
            accountEndpoint: dist/* optional */.lqM(dist/* string */.YjP(), ''),
            poolAllocationMode: dist/* optional */.lqM(dist/* string */.YjP(), 'BatchService'),
            dedicatedCoreQuota: quota,
            lowPriorityCoreQuota: quota,
            poolQuota: quota,
            activeJobAndJobScheduleQuota: quota,
            dedicatedCoreQuotaPerVMFamilyEnforced: dist/* optional */.lqM(dist/* boolean */.zMY(), false),
            dedicatedCoreQuotaPerVMFamily: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP(), coreQuota: dist/* number */.aig() })), [])
        })
    })),
    nextLink: dist/* optional */.lqM(dist/* string */.YjP())
});
/** Azure Resource Manager does not return the quotas; the message is a phrase that says why. */
class QuotasUnavailable extends Error {
}
const lister = (resourceManager, token, signal) => async (path, schema) => {
    const all = [];
    for (let url = resourceManager + path; url !== undefined;) {
        // The token must not be sent to another host.
        if (new URL(url).origin !== new URL(resourceManager).origin)
            throw new QuotasUnavailable('the next page is on another host');
        const page = dist/* safeParse */.xLC(schema, await getJson(url, token, signal));
        if (!page.success)
            throw new QuotasUnavailable('its response is not as expected');
        all.push(...page.output.value);
        url = page.output.nextLink;
    }
    return all;
};
async function getJson(url, token, signal) {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    try {
        const response = await fetch(url, { headers, signal });
        if (response.ok)
            return await response.json();
        await response.text();
        throw new QuotasUnavailable(`it responded with ${response.status} to ${new URL(url).pathname}`);
    }
    catch (error) {
        signal.throwIfAborted();
        throw error instanceof QuotasUnavailable
            ? error
            : new QuotasUnavailable('it does not respond', { cause: error });
    }
}
/**
 * Finds the account with the given endpoint in all subscriptions that the login can access, and returns its quotas.
 *
 * @throws QuotasUnavailable; AzureProblem if there is no token; the signal's reason
 */
async function quotasOf(endpoint, { url, tokens }, signal) {
    const { host } = new URL(endpoint);
    const { token } = await tokens(SCOPE, signal);
    const listAll = lister(url, token, signal);
    const visible = await listAll('/subscriptions?api-version=2022-12-01', subscriptions);
    for (const { subscriptionId } of visible) {
        const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Batch/batchAccounts?api-version=2024-07-01`;
        const accounts = await listAll(path, batchAccounts);
        const own = accounts.find(({ properties }) => hostOf(properties.accountEndpoint) === host);
        if (own)
            return own.properties;
    }
    throw new QuotasUnavailable(`the account is in none of the ${(0,lib_text/* count */.U9)(visible.length, 'subscription')} that this login can access; assign the role Reader on the account to it`);
}
const hostOf = (endpoint) => endpoint
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase();

;// CONCATENATED MODULE: ./build/backends/azure-batch/doctor/quota.js





const WHAT = 'Quota';
const IN_PORTAL = 'See the Azure portal: your Batch account, Settings, Quotas.';
/**
 * Compares the settings of a run with the quotas of the account, which only Azure Resource Manager returns, and not to
 * account keys.
 *
 * @param manager null if the account is accessed with a key
 * @param activeJobs number of our active jobs; null if they could not be counted
 */
async function quotaFindings(settings, manager, activeJobs, signal) {
    if (manager === null)
        return [unknown(WHAT, 'An account key gives no access to the quotas.', IN_PORTAL)];
    try {
        return compare(settings, await quotasOf(settings.batchEndpoint, manager, signal), activeJobs);
    }
    catch (error) {
        if (!(error instanceof QuotasUnavailable || error instanceof problem/* AzureProblem */.J))
            throw error;
        const told = `Azure Resource Manager does not return the quotas: ${error.message}.`;
        return [unknown(WHAT, told.replace(/\.\.$/, '.'), IN_PORTAL)];
    }
}
function compare(settings, quotas, activeJobs) {
    if (quotas.poolAllocationMode !== 'BatchService') {
        const told = 'The pools of this account use the core quotas of your subscription.';
        return [unknown(WHAT, told, 'See the Azure portal: Subscriptions, Usage + quotas.')];
    }
    const jobs = quotas.activeJobAndJobScheduleQuota;
    return [
        ...(settings.pool === null ? coreFindings(settings, quotas) : []),
        ...(quotas.poolQuota === 0 && settings.pool === null
            ? [bad('Pools', 'The pool quota of the account is 0.', requestMore('pools'))]
            : []),
        ...(jobs === null || activeJobs === null ? [] : [jobFinding(activeJobs, jobs)])
    ];
}
const requestMore = (what, alternative = '') => `Request more ${what} in the Azure portal (your Batch account, Quotas, Request quota increase)${alternative}.`;
function jobFinding(active, allowed) {
    const told = `${(0,lib_text/* count */.U9)(active, 'active job')} of Batch OCR; the quota is ${(0,lib_text/* count */.U9)(allowed, 'active job')}.`;
    if (active < allowed)
        return good('Jobs', told);
    return bad('Jobs', told, 'Remove what earlier runs left with the `sweep` command.');
}
function coreFindings({ vmSize, nodes, spotNodes }, quotas) {
    const cores = (0,vm/* coresOf */.Oj)(vmSize);
    if (cores === null)
        return [unknown(WHAT, `The number of cores of ${vmSize} is unknown.`, IN_PORTAL)];
    const enforced = quotas.dedicatedCoreQuotaPerVMFamilyEnforced;
    const family = enforced ? familyOf(vmSize, quotas) : null;
    const dedicated = enforced ? (family?.coreQuota ?? null) : quotas.dedicatedCoreQuota;
    const findings = [];
    if (nodes > 0 && dedicated === null) {
        const told = `The account has a core quota per VM family, and the family of ${vmSize} is unknown.`;
        findings.push(unknown('Dedicated cores', told, IN_PORTAL));
    }
    else if (nodes > 0 && dedicated !== null) {
        const of = family === null ? '' : ` of ${family.name}`;
        findings.push(coreFinding(`Dedicated cores${of}`, 'nodes', { nodes, cores, allowed: dedicated }));
    }
    const spot = quotas.lowPriorityCoreQuota;
    if (spotNodes > 0 && spot !== null)
        findings.push(coreFinding('Spot cores', 'spot-nodes', { nodes: spotNodes, cores, allowed: spot }));
    return findings;
}
function coreFinding(what, input, { nodes, cores, allowed }) {
    const told = `The run needs ${nodes} × ${cores} cores; the quota for all pools is ${allowed}.`;
    if (nodes * cores <= allowed)
        return good(what, told);
    const most = Math.floor(allowed / cores);
    return bad(what, told, requestMore('cores', most > 0 ? `, or set ${input} to ${most} or less` : ', or use a smaller vm-size'));
}
/** `Standard_E4-2ads_v5` belongs to `standardEADSv5Family`; families of sizes with accelerators are not found. */
function familyOf(vmSize, { dedicatedCoreQuotaPerVMFamily: families }) {
    const size = /^(?:standard_)?([a-z]+)\d+(?:-\d+)?([a-z]*)(?:_(v\d+))?$/.exec(vmSize.toLowerCase());
    if (size === null)
        return null;
    const name = `standard${size[1]}${size[2]}${size[3] ?? ''}family`;
    const plain = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
    return families?.find((family) => plain(family.name) === name) ?? null;
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./build/backends/azure-batch/doctor/storage.js




const storage_WHAT = 'Storage';
const REMEDIES = {
    refused: 'Assign the roles Storage Blob Data Contributor and Storage Blob Delegator on the storage account to the application, or check storage-account-key.',
    'not-found': 'Check storage-endpoint.',
    unavailable: 'Check storage-endpoint and the network.',
    'bad-request': 'Check storage-endpoint.'
};
/** Milliseconds until the SAS that are tested expire. */
const SAS_LIFETIME = 5 * 60_000;
const BLOB = 'doctor.txt';
/**
 * Tests what a run does in the storage account with a container of its own: creates it, writes, creates SAS, reads and
 * writes with them, and removes it.
 */
async function storageFindings(blobs, signal) {
    const name = `${names/* NAME_PREFIX */.ve}doctor-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    const container = blobs.container(name);
    const finding = await tryCheck(storage_WHAT, REMEDIES, signal, (limit) => testContainer(container, limit));
    const removed = await tryCheck(storage_WHAT, REMEDIES, signal, (limit) => container.remove(limit));
    // If the test failed, removing the container may fail for the same reason.
    return removed === undefined || finding.state === 'bad' ? [finding] : [finding, removed];
}
async function testContainer(container, signal) {
    const sent = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    await container.create({ batch_ocr: 'doctor' }, signal);
    await container.putBytes(BLOB, Buffer.from(sent), signal);
    const stream = await container.get(BLOB, signal);
    const stored = stream === null ? '' : (await (0,consumers_.buffer)(stream)).toString();
    if (stored !== sent) {
        return bad(storage_WHAT, `A blob in ${container.url} does not have the content that was written.`, 'Try again.');
    }
    const expires = new Date(Date.now() + SAS_LIFETIME);
    const read = await responseTo(await container.readUrl(BLOB, expires, signal), {}, signal);
    const [address, query] = (await container.writeUrl(expires, signal)).split('?');
    const put = { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: sent };
    const written = await responseTo(`${address}/node.txt?${query}`, put, signal);
    if (read.text !== sent || written.status !== 201) {
        return bad(storage_WHAT, `The SAS of the nodes give no access to ${container.url} (reading: ${read.status}, writing: ${written.status}).`, 'Nodes access the storage account from other networks: allow public network access, or set pool and node-identity. Also check the clock of this machine.');
    }
    const host = new URL(container.url).host;
    return good(storage_WHAT, `${host}: a container can be created, written, read with a SAS, and removed.`);
}
/** Sends a request as a node does, with nothing but the SAS in the URL. */
async function responseTo(url, request, signal) {
    try {
        const response = await fetch(url, { ...request, signal });
        return { status: response.status, text: await response.text() };
    }
    catch {
        signal.throwIfAborted();
        return { status: 'no answer', text: '' };
    }
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/doctor/account.js








const account_REMEDIES = {
    refused: 'Assign the role Azure Batch Data Contributor on the Batch account to the application, or check batch-account and batch-account-key.',
    'not-found': 'Check batch-endpoint.',
    unavailable: 'Check batch-endpoint and the network.',
    'bad-request': 'Check batch-endpoint and batch-api-version.',
    conflict: 'Try again.',
    quota: 'See the Azure portal: your Batch account, Quotas.'
};
/**
 * Checks everything that a run on Azure Batch needs, before anything is billed.
 *
 * @throws the signal's reason
 */
async function examine(examined, signal) {
    const [batch, storage] = await Promise.all([
        batchFindings(examined, signal),
        storageFindings(examined.account.blobs, signal)
    ]);
    return [...batch, ...storage];
}
async function batchFindings(examined, signal) {
    const { account, settings, manager } = examined;
    const { service } = account;
    const { host } = new URL(settings.batchEndpoint);
    const images = await tryCheck('Batch account', account_REMEDIES, signal, (limit) => service.supportedImages(limit));
    if (isFinding(images)) {
        const told = 'Not checked, because the account could not be accessed.';
        return [
            images,
            account_sizeFinding(settings),
            ...['Image', 'Pool'].map((what) => unknown(what, told, null))
        ];
    }
    const { pool, nodeIdentity } = settings;
    const pools = pool === null
        ? []
        : await findings('Pool', signal, (limit) => poolFindings(service, { pool, nodeIdentity }, limit));
    const jobs = await tryCheck('Jobs', account_REMEDIES, signal, async (limit) => (await service.jobs(names/* NAME_PREFIX */.ve, limit)).filter(({ state }) => state === 'active'));
    return [
        good('Batch account', `${host} supports API version ${settings.batchApiVersion}.`),
        ...(await findings('Batch permissions', signal, (limit) => permissionFindings(account, limit))),
        ...(pool === null ? [imageFinding(settings, images), account_sizeFinding(settings)] : pools),
        ...(isFinding(jobs) ? [jobs] : []),
        ...(await findings('Quota', signal, (limit) => quotaFindings(settings, manager, isFinding(jobs) ? null : jobs.length, limit)))
    ];
}
const isFinding = (one) => 'told' in one;
async function findings(what, signal, check) {
    return [await tryCheck(what, account_REMEDIES, signal, check)].flat();
}
/** Deletes a job and a pool that do not exist: without the permission, Azure refuses even that. */
async function permissionFindings({ service }, signal) {
    const name = `${names/* NAME_PREFIX */.ve}doctor-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    await service.deleteJob(name, signal);
    await service.deletePool(name, signal);
    return [good('Batch permissions', 'Jobs and pools can be deleted.')];
}
function imageFinding({ vmImage }, supported) {
    try {
        const image = (0,vm/* imageOf */.dT)(vmImage, supported);
        const now = new Date();
        const warning = (0,vm/* endOfSupportWarning */.mR)(image, now);
        const until = image.endOfSupport?.toISOString().slice(0, 10);
        const told = `${(0,vm/* imageName */.tO)(image)}, ${image.nodeAgent}${until === undefined ? '' : `, supported until ${until}`}.`;
        if (warning === null)
            return good('Image', told);
        const ended = image.endOfSupport !== null && image.endOfSupport <= now;
        const todo = 'Set vm-image to a newer image.';
        return ended ? bad('Image', warning, todo) : good('Image', warning, todo);
    }
    catch (error) {
        return bad('Image', error.message, 'Set vm-image to a supported image.');
    }
}
function account_sizeFinding(settings) {
    const cores = (0,vm/* coresOf */.Oj)(settings.vmSize);
    const slots = (0,vm/* slotsOf */.nK)(settings);
    const told = `${settings.vmSize}: ${cores === null ? 'unknown number of cores' : (0,lib_text/* count */.U9)(cores, 'core')}, ${(0,lib_text/* count */.U9)(slots, 'slot')} per node.`;
    if (cores === null && settings.slots === null)
        return unknown('VM size', told, 'Set slots to the number of cores of the VM size.');
    return good('VM size', told);
}

// EXTERNAL MODULE: ./build/backends/azure-batch/place.js + 24 modules
var place = __webpack_require__(67200);
// EXTERNAL MODULE: ./build/backends/azure-batch/pool/start-task.js
var start_task = __webpack_require__(5412);
;// CONCATENATED MODULE: ./build/backends/azure-batch/pool/create.js



/** The metadata of a warm pool, which stays when no job uses it. */
const WARM = { 'batch-ocr': 'warm' };
/** Whether a pool is a warm pool, which `sweep` does not remove. */
const isWarm = ({ metadata }) => metadata['batch-ocr'] === WARM['batch-ocr'];
/** The shortest interval at which the service evaluates a formula. */
const EVERY_MINUTES = 5;
/** Retries of the start task: package servers are not always available. */
const START_RETRIES = 2;
/**
 * Creates a warm pool: its nodes are set up for our tasks, and it scales with the number of tasks, down to none.
 *
 * @throws AzureProblem if the pool cannot be created; the signal's reason
 */
async function createPool({ service }, settings, id, signal) {
    const existing = await service.pool(id, signal);
    if (existing?.state === 'deleting') {
        throw new problem/* AzureProblem */.J('conflict', 'PoolBeingDeleted', `The pool ${id} is being deleted. Wait until it is gone, or use another ID.`);
    }
    if (existing !== null)
        return { id, existed: true, warning: null };
    const now = new Date();
    const image = (0,vm/* imageOf */.dT)(settings.vmImage, await service.supportedImages(signal));
    const slots = (0,vm/* slotsOf */.nK)(settings);
    const added = await service.addPool({
        id,
        vmSize: settings.vmSize,
        image,
        slots,
        size: { formula: scalingFormula(settings, slots, now), everyMinutes: EVERY_MINUTES },
        startTask: { commandLine: (0,start_task/* startTaskCommand */.p)(settings.languages), retries: START_RETRIES },
        metadata: WARM
    }, signal);
    return { id, existed: added === 'exists', warning: (0,vm/* endOfSupportWarning */.mR)(image, now) };
}
/**
 * The autoscale formula, similar to Nextflow's: the pool starts with all nodes, follows the number of waiting and
 * running tasks, and halves when there are none. Batch counts tasks, not slots, hence the division. Dedicated nodes are
 * used first, then spot nodes.
 *
 * In the first minutes there are too few samples, hence the age.
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

// EXTERNAL MODULE: ./build/backends/administration.js
var administration = __webpack_require__(77944);
;// CONCATENATED MODULE: ./build/backends/azure-batch/sweep.js




/**
 * Removes the jobs, pools and containers of runs that have a minimum age, but not warm pools. If one cannot be removed,
 * the others still are.
 *
 * @param olderThan minimum age in milliseconds
 * @throws SweepError at the end, if something could not be listed or removed; the signal's reason
 */
async function sweep({ service, blobs }, { olderThan, dryRun, now }, signal) {
    const failures = [];
    const attempt = async (work, fallback) => {
        try {
            return await work();
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof problem/* AzureProblem */.J))
                throw error;
            failures.push(error);
            return fallback;
        }
    };
    const isOld = ({ created }) => now.getTime() - created.getTime() >= olderThan;
    const removeOld = async ({ list, remove }) => {
        const found = (await attempt(list, [])).filter(isOld).sort((a, b) => +a.created - +b.created);
        const leftovers = [];
        for (const { id, created } of found) {
            const removed = !dryRun && (await attempt(() => remove(id).then(() => true), false));
            leftovers.push({ id, created, removed });
        }
        return leftovers;
    };
    // Jobs first: the service deletes the pool of a job along with it.
    const jobs = await removeOld({
        list: async () => (await service.jobs(names/* NAME_PREFIX */.ve, signal)).filter(({ state }) => state !== 'deleting'),
        remove: async (id) => {
            await service.terminateJob(id, 'batch-ocr: swept', signal);
            await service.deleteJob(id, signal);
        }
    });
    const pools = await removeOld({
        list: async () => (await service.pools(names/* NAME_PREFIX */.ve, signal)).filter((pool) => pool.state !== 'deleting' && !isWarm(pool)),
        remove: (id) => service.deletePool(id, signal)
    });
    const containers = await removeOld({
        list: async () => (await blobs.containers(names/* NAME_PREFIX */.ve, signal)).map(({ name, modified }) => ({
            id: name,
            created: modified
        })),
        remove: (name) => blobs.container(name).remove(signal)
    });
    const swept = { jobs, pools, containers };
    if (failures.length === 0)
        return swept;
    const sentences = failures.map(({ message }) => message).join('\n');
    throw new administration/* SweepError */.J(`Not everything that earlier runs left could be removed:\n${sentences}`, swept, { cause: failures[0] });
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/administration.js






/** Checks and maintains a Batch account and its storage account. */
const azureAdministration = {
    examine: async (where, signal) => {
        const settings = (0,place.accountSettings)(where.settings);
        const tokens = (0,account/* tokenSource */.Z)(settings, where.environment);
        const manager = tokens && { url: RESOURCE_MANAGER, tokens };
        return examine({ account: (0,place.azureAccount)(where), settings, manager }, signal);
    },
    sweep: (where, options, signal) => sweep((0,place.azureAccount)(where), { ...options, now: new Date() }, signal),
    createPool: (where, id, signal) => createPool((0,place.azureAccount)(where), where.settings, id, signal)
};


/***/ })

};
