export const id = 50;
export const ids = [50,669];
export const modules = {

/***/ 43050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collectJob: () => (/* binding */ collectJob),
  removeLeftovers: () => (/* binding */ removeLeftovers),
  submitJob: () => (/* binding */ submitJob)
});

// UNUSED EXPORTS: cancelRemote

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./build/settings/parse-azure.js
var parse_azure = __webpack_require__(67653);
// EXTERNAL MODULE: ./build/backends/azure-batch/names.js + 1 modules
var names = __webpack_require__(95613);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(90262);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/manifest.js
var job_manifest = __webpack_require__(16416);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/handle.js






/** Who removes a run removes what its handle names: that is to be ours. */
const handle_name = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* startsWith */.w1_(names/* OURS */.o6, `it names no run: those begin with ${names/* OURS */.o6}`));
/** Keys and tokens go to the addresses of a handle, so these are held to what the inputs are held to. */
const address = (parse) => dist/* pipe */.FsL(dist/* string */.YjP(), dist/* check */.z6Y((text) => {
    try {
        return parse(text) === text;
    }
    catch {
        return false;
    }
}, 'an address in it is no https address of an account'));
/** What `submit` leaves: where a run is. Nothing in it is secret, and with it alone nobody can do anything. */
const handleSchema = dist/* object */.Ikc({
    version: dist/* literal */.euz(1),
    runId: dist/* string */.YjP(),
    jobId: handle_name,
    container: handle_name,
    batchEndpoint: address(parse_azure/* batchEndpoint */.iZ),
    batchAccount: dist/* nullable */.mee(dist/* string */.YjP()),
    storageEndpoint: address(parse_azure/* storageEndpoint */.Vl)
});
/** The domains of Batch accounts and of blobs, in Azure's three clouds. */
const AZURE = /\.(batch\.azure\.(com|cn)|batch\.usgovcloudapi\.net|blob\.core\.(windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)|blob\.storage\.azure\.net)$/;
/**
 * The addresses of a handle that are neither Azure's nor this machine's. Keys and tokens would go there, and a handle may
 * come from anybody.
 */
const foreignAddresses = ({ batchEndpoint, storageEndpoint }) => [batchEndpoint, storageEndpoint].filter((address) => {
    const { hostname } = new URL(address);
    return !AZURE.test(hostname) && !parse_azure/* LOOPBACK */.Ws.test(hostname);
});
/**
 * What a run is, by its handle.
 *
 * @throws AzureProblem where it is gone, or is none that this version knows
 */
async function manifestAt(account, handle, signal) {
    const blob = await account.blobs.container(handle.container).get(names/* BLOBS */.df.manifest, signal);
    const found = blob === null ? null : dist/* safeParse */.xLC(job_manifest/* manifestSchema */.rc, JSON.parse(await (0,consumers_.text)(blob)));
    if (found?.success)
        return found.output;
    const why = found === null
        ? 'has no manifest: its submission was broken off'
        : 'is of another version of batch-ocr';
    throw new problem/* AzureProblem */.J('not-found', '', `The run ${handle.runId} in the container ${handle.container} ${why}. Submit it again.`);
}

// EXTERNAL MODULE: ./build/backends/azure-batch/job/job.js + 7 modules
var job_job = __webpack_require__(50791);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/poll.js
var poll = __webpack_require__(29416);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/remove.js
var remove = __webpack_require__(80265);
// EXTERNAL MODULE: ./build/backends/azure-batch/place.js + 36 modules
var place = __webpack_require__(34921);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(94869);
// EXTERNAL MODULE: ./build/results/folder.js
var results_folder = __webpack_require__(55673);
// EXTERNAL MODULE: ./build/results/totals.js
var totals = __webpack_require__(61210);
// EXTERNAL MODULE: ./build/settings/settings.js + 1 modules
var settings_settings = __webpack_require__(44706);
// EXTERNAL MODULE: ./build/run/finish.js
var finish = __webpack_require__(15695);
// EXTERNAL MODULE: ./build/run/follow.js + 1 modules
var follow = __webpack_require__(95288);
// EXTERNAL MODULE: ./build/run/lost.js
var run_lost = __webpack_require__(72262);
// EXTERNAL MODULE: ./build/run/run.js + 15 modules
var run = __webpack_require__(51430);
;// CONCATENATED MODULE: ./build/run/remote.js

















/** Where the handle of the last submission stands in the results folder. */
const HANDLE_FILE = 'handle.json';
/**
 * Brings a run to Azure and returns without waiting for it. Every image is read: results of earlier runs stay where
 * they are, since nobody knows on which machine this run will be collected.
 *
 * @throws as `runJob` does before any work; SettingsError where there is nothing to read
 */
async function submitJob(settings, environment, listener, signal) {
    const start = new Date();
    const folder = new results_folder/* ResultsFolder */.h((0,external_node_path_.resolve)(environment.cwd, settings.results));
    listener.phase('Images');
    const discovery = await (0,run/* findImages */.Mz)(settings, environment.cwd, folder.path, listener, signal);
    const origin = (0,run/* originOf */.yv)(settings, environment, start, discovery);
    const images = (0,run/* taskImages */.Ym)(discovery, settings, null);
    const readable = images.filter(({ problem }) => problem === null);
    if (readable.length === 0)
        throw new settings_settings/* SettingsError */.GN(['There is no image to read, so nothing was submitted.']);
    listener.phase(place.azurePlace.phase);
    const ready = await place.azurePlace.ready({
        ...{ settings, environment, discovery, folder, listener, signal }
    });
    listener.phase('Submission');
    const plan = (0,run/* planOf */.XC)(readable, settings, ready);
    const order = {
        origin,
        known: images.filter(({ problem }) => problem !== null).map(run_lost/* refusedRow */.tS),
        plan,
        images: new Map(images.map((image) => [image.path, image])),
        settings,
        imageTimeout: settings.imageTimeout,
        folder
    };
    await ready.submit(order, signal);
    const handle = handleOf(settings, (0,place.azureName)(settings, environment), origin.id);
    folder.write(HANDLE_FILE, `${JSON.stringify(handle, null, 2)}\n`);
    const handleFile = (0,external_node_path_.resolve)(folder.path, HANDLE_FILE);
    const tasks = plan.partitions.length;
    listener.say(`Submitted ${(0,lib_text/* count */.U9)(readable.length, 'image')} in ${(0,lib_text/* count */.U9)(tasks, 'task')} as job ${handle.jobId}; its handle is ${handleFile}.`);
    return { handle, handleFile, images: images.length, tasks, nodes: ready.nodes };
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
/**
 * Waits for a run that was submitted, on this machine or another, and brings its results into the results folder. The
 * run stays as it is: it can be collected as often as wanted, until it is cancelled or swept. When the signal fires, the
 * run goes on without us; what has come is kept.
 *
 * @param handle path of its file, or its JSON
 * @throws SettingsError where it is no handle; AzureProblem where the run is gone
 */
async function collectJob(handle, settings, environment, listener, signal, pace = poll/* PACE */.K) {
    listener.phase('Account');
    const { account, found } = remote_open(handle, settings, environment);
    const manifest = await manifestAt(account, found, signal);
    const { origin, plan, known, name } = manifest;
    const partitions = plan.partitions;
    const images = partitions.flatMap(({ images }) => images.map(job_manifest/* taskImageOf */.Gw));
    listener.say(`The run ${origin.id} of ${origin.start}: ${(0,lib_text/* count */.U9)(images.length, 'image')} in ${(0,lib_text/* count */.U9)(partitions.length, 'task')}, job ${name}.`);
    const folder = new results_folder/* ResultsFolder */.h((0,external_node_path_.resolve)(environment.cwd, settings.results));
    const beginning = beginningOf(manifest, folder);
    (0,finish/* begin */.qN)(beginning, known);
    listener.phase('Reading');
    const job = new job_job/* AzureJob */.r({ account, manifest, folder, pace, keepsRunning: true });
    const read = await (0,follow/* follow */.e)(job, folder, images, listener, signal);
    const results = await job.results();
    const { unanswered, problem } = results;
    const lost = (0,run_lost/* lostRows */.Ae)(images, read, { cancelled: signal.aborted, unanswered });
    const rows = [...known, ...read, ...lost];
    return (0,finish/* finish */.O9)(beginning, { jobId: name, rows, results, cancelled: signal.aborted, problem });
}
const beginningOf = ({ origin, plan }, folder) => ({
    origin,
    folder,
    plan: (0,finish/* planRecord */.x1)(plan),
    tasks: plan.partitions.map(({ task, images, bytes, estimatedSeconds }) => ({
        id: task,
        partition: {
            images: images.map(({ path }) => path),
            bytes,
            estimatedSeconds: (0,totals/* rounded */.Wf)(estimatedSeconds)
        }
    }))
});
/**
 * Ends a run that was submitted and removes all that it has on Azure, its results there too.
 *
 * @param handle path of its file, or its JSON
 * @throws SettingsError where it is no handle; AzureProblem
 */
async function cancelRemote(handle, settings, environment, signal) {
    const { account, found } = remote_open(handle, settings, environment);
    await removeRun(account, found.container, signal);
    return found;
}
/**
 * Ends and removes what this very run has on Azure, whatever it is: for a step that was cut off.
 *
 * @throws AzureProblem
 */
const removeLeftovers = (settings, environment, signal) => (0,remove/* removeRun */.s)((0,place.azureAccount)(settings, environment), (0,place.azureName)(settings, environment), signal);
/** The accounts that a handle names, opened by the settings' credentials. */
function remote_open(handle, settings, environment) {
    const found = readHandle(handle, environment.cwd);
    const { batchEndpoint, batchAccount, storageEndpoint } = found;
    const ours = [settings.batchEndpoint, settings.storageEndpoint];
    const strange = foreignAddresses(found).filter((address) => !ours.includes(address));
    if (strange.length > 0) {
        throw new settings_settings/* SettingsError */.GN([
            `The handle names ${strange.join(' and ')}, which is not Azure's, and who you are would be shown there. Where it is yours, name it by \`batch-endpoint\` or \`storage-endpoint\` as well.`
        ]);
    }
    const own = {
        batchEndpoint,
        batchAccount: batchAccount ?? settings.batchAccount,
        storageEndpoint
    };
    return { account: (0,place.azureAccount)({ ...settings, ...own }, environment), found };
}
function readHandle(given, cwd) {
    const isText = given.trimStart().startsWith('{');
    const what = isText ? 'The handle' : `The handle ${given}`;
    try {
        return dist/* parse */.qgA(handleSchema, JSON.parse(isText ? given : (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(cwd, given), 'utf8')));
    }
    catch (error) {
        throw new settings_settings/* SettingsError */.GN([
            `${what} cannot be read (${error.message}). Name the file that \`submit\` wrote, or give its JSON.`
        ]);
    }
}


/***/ })

};
