export const id = 505;
export const ids = [505];
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

/***/ 77656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ BackendError)
/* harmony export */ });
/** A backend refuses a request or cannot complete it. The message is a full sentence for the user. */
class BackendError extends Error {
}


/***/ }),

/***/ 63505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStep: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
;// CONCATENATED MODULE: ./build/images/walk.js


/**
 * Walks a folder in code unit order, without hidden names and those that `skip` matches. A link to a file is followed if
 * it stays within the folder; otherwise it is an `escape`. Links to folders are not entered: a target within the folder
 * is found at its own path.
 */
function walk(root, skip) {
    const home = (0,external_node_fs_.realpathSync)(root);
    const entries = [];
    const unlisted = [];
    const visit = (folder, shownFolder) => {
        for (const dirent of list(folder, shownFolder, unlisted)) {
            const name = showName(dirent.name);
            const shown = (0,external_node_path_.join)(shownFolder, name);
            if (name.startsWith('.') || skip(shown))
                continue;
            const path = Buffer.concat([folder, Buffer.from(external_node_path_.sep), dirent.name]);
            if (dirent.isDirectory())
                visit(path, shown);
            else
                entries.push({ file: asPath(path), shown, kind: kindOf(dirent, path, home) });
        }
    };
    visit(Buffer.from((0,external_node_path_.resolve)(root)), (0,external_node_path_.resolve)(root));
    return { entries: entries.filter((entry) => !isFolderLink(entry)), unlisted };
}
function list(folder, shown, unlisted) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true, encoding: 'buffer' }).sort((a, b) => Buffer.compare(a.name, b.name));
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
/** The kind of a link's target; a broken link counts as leaving the folder. */
function linkKind(path, home) {
    try {
        const target = (0,external_node_fs_.realpathSync)(path);
        if (!isWithin(home, target))
            return 'escape';
        return (0,external_node_fs_.statSync)(path).isFile() ? 'file' : 'special';
    }
    catch {
        return 'escape';
    }
}
function isFolderLink(entry) {
    if (entry.kind !== 'special')
        return false;
    try {
        return (0,external_node_fs_.lstatSync)(entry.file).isSymbolicLink() && (0,external_node_fs_.statSync)(entry.file).isDirectory();
    }
    catch {
        return false;
    }
}
/** Whether a path is the folder itself or lies within it; both absolute. */
function isWithin(folder, path) {
    const steps = (0,external_node_path_.relative)(folder, path);
    return steps === '' || !(steps === '..' || steps.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(steps));
}
const asPath = (path) => {
    const text = path.toString('utf8');
    return Buffer.from(text, 'utf8').equals(path) ? text : path;
};
const decoder = new TextDecoder('utf-8', { fatal: true });
/** A name as text: valid UTF-8 as it is; otherwise each byte that is not ASCII as `%FF`. */
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

;// CONCATENATED MODULE: ./build/images/select.js




/** A pattern names a folder or file that does not exist. The message is a complete sentence. */
class PatternError extends Error {
}
const GLOB = { dot: false, nonegate: true };
/**
 * Selects files by patterns: a folder (everything in it), a file, or a glob; lines that begin with `!` exclude.
 *
 * @param patterns the lines of the input
 * @param cwd absolute working directory
 * @param results absolute results folder, which is never read
 * @throws PatternError with every folder and file that does not exist
 */
function select_select(patterns, cwd, results) {
    const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
    const roots = wanted.map((pattern) => rootOf(pattern, cwd));
    const missing = roots.map((root) => root.base).filter((base) => !exists(base));
    if (missing.length > 0 || wanted.length === 0)
        throw new PatternError(missingMessage(missing));
    const base = commonBase(roots, cwd);
    const pathOf = (shown) => (0,external_node_path_.relative)(isWithin(cwd, shown) ? cwd : base, shown)
        .split(external_node_path_.sep)
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
            const path = uniquePath(pathOf(entry.shown), entry, files);
            files.set(path, { ...entry, path, named: root.isFile || files.get(path)?.named === true });
        }
    }
    const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files: sorted, unlisted };
}
/** A path that no other file has: two files may have the same one, from two folders or as bytes that are not UTF-8. */
function uniquePath(path, entry, files) {
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
    const path = (0,external_node_path_.resolve)(cwd, pattern);
    if (exists(path) || !picomatch.scan(pattern).isGlob) {
        const isFile = !(0,external_node_fs_.existsSync)(path) || !(0,external_node_fs_.statSync)(path).isDirectory();
        return { base: path, isFile, matches: () => true };
    }
    const { base, glob } = picomatch.scan(pattern);
    const folder = (0,external_node_path_.resolve)(cwd, base || '.');
    const matches = picomatch(glob, GLOB);
    return {
        base: folder,
        isFile: false,
        matches: (shown) => matches((0,external_node_path_.relative)(folder, shown).split(external_node_path_.sep).join('/'))
    };
}
/** Whether there is something at this path, even a broken link. */
const exists = (path) => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
function entriesOf(root, results) {
    if (!root.isFile) {
        const home = realPath(root.base);
        return walk(root.base, (shown) => (0,external_node_path_.join)(home, (0,external_node_path_.relative)(root.base, shown)) === results);
    }
    const home = (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(root.base));
    let kind = 'escape';
    try {
        const inside = isWithin(home, (0,external_node_fs_.realpathSync)(root.base));
        kind = !inside ? 'escape' : (0,external_node_fs_.statSync)(root.base).isFile() ? 'file' : 'special';
    }
    catch {
        // A broken link is treated like one that leaves the folder.
    }
    return { entries: [{ file: root.base, shown: root.base, kind }], unlisted: [] };
}
/** The path with all links resolved; unchanged if it does not exist yet. */
const realPath = (path) => ((0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.realpathSync)(path) : path);
function excluder(patterns, cwd) {
    const tests = patterns
        .filter((pattern) => pattern.startsWith('!'))
        .map((pattern) => pattern.slice(1).trim())
        .map((pattern) => excludes(pattern, cwd));
    return (shown) => tests.some((test) => test(shown));
}
/** An exclude is a folder, a file or a glob; a glob without a slash matches names at any depth, as in .gitignore. */
function excludes(pattern, cwd) {
    const path = (0,external_node_path_.resolve)(cwd, pattern);
    if ((0,external_node_fs_.existsSync)(path))
        return (shown) => isWithin(path, shown);
    if (!pattern.includes('/')) {
        const matches = picomatch(pattern, GLOB);
        return (shown) => shown.split(external_node_path_.sep).some((part) => matches(part));
    }
    const { base, glob } = picomatch.scan(pattern);
    const folder = (0,external_node_path_.resolve)(cwd, base || '.');
    const matches = picomatch(glob || (0,external_node_path_.basename)(pattern), GLOB);
    return (shown) => isWithin(folder, shown) && matches((0,external_node_path_.relative)(folder, shown).split(external_node_path_.sep).join('/'));
}
/** Images outside the working directory have paths relative to the folder that all patterns out there share. */
function commonBase(roots, cwd) {
    const outside = roots.map((root) => root.base).filter((base) => !isWithin(cwd, base));
    let common = (0,external_node_path_.dirname)(outside[0] ?? (0,external_node_path_.join)(cwd, '_'));
    while (!outside.every((base) => isWithin(common, (0,external_node_path_.dirname)(base))))
        common = (0,external_node_path_.dirname)(common);
    return common;
}
const missingMessage = (missing) => missing.length === 0
    ? 'Input `images` names nothing to read; name a folder, a file or a glob.'
    : missing
        .map((path) => `Input \`images\` names ${path}, which does not exist; check the path.`)
        .join('\n');

// EXTERNAL MODULE: ./build/lib/abort.js
var abort = __webpack_require__(28414);
// EXTERNAL MODULE: ./build/lib/exit-codes.js
var exit_codes = __webpack_require__(72281);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings_settings = __webpack_require__(84663);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/images/bytes.js
var bytes = __webpack_require__(49756);
;// CONCATENATED MODULE: ./build/images/format.js
const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1\n';
const JP2_SIGNATURE = Buffer.from([0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a]);
const JXL_SIGNATURE = Buffer.from([0, 0, 0, 12, 0x4a, 0x58, 0x4c, 0x20, 0x0d, 0x0a, 0x87, 0x0a]);
const signatures = [
    ['png', (head) => startsWith(head, '\x89PNG\r\n\x1a\n')],
    ['jpeg', (head) => startsWith(head, '\xff\xd8\xff')],
    ['tiff', (head) => startsWith(head, 'II*\0') || startsWith(head, 'MM\0*')],
    ['bigtiff', (head) => startsWith(head, 'II+\0') || startsWith(head, 'MM\0+')],
    ['gif', (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')],
    ['webp', (head) => startsWith(head, 'RIFF') && head.toString('latin1', 8, 12) === 'WEBP'],
    ['bmp', isBmp],
    ['pnm', isPnm],
    ['jp2', (head) => head.subarray(0, 12).equals(JP2_SIGNATURE)],
    ['j2k', (head) => startsWith(head, '\xff\x4f\xff\x51')],
    ['avif', (head) => brands(head).some((brand) => brand === 'avif' || brand === 'avis')],
    ['heic', (head) => brands(head).some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand))],
    ['pdf', (head) => startsWith(head, '%PDF-')]
];
/** Detects what a file is by its first bytes, never by its name. */
function sniff(bytes) {
    const head = bytes.at(0, 512);
    const found = signatures.find(([, matches]) => matches(head, bytes.length));
    if (found)
        return { kind: 'image', format: found[0] };
    if (startsWith(head, LFS_POINTER) && bytes.length <= 1024)
        return { kind: 'git-lfs-pointer' };
    const foreign = foreignFormat(head);
    return foreign ? { kind: 'foreign', format: foreign } : { kind: 'unknown' };
}
function foreignFormat(head) {
    if (startsWith(head, '8BPS'))
        return 'psd';
    if (startsWith(head, '\xff\x0a') || head.subarray(0, 12).equals(JXL_SIGNATURE))
        return 'jxl';
    if (startsWith(head, 'AT&TFORM'))
        return 'djvu';
    if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(head.toString('latin1'))) {
        return 'svg';
    }
    return null;
}
const startsWith = (head, signature) => head.toString('latin1', 0, signature.length) === signature;
/** Two letters prove nothing: the reserved fields must also be zero, and the header's size a known one. */
function isBmp(head) {
    return (startsWith(head, 'BM') &&
        head.length >= 26 &&
        head.readUInt32LE(6) === 0 &&
        [12, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14)));
}
/** `P1` to `P6` must be followed by a width and a height, perhaps with comments; otherwise any text could match. */
function isPnm(head) {
    return /^P[1-6](\s+(#[^\n]*\n\s*)*)\d{1,9}(\s+(#[^\n]*\n\s*)*)\d{1,9}\s/.test(head.toString('latin1'));
}
/** The brands of an ISO base media file, which are all that distinguishes HEIC from AVIF. */
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
/** Whether a file is named like an image. If it is not one, its row says so, instead of being skipped silently. */
const isNamedLikeImage = (name) => IMAGE_NAME.test(name);

// EXTERNAL MODULE: ./build/images/header.js + 1 modules
var header = __webpack_require__(37359);
;// CONCATENATED MODULE: ./build/images/image.js






const UNREAD = { bytes: 0, identity: null, header: null };
/**
 * Inspects one file of the folder.
 *
 * @returns the image; null if the file is not an image and is not named like one
 */
async function inspect(selected, maxPixels) {
    const { path, file } = selected;
    const isExpected = selected.named || isNamedLikeImage(path);
    if (selected.kind !== 'file') {
        return isExpected ? { path, file, ...UNREAD, problem: notRegular(selected) } : null;
    }
    try {
        const inspected = (0,bytes/* withBytes */.Y)(file, (bytes) => inspectBytes(bytes, isExpected));
        if (inspected === null)
            return null;
        const { length, sniffed, header } = inspected;
        return {
            path,
            file,
            bytes: length,
            identity: inspected.identity ?? (await streamedIdentity(file)),
            header: typeof header === 'string' ? null : header,
            problem: problemOf(sniffed, header, length, path, maxPixels)
        };
    }
    catch (error) {
        return isExpected ? { path, file, ...UNREAD, problem: unopened(path, error) } : null;
    }
}
/** What the bytes say; null if they are not an image and none is expected. */
function inspectBytes(bytes, isExpected) {
    const sniffed = sniff(bytes);
    if (sniffed.kind !== 'image' && !isExpected)
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
/** Files up to this size are hashed while they are open; larger ones are streamed, to keep memory use flat. */
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
            message: `${path} is empty (0 bytes). Add the image again.`
        };
    if (sniffed.kind === 'git-lfs-pointer') {
        return {
            code: 'git-lfs-pointer',
            message: `${path} is a Git LFS pointer, not the image. Run \`git lfs pull\`.`
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
/** Formats without a reliable signature are recognized by their extension; anything else is not an image. */
function misnamed(path) {
    const extension = (0,external_node_path_.extname)(path).slice(1).toLowerCase();
    if (/^(ico|tga|xcf|dng|cr[23]|nef|arw|orf|rw2|raw|e?ps|svgz)$/.test(extension)) {
        return unsupported(path, extension.toUpperCase());
    }
    return {
        code: 'unreadable-image',
        message: `${path} is not an image: its first bytes match no image format that can be read.`
    };
}
const unsupported = (path, format) => ({
    code: 'unsupported-format',
    message: `${path} is ${format}, which cannot be read; convert it to PNG, JPEG or TIFF.`
});
const notRegular = ({ path, kind }) => ({
    code: 'unreadable-image',
    message: kind === 'escape'
        ? `${path} is a broken link or a link out of its folder, so it was not followed. Replace it with the image itself.`
        : `${path} is not a regular file, so it was not opened.`
});
function unopened(path, error) {
    const code = error.code ?? String(error);
    const remedy = code === 'EACCES' ? ' Give this user permission to read it.' : '';
    return { code: 'unreadable-image', message: `${path} could not be opened (${code}).${remedy}` };
}

// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(94869);
// EXTERNAL MODULE: ./build/settings/actions.js + 1 modules
var actions = __webpack_require__(41987);
// EXTERNAL MODULE: ./build/settings/parse.js
var parse = __webpack_require__(94667);
// EXTERNAL MODULE: ./build/lib/http-status.js
var http_status = __webpack_require__(54377);
// EXTERNAL MODULE: ./build/lib/retry.js
var retry = __webpack_require__(81374);
;// CONCATENATED MODULE: ./build/github/api/client.js


/** Timeout of one request, in milliseconds. */
const REQUEST_LIMIT = 20_000;
/** Three attempts. A rate limit that resets only after more than half a minute is an error. */
const RETRIES = { firstWait: 1000, longestWait: 4000, limit: 30_000, attempts: 3 };
/** The author of everything that is written with `github.token`. */
const BOT = 'github-actions[bot]';
/**
 * A failed request to GitHub: the token lacks a permission (`forbidden`), the error is temporary (`unavailable`), or it
 * is permanent (`refused`). The message is a whole sentence.
 */
class GitHubProblem extends Error {
    kind;
    constructor(kind, sentence, options) {
        super(sentence, options);
        this.kind = kind;
    }
}
/**
 * Opens the repository of the workflow run. The client reads `GITHUB_API_URL`, and the signal aborts its requests.
 *
 * @throws GitHubProblem outside of GitHub Actions
 */
async function openRepository(env, token, signal) {
    const [owner, repo] = env['GITHUB_REPOSITORY']?.split('/') ?? [];
    if (!owner || !repo)
        throw new GitHubProblem('refused', 'GITHUB_REPOSITORY is not set to a repository: this is not a GitHub Actions job.');
    const github = await __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351));
    const octokit = github.getOctokit(token);
    octokit.hook.before('request', (options) => {
        options.request.signal = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT)]);
    });
    return { octokit, owner, repo };
}
/**
 * The login of the token's owner, which distinguishes our texts from those of others who copied our marks. The REST API
 * does not report it for the token of a job.
 */
async function loginOf({ octokit }) {
    try {
        const { viewer } = await octokit.graphql('query { viewer { login } }');
        return viewer.login;
    }
    catch (error) {
        if (error.name === 'GraphqlResponseError')
            return BOT;
        throw error;
    }
}
/**
 * Makes a request to GitHub, and retries it after a temporary error. `send` must be safe to repeat: it reads what exists
 * before it writes.
 *
 * @param what completes "Could not …"
 * @throws GitHubProblem; the signal's reason
 */
const request = (what, send, signal, policy = RETRIES) => (0,retry/* retry */.L5)(policy, signal, async () => {
    try {
        return await send();
    }
    catch (error) {
        if (!isHttpError(error))
            throw error;
        const sentence = `Could not ${what}: ${messageOf(error)}.`;
        const problem = new GitHubProblem(client_kindOf(error), sentence, { cause: error });
        throw problem.kind === 'unavailable'
            ? new retry/* TransientError */.N_(problem, retryAfter(error))
            : problem;
    }
});
const isHttpError = (error) => error instanceof Error && typeof error.status === 'number';
function client_kindOf(error) {
    const { status } = error;
    // A resource that was just created may not be found yet.
    if (retryAfter(error) !== null || status === 404)
        return 'unavailable';
    if ((0,http_status/* statusKind */.B)(status) === 'unavailable')
        return 'unavailable';
    return status === 403 ? 'forbidden' : 'refused';
}
/** Milliseconds until a rate limit resets; null if no rate limit was exceeded. */
function retryAfter({ response }) {
    const { headers = {} } = response ?? {};
    if (headers['retry-after'] !== undefined)
        return Number(headers['retry-after']) * 1000;
    if (String(headers['x-ratelimit-remaining']) !== '0')
        return null;
    return Math.max(0, Number(headers['x-ratelimit-reset']) * 1000 - Date.now());
}
/** GitHub's message without the URL of its documentation, and the status if there was a response. */
function messageOf({ message, status, response }) {
    const text = message.replace(/ - https:\/\/\S+$/, '').replace(/\.$/, '');
    return response ? `${text} (HTTP ${status})` : text;
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
;// CONCATENATED MODULE: ./build/github/api/event.js


const eventSchema = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({ pull_request: dist/* object */.Ikc({ number: dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1)) }) }));
/** The number of the pull request that triggered the workflow run; null if the trigger was another event. */
function pullRequestNumber(env) {
    const file = env['GITHUB_EVENT_PATH'];
    if (!file || !(0,external_node_fs_.existsSync)(file))
        return null;
    const event = dist/* safeParse */.xLC(eventSchema, (0,external_node_fs_.readFileSync)(file, 'utf8'));
    return event.success ? event.output.pull_request.number : null;
}

// EXTERNAL MODULE: ./build/github/log.js + 1 modules
var github_log = __webpack_require__(87816);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
;// CONCATENATED MODULE: ./build/github/actions/changed.js












/** GitHub lists at most this many files of a pull request. */
const MOST_FILES = 3000;
/** In bytes. Inputs are environment variables, which Linux limits to 128 KiB. */
const LONGEST_INPUT = 120_000;
/** Lists the images that the pull request adds or changes. If they cannot be determined, all images are selected. */
async function changedAction(context) {
    const { settings, environment } = context;
    const number = pullRequestNumber(environment.env);
    const files = number === null ? null : await changedFiles(number, context);
    if (number === null)
        (0,core/* info */.pq)('This workflow run was not triggered by a pull request: all images are selected.');
    const changed = files === null ? { patterns: settings.images, count: null } : await imagesAmong(files, context);
    (0,outputs/* setOutputs */.n)('changed', { images: changed.patterns.join('\n'), count: changed.count ?? '' });
    return exit_codes/* exitCodes */.h.done;
}
/** The paths that the pull request adds or changes, relative to the repository; null if they cannot all be listed. */
async function changedFiles(number, { own, environment, signal }) {
    const repository = await openRepository(environment.env, (0,actions/* readActionInput */.LJ)('token', own), signal);
    try {
        const files = await request(`list the files of pull request #${number}`, () => listFiles(repository, number), signal);
        if (files.length >= MOST_FILES) {
            (0,core/* warning */.$e)(`GitHub lists only the first ${MOST_FILES} files of a pull request: all images are selected.`);
            return null;
        }
        return new Set(files.filter(hasContent).map(({ filename }) => filename));
    }
    catch (problem) {
        if (!(problem instanceof GitHubProblem))
            throw problem;
        if (problem.kind === 'unavailable') {
            (0,core/* warning */.$e)((0,github_log/* escapeForLog */.z)(`${problem.message} All images are selected.`));
            return null;
        }
        const remedy = 'Give the job `permissions: pull-requests: read`.';
        throw new GitHubProblem(problem.kind, `${problem.message} ${remedy}`, { cause: problem });
    }
}
const listFiles = ({ octokit, owner, repo }, number) => octokit.paginate(octokit.rest.pulls.listFiles, {
    ...{ owner, repo, pull_number: number, per_page: 100 }
});
/** Removed files do not exist in the checkout; renamed files are listed under their new names. */
const hasContent = ({ status }) => status !== 'removed' && status !== 'unchanged';
async function imagesAmong(changed, { settings, environment: { cwd }, signal }) {
    const { files } = select_select(settings.images, cwd, (0,external_node_path_.resolve)(cwd, settings.results));
    const images = [];
    for (const file of files.filter(({ path }) => changed.has(path))) {
        signal.throwIfAborted();
        if (await isImage(file, settings.maxPixels))
            images.push(file.path);
    }
    for (const path of images.filter((image) => !isLine(patternOf(image))))
        (0,core/* warning */.$e)((0,github_log/* escapeForLog */.z)(`${path} is skipped: a name with a line break, or with white space at its end, cannot be passed on. Rename the file.`));
    (0,core/* info */.pq)((0,lib_text/* plainSpaces */.oB)(`The pull request adds or changes ${(0,lib_text/* count */.U9)(images.length, 'image')} of the ${(0,lib_text/* count */.U9)(files.length, 'file')} that \`images\` selects.`));
    const patterns = images.map(patternOf).filter(isLine);
    if (Buffer.byteLength(patterns.join('\n')) <= LONGEST_INPUT)
        return { patterns, count: patterns.length };
    (0,core/* warning */.$e)('The list of changed images is too long for an input: all images are selected.');
    return { patterns: settings.images, count: null };
}
const isImage = async (file, maxPixels) => (await inspect(file, maxPixels)) !== null;
/** A pattern that selects exactly one path. The name of an existing file is never read as a glob pattern. */
const patternOf = (path) => (/^[!\s]/.test(path) ? `./${path}` : path);
/** Whether a pattern passes through an input unchanged: no line breaks, and no white space at either end. */
const isLine = (pattern) => {
    const [first, ...others] = (0,parse/* lines */.Mn)(pattern);
    return first === pattern && others.length === 0;
};

// EXTERNAL MODULE: ./build/github/cache/cache-key.js
var cache_key = __webpack_require__(46799);
// EXTERNAL MODULE: ./build/github/cache/committed-files.js
var committed_files = __webpack_require__(34091);
// EXTERNAL MODULE: ./build/github/cache/results-cache.js
var results_cache = __webpack_require__(20702);
// EXTERNAL MODULE: ./build/github/deliver.js + 2 modules
var deliver = __webpack_require__(53956);
;// CONCATENATED MODULE: ./build/github/actions/check-unchanged.js









/** Checks whether an earlier run has read the same images with the same settings, so that there is nothing to do. */
async function checkUnchangedAction(context) {
    const { settings, environment, own, signal } = context;
    const { cwd, env } = environment;
    const committed = await (0,committed_files/* committedFiles */.q)(settings.images, cwd, env, signal);
    const cacheKey = (0,cache_key/* cacheKeyOf */.D$)(settings, committed);
    const skip = (0,actions/* readActionInput */.LJ)('skipUnchanged', own);
    const reason = skip && committed ? await skipReason(committed, cacheKey, context) : null;
    (0,outputs/* setOutputs */.n)('check-unchanged', { key: cacheKey.key, unchanged: String(reason !== null) });
    if (reason !== null) {
        (0,core/* info */.pq)(reason);
        await (0,deliver/* writeSummary */.Sy)(`${reason}\n`);
    }
    return exit_codes/* exitCodes */.h.done;
}
/** The reason why there is nothing to read, in a sentence; null if there is something to read. */
async function skipReason({ files }, cacheKey, { settings, environment, signal }) {
    if (files === 0)
        return 'There is no image to read, so there is nothing to do.';
    const results = (0,external_node_path_.resolve)(environment.cwd, settings.results);
    const found = await (0,results_cache/* openResultsCache */.f)(cacheKey, results, environment, signal)?.find();
    if (!found?.startsWith(`${cacheKey.key}-`))
        return null;
    const [run = ''] = found.slice(cacheKey.key.length + 1).split('-');
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment.env;
    return `No image is new or changed since [run ${run}](${server}/${repository}/actions/runs/${run}), which has the results.`;
}

// EXTERNAL MODULE: ./build/run/collect.js
var collect = __webpack_require__(16280);
// EXTERNAL MODULE: ./build/github/artifacts/upload.js
var upload = __webpack_require__(51881);
// EXTERNAL MODULE: ./build/github/state.js
var github_state = __webpack_require__(76847);
;// CONCATENATED MODULE: ./build/github/run-and-deliver.js





/**
 * Obtains the results of a run, delivers them, and saves them in the cache.
 *
 * @param since the earliest start of the run, ISO 8601; empty if unknown
 * @param run obtains the results
 * @param cached saves the results for later runs; null if they are not saved
 * @returns the exit code of the step
 */
async function runAndDeliver({ settings, environment, log, signal }, since, run, cached = null) {
    const state = undeliveredState(settings, (0,external_node_path_.resolve)(environment.cwd, settings.results), since);
    (0,github_state/* rememberUndelivered */.by)(state);
    const finished = await run(log, signal);
    log.close();
    const delivery = (0,deliver/* deliver */.cK)(finished, settings, state, log.failures).then(async (code) => {
        await cached?.save(finished, code);
        return code;
    });
    return Promise.race([delivery, cancellation(signal)]);
}
const undeliveredState = ({ shard, artifactName, artifactRetentionDays }, results, since) => ({
    results,
    since,
    artifacts: upload/* ARTIFACT_KINDS */.h,
    artifactName,
    artifactSuffix: shard.count === 1 ? '' : `-${shard.index}-of-${shard.count}`,
    retentionDays: artifactRetentionDays,
    summaryWritten: false
});
/** Resolves when the step is cancelled during delivery; `post` completes the delivery. */
const cancellation = (signal) => new Promise((end) => {
    const cancelled = () => end(exit_codes/* exitCodes */.h.cancelled);
    if (!signal.aborted)
        signal.addEventListener('abort', cancelled, { once: true });
});

;// CONCATENATED MODULE: ./build/github/actions/collect.js



/** Delivers the results of a submitted run. They can be collected again, so a step that ends early removes nothing. */
const collectAction = (context) => {
    const { settings, environment, own } = context;
    const handle = (0,actions/* readActionInput */.LJ)('handle', own);
    return runAndDeliver(context, '', (log, signal) => (0,collect/* collectJob */.cX)(handle, settings, environment, log, signal));
};

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/report/write-report.js + 11 modules
var write_report = __webpack_require__(85176);
// EXTERNAL MODULE: ./build/results/folder.js
var results_folder = __webpack_require__(55673);
// EXTERNAL MODULE: ./build/results/totals.js
var results_totals = __webpack_require__(61210);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/results/names.js
var names = __webpack_require__(71685);
// EXTERNAL MODULE: ./build/results/records.js
var records = __webpack_require__(40399);
;// CONCATENATED MODULE: ./build/merge/copy.js





/**
 * Copies the files of the chosen rows into a results folder and removes those of an earlier run or merge. Each row is
 * added after its files, so that the table of an interrupted merge never names a missing text.
 *
 * @throws the signal's reason if it fires; the files copied so far are kept
 */
async function copyResults(chosen, folder, signal) {
    for (const image of [...folder.earlierRows().keys()].filter(names/* isPlainPath */.qW)) {
        await (0,abort/* letSignalsThrough */.qm)(signal);
        folder.removeOutputs([image]);
    }
    folder.clearRecords();
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder.path, 'metadata'), { recursive: true });
    folder.beginRows([]);
    for (const { row, source } of chosen) {
        await (0,abort/* letSignalsThrough */.qm)(signal);
        const from = row.status === 'failed' ? null : source.table?.folder;
        if (from)
            await copyOutputs(row.image, from, folder);
        folder.appendRow(row);
    }
}
async function copyOutputs(image, from, folder) {
    for (const format of records/* FORMATS */.hR) {
        const file = from.output(format, image);
        if (file !== null)
            await copyIn(file, (0,names/* outputPath */.XC)(format, image), folder);
    }
}
/** Copies the logs of tasks; those of a later attempt replace those of an earlier one. */
async function copyLogs(sources, folder) {
    for (const { records } of sources) {
        for (const task of records.folder.names('metadata/logs', 'folders').filter(names/* isRecordName */.lx)) {
            const logs = `metadata/logs/${task}`;
            for (const log of records.folder.names(logs, 'files').filter(names/* isRecordName */.lx)) {
                const file = records.folder.file(`${logs}/${log}`);
                if (file !== null)
                    await copyIn(file, `${logs}/${log}`, folder);
            }
        }
    }
}
/** Copies through a temporary file, so that no file is ever half written. */
async function copyIn(file, path, folder) {
    const temporary = (0,external_node_path_.join)(folder.path, 'metadata', 'arriving.part');
    await (0,promises_.copyFile)(file, temporary);
    folder.moveIn(temporary, path);
}

;// CONCATENATED MODULE: ./build/merge/fit.js
/** Whether a source has its records. */
const isKnown = (source) => source.records !== null && source.shard !== null;
/** Settings that decide which images there are and what is read in them: all shards of a run have the same. */
const SHARED = [
    ...['images', 'languages', 'formats', 'page-segmentation-mode', 'dpi', 'prepare', 'second-look'],
    ...['deskew', 'rotate', 'key-pattern', 'max-pixels']
];
/** Why these are not the shards of one run, in sentences; empty if they are. */
function misfits(sources) {
    const known = sources.filter(isKnown);
    const [first, ...others] = known;
    if (!first) {
        return [
            'No folder holds metadata/run.json, which says which run and shard the rows belong to: download the artifacts with `metadata` in their names as well.'
        ];
    }
    const { count } = first.shard;
    const strays = sources.filter((one) => !isKnown(one) && one.shard && one.shard.count !== count);
    return [
        ...known.flatMap(overwritten),
        ...others.flatMap((other) => differences(first, other)),
        ...strays.map(({ shown }) => `${shown} is not one of ${count} shards, as ${first.shown} is.`)
    ];
}
/** Artifacts that were downloaded into one folder: task records of all are kept, but only the last table. */
function overwritten({ shown, shard, records }) {
    if (shard.count === 1)
        return [];
    const own = `shard-${shard.index}-`;
    return records.tasks.every(({ id }) => id.startsWith(own))
        ? []
        : [
            `${shown} holds several shards, whose tables overwrote one another: download each artifact into a folder of its own (\`merge-multiple: false\`).`
        ];
}
function differences(first, other) {
    const expected = traits(first);
    return Object.entries(traits(other))
        .filter(([name, value]) => value !== expected[name])
        .map(([name, value]) => `${other.shown} does not belong to ${first.shown}: its ${name} is ${fit_short(value)}, not ${fit_short(expected[name] ?? '')}.`);
}
const LONGEST = 100;
const fit_short = (value) => value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
/** What the shards of one run have in common, by name, as JSON. */
function traits({ shard, records: { run } }) {
    const settings = SHARED.map((name) => [`\`${name}\``, run.settings[name]]);
    const all = {
        'number of shards': shard.count,
        backend: run.backend,
        repository: run.repository,
        commit: run.commit,
        ...Object.fromEntries(settings)
    };
    return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, JSON.stringify(value ?? null)]));
}

// EXTERNAL MODULE: ./build/merge/artifact-names.js
var artifact_names = __webpack_require__(95852);
;// CONCATENATED MODULE: ./build/merge/source-folder.js





/**
 * A folder to merge from, which anyone may have written. It is only read; links are not followed, and anything but a
 * regular file or folder is treated as missing.
 */
class SourceFolder {
    /** Absolute, without links. */
    path;
    /** Its name in messages. */
    shown;
    /** @throws if there is no such folder */
    constructor(path, shown) {
        this.path = (0,external_node_fs_.realpathSync)(path);
        this.shown = shown;
    }
    /** The folder's own name. */
    get name() {
        return (0,external_node_path_.basename)(this.path);
    }
    /** The absolute path of a regular file, by its path within the folder; null if there is none. */
    file(path) {
        const target = (0,external_node_path_.join)(this.path, path);
        try {
            return (0,external_node_fs_.realpathSync)(target) === target && (0,external_node_fs_.lstatSync)(target).isFile() ? target : null;
        }
        catch {
            return null;
        }
    }
    /** The absolute path of an image's file of one format; null if there is none. */
    output(format, image) {
        const path = (0,names/* outputPath */.XC)(format, image);
        return this.file(path) ?? this.file((0,artifact_names/* pathInArtifact */.Ti)(path));
    }
    /** The names of the regular files, or of the folders, directly in a folder, sorted; empty if it does not exist. */
    names(path, kind) {
        const target = (0,external_node_path_.join)(this.path, path);
        try {
            if ((0,external_node_fs_.realpathSync)(target) !== target)
                return [];
            return (0,external_node_fs_.readdirSync)(target, { withFileTypes: true })
                .filter((entry) => (kind === 'files' ? entry.isFile() : entry.isDirectory()))
                .map(({ name }) => name)
                .sort();
        }
        catch {
            return [];
        }
    }
    /** The text of a file; null if it does not exist or cannot be read. */
    text(path) {
        const file = this.file(path);
        try {
            return file && (0,external_node_fs_.readFileSync)(file, 'utf8');
        }
        catch {
            return null;
        }
    }
    /** A record of `metadata/`; null if it does not exist or does not match the schema. */
    record(name, schema) {
        const text = this.text(`metadata/${name}.json`);
        if (text === null)
            return null;
        try {
            const parsed = dist/* safeParse */.xLC(schema, JSON.parse(text));
            return parsed.success ? parsed.output : null;
        }
        catch {
            return null;
        }
    }
    /** The valid records of tasks or nodes, each named by its id, and how many other files are ignored. */
    records(folder, schema) {
        const files = this.names(`metadata/${folder}`, 'files').filter((name) => name.endsWith('.json'));
        const records = files
            .map((file) => file.slice(0, -'.json'.length))
            .filter(names/* isRecordName */.lx)
            .map((name) => {
            const found = this.record(`${folder}/${name}`, schema);
            return found?.id === name ? found : null;
        })
            .filter((record) => record !== null);
        return { records, ignored: files.length - records.length };
    }
    /** Whether it has the table of a run, its record, or both. */
    holdsResults() {
        return this.file('results.jsonl') !== null || this.file('metadata/run.json') !== null;
    }
}

;// CONCATENATED MODULE: ./build/merge/find.js




/**
 * Finds the folders that hold results: each named folder, or those directly in it.
 *
 * @param cwd absolute: the base of relative paths
 * @param target absolute: the folder to merge into, which cannot be a source
 */
function findFolders(named, cwd, target) {
    const results = (0,external_node_fs_.existsSync)(target) ? (0,external_node_fs_.realpathSync)(target) : target;
    const found = named.map((shown) => search((0,external_node_path_.resolve)(cwd, shown), shown, results));
    const folders = new Map(found.flatMap(({ folders }) => folders).map((one) => [one.path, one]));
    const overlaps = [...folders.values()].filter(({ path }) => isWithin(path, results) || isWithin(results, path));
    return {
        folders: [...folders.values()],
        others: found.flatMap(({ others }) => others),
        problems: [
            ...found.flatMap(({ problems }) => problems),
            ...overlaps.map((one) => overlap(one, results))
        ]
    };
}
function search(path, shown, results) {
    const nothing = { folders: [], others: [], problems: [] };
    if (!isFolder(path))
        return { ...nothing, problems: [`There is no folder ${shown}.`] };
    const top = new SourceFolder(path, shown);
    if (top.holdsResults())
        return { ...nothing, folders: [top] };
    const below = foldersBelow(top).filter((one) => one.path !== results);
    const folders = below.filter((one) => one.holdsResults());
    if (folders.length === 0)
        return { ...nothing, problems: [noResults(shown)] };
    const others = below.filter((one) => !folders.includes(one)).map((one) => one.shown);
    return { ...nothing, folders, others };
}
const isFolder = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
const foldersBelow = (top) => top
    .names('.', 'folders')
    .filter((name) => !name.startsWith('.'))
    .map((name) => new SourceFolder((0,external_node_path_.join)(top.path, name), (0,external_node_path_.join)(top.shown, name)));
const noResults = (shown) => `${shown} holds no results: there is no results.jsonl or metadata/run.json in it or in the folders directly in it.`;
const overlap = ({ shown }, results) => `${shown} and the results folder ${results} overlap: a merge does not write to the folders it reads; set \`results\` to another folder.`;

// EXTERNAL MODULE: ./build/results/row.js
var row = __webpack_require__(16069);
;// CONCATENATED MODULE: ./build/merge/source.js





/** Reads the results in a folder. */
function readSource(folder) {
    const { table, ignored: ignoredRows } = tableIn(folder);
    const { records, ignored: ignoredRecords } = recordsIn(folder);
    const named = (0,artifact_names/* shardArtifact */.Vi)(folder.name);
    const shard = records ? shardOfRun(records.run) : (named?.shard ?? null);
    const index = shard?.index ?? indexOfRows(table?.rows ?? []);
    return {
        shown: folder.shown,
        shard,
        origin: named ? `${named.prefix} ${index} ${named.attempt}` : String(index),
        table,
        records,
        ignored: [...ignoredRows, ...ignoredRecords]
    };
}
/** Task ids begin with their shard if there is more than one. */
const indexOfRows = (rows) => Number(/^shard-(\d+)-/.exec(rows.find(({ task }) => task !== null)?.task ?? '')?.[1] ?? 1);
function tableIn(folder) {
    const text = folder.text('results.jsonl');
    if (text === null)
        return { table: null, ignored: [] };
    const lines = text.split('\n').filter(Boolean);
    const parsed = lines.map(row/* parseRow */.W0).filter((row) => row !== null);
    const valid = parsed.filter(isSafe);
    const ignored = lines.length - valid.length;
    // The last row of an image counts.
    const rows = new Map(valid.map((row) => [row.image, { ...row, text: textOf(row) }]));
    return {
        table: { folder, rows: [...rows.values()] },
        ignored: ignored === 0 ? [] : [`${ignored} ${ignored === 1 ? 'line' : 'lines'} of results.jsonl`]
    };
}
/** Names in a row become file names, and those that a run writes are always plain. */
const isSafe = ({ image, task, node }) => (0,names/* isPlainPath */.qW)(image) && [task, node].every((name) => name === null || (0,names/* isRecordName */.lx)(name));
const textOf = ({ status, image }) => status === 'failed' ? null : (0,names/* outputPath */.XC)('txt', image);
function recordsIn(folder) {
    const run = folder.record('run', safeRunSchema);
    if (run === null) {
        const exists = folder.file('metadata/run.json') !== null;
        return { records: null, ignored: exists ? ['metadata/run.json'] : [] };
    }
    const tasks = folder.records('tasks', safeTaskSchema);
    const nodes = folder.records('nodes', safeNodeSchema);
    const ignored = tasks.ignored + nodes.ignored;
    return {
        records: { folder, run, tasks: tasks.records, nodes: nodes.records },
        ignored: ignored === 0 ? [] : [`${ignored} ${ignored === 1 ? 'record' : 'records'} of tasks and nodes`]
    };
}
/** Times are compared and subtracted; all records have them in UTC. */
const isTime = (text) => text === null || (text.endsWith('Z') && !Number.isNaN(Date.parse(text)));
const safeRunSchema = dist/* pipe */.FsL(records/* runRecordSchema */._A, dist/* check */.z6Y((run) => isTime(run.start) && isTime(run.end) && shardOfRun(run) !== null));
const safeTaskSchema = dist/* pipe */.FsL(records/* taskRecordSchema */.iz, dist/* check */.z6Y(({ partition }) => partition.images.every(names/* isPlainPath */.qW)), dist/* check */.z6Y(({ attempts }) => attempts.every(({ start, end }) => isTime(start) && isTime(end))));
const safeNodeSchema = dist/* pipe */.FsL(records/* nodeRecordSchema */.L0, dist/* check */.z6Y(({ firstTaskAt, lastTaskAt }) => isTime(firstTaskAt) && isTime(lastTaskAt)));
const shardSchema = dist/* optional */.lqM(dist/* object */.Ikc({ index: dist/* number */.aig(), count: dist/* number */.aig() }), {
    index: 1,
    count: 1
});
/** The shard that a run's record says it is; null if it is not a valid one. */
function shardOfRun({ settings }) {
    const shard = dist/* safeParse */.xLC(shardSchema, settings['shard']);
    return shard.success && (0,artifact_names/* isShard */.ze)(shard.output) ? shard.output : null;
}

;// CONCATENATED MODULE: ./build/merge/read.js



/** Joins a table and records from two folders, as a shard's two artifacts are, into one source. */
function paired(sources) {
    const whole = sources.filter(({ table, records }) => table && records);
    const halves = sources.filter((source) => !whole.includes(source));
    const origins = [...new Set(halves.map(({ origin }) => origin))];
    const groups = origins.map((origin) => joined(halves.filter((half) => half.origin === origin)));
    return {
        sources: [...whole, ...groups.flatMap((group) => group.sources)],
        problems: groups.flatMap((group) => group.problems)
    };
}
function joined(halves) {
    const tables = halves.filter(({ table }) => table);
    const records = halves.filter(({ records }) => records);
    const [text, metadata] = [tables[0], records[0]];
    if (!text || !metadata)
        return { sources: halves, problems: [] };
    if (tables.length > 1 || records.length > 1)
        return { sources: [], problems: [ambiguous(halves)] };
    const shown = `${text.shown} and ${metadata.shown}`;
    const ignored = [...text.ignored, ...metadata.ignored];
    return { sources: [{ ...metadata, shown, table: text.table, ignored }], problems: [] };
}
const ambiguous = (halves) => `Which texts belong to which metadata is not clear in ${halves.map(({ shown }) => shown).join(', ')}: give each job that uses this action its own \`artifact-name\`.`;
/**
 * Reads the results of shards from folders and checks that they are of one run. Nothing is written.
 *
 * @param cwd absolute: the base of relative paths
 * @param target absolute: the folder to merge into
 */
function readSources(named, cwd, target) {
    const { folders, others, problems } = findFolders(named, cwd, target);
    const { sources, problems: unpaired } = paired(folders.map(readSource));
    const unfit = folders.length === 0 ? [] : misfits(sources);
    return {
        sources: [...sources].sort(byStart),
        warnings: [
            ...(others.length > 0 ? [ignoredFolders(others)] : []),
            ...sources.flatMap(warningsOf),
            ...severalRuns(sources)
        ],
        problems: [...problems, ...unpaired, ...(unpaired.length === 0 ? unfit : [])]
    };
}
const startOf = ({ records }) => records?.run.start ?? '';
const byStart = (a, b) => startOf(a) === startOf(b) ? (a.shown < b.shown ? -1 : 1) : startOf(a) < startOf(b) ? -1 : 1;
/** Ignored folders that are named; a working directory may have many. */
const MOST_NAMED = 5;
function ignoredFolders(others) {
    const rest = others.length - MOST_NAMED;
    const more = rest > 0 ? ` and ${rest} more` : '';
    return `Ignored folders without results: ${others.slice(0, MOST_NAMED).join(', ')}${more}.`;
}
/** They have the same images and settings, so they are merged; but that may not be what the user meant. */
function severalRuns(sources) {
    const runs = new Set(sources.flatMap(({ records }) => records?.run.workflowRun ?? []));
    return runs.size < 2
        ? []
        : [`The shards are from several workflow runs: ${[...runs].join(', ')}.`];
}
function warningsOf(source) {
    const ignored = source.ignored.map((what) => `Ignored in ${source.shown}, because this action did not write it: ${what}.`);
    return isKnown(source)
        ? ignored
        : [
            ...ignored,
            `The metadata of ${source.shown} is missing: its rows are merged, but its times, nodes and tasks are not known.`
        ];
}

;// CONCATENATED MODULE: ./build/merge/records.js

/**
 * The tasks of all sources, by id. A task that ran in two attempts at a shard has its later record, with the attempts of
 * both.
 */
function mergedTasks(sources) {
    const tasks = new Map();
    for (const { records } of sources) {
        for (const task of records.tasks) {
            const earlier = tasks.get(task.id)?.attempts ?? [];
            const starts = new Set(task.attempts.map(({ start }) => start));
            const before = earlier.filter(({ start }) => !starts.has(start));
            tasks.set(task.id, { ...task, attempts: [...before, ...task.attempts] });
        }
    }
    return [...tasks.values()].sort(byId);
}
/**
 * The nodes of all sources, by id. A shard that ran twice had two machines of the same name, and the later one counts. A
 * node of a pool may have worked for several shards, and its work for each is added up.
 */
function mergedNodes(sources) {
    const nodes = new Map();
    for (const { shard, records } of sources) {
        for (const node of records.nodes) {
            const ofShards = nodes.get(node.id) ?? new Map();
            nodes.set(node.id, ofShards.set(shard.index, node));
        }
    }
    return [...nodes.values()].map((ofShards) => [...ofShards.values()].reduce(summed)).sort(byId);
}
const summed = (a, b) => ({
    ...b,
    tasks: a.tasks + b.tasks,
    images: a.images + b.images,
    busySeconds: (0,results_totals/* rounded */.Wf)(a.busySeconds + b.busySeconds),
    firstTaskAt: extreme([a.firstTaskAt, b.firstTaskAt], 'first'),
    lastTaskAt: extreme([a.lastTaskAt, b.lastTaskAt], 'last')
});
/** The first or the last of some times (ISO 8601, in UTC); null if none is known. */
function extreme(times, which) {
    const known = times.filter((time) => time !== null).sort();
    return known.at(which === 'first' ? 0 : -1) ?? null;
}
/** The plans of all shards as one: they ran side by side, so their slots are added up. */
function mergedPlan(sources) {
    const plans = [...latestOfShards(sources).values()].map(({ records }) => records.run.plan);
    const sum = (value) => (0,results_totals/* rounded */.Wf)(plans.reduce((total, plan) => total + value(plan), 0));
    return {
        slots: sum(({ slots }) => slots),
        estimatedSeconds: sum(({ estimatedSeconds }) => estimatedSeconds),
        partitions: plans.flatMap(({ partitions }) => partitions)
    };
}
/** The latest attempt at each shard, in the order of the shards. */
function latestOfShards(sources) {
    const sorted = [...sources].sort((a, b) => a.shard.index - b.shard.index);
    return new Map(sorted.map((source) => [source.shard.index, source]));
}
const byId = (a, b) => a.id < b.id ? -1 : 1;

// EXTERNAL MODULE: ./build/results/lost.js
var lost = __webpack_require__(63563);
;// CONCATENATED MODULE: ./build/merge/rows.js


/** Chooses one row per image: the latest that did not fail, or the latest if all failed. */
function chooseRows(sources) {
    const chosen = new Map();
    const repeated = new Set();
    for (const { source, rows } of sources) {
        for (const row of rows) {
            const earlier = chosen.get(row.image);
            if (earlier)
                repeated.add(row.image);
            if (!earlier || row.status !== 'failed' || earlier.row.status === 'failed')
                chosen.set(row.image, { row, source });
        }
    }
    const sorted = [...chosen.values()].sort((a, b) => (0,row/* byImage */.hA)(a.row, b.row));
    return { chosen: sorted, repeated: [...repeated].sort() };
}
/** The rows of a source, with one for every image it planned to read, even if its run never finished. */
function rowsOf(source) {
    const { table, records } = source;
    const rows = (table?.rows ?? []).map((row) => row.status === 'failed' || table?.folder.output('txt', row.image) ? row : withoutText(row));
    const planned = (records?.tasks ?? []).flatMap(({ partition }) => partition.images.map((image) => ({ image })));
    const reason = table
        ? 'its shard was ended before this image was read'
        : 'the table and texts of its shard are missing';
    return { source, rows: [...rows, ...(0,lost/* lostRows */.A)(planned, rows, () => reason)] };
}
/** A row whose text is missing. */
const withoutText = ({ image, identity, key, bytes, keys }) => (0,lost/* lostRow */.r)({ image, identity, key, bytes, keys }, 'its text is missing from its shard');

;// CONCATENATED MODULE: ./build/merge/verdict.js

/** Checks every shard, by its most complete attempt. */
function completeness(sources) {
    const count = sources.map(({ source }) => source).find(isKnown)?.shard.count ?? 1;
    const states = Array.from({ length: count }, (_, index) => {
        const attempts = sources.filter(({ source }) => source.shard?.index === index + 1);
        const all = attempts.map(stateOf);
        return { index: index + 1, state: all.find(isComplete) ?? all.at(-1) ?? null };
    });
    const missing = states.filter(({ state }) => state === null).map(({ index }) => index);
    const found = states.map(({ state }) => state).filter((state) => state !== null);
    return {
        problems: [
            ...(missing.length > 0 ? [missingSentence(missing, count)] : []),
            ...found.flatMap(({ problem }) => problem ?? [])
        ],
        endedEarly: found.flatMap(({ endedEarly }) => endedEarly ?? [])
    };
}
const COMPLETE = { problem: null, endedEarly: null };
const isComplete = ({ problem, endedEarly }) => problem === null && endedEarly === null;
function stateOf({ source, rows }) {
    if (!isKnown(source))
        return COMPLETE;
    const { run } = source.records;
    const name = nameOf(source);
    const images = imagesOf(source);
    if (run.outcome === 'failed') {
        const reason = run.problem?.replaceAll('\n', ' ') ?? 'no reason was recorded.';
        return { ...COMPLETE, problem: `${name} failed: ${reason}` };
    }
    if (source.table === null)
        return { ...COMPLETE, problem: `The table and texts of ${uncapitalized(name)} are missing.` };
    if (rows.length < images) {
        const found = `${name} has results for ${rows.length} of its ${images} images`;
        return { ...COMPLETE, problem: `${found}: the rest of its table is missing.` };
    }
    const lost = rows.filter(({ error }) => error?.code === 'lost').length;
    return run.outcome === 'done' || lost === 0
        ? COMPLETE
        : {
            ...COMPLETE,
            endedEarly: `${name} was ended early: ${lost} of its ${images} images were not read.`
        };
}
/** How many images a shard had: from its totals, plus its plan if it was ended before it could total them. */
function imagesOf({ records: { run } }) {
    if (run.outcome !== 'running')
        return run.totals.images;
    return run.plan.partitions.reduce((sum, { images }) => sum + images, run.totals.images);
}
const nameOf = ({ shard }) => shard.count === 1 ? 'The run' : `Shard ${shard.index} of ${shard.count}`;
const uncapitalized = (name) => name.charAt(0).toLowerCase() + name.slice(1);
function missingSentence(missing, count) {
    const last = missing.at(-1);
    return missing.length === 1
        ? `Shard ${last} of ${count} is missing: which images it had is not known. Run it again, and merge again.`
        : `Shards ${missing.slice(0, -1).join(', ')} and ${last} of ${count} are missing: which images they had is not known. Run them again, and merge again.`;
}

;// CONCATENATED MODULE: ./build/merge/merge.js













/**
 * Merges the results of a run's shards into one results folder, as a single run would have left it. Anything missing is
 * the run's problem; the rest is merged all the same. The folders are only read.
 *
 * @param folders results folders, or folders that hold such folders; relative to `cwd`
 * @throws SettingsError if they are not the shards of one run, before anything is written; the signal's reason
 */
async function mergeShards(folders, settings, cwd, listener, signal) {
    listener.phase('Shards');
    const folder = new results_folder/* ResultsFolder */.h((0,external_node_path_.resolve)(cwd, settings.results));
    const { sources, warnings, problems } = readSources(folders, cwd, folder.path);
    if (problems.length > 0)
        throw new settings_settings/* SettingsError */.G(problems);
    for (const warning of warnings)
        listener.warn(warning);
    const sourceRows = [];
    for (const source of sources) {
        await (0,abort/* letSignalsThrough */.qm)(signal);
        sourceRows.push(rowsOf(source));
    }
    const rows = chooseRows(sourceRows);
    const complete = completeness(sourceRows);
    listener.say(foundSentence(sources, rows));
    for (const sentence of [...repeatedSentences(rows), ...complete.endedEarly])
        listener.warn(sentence);
    listener.phase('Merge');
    await copyResults(rows.chosen, folder, signal);
    const known = sources.filter(isKnown);
    await copyLogs(known, folder);
    const report = reportOf(rows.chosen.map(({ row }) => row), known, complete, settings.results);
    for (const row of report.rows)
        if (row.status === 'failed')
            listener.failed(row);
    (0,write_report/* writeReport */.u)(folder, report);
    return {
        ...report,
        jobId: report.run.id,
        results: folder.path,
        cancelled: false,
        problem: report.run.problem,
        leftover: null
    };
}
function foundSentence(sources, { chosen }) {
    const shards = sources.map(({ shard }) => shard).filter((shard) => shard !== null);
    const all = Math.max(...shards.map(({ count }) => count));
    const found = new Set(shards.map(({ index }) => index)).size;
    const where = all === 1 ? sources.map(({ shown }) => shown).join(' and ') : `${found} of ${all} shards`;
    return `Found ${(0,lib_text/* count */.U9)(chosen.length, 'image')} in ${where}.`;
}
function repeatedSentences({ repeated }) {
    const [first] = repeated;
    if (first === undefined)
        return [];
    const more = repeated.length === 1 ? '' : ` and ${(0,lib_text/* count */.U9)(repeated.length - 1, 'more image')}`;
    return [
        `More than one folder has results for ${first}${more}: the latest one that did not fail is used.`
    ];
}
/** The report of a single run with these rows. Where shards differ, the last one counts. */
function reportOf(rows, sources, { problems, endedEarly }, results) {
    const runs = sources.map(({ records }) => records.run);
    const last = runs.at(-1);
    const [nodes, tasks] = [mergedNodes(sources), mergedTasks(sources)];
    const otherFiles = Math.max(...runs.map(({ totals }) => totals.otherFiles));
    const totals = (0,results_totals/* totalsOf */.vA)(rows, { otherFiles, nodes, tasks });
    const start = runs[0]?.start ?? last.start;
    const end = extreme([...runs.map((run) => run.end), ...tasks.flatMap(endsOf)], 'last');
    const seconds = end === null ? last.seconds : secondsBetween(start, end);
    const run = {
        ...last,
        ...{ start, end, seconds, totals },
        outcome: problems.length > 0 ? 'failed' : endedEarly.length > 0 ? 'cancelled' : 'done',
        problem: problems.length > 0 ? problems.join(' ') : null,
        settings: { ...last.settings, shard: { index: 1, count: 1 }, results },
        speedup: totals.tasks === 0 || seconds === 0 ? null : (0,results_totals/* rounded */.Wf)(totals.taskSeconds / seconds),
        plan: mergedPlan(sources)
    };
    return { run, rows, nodes, tasks };
}
const endsOf = ({ attempts }) => attempts.map(({ end }) => end);
const secondsBetween = (start, end) => (0,results_totals/* rounded */.Wf)(Math.max(0, Date.parse(end) - Date.parse(start)) / 1000);

// EXTERNAL MODULE: ./build/lib/parallel.js
var parallel = __webpack_require__(92257);
;// CONCATENATED MODULE: ./build/github/artifacts/download.js






/** Concurrent downloads. */
const AT_ONCE = 4;
/**
 * Downloads the artifacts of this workflow run's shards, each into a folder of its name. An artifact that cannot be
 * downloaded intact is skipped with a warning; the merge then reports what is missing.
 *
 * @param prefix the `artifact-name` of the shards
 * @param folder absolute path of an empty folder
 * @throws SettingsError if there are no such artifacts; an error of GitHub's client if they cannot be listed; the
 *   signal's reason
 */
async function downloadShards(prefix, folder, listener, signal) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(572), __webpack_require__.e(351), __webpack_require__.e(420), __webpack_require__.e(799)]).then(__webpack_require__.bind(__webpack_require__, 76799));
    const client = new DefaultArtifactClient();
    // Each attempt of the workflow run may have an artifact of the same name.
    const { artifacts } = await client.listArtifacts({ latest: true });
    const ours = artifacts.filter(({ name }) => (0,artifact_names/* shardArtifact */.Vi)(name)?.prefix === prefix);
    if (ours.length === 0)
        throw new settings_settings/* SettingsError */.G([noArtifacts(prefix)]);
    const download = async ({ id, name, digest }) => {
        signal.throwIfAborted();
        const path = (0,external_node_path_.join)(folder, name);
        const options = digest === undefined ? { path } : { path, expectedHash: digest };
        const problem = await download_problemOf(client.downloadArtifact(id, options));
        if (problem === null)
            return;
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        listener.warn(`The artifact ${name} could not be downloaded and is skipped: ${problem}.`);
    };
    // The client takes no signal: when it fires, downloads are abandoned until the process ends.
    await Promise.race([(0,parallel/* inParallel */.H)(ours, AT_ONCE, download), (0,abort/* rejectOnAbort */.dX)(signal)]);
}
async function download_problemOf(download) {
    try {
        const { digestMismatch } = await download;
        return digestMismatch ? 'its digest differs from that of the upload' : null;
    }
    catch (error) {
        return error.message;
    }
}
const noArtifacts = (prefix) => `This workflow run has no artifacts of shards, such as ${prefix}-text-1-of-4. Make the job wait for the shards with \`needs\`, set \`artifact-name\` as in the shards, or set \`folders\`.`;

// EXTERNAL MODULE: ./build/github/cache/restore-and-save.js
var restore_and_save = __webpack_require__(68111);
;// CONCATENATED MODULE: ./build/github/actions/merge.js









/**
 * Merges the results of shards and delivers them. The merge finishes before the delivery begins: `post` must not deliver
 * a partial merge, because it would look complete.
 */
async function mergeAction(context) {
    const cacheKey = (0,cache_key/* parseCacheKey */.dU)((0,actions/* readActionInput */.LJ)('cacheKey', context.own));
    const finished = await merged(context);
    return runAndDeliver(context, '', async () => finished, cacheKey && (0,restore_and_save/* cachedResults */.P0)(cacheKey, context));
}
async function merged(context) {
    const { settings, environment, own, log, signal } = context;
    const folders = (0,actions/* readActionInput */.LJ)('folders', own);
    if (folders.length > 0)
        return mergeShards(folders, settings, environment.cwd, log, signal);
    const downloads = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ocr-shards-'));
    try {
        log.phase('Artifacts');
        await downloadShards(settings.artifactName, downloads, log, signal);
        return await mergeShards([downloads], settings, environment.cwd, log, signal);
    }
    finally {
        (0,external_node_fs_.rmSync)(downloads, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./build/run/recover.js
var recover = __webpack_require__(49430);
// EXTERNAL MODULE: ./build/report/findings.js
var findings = __webpack_require__(73145);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(74611);
;// CONCATENATED MODULE: ./build/github/api/body.js
/** The maximum length of the body of an issue or a comment on GitHub, in characters. */
const LONGEST_BODY = 65_536;
/** How many failed images a body lists; a smaller number if the body would be too long. */
const MOST_FAILURES = [50, 25, 12, 6, 3, 1];
/** An invisible line that identifies our text. A workflow may have one for each of several results folders. */
function marker(what, results, env) {
    const [folder, workflow] = [results, env['GITHUB_WORKFLOW'] ?? ''].map(inComment);
    return `<!-- batch-ocr: ${what} of ${folder}/${workflow} -->`;
}
/** A name inside an HTML comment, escaped so that it cannot end the comment. */
const inComment = (name) => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('--', '%2D%2D');
/**
 * A body within GitHub's limit, which lists as many failed images as possible.
 *
 * @param short the text if not even one image fits
 */
function fittingBody(mark, write, short) {
    const bodies = [...MOST_FAILURES.map(write), short].map((text) => `${mark}\n${text}`);
    return bodies.find((body) => body.length <= LONGEST_BODY) ?? mark;
}

;// CONCATENATED MODULE: ./build/github/api/issue.js

/**
 * Writes failures to our issue: creates it, or updates it and reopens it if necessary. Two concurrent runs may have
 * created two issues; then the older one is closed.
 */
async function writeIssue(repository, text) {
    const { octokit, owner, repo } = repository;
    const { title, body } = text;
    const [issue, ...duplicates] = await ourIssues(repository, text.mark);
    if (issue === undefined) {
        const { data } = await octokit.rest.issues.create({ owner, repo, title, body });
        return { number: data.number, url: data.html_url, outcome: 'opened' };
    }
    for (const { number } of duplicates.filter(isOpen))
        await issue_close(repository, number, `Duplicate of #${issue.number}.`);
    const reopens = !isOpen(issue) && issue.state_reason !== 'not_planned';
    const { data } = await octokit.rest.issues.update({
        ...{ owner, repo, issue_number: issue.number, body },
        ...(reopens ? { state: 'open', state_reason: 'reopened' } : {})
    });
    if (reopens)
        await comment(repository, issue.number, text.reopened);
    return { number: data.number, url: data.html_url, outcome: outcomeOf(issue, reopens) };
}
/**
 * Closes our open issues with a comment.
 *
 * @returns the newest issue that was closed; null if none was open
 */
async function closeIssue(repository, mark, text) {
    const open = (await ourIssues(repository, mark)).filter(isOpen);
    for (const { number } of open)
        await issue_close(repository, number, text);
    const [newest] = open;
    return newest ? { number: newest.number, url: newest.html_url } : null;
}
const isOpen = ({ state }) => state === 'open';
const outcomeOf = (issue, reopens) => {
    if (reopens)
        return 'reopened';
    return isOpen(issue) ? 'updated' : 'updated, but left closed as not planned';
};
/** The issues that we created, identified by author and mark: open issues first, then newest first. */
async function ourIssues(repository, mark) {
    const { octokit, owner, repo } = repository;
    const creator = await loginOf(repository);
    const issues = await octokit.paginate(octokit.rest.issues.listForRepo, {
        ...{ owner, repo, creator, state: 'all', per_page: 100 }
    });
    return issues
        .filter(({ body, user, pull_request: pull }) => {
        return !pull && user?.login === creator && body?.includes(mark);
    })
        .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.number - a.number);
}
/** Closes an issue before commenting on it, so that a retry does not comment twice. */
async function issue_close(repository, number, text) {
    const { octokit, owner, repo } = repository;
    const closed = { state: 'closed', state_reason: 'completed' };
    await octokit.rest.issues.update({ owner, repo, issue_number: number, ...closed });
    await comment(repository, number, text);
}
async function comment(repository, number, body) {
    const { octokit, owner, repo } = repository;
    await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body });
}

// EXTERNAL MODULE: ./build/github/environment.js + 1 modules
var github_environment = __webpack_require__(96207);
;// CONCATENATED MODULE: ./build/github/actions/report-issue.js








/**
 * Reports failures in one issue, and closes it if there are none.
 *
 * @returns the issue; null if nothing was written
 * @throws GitHubProblem if the issue could not be written; the signal's reason
 */
async function reportToIssue(report, context) {
    const { own, environment, signal } = context;
    const text = report_issue_textOf(report, context);
    const token = (0,actions/* readActionInput */.LJ)('token', own);
    if (report.run.outcome === 'cancelled') {
        (0,core/* info */.pq)('The run was cancelled, so it is not known which images fail: the issue is not changed.');
        return null;
    }
    const repository = await openRepository(environment.env, token, signal);
    try {
        return hasFailed(report)
            ? await request('create or update the issue', () => report_issue_open(repository, text), signal)
            : await request('close the issue', () => report_issue_close(repository, text, context), signal);
    }
    catch (problem) {
        if (!(problem instanceof GitHubProblem) || problem.kind !== 'forbidden')
            throw problem;
        const remedy = 'Give the job `permissions: issues: write`.';
        throw new GitHubProblem(problem.kind, `${problem.message} ${remedy}`, { cause: problem });
    }
}
/** A failed run counts as a failure, because it did not reach all images. */
const hasFailed = ({ run, rows }) => run.outcome === 'failed' || (0,findings/* failures */.e9)(rows).length > 0;
async function report_issue_open(repository, text) {
    const { number, url, outcome } = await writeIssue(repository, text);
    (0,core/* info */.pq)(`Issue #${number} was ${outcome}: ${url}`);
    return { number, url };
}
async function report_issue_close(repository, { mark }, { environment: { env } }) {
    const closed = await closeIssue(repository, mark, `No images failed in ${(0,github_environment/* workflowRunLink */.po)(env)}.`);
    (0,core/* info */.pq)(closed
        ? `No images failed. Issue #${closed.number} was closed: ${closed.url}`
        : 'No images failed, and no issue is open.');
    return closed;
}
function report_issue_textOf(report, { own, settings, environment: { env } }) {
    const mark = marker('failures', settings.results, env);
    const link = (0,github_environment/* workflowRunLink */.po)(env);
    const footer = `Reported by ${link}. Each run updates this description. The issue is closed when no images fail.`;
    const write = (mostFailures) => `${(0,summary/* failuresSummary */.IE)(report, mostFailures)}\n${footer}\n`;
    const short = `The list of failures is too long for an issue: see the workflow run. ${footer}\n`;
    return {
        mark,
        title: (0,actions/* readActionInput */.LJ)('title', own),
        body: fittingBody(mark, write, short),
        reopened: `Images failed again in ${link}.`
    };
}

;// CONCATENATED MODULE: ./build/github/api/comment.js

/**
 * Creates our comment on a pull request, or replaces its text.
 *
 * @param mark identifies the comment, and is part of the body
 */
async function writeComment(repository, number, mark, body) {
    const { octokit, owner, repo } = repository;
    const earlier = await findComment(repository, number, mark);
    const { data } = earlier
        ? await octokit.rest.issues.updateComment({ owner, repo, comment_id: earlier, body })
        : await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body });
    return { number, url: data.html_url };
}
/** The ID of our comment; null if there is none. */
async function findComment(repository, number, mark) {
    const { octokit, owner, repo } = repository;
    const login = await loginOf(repository);
    const comments = await octokit.paginate(octokit.rest.issues.listComments, {
        ...{ owner, repo, issue_number: number, per_page: 100 }
    });
    const found = comments.find(({ body, user }) => user?.login === login && body?.includes(mark));
    return found?.id ?? null;
}

;// CONCATENATED MODULE: ./build/github/actions/report-pull-request.js








/**
 * Reports a run in a comment on the pull request. A read-only token is not an error, because every pull request from a
 * fork has one.
 *
 * @param number null if the workflow run was not triggered by a pull request
 * @param readReport reads the results, which need not exist if there is no pull request
 * @returns the comment; null if none was written
 * @throws GitHubProblem if the comment could not be written; the signal's reason
 */
async function reportToPullRequest(number, readReport, context) {
    const { own, settings, environment, signal } = context;
    if (number === null) {
        (0,core/* info */.pq)('This workflow run was not triggered by a pull request, so there is none to comment on.');
        return null;
    }
    const token = (0,actions/* readActionInput */.LJ)('token', own);
    const mark = marker('summary', settings.results, environment.env);
    const body = bodyOf(readReport(), mark, environment.env);
    const repository = await openRepository(environment.env, token, signal);
    try {
        const write = () => writeComment(repository, number, mark, body);
        const comment = await request('create or update the comment', write, signal);
        (0,core/* info */.pq)(`The summary was written to pull request #${number}: ${comment.url}`);
        return comment;
    }
    catch (problem) {
        if (!(problem instanceof GitHubProblem) || problem.kind !== 'forbidden')
            throw problem;
        (0,core/* info */.pq)((0,github_log/* escapeForLog */.z)(`${problem.message} ${READ_ONLY}`));
        return null;
    }
}
const READ_ONLY = 'The token is read-only, as for every pull request from a fork; see the job summary instead. If this is not a fork, give the job `permissions: pull-requests: write`.';
function bodyOf(report, mark, env) {
    const url = (0,github_environment/* workflowRunUrl */.CX)(env);
    const artifacts = url ? [{ name: 'of this workflow run', url: `${url}#artifacts` }] : [];
    const write = (mostFailures) => (0,summary/* jobSummary */.sp)(report, { artifacts, mostFailures });
    const short = `The summary is too long for a comment: see ${(0,github_environment/* workflowRunLink */.po)(env)}.\n`;
    return fittingBody(mark, write, short);
}

;// CONCATENATED MODULE: ./build/github/actions/report.js













/** Reports results in an issue or on the pull request. */
async function reportAction(context) {
    const writtenTo = await report(context).catch((problem) => {
        if (!(problem instanceof GitHubProblem) || problem.kind !== 'unavailable')
            throw problem;
        // Only a warning, because the results are not affected by an incident of GitHub.
        (0,core/* warning */.$e)((0,github_log/* escapeForLog */.z)(problem.message));
        return null;
    });
    (0,outputs/* setOutputs */.n)('report', { number: writtenTo?.number ?? '', url: writtenTo?.url ?? '' });
    return exit_codes/* exitCodes */.h.done;
}
async function report(context) {
    if ((0,actions/* readActionInput */.LJ)('to', context.own) === 'issue')
        return reportToIssue(readReport(context), context);
    const number = pullRequestNumber(context.environment.env);
    return reportToPullRequest(number, () => readReport(context), context);
}
/** The results of the last run in the folder. The records of a killed run are completed first, as its `post` does. */
function readReport({ settings, environment }) {
    const folder = (0,external_node_path_.resolve)(environment.cwd, settings.results);
    const found = (0,recover/* recover */.l)(new results_folder/* ResultsFolder */.h(folder), '');
    if (found)
        return found;
    throw new settings_settings/* SettingsError */.G([
        `Input \`results\` names ${folder}, which has no metadata/run.json. Set it to the results folder of a run, or download both artifacts of a run into it.`
    ]);
}

// EXTERNAL MODULE: ./build/backends/open.js + 13 modules
var backends_open = __webpack_require__(67949);
// EXTERNAL MODULE: ./build/plan/cost.js
var cost = __webpack_require__(36409);
;// CONCATENATED MODULE: ./build/plan/plan.js


/** The default for local slots: a task costs a few milliseconds to record, and a slot that idles costs more. */
const LEAST_SECONDS = 0.1;
/**
 * Divides images into partitions. The same images give the same plan on every machine.
 *
 * @param images the images to read
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
/** The images that one shard of a run reads: shards have balanced cost, and are the same on every runner. */
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
/** Longest processing time first: each image goes to the partition with the least work so far. */
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
/** Factoring: each round gives every slot an equal part of half of the remaining work. */
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

// EXTERNAL MODULE: ./build/run/finish.js
var finish = __webpack_require__(15695);
;// CONCATENATED MODULE: ./build/images/discover.js



/** Files inspected at a time: enough to hide disk latency, and few enough to keep memory use flat. */
const discover_AT_ONCE = 8;
/**
 * Finds the images that the patterns select, with their headers and identities.
 *
 * @throws PatternError if a named folder or file does not exist
 */
async function discover(ask, signal) {
    const selection = select_select(ask.patterns, ask.cwd, ask.results);
    const found = [];
    await (0,parallel/* inParallel */.H)(selection.files.entries(), discover_AT_ONCE, async ([index, file]) => {
        signal.throwIfAborted();
        found[index] = await inspect(file, ask.maxPixels);
    });
    const images = found.filter((image) => image !== null);
    return {
        images,
        otherFiles: found.length - images.length,
        warnings: selection.unlisted.map(({ folder, reason }) => `The folder ${folder} could not be listed (${reason}); nothing in it was read.`)
    };
}

;// CONCATENATED MODULE: ./build/results/key.js

/**
 * The key of a result: same key, same text.
 *
 * @param identity digest of the image's bytes
 * @param fingerprint digest of the engine and its settings
 */
const resultKey = (identity, fingerprint) => `sha256:${(0,external_node_crypto_.createHash)('sha256').update(`${identity}\n${fingerprint}`).digest('hex')}`;

;// CONCATENATED MODULE: ./build/run/columns.js

/** The columns that `key-pattern` derives from an image's path: one for each named group, null if it did not match. */
function columnsOf(pattern, path) {
    if (!pattern)
        return {};
    const found = pattern.exec(path)?.groups ?? {};
    return Object.fromEntries((0,parse/* groupsOf */.c1)(pattern).map((name) => [name, found[name] ?? null]));
}

// EXTERNAL MODULE: ./build/run/lost.js
var run_lost = __webpack_require__(72262);
;// CONCATENATED MODULE: ./build/run/prepare.js










/**
 * Finds the images of this run, or of this shard of it, and reports how many there are.
 *
 * @throws PatternError if a named file or folder does not exist; the signal's reason
 */
async function findImages(settings, environment, listener, signal) {
    const start = new Date();
    const folder = new results_folder/* ResultsFolder */.h((0,external_node_path_.resolve)(environment.cwd, settings.results));
    listener.phase('Images');
    const { images: patterns, maxPixels, shard } = settings;
    const ask = { patterns, cwd: environment.cwd, results: folder.path, maxPixels };
    const all = await discover(ask, signal);
    for (const warning of all.warnings)
        listener.warn(warning);
    const images = shardOf(all.images, shard).map((image) => advised(image, environment));
    const others = all.otherFiles > 0 ? `; ${(0,lib_text/* count */.U9)(all.otherFiles, 'other file')} ignored` : '';
    const part = shard.count > 1
        ? ` (shard ${shard.index} of ${shard.count}, ${all.images.length} in total)`
        : '';
    listener.say(`Found ${(0,lib_text/* count */.U9)(images.length, 'image')}${part}${others}.`);
    return { settings, environment, start, folder, discovery: { ...all, images } };
}
/** In a workflow, Git LFS is configured where the repository is checked out. */
function advised(image, { workflowRun }) {
    const { problem } = image;
    if (workflowRun === null || problem?.code !== 'git-lfs-pointer')
        return image;
    const message = `${problem.message} In a workflow, set \`lfs: true\` on \`actions/checkout\`.`;
    return { ...image, problem: { ...problem, message } };
}
/** Every image is read. */
const readAll = (readable) => ({ kept: [], wanted: readable });
/**
 * Turns found images into a job order: keys, reuse, plan.
 *
 * @param fingerprint of the engine; null if it is not known yet, so that no image has a key
 */
function prepare(found, capacity, fingerprint, choose) {
    const { settings, folder } = found;
    const images = taskImages(found, fingerprint);
    const { kept, wanted } = choose(images.filter(({ problem }) => problem === null));
    const refused = images.filter(({ problem }) => problem !== null).map(run_lost/* refusedRow */.t);
    const origin = originOf(found);
    const known = [...kept, ...refused];
    return {
        origin,
        known,
        reused: kept,
        refused,
        wanted,
        order: {
            origin,
            known,
            plan: planOf(wanted, settings, capacity),
            images: new Map(images.map((image) => [image.path, image])),
            settings,
            imageTimeout: settings.imageTimeout,
            folder
        }
    };
}
/** The facts about a run that are known when it starts. */
function originOf({ settings, environment, start, discovery }) {
    const { runId, repository, commit, workflowRun } = environment;
    return {
        id: runId,
        backend: settings.backend,
        start: start.toISOString(),
        settings: (0,settings_settings/* settingsRecord */.t)(settings),
        groups: settings.keyPattern ? (0,parse/* groupsOf */.c1)(settings.keyPattern) : [],
        otherFiles: discovery.otherFiles,
        repository,
        commit,
        workflowRun
    };
}
const taskImages = ({ discovery, settings }, fingerprint) => discovery.images.map((image) => ({
    ...image,
    key: image.identity && fingerprint && resultKey(image.identity, fingerprint),
    columns: columnsOf(settings.keyPattern, image.path)
}));
/** Divides images among the slots of a place. */
const planOf = (wanted, { partitions, shard }, { slots, leastSeconds }) => plan(wanted, {
    partitions,
    slots,
    prefix: shard.count === 1 ? '' : `shard-${shard.index}-`,
    ...(leastSeconds === undefined ? {} : { leastSeconds })
});

;// CONCATENATED MODULE: ./build/run/reuse.js

/**
 * Keeps the results whose key is unchanged, even if the image has been moved or renamed. Earlier results of all other
 * images are removed, so that the folder holds only the results of this run.
 */
function reuseEarlier(images, folder, asked) {
    const earlier = folder.earlierRows();
    const find = finder(asked.reuse ? [...earlier.values()].filter((row) => isWhole(row, asked.formats, folder)) : []);
    const wanted = [];
    const found = [];
    for (const image of images) {
        const row = find(image);
        if (row)
            found.push({ row, image });
        else
            wanted.push(image);
    }
    copyRenamed(found, folder, asked.formats);
    const kept = found.map(({ row, image }) => reusedRow(row, image));
    folder.removeOutputs(kept.map(({ image }) => image), ['txt', ...asked.formats]);
    removeOthers([...earlier.keys(), ...wanted.map(({ path }) => path)], kept, folder);
    return { kept, wanted };
}
/** Copies the files of images that have been moved or renamed to their new paths. */
function copyRenamed(found, folder, formats) {
    const isInPlace = ({ row, image }) => row.image === image.path;
    const copies = found
        .filter((one) => !isInPlace(one))
        .flatMap(({ row, image }) => [...new Set(['txt', ...formats])].map((format) => ({
        from: (0,names/* outputPath */.XC)(format, row.image),
        to: (0,names/* outputPath */.XC)(format, image.path)
    })));
    if (copies.length === 0)
        return;
    // If the process is killed between two files, the table must not list a text that was already replaced.
    folder.copyAll(copies, () => folder.beginRows(found.filter(isInPlace).map(({ row }) => row)));
}
/** Finds the earlier row of an image: its own if the key is the same, otherwise that of another image with that key. */
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
/** Whether a row has its text and every other format of this run. */
const isWhole = (row, formats, folder) => row.status !== 'failed' &&
    ['txt', ...formats].every((format) => folder.has((0,names/* outputPath */.XC)(format, row.image)));
/** The row in this run: kept, and read by none of its tasks. */
function reusedRow(row, image) {
    return {
        ...row,
        image: image.path,
        status: 'reused',
        text: (0,names/* outputPath */.XC)('txt', image.path),
        keys: image.columns,
        task: null,
        node: null,
        slot: null,
        startedAt: null,
        seconds: 0,
        prepareSeconds: 0,
        recognizeSeconds: 0
    };
}

// EXTERNAL MODULE: ./build/run/settle.js + 2 modules
var settle = __webpack_require__(3390);
;// CONCATENATED MODULE: ./build/run/run.js








/**
 * Runs a whole job. The results are in the results folder when it returns; publishing them is up to the caller. When
 * the signal fires, running tasks are ended and finished results are kept.
 *
 * @throws SettingsError, PatternError, ProgramMissing, InstallError, BackendError before any work; the signal's reason
 *   if it fires then
 */
async function runJob(settings, environment, listener, signal) {
    const place = await (0,backends_open/* openPlace */.QL)(settings, environment.env, signal);
    const found = await findImages(settings, environment, listener, signal);
    if (found.discovery.images.length === 0)
        return nothingToRead(found, listener);
    listener.phase(place.phase);
    const ready = await place.ready({ ...found, listener }, signal);
    listener.phase('Plan');
    const prepared = prepare(found, ready, ready.fingerprint, (readable) => reuseEarlier(readable, found.folder, settings));
    const { order, origin, known, wanted } = prepared;
    listener.say(planSentence(order.plan, prepared.reused.length));
    const begun = {
        beginning: {
            origin,
            folder: found.folder,
            plan: (0,finish/* planRecord */.x1)(order.plan),
            tasks: (0,finish/* plannedTasks */.DV)(order.plan)
        },
        known,
        wanted
    };
    (0,finish/* begin */.qN)(begun.beginning, known);
    listener.phase('Reading');
    for (const row of prepared.refused)
        listener.failed(row);
    let job;
    try {
        job = await ready.backend.start(order, signal);
    }
    catch (error) {
        if (signal.aborted)
            return (0,settle/* neverStarted */.w)(begun, null);
        if (error instanceof backend/* BackendError */.J)
            return (0,settle/* neverStarted */.w)(begun, error.message);
        throw error;
    }
    const ended = await (0,settle/* settle */.G)(job, begun, listener, signal).catch(async (error) => {
        await run_closed(job, listener, signal);
        throw error;
    });
    const leftover = await run_closed(job, listener, signal);
    return { ...ended, cancelled: signal.aborted, leftover };
}
function nothingToRead(found, listener) {
    const { settings, folder } = found;
    listener.warn('There is no image to read, so there is nothing to do.');
    const empty = plan([], { partitions: 'auto', slots: settings.slots ?? 1 });
    const origin = originOf(found);
    const beginning = { origin, folder, plan: (0,finish/* planRecord */.x1)(empty), tasks: [] };
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
/** Removes what the job has outside this process, and warns about what could not be removed. */
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
    const reused = kept > 0 ? `${(0,lib_text/* count */.U9)(kept, 'earlier result')} reused; ` : '';
    if (images === 0)
        return `${reused}no images left to read.`;
    const tasks = `${(0,lib_text/* count */.U9)(planned.partitions.length, 'task')} on ${(0,lib_text/* count */.U9)(planned.slots, 'slot')}`;
    return `${reused}${(0,lib_text/* count */.U9)(images, 'image')} to read in ${tasks}, about ${(0,lib_text/* duration */.p0)(planned.estimatedWallSeconds)}.`;
}

// EXTERNAL MODULE: ./build/lib/escape.js
var lib_escape = __webpack_require__(68989);
;// CONCATENATED MODULE: ./build/run/submit.js





/** The file in the results folder that holds the handle of the last submission. */
const HANDLE_FILE = 'handle.json';
/**
 * Submits a run and returns without waiting for it. Every image is read: the results may be collected on another
 * machine, so earlier results in the results folder stay as they are.
 *
 * @throws as `runJob` does before any work; SettingsError if there is nothing to read
 */
async function submitJob(settings, environment, listener, signal) {
    const place = await (0,backends_open/* openRemotePlace */.OR)();
    const found = await findImages(settings, environment, listener, signal);
    const { discovery, folder } = found;
    if (discovery.images.every(({ problem }) => problem !== null))
        throw new settings_settings/* SettingsError */.G(['No images to read were found, so nothing was submitted.']);
    listener.phase(place.phase);
    const ready = await place.ready({ ...found, listener }, signal);
    listener.phase('Submission');
    const { order, wanted } = prepare(found, ready, null, readAll);
    const handle = await ready.submit(order, signal);
    folder.write(HANDLE_FILE, `${JSON.stringify(handle, null, 2)}\n`);
    const handleFile = (0,external_node_path_.resolve)(folder.path, HANDLE_FILE);
    const tasks = order.plan.partitions.length;
    listener.say(`Submitted ${(0,lib_text/* count */.U9)(wanted.length, 'image')} in ${(0,lib_text/* count */.U9)(tasks, 'task')} as job ${handle.jobId}. The handle is in ${handleFile}.`);
    return { handle, handleFile, images: discovery.images.length, tasks, nodes: ready.nodes };
}

;// CONCATENATED MODULE: ./build/github/actions/submit.js







/** Submits a run and returns. `post` removes the resources of an interrupted submission from Azure. */
async function submitAction(context) {
    const { settings, environment, log, signal } = context;
    (0,github_state/* rememberAzure */.rT)(true);
    const submitted = await submitJob(settings, environment, log, signal);
    (0,github_state/* rememberAzure */.rT)(false);
    log.close();
    const { handle, handleFile, images } = submitted;
    (0,outputs/* setOutputs */.n)('submit', {
        'run-id': handle.runId,
        'job-id': handle.jobId,
        handle: JSON.stringify(handle),
        'handle-file': handleFile,
        images
    });
    await (0,deliver/* writeSummary */.Sy)(paragraph(submitted));
    return exit_codes/* exitCodes */.h.done;
}
const paragraph = ({ handle, images, tasks, nodes }) => `Submitted ${(0,lib_text/* count */.U9)(images, 'image')} in ${(0,lib_text/* count */.U9)(tasks, 'task')} to ${(0,lib_text/* count */.U9)(nodes, 'node')} of Azure Batch as job ${(0,lib_escape/* markdownCode */.D9)(handle.jobId)}. To fetch the results, pass the output ${(0,lib_escape/* markdownCode */.D9)('handle')} of this step to the action ${(0,lib_escape/* markdownCode */.D9)('collect')}.\n`;

;// CONCATENATED MODULE: ./build/github/actions/run.js





/** Restores the results of earlier runs, reads the other images and delivers all; only submits if `wait` is false. */
async function runAction(context) {
    const { settings, environment } = context;
    if (!settings.wait)
        return submitAction(context);
    const usesAzure = settings.backend === 'azure-batch';
    const cached = await (0,restore_and_save/* openCachedResults */.$y)(context);
    const read = async (log, signal) => {
        await cached?.restore();
        if (usesAzure)
            (0,github_state/* rememberAzure */.rT)(true);
        const finished = await runJob(settings, environment, log, signal);
        // A cancelled run had only seconds to clean up, and a failed one may have failed to: `post` checks again.
        const isClean = !finished.cancelled && finished.problem === null && finished.leftover === null;
        if (usesAzure && isClean)
            (0,github_state/* rememberAzure */.rT)(false);
        return finished;
    };
    return runAndDeliver(context, new Date().toISOString(), read, cached);
}

// EXTERNAL MODULE: ./build/backends/administration.js
var backends_administration = __webpack_require__(77944);
// EXTERNAL MODULE: ./build/report/markdown-table.js
var markdown_table = __webpack_require__(42787);
;// CONCATENATED MODULE: ./build/github/actions/sweep.js










/** Removes the resources that interrupted runs left on Azure. */
async function sweepAction({ settings, own, environment, signal }) {
    const olderThan = (0,actions/* readActionInput */.LJ)('olderThan', own);
    const dryRun = (0,actions/* readActionInput */.LJ)('dryRun', own);
    const administration = await (0,backends_open/* openAdministration */.Pm)();
    try {
        const swept = await administration.sweep({ settings, environment }, { olderThan, dryRun }, signal);
        await sweep_report(swept, 'Nothing is left over on Azure.');
        return exit_codes/* exitCodes */.h.done;
    }
    catch (problem) {
        // The resources that were removed are reported before the error.
        if (problem instanceof backends_administration/* SweepError */.J)
            await sweep_report(problem.swept, 'Nothing could be removed from Azure.');
        throw problem;
    }
}
async function sweep_report(swept, nothing) {
    const { jobs, pools, containers } = swept;
    (0,outputs/* setOutputs */.n)('sweep', {
        jobs: removed(jobs),
        pools: removed(pools),
        containers: removed(containers)
    });
    const found = jobs.length + pools.length + containers.length;
    if (found === 0) {
        (0,core/* info */.pq)(nothing);
        return (0,deliver/* writeSummary */.Sy)(`${nothing}\n`);
    }
    (0,core/* info */.pq)((0,lib_text/* plainSpaces */.oB)(`Left over: ${(0,lib_text/* count */.U9)(jobs.length, 'job')}, ${(0,lib_text/* count */.U9)(pools.length, 'pool')}, ${(0,lib_text/* count */.U9)(containers.length, 'container')}.`));
    const columns = ['Resource', 'Name', 'Created (UTC)', 'Status'].map((title) => ({ title }));
    const rows = [
        ...sweep_rowsOf('job', jobs),
        ...sweep_rowsOf('pool', pools),
        ...sweep_rowsOf('container', containers)
    ];
    await (0,deliver/* writeSummary */.Sy)(`${(0,markdown_table/* markdownTable */.Q)(columns, rows)}\n`);
}
const removed = (leftovers) => leftovers.filter((leftover) => leftover.removed).length;
const sweep_rowsOf = (resource, leftovers) => leftovers.map((leftover) => [
    resource,
    (0,lib_escape/* markdownCode */.D9)(leftover.id),
    (0,lib_text/* dateTime */.KQ)(leftover.created.toISOString()),
    leftover.removed ? 'removed' : 'left'
]);

// EXTERNAL MODULE: ./build/github/inputs.js + 1 modules
var github_inputs = __webpack_require__(79233);
;// CONCATENATED MODULE: ./build/github/step.js



















const step_actions = {
    run: runAction,
    submit: submitAction,
    collect: collectAction,
    sweep: sweepAction,
    merge: mergeAction,
    'check-unchanged': checkUnchangedAction,
    report: reportAction,
    changed: changedAction
};
/** Runs the step of an action and returns its exit code. */
async function runStep() {
    (0,github_state/* rememberPost */.io)();
    const log = (0,github_log/* stepLog */.t)();
    const signal = (0,abort/* cancelOnSignals */.dJ)(process, exit_codes/* exitCodes */.h.cancelled);
    try {
        const inputs = (0,github_inputs/* readStep */.j)(process.env);
        const environment = (0,github_environment/* stepEnvironment */.aK)(process);
        return await step_actions[inputs.action]({ ...inputs, environment, log, signal });
    }
    catch (problem) {
        log.close();
        // A cancellation can cause other errors, but it is the reason why the step ended.
        return failed(signal.aborted ? signal.reason : problem);
    }
}
function failed(problem) {
    if (problem instanceof abort/* Cancelled */.cJ) {
        (0,core/* info */.pq)(problem.message);
        return exit_codes/* exitCodes */.h.cancelled;
    }
    const sentences = problem.message.split('\n');
    for (const sentence of sentences)
        (0,core/* error */.z3)((0,github_log/* escapeForLog */.z)(sentence));
    if (problem instanceof PatternError)
        (0,core/* info */.pq)('Check that the job checks out the repository before this step.');
    if (problem instanceof settings_settings/* SettingsError */.G || problem instanceof PatternError) {
        // Nothing was started, so `post` has nothing to remove.
        (0,github_state/* rememberAzure */.rT)(false);
        return exit_codes/* exitCodes */.h.badInput;
    }
    // An error of a backend or of GitHub is explained by its message; a stack trace helps only with an error of ours.
    const isExplained = problem instanceof backend/* BackendError */.J || problem instanceof GitHubProblem;
    if (!isExplained)
        (0,core/* info */.pq)((0,github_log/* escapeForLog */.z)(problem.stack ?? ''));
    return exit_codes/* exitCodes */.h.runFailed;
}


/***/ }),

/***/ 54377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ statusKind)
/* harmony export */ });
/**
 * The kind of failure that a status means.
 *
 * @param status null or undefined if there was no response
 */
function statusKind(status) {
    if (status == null || status === 408 || status === 429 || status >= 500)
        return 'unavailable';
    if (status === 401 || status === 403)
        return 'refused';
    // Not an error by itself: something else answers at that address, such as a redirect.
    if (status === 404 || status === 410 || status < 400)
        return 'not-found';
    return status === 409 || status === 412 ? 'conflict' : 'bad-request';
}


/***/ }),

/***/ 81374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   N_: () => (/* binding */ TransientError),
/* harmony export */   oX: () => (/* binding */ retryFor)
/* harmony export */ });
/* harmony import */ var _abort_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28414);

/** A failure that may go away by itself. */
class TransientError extends Error {
    cause;
    /** Milliseconds the service asked us to wait; null if it did not say. */
    retryAfter;
    constructor(cause, retryAfter) {
        super(cause.message);
        this.cause = cause;
        this.retryAfter = retryAfter;
    }
}
/** A policy that retries for at most `limit` milliseconds. For five minutes, the waits grow from 1 s to 30 s. */
const retryFor = (limit) => ({
    firstWait: limit / 300,
    longestWait: limit / 10,
    limit
});
/**
 * Makes a call, and retries it while it fails with a `TransientError` and the policy allows it.
 *
 * @throws the cause of the last `TransientError`; any other error of an attempt; the signal's reason
 */
async function retry(policy, signal, attempt) {
    const end = performance.now() + policy.limit;
    for (let attempts = 1;; attempts++) {
        signal.throwIfAborted();
        try {
            return await attempt();
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof TransientError))
                throw error;
            const wait = waitAfter(error.retryAfter, attempts, policy);
            if (attempts === policy.attempts || performance.now() + wait > end)
                throw error.cause;
            await (0,_abort_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(wait, signal);
        }
    }
}
/**
 * Twice as long each time, or as long as the service asked, with jitter to keep many callers apart. If the service asks
 * for no wait, the first one is kept.
 */
function waitAfter(retryAfter, attempts, { firstWait, longestWait }) {
    const doubling = retryAfter === null ? 2 ** (attempts - 1) : 1;
    const own = Math.min(firstWait * doubling, longestWait) * (0.5 + Math.random() / 2);
    return Math.max(own, (retryAfter ?? 0) * (1 + Math.random() / 10));
}


/***/ })

};
