export const id = 716;
export const ids = [716];
export const modules = {

/***/ 25716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deliverLate: () => (/* binding */ deliverLate),
  runStep: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
;// CONCATENATED MODULE: ./build/images/walk.js


/**
 * Walks a folder: hidden names and `skip` left out, in the order of code units. A link to a file is followed where it
 * stays within the folder and is an `escape` where it leaves it; a link to a folder is not entered, because what it
 * shows inside the folder is found at its own place.
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
/** Where a link leads: a link that leads nowhere counts as leaving, since nothing inside answers to it. */
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
    const way = (0,external_node_path_.relative)(folder, path);
    return way === '' || !(way === '..' || way.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(way));
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

;// CONCATENATED MODULE: ./build/images/select.js




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
function select_select(patterns, cwd, results) {
    const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
    const roots = wanted.map((pattern) => rootOf(pattern, cwd));
    const missing = roots.map((root) => root.base).filter((base) => !isThere(base));
    if (missing.length > 0 || wanted.length === 0)
        throw new PatternError(absent(missing));
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
    const path = (0,external_node_path_.resolve)(cwd, pattern);
    if (isThere(path) || !picomatch.scan(pattern).isGlob) {
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
/** Whether something has this name, be it a link that leads nowhere. */
const isThere = (path) => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
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
        // A link that leads nowhere is told as one that leaves.
    }
    return { entries: [{ file: root.base, shown: root.base, kind }], unlisted: [] };
}
/** Where a path leads when its links are followed; itself where it is not there yet. */
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
/** Images outside of the working directory are named from the folder that holds all that was named there. */
function commonBase(roots, cwd) {
    const outside = roots.map((root) => root.base).filter((base) => !isWithin(cwd, base));
    let common = (0,external_node_path_.dirname)(outside[0] ?? (0,external_node_path_.join)(cwd, '_'));
    while (!outside.every((base) => isWithin(common, (0,external_node_path_.dirname)(base))))
        common = (0,external_node_path_.dirname)(common);
    return common;
}
const absent = (missing) => missing.length === 0
    ? 'Input `images` names nothing to read; name a folder, a file or a glob.'
    : missing
        .map((path) => `Input \`images\` names ${path}, which is not there; check the path and the checkout.`)
        .join('\n');

;// CONCATENATED MODULE: ./build/report/escape.js
/**
 * What must not reach a reader as it is: control characters, which break lines and terminals; marks that turn the
 * direction of writing, which make a name look like another; characters without a shape; halves of a character.
 */
const UNSEEN = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;
/** A name or a text from a stranger on one line: what cannot be seen stands as its code. */
const visible = (text) => text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** Shortens a text from a stranger to so many characters; its beginning and its end stay, `…` is what was cut. */
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
/** A text from a stranger as HTML, in an element or in a quoted attribute. */
const escapeHtml = (text) => visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
/**
 * A path within the results folder as a relative URL, each segment encoded; null where it would lead out of the folder,
 * since rows may come from a table that somebody else wrote.
 */
function relativeUrl(path) {
    const segments = path.replace(/\p{Surrogate}/gu, '\ufffd').split('/');
    if (segments.some((segment) => ['', '.', '..'].includes(segment)))
        return null;
    // "./" in front: a first segment with a colon would be a scheme.
    return `./${segments.map(encodeURIComponent).join('/')}`;
}
/** Punctuation that Markdown or GitHub could read as its own within a line. */
const MARKS = /[!#$&*<>@[\\\]^_`{|}~]|:(?=\S)|(?<=www)\./gi;
/** What GitHub makes links and pictures of, even from entities: mentions, issues, addresses, `:names:` of pictures. */
const LINKING = '@#:.';
/** Every mark as an entity, which is never structure; what could become a link is held apart from its neighbours. */
const encoded = (text, apart) => visible(text).replace(MARKS, (mark) => {
    const entity = `&#${mark.charCodeAt(0)};`;
    return LINKING.includes(mark) ? `${apart}${entity}${apart}` : entity;
});
/** A sentence that may hold a stranger's words, as text in Markdown or in a cell of its tables. */
const markdownText = (text) => encoded(text, '\u2060');
/** A name from a stranger as code in Markdown or in a cell of its tables: shown, and copied, to the letter. */
const markdownCode = (text) => `<code>${encoded(text, '<!-- -->')}</code>`;

;// CONCATENATED MODULE: ./build/report/figures.js
/** Between groups of digits, and between a number and its unit: narrow, and no line breaks there. */
const THIN = '\u202f';
/** The same with ordinary spaces, for logs and terminals. */
const plainSpaces = (text) => text.replaceAll(THIN, ' ');
/** A whole number for people: `1 234 567`. */
const grouped = (number) => String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, THIN);
/** A number with its noun: `1 image`, `1 234 images`. */
const count = (number, noun) => `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
/** A number with at most one decimal: `91.2`, `1 234`. */
function decimal(number) {
    const tenths = Math.round(Math.abs(number) * 10);
    const sign = number < 0 && tenths > 0 ? '-' : '';
    return `${sign}${grouped(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
}
/** A share of 1 in percent: `97 %`. */
const percent = (share) => `${grouped(share * 100)}${THIN}%`;
/** Seconds as people say them: `0.4 s`, `12 s`, `2 min 5 s`, `1 h 3 min`. */
function duration(seconds) {
    if (seconds > 0 && seconds < 0.05)
        return `<${THIN}0.1${THIN}s`;
    if (seconds < 9.95)
        return `${decimal(seconds)}${THIN}s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole}${THIN}s`;
    if (whole < 3600)
        return inTwo(Math.floor(whole / 60), 'min', whole % 60, 's');
    const minutes = Math.round(seconds / 60);
    return inTwo(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}
const inTwo = (large, largeUnit, small, smallUnit) => `${grouped(large)}${THIN}${largeUnit}${small === 0 ? '' : ` ${small}${THIN}${smallUnit}`}`;
const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB'];
/** Bytes as people say them: `512 bytes`, `1.2 MB`. */
function size(bytes) {
    const power = bytes < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
    return `${decimal(bytes / 1000 ** power)}${THIN}${SIZES[power]}`;
}
/** A moment in UTC as people write it: `2026-11-22 23:23:37`; what is no moment stays as it is. */
function moment(iso) {
    const time = Date.parse(iso);
    return Number.isNaN(time) ? iso : new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
;// CONCATENATED MODULE: ./build/results/row.js

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
const rowErrorSchema = dist/* object */.Ikc({ code: dist/* picklist */.KIO(ERROR_CODES), message: dist/* string */.YjP() });
const counted = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
const measured = dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0));
/** What is known of one image: one line of `results.jsonl`. Times in seconds, sizes in bytes and pixels. */
const rowSchema = dist/* object */.Ikc({
    /** The image's path with forward slashes, relative to the working directory (or to the folder named, outside it). */
    image: dist/* string */.YjP(),
    status: dist/* picklist */.KIO(['recognized', 'reused', 'empty', 'failed']),
    /** `sha256:` and the digest of the bytes; null where they could not be read. */
    identity: dist/* nullable */.mee(dist/* string */.YjP()),
    /** Identity and engine together: same key, same text. */
    key: dist/* nullable */.mee(dist/* string */.YjP()),
    bytes: counted,
    format: dist/* nullable */.mee(dist/* string */.YjP()),
    width: dist/* nullable */.mee(counted),
    height: dist/* nullable */.mee(counted),
    pages: counted,
    words: counted,
    /** Mean confidence of the words, 0 to 100; null where there are none. */
    confidence: dist/* nullable */.mee(dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0), dist/* maxValue */.cGV(100))),
    /** Path of the text within the results folder; null where the image failed. */
    text: dist/* nullable */.mee(dist/* string */.YjP()),
    /** The named groups of `key-pattern`; a group that did not take part is null. */
    keys: dist/* record */.g1P(dist/* string */.YjP(), dist/* nullable */.mee(dist/* string */.YjP())),
    error: dist/* nullable */.mee(rowErrorSchema),
    task: dist/* nullable */.mee(dist/* string */.YjP()),
    node: dist/* nullable */.mee(dist/* string */.YjP()),
    slot: dist/* nullable */.mee(counted),
    attempt: counted,
    startedAt: dist/* nullable */.mee(dist/* string */.YjP()),
    seconds: measured,
    prepareSeconds: measured,
    recognizeSeconds: measured,
    /** Which look at the image its text came from. */
    look: dist/* picklist */.KIO([1, 2]),
    /** What the second look did to the image, in words, whether or not its text was kept; null where there was none. */
    secondLook: dist/* nullable */.mee(dist/* string */.YjP())
});
/** The columns of the table, in their order; a `key-pattern` may not name a group like one of them. */
const rowColumns = Object.keys(rowSchema.entries);
/** Reads one line of `results.jsonl`; null where it is no row, such as the torn last line of a killed run. */
function parseRow(line) {
    try {
        const parsed = dist/* safeParse */.xLC(rowSchema, JSON.parse(line));
        return parsed.success ? parsed.output : null;
    }
    catch {
        return null;
    }
}
/** Orders rows as the tables show them: by path, code unit by code unit, the same on every machine. */
const byImage = (a, b) => a.image < b.image ? -1 : a.image > b.image ? 1 : 0;

;// CONCATENATED MODULE: ./build/report/findings.js

/** The images that failed, by path. */
const failures = (rows) => rows.filter(({ status }) => status === 'failed').sort(byImage);
/** The images that took the most seconds in this run; what was reused took none. */
const slowest = (rows, most) => rows
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || byImage(a, b))
    .slice(0, most);
/** The images whose text is the least sure. */
const leastSure = (rows, most) => rows
    .filter(({ confidence }) => confidence !== null)
    .sort((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0) || byImage(a, b))
    .slice(0, most);
/** What happened to a failed image; its path, which most messages begin with, stands beside it already. */
function whatHappened({ image, error }) {
    const message = error?.message ?? '';
    if (!message.startsWith(`${image}: `))
        return message;
    const sentence = message.slice(image.length + 2);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
/** Which look an image's text came from, in words. */
function lookWords({ look, secondLook }) {
    const kept = look === 2 ? 'second' : 'first';
    if (secondLook === null)
        return kept;
    return look === 2 ? `${kept} (${secondLook})` : `${kept} (second: ${secondLook})`;
}
/** The share of the run's wall time in which the slots of a node that had tasks were busy; null where none had. */
function busyShare(node, { run, tasks }) {
    const slots = new Set(tasks.filter((task) => task.node === node.id).map(({ slot }) => slot));
    if (slots.size === 0 || run.seconds === 0)
        return null;
    return Math.min(1, node.busySeconds / (slots.size * run.seconds));
}

;// CONCATENATED MODULE: ./build/report/markdown-table.js
/** Rows of cells as a table in Markdown. Cells are Markdown on one line already. */
function markdownTable(columns, rows) {
    return [
        line(columns.map(({ title }) => title)),
        line(columns.map(({ numbers }) => (numbers ? '---:' : '---'))),
        ...rows.map(line)
    ].join('\n');
}
const line = (cells) => `| ${cells.join(' | ')} |`;

;// CONCATENATED MODULE: ./build/report/verdict.js

/** Says how a run went. */
function verdictOf({ outcome, totals }) {
    const { images, failed } = totals;
    const partly = `${readOf(images - failed, images)}, ${grouped(failed)}`;
    if (outcome === 'cancelled')
        return { tone: 'ended', sentence: `Cancelled: ${partly} not` };
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
const readOf = (read, images) => `${grouped(read)} of ${count(images, 'image')} ${read === 1 ? 'was' : 'were'} read`;
const allRead = (images) => images === 1 ? 'The image was read' : `All ${grouped(images)} images were read`;
const noneRead = (images) => images === 1
    ? 'The image could not be read'
    : `None of the ${grouped(images)} images could be read`;

;// CONCATENATED MODULE: ./build/report/summary.js





/**
 * GitHub drops a summary over 1 MiB without a word. These limits keep the longest one that hostile names can make
 * under half of that: each character of theirs takes up to 30 bytes when it is escaped.
 */
const MOST_FAILURES = 50;
const MOST_NODES = 25;
const MOST_NAMED = 5;
const LONGEST_NAME = 120;
const LONGEST_SENTENCE = 160;
const LONGEST_WORD = 40;
const SIGNS = { good: '✅', mixed: '⚠️', bad: '❌', ended: '⏹️' };
/** Tells of a run as GitHub's job summary, in Markdown. */
function jobSummary(report, options) {
    const { tone, sentence } = verdictOf(report.run);
    const parts = [
        `## ${SIGNS[tone]} ${sentence}`,
        totalsPart(report),
        artifactsPart(options.artifacts),
        failuresPart(report.rows),
        nodesPart(report),
        leastSurePart(report.rows),
        slowestPart(report.rows),
        originPart(report)
    ];
    return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}
function totalsPart({ run: { totals, seconds, speedup } }) {
    const { images, recognized, reused, empty, failed, pages, words, confidence } = totals;
    const figures = [
        ['Images', grouped(images)],
        ['Recognized', grouped(recognized)],
        ['Reused', grouped(reused)],
        ['Empty', grouped(empty)],
        ['Failed', failed > 0 ? `**${grouped(failed)}**` : '0'],
        ['Pages', grouped(pages)],
        ['Words', grouped(words)],
        ['Mean confidence', confidence === null ? '–' : decimal(confidence)],
        ['Wall time', duration(seconds)],
        ['Speedup', speedup === null ? '–' : `${decimal(speedup)} ×`]
    ];
    const columns = figures.map(([title]) => ({ title, numbers: true }));
    return markdownTable(columns, [figures.map(([, figure]) => figure)]);
}
function artifactsPart(artifacts) {
    if (artifacts.length === 0)
        return null;
    const links = artifacts.map(({ name, url }) => `[${markdownText(name)}](<${linkTarget(url)}>)`);
    return `**Artifacts:** ${links.join(' · ')}`;
}
/** An address between `<` and `>`: nothing in it may end it. */
const linkTarget = (url) => url.replace(/[\s<>\\|&]/g, (character) => encodeURIComponent(character).replace('%26', '&amp;'));
function failuresPart(rows) {
    const failed = failures(rows);
    if (failed.length === 0)
        return null;
    const table = markdownTable([{ title: 'Image' }, { title: 'Code' }, { title: 'What happened' }], failed
        .slice(0, MOST_FAILURES)
        .map((row) => [
        summary_name(row),
        row.error?.code ?? '',
        markdownText(clip(whatHappened(row), LONGEST_SENTENCE))
    ]));
    return [
        `### ${count(failed.length, 'image')} failed`,
        table,
        ...more(failed, MOST_FAILURES, 'results.csv')
    ].join('\n\n');
}
function nodesPart(report) {
    const { nodes } = report;
    if (nodes.length === 0)
        return null;
    const table = markdownTable([
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
    const share = busyShare(node, report);
    return [
        markdownCode(clip(node.id, LONGEST_WORD)),
        markdownText(clip(node.host, LONGEST_WORD)),
        grouped(node.cores),
        grouped(node.tasks),
        grouped(node.images),
        duration(node.busySeconds),
        share === null ? '–' : percent(share)
    ];
}
function leastSurePart(rows) {
    const unsure = leastSure(rows, MOST_NAMED);
    const columns = [
        { title: 'Image' },
        { title: 'Confidence', numbers: true },
        { title: 'Words', numbers: true },
        { title: 'Look' }
    ];
    const cells = unsure.map((row) => [
        summary_name(row),
        decimal(row.confidence ?? 0),
        grouped(row.words),
        markdownText(clip(lookWords(row), LONGEST_SENTENCE))
    ]);
    return unsure.length === 0 ? null : folded('Least sure images', markdownTable(columns, cells));
}
function slowestPart(rows) {
    const slow = slowest(rows, MOST_NAMED);
    const columns = [
        { title: 'Image' },
        { title: 'Time', numbers: true },
        { title: 'Pages', numbers: true },
        { title: 'Status' }
    ];
    const cells = slow.map((row) => [
        summary_name(row),
        duration(row.seconds),
        grouped(row.pages),
        row.status
    ]);
    return slow.length === 0 ? null : folded('Slowest images', markdownTable(columns, cells));
}
function originPart({ run }) {
    const id = markdownCode(clip(run.id, LONGEST_NAME));
    const backend = markdownText(clip(run.backend, LONGEST_WORD));
    return `<sub>Run ${id} on ${backend}, ${count(run.totals.tasks, 'task')} on ${count(run.totals.nodes, 'node')}. \`report.html\` and the tables of all images are in the artifacts.</sub>`;
}
const summary_name = ({ image }) => markdownCode(clip(image, LONGEST_NAME));
const folded = (title, content) => `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
/** Says what a table leaves out, and where it is. */
const more = (all, shown, where) => all.length > shown ? [`… and ${grouped(all.length - shown)} more, in \`${where}\`.`] : [];

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/csv-stringify/lib/sync.js + 7 modules
var sync = __webpack_require__(96789);
;// CONCATENATED MODULE: ./build/results/columns.js

/** The table's columns: a row's own, the error in two, and one for each group of `key-pattern`. */
function csvColumns(groups) {
    return rowColumns.flatMap((column) => {
        if (column === 'keys')
            return [...groups];
        return column === 'error' ? ['error', 'errorMessage'] : [column];
    });
}

;// CONCATENATED MODULE: ./build/results/csv.js


/**
 * Rows as a table for spreadsheets (RFC 4180). Names and texts come from strangers: a cell that begins like a formula
 * gets an apostrophe in front, so that no spreadsheet runs it (OWASP, CSV injection).
 */
function csvTable(rows, groups) {
    return (0,sync/* stringify */.A)(rows.map((row) => ({
        ...row,
        ...row.keys,
        error: row.error?.code,
        errorMessage: row.error?.message
    })), {
        header: true,
        columns: csvColumns(groups),
        escape_formulas: true,
        quoted_match: /[\r\n]/,
        record_delimiter: '\r\n'
    });
}

;// CONCATENATED MODULE: ./build/results/formats.js
/** The kinds of file that a recognition can make. */
const FORMATS = ['txt', 'hocr', 'tsv', 'alto', 'pdf'];

;// CONCATENATED MODULE: ./build/results/folder.js






/** Where each format's files lie in the results folder, and how they end. */
const PLACES = {
    txt: { folder: 'text', ending: '.txt' },
    hocr: { folder: 'hocr', ending: '.hocr' },
    tsv: { folder: 'tsv', ending: '.tsv' },
    alto: { folder: 'alto', ending: '.xml' },
    pdf: { folder: 'pdf', ending: '.pdf' }
};
/** A file name's length in bytes on every common file system (ext4, APFS, NTFS), less room for the ending of a file in the making. */
const folder_LONGEST_NAME = 240;
/** The path of an image's file of one format within the results folder, with forward slashes. */
function outputPath(format, image) {
    const { folder, ending } = PLACES[format];
    const name = (0,external_node_path_.basename)(image);
    const fits = Buffer.byteLength(name + ending) <= folder_LONGEST_NAME;
    return [folder, ...image.split('/').slice(0, -1), (fits ? name : shortened(name)) + ending].join('/');
}
/** A long name keeps its beginning, and a digest of the whole in place of its end. */
function shortened(name) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, 12);
    let kept = name;
    while (Buffer.byteLength(kept) > folder_LONGEST_NAME - 24)
        kept = kept.slice(0, -1);
    return `${kept}~${digest}`;
}
/**
 * The results folder: what a run leaves, and what the next one reuses. Rows are appended as they become known, so that
 * a run that is killed loses none; files are written aside and renamed, so that none is ever half there.
 */
class ResultsFolder {
    /** Absolute. */
    path;
    constructor(path) {
        this.path = path;
    }
    /** Rows of an earlier run by their image; the last word on an image counts. Lines that are no rows are passed over. */
    earlierRows() {
        const lines = this.has('results.jsonl')
            ? (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(this.path, 'results.jsonl'), 'utf8').split('\n')
            : [];
        const rows = lines.map(parseRow).filter((row) => row !== null);
        return new Map(rows.map((row) => [row.image, row]));
    }
    /** Whether a file is there, by its path within the folder. */
    has(path) {
        return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(this.path, path));
    }
    /** The bytes of a file, by its path within the folder. */
    read(path) {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(this.path, path));
    }
    /** Writes an image's file of one format and gives its path within the folder. */
    writeOutput(format, image, content) {
        const path = outputPath(format, image);
        this.write(path, content);
        return path;
    }
    /** Writes a file whole or not at all, by its path within the folder. */
    write(path, content) {
        const target = (0,external_node_path_.join)(this.path, path);
        if ((0,external_node_path_.relative)(this.path, target).startsWith(`..${external_node_path_.sep}`))
            throw new Error(`${path} lies outside of the results folder.`);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
        const aside = `${target}.part`;
        (0,external_node_fs_.writeFileSync)(aside, content);
        (0,external_node_fs_.renameSync)(aside, target);
    }
    /**
     * Copies files within the folder. All are copied aside before the first is put in place, since the target of one may
     * be the source of another.
     */
    copyAll(copies, beforePlacing) {
        const aside = (path) => `${path}.copy.part`;
        for (const { from, to } of copies)
            this.write(aside(to), this.read(from));
        beforePlacing();
        for (const { to } of copies)
            (0,external_node_fs_.renameSync)((0,external_node_path_.join)(this.path, aside(to)), (0,external_node_path_.join)(this.path, to));
    }
    /** Writes a record of `metadata/` as JSON that a person can read. */
    writeRecord(name, record) {
        this.write(`metadata/${name}.json`, `${JSON.stringify(record, null, 2)}\n`);
    }
    /** Every record of a folder of `metadata/`, in the order of their names. */
    records(folder) {
        const home = (0,external_node_path_.join)(this.path, 'metadata', folder);
        if (!(0,external_node_fs_.existsSync)(home))
            return [];
        return (0,external_node_fs_.readdirSync)(home)
            .filter((name) => name.endsWith('.json'))
            .sort()
            .map((name) => JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(home, name), 'utf8')));
    }
    /** Begins the table of a run with the rows that are known already. */
    beginRows(rows) {
        this.write('results.jsonl', jsonLines(rows));
    }
    /** Adds a row as soon as it is known. */
    appendRow(row) {
        (0,external_node_fs_.appendFileSync)((0,external_node_path_.join)(this.path, 'results.jsonl'), `${JSON.stringify(row)}\n`);
    }
    /** Adds lines to the log of a task. */
    appendLog(task, name, text) {
        const file = (0,external_node_path_.join)(this.path, 'metadata', 'logs', task, name);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        (0,external_node_fs_.appendFileSync)(file, text);
    }
    /** Writes the tables of a run that has ended: sorted by path. `groups` are the columns of `key-pattern`. */
    writeTables(rows, groups) {
        const sorted = [...rows].sort(byImage);
        this.write('results.jsonl', jsonLines(sorted));
        this.write('results.csv', csvTable(sorted, groups));
    }
    /** Removes what an earlier run wrote of an image but for some formats, and the folders that become empty by it. */
    removeOutputs(image, except = []) {
        for (const format of FORMATS.filter((format) => !except.includes(format))) {
            const path = (0,external_node_path_.join)(this.path, outputPath(format, image));
            if (!(0,external_node_fs_.existsSync)(path))
                continue;
            (0,external_node_fs_.rmSync)(path);
            for (let folder = (0,external_node_path_.dirname)(path); folder !== this.path && isEmpty(folder); folder = (0,external_node_path_.dirname)(folder))
                (0,external_node_fs_.rmdirSync)(folder);
        }
    }
    /** Removes the records of an earlier run, which this one makes anew. */
    clearRecords() {
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(this.path, 'metadata'), { recursive: true, force: true });
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(this.path, 'report.html'), { force: true });
    }
}
const jsonLines = (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const isEmpty = (folder) => (0,external_node_fs_.readdirSync)(folder).length === 0;

;// CONCATENATED MODULE: ./build/run/cancel.js
/** Why a run ended early: a signal asked for it. */
class Cancelled extends Error {
    constructor(signal) {
        super(`The run was cancelled (${signal}).`);
    }
}
/**
 * A signal that fires when the process is asked to end. Whoever asks twice means it: the second time the process ends
 * at once, with its children.
 *
 * @param exitCode of the second time
 */
function cancelOnSignals(target, exitCode) {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        target.on(name, () => {
            // A runner sends SIGINT and, 7.5 s later, SIGTERM: two different signals are one wish.
            if (controller.signal.aborted && asked === name)
                target.exit(exitCode);
            asked ??= name;
            controller.abort(new Cancelled(name));
        });
    }
    let asked = null;
    return controller.signal;
}

;// CONCATENATED MODULE: ./build/run/exit-codes.js
/** What the command's exit code says. Scripts rely on it; the README's table is checked against this. */
const exitCodes = {
    done: 0,
    /** Images failed, by `fail-on`. */
    imagesFailed: 1,
    /** Bad usage or input; nothing started. */
    badInput: 2,
    /** The run itself failed. */
    runFailed: 3,
    /** As shells tell SIGINT. */
    cancelled: 130
};

;// CONCATENATED MODULE: ./build/report/html.js

/** A piece of HTML that is right as it stands: made by `html`, or trusted because we wrote it ourselves. */
class Markup {
    source;
    constructor(source) {
        this.source = source;
    }
}
/** Makes markup of a template. Whatever is put in is escaped, so that no name can be forgotten. */
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
    return escapeHtml(String(content));
}

;// CONCATENATED MODULE: ./build/report/histogram.js


const BINS = 20;
const WIDTH = 100 / BINS;
/** In pixels: of the highest bar, and of what stands above and below. */
const HEIGHT = 120;
const ABOVE = 18;
const BELOW = 20;
/** Draws how many images were read with which confidence; null where none has one. */
function confidenceHistogram(rows) {
    const confidences = rows.map(({ confidence }) => confidence).filter((value) => value !== null);
    if (confidences.length === 0)
        return null;
    const bins = binned(confidences);
    const highest = Math.max(...bins);
    return html `<svg class="histogram" role="img" aria-label="${inWords(confidences)}">
${bins.map((images, bin) => bar(images, bin, highest))}
<line class="base" x1="0" x2="100%" y1="${ABOVE + HEIGHT}" y2="${ABOVE + HEIGHT}"/>
${[0, 25, 50, 75, 100].map(mark)}
</svg>
<p class="note">${inWords(confidences)}</p>`;
}
/** How many of the confidences, 0 to 100, fall into each bin; 100 belongs to the last. */
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
    return html `<rect class="bar" x="${bin * WIDTH + 0.4}%" width="${WIDTH - 0.8}%" y="${top}" height="${height}" rx="2"><title>${count(images, 'image')} with a confidence of ${bin * WIDTH} to ${(bin + 1) * WIDTH}</title></rect><text class="bin" x="${(bin + 0.5) * WIDTH}%" y="${top - 5}" text-anchor="middle">${grouped(images)}</text>`;
}
const mark = (value) => html `<text x="${value}%" y="${ABOVE + HEIGHT + BELOW - 4}" text-anchor="${value === 0 ? 'start' : value === 100 ? 'end' : 'middle'}">${value}</text>`;
function inWords(confidences) {
    const sorted = [...confidences].sort((a, b) => a - b);
    const at = (share) => decimal(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
    const images = `${count(sorted.length, 'image')} with words, by mean confidence`;
    if (at(0) === at(1))
        return `${images}: ${at(0)}.`;
    return `${images}: from ${at(0)} to ${at(1)}, half of them between ${at(0.25)} and ${at(0.75)}.`;
}

;// CONCATENATED MODULE: ./build/report/table.js


/** Rows as a table whose columns the page's script can sort, in a frame that scrolls by mouse, finger and keyboard. */
function table(introduction, columns, items) {
    const { caption, hidden = false, id = null } = introduction;
    return html `<div class="frame" role="region" tabindex="0" aria-label="${caption}">
<table${id && html ` id="${id}"`}>
<caption${hidden ? new Markup(' class="unseen"') : null}>${caption}</caption>
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
/** Says what a table leaves out, and where all of it is. */
const leftOut = (all, shown, where) => all <= shown
    ? null
    : html `<p class="note">These are the first ${grouped(shown)} of ${grouped(all)}; all are in <code>${where}</code>.</p>`;

;// CONCATENATED MODULE: ./build/report/image-tables.js





/** Longer ones, of programs that stumble, tell no more; the tables have all of it. */
const LONGEST_MESSAGE = 600;
const NONE = '–';
/** An image's name; where it has a text, it leads there. A long one breaks between folders first. */
function named({ image, text }) {
    const parts = image.split('/').map((part, index) => (index === 0 ? part : html `/<wbr>${part}`));
    const url = text === null ? null : relativeUrl(text);
    return url === null ? parts : html `<a href="${url}">${parts}</a>`;
}
const imageColumn = { title: 'Image', cell: named, kind: 'path' };
const numberColumn = (title, number, format = decimal) => ({
    title,
    number,
    cell: (row) => {
        const value = number(row);
        return value === null ? NONE : format(value);
    }
});
const confidence = numberColumn('Confidence', (row) => row.confidence);
const words = numberColumn('Words', (row) => row.words, grouped);
const pages = numberColumn('Pages', (row) => row.pages, grouped);
/** What was reused took no time, which is not the same as being quick. */
const time = numberColumn('Time', (row) => (row.status === 'reused' ? null : row.seconds), duration);
const image_tables_status = {
    title: 'Status',
    cell: (row) => html `<span class="kind ${row.status}">${row.status}</span>`
};
/** Why images failed, the reasons counted and each image told; null where none failed. */
function failuresTable(failed, most) {
    if (failed.length === 0)
        return null;
    const columns = [
        imageColumn,
        {
            title: 'What happened',
            cell: (row) => html `<code class="code">${row.error?.code ?? ''}</code> ${clip(whatHappened(row), LONGEST_MESSAGE)}`,
            kind: 'words'
        }
    ];
    return html `<p class="reasons">${reasons(failed)}</p>
${table({ caption: 'Images that failed', hidden: true }, columns, failed.slice(0, most))}
${leftOut(failed.length, most, 'results.csv')}`;
}
function reasons(failed) {
    const counts = new Map();
    for (const { error } of failed)
        counts.set(error?.code ?? '', (counts.get(error?.code ?? '') ?? 0) + 1);
    return [...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([code, images]) => html `<span><b>${grouped(images)}</b> <code>${code}</code></span> `);
}
/** Every image, with a box that filters by any of its columns; null where there is none. */
function imagesTable(rows, most) {
    if (rows.length === 0)
        return null;
    const shown = rows.slice(0, most);
    return html `<p class="filter" hidden><label for="filter">Filter</label> <input id="filter" type="search" autocomplete="off" spellcheck="false" placeholder="name, status or key"> <output for="filter"></output></p>
${table({ caption: 'Images, by path', hidden: true, id: 'all-images' }, imageColumns(shown), shown)}
${leftOut(rows.length, most, 'results.csv')}`;
}
function imageColumns(shown) {
    const groups = new Set(shown.flatMap(({ keys }) => Object.keys(keys)));
    const lookedAgain = shown.some(({ secondLook }) => secondLook !== null);
    return [
        imageColumn,
        image_tables_status,
        ...[...groups].map((group) => ({ title: group, cell: (row) => row.keys[group] ?? NONE })),
        ...(shown.some((row) => row.pages > 1) ? [pages] : []),
        words,
        confidence,
        time,
        ...(lookedAgain ? [lookColumn] : [])
    ];
}
const lookColumn = {
    title: 'Look',
    cell: (row) => (row.status === 'failed' ? NONE : lookWords(row)),
    kind: 'words'
};
/** The images to look at first, where a text matters; null where no image has words. */
function leastSureTable(rows) {
    if (rows.length === 0)
        return null;
    return table({ caption: `Least sure ${rows.length === 1 ? 'image' : 'images'}` }, [imageColumn, confidence, lookColumn], rows);
}
/** The images that took the most time; null where all were reused. */
function slowestTable(rows) {
    if (rows.length === 0)
        return null;
    const paged = { ...pages, cell: (row) => count(row.pages, 'page') };
    return table({ caption: `Slowest ${rows.length === 1 ? 'image' : 'images'}` }, [imageColumn, time, paged], rows);
}

;// CONCATENATED MODULE: ./build/report/page-head.js



/** The head of the page: how it went, when and where, and the totals as figures. */
function pageHead({ run }) {
    const { tone, sentence } = verdictOf(run);
    return html `<header class="${tone}">
<p class="kicker">OCR report</p>
<h1>${sentence}</h1>
<p class="origin">${origin(run)}</p>
${ending(run)}
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
        html `<time datetime="${start}">${moment(start)} UTC</time>`,
        `took ${duration(seconds)}`,
        backend === 'local' ? 'on this machine' : `on ${backend}`
    ];
    if (repository !== null) {
        parts.push(html `${repository}${commit && html ` at <code>${commit.slice(0, 12)}</code>`}`);
    }
    // The address comes from the environment: anything but a web address would be a trap.
    if (workflowRun !== null && /^https?:\/\//.test(workflowRun)) {
        parts.push(html `<a href="${workflowRun}">workflow run</a>`);
    }
    return parts.map((part, index) => html `${index > 0 ? ' · ' : ''}<span>${part}</span>`);
}
function ending({ outcome }) {
    if (outcome === 'done')
        return null;
    const what = outcome === 'cancelled' ? 'was cancelled before its end' : 'has not told of its end';
    return html `<p class="banner">This run ${what}. What it finished is kept; the next run with the same results folder reads the rest.</p>`;
}
const KINDS = ['recognized', 'reused', 'empty', 'failed'];
/** How the images ended, as one bar; the figures below say the same in numbers. */
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
        value: grouped(totals[kind]),
        kind,
        note: null
    });
    return [
        plain('Images', grouped(totals.images), size(totals.bytes)),
        counted('recognized', 'Recognized'),
        counted('reused', 'Reused'),
        counted('empty', 'Empty'),
        counted('failed', 'Failed'),
        plain('Pages', grouped(totals.pages)),
        plain('Words', grouped(totals.words)),
        plain('Mean confidence', confidence === null ? '–' : decimal(confidence), 'of 100'),
        plain('Wall time', duration(seconds), `${duration(taskSeconds)} of tasks`),
        plain('Speedup', speedup === null ? '–' : `${decimal(speedup)}\u202f×`, 'task time ÷ wall time')
    ];
}

;// CONCATENATED MODULE: ./build/report/page-script.js
/**
 * The page's script: sorts tables by a column, and filters the images. It only moves and hides rows that are there, and
 * never makes markup of a text, so nothing that a name holds can become part of the page.
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
      // Numbers are asked for to see the largest, names to see the first.
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
  // A browser that goes back in its history brings the words back, but not what they did.
  apply()
}
`;

;// CONCATENATED MODULE: ./build/report/page-style.js
/** The page's look: calm, of one measure, in the reader's own light or dark scheme. */
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
.unseen { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
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
.broken .whole { fill: none; stroke: var(--failed); stroke-width: 1.5; stroke-dasharray: 3 2; pointer-events: all; }
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
/** The machines that ran tasks; null where none is known. */
function nodesTable(nodes, report) {
    if (nodes.length === 0)
        return null;
    const busy = (node) => {
        const share = busyShare(node, report);
        const of = share === null ? '' : ` (${percent(share)})`;
        return `${duration(node.busySeconds)}${of}`;
    };
    const columns = [
        { title: 'Node', cell: ({ id }) => id },
        { title: 'Machine', cell: machine, kind: 'words' },
        { title: 'Cores', cell: ({ cores }) => grouped(cores), number: ({ cores }) => cores },
        {
            title: 'Memory',
            cell: ({ memoryBytes }) => size(memoryBytes),
            number: ({ memoryBytes }) => memoryBytes
        },
        { title: 'Tasks', cell: ({ tasks }) => grouped(tasks), number: ({ tasks }) => tasks },
        { title: 'Images', cell: ({ images }) => grouped(images), number: ({ images }) => images },
        { title: 'Busy', cell: busy, number: ({ busySeconds }) => busySeconds },
        { title: 'Engine', cell: engine, kind: 'words' }
    ];
    return html `${table({ caption: 'Machines that ran tasks', hidden: true }, columns, nodes)}
<p class="note">Busy adds up the slots of a node; in brackets, its share of the wall time of those slots.</p>`;
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
/** How the run was divided, and how the tasks' times turned out beside it; null where nothing was to be read. */
function planTable({ run: { plan }, tasks }, most) {
    const { partitions, slots, estimatedSeconds } = plan;
    if (partitions.length === 0)
        return null;
    const ended = new Map(tasks.map((task) => [task.id, task]));
    const took = ({ task }) => ended.get(task)?.seconds ?? null;
    const columns = [
        { title: 'Task', cell: ({ task }) => task, kind: 'path' },
        { title: 'Images', cell: ({ images }) => grouped(images), number: ({ images }) => images },
        { title: 'Size', cell: ({ bytes }) => size(bytes), number: ({ bytes }) => bytes },
        {
            title: 'Estimated',
            cell: (partition) => duration(partition.estimatedSeconds),
            number: (partition) => partition.estimatedSeconds
        },
        { title: 'Took', cell: (partition) => timeOr(took(partition)), number: took }
    ];
    const taken = tasks.reduce((sum, { seconds }) => sum + seconds, 0);
    return html `<p>${count(partitions.length, 'task')} for ${count(slots, 'slot')}, estimated at ${duration(estimatedSeconds)} of reading; in the end, ${duration(taken)}.</p>
<details><summary>${partitions.length === 1 ? 'The task' : `All ${grouped(partitions.length)} tasks`}</summary>
${table({ caption: 'Tasks: estimated and actual times', hidden: true }, columns, partitions.slice(0, most))}
${leftOut(partitions.length, most, 'metadata/run.json')}
</details>`;
}
const timeOr = (seconds) => (seconds === null ? run_tables_NONE : duration(seconds));
/** What the run was asked to do; null where that is not known. */
function settingsTable(settings) {
    const entries = Object.entries(settings);
    if (entries.length === 0)
        return null;
    return html `<details><summary>${count(entries.length, 'setting')}</summary>
<dl class="settings">
${entries.map(([name, value]) => html `<dt><code>${name}</code></dt><dd>${settingWords(value)}</dd>
`)}
</dl>
</details>`;
}
function settingWords(value) {
    if (value === null || value === undefined || value === '')
        return run_tables_NONE;
    if (Array.isArray(value))
        return value.length === 0 ? run_tables_NONE : value.map(settingWords).join(', ');
    if (typeof value === 'object') {
        return Object.entries(value)
            .map(([name, part]) => `${name} ${settingWords(part)}`)
            .join(', ');
    }
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

;// CONCATENATED MODULE: ./build/report/ticks.js
/** Steps, in seconds, that people count time in. */
const STEPS = [
    0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200,
    86_400
];
/** More of them run into each other on a narrow screen. */
const MOST_TICKS = 6;
/** The marks of an axis of time over so many seconds, from 0 on. */
function ticksOf(span) {
    const step = STEPS.find((seconds) => span / seconds < MOST_TICKS) ?? span / MOST_TICKS;
    return Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => index * step);
}
/** Seconds since the start of a run as a clock shows them: `0:04.5`, `12:30`, `1:02:03`. */
function clockTime(seconds) {
    const tenths = Math.max(0, Math.round(seconds * 10));
    const hours = Math.floor(tenths / 36_000);
    const minutes = Math.floor((tenths % 36_000) / 600);
    const rest = String(Math.floor((tenths % 600) / 10)).padStart(2, '0');
    const parts = hours > 0 ? [hours, String(minutes).padStart(2, '0'), rest] : [minutes, rest];
    return `${parts.join(':')}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
}

;// CONCATENATED MODULE: ./build/report/timeline.js



/** Beyond these a browser grows slow and a reader lost. */
const MOST_LANES = 64;
const MOST_BARS = 250;
/** Draws which slot of which node worked at which task when; null where no task ran. */
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
            lane.bars.push({ task, from, to, brokenOff: attempt.reason });
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
const laneName = ({ slot }) => (slot === null ? 'broken off' : `slot ${slot}`);
function laneRow(lane, span, ticks) {
    const busy = percent(Math.min(1, lane.bars.reduce((sum, { from, to }) => sum + to - from, 0) / span));
    const label = `${lane.node}, ${laneName(lane)}: ${count(lane.bars.length, 'task')}, busy ${busy} of the run`;
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
/** Failures stand at the foot of a bar, as high as their share of its images: a shape, not a colour alone. */
function failedPart({ task }, place) {
    const { recognized, reused, empty, failed } = task.counts;
    if (failed === 0)
        return null;
    const height = Math.max(5, Math.round((16 * failed) / (recognized + reused + empty + failed)));
    return html `<rect class="part" ${place} y="${19 - height}" height="${height}" rx="2"/>`;
}
function barKind({ task, brokenOff }) {
    if (brokenOff !== null)
        return 'broken';
    return task.counts.failed > 0 ? 'failures' : 'read';
}
function barTitle({ task, from, to, brokenOff }) {
    const { failed } = task.counts;
    const ending = failed > 0 ? `, ${grouped(failed)} failed` : '';
    return [
        `${task.id}: ${count(task.partition.images.length, 'image')}${ending}`,
        `${duration(to - from)}, from ${clockTime(from)} to ${clockTime(to)}`,
        ...(brokenOff === null ? [] : [`broken off: ${brokenOff}`])
    ].join(' · ');
}
/** Only of the kinds of bars that are there. */
function legend(lanes) {
    const kinds = new Set(lanes.flatMap(({ bars }) => bars.map(barKind)));
    const legends = [
        { kind: 'read', meaning: 'a task' },
        { kind: 'failures', meaning: 'a task with images that failed' },
        { kind: 'broken', meaning: 'an attempt that was broken off' }
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
        ...(lanes.length > MOST_LANES ? [count(lanes.length - MOST_LANES, 'more slot')] : []),
        ...(bars > 0 ? [count(bars, 'more task')] : [])
    ];
    return missing.length === 0
        ? null
        : html `<p class="note">And ${missing.join(' and ')}, in metadata/tasks.</p>`;
}

;// CONCATENATED MODULE: ./build/report/page.js












/** Rows of a table that the page shows; a hundred thousand images would make it a hundred megabytes. */
const MOST_ROWS = 1000;
const page_MOST_NAMED = 5;
const hashOf = (text) => `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}'`;
/** Nothing is loaded, and nothing runs but what is written here: a name that slips through could still do no harm. */
const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
/** Tells of a run as `report.html`: one file that needs no network, and reads without its script. */
function reportPage(report) {
    const { sentence } = verdictOf(report.run);
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
<nav aria-label="Parts of this page">
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
/** The parts of the page that have something to tell. */
function sectionsOf(report) {
    const { run, rows, nodes } = report;
    const images = [...rows].sort(byImage);
    const candidates = [
        { id: 'failures', title: 'Failures', content: failuresTable(failures(images), MOST_ROWS) },
        { id: 'timeline', title: 'Timeline', content: timeline(report) },
        { id: 'confidence', title: 'Confidence', content: confidencePart(report) },
        { id: 'images', title: 'Images', content: imagesTable(images, MOST_ROWS) },
        { id: 'nodes', title: 'Nodes', content: nodesTable(nodes, report) },
        { id: 'plan', title: 'Plan', content: planTable(report, MOST_ROWS) },
        { id: 'settings', title: 'Settings', content: settingsTable(run.settings) }
    ];
    return candidates.filter(({ content }) => content !== null);
}
function confidencePart({ rows }) {
    const histogram = confidenceHistogram(rows);
    if (histogram === null)
        return null;
    // The table of all images says as much where they are so few.
    if (rows.length <= page_MOST_NAMED)
        return histogram;
    return html `${histogram}
<div class="pair">
${leastSureTable(leastSure(rows, page_MOST_NAMED))}
${slowestTable(slowest(rows, page_MOST_NAMED))}
</div>`;
}
function foot(run) {
    return html `<footer>
<p>An image’s name leads to its text in <code>text/</code>, which lies beside this page in the results folder.
On GitHub the texts are in an artifact of their own: unpack it into the folder of this page, and the links work.</p>
<p>All of this as data: <code>results.jsonl</code>, <code>results.csv</code> and <code>metadata/</code>. Run ${run.id}.</p>
</footer>`;
}

;// CONCATENATED MODULE: ./build/results/records.js

/** The programs that read on a node. */
const engineRecordSchema = dist/* object */.Ikc({
    tesseract: dist/* nullable */.mee(dist/* string */.YjP()),
    leptonica: dist/* nullable */.mee(dist/* string */.YjP()),
    imageMagick: dist/* nullable */.mee(dist/* string */.YjP()),
    poppler: dist/* nullable */.mee(dist/* string */.YjP()),
    languages: dist/* array */.YOg(dist/* string */.YjP())
});
/** A machine that ran tasks: `metadata/nodes/<node>.json`. Times are ISO 8601, in UTC. */
const nodeRecordSchema = dist/* object */.Ikc({
    id: dist/* string */.YjP(),
    kind: dist/* string */.YjP(),
    host: dist/* string */.YjP(),
    os: dist/* string */.YjP(),
    arch: dist/* string */.YjP(),
    cpu: dist/* string */.YjP(),
    cores: dist/* number */.aig(),
    memoryBytes: dist/* number */.aig(),
    vmSize: dist/* nullable */.mee(dist/* string */.YjP()),
    dedicated: dist/* nullable */.mee(dist/* boolean */.zMY()),
    engine: engineRecordSchema,
    tasks: dist/* number */.aig(),
    images: dist/* number */.aig(),
    busySeconds: dist/* number */.aig(),
    firstTaskAt: dist/* nullable */.mee(dist/* string */.YjP()),
    lastTaskAt: dist/* nullable */.mee(dist/* string */.YjP())
});
const attemptSchema = dist/* object */.Ikc({
    node: dist/* string */.YjP(),
    start: dist/* string */.YjP(),
    end: dist/* string */.YjP(),
    exitCode: dist/* nullable */.mee(dist/* number */.aig()),
    /** Why the attempt ended as it did; null where it simply finished. */
    reason: dist/* nullable */.mee(dist/* string */.YjP())
});
const countsSchema = dist/* object */.Ikc({
    recognized: dist/* number */.aig(),
    reused: dist/* number */.aig(),
    empty: dist/* number */.aig(),
    failed: dist/* number */.aig()
});
/** A task and what became of it: `metadata/tasks/<task>.json`. */
const taskRecordSchema = dist/* object */.Ikc({
    id: dist/* string */.YjP(),
    partition: dist/* object */.Ikc({
        images: dist/* array */.YOg(dist/* string */.YjP()),
        bytes: dist/* number */.aig(),
        estimatedSeconds: dist/* number */.aig()
    }),
    node: dist/* nullable */.mee(dist/* string */.YjP()),
    slot: dist/* nullable */.mee(dist/* number */.aig()),
    attempts: dist/* array */.YOg(attemptSchema),
    seconds: dist/* number */.aig(),
    counts: countsSchema
});
/** Totals of a run: `images` is the sum of the counts. */
const totalsSchema = dist/* object */.Ikc({
    ...countsSchema.entries,
    images: dist/* number */.aig(),
    pages: dist/* number */.aig(),
    words: dist/* number */.aig(),
    bytes: dist/* number */.aig(),
    confidence: dist/* nullable */.mee(dist/* number */.aig()),
    otherFiles: dist/* number */.aig(),
    nodes: dist/* number */.aig(),
    tasks: dist/* number */.aig(),
    taskSeconds: dist/* number */.aig()
});
/** A whole run: `metadata/run.json`. */
const runRecordSchema = dist/* object */.Ikc({
    id: dist/* string */.YjP(),
    backend: dist/* string */.YjP(),
    start: dist/* string */.YjP(),
    /** Null while the run goes on, or where it was killed. */
    end: dist/* nullable */.mee(dist/* string */.YjP()),
    seconds: dist/* number */.aig(),
    /** `done`, or `cancelled` where a signal ended it early. */
    outcome: dist/* picklist */.KIO(['running', 'done', 'cancelled']),
    settings: dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J()),
    totals: totalsSchema,
    /** Seconds of all tasks ÷ wall seconds; null where no task ran. */
    speedup: dist/* nullable */.mee(dist/* number */.aig()),
    plan: dist/* object */.Ikc({
        slots: dist/* number */.aig(),
        estimatedSeconds: dist/* number */.aig(),
        partitions: dist/* array */.YOg(dist/* object */.Ikc({
            task: dist/* string */.YjP(),
            images: dist/* number */.aig(),
            bytes: dist/* number */.aig(),
            estimatedSeconds: dist/* number */.aig()
        }))
    }),
    repository: dist/* nullable */.mee(dist/* string */.YjP()),
    commit: dist/* nullable */.mee(dist/* string */.YjP()),
    /** Address of the workflow run on GitHub; null elsewhere. */
    workflowRun: dist/* nullable */.mee(dist/* string */.YjP())
});

;// CONCATENATED MODULE: ./build/results/totals.js
/** Counts rows by how their images ended. */
function countsOf(rows) {
    const counts = { recognized: 0, reused: 0, empty: 0, failed: 0 };
    for (const { status } of rows)
        counts[status]++;
    return counts;
}
/** Adds up a run. The mean confidence weighs each image by its words. */
function totalsOf(rows, run) {
    const sum = (value) => rows.reduce((total, row) => total + value(row), 0);
    const words = sum((row) => row.words);
    const weighed = sum((row) => row.words * (row.confidence ?? 0));
    return {
        ...countsOf(rows),
        images: rows.length,
        pages: sum((row) => (row.status === 'failed' ? 0 : row.pages)),
        words,
        bytes: sum((row) => row.bytes),
        confidence: words === 0 ? null : rounded(weighed / words),
        otherFiles: run.otherFiles,
        nodes: run.nodes.length,
        tasks: run.tasks.length,
        taskSeconds: rounded(run.tasks.reduce((total, task) => total + task.seconds, 0))
    };
}
/** Two decimals, as the records show seconds and shares. */
const rounded = (value) => Math.round(value * 100) / 100;

;// CONCATENATED MODULE: ./build/task/deadline.js
/** Says that an image took longer than it may. */
class DeadlineError extends Error {
}
/**
 * Makes a signal that fires with the outer one (with its reason), or after some seconds with a `DeadlineError`.
 * (`AbortSignal.any` would do; a node may run Node 18, which has none.)
 */
function deadline(outer, seconds) {
    const controller = new AbortController();
    const pass = () => controller.abort(outer.reason);
    const timer = setTimeout(() => controller.abort(new DeadlineError(`${seconds} s are up`)), seconds * 1000);
    if (outer.aborted)
        pass();
    else
        outer.addEventListener('abort', pass, { once: true });
    return {
        signal: controller.signal,
        clear: () => {
            clearTimeout(timer);
            outer.removeEventListener('abort', pass);
        }
    };
}

;// CONCATENATED MODULE: ./build/task/failure.js
/** Why one image could not be read: it becomes the error of its row. The message is a whole sentence. */
class ImageFailure extends Error {
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/** Lines that say nothing about the image: what begins a page, and what follows from the line before. */
const EMPTY_WORDS = /^(Page \d+( :|$)|Estimating resolution|Detected \d+ diacritics|Image too small to scale|Line cannot be recognized|Error during processing|Image file .* cannot be read!|.*no images defined|Error in pixRead(Stream)?: )/;
/** What a program said, short enough for a row: without its own name, its source lines and our folders. */
function lastWords(stderr, most = 240) {
    const lines = stderr
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !EMPTY_WORDS.test(line))
        .map((line) => line
        .replace(/^[\w.-]+: /, (name) => (/^(convert|magick)/.test(name) ? '' : name))
        .replace(/ @ \w+\/[\w.-]+\/\w+\/\d+\.?$/, '')
        .replace(/[`']?\/[^\s'`]*\/([^/\s'`]+)[`']?/g, '$1'));
    const words = [...new Set(lines)].join('; ').replace(/\.+$/, '');
    return words.length > most ? `…${words.slice(-most)}` : words || 'it did not say why';
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/task/process.js

/** A program that could not be started at all. */
class NotStarted extends Error {
}
/** What a program may print before the rest is dropped: a program in a loop must not fill our memory. */
const MOST_OUTPUT = 16 * 1024 * 1024;
const living = new Set();
let watching = false;
/**
 * Starts a program in a process group of its own, so that it and whatever it starts end together. Whatever still
 * lives when this process exits is killed.
 */
function start(command, args, options) {
    const child = (0,external_node_child_process_.spawn)(command, args, {
        env: options.env,
        cwd: options.cwd,
        stdio: [options.input, 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
        windowsHide: true
    });
    living.add(child);
    child.once('close', () => living.delete(child));
    child.once('error', () => living.delete(child));
    if (!watching)
        process.once('exit', () => living.forEach(kill));
    watching = true;
    return child;
}
/** Kills a program and all that it started. */
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
        // It has ended by itself meanwhile.
    }
}
/**
 * Runs a program to its end.
 *
 * @throws NotStarted where it cannot be started; the signal's reason where it is cancelled, the program killed
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
        child.once('close', (code, died) => {
            signal?.removeEventListener('abort', stop);
            if (signal?.aborted)
                reject(signal.reason);
            else
                resolve({ code, signal: died, stdout: stdout.all(), stderr: stderr.all().toString() });
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

;// CONCATENATED MODULE: ./build/task/tsv.js
/** The first line of Tesseract's table. */
const TSV_HEADER = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n';
const WORD_LEVEL = '5';
/** The rows of one page, with the page's number set to another; `page` counts from 1. */
function rowsOfPage(table, page, renumbered) {
    const kept = [];
    for (const line of table.split('\n')) {
        const [level, number, ...rest] = line.split('\t');
        if (number === String(page) && level !== 'level')
            kept.push([level, renumbered, ...rest].join('\t'));
    }
    return kept.length === 0 ? '' : `${kept.join('\n')}\n`;
}
/** The words in rows of Tesseract's table; what has no letter or a confidence below zero is no word. */
function wordsOf(rows) {
    const words = [];
    for (const line of rows.split('\n')) {
        const fields = line.split('\t');
        if (fields[0] !== WORD_LEVEL)
            continue;
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
/** Mean confidence of words, 0 to 100 with two decimals; null where there are none. */
function meanConfidence(words) {
    if (words.length === 0)
        return null;
    const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
    return Math.round(mean * 100) / 100;
}

;// CONCATENATED MODULE: ./build/task/recognition.js


/** The options as Tesseract's arguments. */
const readingArguments = (options) => [
    '-l',
    // How a page lies is told by a model of its own; asked of a language, Tesseract answers nonsense.
    options.pageSegmentationMode === 0 ? 'osd' : options.languages.join('+'),
    ...(options.pageSegmentationMode === null ? [] : ['--psm', String(options.pageSegmentationMode)]),
    ...(options.dpi === null ? [] : ['--dpi', String(options.dpi)])
];
/** A page's reading from what a process wrote and said about it. `page` is the page's number in the table, from 1. */
function pageReading(text, table, page, stderr) {
    const tsv = rowsOfPage(table, page, 1);
    const words = wordsOf(tsv);
    assertWhole(text, tsv);
    const estimate = /Estimating resolution as (\d+)/.exec(stderr)?.[1];
    return { text, tsv, words, estimatedDpi: estimate === undefined ? null : Number(estimate) };
}
/** Marks of writing direction stand in the text and not in the table. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/**
 * Tesseract exits 0 when the disk is full and its files end early (facts: a full standard output, silent). The text
 * and the table tell the same letters, in scripts of either direction: when the table's last row is torn, or the text
 * has another number of them, something was lost.
 */
function assertWhole(text, tsv) {
    const rows = tsv.replace(/\n$/, '').split('\n');
    const last = rows.at(-1)?.split('\t') ?? [];
    const isTorn = last.length !== 12 || !['1', '5'].includes(last[0] ?? '');
    const told = rows.flatMap((row) => (row.startsWith('5\t') ? row.split('\t').slice(11) : []));
    if (!isTorn && lettersIn(text.toString('utf8')) === lettersIn(told.join('')))
        return;
    throw new ImageFailure('engine-failed', 'Tesseract could not write all of its result. Is the disk of the temporary folder full?');
}
const lettersIn = (text) => text.replace(DIRECTION_MARKS, '').replace(/\s/g, '').length;
/** What Tesseract and its image library say when they could not read an image, whatever the exit code. */
const UNREADABLE = /Error in (pixRead|findFileFormat|fopenReadStream|freadHeader|pixaReadMem|pixReadMem)|cannot be read!|Error, cannot read input file|read fail at line|is not supported/;
/** Why a recognition cannot be trusted, by what Tesseract said; null where nothing speaks against it. */
function failureIn(stderr) {
    const tooLarge = /Image too large: \((\d+), (\d+)\)/.exec(stderr);
    if (tooLarge) {
        return new ImageFailure('too-large', `Tesseract takes no image with a side of more than 32767 pixels; this one has ${tooLarge[1]} × ${tooLarge[2]}. Cut or scale it.`);
    }
    if (UNREADABLE.test(stderr)) {
        return new ImageFailure('unreadable-image', `Tesseract could not read the image: ${lastWords(stderr)}.`);
    }
    const language = /Failed loading language '([^']+)'/.exec(stderr)?.[1];
    if (language !== undefined) {
        return new ImageFailure('engine-failed', `Tesseract has no model of the language ${language}; install it, or take it from languages.`);
    }
    if (/could not create|No space left/i.test(stderr)) {
        return new ImageFailure('engine-failed', `Tesseract could not write its result: ${lastWords(stderr)}.`);
    }
    return null;
}

;// CONCATENATED MODULE: ./build/task/own-process.js




/** The endings of Tesseract's files, by format. */
const ENDINGS = {
    txt: 'txt',
    hocr: 'hocr',
    tsv: 'tsv',
    alto: 'xml',
    pdf: 'pdf'
};
/** Page segmentation mode 0 tells how the page lies and reads nothing. */
const ORIENTATION_ONLY = 0;
/**
 * Reads an image by a Tesseract process of its own: several pages at once, and every format in one recognition.
 *
 * An image of one page goes in as a list of one path. Given as an argument, a file that Tesseract's image library does
 * not know would be taken for a list of paths itself, and those would be read.
 *
 * @throws ImageFailure where it cannot be read; the signal's reason where it fires
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
        const ended = await run(toolbox.tesseract?.path ?? 'tesseract', args, {
            env: toolbox.env,
            signal,
            ...(single ? { input: `${image.path}\n` } : {})
        });
        const failure = failureIn(ended.stderr);
        if (failure)
            throw failure;
        // It names a path where it took the file for a list: the image is not what it was when it was found.
        if (!single && /^Page \d+ : /m.test(ended.stderr))
            throw new ImageFailure('unreadable-image', 'The file was changed while it was read.');
        if (options.pageSegmentationMode === ORIENTATION_ONLY &&
            /Too few characters/.test(ended.stderr))
            return nothing;
        if (ended.code !== 0)
            throw new ImageFailure('engine-failed', `Tesseract failed (${ended.signal ?? `exit code ${ended.code}`}): ${lastWords(ended.stderr)}`);
        if (options.pageSegmentationMode === ORIENTATION_ONLY)
            return orientationOnly(base);
        const made = Object.fromEntries(wanted.map((format) => [format, whole(base, format)]));
        return {
            pages: pagesOf(made.txt, made.tsv.toString('utf8'), ended.stderr, image.pages),
            files: made
        };
    }
    finally {
        for (const ending of [...Object.values(ENDINGS), 'osd'])
            (0,external_node_fs_.rmSync)(`${base}.${ending}`, { force: true });
    }
}
/** A page with too few letters to tell how it lies. */
const nothing = {
    pages: [{ text: Buffer.alloc(0), tsv: '', words: [], estimatedDpi: null }],
    files: {}
};
/** Where Tesseract read no text by design, what it says of the page's orientation is the text. */
function orientationOnly(base) {
    const text = (0,external_node_fs_.readFileSync)(`${base}.osd`);
    return { pages: [{ text, tsv: '', words: [], estimatedDpi: null }], files: {} };
}
/** How a whole file of a format ends; a file that was cut short by a full disk does not. */
const CLOSINGS = {
    hocr: /<\/html>\s*$/,
    alto: /<\/alto>\s*$/,
    pdf: /%%EOF\s*$/
};
function whole(base, format) {
    let file;
    try {
        file = (0,external_node_fs_.readFileSync)(`${base}.${ENDINGS[format]}`);
    }
    catch (cause) {
        throw new ImageFailure('engine-failed', `Tesseract ended well and wrote no ${format} file.`, {
            cause
        });
    }
    if (CLOSINGS[format]?.test(file.subarray(-64).toString('latin1')) === false) {
        throw new ImageFailure('engine-failed', `Tesseract's ${format} file ends early. Is the disk of the temporary folder full?`);
    }
    return file;
}
function pagesOf(text, table, stderr, pages) {
    const texts = divided(text);
    const said = stderr.split(/^Page \d+.*$/m).slice(1);
    if (texts.length < pages) {
        throw new ImageFailure('unreadable-image', `Tesseract read ${texts.length} of ${pages} pages: ${lastWords(stderr)}.`);
    }
    return texts.map((own, index) => pageReading(own, table, index + 1, said[index] ?? ''));
}
/** A form feed stands between the texts of two pages. */
function divided(text) {
    const parts = [];
    let from = 0;
    for (let at = text.indexOf(0x0c); at !== -1; at = text.indexOf(0x0c, from)) {
        parts.push(text.subarray(from, at));
        from = at + 1;
    }
    return [...parts, text.subarray(from)];
}
/** The texts of pages as one, as Tesseract joins them. */
const joined = (pages) => Buffer.concat(pages.flatMap(({ text }, index) => (index === 0 ? [text] : [Buffer.from('\f'), text])));

;// CONCATENATED MODULE: ./build/images/bytes.js

/** Opens a regular file for reading at random and closes it after `use`. Throws what the file system throws. */
function withBytes(file, use) {
    const fd = (0,external_node_fs_.openSync)(file, 'r');
    try {
        const { size } = (0,external_node_fs_.fstatSync)(fd);
        return use({
            length: size,
            at: (offset, count) => {
                const wanted = Math.max(0, Math.min(count, size - offset));
                const buffer = Buffer.alloc(wanted);
                return buffer.subarray(0, wanted === 0 ? 0 : (0,external_node_fs_.readSync)(fd, buffer, 0, wanted, offset));
            }
        });
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
/** The same over bytes that are in memory already, such as an EXIF block within a PNG. */
const bytesOf = (buffer) => ({
    length: buffer.length,
    at: (offset, count) => buffer.subarray(offset, Math.max(offset, Math.min(buffer.length, offset + count)))
});

// EXTERNAL MODULE: ./node_modules/image-size/dist/esm/index.js + 25 modules
var esm = __webpack_require__(72013);
;// CONCATENATED MODULE: ./build/images/tiff.js
const tiff_WIDTH = 256;
const tiff_HEIGHT = 257;
const ORIENTATION = 274;
const SAMPLES_PER_PIXEL = 277;
const X_RESOLUTION = 282;
const RESOLUTION_UNIT = 296;
const TILE_WIDTH = 322;
const SAMPLE_FORMAT = 339;
const MOST_PAGES = 10_000;
const MOST_ENTRIES = 4_096;
/** Bytes of one value of each field type; types 16 to 18 are BigTIFF's. */
const tiff_SIZES = {
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
/** Reads the directories. A damaged chain ends where it breaks: the pages before it are given, and `whole` is false. */
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
        width: fields.get(tiff_WIDTH) ?? 0,
        height: fields.get(tiff_HEIGHT) ?? 0,
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
        const size = tiff_SIZES[type] ?? 0;
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



/** How much of a file a header library gets to see: thumbnails and colour profiles come before the size. */
const HEAD = 1024 * 1024;
/**
 * Reads the header of an image whose format is known.
 *
 * @throws Error where the header is damaged
 */
function readHeader(format, bytes) {
    if (format === 'pdf')
        return plain(format, 0, 0);
    if (format === 'tiff' || format === 'bigtiff')
        return tiffHeader(format, bytes);
    const head = bytes.at(0, HEAD);
    // A walk over chunks reads eight bytes at a time: from memory where the head is all there is.
    const inMemory = bytes.length <= HEAD ? bytesOf(head) : bytes;
    const { width, height, orientation } = sizeOf(format, head, bytes);
    return {
        ...plain(format, width, height),
        orientation: upright(orientation ?? taggedOrientation(format, inMemory)),
        dpi: resolution(format, head)
    };
}
/** Photoshop and phones put megabytes before a JPEG's size, seldom: only then is more of the file read. */
const LARGE_HEAD = 64 * HEAD;
function sizeOf(format, head, bytes) {
    // The header of OS/2, of 12 bytes, has sixteen bits for each side.
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
        throw new Error(`what should follow page ${pages.length} is cut off or leads nowhere`);
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
/** PNG and WebP carry EXIF as a chunk of its own, which the header library does not look into. */
function taggedOrientation(format, bytes) {
    const exif = format === 'png' ? pngChunk(bytes, 'eXIf') : format === 'webp' ? webpExif(bytes) : null;
    return exif ? (readTiff(bytesOf(exif)).pages[0]?.orientation ?? 1) : 1;
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
/** The resolution where Tesseract's image library looks for it: pHYs, JFIF's density, BMP's header; nowhere else. */
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
    const block = pngChunk(bytesOf(head), 'pHYs');
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

;// CONCATENATED MODULE: ./build/task/workspace.js


/** Opens a workspace under a folder such as the system's temporary one; it is made when it is first needed. */
function openWorkspace(parent) {
    let folder = null;
    let count = 0;
    const home = () => {
        if (folder === null) {
            (0,external_node_fs_.mkdirSync)(parent, { recursive: true });
            folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'ocr-'));
        }
        return folder;
    };
    return {
        fresh: (name) => (0,external_node_path_.join)(home(), `${++count}-${name}`),
        remove: () => {
            if (folder !== null)
                (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 });
            folder = null;
        }
    };
}
/** Printable, and short enough for the line buffers of the programs that get it. */
const PLAIN = /^[\x20-\x7e\u00a0-\uffff]{1,1000}$/;
/**
 * A path that any program takes as it stands: the file's own where it is harmless, else a link to it in the
 * workspace. Names come from strangers, and both programs give meaning to some (`[0]`, `%d`, a line break).
 */
function harmlessPath(file, workspace) {
    return typeof file === 'string' && PLAIN.test(file) ? file : linked(file, workspace);
}
/** A link in the workspace to a file, under a name of ours. */
function linked(file, workspace) {
    const link = workspace.fresh('source');
    try {
        (0,external_node_fs_.symlinkSync)(file, link);
    }
    catch {
        (0,external_node_fs_.copyFileSync)(file, link);
    }
    return link;
}

;// CONCATENATED MODULE: ./build/task/prepare.js







/** Formats that Tesseract's image library lacks. */
const FOREIGN = ['bigtiff', 'heic', 'avif', 'pdf'];
/** Why an image must become a TIFF before Tesseract gets it; null where Tesseract reads it rightly as it is. */
function reasonToPrepare(header) {
    if (FOREIGN.includes(header.format))
        return `Tesseract reads no ${header.format.toUpperCase()}`;
    if (header.oddity)
        return `Tesseract reads no ${header.oddity} TIFF`;
    // Tesseract's image library obeys the tag of a TIFF by itself, and no other.
    if (header.orientation !== 1 && header.format !== 'tiff')
        return `its pixels lie turned (orientation ${header.orientation})`;
    return null;
}
/** ImageMagick's operations that set pixels upright, by EXIF's orientation (EXIF 2.32, tag 0x0112). */
const UPRIGHT = {
    2: ['-flop'],
    3: ['-rotate', '180'],
    4: ['-flip'],
    5: ['-transpose'],
    6: ['-rotate', '90'],
    7: ['-transverse'],
    8: ['-rotate', '270']
};
/** libheif turns HEIC and AVIF itself, so their tag is done with. */
const turnsItself = (format) => format === 'heic' || format === 'avif';
/** The operations that make any image plain: upright, no transparency, eight bits, no compression to pay for twice. */
function plainly(header) {
    const upright = header.format === 'tiff' || header.format === 'bigtiff' ? ['-auto-orient'] : [];
    const turned = turnsItself(header.format) ? [] : (UPRIGHT[header.orientation] ?? []);
    return [
        ...upright,
        ...turned,
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
        '-compress',
        'none'
    ];
}
/** Only TIFF carries pages here; of an animation the first frame is the image. */
const carriesPages = (format) => format === 'tiff' || format === 'bigtiff';
/** ImageMagick's names of the formats: forced, so that it never guesses by content or name. */
const coder = (format) => (format === 'bigtiff' ? 'tiff' : format);
/**
 * Makes a TIFF of an image that Tesseract reads rightly.
 *
 * @param operations further ones of ImageMagick's, such as a scale
 * @param page the page to take, from 0; all where it is absent
 * @throws ImageFailure where it cannot be done, or where a program is missing that can
 */
async function prepare(source, bench, { operations = [], page } = {}) {
    const { header } = source;
    if (header.format === 'pdf')
        return drawPdf(source.file, bench);
    const target = bench.workspace.fresh('prepared.tif');
    const input = sourceArgument(source, page, bench);
    await magick([input, ...plainly(header), ...operations, `tiff:${target}.part`], bench);
    (0,external_node_fs_.renameSync)(`${target}.part`, target);
    return { path: target, pages: page === undefined ? header.pages : 1 };
}
/** A file as ImageMagick's argument: by a name of ours, its format forced, one frame of what is no TIFF. */
function sourceArgument({ file, header }, page, { workspace }) {
    const frame = page ?? (carriesPages(header.format) ? null : 0);
    return `${coder(header.format)}:${linked(file, workspace)}${frame === null ? '' : `[${frame}]`}`;
}
/** Joins files of one page each into one TIFF, in their order. */
async function bind(pages, bench) {
    const target = bench.workspace.fresh('bound.tif');
    await magick([...pages.map((path) => `tiff:${path}`), '-compress', 'none', `tiff:${target}`], bench);
    return { path: target, pages: pages.length };
}
/** What ImageMagick may say and the image still be whole: tags it does not know, profiles it does not like. */
const HARMLESS = /Unknown field with tag|unknown tag|TIFFFetchNormalTag|Incompatible type for|iCCP: |cHRM|known incorrect sRGB profile|wrong data type/i;
/**
 * Runs ImageMagick. It leaves files behind when it fails, and salvages what it can of a damaged image with no more
 * than a warning: so nothing counts but exit code 0 without a serious word.
 *
 * @returns what it printed
 * @throws ImageFailure
 */
async function magick(args, { toolbox, signal }) {
    if (!toolbox.imageMagick) {
        throw new ImageFailure('unsupported-format', 'ImageMagick has to prepare this image and is not installed; run with --install, or install imagemagick.');
    }
    const ended = await run(toolbox.imageMagick.path, args, { env: toolbox.env, signal });
    const serious = ended.stderr
        .split('\n')
        .filter((line) => line.trim() !== '' && !HARMLESS.test(line));
    if (ended.code === 0 && serious.length === 0)
        return ended.stdout.toString('utf8');
    throw magickFailure(ended.stderr);
}
function magickFailure(stderr) {
    if (/no decode delegate|NoDecodeDelegate/.test(stderr)) {
        return new ImageFailure('unsupported-format', `This ImageMagick cannot decode the format; install one that can (libheif for HEIC and AVIF): ${lastWords(stderr)}`);
    }
    if (/exceeds limit|resource limit|cache resources exhausted/i.test(stderr)) {
        return new ImageFailure('too-large', `ImageMagick's limits (policy.xml) refuse an image of this size: ${lastWords(stderr)}`);
    }
    return new ImageFailure('unreadable-image', `ImageMagick could not read the whole image: ${lastWords(stderr)}`);
}
/** Pages of a PDF are drawn at the resolution that Tesseract's models know best. */
const PDF_DPI = 300;
/** PDF measures pages in points. */
const POINTS_PER_INCH = 72;
async function drawPdf(file, bench) {
    const { toolbox, workspace, signal } = bench;
    if (!toolbox.poppler) {
        throw new ImageFailure('unsupported-format', 'A PDF is drawn by poppler, which is not installed; install poppler-utils.');
    }
    const source = linked(file, workspace);
    await assertDrawable(source, toolbox.poppler, bench);
    const base = workspace.fresh('page');
    const args = ['-r', String(PDF_DPI), '-gray', '-tiff', '-tiffcompression', 'none', source, base];
    const ended = await run(toolbox.poppler.path, args, { env: toolbox.env, signal });
    const pages = drawnPages(base);
    if (ended.code !== 0 || pages.length === 0)
        throw undrawn(ended.stderr);
    if (pages.length === 1)
        return { path: pages[0], pages: 1 };
    const bound = await bind(pages, bench);
    for (const page of pages)
        (0,external_node_fs_.rmSync)(page);
    return bound;
}
/** A page of a few bytes can be metres wide: its pixels are counted before any is drawn. */
async function assertDrawable(source, poppler, { toolbox, signal, maxPixels }) {
    const pdfinfo = (0,external_node_path_.join)((0,external_node_path_.dirname)(poppler.path), (0,external_node_path_.basename)(poppler.path).replace('pdftoppm', 'pdfinfo'));
    const told = await run(pdfinfo, ['-f', '1', '-l', '-1', source], { env: toolbox.env, signal });
    if (told.code !== 0)
        throw undrawn(told.stderr);
    const scale = (PDF_DPI / POINTS_PER_INCH) ** 2;
    const sizes = [
        ...told.stdout.toString().matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gm)
    ];
    const pixels = Math.ceil(sizes.reduce((sum, [, width, height]) => sum + Number(width) * Number(height) * scale, 0));
    if (pixels > maxPixels) {
        throw new ImageFailure('too-large', `Its ${sizes.length} pages have ${pixels} pixels at ${PDF_DPI} dpi, more than max-pixels (${maxPixels}); raise max-pixels, or split it.`);
    }
}
const undrawn = (stderr) => new ImageFailure('unreadable-image', `poppler could not draw the PDF: ${lastWords(stderr)}.`);
function drawnPages(base) {
    return (0,external_node_fs_.readdirSync)((0,external_node_path_.dirname)(base))
        .filter((name) => name.startsWith(`${(0,external_node_path_.basename)(base)}-`))
        .sort()
        .map((name) => (0,external_node_path_.join)((0,external_node_path_.dirname)(base), name));
}
/** The header of a file that was prepared. */
const preparedHeader = (path) => withBytes(path, (bytes) => readHeader('tiff', bytes));

;// CONCATENATED MODULE: ./build/task/layout.js
/** From this confidence on a word counts as read surely. */
const SURE = 80;
/** Measures a page by its words. */
function layoutOf(words) {
    const long = words.filter(({ text }) => [...text].length >= 3);
    const tall = long.length >= 3 && 2 * long.filter(({ width, height }) => height > width).length > long.length;
    const measured = words.filter(({ text }) => [...text].length >= 2);
    return {
        confidence: words.reduce((sum, { confidence }) => sum + confidence, 0) / (words.length || 1),
        sureLetters: words
            .filter(({ confidence }) => confidence > SURE)
            .reduce((sum, { text }) => sum + letters(text), 0),
        longWords: long.length,
        tall,
        letterHeight: median(measured.map(({ width, height }) => Math.min(width, height))),
        slope: slopeOf(tall ? words.map(upended) : words)
    };
}
const letters = (text) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
/** The box of a word as it stands when the page is turned upright. */
const upended = (word) => ({
    ...word,
    left: word.top,
    top: -word.left - word.width,
    width: word.height,
    height: word.width
});
/** A line shorter than this many of its heights tells its slope badly. */
const LEAST_EXTENT = 4;
/**
 * The slope of the page's lines: of each line the straight one through the middles of its words, and of these the
 * median, the longer lines weighing more. Confidence is blind to skew, and this is not: a page 3° askew loses words and
 * keeps its confidence, and its slope is told within a tenth of a degree.
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
    const middles = words.map(({ left, top, width, height }) => ({
        x: left + width / 2,
        y: top + height / 2
    }));
    const xs = middles.map(({ x }) => x);
    const extent = Math.max(...xs) - Math.min(...xs);
    if (extent < LEAST_EXTENT * (median(words.map(({ height }) => height)) ?? 0))
        return null;
    const meanX = mean(xs);
    const meanY = mean(middles.map(({ y }) => y));
    const spread = middles.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
    const common = middles.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
    return spread === 0 ? null : { degrees: (Math.atan(common / spread) * 180) / Math.PI, extent };
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;

;// CONCATENATED MODULE: ./build/task/second-look.js


/** Modes in which Tesseract looks for a page's parts; the others read what they are given as one line, word or letter. */
const PAGE_MODES = [null, 1, 3, 4, 6, 11, 12];
/** Whether these settings ever ask for another look. */
const mayLookAgain = (settings) => settings.prepare !== 'never' &&
    PAGE_MODES.includes(settings.pageSegmentationMode) &&
    (settings.secondLook || settings.deskew === 'always' || settings.rotate === 'always');
/** Below this mean confidence a page is not read but guessed at: it stands on its head, or lies on its side. */
const GUESSED = 50;
/** Looks after the first one: the second mends what is wrong, a third what only the second could show. */
const MOST_LOOKS = 2;
/** Looks again at a page where there is reason to; null where there is none. */
async function lookAgain(first, settings, hands) {
    if (hands.bench.toolbox.imageMagick === null)
        return null;
    const measure = () => hands.preparing(() => measuredSlope(first, hands.bench));
    const asItIs = { view: AS_IT_IS, reading: first.reading, layout: layoutOf(first.reading.words) };
    const looks = [];
    for (const view of await demandedViews(settings, measure))
        looks.push(await lookAt(view, first, hands));
    if (settings.secondLook) {
        const surest = looks.reduce(surer, asItIs);
        looks.push(...(await doubtfulLooks(surest, first, settings, hands, measure)));
    }
    const [head, ...rest] = looks;
    if (head === undefined)
        return null;
    const kept = rest.reduce(surer, head);
    const did = looks.map(({ view }) => second_look_inWords(view)).join(', then ');
    return { reading: kept.reading, path: kept.path, did, surer: surer(asItIs, kept) === kept };
}
/** The page as it lies. */
const AS_IT_IS = { turn: 0, slope: 0, scale: 1 };
/** The surer of two: the one with more letters in words that were read surely; the earlier one wins a tie. */
const surer = (earlier, later) => later.layout.sureLetters > earlier.layout.sureLetters ? later : earlier;
async function lookAt(view, first, hands) {
    const operations = operationsOf(view);
    const { path } = await hands.preparing(() => prepare(first.source, hands.bench, { page: first.page, operations }));
    const reading = await hands.read(path);
    return { view, path, reading, layout: layoutOf(reading.words) };
}
/** What the settings ask for without any doubt. */
async function demandedViews(settings, measure) {
    const slope = settings.deskew === 'always' ? await measure() : 0;
    const turns = settings.rotate === 'always' ? [0, 90, 180, 270] : [0];
    return turns.map((turn) => ({ turn, slope, scale: 1 })).filter(changes);
}
/** Whether a view shows the page otherwise than it is. */
const changes = ({ turn, slope, scale }) => turn !== 0 || Math.abs(slope) >= LEAST_STRAIGHTENED || scale !== 1;
/** Looks until the page is read well: each look is prepared by what the one before it shows. */
async function doubtfulLooks(start, first, settings, hands, measure) {
    const looks = [];
    let shown = start;
    while (looks.length < MOST_LOOKS) {
        const asked = await askedView(shown, looks.length === 0, first, measure);
        const next = asked && changes(asked) && onto(shown.view, allowed(asked, first, settings));
        if (!next || same(next, shown.view))
            break;
        const look = await lookAt(next, first, hands);
        looks.push(look);
        shown = look;
    }
    return looks;
}
/** The view that would mend a page; null where it was read well, or where guessing once did not help. */
function askedView({ reading, layout }, mayGuess, first, measure) {
    const blind = layout.longWords < 3 && layout.confidence < FAIRLY_READ;
    if (!blind)
        return tellingView(reading, layout);
    return mayGuess ? blindView(first, measure) : null;
}
/** The view that mends a page as it was last shown. */
const onto = (shown, view) => ({
    turn: (shown.turn + view.turn) % 360,
    slope: shown.slope + view.slope,
    scale: shown.scale === 2 ? 2 : view.scale
});
const same = (a, b) => a.turn === b.turn && a.scale === b.scale && Math.abs(a.slope - b.slope) < LEAST_STRAIGHTENED;
/** Languages whose upright pages have boxes that stand higher than wide. */
const isWrittenInColumns = (language) => /_vert$|^(jpn|chi_|kor)/.test(language);
/** What the settings leave of a view. */
const allowed = (view, first, settings) => ({
    turn: settings.rotate === 'never' || settings.languages.some(isWrittenInColumns) ? 0 : view.turn,
    slope: settings.deskew === 'never' ? 0 : view.slope,
    scale: fits(first, settings) ? view.scale : 1
});
/** Letters of this height and less, in pixels, are too small for Tesseract's models; so is a resolution below 150. */
const SMALL_LETTERS = 14;
const LOW_RESOLUTION = 150;
/** From these slopes on lines are lost: they fall to the right, or, where Tesseract bears more, rise. */
const FALLING = 1.5;
const RISING = -2.5;
/** Small print that is read more surely than this is left alone. */
const WELL_READ = 90;
/** A page on its side that is read more surely than this is left alone: Tesseract reads one that lies clockwise. */
const FAIRLY_READ = 80;
/** Fewer pixels hold no page. */
const LEAST_PIXELS = 50_000;
/** A page with more pixels than this and almost no words is not too small to read. */
const LARGE_PIXELS = 2_000_000;
/** Where there are too few words to tell anything, the page is skewed beyond reading, or lies on its side, or is blank. */
async function blindView({ source }, measure) {
    const pixels = source.header.width * source.header.height;
    if (pixels < LEAST_PIXELS)
        return null;
    const slope = await measure();
    return { turn: Math.abs(slope) >= FALLING ? 0 : 90, slope, scale: pixels < LARGE_PIXELS ? 2 : 1 };
}
/** Where there are words, their boxes and their confidence tell how the page lies; null where it was read well. */
function tellingView(reading, layout) {
    const { confidence, tall, slope } = layout;
    const small = isSmall(reading, layout);
    const scale = small ? 2 : 1;
    if (confidence < GUESSED)
        return { turn: tall ? 90 : 180, slope, scale };
    const doubted = isDoubted(reading, layout);
    // Small print is read with tall boxes where it is upright, too: doubled first, it shows how it lies.
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
/** Whether a page can be doubled: Tesseract takes no side of more than 32,767 pixels. */
function fits({ source }, { maxPixels }) {
    const { width, height } = source.header;
    return 2 * Math.max(width, height) <= 32_767 && 4 * width * height <= maxPixels;
}
/** Below this slope, in degrees, straightening costs more sharpness than it gains. */
const LEAST_STRAIGHTENED = 1;
/** ImageMagick's operations for a view. The density tells Tesseract what doubled letters measure: worth as much as their size. */
function operationsOf({ turn, slope, scale }) {
    return [
        '-colorspace',
        'Gray',
        ...(turn === 0 ? [] : ['-rotate', String(turn), '+repage']),
        ...(Math.abs(slope) < LEAST_STRAIGHTENED
            ? []
            : ['-background', 'white', '-rotate', (-slope).toFixed(2), '+repage']),
        ...(scale === 1
            ? []
            : ['-filter', 'Lanczos', '-resize', '200%', '-units', 'PixelsPerInch', '-density', '200'])
    ];
}
function second_look_inWords({ turn, slope, scale }) {
    const parts = [
        ...(turn === 0 ? [] : [`turned ${turn}°`]),
        ...(Math.abs(slope) < LEAST_STRAIGHTENED ? [] : [`straightened ${slope.toFixed(1)}°`]),
        ...(scale === 1 ? [] : ['doubled'])
    ];
    return parts.join(' and ') || 'prepared';
}
/** The slope by ImageMagick, from a sample of a quarter of the size: a fraction of the cost, and the same angle. */
async function measuredSlope({ source, page }, bench) {
    const asked = [
        '-colorspace',
        'Gray',
        '-sample',
        '25%',
        '-deskew',
        '40%',
        '-format',
        '%[deskew:angle]',
        'info:'
    ];
    const said = await magick([sourceArgument(source, page, bench), ...asked], bench);
    const degrees = Number.parseFloat(said);
    return Number.isFinite(degrees) ? -degrees : 0;
}

;// CONCATENATED MODULE: ./build/task/read-image.js







/**
 * Reads one image: prepared where Tesseract would not read it rightly, and looked at again where it was read with doubt.
 *
 * @throws ImageFailure where it cannot be read; the signal's reason where it fires before there is a text
 */
async function readImage(image, settings, tools) {
    const clock = stopwatch();
    const bench = {
        toolbox: tools.reader.toolbox,
        workspace: tools.workspace,
        signal: tools.signal,
        maxPixels: settings.maxPixels
    };
    const read = (path) => {
        const says = preparedHeader(path).dpi !== null;
        return clock.recognizing(() => tools.reader.readPage(path, says ? null : settings.dpi, tools.signal));
    };
    const readAll = (source, dpi) => clock.recognizing(() => tools.reader.readAll(source, settings.formats, dpi, tools.signal));
    const preparing = (work) => clock.preparing(work);
    const dpi = image.header.dpi === null ? settings.dpi : null;
    const first = await firstLook(image, settings, { bench, dpi, readAll, preparing });
    const outcome = mayLookAgain(settings)
        ? await secondLooks(first, settings, { bench, dpi, read, readAll, preparing })
        : { recognition: first.recognition, look: 1, secondLook: null };
    return {
        pages: outcome.recognition.pages,
        files: filesOf(outcome.recognition, settings.formats),
        look: outcome.look,
        secondLook: outcome.secondLook,
        ...clock.seconds()
    };
}
async function firstLook(image, settings, hands) {
    const reason = reasonToPrepare(image.header);
    if (settings.prepare === 'always' || (settings.prepare === 'auto' && reason)) {
        return lookPrepared(image, hands);
    }
    if (reason && image.header.orientation === 1) {
        throw new ImageFailure('unsupported-format', `${reason}, and \`prepare\` is never; set it to auto.`);
    }
    try {
        const path = harmlessPath(image.file, hands.bench.workspace);
        const read = { path, pages: image.header.pages };
        return { read, source: image, recognition: await hands.readAll(read, hands.dpi) };
    }
    catch (error) {
        if (!worthPreparing(error, settings, hands.bench))
            throw error;
        return lookPrepared(image, hands).catch((second) => Promise.reject(both(error, second)));
    }
}
async function lookPrepared(image, hands) {
    const read = await hands.preparing(() => prepare(image, hands.bench));
    const source = { file: read.path, header: preparedHeader(read.path) };
    return { read, source, recognition: await hands.readAll(read, hands.dpi) };
}
/**
 * ImageMagick reads some images that Tesseract's library does not, and Tesseract's PDF renderer fails on JPEGs of four
 * inks (5.3.0: exit code 1, without a word); a time-out is not for it to mend.
 */
const worthPreparing = (error, settings, bench) => error instanceof ImageFailure &&
    (error.code === 'unreadable-image' || settings.formats.includes('pdf')) &&
    settings.prepare === 'auto' &&
    bench.toolbox.imageMagick !== null;
/** Where neither program could read the image, what Tesseract said comes first: it was asked first. */
const both = (first, second) => second instanceof ImageFailure && second.code === 'unreadable-image'
    ? new ImageFailure(first.code, `${first.message} Nor could ImageMagick.`, { cause: second })
    : second;
async function secondLooks(first, settings, hands) {
    const { chosen, told } = await choosePages(first, settings, hands);
    const secondLook = told.length > 0 ? told.join('; ') : null;
    const unchanged = { recognition: first.recognition, look: 1, secondLook };
    if (chosen.every(({ path }) => path === null))
        return unchanged;
    try {
        return { recognition: await remade(chosen, first, settings, hands), look: 2, secondLook };
    }
    catch (error) {
        return { ...unchanged, secondLook: `${secondLook}; ${whyNot(error)}` };
    }
}
/** Looks again at each page in doubt, as long as there is time. */
async function choosePages(first, settings, hands) {
    const { pages } = first.recognition;
    const chosen = [];
    const told = [];
    const tell = (page, did) => told.push(pages.length === 1 ? did : `page ${page + 1}: ${did}`);
    let late = false;
    for (const [page, reading] of pages.entries()) {
        const asItIs = { reading, path: null };
        try {
            const again = late
                ? null
                : await lookAgain({ source: first.source, page, reading }, settings, hands);
            chosen.push(again?.surer ? again : asItIs);
            if (again)
                tell(page, again.did);
        }
        catch (error) {
            tell(page, whyNot(error));
            late = error instanceof DeadlineError;
            chosen.push(asItIs);
        }
    }
    return { chosen, told };
}
/** Why a second look came to nothing. The first text stands then: it takes nothing away. Throws what is no such reason. */
function whyNot(error) {
    if (error instanceof ImageFailure)
        return `failed: ${error.message}`;
    if (error instanceof DeadlineError)
        return 'ran out of time';
    throw error;
}
/** The texts of the pages as chosen; other formats are made anew from the files that were read. */
async function remade(pages, first, settings, hands) {
    if (settings.formats.every((format) => format === 'txt' || format === 'tsv')) {
        return { pages: pages.map(({ reading }) => reading), files: {} };
    }
    const files = [];
    for (const [index, { path }] of pages.entries())
        files.push(path ?? (await onePage(first.source, index, hands)));
    const source = files.length === 1
        ? { path: files[0], pages: 1 }
        : await hands.preparing(() => bind(files, hands.bench));
    return hands.readAll(source, null);
}
async function onePage(source, page, { bench, preparing }) {
    return (await preparing(() => prepare(source, bench, { page }))).path;
}
function filesOf(recognition, formats) {
    const own = {
        ...recognition.files,
        txt: joined(recognition.pages),
        tsv: Buffer.from(TSV_HEADER + recognition.pages.map(({ tsv }, index) => renumbered(tsv, index + 1)).join(''))
    };
    const wanted = new Set(['txt', ...formats]);
    return new Map([...wanted].flatMap((format) => (own[format] ? [[format, own[format]]] : [])));
}
/** The second column of the table is the page's number. */
const renumbered = (rows, page) => page === 1 ? rows : rows.replace(/^(\d+)\t\d+\t/gm, `$1\t${page}\t`);
/** Adds up the seconds of two kinds of work. */
function stopwatch() {
    const spent = { prepareSeconds: 0, recognizeSeconds: 0 };
    const timing = (kind) => async (work) => {
        const start = performance.now();
        try {
            return await work();
        }
        finally {
            spent[kind] += (performance.now() - start) / 1000;
        }
    };
    return {
        preparing: timing('prepareSeconds'),
        recognizing: timing('recognizeSeconds'),
        seconds: () => ({ ...spent })
    };
}

;// CONCATENATED MODULE: ./build/task/task.js






/**
 * Runs a task: image by image prepared, recognized, recorded. Each row is given as soon as it is known; the failure of
 * an image is a row like any other.
 *
 * @throws the signal's reason where it fires; the image that was being read has no row then
 */
async function runTask(task, tools, onRow) {
    for (const image of task.images) {
        tools.signal.throwIfAborted();
        onRow(await rowOf(image, task, tools));
    }
}
async function rowOf(image, task, tools) {
    const startedAt = new Date();
    const start = performance.now();
    const known = {
        ...unread(image),
        task: task.id,
        node: task.node,
        slot: task.slot,
        attempt: task.attempt,
        startedAt: startedAt.toISOString()
    };
    const took = () => rounded((performance.now() - start) / 1000);
    try {
        if (!image.header || image.problem) {
            return {
                ...known,
                error: image.problem ?? {
                    code: 'unreadable-image',
                    message: `${image.path} has no header.`
                }
            };
        }
        const reading = await read({ ...image, header: image.header }, tools);
        return { ...known, ...recorded(image.path, reading, tools), seconds: took() };
    }
    catch (error) {
        if (tools.signal.aborted)
            throw tools.signal.reason;
        const failure = failureOf(error, image.path, tools.imageTimeout);
        tools.folder.appendLog(task.id, 'failures.log', `${JSON.stringify(image.path)} ${failure.code}: ${JSON.stringify(failure.message)}\n`);
        return { ...known, status: 'failed', error: failure, seconds: took() };
    }
}
async function read(image, tools) {
    const limit = deadline(tools.signal, tools.imageTimeout);
    const workspace = openWorkspace(tools.scratch);
    try {
        return await readImage(image, tools.settings, {
            reader: tools.reader,
            workspace,
            signal: limit.signal
        });
    }
    finally {
        limit.clear();
        workspace.remove();
    }
}
/** Writes what was read and tells it as the fields of a row. */
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
        prepareSeconds: rounded(reading.prepareSeconds),
        recognizeSeconds: rounded(reading.recognizeSeconds)
    };
}
/** The row of an image that nobody has read. */
function unread(image) {
    return {
        image: image.path,
        status: 'failed',
        identity: image.identity,
        key: image.key,
        bytes: image.bytes,
        format: image.header?.format ?? null,
        width: image.header?.width ?? null,
        height: image.header?.height ?? null,
        pages: image.header?.pages ?? 0,
        words: 0,
        confidence: null,
        text: null,
        keys: image.keys,
        error: image.problem,
        task: null,
        node: null,
        slot: null,
        attempt: 0,
        startedAt: null,
        seconds: 0,
        prepareSeconds: 0,
        recognizeSeconds: 0,
        look: 1,
        secondLook: null
    };
}
function failureOf(error, path, timeout) {
    if (error instanceof DeadlineError) {
        return {
            code: 'timeout',
            message: `${path} was not read within image-timeout (${timeout} s); raise it, or scale the image down.`
        };
    }
    if (error instanceof ImageFailure)
        return { code: error.code, message: `${path}: ${error.message}` };
    return {
        code: 'engine-failed',
        message: `${path}: ${error instanceof Error ? error.message : String(error)}`
    };
}

;// CONCATENATED MODULE: ./build/run/lost.js

const unknown = {
    file: '',
    bytes: 0,
    identity: null,
    header: null,
    problem: null,
    key: null,
    keys: {}
};
/** The row of an image of which nothing is known but its path and why nobody answered for it. */
const lostRow = (image, why) => lost({ ...unknown, path: image }, why);
const lost = (image, why) => ({
    ...unread(image),
    error: { code: 'lost', message: `${image.path}: ${why}; the next run reads it.` }
});
/** Images in = images reported: what no task answered for is a row too. */
function lostRows(wanted, read, cancelled) {
    const answered = new Set(read.map(({ image }) => image));
    const why = cancelled
        ? 'the run was cancelled before this image was read'
        : 'its task never answered';
    return wanted.filter(({ path }) => !answered.has(path)).map((image) => lost(image, why));
}

;// CONCATENATED MODULE: ./build/run/recover.js





/**
 * Finishes the folder of a run that was killed before it could: every image of its plan has a row, and the tables and
 * the report are there. A folder that is finished already is only read.
 *
 * @param since ISO 8601: a run that began before is another's
 * @returns what is known of the run; null where the folder holds none that began since then
 */
function recover(folder, since) {
    if (!folder.has('metadata/run.json'))
        return null;
    const run = dist/* parse */.qgA(runRecordSchema, JSON.parse(folder.read('metadata/run.json').toString()));
    if (run.start < since)
        return null;
    const tasks = folder.records('tasks').map((record) => dist/* parse */.qgA(taskRecordSchema, record));
    const nodes = folder.records('nodes').map((record) => dist/* parse */.qgA(nodeRecordSchema, record));
    const rows = withLost([...folder.earlierRows().values()], tasks);
    if (run.outcome !== 'running')
        return { run, rows, tasks, nodes };
    const totals = totalsOf(rows, { otherFiles: run.totals.otherFiles, nodes, tasks });
    const report = { run: { ...run, outcome: 'cancelled', totals }, rows, tasks, nodes };
    const groups = [...new Set(rows.flatMap(({ keys }) => Object.keys(keys)))];
    folder.writeTables(rows, groups);
    folder.writeRecord('run', report.run);
    folder.write('report.html', reportPage(report));
    return report;
}
function withLost(rows, tasks) {
    const known = new Set(rows.map(({ image }) => image));
    const planned = tasks.flatMap(({ partition }) => partition.images);
    return [
        ...rows,
        ...planned
            .filter((image) => !known.has(image))
            .map((image) => lostRow(image, 'the run was ended before this image was read'))
    ];
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/results/partition-record.js

/** A partition as the record of its task tells it: its images by their paths. */
const partitionRecord = (partition) => ({
    images: partition.images.map(({ path }) => path),
    bytes: partition.bytes,
    estimatedSeconds: rounded(partition.estimatedSeconds)
});

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
    const finished = await runTask(task, tools, (row) => {
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
        partition: partitionRecord(task),
        node: task.node,
        slot: task.slot,
        attempts: [
            { node: task.node, start: start.toISOString(), end: new Date().toISOString(), ...ended }
        ],
        seconds: rounded((performance.now() - clock) / 1000),
        counts: countsOf(rows)
    };
}

;// CONCATENATED MODULE: ./build/task/policy.js


/**
 * What ImageMagick may do for us: read and write raster formats by path, and nothing else. No delegate (a program of
 * its own), no filter, no `@file`, no network, no script format, bounded resources. ImageMagick adds the system's own
 * policy to this one; it can only take away more.
 */
const policy_POLICY = `<?xml version="1.0" encoding="UTF-8"?>
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
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(home, 'policy.xml'), policy_POLICY);
    return { MAGICK_CONFIGURE_PATH: home };
}

;// CONCATENATED MODULE: ./build/task/warm-engine.js




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
    const args = ['-', base, ...readingArguments(options), '-c', 'stream_filelist=true', 'txt', 'tsv'];
    const child = start(program, args, { env: toolbox.env, input: 'pipe' });
    const said = listener(child);
    const text = growing(`${base}.txt`);
    const table = growing(`${base}.tsv`);
    let pages = 0;
    let stopped = false;
    const stop = () => {
        stopped = true;
        kill(child);
        text.close();
        table.close();
        for (const file of [sentinel, `${base}.txt`, `${base}.tsv`])
            (0,external_node_fs_.rmSync)(file, { force: true });
    };
    const read = async (path, signal) => {
        const page = 2 * pages;
        pages++;
        child.stdin?.write(`${path}\n${sentinel}\n`);
        const stderr = await said.until(`Page ${page + 1} : ${sentinel}\n`, signal);
        const failure = failureIn(stderr);
        if (failure)
            throw failure;
        return pageReading(ownText(text.news(), page, text), table.news().toString('utf8'), page + 1, stderr);
    };
    return {
        get alive() {
            return !stopped && said.alive;
        },
        get pages() {
            return pages;
        },
        read: async (path, signal) => {
            try {
                return await read(path, signal);
            }
            catch (error) {
                stop();
                throw error;
            }
        },
        stop
    };
}
/**
 * The page's own text among what was written since the last page: a form feed stands before each page but the first,
 * so the sentinel's text is between two of them. What follows the page is the next sentinel's and is given back.
 */
function ownText(news, page, file) {
    const FORM_FEED = 0x0c;
    let from = 0;
    for (let i = 0; page > 0 && i < 2; i++)
        from = news.indexOf(FORM_FEED, from) + 1;
    const end = news.indexOf(FORM_FEED, from);
    const own = news.subarray(from, end === -1 ? news.length : end);
    file.giveBack(end === -1 ? 0 : news.length - end);
    return own;
}
function growing(path) {
    let fd = null;
    let seen = 0;
    return {
        news: () => {
            try {
                fd ??= (0,external_node_fs_.openSync)(path, 'r');
            }
            catch (cause) {
                throw new ImageFailure('engine-failed', 'Tesseract wrote no result.', { cause });
            }
            const buffer = Buffer.alloc(Math.max(0, (0,external_node_fs_.fstatSync)(fd).size - seen));
            const length = (0,external_node_fs_.readSync)(fd, buffer, 0, buffer.length, seen);
            seen += length;
            return buffer.subarray(0, length);
        },
        giveBack: (bytes) => {
            seen -= bytes;
        },
        close: () => {
            if (fd !== null)
                (0,external_node_fs_.closeSync)(fd);
            fd = null;
        }
    };
}
/** What the engine says on standard error, handed out up to an awaited line. */
function listener(child) {
    let heard = '';
    let ended = null;
    let wake = () => { };
    const end = (how) => {
        ended ??= how;
        wake();
    };
    child.stdout?.resume();
    child.stdin?.on('error', () => { });
    child.stderr?.setEncoding('utf8').on('data', (chunk) => {
        heard += chunk;
        wake();
    });
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
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
    const failure = failureIn(stderr);
    if (failure)
        return failure;
    return new ImageFailure('engine-failed', `Tesseract ended while it read the image (${how}): ${lastWords(stderr)}.`);
}

;// CONCATENATED MODULE: ./build/task/reader.js



/** Pages after which an engine is replaced, so that neither its memory nor its files grow without end. */
const PAGES_AN_ENGINE = 400;
/** The first Tesseract whose output is whole when a page ends: earlier ones keep it in a buffer. */
const FIRST_WARM = 5;
/**
 * Opens a slot's reader.
 *
 * @param parent the folder for what is made on the way
 */
function openReader(toolbox, options, parent) {
    const workspace = openWorkspace(parent);
    const canStayWarm = Number.parseInt(toolbox.tesseract?.version ?? '0', 10) >= FIRST_WARM &&
        options.pageSegmentationMode !== 0;
    let engine = null;
    /** An engine keeps its options for life, so an image whose resolution must be told goes to a process of its own. */
    const serves = (dpi) => canStayWarm && dpi === null;
    const warm = () => {
        if (engine && engine.pages >= PAGES_AN_ENGINE)
            engine.stop();
        if (!engine?.alive || engine.pages >= PAGES_AN_ENGINE)
            engine = startWarmEngine(toolbox, { ...options, dpi: null }, workspace);
        return engine;
    };
    const own = async (image, formats, dpi, signal) => {
        const scratch = openWorkspace(parent);
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
        readPage: async (path, dpi, signal) => {
            if (serves(dpi))
                return warm().read(path, signal);
            const { pages } = await own({ path, pages: 1 }, [], dpi, signal);
            return pages[0];
        },
        readAll: async (image, formats, dpi, signal) => {
            const extra = formats.some((format) => format !== 'txt' && format !== 'tsv');
            if (image.pages > 1 || extra || !serves(dpi))
                return own(image, formats, dpi, signal);
            return { pages: [await warm().read(image.path, signal)], files: {} };
        },
        close: () => {
            engine?.stop();
            workspace.remove();
        }
    };
}

;// CONCATENATED MODULE: ./build/backends/event-queue.js
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

;// CONCATENATED MODULE: ./build/task/toolbox.js




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
            const { stdout, stderr } = await run(path, args, { env, signal });
            const said = `${stdout}${stderr}`;
            const version = says.exec(said)?.[1];
            if (version)
                return { path, version, said };
        }
        catch (error) {
            if (!(error instanceof NotStarted))
                throw error;
        }
    }
    return null;
}
function candidates(name, env) {
    const file = process.platform === 'win32' ? `${name}.exe` : name;
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(external_node_path_.delimiter).filter(Boolean);
    return [...new Set(folders.map((folder) => (0,external_node_path_.join)(folder, file)))].filter(isProgram);
}
function isProgram(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
/** What of the toolbox stands in a node's record. */
const engineRecord = (toolbox) => ({
    tesseract: toolbox.tesseract?.version ?? null,
    leptonica: toolbox.tesseract?.leptonica ?? null,
    imageMagick: toolbox.imageMagick?.version ?? null,
    poppler: toolbox.poppler?.version ?? null,
    languages: [...toolbox.languages]
});
/** `sha256:` and the digest of a language's model: two models of one name read differently. Null where it lies unknown. */
function modelIdentity(toolbox, language) {
    const folder = toolbox.tesseract?.dataPath;
    if (!folder)
        return null;
    try {
        const model = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, `${language}.traineddata`));
        return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(model).digest('hex')}`;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/backends/local/node.js



/** This machine as a node, with what its tasks did. */
function thisNode(id, kind, toolbox, tasks) {
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
        engine: engineRecord(toolbox),
        tasks: tasks.length,
        images: tasks.reduce((sum, { counts }) => sum + counts.recognized + counts.reused + counts.empty + counts.failed, 0),
        busySeconds: rounded(tasks.reduce((sum, { seconds }) => sum + seconds, 0)),
        firstTaskAt: attempts.map(({ start }) => start).sort()[0] ?? null,
        lastTaskAt: attempts
            .map(({ end }) => end)
            .sort()
            .at(-1) ?? null
    };
}

;// CONCATENATED MODULE: ./build/backends/local/local.js








/** Why a job's tasks were ended: its user asked for it. */
class local_Cancelled extends Error {
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
    const events = new EventQueue();
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
        stop.abort(new local_Cancelled());
    });
    const done = Promise.all(Array.from({ length: slots }, (_, index) => guarded(index))).then(() => {
        (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true, maxRetries: 3 });
        events.end(broken?.error);
    });
    return {
        id: order.runId,
        follow: () => events,
        cancel: async () => {
            stop.abort(new local_Cancelled());
            await done;
        },
        results: async () => {
            await done;
            const tasks = records.slice().sort((a, b) => (a.id < b.id ? -1 : 1));
            const nodes = tasks.length > 0 ? [thisNode(node.id, node.kind, node.toolbox, tasks)] : [];
            return { tasks, nodes };
        }
    };
}
const imagesOf = (partition, order) => partition.images.map(({ path }) => order.images.get(path)).filter((image) => image !== undefined);

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
        const seen = withBytes(file, (bytes) => look(bytes, claims));
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
        return readHeader(format, bytes);
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

;// CONCATENATED MODULE: ./build/images/discover.js


/** Files looked at at a time: enough to hide the disk's waits, few enough to keep memory flat. */
const AT_ONCE = 8;
/**
 * Finds the images that the patterns choose and looks at each one's header and identity.
 *
 * @throws PatternError where a folder or file that was named is not there
 */
async function discover(ask, signal) {
    const selection = select_select(ask.patterns, ask.cwd, ask.results);
    const found = [];
    const queue = selection.files.entries();
    const looker = async () => {
        for (const [index, file] of queue) {
            signal.throwIfAborted();
            found[index] = await inspect(file, ask.maxPixels);
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

;// CONCATENATED MODULE: ./build/plan/cost.js
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

;// CONCATENATED MODULE: ./build/plan/plan.js


/** The least work worth a task of its own, in seconds: recording a task costs a few thousandths, an idle slot its whole time. */
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
        ? factored(costed, wanted.slots)
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
        .sort((a, b) => byImage({ image: a.path }, { image: b.path }));
}
function byCost(images) {
    return images
        .map((image) => ({ image, cost: estimateSeconds(image) }))
        .sort((a, b) => b.cost - a.cost || byImage({ image: a.image.path }, { image: b.image.path }));
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
function factored(costed, slots) {
    const groups = [];
    let remaining = total(costed);
    let next = 0;
    while (next < costed.length) {
        const share = Math.max(LEAST_SECONDS, remaining / (2 * slots));
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

;// CONCATENATED MODULE: ./build/results/key.js

/**
 * The key of a result: same key, same text.
 *
 * @param identity of the image's bytes
 * @param fingerprint of the engine and its settings
 */
const resultKey = (identity, fingerprint) => `sha256:${(0,external_node_crypto_.createHash)('sha256').update(`${identity}\n${fingerprint}`).digest('hex')}`;

;// CONCATENATED MODULE: ./build/task/fingerprint.js


/** Counts up when our own way of reading changes in a way that changes texts. */
const READING_VERSION = 1;
/** What decides which text comes of an image's bytes, as one digest: programs, models, settings, our own rules. */
function fingerprint(toolbox, settings) {
    const parts = {
        reading: READING_VERSION,
        tesseract: toolbox.tesseract?.version,
        leptonica: toolbox.tesseract?.leptonica,
        imageMagick: toolbox.imageMagick?.version,
        poppler: toolbox.poppler?.version,
        models: settings.languages.map((language) => [language, modelIdentity(toolbox, language)]),
        pageSegmentationMode: settings.pageSegmentationMode,
        dpi: settings.dpi,
        prepare: settings.prepare,
        secondLook: settings.secondLook,
        deskew: settings.deskew,
        rotate: settings.rotate
    };
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}

;// CONCATENATED MODULE: ./build/settings/parse.js
/**
 * How the text of one input becomes a value. Each parser takes the text as it was given (never empty: an empty
 * input means its default) and throws an `InputProblem` whose message completes "input `name` …".
 */
/** Says what is wrong with one input's text. The message completes the sentence "`name` …". */
class InputProblem extends Error {
}
const quoted = (text) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
/** Any text, trimmed. */
const parse_text = (given) => given.trim();
/** Yes or no, in the words that YAML and people use. */
const yesNo = (given) => {
    const word = given.trim().toLowerCase();
    if (['true', 'yes', 'on', '1'].includes(word))
        return true;
    if (['false', 'no', 'off', '0'].includes(word))
        return false;
    throw new InputProblem(`is ${quoted(given)}; it takes true or false.`);
};
/** One of the given words. */
const oneOf = (...words) => (given) => {
    const word = given.trim().toLowerCase();
    if (words.includes(word))
        return word;
    throw new InputProblem(`is ${quoted(given)}; it takes ${listed(words)}.`);
};
/** Any of the given words, separated by commas or white space, in the order of the declaration. */
const anyOf = (...words) => (given) => {
    const chosen = given
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean);
    const unknown = chosen.filter((word) => !words.includes(word));
    if (unknown.length > 0) {
        throw new InputProblem(`has ${unknown.map(quoted).join(', ')}; it takes any of ${words.join(', ')}.`);
    }
    if (chosen.length === 0)
        throw new InputProblem(`is ${quoted(given)}; it takes any of ${words.join(', ')}.`);
    return words.filter((word) => chosen.includes(word));
};
/** A whole number within bounds, both included. */
const wholeNumber = (least, most) => (given) => {
    const number = Number(given.trim());
    if (/^\d+$/.test(given.trim()) && number >= least && number <= most)
        return number;
    throw new InputProblem(`is ${quoted(given)}; it takes a whole number from ${least} to ${most}.`);
};
/** A number of seconds, fractions allowed. */
const seconds = (most) => (given) => {
    const number = Number(given.trim());
    if (/^\d+(\.\d+)?$/.test(given.trim()) && number > 0 && number <= most)
        return number;
    throw new InputProblem(`is ${quoted(given)}; it takes seconds, more than 0 and at most ${most}.`);
};
/** Lines of text, blank ones left out. */
const lines = (given) => given
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
/** Tesseract's languages, joined by a plus as Tesseract takes them. */
const languages = (given) => {
    const names = given.split(/[+,\s]+/).filter(Boolean);
    const wrong = names.filter((name) => !/^[A-Za-z][A-Za-z0-9_]*(\/[A-Za-z0-9_]+)?$/.test(name));
    if (names.length === 0 || wrong.length > 0) {
        throw new InputProblem(`is ${quoted(given)}; it takes Tesseract's languages, such as eng or eng+fra.`);
    }
    return [...new Set(names)];
};
/** `i/n`, with 1 ≤ i ≤ n. */
const shard = (given) => {
    const [, index, count] = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/.exec(given) ?? [];
    if (Number(index) >= 1 && Number(index) <= Number(count)) {
        return { index: Number(index), count: Number(count) };
    }
    throw new InputProblem(`is ${quoted(given)}; it takes i/n with i from 1 to n, such as 2/4.`);
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
    throw new InputProblem(`is ${quoted(given)}; it takes any, all, never, or a share such as 5%.`);
};
/** `auto`, or a number of partitions. */
const partitions = (given) => {
    if (given.trim().toLowerCase() === 'auto')
        return 'auto';
    try {
        return wholeNumber(1, 100_000)(given);
    }
    catch {
        throw new InputProblem(`is ${quoted(given)}; it takes auto, or a whole number from 1 to 100000.`);
    }
};
/** A regular expression with named groups that do not clash with `taken`, the names of the table's own columns. */
const keyPattern = (taken) => (given) => {
    const pattern = compiled(given);
    const groups = groupsOf(pattern);
    if (groups.length === 0) {
        throw new InputProblem(`has no named group, so it makes no column; write one as (?<phone>\\d+).`);
    }
    const clashing = groups.filter((group) => taken.includes(group));
    if (clashing.length > 0) {
        throw new InputProblem(`names the group ${listed(clashing)}, which is a column of the table already.`);
    }
    return pattern;
};
/** The named groups of a pattern. An empty alternative makes it match even nothing, so that every group shows. */
const groupsOf = (pattern) => Object.keys(new RegExp(`${pattern.source}|`).exec('')?.groups ?? {});
function compiled(source) {
    try {
        return new RegExp(source);
    }
    catch (error) {
        throw new InputProblem(`is no regular expression: ${error.message}.`, {
            cause: error
        });
    }
}
/** A prefix of an artifact's name; GitHub forbids some characters (github.com/actions/toolkit, artifact's path validation). */
const artifactName = (given) => {
    const name = given.trim();
    if (/^[^":<>|*?\r\n\\/]{1,200}$/.test(name))
        return name;
    throw new InputProblem(`is ${quoted(given)}; an artifact's name has none of " : < > | * ? \\ / and no line break.`);
};
/** Words as a list in a sentence: `a, b or c`. */
const listed = (words) => words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

;// CONCATENATED MODULE: ./build/settings/inputs.js



const input = (declaration) => declaration;
/** The inputs by their names in the code; the names outside are the same in kebab-case (`kebab`). */
const inputs = {
    images: input({
        fallback: 'images',
        placeholder: 'patterns',
        meaning: 'Folder, file or glob patterns, one a line; `!` excludes.',
        parse: lines
    }),
    languages: input({
        fallback: 'eng',
        placeholder: 'list',
        meaning: "Tesseract's languages, such as `eng+fra`.",
        parse: languages
    }),
    formats: input({
        fallback: 'txt',
        placeholder: 'list',
        meaning: 'Any of `txt hocr tsv alto pdf`, comma or space separated; all are made in one recognition.',
        parse: anyOf(...FORMATS)
    }),
    pageSegmentationMode: input({
        fallback: '',
        shownDefault: "Tesseract's own (3)",
        placeholder: 'mode',
        meaning: 'How Tesseract divides a page, 0 to 13; 7 or 13 for images of one line.',
        parse: wholeNumber(0, 13)
    }),
    dpi: input({
        fallback: '',
        shownDefault: 'from the image',
        placeholder: 'number',
        meaning: 'The resolution to assume where the image does not say.',
        parse: wholeNumber(70, 2400)
    }),
    prepare: input({
        fallback: 'auto',
        placeholder: 'when',
        meaning: '`auto`: ImageMagick makes a TIFF only where Tesseract could not read the image, or would read it wrongly (orientation tag, tiled or float TIFF, a format it lacks); `always`: every image becomes a TIFF first; `never`: ImageMagick is not used, and there is no second look.',
        parse: oneOf('auto', 'always', 'never')
    }),
    secondLook: input({
        fallback: 'true',
        meaning: 'An image read with doubt (low confidence, or a resolution that Tesseract puts under 150) is prepared anew (scaled, straightened, turned) and read again; the surer text is kept, and the row says which look it came from.',
        parse: yesNo
    }),
    deskew: input({
        fallback: 'auto',
        placeholder: 'when',
        meaning: 'Straighten skewed pages: `auto`: in the second look; `always`; `never`.',
        parse: oneOf('auto', 'always', 'never')
    }),
    rotate: input({
        fallback: 'auto',
        placeholder: 'when',
        meaning: 'Turn pages that lie on their side or head: `auto`: in the second look; `always`; `never`.',
        parse: oneOf('auto', 'always', 'never')
    }),
    keyPattern: input({
        fallback: '',
        placeholder: 'regexp',
        meaning: "Regular expression over an image's path; its named groups become columns, such as `(?<phone>\\+?\\d{8,15})`.",
        parse: keyPattern(csvColumns([]))
    }),
    imageTimeout: input({
        fallback: '120',
        placeholder: 'seconds',
        meaning: 'Seconds for one image.',
        parse: seconds(86_400)
    }),
    maxPixels: input({
        fallback: '200000000',
        placeholder: 'number',
        meaning: 'An image with more pixels is refused unread.',
        parse: wholeNumber(1, 10_000_000_000)
    }),
    backend: input({
        fallback: 'local',
        placeholder: 'name',
        meaning: 'Where the job runs: `local`, this machine.',
        parse: oneOf('local')
    }),
    slots: input({
        fallback: '',
        shownDefault: 'cores of the node',
        placeholder: 'number',
        meaning: 'Tasks at a time on one node.',
        parse: wholeNumber(1, 256)
    }),
    partitions: input({
        fallback: 'auto',
        placeholder: 'number',
        meaning: 'Number of partitions; `auto` makes nearly one queue of images, largest first, so that no slot idles at the end.',
        parse: partitions
    }),
    shard: input({
        fallback: '1/1',
        placeholder: 'i/n',
        meaning: 'Which part of the run this is, for a matrix of runners.',
        parse: shard
    }),
    reuse: input({
        fallback: 'true',
        meaning: 'Keep results whose key (the image, the engine and its settings) is unchanged.',
        parse: yesNo
    }),
    install: input({
        fallback: '',
        shownDefault: '`true` on GitHub, `false` in the terminal',
        meaning: 'Install ImageMagick, Tesseract and languages where missing.',
        parse: yesNo
    }),
    results: input({
        fallback: 'ocr-results',
        placeholder: 'folder',
        meaning: 'Results folder.',
        parse: parse_text
    }),
    artifactName: input({
        fallback: 'ocr',
        placeholder: 'prefix',
        meaning: 'Prefix of the two artifacts, `…-text` and `…-metadata`.',
        parse: artifactName
    }),
    artifactRetentionDays: input({
        fallback: '',
        shownDefault: "the repository's",
        placeholder: 'days',
        meaning: 'Days that GitHub keeps the artifacts.',
        parse: wholeNumber(1, 400)
    }),
    failOn: input({
        fallback: 'any',
        placeholder: 'when',
        meaning: '`any`, `all`, `never`, or a share like `5%`: when failed images fail the step.',
        parse: failOn
    })
};
/** The inputs' keys, in the order of the declaration. */
const inputKeys = Object.keys(inputs);
/** The name of an input outside of the code: `pageSegmentationMode` is `page-segmentation-mode`. */
const kebab = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

;// CONCATENATED MODULE: ./build/settings/settings.js



/** Every problem of every input, told at once. `problems` are whole sentences. */
class SettingsError extends Error {
    problems;
    constructor(problems) {
        super(problems.join('\n'));
        this.problems = problems;
    }
}
/**
 * Reads the inputs' texts into settings.
 *
 * @param texts what was given
 * @param onGitHub whether a runner started us: programs are installed there without being asked
 * @throws SettingsError with all problems of all inputs
 */
function readSettings(texts, onGitHub) {
    const problems = [];
    const values = {};
    const fallbacks = { slots: String((0,external_node_os_.availableParallelism)()), install: String(onGitHub) };
    for (const key of inputKeys) {
        const given = texts[key]?.trim() ? texts[key] : inputs[key].fallback || fallbacks[key] || '';
        try {
            values[key] = given === '' ? null : inputs[key].parse(given);
        }
        catch (error) {
            if (!(error instanceof InputProblem))
                throw error;
            problems.push(`Input \`${kebab(key)}\` ${error.message}`);
        }
    }
    const settings = values;
    problems.push(...contradictions(settings));
    if (problems.length > 0)
        throw new SettingsError(problems);
    return settings;
}
function contradictions(settings) {
    if (settings.prepare !== 'never')
        return [];
    return ['deskew', 'rotate']
        .filter((key) => settings[key] === 'always')
        .map((key) => `Input \`${key}\` is always, but \`prepare\` is never: only ImageMagick can do that; set \`prepare\` to auto.`);
}
/** The settings as they stand in a record or a log: plain JSON, nothing secret. */
function settingsRecord(settings) {
    return Object.fromEntries(inputKeys.map((key) => {
        const value = settings[key];
        return [kebab(key), value instanceof RegExp ? value.source : value];
    }));
}

;// CONCATENATED MODULE: ./build/run/finish.js





/**
 * Writes the records of a run that begins: the plan, and each task with its images. Should the run be killed, they say
 * which images nobody answered for (`recover`).
 *
 * @param known rows that no task has to make
 */
function begin(beginning, known) {
    const { folder, plan } = beginning;
    folder.clearRecords();
    folder.beginRows(known);
    const nothing = { jobId: '', rows: known, results: { nodes: [], tasks: [] }, cancelled: false };
    folder.writeRecord('run', { ...runRecord(beginning, nothing), end: null, outcome: 'running' });
    for (const partition of plan.partitions) {
        const planned = {
            id: partition.task,
            partition: partitionRecord(partition),
            node: null,
            slot: null,
            attempts: [],
            seconds: 0,
            counts: { recognized: 0, reused: 0, empty: 0, failed: 0 }
        };
        folder.writeRecord(`tasks/${partition.task}`, planned);
    }
}
/** Writes tables, records and report of a run that has ended. */
function finish(beginning, ending) {
    const { folder, settings } = beginning;
    const { nodes, tasks } = ending.results;
    const report = { run: runRecord(beginning, ending), rows: ending.rows, nodes, tasks };
    folder.writeTables(ending.rows, settings.keyPattern ? groupsOf(settings.keyPattern) : []);
    folder.writeRecord('run', report.run);
    for (const node of nodes)
        folder.writeRecord(`nodes/${node.id}`, node);
    for (const task of tasks)
        folder.writeRecord(`tasks/${task.id}`, task);
    folder.write('report.html', reportPage(report));
    return { ...report, jobId: ending.jobId, results: folder.path, cancelled: ending.cancelled };
}
function runRecord(beginning, ending) {
    const { settings, surroundings } = beginning;
    const end = new Date();
    const seconds = rounded((end.getTime() - beginning.start.getTime()) / 1000);
    const totals = totalsOf(ending.rows, {
        otherFiles: beginning.discovery.otherFiles,
        ...ending.results
    });
    return {
        id: surroundings.runId,
        backend: settings.backend,
        start: beginning.start.toISOString(),
        end: end.toISOString(),
        seconds,
        outcome: ending.cancelled ? 'cancelled' : 'done',
        settings: settingsRecord(settings),
        totals,
        speedup: totals.tasks === 0 || seconds === 0 ? null : rounded(totals.taskSeconds / seconds),
        plan: planRecord(beginning.plan),
        repository: surroundings.repository,
        commit: surroundings.commit,
        workflowRun: surroundings.workflowRun
    };
}
/** A plan as it stands in records and in `plan --json`. */
const planRecord = (planned) => ({
    slots: planned.slots,
    estimatedSeconds: rounded(planned.estimatedSeconds),
    partitions: planned.partitions.map(({ task, images, bytes, estimatedSeconds }) => ({
        task,
        images: images.length,
        bytes,
        estimatedSeconds: rounded(estimatedSeconds)
    }))
});

;// CONCATENATED MODULE: ./build/run/keys.js

/** The columns that `key-pattern` makes of an image's path: every named group, null where it did not take part. */
function keysOf(pattern, path) {
    if (!pattern)
        return {};
    const found = pattern.exec(path)?.groups ?? {};
    return Object.fromEntries(groupsOf(pattern).map((name) => [name, found[name] ?? null]));
}

;// CONCATENATED MODULE: ./build/task/install.js




/** Installing did not work. The message says what happened and the command to run by hand. */
class InstallError extends Error {
}
/** Debian's packages of what is missing: the names by which everything else here speaks of a program. */
function missingPackages(toolbox, needs) {
    const languages = needs.languages.filter((language) => !toolbox.languages.includes(language));
    return [
        ...(toolbox.tesseract ? [] : ['tesseract-ocr', 'tesseract-ocr-osd']),
        ...languages.map((language) => `tesseract-ocr-${language.toLowerCase().replaceAll('_', '-').replace('/', '-')}`),
        ...(toolbox.imageMagick ? [] : ['imagemagick']),
        ...(toolbox.poppler || !needs.pdf ? [] : ['poppler-utils'])
    ];
}
/** The names of the same programs with other package managers; a language's package keeps its name where it is not named. */
const ELSEWHERE = {
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
/** The command that installs packages on this machine, by the package manager that is there. */
function remedy(packages, path = process.env['PATH'] ?? '') {
    const manager = ['apt-get', ...Object.keys(ELSEWHERE)].find((name) => onPath(name, path)) ?? 'apt-get';
    if (manager === 'apt-get')
        return `sudo apt-get install -y ${packages.join(' ')}`;
    const { install, names } = ELSEWHERE[manager];
    const own = packages.map((name) => names[name] ?? languageName(name, names['tesseract-ocr-*']) ?? name);
    return `${install} ${[...new Set(own.filter(Boolean))].join(' ')}`;
}
const languageName = (name, form) => name.startsWith('tesseract-ocr-')
    ? form?.replace('*', name.slice('tesseract-ocr-'.length).replace('-', '_'))
    : undefined;
const onPath = (name, path) => path.split(external_node_path_.delimiter).some((folder) => {
    try {
        (0,external_node_fs_.accessSync)((0,external_node_path_.join)(folder, process.platform === 'win32' ? `${name}.exe` : name), external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
});
/** Other installations may hold dpkg's lock at boot; apt waits for it this many seconds. */
const LOCK_SECONDS = 300;
/**
 * Installs Debian packages by apt, as root or by sudo.
 *
 * @throws InstallError where there is no apt, no right to use it, or a package is not to be had
 */
async function installMissing(packages, env, signal, onOutput) {
    const byHand = `Install by hand: ${remedy(packages, env['PATH'])}`;
    if (!onPath('apt-get', env['PATH'] ?? '')) {
        throw new InstallError(`Only apt is driven from here, and this machine has none. ${byHand}`);
    }
    const root = process.getuid?.() === 0;
    if (!root && !onPath('sudo', env['PATH'] ?? ''))
        throw new InstallError(`Installing needs root or sudo. ${byHand}`);
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
        // -n: where sudo would ask for a password nobody could answer.
        const [program = '', ...rest] = root
            ? command
            : ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', ...command];
        return run(program, rest, {
            env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
            signal,
            onOutput
        });
    };
    const updated = await apt('update');
    const installed = await apt('install', '-y', '--no-install-recommends', ...packages);
    if (installed.code === 0)
        return;
    const words = lastWords(installed.stderr || installed.stdout.toString() || updated.stderr);
    throw new InstallError(`apt could not install ${packages.join(', ')}: ${words}. ${byHand}`);
}

;// CONCATENATED MODULE: ./build/run/programs.js



/** A program that a run cannot do without is not there. The message says how to install it. */
class ProgramMissing extends Error {
}
/**
 * Readies the toolbox that a run needs, installing what is missing where that is asked for.
 *
 * @param opened the toolbox as it was at first
 * @throws ProgramMissing without Tesseract; SettingsError where a language is not there
 */
async function readyToolbox(settings, pdf, opened, env, listener, signal) {
    // How a page lies (mode 0) is told by a model of its own.
    const languages = settings.pageSegmentationMode === 0 ? ['osd'] : settings.languages;
    const needs = { languages, pdf };
    let toolbox = await opened;
    const missing = missingPackages(toolbox, needs);
    if (missing.length > 0 && settings.install) {
        listener.say(`Installing ${missing.join(', ')}.`);
        await installMissing(missing, env, signal, (text) => listener.output(text));
        toolbox = await openToolbox(env, signal);
    }
    assertReady(toolbox, needs, listener);
    return toolbox;
}
function assertReady(toolbox, needs, listener) {
    if (!toolbox.tesseract) {
        throw new ProgramMissing(`Tesseract is not installed, so nothing can be read. Run with --install, or: ${remedy(missingPackages(toolbox, needs))}`);
    }
    const absent = needs.languages.filter((language) => !toolbox.languages.includes(language));
    if (absent.length > 0) {
        const has = toolbox.languages.length > 0 ? toolbox.languages.join(', ') : 'none';
        throw new SettingsError([
            `Input \`languages\` asks for ${absent.join(', ')}, which Tesseract has no model for here (it has ${has}). Run with --install, or: ${remedy(missingPackages(toolbox, needs))}`
        ]);
    }
    if (!toolbox.imageMagick) {
        listener.warn(`ImageMagick is not installed: images that must be prepared will fail, and there is no second look. Run with --install, or: ${remedy(['imagemagick'])}`);
    }
    const { tesseract, imageMagick } = toolbox;
    listener.say(`Tesseract ${tesseract.version} with ${needs.languages.join(' + ')}, ${imageMagick ? `ImageMagick ${imageMagick.version}` : 'no ImageMagick'}.`);
}

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
    constructor(images) {
        this.#costs = new Map(images.map((image) => [image.path, estimateSeconds(image)]));
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
        const elapsed = (performance.now() - this.#start) / 1000;
        return {
            done: this.#done,
            total: this.#total,
            failed: this.#failed,
            secondsLeft: this.#costDone > 0 ? Math.max(0, (this.#costLeft / this.#costDone) * elapsed) : null
        };
    }
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
    for (const { image } of kept)
        folder.removeOutputs(image, ['txt', ...ask.formats]);
    removeOthers([...earlier.keys(), ...wanted.map(({ path }) => path)], kept, folder);
    return { kept, wanted };
}
/** Gives the images that have another path now their files there. */
function bringAlong(found, folder, formats) {
    const isInPlace = ({ row, image }) => row.image === image.path;
    const copies = found
        .filter((one) => !isInPlace(one))
        .flatMap(({ row, image }) => [...new Set(['txt', ...formats])].map((format) => ({
        from: outputPath(format, row.image),
        to: outputPath(format, image.path)
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
    for (const path of new Set(paths))
        if (!keptPaths.has(path))
            folder.removeOutputs(path);
}
/** Whether a row has a text, and every file that this run is asked for. */
const isWhole = (row, formats, folder) => row.status !== 'failed' &&
    ['txt', ...formats].every((format) => folder.has(outputPath(format, row.image)));
/** The row as this run tells it: kept, read by no task of this run. */
function retold(row, image) {
    return {
        ...row,
        image: image.path,
        status: 'reused',
        text: outputPath('txt', image.path),
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
 * @throws SettingsError, PatternError, ProgramMissing, InstallError before any work; the signal's reason where it fires then
 */
async function runJob(settings, surroundings, listener, signal) {
    const start = new Date();
    const folder = new ResultsFolder((0,external_node_path_.resolve)(surroundings.cwd, settings.results));
    // Asking programs for their versions takes as long as looking at some hundred images: both at once.
    const opened = openToolbox(surroundings.env, signal);
    opened.catch(() => { });
    listener.phase('Images');
    const discovery = await findImages(settings, surroundings.cwd, folder.path, listener, signal);
    if (discovery.images.length === 0) {
        listener.warn('There is no image to read, so there is nothing to do.');
        const beginning = { settings, surroundings, folder, start, discovery, plan: plan([], settings) };
        reuseEarlier([], folder, settings);
        begin(beginning, []);
        return finish(beginning, {
            jobId: surroundings.runId,
            rows: [],
            results: { nodes: [], tasks: [] },
            cancelled: false
        });
    }
    listener.phase('Programs');
    const pdf = discovery.images.some(({ header }) => header?.format === 'pdf');
    const toolbox = await readyToolbox(settings, pdf, opened, surroundings.env, listener, signal);
    listener.phase('Plan');
    const images = taskImages(discovery, settings, toolbox);
    const readable = images.filter(({ problem }) => problem === null);
    const refused = images.filter(({ problem }) => problem !== null).map(unread);
    const reuse = reuseEarlier(readable, folder, settings);
    const planned = plan(reuse.wanted, { ...settings, prefix: shardPrefix(settings) });
    listener.say(planSentence(planned, reuse.kept.length));
    const known = [...reuse.kept, ...refused];
    const beginning = { settings, surroundings, folder, start, discovery, plan: planned };
    begin(beginning, known);
    listener.phase('Reading');
    for (const row of refused)
        listener.failed(row);
    const order = {
        runId: surroundings.runId,
        plan: planned,
        images: new Map(images.map((image) => [image.path, image])),
        settings,
        imageTimeout: settings.imageTimeout,
        folder
    };
    const job = await backendOf(settings, toolbox).start(order);
    const read = await follow(job, order, reuse.wanted, listener, signal);
    const rows = [...known, ...read, ...lostRows(reuse.wanted, read, signal.aborted)];
    return finish(beginning, {
        jobId: job.id,
        rows,
        results: await job.results(),
        cancelled: signal.aborted
    });
}
/** Finds the images of this run, or of this shard of it, and says what it found. */
async function findImages(settings, cwd, results, listener, signal) {
    const ask = { patterns: settings.images, cwd, results, maxPixels: settings.maxPixels };
    const all = await discover(ask, signal);
    for (const warning of all.warnings)
        listener.warn(warning);
    const images = shardOf(all.images, settings.shard);
    const others = all.otherFiles > 0 ? `, beside ${count(all.otherFiles, 'other file')} left alone` : '';
    const part = settings.shard.count > 1
        ? ` (shard ${settings.shard.index} of ${settings.shard.count}, of ${all.images.length} in all)`
        : '';
    listener.say(`Found ${count(images.length, 'image')}${part}${others}.`);
    return { ...all, images };
}
const shardPrefix = ({ shard }) => shard.count === 1 ? '' : `shard-${shard.index}-`;
function backendOf(settings, toolbox) {
    const { index, count } = settings.shard;
    return localBackend(count === 1
        ? { id: 'local', kind: 'local', toolbox }
        : { id: `shard-${index}-of-${count}`, kind: 'runner', toolbox });
}
function taskImages(discovery, settings, toolbox) {
    const engine = fingerprint(toolbox, settings);
    return discovery.images.map((image) => ({
        ...image,
        key: image.identity && resultKey(image.identity, engine),
        keys: keysOf(settings.keyPattern, image.path)
    }));
}
/** Follows a job to its end: each row is in the table before anyone hears of it. */
async function follow(job, order, wanted, listener, signal) {
    const progress = new ProgressCount(wanted);
    const rows = [];
    const cancel = () => void job.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted)
        cancel();
    try {
        for await (const event of job.follow()) {
            if (event.kind === 'row') {
                order.folder.appendRow(event.row);
                rows.push(event.row);
                if (event.row.status === 'failed')
                    listener.failed(event.row);
                listener.progress(progress.count(event.row));
            }
            else if (event.kind === 'task-ended') {
                order.folder.writeRecord(`tasks/${event.task.id}`, event.task);
            }
        }
    }
    finally {
        signal.removeEventListener('abort', cancel);
    }
    return rows;
}
function planSentence(planned, kept) {
    const images = planned.partitions.reduce((sum, partition) => sum + partition.images.length, 0);
    const reused = kept > 0 ? `${count(kept, 'result')} of earlier runs kept; ` : '';
    if (images === 0)
        return `${reused}nothing is left to read.`;
    const tasks = `${count(planned.partitions.length, 'task')} on ${count(planned.slots, 'slot')}`;
    return `${reused}${count(images, 'image')} to read in ${tasks}, about ${duration(planned.estimatedWallSeconds)}.`;
}

;// CONCATENATED MODULE: ./build/run/verdict.js
/** Whether so many failed images fail the run. A run without images fails by none. */
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

;// CONCATENATED MODULE: ./build/github/log.js




/** A progress line comes at most this often, in milliseconds. */
const EVERY = 5000;
/** Failed images told one by one in the log; the rest are in the table. */
const log_MOST_FAILURES = 50;
/**
 * A text from a stranger as a line of the log: nothing in it is taken for a workflow command. `::` counts only where a
 * line begins, and ours begin with our words; `##[` counts anywhere (actions/runner, ActionCommand.cs).
 */
const harmless = (text) => plainSpaces(visible(text)).replaceAll('##[', '## [');
/** Tells the story of a run as the log of a step: a group a phase, progress lines, one line a failed image. */
function stepLog() {
    const failures = [];
    let open = false;
    let last = 0;
    const close = () => {
        if (open)
            (0,core/* endGroup */.N4)();
        open = false;
    };
    return {
        failures,
        phase: (title) => {
            close();
            (0,core/* startGroup */.Oh)(title);
            open = true;
        },
        say: (sentence) => (0,core/* info */.pq)(harmless(sentence)),
        warn: (sentence) => (0,core/* warning */.$e)(harmless(sentence)),
        output: unheeded,
        failed: (row) => {
            failures.push(row);
            if (failures.length <= log_MOST_FAILURES)
                (0,core/* info */.pq)(`Failed: ${harmless(row.error?.message ?? row.image)}`);
            if (failures.length === log_MOST_FAILURES + 1)
                (0,core/* info */.pq)('More images failed; results.csv names them all.');
        },
        progress: ({ done, total, failed, secondsLeft }) => {
            const now = performance.now();
            if (now - last < EVERY && done < total)
                return;
            last = now;
            const left = done < total && secondsLeft !== null ? `, ${duration(secondsLeft)} left` : '';
            (0,core/* info */.pq)(plainSpaces(`${done} of ${count(total, 'image')}, ${failed} failed${left}`));
        },
        close
    };
}
/** Prints what a program printed, with the runner's ears shut: it may contain anything. */
function unheeded(text) {
    const token = (0,external_node_crypto_.randomUUID)();
    (0,core/* info */.pq)(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::`);
}

;// CONCATENATED MODULE: ./build/github/annotations.js


/** GitHub shows ten errors a step and drops the rest without a word; one of them is left for how the step ends. */
const MOST = 9;
/** Annotates failed images: each by its file, the last annotation counting those that have none. */
function annotateFailures(failures) {
    const shown = failures.length > MOST ? MOST - 1 : MOST;
    for (const row of failures.slice(0, shown)) {
        (0,core/* error */.z3)(harmless(row.error?.message ?? row.image), {
            title: `OCR failed: ${row.error?.code ?? 'unknown'}`,
            file: harmless(row.image)
        });
    }
    if (failures.length > shown) {
        (0,core/* error */.z3)(`${failures.length - shown} more images failed; the job summary and results.csv name them.`, { title: 'OCR failed' });
    }
}

;// CONCATENATED MODULE: ./build/github/artifacts.js




/** The two artifacts of a run. */
const ARTIFACT_KINDS = ['text', 'metadata'];
/** `report.html` and `metadata/` go into `…-metadata`; everything else is text and tables. */
const artifacts_kindOf = (path) => path === 'report.html' || path.startsWith('metadata/') ? 'metadata' : 'text';
/** Characters that GitHub refuses in the paths of an artifact (actions/toolkit, path-and-artifact-name-validation). */
const REFUSED = /["<>:|*?\r\n\\]/g;
/**
 * Uploads the results folder as two artifacts, or those of them that are asked for. What was taken before one fails is
 * told, too.
 *
 * @param warn hears where a name had to be changed
 */
async function uploadResults(results, ask, warn) {
    const artifacts = {};
    let staged = null;
    try {
        staged = stage(results, filesBelow(results), warn);
        for (const kind of ask.kinds) {
            const own = staged.paths.filter((path) => artifacts_kindOf(path) === kind);
            const name = `${ask.prefix}-${kind}${ask.suffix}`;
            artifacts[kind] = await uploadOne(name, own, staged.root, ask, warn);
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
async function uploadOne(name, paths, root, ask, warn) {
    const { DefaultArtifactClient } = await __webpack_require__.e(/* import() */ 22).then(__webpack_require__.bind(__webpack_require__, 1022));
    const client = new DefaultArtifactClient();
    const files = paths.map((path) => (0,external_node_path_.join)(root, path));
    const options = ask.retentionDays === null ? {} : { retentionDays: ask.retentionDays };
    for (const candidate of [name, ...elseNames(name, ask.attempt)]) {
        try {
            const { id = 0, digest = '' } = await client.uploadArtifact(candidate, files, root, options);
            if (candidate !== name)
                warn(clash(name, candidate));
            return { name: candidate, id, digest, files: files.length };
        }
        catch (error) {
            if (!isClash(error))
                throw error;
        }
    }
    throw new Error(`The artifact names ${name}, ${elseNames(name, ask.attempt).join(' and others like it')} are all taken; set artifact-name.`);
}
/** Names against a clash: a re-run's by its attempt, any other's by chance. */
const elseNames = (name, attempt) => [
    ...(attempt > 1 ? [`${name}-attempt-${attempt}`] : []),
    `${name}-${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`
];
/** The client wraps the service's 409 in a plain error, so its words are all there is. */
const isClash = (error) => /\b409\b|already exists/i.test(error.message);
const clash = (name, taken) => `An artifact named ${name} exists in this workflow run already (a matrix job, or a second use of this action), so this one is named ${taken}. Set \`artifact-name\` to something of this job, such as ocr-\${{ matrix.name }} or ocr-\${{ strategy.job-index }}.`;
function filesBelow(root) {
    return (0,external_node_fs_.readdirSync)(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
        .map((entry) => (0,external_node_path_.relative)(root, (0,external_node_path_.join)(entry.parentPath, entry.name)).split(external_node_path_.sep).join('/'))
        .sort();
}
/** Where a path has a character that artifacts refuse, the files are linked under names that pass. */
function stage(root, paths, warn) {
    const odd = paths.filter((path) => path.search(REFUSED) !== -1);
    if (odd.length === 0)
        return { root, paths, remove: () => { } };
    warn(`${odd.length} files have characters in their names that artifacts refuse (" : < > | * ? \\ or a line break); in the artifact these stand as %XX.`);
    const home = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ocr-artifact-'));
    const plain = new Set(paths);
    const staged = paths.map((path) => {
        const percented = path.replace(REFUSED, artifacts_percent);
        const name = percented !== path && plain.has(percented)
            ? `${percented}~${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`
            : percented;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)((0,external_node_path_.join)(home, name)), { recursive: true });
        place((0,external_node_path_.join)(root, path), (0,external_node_path_.join)(home, name));
        return name;
    });
    return { root: home, paths: staged, remove: () => (0,external_node_fs_.rmSync)(home, { recursive: true, force: true }) };
}
const artifacts_percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
/** A link costs nothing; another file system takes a copy. */
function place(from, to) {
    try {
        (0,external_node_fs_.linkSync)(from, to);
    }
    catch {
        (0,external_node_fs_.copyFileSync)(from, to);
    }
}

;// CONCATENATED MODULE: ./build/github/inputs.js


/** The texts of the inputs as the runner hands them to a step. */
const stepInputs = () => Object.fromEntries(inputKeys.map((key) => [key, (0,core/* getInput */.V4)(kebab(key))]));

;// CONCATENATED MODULE: ./build/github/outputs.js

/**
 * Sets the step's outputs.
 *
 * @param artifacts the outputs of those that were not uploaded stay empty
 * @param workflowRun address of the workflow run, below which artifacts have theirs
 */
function setOutputs(finished, artifacts, workflowRun) {
    const { run } = finished;
    const { totals } = run;
    const values = {
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
    for (const [name, value] of Object.entries(values))
        (0,core/* setOutput */.uH)(name, value);
}
function artifactOutputs(kind, artifacts, workflowRun) {
    const uploaded = artifacts[kind];
    return {
        [`${kind}-artifact-id`]: uploaded?.id ?? '',
        [`${kind}-artifact-url`]: uploaded && workflowRun ? `${workflowRun}/artifacts/${uploaded.id}` : '',
        [`${kind}-artifact-digest`]: uploaded?.digest ?? ''
    };
}

;// CONCATENATED MODULE: ./build/github/state.js

const KEY = 'undelivered';
/** Tells the runner to start this file again after the job, as `post`. */
const rememberPost = () => (0,core/* saveState */.LZ)('isPost', 'true');
/** Remembers that results wait for delivery, or that none do any more. */
const rememberUndelivered = (state) => (0,core/* saveState */.LZ)(KEY, state === null ? '' : JSON.stringify(state));
/** What the step left undelivered; null where nothing is. */
function undelivered() {
    const text = (0,core/* getState */.Gu)(KEY);
    return text === '' ? null : JSON.parse(text);
}

;// CONCATENATED MODULE: ./build/github/surroundings.js
/** The address of the workflow run; null where this is none. */
function workflowRunUrl(env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null;
}
/** Where a step takes place. The id of the run is GitHub's, with the attempt, so that a re-run is a run of its own. */
function stepSurroundings(env, cwd) {
    return {
        cwd: env['GITHUB_WORKSPACE'] || cwd,
        env,
        runId: `${env['GITHUB_RUN_ID'] || 'local'}-${env['GITHUB_RUN_ATTEMPT'] || '1'}`,
        repository: env['GITHUB_REPOSITORY'] || null,
        commit: env['GITHUB_SHA'] || null,
        workflowRun: workflowRunUrl(env)
    };
}

;// CONCATENATED MODULE: ./build/github/step.js


















/** Runs the action's step and gives its exit code: read, deliver, and only then judge. */
async function runStep() {
    rememberPost();
    const log = stepLog();
    const signal = cancelOnSignals(process, exitCodes.cancelled);
    try {
        const settings = readSettings(stepInputs(), true);
        const surroundings = stepSurroundings(process.env, process.cwd());
        const state = stateOf(settings, (0,external_node_path_.resolve)(surroundings.cwd, settings.results));
        rememberUndelivered(state);
        const finished = await runJob(settings, surroundings, log, signal);
        log.close();
        const delivery = deliver(finished, settings, state, log.failures);
        return await Promise.race([delivery, cancellation(signal)]);
    }
    catch (problem) {
        log.close();
        return failed(problem);
    }
}
/** After the job: delivers what a cancelled or killed step left in its results folder. */
async function deliverLate() {
    const state = undelivered();
    const report = state && recover(new ResultsFolder(state.results), state.since);
    if (!state || !report) {
        (0,core/* info */.pq)('Everything was delivered by the step; there is nothing to do.');
        return exitCodes.done;
    }
    (0,core/* info */.pq)('The step was ended before it could deliver; what it finished is delivered now.');
    const { artifacts, problem } = await uploadArtifacts(state, report);
    await writeSummary(report, artifacts);
    if (problem === null)
        return exitCodes.done;
    (0,core/* warning */.$e)(`What the step finished could not be uploaded: ${harmless(problem.message)}`);
    return exitCodes.runFailed;
}
const stateOf = (settings, results) => ({
    results,
    since: new Date().toISOString(),
    artifacts: ARTIFACT_KINDS,
    artifactName: settings.artifactName,
    artifactSuffix: settings.shard.count === 1 ? '' : `-${settings.shard.index}-of-${settings.shard.count}`,
    retentionDays: settings.artifactRetentionDays
});
/** Delivers artifacts, outputs, summary and annotations, and then says by `fail-on` how the step ends. */
async function deliver(finished, settings, state, failures) {
    (0,core/* startGroup */.Oh)('Delivery');
    // A cancelled step has two seconds; `post` has five minutes and uploads then.
    const due = finished.rows.length > 0 && !finished.cancelled;
    const { artifacts, problem } = due
        ? await uploadArtifacts(state, finished)
        : { artifacts: {}, problem: null };
    if (!finished.cancelled)
        rememberUndelivered(stillDue(state, artifacts, problem));
    setOutputs(finished, artifacts, workflowRunUrl(process.env));
    await writeSummary(finished, artifacts);
    (0,core/* endGroup */.N4)();
    annotateFailures(failures);
    if (finished.cancelled)
        return exitCodes.cancelled;
    if (problem) {
        (0,core/* error */.z3)(`The results could not be uploaded: ${harmless(problem.message)}. They are in ${finished.results} on the runner.`);
        return exitCodes.runFailed;
    }
    return verdict(finished, settings);
}
/** What could not be uploaded now may be in five minutes: `post` tries once more, but nothing twice. */
const stillDue = (state, taken, problem) => problem && { ...state, artifacts: state.artifacts.filter((kind) => !taken[kind]) };
function verdict(finished, settings) {
    const { totals } = finished.run;
    if (!failsBy(settings.failOn, totals))
        return exitCodes.done;
    (0,core/* error */.z3)(`${totals.failed} of ${totals.images} images failed; by \`fail-on\` that fails the step. results.csv names each.`);
    return exitCodes.imagesFailed;
}
async function uploadArtifacts(state, report) {
    const attempt = Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1);
    const ask = {
        kinds: state.artifacts,
        prefix: state.artifactName,
        suffix: state.artifactSuffix,
        retentionDays: state.retentionDays,
        attempt
    };
    const upload = await uploadResults(state.results, ask, (sentence) => (0,core/* warning */.$e)(sentence));
    for (const { name, files } of Object.values(upload.artifacts))
        (0,core/* info */.pq)(`Uploaded ${name}: ${files} files of run ${report.run.id}.`);
    return upload;
}
/** GitHub drops a summary that it cannot take; the run is not worse for it. */
async function writeSummary(report, artifacts) {
    const workflowRun = workflowRunUrl(process.env);
    const links = Object.values(artifacts).map(({ name, id }) => ({
        name,
        url: `${workflowRun}/artifacts/${id}`
    }));
    try {
        await core/* summary */.z.addRaw(jobSummary(report, { artifacts: links })).write();
    }
    catch (problem) {
        (0,core/* warning */.$e)(`The job summary could not be written: ${harmless(problem.message)}`);
    }
}
/** Resolves when the step is cancelled while it delivers: what is then under way is left to `post`. */
const cancellation = (signal) => new Promise((end) => {
    const cancelled = () => end(exitCodes.cancelled);
    if (!signal.aborted)
        signal.addEventListener('abort', cancelled, { once: true });
});
function failed(problem) {
    if (problem instanceof Cancelled) {
        (0,core/* info */.pq)(problem.message);
        return exitCodes.cancelled;
    }
    const sentences = problem.message.split('\n');
    for (const sentence of sentences)
        (0,core/* error */.z3)(harmless(sentence));
    if (problem instanceof SettingsError || problem instanceof PatternError)
        return exitCodes.badInput;
    (0,core/* info */.pq)(harmless(problem.stack ?? ''));
    return exitCodes.runFailed;
}


/***/ })

};
