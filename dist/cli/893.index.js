export const id = 893;
export const ids = [893,827,743];
export const modules = {

/***/ 2893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  examine: () => (/* binding */ examine)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/backends/azure-batch/names.js + 1 modules
var names = __webpack_require__(5613);
// EXTERNAL MODULE: ./build/backends/azure-batch/pool/vm.js
var vm = __webpack_require__(4743);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(262);
;// CONCATENATED MODULE: ./build/backends/azure-batch/doctor/finding.js

/** All is well with it. */
const good = (what, told, todo = null) => ({
    what,
    state: 'good',
    told,
    todo
});
/** A run would fail of it. */
const bad = (what, told, todo) => ({
    what,
    state: 'bad',
    told,
    todo
});
/** It cannot be found out from here. */
const unknown = (what, told, todo) => ({
    what,
    state: 'unknown',
    told,
    todo
});
/** Milliseconds for one question: who asks a doctor does not wait for five minutes. */
const PATIENCE = 45_000;
/**
 * Looks into one thing; a refusal is a finding too.
 *
 * @throws the signal's reason
 */
async function looked(what, remedies, signal, look, patience = PATIENCE) {
    const limit = AbortSignal.timeout(patience);
    try {
        return await look(AbortSignal.any([signal, limit]));
    }
    catch (error) {
        signal.throwIfAborted();
        const otherwise = remedies.unavailable ?? 'Check the network, and try again.';
        if (limit.aborted) {
            return bad(what, `There was no answer within ${patience / 1000} seconds.`, otherwise);
        }
        if (error instanceof problem/* AzureProblem */.J)
            return bad(what, error.message, remedies[error.kind] ?? otherwise);
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/doctor/pool.js

const WHAT = 'Pool';
/** Nodes that run no task and cost all the same. */
const SICK = ['starttaskfailed', 'unusable'];
/** Sick nodes that are told one by one. */
const MOST_NODES = 3;
/** Bytes of what the start task said, from the end. */
const LAST_WORDS = 500;
/** Looks at a pool that exists, or should. */
async function poolFindings(service, { pool: id, nodeIdentity }, signal) {
    const pool = await service.pool(id, signal);
    if (pool === null) {
        const todo = `Make it by \`batch-ocr pool create ${id}\`, or leave \`pool\` empty for a pool that lives with the job.`;
        return [bad(WHAT, `There is no pool ${id}.`, todo)];
    }
    if (pool.state === 'deleting')
        return [bad(WHAT, `The pool ${id} is being deleted.`, 'Name another pool, or none.')];
    return [
        pool_status(pool),
        ...resizeFindings(pool),
        ...(await nodeFindings(service, pool, signal)),
        ...identityFindings(pool, nodeIdentity)
    ];
}
const total = ({ dedicated, spot }) => dedicated + spot;
function pool_status(pool) {
    const size = pool.autoscale ? 'sizes itself' : `of ${total(pool.target)} asked for`;
    const slots = `${pool.slots} ${pool.slots === 1 ? 'slot' : 'slots'} a node`;
    const told = `${pool.id}: ${pool.vmSize}, ${slots}, ${total(pool.current)} nodes (${size}), ${pool.allocation}.`;
    if (pool.autoscale || total(pool.target) > 0)
        return good(WHAT, told);
    const todo = `Give it nodes: \`az batch pool resize --pool-id ${pool.id} --target-dedicated-nodes 2\`.`;
    return bad(WHAT, told, todo);
}
/** Errors of a resize stay until the next one; they matter as long as nodes are missing. */
function resizeFindings({ id, autoscale, current, target, resizeErrors }) {
    if (resizeErrors.length === 0)
        return [];
    const sentences = resizeErrors.map(({ code, message }) => `${code}: ${message}`).join(' ');
    const told = `The last resize of ${id} went wrong. ${sentences}`;
    if (total(current) >= total(target) && !autoscale)
        return [];
    const quota = resizeErrors.some(({ code }) => code.includes('Quota'));
    const todo = quota
        ? 'Ask for more cores in the portal (your Batch account, Quotas), or set fewer nodes.'
        : 'Resize the pool again, or take another vm-size or region.';
    return [bad('Pool size', told, todo)];
}
async function nodeFindings(service, { id, current }, signal) {
    if (total(current) === 0)
        return [];
    const nodes = await service.nodes(id, signal);
    const sick = nodes.filter(({ state }) => SICK.includes(state));
    if (sick.length === 0) {
        const states = [...new Set(nodes.map(({ state }) => state))].map((state) => `${nodes.filter((node) => node.state === state).length} ${state}`);
        return [good('Nodes', `${states.join(', ')}.`)];
    }
    const told = [];
    for (const node of sick.slice(0, MOST_NODES))
        told.push(await complaint(service, id, node, signal));
    return [
        bad('Nodes', `${sick.length} of ${nodes.length} can run no task, and cost all the same. ${told.join(' ')}`, `Mend the start task, then \`az batch node reimage\` them, or delete the pool and \`batch-ocr pool create ${id}\`.`)
    ];
}
/** Why a node is sick, with the last words of its start task. */
async function complaint(service, pool, { id, state, startTask, errors }, signal) {
    const log = await service.nodeFileTail(pool, id, 'startup/stderr.txt', LAST_WORDS, signal);
    const exit = startTask?.exitCode == null ? '' : `, exit code ${startTask.exitCode}`;
    const reasons = [startTask?.failure ?? '', ...errors, log ?? ''];
    const reason = reasons.map((text) => text.trim().replace(/\s*\n\s*/g, ' | ')).filter(Boolean);
    return `${id} (${state}${exit}): ${reason.join('; ') || 'it does not say why'}`;
}
function identityFindings({ id, identities }, nodeIdentity) {
    if (nodeIdentity === null)
        return [];
    const carried = identities.some((own) => own.toLowerCase() === nodeIdentity.toLowerCase());
    if (carried)
        return [good('Node identity', `${id} carries ${nodeIdentity}.`)];
    const told = `The pool ${id} does not carry ${nodeIdentity}, so its nodes could not reach the storage account.`;
    const todo = `Give the pool that identity (portal: Pools, ${id}, Identity), or leave node-identity empty: nodes get a SAS then.`;
    return [bad('Node identity', told, todo)];
}

// EXTERNAL MODULE: ./build/backends/azure-batch/doctor/resource-manager.js
var resource_manager = __webpack_require__(6827);
;// CONCATENATED MODULE: ./build/backends/azure-batch/doctor/quota.js




const quota_WHAT = 'Quota';
const IN_THE_PORTAL = 'Look in the Azure portal: your Batch account, Settings, Quotas.';
/**
 * Compares what a run asks for with what the account may have. The data plane does not tell that, and a key opens
 * nothing else; then it stays unknown.
 *
 * @param manager null where keys are used
 * @param activeJobs of ours; null where they could not be counted
 */
async function quotaFindings(question, manager, activeJobs, signal) {
    if (manager === null)
        return [unknown(quota_WHAT, 'A key does not tell what the account may have.', IN_THE_PORTAL)];
    try {
        return compared(question, await (0,resource_manager.quotasOf)(question.batchEndpoint, manager, signal), activeJobs);
    }
    catch (error) {
        if (!(error instanceof resource_manager.NotTold || error instanceof problem/* AzureProblem */.J))
            throw error;
        const told = `Azure's resource manager does not tell what the account may have: ${error.message}.`;
        return [unknown(quota_WHAT, told.replace(/\.\.$/, '.'), IN_THE_PORTAL)];
    }
}
function compared(question, quotas, activeJobs) {
    if (quotas.poolAllocationMode !== 'BatchService') {
        const told = 'The pools of this account take their cores from the quota of your subscription.';
        return [unknown(quota_WHAT, told, 'Look in the portal: Subscriptions, Usage + quotas.')];
    }
    const jobs = quotas.activeJobAndJobScheduleQuota;
    return [
        ...(question.pool === null ? coreFindings(question, quotas) : []),
        ...(quotas.poolQuota === 0 && question.pool === null
            ? [bad('Pools', 'The account may have no pool.', askForMore('pools'))]
            : []),
        ...(jobs === null || activeJobs === null ? [] : [jobFinding(activeJobs, jobs)])
    ];
}
const askForMore = (what, instead = '') => `Ask for more ${what} in the portal (your Batch account, Quotas, Request quota increase)${instead}.`;
function jobFinding(active, allowed) {
    const told = `${active} of our jobs are active, and ${allowed} of all may be.`;
    if (active < allowed)
        return good('Jobs', told);
    return bad('Jobs', told, 'Remove what is left over: `batch-ocr sweep`.');
}
function coreFindings({ vmSize, nodes, spotNodes }, quotas) {
    const cores = (0,vm.coresOf)(vmSize);
    if (cores === null)
        return [unknown(quota_WHAT, `How many cores ${vmSize} has is not known here.`, IN_THE_PORTAL)];
    const enforced = quotas.dedicatedCoreQuotaPerVMFamilyEnforced;
    const family = enforced ? familyOf(vmSize, quotas) : null;
    const dedicated = enforced ? (family?.coreQuota ?? null) : quotas.dedicatedCoreQuota;
    const findings = [];
    if (nodes > 0 && dedicated === null) {
        const told = `Cores are counted by family here, and which one ${vmSize} belongs to is not known.`;
        findings.push(unknown('Dedicated cores', told, IN_THE_PORTAL));
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
    const told = `${nodes} × ${cores} cores are asked for; the account may have ${allowed}, with those of its other pools.`;
    if (nodes * cores <= allowed)
        return good(what, told);
    const room = Math.floor(allowed / cores);
    return bad(what, told, askForMore('cores', room > 0 ? `, or set ${input} to ${room} at most` : ', or take a smaller vm-size'));
}
/** `Standard_E4-2ads_v5` is of `standardEADSv5Family`; sizes with an accelerator are named otherwise and not found. */
function familyOf(vmSize, { dedicatedCoreQuotaPerVMFamily: families }) {
    const size = /^(?:standard_)?([a-z]+)\d+(?:-\d+)?([a-z]*)(?:_(v\d+))?$/.exec(vmSize.toLowerCase());
    if (size === null)
        return null;
    const name = `standard${size[1]}${size[2]}${size[3] ?? ''}family`;
    const plain = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
    return families?.find((family) => plain(family.name) === name) ?? null;
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ./build/backends/azure-batch/doctor/storage.js




const storage_WHAT = 'Storage';
const REMEDIES = {
    refused: 'Give the application the roles Storage Blob Data Contributor and Storage Blob Delegator on the storage account, or check storage-account-key.',
    'not-found': 'Check storage-endpoint.',
    unavailable: 'Check storage-endpoint and the network.',
    'bad-request': 'Check storage-endpoint.'
};
/** Milliseconds that the rights live which are tried out. */
const RIGHTS = 5 * 60_000;
const BLOB = 'doctor.txt';
/**
 * Tries out all that a run does in the storage account, in a container of its own: make it, write, give rights, read
 * and write by them, remove it.
 */
async function storageFindings(blobs, signal) {
    const name = `${names/* OURS */.o6}doctor-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    const container = blobs.container(name);
    const finding = await looked(storage_WHAT, REMEDIES, signal, (now) => triedOut(container, now));
    const removed = await looked(storage_WHAT, REMEDIES, signal, (now) => container.remove(now));
    // Where nothing could be made there is nothing to remove, and the same reason again.
    return removed === undefined || finding.state === 'bad' ? [finding] : [finding, removed];
}
async function triedOut(container, signal) {
    const sent = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    await container.create({ batch_ocr: 'doctor' }, signal);
    await container.putBytes(BLOB, Buffer.from(sent), signal);
    const stream = await container.get(BLOB, signal);
    const kept = stream === null ? '' : (await (0,consumers_.buffer)(stream)).toString();
    if (kept !== sent) {
        return bad(storage_WHAT, `What was written to ${container.url} was not there.`, 'Try again.');
    }
    const until = new Date(Date.now() + RIGHTS);
    const read = await answer(await container.readUrl(BLOB, until, signal), {}, signal);
    const [address, query] = (await container.writeUrl(until, signal)).split('?');
    const put = { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: sent };
    const written = await answer(`${address}/node.txt?${query}`, put, signal);
    if (read.text !== sent || written.status !== 201) {
        return bad(storage_WHAT, `The rights that nodes get do not open ${container.url} (reading: ${read.status}, writing: ${written.status}).`, 'Nodes reach the storage account from outside: allow public network access to it, or name a pool and a node-identity; and check the clock of this machine.');
    }
    const host = new URL(container.url).host;
    return good(storage_WHAT, `${host}: a container can be made, written, read by a SAS, and removed.`);
}
/** What is answered to whoever has an address with rights in it, as a node has. */
async function answer(url, request, signal) {
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
    refused: 'Give the application the role Azure Batch Data Contributor on the Batch account, or check batch-account and batch-account-key.',
    'not-found': 'Check batch-endpoint.',
    unavailable: 'Check batch-endpoint and the network.',
    'bad-request': 'Check batch-endpoint and batch-api-version.',
    conflict: 'Try again.',
    quota: 'Look in the Azure portal: your Batch account, Quotas.'
};
/**
 * Looks at all that a run on Azure Batch needs, before a cent is spent. What is wrong is a finding.
 *
 * @throws the signal's reason
 */
async function examine(patient, signal) {
    const [batch, storage] = await Promise.all([
        batchFindings(patient, signal),
        storageFindings(patient.account.blobs, signal)
    ]);
    return [...batch, ...storage];
}
async function batchFindings(patient, signal) {
    const { account, settings } = patient;
    const { service } = account;
    const { host } = new URL(settings.batchEndpoint);
    const answered = await looked('Batch account', account_REMEDIES, signal, (now) => service.supportedImages(now));
    if (isFinding(answered)) {
        const told = 'Not looked at, since the account did not answer.';
        return [
            answered,
            sizeFinding(settings),
            ...['Image', 'Pool'].map((what) => unknown(what, told, null))
        ];
    }
    const { pool, nodeIdentity } = settings;
    const pools = pool === null
        ? []
        : await found('Pool', signal, (now) => poolFindings(service, { pool, nodeIdentity }, now));
    const jobs = await looked('Jobs', account_REMEDIES, signal, async (now) => (await service.jobs(names/* OURS */.o6, now)).filter(({ state }) => state === 'active'));
    return [
        good('Batch account', `${host} answers at api-version ${settings.batchApiVersion}.`),
        ...(await found('Batch rights', signal, (now) => rightsFindings(account, now))),
        ...(pool === null ? [imageFinding(settings, answered), sizeFinding(settings)] : pools),
        ...(isFinding(jobs) ? [jobs] : []),
        ...(await found('Quota', signal, (now) => quotaFindings(settings, patient.manager, isFinding(jobs) ? null : jobs.length, now)))
    ];
}
const isFinding = (one) => 'told' in one;
async function found(what, signal, look) {
    return [await looked(what, account_REMEDIES, signal, look)].flat();
}
/** Whoever may not end a job is told so even where there is none of that name: nothing has to be made to find out. */
async function rightsFindings({ service }, signal) {
    const nobody = `${names/* OURS */.o6}doctor-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    await service.deleteJob(nobody, signal);
    await service.deletePool(nobody, signal);
    return [good('Batch rights', 'Jobs and pools can be changed.')];
}
function imageFinding({ vmImage }, supported) {
    try {
        const image = (0,vm.imageOf)(vmImage, supported);
        const now = new Date();
        const warning = (0,vm.endOfSupportWarning)(image, now);
        const until = image.endOfSupport?.toISOString().slice(0, 10);
        const told = `${(0,vm.imageName)(image)}, ${image.nodeAgent}${until === undefined ? '' : `, supported until ${until}`}.`;
        if (warning === null)
            return good('Image', told);
        const ended = image.endOfSupport !== null && image.endOfSupport <= now;
        const todo = 'Set vm-image to a newer one.';
        return ended ? bad('Image', warning, todo) : good('Image', warning, todo);
    }
    catch (error) {
        return bad('Image', error.message, 'Set vm-image to a supported one.');
    }
}
function sizeFinding(settings) {
    const cores = (0,vm.coresOf)(settings.vmSize);
    const slots = (0,vm.slotsOf)(settings);
    const told = `${settings.vmSize}: ${cores ?? 'an unknown number of'} cores, ${slots} ${slots === 1 ? 'slot' : 'slots'} a node.`;
    if (cores === null && settings.slots === null)
        return unknown('VM size', told, 'Set slots to the number of its cores.');
    return good('VM size', told);
}


/***/ }),

/***/ 6827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NotTold: () => (/* binding */ NotTold),
/* harmony export */   RESOURCE_MANAGER: () => (/* binding */ RESOURCE_MANAGER),
/* harmony export */   quotasOf: () => (/* binding */ quotasOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);


/** Azure's resource manager, which alone tells what an account may have. */
const RESOURCE_MANAGER = 'https://management.azure.com';
const SCOPE = 'https://management.azure.com/.default';
/** A number of an account that pools of a user's own subscription have not. */
const quota = valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), null);
const subscriptions = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    value: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ subscriptionId: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    nextLink: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
const batchAccounts = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    value: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        properties: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
            accountEndpoint: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), ''),
            poolAllocationMode: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), 'BatchService'),
            dedicatedCoreQuota: quota,
            lowPriorityCoreQuota: quota,
            poolQuota: quota,
            activeJobAndJobScheduleQuota: quota,
            dedicatedCoreQuotaPerVMFamilyEnforced: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), false),
            dedicatedCoreQuotaPerVMFamily: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), coreQuota: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() })), [])
        })
    })),
    nextLink: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
/** The resource manager does not tell; the message says why. */
class NotTold extends Error {
}
const asker = (resourceManager, token, signal) => async (path, schema) => {
    const all = [];
    for (let url = resourceManager + path; url !== undefined;) {
        // A token goes to nobody else, whatever a page says.
        if (new URL(url).origin !== new URL(resourceManager).origin)
            throw new NotTold('a strange page');
        const page = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, await got(url, token, signal));
        if (!page.success)
            throw new NotTold('its answer is not as expected');
        all.push(...page.output.value);
        url = page.output.nextLink;
    }
    return all;
};
async function got(url, token, signal) {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    try {
        const response = await fetch(url, { headers, signal });
        if (response.ok)
            return await response.json();
        await response.text();
        throw new NotTold(`it answered ${response.status} to ${new URL(url).pathname}`);
    }
    catch (error) {
        signal.throwIfAborted();
        throw error instanceof NotTold ? error : new NotTold('it does not answer', { cause: error });
    }
}
/**
 * What the account at an endpoint may have, found among all that the login may see.
 *
 * @throws NotTold; AzureProblem where there is no token; the signal's reason
 */
async function quotasOf(endpoint, { url, tokens }, signal) {
    const { host } = new URL(endpoint);
    const { token } = await tokens(SCOPE, signal);
    const ask = asker(url, token, signal);
    const seen = await ask('/subscriptions?api-version=2022-12-01', subscriptions);
    for (const { subscriptionId } of seen) {
        const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Batch/batchAccounts?api-version=2024-07-01`;
        const accounts = await ask(path, batchAccounts);
        const own = accounts.find(({ properties }) => hostOf(properties.accountEndpoint) === host);
        if (own)
            return own.properties;
    }
    throw new NotTold(`this login sees ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(seen.length, 'subscription')}, and the account in none of them; give it the role Reader on the account`);
}
const hostOf = (endpoint) => endpoint
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase();


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
