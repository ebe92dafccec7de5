export const id = 826;
export const ids = [826];
export const modules = {

/***/ 75926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ EventQueue)
/* harmony export */ });
/** An unbounded queue of events from any number of producers to one consumer. */
class EventQueue {
    #events = [];
    #ended = false;
    #error;
    #wake = () => { };
    push(event) {
        this.#events.push(event);
        this.#wake();
    }
    /** Ends the queue. An error is thrown to the consumer after the last event. */
    end(error) {
        this.#ended = true;
        this.#error = error;
        this.#wake();
    }
    async *[Symbol.asyncIterator]() {
        for (;;) {
            const batch = this.#events.splice(0);
            yield* batch;
            if (batch.length > 0)
                continue;
            if (this.#error !== undefined)
                throw this.#error;
            if (this.#ended)
                return;
            await new Promise((resolve) => {
                this.#wake = resolve;
            });
        }
    }
}


/***/ }),

/***/ 67949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pm: () => (/* binding */ openAdministration),
  QL: () => (/* binding */ openPlace),
  OR: () => (/* binding */ openRemotePlace)
});

// UNUSED EXPORTS: capacityOf

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings_settings = __webpack_require__(84663);
// EXTERNAL MODULE: ./build/engine/install.js
var install = __webpack_require__(34740);
// EXTERNAL MODULE: ./build/engine/tesseract/models.js
var models = __webpack_require__(52886);
// EXTERNAL MODULE: ./build/engine/toolbox.js
var engine_toolbox = __webpack_require__(24768);
;// CONCATENATED MODULE: ./build/engine/programs.js




/** A required program is not installed. The message says how to install it. */
class ProgramMissing extends Error {
}
/** A second round, because ImageMagick may be installed without a decoder that only then is found to be missing. */
const INSTALL_ROUNDS = 2;
/**
 * Checks that the programs that a run needs are installed, and with `install` installs those that are missing.
 *
 * @param images the requirements of the run's images
 * @param opened the toolbox before anything is installed
 * @throws ProgramMissing if Tesseract is missing; SettingsError if the model of a language is missing; InstallError if
 *   one of them cannot be installed
 */
async function readyToolbox(settings, images, opened, env, listener, signal) {
    const needs = { ...images, models: (0,models/* neededModels */.A)(settings) };
    let toolbox = await opened;
    for (let round = 1; settings.install && round <= INSTALL_ROUNDS; round++) {
        const missing = (0,install/* missingPackages */.K$)(toolbox, needs);
        if (missing.length === 0 || !(await programs_install(missing, env, listener, signal)))
            break;
        toolbox = await (0,engine_toolbox/* openToolbox */.Mv)(env, signal);
    }
    assertReady(toolbox, needs, settings, listener);
    return toolbox;
}
/**
 * Installs packages. If only some images need them, failing to install them is no more than a warning.
 *
 * @returns whether they are installed now
 * @throws InstallError if no image can be read without them
 */
async function programs_install(missing, env, listener, signal) {
    listener.say(`Installing ${missing.join(', ')}.`);
    try {
        await (0,install/* installMissing */.G4)(missing, env, signal, (text) => listener.output(text));
        return true;
    }
    catch (error) {
        if (!(error instanceof install/* InstallError */.sy) || missing.some(install/* isRequired */.gx))
            throw error;
        listener.warn(error.message);
        return false;
    }
}
function assertReady(toolbox, needs, settings, listener) {
    if (!toolbox.tesseract) {
        throw new ProgramMissing(`Tesseract is not installed, so no image can be read. Run with --install, or: ${(0,install/* remedy */.zL)((0,install/* missingPackages */.K$)(toolbox, needs))}`);
    }
    const missing = (0,install/* missingModels */.Ne)(toolbox, needs.models);
    if (missing.length > 0) {
        const input = needs.models === settings.languages ? 'languages' : 'page-segmentation-mode';
        const installed = toolbox.languages.join(', ') || 'none';
        throw new settings_settings/* SettingsError */.G([
            `Input \`${input}\` needs models of Tesseract that are not installed: ${missing.join(', ')} (installed: ${installed}). Run with --install, or: ${(0,install/* remedy */.zL)((0,install/* missingPackages */.K$)(toolbox, needs))}`
        ]);
    }
    if (!toolbox.imageMagick) {
        listener.warn(`ImageMagick is not installed: images that must be prepared will fail, and no image gets a second look. Run with --install, or: ${(0,install/* remedy */.zL)(['imagemagick'])}`);
    }
    const { tesseract, imageMagick } = toolbox;
    listener.say(`Tesseract ${tesseract.version} with ${needs.models.join(' + ')}, ${imageMagick ? `ImageMagick ${imageMagick.version}` : 'no ImageMagick'}.`);
}

// EXTERNAL MODULE: ./build/engine/fingerprint.js
var fingerprint = __webpack_require__(93687);
// EXTERNAL MODULE: ./build/engine/workspace.js
var engine_workspace = __webpack_require__(76954);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/lib/process.js
var process = __webpack_require__(98377);
// EXTERNAL MODULE: ./build/results/records.js
var records = __webpack_require__(40399);
// EXTERNAL MODULE: ./build/engine/failure.js
var engine_failure = __webpack_require__(10481);
;// CONCATENATED MODULE: ./build/engine/tesseract/tsv.js
/** Start of a word's row; the other levels are pages, blocks, paragraphs and lines. */
const WORD_LEVEL = '5\t';
/** The rows of one page, with another page number; `page` counts from 1. */
function rowsOfPage(table, page, renumbered) {
    const [before, after] = [`\t${page}`, `\t${renumbered}`];
    let kept = '';
    for (const line of table.split('\n')) {
        const level = line.indexOf('\t');
        const end = level + before.length;
        const isOfPage = level > 0 && line.startsWith(before, level) && (end === line.length || line[end] === '\t');
        if (isOfPage)
            kept += `${line.slice(0, level)}${after}${line.slice(end)}\n`;
    }
    return kept;
}
/** The words in rows of Tesseract's table, without those that are blank or have a negative confidence. */
function wordsOf(rows) {
    const words = [];
    for (const line of rows.split('\n')) {
        if (!line.startsWith(WORD_LEVEL))
            continue;
        const fields = line.split('\t');
        const confidence = Number(fields[10]);
        const text = fields.slice(11).join('\t').trim();
        if (text === '' || !(confidence >= 0))
            continue;
        words.push({
            text,
            confidence: Math.min(100, confidence),
            left: Number(fields[6]),
            top: Number(fields[7]),
            width: Number(fields[8]),
            height: Number(fields[9]),
            line: fields.slice(2, 5).join('.')
        });
    }
    return words;
}

;// CONCATENATED MODULE: ./build/engine/tesseract/recognition.js



/** The options as Tesseract's arguments. */
const readingArguments = (options) => [
    '-l',
    (0,models/* neededModels */.A)(options).join('+'),
    ...(options.pageSegmentationMode === null ? [] : ['--psm', String(options.pageSegmentationMode)]),
    ...(options.dpi === null ? [] : ['--dpi', String(options.dpi)])
];
/**
 * A page's reading from the output of a process.
 *
 * @param page the page's number in the table, from 1
 * @throws ImageFailure if the output is incomplete
 */
function pageReading(text, table, page, stderr) {
    const tsv = rowsOfPage(table, page, 1);
    const words = wordsOf(tsv);
    assertComplete(text, tsv);
    const estimate = /Estimating resolution as (\d+)/.exec(stderr)?.[1];
    return { text, tsv, words, estimatedDpi: estimate === undefined ? null : Number(estimate) };
}
/** Marks of writing direction appear in the text but not in the table. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/**
 * Tesseract exits with 0 even if the disk is full and its files are cut short. Text and table contain the same
 * letters, in scripts of either direction: if the last row of the table is incomplete, or the counts of letters differ,
 * output was lost.
 */
function assertComplete(text, tsv) {
    const rows = tsv.replace(/\n$/, '').split('\n');
    const last = rows.at(-1)?.split('\t') ?? [];
    const isCutShort = last.length !== 12 || !['1', '5'].includes(last[0] ?? '');
    const inTable = rows.flatMap((row) => (row.startsWith('5\t') ? row.split('\t').slice(11) : []));
    if (!isCutShort && letterCount(text.toString('utf8')) === letterCount(inTable.join('')))
        return;
    throw new engine_failure/* ImageFailure */.u('engine-failed', 'Tesseract could not write all of its result. Is the disk of the temporary folder full?');
}
const letterCount = (text) => text.replace(DIRECTION_MARKS, '').replace(/\s/g, '').length;
/** Messages of Tesseract and its image library for an image that cannot be read; the exit code may still be 0. */
const UNREADABLE = /Error in (pixRead|findFileFormat|fopenReadStream|freadHeader|pixaReadMem|pixReadMem)|cannot be read!|Error, cannot read input file|read fail at line|is not supported/;
/** The failure that Tesseract reports on standard error; null if it reports none. */
function failureIn(stderr) {
    const tooLarge = /Image too large: \((\d+), (\d+)\)/.exec(stderr);
    if (tooLarge) {
        return new engine_failure/* ImageFailure */.u('too-large', `Tesseract does not read images with a side of more than 32767 pixels; this one has ${tooLarge[1]} × ${tooLarge[2]}. Split it or scale it down.`);
    }
    if (UNREADABLE.test(stderr)) {
        return new engine_failure/* ImageFailure */.u('unreadable-image', `Tesseract could not read the image: ${(0,engine_failure/* lastWords */.a)(stderr)}.`);
    }
    const language = /Failed loading language '([^']+)'/.exec(stderr)?.[1];
    if (language !== undefined) {
        return new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract has no model for the language ${language}; install the model, or remove the language from \`languages\`.`);
    }
    if (/could not create|No space left/i.test(stderr)) {
        return new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract could not write its result: ${(0,engine_failure/* lastWords */.a)(stderr)}.`);
    }
    return null;
}

;// CONCATENATED MODULE: ./build/engine/tesseract/own-process.js






/**
 * Reads an image with a Tesseract process of its own: several pages at once, and all formats in one pass.
 *
 * The path of an image of one page is passed on standard input. If it were an argument, and the file were in a format
 * that Tesseract's image library does not recognize, Tesseract would take the file for a list of paths and read those.
 *
 * @throws ImageFailure if the image cannot be read; the signal's reason when it fires
 */
async function readByOwnProcess(image, formats, options, { toolbox, workspace, signal }) {
    const base = workspace.fresh('own');
    const wanted = [...new Set(['txt', 'tsv', ...formats])];
    const single = image.pages === 1;
    const args = [
        single ? '-' : image.path,
        base,
        ...readingArguments(options),
        ...(single ? ['-c', 'stream_filelist=true'] : []),
        ...wanted
    ];
    try {
        const ended = await (0,process/* run */.eF)(toolbox.tesseract?.path ?? 'tesseract', args, {
            env: toolbox.env,
            signal,
            ...(single ? { input: `${image.path}\n` } : {})
        });
        const failure = failureIn(ended.stderr);
        if (failure)
            throw failure;
        // Tesseract names a path if it took the file for a list: the image has changed since it was found.
        if (!single && /^Page \d+ : /m.test(ended.stderr))
            throw new engine_failure/* ImageFailure */.u('unreadable-image', 'The file was changed while it was read.');
        const isOrientationOnly = options.pageSegmentationMode === models/* ORIENTATION_ONLY */.E;
        if (isOrientationOnly && /Too few characters/.test(ended.stderr))
            return onePage(Buffer.alloc(0));
        if (ended.code !== 0)
            throw new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract failed (${ended.signal ?? `exit code ${ended.code}`}): ${(0,engine_failure/* lastWords */.a)(ended.stderr)}`);
        if (isOrientationOnly)
            return onePage((0,external_node_fs_.readFileSync)(`${base}.osd`));
        const files = Object.fromEntries(wanted.map((format) => [format, completeFile(base, format)]));
        return {
            pages: pagesOf(files.txt, files.tsv.toString('utf8'), ended.stderr, image.pages),
            files
        };
    }
    finally {
        for (const { extension } of [...Object.values(records/* FORMAT_FILES */.gE), { extension: '.osd' }])
            (0,external_node_fs_.rmSync)(`${base}${extension}`, { force: true });
    }
}
/** The result of detecting the orientation: Tesseract's report is the text, and there are no words. */
const onePage = (text) => ({
    pages: [{ text, tsv: '', words: [], estimatedDpi: null }],
    files: {}
});
/** How a complete file of a format ends; a file that was cut short by a full disk ends differently. */
const CLOSINGS = {
    hocr: /<\/html>\s*$/,
    alto: /<\/alto>\s*$/,
    pdf: /%%EOF\s*$/
};
function completeFile(base, format) {
    let file;
    try {
        file = (0,external_node_fs_.readFileSync)(`${base}${records/* FORMAT_FILES */.gE[format].extension}`);
    }
    catch (cause) {
        throw new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract reported success but wrote no ${format} file.`, { cause });
    }
    if (CLOSINGS[format]?.test(file.subarray(-64).toString('latin1')) === false) {
        throw new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract's ${format} file is incomplete. Is the disk of the temporary folder full?`);
    }
    return file;
}
function pagesOf(text, table, stderr, pages) {
    const texts = splitAtFormFeeds(text);
    const messages = stderr.split(/^Page \d+.*$/m).slice(1);
    if (texts.length < pages) {
        throw new engine_failure/* ImageFailure */.u('unreadable-image', `Tesseract read ${texts.length} of ${pages} pages: ${(0,engine_failure/* lastWords */.a)(stderr)}.`);
    }
    return texts.map((own, index) => pageReading(own, table, index + 1, messages[index] ?? ''));
}
function splitAtFormFeeds(text) {
    const parts = [];
    let from = 0;
    for (let at = text.indexOf(0x0c); at !== -1; at = text.indexOf(0x0c, from)) {
        parts.push(text.subarray(from, at));
        from = at + 1;
    }
    return [...parts, text.subarray(from)];
}

;// CONCATENATED MODULE: ./build/engine/tesseract/output.js



/** Reads the standard error of a Tesseract process. Only one caller may wait for a line at a time. */
function messagesOf(engine) {
    let received = '';
    let ended = null;
    let wake = () => { };
    const end = (how) => {
        ended ??= how;
        wake();
    };
    engine.stdout?.resume();
    engine.stdin?.on('error', () => { });
    engine.stderr?.setEncoding('utf8').on('data', (chunk) => {
        received += chunk;
        wake();
    });
    engine.once('error', (error) => end(error.message));
    engine.once('close', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
    return {
        get alive() {
            return ended === null;
        },
        until: (line, signal) => new Promise((resolve, reject) => {
            const settle = (act) => {
                wake = () => { };
                signal.removeEventListener('abort', check);
                act();
            };
            const check = () => {
                const at = received.indexOf(line);
                if (at !== -1) {
                    const before = received.slice(0, at);
                    received = received.slice(at + line.length);
                    settle(() => resolve(before));
                }
                else if (signal.aborted)
                    settle(() => reject(signal.reason));
                else if (ended !== null)
                    settle(() => reject(endFailure(received, ended)));
            };
            wake = check;
            signal.addEventListener('abort', check, { once: true });
            check();
        })
    };
}
/** Distinguishes an unreadable image, at which the process exits with code 1, from a crash. */
function endFailure(stderr, how) {
    const failure = failureIn(stderr);
    if (failure)
        return failure;
    return new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract ended while it read the image (${how}): ${(0,engine_failure/* lastWords */.a)(stderr)}.`);
}
/** Follows a file, which may be created later. */
function growingFile(path) {
    let fd = null;
    let taken = 0;
    const added = () => {
        try {
            fd ??= (0,external_node_fs_.openSync)(path, 'r');
        }
        catch (cause) {
            throw new engine_failure/* ImageFailure */.u('engine-failed', 'Tesseract wrote no result.', { cause });
        }
        const buffer = Buffer.alloc(Math.max(0, (0,external_node_fs_.fstatSync)(fd).size - taken));
        return buffer.subarray(0, (0,external_node_fs_.readSync)(fd, buffer, 0, buffer.length, taken));
    };
    return {
        take: (part) => {
            const all = added();
            const { from, to } = part(all);
            taken += to;
            return all.subarray(from, to);
        },
        close: () => {
            if (fd !== null)
                (0,external_node_fs_.closeSync)(fd);
            fd = null;
        }
    };
}

;// CONCATENATED MODULE: ./build/engine/tesseract/warm-engine.js




/** The engine ended before this image's turn, for another reason: another engine can read the image. */
class NotBegun extends Error {
}
/**
 * A white PNG of 1 × 40 pixels at 300 dpi. In the line modes, Tesseract would scale up a single pixel and read it for
 * 3 ms; it skips images that are narrower than three pixels at the height of a line.
 */
const SENTINEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAAoCAAAAAAa3c+rAAAACXBIWXMAAC4jAAAuIwF4pT92AAAADUlEQVR4nGP4z0BVCAA6aifZLTnW9QAAAABJRU5ErkJggg==', 'base64');
/** Starts an engine. The first image waits until the models are loaded. */
function startWarmEngine(toolbox, options, workspace) {
    const base = workspace.fresh('engine');
    const sentinel = `${base}-sentinel.png`;
    (0,external_node_fs_.writeFileSync)(sentinel, SENTINEL);
    const program = toolbox.tesseract?.path ?? 'tesseract';
    const args = ['-', base, ...readingArguments(options), '-c', 'stream_filelist=true', 'txt', 'tsv'];
    const child = (0,process/* start */.ni)(program, args, { env: toolbox.env, input: 'pipe' });
    const messages = messagesOf(child);
    const text = growingFile(`${base}.txt`);
    const table = growingFile(`${base}.tsv`);
    let pages = 0;
    let stopped = false;
    let last = Promise.resolve();
    const isAlive = () => !stopped && messages.alive;
    const stop = () => {
        if (stopped)
            return;
        stopped = true;
        (0,process/* kill */.z7)(child);
        text.close();
        table.close();
        for (const file of [sentinel, `${base}.txt`, `${base}.tsv`])
            (0,external_node_fs_.rmSync)(file, { force: true });
    };
    /** Waits for the end of a page that has started, and takes its output. */
    const pageRead = async (page, signal) => {
        const stderr = await messages.until(`Page ${page + 1} : ${sentinel}\n`, signal);
        const failure = failureIn(stderr);
        if (failure)
            throw failure;
        const ownText = text.take((added) => textOf(added, page));
        const ownTable = table.take((added) => tableOf(added, page));
        return pageReading(ownText, ownTable.toString('utf8'), page + 1, stderr);
    };
    const inTurn = async (page, before, time) => {
        await before.catch(() => { });
        time.signal.throwIfAborted();
        if (!isAlive())
            throw new NotBegun('The engine ended before the turn of this image.');
        time.resume();
        try {
            return await pageRead(page, time.signal);
        }
        catch (error) {
            stop();
            throw error;
        }
    };
    return {
        get alive() {
            return isAlive();
        },
        get pages() {
            return pages;
        },
        read: (path, time) => {
            const page = 2 * pages;
            pages++;
            child.stdin?.write(`${path}\n${sentinel}\n`);
            const reading = inTurn(page, last, time);
            last = reading;
            return reading;
        },
        idle: () => last.then(() => { }, () => { }),
        stop
    };
}
/**
 * The range of a page's text. Every page but the first is preceded by a form feed, so the text of the previous sentinel
 * is between two of them. Bytes behind the page belong to the next sentinel.
 */
function textOf(added, page) {
    const FORM_FEED = 0x0c;
    let from = 0;
    for (let i = 0; page > 0 && i < 2; i++)
        from = added.indexOf(FORM_FEED, from) + 1;
    const end = added.indexOf(FORM_FEED, from);
    return { from, to: end === -1 ? added.length : end };
}
/** The range of a page's rows: up to the first row (level 1) of the next sentinel. The table counts pages from 1. */
function tableOf(added, page) {
    const next = added.indexOf(`\n1\t${page + 2}\t`);
    return { from: 0, to: next === -1 ? added.length : next + 1 };
}

;// CONCATENATED MODULE: ./build/engine/tesseract/reader.js




/**
 * Pages after which a warm engine is replaced, so that its memory and its files do not grow without bound. Over 1,000
 * single lines, one grew from 36 to 37 MiB; a replacement costs the loading of the models, the time of five lines.
 */
const PAGES_PER_ENGINE = 800;
/** The first major version of Tesseract that has written all output when a page ends; earlier ones buffer it. */
const FIRST_WARM = 5;
/**
 * Opens the reader of a slot: a warm engine, and one process per image for what the warm engine cannot do (several
 * pages, other formats, a resolution to assume).
 *
 * @param parent folder for temporary files
 */
function openReader(toolbox, options, parent) {
    const workspace = (0,engine_workspace/* openWorkspace */.OH)(parent);
    const canStayWarm = Number.parseInt(toolbox.tesseract?.version ?? '0', 10) >= FIRST_WARM &&
        options.pageSegmentationMode !== models/* ORIENTATION_ONLY */.E;
    let engine = null;
    /** The last reading in a process of its own, and the last reading of either kind. */
    let lastOwn = Promise.resolve();
    let last = Promise.resolve();
    /** The options of a running engine are fixed, so an image that needs a resolution gets its own process. */
    const serves = (dpi) => canStayWarm && dpi === null;
    const warm = () => {
        if (!engine?.alive)
            engine = startWarmEngine(toolbox, { ...options, dpi: null }, workspace);
        return engine;
    };
    /** The warm engine, replaced if it has read enough pages. */
    const currentEngine = async () => {
        const used = engine;
        if (used && used.pages >= PAGES_PER_ENGINE) {
            await used.idle();
            used.stop();
        }
        return warm();
    };
    const inWarmEngine = async (path, time) => {
        const next = await currentEngine();
        try {
            return await next.read(path, time);
        }
        catch (error) {
            if (error instanceof NotBegun)
                return inWarmEngine(path, time);
            throw error;
        }
    };
    /** Waits for processes of their own only: the engine itself queues its pages. */
    const readWarm = (path, time) => {
        time.wait();
        const reading = lastOwn.then(() => inWarmEngine(path, time));
        last = ended(last, reading);
        return reading;
    };
    const readOwn = (image, formats, dpi, time) => {
        time.wait();
        const reading = last.then(() => {
            time.resume();
            return inOwnProcess(image, formats, dpi, time.signal);
        });
        lastOwn = last = ended(reading);
        return reading;
    };
    const inOwnProcess = async (image, formats, dpi, signal) => {
        const scratch = (0,engine_workspace/* openWorkspace */.OH)(parent);
        try {
            return await readByOwnProcess(image, formats, { ...options, dpi }, { toolbox, workspace: scratch, signal });
        }
        finally {
            scratch.remove();
        }
    };
    return {
        toolbox,
        warmUp: () => {
            if (serves(null))
                warm();
        },
        readPage: async (path, dpi, time) => {
            if (serves(dpi))
                return readWarm(path, time);
            const { pages } = await readOwn({ path, pages: 1 }, [], dpi, time);
            return pages[0];
        },
        readAll: async (image, formats, dpi, time) => {
            const extra = formats.some((format) => format !== 'txt' && format !== 'tsv');
            if (image.pages > 1 || extra || !serves(dpi))
                return readOwn(image, formats, dpi, time);
            return { pages: [await readWarm(image.path, time)], files: {} };
        },
        close: () => {
            engine?.stop();
            workspace.remove();
        }
    };
}
/** Waits until all have settled, and keeps none of their results in memory. */
const ended = async (...readings) => {
    await Promise.allSettled(readings);
};

;// CONCATENATED MODULE: ./build/engine/tesseract/engine.js


/** Tesseract as installed on this machine. */
const tesseractEngine = (toolbox, settings) => ({
    // Computed when needed, because it hashes the models.
    get fingerprint() {
        return (0,fingerprint/* fingerprint */.R)(toolbox, settings);
    },
    openReader: (scratch) => openReader(toolbox, settings, scratch)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/engine/imagemagick/policy.js


/**
 * ImageMagick may read and write raster formats by path, and nothing else: no delegates (external programs), no
 * filters, no `@file`, no network, no script formats, and limited resources. The system's own policy also applies; it
 * can only forbid more.
 */
const POLICY = `<?xml version="1.0" encoding="UTF-8"?>
<policymap>
  <policy domain="delegate" rights="none" pattern="*"/>
  <policy domain="filter" rights="none" pattern="*"/>
  <policy domain="path" rights="none" pattern="@*"/>
  <policy domain="coder" rights="none" pattern="*"/>
  <policy domain="coder" rights="read | write" pattern="{PNG,JPEG,TIFF,GIF,BMP,WEBP,PNM,PBM,PGM,PPM,JP2,J2K,HEIC,AVIF,INFO}"/>
  <policy domain="resource" name="thread" value="1"/>
  <policy domain="resource" name="memory" value="2GiB"/>
  <policy domain="resource" name="map" value="4GiB"/>
  <policy domain="resource" name="disk" value="8GiB"/>
  <policy domain="resource" name="width" value="128KP"/>
  <policy domain="resource" name="height" value="128KP"/>
</policymap>
`;
/** The toolbox as a node uses it: ImageMagick restricted by the policy, temporary files of all programs in one folder. */
const confined = (toolbox, folder) => ({
    ...toolbox,
    env: { ...toolbox.env, ...writePolicy(folder), TMPDIR: folder }
});
/** @returns the variables that make ImageMagick apply the policy */
function writePolicy(folder) {
    const home = (0,external_node_path_.join)(folder, 'magick');
    (0,external_node_fs_.mkdirSync)(home, { recursive: true });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(home, 'policy.xml'), POLICY);
    return { MAGICK_CONFIGURE_PATH: home };
}

// EXTERNAL MODULE: ./build/results/totals.js
var totals = __webpack_require__(61210);
// EXTERNAL MODULE: ./build/task/task.js + 9 modules
var task_task = __webpack_require__(32482);
;// CONCATENATED MODULE: ./build/task/attempt.js


/**
 * Runs a task once and returns its record. A cancelled task is not an error: its record says so.
 *
 * @throws errors that are not about an image, such as a results folder that cannot be written
 */
async function attemptTask(task, tools, onRow) {
    const rows = [];
    const start = new Date();
    const clock = performance.now();
    const finished = await (0,task_task/* runTask */.Z)(task, tools, (row) => {
        rows.push(row);
        onRow(row);
    }).then(() => true, (error) => {
        if (tools.signal.aborted)
            return false;
        throw error;
    });
    const ended = finished ? { exitCode: 0, reason: null } : { exitCode: null, reason: 'cancelled' };
    return {
        id: task.id,
        partition: (0,totals/* partitionRecord */.OO)(task),
        node: task.node,
        slot: task.slot,
        attempts: [
            { node: task.node, start: start.toISOString(), end: new Date().toISOString(), ...ended }
        ],
        seconds: (0,totals/* rounded */.Wf)((performance.now() - clock) / 1000),
        counts: (0,totals/* countsOf */.mQ)(rows)
    };
}

;// CONCATENATED MODULE: ./build/task/node-record.js



/** The node record of this machine and of the tasks it ran. */
function thisNode(id, kind, engine, tasks) {
    const attempts = tasks.flatMap((task) => task.attempts);
    return {
        id,
        kind,
        host: (0,external_node_os_.hostname)(),
        os: `${(0,external_node_os_.type)()} ${(0,external_node_os_.release)()}`,
        arch: (0,external_node_os_.arch)(),
        cpu: (0,external_node_os_.cpus)()[0]?.model.trim() ?? 'unknown',
        cores: (0,external_node_os_.availableParallelism)(),
        memoryBytes: (0,external_node_os_.totalmem)(),
        vmSize: null,
        dedicated: null,
        engine: (0,engine_toolbox/* engineRecord */.OH)(engine.toolbox, engine.languages),
        tasks: tasks.length,
        images: tasks.reduce((sum, { counts }) => sum + counts.recognized + counts.reused + counts.empty + counts.failed, 0),
        busySeconds: (0,totals/* rounded */.Wf)(tasks.reduce((sum, { seconds }) => sum + seconds, 0)),
        firstTaskAt: attempts.map(({ start }) => start).sort()[0] ?? null,
        lastTaskAt: attempts
            .map(({ end }) => end)
            .sort()
            .at(-1) ?? null
    };
}

// EXTERNAL MODULE: ./build/backends/event-queue.js
var event_queue = __webpack_require__(75926);
;// CONCATENATED MODULE: ./build/backends/local/local.js








/** Ends the running tasks: the user cancelled the job, or another slot failed. */
class Stopped extends Error {
}
/** The backend that reads on this machine: the machine is the node, and its slots take tasks from one queue. */
const localBackend = (node) => ({
    start: async (order) => startLocalJob(node, order)
});
function startLocalJob(node, order) {
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'batch-ocr-'));
    const engine = tesseractEngine(confined(node.toolbox, scratch), order.settings);
    const stop = new AbortController();
    const events = new event_queue/* EventQueue */.C();
    const records = [];
    const queue = [...order.plan.partitions];
    const slot = async (index) => {
        const reader = engine.openReader(scratch);
        reader.warmUp();
        try {
            for (let partition = queue.shift(); partition && !stop.signal.aborted; partition = queue.shift()) {
                const record = await runPartition(partition, index, reader);
                records.push(record);
                events.push({ kind: 'task-ended', task: record });
            }
        }
        finally {
            reader.close();
        }
    };
    const runPartition = (partition, slot, reader) => {
        const { settings, imageTimeout, folder } = order;
        const { bytes, estimatedSeconds } = partition;
        const task = {
            id: partition.task,
            node: node.id,
            slot,
            attempt: 1,
            images: imagesOf(partition, order),
            bytes,
            estimatedSeconds
        };
        return attemptTask(task, { reader, folder, scratch, settings, imageTimeout, signal: stop.signal }, (row) => events.push({ kind: 'row', row }));
    };
    const slots = Math.min(order.plan.slots, queue.length);
    let failure = null;
    const guarded = (index) => slot(index).catch((error) => {
        failure ??= { error };
        stop.abort(new Stopped());
    });
    const done = Promise.all(Array.from({ length: slots }, (_, index) => guarded(index))).then(() => {
        (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true, maxRetries: 3 });
        events.end(failure?.error);
    });
    return {
        id: order.origin.id,
        follow: () => events,
        cancel: async () => {
            stop.abort(new Stopped());
            await done;
        },
        results: async () => {
            await done;
            const tasks = records.slice().sort((a, b) => (a.id < b.id ? -1 : 1));
            const { languages } = order.settings;
            const nodes = tasks.length > 0
                ? [thisNode(node.id, node.kind, { toolbox: node.toolbox, languages }, tasks)]
                : [];
            return { tasks, nodes, unanswered: new Map(), problem: null };
        },
        close: async () => null
    };
}
const imagesOf = (partition, order) => partition.images.map(({ path }) => order.images.get(path)).filter((image) => image !== undefined);

;// CONCATENATED MODULE: ./build/backends/local/place.js





/** The capacity of this machine for a run. */
const place_localCapacity = ({ slots }) => ({
    slots: slots ?? (0,external_node_os_.availableParallelism)(),
    nodes: null
});
/** This machine. Its programs are asked for their versions at once, which takes as long as inspecting some hundred images. */
function localPlace(env, signal) {
    const opened = (0,engine_toolbox/* openToolbox */.Mv)(env, signal);
    opened.catch(() => { });
    return {
        phase: 'Programs',
        ready: async ({ settings, discovery, listener }, signal) => {
            const formats = new Set(discovery.images.map(({ header }) => header?.format));
            const asked = { pdf: formats.has('pdf'), heic: formats.has('heic') };
            const toolbox = await readyToolbox(settings, asked, opened, env, listener, signal);
            return {
                backend: localBackend(nodeOf(settings.shard, toolbox)),
                ...place_localCapacity(settings),
                fingerprint: tesseractEngine(toolbox, settings).fingerprint
            };
        }
    };
}
const nodeOf = ({ index, count }, toolbox) => count === 1
    ? { id: 'local', kind: 'local', toolbox }
    : { id: `shard-${index}-of-${count}`, kind: 'runner', toolbox };

;// CONCATENATED MODULE: ./build/backends/open.js

/** Opens the place that the settings name. */
const openPlace = async ({ backend }, env, signal) => (backend === 'local' ? localPlace(env, signal) : openRemotePlace());
/** Opens Azure Batch. Its code is loaded only when it is needed: a local run starts faster without it. */
const openRemotePlace = async () => (await Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(572), __webpack_require__.e(949), __webpack_require__.e(200)]).then(__webpack_require__.bind(__webpack_require__, 67200))).azurePlace;
/** The capacity that a run would have, without preparing anything. */
async function capacityOf(where, signal) {
    if (where.settings.backend === 'local')
        return localCapacity(where.settings);
    return (await openRemotePlace()).capacity(where, signal);
}
/** Opens the maintenance of the Azure Batch account. */
const openAdministration = async () => (await Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(572), __webpack_require__.e(949), __webpack_require__.e(200), __webpack_require__.e(373)]).then(__webpack_require__.bind(__webpack_require__, 96373))).azureAdministration;


/***/ }),

/***/ 10481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ lastWords),
/* harmony export */   u: () => (/* binding */ ImageFailure)
/* harmony export */ });
/** An image could not be read; becomes the error of its row. The message is a complete sentence. */
class ImageFailure extends Error {
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/**
 * Lines that say nothing about the image: the start of a page, and consequences of the line before. Leptonica 1.84
 * prefixes some with its name, and some contain a file name, which need not be the image's.
 */
const UNINFORMATIVE = /^(Page \d+( :|$)|Estimating resolution|Detected \d+ diacritics|Image too small to scale|Line cannot be recognized|Error during processing|Image file .* cannot be read!|.*no images defined|(Leptonica )?Error in pixRead(Stream)?: )/;
/** A program's error messages, short enough for a row: without the program's name, source lines and our folders. */
function lastWords(stderr, most = 240) {
    const lines = stderr
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !UNINFORMATIVE.test(line))
        .map((line) => line
        .replace(/^[\w.-]+: /, (name) => (/^(convert|magick)/.test(name) ? '' : name))
        .replace(/ @ \w+\/[\w.-]+\/\w+\/\d+\.?$/, '')
        .replace(/[`']?\/[^\s'`]*\/([^/\s'`]+)[`']?/g, '$1'));
    const messages = [...new Set(lines)].join('; ').replace(/\.+$/, '');
    return messages.length > most ? `…${messages.slice(-most)}` : messages || 'no reason given';
}


/***/ }),

/***/ 93687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   a: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolbox_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24768);


/** Increase this when a change of this program changes texts. */
const READING_VERSION = 1;
/** Digest of everything but the image's bytes that decides which text is read: programs, models, settings, our rules. */
const fingerprint = (toolbox, settings) => digest((0,_toolbox_js__WEBPACK_IMPORTED_MODULE_1__/* .engineRecord */ .OH)(toolbox, settings.languages), settings);
/** The same digest, from the record of an engine; null if the record lacks the model of a language. */
const fingerprintOf = (engine, settings) => settings.languages.every((language) => engine.models[language]) ? digest(engine, settings) : null;
function digest(engine, settings) {
    const parts = {
        reading: READING_VERSION,
        tesseract: engine.tesseract,
        leptonica: engine.leptonica,
        imageMagick: engine.imageMagick,
        poppler: engine.poppler,
        models: settings.languages.map((language) => [language, engine.models[language] ?? null]),
        pageSegmentationMode: settings.pageSegmentationMode,
        dpi: settings.dpi,
        prepare: settings.prepare,
        secondLook: settings.secondLook,
        deskew: settings.deskew,
        rotate: settings.rotate
    };
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}


/***/ }),

/***/ 34740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G4: () => (/* binding */ installMissing),
/* harmony export */   K$: () => (/* binding */ missingPackages),
/* harmony export */   Nc: () => (/* binding */ HEIC_DECODER),
/* harmony export */   Ne: () => (/* binding */ missingModels),
/* harmony export */   QA: () => (/* binding */ CODECS),
/* harmony export */   gx: () => (/* binding */ isRequired),
/* harmony export */   sy: () => (/* binding */ InstallError),
/* harmony export */   zL: () => (/* binding */ remedy)
/* harmony export */ });
/* unused harmony export lacksCodec */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _lib_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98377);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10481);




/** Packages could not be installed. The message says why, and which command to run by hand. */
class InstallError extends Error {
}
/** The HEIC decoder, which Ubuntu does not install with any other package (Ubuntu bug 2061089 and its successors). */
const HEIC_DECODER = { package: 'libheif-plugin-libde265', file: 'libheif-libde265.so' };
/**
 * Folder of libheif's codecs on Debian and Ubuntu, per architecture; each codec is a package. If it does not exist, the
 * codecs are part of the library (before 1.16), or libheif is not installed.
 */
const CODECS = 'libheif/plugins';
/**
 * The Debian packages to install. Installing them may reveal that another one is missing (a decoder of ImageMagick's).
 *
 * @param libraries folder of the machine's libraries, with a subfolder per architecture
 */
function missingPackages(toolbox, needs, libraries = '/usr/lib') {
    return [
        ...(toolbox.tesseract ? [] : ['tesseract-ocr', 'tesseract-ocr-osd']),
        ...missingModels(toolbox, needs.models).map(modelPackage),
        ...(toolbox.imageMagick ? [] : ['imagemagick']),
        ...(toolbox.poppler || !needs.pdf ? [] : ['poppler-utils']),
        ...(needs.heic && lacksCodec(HEIC_DECODER.file, libraries) ? [HEIC_DECODER.package] : [])
    ];
}
/** The models that are not installed. */
const missingModels = (toolbox, models) => models.filter((model) => !toolbox.languages.includes(model));
/** Whether no image can be read without this package. */
const isRequired = (name) => name.startsWith('tesseract-ocr');
/** Whether libheif is installed without one of its codecs. */
function lacksCodec(file, libraries = '/usr/lib') {
    const architectures = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(libraries) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(libraries) : [];
    const folders = architectures.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(libraries, name, CODECS)).filter(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
    return folders.length > 0 && !folders.some((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file)));
}
/** Exceptions to the rule that Debian names the model of a script by the first four letters (ISO 15924). */
const SCRIPTS = {
    canadian_aboriginal: 'cans',
    cyrillic: 'cyrl',
    gujarati: 'gujr',
    gurmukhi: 'guru',
    japanese: 'jpan',
    kannada: 'knda',
    khmer: 'khmr',
    lao: 'laoo',
    latin: 'latn',
    malayalam: 'mlym',
    myanmar: 'mymr',
    oriya: 'orya',
    syriac: 'syrc',
    tamil: 'taml',
    tibetan: 'tibt',
    armenian: 'armn',
    greek: 'grek'
};
/** The Debian package of a model: `tesseract-ocr-chi-sim`, `tesseract-ocr-script-latn`. */
function modelPackage(model) {
    const [, script, vertical = ''] = /^script\/(\w+?)(_vert)?$/i.exec(model) ?? [];
    const name = script === undefined
        ? model
        : `script-${SCRIPTS[script.toLowerCase()] ?? script.slice(0, 4)}${vertical}`;
    return `tesseract-ocr-${name.toLowerCase().replaceAll('_', '-').replace('/', '-')}`;
}
/** Names of the packages with other package managers. An empty name means that another package includes it. */
const OTHER_MANAGERS = {
    brew: {
        install: 'brew install',
        names: {
            'tesseract-ocr': 'tesseract',
            'tesseract-ocr-osd': '',
            'tesseract-ocr-eng': '',
            'tesseract-ocr-*': 'tesseract-lang',
            'poppler-utils': 'poppler'
        }
    },
    dnf: {
        install: 'sudo dnf install',
        names: {
            'tesseract-ocr': 'tesseract',
            'tesseract-ocr-osd': 'tesseract-osd',
            'tesseract-ocr-*': 'tesseract-langpack-*',
            imagemagick: 'ImageMagick'
        }
    },
    apk: {
        install: 'apk add',
        names: { 'tesseract-ocr-osd': '', 'tesseract-ocr-*': 'tesseract-ocr-data-*' }
    },
    choco: {
        install: 'choco install',
        names: {
            'tesseract-ocr': 'tesseract',
            'tesseract-ocr-osd': '',
            'tesseract-ocr-*': '',
            imagemagick: 'imagemagick.app',
            'poppler-utils': 'poppler'
        }
    }
};
/** The command that installs packages with the package manager of this machine. */
function remedy(packages, path = process.env['PATH'] ?? '') {
    const manager = ['apt-get', ...Object.keys(OTHER_MANAGERS)].find((name) => onPath(name, path)) ?? 'apt-get';
    if (manager === 'apt-get')
        return `sudo apt-get install -y ${packages.join(' ')}`;
    const { install, names } = OTHER_MANAGERS[manager];
    const translated = packages.map((name) => names[name] ?? modelName(name, names['tesseract-ocr-*']) ?? name);
    return `${install} ${[...new Set(translated.filter(Boolean))].join(' ')}`;
}
const modelName = (name, pattern) => name.startsWith('tesseract-ocr-')
    ? pattern?.replace('*', name.slice('tesseract-ocr-'.length).replace('-', '_'))
    : undefined;
const onPath = (name, path) => path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).some((folder) => {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, process.platform === 'win32' ? `${name}.exe` : name), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
});
/** Seconds that apt waits for dpkg's lock, which other installations may hold at boot. */
const LOCK_SECONDS = 300;
/**
 * Installs Debian packages with apt, as root or with sudo.
 *
 * @throws InstallError if there is no apt, no permission to use it, or a package cannot be installed
 */
async function installMissing(packages, env, signal, onOutput) {
    const byHand = `Install by hand: ${remedy(packages, env['PATH'])}`;
    if (!onPath('apt-get', env['PATH'] ?? '')) {
        throw new InstallError(`Packages can only be installed with apt-get, which this machine does not have. ${byHand}`);
    }
    const root = process.getuid?.() === 0;
    if (!root && !onPath('sudo', env['PATH'] ?? ''))
        throw new InstallError(`Installing packages requires root or sudo. ${byHand}`);
    const apt = async (...args) => {
        const command = [
            'apt-get',
            '-q',
            '-o',
            `DPkg::Lock::Timeout=${LOCK_SECONDS}`,
            '-o',
            'Acquire::Retries=3',
            ...args
        ];
        // -n: fail instead of asking for a password.
        const [program = '', ...rest] = root
            ? command
            : ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', ...command];
        return (0,_lib_process_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .eF)(program, rest, {
            env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
            signal,
            onOutput
        });
    };
    const updated = await apt('update');
    const installed = await apt('install', '-y', '--no-install-recommends', ...packages);
    if (installed.code === 0)
        return;
    const reason = (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .lastWords */ .a)(installed.stderr || installed.stdout.toString() || updated.stderr);
    throw new InstallError(`apt could not install ${packages.join(', ')}: ${reason}. ${byHand}`);
}


/***/ }),

/***/ 52886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ neededModels),
/* harmony export */   E: () => (/* binding */ ORIENTATION_ONLY)
/* harmony export */ });
/** Page segmentation mode that detects orientation and script, and reads no text. */
const ORIENTATION_ONLY = 0;
/** The models that Tesseract needs. For orientation alone it has a model of its own; language models detect it wrongly. */
const neededModels = ({ languages, pageSegmentationMode }) => (pageSegmentationMode === ORIENTATION_ONLY ? ['osd'] : languages);


/***/ }),

/***/ 24768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mv: () => (/* binding */ openToolbox),
/* harmony export */   OH: () => (/* binding */ engineRecord)
/* harmony export */ });
/* unused harmony export programEnvironment */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _lib_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98377);




/** The variables that programs need to be found, to find their libraries and models, and to have a place to write. */
const PASSED = /^(PATH|HOME|TMPDIR|TEMP|TMP|TESSDATA_PREFIX|LD_LIBRARY_PATH|DYLD_.*|SystemRoot|MAGICK_HOME)$/i;
/** The environment of a program: one thread each, since the slots are the parallelism (see docs/recognition.md). */
function programEnvironment(outer) {
    const passed = Object.entries(outer).filter(([name]) => PASSED.test(name));
    return {
        ...Object.fromEntries(passed),
        LC_ALL: 'C',
        OMP_THREAD_LIMIT: '1',
        MAGICK_THREAD_LIMIT: '1'
    };
}
/** Looks which programs are installed, and which version each one is. */
async function openToolbox(outer, signal) {
    const env = programEnvironment(outer);
    const [tesseract, imageMagick, poppler] = await Promise.all([
        findTesseract(env, signal),
        firstThat(['magick', 'convert-im6.q16', 'convert'], ['-version'], /Version: ImageMagick (\S+)/, env, signal),
        firstThat(['pdftoppm'], ['-v'], /pdftoppm version (\S+)/, env, signal)
    ]);
    return {
        tesseract: tesseract && {
            path: tesseract.path,
            version: tesseract.version,
            leptonica: tesseract.leptonica,
            dataPath: tesseract.dataPath
        },
        imageMagick,
        poppler,
        languages: tesseract?.languages ?? [],
        env
    };
}
async function findTesseract(env, signal) {
    const [program, listed] = await Promise.all([
        firstThat(['tesseract'], ['--version'], /^tesseract v?(\S+)/m, env, signal),
        firstThat(['tesseract'], ['--list-langs'], /^(List of available languages)/m, env, signal)
    ]);
    if (!program || !listed)
        return null;
    const [title = '', ...names] = listed.said
        .slice(listed.said.indexOf(listed.version))
        .trim()
        .split(/\r?\n/);
    return {
        ...program,
        leptonica: /leptonica-(\S+)/.exec(program.said)?.[1] ?? null,
        dataPath: /"([^"]+)"/.exec(title)?.[1] ?? null,
        languages: names.filter((name) => /^[\w/]+$/.test(name)).sort()
    };
}
/** The first candidate on the PATH that says it is what we look for: `convert` is also a program of Windows. */
async function firstThat(names, args, says, env, signal) {
    for (const path of names.flatMap((name) => candidates(name, env))) {
        try {
            const { stdout, stderr } = await (0,_lib_process_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(path, args, { env, signal });
            const said = `${stdout}${stderr}`;
            const version = says.exec(said)?.[1];
            if (version)
                return { path, version, said };
        }
        catch (error) {
            if (!(error instanceof _lib_process_js__WEBPACK_IMPORTED_MODULE_3__/* .NotStarted */ .R9))
                throw error;
        }
    }
    return null;
}
function candidates(name, env) {
    const file = process.platform === 'win32' ? `${name}.exe` : name;
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter(Boolean);
    return [...new Set(folders.map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, file)))].filter(isProgram);
}
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
/**
 * What of the toolbox stands in a node's record.
 *
 * @param read the languages that it reads with
 */
const engineRecord = (toolbox, read) => ({
    tesseract: toolbox.tesseract?.version ?? null,
    leptonica: toolbox.tesseract?.leptonica ?? null,
    imageMagick: toolbox.imageMagick?.version ?? null,
    poppler: toolbox.poppler?.version ?? null,
    languages: [...toolbox.languages],
    models: Object.fromEntries(read.map((language) => [language, modelIdentity(toolbox, language)]))
});
/** `sha256:` and the digest of a language's model: two models of one name read differently. Null where it lies unknown. */
function modelIdentity(toolbox, language) {
    const folder = toolbox.tesseract?.dataPath;
    if (!folder)
        return null;
    try {
        const model = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${language}.traineddata`));
        return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(model).digest('hex')}`;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 76954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OH: () => (/* binding */ openWorkspace),
/* harmony export */   nG: () => (/* binding */ safePath),
/* harmony export */   q: () => (/* binding */ linked)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Opens a workspace under a folder such as the system's temporary folder. It is created on first use. */
function openWorkspace(parent) {
    let folder = null;
    let count = 0;
    const home = () => {
        if (folder === null) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(parent, { recursive: true });
            folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, 'ocr-'));
        }
        return folder;
    };
    return {
        fresh: (name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home(), `${++count}-${name}`),
        remove: () => {
            if (folder !== null)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 });
            folder = null;
        }
    };
}
/** Printable, and short enough for the line buffers of the programs. */
const SAFE_PATH = /^[\x20-\x7e\u00a0-\uffff]{1,1000}$/;
/**
 * A path that is safe to pass to any program: the file's own path, or a link in the workspace. File names are not
 * trusted, and the programs interpret some of them (`[0]`, `%d`, line breaks).
 */
function safePath(file, workspace) {
    return typeof file === 'string' && SAFE_PATH.test(file) ? file : linked(file, workspace);
}
/** A link to a file, with a safe name in the workspace; a copy if the file system has no links. */
function linked(file, workspace) {
    const link = workspace.fresh('source');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)(file, link);
    }
    catch {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(file, link);
    }
    return link;
}


/***/ }),

/***/ 51881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ uploadResults),
/* harmony export */   h: () => (/* binding */ ARTIFACT_KINDS)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94869);
/* harmony import */ var _merge_artifact_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95852);






/** The two artifacts of a run. */
const ARTIFACT_KINDS = ['text', 'metadata'];
/** `report.html` and `metadata/` belong to `…-metadata`; everything else is texts and tables. */
const kindOf = (path) => path === 'report.html' || path.startsWith('metadata/') ? 'metadata' : 'text';
/**
 * Uploads the results folder as two artifacts, or as those of the given kinds. Artifacts that were uploaded before an
 * error are part of the outcome.
 *
 * @param warn is called if a name had to be changed
 */
async function uploadResults(results, options, warn) {
    const artifacts = {};
    let staged = null;
    try {
        staged = stage(results, filesBelow(results), warn);
        for (const kind of options.kinds) {
            const own = staged.paths.filter((path) => kindOf(path) === kind);
            const name = `${options.prefix}-${kind}${options.suffix}`;
            artifacts[kind] = await uploadOne(name, own, staged.root, options, warn);
        }
        return { artifacts, problem: null };
    }
    catch (problem) {
        return { artifacts, problem: problem };
    }
    finally {
        staged?.remove();
    }
}
async function uploadOne(name, paths, root, { retentionDays, attempt }, warn) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(572), __webpack_require__.e(351), __webpack_require__.e(420), __webpack_require__.e(799)]).then(__webpack_require__.bind(__webpack_require__, 76799));
    const client = new DefaultArtifactClient();
    const files = paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path));
    const options = retentionDays === null ? {} : { retentionDays };
    for (const candidate of [name, ...alternativeNames(name, attempt)]) {
        try {
            const { id = 0, digest = '' } = await client.uploadArtifact(candidate, files, root, options);
            if (candidate !== name)
                warn(renamed(name, candidate));
            return { name: candidate, id, digest, files: files.length };
        }
        catch (error) {
            if (!isTaken(error))
                throw error;
        }
    }
    throw new Error(`The artifact name ${name} and its alternatives are taken; set \`artifact-name\``);
}
/** Names to try if the name is taken: one with the attempt of a re-run, and one with a random suffix. */
const alternativeNames = (name, attempt) => [
    ...(attempt > 1 ? [`${name}-attempt-${attempt}`] : []),
    `${name}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(3).toString('hex')}`
];
/** The client wraps the service's status 409 in a plain error, so only the message identifies it. */
const isTaken = (error) => /\b409\b|already exists/i.test(error.message);
const renamed = (name, alternative) => `This workflow run already has an artifact named ${name}, so this one is named ${alternative}. If the action runs in a matrix or more than once, set \`artifact-name\` to a unique name, such as ocr-\${{ matrix.name }} or ocr-\${{ strategy.job-index }}.`;
function filesBelow(root) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(entry.parentPath, entry.name)).split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep).join('/'))
        .sort();
}
/** Makes a folder of links with valid names if a path has a character that is not allowed in artifacts. */
function stage(root, paths, warn) {
    const odd = paths.filter((path) => (0,_merge_artifact_names_js__WEBPACK_IMPORTED_MODULE_4__/* .pathInArtifact */ .Ti)(path) !== path);
    if (odd.length === 0)
        return { root, paths, remove: () => { } };
    warn((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plainSpaces */ .oB)(`The names of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(odd.length, 'file')} have characters that are not allowed in artifacts (" : < > | * ? \\ or a line break). In the artifact, they are replaced by %XX.`));
    const home = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'ocr-artifact-'));
    const plain = new Set(paths);
    const staged = paths.map((path) => {
        const percented = (0,_merge_artifact_names_js__WEBPACK_IMPORTED_MODULE_4__/* .pathInArtifact */ .Ti)(path);
        const name = percented !== path && plain.has(percented)
            ? `${percented}~${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(3).toString('hex')}`
            : percented;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(home, name)), { recursive: true });
        linkOrCopy((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(home, name));
        return name;
    });
    return { root: home, paths: staged, remove: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(home, { recursive: true, force: true }) };
}
/** Links a file, or copies it to another file system. */
function linkOrCopy(from, to) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.linkSync)(from, to);
    }
    catch {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.copyFileSync)(from, to);
    }
}


/***/ }),

/***/ 46799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D$: () => (/* binding */ cacheKeyOf),
/* harmony export */   dU: () => (/* binding */ parseCacheKey),
/* harmony export */   nF: () => (/* binding */ KEY_PREFIX)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _settings_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90411);
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84663);



/** The beginning of every key. */
const KEY_PREFIX = 'ocr-results';
/** The cache key of the results of a run, from its settings and from what Git has recorded about the images. */
function cacheKeyOf(settings, committed) {
    const record = (0,_settings_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsRecord */ .t)(settings);
    const values = ['images', ..._settings_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readingKeys */ .ht].map((key) => record[(0,_settings_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .kebab */ .i9)(key)]);
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
    const restorePrefix = `${KEY_PREFIX}-${digest}`;
    return { restorePrefix, key: `${restorePrefix}-${committed?.digest ?? 'unknown'}` };
}
/**
 * Reads a cache key from the output of an earlier job.
 *
 * @returns null if the text is empty
 * @throws SettingsError if the text is not a cache key
 */
function parseCacheKey(key) {
    if (key === '')
        return null;
    const restorePrefix = /^(ocr-results-[0-9a-f]{16})-(?:[0-9a-f]{16}|unknown)$/.exec(key)?.[1];
    if (restorePrefix === undefined)
        throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .SettingsError */ .G([
            'Input `cache-key` is not a cache key. Pass the output `key` of the action `check-unchanged`.'
        ]);
    return { restorePrefix, key };
}


/***/ }),

/***/ 34091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ committedFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _lib_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98377);



/**
 * Digests the files of the checked-out commit that patterns may select. Names and Git's digests of contents suffice, and
 * they are the same in every runner, push, re-run and forced push. The file list of a push event ends at 300 files, and
 * misses files if an earlier run was dropped. With glob patterns or symbolic links, every file counts, so that no change
 * is missed.
 *
 * @param patterns in the syntax of the input `images`
 * @param cwd absolute path of the top of the checkout
 * @returns null without Git or without a commit
 */
async function committedFiles(patterns, cwd, env, signal) {
    const isSelected = selector(patterns);
    const all = digester();
    const selected = digester();
    let links = false;
    const listed = await eachEntry(cwd, env, signal, (entry) => {
        links ||= entry.startsWith(LINK);
        all.add(entry);
        if (isSelected?.(entry.slice(entry.indexOf('\t') + 1)))
            selected.add(entry);
    });
    if (!listed)
        return null;
    return isSelected === null || links ? all.end() : selected.end();
}
/** The beginning of Git's entry for a symbolic link. */
const LINK = '120000 ';
/** Selects the files below plain paths; null if a pattern is not a plain path. */
function selector(patterns) {
    const paths = patterns.map((pattern) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(`${pattern}/`).slice(0, -1));
    if (paths.some((path) => /[*?[\]{}()!\\]/.test(path) || /^$|^\.\.?(\/|$)|^\//.test(path)))
        return null;
    return (path) => paths.some((one) => path === one || path.startsWith(`${one}/`));
}
function digester() {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let files = 0;
    return {
        add: (entry) => {
            files++;
            hash.update(`${entry}\0`);
        },
        end: () => ({ digest: hash.digest('hex').slice(0, 16), files })
    };
}
/** Passes on each entry of Git's list (mode, kind, digest, path); false if Git could not list them. */
async function eachEntry(cwd, env, signal, take) {
    signal.throwIfAborted();
    const git = (0,_lib_process_js__WEBPACK_IMPORTED_MODULE_2__/* .start */ .ni)('git', ['ls-tree', '-r', '-z', 'HEAD'], { env, cwd, input: 'ignore' });
    const stop = () => (0,_lib_process_js__WEBPACK_IMPORTED_MODULE_2__/* .kill */ .z7)(git);
    signal.addEventListener('abort', stop, { once: true });
    git.stderr?.resume();
    let rest = '';
    git.stdout?.setEncoding('utf8').on('data', (piece) => {
        const entries = (rest + piece).split('\0');
        rest = entries.pop() ?? '';
        entries.forEach(take);
    });
    const code = await new Promise((ended) => {
        git.once('error', () => ended(null));
        git.once('close', ended);
    });
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
    return code === 0;
}


/***/ }),

/***/ 68111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ openCachedResults),
/* harmony export */   Dg: () => (/* binding */ hasNewResults),
/* harmony export */   P0: () => (/* binding */ cachedResults)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72281);
/* harmony import */ var _results_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55673);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76847);
/* harmony import */ var _cache_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46799);
/* harmony import */ var _committed_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34091);
/* harmony import */ var _results_cache_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20702);







/** Opens the cached results for the step's images and settings; null if GitHub provides no cache. */
async function openCachedResults(context) {
    const { settings, environment, log, signal } = context;
    const { cwd, env } = environment;
    if (!(0,_results_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .hasCache */ .T)(env))
        return null;
    log.phase('Earlier results');
    const committed = await (0,_committed_files_js__WEBPACK_IMPORTED_MODULE_5__/* .committedFiles */ .q)(settings.images, cwd, env, signal);
    return cachedResults((0,_cache_key_js__WEBPACK_IMPORTED_MODULE_4__/* .cacheKeyOf */ .D$)(settings, committed), context);
}
/** Opens the cached results with a given key; null if there is no cache for the results folder. */
function cachedResults(cacheKey, context) {
    const { settings, environment, log, signal } = context;
    const results = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(environment.cwd, settings.results);
    const cache = (0,_results_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .openResultsCache */ .f)(cacheKey, results, environment, signal);
    if (!cache)
        return null;
    const since = new Date().toISOString();
    const isWhole = settings.shard.count === 1;
    let found;
    return {
        restore: async () => {
            if (isWhole)
                (0,_state_js__WEBPACK_IMPORTED_MODULE_3__/* .rememberUnsaved */ .AP)({ cacheKey, results, since });
            if (!settings.reuse)
                return log.say('All images are read again, because `reuse` is false.');
            if (new _results_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .ResultsFolder */ .h(results).has('results.jsonl'))
                return log.say('They are in the results folder already.');
            found = await cache.restore();
            log.say(found ? `Restored ${found}.` : 'There are none.');
        },
        save: async ({ cancelled, run }, code) => {
            if (cancelled || !isWhole)
                return;
            const complete = code === _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .h.done;
            const isSaved = async () => {
                if (found === undefined)
                    found = await cache.find();
                const prefix = complete ? cacheKey.key : cacheKey.restorePrefix;
                return found?.startsWith(`${prefix}-`) ?? false;
            };
            if (hasNewResults(run) || (run.totals.images > 0 && !(await isSaved())))
                await cache.save(complete);
            (0,_state_js__WEBPACK_IMPORTED_MODULE_3__/* .rememberUnsaved */ .AP)(null);
        }
    };
}
/** Whether a run has read images that no earlier run had read. */
const hasNewResults = ({ totals }) => totals.recognized + totals.empty > 0;


/***/ }),

/***/ 20702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ hasCache),
/* harmony export */   f: () => (/* binding */ openResultsCache)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33838);
/* harmony import */ var _lib_abort_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28414);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87816);
/* harmony import */ var _cache_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46799);





/**
 * Opens the cache. GitHub's client reads the environment itself and takes no signal: when the signal fires, its work is
 * abandoned until the process ends.
 *
 * @param run ID of the run with its attempt, so that every run saves under a key of its own
 * @returns null if there is no cache, or if the client would read the path of the results folder as a pattern
 */
function openResultsCache({ restorePrefix, key }, results, { cwd, env, runId: run }, signal) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(cwd, results).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/');
    if (!hasCache(env) || !PLAIN.test(path))
        return null;
    const client = () => Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(420), __webpack_require__.e(151)]).then(__webpack_require__.bind(__webpack_require__, 74151));
    const untilAborted = (work) => Promise.race([work, (0,_lib_abort_js__WEBPACK_IMPORTED_MODULE_2__/* .rejectOnAbort */ .dX)(signal)]);
    const restoreNewest = async (prefixes, lookupOnly) => {
        const { restoreCache } = await client();
        // No run saves under this key, so the client chooses the newest entry with one of the prefixes.
        const unused = `${key}-none`;
        return (await untilAborted(restoreCache([path], unused, [...prefixes], { lookupOnly }))) ?? null;
    };
    const prefixes = [`${key}-`, `${restorePrefix}-`];
    return {
        find: () => restoreNewest(prefixes, true),
        restore: () => restoreNewest([...prefixes, `${_cache_key_js__WEBPACK_IMPORTED_MODULE_4__/* .KEY_PREFIX */ .nF}-`], false),
        save: async (complete) => {
            const fullKey = `${complete ? key : restorePrefix}-${run}`;
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh)('Results for the next run');
            try {
                const { saveCache } = await client();
                const id = await untilAborted(saveCache([path], fullKey));
                if (id !== -1)
                    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)(`Saved as ${fullKey}.`);
            }
            catch (problem) {
                signal.throwIfAborted();
                (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(`The results could not be saved for the next run: ${(0,_log_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeForLog */ .z)(problem.message)}`);
            }
            finally {
                (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4)();
            }
        }
    };
}
/** A path that is not a pattern for the client. */
const PLAIN = /^[^*?[\]{}!#~\\]+$/;
/** Whether GitHub provides a cache: the client's own check, without the tenth of a second that loading the client takes. */
const hasCache = (env) => Boolean(env['ACTIONS_CACHE_URL'] || (env['ACTIONS_CACHE_SERVICE_V2'] && env['ACTIONS_RESULTS_URL']));


/***/ }),

/***/ 53956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cK: () => (/* binding */ deliver),
  xz: () => (/* binding */ uploadArtifacts),
  u5: () => (/* binding */ writeReport),
  Sy: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/lib/exit-codes.js
var exit_codes = __webpack_require__(72281);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(74611);
;// CONCATENATED MODULE: ./build/run/verdict.js
/** Whether `fail-on` turns this number of failed images into a failed run. A run without images never fails. */
function failsBy(failOn, counts) {
    const images = counts.recognized + counts.reused + counts.empty + counts.failed;
    switch (failOn.when) {
        case 'never':
            return false;
        case 'any':
            return counts.failed > 0;
        case 'all':
            return images > 0 && counts.failed === images;
        case 'share':
            return counts.failed > failOn.share * images;
    }
}

// EXTERNAL MODULE: ./build/github/log.js + 1 modules
var log = __webpack_require__(87816);
;// CONCATENATED MODULE: ./build/github/annotations.js


/** GitHub silently drops all but ten errors of a step. The tenth is reserved for the outcome of the step. */
const MOST = 9;
/** Annotates failed images at their files. If there are too many, the last annotation counts the others. */
function annotateFailures(failures) {
    const shown = failures.length > MOST ? MOST - 1 : MOST;
    for (const { image, error: reason } of failures.slice(0, shown)) {
        (0,core/* error */.z3)((0,log/* escapeForLog */.z)(reason?.message ?? image), {
            title: `OCR failed: ${reason?.code ?? 'unknown'}`,
            file: (0,log/* escapeForLog */.z)(image)
        });
    }
    if (failures.length > shown) {
        (0,core/* error */.z3)(`${failures.length - shown} more images failed; the job summary and results.csv list them.`, { title: 'OCR failed' });
    }
}

// EXTERNAL MODULE: ./build/github/artifacts/upload.js
var artifacts_upload = __webpack_require__(51881);
// EXTERNAL MODULE: ./build/github/environment.js + 1 modules
var environment = __webpack_require__(96207);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/github/state.js
var github_state = __webpack_require__(76847);
;// CONCATENATED MODULE: ./build/github/deliver.js










/**
 * Delivers the results of a run: artifacts, outputs, job summary and annotations.
 *
 * @returns the exit code of the step, according to `fail-on`
 */
async function deliver(finished, settings, state, failures) {
    (0,core/* startGroup */.Oh)('Delivery');
    // A shard without images also uploads its artifacts, so that the merge does not report it as missing.
    const hasResults = finished.rows.length > 0 || settings.shard.count > 1;
    // A cancelled step has only two seconds left; `post` has five minutes and uploads then.
    const { artifacts, problem } = hasResults && !finished.cancelled
        ? await uploadArtifacts(state, finished)
        : { artifacts: {}, problem: null };
    if (!finished.cancelled)
        (0,github_state/* rememberUndelivered */.by)(afterUpload(state, artifacts, problem));
    // For delivered results, run and merge have the same outputs as collect.
    (0,outputs/* setOutputs */.n)('collect', (0,outputs/* deliveryOutputs */.Z)(finished, artifacts, (0,environment/* workflowRunUrl */.CX)(process.env)));
    await writeReport(state, finished, artifacts);
    if (finished.cancelled)
        (0,github_state/* rememberUndelivered */.by)({ ...state, summaryWritten: true });
    (0,core/* endGroup */.N4)();
    annotateFailures(failures);
    if (finished.cancelled)
        return exit_codes/* exitCodes */.h.cancelled;
    if (problem) {
        (0,core/* error */.z3)(`The results could not be uploaded: ${(0,log/* escapeForLog */.z)(problem.message)}. They are in ${finished.results} on the runner.`);
        return exit_codes/* exitCodes */.h.runFailed;
    }
    return verdict(finished, settings);
}
/** The artifacts that `post` tries to upload once more; null if all are uploaded. */
const afterUpload = (state, uploaded, problem) => problem && {
    ...state,
    artifacts: state.artifacts.filter((kind) => !uploaded[kind]),
    summaryWritten: true
};
function verdict({ problem, run }, settings) {
    if (problem !== null) {
        for (const sentence of problem.split('\n'))
            (0,core/* error */.z3)((0,log/* escapeForLog */.z)(sentence));
        return exit_codes/* exitCodes */.h.runFailed;
    }
    if (!failsBy(settings.failOn, run.totals))
        return exit_codes/* exitCodes */.h.done;
    (0,core/* error */.z3)(`${run.totals.failed} of ${run.totals.images} images failed; by \`fail-on\`, the step fails. results.csv lists the images.`);
    return exit_codes/* exitCodes */.h.imagesFailed;
}
/** Uploads the artifacts that are not uploaded yet. */
async function uploadArtifacts(state, report) {
    const options = {
        kinds: state.artifacts,
        prefix: state.artifactName,
        suffix: state.artifactSuffix,
        retentionDays: state.retentionDays,
        attempt: Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1)
    };
    const upload = await (0,artifacts_upload/* uploadResults */.g)(state.results, options, (sentence) => (0,core/* warning */.$e)(sentence));
    for (const { name, files } of Object.values(upload.artifacts))
        (0,core/* info */.pq)(`Uploaded ${name}: ${files} files of run ${report.run.id}.`);
    return upload;
}
/**
 * Writes the job summary of a run with links to its artifacts, or only the links if the step has written the summary.
 * A shard has no summary: the merge writes one for all shards.
 */
async function writeReport({ artifactSuffix, summaryWritten }, report, artifacts) {
    if (artifactSuffix !== '')
        return;
    const workflowRun = (0,environment/* workflowRunUrl */.CX)(process.env);
    const links = Object.values(artifacts).map(({ name, id }) => ({
        name,
        url: `${workflowRun}/artifacts/${id}`
    }));
    if (!summaryWritten)
        return writeSummary((0,summary/* jobSummary */.sp)(report, { artifacts: links }));
    if (links.length > 0)
        await writeSummary((0,summary/* artifactsSummary */.Cs)(links));
}
/** Appends to the job summary. A failure is only a warning, because the results are not affected. */
async function writeSummary(markdown) {
    try {
        await core/* summary */.z.addRaw(markdown).write();
    }
    catch (problem) {
        (0,core/* warning */.$e)(`The job summary could not be written: ${(0,log/* escapeForLog */.z)(problem.message)}`);
    }
}


/***/ }),

/***/ 96207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aK: () => (/* binding */ stepEnvironment),
  po: () => (/* binding */ workflowRunLink),
  CX: () => (/* binding */ workflowRunUrl)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/run/environment.js



/** An id for a run in a terminal: the time it started, and random digits in case two start in the same second. */
const freshRunId = (now) => `${now
    .toISOString()
    .replace(/[-:]|\.\d+/g, '')
    .replace('T', '-')
    .replace('Z', '')}-${randomBytes(3).toString('hex')}`;
/**
 * The path of the program that runs on nodes: a bundle next to our own, `dist/index.js` or `dist/cli/index.js`.
 *
 * @param own path of the running program, as Node.js got it; links are followed
 */
function nodeProgram(own) {
    const folder = (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(own));
    const bundles = (0,external_node_path_.basename)(folder) === 'cli' ? (0,external_node_path_.dirname)(folder) : folder;
    return (0,external_node_path_.join)(bundles, 'node', 'index.js');
}

;// CONCATENATED MODULE: ./build/github/environment.js


/** The URL of the workflow run; null outside of GitHub Actions. */
function workflowRunUrl(env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null;
}
/** A Markdown link to the workflow run. All of its parts come from GitHub, so they need no escaping. */
function workflowRunLink(env) {
    const url = workflowRunUrl(env);
    return url ? `[workflow run ${env['GITHUB_RUN_ID']}](${url})` : 'a run outside of GitHub';
}
/** The environment of a step. The run ID contains the attempt, so that a re-run is a run of its own. */
function stepEnvironment(process) {
    const { env } = process;
    return {
        cwd: env['GITHUB_WORKSPACE'] || process.cwd(),
        env,
        runId: `${env['GITHUB_RUN_ID'] || 'local'}-${env['GITHUB_RUN_ATTEMPT'] || '1'}`,
        repository: env['GITHUB_REPOSITORY'] || null,
        commit: env['GITHUB_SHA'] || null,
        workflowRun: workflowRunUrl(env),
        maskSecret: core/* setSecret */.Pq,
        nodeProgram: nodeProgram(process.argv[1] ?? '')
    };
}


/***/ }),

/***/ 79233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ readStep)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/settings/actions.js + 1 modules
var actions = __webpack_require__(41987);
;// CONCATENATED MODULE: ./build/settings/az-variables.js
/**
 * Fills empty inputs from the environment variables of the Azure CLI, so that a shell that is set up for `az` needs no
 * further options. Runs on this machine ignore them.
 */
function withAzVariables(texts, env) {
    if (texts.backend?.trim().toLowerCase() !== 'azure-batch')
        return texts;
    const storage = env['AZURE_STORAGE_ACCOUNT']?.trim();
    const variables = {
        batchAccount: env['AZURE_BATCH_ACCOUNT'] ?? '',
        batchEndpoint: env['AZURE_BATCH_ENDPOINT'] ?? '',
        batchAccountKey: env['AZURE_BATCH_ACCESS_KEY'] ?? '',
        storageEndpoint: storage ? `https://${storage}.blob.core.windows.net` : '',
        storageAccountKey: env['AZURE_STORAGE_KEY'] ?? ''
    };
    const missing = Object.entries(variables).filter(([key, text]) => text.trim() !== '' && !texts[key]?.trim());
    return { ...texts, ...Object.fromEntries(missing) };
}

// EXTERNAL MODULE: ./build/settings/inputs.js + 1 modules
var settings_inputs = __webpack_require__(90411);
// EXTERNAL MODULE: ./build/settings/parse.js
var parse = __webpack_require__(94667);
// EXTERNAL MODULE: ./build/settings/read.js + 1 modules
var read = __webpack_require__(470);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings = __webpack_require__(84663);
;// CONCATENATED MODULE: ./build/github/inputs.js







/**
 * Reads the inputs of a step. Secrets are masked first, so that no message can reveal them.
 *
 * @throws SettingsError with all problems of all inputs
 */
function readStep(env) {
    const name = (0,core/* getInput */.V4)('command') || 'run';
    const action = actions/* actionNames */.Bk.find((known) => known === name);
    const { inputs, own, azure } = actions/* actions */.o1[action ?? 'run'];
    const given = { ...textsOf(inputs), ...(azure ? { backend: 'azure-batch' } : {}) };
    const texts = withAzVariables(given, env);
    const ownTexts = textsOf(own);
    maskSecrets(settings_inputs/* secretKeys */.DX.map((key) => texts[key]));
    maskSecrets(own.filter(isSecret).map((key) => ownTexts[key]));
    if (action === undefined)
        throw new settings/* SettingsError */.G([`Input \`command\` must be ${(0,parse/* listed */.KE)(actions/* actionNames */.Bk)}, not ${name}.`]);
    return { action, settings: (0,read/* readSettings */.s)(texts, true, inputs), own: ownTexts };
}
const textsOf = (keys) => Object.fromEntries(keys.map((key) => [key, (0,core/* getInput */.V4)((0,settings_inputs/* kebab */.i9)(key))]));
const isSecret = (key) => {
    const { secret } = actions/* actionInputs */.eh[key];
    return secret === true;
};
function maskSecrets(texts) {
    for (const text of texts) {
        const secret = text?.trim();
        if (secret)
            (0,core/* setSecret */.Pq)(secret);
    }
}


/***/ }),

/***/ 87816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ escapeForLog),
  t: () => (/* binding */ stepLog)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/lib/escape.js
var lib_escape = __webpack_require__(68989);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(94869);
;// CONCATENATED MODULE: ./build/run/progress-lines.js

/** The shortest time between two lines, in milliseconds. */
const EVERY = 5000;
/** The part after the number of images: failures, the time left, and the status of nodes and tasks. */
function progressTail({ done, total, failed, secondsLeft, status }) {
    const left = done < total && secondsLeft !== null ? `, ${(0,lib_text/* duration */.p0)(secondsLeft)} left` : '';
    return (0,lib_text/* plainSpaces */.oB)(`${failed} failed${left}${status === null ? '' : `; ${status}`}`);
}
/** Makes progress lines: one every few seconds if anything changed, and one when the last image is done. */
function progressLines() {
    let last = performance.now();
    let previous = '';
    let ended = false;
    return (progress) => {
        const ends = progress.done === progress.total && !ended;
        const now = performance.now();
        if (!ends && now - last < EVERY)
            return null;
        const total = (0,lib_text/* plainSpaces */.oB)((0,lib_text/* grouped */.zD)(progress.total));
        const line = `${(0,lib_text/* plainSpaces */.oB)((0,lib_text/* grouped */.zD)(progress.done))} of ${total} images, ${progressTail(progress)}`;
        if (line === previous)
            return null;
        last = now;
        previous = line;
        ended ||= ends;
        return line;
    };
}

;// CONCATENATED MODULE: ./build/github/log.js





/** Failed images that get a line each in the log. The table lists all of them. */
const MOST_FAILURES = 50;
/**
 * Escapes text from outside for the log, so that the runner finds no workflow command in it. The runner recognizes `::`
 * only at the beginning of a line, where every line of ours has its own words, but `##[` anywhere (actions/runner,
 * ActionCommand.cs).
 */
const escapeForLog = (text) => (0,lib_text/* plainSpaces */.oB)((0,lib_escape/* escapeInvisible */.ts)(text)).replaceAll('##[', '## [');
/** Opens the log of a step: a group for each phase, progress lines, and a line for each failed image. */
function stepLog() {
    const failures = [];
    let isGroupOpen = false;
    const lines = progressLines();
    const close = () => {
        if (isGroupOpen)
            (0,core/* endGroup */.N4)();
        isGroupOpen = false;
    };
    return {
        failures,
        phase: (title) => {
            close();
            (0,core/* startGroup */.Oh)(title);
            isGroupOpen = true;
        },
        say: (sentence) => (0,core/* info */.pq)(escapeForLog(sentence)),
        warn: (sentence) => (0,core/* warning */.$e)(escapeForLog(sentence)),
        output: printVerbatim,
        failed: (failure) => {
            failures.push(failure);
            if (failures.length <= MOST_FAILURES)
                (0,core/* info */.pq)(`Failed: ${escapeForLog(failure.error?.message ?? failure.image)}`);
            if (failures.length === MOST_FAILURES + 1)
                (0,core/* info */.pq)('More images failed. results.csv lists all of them.');
        },
        progress: (progress) => {
            const line = lines(progress);
            if (line !== null)
                (0,core/* info */.pq)(line);
        },
        close
    };
}
/** Prints the output of a program while the runner does not process workflow commands. */
function printVerbatim(text) {
    const token = (0,external_node_crypto_.randomUUID)();
    (0,core/* info */.pq)(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::`);
}


/***/ }),

/***/ 31224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ deliveryOutputs),
/* harmony export */   n: () => (/* binding */ setOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _settings_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41987);


/** Sets the outputs of an action. */
function setOutputs(action, values) {
    const names = Object.keys(_settings_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .actions */ .o1[action].outputs);
    for (const name of names)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, values[name]);
}
/**
 * The outputs of delivered results. Outputs of artifacts that were not uploaded are empty.
 *
 * @param workflowRun URL of the workflow run, to which the URLs of artifacts are relative
 */
function deliveryOutputs(finished, artifacts, workflowRun) {
    const { run } = finished;
    const { totals } = run;
    return {
        'run-id': run.id,
        'job-id': finished.jobId,
        images: totals.images,
        recognized: totals.recognized,
        reused: totals.reused,
        empty: totals.empty,
        failed: totals.failed,
        pages: totals.pages,
        confidence: totals.confidence ?? '',
        nodes: totals.nodes,
        seconds: run.seconds,
        results: finished.results,
        ...artifactOutputs('text', artifacts, workflowRun),
        ...artifactOutputs('metadata', artifacts, workflowRun)
    };
}
function artifactOutputs(kind, artifacts, workflowRun) {
    const uploaded = artifacts[kind];
    return {
        [`${kind}-artifact-id`]: uploaded?.id ?? '',
        [`${kind}-artifact-url`]: uploaded && workflowRun ? `${workflowRun}/artifacts/${uploaded.id}` : '',
        [`${kind}-artifact-digest`]: uploaded?.digest ?? ''
    };
}


/***/ }),

/***/ 76847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ rememberUnsaved),
/* harmony export */   DL: () => (/* binding */ unsaved),
/* harmony export */   by: () => (/* binding */ rememberUndelivered),
/* harmony export */   io: () => (/* binding */ rememberPost),
/* harmony export */   oQ: () => (/* binding */ undelivered),
/* harmony export */   rT: () => (/* binding */ rememberAzure),
/* harmony export */   ug: () => (/* binding */ isAzureOpen)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);

const UNDELIVERED = 'undelivered';
const UNSAVED = 'unsaved';
const AZURE = 'azure';
/** Marks the step, so that the runner's second start of the bundle runs as `post`. */
const rememberPost = () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)('isPost', 'true');
/** Remembers the results to deliver; null when all are delivered. */
const rememberUndelivered = (state) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(UNDELIVERED, state === null ? '' : JSON.stringify(state));
/** The results that the step has not delivered; null if it has delivered all. */
function undelivered() {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(UNDELIVERED);
    return text === '' ? null : JSON.parse(text);
}
/** Remembers the results to save in the cache; null when they are saved. */
const rememberUnsaved = (state) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(UNSAVED, state === null ? '' : JSON.stringify(state));
/** The results that the step has not saved in the cache; null if there are none. */
function unsaved() {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(UNSAVED);
    return text === '' ? null : JSON.parse(text);
}
/** Remembers whether the step may have resources on Azure that must be removed with it. */
const rememberAzure = (open) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(AZURE, open ? 'open' : '');
/** Whether the step ended before it had removed its resources on Azure. */
const isAzureOpen = () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(AZURE) === 'open';


/***/ }),

/***/ 49756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ bytesOf),
/* harmony export */   Y: () => (/* binding */ withBytes)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/**
 * Opens a regular file for random access and closes it after `use`.
 *
 * @throws the file system's error
 */
function withBytes(file, use) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'r');
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        return use({
            length: size,
            at: (offset, count) => {
                const wanted = Math.max(0, Math.min(count, size - offset));
                const buffer = Buffer.alloc(wanted);
                return buffer.subarray(0, wanted === 0 ? 0 : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, buffer, 0, wanted, offset));
            }
        });
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
/** Random access to bytes in memory, such as an EXIF block within a PNG. */
const bytesOf = (buffer) => ({
    length: buffer.length,
    at: (offset, count) => buffer.subarray(offset, Math.max(offset, Math.min(buffer.length, offset + count)))
});


/***/ }),

/***/ 37359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ readHeader)
});

// EXTERNAL MODULE: ./node_modules/image-size/dist/esm/index.js + 25 modules
var esm = __webpack_require__(72013);
// EXTERNAL MODULE: ./build/images/bytes.js
var images_bytes = __webpack_require__(49756);
;// CONCATENATED MODULE: ./build/images/tiff.js
const WIDTH = 256;
const HEIGHT = 257;
const ORIENTATION = 274;
const SAMPLES_PER_PIXEL = 277;
const X_RESOLUTION = 282;
const RESOLUTION_UNIT = 296;
const TILE_WIDTH = 322;
const SAMPLE_FORMAT = 339;
const MOST_PAGES = 10_000;
const MOST_ENTRIES = 4_096;
/** The size of each field type in bytes; types 16 to 18 are for BigTIFF only. */
const SIZES = {
    1: 1,
    2: 1,
    3: 2,
    4: 4,
    5: 8,
    6: 1,
    7: 1,
    8: 2,
    9: 4,
    10: 8,
    11: 4,
    12: 8,
    16: 8
};
/** Reads the directories. If the chain is damaged, `whole` is false and the pages before the damage are returned. */
function readTiff(bytes) {
    const reader = tiffReader(bytes);
    if (!reader)
        return { pages: [], whole: false };
    const pages = [];
    const seen = new Set();
    let at = reader.first;
    while (at > 0 && at < bytes.length && !seen.has(at) && pages.length < MOST_PAGES) {
        seen.add(at);
        const directory = reader.directory(at);
        if (!directory)
            break;
        pages.push(page(directory.fields));
        at = directory.next;
    }
    return { pages, whole: at === 0 };
}
function page(fields) {
    const orientation = fields.get(ORIENTATION) ?? 1;
    const unit = fields.get(RESOLUTION_UNIT) ?? 2;
    const resolution = fields.get(X_RESOLUTION) ?? 0;
    const perInch = unit === 3 ? 2.54 : 1;
    return {
        width: fields.get(WIDTH) ?? 0,
        height: fields.get(HEIGHT) ?? 0,
        orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
        dpi: unit !== 1 && resolution > 0 ? Math.round(resolution * perInch) : null,
        tiled: fields.has(TILE_WIDTH),
        float: fields.get(SAMPLE_FORMAT) === 3,
        greyAlpha: fields.get(SAMPLES_PER_PIXEL) === 2
    };
}
function tiffReader(bytes) {
    const head = bytes.at(0, 16);
    if (head.length < 8)
        return null;
    const little = head.toString('latin1', 0, 2) === 'II';
    const word = (buffer, at) => little ? buffer.readUInt16LE(at) : buffer.readUInt16BE(at);
    const long = (buffer, at) => little ? buffer.readUInt32LE(at) : buffer.readUInt32BE(at);
    const wide = (buffer, at) => Number(little ? buffer.readBigUInt64LE(at) : buffer.readBigUInt64BE(at));
    const big = word(head, 2) === 43;
    if (big && head.length < 16)
        return null;
    const offset = big ? wide : long;
    const layout = big ? { count: 8, entry: 20, value: 8 } : { count: 2, entry: 12, value: 4 };
    const fieldValue = (type, count, entry) => {
        const size = SIZES[type] ?? 0;
        if (size === 0 || count === 0)
            return null;
        const inline = entry.subarray(entry.length - layout.value);
        const value = size * count <= layout.value ? inline : bytes.at(offset(inline, 0), size);
        return value.length < size ? null : number(type, value);
    };
    const number = (type, value) => {
        if (type === 3)
            return word(value, 0);
        if (type === 4)
            return long(value, 0);
        if (type === 5)
            return long(value, 0) / (long(value, 4) || 1);
        return type === 16 ? wide(value, 0) : (value[0] ?? null);
    };
    return {
        first: big ? wide(head, 8) : long(head, 4),
        directory: (at) => {
            const start = bytes.at(at, layout.count);
            if (start.length < layout.count)
                return null;
            const count = Math.min(big ? wide(start, 0) : word(start, 0), MOST_ENTRIES);
            const table = bytes.at(at + layout.count, count * layout.entry + layout.value);
            const fields = new Map();
            for (let i = 0; i < count && (i + 1) * layout.entry <= table.length; i++) {
                const entry = table.subarray(i * layout.entry, (i + 1) * layout.entry);
                const length = big ? wide(entry, 4) : long(entry, 4);
                const value = fieldValue(word(entry, 2), length, entry);
                if (value !== null)
                    fields.set(word(entry, 0), value);
            }
            const end = count * layout.entry;
            return { fields, next: table.length >= end + layout.value ? offset(table, end) : 0 };
        }
    };
}

;// CONCATENATED MODULE: ./build/images/header.js



/** How much of a file the header library reads: thumbnails and colour profiles come before the size. */
const HEAD = 1024 * 1024;
/**
 * Reads the header of an image of a known format.
 *
 * @throws Error if the header is damaged
 */
function readHeader(format, bytes) {
    if (format === 'pdf')
        return plain(format, 0, 0);
    if (format === 'tiff' || format === 'bigtiff')
        return tiffHeader(format, bytes);
    const head = bytes.at(0, HEAD);
    // Chunks are read eight bytes at a time: from memory if the head is the whole file.
    const inMemory = bytes.length <= HEAD ? (0,images_bytes/* bytesOf */.$)(head) : bytes;
    const { width, height, orientation } = sizeOf(format, head, bytes);
    return {
        ...plain(format, width, height),
        orientation: upright(orientation ?? taggedOrientation(format, inMemory)),
        dpi: resolution(format, head)
    };
}
/** Photoshop and phones sometimes put megabytes before a JPEG's size: only then is more of the file read. */
const LARGE_HEAD = 64 * HEAD;
function sizeOf(format, head, bytes) {
    // The 12-byte OS/2 header stores each side in 16 bits.
    if (format === 'bmp' && head.readUInt32LE(14) === 12)
        return { width: head.readUInt16LE(18), height: head.readUInt16LE(20) };
    try {
        return (0,esm/* imageSize */.R9)(head);
    }
    catch (error) {
        if (bytes.length <= HEAD)
            throw error;
        return (0,esm/* imageSize */.R9)(bytes.at(0, LARGE_HEAD));
    }
}
const upright = (orientation) => orientation >= 1 && orientation <= 8 ? orientation : 1;
const plain = (format, width, height) => ({
    format,
    width,
    height,
    pages: 1,
    pixels: width * height,
    orientation: 1,
    dpi: null,
    oddity: null
});
function tiffHeader(format, bytes) {
    const { pages, whole } = readTiff(bytes);
    const [first] = pages;
    if (!first || first.width === 0 || first.height === 0)
        throw new Error('the TIFF has no page with a size');
    if (!whole)
        throw new Error(`the TIFF directory after page ${pages.length} is truncated or missing`);
    return {
        ...plain(format, first.width, first.height),
        pages: pages.length,
        pixels: pages.reduce((sum, page) => sum + page.width * page.height, 0),
        orientation: pages.every((page) => page.orientation === first.orientation)
            ? first.orientation
            : 1,
        dpi: first.dpi,
        oddity: oddityOf(pages)
    };
}
const oddityOf = (pages) => {
    if (pages.some(({ tiled }) => tiled))
        return 'tiled';
    if (pages.some(({ float }) => float))
        return 'float';
    return pages.some(({ greyAlpha }) => greyAlpha) ? 'transparent' : null;
};
/** PNG and WebP have EXIF in a chunk of its own, which the header library does not read. */
function taggedOrientation(format, bytes) {
    const exif = format === 'png' ? pngChunk(bytes, 'eXIf') : format === 'webp' ? webpExif(bytes) : null;
    return exif ? (readTiff((0,images_bytes/* bytesOf */.$)(exif)).pages[0]?.orientation ?? 1) : 1;
}
const MOST_CHUNKS = 10_000;
function pngChunk(bytes, wanted) {
    let at = 8;
    for (let i = 0; i < MOST_CHUNKS; i++) {
        const head = bytes.at(at, 8);
        if (head.length < 8)
            return null;
        const length = head.readUInt32BE(0);
        if (head.toString('latin1', 4, 8) === wanted)
            return bytes.at(at + 8, Math.min(length, HEAD));
        at += 12 + length;
    }
    return null;
}
function webpExif(bytes) {
    let at = 12;
    for (let i = 0; i < MOST_CHUNKS; i++) {
        const head = bytes.at(at, 8);
        if (head.length < 8)
            return null;
        const length = head.readUInt32LE(4);
        if (head.toString('latin1', 0, 4) === 'EXIF') {
            const block = bytes.at(at + 8, Math.min(length, HEAD));
            return block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block;
        }
        at += 8 + length + (length % 2);
    }
    return null;
}
/** The resolution, from exactly the places that Tesseract's image library reads: pHYs, JFIF density, the BMP header. */
function resolution(format, head) {
    if (format === 'png')
        return pngResolution(head);
    if (format === 'jpeg')
        return jfifResolution(head);
    if (format === 'bmp' && head.length >= 46 && head.readUInt32LE(14) >= 40)
        return perInch(head.readInt32LE(38) * INCHES_PER_METRE);
    return null;
}
const INCHES_PER_METRE = 0.0254;
function pngResolution(head) {
    const block = pngChunk((0,images_bytes/* bytesOf */.$)(head), 'pHYs');
    const metric = block !== null && block.length >= 9 && block[8] === 1;
    return metric ? perInch(block.readUInt32BE(0) * INCHES_PER_METRE) : null;
}
function jfifResolution(head) {
    if (head.length < 18 || head.toString('latin1', 6, 10) !== 'JFIF')
        return null;
    const unit = head[13];
    return unit === 1 || unit === 2 ? perInch(head.readUInt16BE(14) * (unit === 2 ? 2.54 : 1)) : null;
}
const perInch = (dpi) => (dpi >= 1 ? Math.round(dpi) : null);


/***/ }),

/***/ 28414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BE: () => (/* binding */ delayedSignal),
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   dJ: () => (/* binding */ cancelOnSignals),
/* harmony export */   dX: () => (/* binding */ rejectOnAbort),
/* harmony export */   qm: () => (/* binding */ letSignalsThrough),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** A signal that fires the given number of milliseconds after another, so that work in progress can finish first. */
function delayedSignal(signal, milliseconds) {
    const delayed = new AbortController();
    const fire = () => setTimeout(() => delayed.abort(signal.reason), milliseconds).unref();
    if (signal.aborted)
        fire();
    else
        signal.addEventListener('abort', fire, { once: true });
    return delayed.signal;
}
/** The process was asked to end the run early. */
class Cancelled extends Error {
    constructor(signal) {
        super(`The run was cancelled (${signal}).`);
    }
}
/**
 * Waits for the given number of milliseconds.
 *
 * @throws the signal's reason if it fires first
 */
const pause = (milliseconds, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
/**
 * Lets pending signals be delivered, between two pieces of work that never wait.
 *
 * @throws the signal's reason if it has fired
 */
async function letSignalsThrough(signal) {
    await new Promise((turn) => setImmediate(turn));
    signal.throwIfAborted();
}
/** Rejects with the signal's reason when it fires: race it with work that takes no signal. */
const rejectOnAbort = (signal) => new Promise((_, reject) => {
    if (signal.aborted)
        reject(signal.reason);
    else
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
});
/**
 * A signal that fires when the process is asked to end. The same request a second time ends the process and its
 * children at once.
 *
 * @param exitCode the exit code after a second request
 */
function cancelOnSignals(target, exitCode) {
    const controller = new AbortController();
    let first = null;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        target.on(name, () => {
            // A runner sends SIGINT and, 7.5 s later, SIGTERM: two different signals are one request.
            if (controller.signal.aborted && first === name)
                target.exit(exitCode);
            first ??= name;
            controller.abort(new Cancelled(name));
        });
    }
    return controller.signal;
}


/***/ }),

/***/ 68989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   AK: () => (/* binding */ relativeUrl),
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   ts: () => (/* binding */ escapeInvisible)
/* harmony export */ });
/**
 * Characters that must not be shown as they are: control characters, which break lines and terminals; direction marks,
 * which make one name look like another; zero-width characters; lone surrogates.
 */
const INVISIBLE = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it matches.
/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;
/** Untrusted text on one line: each invisible character is replaced by its code, such as `\u202e`. */
const escapeInvisible = (text) => text.replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** Shortens text to the given number of characters: `…` replaces its middle. */
function clip(text, most) {
    if (text.length <= most)
        return text;
    const characters = Array.from(text);
    if (characters.length <= most)
        return text;
    const end = Math.floor((most - 1) / 2);
    const beginning = most - 1 - end;
    return `${characters.slice(0, beginning).join('')}…${characters.slice(-end).join('')}`;
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};
/** Untrusted text as HTML, for an element or a quoted attribute. */
const escapeHtml = (text) => escapeInvisible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
/**
 * A path within the results folder as a relative URL, each segment encoded; null if it leads out of the folder, since
 * rows may come from an untrusted table.
 */
function relativeUrl(path) {
    const segments = path.replace(/\p{Surrogate}/gu, '\ufffd').split('/');
    if (segments.some((segment) => ['', '.', '..'].includes(segment)))
        return null;
    // Without "./", a first segment with a colon would be a scheme.
    return `./${segments.map(encodeURIComponent).join('/')}`;
}
/** Punctuation that has a meaning in Markdown or on GitHub within a line. */
const MARKUP = /[!#$&*<>@[\\\]^_`{|}~]|:(?=\S)|(?<=www)\./gi;
/** GitHub makes links and emoji of these even as entities: mentions, issues, addresses, `:emoji:`. */
const LINKING = '@#:.';
/** Turns punctuation into entities, which are never markup; a separator keeps GitHub from making links of them. */
const encoded = (text, separator) => escapeInvisible(text).replace(MARKUP, (mark) => {
    const entity = `&#${mark.charCodeAt(0)};`;
    return LINKING.includes(mark) ? `${separator}${entity}${separator}` : entity;
});
/** A sentence with untrusted text in it, as text in Markdown or in a cell of a Markdown table. */
const markdownText = (text) => encoded(text, '\u2060');
/** An untrusted name as code in Markdown or in a cell of a Markdown table. It can be copied exactly. */
const markdownCode = (text) => `<code>${encoded(text, '<!-- -->')}</code>`;


/***/ }),

/***/ 72281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/** The exit codes of the command. Scripts rely on them; the README's table is tested against them. */
const exitCodes = {
    done: 0,
    /** More images failed than `fail-on` allows. */
    imagesFailed: 1,
    /** Wrong usage or invalid input; nothing was started. */
    badInput: 2,
    /** The run itself failed. */
    runFailed: 3,
    /** The code that shells use for SIGINT. */
    cancelled: 130
};


/***/ }),

/***/ 92257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Works on items in order, at most `limit` at a time. After a failure no further item starts; the first failure is
 * thrown once everything in progress has settled, so that nothing is left running.
 */
async function inParallel(items, limit, work) {
    const queue = items[Symbol.iterator]();
    let failure = null;
    const worker = async () => {
        for (let next = queue.next(); !next.done; next = queue.next()) {
            try {
                await work(next.value);
            }
            catch (error) {
                failure ??= { error };
            }
            if (failure)
                return;
        }
    };
    await Promise.all(Array.from({ length: limit }, worker));
    if (failure)
        throw failure.error;
}


/***/ }),

/***/ 98377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R9: () => (/* binding */ NotStarted),
/* harmony export */   eF: () => (/* binding */ run),
/* harmony export */   ni: () => (/* binding */ start),
/* harmony export */   z7: () => (/* binding */ kill)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);

/** A program could not be started. */
class NotStarted extends Error {
}
/** Output beyond this many bytes is dropped, so that a program in a loop cannot fill our memory. */
const MOST_OUTPUT = 16 * 1024 * 1024;
const running = new Set();
let killsOnExit = false;
/**
 * Starts a program in a process group of its own, so that it can be killed with everything it starts. If it still runs
 * when this process exits, it is killed.
 */
function start(command, args, options) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, args, {
        env: options.env,
        cwd: options.cwd,
        stdio: [options.input, 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
        windowsHide: true
    });
    running.add(child);
    child.once('close', () => running.delete(child));
    child.once('error', () => running.delete(child));
    if (!killsOnExit)
        process.once('exit', () => running.forEach(kill));
    killsOnExit = true;
    return child;
}
/** Kills a program and everything it started. */
function kill(child) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            child.kill('SIGKILL');
        else
            process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // It has exited in the meantime.
    }
}
/**
 * Runs a program until it ends.
 *
 * @throws NotStarted if it cannot be started; the signal's reason if it fires, after killing the program
 */
function run(command, args, options) {
    const { signal } = options;
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
        const child = start(command, args, {
            env: options.env,
            cwd: options.cwd,
            input: options.input === undefined ? 'ignore' : 'pipe'
        });
        const stdout = collector();
        const stderr = collector();
        const stop = () => kill(child);
        signal?.addEventListener('abort', stop, { once: true });
        const listen = (into) => (chunk) => {
            into(chunk);
            options.onOutput?.(chunk.toString());
        };
        child.stdout?.on('data', listen(stdout.add));
        child.stderr?.on('data', listen(stderr.add));
        child.stdin?.on('error', () => { });
        child.stdin?.end(options.input);
        child.once('error', (cause) => {
            signal?.removeEventListener('abort', stop);
            reject(new NotStarted(`${command} could not be started (${cause.message}).`, { cause }));
        });
        child.once('close', (code, endedBy) => {
            signal?.removeEventListener('abort', stop);
            if (signal?.aborted)
                reject(signal.reason);
            else
                resolve({ code, signal: endedBy, stdout: stdout.all(), stderr: stderr.all().toString() });
        });
    });
}
function collector() {
    const chunks = [];
    let length = 0;
    return {
        add: (chunk) => {
            if (length < MOST_OUTPUT)
                chunks.push(chunk);
            length += chunk.length;
        },
        all: () => Buffer.concat(chunks)
    };
}


/***/ }),

/***/ 94869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   KQ: () => (/* binding */ dateTime),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   oB: () => (/* binding */ plainSpaces),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/** A narrow no-break space: separates groups of digits, and a number from its unit. */
const NARROW_SPACE = '\u202f';
/** Replaces narrow spaces by ordinary ones, for logs and terminals. */
const plainSpaces = (text) => text.replaceAll(NARROW_SPACE, ' ');
/** A whole number with its digits in groups: `1 234 567`. */
const grouped = (number) => String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, NARROW_SPACE);
/** A number with its noun: `1 image`, `1 234 images`. */
const count = (number, noun) => `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
/** A number with at most one decimal: `91.2`, `1 234`. */
function decimal(number) {
    const tenths = Math.round(Math.abs(number) * 10);
    const sign = number < 0 && tenths > 0 ? '-' : '';
    return `${sign}${grouped(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
}
/** A fraction of 1 as a percentage: `97 %`. */
const percent = (share) => `${grouped(share * 100)}${NARROW_SPACE}%`;
/** Seconds in readable units: `0.4 s`, `12 s`, `2 min 5 s`, `1 h 3 min`. */
function duration(seconds) {
    if (seconds > 0 && seconds < 0.05)
        return `<${NARROW_SPACE}0.1${NARROW_SPACE}s`;
    if (seconds < 9.95)
        return `${decimal(seconds)}${NARROW_SPACE}s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole}${NARROW_SPACE}s`;
    if (whole < 3600)
        return inTwoUnits(Math.floor(whole / 60), 'min', whole % 60, 's');
    const minutes = Math.round(seconds / 60);
    return inTwoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}
const inTwoUnits = (large, largeUnit, small, smallUnit) => `${grouped(large)}${NARROW_SPACE}${largeUnit}${small === 0 ? '' : ` ${small}${NARROW_SPACE}${smallUnit}`}`;
const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB'];
/** Bytes in readable units: `512 bytes`, `1.2 MB`. */
function size(bytes) {
    const power = bytes < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
    return `${decimal(bytes / 1000 ** power)}${NARROW_SPACE}${SIZES[power]}`;
}
/** A time in UTC: `2026-11-22 23:23:37`. Text that is not a time is returned unchanged. */
function dateTime(iso) {
    const time = Date.parse(iso);
    return Number.isNaN(time) ? iso : new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}


/***/ }),

/***/ 95852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ti: () => (/* binding */ pathInArtifact),
/* harmony export */   Vi: () => (/* binding */ shardArtifact),
/* harmony export */   ze: () => (/* binding */ isShard)
/* harmony export */ });
/**
 * How GitHub's artifacts name the parts of a run. A merge reads downloaded artifacts from plain folders, without GitHub,
 * so both it and `github/artifacts` need these rules; they are kept here, where both may import them.
 */
/** Characters that GitHub rejects in the paths of an artifact (actions/toolkit, path-and-artifact-name-validation). */
const REJECTED = /["<>:|*?\r\n\\]/g;
const percentEncoded = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
/** A path as it is in an artifact: each character that GitHub rejects becomes `%XX`. */
const pathInArtifact = (path) => path.replace(REJECTED, percentEncoded);
/** `ocr-text-2-of-4`, with `-attempt-2` in a re-run, or with six more digits after a name clash. */
const NAME = /^(?<prefix>.+)-(?<kind>text|metadata)-(?<index>\d{1,4})-of-(?<count>\d{1,4})(?:-attempt-(?<attempt>\d{1,6})|-[0-9a-f]{6})?$/;
/** Parses the name of a shard's artifact; null for any other name. */
function shardArtifact(name) {
    const { prefix = '', kind, index, count, attempt = '1' } = NAME.exec(name)?.groups ?? {};
    const shard = { index: Number(index), count: Number(count) };
    if (!isShard(shard))
        return null;
    return { prefix, kind: kind === 'text' ? 'text' : 'metadata', shard, attempt: Number(attempt) };
}
/** Whether these are numbers that the input `shard` accepts. */
const isShard = ({ index, count }) => Number.isInteger(index) &&
    Number.isInteger(count) &&
    index >= 1 &&
    index <= count &&
    count < 10_000;


/***/ }),

/***/ 36409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ estimateSeconds)
/* harmony export */ });
/**
 * Seconds that a warm engine takes for an image, estimated from its header. Fitted on real scans and generated pages. It
 * ranks images better than pixels or bytes alone, which matters because the largest are read first.
 */
const BASE = 0.05;
const PER_MEGAPIXEL = 0.24;
const PER_MEGABYTE = 0.57;
/** PDF pages have no pixels until they are rasterized; this is an A4 page at 300 dpi. */
const PDF_MEGAPIXELS = 8.7;
/** Estimates the seconds to read an image; 0 if it will not be read. */
function estimateSeconds(image) {
    if (!image.header)
        return 0;
    const megapixels = image.header.format === 'pdf' ? PDF_MEGAPIXELS : image.header.pixels / 1e6;
    return BASE + PER_MEGAPIXEL * megapixels + PER_MEGABYTE * Math.min(image.bytes / 1e6, megapixels);
}


/***/ }),

/***/ 73145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ busyShare),
/* harmony export */   Jp: () => (/* binding */ lowestConfidence),
/* harmony export */   Ml: () => (/* binding */ slowest),
/* harmony export */   e9: () => (/* binding */ failures),
/* harmony export */   ez: () => (/* binding */ whatHappened),
/* harmony export */   u$: () => (/* binding */ preparation)
/* harmony export */ });
/* harmony import */ var _results_row_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16069);

/** The failed images, by path. */
const failures = (rows) => rows.filter(({ status }) => status === 'failed').sort(_results_row_js__WEBPACK_IMPORTED_MODULE_0__/* .byImage */ .hA);
/** The images that took longest to read in this run; reused ones took no time. */
const slowest = (rows, most) => rows
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || (0,_results_row_js__WEBPACK_IMPORTED_MODULE_0__/* .byImage */ .hA)(a, b))
    .slice(0, most);
/** The images whose text has the lowest confidence. */
const lowestConfidence = (rows, most) => rows
    .filter(({ confidence }) => confidence !== null)
    .sort((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0) || (0,_results_row_js__WEBPACK_IMPORTED_MODULE_0__/* .byImage */ .hA)(a, b))
    .slice(0, most);
/** The error message of a failed image, without the path that it begins with. */
function whatHappened({ image, error }) {
    const message = error?.message ?? '';
    if (message.startsWith(`${image} `))
        return `The file${message.slice(image.length)}`;
    if (!message.startsWith(`${image}: `))
        return message;
    const sentence = message.slice(image.length + 2);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
/** What the second look did to an image, and whether its text was used; `–` if there was none. */
function preparation({ look, secondLook }) {
    if (secondLook === null)
        return look === 2 ? 'second look' : '–';
    return look === 2 ? secondLook : `${secondLook} (not used)`;
}
/** The share of the run's wall time that a node's slots with tasks were busy; null if none had tasks. */
function busyShare(node, { run, tasks }) {
    const slots = new Set(tasks.filter((task) => task.node === node.id).map(({ slot }) => slot));
    if (slots.size === 0 || run.seconds === 0)
        return null;
    return Math.min(1, node.busySeconds / (slots.size * run.seconds));
}


/***/ }),

/***/ 42787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markdownTable)
/* harmony export */ });
/** Rows of cells as a Markdown table. Each cell must be Markdown on one line. */
function markdownTable(columns, rows) {
    return [
        line(columns.map(({ title }) => title)),
        line(columns.map(({ numbers }) => (numbers ? '---:' : '---'))),
        ...rows.map(line)
    ].join('\n');
}
const line = (cells) => `| ${cells.join(' | ')} |`;


/***/ }),

/***/ 74611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ artifactsSummary),
/* harmony export */   IE: () => (/* binding */ failuresSummary),
/* harmony export */   sp: () => (/* binding */ jobSummary)
/* harmony export */ });
/* harmony import */ var _lib_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68989);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94869);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73145);
/* harmony import */ var _markdown_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42787);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47342);





/**
 * GitHub silently drops a summary over 1 MiB. These limits keep the longest one that hostile names can make under half
 * of that: each of their characters takes up to 30 bytes when it is escaped.
 */
const MOST_FAILURES = 50;
const MOST_NODES = 25;
const MOST_NAMED = 5;
const LONGEST_NAME = 120;
const LONGEST_SENTENCE = 160;
const LONGEST_WORD = 40;
const LONGEST_PROBLEM = 1000;
const SIGNS = { good: '✅', mixed: '⚠️', bad: '❌', ended: '⏹️' };
/** The GitHub job summary of a run, in Markdown. */
function jobSummary(report, options) {
    const parts = [
        headline(report),
        problemPart(report),
        totalsPart(report),
        artifactsPart(options.artifacts),
        failuresPart(report.rows, options.mostFailures),
        nodesPart(report),
        lowestConfidencePart(report.rows),
        slowestPart(report.rows),
        originPart(report)
    ];
    return joined(parts);
}
/** Only the failures of a run, in Markdown. */
const failuresSummary = (report, mostFailures) => joined([headline(report), problemPart(report), failuresPart(report.rows, mostFailures)]);
/** Only the links to a run's artifacts, to add to its summary, in Markdown. */
const artifactsSummary = (artifacts) => joined([artifactsPart(artifacts)]);
const joined = (parts) => `${parts.filter((part) => part !== null).join('\n\n')}\n`;
function headline({ run }) {
    const { tone, sentence } = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .verdictOf */ .V)(run);
    return `## ${SIGNS[tone]} ${sentence}`;
}
/** Why the run failed; Azure's reasons can be long. */
const problemPart = ({ run: { problem } }) => problem && `**Why:** ${(0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(problem, LONGEST_PROBLEM))}`;
function totalsPart({ run: { totals, seconds, speedup } }) {
    const { images, recognized, reused, empty, failed, pages, words, confidence } = totals;
    const figures = [
        ['Images', (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(images)],
        ['Recognized', (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(recognized)],
        ['Reused', (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(reused)],
        ['Empty', (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(empty)],
        ['Failed', failed > 0 ? `**${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(failed)}**` : '0'],
        ['Pages', (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(pages)],
        ['Words', (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(words)],
        ['Mean confidence', confidence === null ? '–' : (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .decimal */ ._)(confidence)],
        ['Wall time', (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(seconds)],
        ['Speedup', speedup === null ? '–' : `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .decimal */ ._)(speedup)} ×`]
    ];
    const columns = figures.map(([title]) => ({ title, numbers: true }));
    return (0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownTable */ .Q)(columns, [figures.map(([, figure]) => figure)]);
}
function artifactsPart(artifacts) {
    if (artifacts.length === 0)
        return null;
    const links = artifacts.map(({ name, url }) => `[${(0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(name)}](<${linkTarget(url)}>)`);
    return `**Artifacts:** ${links.join(' · ')}`;
}
/** An address between `<` and `>`, with no character that could end it. */
const linkTarget = (url) => url.replace(/[\s<>\\|&]/g, (character) => encodeURIComponent(character).replace('%26', '&amp;'));
function failuresPart(rows, most = MOST_FAILURES) {
    const failed = (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .failures */ .e9)(rows);
    if (failed.length === 0)
        return null;
    const table = (0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownTable */ .Q)([{ title: 'Image' }, { title: 'Code' }, { title: 'What happened' }], failed
        .slice(0, most)
        .map((row) => [
        name(row),
        row.error?.code ?? '',
        (0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .whatHappened */ .ez)(row), LONGEST_SENTENCE))
    ]));
    return [
        `### ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(failed.length, 'image')} failed`,
        table,
        ...more(failed, most, 'results.csv')
    ].join('\n\n');
}
function nodesPart(report) {
    const { nodes } = report;
    if (nodes.length === 0)
        return null;
    const table = (0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownTable */ .Q)([
        { title: 'Node' },
        { title: 'Host' },
        { title: 'Cores', numbers: true },
        { title: 'Tasks', numbers: true },
        { title: 'Images', numbers: true },
        { title: 'Busy', numbers: true },
        { title: 'Busy share of wall time', numbers: true }
    ], nodes.slice(0, MOST_NODES).map((node) => nodeCells(node, report)));
    return ['### Nodes', table, ...more(nodes, MOST_NODES, 'metadata/nodes')].join('\n\n');
}
function nodeCells(node, report) {
    const share = (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .busyShare */ .Ft)(node, report);
    return [
        (0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(node.id, LONGEST_WORD)),
        (0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(node.host, LONGEST_WORD)),
        (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(node.cores),
        (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(node.tasks),
        (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(node.images),
        (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(node.busySeconds),
        share === null ? '–' : (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .percent */ .KN)(share)
    ];
}
function lowestConfidencePart(rows) {
    const images = (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .lowestConfidence */ .Jp)(rows, MOST_NAMED);
    const columns = [
        { title: 'Image' },
        { title: 'Confidence', numbers: true },
        { title: 'Words', numbers: true },
        { title: 'Preparation' }
    ];
    const cells = images.map((row) => [
        name(row),
        (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .decimal */ ._)(row.confidence ?? 0),
        (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(row.words),
        (0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .preparation */ .u$)(row), LONGEST_SENTENCE))
    ]);
    return images.length === 0 ? null : folded('Lowest confidence', (0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownTable */ .Q)(columns, cells));
}
function slowestPart(rows) {
    const slow = (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .slowest */ .Ml)(rows, MOST_NAMED);
    const columns = [
        { title: 'Image' },
        { title: 'Time', numbers: true },
        { title: 'Pages', numbers: true },
        { title: 'Status' }
    ];
    const cells = slow.map((row) => [
        name(row),
        (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(row.seconds),
        (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(row.pages),
        row.status
    ]);
    return slow.length === 0 ? null : folded('Slowest images', (0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownTable */ .Q)(columns, cells));
}
function originPart({ run }) {
    const id = (0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(run.id, LONGEST_NAME));
    const backend = (0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(run.backend, LONGEST_WORD));
    return `<sub>Run ${id} on ${backend}, ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(run.totals.tasks, 'task')} on ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(run.totals.nodes, 'node')}. \`report.html\` and the tables of all images are in the artifacts.</sub>`;
}
const name = ({ image }) => (0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(image, LONGEST_NAME));
const folded = (title, content) => `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
/** Says how many rows a table leaves out, and where they are. */
const more = (all, shown, where) => all.length > shown ? [`… and ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(all.length - shown)} more, in \`${where}\`.`] : [];


/***/ }),

/***/ 47342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ verdictOf)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);

/** The verdict on a run, from its outcome and totals. */
function verdictOf({ outcome, totals }) {
    const { images, failed } = totals;
    const partly = `${readCount(images - failed, images)}, ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(failed)}`;
    if (outcome === 'cancelled')
        return { tone: 'ended', sentence: `Cancelled: ${partly} not` };
    if (outcome === 'failed')
        return { tone: 'bad', sentence: `Run failed: ${partly} not` };
    if (outcome === 'running')
        return { tone: 'ended', sentence: `Unfinished: ${partly} not` };
    if (images === 0)
        return { tone: 'ended', sentence: 'There was no image to read' };
    if (failed === 0)
        return { tone: 'good', sentence: allRead(images) };
    if (failed === images)
        return { tone: 'bad', sentence: noneRead(images) };
    return { tone: 'mixed', sentence: `${partly} failed` };
}
const readCount = (read, images) => `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(read)} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(images, 'image')} ${read === 1 ? 'was' : 'were'} read`;
const allRead = (images) => images === 1 ? 'The image was read' : `All ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(images)} images were read`;
const noneRead = (images) => images === 1
    ? 'The image could not be read'
    : `None of the ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(images)} images could be read`;


/***/ }),

/***/ 85176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ writeReport)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/results/row.js
var row = __webpack_require__(16069);
// EXTERNAL MODULE: ./build/report/findings.js
var findings = __webpack_require__(73145);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(94869);
// EXTERNAL MODULE: ./build/lib/escape.js
var lib_escape = __webpack_require__(68989);
;// CONCATENATED MODULE: ./build/report/html.js

/** HTML that is safe as it is: made by `html`, or a constant of our own. */
class Markup {
    source;
    constructor(source) {
        this.source = source;
    }
}
/** Makes markup from a template. All text put into it is escaped, so no name can be missed. */
function html(template, ...contents) {
    return new Markup(template.map((text, index) => text + sourceOf(contents[index] ?? null)).join(''));
}
function sourceOf(content) {
    if (content === null)
        return '';
    if (content instanceof Markup)
        return content.source;
    if (typeof content === 'object')
        return content.map(sourceOf).join('');
    return (0,lib_escape/* escapeHtml */.ZD)(String(content));
}

;// CONCATENATED MODULE: ./build/report/histogram.js


const BINS = 20;
const WIDTH = 100 / BINS;
/** In pixels: the height of the highest bar, and the space above and below it. */
const HEIGHT = 120;
const ABOVE = 18;
const BELOW = 20;
/** Draws how many images have which confidence; null if none has any. */
function confidenceHistogram(rows) {
    const confidences = rows.map(({ confidence }) => confidence).filter((value) => value !== null);
    if (confidences.length === 0)
        return null;
    const bins = binned(confidences);
    const highest = Math.max(...bins);
    return html `<svg class="histogram" role="img" aria-label="${description(confidences)}">
${bins.map((images, bin) => bar(images, bin, highest))}
<line class="base" x1="0" x2="100%" y1="${ABOVE + HEIGHT}" y2="${ABOVE + HEIGHT}"/>
${[0, 25, 50, 75, 100].map(mark)}
</svg>
<p class="note">${description(confidences)}</p>`;
}
/** How many of the confidences, 0 to 100, are in each bin; 100 is in the last. */
function binned(confidences) {
    const bins = Array.from({ length: BINS }, () => 0);
    for (const confidence of confidences) {
        const bin = Math.min(BINS - 1, Math.floor(confidence / WIDTH));
        bins[bin] = (bins[bin] ?? 0) + 1;
    }
    return bins;
}
function bar(images, bin, highest) {
    if (images === 0)
        return null;
    const height = Math.max(2, Math.round((images / highest) * HEIGHT));
    const top = ABOVE + HEIGHT - height;
    return html `<rect class="bar" x="${bin * WIDTH + 0.4}%" width="${WIDTH - 0.8}%" y="${top}" height="${height}" rx="2"><title>${(0,lib_text/* count */.U9)(images, 'image')} with a confidence of ${bin * WIDTH} to ${(bin + 1) * WIDTH}</title></rect><text class="bin" x="${(bin + 0.5) * WIDTH}%" y="${top - 5}" text-anchor="middle">${(0,lib_text/* grouped */.zD)(images)}</text>`;
}
const mark = (value) => html `<text x="${value}%" y="${ABOVE + HEIGHT + BELOW - 4}" text-anchor="${value === 0 ? 'start' : value === 100 ? 'end' : 'middle'}">${value}</text>`;
function description(confidences) {
    const sorted = [...confidences].sort((a, b) => a - b);
    const at = (share) => (0,lib_text/* decimal */._)(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
    const images = `Mean confidence of ${(0,lib_text/* count */.U9)(sorted.length, 'image')} with words`;
    if (at(0) === at(1))
        return `${images}: ${at(0)}.`;
    return `${images}: ${at(0)} to ${at(1)}, half of them between ${at(0.25)} and ${at(0.75)}.`;
}

;// CONCATENATED MODULE: ./build/report/table.js


/** Rows as a table that the page's script can sort, in a frame that scrolls by mouse, touch and keyboard. */
function table({ caption, hidden = false, id }, columns, items) {
    return html `<div class="frame" role="region" tabindex="0" aria-label="${caption}">
<table${id === undefined ? null : html ` id="${id}"`}>
<caption${hidden ? new Markup(' class="visually-hidden"') : null}>${caption}</caption>
<thead><tr>${columns.map((column) => html `<th scope="col"${classOf(column)}>${column.title}</th>`)}</tr></thead>
<tbody>
${items.map((item) => html `<tr>${columns.map((column) => cellOf(column, item))}</tr>\n`)}
</tbody>
</table>
</div>`;
}
function cellOf(column, item) {
    const { number, cell } = column;
    const value = number && html ` data-value="${number(item)}"`;
    return html `<td${classOf(column)}${value ?? null}>${cell(item)}</td>`;
}
function classOf({ number, kind }) {
    if (number)
        return html ` class="number"`;
    return kind ? html ` class="${kind}"` : null;
}
/** Says how many rows a table leaves out, and where they all are. */
const leftOut = (all, shown, where) => all <= shown
    ? null
    : html `<p class="note">Showing the first ${(0,lib_text/* grouped */.zD)(shown)} of ${(0,lib_text/* grouped */.zD)(all)}; <code>${where}</code> has all.</p>`;

;// CONCATENATED MODULE: ./build/report/image-tables.js





/** The end of a longer message, such as a program's output, is only in the tables. */
const LONGEST_MESSAGE = 600;
const NONE = '–';
/** An image's name, as a link to its text if it has one. A long name breaks between folders first. */
function imageName({ image, text }) {
    const parts = image.split('/').map((part, index) => (index === 0 ? part : html `/<wbr>${part}`));
    const url = text === null ? null : (0,lib_escape/* relativeUrl */.AK)(text);
    return url === null ? parts : html `<a href="${url}">${parts}</a>`;
}
const imageColumn = { title: 'Image', cell: imageName, kind: 'path' };
const numberColumn = (title, number, format = lib_text/* decimal */._) => ({
    title,
    number,
    cell: (row) => {
        const value = number(row);
        return value === null ? NONE : format(value);
    }
});
const confidence = numberColumn('Confidence', (row) => row.confidence);
const words = numberColumn('Words', (row) => row.words, lib_text/* grouped */.zD);
const pages = numberColumn('Pages', (row) => row.pages, lib_text/* grouped */.zD);
/** A reused result took no time, which does not make it the quickest. */
const time = numberColumn('Time', (row) => (row.status === 'reused' ? null : row.seconds), lib_text/* duration */.p0);
const image_tables_status = {
    title: 'Status',
    cell: (row) => html `<span class="kind ${row.status}">${row.status}</span>`
};
/** The failed images and why, with a count of each error code; null if none failed. */
function failuresTable(failed, most) {
    if (failed.length === 0)
        return null;
    const columns = [
        imageColumn,
        {
            title: 'What happened',
            cell: (row) => html `<code class="code">${row.error?.code ?? ''}</code> ${(0,lib_escape/* clip */.$Q)((0,findings/* whatHappened */.ez)(row), LONGEST_MESSAGE)}`,
            kind: 'words'
        }
    ];
    return html `<p class="reasons">${errorCounts(failed)}</p>
${table({ caption: 'Failed images', hidden: true }, columns, failed.slice(0, most))}
${leftOut(failed.length, most, 'results.csv')}`;
}
function errorCounts(failed) {
    const counts = new Map();
    for (const { error } of failed)
        counts.set(error?.code ?? '', (counts.get(error?.code ?? '') ?? 0) + 1);
    return [...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([code, images]) => html `<span><b>${(0,lib_text/* grouped */.zD)(images)}</b> <code>${code}</code></span> `);
}
/** All images, with a box to filter them by any column; null if there are none. */
function imagesTable(rows, most) {
    if (rows.length === 0)
        return null;
    const shown = rows.slice(0, most);
    return html `<p class="filter" hidden><label for="filter">Filter</label> <input id="filter" type="search" autocomplete="off" spellcheck="false" placeholder="Name, status, …"> <output for="filter"></output></p>
${table({ caption: 'Images, by path', hidden: true, id: 'all-images' }, imageColumns(shown), shown)}
${leftOut(rows.length, most, 'results.csv')}`;
}
function imageColumns(shown) {
    const groups = new Set(shown.flatMap(({ keys }) => Object.keys(keys)));
    const hasSecondLooks = shown.some(({ secondLook }) => secondLook !== null);
    return [
        imageColumn,
        image_tables_status,
        ...[...groups].map((group) => ({ title: group, cell: (row) => row.keys[group] ?? NONE })),
        ...(shown.some((row) => row.pages > 1) ? [pages] : []),
        words,
        confidence,
        time,
        ...(hasSecondLooks ? [preparationColumn] : [])
    ];
}
const preparationColumn = {
    title: 'Preparation',
    cell: (row) => (row.status === 'failed' ? NONE : (0,findings/* preparation */.u$)(row)),
    kind: 'words'
};
/** The images to check first; null if no image has words. */
function lowestConfidenceTable(rows) {
    if (rows.length === 0)
        return null;
    return table({ caption: 'Lowest confidence' }, [imageColumn, confidence, preparationColumn], rows);
}
/** The images that took longest to read; null if all were reused. */
function slowestTable(rows) {
    if (rows.length === 0)
        return null;
    const paged = { ...pages, cell: (row) => (0,lib_text/* count */.U9)(row.pages, 'page') };
    return table({ caption: `Slowest ${rows.length === 1 ? 'image' : 'images'}` }, [imageColumn, time, paged], rows);
}

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
;// CONCATENATED MODULE: ./build/report/page-head.js



/** The head of the page: the verdict, when and where the run took place, and the totals. */
function pageHead({ run }) {
    const { tone, sentence } = (0,verdict/* verdictOf */.V)(run);
    return html `<header class="${tone}">
<p class="kicker">OCR report</p>
<h1>${sentence}</h1>
<p class="origin">${origin(run)}</p>
${banner(run)}
${shares(run)}
<dl class="figures">
${figures(run).map(({ name, value, kind, note }) => html `<div${kind && html ` class="kind ${kind}"`}><dt>${name}</dt><dd>${value}${note && html `<small>${note}</small>`}</dd></div>
`)}
</dl>
</header>`;
}
function origin(run) {
    const { start, seconds, backend, repository, commit, workflowRun } = run;
    const parts = [
        html `<time datetime="${start}">${(0,lib_text/* dateTime */.KQ)(start)} UTC</time>`,
        `took ${(0,lib_text/* duration */.p0)(seconds)}`,
        backend === 'local' ? 'on this machine' : `on ${backend}`
    ];
    if (repository !== null) {
        parts.push(html `${repository}${commit && html ` at <code>${commit.slice(0, 12)}</code>`}`);
    }
    // The address comes from the environment, so it may be any URL, such as `javascript:`.
    if (workflowRun !== null && /^https?:\/\//.test(workflowRun)) {
        parts.push(html `<a href="${workflowRun}">workflow run</a>`);
    }
    return parts.map((part, index) => html `${index > 0 ? ' · ' : ''}<span>${part}</span>`);
}
const UNFINISHED = {
    cancelled: 'This run was cancelled.',
    running: 'This run has not finished.',
    failed: 'This run failed.'
};
/** What happened to a run that did not finish; null if it did. */
function banner({ outcome, problem }) {
    if (outcome === 'done')
        return null;
    return html `<p class="banner">${UNFINISHED[outcome]}${problem && ` ${problem}`} Finished results are kept; the next run with the same results folder reads the rest.</p>`;
}
const KINDS = ['recognized', 'reused', 'empty', 'failed'];
/** The images by status, as one bar; the figures below have the numbers. */
function shares({ totals }) {
    if (totals.images === 0)
        return null;
    let before = 0;
    const parts = KINDS.map((kind) => {
        const x = before;
        const width = (totals[kind] / totals.images) * 100;
        before += width;
        return width === 0
            ? null
            : html `<rect class="${kind}" x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" height="100%"/>`;
    });
    return html `<svg class="shares" aria-hidden="true">${parts}</svg>`;
}
function figures({ totals, seconds, speedup }) {
    const { confidence, taskSeconds } = totals;
    const plain = (name, value, note = null) => ({
        name,
        value,
        kind: null,
        note
    });
    const counted = (kind, name) => ({
        name,
        value: (0,lib_text/* grouped */.zD)(totals[kind]),
        kind,
        note: null
    });
    return [
        plain('Images', (0,lib_text/* grouped */.zD)(totals.images), (0,lib_text/* size */.Ej)(totals.bytes)),
        counted('recognized', 'Recognized'),
        counted('reused', 'Reused'),
        counted('empty', 'Empty'),
        counted('failed', 'Failed'),
        plain('Pages', (0,lib_text/* grouped */.zD)(totals.pages)),
        plain('Words', (0,lib_text/* grouped */.zD)(totals.words)),
        plain('Mean confidence', confidence === null ? '–' : (0,lib_text/* decimal */._)(confidence), 'of 100'),
        plain('Wall time', (0,lib_text/* duration */.p0)(seconds), `${(0,lib_text/* duration */.p0)(taskSeconds)} of tasks`),
        plain('Speedup', speedup === null ? '–' : `${(0,lib_text/* decimal */._)(speedup)}\u202f×`, 'task time ÷ wall time')
    ];
}

;// CONCATENATED MODULE: ./build/report/page-script.js
/**
 * The page's script: sorts tables by a column, and filters the images. It only moves and hides existing rows and never
 * turns text into markup, so that no name can inject any.
 */
const SCRIPT = `
'use strict'
const valueOf = (row, column) => {
  const cell = row.cells[column]
  if (!('value' in cell.dataset)) return cell.textContent.toLowerCase()
  return cell.dataset.value === '' ? null : Number(cell.dataset.value)
}
const letters = new Intl.Collator('en', { numeric: true })
const compare = (a, b) => (typeof a === 'number' ? a - b : letters.compare(a, b))

for (const table of document.querySelectorAll('table')) {
  const body = table.tBodies[0]
  Array.from(table.tHead.rows[0].cells, (head, column) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = head.textContent
    head.replaceChildren(button)
    button.addEventListener('click', () => {
      // The largest number first, but names from A.
      const first = head.className === 'number' ? 'descending' : 'ascending'
      const other = first === 'ascending' ? 'descending' : 'ascending'
      const order = head.getAttribute('aria-sort') === first ? other : first
      for (const each of table.tHead.rows[0].cells) each.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', order)
      const sign = order === 'ascending' ? 1 : -1
      const valued = Array.from(body.rows, (row) => ({ row, value: valueOf(row, column) }))
      valued.sort((a, b) =>
        a.value === null || b.value === null
          ? (a.value === null) - (b.value === null)
          : sign * compare(a.value, b.value)
      )
      body.append(...valued.map(({ row }) => row))
    })
  })
}

const filter = document.getElementById('filter')
if (filter) {
  const rows = Array.from(document.getElementById('all-images').tBodies[0].rows, (row) => ({
    row,
    text: Array.from(row.cells, (cell) => cell.textContent).join(' ').toLowerCase()
  }))
  const output = document.querySelector('output')
  const apply = () => {
    const terms = filter.value.toLowerCase().split(/\\s+/)
    let shown = 0
    for (const { row, text } of rows) {
      row.hidden = !terms.every((term) => text.includes(term))
      if (!row.hidden) shown++
    }
    output.textContent = filter.value.trim() === '' ? '' : shown + ' of ' + rows.length
  }
  filter.addEventListener('input', apply)
  filter.closest('p').hidden = false
  // Going back in history restores the filter's text, but not its effect.
  apply()
}
`;

;// CONCATENATED MODULE: ./build/report/page-style.js
/** The page's style sheet, in the reader's light or dark scheme. */
const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #faf9f6; --surface: #ffffff; --ink: #20242a; --muted: #5b636e; --line: #e4e1d9; --hover: #f4f2ec;
  --link: #1c5d86; --recognized: #3a7ca5; --reused: #7aa5bf; --empty: #b5962f; --failed: #c2412d;
  --notice: #fdf3d7; --notice-ink: #5f4708;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --surface: #1a1e23; --ink: #e3e6e9; --muted: #9ba5b0; --line: #2c323a; --hover: #20252b;
    --link: #86c1e6; --recognized: #5a9fc9; --reused: #45728f; --empty: #b3973a; --failed: #f0806a;
    --notice: #3a3014; --notice-ink: #f0dba0;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  max-width: 72rem; margin: 0 auto; padding: 3rem 1.5rem 4rem;
  background: var(--ground); color: var(--ink);
  font: 0.9375rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code { font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
h1, h2, h3, p, dl, dd { margin: 0; }

.kicker { color: var(--muted); font-size: 0.8125rem; letter-spacing: 0.06em; text-transform: uppercase; }
h1 { margin: 0.25rem 0 0.5rem; font-size: clamp(1.6rem, 4.5vw, 2.4rem); font-weight: 600; letter-spacing: -0.02em; line-height: 1.15; text-wrap: balance; }
h1::before { content: ""; display: inline-block; width: 0.42em; height: 0.42em; margin-right: 0.4em; border-radius: 50%; background: var(--tone); vertical-align: 0.12em; }
header.good { --tone: #3d9a62; } header.mixed { --tone: var(--empty); } header.bad { --tone: var(--failed); } header.ended { --tone: var(--muted); }
.origin { color: var(--muted); }
.banner { margin-top: 1.25rem; padding: 0.7rem 1rem; border-radius: 8px; background: var(--notice); color: var(--notice-ink); }
.shares { display: block; width: 100%; height: 8px; margin: 1.75rem 0 0; border-radius: 4px; background: var(--line); }
rect.recognized { fill: var(--recognized); } rect.reused { fill: var(--reused); } rect.empty { fill: var(--empty); } rect.failed { fill: var(--failed); }
.figures { display: grid; grid-template-columns: repeat(5, 1fr); gap: 1.5rem 1rem; margin-top: 1.5rem; }
.figures dt { color: var(--muted); font-size: 0.8125rem; }
.figures dd { font-size: 1.5rem; font-weight: 600; letter-spacing: -0.01em; line-height: 1.3; }
.figures small { display: block; color: var(--muted); font-size: 0.75rem; font-weight: 400; letter-spacing: 0; }
.kind dt::before, span.kind::before { content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.45em; border-radius: 2px; background: var(--kind); }
.kind.recognized { --kind: var(--recognized); } .kind.reused { --kind: var(--reused); } .kind.empty { --kind: var(--empty); } .kind.failed { --kind: var(--failed); }
span.kind { white-space: nowrap; }

nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 2rem; padding: 0.6rem 0; border-block: 1px solid var(--line); }
section { margin-top: 2.75rem; scroll-margin-top: 1rem; }
h2 { margin-bottom: 0.9rem; font-size: 1.2rem; font-weight: 600; letter-spacing: -0.01em; }
h3 { font-size: 0.875rem; font-weight: 600; overflow-wrap: anywhere; }
.note, footer { color: var(--muted); font-size: 0.8125rem; }
.note { margin-top: 0.6rem; }
.reasons { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-bottom: 0.8rem; }

.frame { max-height: 34rem; overflow: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
table { width: 100%; border-collapse: collapse; }
caption { padding: 0.7rem 0.75rem 0.3rem; font-weight: 600; font-size: 0.875rem; text-align: left; }
th, td { padding: 0.42rem 0.75rem; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
tbody tr:last-child td { border-bottom: 0; }
tbody tr:hover { background: var(--hover); }
th { position: sticky; top: 0; background: var(--surface); box-shadow: inset 0 -1px var(--line); border-bottom: 0; color: var(--muted); font-size: 0.8125rem; font-weight: 500; white-space: nowrap; }
.number { text-align: right; white-space: nowrap; }
.path { min-width: 14rem; overflow-wrap: anywhere; white-space: break-spaces; unicode-bidi: isolate; }
.words { min-width: 11rem; overflow-wrap: anywhere; }
.code { margin-right: 0.5em; color: var(--muted); white-space: nowrap; }
th.path, th.words { min-width: 0; white-space: nowrap; overflow-wrap: normal; }
th button { all: unset; cursor: pointer; color: inherit; }
th button:hover { color: var(--ink); }
th button:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 3px; }
th button::after { content: " \\2195"; opacity: 0.35; }
th[aria-sort] button { color: var(--ink); }
th[aria-sort=ascending] button::after { content: " \\2191"; opacity: 1; }
th[aria-sort=descending] button::after { content: " \\2193"; opacity: 1; }
.visually-hidden { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.filter { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; margin-bottom: 0.8rem; }
.filter[hidden] { display: none; }
input { width: min(22rem, 100%); padding: 0.4rem 0.7rem; border: 1px solid color-mix(in srgb, var(--muted) 60%, transparent); border-radius: 6px; background: var(--surface); color: var(--ink); font: inherit; }
input::placeholder { color: var(--muted); opacity: 1; }
output { color: var(--muted); font-size: 0.8125rem; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem; margin-top: 1.25rem; align-items: start; }
.pair .path { width: 100%; min-width: 8rem; }
.pair .words { min-width: 4.5rem; }

.lanes { display: grid; gap: 4px; }
.lanes h3 { margin-top: 0.5rem; }
.lane { display: grid; grid-template-columns: 5rem minmax(0, 1fr) 3.2rem; gap: 0.75rem; align-items: center; }
.lane svg { display: block; width: 100%; height: 22px; border-radius: 4px; background: var(--surface); }
.lane.axis svg { height: 18px; background: none; overflow: visible; }
.lane-name, .lane-busy { color: var(--muted); font-size: 0.8125rem; white-space: nowrap; }
.lane-busy { text-align: right; }
svg text { fill: var(--muted); font-size: 0.75rem; }
.grid { stroke: var(--line); }
.bar, .whole { fill: var(--recognized); }
.part { fill: var(--failed); }
.whole, .part { stroke: var(--surface); stroke-width: 1; }
.interrupted .whole { fill: none; stroke: var(--failed); stroke-width: 1.5; stroke-dasharray: 3 2; pointer-events: all; }
.bar:hover, g:hover > .whole { fill-opacity: 0.75; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.6rem; color: var(--muted); font-size: 0.8125rem; }
.legend span { display: inline-flex; align-items: center; gap: 0.45rem; }
.swatch { width: 20px; height: 14px; }
.histogram { display: block; width: 100%; height: 160px; overflow: visible; }
.base { stroke: var(--line); }

details { border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
details .frame { border: 0; border-top: 1px solid var(--line); border-radius: 0; }
details .note { padding: 0 0.9rem 0.7rem; }
summary { padding: 0.6rem 0.9rem; cursor: pointer; }
p + details { margin-top: 0.8rem; }
.settings { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.3rem 1.5rem; padding: 0.4rem 0.9rem 0.9rem; border-top: 1px solid var(--line); }
.settings dt { color: var(--muted); } .settings dd { overflow-wrap: anywhere; white-space: pre-wrap; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
footer p + p { margin-top: 0.4rem; }

@media (max-width: 48rem) {
  body { padding: 1.75rem 1rem 3rem; }
  .figures { grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr)); }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .lane { grid-template-columns: 4.2rem minmax(0, 1fr) 2.6rem; gap: 0.5rem; }
  .path { min-width: 9rem; }
  .bin { display: none; }
  .settings { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .settings dd { margin-bottom: 0.5rem; }
}
@media print {
  body { max-width: none; padding: 0; background: none; }
  .frame { max-height: none; overflow: visible; }
  nav, .filter { display: none; }
}
`;

;// CONCATENATED MODULE: ./build/report/run-tables.js




const run_tables_NONE = '–';
/** The machines that ran tasks; null if none is known. */
function nodesTable(nodes, report) {
    if (nodes.length === 0)
        return null;
    const busy = (node) => {
        const share = (0,findings/* busyShare */.Ft)(node, report);
        const of = share === null ? '' : ` (${(0,lib_text/* percent */.KN)(share)})`;
        return `${(0,lib_text/* duration */.p0)(node.busySeconds)}${of}`;
    };
    const columns = [
        { title: 'Node', cell: ({ id }) => id },
        { title: 'Machine', cell: machine, kind: 'words' },
        { title: 'Cores', cell: ({ cores }) => (0,lib_text/* grouped */.zD)(cores), number: ({ cores }) => cores },
        {
            title: 'Memory',
            cell: ({ memoryBytes }) => (0,lib_text/* size */.Ej)(memoryBytes),
            number: ({ memoryBytes }) => memoryBytes
        },
        { title: 'Tasks', cell: ({ tasks }) => (0,lib_text/* grouped */.zD)(tasks), number: ({ tasks }) => tasks },
        { title: 'Images', cell: ({ images }) => (0,lib_text/* grouped */.zD)(images), number: ({ images }) => images },
        { title: 'Busy', cell: busy, number: ({ busySeconds }) => busySeconds },
        { title: 'Engine', cell: engine, kind: 'words' }
    ];
    return html `${table({ caption: 'Machines that ran tasks', hidden: true }, columns, nodes)}
<p class="note">Busy time is the sum over a node’s slots; the percentage is its share of their wall time.</p>`;
}
function machine({ host, os, arch, cpu, vmSize, dedicated }) {
    const price = dedicated === null ? null : dedicated ? 'dedicated' : 'spot';
    return [host, vmSize, price, cpu, os, arch]
        .filter((part) => part !== null && part !== '')
        .join(', ');
}
function engine({ engine: { tesseract, leptonica, imageMagick, poppler, languages } }) {
    const programs = [
        ['Tesseract', tesseract],
        ['Leptonica', leptonica],
        ['ImageMagick', imageMagick],
        ['Poppler', poppler]
    ];
    return [
        ...programs
            .filter(([, version]) => version !== null)
            .map(([name, version]) => `${name} ${version}`),
        languages.join(' + ')
    ].join(', ');
}
/** How the run was divided, with estimated and actual times; null if there was nothing to read. */
function planTable({ run: { plan }, tasks }, most) {
    const { partitions, slots, estimatedSeconds } = plan;
    if (partitions.length === 0)
        return null;
    const ended = new Map(tasks.map((task) => [task.id, task]));
    const took = ({ task }) => ended.get(task)?.seconds ?? null;
    const columns = [
        { title: 'Task', cell: ({ task }) => task, kind: 'path' },
        { title: 'Images', cell: ({ images }) => (0,lib_text/* grouped */.zD)(images), number: ({ images }) => images },
        { title: 'Size', cell: ({ bytes }) => (0,lib_text/* size */.Ej)(bytes), number: ({ bytes }) => bytes },
        {
            title: 'Estimated',
            cell: (partition) => (0,lib_text/* duration */.p0)(partition.estimatedSeconds),
            number: (partition) => partition.estimatedSeconds
        },
        { title: 'Actual', cell: (partition) => timeOr(took(partition)), number: took }
    ];
    const taken = tasks.reduce((sum, { seconds }) => sum + seconds, 0);
    return html `<p>${(0,lib_text/* count */.U9)(partitions.length, 'task')} for ${(0,lib_text/* count */.U9)(slots, 'slot')}. Estimated reading time: ${(0,lib_text/* duration */.p0)(estimatedSeconds)}; actual: ${(0,lib_text/* duration */.p0)(taken)}.</p>
<details><summary>${partitions.length === 1 ? 'The task' : `All ${(0,lib_text/* grouped */.zD)(partitions.length)} tasks`}</summary>
${table({ caption: 'Tasks: estimated and actual times', hidden: true }, columns, partitions.slice(0, most))}
${leftOut(partitions.length, most, 'metadata/run.json')}
</details>`;
}
const timeOr = (seconds) => (seconds === null ? run_tables_NONE : (0,lib_text/* duration */.p0)(seconds));
/** The settings of the run; null if they are not known. */
function settingsTable(settings) {
    const entries = Object.entries(settings);
    if (entries.length === 0)
        return null;
    return html `<details><summary>${(0,lib_text/* count */.U9)(entries.length, 'setting')}</summary>
<dl class="settings">
${entries.map(([name, value]) => html `<dt><code>${name}</code></dt><dd>${settingText(value)}</dd>
`)}
</dl>
</details>`;
}
function settingText(value) {
    if (value === null || value === undefined || value === '')
        return run_tables_NONE;
    if (Array.isArray(value))
        return value.length === 0 ? run_tables_NONE : value.map(settingText).join(', ');
    if (typeof value === 'object') {
        return Object.entries(value)
            .map(([name, part]) => `${name} ${settingText(part)}`)
            .join(', ');
    }
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

;// CONCATENATED MODULE: ./build/report/ticks.js
/** Steps between ticks that are easy to read, in seconds. */
const STEPS = [
    0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200,
    86_400
];
/** More labels would overlap on a narrow screen. */
const MOST_TICKS = 6;
/** The ticks of a time axis from 0 to the given number of seconds. */
function ticksOf(span) {
    const step = STEPS.find((seconds) => span / seconds < MOST_TICKS) ?? span / MOST_TICKS;
    return Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => index * step);
}
/** Seconds since the start of a run in clock format: `0:04.5`, `12:30`, `1:02:03`. */
function clockTime(seconds) {
    const tenths = Math.max(0, Math.round(seconds * 10));
    const hours = Math.floor(tenths / 36_000);
    const minutes = Math.floor((tenths % 36_000) / 600);
    const rest = String(Math.floor((tenths % 600) / 10)).padStart(2, '0');
    const parts = hours > 0 ? [hours, String(minutes).padStart(2, '0'), rest] : [minutes, rest];
    return `${parts.join(':')}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
}

;// CONCATENATED MODULE: ./build/report/timeline.js



/** With more than these, the page would be slow and unreadable. */
const MOST_LANES = 64;
const MOST_BARS = 250;
/** Draws which slot of which node worked on which task and when; null if no task ran. */
function timeline({ run, tasks }) {
    const start = Date.parse(run.start);
    const lanes = lanesOf(tasks, start);
    const span = run.end === null ? lastEnd(lanes) : (Date.parse(run.end) - start) / 1000;
    if (lanes.length === 0 || !(span > 0))
        return null;
    const shown = lanes.slice(0, MOST_LANES);
    const ticks = ticksOf(span);
    return html `<div class="lanes">
${shown.map((lane, index) => [nodeHeading(lane, shown[index - 1]), laneRow(lane, span, ticks)])}
<div class="lane axis" aria-hidden="true"><span></span><svg>${ticks.map((tick) => axisLabel(tick, span))}</svg><span></span></div>
</div>
<p class="legend" aria-hidden="true">${legend(lanes)}</p>
${timeline_leftOut(lanes)}`;
}
function lanesOf(tasks, start) {
    const lanes = new Map();
    for (const task of tasks) {
        for (const attempt of task.attempts) {
            const from = (Date.parse(attempt.start) - start) / 1000;
            const to = (Date.parse(attempt.end) - start) / 1000;
            if (!(to >= from))
                continue;
            const slot = attempt.node === task.node ? task.slot : null;
            const key = JSON.stringify([attempt.node, slot]);
            const lane = lanes.get(key) ?? { node: attempt.node, slot, bars: [] };
            lanes.set(key, lane);
            lane.bars.push({ task, from, to, interrupted: attempt.reason });
        }
    }
    for (const { bars } of lanes.values())
        bars.sort((a, b) => a.from - b.from);
    return [...lanes.values()].sort(byNodeAndSlot);
}
function byNodeAndSlot(a, b) {
    if (a.node !== b.node)
        return a.node < b.node ? -1 : 1;
    return (a.slot ?? Number.POSITIVE_INFINITY) - (b.slot ?? Number.POSITIVE_INFINITY);
}
const lastEnd = (lanes) => lanes.flatMap(({ bars }) => bars).reduce((latest, { to }) => Math.max(latest, to), 0);
const nodeHeading = (lane, before) => lane.node === before?.node ? null : html `<h3>${lane.node}</h3>`;
const laneName = ({ slot }) => (slot === null ? 'interrupted' : `slot ${slot}`);
function laneRow(lane, span, ticks) {
    const busy = (0,lib_text/* percent */.KN)(Math.min(1, lane.bars.reduce((sum, { from, to }) => sum + to - from, 0) / span));
    const label = `${lane.node}, ${laneName(lane)}: ${(0,lib_text/* count */.U9)(lane.bars.length, 'task')}, busy ${busy} of the run`;
    return html `<div class="lane"><span class="lane-name">${laneName(lane)}</span><svg role="img" aria-label="${label}">${ticks.map((tick) => gridLine(tick, span))}${lane.bars.slice(0, MOST_BARS).map((bar) => barRect(bar, span))}</svg><span class="lane-busy">${busy}</span></div>
`;
}
const across = (seconds, span) => `${Math.round(Math.min(1, Math.max(0, seconds / span)) * 10_000) / 100}%`;
const gridLine = (tick, span) => html `<line class="grid" x1="${across(tick, span)}" x2="${across(tick, span)}" y1="0" y2="100%"/>`;
function axisLabel(tick, span) {
    const anchor = tick === 0 ? 'start' : tick / span > 0.95 ? 'end' : 'middle';
    return html `<text x="${across(tick, span)}" y="13" text-anchor="${anchor}">${clockTime(tick)}</text>`;
}
function barRect(bar, span) {
    const width = Math.max(bar.to - bar.from, span / 400);
    const place = html `x="${across(bar.from, span)}" width="${across(width, span)}"`;
    return html `<g class="${barKind(bar)}"><title>${barTitle(bar)}</title><rect class="whole" ${place} y="3" height="16" rx="2"/>${failedPart(bar, place)}</g>`;
}
/** The share of failed images as the bottom part of a bar: a shape, not only a colour. */
function failedPart({ task }, place) {
    const { recognized, reused, empty, failed } = task.counts;
    if (failed === 0)
        return null;
    const height = Math.max(5, Math.round((16 * failed) / (recognized + reused + empty + failed)));
    return html `<rect class="part" ${place} y="${19 - height}" height="${height}" rx="2"/>`;
}
function barKind({ task, interrupted }) {
    if (interrupted !== null)
        return 'interrupted';
    return task.counts.failed > 0 ? 'failures' : 'read';
}
function barTitle({ task, from, to, interrupted }) {
    const { failed } = task.counts;
    const failures = failed > 0 ? `, ${(0,lib_text/* grouped */.zD)(failed)} failed` : '';
    return [
        `${task.id}: ${(0,lib_text/* count */.U9)(task.partition.images.length, 'image')}${failures}`,
        `${(0,lib_text/* duration */.p0)(to - from)}, from ${clockTime(from)} to ${clockTime(to)}`,
        ...(interrupted === null ? [] : [`interrupted: ${interrupted}`])
    ].join(' · ');
}
/** Explains only the kinds of bars that are shown. */
function legend(lanes) {
    const kinds = new Set(lanes.flatMap(({ bars }) => bars.map(barKind)));
    const legends = [
        { kind: 'read', meaning: 'a task' },
        { kind: 'failures', meaning: 'a task with failed images' },
        { kind: 'interrupted', meaning: 'an interrupted attempt' }
    ];
    return legends
        .filter(({ kind }) => kinds.has(kind))
        .map(({ kind, meaning }) => html `<span><svg class="swatch"><g class="${kind}"><rect class="whole" x="1" y="1" width="18" height="12" rx="2"/>${kind === 'failures' ? html `<rect class="part" x="1" y="8" width="18" height="5" rx="2"/>` : null}</g></svg>${meaning}</span> `);
}
function timeline_leftOut(lanes) {
    const bars = lanes
        .slice(0, MOST_LANES)
        .reduce((sum, lane) => sum + Math.max(0, lane.bars.length - MOST_BARS), 0);
    const missing = [
        ...(lanes.length > MOST_LANES ? [(0,lib_text/* count */.U9)(lanes.length - MOST_LANES, 'more slot')] : []),
        ...(bars > 0 ? [(0,lib_text/* count */.U9)(bars, 'more task')] : [])
    ];
    return missing.length === 0
        ? null
        : html `<p class="note">Not shown: ${missing.join(' and ')}; see <code>metadata/tasks</code>.</p>`;
}

;// CONCATENATED MODULE: ./build/report/page.js












/** The most rows of a table; a hundred thousand images would make the page a hundred megabytes. */
const MOST_ROWS = 1000;
const MOST_NAMED = 5;
const hashOf = (text) => `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}'`;
/** Loads nothing and runs only our own script, in case a name is ever not escaped. */
const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
/** The report of a run as `report.html`: one file that needs no network and is readable without its script. */
function reportPage(report) {
    const { sentence } = (0,verdict/* verdictOf */.V)(report.run);
    const sections = sectionsOf(report);
    return html `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${sentence} · OCR report</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${pageHead(report)}
<nav aria-label="Sections">
${sections.map(({ id, title }) => html `<a href="#${id}">${title}</a> `)}
</nav>
<main>
${sections.map(({ id, title, content }) => html `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>
`)}
</main>
${foot(report.run)}
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.source;
}
/** The sections of the page that are not empty. */
function sectionsOf(report) {
    const { run, rows, nodes } = report;
    const images = [...rows].sort(row/* byImage */.hA);
    const candidates = [
        { id: 'failures', title: 'Failures', content: failuresTable((0,findings/* failures */.e9)(images), MOST_ROWS) },
        { id: 'timeline', title: 'Timeline', content: timeline(report) },
        { id: 'confidence', title: 'Confidence', content: confidenceSection(report) },
        { id: 'images', title: 'Images', content: imagesTable(images, MOST_ROWS) },
        { id: 'nodes', title: 'Nodes', content: nodesTable(nodes, report) },
        { id: 'plan', title: 'Plan', content: planTable(report, MOST_ROWS) },
        { id: 'settings', title: 'Settings', content: settingsTable(run.settings) }
    ];
    return candidates.filter(({ content }) => content !== null);
}
function confidenceSection({ rows }) {
    const histogram = confidenceHistogram(rows);
    if (histogram === null)
        return null;
    // With so few images, the table of all images shows as much.
    if (rows.length <= MOST_NAMED)
        return histogram;
    return html `${histogram}
<div class="pair">
${lowestConfidenceTable((0,findings/* lowestConfidence */.Jp)(rows, MOST_NAMED))}
${slowestTable((0,findings/* slowest */.Ml)(rows, MOST_NAMED))}
</div>`;
}
function foot(run) {
    return html `<footer>
<p>Image names link to the texts in <code>text/</code>, next to this page in the results folder.
On GitHub the texts are in a separate artifact: unpack it into the folder of this page for the links to work.</p>
<p>The same data is in <code>results.jsonl</code>, <code>results.csv</code> and <code>metadata/</code>. Run ${run.id}.</p>
</footer>`;
}

;// CONCATENATED MODULE: ./build/report/write-report.js

/**
 * Writes everything that a finished run leaves besides its texts and logs: tables, records and `report.html`. The run
 * record comes last: once it says that the run has ended, everything else is there.
 *
 * @param columns those that `key-pattern` makes; by default those that the rows have
 */
function writeReport(folder, report, columns = columnsOf(report)) {
    const { run, rows, nodes, tasks } = report;
    folder.writeTables(rows, columns);
    for (const node of nodes)
        folder.writeRecord(`nodes/${node.id}`, node);
    for (const task of tasks)
        folder.writeRecord(`tasks/${task.id}`, task);
    folder.write('report.html', reportPage(report));
    folder.writeRecord('run', run);
}
const columnsOf = ({ rows }) => [
    ...new Set(rows.flatMap(({ keys }) => Object.keys(keys)))
];


/***/ }),

/***/ 74321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ csvTable),
/* harmony export */   s: () => (/* binding */ csvColumns)
/* harmony export */ });
/* harmony import */ var csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96789);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16069);


/**
 * Rows as a CSV table for spreadsheets (RFC 4180). Names are untrusted: a cell that begins like a formula is prefixed
 * with an apostrophe, so that no spreadsheet runs it (OWASP, CSV injection).
 *
 * @param columns those that `key-pattern` makes
 */
function csvTable(rows, columns) {
    return (0,csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .A)(rows.map((row) => ({
        ...row,
        ...row.keys,
        error: row.error?.code,
        errorMessage: row.error?.message
    })), {
        header: true,
        columns: csvColumns(columns),
        escape_formulas: true,
        quoted_match: /[\r\n]/,
        record_delimiter: '\r\n'
    });
}
/** The table's columns: one for each field of a row, two for its error, and those that `key-pattern` makes. */
function csvColumns(columns) {
    return _row_js__WEBPACK_IMPORTED_MODULE_1__/* .rowColumns */ .Op.flatMap((column) => {
        if (column === 'keys')
            return [...columns];
        return column === 'error' ? ['error', 'errorMessage'] : [column];
    });
}


/***/ }),

/***/ 55673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ ResultsFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _csv_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74321);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71685);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40399);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16069);






/**
 * The results folder, which a run writes and the next one reuses. Rows are appended as they become known, so that none is
 * lost if the run is killed. Files are written under a temporary name and renamed, so that none is ever half written.
 */
class ResultsFolder {
    /** Absolute. */
    path;
    /** The open file of the table while rows are added to it. */
    #rows = null;
    /** The records that are already in `metadata/`. */
    #recorded = new WeakSet();
    constructor(path) {
        this.path = path;
    }
    /** The rows of an earlier run by image; the last row of an image counts, and invalid lines are ignored. */
    earlierRows() {
        const lines = this.has('results.jsonl')
            ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, 'results.jsonl'), 'utf8').split('\n')
            : [];
        const rows = lines.map(_row_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRow */ .W0).filter((row) => row !== null);
        return new Map(rows.map((row) => [row.image, row]));
    }
    /** Whether a file exists, by its path within the folder. */
    has(path) {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, path));
    }
    /** The bytes of a file, by its path within the folder. */
    read(path) {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, path));
    }
    /** Writes an image's file of one format and returns its path within the folder. */
    writeOutput(format, image, content) {
        const path = (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .outputPath */ .XC)(format, image);
        this.write(path, content);
        return path;
    }
    /** Writes a file completely or not at all, by its path within the folder. */
    write(path, content) {
        const target = this.#absolute(path);
        const temporary = `${target}.part`;
        inExistingFolder(target, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(temporary, content));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, target);
    }
    /** Moves a file on the same file system to a path within the folder. */
    moveIn(file, path) {
        const target = this.#absolute(path);
        inExistingFolder(target, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(file, target));
    }
    #absolute(path) {
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, path);
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(this.path, target).startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`))
            throw new Error(`${path} is outside the results folder.`);
        return target;
    }
    /**
     * Copies files within the folder. All are copied to temporary names before the first is renamed, since the target of
     * one may be the source of another.
     */
    copyAll(copies, beforeRename) {
        const temporary = (path) => `${path}.copy.part`;
        for (const { from, to } of copies)
            this.write(temporary(to), this.read(from));
        beforeRename();
        for (const { to } of copies)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, temporary(to)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, to));
    }
    /** Writes a record of `metadata/` as readable JSON. An object that was already written is not written again. */
    writeRecord(name, record) {
        if (this.#recorded.has(record))
            return;
        this.write(`metadata/${name}.json`, `${JSON.stringify(record, null, 2)}\n`);
        this.#recorded.add(record);
    }
    /** All records in a folder of `metadata/`, sorted by name. */
    records(folder) {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, 'metadata', folder);
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(parent))
            return [];
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(parent)
            .filter((name) => name.endsWith('.json'))
            .sort()
            .map((name) => JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, name), 'utf8')));
    }
    /** Starts the table of a run with the rows that are already known. */
    beginRows(rows) {
        this.#writeRows(rows);
    }
    /** Adds a row to the table, which stays open until it is written again. */
    appendRow(row) {
        this.#rows ??= (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, 'results.jsonl'), 'a');
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(this.#rows, `${JSON.stringify(row)}\n`);
    }
    #writeRows(rows) {
        if (this.#rows !== null)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#rows);
        this.#rows = null;
        this.write('results.jsonl', jsonLines(rows));
    }
    /** Adds lines to the log of a task. */
    appendLog(task, name, text) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, 'metadata', 'logs', task, name);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, text);
    }
    /** Writes the tables of a run that has ended, sorted by path. `columns` are those that `key-pattern` makes. */
    writeTables(rows, columns) {
        const sorted = [...rows].sort(_row_js__WEBPACK_IMPORTED_MODULE_5__/* .byImage */ .hA);
        this.#writeRows(sorted);
        this.write('results.csv', (0,_csv_js__WEBPACK_IMPORTED_MODULE_2__/* .csvTable */ .D)(sorted, columns));
    }
    /** Removes the files of images, except those of some formats, and the folders that become empty. */
    removeOutputs(images, except = []) {
        const existing = _records_js__WEBPACK_IMPORTED_MODULE_4__/* .FORMATS */ .hR.filter((format) => !except.includes(format) && this.has(_records_js__WEBPACK_IMPORTED_MODULE_4__/* .FORMAT_FILES */ .gE[format].folder));
        if (existing.length === 0)
            return;
        for (const image of images)
            for (const format of existing)
                this.#removeFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .outputPath */ .XC)(format, image)));
    }
    #removeFile(path) {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
            return;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path);
        for (let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path); folder !== this.path && isEmpty(folder); folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(folder);
    }
    /** Removes the records and the report of an earlier run. */
    clearRecords() {
        this.#recorded = new WeakSet();
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, 'metadata'), { recursive: true, force: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.path, 'report.html'), { force: true });
    }
}
/** Puts a file in its folder, which is only made if it turns out to be missing. */
function inExistingFolder(target, put) {
    try {
        put();
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), { recursive: true });
        put();
    }
}
const jsonLines = (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const isEmpty = (folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).length === 0;


/***/ }),

/***/ 63563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ lostRows),
/* harmony export */   r: () => (/* binding */ lostRow)
/* harmony export */ });
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16069);

/** The row of an image that has no result, because of what happened to its run. */
const lostRow = (image, reason) => ({
    ...(0,_row_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadRow */ .EQ)(image),
    error: { code: 'lost', message: `${image.image}: ${reason}; the next run reads it.` }
});
/**
 * The rows of the planned images that have no row yet, so that a run reports every image it planned to read.
 *
 * @param known the rows there are
 * @param reason why an image has none, to complete its error message
 */
function lostRows(planned, known, reason) {
    const hasRow = new Set(known.map(({ image }) => image));
    const missing = new Map(planned.filter(({ image }) => !hasRow.has(image)).map((image) => [image.image, image]));
    return [...missing.values()].map((image) => lostRow(image, reason(image.image)));
}


/***/ }),

/***/ 71685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XC: () => (/* binding */ outputPath),
/* harmony export */   lx: () => (/* binding */ isRecordName),
/* harmony export */   qW: () => (/* binding */ isPlainPath)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40399);



/**
 * The longest file name that every common file system allows (ext4, APFS, NTFS), in bytes, less room for the extension
 * of a temporary file.
 */
const LONGEST_NAME = 240;
/** The path of an image's file of one format within the results folder, with forward slashes. */
function outputPath(format, image) {
    const { folder, extension } = _records_js__WEBPACK_IMPORTED_MODULE_2__/* .FORMAT_FILES */ .gE[format];
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(image);
    const fits = Buffer.byteLength(name + extension) <= LONGEST_NAME;
    const file = (fits ? name : shortened(name)) + extension;
    return [folder, ...image.split('/').slice(0, -1), file].join('/');
}
/** A digest of the whole name replaces its end, so that two long names never become one. */
function shortened(name) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, 12);
    let kept = name;
    while (Buffer.byteLength(kept) > LONGEST_NAME - 24)
        kept = kept.slice(0, -1);
    return `${kept}~${digest}`;
}
/** Whether an id is safe as the file name of a task, node or log record; all of our own are. */
const isRecordName = (id) => /^\w[\w.-]{0,127}$/.test(id);
/** Whether an image's path stays below the folder it is joined to. */
const isPlainPath = (path) => !path.includes('\0') &&
    path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');


/***/ }),

/***/ 40399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ originSchema),
/* harmony export */   L0: () => (/* binding */ nodeRecordSchema),
/* harmony export */   _A: () => (/* binding */ runRecordSchema),
/* harmony export */   gE: () => (/* binding */ FORMAT_FILES),
/* harmony export */   hR: () => (/* binding */ FORMATS),
/* harmony export */   iz: () => (/* binding */ taskRecordSchema)
/* harmony export */ });
/* unused harmony exports engineRecordSchema, totalsSchema */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

/** The versions and languages of the programs that read on a node. */
const engineRecordSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    tesseract: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    leptonica: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    imageMagick: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    poppler: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    languages: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** Digests of the models that were used, by language. */
    models: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())), {})
});
/** A machine that ran tasks: `metadata/nodes/<node>.json`. Times are ISO 8601, in UTC. */
const nodeRecordSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    host: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    os: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    arch: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    cpu: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    cores: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    memoryBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    vmSize: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    dedicated: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
    engine: engineRecordSchema,
    tasks: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    images: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    busySeconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    firstTaskAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    lastTaskAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
const attemptSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    node: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    start: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    end: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    exitCode: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    /** Why the attempt did not finish; null if it did. */
    reason: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
const countsSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    recognized: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    reused: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    empty: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    failed: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
});
/** A task and its outcome: `metadata/tasks/<task>.json`. */
const taskRecordSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    partition: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        images: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        bytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        estimatedSeconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
    }),
    node: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    slot: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    attempts: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(attemptSchema),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    counts: countsSchema
});
/** Totals of a run: `images` is the sum of the counts. */
const totalsSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ...countsSchema.entries,
    images: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    pages: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    words: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    bytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    confidence: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    otherFiles: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    nodes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    tasks: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    taskSeconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
});
/** A whole run: `metadata/run.json`. */
const runRecordSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    backend: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    start: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Null while the run is in progress, or if it was killed. */
    end: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    /** `cancelled` if a signal ended it early, `failed` if an error did. */
    outcome: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['running', 'done', 'cancelled', 'failed']),
    /** Why it failed, in sentences; null if it did not. */
    problem: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), null),
    settings: valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    totals: totalsSchema,
    /** Seconds of all tasks ÷ wall seconds; null if no task ran. */
    speedup: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    plan: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        slots: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        estimatedSeconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        partitions: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
            task: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
            images: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
            bytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
            estimatedSeconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
        }))
    }),
    repository: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** URL of the workflow run on GitHub; null elsewhere. */
    workflowRun: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
/** The formats an image's text can be written in, by their names in the input `formats`. */
const FORMATS = ['txt', 'hocr', 'tsv', 'alto', 'pdf'];
/** Each format's file extension, which is Tesseract's own, and its folder in the results folder. */
const FORMAT_FILES = {
    txt: { folder: 'text', extension: '.txt' },
    hocr: { folder: 'hocr', extension: '.hocr' },
    tsv: { folder: 'tsv', extension: '.tsv' },
    alto: { folder: 'alto', extension: '.xml' },
    pdf: { folder: 'pdf', extension: '.pdf' }
};
/** What is known of a run when it begins: enough to finish it in another process. */
const originSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Id of the run. */
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    backend: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** ISO 8601, in UTC. */
    start: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** The settings, without secrets. */
    settings: valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    /** The columns that `key-pattern` makes: its named groups. */
    groups: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** Files in the folder that are not images. */
    otherFiles: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    repository: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    workflowRun: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});


/***/ }),

/***/ 16069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ unreadRow),
/* harmony export */   M1: () => (/* binding */ rowSchema),
/* harmony export */   Op: () => (/* binding */ rowColumns),
/* harmony export */   W0: () => (/* binding */ parseRow),
/* harmony export */   hA: () => (/* binding */ byImage)
/* harmony export */ });
/* unused harmony export ERROR_CODES */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

/** Why an image has no text. */
const ERROR_CODES = [
    'unreadable-image',
    'unsupported-format',
    'git-lfs-pointer',
    'too-large',
    'timeout',
    'engine-failed',
    'lost'
];
const rowErrorSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ code: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(ERROR_CODES), message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const counted = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
const measured = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
/** The result of one image: one line of `results.jsonl`. Times are in seconds, sizes in bytes and pixels. */
const rowSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** The image's path, with forward slashes, relative to the working directory or, outside of it, to the named folder. */
    image: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['recognized', 'reused', 'empty', 'failed']),
    /** `sha256:` and the digest of the bytes; null if they could not be read. */
    identity: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** Digest of identity and engine: same key, same text. */
    key: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    bytes: counted,
    format: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    width: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(counted),
    height: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(counted),
    pages: counted,
    words: counted,
    /** Mean confidence of the words, 0 to 100; null if there are none. */
    confidence: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(100))),
    /** Path of the text within the results folder; null if the image failed. */
    text: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** The columns that `key-pattern` makes; null for a group that did not match. */
    keys: valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    error: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(rowErrorSchema),
    task: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    node: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    slot: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(counted),
    attempt: counted,
    startedAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    seconds: measured,
    prepareSeconds: measured,
    recognizeSeconds: measured,
    /** The look that gave the text: 1, or 2 for the second look. */
    look: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO([1, 2]),
    /** What the second look did to the image, whether or not its text was kept; null if there was none. */
    secondLook: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
/** The fields of a row, in order; no group of `key-pattern` may have the same name. */
const rowColumns = Object.keys(rowSchema.entries);
/** Parses one line of `results.jsonl`; null if it is not a row, such as the truncated last line of a killed run. */
function parseRow(line) {
    try {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(rowSchema, JSON.parse(line));
        return parsed.success ? parsed.output : null;
    }
    catch {
        return null;
    }
}
/** The row of an image that was not read: empty but for what is known of it. */
const unreadRow = ({ image, ...known }) => ({
    image,
    status: 'failed',
    identity: null,
    key: null,
    bytes: 0,
    format: null,
    width: null,
    height: null,
    pages: 0,
    words: 0,
    confidence: null,
    text: null,
    keys: {},
    error: null,
    task: null,
    node: null,
    slot: null,
    attempt: 0,
    startedAt: null,
    seconds: 0,
    prepareSeconds: 0,
    recognizeSeconds: 0,
    look: 1,
    secondLook: null,
    ...known
});
/** Compares rows by path in code unit order, which is the same on every machine. */
const byImage = (a, b) => a.image < b.image ? -1 : a.image > b.image ? 1 : 0;


/***/ }),

/***/ 61210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OO: () => (/* binding */ partitionRecord),
/* harmony export */   Wf: () => (/* binding */ rounded),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   vA: () => (/* binding */ totalsOf)
/* harmony export */ });
/** Counts rows by status. */
function countsOf(rows) {
    const counts = { recognized: 0, reused: 0, empty: 0, failed: 0 };
    for (const { status } of rows)
        counts[status]++;
    return counts;
}
/** The totals of a run. The mean confidence is weighted by the words of each image. */
function totalsOf(rows, run) {
    const sum = (value) => rows.reduce((total, row) => total + value(row), 0);
    const words = sum((row) => row.words);
    const weighted = sum((row) => row.words * (row.confidence ?? 0));
    return {
        ...countsOf(rows),
        images: rows.length,
        pages: sum((row) => (row.status === 'failed' ? 0 : row.pages)),
        words,
        bytes: sum((row) => row.bytes),
        confidence: words === 0 ? null : rounded(weighted / words),
        otherFiles: run.otherFiles,
        nodes: run.nodes.length,
        tasks: run.tasks.length,
        taskSeconds: rounded(run.tasks.reduce((total, task) => total + task.seconds, 0))
    };
}
/** Rounds to two decimals, as seconds are in records. */
const rounded = (value) => Math.round(value * 100) / 100;
/** A partition as in the record of its task, with the paths of its images. */
const partitionRecord = (partition) => ({
    images: partition.images.map(({ path }) => path),
    bytes: partition.bytes,
    estimatedSeconds: rounded(partition.estimatedSeconds)
});


/***/ }),

/***/ 16280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ removeLeftovers),
/* harmony export */   cX: () => (/* binding */ collectJob)
/* harmony export */ });
/* unused harmony export cancelJob */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _backends_open_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67949);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94869);
/* harmony import */ var _results_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55673);
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84663);
/* harmony import */ var _finish_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15695);
/* harmony import */ var _settle_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3390);








/**
 * Waits for a run that was submitted, on this machine or another, and writes its results folder. The run stays on the
 * backend: it can be collected again until it is cancelled or swept. When the signal fires, the run continues without
 * us; results that have arrived are kept.
 *
 * @param handle the path of its file, or its JSON
 * @throws SettingsError if it is not a handle; BackendError if the run is gone
 */
async function collectJob(handle, settings, environment, listener, signal) {
    listener.phase('Account');
    const place = await (0,_backends_open_js__WEBPACK_IMPORTED_MODULE_2__/* .openRemotePlace */ .OR)();
    const submitted = await place.open(handleJson(handle, environment.cwd), { settings, environment }, signal);
    const { origin, plan, known, jobId } = submitted;
    const wanted = plan.partitions.flatMap(({ images }) => images);
    listener.say(`Run ${origin.id}, started ${origin.start}: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(wanted.length, 'image')} in ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(plan.partitions.length, 'task')}, job ${jobId}.`);
    const folder = new _results_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .ResultsFolder */ .h((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(environment.cwd, settings.results));
    const beginning = { origin, folder, plan: (0,_finish_js__WEBPACK_IMPORTED_MODULE_5__/* .planRecord */ .x1)(plan), tasks: (0,_finish_js__WEBPACK_IMPORTED_MODULE_5__/* .plannedTasks */ .DV)(plan) };
    (0,_finish_js__WEBPACK_IMPORTED_MODULE_5__/* .begin */ .qN)(beginning, known);
    listener.phase('Reading');
    return (0,_settle_js__WEBPACK_IMPORTED_MODULE_6__/* .settle */ .G)(submitted.follow(folder), { beginning, known, wanted }, listener, signal);
}
/**
 * Cancels a submitted run and removes everything it has on the backend, its results included.
 *
 * @param handle the path of its file, or its JSON
 * @throws SettingsError if it is not a handle; BackendError
 */
async function cancelJob(handle, settings, environment, signal) {
    const place = await openRemotePlace();
    return place.cancel(handleJson(handle, environment.cwd), { settings, environment }, signal);
}
/**
 * Cancels and removes whatever this very run has on the backend, for a step that was interrupted.
 *
 * @throws BackendError
 */
async function removeLeftovers(settings, environment, signal) {
    const place = await (0,_backends_open_js__WEBPACK_IMPORTED_MODULE_2__/* .openRemotePlace */ .OR)();
    return place.removeRun({ settings, environment }, signal);
}
function handleJson(handle, cwd) {
    if (handle.trimStart().startsWith('{'))
        return handle;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, handle), 'utf8');
    }
    catch (error) {
        throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .SettingsError */ .G([
            `The handle ${handle} cannot be read (${error.message}). Name the file that \`submit\` wrote, or pass its JSON.`
        ]);
    }
}


/***/ }),

/***/ 15695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ plannedTasks),
/* harmony export */   O9: () => (/* binding */ finish),
/* harmony export */   qN: () => (/* binding */ begin),
/* harmony export */   x1: () => (/* binding */ planRecord)
/* harmony export */ });
/* harmony import */ var _report_write_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85176);
/* harmony import */ var _results_totals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61210);


/**
 * Writes the first records of a run: its plan, and each task with its images. If the run is killed, `recover` learns
 * from them which images were not read.
 *
 * @param known rows that exist before the job starts
 */
function begin(beginning, known) {
    const { folder, tasks } = beginning;
    folder.clearRecords();
    folder.beginRows(known);
    const results = { nodes: [], tasks: [] };
    const none = { jobId: '', rows: known, results, cancelled: false, problem: null };
    folder.writeRecord('run', { ...runRecord(beginning, none), end: null, outcome: 'running' });
    for (const { id, partition } of tasks) {
        const planned = {
            id,
            partition,
            node: null,
            slot: null,
            attempts: [],
            seconds: 0,
            counts: { recognized: 0, reused: 0, empty: 0, failed: 0 }
        };
        folder.writeRecord(`tasks/${id}`, planned);
    }
}
/** Writes the tables, records and report of a run that has ended. */
function finish(beginning, ending) {
    const { folder, origin } = beginning;
    const { jobId, cancelled, problem, rows, results } = ending;
    const { nodes, tasks } = results;
    const report = { run: runRecord(beginning, ending), rows, nodes, tasks };
    (0,_report_write_report_js__WEBPACK_IMPORTED_MODULE_0__/* .writeReport */ .u)(folder, report, origin.groups);
    return { ...report, jobId, results: folder.path, cancelled, problem, leftover: null };
}
function runRecord({ origin, plan }, ending) {
    const end = new Date();
    const seconds = (0,_results_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .rounded */ .Wf)((end.getTime() - Date.parse(origin.start)) / 1000);
    const { id, backend, start, settings, otherFiles, repository, commit, workflowRun } = origin;
    const totals = (0,_results_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .totalsOf */ .vA)(ending.rows, { otherFiles, ...ending.results });
    return {
        id,
        backend,
        start,
        end: end.toISOString(),
        seconds,
        outcome: ending.cancelled ? 'cancelled' : ending.problem === null ? 'done' : 'failed',
        problem: ending.problem,
        settings,
        totals,
        speedup: totals.tasks === 0 || seconds === 0 ? null : (0,_results_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .rounded */ .Wf)(totals.taskSeconds / seconds),
        plan,
        repository,
        commit,
        workflowRun
    };
}
/** The tasks of a plan, as in their records. */
const plannedTasks = (planned) => planned.partitions.map((partition) => ({
    id: partition.task,
    partition: (0,_results_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionRecord */ .OO)(partition)
}));
/** A plan, as in the run record and in `plan --json`. */
const planRecord = (planned) => ({
    slots: planned.slots,
    estimatedSeconds: (0,_results_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .rounded */ .Wf)(planned.estimatedSeconds),
    partitions: planned.partitions.map(({ task, images, bytes, estimatedSeconds }) => ({
        task,
        images: images.length,
        bytes,
        estimatedSeconds: (0,_results_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .rounded */ .Wf)(estimatedSeconds)
    }))
});


/***/ }),

/***/ 72262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ lostRows),
/* harmony export */   t: () => (/* binding */ refusedRow)
/* harmony export */ });
/* harmony import */ var _results_lost_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63563);
/* harmony import */ var _task_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32482);


/** The row of an image that is refused before any engine sees it. It has no key, whatever the backend. */
const refusedRow = (image) => ({ ...(0,_task_task_js__WEBPACK_IMPORTED_MODULE_1__/* .unread */ .g)(image), key: null });
/** The rows of the images that no task has read, each with the reason. */
function lostRows(wanted, read, ending) {
    const why = ending.cancelled
        ? 'the run was cancelled before this image was read'
        : 'its task never answered';
    return (0,_results_lost_js__WEBPACK_IMPORTED_MODULE_0__/* .lostRows */ .A)(wanted.map(refusedRow), read, (image) => ending.unanswered.get(image) ?? why);
}


/***/ }),

/***/ 49430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ recover)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
/* harmony import */ var _report_write_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85176);
/* harmony import */ var _results_lost_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63563);
/* harmony import */ var _results_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40399);
/* harmony import */ var _results_totals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61210);





/**
 * Finishes the results folder of a run that was killed: every image of its plan gets a row, and the tables and the
 * report are written. The folder of a run that finished is only read.
 *
 * @param since ISO 8601; a run that started earlier belongs to something else
 * @returns the report of the run; null if the folder has no run that started since then
 */
function recover(folder, since) {
    if (!folder.has('metadata/run.json'))
        return null;
    const run = valibot__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qgA(_results_records_js__WEBPACK_IMPORTED_MODULE_2__/* .runRecordSchema */ ._A, JSON.parse(folder.read('metadata/run.json').toString()));
    if (run.start < since)
        return null;
    const tasks = folder.records('tasks').map((record) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qgA(_results_records_js__WEBPACK_IMPORTED_MODULE_2__/* .taskRecordSchema */ .iz, record));
    const nodes = folder.records('nodes').map((record) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qgA(_results_records_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeRecordSchema */ .L0, record));
    const known = [...folder.earlierRows().values()];
    const planned = tasks.flatMap(({ partition }) => partition.images.map((image) => ({ image })));
    const lost = (0,_results_lost_js__WEBPACK_IMPORTED_MODULE_1__/* .lostRows */ .A)(planned, known, () => 'the run ended before this image was read');
    const rows = [...known, ...lost];
    if (run.outcome !== 'running')
        return { run, rows, tasks, nodes };
    const totals = (0,_results_totals_js__WEBPACK_IMPORTED_MODULE_4__/* .totalsOf */ .vA)(rows, { otherFiles: run.totals.otherFiles, nodes, tasks });
    const report = { run: { ...run, outcome: 'cancelled', totals }, rows, tasks, nodes };
    (0,_report_write_report_js__WEBPACK_IMPORTED_MODULE_0__/* .writeReport */ .u)(folder, report);
    return report;
}


/***/ }),

/***/ 3390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ neverStarted),
  G: () => (/* binding */ settle)
});

// EXTERNAL MODULE: ./build/run/finish.js
var finish = __webpack_require__(15695);
// EXTERNAL MODULE: ./build/plan/cost.js
var cost = __webpack_require__(36409);
;// CONCATENATED MODULE: ./build/run/progress.js

/** Counts rows as they arrive and estimates the time that is left. */
class ProgressCount {
    #costs;
    #total;
    #start = performance.now();
    #costLeft;
    #costDone = 0;
    #done = 0;
    #failed = 0;
    #status = null;
    constructor(images) {
        this.#costs = new Map(images.map((image) => [image.path, (0,cost/* estimateSeconds */.q)(image)]));
        this.#total = images.length;
        this.#costLeft = [...this.#costs.values()].reduce((sum, cost) => sum + cost, 0);
    }
    /** Counts one more row. */
    count(row) {
        const cost = this.#costs.get(row.image) ?? 0;
        this.#costLeft -= cost;
        this.#costDone += cost;
        this.#done++;
        if (row.status === 'failed')
            this.#failed++;
        return this.#now();
    }
    /** Updates the status of nodes and tasks. */
    report(status) {
        this.#status = statusText(status);
        return this.#now();
    }
    #now() {
        const elapsed = (performance.now() - this.#start) / 1000;
        return {
            done: this.#done,
            total: this.#total,
            failed: this.#failed,
            secondsLeft: this.#costDone > 0 ? Math.max(0, (this.#costLeft / this.#costDone) * elapsed) : null,
            status: this.#status
        };
    }
}
/** `nodes: 2 starting; tasks: 5 waiting, 1 running` */
function statusText({ nodes, tasks }) {
    const text = (numbers) => Object.entries(numbers)
        .filter(([, number]) => number > 0)
        .map(([state, number]) => `${number} ${state}`)
        .join(', ') || 'none';
    return `nodes: ${text(nodes)}; tasks: ${text(tasks)}`;
}

;// CONCATENATED MODULE: ./build/run/follow.js

/** Follows a job to its end. Each row is in the table before the listener gets it. */
async function follow(job, folder, wanted, listener, signal) {
    const rows = [];
    const receive = receiver(folder, listener, new ProgressCount(wanted), rows);
    const cancel = () => void job.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted)
        cancel();
    try {
        for await (const event of job.follow())
            receive(event);
    }
    finally {
        signal.removeEventListener('abort', cancel);
    }
    return rows;
}
function receiver(folder, listener, progress, rows) {
    return (event) => {
        switch (event.kind) {
            case 'row':
                folder.appendRow(event.row);
                rows.push(event.row);
                if (event.row.status === 'failed')
                    listener.failed(event.row);
                return listener.progress(progress.count(event.row));
            case 'task-ended':
                return folder.writeRecord(`tasks/${event.task.id}`, event.task);
            case 'status':
                return listener.progress(progress.report(event.status));
            case 'message':
                return event.warning ? listener.warn(event.sentence) : listener.say(event.sentence);
        }
    };
}

// EXTERNAL MODULE: ./build/run/lost.js
var run_lost = __webpack_require__(72262);
;// CONCATENATED MODULE: ./build/run/settle.js



/** Follows a job to its end and writes its results: a row for every image, read or lost. */
async function settle(job, { beginning, known, wanted }, listener, signal) {
    const read = await follow(job, beginning.folder, wanted, listener, signal);
    const results = await job.results();
    const { unanswered, problem } = results;
    const cancelled = signal.aborted;
    const lost = (0,run_lost/* lostRows */.A)(wanted, read, { cancelled, unanswered });
    const rows = [...known, ...read, ...lost];
    return (0,finish/* finish */.O9)(beginning, { jobId: job.id, rows, results, cancelled, problem });
}
/**
 * Writes the results of a run whose job did not start: its images still have rows.
 *
 * @param problem why it did not start; null if it was cancelled
 */
function neverStarted({ beginning, known, wanted }, problem) {
    const cancelled = problem === null;
    const why = cancelled ? [] : wanted.map(({ path }) => [path, 'its job did not start']);
    const lost = (0,run_lost/* lostRows */.A)(wanted, [], { cancelled, unanswered: new Map(why) });
    const results = { nodes: [], tasks: [] };
    return (0,finish/* finish */.O9)(beginning, { jobId: '', rows: [...known, ...lost], results, cancelled, problem });
}


/***/ }),

/***/ 41987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eh: () => (/* binding */ actionInputs),
  Bk: () => (/* binding */ actionNames),
  o1: () => (/* binding */ actions),
  LJ: () => (/* binding */ readActionInput)
});

// UNUSED EXPORTS: accountInputs, actionInputKeys, identityInputs, isRequired

// EXTERNAL MODULE: ./build/settings/input.js
var input = __webpack_require__(44648);
// EXTERNAL MODULE: ./build/settings/inputs.js + 1 modules
var inputs = __webpack_require__(90411);
;// CONCATENATED MODULE: ./build/settings/outputs.js
/** Names and descriptions of the outputs of delivered results. `action.yml` files and tables are generated from these. */
const outputs = {
    'run-id': 'ID of the run, which identifies it in its records.',
    'job-id': 'ID of the job on the backend; on `local`, the same as `run-id`.',
    images: 'Number of images found.',
    recognized: 'Number of images that were read in this run.',
    reused: 'Number of images whose earlier result was kept.',
    empty: 'Number of images without text.',
    failed: 'Number of images that could not be read. The table lists each of them.',
    pages: 'Number of pages of the images with text.',
    confidence: 'Mean confidence of the words, 0 to 100. Empty if there are no words.',
    nodes: 'Number of nodes that ran tasks.',
    seconds: 'Duration of the run in seconds.',
    results: 'Path of the results folder.',
    'text-artifact-id': 'ID of the artifact with the texts and tables.',
    'text-artifact-url': 'URL of the artifact with the texts and tables.',
    'text-artifact-digest': 'SHA-256 digest of the artifact with the texts and tables.',
    'metadata-artifact-id': 'ID of the artifact with the report and the metadata of nodes and tasks.',
    'metadata-artifact-url': 'URL of the artifact with the report and the metadata of nodes and tasks.',
    'metadata-artifact-digest': 'SHA-256 digest of the artifact with the report and the metadata of nodes and tasks.'
};
/** The outputs of a submission. */
const submitOutputs = {
    'run-id': outputs['run-id'],
    'job-id': 'ID of the Batch job.',
    handle: 'JSON by which `collect` finds the run. It contains no secret.',
    'handle-file': 'Path of a file that contains the handle.',
    images: outputs.images
};
/** The outputs of the main action, which is a submission if `wait` is false. */
const runOutputs = {
    ...outputs,
    handle: 'With `wait: false`, JSON by which `collect` finds the run. It contains no secret.',
    'handle-file': 'With `wait: false`, path of a file that contains the handle.'
};
/** The outputs of a sweep. */
const sweepOutputs = {
    jobs: 'Number of jobs removed.',
    pools: 'Number of pools removed.',
    containers: 'Number of containers removed.'
};
/** The outputs of a report in an issue or a comment. */
const reportOutputs = {
    number: 'Number of the issue or pull request. Empty if nothing was written.',
    url: 'URL of the issue or comment. Empty if nothing was written.'
};
/** The outputs of a search for changed images. */
const changedOutputs = {
    images: 'The changed images, one per line, for the input `images` of other actions. Without a pull request, the value of the input `images`. Empty if no image changed: check `count` first, because an empty input means its default.',
    count: 'Number of changed images. Empty if all images are selected.'
};
/** The outputs of a check for unchanged images. */
const checkUnchangedOutputs = {
    key: 'Cache key of the results of these images, for the input `cache-key` of `merge`.',
    unchanged: '`true` if there is nothing to read, otherwise `false`.'
};

// EXTERNAL MODULE: ./build/settings/parse.js
var parse = __webpack_require__(94667);
// EXTERNAL MODULE: ./build/settings/parse-azure.js
var parse_azure = __webpack_require__(67653);
// EXTERNAL MODULE: ./build/settings/read.js + 1 modules
var read = __webpack_require__(470);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings = __webpack_require__(84663);
;// CONCATENATED MODULE: ./build/settings/actions.js







/** Inputs that name the accounts. */
const accountInputs = [
    'batchEndpoint',
    'batchAccount',
    'storageEndpoint'
];
/** Inputs that authenticate requests to the accounts, and the API version of these requests. */
const identityInputs = [
    ...['tenantId', 'clientId'],
    ...['batchAccountKey', 'storageAccountKey'],
    'batchApiVersion'
];
/** Inputs without effect on a submission: nodes install their own programs, and `collect` delivers the results. */
const notForSubmission = [
    ...['backend', 'wait', 'install'],
    ...['artifactName', 'artifactRetentionDays', 'failOn']
];
/** A token: a secret, so it is not repeated in messages. An expression that was not evaluated is not a token. */
const token = (given) => {
    if (/^\S+$/.test(given.trim()))
        return given.trim();
    throw new parse/* InputProblem */.S7('is not a token: it contains white space.');
};
/** Inputs that belong to a single action or command, by their names in the code. */
const actionInputs = {
    handle: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'handle',
        meaning: 'Output `handle` of a submission, or the path of its handle file.',
        parse: parse/* text */.Qq
    }),
    folders: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'the artifacts of the shards of this workflow run, which the action downloads',
        placeholder: 'folders',
        meaning: 'Results folders of shards, or folders that contain them, one per line.',
        parse: parse/* lines */.Mn
    }),
    olderThan: (0,input/* input */.h)({
        fallback: '24h',
        placeholder: 'age',
        meaning: 'Minimum age of resources to remove: `90m`, `12h`, `2d`, or a number of hours. Newer resources are kept, because a run may still use them.',
        parse: parse_azure/* age */.KW
    }),
    dryRun: (0,input/* input */.h)({
        fallback: 'false',
        meaning: 'List the resources without removing them.',
        parse: parse/* yesNo */.Lm
    }),
    to: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'where',
        meaning: 'Where to report. `issue`: one issue that lists the failed images, updated in place and closed when no images fail (`permissions: issues: write`); `pull-request`: one comment with the summary, updated in place (`permissions: pull-requests: write`).',
        parse: (0,parse/* oneOf */.yL)('issue', 'pull-request')
    }),
    title: (0,input/* input */.h)({
        fallback: 'Images that could not be read',
        placeholder: 'title',
        meaning: 'Title of a new issue.',
        parse: parse/* text */.Qq
    }),
    token: (0,input/* input */.h)({
        // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own expression, for action.yml.
        fallback: '${{ github.token }}',
        placeholder: 'token',
        secret: true,
        meaning: 'Token for the GitHub API.',
        parse: token
    }),
    cacheKey: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'the results are not saved',
        placeholder: 'key',
        meaning: 'Output `key` of the action `check-unchanged`: the results are saved in the cache under this key, for later runs.',
        parse: parse/* text */.Qq
    }),
    skipUnchanged: (0,input/* input */.h)({
        fallback: 'true',
        meaning: 'Check whether an earlier run has read exactly these images, and link to it in the log and the summary. `false`: only compute the cache key.',
        parse: parse/* yesNo */.Lm
    }),
    /** For the command `sample`, which is not an action. */
    tasks: (0,input/* input */.h)({
        fallback: '10',
        placeholder: 'number',
        meaning: 'Number of tasks of the sample.',
        parse: (0,parse/* wholeNumber */.rD)(1, 10_000)
    })
};
/** The keys of all inputs that belong to a single action or command. */
const actionInputKeys = Object.keys(actionInputs);
/** Whether an action's own input is required. */
const isRequired = (key) => {
    const { fallback, shownDefault } = actionInputs[key];
    return fallback === '' && shownDefault === undefined;
};
/**
 * Reads the value of an action's own input.
 *
 * @throws SettingsError if it is invalid or missing
 */
function readActionInput(key, texts) {
    const { fallback, meaning, parse } = actionInputs[key];
    const given = texts[key]?.trim() || fallback;
    if (given === '' && isRequired(key))
        throw new settings/* SettingsError */.G([`Input \`${(0,inputs/* kebab */.i9)(key)}\` is missing. ${meaning}`]);
    return (0,read/* readInput */.R)((0,inputs/* kebab */.i9)(key), { parse }, given);
}
const action = (declaration) => declaration;
/** The actions of the product. `run` is at the top of the repository, each of the others in a folder of its name. */
const actions = {
    run: action({
        title: 'Batch OCR',
        description: 'Turns a folder of images into text with a partitioned OCR job, and uploads the results as artifacts.',
        azure: false,
        inputs: inputs/* inputKeys */.nA,
        own: [],
        outputs: runOutputs
    }),
    submit: action({
        title: 'Batch OCR: submit',
        description: 'Submits an OCR job to Azure Batch and returns. The action collect fetches the results.',
        azure: true,
        inputs: inputs/* inputKeys */.nA.filter((key) => !notForSubmission.includes(key)),
        own: [],
        outputs: submitOutputs
    }),
    collect: action({
        title: 'Batch OCR: collect',
        description: 'Waits for a submitted OCR job and uploads its results as artifacts.',
        azure: true,
        // The handle names the accounts, and the job has its own settings.
        inputs: ['results', 'artifactName', 'artifactRetentionDays', 'failOn', ...identityInputs],
        own: ['handle'],
        outputs: outputs
    }),
    sweep: action({
        title: 'Batch OCR: sweep',
        description: 'Removes jobs, pools and containers that interrupted OCR runs left on Azure.',
        azure: true,
        inputs: [...accountInputs, ...identityInputs],
        own: ['olderThan', 'dryRun'],
        outputs: sweepOutputs
    }),
    merge: action({
        title: 'Batch OCR: merge',
        description: 'Merges the results of the shards of an OCR job and delivers them as those of a single run.',
        azure: false,
        inputs: ['results', 'artifactName', 'artifactRetentionDays', 'failOn'],
        own: ['folders', 'cacheKey'],
        outputs: outputs
    }),
    'check-unchanged': action({
        title: 'Batch OCR: check unchanged',
        description: 'Checks whether an earlier run has read exactly these images with the same settings, by the names and digests that Git has recorded.',
        azure: false,
        inputs: ['images', ...inputs/* readingKeys */.ht, 'results'],
        own: ['skipUnchanged'],
        outputs: checkUnchangedOutputs
    }),
    report: action({
        title: 'Batch OCR: report',
        description: 'Reports an OCR job in an issue, or in a comment on a pull request.',
        azure: false,
        inputs: ['results'],
        own: ['to', 'title', 'token'],
        outputs: reportOutputs
    }),
    changed: action({
        title: 'Batch OCR: changed',
        description: 'Lists the images that a pull request adds or changes.',
        azure: false,
        // Images in the results folder are never selected.
        inputs: ['images', 'results'],
        own: ['token'],
        outputs: changedOutputs
    })
};
/** The names of the actions, `run` first. */
const actionNames = Object.keys(actions);


/***/ }),

/***/ 44648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ input)
/* harmony export */ });
/** Declares an input and infers the type of its value. */
const input = (declaration) => declaration;


/***/ }),

/***/ 90411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nA: () => (/* binding */ inputKeys),
  QL: () => (/* binding */ inputs),
  i9: () => (/* binding */ kebab),
  ht: () => (/* binding */ readingKeys),
  DX: () => (/* binding */ secretKeys)
});

// EXTERNAL MODULE: ./build/results/csv.js
var csv = __webpack_require__(74321);
// EXTERNAL MODULE: ./build/results/records.js
var records = __webpack_require__(40399);
// EXTERNAL MODULE: ./build/settings/input.js
var input = __webpack_require__(44648);
// EXTERNAL MODULE: ./build/settings/parse.js
var parse = __webpack_require__(94667);
// EXTERNAL MODULE: ./build/settings/parse-azure.js
var parse_azure = __webpack_require__(67653);
;// CONCATENATED MODULE: ./build/settings/azure-inputs.js



/** Upper limit for nodes of one kind; the quota of most accounts is far lower. */
const MOST_NODES = 5000;
/** Upper limit in minutes for a job: the SAS of the nodes is valid for seven days (10,080 minutes). */
const MOST_MINUTES = 10_000;
/** The inputs of runs whose tasks run on Azure Batch. */
const azureInputs = {
    batchEndpoint: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'url',
        meaning: 'Endpoint of the Batch account, `https://NAME.REGION.batch.azure.com`.',
        parse: parse_azure/* batchEndpoint */.iZ
    }),
    batchAccount: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'taken from the endpoint',
        placeholder: 'name',
        meaning: 'Name of the Batch account, if its endpoint does not begin with it.',
        parse: parse_azure/* accountName */.vi
    }),
    storageEndpoint: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'url',
        meaning: 'Blob endpoint of the storage account that holds images and results while the job runs, `https://NAME.blob.core.windows.net`, or an address with the account name in the path.',
        parse: parse_azure/* storageEndpoint */.Vl
    }),
    tenantId: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'id',
        meaning: 'Microsoft Entra tenant ID of the application. Without `tenant-id`, `client-id` and account keys, the Azure CLI login is used.',
        parse: parse_azure/* tenantId */.i8
    }),
    clientId: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'id',
        meaning: 'Client ID of a Microsoft Entra application that has a federated credential for this repository. The job needs `permissions: id-token: write`.',
        parse: parse_azure/* clientId */.L2
    }),
    batchAccountKey: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'key',
        secret: true,
        meaning: 'Shared key of the Batch account, instead of Microsoft Entra ID. On the command line, set `AZURE_BATCH_ACCESS_KEY` instead: other users of the machine can see command-line options.',
        parse: parse_azure/* accountKey */.LQ
    }),
    storageAccountKey: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'key',
        secret: true,
        meaning: 'Shared key of the storage account, instead of Microsoft Entra ID. On the command line, set `AZURE_STORAGE_KEY` instead.',
        parse: parse_azure/* accountKey */.LQ
    }),
    pool: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'a new pool, which is deleted after the job',
        placeholder: 'id',
        meaning: 'ID of an existing pool, which is kept after the job.',
        parse: parse_azure/* poolId */.C9
    }),
    nodeIdentity: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'id',
        meaning: 'Resource ID of a managed identity that is assigned to `pool`. Nodes access the storage account with it, and no SAS is created.',
        parse: parse_azure/* identityId */.Kf
    }),
    vmSize: (0,input/* input */.h)({
        fallback: 'Standard_D4s_v5',
        placeholder: 'size',
        meaning: 'VM size of a new pool.',
        parse: parse_azure/* vmSize */.Pj
    }),
    vmImage: (0,input/* input */.h)({
        fallback: 'canonical:ubuntu-24_04-lts:server',
        placeholder: 'image',
        meaning: 'VM image of a new pool, `publisher:offer:sku`: a Debian or Ubuntu image that Batch supports.',
        parse: parse_azure/* vmImage */.J0
    }),
    nodes: (0,input/* input */.h)({
        fallback: '2',
        placeholder: 'number',
        meaning: 'Number of dedicated nodes of a new pool.',
        parse: (0,parse/* wholeNumber */.rD)(0, MOST_NODES)
    }),
    spotNodes: (0,input/* input */.h)({
        fallback: '0',
        placeholder: 'number',
        meaning: 'Number of Spot nodes of a new pool. They cost less, but Azure can evict them; their tasks then run again.',
        parse: (0,parse/* wholeNumber */.rD)(0, MOST_NODES)
    }),
    batchApiVersion: (0,input/* input */.h)({
        fallback: '2025-06-01',
        placeholder: 'version',
        meaning: 'API version of the Batch service. The Azure CLI uses `2022-10-01.16.0`.',
        parse: parse_azure/* apiVersion */.XV
    }),
    taskRetries: (0,input/* input */.h)({
        fallback: '2',
        placeholder: 'number',
        meaning: 'Number of times that a failed task is retried.',
        parse: (0,parse/* wholeNumber */.rD)(0, 100)
    }),
    taskTimeout: (0,input/* input */.h)({
        fallback: '60',
        placeholder: 'minutes',
        meaning: 'Maximum number of minutes for one task.',
        parse: (0,parse/* minutes */.Gx)(MOST_MINUTES)
    }),
    jobTimeout: (0,input/* input */.h)({
        fallback: '300',
        placeholder: 'minutes',
        meaning: 'Maximum number of minutes for the whole job, including the wait for nodes. Then Batch terminates the job, even if nothing monitors it.',
        parse: (0,parse/* minutes */.Gx)(MOST_MINUTES)
    })
};

;// CONCATENATED MODULE: ./build/settings/inputs.js





/** The inputs of every run, wherever its tasks run. */
const runInputs = {
    images: (0,input/* input */.h)({
        fallback: 'images',
        placeholder: 'patterns',
        meaning: 'Folders, files or glob patterns, one per line. A pattern that begins with `!` excludes.',
        parse: parse/* lines */.Mn
    }),
    languages: (0,input/* input */.h)({
        fallback: 'eng',
        placeholder: 'list',
        meaning: 'Tesseract languages, such as `eng+fra`.',
        parse: parse/* languages */.eo
    }),
    formats: (0,input/* input */.h)({
        fallback: 'txt',
        placeholder: 'list',
        meaning: 'Output formats, separated by commas or spaces: any of `txt hocr tsv alto pdf`. One recognition creates them all.',
        parse: (0,parse/* anyOf */.EB)(...records/* FORMATS */.hR)
    }),
    pageSegmentationMode: (0,input/* input */.h)({
        fallback: '',
        shownDefault: "Tesseract's default (3)",
        placeholder: 'mode',
        meaning: 'Tesseract page segmentation mode, 0 to 13. Use 7 or 13 for images of a single line.',
        parse: (0,parse/* wholeNumber */.rD)(0, 13)
    }),
    dpi: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'estimated by Tesseract',
        placeholder: 'number',
        meaning: 'Resolution to assume for images that do not specify one.',
        parse: (0,parse/* wholeNumber */.rD)(70, 2400)
    }),
    prepare: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'when',
        meaning: 'When ImageMagick converts an image to TIFF before it is read. `auto`: only if Tesseract cannot read the image, or would read it incorrectly (orientation tag, tiled or floating-point TIFF, unsupported format); `always`: every image; `never`: ImageMagick is not used, and there is no second look.',
        parse: (0,parse/* oneOf */.yL)('auto', 'always', 'never')
    }),
    secondLook: (0,input/* input */.h)({
        fallback: 'true',
        meaning: 'Read an image again if the first result is doubtful (low confidence, or a resolution that Tesseract estimates below 150 dpi), after it is scaled, deskewed and rotated. The text with the higher confidence is kept, and the row records which look it came from.',
        parse: parse/* yesNo */.Lm
    }),
    deskew: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'when',
        meaning: 'When to straighten skewed pages. `auto`: in the second look; `always`; `never`.',
        parse: (0,parse/* oneOf */.yL)('auto', 'always', 'never')
    }),
    rotate: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'when',
        meaning: 'When to rotate pages that are sideways or upside down. `auto`: in the second look; `always`; `never`.',
        parse: (0,parse/* oneOf */.yL)('auto', 'always', 'never')
    }),
    keyPattern: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'regexp',
        meaning: 'Regular expression that is matched against the path of each image. Its named groups become columns, for example `(?<phone>\\+?\\d{8,15})`.',
        parse: (0,parse/* keyPattern */._H)((0,csv/* csvColumns */.s)([]))
    }),
    imageTimeout: (0,input/* input */.h)({
        fallback: '120',
        placeholder: 'seconds',
        meaning: 'Maximum number of seconds for one image.',
        parse: (0,parse/* seconds */.YA)(86_400)
    }),
    maxPixels: (0,input/* input */.h)({
        fallback: '200000000',
        placeholder: 'number',
        meaning: 'Maximum number of pixels of an image. Larger images fail without being read.',
        parse: (0,parse/* wholeNumber */.rD)(1, 10_000_000_000)
    }),
    backend: (0,input/* input */.h)({
        fallback: 'local',
        placeholder: 'name',
        meaning: 'Where the job runs. `local`: on this machine; `azure-batch`: on the nodes of an Azure Batch pool.',
        parse: (0,parse/* oneOf */.yL)('local', 'azure-batch')
    }),
    slots: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'the number of cores of the node',
        placeholder: 'number',
        meaning: 'Number of tasks that run on one node at the same time.',
        parse: (0,parse/* wholeNumber */.rD)(1, 256)
    }),
    partitions: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'number',
        meaning: 'Number of partitions. `auto`: enough small partitions, largest images first, to keep every slot busy until the end.',
        parse: parse/* partitions */.Mo
    }),
    shard: (0,input/* input */.h)({
        fallback: '1/1',
        placeholder: 'i/n',
        meaning: 'Part of the images to read, `i/n`, if several runners share a run.',
        parse: parse/* shard */.B5
    }),
    reuse: (0,input/* input */.h)({
        fallback: 'true',
        meaning: 'Keep earlier results whose key (image, engine and settings) is unchanged. On GitHub, the results of earlier runs are restored from the cache.',
        parse: parse/* yesNo */.Lm
    }),
    install: (0,input/* input */.h)({
        fallback: '',
        shownDefault: '`true` on GitHub, `false` on the command line',
        meaning: 'Install ImageMagick, Tesseract and languages if they are missing.',
        parse: parse/* yesNo */.Lm
    }),
    results: (0,input/* input */.h)({
        fallback: 'ocr-results',
        placeholder: 'folder',
        meaning: 'Path of the results folder.',
        parse: parse/* text */.Qq
    }),
    artifactName: (0,input/* input */.h)({
        fallback: 'ocr',
        placeholder: 'prefix',
        meaning: 'Prefix of the names of the two artifacts, `…-text` and `…-metadata`.',
        parse: parse/* artifactName */.Cs
    }),
    artifactRetentionDays: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'the setting of the repository',
        placeholder: 'days',
        meaning: 'Number of days to keep the artifacts.',
        parse: (0,parse/* wholeNumber */.rD)(1, 400)
    }),
    failOn: (0,input/* input */.h)({
        fallback: 'any',
        placeholder: 'when',
        meaning: 'How many failed images fail the run: `any`, `all`, `never`, or more than a share, such as `5%`.',
        parse: parse/* failOn */.Ko
    }),
    wait: (0,input/* input */.h)({
        fallback: 'true',
        meaning: '`false`: submit the job and return (`azure-batch` only). `collect` fetches the results.',
        parse: parse/* yesNo */.Lm
    })
};
/**
 * Every input of the product by its name in the code. The public names are the same in kebab case (`kebab`). This
 * declaration is the only source of their names and descriptions: `tools/contracts.ts` generates `action.yml` files and
 * tables from it, and the command line its options.
 */
const inputs = { ...runInputs, ...azureInputs };
/** Inputs with a secret value, which must not appear in a record or a log. */
const secretKeys = Object.keys(inputs).filter((key) => inputs[key].secret);
/** The keys of the inputs, in the order of the declaration. */
const inputKeys = Object.keys(inputs);
/** Inputs that, together with the images, determine the texts and tables of a run. */
const readingKeys = [
    ...['languages', 'formats', 'pageSegmentationMode', 'dpi'],
    ...['prepare', 'secondLook', 'deskew', 'rotate'],
    ...['keyPattern', 'imageTimeout', 'maxPixels']
];
/** The public name of an input: `pageSegmentationMode` is `page-segmentation-mode`. */
const kebab = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);


/***/ }),

/***/ 67653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C9: () => (/* binding */ poolId),
/* harmony export */   J0: () => (/* binding */ vmImage),
/* harmony export */   KW: () => (/* binding */ age),
/* harmony export */   Kf: () => (/* binding */ identityId),
/* harmony export */   L2: () => (/* binding */ clientId),
/* harmony export */   LQ: () => (/* binding */ accountKey),
/* harmony export */   Pj: () => (/* binding */ vmSize),
/* harmony export */   Vl: () => (/* binding */ storageEndpoint),
/* harmony export */   Ws: () => (/* binding */ LOOPBACK),
/* harmony export */   XV: () => (/* binding */ apiVersion),
/* harmony export */   i8: () => (/* binding */ tenantId),
/* harmony export */   iZ: () => (/* binding */ batchEndpoint),
/* harmony export */   vi: () => (/* binding */ accountName)
/* harmony export */ });
/* unused harmony export endpoint */
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94667);

/** A text that matches a regular expression, trimmed. `expected` completes "must be …". */
const matching = (form, expected) => (given) => {
    const text = given.trim();
    if (form.test(text))
        return text;
    throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpected */ .os)(given, expected);
};
/** Hosts of this machine, to which connections need no encryption. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/**
 * The URL of a service, without a trailing slash. A bare host, as the Azure CLI prints it, means https.
 *
 * @param path the paths that are allowed
 * @param example shown if the text is not a valid URL
 */
const endpoint = (path, example) => (given) => {
    const expected = `a URL such as ${example}`;
    const text = given.trim();
    const address = text.includes('://') ? text : `https://${text}`;
    const url = URL.canParse(address) ? new URL(address) : null;
    // A URL with a signature or password is not repeated in the message, which may end up in a log.
    if (url === null)
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7(`must be ${expected}.`);
    if (url.username || url.password || url.search || url.hash || /[?#]/.test(text))
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7(`must be ${expected}, without credentials, query or fragment.`);
    if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
        throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpected */ .os)(text, 'an https URL, because keys and tokens are sent to it');
    const tail = url.pathname.replace(/\/+$/, '');
    if (!/^https?:$/.test(url.protocol) || !path.test(tail))
        throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpected */ .os)(text, expected);
    return url.origin + tail;
};
/** The endpoint of a Batch account. */
const batchEndpoint = endpoint(/^$/, 'https://NAME.REGION.batch.azure.com');
/** The Blob endpoint of a storage account. The account name may be in the path, as with Azurite. */
const storageEndpoint = endpoint(/^(\/[^/]+)?$/, 'https://NAME.blob.core.windows.net');
/** The name of a Batch account. */
const accountName = matching(/^[a-z0-9]{3,24}$/, 'an account name of 3 to 24 lowercase letters and digits');
const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** The client ID of an application, a GUID. */
const clientId = matching(new RegExp(`^${GUID}$`, 'i'), 'an application (client) ID, such as 00000000-0000-0000-0000-000000000000');
/** The ID of a tenant: a GUID, or one of its domains. */
const tenantId = matching(new RegExp(`^(${GUID}|[a-z0-9-]+(\\.[a-z0-9-]+)+)$`, 'i'), 'a directory (tenant) ID, or a domain such as contoso.onmicrosoft.com');
/** The shared key of an account: a secret, so it is not repeated in messages. */
const accountKey = (given) => {
    const key = given.trim();
    if (/^[A-Za-z0-9+/]{4,}={0,2}$/.test(key) && key.length % 4 === 0)
        return key;
    throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7('is not an account key. Copy the whole key from "Access keys" in the Azure portal, or from `az … keys list`.');
};
/** The ID of a pool. */
const poolId = matching(/^[A-Za-z0-9_-]{1,64}$/, 'a pool ID of 1 to 64 letters, digits, hyphens and underscores');
/** The resource ID of a user-assigned managed identity. */
const identityId = matching(/^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/\s]+$/i, 'the resource ID of a user-assigned managed identity, /subscriptions/…/userAssignedIdentities/NAME');
/** The name of a VM size. The service decides whether the size exists. */
const vmSize = matching(/^[A-Za-z][A-Za-z0-9_-]{1,63}$/, 'a VM size, such as Standard_D4s_v5');
/** `publisher:offer:sku`. */
const vmImage = (given) => {
    const [, publisher, offer, sku] = /^([\w.-]+):([\w.-]+):([\w.-]+)$/.exec(given.trim()) ?? [];
    if (publisher && offer && sku)
        return { publisher, offer, sku };
    throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpected */ .os)(given, 'publisher:offer:sku, such as canonical:ubuntu-24_04-lts:server');
};
/** A version of the Batch API. */
const apiVersion = matching(/^\d{4}-\d{2}-\d{2}(\.\d+\.\d+)?$/, 'an API version, such as 2025-06-01 or 2022-10-01.16.0');
const HOURS = { m: 1 / 60, h: 1, d: 24 };
/** An age in milliseconds: `90m`, `12h`, `2d`, or a number of hours. */
const age = (given) => {
    const [, number, unit = 'h'] = /^(\d{1,6}(?:\.\d+)?)([mhd])?$/.exec(given.trim().toLowerCase()) ?? [];
    if (number === undefined)
        throw (0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpected */ .os)(given, 'an age such as 90m, 12h or 2d');
    return Math.round(Number(number) * HOURS[unit] * 3_600_000);
};


/***/ }),

/***/ 94667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ shard),
/* harmony export */   Cs: () => (/* binding */ artifactName),
/* harmony export */   EB: () => (/* binding */ anyOf),
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Ko: () => (/* binding */ failOn),
/* harmony export */   Lm: () => (/* binding */ yesNo),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Mo: () => (/* binding */ partitions),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   S7: () => (/* binding */ InputProblem),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   _H: () => (/* binding */ keyPattern),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   eo: () => (/* binding */ languages),
/* harmony export */   os: () => (/* binding */ unexpected),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* unused harmony export quoted */
/**
 * Parsers of the inputs. A parser gets the text of an input (never empty: an empty input means its default) and returns
 * its value, or throws an `InputProblem`.
 */
/** An invalid input. The message completes the sentence "Input `name` …". */
class InputProblem extends Error {
}
/** A given text for a message, shortened. Not for texts that may be secret. */
const quoted = (text) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
/** The problem of a text that is not what is `expected`, which completes "must be …". */
const unexpected = (given, expected) => new InputProblem(`must be ${expected}, not ${quoted(given)}.`);
/** Any text, trimmed. */
const text = (given) => given.trim();
/** A boolean, as written in YAML. */
const yesNo = (given) => {
    const word = given.trim().toLowerCase();
    if (['true', 'yes', 'on', '1'].includes(word))
        return true;
    if (['false', 'no', 'off', '0'].includes(word))
        return false;
    throw unexpected(given, 'true or false');
};
/** One of the given words. */
const oneOf = (...words) => (given) => {
    const word = given.trim().toLowerCase();
    if (words.includes(word))
        return word;
    throw unexpected(given, listed(words));
};
/** One or more of the given words, separated by commas or white space; returned in the order of the declaration. */
const anyOf = (...words) => (given) => {
    const chosen = given
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean);
    const unknown = chosen.filter((word) => !words.includes(word));
    if (unknown.length > 0) {
        throw new InputProblem(`has the unknown value ${unknown.map(quoted).join(', ')}. Possible values: ${words.join(', ')}.`);
    }
    if (chosen.length === 0)
        throw unexpected(given, `one or more of ${words.join(', ')}`);
    return words.filter((word) => chosen.includes(word));
};
/** A whole number within bounds, both inclusive. */
const wholeNumber = (least, most) => (given) => {
    const number = Number(given.trim());
    if (/^\d+$/.test(given.trim()) && number >= least && number <= most)
        return number;
    throw unexpected(given, `a whole number from ${least} to ${most}`);
};
const amount = (unit) => (most) => (given) => {
    const number = Number(given.trim());
    if (/^\d+(\.\d+)?$/.test(given.trim()) && number > 0 && number <= most)
        return number;
    throw unexpected(given, `a number of ${unit} greater than 0 and at most ${most}`);
};
/** A number of seconds, which may be fractional. */
const seconds = amount('seconds');
/** A number of minutes, which may be fractional. */
const minutes = amount('minutes');
/** Lines of text, without blank lines. */
const lines = (given) => given
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
/** Tesseract languages, joined by plus signs as in Tesseract, or separated by commas or white space. */
const languages = (given) => {
    const names = given.split(/[+,\s]+/).filter(Boolean);
    const wrong = names.filter((name) => !/^[A-Za-z][A-Za-z0-9_]*(\/[A-Za-z0-9_]+)?$/.test(name));
    if (names.length === 0 || wrong.length > 0)
        throw unexpected(given, 'Tesseract languages, such as eng or eng+fra');
    return [...new Set(names)];
};
/** `i/n`, with 1 ≤ i ≤ n. */
const shard = (given) => {
    const [, index, count] = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/.exec(given) ?? [];
    if (Number(index) >= 1 && Number(index) <= Number(count)) {
        return { index: Number(index), count: Number(count) };
    }
    throw unexpected(given, 'i/n with i from 1 to n, such as 2/4');
};
/** `any`, `all`, `never`, or a share such as `5%`. */
const failOn = (given) => {
    const word = given.trim().toLowerCase();
    if (word === 'any' || word === 'all' || word === 'never')
        return { when: word };
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(word)?.[1];
    if (percent !== undefined && Number(percent) <= 100) {
        return { when: 'share', share: Number(percent) / 100 };
    }
    throw unexpected(given, 'any, all, never, or a share such as 5%');
};
/** `auto`, or a number of partitions. */
const partitions = (given) => {
    if (given.trim().toLowerCase() === 'auto')
        return 'auto';
    try {
        return wholeNumber(1, 100_000)(given);
    }
    catch {
        throw unexpected(given, 'auto, or a whole number from 1 to 100000');
    }
};
/** A regular expression with named groups, none of which is in `taken`, the names of the table's own columns. */
const keyPattern = (taken) => (given) => {
    const pattern = compiled(given);
    const groups = groupsOf(pattern);
    if (groups.length === 0) {
        throw new InputProblem(`has no named group, so it creates no column. Add a named group, such as (?<phone>\\d+).`);
    }
    const clashing = groups.filter((group) => taken.includes(group));
    if (clashing.length > 0) {
        throw new InputProblem(`has the group ${listed(clashing)}, which is already a column of the table. Choose another name.`);
    }
    return pattern;
};
/** The named groups of a pattern. The empty alternative makes it match the empty text, so that all groups are present. */
const groupsOf = (pattern) => Object.keys(new RegExp(`${pattern.source}|`).exec('')?.groups ?? {});
function compiled(source) {
    try {
        return new RegExp(source);
    }
    catch (error) {
        throw new InputProblem(`is not a valid regular expression: ${error.message}.`, {
            cause: error
        });
    }
}
/** A prefix of artifact names, without the characters that GitHub rejects (actions/toolkit, path-and-artifact-name-validation). */
const artifactName = (given) => {
    const name = given.trim();
    if (/^[^":<>|*?\r\n\\/]{1,200}$/.test(name))
        return name;
    throw unexpected(given, 'a name of at most 200 characters, without line breaks and without " : < > | * ? \\ /');
};
/** Words as a list in a sentence: `a, b or c`. */
const listed = (words) => words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;


/***/ }),

/***/ 470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ readInput),
  s: () => (/* binding */ readSettings)
});

;// CONCATENATED MODULE: ./build/settings/contradictions.js
/**
 * Describes combinations of settings that are valid one by one but not together, in whole sentences.
 *
 * @param available the inputs that the caller has: a missing value of any other input is not reported
 */
const contradictions = (settings, available) => [
    ...ofPreparation(settings),
    ...(settings.backend === 'local' ? ofLocal(settings) : []),
    ...(settings.backend === 'azure-batch' ? ofAzure(settings, available) : [])
];
function ofPreparation(settings) {
    if (settings.prepare !== 'never')
        return [];
    return ['deskew', 'rotate']
        .filter((key) => settings[key] === 'always')
        .map((key) => `Input \`${key}\` is always, but \`prepare\` is never, and only ImageMagick can ${key}. Set \`prepare\` to auto.`);
}
const ofLocal = ({ wait }) => wait
    ? []
    : [
        'Input `wait` is false, but `backend` is local: a job on this machine ends with the process. Set `backend` to azure-batch.'
    ];
const violations = (rules) => rules.flatMap(([violated, sentence]) => (violated ? [sentence] : []));
const missingAccounts = (settings, available) => violations([
    [
        settings.batchEndpoint === null && available.includes('batchEndpoint'),
        'Input `batch-endpoint` is missing. azure-batch needs a Batch account, https://NAME.REGION.batch.azure.com; `az batch account show` prints its endpoint.'
    ],
    [
        settings.storageEndpoint === null && available.includes('storageEndpoint'),
        'Input `storage-endpoint` is missing. azure-batch needs a storage account for images and results, https://NAME.blob.core.windows.net.'
    ]
]);
/** An invalid value is undefined here and already reported: only null means missing. */
function ofAzure(settings, available) {
    const { tenantId, clientId, nodeIdentity, pool, nodes, spotNodes } = settings;
    return [
        ...missingAccounts(settings, available),
        ...violations([
            [
                tenantId === null && typeof clientId === 'string',
                'Input `tenant-id` is missing, but `client-id` is set. Set both or neither.'
            ],
            [
                clientId === null && typeof tenantId === 'string',
                'Input `client-id` is missing, but `tenant-id` is set. Set both or neither.'
            ],
            [
                typeof nodeIdentity === 'string' && pool === null,
                'Input `node-identity` requires `pool`: a new pool has no managed identity. Set `pool` to a pool with this identity.'
            ],
            [
                nodes === 0 && spotNodes === 0 && pool === null,
                'Input `nodes` is 0, and so is `spot-nodes`: the new pool would have no nodes. Increase one of them, or set `pool`.'
            ]
        ])
    ];
}

// EXTERNAL MODULE: ./build/settings/inputs.js + 1 modules
var inputs = __webpack_require__(90411);
// EXTERNAL MODULE: ./build/settings/parse.js
var settings_parse = __webpack_require__(94667);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings_settings = __webpack_require__(84663);
;// CONCATENATED MODULE: ./build/settings/read.js




/**
 * Reads settings from the texts of the inputs.
 *
 * @param onGitHub whether a GitHub runner started the process: programs are then installed by default
 * @param available the inputs that the caller has: a missing value of any other input is not reported
 * @throws SettingsError with all problems of all inputs
 */
function readSettings(texts, onGitHub, available = inputs/* inputKeys */.nA) {
    const fallbacks = { install: String(onGitHub) };
    const problems = [];
    const values = {};
    for (const key of inputs/* inputKeys */.nA) {
        const given = texts[key]?.trim() ? texts[key] : inputs/* inputs */.QL[key].fallback || fallbacks[key] || '';
        try {
            values[key] = given === '' ? null : readInput((0,inputs/* kebab */.i9)(key), inputs/* inputs */.QL[key], given);
        }
        catch (error) {
            if (!(error instanceof settings_settings/* SettingsError */.G))
                throw error;
            problems.push(...error.problems);
        }
    }
    const settings = values;
    problems.push(...contradictions(settings, available));
    if (problems.length > 0)
        throw new settings_settings/* SettingsError */.G(problems);
    return settings;
}
/**
 * Reads the value of one input.
 *
 * @param name the public name of the input
 * @throws SettingsError with a sentence that names the input
 */
function readInput(name, { parse }, given) {
    try {
        return parse(given);
    }
    catch (error) {
        if (!(error instanceof settings_parse/* InputProblem */.S7))
            throw error;
        throw new settings_settings/* SettingsError */.G([`Input \`${name}\` ${error.message}`]);
    }
}


/***/ }),

/***/ 84663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ SettingsError),
/* harmony export */   t: () => (/* binding */ settingsRecord)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90411);

/** Invalid inputs. `problems` has one whole sentence for each problem. */
class SettingsError extends Error {
    problems;
    constructor(problems) {
        super(problems.join('\n'));
        this.problems = problems;
    }
}
/** The settings as plain JSON for records and logs, without secrets. */
function settingsRecord(settings) {
    return Object.fromEntries(_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputKeys */ .nA
        .filter((key) => !_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .secretKeys */ .DX.includes(key))
        .map((key) => {
        const value = settings[key];
        return [(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .kebab */ .i9)(key), value instanceof RegExp ? value.source : value];
    }));
}


/***/ }),

/***/ 32482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ runTask),
  g: () => (/* binding */ unread)
});

// EXTERNAL MODULE: ./build/engine/failure.js
var failure = __webpack_require__(10481);
;// CONCATENATED MODULE: ./build/engine/image-time.js
/** An image took longer than `image-timeout`. */
class DeadlineError extends Error {
}
/**
 * Starts the time of an image.
 *
 * @param limit in seconds
 */
function startImageTime(outer, limit) {
    const controller = new AbortController();
    const cancel = () => controller.abort(outer.reason);
    let spent = 0;
    let since = null;
    let timer;
    const seconds = () => spent + (since === null ? 0 : (performance.now() - since) / 1000);
    const timeIsUp = () => controller.abort(new DeadlineError(`The limit of ${limit} s is reached.`));
    const resume = () => {
        if (since !== null)
            return;
        since = performance.now();
        timer = setTimeout(timeIsUp, (limit - spent) * 1000);
    };
    if (outer.aborted)
        cancel();
    else
        outer.addEventListener('abort', cancel, { once: true });
    resume();
    return {
        signal: controller.signal,
        seconds,
        wait: () => {
            spent = seconds();
            since = null;
            clearTimeout(timer);
        },
        resume,
        clear: () => {
            clearTimeout(timer);
            outer.removeEventListener('abort', cancel);
        }
    };
}
/** Adds up the seconds of preparing and recognizing, as the time of an image counts them. */
function stopwatch(time) {
    const spent = { prepareSeconds: 0, recognizeSeconds: 0 };
    const timing = (kind) => async (work) => {
        const start = time.seconds();
        try {
            return await work();
        }
        finally {
            spent[kind] += time.seconds() - start;
        }
    };
    return {
        preparing: timing('prepareSeconds'),
        recognizing: timing('recognizeSeconds'),
        seconds: () => ({ ...spent })
    };
}

;// CONCATENATED MODULE: ./build/engine/pages.js
/** The texts of pages as one text, separated by form feeds. */
const joinedText = (pages) => Buffer.concat(pages.flatMap(({ text }, index) => (index === 0 ? [text] : [Buffer.from('\f'), text])));
/** The first line of Tesseract's table, which is the format `tsv`. */
const TSV_HEADER = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n';
/** The tables of pages as one table, with the pages numbered from 1. */
const joinedTable = (pages) => TSV_HEADER + pages.map(({ tsv }, index) => renumbered(tsv, index + 1)).join('');
/** The second column of the table is the page number. */
const renumbered = (rows, page) => page === 1 ? rows : rows.replace(/^(\d+)\t\d+\t/gm, `$1\t${page}\t`);
/** Mean confidence of words, 0 to 100 with two decimals; null if there are no words. */
function meanConfidence(words) {
    if (words.length === 0)
        return null;
    const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
    return Math.round(mean * 100) / 100;
}

// EXTERNAL MODULE: ./build/engine/workspace.js
var engine_workspace = __webpack_require__(76954);
// EXTERNAL MODULE: ./build/lib/parallel.js
var parallel = __webpack_require__(92257);
// EXTERNAL MODULE: ./build/results/row.js
var row = __webpack_require__(16069);
// EXTERNAL MODULE: ./build/results/totals.js
var totals = __webpack_require__(61210);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/engine/imagemagick/arguments.js

/** ImageMagick's operations that set pixels upright, by EXIF orientation (EXIF 2.32, tag 0x0112). */
const UPRIGHT = {
    2: ['-flop'],
    3: ['-rotate', '180'],
    4: ['-flip'],
    5: ['-transpose'],
    6: ['-rotate', '90'],
    7: ['-transverse'],
    8: ['-rotate', '270']
};
/** libheif applies the orientation of HEIC and AVIF itself. */
const isTurnedByDecoder = (format) => format === 'heic' || format === 'avif';
/** The formats whose pages are read; of an animation, only the first frame is. */
const hasPages = (format) => format === 'tiff' || format === 'bigtiff';
/** Operations that make any image plain: upright, without transparency, eight bits, uncompressed. */
function plainOperations(header) {
    const byTag = hasPages(header.format) ? ['-auto-orient'] : [];
    const upright = isTurnedByDecoder(header.format) ? [] : (UPRIGHT[header.orientation] ?? []);
    return [
        ...byTag,
        ...upright,
        '-orient',
        'TopLeft',
        '+repage',
        '-background',
        'white',
        '-alpha',
        'remove',
        '-alpha',
        'off',
        '-colorspace',
        'sRGB',
        '-depth',
        '8',
        ...UNCOMPRESSED
    ];
}
/** Temporary files are not compressed: it would take longer than writing them. */
const UNCOMPRESSED = ['-compress', 'none'];
/**
 * A file as ImageMagick's argument: under a safe name, and with its format stated, so that ImageMagick does not guess
 * it from the name or the content.
 *
 * @param page the page to take, from 0; all pages if absent
 */
function sourceArgument({ file, header }, page, workspace) {
    const coder = header.format === 'bigtiff' ? 'tiff' : header.format;
    const frame = page ?? (hasPages(header.format) ? null : 0);
    return `${coder}:${(0,engine_workspace/* linked */.q)(file, workspace)}${frame === null ? '' : `[${frame}]`}`;
}
/** Arguments that join TIFFs of one page each, in order. */
const bindArguments = (pages, target) => [
    ...pages.map((path) => `tiff:${path}`),
    ...UNCOMPRESSED,
    `tiff:${target}`
];
/** Operations that correct a page. The density makes Tesseract assume the resolution of enlarged letters. */
const correctionOperations = ({ turn, slope, scale }) => [
    '-colorspace',
    'Gray',
    ...(turn === 0 ? [] : ['-rotate', String(turn), '+repage']),
    ...(slope === 0 ? [] : ['-background', 'white', '-rotate', (-slope).toFixed(2), '+repage']),
    ...(scale === 1
        ? []
        : ['-filter', 'Lanczos', '-resize', '200%', '-units', 'PixelsPerInch', '-density', '200'])
];

// EXTERNAL MODULE: ./build/lib/process.js
var process = __webpack_require__(98377);
// EXTERNAL MODULE: ./build/engine/install.js
var install = __webpack_require__(34740);
;// CONCATENATED MODULE: ./build/engine/imagemagick/magick.js




/** Warnings that do not affect the pixels, such as unknown tags and unusual color profiles. */
const COSMETIC = /Unknown field with tag|unknown tag|TIFFFetchNormalTag|Incompatible type for|iCCP: |cHRM|known incorrect sRGB profile|wrong data type/i;
/**
 * Runs ImageMagick. It leaves files behind when it fails, and salvages a damaged image with no more than a warning.
 * Therefore it only counts as success if the exit code is 0 and there is no serious warning.
 *
 * @returns standard output
 * @throws ImageFailure if the image cannot be converted, or ImageMagick is not installed
 */
async function magick(args, { toolbox, signal }) {
    if (!toolbox.imageMagick) {
        throw new failure/* ImageFailure */.u('unsupported-format', 'This image must be prepared by ImageMagick, which is not installed; run with --install, or install imagemagick.');
    }
    const ended = await (0,process/* run */.eF)(toolbox.imageMagick.path, args, { env: toolbox.env, signal });
    const warnings = ended.stderr
        .split('\n')
        .filter((line) => line.trim() !== '' && !COSMETIC.test(line));
    if (ended.code === 0 && warnings.length === 0)
        return ended.stdout.toString('utf8');
    throw failureIn(ended.stderr);
}
/** Messages about a missing library of ImageMagick, or a missing decoder of libheif (before and after 1.17). */
const UNDECODED = /no decode delegate|NoDecodeDelegate|No decoding plugin installed|Unsupported codec/;
function failureIn(stderr) {
    if (UNDECODED.test(stderr)) {
        return new failure/* ImageFailure */.u('unsupported-format', `The installed ImageMagick cannot decode this format: ${(0,failure/* lastWords */.a)(stderr)}. Run with --install, or install the decoder: on Debian and Ubuntu, ${install/* HEIC_DECODER */.Nc.package} for HEIC and libheif-plugin-dav1d for AVIF.`);
    }
    if (/exceeds limit|resource limit|cache resources exhausted/i.test(stderr)) {
        return new failure/* ImageFailure */.u('too-large', `The image exceeds ImageMagick's limits (policy.xml): ${(0,failure/* lastWords */.a)(stderr)}`);
    }
    return new failure/* ImageFailure */.u('unreadable-image', `ImageMagick could not read the whole image: ${(0,failure/* lastWords */.a)(stderr)}`);
}
/**
 * Measures by how many degrees the lines of a page fall to the right, on a sample of a quarter of the size: it gives
 * the same angle in a fraction of the time.
 */
async function measuredSlope(source, page, tools) {
    const args = ['-colorspace', 'Gray', '-sample', '25%', '-deskew', '40%'];
    const print = ['-format', '%[deskew:angle]', 'info:'];
    const input = sourceArgument(source, page, tools.workspace);
    const degrees = Number.parseFloat(await magick([input, ...args, ...print], tools));
    return Number.isFinite(degrees) ? -degrees : 0;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/engine/poppler.js





/** Resolution at which the pages of a PDF are drawn: the one that Tesseract's models are trained for. */
const PDF_DPI = 300;
/** PDF measures pages in points. */
const POINTS_PER_INCH = 72;
/**
 * Draws the pages of a PDF.
 *
 * @returns a TIFF per page, in order
 * @throws ImageFailure if it cannot be drawn, is too large, or poppler is not installed
 */
async function drawPages(file, tools) {
    const { toolbox, workspace, signal } = tools;
    if (!toolbox.poppler) {
        throw new failure/* ImageFailure */.u('unsupported-format', 'PDFs are drawn by poppler, which is not installed; install poppler-utils.');
    }
    const source = (0,engine_workspace/* linked */.q)(file, workspace);
    await assertDrawable(source, toolbox.poppler, tools);
    const base = workspace.fresh('page');
    const args = ['-r', String(PDF_DPI), '-gray', '-tiff', '-tiffcompression', 'none', source, base];
    const ended = await (0,process/* run */.eF)(toolbox.poppler.path, args, { env: toolbox.env, signal });
    const pages = drawnPages(base);
    if (ended.code !== 0 || pages.length === 0)
        throw notDrawn(ended.stderr);
    return pages;
}
/** Counts the pixels before any is drawn: a file of a few bytes can have pages that are meters wide. */
async function assertDrawable(source, poppler, { toolbox, signal, maxPixels }) {
    const pdfinfo = (0,external_node_path_.join)((0,external_node_path_.dirname)(poppler.path), (0,external_node_path_.basename)(poppler.path).replace('pdftoppm', 'pdfinfo'));
    const info = await (0,process/* run */.eF)(pdfinfo, ['-f', '1', '-l', '-1', source], { env: toolbox.env, signal });
    if (info.code !== 0)
        throw notDrawn(info.stderr);
    const scale = (PDF_DPI / POINTS_PER_INCH) ** 2;
    const sizes = [
        ...info.stdout.toString().matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gm)
    ];
    const pixels = Math.ceil(sizes.reduce((sum, [, width, height]) => sum + Number(width) * Number(height) * scale, 0));
    if (pixels > maxPixels) {
        throw new failure/* ImageFailure */.u('too-large', `The PDF's ${sizes.length} pages have ${pixels} pixels at ${PDF_DPI} dpi, more than \`max-pixels\` (${maxPixels}); raise \`max-pixels\`, or split the PDF.`);
    }
}
const notDrawn = (stderr) => new failure/* ImageFailure */.u('unreadable-image', `poppler could not draw the PDF: ${(0,failure/* lastWords */.a)(stderr)}.`);
function drawnPages(base) {
    return (0,external_node_fs_.readdirSync)((0,external_node_path_.dirname)(base))
        .filter((name) => name.startsWith(`${(0,external_node_path_.basename)(base)}-`))
        .sort()
        .map((name) => (0,external_node_path_.join)((0,external_node_path_.dirname)(base), name));
}

// EXTERNAL MODULE: ./build/images/bytes.js
var bytes = __webpack_require__(49756);
// EXTERNAL MODULE: ./build/images/header.js + 1 modules
var header = __webpack_require__(37359);
;// CONCATENATED MODULE: ./build/task/prepare.js






/** Formats that Tesseract's image library does not support. */
const UNSUPPORTED = ['bigtiff', 'heic', 'avif', 'pdf'];
/** Why an image must be converted to TIFF before Tesseract can read it; null if Tesseract reads it correctly as it is. */
function reasonToPrepare(header) {
    if (UNSUPPORTED.includes(header.format))
        return `Tesseract cannot read ${header.format.toUpperCase()}`;
    if (header.oddity)
        return `Tesseract cannot read ${header.oddity} TIFF`;
    // Tesseract's image library applies the orientation of TIFF, and of no other format.
    if (header.orientation !== 1 && header.format !== 'tiff')
        return `the image is stored rotated (orientation ${header.orientation})`;
    return null;
}
/**
 * Converts an image to a TIFF that Tesseract reads correctly.
 *
 * @param operations additional ImageMagick operations, such as scaling
 * @param page the page to take, from 0; all pages if absent
 * @throws ImageFailure if the image cannot be converted, or a required program is not installed
 */
async function prepare(source, tools, { operations = [], page } = {}) {
    const { header } = source;
    if (header.format === 'pdf')
        return preparePdf(source.file, tools);
    const target = tools.workspace.fresh('prepared.tif');
    const input = sourceArgument(source, page, tools.workspace);
    await magick([input, ...plainOperations(header), ...operations, `tiff:${target}.part`], tools);
    (0,external_node_fs_.renameSync)(`${target}.part`, target);
    return { path: target, pages: page === undefined ? header.pages : 1 };
}
async function preparePdf(file, tools) {
    const pages = await drawPages(file, tools);
    if (pages.length === 1)
        return { path: pages[0], pages: 1 };
    const bound = await bind(pages, tools);
    for (const page of pages)
        (0,external_node_fs_.rmSync)(page);
    return bound;
}
/** Joins TIFFs of one page each, in order. */
async function bind(pages, tools) {
    const target = tools.workspace.fresh('bound.tif');
    await magick(bindArguments(pages, target), tools);
    return { path: target, pages: pages.length };
}
/** The header of a prepared image. */
const preparedHeader = (path) => (0,bytes/* withBytes */.Y)(path, (bytes) => (0,header/* readHeader */.a)('tiff', bytes));

;// CONCATENATED MODULE: ./build/task/layout.js
/** Above this confidence a word counts as read correctly. */
const HIGH_CONFIDENCE = 80;
/** Measures a page by its words. */
function layoutOf(words) {
    const long = words.filter(({ text }) => [...text].length >= 3);
    const tall = long.length >= 3 && 2 * long.filter(({ width, height }) => height > width).length > long.length;
    const measured = words.filter(({ text }) => [...text].length >= 2);
    return {
        confidence: words.reduce((sum, { confidence }) => sum + confidence, 0) / (words.length || 1),
        confidentLetters: words
            .filter(({ confidence }) => confidence > HIGH_CONFIDENCE)
            .reduce((sum, { text }) => sum + letterCount(text), 0),
        longWords: long.length,
        tall,
        letterHeight: median(measured.map(({ width, height }) => Math.min(width, height))),
        slope: slopeOf(tall ? words.map(turnedUpright) : words)
    };
}
const letterCount = (text) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const turnedUpright = (word) => ({
    ...word,
    left: word.top,
    top: -word.left - word.width,
    width: word.height,
    height: word.width
});
/** The slope of a line that is shorter than this many of its heights is too inaccurate. */
const MIN_EXTENT = 4;
/**
 * The slope of the page's lines: for each line, the regression line through the centers of its words; of those, the
 * median weighted by length. Confidence does not show skew, but this does: a page skewed by 3° loses words and keeps
 * its confidence, while its slope is measured to a tenth of a degree.
 */
function slopeOf(words) {
    const lines = new Map();
    for (const word of words) {
        if (word.height > 3 * Math.max(1, word.width))
            continue;
        lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
    }
    const slopes = [...lines.values()].map(lineSlope).filter((slope) => slope !== null);
    const half = slopes.reduce((sum, { extent }) => sum + extent, 0) / 2;
    let passed = 0;
    for (const { degrees, extent } of slopes.sort((a, b) => a.degrees - b.degrees)) {
        passed += extent;
        if (passed >= half)
            return degrees;
    }
    return 0;
}
function lineSlope(words) {
    if (words.length < 3)
        return null;
    const centers = words.map(({ left, top, width, height }) => ({
        x: left + width / 2,
        y: top + height / 2
    }));
    const xs = centers.map(({ x }) => x);
    const extent = Math.max(...xs) - Math.min(...xs);
    if (extent < MIN_EXTENT * (median(words.map(({ height }) => height)) ?? 0))
        return null;
    const meanX = mean(xs);
    const meanY = mean(centers.map(({ y }) => y));
    const variance = centers.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
    const covariance = centers.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
    if (variance === 0)
        return null;
    return { degrees: (Math.atan(covariance / variance) * 180) / Math.PI, extent };
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;

;// CONCATENATED MODULE: ./build/task/second-look.js




/** Modes in which Tesseract detects the page's layout; the others take the image for one line, word or character. */
const PAGE_MODES = [null, 1, 3, 4, 6, 11, 12];
/** Whether these settings allow a second look at all. */
const mayLookAgain = (settings) => settings.prepare !== 'never' &&
    PAGE_MODES.includes(settings.pageSegmentationMode) &&
    (settings.secondLook || settings.deskew === 'always' || settings.rotate === 'always');
/** Below this mean confidence the text is a guess: the page is upside down or on its side. */
const GUESSED = 50;
/** Looks after the first: the second corrects what is wrong, a third corrects what only the second revealed. */
const MAX_LOOKS = 2;
/** Takes a second look at a page if there is a reason to; null if there is none. */
async function lookAgain(first, settings, tools) {
    if (tools.prepareTools.toolbox.imageMagick === null)
        return null;
    const measure = () => tools.preparing(() => measuredSlope(first.source, first.page, tools.prepareTools));
    const original = {
        correction: NO_CORRECTION,
        reading: first.reading,
        layout: layoutOf(first.reading.words)
    };
    const looks = [];
    for (const correction of await demandedCorrections(settings, measure))
        looks.push(await lookAt(correction, first, tools));
    if (settings.secondLook) {
        const best = looks.reduce(better, original);
        looks.push(...(await looksInDoubt(best, first, settings, tools, measure)));
    }
    const [head, ...rest] = looks;
    if (head === undefined)
        return null;
    const kept = rest.reduce(better, head);
    const description = looks.map(({ correction }) => descriptionOf(correction)).join(', then ');
    const isBetter = better(original, kept) === kept;
    return { reading: kept.reading, path: kept.path, description, isBetter };
}
const NO_CORRECTION = { turn: 0, slope: 0, scale: 1 };
/** The look with more letters in words of high confidence; the earlier one if there is no difference. */
const better = (earlier, later) => later.layout.confidentLetters > earlier.layout.confidentLetters ? later : earlier;
async function lookAt(correction, first, tools) {
    const operations = correctionOperations({ ...correction, slope: effectiveSlope(correction) });
    const { path } = await tools.preparing(() => prepare(first.source, tools.prepareTools, { page: first.page, operations }));
    const reading = await tools.read(path);
    return { correction, path, reading, layout: layoutOf(reading.words) };
}
/** The corrections that the settings demand for every page. */
async function demandedCorrections(settings, measure) {
    const slope = settings.deskew === 'always' ? await measure() : 0;
    const turns = settings.rotate === 'always' ? [0, 90, 180, 270] : [0];
    return turns.map((turn) => ({ turn, slope, scale: 1 })).filter(changesPage);
}
const changesPage = (correction) => correction.turn !== 0 || effectiveSlope(correction) !== 0 || correction.scale !== 1;
/** Repeats until the page is read well; each correction follows from the result of the one before. */
async function looksInDoubt(start, first, settings, tools, measure) {
    const looks = [];
    let last = start;
    while (looks.length < MAX_LOOKS) {
        const wanted = await wantedCorrection(last, looks.length === 0, first, measure);
        const next = wanted && changesPage(wanted) && combined(last.correction, allowed(wanted, first, settings));
        if (!next || isSame(next, last.correction))
            break;
        const look = await lookAt(next, first, tools);
        looks.push(look);
        last = look;
    }
    return looks;
}
/** The correction that a page needs; null if it was read well, or if a guess did not help. */
function wantedCorrection({ reading, layout }, mayGuess, first, measure) {
    const hasTooFewWords = layout.longWords < 3 && layout.confidence < FAIRLY_READ;
    if (!hasTooFewWords)
        return correctionByWords(reading, layout);
    return mayGuess ? guessedCorrection(first, measure) : null;
}
/** A correction applied on top of an earlier one. */
const combined = (earlier, added) => ({
    turn: (earlier.turn + added.turn) % 360,
    slope: earlier.slope + added.slope,
    scale: earlier.scale === 2 ? 2 : added.scale
});
const isSame = (a, b) => a.turn === b.turn && a.scale === b.scale && Math.abs(a.slope - b.slope) < MIN_SLOPE;
/** Languages written in columns: word boxes of their upright pages are higher than wide. */
const isWrittenInColumns = (language) => /_vert$|^(jpn|chi_|kor)/.test(language);
/** The part of a correction that the settings allow. */
const allowed = (correction, first, settings) => ({
    turn: settings.rotate === 'never' || settings.languages.some(isWrittenInColumns)
        ? 0
        : correction.turn,
    slope: settings.deskew === 'never' ? 0 : correction.slope,
    scale: canBeDoubled(first, settings) ? correction.scale : 1
});
/** Letters up to this height, in pixels, are too small for Tesseract's models; so is a resolution below 150. */
const SMALL_LETTERS = 14;
const LOW_RESOLUTION = 150;
/** Slopes from which lines are lost: falling to the right, or rising, which Tesseract tolerates better. */
const FALLING = 1.5;
const RISING = -2.5;
/** Small print with a higher mean confidence is left alone. */
const WELL_READ = 90;
/** A page on its side with a higher mean confidence is left alone: Tesseract can read pages turned clockwise. */
const FAIRLY_READ = 80;
/** An image with fewer pixels is not a page. */
const MIN_PIXELS = 50_000;
/** A page with more pixels and almost no words is not too small to read. */
const LARGE_PIXELS = 2_000_000;
/** With too few words to decide by, the page is strongly skewed, or on its side, or blank. */
async function guessedCorrection({ source }, measure) {
    const pixels = source.header.width * source.header.height;
    if (pixels < MIN_PIXELS)
        return null;
    const slope = await measure();
    return { turn: Math.abs(slope) >= FALLING ? 0 : 90, slope, scale: pixels < LARGE_PIXELS ? 2 : 1 };
}
/** The correction by the boxes and confidences of the words; null if the page was read well. */
function correctionByWords(reading, layout) {
    const { confidence, tall, slope } = layout;
    const small = isSmall(reading, layout);
    const scale = small ? 2 : 1;
    if (confidence < GUESSED)
        return { turn: tall ? 90 : 180, slope, scale };
    const doubted = isDoubted(reading, layout);
    // Upright small print also gives tall boxes: only after doubling do they show the orientation.
    if (tall && !small)
        return doubted || confidence < FAIRLY_READ ? { turn: 270, slope, scale } : null;
    return doubted ? { turn: 0, slope: tall ? 0 : slope, scale } : null;
}
const isSmall = (reading, { letterHeight }) => isCoarse(reading) || (letterHeight !== null && letterHeight <= SMALL_LETTERS);
const isDoubted = (reading, layout) => layout.slope >= FALLING ||
    layout.slope <= RISING ||
    isCoarse(reading) ||
    (isSmall(reading, layout) && layout.confidence < WELL_READ);
const isCoarse = ({ estimatedDpi }) => estimatedDpi !== null && estimatedDpi > 0 && estimatedDpi < LOW_RESOLUTION;
/** Whether the doubled page stays within the limits; Tesseract's is 32,767 pixels per side. */
function canBeDoubled({ source }, { maxPixels }) {
    const { width, height } = source.header;
    return 2 * Math.max(width, height) <= 32_767 && 4 * width * height <= maxPixels;
}
/** Below this slope, in degrees, straightening loses more sharpness than it gains. */
const MIN_SLOPE = 1;
const effectiveSlope = ({ slope }) => (Math.abs(slope) < MIN_SLOPE ? 0 : slope);
function descriptionOf(correction) {
    const slope = effectiveSlope(correction);
    const parts = [
        ...(correction.turn === 0 ? [] : [`turned ${correction.turn}°`]),
        ...(slope === 0 ? [] : [`straightened ${slope.toFixed(1)}°`]),
        ...(correction.scale === 1 ? [] : ['doubled'])
    ];
    return parts.join(' and ') || 'prepared';
}

;// CONCATENATED MODULE: ./build/task/read-image.js






/**
 * Reads one image: prepares it if Tesseract would not read it correctly, and takes a second look at pages that were
 * read with low confidence.
 *
 * @throws ImageFailure if the image cannot be read; the reason of its time's signal if it fires before there is a text
 */
async function readImage(image, settings, { reader, workspace, time }) {
    const clock = stopwatch(time);
    const tools = {
        prepareTools: {
            toolbox: reader.toolbox,
            workspace,
            signal: time.signal,
            maxPixels: settings.maxPixels
        },
        dpi: image.header.dpi === null ? settings.dpi : null,
        read: (path) => {
            const statesDpi = preparedHeader(path).dpi !== null;
            return clock.recognizing(() => reader.readPage(path, statesDpi ? null : settings.dpi, time));
        },
        readAll: (source, dpi) => clock.recognizing(() => reader.readAll(source, settings.formats, dpi, time)),
        preparing: (work) => clock.preparing(work)
    };
    const first = await firstLook(image, settings, tools);
    const outcome = mayLookAgain(settings)
        ? await secondLook(first, settings, tools)
        : { recognition: first.recognition, look: 1, secondLook: null };
    return {
        pages: outcome.recognition.pages,
        files: filesOf(outcome.recognition, settings.formats),
        look: outcome.look,
        secondLook: outcome.secondLook,
        ...clock.seconds()
    };
}
async function firstLook(image, settings, tools) {
    const reason = reasonToPrepare(image.header);
    if (settings.prepare === 'always' || (settings.prepare === 'auto' && reason)) {
        return lookPrepared(image, tools);
    }
    if (reason && image.header.orientation === 1) {
        throw new failure/* ImageFailure */.u('unsupported-format', `${reason}, and \`prepare\` is never; set it to auto.`);
    }
    try {
        const path = (0,engine_workspace/* safePath */.nG)(image.file, tools.prepareTools.workspace);
        const recognition = await tools.readAll({ path, pages: image.header.pages }, tools.dpi);
        return { source: image, recognition };
    }
    catch (error) {
        if (!preparingMayHelp(error, settings, tools))
            throw error;
        return lookPrepared(image, tools).catch((second) => Promise.reject(read_image_combined(error, second)));
    }
}
async function lookPrepared(image, tools) {
    const prepared = await tools.preparing(() => prepare(image, tools.prepareTools));
    const source = { file: prepared.path, header: preparedHeader(prepared.path) };
    return { source, recognition: await tools.readAll(prepared, tools.dpi) };
}
/**
 * ImageMagick reads some images that Tesseract's library does not, and Tesseract's PDF renderer fails on CMYK JPEGs
 * (5.3.0: exit code 1, without a message). Preparing does not help against a timeout.
 */
const preparingMayHelp = (error, settings, { prepareTools }) => error instanceof failure/* ImageFailure */.u &&
    (error.code === 'unreadable-image' || settings.formats.includes('pdf')) &&
    settings.prepare === 'auto' &&
    prepareTools.toolbox.imageMagick !== null;
/** If neither program could read the image, Tesseract's failure is reported. */
const read_image_combined = (first, second) => second instanceof failure/* ImageFailure */.u && second.code === 'unreadable-image'
    ? new failure/* ImageFailure */.u(first.code, `${first.message} ImageMagick could not read it either.`, {
        cause: second
    })
    : second;
async function secondLook(first, settings, tools) {
    const { chosen, descriptions } = await choosePages(first, settings, tools);
    const description = descriptions.length > 0 ? descriptions.join('; ') : null;
    const unchanged = { recognition: first.recognition, look: 1, secondLook: description };
    if (chosen.every(({ path }) => path === null))
        return unchanged;
    try {
        const recognition = await recreated(chosen, first, settings, tools);
        return { recognition, look: 2, secondLook: description };
    }
    catch (error) {
        return { ...unchanged, secondLook: `${description}; ${failureDescription(error)}` };
    }
}
/** Takes a second look at each page that needs one, as long as there is time. */
async function choosePages(first, settings, tools) {
    const { pages } = first.recognition;
    const chosen = [];
    const descriptions = [];
    const describe = (page, what) => descriptions.push(pages.length === 1 ? what : `page ${page + 1}: ${what}`);
    let isLate = false;
    for (const [page, reading] of pages.entries()) {
        const unchanged = { reading, path: null };
        try {
            const again = isLate
                ? null
                : await lookAgain({ source: first.source, page, reading }, settings, tools);
            chosen.push(again?.isBetter ? again : unchanged);
            if (again)
                describe(page, again.description);
        }
        catch (error) {
            describe(page, failureDescription(error));
            isLate = error instanceof DeadlineError;
            chosen.push(unchanged);
        }
    }
    return { chosen, descriptions };
}
/** Why a second look failed; the first text is kept then. Throws errors that are not about the image. */
function failureDescription(error) {
    if (error instanceof failure/* ImageFailure */.u)
        return `failed: ${error.message}`;
    if (error instanceof DeadlineError)
        return 'ran out of time';
    throw error;
}
/** The chosen pages as one recognition; other formats than text and table are created again from the files read. */
async function recreated(pages, first, settings, tools) {
    if (settings.formats.every((format) => format === 'txt' || format === 'tsv')) {
        return { pages: pages.map(({ reading }) => reading), files: {} };
    }
    const files = [];
    for (const [index, { path }] of pages.entries())
        files.push(path ?? (await preparedPage(first.source, index, tools)));
    const source = files.length === 1
        ? { path: files[0], pages: 1 }
        : await tools.preparing(() => bind(files, tools.prepareTools));
    return tools.readAll(source, null);
}
async function preparedPage(source, page, { prepareTools, preparing }) {
    return (await preparing(() => prepare(source, prepareTools, { page }))).path;
}
function filesOf(recognition, formats) {
    const files = {
        ...recognition.files,
        txt: joinedText(recognition.pages),
        tsv: Buffer.from(joinedTable(recognition.pages))
    };
    const wanted = new Set(['txt', ...formats]);
    return new Map([...wanted].flatMap((format) => (files[format] ? [[format, files[format]]] : [])));
}

;// CONCATENATED MODULE: ./build/task/task.js








/** Images of a task in progress at a time: while one is recognized, the next one is prepared and queued. */
const IN_PROGRESS = 2;
/**
 * Runs a task: prepares, recognizes and records each image. Rows are reported as soon as they are known, not always in
 * the order of the images. An image that cannot be read has a row, too.
 *
 * @throws the signal's reason when it fires; images in progress have no row then
 */
async function runTask(task, tools, onRow) {
    await (0,parallel/* inParallel */.H)(task.images, IN_PROGRESS, async (image) => {
        tools.signal.throwIfAborted();
        onRow(await rowOf(image, task, tools));
    });
}
async function rowOf(image, task, tools) {
    const time = startImageTime(tools.signal, tools.imageTimeout);
    const timed = () => {
        const seconds = (0,totals/* rounded */.Wf)(time.seconds());
        return { seconds, startedAt: new Date(Date.now() - seconds * 1000).toISOString() };
    };
    const known = {
        ...unread(image),
        task: task.id,
        node: task.node,
        slot: task.slot,
        attempt: task.attempt
    };
    try {
        if (!image.header || image.problem) {
            const error = image.problem ?? {
                code: 'unreadable-image',
                message: `${image.path} has no header.`
            };
            return { ...known, error, ...timed() };
        }
        const reading = await read({ ...image, header: image.header }, tools, time);
        return { ...known, ...recorded(image.path, reading, tools), ...timed() };
    }
    catch (error) {
        if (tools.signal.aborted)
            throw tools.signal.reason;
        const failure = failureOf(error, image.path, tools.imageTimeout);
        tools.folder.appendLog(task.id, 'failures.log', `${JSON.stringify(image.path)} ${failure.code}: ${JSON.stringify(failure.message)}\n`);
        return { ...known, status: 'failed', error: failure, ...timed() };
    }
    finally {
        time.clear();
    }
}
async function read(image, { reader, scratch, settings }, time) {
    const workspace = (0,engine_workspace/* openWorkspace */.OH)(scratch);
    try {
        return await readImage(image, settings, { reader, workspace, time });
    }
    finally {
        workspace.remove();
    }
}
/** Writes the output files, and returns the fields of the row. */
function recorded(path, reading, { folder }) {
    const written = new Map([...reading.files].map(([format, content]) => [
        format,
        folder.writeOutput(format, path, content)
    ]));
    const words = reading.pages.flatMap((page) => page.words);
    const blank = reading.pages.every(({ text }) => text.toString('utf8').trim() === '');
    return {
        status: blank ? 'empty' : 'recognized',
        pages: reading.pages.length,
        words: words.length,
        confidence: meanConfidence(words),
        text: written.get('txt') ?? null,
        look: reading.look,
        secondLook: reading.secondLook,
        prepareSeconds: (0,totals/* rounded */.Wf)(reading.prepareSeconds),
        recognizeSeconds: (0,totals/* rounded */.Wf)(reading.recognizeSeconds)
    };
}
/** The row of an image that was not read. */
function unread({ path, identity, key, bytes, header, columns, problem }) {
    const { format = null, width = null, height = null, pages = 0 } = header ?? {};
    const facts = {
        identity,
        key,
        bytes,
        format,
        width,
        height,
        pages,
        keys: columns,
        error: problem
    };
    return (0,row/* unreadRow */.EQ)({ image: path, ...facts });
}
function failureOf(error, path, timeout) {
    if (error instanceof DeadlineError) {
        return {
            code: 'timeout',
            message: `${path} was not read within \`image-timeout\` (${timeout} s); increase \`image-timeout\`, or scale the image down.`
        };
    }
    if (error instanceof failure/* ImageFailure */.u)
        return { code: error.code, message: `${path}: ${error.message}` };
    return {
        code: 'engine-failed',
        message: `${path}: ${error instanceof Error ? error.message : String(error)}`
    };
}


/***/ })

};
