export const id = 921;
export const ids = [921];
export const modules = {

/***/ 50485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ NODE_NAME),
/* harmony export */   Gs: () => (/* binding */ logOf),
/* harmony export */   Kn: () => (/* binding */ ROWS_NAME),
/* harmony export */   PS: () => (/* binding */ ORDER_NAME),
/* harmony export */   Vf: () => (/* binding */ outputName),
/* harmony export */   jH: () => (/* binding */ outputOf),
/* harmony export */   ks: () => (/* binding */ TASK_NAME),
/* harmony export */   tO: () => (/* binding */ imageName)
/* harmony export */ });
/* unused harmony exports isImageName, logName */
/* harmony import */ var _results_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40399);

/**
 * What the files of an archive are called. Images and what was read of them go by their number in the order, from 1:
 * the name that somebody else gave an image is never a path in an archive.
 */
const ORDER_NAME = 'order.json';
const ROWS_NAME = 'results.jsonl';
const TASK_NAME = 'task.json';
const NODE_NAME = 'node.json';
/** Within the archive, the image of a number. */
const imageName = (number) => `images/${digits(number)}`;
/** Whether a name is one that `imageName` gives. */
const isImageName = (name) => /^images\/\d{6}$/.test(name);
/** Within the archive, the file of one format that was made of the image of a number. */
const outputName = (number, format) => `outputs/${digits(number)}.${format}`;
/** The number and the format in a name that `outputName` gives; null where it is none. */
function outputOf(name) {
    const [, number = '', ending] = /^outputs\/(\d{6})\.([a-z]+)$/.exec(name) ?? [];
    const format = _results_records_js__WEBPACK_IMPORTED_MODULE_0__/* .FORMATS */ .hR.find((one) => one === ending);
    return format ? { number: Number(number), format } : null;
}
/** Within the archive, a log of the task. */
const logName = (log) => `logs/${log}`;
/** The log in a name that `logName` gives; null where it is none. */
const logOf = (name) => /^logs\/([a-z-]+\.log)$/.exec(name)?.[1] ?? null;
const digits = (number) => String(number).padStart(6, '0');


/***/ }),

/***/ 70364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ END_NAME),
/* harmony export */   q: () => (/* binding */ pack)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56118);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5878);





/** The last file of every archive: one that lacks it was torn off. */
const END_NAME = 'end';
/**
 * Writes an archive: a tar that is not compressed, since images are compressed already. Memory stays flat whatever the
 * size of its files, and the archive is there whole or not at all. The same files make the same bytes.
 *
 * @throws ArchiveProblem where it cannot be written, or a file becomes shorter meanwhile; the signal's reason
 */
async function pack(archive, files, signal) {
    const aside = `${archive}.part`;
    const tar = (0,tar_stream__WEBPACK_IMPORTED_MODULE_3__.pack)();
    const filled = fill(tar, files).then(() => tar.finalize(), (error) => {
        tar.destroy(error);
        throw error;
    });
    const written = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(tar, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(aside), signal ? { signal } : {});
    const [fillEnd, writeEnd] = await Promise.allSettled([filled, written]);
    try {
        signal?.throwIfAborted();
        // Whichever fails takes the other with it, and that one can only say that it was taken.
        const reasons = [fillEnd, writeEnd].flatMap((end) => end.status === 'rejected' ? [end.reason] : []);
        if (reasons.length > 0)
            throw reasons.find(isTelling) ?? reasons[0];
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(aside, archive);
    }
    catch (error) {
        // Where it cannot be removed it could not be made, and that is the reason to tell.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(aside, { force: true }).catch(() => { });
        if (signal?.aborted)
            throw signal.reason;
        throw (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .fileTrouble */ .AG)(`The archive ${archive} could not be written`, error);
    }
}
const isTelling = (error) => error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_4__/* .ArchiveProblem */ .OQ || (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .isOfFiles */ .l$)(error);
async function fill(tar, files) {
    for await (const { name, content } of files) {
        if (Buffer.isBuffer(content))
            await addBytes(tar, name, content);
        else
            await addFile(tar, name, content);
    }
    await addBytes(tar, END_NAME, Buffer.alloc(0));
}
/** Nothing of this machine stands in an archive: neither times nor users. */
const header = (name, size) => ({ name, size, mtime: new Date(0), mode: 0o644 });
const addBytes = (tar, name, bytes) => new Promise((resolve, reject) => {
    tar.entry(header(name, bytes.length), bytes, (error) => (error ? reject(error) : resolve()));
});
async function addFile(tar, name, file) {
    try {
        const { size } = await file.stat();
        if (size === 0)
            return await addBytes(tar, name, Buffer.alloc(0));
        // A file that grows meanwhile is cut to the length that its header tells.
        const bytes = file.createReadStream({ end: size - 1, autoClose: false });
        const added = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(bytes, tar.entry(header(name, size)));
        await added.catch((error) => {
            throw bytes.readableEnded && bytes.bytesRead < size ? shrunk(name) : error;
        });
    }
    finally {
        await file.close();
    }
}
const shrunk = (name) => new _problem_js__WEBPACK_IMPORTED_MODULE_4__/* .ArchiveProblem */ .OQ(`The file packed as ${name} became shorter while it was read: let nothing write to the images during a run, and run again.`);


/***/ }),

/***/ 5878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ fileTrouble),
/* harmony export */   OQ: () => (/* binding */ ArchiveProblem),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   l$: () => (/* binding */ isOfFiles)
/* harmony export */ });
/** An archive cannot be written, or is not what it should be. The message is a whole sentence. */
class ArchiveProblem extends Error {
}
/** Whether it is the file system that failed; streams have codes of their own for having been destroyed. */
const isOfFiles = (error) => typeof error?.errno === 'number';
/** The reason that the file system gave, as a sentence about an archive; anything else as it is. */
function fileTrouble(what, error) {
    if (!isOfFiles(error))
        return error;
    const { code, message } = error;
    const cure = code === 'ENOSPC' || code === 'EDQUOT' ? ' The disk is full: give it more room.' : '';
    return new ArchiveProblem(`${what} (${message}).${cure}`, { cause: error });
}
/** What an archive says, fit for a log: on one line, without signs that steer a terminal, and not longer than a few lines. */
const printable = (text) => text
    .slice(0, LONGEST)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => JSON.stringify(sign).slice(1, -1))
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
const LONGEST = 300;


/***/ }),

/***/ 81343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ unpack)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56118);
/* harmony import */ var _pack_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70364);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5878);






/**
 * Unpacks an archive that `pack` made, as a stream. Whoever made it may have been taken over by an image: nothing is
 * written but regular files, each once, where `placeOf` says that a file of this name is awaited.
 *
 * @param placeOf the absolute path of a file by its name in the archive; null where no such file is awaited
 * @throws ArchiveProblem where it is torn, damaged, holds anything else, or the disk does not take it; what the source
 *   throws; the signal's reason
 */
async function unpack(source, placeOf, signal) {
    const entries = (0,tar_stream__WEBPACK_IMPORTED_MODULE_3__.extract)();
    const failed = {};
    source.once('error', (error) => {
        // That is how it ends where it is we who stop reading.
        if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
            failed.source = error;
    });
    const fed = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(source, entries, { signal });
    // Its error is told by the entries, too.
    fed.catch(() => { });
    try {
        await unpackAll(entries, placeOf);
    }
    catch (error) {
        signal.throwIfAborted();
        throw failed.source ?? (error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .ArchiveProblem */ .OQ ? error : damaged(error));
    }
    finally {
        source.destroy();
    }
}
async function unpackAll(entries, placeOf) {
    let isWhole = false;
    for await (const entry of entries) {
        const { name, type } = entry.header;
        if (isWhole)
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .ArchiveProblem */ .OQ('The archive goes on after its end: it is damaged.');
        if (type === 'file' && name === _pack_js__WEBPACK_IMPORTED_MODULE_4__/* .END_NAME */ .c) {
            isWhole = true;
            entry.resume();
            continue;
        }
        const place = type === 'file' ? placeOf(name) : null;
        if (place === null) {
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .ArchiveProblem */ .OQ(`The archive holds ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(JSON.stringify(name))} (${type}), which no archive of ours has. Nothing of it was used.`);
        }
        await unpackOne(name, entry, place);
    }
    if (!isWhole)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .ArchiveProblem */ .OQ('The archive was torn off: it has no end.');
}
async function unpackOne(name, bytes, place) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(place, bytes, { flag: 'wx' });
    }
    catch (error) {
        throw (0,_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .fileTrouble */ .AG)(`${name} could not be unpacked to ${place}`, error);
    }
}
const damaged = (cause) => new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .ArchiveProblem */ .OQ(`The archive is torn off or damaged (${cause.message}).`, { cause });


/***/ }),

/***/ 45377:
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

/***/ 42030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ isDone),
/* harmony export */   bE: () => (/* binding */ assertDone),
/* harmony export */   wD: () => (/* binding */ withCause),
/* harmony export */   xQ: () => (/* binding */ earlyEnd)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90262);


/** How the service calls the end of a job whose tasks have all ended, and that of one whose time is over. */
const DONE = /^alltaskscomplete/i;
const TIME_OVER = /^maxwallclocktime/i;
/** How the service says that a job is gone, or is about to be. */
const GONE = ['JobNotFound', 'JobBeingDeleted'];
/** Whether a job ended because its tasks had: nothing of it was cut short. */
const isDone = (job) => job.state === 'completed' && DONE.test(job.terminateReason ?? '');
/**
 * Why a job ended before its tasks had, as a sentence; null where it goes on, is still ending, or is done.
 *
 * @param job null where there is none of that id
 * @param jobTimeout minutes
 */
function earlyEnd(id, job, jobTimeout) {
    if (job === null || job.state === 'deleting')
        return deleted(id);
    if (job.schedulingError !== null)
        return `Azure Batch could not start the job ${id} (${job.schedulingError}). ${REMEDY}`;
    if (job.state !== 'completed' || isDone(job))
        return null;
    if (TIME_OVER.test(job.terminateReason ?? ''))
        return `The job ${id} did not end within job-timeout (${jobTimeout} minutes), so Azure Batch ended it. Raise it, or ask for more nodes.`;
    return `The job ${id} was ended by somebody else (${job.terminateReason ?? 'no reason is given'}). Run again to read what is left.`;
}
const REMEDY = 'Where a quota of pools is reached, sweep what lost runs left or name a pool by `pool`; else look at vm-size and vm-image.';
const deleted = (id) => `The job ${id} was deleted by somebody else before all was read. Run again to read what is left.`;
/** A problem in words that name the cause: that a job is gone is somebody's doing, not the service's. */
function withCause(error, id) {
    if (!(error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .AzureProblem */ .J) || !GONE.includes(error.code))
        return error;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .AzureProblem */ .J('not-found', error.code, deleted(id), { cause: error });
}
/** How long a job that is ending is waited for, and how often it is looked at, in milliseconds. */
const PATIENCE = 180_000;
const LOOK_EVERY = 500;
/**
 * What it means that a job takes no tasks any more: throws why it was cut short, and returns where it is done with all
 * that it had.
 *
 * @param refusal what adding tasks to it threw
 * @param jobTimeout minutes
 * @throws AzureProblem; the refusal itself where it means something else; the signal's reason
 */
async function assertDone(service, id, jobTimeout, refusal, signal) {
    if (!(refusal instanceof _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .AzureProblem */ .J) || !['conflict', 'not-found'].includes(refusal.kind))
        throw refusal;
    const giveUp = Date.now() + PATIENCE;
    let job = await service.job(id, signal);
    while (job?.state === 'terminating' && Date.now() < giveUp) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(LOOK_EVERY, undefined, { signal }).catch(() => signal.throwIfAborted());
        job = await service.job(id, signal);
    }
    const early = earlyEnd(id, job, jobTimeout);
    if (early !== null)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .AzureProblem */ .J('conflict', refusal.code, early, { cause: refusal });
    if (job === null || !isDone(job))
        throw refusal;
}


/***/ }),

/***/ 50791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ AzureJob)
});

// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(28414);
// EXTERNAL MODULE: ./build/results/totals.js
var totals = __webpack_require__(61210);
// EXTERNAL MODULE: ./build/backends/event-queue.js
var event_queue = __webpack_require__(75926);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(90262);
// EXTERNAL MODULE: ./build/archive/problem.js
var archive_problem = __webpack_require__(5878);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/results/folder.js
var results_folder = __webpack_require__(55673);
// EXTERNAL MODULE: ./build/results/records.js
var records = __webpack_require__(40399);
// EXTERNAL MODULE: ./build/results/row.js
var results_row = __webpack_require__(16069);
// EXTERNAL MODULE: ./build/archive/names.js
var names = __webpack_require__(50485);
// EXTERNAL MODULE: ./build/archive/unpack.js
var unpack = __webpack_require__(81343);
;// CONCATENATED MODULE: ./build/archive/read-results.js










/**
 * Reads a task's results from its archive into the results folder: logs, and the files of each image that has a row.
 * All or nothing, and as often as wanted.
 *
 * A node reads what strangers drew, so what comes from it is believed no further than needed: a row counts for an image
 * of the task only, and where a file goes is decided by the image's path as we know it.
 *
 * @throws ArchiveProblem where the archive is torn off or damaged, or is not of this task; what the source throws; the
 *   signal's reason
 */
async function readTaskArchive(source, awaited, folder, signal) {
    // Within the results folder, so that files move without being copied; the next run clears `metadata`.
    const home = (0,external_node_path_.join)(folder.path, 'metadata');
    (0,external_node_fs_.mkdirSync)(home, { recursive: true });
    const stage = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(home, `${awaited.task}-`));
    try {
        await (0,unpack/* unpack */.l)(source, (name) => placeIn(stage, name), signal);
        const node = nodeIn(stage);
        const task = taskIn(stage, awaited);
        const told = rowsIn(stage, awaited);
        moveOutputs(stage, awaited, told, folder);
        for (const log of namesIn((0,external_node_path_.join)(stage, 'logs')))
            folder.moveIn((0,external_node_path_.join)(stage, 'logs', log), `metadata/logs/${task.id}/${log.slice(0, -PART.length)}`);
        const { attempt } = awaited;
        const rows = told.map((row) => ({ ...row, task: task.id, node: node.id, attempt }));
        return { rows, task: { ...task, node: node.id, counts: (0,totals/* countsOf */.mQ)(rows) }, node };
    }
    finally {
        (0,external_node_fs_.rmSync)(stage, { recursive: true, force: true });
    }
}
/** Should we be killed, nobody takes what is called so for a result. */
const PART = '.part';
const placeIn = (stage, name) => [names/* ROWS_NAME */.Kn, names/* TASK_NAME */.ks, names/* NODE_NAME */.BM].includes(name) || (0,names/* logOf */.Gs)(name) || (0,names/* outputOf */.jH)(name)
    ? (0,external_node_path_.join)(stage, `${name}${PART}`)
    : null;
const namesIn = (home) => ((0,external_node_fs_.existsSync)(home) ? (0,external_node_fs_.readdirSync)(home) : []);
/** Bytes of rows or of a record that we take into memory: a row is about one thousand, and a task has some thousands. */
const LONGEST_TEXT = 64 * 1024 * 1024;
function textIn(stage, name) {
    const file = (0,external_node_path_.join)(stage, `${name}${PART}`);
    if (!(0,external_node_fs_.existsSync)(file))
        throw new archive_problem/* ArchiveProblem */.OQ(`The archive has no ${name}.`);
    const { size } = (0,external_node_fs_.statSync)(file);
    if (size <= LONGEST_TEXT)
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    throw new archive_problem/* ArchiveProblem */.OQ(`The archive's ${name} has ${size} bytes: no task tells so much.`);
}
function recordIn(stage, name, schema) {
    const text = textIn(stage, name);
    try {
        return dist/* parse */.qgA(schema, JSON.parse(text));
    }
    catch (cause) {
        throw new archive_problem/* ArchiveProblem */.OQ(`The archive's ${name} is no such record (${(0,archive_problem/* printable */.g$)(cause.message)}).`, { cause });
    }
}
/** The node's record. Its id names a file later on. */
function nodeIn(stage) {
    const node = recordIn(stage, names/* NODE_NAME */.BM, records/* nodeRecordSchema */.L0);
    if (/^\w[\w.-]{0,127}$/.test(node.id))
        return node;
    throw new archive_problem/* ArchiveProblem */.OQ(`The archive comes from ${(0,archive_problem/* printable */.g$)(JSON.stringify(node.id))}, which is no name of a node.`);
}
function taskIn(stage, { task, images }) {
    const found = recordIn(stage, names/* TASK_NAME */.ks, records/* taskRecordSchema */.iz);
    if (found.id === task)
        return { ...found, partition: { ...found.partition, images: [...images] } };
    throw new archive_problem/* ArchiveProblem */.OQ(`The archive is of ${(0,archive_problem/* printable */.g$)(JSON.stringify(found.id))}, not of ${task}.`);
}
/** The rows, each of an image of the task and each with its text where it says that there is one. */
function rowsIn(stage, { task, images }) {
    const numbers = new Map(images.map((image, index) => [image, index + 1]));
    const rows = new Map();
    for (const line of textIn(stage, names/* ROWS_NAME */.Kn).split('\n').filter(Boolean)) {
        const row = (0,results_row/* parseRow */.W0)(line);
        const number = row ? numbers.get(row.image) : undefined;
        if (!row || number === undefined || !hasItsText(stage, row, number))
            throw new archive_problem/* ArchiveProblem */.OQ(`The archive of ${task} has a line that is no row of it: ${(0,archive_problem/* printable */.g$)(line)}`);
        rows.set(row.image, row);
    }
    return [...rows.values()];
}
const hasItsText = (stage, row, number) => row.text === null ||
    (row.text === (0,results_folder/* outputPath */.X)('txt', row.image) &&
        (0,external_node_fs_.existsSync)((0,external_node_path_.join)(stage, `${(0,names/* outputName */.Vf)(number, 'txt')}${PART}`)));
function moveOutputs(stage, { images }, rows, folder) {
    const read = new Set(rows.filter(({ status }) => status !== 'failed').map(({ image }) => image));
    for (const file of namesIn((0,external_node_path_.join)(stage, 'outputs'))) {
        const output = (0,names/* outputOf */.jH)(`outputs/${file.slice(0, -PART.length)}`);
        const image = output && images[output.number - 1];
        if (image && read.has(image))
            folder.moveIn((0,external_node_path_.join)(stage, 'outputs', file), (0,results_folder/* outputPath */.X)(output.format, image));
    }
}

// EXTERNAL MODULE: ./build/backends/azure-batch/names.js + 1 modules
var azure_batch_names = __webpack_require__(95613);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/download.js





/** Archives on their way home at a time. */
const AT_ONCE = 4;
/** Times that an archive which is torn off on its way is asked for. */
const TRIES = 3;
/** The results of a run as they come home: each archive once, each image's row once. */
class Arrivals {
    #container;
    #folder;
    #images;
    #seen = new Set();
    #answered = new Set();
    #tasks = new Map();
    #nodes = new Map();
    #damaged = new Map();
    constructor(container, manifest, folder) {
        this.#container = container;
        this.#folder = folder;
        this.#images = new Map(manifest.plan.partitions.map(({ task, images }) => [task, images.map(({ path }) => path)]));
    }
    /**
     * Brings home what is new, and tells each archive as soon as its texts are in the results folder.
     *
     * @throws AzureProblem; what the results folder throws; the signal's reason
     */
    async fetch(tell, signal) {
        const blobs = await this.#container.list(azure_batch_names/* BLOBS */.df.arrivals, signal);
        const fresh = blobs.filter((blob) => !this.#seen.has(blob)).values();
        const fetcher = async () => {
            for (const blob of fresh) {
                const arrival = await this.#bring(blob, signal);
                if (arrival)
                    tell(arrival);
                this.#seen.add(blob);
            }
        };
        const fetchers = await Promise.allSettled(Array.from({ length: AT_ONCE }, fetcher));
        for (const fetched of fetchers)
            if (fetched.status === 'rejected')
                throw fetched.reason;
    }
    /**
     * As `fetch`, and reads archives again whose partitions lack rows: a task that Batch ran again has written its archive
     * anew meanwhile.
     *
     * @throws as `fetch` does
     */
    async fetchAll(tell, signal) {
        for (const blob of this.#seen)
            if (!this.isAnswered((0,azure_batch_names/* taskOf */.Xb)((0,azure_batch_names/* batchTaskIn */.py)(blob) ?? '').task))
                this.#seen.delete(blob);
        await this.fetch(tell, signal);
    }
    /** Whether every image of a partition has a row. */
    isAnswered(task) {
        return (this.#images.get(task) ?? []).every((image) => this.#answered.has(image));
    }
    /** What is wrong with the archive of a task on Batch; null where it is whole or has not come. */
    damageOf(batchTask) {
        return this.#damaged.get(batchTask) ?? null;
    }
    /** Whether a task on Batch has brought anything. */
    hasCome(batchTask) {
        return this.#seen.has(azure_batch_names/* BLOBS */.df.results(batchTask)) && !this.#damaged.has(batchTask);
    }
    /** Records of the tasks that came home, by their ids. */
    get tasks() {
        return this.#tasks;
    }
    /** The nodes that read, with all that they read, in the order of their names. */
    get nodes() {
        return [...this.#nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    }
    async #bring(blob, signal) {
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
                if (!isTorn(error) || tries === TRIES)
                    throw error;
            }
        }
    }
    /** Null where the archive is none that can be used: it stays with why. */
    async #read(batchTask, source, signal) {
        const { task, attempt } = (0,azure_batch_names/* taskOf */.Xb)(batchTask);
        const awaited = { task, images: this.#images.get(task) ?? [], attempt };
        try {
            const home = await readTaskArchive(source, awaited, this.#folder, signal);
            this.#damaged.delete(batchTask);
            return this.#take(home);
        }
        catch (error) {
            if (!(error instanceof archive_problem/* ArchiveProblem */.OQ))
                throw error;
            this.#damaged.set(batchTask, error.message);
            return null;
        }
    }
    #take({ rows, task, node }) {
        const fresh = rows.filter(({ image }) => !this.#answered.has(image));
        for (const { image } of fresh)
            this.#answered.add(image);
        const earlier = this.#tasks.get(task.id);
        if (earlier !== undefined && isKnown(earlier, task))
            return { task: earlier, node: node.id, rows: fresh };
        const record = together(earlier, task);
        this.#tasks.set(task.id, record);
        this.#nodes.set(node.id, withMore(this.#nodes.get(node.id), node));
        return { task: record, node: node.id, rows: fresh };
    }
}
/** Whether an archive broke off on its way to us. */
const isTorn = (error) => error instanceof problem/* AzureProblem */.J && error.kind === 'unavailable';
/** Whether a task's record has the attempts of another: its archive was read before. */
const isKnown = ({ attempts }, more) => more.attempts.every(({ node, start }) => attempts.some((attempt) => attempt.node === node && attempt.start === start));
/** The record of a task that several attempts brought home in parts. */
function together(earlier, task) {
    if (earlier === undefined)
        return task;
    const attempts = [...earlier.attempts, ...task.attempts].sort((a, b) => a.start < b.start ? -1 : 1);
    return { ...task, attempts, seconds: (0,totals/* rounded */.Wf)(earlier.seconds + task.seconds) };
}
/** A node that read more than one task: each of its archives tells of one. */
function withMore(node, more) {
    if (node === undefined)
        return more;
    const times = (pick) => [pick(node), pick(more)].filter((time) => time !== null).sort();
    return {
        ...more,
        tasks: node.tasks + more.tasks,
        images: node.images + more.images,
        busySeconds: (0,totals/* rounded */.Wf)(node.busySeconds + more.busySeconds),
        firstTaskAt: times(({ firstTaskAt }) => firstTaskAt)[0] ?? null,
        lastTaskAt: times(({ lastTaskAt }) => lastTaskAt).at(-1) ?? null
    };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/job-end.js
var job_end = __webpack_require__(42030);
// EXTERNAL MODULE: ./build/engine/failure.js
var failure = __webpack_require__(10481);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(94869);
// EXTERNAL MODULE: ./build/backends/azure-batch/client/remedies.js
var remedies = __webpack_require__(45377);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/node-watch.js




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
            `Azure took ${(0,lib_text/* count */.U9)(more, 'spot node')} away; what was being read there is read again elsewhere.`
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
            .map(({ code, message }) => `The pool ${pool.id} does not get all its nodes (${code}: ${message}). ${(0,remedies/* resizeRemedy */.Z)(code)}`.trim());
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
            return `None of the ${(0,lib_text/* count */.U9)(failed, 'node')} of the pool ${pool.id} can run tasks: ${this.#sick.why ?? 'their states say no more.'}`;
        if (nodesOf(pool.current) > 0)
            return null;
        if (nodesOf(pool.target) === 0)
            return `The pool ${pool.id} has no nodes and was not told to have any. Resize it, or leave \`pool\` empty.`;
        if (!this.#isOurs(pool) || pool.resizeErrors.length === 0)
            return null;
        const codes = pool.resizeErrors.map(({ code }) => code);
        return `The pool ${pool.id} gets no nodes (${codes.join(', ')}). ${(0,remedies/* resizeRemedy */.Z)(codes[0] ?? '')}`.trim();
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
            news.push(`${(0,lib_text/* count */.U9)(this.#known.size, 'node')} in all cannot run tasks.`);
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
        const words = log?.trim() ? ` Its log ends: ${(0,failure/* lastWords */.a)(log)}.` : '';
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
            if (limit.aborted || error instanceof problem/* AzureProblem */.J)
                return null;
            throw error;
        }
    }
}

// EXTERNAL MODULE: ./build/backends/azure-batch/job/poll.js
var poll = __webpack_require__(29416);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/follow.js





/** Looks in a row without any change after which the job itself is asked how it stands. */
const QUIET_LOOKS = 6;
/** Minutes beyond `job-timeout` in which the service ends a job by itself. */
const GRACE = 5;
/** Follows a run to its end by two calls a look; whatever else is asked, is asked only where something calls for it. */
class Follower {
    #with;
    #seen = '';
    /** Looks in a row without any change. */
    #quiet = 0;
    /** Something happened that the end of the job would explain: it is asked at the next look. */
    #suspect = false;
    /** The last look at the nodes left no hope. Two in a row do, since counts lag behind. */
    #hopeless = false;
    /** The job was disabled when it was last asked. */
    #disabled = false;
    #job = null;
    constructor(followed) {
        this.#with = followed;
    }
    /**
     * Looks at the job until all that can be had of it has come.
     *
     * @throws AzureProblem that says what ends it early; what the results folder throws; the signal's reason
     */
    async toTheEnd(signal) {
        const { rounds, pace } = this.#with;
        const pauses = new poll/* Pauses */.a(pace);
        try {
            while (!(await this.#look(signal)))
                await (0,promises_.setTimeout)(pauses.next(this.#quiet === 0), undefined, { signal }).catch(() => signal.throwIfAborted());
        }
        catch (error) {
            throw (0,job_end/* withCause */.wD)(error, rounds.jobId);
        }
    }
    /** One look. @returns whether it was the last one */
    async #look(signal) {
        const { rounds, arrivals, tellArrival, tellStanding } = this.#with;
        const { tasks, nodes } = await this.#counts(signal);
        const ended = tasks.succeeded + tasks.failed > 0;
        if (ended && (this.#quiet === 0 || this.#quiet === QUIET_LOOKS))
            await arrivals.fetch(tellArrival, signal);
        if (await rounds.look(tasks, signal))
            this.#suspect = true;
        const job = await this.#askWhereNeeded(signal);
        const hasEnded = job?.state === 'completed';
        const goesOn = job === null || job.state === 'active';
        const isOver = hasEnded || (goesOn && rounds.areOver(tasks));
        if (isOver && (await this.#isAllIn(hasEnded, signal))) {
            if (!rounds.areOver(tasks))
                tellStanding(rounds.lastCounts, nodes);
            return true;
        }
        if (goesOn)
            await this.#lookAtNodes(nodes, signal);
        this.#assertTime();
        return false;
    }
    async #counts(signal) {
        const { account, rounds, tellStanding } = this.#with;
        const job = await this.#knownJob(signal);
        const [tasks, nodes] = await Promise.all([
            account.service.taskCounts(rounds.jobId, signal),
            job === null ? null : account.service.nodeCounts(job.poolId, signal)
        ]);
        const now = JSON.stringify([rounds.jobId, tasks, nodes]);
        this.#quiet = now === this.#seen ? this.#quiet + 1 : 0;
        this.#seen = now;
        if (this.#quiet === 0)
            tellStanding(tasks, nodes);
        return { tasks, nodes };
    }
    /** The service makes the pool of a job after the job. */
    async #knownJob(signal) {
        const { account, manifest, rounds } = this.#with;
        const id = rounds.jobId;
        if (this.#job?.id === id)
            return this.#job;
        const job = await account.service.job(id, signal);
        this.#assertNotCut(job);
        const poolId = job?.poolId ?? null;
        if (job === null || poolId === null)
            return null;
        const named = 'id' in manifest.pool;
        const since = named ? job.created : new Date(0);
        const nodes = this.#job?.poolId === poolId
            ? this.#job.nodes
            : new NodeWatch(account.service, manifest.nodes, since, named);
        this.#hopeless = false;
        this.#job = { id, poolId, nodes };
        return this.#job;
    }
    /** How the job stands; null where nothing calls for asking. @throws AzureProblem where it was cut short */
    async #askWhereNeeded(signal) {
        const { account, rounds } = this.#with;
        const asleep = this.#quiet > 0 && this.#quiet % QUIET_LOOKS === 0;
        if (!this.#suspect && !asleep)
            return null;
        const job = await account.service.job(rounds.jobId, signal);
        this.#assertNotCut(job);
        // Why it ends is known once it has ended.
        this.#suspect = job?.state === 'terminating';
        if (job?.state === 'disabled' && !this.#disabled)
            this.#with.tell(`The job ${job.id} was disabled by somebody else, so its tasks wait. Enable it (az batch job enable --job-id ${job.id}), or cancel the run.`);
        this.#disabled = job?.state === 'disabled';
        return job;
    }
    #assertNotCut(job) {
        const { rounds, manifest } = this.#with;
        const early = (0,job_end/* earlyEnd */.xQ)(rounds.jobId, job, manifest.jobTimeout);
        if (early !== null)
            throw new problem/* AzureProblem */.J('conflict', '', early);
    }
    /** Whether all has come that can come; what is missing is read again. */
    async #isAllIn(hasEnded, signal) {
        const { account, rounds, arrivals, tellArrival } = this.#with;
        // Counts lag behind: where the job has not ended, the list of its tasks has the last word.
        const open = hasEnded ? [] : await account.service.tasks(rounds.jobId, 'unfinished', signal);
        if (open.length > 0)
            return false;
        await arrivals.fetchAll(tellArrival, signal);
        return !(await rounds.settle(signal));
    }
    /** @throws AzureProblem where no node will come */
    async #lookAtNodes(counts, signal) {
        const job = this.#job;
        if (job?.id !== this.#with.rounds.jobId)
            return;
        const { news, waiting, hopeless } = await job.nodes.look(job.poolId, counts, signal);
        for (const sentence of news)
            this.#with.tell(sentence);
        if (waiting !== null)
            this.#with.note(waiting);
        if (hopeless !== null && this.#hopeless)
            throw new problem/* AzureProblem */.J('unavailable', '', hopeless);
        this.#hopeless = hopeless !== null;
        // The pool of a job goes when the job has ended.
        if (this.#hopeless)
            this.#suspect = true;
    }
    /** The service ends the job at its time; should it not, we do not wait for ever. */
    #assertTime() {
        const { manifest, rounds } = this.#with;
        const minutes = (Date.now() - rounds.since.getTime()) / 60_000;
        if (minutes <= manifest.jobTimeout + GRACE)
            return;
        throw new problem/* AzureProblem */.J('unavailable', '', `The job ${rounds.jobId} did not end within job-timeout (${manifest.jobTimeout} minutes). Raise it, or ask for more nodes.`);
    }
}

// EXTERNAL MODULE: ./build/backends/azure-batch/job/remove.js
var remove = __webpack_require__(80265);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/faults.js
/** Batch's own words for failures of a task's process (Microsoft: task error codes). All others are of the platform. */
const BLAMES = {
    failureexitcode: 'ours',
    commandprogramnotfound: 'ours',
    commandlaunchfailed: 'ours',
    taskended: 'time'
};
/** Who is to blame for the failure of a task. */
function blameOf({ failure, exitCode }) {
    const known = BLAMES[failure?.code.toLowerCase() ?? ''];
    if (known !== undefined)
        return known;
    return failure === null && exitCode !== null && exitCode !== 0 ? 'ours' : 'platform';
}
/** What an address asks for: rights, which nobody has to read. */
const QUERY = /(https?:\/\/[^\s?;]+)\?[^\s;]+/g;
/** What happened to a task, as a phrase: `exit code 3 (FailureExitCode: …)`. */
function causeOf({ failure, exitCode }) {
    const code = exitCode === null || exitCode === 0 ? '' : `exit code ${exitCode}`;
    const words = failure === null
        ? ''
        : [failure.code, failure.message, failure.details.replace(QUERY, '$1')]
            .filter(Boolean)
            .join(': ');
    if (code && words)
        return `${code} (${words})`;
    return code || words || 'Azure Batch does not say why';
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/job/failed-tasks.js




/** Failed tasks told one by one. */
const failed_tasks_MOST_TOLD = 5;
/** Images of a failed task that are named. */
const MOST_NAMED = 3;
/** The end of what a failed task printed that is kept, in characters. */
const failed_tasks_TAIL = 4000;
/** The tasks on Batch that failed. Each is told once, the first ones with their own last words. */
class FailedTasks {
    #account;
    #manifest;
    #tell;
    /** By their ids on Batch. */
    #known = new Map();
    #told = 0;
    constructor(account, manifest, tell) {
        this.#account = account;
        this.#manifest = manifest;
        this.#tell = tell;
    }
    /**
     * The failed tasks of a job: how many there are, and those that were not known before.
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
    /** Whether a task on Batch is known to have failed. */
    has(batchTask) {
        return this.#known.has(batchTask);
    }
    /** Tells of a failed task: where, why, what it said, which images it held, and what comes of it. */
    async tell(status, consequence, signal) {
        if (this.#told < failed_tasks_MOST_TOLD)
            this.#tell(await this.#story(status, consequence, signal));
        else if (this.#told === failed_tasks_MOST_TOLD)
            this.#tell('More tasks failed; their records in metadata/tasks say why.');
        this.#told++;
    }
    /** A task's record with its attempts on Batch that brought nothing home. */
    withAttempts(record, hasCome) {
        const lost = [...this.#known.values()]
            .filter(({ id }) => (0,azure_batch_names/* taskOf */.Xb)(id).task === record.id && !hasCome(id))
            .map(attemptOf);
        if (lost.length === 0)
            return record;
        const attempts = [...lost, ...record.attempts].sort((a, b) => (a.start < b.start ? -1 : 1));
        return { ...record, attempts };
    }
    async #story(status, consequence, signal) {
        const { id, node } = status;
        const words = await this.#lastWords(id, signal);
        return [
            `The task ${id} failed${node === null ? '' : ` on node ${node}`}: ${causeOf(status)}.`,
            words === null ? '' : `It said: ${words}.`,
            `It held ${this.#held((0,azure_batch_names/* taskOf */.Xb)(id).task)}.`,
            consequence
        ]
            .filter(Boolean)
            .join(' ');
    }
    #held(task) {
        const partition = this.#manifest.plan.partitions.find((one) => one.task === task);
        const images = partition?.images ?? [];
        const named = images.slice(0, MOST_NAMED).map(({ path }) => path);
        return `${named.join(', ')}${images.length > named.length ? ` and ${images.length - named.length} more` : ''}`;
    }
    /** What a task printed on its standard error. That it cannot be had is no reason to end the run. */
    async #lastWords(batchTask, signal) {
        const container = this.#account.blobs.container(this.#manifest.name);
        try {
            const log = await container.get(`${azure_batch_names/* BLOBS */.df.logs(batchTask)}/stderr.txt`, signal);
            if (log === null)
                return null;
            let said = '';
            for await (const bytes of log.setEncoding('utf8'))
                said = `${said}${bytes}`.slice(-failed_tasks_TAIL);
            return said.trim() === '' ? null : (0,failure/* lastWords */.a)(said);
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
    reason: causeOf(status)
});

// EXTERNAL MODULE: ./build/backends/azure-batch/job/orders.js
var orders = __webpack_require__(5064);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/resubmit.js





/** Times that a partition is given to Azure anew after Azure lost it, beside `task-retries`, which are for our own faults. */
const MOST_AGAIN = 3;
/**
 * The tasks of a run that brought nothing home, and what is done about it: what Azure lost is added again, to the same
 * job while it lives, to one that follows it where it is done.
 */
class Rounds {
    #account;
    #manifest;
    #arrivals;
    #tell;
    #failed;
    #latest;
    /** Partitions that will not be read any more, and why. */
    #given = new Map();
    #round = 1;
    #since;
    #expected;
    #seenFailed = 0;
    constructor(account, manifest, arrivals, tell) {
        this.#account = account;
        this.#manifest = manifest;
        this.#arrivals = arrivals;
        this.#tell = tell;
        this.#failed = new FailedTasks(account, manifest, tell);
        this.#latest = new Map(manifest.plan.partitions.map(({ task }) => [task, 1]));
        this.#since = new Date(manifest.submitted);
        this.#expected = manifest.plan.partitions.length;
    }
    /** The job that runs now. */
    get jobId() {
        return (0,azure_batch_names/* jobIdOf */.wb)(this.#manifest.name, this.#round);
    }
    /** When it was submitted. */
    get since() {
        return this.#since;
    }
    /** Whether all tasks of the job have ended, by its counts. */
    areOver({ active, running, succeeded, failed }) {
        return active + running === 0 && succeeded + failed >= this.#expected;
    }
    /** The counts of a job that has ended: its own lag behind, and may still say that its tasks run. */
    get lastCounts() {
        const failed = this.#seenFailed;
        return { active: 0, running: 0, succeeded: this.#expected - failed, failed };
    }
    /**
     * Looks whether more tasks have failed, tells of them, and adds again what Azure lost. They are listed only when there
     * are more of them.
     *
     * @returns whether a task was ended by other hands than its own: its job may be ending
     * @throws AzureProblem; the signal's reason
     */
    async look(counts, signal) {
        if (counts.failed <= this.#seenFailed)
            return false;
        const { all, fresh } = await this.#failed.list(this.jobId, signal);
        this.#seenFailed = all;
        await this.#addAgain(await this.#judgeAll(fresh, signal), signal);
        return fresh.some((status) => blameOf(status) === 'time');
    }
    /**
     * After the job's tasks have ended: whatever has no answer and is not given up is given to Azure anew.
     *
     * @returns whether there is more to follow
     * @throws AzureProblem; the signal's reason
     */
    async settle(signal) {
        const { fresh } = await this.#failed.list(this.jobId, signal);
        return await this.#addAgain([...(await this.#judgeAll(fresh, signal)), ...this.#unheard()], signal);
    }
    /**
     * Why images have no row, by their paths.
     *
     * @param problem what ended the run early, in sentences; null where nothing did
     */
    unanswered(problem) {
        const early = problem === null ? null : `the run ended before its task did (${firstSentence(problem)})`;
        const why = new Map();
        for (const { task, images } of this.#manifest.plan.partitions) {
            const reason = this.#given.get(task) ?? early;
            if (reason !== null)
                for (const { path } of images)
                    why.set(path, reason);
        }
        return why;
    }
    /** A task's record with the attempts that brought nothing home. */
    withFaults(record) {
        return this.#failed.withAttempts(record, (batchTask) => this.#arrivals.hasCome(batchTask));
    }
    async #judgeAll(fresh, signal) {
        const again = [];
        for (const status of fresh) {
            const next = this.#judge(status);
            if (next !== null)
                again.push(next);
            const consequence = next === null ? '' : 'That was a fault of the platform, so it is read again.';
            await this.#failed.tell(status, consequence, signal);
        }
        return again;
    }
    /** Whether a failed task is worth another attempt; where not, its images are given up. */
    #judge(status) {
        const { task, attempt } = (0,azure_batch_names/* taskOf */.Xb)(status.id);
        if (this.#arrivals.isAnswered(task))
            return null;
        const blame = blameOf(status);
        if (blame === 'platform' && attempt <= MOST_AGAIN)
            return { task, attempt: attempt + 1 };
        const limit = blame === 'time' ? ' (see task-timeout and job-timeout)' : '';
        this.#given.set(task, `its task failed on ${status.node ?? 'no node'}: ${causeOf(status)}${limit}`);
        return null;
    }
    /** Partitions without an answer of which nothing bad is known: their archive was lost or damaged. */
    #unheard() {
        return [...this.#latest].flatMap(([task, attempt]) => {
            if (this.#arrivals.isAnswered(task) || this.#given.has(task))
                return [];
            const id = (0,azure_batch_names/* batchTaskId */.pj)(task, attempt);
            if (this.#failed.has(id) && attempt <= MOST_AGAIN)
                return [];
            const why = this.#arrivals.damageOf(id) ?? 'its results were lost on Azure';
            if (attempt > MOST_AGAIN) {
                this.#given.set(task, why);
                return [];
            }
            this.#tell(`The task ${id} brought no results that can be used: ${why}. It is read again.`);
            return [{ task, attempt: attempt + 1 }];
        });
    }
    /** @returns whether there was anything to add */
    async #addAgain(again, signal) {
        const due = again.filter(({ task, attempt }) => (this.#latest.get(task) ?? 0) < attempt);
        if (due.length === 0)
            return false;
        const container = this.#account.blobs.container(this.#manifest.name);
        const tasks = await Promise.all(due.map(({ task, attempt }) => (0,orders/* batchTask */.O)(container, this.#manifest, task, attempt, signal)));
        for (const { task, attempt } of due)
            this.#latest.set(task, attempt);
        const rest = await this.#notTaken(tasks, signal);
        this.#expected += tasks.length - rest.length;
        if (rest.length > 0)
            await this.#nextJob(rest, signal);
        return true;
    }
    /** What the job before does not take any more goes to one that follows it. */
    async #nextJob(tasks, signal) {
        this.#round++;
        this.#since = new Date();
        this.#expected = tasks.length;
        this.#seenFailed = 0;
        const { service } = this.#account;
        await service.addJob((0,orders/* jobOrder */.S)(this.#manifest, this.#round, tasks.length), signal);
        await this.#notTaken(tasks, signal);
        await service.endWhenDone(this.jobId, signal);
    }
    /**
     * Adds tasks to the job.
     *
     * @returns those that it does not take, since it is done. Another follower may have added them before us
     * @throws AzureProblem, that the job was cut short among them
     */
    async #notTaken(tasks, signal) {
        const { service } = this.#account;
        try {
            await service.addTasks(this.jobId, tasks, signal);
            return [];
        }
        catch (refusal) {
            await (0,job_end/* assertDone */.bE)(service, this.jobId, this.#manifest.jobTimeout, refusal, signal);
            const there = new Set((await service.tasks(this.jobId, 'all', signal)).map(({ id }) => id));
            return tasks.filter(({ id }) => !there.has(id));
        }
    }
}
const firstSentence = (text) => (text.split(/\.(?: |$)/)[0] ?? text).trim();

;// CONCATENATED MODULE: ./build/backends/azure-batch/job/job.js









/** Why following ended: the user asked for it. */
class Cancelled extends Error {
    constructor() {
        super('the run was cancelled');
    }
}
/** How long a cancelled job's last words and its removal may take, in milliseconds. */
const LEAVING = 4000;
const REMOVING = 120_000;
/** A run on Azure that is followed, by whoever submitted it or by another process. */
class AzureJob {
    id;
    #with;
    #events = new event_queue/* EventQueue */.C();
    #stop = new AbortController();
    #arrivals;
    #rounds;
    #done;
    #problem = null;
    constructor(following) {
        const { account, manifest, folder } = following;
        this.#with = following;
        this.id = manifest.name;
        this.#arrivals = new Arrivals(account.blobs.container(manifest.name), manifest, folder);
        this.#rounds = new Rounds(account, manifest, this.#arrivals, (sentence) => this.#tell(sentence));
        this.#done = this.#run();
    }
    follow() {
        return this.#events;
    }
    async cancel() {
        if (!this.#stop.signal.aborted) {
            this.#stop.abort(new Cancelled());
            await this.#endJob(AbortSignal.timeout(LEAVING));
        }
        await this.#done;
    }
    async results() {
        await this.#done;
        return {
            nodes: this.#arrivals.nodes,
            tasks: this.#taskRecords(),
            unanswered: this.#rounds.unanswered(this.#problem),
            problem: this.#problem
        };
    }
    async close() {
        const { account, manifest } = this.#with;
        // Not for long once the job is cancelled, be it while we remove.
        const limit = AbortSignal.any([
            AbortSignal.timeout(REMOVING),
            (0,abort/* later */.NU)(this.#stop.signal, LEAVING)
        ]);
        try {
            await (0,remove/* removeRun */.s)(account, manifest.name, limit);
            return null;
        }
        catch (error) {
            return `Not all of ${manifest.name} could be removed from Azure (${error.message}); the job is asked to end, and \`sweep\` removes the rest.`;
        }
    }
    async #run() {
        const { signal } = this.#stop;
        try {
            if (this.#with.manifest.plan.partitions.length > 0)
                await this.#follow(signal);
            this.#events.end();
        }
        catch (error) {
            if (!signal.aborted)
                await this.#endJob(AbortSignal.timeout(REMOVING));
            const isTold = signal.aborted || error instanceof problem/* AzureProblem */.J;
            if (isTold)
                await this.#lastArrivals();
            if (error instanceof problem/* AzureProblem */.J && !signal.aborted && !this.#isWhole())
                this.#problem = error.message;
            this.#events.end(isTold ? undefined : error);
        }
    }
    /** Whether every image has a row: whatever is wrong with the job is of no interest then. */
    #isWhole() {
        return this.#with.manifest.plan.partitions.every(({ task }) => this.#arrivals.isAnswered(task));
    }
    async #follow(signal) {
        const follower = new Follower({
            ...this.#with,
            arrivals: this.#arrivals,
            rounds: this.#rounds,
            tell: (sentence) => this.#tell(sentence),
            note: (sentence) => this.#tell(sentence, false),
            tellArrival: (arrival) => this.#tellArrival(arrival),
            tellStanding: (tasks, nodes) => this.#tellStanding(tasks, nodes)
        });
        await follower.toTheEnd(signal);
    }
    async #endJob(signal) {
        if (this.#with.keepsRunning)
            return;
        const { service } = this.#with.account;
        // What cannot be said now is said by `post`, or by the job's own time limit.
        await service.terminateJob(this.#rounds.jobId, remove/* REASON */.r, signal).catch(() => { });
    }
    /** What finished before the end came is kept, as far as it can be had soon. */
    async #lastArrivals() {
        const signal = AbortSignal.timeout(this.#stop.signal.aborted ? LEAVING : REMOVING);
        await this.#arrivals.fetchAll((arrival) => this.#tellArrival(arrival), signal).catch(() => { });
    }
    #tell(sentence, warning = true) {
        this.#events.push({ kind: 'message', sentence, warning });
    }
    #tellStanding(tasks, nodes) {
        const { active, running, succeeded, failed } = tasks;
        this.#events.push({
            kind: 'status',
            status: {
                nodes: sumOf(nodes),
                tasks: { waiting: active, running, ended: succeeded + failed }
            }
        });
    }
    #tellArrival({ task, node, rows }) {
        const { id, slot } = task;
        this.#events.push({ kind: 'task-started', task: id, node, slot });
        for (const row of rows)
            this.#events.push({ kind: 'row', row });
        this.#events.push({ kind: 'task-ended', task });
    }
    /** A record for every task of the plan, also of those that never came home. */
    #taskRecords() {
        return this.#with.manifest.plan.partitions
            .map(({ task, images, bytes, estimatedSeconds }) => this.#arrivals.tasks.get(task) ?? {
            id: task,
            partition: { images: images.map(({ path }) => path), bytes, estimatedSeconds },
            node: null,
            slot: null,
            attempts: [],
            seconds: 0,
            counts: (0,totals/* countsOf */.mQ)([])
        })
            .map((record) => this.#rounds.withFaults(record))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
    }
}


/***/ }),

/***/ 16416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ planDigest),
/* harmony export */   Gw: () => (/* binding */ taskImageOf),
/* harmony export */   bg: () => (/* binding */ manifestPlan),
/* harmony export */   rc: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
/* harmony import */ var _results_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40399);
/* harmony import */ var _results_row_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16069);




const whole = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf());
/** What the header of an image said where the job was submitted. */
const headerSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .custom */ .IeY((value) => typeof value === 'object' && value !== null);
const imageSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    path: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    bytes: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    identity: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    header: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(headerSchema),
    keys: valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()))
});
const poolOrderSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    vmSize: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    image: valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        publisher: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        offer: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        sku: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        nodeAgent: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    }),
    slots: whole,
    size: valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
        valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ dedicated: whole, spot: whole }),
        valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ formula: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), everyMinutes: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() })
    ]),
    startTask: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ commandLine: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), retries: whole })),
    metadata: valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
});
/**
 * What a run is, as a blob beside its archives: whoever may open the container can follow the run to its end and finish
 * it. Nothing in it is secret.
 */
const manifestSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    version: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    origin: _results_records_js__WEBPACK_IMPORTED_MODULE_1__/* .originSchema */ .ID,
    /** ISO 8601, in UTC. */
    submitted: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Where its tasks run. */
    pool: valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
        valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
        valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ofJob: poolOrderSchema, prefix: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })
    ]),
    nodes: whole,
    vmSize: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    nodeIdentity: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    taskRetries: whole,
    /** In minutes, both. */
    taskTimeout: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    jobTimeout: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    /** Rows that no task has to make. */
    known: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_results_row_js__WEBPACK_IMPORTED_MODULE_2__/* .rowSchema */ .M1),
    plan: valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        slots: whole,
        estimatedSeconds: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
        estimatedWallSeconds: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
        partitions: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
            task: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
            bytes: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
            estimatedSeconds: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
            images: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(imageSchema)
        }))
    })
});
/** A plan as a manifest holds it. */
const manifestPlan = (plan, images) => ({
    ...plan,
    partitions: plan.partitions.map(({ task, bytes, estimatedSeconds, images: own }) => ({
        task,
        bytes,
        estimatedSeconds,
        images: own.map(({ path, bytes, identity, header }) => ({
            path,
            bytes,
            identity,
            header,
            keys: images.get(path)?.keys ?? {}
        }))
    }))
});
/** An image of a manifest as the rest of the product knows images; its file stayed where the job was submitted. */
const taskImageOf = (image) => ({
    ...image,
    file: '',
    problem: null,
    key: null
});
/** What tells one plan from another: which images are read in which task, and how. */
const planDigest = ({ plan, origin }) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
    .update(JSON.stringify([origin.settings, plan.partitions]))
    .digest('hex')
    .slice(0, 32);


/***/ }),

/***/ 5064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ batchTask),
/* harmony export */   S: () => (/* binding */ jobOrder)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95613);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16416);


/**
 * The job of a run's round. Its metadata say which plan it runs.
 *
 * @param tasks how many it will have: the pool of a later round, which reads what is left, is no larger than it needs
 */
const jobOrder = (manifest, round, tasks) => ({
    id: (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .jobIdOf */ .wb)(manifest.name, round),
    pool: round === 1 ? manifest.pool : enoughFor(tasks, manifest.pool),
    maxMinutes: manifest.jobTimeout,
    metadata: {
        'batch-ocr': 'run',
        run: manifest.origin.id,
        plan: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .planDigest */ .Gb)(manifest),
        ...(manifest.origin.repository === null ? {} : { repository: manifest.origin.repository })
    }
});
/** A pool that is ours, with no more nodes than so many tasks fill; dedicated ones first, since spot nodes go away. */
function enoughFor(tasks, pool) {
    if ('id' in pool || 'formula' in pool.ofJob.size)
        return pool;
    const { slots, size } = pool.ofJob;
    const nodes = Math.ceil(tasks / slots);
    const dedicated = Math.min(size.dedicated, nodes);
    const spot = Math.min(size.spot, nodes - dedicated);
    return { ...pool, ofJob: { ...pool.ofJob, size: { dedicated, spot } } };
}
/** Minutes that rights in blobs outlive the job: its end takes a while, and clocks differ. */
const MARGIN = 60;
const MINUTE = 60_000;
/** Where its results go when a task has ended, however it ended. */
const RESULTS = 'results.tar';
/**
 * A partition's task for Batch. Rights stand in its files alone, where the service needs them: to read two blobs, to
 * write into the container; none where the pool's own identity opens it.
 */
async function batchTask(container, manifest, task, attempt, signal) {
    const { nodeIdentity: identity, jobTimeout, taskTimeout, taskRetries } = manifest;
    const until = new Date(Date.now() + (jobTimeout + MARGIN) * MINUTE);
    const id = (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .batchTaskId */ .pj)(task, attempt);
    const source = (blob) => identity === null ? container.readUrl(blob, until, signal) : `${container.url}/${blob}`;
    const containerUrl = identity === null ? await container.writeUrl(until, signal) : container.url;
    const target = { containerUrl, identity };
    return {
        id,
        // A shell finds Node.js on the path, and makes room for it: signals reach our program itself.
        commandLine: `/bin/bash -c 'exec node ${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOBS */ .df.program} order.tar ${RESULTS}'`,
        environment: {},
        resourceFiles: [
            { url: await source(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOBS */ .df.program), path: _names_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOBS */ .df.program, identity },
            { url: await source(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOBS */ .df.order(task)), path: 'order.tar', identity }
        ],
        outputFiles: [
            { ...target, pattern: RESULTS, path: _names_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOBS */ .df.results(id), when: 'ended' },
            { ...target, pattern: '../std*.txt', path: _names_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOBS */ .df.logs(id), when: 'failed' }
        ],
        maxMinutes: taskTimeout,
        retries: taskRetries
    };
}


/***/ }),

/***/ 29416:
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

/***/ 80265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ REASON),
/* harmony export */   s: () => (/* binding */ removeRun)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95613);

/**
 * Ends and removes all that a run has on Azure: its jobs, with them their own pools, and its container. What is gone
 * already is as good; each is tried, whatever becomes of the others.
 *
 * @param name of the run
 * @throws the first AzureProblem; the signal's reason
 */
async function removeRun(account, name, signal) {
    const { service, blobs } = account;
    const removals = await Promise.allSettled([
        // The first job's id is known: it is asked to stop before anything else is asked.
        endJob(service, name, signal),
        endFollowers(service, name, signal),
        blobs.container(name).remove(signal)
    ]);
    for (const removal of removals)
        if (removal.status === 'rejected')
            throw removal.reason;
}
/** Ends the jobs of later rounds. */
async function endFollowers(service, name, signal) {
    const found = await service.jobs(name, signal);
    const others = found.filter(({ id }) => id !== name && (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isJobOf */ .zf)(name, id));
    const ends = await Promise.allSettled(others.map(({ id }) => endJob(service, id, signal)));
    for (const end of ends)
        if (end.status === 'rejected')
            throw end.reason;
}
async function endJob(service, id, signal) {
    // Its end shows our reason and stops its tasks soon; where it fails, the deletion ends the job as well.
    await service.terminateJob(id, REASON, signal).catch(() => { });
    await service.deleteJob(id, signal);
}
/** What the service shows as the reason of a job that we ended. */
const REASON = 'batch-ocr: ended by its run';


/***/ }),

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

/***/ 34921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  azureAccount: () => (/* binding */ azureAccount),
  azureName: () => (/* binding */ azureName),
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
// EXTERNAL MODULE: ./build/settings/settings.js + 1 modules
var settings_settings = __webpack_require__(44706);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
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
var problem = __webpack_require__(90262);
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
var remedies = __webpack_require__(45377);
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
var batch = __webpack_require__(23949);
// EXTERNAL MODULE: ./build/settings/parse-azure.js
var parse_azure = __webpack_require__(67653);
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
        const { AzureCliCredential } = await __webpack_require__.e(/* import() */ 952).then(__webpack_require__.bind(__webpack_require__, 23952));
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
        const { ClientSecretCredential } = await __webpack_require__.e(/* import() */ 952).then(__webpack_require__.bind(__webpack_require__, 23952));
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
        const { ClientAssertionCredential } = await __webpack_require__.e(/* import() */ 952).then(__webpack_require__.bind(__webpack_require__, 23952));
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
function token_cache_tokenCache(ask, now = Date.now) {
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
var esm = __webpack_require__(70728);
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
var external_node_stream_ = __webpack_require__(57075);
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
    return { kind: 'token', token: token_cache_tokenCache(asking(way, edges)) };
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

// EXTERNAL MODULE: ./build/backends/azure-batch/job/job.js + 7 modules
var job = __webpack_require__(50791);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/manifest.js
var manifest = __webpack_require__(16416);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/poll.js
var poll = __webpack_require__(29416);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/task/order.js


const when = dist/* picklist */.KIO(['auto', 'always', 'never']);
/** What a task reads, and how: what is known of it before anyone knows where it will run. */
const asked = {
    task: dist/* string */.YjP(),
    estimatedSeconds: dist/* number */.aig(),
    images: dist/* array */.YOg(dist/* object */.Ikc({
        path: dist/* string */.YjP(),
        /** Null where the node, whose engine decides it, is to find the key itself. */
        key: dist/* nullable */.mee(dist/* string */.YjP()),
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
    })
};
/**
 * What a node is asked to do, as a file: one task with all that its images and its engine need. Paths are absolute or
 * relative to the file's folder.
 */
const taskOrderSchema = dist/* object */.Ikc({
    ...asked,
    node: dist/* string */.YjP(),
    slot: dist/* nullable */.mee(dist/* number */.aig()),
    attempt: dist/* number */.aig(),
    /** Folder that the images lie in, under their paths. */
    folder: dist/* string */.YjP(),
    /** Folder for rows, texts and records. */
    results: dist/* string */.YjP()
});
/** The same as it travels in an archive: the node knows who it is, and the archive holds the images. */
const order_packedOrderSchema = dist/* object */.Ikc({
    ...asked,
    /** Size of the machine, as it was ordered; null where nobody knows it. */
    vmSize: dist/* nullable */.mee(dist/* string */.YjP())
});

// EXTERNAL MODULE: ./build/archive/names.js
var names = __webpack_require__(50485);
// EXTERNAL MODULE: ./build/archive/pack.js
var pack = __webpack_require__(70364);
// EXTERNAL MODULE: ./build/archive/unpack.js
var archive_unpack = __webpack_require__(81343);
;// CONCATENATED MODULE: ./build/archive/task-archive.js









/**
 * Writes the one archive that brings a partition to its node: the order, then the images by their number. Their keys
 * stay behind, since another engine reads there. An image that is gone by now is not in it, and gets its row there like
 * any other that cannot be opened.
 *
 * @throws ArchiveProblem where the archive cannot be written; the signal's reason
 */
async function taskArchive(archive, task, signal) {
    await (0,pack/* pack */.q)(archive, contents(task), signal);
}
async function* contents(task) {
    const images = task.images.map(({ path, keys }) => ({ path, key: null, keys }));
    // The schema takes what a node needs of the settings, and leaves the rest, keys of accounts among it, behind.
    const order = dist/* parse */.qgA(order_packedOrderSchema, { ...task, images });
    yield { name: names/* ORDER_NAME */.PS, content: Buffer.from(JSON.stringify(order)) };
    for (const [index, { file }] of task.images.entries()) {
        const content = await opened(file);
        if (content)
            yield { name: (0,names/* imageName */.tO)(index + 1), content };
    }
}
/** Whatever is no file, such as a pipe that nobody fills, stays here like one that is gone: reading it might never end. */
async function opened(file) {
    const handle = await (0,external_node_fs_promises_.open)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK).catch(() => null);
    if (handle === null || (await handle.stat()).isFile())
        return handle;
    await handle.close();
    return null;
}
/**
 * Unpacks a task's archive on the node that runs it.
 *
 * @param home a folder for the images
 * @throws ArchiveProblem where there is none, or it is no whole archive of a task; the signal's reason
 */
async function openTaskArchive(archive, home, signal) {
    const awaited = (name) => name === ORDER_NAME || isImageName(name);
    try {
        await unpack(createReadStream(archive), (name) => (awaited(name) ? join(home, name) : null), signal);
        const order = v.parse(packedOrderSchema, JSON.parse(await readFile(join(home, ORDER_NAME), 'utf8')));
        return { order, fileOf: (index) => join(home, imageName(index + 1)) };
    }
    catch (error) {
        signal.throwIfAborted();
        throw new ArchiveProblem(`${archive} brings no task that can be run: ${printable(error.message)}`, { cause: error });
    }
}

// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(28414);
// EXTERNAL MODULE: ./build/backends/azure-batch/names.js + 1 modules
var azure_batch_names = __webpack_require__(95613);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/job-end.js
var job_end = __webpack_require__(42030);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/remove.js
var remove = __webpack_require__(80265);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/adopt.js








/** How long a job that is on its way out is waited for, and how often it is looked at, in milliseconds. */
const adopt_PATIENCE = 180_000;
const LOOK_EVERY = 2000;
/**
 * Looks for a job that the same run left, and clears what this one cannot go on with: a job of another plan, one that
 * was ended early, one that is being deleted. Two jobs of one run never run beside each other.
 *
 * @returns `whole` where all its tasks are there already; `begun` where it is to be completed; null where there is none
 * @throws AzureProblem where an old job does not go away; the signal's reason
 */
async function adoptable(account, job, signal) {
    const found = await account.service.job(job.id, signal);
    if (found === null) {
        await clearContainer(account, job, signal);
        return null;
    }
    const same = found.metadata['plan'] === job.metadata['plan'];
    if (same && found.state === 'active')
        return 'begun';
    if (same && (0,job_end/* isDone */.$L)(found))
        return 'whole';
    await (0,remove/* removeRun */.s)(account, job.id, signal);
    const giveUp = Date.now() + adopt_PATIENCE;
    while ((await account.service.job(job.id, signal)) !== null) {
        if (Date.now() > giveUp) {
            throw new problem/* AzureProblem */.J('conflict', 'JobBeingDeleted', `The job ${job.id} of an earlier attempt is being deleted and does not go away. Run again in some minutes.`);
        }
        await (0,promises_.setTimeout)(LOOK_EVERY, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
    return null;
}
/** Results that a run of another plan left are none of ours: its container goes, where its job has gone already. */
async function clearContainer({ blobs }, job, signal) {
    const container = blobs.container(job.id);
    const left = await planIn(container, signal);
    if (left === null || left === job.metadata['plan'])
        return;
    await container.remove(signal);
}
/** The plan of the run whose container it is; null where there is none. */
async function planIn(container, signal) {
    try {
        const blob = await container.get(azure_batch_names/* BLOBS */.df.manifest, signal);
        if (blob === null)
            return null;
        const left = dist/* safeParse */.xLC(manifest/* manifestSchema */.rc, JSON.parse(await (0,consumers_.text)(blob)));
        return left.success ? (0,manifest/* planDigest */.Gb)(left.output) : 'of another version';
    }
    catch (error) {
        if (error instanceof problem/* AzureProblem */.J && error.code === 'ContainerNotFound')
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/backends/azure-batch/job/orders.js
var orders = __webpack_require__(5064);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/submit.js











/** Archives on their way at a time. */
const submit_AT_ONCE = 4;
/** Tasks that Batch takes in one call. */
const TASKS_A_CALL = 100;
/** How long whoever gave up cleans up behind itself, in milliseconds; a step that is cancelled has little time. */
const CLEANING = 60_000;
const LEAVING = 8000;
/** How long a job that is being added is waited for by whoever gave up, in milliseconds. */
const LAST_WORD = 3000;
/**
 * Brings a run to Azure: container, job, archives, tasks, in this order, so that the pool's nodes start while archives
 * still travel. What an interrupted submission of the same run left is taken up; what another plan left is replaced.
 *
 * @param nodeProgram absolute path of the program that runs on nodes
 * @throws AzureProblem, ArchiveProblem, or the signal's reason; nothing of the run is left on Azure then
 */
async function submit_submit(account, manifest, order, nodeProgram, signal) {
    const job = (0,orders/* jobOrder */.S)(manifest, 1, manifest.plan.partitions.length);
    const found = await adoptable(account, job, signal);
    if (found === 'whole')
        return;
    try {
        const container = account.blobs.container(manifest.name);
        await container.create({ run: manifest.origin.id }, signal);
        // A job that is added behind our back would run for hours: whoever leaves waits a little for what it has asked for.
        await addJob(account, job, manifest.jobTimeout, (0,abort/* later */.NU)(signal, LAST_WORD));
        signal.throwIfAborted();
        await container.putBytes(azure_batch_names/* BLOBS */.df.program, await (0,external_node_fs_promises_.readFile)(nodeProgram), signal);
        await container.putBytes(azure_batch_names/* BLOBS */.df.manifest, Buffer.from(JSON.stringify(manifest)), signal);
        await sendTasks(account, manifest, order, signal).catch((refusal) => (0,job_end/* assertDone */.bE)(account.service, job.id, manifest.jobTimeout, refusal, signal));
        await account.service.endWhenDone(job.id, signal);
    }
    catch (error) {
        // What somebody else runs is not ours to remove.
        if (error instanceof SomebodyElses)
            throw error;
        const limit = AbortSignal.timeout(signal.aborted ? LEAVING : CLEANING);
        await (0,remove/* removeRun */.s)(account, manifest.name, limit).catch(() => { });
        throw error;
    }
}
/** The job of this very run belongs to another runner. */
class SomebodyElses extends problem/* AzureProblem */.J {
}
async function addJob({ service }, job, jobTimeout, signal) {
    if ((await service.addJob(job, signal)) === 'added')
        return;
    const status = await service.job(job.id, signal);
    if (status?.metadata['plan'] === job.metadata['plan']) {
        const early = (0,job_end/* earlyEnd */.xQ)(job.id, status, jobTimeout);
        if (early === null)
            return;
        throw new problem/* AzureProblem */.J('conflict', 'JobExists', early);
    }
    throw new SomebodyElses('conflict', 'JobExists', `Somebody else runs the job ${job.id} of this very run (it is ${status?.state ?? 'gone'}). Wait until it has ended, or end it: cancel its handle, or az batch job delete --job-id ${job.id}`);
}
/** Packs and uploads each partition, the longest first, and adds their tasks a hundred at a time. */
async function sendTasks({ service, blobs }, manifest, order, signal) {
    const container = blobs.container(manifest.name);
    const home = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'batch-ocr-'));
    const jobId = (0,azure_batch_names/* jobIdOf */.wb)(manifest.name, 1);
    const ready = [];
    const flush = async () => {
        const tasks = ready.splice(0, TASKS_A_CALL);
        if (tasks.length > 0)
            await service.addTasks(jobId, tasks, signal);
    };
    const queue = [...manifest.plan.partitions];
    const send = async (partition) => {
        await sendArchive(container, partition, manifest, order, home, signal);
        ready.push(await (0,orders/* batchTask */.O)(container, manifest, partition.task, 1, signal));
        if (ready.length >= TASKS_A_CALL)
            await flush();
    };
    const sender = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift())
            await send(next).catch((error) => {
                queue.length = 0;
                throw error;
            });
    };
    try {
        const senders = await Promise.allSettled(Array.from({ length: submit_AT_ONCE }, sender));
        for (const sent of senders)
            if (sent.status === 'rejected')
                throw sent.reason;
        await flush();
    }
    finally {
        await (0,external_node_fs_promises_.rm)(home, { recursive: true, force: true });
    }
}
async function sendArchive(container, { task, estimatedSeconds, images }, manifest, { images: known, settings, imageTimeout }, home, signal) {
    const file = (0,external_node_path_.join)(home, `${task}.tar`);
    const own = images.map(({ path }) => known.get(path)).filter((image) => image !== undefined);
    const { vmSize } = manifest;
    await taskArchive(file, { task, estimatedSeconds, images: own, settings, imageTimeout, vmSize }, signal);
    await container.putFile(azure_batch_names/* BLOBS */.df.order(task), file, signal);
    await (0,external_node_fs_promises_.rm)(file);
}

;// CONCATENATED MODULE: ./build/backends/azure-batch/backend.js




/** The least work worth a task of its own, in seconds: a task's archives, start and engine take some three. */
const LEAST_SECONDS = 15;
/** The backend that reads on nodes of Azure Batch. */
const azureBackend = (place) => ({
    name: 'azure-batch',
    start: (order, signal) => startAzureJob(place, order, signal)
});
async function startAzureJob(place, order, signal) {
    const manifest = await submitAzureJob(place, order, signal);
    const { account, pace = poll/* PACE */.K } = place;
    return new job/* AzureJob */.r({ account, manifest, folder: order.folder, pace });
}
/**
 * Brings a job to Azure without following it.
 *
 * @throws as `submit` does
 */
async function submitAzureJob(place, order, signal) {
    const manifest = manifestOf(place, order);
    // A job without a task would never end by itself.
    if (manifest.plan.partitions.length > 0)
        await submit_submit(place.account, manifest, order, place.nodeProgram, signal);
    return manifest;
}
/** What a run is, for whoever follows it. */
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
        plan: (0,manifest/* manifestPlan */.bg)(order.plan, order.images)
    };
}

// EXTERNAL MODULE: ./build/backends/azure-batch/pool/start-task.js
var start_task = __webpack_require__(5412);
// EXTERNAL MODULE: ./build/backends/azure-batch/pool/vm.js
var vm = __webpack_require__(4743);
;// CONCATENATED MODULE: ./build/backends/azure-batch/pool/choose.js




/** A start task that fails runs so often again: apt's servers are not always there. */
const START_TASK_RETRIES = 2;
/** How the pool of a job is called; Batch takes at most 20 characters, and adds an id of its own. */
const POOL_PREFIX = `${azure_batch_names/* OURS */.o6}run-`;
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
        throw new problem/* AzureProblem */.J('not-found', 'PoolNotFound', `The pool ${settings.pool} ${state}. Make it with \`pool create ${settings.pool}\`, or leave \`pool\` empty: then a pool lives and dies with the job.`);
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
    throw new problem/* AzureProblem */.J('bad-request', '', `The pool ${pool.id} does not carry the identity ${identity} that \`node-identity\` names, so its nodes could not reach the storage. Give it to the pool (az batch pool create, or the portal), or leave \`node-identity\` empty.`);
}
async function poolOfJob(service, settings, signal) {
    const image = (0,vm/* imageOf */.dT)(settings.vmImage, await service.supportedImages(signal));
    const slots = (0,vm/* slotsOf */.nK)(settings);
    const warning = (0,vm/* endOfSupportWarning */.mR)(image, new Date());
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
                startTask: { commandLine: (0,start_task/* startTaskCommand */.p)(languages), retries: START_TASK_RETRIES },
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
const azureName = (settings, environment) => (0,azure_batch_names/* runName */.rt)(environment.repository, environment.runId, JSON.stringify([environment.env['GITHUB_JOB'] ?? '', (0,settings_settings/* settingsRecord */.t2)(settings)]));
/**
 * Opens the accounts that the settings name; nothing is asked of them yet.
 *
 * @throws SettingsError where they name none
 */
function azureAccount(settings, environment) {
    const { batchEndpoint, storageEndpoint } = settings;
    if (batchEndpoint === null || storageEndpoint === null) {
        throw new settings_settings/* SettingsError */.GN([
            'Inputs `batch-endpoint` and `storage-endpoint` name the accounts to use; at least one is empty.'
        ]);
    }
    return openAccount({ ...settings, batchEndpoint, storageEndpoint }, environment);
}
/** Azure Batch: what keeps the account from running our job is found out before a cent is spent. */
const azurePlace = {
    phase: 'Account',
    ready: async ({ settings, environment, folder, listener, signal }) => {
        const account = azureAccount(settings, environment);
        const chosen = await choosePool(account.service, settings, signal);
        for (const warning of chosen.warnings)
            listener.warn(warning);
        const whose = 'id' in chosen.pool ? `in the pool ${chosen.pool.id}` : 'in a pool that ends with the job';
        listener.say(`${(0,lib_text/* count */.U9)(chosen.nodes, 'node')} ${chosen.vmSize} with ${(0,lib_text/* count */.U9)(chosen.slots, 'slot')} each, ${whose}.`);
        const { nodeIdentity, taskRetries, taskTimeout, jobTimeout } = settings;
        const place = {
            account,
            name: azureName(settings, environment),
            chosen,
            limits: { nodeIdentity, taskRetries, taskTimeout, jobTimeout },
            nodeProgram: environment.nodeProgram
        };
        return {
            backend: azureBackend(place),
            submit: (order, signal) => submitAzureJob(place, order, signal),
            slots: chosen.nodes * chosen.slots,
            leastSeconds: LEAST_SECONDS,
            fingerprint: earlierFingerprint(folder, settings),
            nodes: chosen.nodes
        };
    }
};
/** Nodes are taken for what they were in the run before: same image, same programs. Null where they differed, or none is known. */
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


/***/ })

};
