export const id = 430;
export const ids = [430];
export const modules = {

/***/ 75926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ EventQueue)
/* harmony export */ });
/** Carries events from those who make them to the one who follows, without losing any and without a limit. */
class EventQueue {
    #events = [];
    #ended = false;
    #error;
    #wake = () => { };
    push(event) {
        this.#events.push(event);
        this.#wake();
    }
    /** Nothing more will come; an error is thrown to the follower after the last event. */
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

/***/ 93687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   a: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolbox_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24768);


/** Counts up when our own way of reading changes in a way that changes texts. */
const READING_VERSION = 1;
/** What decides which text comes of an image's bytes, as one digest: programs, models, settings, our own rules. */
const fingerprint = (toolbox, settings) => digest((0,_toolbox_js__WEBPACK_IMPORTED_MODULE_1__/* .engineRecord */ .OH)(toolbox, settings.languages), settings);
/** The same of an engine that is known by its record; null where the record says nothing of a language. */
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
/** The environment of a program: one thread each, since the slots are the parallelism (see docs/reading.md). */
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

/***/ 73611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ inspect)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/images/bytes.js
var bytes = __webpack_require__(49756);
;// CONCATENATED MODULE: ./build/images/format.js
const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1\n';
const JP2_SIGNATURE = Buffer.from([0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a]);
const JXL_SIGNATURE = Buffer.from([0, 0, 0, 12, 0x4a, 0x58, 0x4c, 0x20, 0x0d, 0x0a, 0x87, 0x0a]);
const signatures = [
    ['png', (head) => starts(head, '\x89PNG\r\n\x1a\n')],
    ['jpeg', (head) => starts(head, '\xff\xd8\xff')],
    ['tiff', (head) => starts(head, 'II*\0') || starts(head, 'MM\0*')],
    ['bigtiff', (head) => starts(head, 'II+\0') || starts(head, 'MM\0+')],
    ['gif', (head) => starts(head, 'GIF87a') || starts(head, 'GIF89a')],
    ['webp', (head) => starts(head, 'RIFF') && head.toString('latin1', 8, 12) === 'WEBP'],
    ['bmp', isBmp],
    ['pnm', isPnm],
    ['jp2', (head) => head.subarray(0, 12).equals(JP2_SIGNATURE)],
    ['j2k', (head) => starts(head, '\xff\x4f\xff\x51')],
    ['avif', (head) => brands(head).some((brand) => brand === 'avif' || brand === 'avis')],
    ['heic', (head) => brands(head).some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand))],
    ['pdf', (head) => starts(head, '%PDF-')]
];
/** Tells what a file is by its first bytes, never by its name. */
function sniff(bytes) {
    const head = bytes.at(0, 512);
    const found = signatures.find(([, matches]) => matches(head, bytes.length));
    if (found)
        return { kind: 'image', format: found[0] };
    if (starts(head, LFS_POINTER) && bytes.length <= 1024)
        return { kind: 'git-lfs-pointer' };
    const foreign = foreignFormat(head);
    return foreign ? { kind: 'foreign', format: foreign } : { kind: 'unknown' };
}
function foreignFormat(head) {
    if (starts(head, '8BPS'))
        return 'psd';
    if (starts(head, '\xff\x0a') || head.subarray(0, 12).equals(JXL_SIGNATURE))
        return 'jxl';
    if (starts(head, 'AT&TFORM'))
        return 'djvu';
    if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(head.toString('latin1'))) {
        return 'svg';
    }
    return null;
}
const starts = (head, signature) => head.toString('latin1', 0, signature.length) === signature;
/** Two letters are no proof: the reserved words must be zero and the header's size one that exists. */
function isBmp(head) {
    return (starts(head, 'BM') &&
        head.length >= 26 &&
        head.readUInt32LE(6) === 0 &&
        [12, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14)));
}
/** `P1` to `P6` must be followed by a width and a height, comments allowed, else any text could pass for one. */
function isPnm(head) {
    return /^P[1-6](\s+(#[^\n]*\n\s*)*)\d{1,9}(\s+(#[^\n]*\n\s*)*)\d{1,9}\s/.test(head.toString('latin1'));
}
/** The brands of an ISO base media file: HEIC and AVIF differ only by these. */
function brands(head) {
    if (head.length < 16 || head.toString('latin1', 4, 8) !== 'ftyp')
        return [];
    const end = Math.min(head.length, head.readUInt32BE(0));
    const found = [head.toString('latin1', 8, 12)];
    for (let at = 16; at + 4 <= end; at += 4)
        found.push(head.toString('latin1', at, at + 4));
    return found;
}
const IMAGE_NAME = /\.(png|jpe?g|jpe|jfif|tiff?|gif|bmp|dib|webp|p[bgpn]m|pam|jp2|j2k|j2c|jpf|jpx|jpc|hei[cf]|hif|avif|pdf|psd|svgz?|ico|tga|xcf|dng|cr[23]|nef|arw|orf|rw2|raw|e?ps|jxl|djvu?)$/i;
/** Whether a name promises an image. A file that promises one and holds none is a named row, not a silent gap. */
const namesAnImage = (name) => IMAGE_NAME.test(name);

// EXTERNAL MODULE: ./build/images/header.js + 1 modules
var header = __webpack_require__(37359);
;// CONCATENATED MODULE: ./build/images/image.js






const UNREAD = { bytes: 0, identity: null, header: null };
/**
 * Looks at one file of the folder.
 *
 * @returns the image; null where the file is none and does not claim to be one by its name
 */
async function inspect(selected, maxPixels) {
    const { path, file } = selected;
    const claims = selected.named || namesAnImage(path);
    if (selected.kind !== 'file') {
        return claims ? { path, file, ...UNREAD, problem: notRegular(selected) } : null;
    }
    try {
        const seen = (0,bytes/* withBytes */.Y)(file, (bytes) => look(bytes, claims));
        if (seen === null)
            return null;
        const { length, sniffed, header } = seen;
        return {
            path,
            file,
            bytes: length,
            identity: seen.identity ?? (await streamedIdentity(file)),
            header: typeof header === 'string' ? null : header,
            problem: problemOf(sniffed, header, length, path, maxPixels)
        };
    }
    catch (error) {
        return claims ? { path, file, ...UNREAD, problem: unopened(path, error) } : null;
    }
}
/** What the bytes say; null where they are no image and the name does not claim one. */
function look(bytes, claims) {
    const sniffed = sniff(bytes);
    if (sniffed.kind !== 'image' && !claims)
        return null;
    return {
        length: bytes.length,
        sniffed,
        header: sniffed.kind === 'image' ? headerOrReason(sniffed.format, bytes) : null,
        identity: bytes.length <= SMALL
            ? `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes.at(0, bytes.length)).digest('hex')}`
            : null
    };
}
/** Files up to this size are hashed while they are open; larger ones as a stream, so that memory stays flat. */
const SMALL = 4 * 1024 * 1024;
async function streamedIdentity(file) {
    const digest = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of (0,external_node_fs_.createReadStream)(file))
        digest.update(chunk);
    return `sha256:${digest.digest('hex')}`;
}
function headerOrReason(format, bytes) {
    try {
        return (0,header/* readHeader */.a)(format, bytes);
    }
    catch (error) {
        return error.message;
    }
}
function problemOf(sniffed, header, length, path, maxPixels) {
    if (length === 0)
        return {
            code: 'unreadable-image',
            message: `${path} is empty: it has no bytes. Add the image again.`
        };
    if (sniffed.kind === 'git-lfs-pointer') {
        return {
            code: 'git-lfs-pointer',
            message: `${path} is a Git LFS pointer, not the image: check out with \`lfs: true\`, or run \`git lfs pull\`.`
        };
    }
    if (sniffed.kind === 'foreign')
        return unsupported(path, sniffed.format.toUpperCase());
    if (sniffed.kind === 'unknown')
        return misnamed(path);
    if (typeof header === 'string') {
        return {
            code: 'unreadable-image',
            message: `${path} has a damaged ${sniffed.format.toUpperCase()} header (${header}).`
        };
    }
    if (header && header.pixels > maxPixels) {
        return {
            code: 'too-large',
            message: `${path} has ${header.pixels} pixels, more than max-pixels (${maxPixels}); raise max-pixels to read it.`
        };
    }
    return null;
}
/** Formats without a sure signature are told by their name; everything else that claims to be an image is not one. */
function misnamed(path) {
    const extension = (0,external_node_path_.extname)(path).slice(1).toLowerCase();
    if (/^(ico|tga|xcf|dng|cr[23]|nef|arw|orf|rw2|raw|e?ps|svgz)$/.test(extension)) {
        return unsupported(path, extension.toUpperCase());
    }
    return {
        code: 'unreadable-image',
        message: `${path} is not an image: its first bytes are those of no image format that is read here.`
    };
}
const unsupported = (path, format) => ({
    code: 'unsupported-format',
    message: `${path} is ${format}, which is not read here; convert it to PNG, JPEG or TIFF.`
});
const notRegular = ({ path, kind }) => ({
    code: 'unreadable-image',
    message: kind === 'escape'
        ? `${path} is a link that leaves its folder or leads nowhere; it was not followed. Put the image itself there.`
        : `${path} is not a regular file; it was not opened.`
});
function unopened(path, error) {
    const code = error.code ?? String(error);
    const cure = code === 'EACCES' ? ' Give this user the permission to read it.' : '';
    return { code: 'unreadable-image', message: `${path} could not be opened (${code}).${cure}` };
}


/***/ }),

/***/ 74771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ PatternError),
/* harmony export */   L: () => (/* binding */ select)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14006);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65718);




/** A pattern that names a folder or file that is not there. The message is a whole sentence. */
class PatternError extends Error {
}
const GLOB = { dot: false, nonegate: true };
/**
 * Chooses files by patterns: a folder (all below it), a file, or a glob; lines that begin with `!` take away.
 *
 * @param patterns the lines of the input
 * @param cwd absolute working directory
 * @param results absolute results folder, which is never read
 * @throws PatternError with every folder and file that is not there
 */
function select(patterns, cwd, results) {
    const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
    const roots = wanted.map((pattern) => rootOf(pattern, cwd));
    const missing = roots.map((root) => root.base).filter((base) => !isThere(base));
    if (missing.length > 0 || wanted.length === 0)
        throw new PatternError(absent(missing));
    const base = commonBase(roots, cwd);
    const pathOf = (shown) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .U)(cwd, shown) ? cwd : base, shown)
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
        .join('/');
    const excluded = excluder(patterns, cwd);
    const files = new Map();
    const unlisted = [];
    for (const root of roots) {
        const found = entriesOf(root, realPath(results));
        unlisted.push(...found.unlisted);
        for (const entry of found.entries) {
            if (!root.matches(entry.shown) || excluded(entry.shown))
                continue;
            const path = unshared(pathOf(entry.shown), entry, files);
            files.set(path, { ...entry, path, named: root.isFile || files.get(path)?.named === true });
        }
    }
    const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files: sorted, unlisted };
}
/** A path that no other file has: two files may be shown alike, from two folders or by bytes that are not UTF-8. */
function unshared(path, entry, files) {
    const isTaken = (name) => {
        const other = files.get(name);
        return other !== undefined && !Buffer.from(other.file).equals(Buffer.from(entry.file));
    };
    let name = path;
    for (let n = 2; isTaken(name); n++)
        name = path.replace(/(\.[^./]*)?$/, `~${n}$1`);
    return name;
}
function rootOf(pattern, cwd) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, pattern);
    if (isThere(path) || !picomatch__WEBPACK_IMPORTED_MODULE_3__.scan(pattern).isGlob) {
        const isFile = !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isDirectory();
        return { base: path, isFile, matches: () => true };
    }
    const { base, glob } = picomatch__WEBPACK_IMPORTED_MODULE_3__.scan(pattern);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, base || '.');
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_3__(glob, GLOB);
    return {
        base: folder,
        isFile: false,
        matches: (shown) => matches((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, shown).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/'))
    };
}
/** Whether something has this name, be it a link that leads nowhere. */
const isThere = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
function entriesOf(root, results) {
    if (!root.isFile) {
        const home = realPath(root.base);
        return (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walk */ .G)(root.base, (shown) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root.base, shown)) === results);
    }
    const home = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(root.base));
    let kind = 'escape';
    try {
        const inside = (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .U)(home, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root.base));
        kind = !inside ? 'escape' : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(root.base).isFile() ? 'file' : 'special';
    }
    catch {
        // A link that leads nowhere is told as one that leaves.
    }
    return { entries: [{ file: root.base, shown: root.base, kind }], unlisted: [] };
}
/** Where a path leads when its links are followed; itself where it is not there yet. */
const realPath = (path) => ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path) : path);
function excluder(patterns, cwd) {
    const tests = patterns
        .filter((pattern) => pattern.startsWith('!'))
        .map((pattern) => pattern.slice(1).trim())
        .map((pattern) => excludes(pattern, cwd));
    return (shown) => tests.some((test) => test(shown));
}
/** An exclude is a folder, a file or a glob; a glob without a slash matches names at any depth, as in .gitignore. */
function excludes(pattern, cwd) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, pattern);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return (shown) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .U)(path, shown);
    if (!pattern.includes('/')) {
        const matches = picomatch__WEBPACK_IMPORTED_MODULE_3__(pattern, GLOB);
        return (shown) => shown.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).some((part) => matches(part));
    }
    const { base, glob } = picomatch__WEBPACK_IMPORTED_MODULE_3__.scan(pattern);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, base || '.');
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_3__(glob || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(pattern), GLOB);
    return (shown) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .U)(folder, shown) && matches((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, shown).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/'));
}
/** Images outside of the working directory are named from the folder that holds all that was named there. */
function commonBase(roots, cwd) {
    const outside = roots.map((root) => root.base).filter((base) => !(0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .U)(cwd, base));
    let common = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(outside[0] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cwd, '_'));
    while (!outside.every((base) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .U)(common, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(base))))
        common = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(common);
    return common;
}
const absent = (missing) => missing.length === 0
    ? 'Input `images` names nothing to read; name a folder, a file or a glob.'
    : missing
        .map((path) => `Input \`images\` names ${path}, which is not there; check the path and the checkout.`)
        .join('\n');


/***/ }),

/***/ 65718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ walk),
/* harmony export */   U: () => (/* binding */ isWithin)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * Walks a folder: hidden names and `skip` left out, in the order of code units. A link to a file is followed where it
 * stays within the folder and is an `escape` where it leaves it; a link to a folder is not entered, because what it
 * shows inside the folder is found at its own place.
 */
function walk(root, skip) {
    const home = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root);
    const entries = [];
    const unlisted = [];
    const visit = (folder, shownFolder) => {
        for (const dirent of list(folder, shownFolder, unlisted)) {
            const name = showName(dirent.name);
            const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(shownFolder, name);
            if (name.startsWith('.') || skip(shown))
                continue;
            const path = Buffer.concat([folder, Buffer.from(node_path__WEBPACK_IMPORTED_MODULE_1__.sep), dirent.name]);
            if (dirent.isDirectory())
                visit(path, shown);
            else
                entries.push({ file: asPath(path), shown, kind: kindOf(dirent, path, home) });
        }
    };
    visit(Buffer.from((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root));
    return { entries: entries.filter((entry) => !isFolderLink(entry)), unlisted };
}
function list(folder, shown, unlisted) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true, encoding: 'buffer' }).sort((a, b) => Buffer.compare(a.name, b.name));
    }
    catch (error) {
        unlisted.push({ folder: shown, reason: error.code ?? String(error) });
        return [];
    }
}
function kindOf(dirent, path, home) {
    if (dirent.isFile())
        return 'file';
    return dirent.isSymbolicLink() ? linkKind(path, home) : 'special';
}
/** Where a link leads: a link that leads nowhere counts as leaving, since nothing inside answers to it. */
function linkKind(path, home) {
    try {
        const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
        if (!isWithin(home, target))
            return 'escape';
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile() ? 'file' : 'special';
    }
    catch {
        return 'escape';
    }
}
function isFolderLink(entry) {
    if (entry.kind !== 'special')
        return false;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(entry.file).isSymbolicLink() && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(entry.file).isDirectory();
    }
    catch {
        return false;
    }
}
/** Whether a path is the folder itself or lies within it; both absolute. */
function isWithin(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way === '' || !(way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}
const asPath = (path) => {
    const text = path.toString('utf8');
    return Buffer.from(text, 'utf8').equals(path) ? text : path;
};
const decoder = new TextDecoder('utf-8', { fatal: true });
/** A name for people: valid UTF-8 as it is, else each foreign byte as `%FF`. */
function showName(name) {
    try {
        return decoder.decode(name);
    }
    catch {
        return [...name]
            .map((byte) => byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`)
            .join('');
    }
}


/***/ }),

/***/ 36409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ estimateSeconds)
/* harmony export */ });
/**
 * Seconds that a warm engine takes for an image, told from its header. Fitted on real scans and made pages; it ranks
 * images better than pixels or bytes alone, and ranking is what a queue of the largest first needs.
 */
const BASE = 0.05;
const PER_MEGAPIXEL = 0.24;
const PER_MEGABYTE = 0.57;
/** A PDF's pages have no pixels before they are drawn; this is an A4 page at 300 dpi. */
const PDF_MEGAPIXELS = 8.7;
/** Estimates the seconds that reading an image takes; an image that will not be read costs nothing. */
function estimateSeconds(image) {
    if (!image.header)
        return 0;
    const megapixels = image.header.format === 'pdf' ? PDF_MEGAPIXELS : image.header.pixels / 1e6;
    return BASE + PER_MEGAPIXEL * megapixels + PER_MEGABYTE * Math.min(image.bytes / 1e6, megapixels);
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
/* harmony import */ var _report_page_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8216);
/* harmony import */ var _results_totals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61210);


/**
 * Writes the records of a run that begins: the plan, and each task with its images. Should the run be killed, they say
 * which images nobody answered for (`recover`).
 *
 * @param known rows that no task has to make
 */
function begin(beginning, known) {
    const { folder, tasks } = beginning;
    folder.clearRecords();
    folder.beginRows(known);
    const results = { nodes: [], tasks: [] };
    const nothing = { jobId: '', rows: known, results, cancelled: false, problem: null };
    folder.writeRecord('run', { ...runRecord(beginning, nothing), end: null, outcome: 'running' });
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
/** Writes tables, records and report of a run that has ended. */
function finish(beginning, ending) {
    const { folder, origin } = beginning;
    const { jobId, cancelled, problem, rows, results } = ending;
    const { nodes, tasks } = results;
    const report = { run: runRecord(beginning, ending), rows, nodes, tasks };
    folder.writeTables(rows, origin.groups);
    folder.writeRecord('run', report.run);
    for (const node of nodes)
        folder.writeRecord(`nodes/${node.id}`, node);
    for (const task of tasks)
        folder.writeRecord(`tasks/${task.id}`, task);
    folder.write('report.html', (0,_report_page_js__WEBPACK_IMPORTED_MODULE_0__/* .reportPage */ .S)(report));
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
/** What a plan's tasks have to read, as records tell it. */
const plannedTasks = (planned) => planned.partitions.map((partition) => ({
    id: partition.task,
    partition: (0,_results_totals_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionRecord */ .OO)(partition)
}));
/** A plan as it stands in records and in `plan --json`. */
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

/***/ 95288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ follow)
});

// EXTERNAL MODULE: ./build/plan/cost.js
var cost = __webpack_require__(36409);
;// CONCATENATED MODULE: ./build/run/progress.js

/** Counts rows as they come and tells how long the rest will take. */
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
    /** Takes note of how nodes and tasks stand. */
    stand(status) {
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
    const told = (numbers) => Object.entries(numbers)
        .filter(([, number]) => number > 0)
        .map(([state, number]) => `${number} ${state}`)
        .join(', ') || 'none';
    return `nodes: ${told(nodes)}; tasks: ${told(tasks)}`;
}

;// CONCATENATED MODULE: ./build/run/follow.js

/** Follows a job to its end: each row is in the table before anyone hears of it. */
async function follow(job, folder, wanted, listener, signal) {
    const rows = [];
    const hear = hearer(folder, listener, new ProgressCount(wanted), rows);
    const cancel = () => void job.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted)
        cancel();
    try {
        for await (const event of job.follow())
            hear(event);
    }
    finally {
        signal.removeEventListener('abort', cancel);
    }
    return rows;
}
function hearer(folder, listener, progress, rows) {
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
                return listener.progress(progress.stand(event.status));
            case 'message':
                return event.warning ? listener.warn(event.sentence) : listener.say(event.sentence);
            case 'task-started':
                return;
        }
    };
}


/***/ }),

/***/ 51430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mz: () => (/* binding */ findImages),
  yv: () => (/* binding */ originOf),
  XC: () => (/* binding */ planOf),
  b5: () => (/* binding */ runJob),
  Ym: () => (/* binding */ taskImages)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(90262);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/engine/fingerprint.js
var fingerprint = __webpack_require__(93687);
// EXTERNAL MODULE: ./build/settings/settings.js + 1 modules
var settings_settings = __webpack_require__(44706);
// EXTERNAL MODULE: ./build/engine/install.js
var install = __webpack_require__(34740);
// EXTERNAL MODULE: ./build/engine/toolbox.js
var engine_toolbox = __webpack_require__(24768);
;// CONCATENATED MODULE: ./build/engine/programs.js



/** A program that a run cannot do without is not there. The message says how to install it. */
class ProgramMissing extends Error {
}
/** ImageMagick brings a library of which a decoder may be missing: that is seen once it is there. */
const INSTALL_ROUNDS = 2;
/**
 * Readies the toolbox that a run needs, installing what is missing where that is asked for.
 *
 * @param images what the images of the run ask of it
 * @param opened the toolbox as it was at first
 * @throws ProgramMissing without Tesseract; SettingsError where a language is not there; InstallError where one of
 *   them cannot be had
 */
async function readyToolbox(settings, images, opened, env, listener, signal) {
    // How a page lies (mode 0) is told by a model of its own.
    const languages = settings.pageSegmentationMode === 0 ? ['osd'] : settings.languages;
    const needs = { ...images, languages };
    let toolbox = await opened;
    for (let round = 1; settings.install && round <= INSTALL_ROUNDS; round++) {
        const missing = (0,install/* missingPackages */.K$)(toolbox, needs);
        if (missing.length === 0 || !(await programs_install(missing, env, listener, signal)))
            break;
        toolbox = await (0,engine_toolbox/* openToolbox */.Mv)(env, signal);
    }
    assertReady(toolbox, needs, listener);
    return toolbox;
}
/**
 * Installs packages. Where they cannot be had and only some images need them, the others are read all the same.
 *
 * @returns whether they are here now
 * @throws InstallError where nothing can be read without them
 */
async function programs_install(missing, env, listener, signal) {
    listener.say(`Installing ${missing.join(', ')}.`);
    try {
        await (0,install/* installMissing */.G4)(missing, env, signal, (text) => listener.output(text));
        return true;
    }
    catch (error) {
        if (!(error instanceof install/* InstallError */.sy) || missing.some(install/* isVital */.XR))
            throw error;
        listener.warn(error.message);
        return false;
    }
}
function assertReady(toolbox, needs, listener) {
    if (!toolbox.tesseract) {
        throw new ProgramMissing(`Tesseract is not installed, so nothing can be read. Run with --install, or: ${(0,install/* remedy */.zL)((0,install/* missingPackages */.K$)(toolbox, needs))}`);
    }
    const absent = needs.languages.filter((language) => !toolbox.languages.includes(language));
    if (absent.length > 0) {
        const has = toolbox.languages.length > 0 ? toolbox.languages.join(', ') : 'none';
        throw new settings_settings/* SettingsError */.GN([
            `Input \`languages\` asks for ${absent.join(', ')}, which Tesseract has no model for here (it has ${has}). Run with --install, or: ${(0,install/* remedy */.zL)((0,install/* missingPackages */.K$)(toolbox, needs))}`
        ]);
    }
    if (!toolbox.imageMagick) {
        listener.warn(`ImageMagick is not installed: images that must be prepared will fail, and there is no second look. Run with --install, or: ${(0,install/* remedy */.zL)(['imagemagick'])}`);
    }
    const { tesseract, imageMagick } = toolbox;
    listener.say(`Tesseract ${tesseract.version} with ${needs.languages.join(' + ')}, ${imageMagick ? `ImageMagick ${imageMagick.version}` : 'no ImageMagick'}.`);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/engine/imagemagick/policy.js


/**
 * What ImageMagick may do for us: read and write raster formats by path, and nothing else. No delegate (a program of
 * its own), no filter, no `@file`, no network, no script format, bounded resources. ImageMagick adds the system's own
 * policy to this one; it can only take away more.
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
/** The toolbox as a node uses it: ImageMagick under our policy, temporary files of every program in one folder. */
const confined = (toolbox, folder) => ({
    ...toolbox,
    env: { ...toolbox.env, ...writePolicy(folder), TMPDIR: folder }
});
/**
 * Writes the policy into a folder.
 *
 * @returns the variables that make ImageMagick obey it
 */
function writePolicy(folder) {
    const home = (0,external_node_path_.join)(folder, 'magick');
    (0,external_node_fs_.mkdirSync)(home, { recursive: true });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(home, 'policy.xml'), POLICY);
    return { MAGICK_CONFIGURE_PATH: home };
}

// EXTERNAL MODULE: ./build/engine/tesseract/own-process.js
var own_process = __webpack_require__(18058);
// EXTERNAL MODULE: ./build/lib/process.js
var process = __webpack_require__(98377);
// EXTERNAL MODULE: ./build/engine/recognition.js
var recognition = __webpack_require__(5912);
// EXTERNAL MODULE: ./build/engine/failure.js
var engine_failure = __webpack_require__(10481);
;// CONCATENATED MODULE: ./build/engine/tesseract/output.js



/** Listens to an engine. One may wait for a line at a time. */
function listenTo(engine) {
    let heard = '';
    let ended = null;
    let wake = () => { };
    const end = (how) => {
        ended ??= how;
        wake();
    };
    engine.stdout?.resume();
    engine.stdin?.on('error', () => { });
    engine.stderr?.setEncoding('utf8').on('data', (chunk) => {
        heard += chunk;
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
                const at = heard.indexOf(line);
                if (at !== -1) {
                    const before = heard.slice(0, at);
                    heard = heard.slice(at + line.length);
                    settle(() => resolve(before));
                }
                else if (signal.aborted)
                    settle(() => reject(signal.reason));
                else if (ended !== null)
                    settle(() => reject(death(heard, ended)));
            };
            wake = check;
            signal.addEventListener('abort', check, { once: true });
            check();
        })
    };
}
/** Tells a bad image, which ends the engine in good order with exit code 1, from a crash. */
function death(stderr, how) {
    const failure = (0,recognition/* failureIn */.Q6)(stderr);
    if (failure)
        return failure;
    return new engine_failure/* ImageFailure */.u('engine-failed', `Tesseract ended while it read the image (${how}): ${(0,engine_failure/* lastWords */.a)(stderr)}.`);
}
/** Follows a file, which may come into being later. */
function growingFile(path) {
    let fd = null;
    let taken = 0;
    const news = () => {
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
            const all = news();
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




/** The engine died of something else before it was this image's turn: another engine can read it. */
class NotBegun extends Error {
}
/**
 * A white PNG, one pixel wide and forty high, that says 300 dpi. In the modes for lines a single pixel is scaled up and
 * read, for 3 ms; what is narrower than three pixels once it is as high as a line is passed over.
 */
const SENTINEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAAoCAAAAAAa3c+rAAAACXBIWXMAAC4jAAAuIwF4pT92AAAADUlEQVR4nGP4z0BVCAA6aifZLTnW9QAAAABJRU5ErkJggg==', 'base64');
/** Starts an engine. It reads its model meanwhile: the first reading waits for that. */
function startWarmEngine(toolbox, options, workspace) {
    const base = workspace.fresh('engine');
    const sentinel = `${base}-sentinel.png`;
    (0,external_node_fs_.writeFileSync)(sentinel, SENTINEL);
    const program = toolbox.tesseract?.path ?? 'tesseract';
    const args = ['-', base, ...(0,recognition/* readingArguments */.pM)(options), '-c', 'stream_filelist=true', 'txt', 'tsv'];
    const child = (0,process/* start */.ni)(program, args, { env: toolbox.env, input: 'pipe' });
    const said = listenTo(child);
    const text = growingFile(`${base}.txt`);
    const table = growingFile(`${base}.tsv`);
    let pages = 0;
    let stopped = false;
    let last = Promise.resolve();
    const isAlive = () => !stopped && said.alive;
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
    /** Waits for the end of a page that has begun, and takes what was written of it. */
    const pageRead = async (page, signal) => {
        const stderr = await said.until(`Page ${page + 1} : ${sentinel}\n`, signal);
        const failure = (0,recognition/* failureIn */.Q6)(stderr);
        if (failure)
            throw failure;
        const ownText = text.take((news) => textOf(news, page));
        const ownTable = table.take((news) => tableOf(news, page));
        return (0,recognition/* pageReading */.kY)(ownText, ownTable.toString('utf8'), page + 1, stderr);
    };
    const inTurn = async (page, before, time) => {
        await before.catch(() => { });
        time.signal.throwIfAborted();
        if (!isAlive())
            throw new NotBegun('The engine died before it was the turn of the image.');
        time.goOn();
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
 * Where a page's own text lies: a form feed stands before each page but the first, so the sentinel's text is between
 * two of them. What follows the page belongs to the next sentinel.
 */
function textOf(news, page) {
    const FORM_FEED = 0x0c;
    let from = 0;
    for (let i = 0; page > 0 && i < 2; i++)
        from = news.indexOf(FORM_FEED, from) + 1;
    const end = news.indexOf(FORM_FEED, from);
    return { from, to: end === -1 ? news.length : end };
}
/** Where a page's rows lie: up to the first row, of level 1, of the sentinel behind it; the table counts pages from 1. */
function tableOf(news, page) {
    const next = news.indexOf(`\n1\t${page + 2}\t`);
    return { from: 0, to: next === -1 ? news.length : next + 1 };
}

// EXTERNAL MODULE: ./build/engine/workspace.js
var engine_workspace = __webpack_require__(76954);
;// CONCATENATED MODULE: ./build/engine/reader.js



/**
 * Pages after which an engine is replaced, so that neither its memory nor its files grow without end. Over 1,000 single
 * lines one grew from 36 to 37 MiB; a replacement costs a slot the loading of a model, the time of five lines.
 */
const PAGES_AN_ENGINE = 800;
/** The first Tesseract whose output is whole when a page ends: earlier ones keep it in a buffer. */
const FIRST_WARM = 5;
/**
 * Opens a slot's reader.
 *
 * @param parent the folder for what is made on the way
 */
function openReader(toolbox, options, parent) {
    const workspace = (0,engine_workspace/* openWorkspace */.OH)(parent);
    const canStayWarm = Number.parseInt(toolbox.tesseract?.version ?? '0', 10) >= FIRST_WARM &&
        options.pageSegmentationMode !== 0;
    let engine = null;
    /** These end with the last process of its own that was asked for, and with the last reading of either kind. */
    let lastOwn = Promise.resolve();
    let last = Promise.resolve();
    /** An engine keeps its options for life, so an image whose resolution must be told goes to a process of its own. */
    const serves = (dpi) => canStayWarm && dpi === null;
    const warm = () => {
        if (!engine?.alive)
            engine = startWarmEngine(toolbox, { ...options, dpi: null }, workspace);
        return engine;
    };
    /** The warm engine; one that has read its share is replaced when it has read its last page. */
    const freshEnough = async () => {
        const used = engine;
        if (used && used.pages >= PAGES_AN_ENGINE) {
            await used.idle();
            used.stop();
        }
        return warm();
    };
    const inWarmEngine = async (path, time) => {
        const next = await freshEnough();
        try {
            return await next.read(path, time);
        }
        catch (error) {
            if (error instanceof NotBegun)
                return inWarmEngine(path, time);
            throw error;
        }
    };
    /** Behind processes of their own; of the pages before it the engine itself makes a line. */
    const readWarm = (path, time) => {
        time.wait();
        const reading = lastOwn.then(() => inWarmEngine(path, time));
        last = ended(last, reading);
        return reading;
    };
    const readOwn = (image, formats, dpi, time) => {
        time.wait();
        const reading = last.then(() => {
            time.goOn();
            return inOwnProcess(image, formats, dpi, time.signal);
        });
        lastOwn = last = ended(reading);
        return reading;
    };
    const inOwnProcess = async (image, formats, dpi, signal) => {
        const scratch = (0,engine_workspace/* openWorkspace */.OH)(parent);
        try {
            return await (0,own_process/* readByOwnProcess */.d)(image, formats, { ...options, dpi }, { toolbox, workspace: scratch, signal });
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
/** Waits until all have ended, whichever way, and keeps nothing of what came of them. */
const ended = async (...readings) => {
    await Promise.allSettled(readings);
};

// EXTERNAL MODULE: ./build/results/totals.js
var totals = __webpack_require__(61210);
// EXTERNAL MODULE: ./build/task/task.js + 5 modules
var task_task = __webpack_require__(76019);
;// CONCATENATED MODULE: ./build/task/attempt.js


/**
 * Runs a task once and records how that went. Cancelling is a way to end, not an error: the record says so.
 *
 * @throws what is no failure of an image, such as a results folder that cannot be written
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

// EXTERNAL MODULE: ./build/backends/event-queue.js
var event_queue = __webpack_require__(75926);
;// CONCATENATED MODULE: ./build/backends/local/node.js



/** This machine as a node, with what its tasks did in these languages. */
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

;// CONCATENATED MODULE: ./build/backends/local/local.js








/** Why a job's tasks were ended: its user asked for it. */
class Cancelled extends Error {
}
/** The backend that reads on this machine: the node is the machine, its slots take tasks from one queue. */
const localBackend = (node) => ({
    name: 'local',
    start: async (order) => startLocalJob(node, order)
});
function startLocalJob(node, order) {
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'batch-ocr-'));
    const toolbox = confined(node.toolbox, scratch);
    const stop = new AbortController();
    const events = new event_queue/* EventQueue */.C();
    const records = [];
    const queue = [...order.plan.partitions];
    const slot = async (index) => {
        const reader = openReader(toolbox, order.settings, scratch);
        reader.warmUp();
        try {
            for (let partition = queue.shift(); partition && !stop.signal.aborted; partition = queue.shift()) {
                events.push({ kind: 'task-started', task: partition.task, node: node.id, slot: index });
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
    let broken = null;
    const guarded = (index) => slot(index).catch((error) => {
        broken ??= { error };
        stop.abort(new Cancelled());
    });
    const done = Promise.all(Array.from({ length: slots }, (_, index) => guarded(index))).then(() => {
        (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true, maxRetries: 3 });
        events.end(broken?.error);
    });
    return {
        id: order.origin.id,
        follow: () => events,
        cancel: async () => {
            stop.abort(new Cancelled());
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





/** This machine. Asking its programs for their versions begins at once, since it takes as long as looking at some hundred images. */
function localPlace(env, signal) {
    const opened = (0,engine_toolbox/* openToolbox */.Mv)(env, signal);
    opened.catch(() => { });
    return {
        phase: 'Programs',
        ready: async ({ settings, discovery, listener }) => {
            const formats = new Set(discovery.images.map(({ header }) => header?.format));
            const asked = { pdf: formats.has('pdf'), heic: formats.has('heic') };
            const toolbox = await readyToolbox(settings, asked, opened, env, listener, signal);
            return {
                backend: localBackend(nodeOf(settings.shard, toolbox)),
                slots: settings.slots ?? (0,external_node_os_.availableParallelism)(),
                fingerprint: (0,fingerprint/* fingerprint */.R)(toolbox, settings),
                nodes: 1
            };
        }
    };
}
const nodeOf = ({ index, count }, toolbox) => count === 1
    ? { id: 'local', kind: 'local', toolbox }
    : { id: `shard-${index}-of-${count}`, kind: 'runner', toolbox };

// EXTERNAL MODULE: ./build/images/image.js + 1 modules
var images_image = __webpack_require__(73611);
// EXTERNAL MODULE: ./build/images/select.js
var images_select = __webpack_require__(74771);
;// CONCATENATED MODULE: ./build/images/discover.js


/** Files looked at at a time: enough to hide the disk's waits, few enough to keep memory flat. */
const AT_ONCE = 8;
/**
 * Finds the images that the patterns choose and looks at each one's header and identity.
 *
 * @throws PatternError where a folder or file that was named is not there
 */
async function discover(ask, signal) {
    const selection = (0,images_select/* select */.L)(ask.patterns, ask.cwd, ask.results);
    const found = [];
    const queue = selection.files.entries();
    const looker = async () => {
        for (const [index, file] of queue) {
            signal.throwIfAborted();
            found[index] = await (0,images_image/* inspect */.N)(file, ask.maxPixels);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, looker));
    const images = found.filter((image) => image !== null);
    return {
        images,
        otherFiles: found.length - images.length,
        warnings: selection.unlisted.map(({ folder, reason }) => `The folder ${folder} could not be listed (${reason}); nothing in it was read.`)
    };
}

// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(94869);
// EXTERNAL MODULE: ./build/results/row.js
var row = __webpack_require__(16069);
// EXTERNAL MODULE: ./build/plan/cost.js
var cost = __webpack_require__(36409);
;// CONCATENATED MODULE: ./build/plan/plan.js


/** That is so on this machine: recording a task costs a few thousandths of a second, an idle slot its whole time. */
const LEAST_SECONDS = 0.1;
/**
 * Divides images into partitions. The same images give the same plan on every machine.
 *
 * @param images those that are to be read
 * @param wanted `auto`: decreasing sizes (factoring: each round hands out half of the remaining work), so that the
 *   last tasks are short and no slot idles; a number: that many partitions of balanced cost
 */
function plan(images, wanted) {
    const costed = byCost(images);
    const groups = wanted.partitions === 'auto'
        ? factored(costed, wanted.slots, wanted.leastSeconds ?? LEAST_SECONDS)
        : balanced(costed, wanted.partitions);
    const width = Math.max(4, String(groups.length).length);
    const partitions = groups
        .map((group) => ({ group, cost: total(group) }))
        .sort((a, b) => b.cost - a.cost)
        .map(({ group, cost }, index) => ({
        task: `${wanted.prefix ?? ''}task-${String(index + 1).padStart(width, '0')}`,
        images: group.map(({ image }) => image),
        bytes: group.reduce((sum, { image }) => sum + image.bytes, 0),
        estimatedSeconds: cost
    }));
    return {
        partitions,
        slots: wanted.slots,
        estimatedSeconds: total(costed),
        estimatedWallSeconds: makespan(partitions, wanted.slots)
    };
}
/** The part of the images that one shard of a run reads: parts of balanced cost, the same on every runner. */
function shardOf(images, shard) {
    if (shard.count === 1)
        return images;
    const part = balanced(byCost(images), shard.count, { keepEmpty: true })[shard.index - 1] ?? [];
    return part
        .map(({ image }) => image)
        .sort((a, b) => (0,row/* byImage */.hA)({ image: a.path }, { image: b.path }));
}
function byCost(images) {
    return images
        .map((image) => ({ image, cost: (0,cost/* estimateSeconds */.q)(image) }))
        .sort((a, b) => b.cost - a.cost || (0,row/* byImage */.hA)({ image: a.image.path }, { image: b.image.path }));
}
const total = (group) => group.reduce((sum, { cost }) => sum + cost, 0);
/** Longest processing time first: each image goes to the partition that has the least so far. */
function balanced(costed, count, { keepEmpty = false } = {}) {
    const most = keepEmpty ? count : Math.min(count, costed.length);
    const groups = Array.from({ length: most }, () => ({ cost: 0, members: [] }));
    for (const one of costed) {
        const least = groups.reduce((a, b) => b.cost < a.cost || (b.cost === a.cost && b.members.length < a.members.length) ? b : a);
        least.cost += one.cost;
        least.members.push(one);
    }
    return groups.map(({ members }) => members);
}
/** Factoring: each round hands every slot an equal part of half the remaining work. */
function factored(costed, slots, least) {
    const groups = [];
    let remaining = total(costed);
    let next = 0;
    while (next < costed.length) {
        const share = Math.max(least, remaining / (2 * slots));
        for (let slot = 0; slot < slots && next < costed.length; slot++) {
            const group = [];
            let sum = 0;
            while (next < costed.length &&
                (group.length === 0 || sum + costed[next].cost <= share)) {
                sum += costed[next].cost;
                group.push(costed[next++]);
            }
            remaining -= sum;
            groups.push(group);
        }
    }
    return groups;
}
function makespan(partitions, slots) {
    const ends = Array.from({ length: slots }, () => 0);
    for (const { estimatedSeconds } of partitions) {
        const first = ends.indexOf(Math.min(...ends));
        ends[first] = (ends[first] ?? 0) + estimatedSeconds;
    }
    return Math.max(0, ...ends);
}

// EXTERNAL MODULE: ./build/results/folder.js
var results_folder = __webpack_require__(55673);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/results/key.js

/**
 * The key of a result: same key, same text.
 *
 * @param identity of the image's bytes
 * @param fingerprint of the engine and its settings
 */
const resultKey = (identity, fingerprint) => `sha256:${(0,external_node_crypto_.createHash)('sha256').update(`${identity}\n${fingerprint}`).digest('hex')}`;

// EXTERNAL MODULE: ./build/settings/parse.js
var parse = __webpack_require__(94667);
;// CONCATENATED MODULE: ./build/run/columns.js

/** The columns that `key-pattern` makes of an image's path: every named group, null where it did not take part. */
function keysOf(pattern, path) {
    if (!pattern)
        return {};
    const found = pattern.exec(path)?.groups ?? {};
    return Object.fromEntries((0,parse/* groupsOf */.c1)(pattern).map((name) => [name, found[name] ?? null]));
}

// EXTERNAL MODULE: ./build/run/finish.js
var finish = __webpack_require__(15695);
// EXTERNAL MODULE: ./build/run/follow.js + 1 modules
var follow = __webpack_require__(95288);
// EXTERNAL MODULE: ./build/run/lost.js
var run_lost = __webpack_require__(72262);
;// CONCATENATED MODULE: ./build/run/never-started.js


/**
 * A run that has begun and that no backend has taken on: its images have rows all the same.
 *
 * @param problem why it was not taken on; null where it was cancelled
 */
function neverStarted(beginning, known, wanted, problem) {
    const cancelled = problem === null;
    const why = cancelled ? [] : wanted.map(({ path }) => [path, 'its job did not start']);
    const lost = (0,run_lost/* lostRows */.Ae)(wanted, [], { cancelled, unanswered: new Map(why) });
    const results = { nodes: [], tasks: [] };
    return (0,finish/* finish */.O9)(beginning, { jobId: '', rows: [...known, ...lost], results, cancelled, problem });
}

;// CONCATENATED MODULE: ./build/run/reuse.js

/**
 * Keeps the results whose key is unchanged, also where the image has another path now. What an earlier run left of any
 * other image is removed: the folder holds the results of this run and no others.
 */
function reuseEarlier(images, folder, ask) {
    const earlier = folder.earlierRows();
    const find = finder(ask.reuse ? [...earlier.values()].filter((row) => isWhole(row, ask.formats, folder)) : []);
    const wanted = [];
    const found = [];
    for (const image of images) {
        const row = find(image);
        if (row)
            found.push({ row, image });
        else
            wanted.push(image);
    }
    bringAlong(found, folder, ask.formats);
    const kept = found.map(({ row, image }) => retold(row, image));
    folder.removeOutputs(kept.map(({ image }) => image), ['txt', ...ask.formats]);
    removeOthers([...earlier.keys(), ...wanted.map(({ path }) => path)], kept, folder);
    return { kept, wanted };
}
/** Gives the images that have another path now their files there. */
function bringAlong(found, folder, formats) {
    const isInPlace = ({ row, image }) => row.image === image.path;
    const copies = found
        .filter((one) => !isInPlace(one))
        .flatMap(({ row, image }) => [...new Set(['txt', ...formats])].map((format) => ({
        from: (0,results_folder/* outputPath */.X)(format, row.image),
        to: (0,results_folder/* outputPath */.X)(format, image.path)
    })));
    if (copies.length === 0)
        return;
    // Were we killed between two files, the table must not speak of a text that is another's by then.
    folder.copyAll(copies, () => folder.beginRows(found.filter(isInPlace).map(({ row }) => row)));
}
/** Finds the earlier row of an image: its own where the key is the same, else another's with that key. */
function finder(rows) {
    const byImage = new Map(rows.map((row) => [row.image, row]));
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return ({ path, key }) => {
        if (key === null)
            return undefined;
        const own = byImage.get(path);
        return own?.key === key ? own : byKey.get(key);
    };
}
function removeOthers(paths, kept, folder) {
    const keptPaths = new Set(kept.map(({ image }) => image));
    folder.removeOutputs([...new Set(paths)].filter((path) => !keptPaths.has(path)));
}
/** Whether a row has a text, and every file that this run is asked for. */
const isWhole = (row, formats, folder) => row.status !== 'failed' &&
    ['txt', ...formats].every((format) => folder.has((0,results_folder/* outputPath */.X)(format, row.image)));
/** The row as this run tells it: kept, read by no task of this run. */
function retold(row, image) {
    return {
        ...row,
        image: image.path,
        status: 'reused',
        text: (0,results_folder/* outputPath */.X)('txt', image.path),
        keys: image.keys,
        task: null,
        node: null,
        slot: null,
        startedAt: null,
        seconds: 0,
        prepareSeconds: 0,
        recognizeSeconds: 0
    };
}

;// CONCATENATED MODULE: ./build/run/run.js
















/**
 * Runs a whole job: discover, plan, start, follow, collect. Results stand in the results folder when it returns; to
 * publish them is the door's business. When the signal fires, running tasks are ended and what is finished is kept.
 *
 * @throws SettingsError, PatternError, ProgramMissing, InstallError, AzureProblem before any work; the signal's reason
 *   where it fires then
 */
async function runJob(settings, environment, listener, signal) {
    const start = new Date();
    const folder = new results_folder/* ResultsFolder */.h((0,external_node_path_.resolve)(environment.cwd, settings.results));
    const place = await placeOf(settings, environment.env, signal);
    listener.phase('Images');
    const discovery = await findImages(settings, environment.cwd, folder.path, listener, signal);
    const origin = originOf(settings, environment, start, discovery);
    if (discovery.images.length === 0)
        return nothingToRead(origin, settings, folder, listener);
    listener.phase(place.phase);
    const ready = await place.ready({ settings, environment, discovery, folder, listener, signal });
    listener.phase('Plan');
    const images = taskImages(discovery, settings, ready.fingerprint);
    const readable = images.filter(({ problem }) => problem === null);
    const refused = images.filter(({ problem }) => problem !== null).map(run_lost/* refusedRow */.tS);
    const reuse = reuseEarlier(readable, folder, settings);
    const planned = planOf(reuse.wanted, settings, ready);
    listener.say(planSentence(planned, reuse.kept.length));
    const known = [...reuse.kept, ...refused];
    const beginning = { origin, folder, plan: (0,finish/* planRecord */.x1)(planned), tasks: (0,finish/* plannedTasks */.DV)(planned) };
    (0,finish/* begin */.qN)(beginning, known);
    listener.phase('Reading');
    for (const row of refused)
        listener.failed(row);
    const order = {
        origin,
        known,
        plan: planned,
        images: new Map(images.map((image) => [image.path, image])),
        settings,
        imageTimeout: settings.imageTimeout,
        folder
    };
    const job = await ready.backend.start(order, signal).catch((error) => {
        if (signal.aborted || error instanceof problem/* AzureProblem */.J)
            return error;
        throw error;
    });
    if (job instanceof Error)
        return neverStarted(beginning, known, reuse.wanted, signal.aborted ? null : job.message);
    const finished = await read(job, {
        beginning,
        known,
        wanted: reuse.wanted,
        listener,
        signal
    }).catch(async (error) => {
        await run_closed(job, listener, signal);
        throw error;
    });
    const leftover = await run_closed(job, listener, signal);
    return { ...finished, cancelled: signal.aborted, leftover };
}
/** Follows a job and writes what came of it. */
async function read(job, run) {
    const { beginning, known, wanted, listener, signal } = run;
    const read = await (0,follow/* follow */.e)(job, beginning.folder, wanted, listener, signal);
    const results = await job.results();
    const { unanswered, problem } = results;
    const lost = (0,run_lost/* lostRows */.Ae)(wanted, read, { cancelled: signal.aborted, unanswered });
    const rows = [...known, ...read, ...lost];
    return (0,finish/* finish */.O9)(beginning, { jobId: job.id, rows, results, cancelled: signal.aborted, problem });
}
/** Azure's part of the product is loaded where it is asked for, and only there. */
async function placeOf(settings, env, signal) {
    if (settings.backend === 'local')
        return localPlace(env, signal);
    return (await Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(572), __webpack_require__.e(949), __webpack_require__.e(921)]).then(__webpack_require__.bind(__webpack_require__, 34921))).azurePlace;
}
/** What is known of a run at its beginning. */
function originOf(settings, { runId, repository, commit, workflowRun }, start, { otherFiles }) {
    return {
        id: runId,
        backend: settings.backend,
        start: start.toISOString(),
        settings: (0,settings_settings/* settingsRecord */.t2)(settings),
        groups: settings.keyPattern ? (0,parse/* groupsOf */.c1)(settings.keyPattern) : [],
        otherFiles,
        repository,
        commit,
        workflowRun
    };
}
function nothingToRead(origin, settings, folder, listener) {
    listener.warn('There is no image to read, so there is nothing to do.');
    const empty = (0,finish/* planRecord */.x1)(plan([], { partitions: 'auto', slots: settings.slots ?? 1 }));
    const beginning = { origin, folder, plan: empty, tasks: [] };
    reuseEarlier([], folder, settings);
    (0,finish/* begin */.qN)(beginning, []);
    return (0,finish/* finish */.O9)(beginning, {
        jobId: origin.id,
        rows: [],
        results: { nodes: [], tasks: [] },
        cancelled: false,
        problem: null
    });
}
/** Finds the images of this run, or of this shard of it, and says what it found. */
async function findImages(settings, cwd, results, listener, signal) {
    const ask = { patterns: settings.images, cwd, results, maxPixels: settings.maxPixels };
    const all = await discover(ask, signal);
    for (const warning of all.warnings)
        listener.warn(warning);
    const images = shardOf(all.images, settings.shard);
    const others = all.otherFiles > 0 ? `, beside ${(0,lib_text/* count */.U9)(all.otherFiles, 'other file')} left alone` : '';
    const part = settings.shard.count > 1
        ? ` (shard ${settings.shard.index} of ${settings.shard.count}, of ${all.images.length} in all)`
        : '';
    listener.say(`Found ${(0,lib_text/* count */.U9)(images.length, 'image')}${part}${others}.`);
    return { ...all, images };
}
/** Divides what is to be read among the slots of the place. */
const planOf = (wanted, settings, { slots, leastSeconds }) => plan(wanted, {
    partitions: settings.partitions,
    slots,
    prefix: settings.shard.count === 1 ? '' : `shard-${settings.shard.index}-`,
    ...(leastSeconds === undefined ? {} : { leastSeconds })
});
/** The images with their keys, where the engine is known, and the columns of their names. */
const taskImages = (discovery, settings, engine) => discovery.images.map((image) => ({
    ...image,
    key: image.identity && engine && resultKey(image.identity, engine),
    keys: keysOf(settings.keyPattern, image.path)
}));
/** Nothing stays behind where a job ran; what does is told. */
async function run_closed(job, listener, signal) {
    const hurry = () => void job.cancel();
    signal.addEventListener('abort', hurry, { once: true });
    const left = await job.close();
    signal.removeEventListener('abort', hurry);
    if (left !== null)
        listener.warn(left);
    return left;
}
function planSentence(planned, kept) {
    const images = planned.partitions.reduce((sum, partition) => sum + partition.images.length, 0);
    const reused = kept > 0 ? `${(0,lib_text/* count */.U9)(kept, 'result')} of earlier runs kept; ` : '';
    if (images === 0)
        return `${reused}nothing is left to read.`;
    const tasks = `${(0,lib_text/* count */.U9)(planned.partitions.length, 'task')} on ${(0,lib_text/* count */.U9)(planned.slots, 'slot')}`;
    return `${reused}${(0,lib_text/* count */.U9)(images, 'image')} to read in ${tasks}, about ${(0,lib_text/* duration */.p0)(planned.estimatedWallSeconds)}.`;
}


/***/ })

};
