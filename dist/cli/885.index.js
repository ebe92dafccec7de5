export const id = 885;
export const ids = [885,377];
export const modules = {

/***/ 485:
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
/* harmony import */ var _results_records_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(399);

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

/***/ 364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ END_NAME),
/* harmony export */   q: () => (/* binding */ pack)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6118);
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

/***/ 1343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ unpack)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6118);
/* harmony import */ var _pack_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(364);
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

/***/ 7885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LEAST_SECONDS: () => (/* binding */ LEAST_SECONDS),
  azureBackend: () => (/* binding */ azureBackend),
  submitAzureJob: () => (/* binding */ submitAzureJob)
});

// EXTERNAL MODULE: ./build/backends/azure-batch/job/job.js + 6 modules
var job = __webpack_require__(5458);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/manifest.js
var manifest = __webpack_require__(6416);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/poll.js
var poll = __webpack_require__(9416);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/results/records.js
var records = __webpack_require__(399);
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
var names = __webpack_require__(485);
// EXTERNAL MODULE: ./build/archive/pack.js
var pack = __webpack_require__(364);
// EXTERNAL MODULE: ./build/archive/unpack.js
var archive_unpack = __webpack_require__(1343);
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
    const handle = await (0,promises_.open)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK).catch(() => null);
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
var abort = __webpack_require__(8414);
// EXTERNAL MODULE: ./build/backends/azure-batch/names.js + 1 modules
var azure_batch_names = __webpack_require__(5613);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(262);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/job-end.js
var job_end = __webpack_require__(2030);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/remove.js
var remove = __webpack_require__(265);
;// CONCATENATED MODULE: ./build/backends/azure-batch/job/adopt.js








/** How long a job that is on its way out is waited for, and how often it is looked at, in milliseconds. */
const PATIENCE = 180_000;
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
    const giveUp = Date.now() + PATIENCE;
    while ((await account.service.job(job.id, signal)) !== null) {
        if (Date.now() > giveUp) {
            throw new problem/* AzureProblem */.J('conflict', 'JobBeingDeleted', `The job ${job.id} of an earlier attempt is being deleted and does not go away. Run again in some minutes.`);
        }
        await (0,external_node_timers_promises_.setTimeout)(LOOK_EVERY, undefined, { signal }).catch(() => signal.throwIfAborted());
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
const AT_ONCE = 4;
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
        await container.putBytes(azure_batch_names/* BLOBS */.df.program, await (0,promises_.readFile)(nodeProgram), signal);
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
    const home = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'batch-ocr-'));
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
        const senders = await Promise.allSettled(Array.from({ length: AT_ONCE }, sender));
        for (const sent of senders)
            if (sent.status === 'rejected')
                throw sent.reason;
        await flush();
    }
    finally {
        await (0,promises_.rm)(home, { recursive: true, force: true });
    }
}
async function sendArchive(container, { task, estimatedSeconds, images }, manifest, { images: known, settings, imageTimeout }, home, signal) {
    const file = (0,external_node_path_.join)(home, `${task}.tar`);
    const own = images.map(({ path }) => known.get(path)).filter((image) => image !== undefined);
    const { vmSize } = manifest;
    await taskArchive(file, { task, estimatedSeconds, images: own, settings, imageTimeout, vmSize }, signal);
    await container.putFile(azure_batch_names/* BLOBS */.df.order(task), file, signal);
    await (0,promises_.rm)(file);
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


/***/ }),

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

/***/ 2030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ isDone),
/* harmony export */   bE: () => (/* binding */ assertDone),
/* harmony export */   wD: () => (/* binding */ withCause),
/* harmony export */   xQ: () => (/* binding */ earlyEnd)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(262);


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

/***/ 5458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ AzureJob)
});

// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(8414);
// EXTERNAL MODULE: ./build/results/totals.js
var totals = __webpack_require__(1210);
// EXTERNAL MODULE: ./build/backends/event-queue.js
var event_queue = __webpack_require__(5926);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(262);
// EXTERNAL MODULE: ./build/archive/problem.js
var archive_problem = __webpack_require__(5878);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/results/folder.js
var results_folder = __webpack_require__(5673);
// EXTERNAL MODULE: ./build/results/records.js
var records = __webpack_require__(399);
// EXTERNAL MODULE: ./build/results/row.js
var results_row = __webpack_require__(6069);
// EXTERNAL MODULE: ./build/archive/names.js
var names = __webpack_require__(485);
// EXTERNAL MODULE: ./build/archive/unpack.js
var unpack = __webpack_require__(1343);
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
var azure_batch_names = __webpack_require__(5613);
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
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/job-end.js
var job_end = __webpack_require__(2030);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/node-watch.js
var node_watch = __webpack_require__(1267);
// EXTERNAL MODULE: ./build/backends/azure-batch/job/poll.js
var poll = __webpack_require__(9416);
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
            : new node_watch/* NodeWatch */.uY(account.service, manifest.nodes, since, named);
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
var remove = __webpack_require__(265);
// EXTERNAL MODULE: ./build/engine/failure.js
var failure = __webpack_require__(481);
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
const MOST_TOLD = 5;
/** Images of a failed task that are named. */
const MOST_NAMED = 3;
/** The end of what a failed task printed that is kept, in characters. */
const TAIL = 4000;
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
        if (this.#told < MOST_TOLD)
            this.#tell(await this.#story(status, consequence, signal));
        else if (this.#told === MOST_TOLD)
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
                said = `${said}${bytes}`.slice(-TAIL);
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
                nodes: (0,node_watch/* sumOf */.XN)(nodes),
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

/***/ 6416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ planDigest),
/* harmony export */   Gw: () => (/* binding */ taskImageOf),
/* harmony export */   bg: () => (/* binding */ manifestPlan),
/* harmony export */   rc: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _results_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(399);
/* harmony import */ var _results_row_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6069);




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

/***/ 5064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ batchTask),
/* harmony export */   S: () => (/* binding */ jobOrder)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5613);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6416);


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

/***/ 265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ REASON),
/* harmony export */   s: () => (/* binding */ removeRun)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5613);

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


/***/ })

};
