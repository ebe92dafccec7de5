export const id = 3;
export const ids = [3];
export const modules = {

/***/ 90262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ AzureProblem)
/* harmony export */ });
/** A refusal by Azure, in a sentence: what we asked for, and what it said. */
class AzureProblem extends Error {
    kind;
    /** Azure's own word for it, such as `PoolNotFound`; empty where it gave none. */
    code;
    constructor(kind, code, message, options) {
        super(message, options);
        this.kind = kind;
        this.code = code;
    }
}


/***/ }),

/***/ 10481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ lastWords),
/* harmony export */   u: () => (/* binding */ ImageFailure)
/* harmony export */ });
/** Why one image could not be read: it becomes the error of its row. The message is a whole sentence. */
class ImageFailure extends Error {
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/**
 * Lines that say nothing about the image: what begins a page, and what follows from the line before. Leptonica
 * 1.84 says its name before some, and in them that of the file, which need not be the image's.
 */
const EMPTY_WORDS = /^(Page \d+( :|$)|Estimating resolution|Detected \d+ diacritics|Image too small to scale|Line cannot be recognized|Error during processing|Image file .* cannot be read!|.*no images defined|(Leptonica )?Error in pixRead(Stream)?: )/;
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


/***/ }),

/***/ 34740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G4: () => (/* binding */ installMissing),
/* harmony export */   K$: () => (/* binding */ missingPackages),
/* harmony export */   Nc: () => (/* binding */ HEIC_DECODER),
/* harmony export */   QA: () => (/* binding */ CODECS),
/* harmony export */   XR: () => (/* binding */ isVital),
/* harmony export */   sy: () => (/* binding */ InstallError),
/* harmony export */   zL: () => (/* binding */ remedy)
/* harmony export */ });
/* unused harmony export lacksCodec */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _lib_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98377);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10481);




/** Installing did not work. The message says what happened and the command to run by hand. */
class InstallError extends Error {
}
/** The decoder of HEIC, which Ubuntu installs with no other package (its bug 2061089, and those after it). */
const HEIC_DECODER = { package: 'libheif-plugin-libde265', file: 'libheif-libde265.so' };
/**
 * Where Debian and Ubuntu keep the codecs of libheif, each in a package of its own; a folder for each architecture.
 * Without one, the codecs are in the library itself (before 1.16), or there is no such library.
 */
const CODECS = 'libheif/plugins';
/**
 * Debian's packages of what is missing: the names by which everything else here speaks of a program. What the first
 * of them bring may itself lack one.
 *
 * @param libraries where the machine keeps its libraries, by architecture
 */
function missingPackages(toolbox, needs, libraries = '/usr/lib') {
    const languages = needs.languages.filter((language) => !toolbox.languages.includes(language));
    return [
        ...(toolbox.tesseract ? [] : ['tesseract-ocr', 'tesseract-ocr-osd']),
        ...languages.map(languagePackage),
        ...(toolbox.imageMagick ? [] : ['imagemagick']),
        ...(toolbox.poppler || !needs.pdf ? [] : ['poppler-utils']),
        ...(needs.heic && lacksCodec(HEIC_DECODER.file, libraries) ? [HEIC_DECODER.package] : [])
    ];
}
/** Whether nothing can be read without this package. */
const isVital = (name) => name.startsWith('tesseract-ocr');
/** Whether libheif is there without one of its codecs. */
function lacksCodec(file, libraries = '/usr/lib') {
    const architectures = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(libraries) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(libraries) : [];
    const folders = architectures.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(libraries, name, CODECS)).filter(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
    return folders.length > 0 && !folders.some((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file)));
}
/** Debian calls a script's model by the first four letters of its name but for these (ISO 15924). */
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
/** Debian's package of a language or script: `tesseract-ocr-chi-sim`, `tesseract-ocr-script-latn`. */
function languagePackage(language) {
    const [, script, upright = ''] = /^script\/(\w+?)(_vert)?$/i.exec(language) ?? [];
    const name = script === undefined
        ? language
        : `script-${SCRIPTS[script.toLowerCase()] ?? script.slice(0, 4)}${upright}`;
    return `tesseract-ocr-${name.toLowerCase().replaceAll('_', '-').replace('/', '-')}`;
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
const onPath = (name, path) => path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).some((folder) => {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, process.platform === 'win32' ? `${name}.exe` : name), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
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
    const words = (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .lastWords */ .a)(installed.stderr || installed.stdout.toString() || updated.stderr);
    throw new InstallError(`apt could not install ${packages.join(', ')}: ${words}. ${byHand}`);
}


/***/ }),

/***/ 5912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q6: () => (/* binding */ failureIn),
/* harmony export */   kY: () => (/* binding */ pageReading),
/* harmony export */   pM: () => (/* binding */ readingArguments)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10481);
/* harmony import */ var _tesseract_tsv_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20583);


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
    const tsv = (0,_tesseract_tsv_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOfPage */ .oG)(table, page, 1);
    const words = (0,_tesseract_tsv_js__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)(tsv);
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
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ImageFailure */ .u('engine-failed', 'Tesseract could not write all of its result. Is the disk of the temporary folder full?');
}
const lettersIn = (text) => text.replace(DIRECTION_MARKS, '').replace(/\s/g, '').length;
/** What Tesseract and its image library say when they could not read an image, whatever the exit code. */
const UNREADABLE = /Error in (pixRead|findFileFormat|fopenReadStream|freadHeader|pixaReadMem|pixReadMem)|cannot be read!|Error, cannot read input file|read fail at line|is not supported/;
/** Why a recognition cannot be trusted, by what Tesseract said; null where nothing speaks against it. */
function failureIn(stderr) {
    const tooLarge = /Image too large: \((\d+), (\d+)\)/.exec(stderr);
    if (tooLarge) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ImageFailure */ .u('too-large', `Tesseract takes no image with a side of more than 32767 pixels; this one has ${tooLarge[1]} × ${tooLarge[2]}. Cut or scale it.`);
    }
    if (UNREADABLE.test(stderr)) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ImageFailure */ .u('unreadable-image', `Tesseract could not read the image: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .a)(stderr)}.`);
    }
    const language = /Failed loading language '([^']+)'/.exec(stderr)?.[1];
    if (language !== undefined) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ImageFailure */ .u('engine-failed', `Tesseract has no model of the language ${language}; install it, or take it from languages.`);
    }
    if (/could not create|No space left/i.test(stderr)) {
        return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ImageFailure */ .u('engine-failed', `Tesseract could not write its result: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .a)(stderr)}.`);
    }
    return null;
}


/***/ }),

/***/ 18058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ readByOwnProcess),
/* harmony export */   o: () => (/* binding */ joined)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _lib_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98377);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10481);
/* harmony import */ var _recognition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5912);




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
        ...(0,_recognition_js__WEBPACK_IMPORTED_MODULE_3__/* .readingArguments */ .pM)(options),
        ...(single ? ['-c', 'stream_filelist=true'] : []),
        ...wanted
    ];
    try {
        const ended = await (0,_lib_process_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .eF)(toolbox.tesseract?.path ?? 'tesseract', args, {
            env: toolbox.env,
            signal,
            ...(single ? { input: `${image.path}\n` } : {})
        });
        const failure = (0,_recognition_js__WEBPACK_IMPORTED_MODULE_3__/* .failureIn */ .Q6)(ended.stderr);
        if (failure)
            throw failure;
        // It names a path where it took the file for a list: the image is not what it was when it was found.
        if (!single && /^Page \d+ : /m.test(ended.stderr))
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageFailure */ .u('unreadable-image', 'The file was changed while it was read.');
        if (options.pageSegmentationMode === ORIENTATION_ONLY &&
            /Too few characters/.test(ended.stderr))
            return nothing;
        if (ended.code !== 0)
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageFailure */ .u('engine-failed', `Tesseract failed (${ended.signal ?? `exit code ${ended.code}`}): ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .lastWords */ .a)(ended.stderr)}`);
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
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(`${base}.${ending}`, { force: true });
    }
}
/** A page with too few letters to tell how it lies. */
const nothing = {
    pages: [{ text: Buffer.alloc(0), tsv: '', words: [], estimatedDpi: null }],
    files: {}
};
/** Where Tesseract read no text by design, what it says of the page's orientation is the text. */
function orientationOnly(base) {
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`${base}.osd`);
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
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`${base}.${ENDINGS[format]}`);
    }
    catch (cause) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageFailure */ .u('engine-failed', `Tesseract ended well and wrote no ${format} file.`, {
            cause
        });
    }
    if (CLOSINGS[format]?.test(file.subarray(-64).toString('latin1')) === false) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageFailure */ .u('engine-failed', `Tesseract's ${format} file ends early. Is the disk of the temporary folder full?`);
    }
    return file;
}
function pagesOf(text, table, stderr, pages) {
    const texts = divided(text);
    const said = stderr.split(/^Page \d+.*$/m).slice(1);
    if (texts.length < pages) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .ImageFailure */ .u('unreadable-image', `Tesseract read ${texts.length} of ${pages} pages: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .lastWords */ .a)(stderr)}.`);
    }
    return texts.map((own, index) => (0,_recognition_js__WEBPACK_IMPORTED_MODULE_3__/* .pageReading */ .kY)(own, table, index + 1, said[index] ?? ''));
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


/***/ }),

/***/ 20583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ TSV_HEADER),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   oG: () => (/* binding */ rowsOfPage),
/* harmony export */   yE: () => (/* binding */ meanConfidence)
/* harmony export */ });
/** The first line of Tesseract's table. */
const TSV_HEADER = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n';
/** How a row of a word begins; other levels are pages, blocks, paragraphs and lines. */
const WORD_LEVEL = '5\t';
/** The rows of one page, with the page's number set to another; `page` counts from 1. */
function rowsOfPage(table, page, renumbered) {
    const [theirs, ours] = [`\t${page}`, `\t${renumbered}`];
    let kept = '';
    for (const line of table.split('\n')) {
        const level = line.indexOf('\t');
        const end = level + theirs.length;
        const isOfPage = level > 0 && line.startsWith(theirs, level) && (end === line.length || line[end] === '\t');
        if (isOfPage)
            kept += `${line.slice(0, level)}${ours}${line.slice(end)}\n`;
    }
    return kept;
}
/** The words in rows of Tesseract's table; what has no letter or a confidence below zero is no word. */
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
/** Mean confidence of words, 0 to 100 with two decimals; null where there are none. */
function meanConfidence(words) {
    if (words.length === 0)
        return null;
    const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
    return Math.round(mean * 100) / 100;
}


/***/ }),

/***/ 76954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ harmlessPath),
/* harmony export */   OH: () => (/* binding */ openWorkspace),
/* harmony export */   q: () => (/* binding */ linked)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Opens a workspace under a folder such as the system's temporary one; it is made when it is first needed. */
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
/* harmony import */ var _merge_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37023);





/** The two artifacts of a run. */
const ARTIFACT_KINDS = ['text', 'metadata'];
/** `report.html` and `metadata/` go into `…-metadata`; everything else is text and tables. */
const kindOf = (path) => path === 'report.html' || path.startsWith('metadata/') ? 'metadata' : 'text';
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
            const own = staged.paths.filter((path) => kindOf(path) === kind);
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
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(572), __webpack_require__.e(351), __webpack_require__.e(420), __webpack_require__.e(799)]).then(__webpack_require__.bind(__webpack_require__, 76799));
    const client = new DefaultArtifactClient();
    const files = paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path));
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
    `${name}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(3).toString('hex')}`
];
/** The client wraps the service's 409 in a plain error, so its words are all there is. */
const isClash = (error) => /\b409\b|already exists/i.test(error.message);
const clash = (name, taken) => `An artifact named ${name} exists in this workflow run already (a matrix job, or a second use of this action), so this one is named ${taken}. Set \`artifact-name\` to something of this job, such as ocr-\${{ matrix.name }} or ocr-\${{ strategy.job-index }}.`;
function filesBelow(root) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(entry.parentPath, entry.name)).split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep).join('/'))
        .sort();
}
/** Where a path has a character that artifacts refuse, the files are linked under names that pass. */
function stage(root, paths, warn) {
    const odd = paths.filter((path) => (0,_merge_names_js__WEBPACK_IMPORTED_MODULE_4__/* .pathInArtifact */ .Ti)(path) !== path);
    if (odd.length === 0)
        return { root, paths, remove: () => { } };
    warn(`${odd.length} files have characters in their names that artifacts refuse (" : < > | * ? \\ or a line break); in the artifact these stand as %XX.`);
    const home = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'ocr-artifact-'));
    const plain = new Set(paths);
    const staged = paths.map((path) => {
        const percented = (0,_merge_names_js__WEBPACK_IMPORTED_MODULE_4__/* .pathInArtifact */ .Ti)(path);
        const name = percented !== path && plain.has(percented)
            ? `${percented}~${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(3).toString('hex')}`
            : percented;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(home, name)), { recursive: true });
        place((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(home, name));
        return name;
    });
    return { root: home, paths: staged, remove: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(home, { recursive: true, force: true }) };
}
/** A link costs nothing; another file system takes a copy. */
function place(from, to) {
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
/* harmony export */   QQ: () => (/* binding */ keptName),
/* harmony export */   Zd: () => (/* binding */ parseKeptName),
/* harmony export */   t0: () => (/* binding */ KEPT)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _settings_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90411);
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44706);



/** How every name begins. */
const KEPT = 'ocr-results';
/** Names the results of a run by what it reads and how, and by what git knows of the images. */
function keptName(settings, committed) {
    const record = (0,_settings_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsRecord */ .t2)(settings);
    const asked = ['images', ..._settings_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readingKeys */ .ht].map((key) => record[(0,_settings_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .kebab */ .i9)(key)]);
    const reading = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16);
    const family = `${KEPT}-${reading}`;
    return { family, key: `${family}-${committed?.digest ?? 'unknown'}` };
}
/**
 * Reads a name that an earlier job gave.
 *
 * @returns null where none was given
 * @throws SettingsError where it is no such name
 */
function parseKeptName(key) {
    if (key === '')
        return null;
    const family = /^(?<family>ocr-results-[0-9a-f]{16})-(?:[0-9a-f]{16}|unknown)$/.exec(key)
        ?.groups?.['family'];
    if (family === undefined)
        throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .SettingsError */ .GN([
            'Input `keep-as` is no name of results: give it the output `key` of the action `look`.'
        ]);
    return { family, key };
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
 * Digests the files that patterns may choose in the commit that is checked out. Names and git's digests are enough, and
 * they are the same for every runner, push, re-run and forced push; the list of files of a push ends at 300, and is
 * wrong where an earlier run was dropped. Where patterns choose the images, or links lead to them, every file counts:
 * nothing is missed.
 *
 * @param patterns as the input `images` has them
 * @param cwd absolute: the top of the checkout
 * @returns null where there is no git, or no commit
 */
async function committedFiles(patterns, cwd, env, signal) {
    const isChosen = chooser(patterns);
    const all = digester();
    const chosen = digester();
    let links = false;
    const listed = await eachEntry(cwd, env, signal, (entry) => {
        links ||= entry.startsWith(LINK);
        all.add(entry);
        if (isChosen?.(entry.slice(entry.indexOf('\t') + 1)))
            chosen.add(entry);
    });
    if (!listed)
        return null;
    return isChosen === null || links ? all.end() : chosen.end();
}
/** How git's entry of a symbolic link begins. */
const LINK = '120000 ';
/** Tells the files below plain paths; null where a pattern is more than such a path. */
function chooser(patterns) {
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
/** Gives each entry of git's list (mode, kind, digest, path) as it comes; false where git lists nothing. */
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
/* harmony export */   OS: () => (/* binding */ hasNews),
/* harmony export */   XQ: () => (/* binding */ openEarlier),
/* harmony export */   r8: () => (/* binding */ earlierResults)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72281);
/* harmony import */ var _results_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55673);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76847);
/* harmony import */ var _cache_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46799);
/* harmony import */ var _committed_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34091);
/* harmony import */ var _results_cache_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20702);







/** Opens the results of earlier runs that read the same images in the same way; null where GitHub has no cache for us. */
async function openEarlier(context) {
    const { settings, environment, log, signal } = context;
    const { cwd, env } = environment;
    if (!(0,_results_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .hasCache */ .T)(env))
        return null;
    log.phase('Earlier results');
    return earlierResults((0,_cache_key_js__WEBPACK_IMPORTED_MODULE_4__/* .keptName */ .QQ)(settings, await (0,_committed_files_js__WEBPACK_IMPORTED_MODULE_5__/* .committedFiles */ .q)(settings.images, cwd, env, signal)), context);
}
/** The results of earlier runs under a name that is known. */
function earlierResults(name, context) {
    const { settings, environment, log, signal } = context;
    const results = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(environment.cwd, settings.results);
    const cache = (0,_results_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .openResultsCache */ .f)(name, results, environment, signal);
    if (!cache)
        return null;
    const since = new Date().toISOString();
    const isWhole = settings.shard.count === 1;
    let found;
    return {
        bring: async () => {
            if (isWhole)
                (0,_state_js__WEBPACK_IMPORTED_MODULE_3__/* .rememberUnkept */ .TB)({ name, results, since });
            if (!settings.reuse)
                return log.say('All is read anew, as `reuse` asks.');
            if (new _results_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .ResultsFolder */ .h(results).has('results.jsonl'))
                return log.say('They are in the results folder already.');
            found = await cache.bring();
            log.say(found ? `Brought ${found}.` : 'There are none.');
        },
        keep: async ({ cancelled, run }, code) => {
            if (cancelled || !isWhole)
                return;
            const complete = code === _lib_exit_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .h.done;
            const isKept = async () => {
                if (found === undefined)
                    found = await cache.find();
                return found?.startsWith(`${complete ? name.key : name.family}-`) ?? false;
            };
            if (hasNews(run) || (run.totals.images > 0 && !(await isKept())))
                await cache.keep(complete);
            (0,_state_js__WEBPACK_IMPORTED_MODULE_3__/* .rememberUnkept */ .TB)(null);
        }
    };
}
/** Whether a run has read something that no run before it had. */
const hasNews = ({ totals }) => totals.recognized + totals.empty > 0;


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
 * Opens the cache. GitHub's client finds it by its own variables, and takes no signal: what is under way when the signal
 * fires is left to the end of the process.
 *
 * @param run id of the run and its attempt: no two runs keep under the same name
 * @returns null where there is no cache, or the results folder has a name that it would take for a pattern
 */
function openResultsCache({ family, key }, results, { cwd, env, runId: run }, signal) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(cwd, results).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/');
    if (!hasCache(env) || !PLAIN.test(path))
        return null;
    const client = () => Promise.all(/* import() */[__webpack_require__.e(728), __webpack_require__.e(420), __webpack_require__.e(151)]).then(__webpack_require__.bind(__webpack_require__, 74151));
    const heeding = (work) => Promise.race([work, (0,_lib_abort_js__WEBPACK_IMPORTED_MODULE_2__/* .rejection */ .cz)(signal)]);
    const restore = async (names, lookupOnly) => {
        const { restoreCache } = await client();
        // No run keeps under this name: the newest whose name begins with one of the others is what counts.
        const none = `${key}-none`;
        return (await heeding(restoreCache([path], none, [...names], { lookupOnly }))) ?? null;
    };
    const related = [`${key}-`, `${family}-`];
    return {
        find: () => restore(related, true),
        bring: () => restore([...related, `${_cache_key_js__WEBPACK_IMPORTED_MODULE_4__/* .KEPT */ .t0}-`], false),
        keep: async (complete) => {
            const name = `${complete ? key : family}-${run}`;
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh)('Results for the next run');
            try {
                const { saveCache } = await client();
                const id = await heeding(saveCache([path], name));
                if (id !== -1)
                    (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)(`Kept as ${name}.`);
            }
            catch (problem) {
                signal.throwIfAborted();
                (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(`The results could not be kept for the next run: ${(0,_log_js__WEBPACK_IMPORTED_MODULE_3__/* .harmless */ .I)(problem.message)}`);
            }
            finally {
                (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4)();
            }
        }
    };
}
/** A path that the client, to which paths are patterns, takes as it stands. */
const PLAIN = /^[^*?[\]{}!#~\\]+$/;
/** Whether GitHub has a cache for us. As the client decides it; loading it takes a tenth of a second. */
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

// EXTERNAL MODULE: ./build/github/log.js + 1 modules
var log = __webpack_require__(87816);
;// CONCATENATED MODULE: ./build/github/annotations.js


/** GitHub shows ten errors a step and drops the rest without a word; one of them is left for how the step ends. */
const MOST = 9;
/** Annotates failed images: each by its file, the last annotation counting those that have none. */
function annotateFailures(failures) {
    const shown = failures.length > MOST ? MOST - 1 : MOST;
    for (const row of failures.slice(0, shown)) {
        (0,core/* error */.z3)((0,log/* harmless */.I)(row.error?.message ?? row.image), {
            title: `OCR failed: ${row.error?.code ?? 'unknown'}`,
            file: (0,log/* harmless */.I)(row.image)
        });
    }
    if (failures.length > shown) {
        (0,core/* error */.z3)(`${failures.length - shown} more images failed; the job summary and results.csv name them.`, { title: 'OCR failed' });
    }
}

// EXTERNAL MODULE: ./build/github/artifacts/upload.js
var artifacts_upload = __webpack_require__(51881);
// EXTERNAL MODULE: ./build/github/environment.js + 2 modules
var environment = __webpack_require__(55912);
// EXTERNAL MODULE: ./build/github/outputs.js
var outputs = __webpack_require__(31224);
// EXTERNAL MODULE: ./build/github/state.js
var github_state = __webpack_require__(76847);
;// CONCATENATED MODULE: ./build/github/deliver.js










/** Delivers artifacts, outputs, summary and annotations, and then says by `fail-on` how the step ends. */
async function deliver(finished, settings, state, failures) {
    (0,core/* startGroup */.Oh)('Delivery');
    // Of a shard that had no image a merge must know that it was there.
    const something = finished.rows.length > 0 || settings.shard.count > 1;
    // A cancelled step has two seconds; `post` has five minutes and uploads then.
    const due = something && !finished.cancelled;
    const { artifacts, problem } = due
        ? await uploadArtifacts(state, finished)
        : { artifacts: {}, problem: null };
    if (!finished.cancelled)
        (0,github_state/* rememberUndelivered */.by)(stillDue(state, artifacts, problem));
    (0,outputs/* setOutputs */.n0)(finished, artifacts, (0,environment/* workflowRunUrl */.CX)(process.env));
    await writeReport(state, finished, artifacts);
    if (finished.cancelled)
        (0,github_state/* rememberUndelivered */.by)({ ...state, isTold: true });
    (0,core/* endGroup */.N4)();
    annotateFailures(failures);
    if (finished.cancelled)
        return exit_codes/* exitCodes */.h.cancelled;
    if (problem) {
        (0,core/* error */.z3)(`The results could not be uploaded: ${(0,log/* harmless */.I)(problem.message)}. They are in ${finished.results} on the runner.`);
        return exit_codes/* exitCodes */.h.runFailed;
    }
    return verdict(finished, settings);
}
/** What could not be uploaded now may be in five minutes: `post` tries once more, but nothing twice. */
const stillDue = (state, taken, problem) => problem && {
    ...state,
    artifacts: state.artifacts.filter((kind) => !taken[kind]),
    isTold: true
};
function verdict({ problem, run }, settings) {
    if (problem !== null) {
        for (const sentence of problem.split('\n'))
            (0,core/* error */.z3)((0,log/* harmless */.I)(sentence));
        return exit_codes/* exitCodes */.h.runFailed;
    }
    if (!failsBy(settings.failOn, run.totals))
        return exit_codes/* exitCodes */.h.done;
    (0,core/* error */.z3)(`${run.totals.failed} of ${run.totals.images} images failed; by \`fail-on\` that fails the step. results.csv names each.`);
    return exit_codes/* exitCodes */.h.imagesFailed;
}
/** Uploads the artifacts that GitHub has not taken yet. */
async function uploadArtifacts(state, report) {
    const attempt = Number(process.env['GITHUB_RUN_ATTEMPT'] ?? 1);
    const ask = {
        kinds: state.artifacts,
        prefix: state.artifactName,
        suffix: state.artifactSuffix,
        retentionDays: state.retentionDays,
        attempt
    };
    const upload = await (0,artifacts_upload/* uploadResults */.g)(state.results, ask, (sentence) => (0,core/* warning */.$e)(sentence));
    for (const { name, files } of Object.values(upload.artifacts))
        (0,core/* info */.pq)(`Uploaded ${name}: ${files} files of run ${report.run.id}.`);
    return upload;
}
/**
 * Writes the job summary of a run, with links to its artifacts; where the step has written it, the links that were
 * wanting. A shard has none: the merge tells of them all.
 */
async function writeReport({ artifactSuffix, isTold }, report, artifacts) {
    if (artifactSuffix !== '')
        return;
    const workflowRun = (0,environment/* workflowRunUrl */.CX)(process.env);
    const links = Object.values(artifacts).map(({ name, id }) => ({
        name,
        url: `${workflowRun}/artifacts/${id}`
    }));
    if (!isTold)
        return writeSummary((0,summary/* jobSummary */.sp)(report, { artifacts: links }));
    if (links.length > 0)
        await writeSummary((0,summary/* artifactsSummary */.Cs)(links));
}
/** Writes to the job summary. GitHub drops one that it cannot take; the run is not worse for it. */
async function writeSummary(markdown) {
    try {
        await core/* summary */.z.addRaw(markdown).write();
    }
    catch (problem) {
        (0,core/* warning */.$e)(`The job summary could not be written: ${(0,log/* harmless */.I)(problem.message)}`);
    }
}


/***/ }),

/***/ 55912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aK: () => (/* binding */ stepEnvironment),
  po: () => (/* binding */ workflowRunLink),
  CX: () => (/* binding */ workflowRunUrl)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/run/node-program.js


/**
 * Where the program lies that runs on nodes: among the bundles beside our own, `dist/index.js` or `dist/cli/index.js`.
 *
 * @param own path of the program that runs, as Node.js was given it; links to it are followed
 */
function nodeProgram(own) {
    const folder = (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(own));
    const bundles = (0,external_node_path_.basename)(folder) === 'cli' ? (0,external_node_path_.dirname)(folder) : folder;
    return (0,external_node_path_.join)(bundles, 'node', 'index.js');
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/backends/azure-batch/problem.js
var problem = __webpack_require__(90262);
;// CONCATENATED MODULE: ./build/github/identity-token.js



/** How often GitHub is asked before its failure is believed, and how long one request may take, in milliseconds. */
const MOST_TRIES = 5;
const REQUEST_LIMIT = 20_000;
/** What GitHub answers. */
const Answer = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* object */.Ikc({ value: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* minLength */.BpQ(1)) }));
/**
 * How this job asks GitHub who it is; null where the job may not: without `id-token: write` the runner does not say whom
 * to ask. The toolkit's own `getIDToken` cannot be cancelled. Each token is masked in the log.
 *
 * @param mask hides a token from the runner's log
 * @param patience milliseconds before the first repetition; each later one waits twice as long
 */
function identityToken(env, mask, patience = 1000) {
    const address = env['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    if (!address || !bearer)
        return null;
    return async (audience, signal) => {
        const url = new URL(address);
        url.searchParams.set('audience', audience);
        for (let tries = 1;; tries++) {
            try {
                const token = await ask(url, bearer, signal);
                mask(token);
                return token;
            }
            catch (error) {
                signal.throwIfAborted();
                if (tries === MOST_TRIES || !isPassing(error))
                    throw error;
                await (0,promises_.setTimeout)(patience * 2 ** (tries - 1), undefined, { signal }).catch(() => signal.throwIfAborted());
            }
        }
    };
}
const isPassing = (error) => error instanceof problem/* AzureProblem */.J && error.kind === 'unavailable';
async function ask(url, bearer, signal) {
    const response = await fetch(url, {
        headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT)])
    }).catch((error) => {
        throw identity_token_problem('unavailable', networkWord(error));
    });
    const body = await response.text().catch((error) => {
        throw identity_token_problem('unavailable', networkWord(error));
    });
    if (!response.ok)
        throw identity_token_problem(kindOf(response.status), `HTTP ${response.status}`);
    const { success, output } = dist/* safeParse */.xLC(Answer, body);
    if (!success)
        throw identity_token_problem('unavailable', 'its answer has no token in it');
    return output.value;
}
const kindOf = (status) => status === 408 || status === 429 || status >= 500 ? 'unavailable' : 'refused';
/** The network's own word, such as `ECONNREFUSED`, which fetch hides in the cause. */
function networkWord(error) {
    const { name, cause } = error;
    return cause?.code ?? (name === 'TimeoutError' ? 'no answer in time' : 'no connection');
}
function identity_token_problem(kind, reason) {
    const remedy = kind === 'refused'
        ? 'Check that the job has `permissions: id-token: write`.'
        : 'Try again later; https://www.githubstatus.com tells whether GitHub has a disturbance.';
    return new problem/* AzureProblem */.J(kind, '', `GitHub gave this job no identity token (${reason}). ${remedy}`);
}

;// CONCATENATED MODULE: ./build/github/environment.js



/** The address of the workflow run; null where this is none. */
function workflowRunUrl(env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null;
}
/** The workflow run as a link in Markdown; its parts are GitHub's own. */
function workflowRunLink(env) {
    const url = workflowRunUrl(env);
    return url ? `[workflow run ${env['GITHUB_RUN_ID']}](${url})` : 'a run outside of GitHub';
}
/** Where a step takes place. The id of the run is GitHub's, with the attempt, so that a re-run is a run of its own. */
function stepEnvironment(process) {
    const { env } = process;
    return {
        cwd: env['GITHUB_WORKSPACE'] || process.cwd(),
        env,
        runId: `${env['GITHUB_RUN_ID'] || 'local'}-${env['GITHUB_RUN_ATTEMPT'] || '1'}`,
        repository: env['GITHUB_REPOSITORY'] || null,
        commit: env['GITHUB_SHA'] || null,
        workflowRun: workflowRunUrl(env),
        identityToken: identityToken(env, core/* setSecret */.Pq),
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
 * Fills empty inputs from az's own variables, so that a shell that az works in works for us. Only where the run is one
 * on Azure: what az needs is no business of a run on this machine.
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
// EXTERNAL MODULE: ./build/settings/settings.js + 1 modules
var settings = __webpack_require__(44706);
;// CONCATENATED MODULE: ./build/github/inputs.js






/**
 * Reads what the runner hands to a step. Secrets are masked in the log before anything else can tell them.
 *
 * @throws SettingsError with all problems of all inputs
 */
function readStep(env) {
    const named = (0,core/* getInput */.V4)('command') || 'run';
    const face = actions/* actionNames */.Bk.find((name) => name === named);
    const { inputs, own, azure } = actions/* actions */.o1[face ?? 'run'];
    const given = { ...textsOf(inputs), ...(azure ? { backend: 'azure-batch' } : {}) };
    const texts = withAzVariables(given, env);
    const ownTexts = textsOf(own);
    maskSecrets(settings_inputs/* secretKeys */.DX.map((key) => texts[key]));
    maskSecrets(own.filter(isSecret).map((key) => ownTexts[key]));
    if (face === undefined)
        throw new settings/* SettingsError */.GN([`Input \`command\` is ${named}; it takes ${(0,parse/* listed */.KE)(actions/* actionNames */.Bk)}.`]);
    return { face, settings: (0,settings/* readSettings */.sb)(texts, true, inputs), own: ownTexts };
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
  I: () => (/* binding */ harmless),
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

/** A line comes at most this often, in milliseconds. */
const EVERY = 5000;
/** What follows the number of images: failures, the time left, and how nodes and tasks stand. */
function progressTail({ done, total, failed, secondsLeft, status }) {
    const left = done < total && secondsLeft !== null ? `, ${(0,lib_text/* duration */.p0)(secondsLeft)} left` : '';
    return (0,lib_text/* plainSpaces */.oB)(`${failed} failed${left}${status === null ? '' : `; ${status}`}`);
}
/** Makes lines of progress: one every few seconds where something is new, and one when the last image is done. */
function progressLines() {
    let last = performance.now();
    let told = '';
    let ended = false;
    return (progress) => {
        const ends = progress.done === progress.total && !ended;
        const now = performance.now();
        if (!ends && now - last < EVERY)
            return null;
        const total = (0,lib_text/* plainSpaces */.oB)((0,lib_text/* grouped */.zD)(progress.total));
        const line = `${(0,lib_text/* plainSpaces */.oB)((0,lib_text/* grouped */.zD)(progress.done))} of ${total} images, ${progressTail(progress)}`;
        if (line === told)
            return null;
        last = now;
        told = line;
        ended ||= ends;
        return line;
    };
}

;// CONCATENATED MODULE: ./build/github/log.js





/** Failed images told one by one in the log; the rest are in the table. */
const MOST_FAILURES = 50;
/**
 * A text from a stranger as a line of the log: nothing in it is taken for a workflow command. `::` counts only where a
 * line begins, and ours begin with our words; `##[` counts anywhere (actions/runner, ActionCommand.cs).
 */
const harmless = (text) => (0,lib_text/* plainSpaces */.oB)((0,lib_escape/* visible */.RK)(text)).replaceAll('##[', '## [');
/** Tells the story of a run as the log of a step: a group a phase, progress lines, one line a failed image. */
function stepLog() {
    const failures = [];
    let open = false;
    const lines = progressLines();
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
            if (failures.length <= MOST_FAILURES)
                (0,core/* info */.pq)(`Failed: ${harmless(row.error?.message ?? row.image)}`);
            if (failures.length === MOST_FAILURES + 1)
                (0,core/* info */.pq)('More images failed; results.csv names them all.');
        },
        progress: (progress) => {
            const line = lines(progress);
            if (line !== null)
                (0,core/* info */.pq)(line);
        },
        close
    };
}
/** Prints what a program printed, with the runner's ears shut: it may contain anything. */
function unheeded(text) {
    const token = (0,external_node_crypto_.randomUUID)();
    (0,core/* info */.pq)(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::`);
}


/***/ }),

/***/ 31224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C7: () => (/* binding */ setLookOutputs),
/* harmony export */   Xx: () => (/* binding */ setChangedOutputs),
/* harmony export */   l6: () => (/* binding */ setSweepOutputs),
/* harmony export */   n0: () => (/* binding */ setOutputs),
/* harmony export */   nS: () => (/* binding */ setSubmitOutputs),
/* harmony export */   vl: () => (/* binding */ setReportOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);

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
    setAll(values);
}
/** Sets the outputs of a submission. */
function setSubmitOutputs({ handle, handleFile, images }) {
    const values = {
        'run-id': handle.runId,
        'job-id': handle.jobId,
        handle: JSON.stringify(handle),
        'handle-file': handleFile,
        images
    };
    setAll(values);
}
/** Sets the outputs of a sweep: how much of each kind it removed. */
function setSweepOutputs(swept) {
    const removed = (kind) => swept[kind].filter((one) => one.removed).length;
    setAll({
        jobs: removed('jobs'),
        pools: removed('pools'),
        containers: removed('containers')
    });
}
/** Sets the outputs of a report to people; null where nothing was written. */
function setReportOutputs(told) {
    setAll({
        number: told?.number ?? '',
        url: told?.url ?? ''
    });
}
/** Sets the outputs of a look for earlier results. */
function setLookOutputs(key, unchanged) {
    setAll({ key, unchanged: String(unchanged) });
}
/** Sets the outputs of a search for changed images. */
function setChangedOutputs({ patterns, count }) {
    setAll({
        images: patterns.join('\n'),
        count: count ?? ''
    });
}
function setAll(values) {
    for (const [name, value] of Object.entries(values))
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)(name, value);
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
/* harmony export */   TB: () => (/* binding */ rememberUnkept),
/* harmony export */   by: () => (/* binding */ rememberUndelivered),
/* harmony export */   io: () => (/* binding */ rememberPost),
/* harmony export */   oQ: () => (/* binding */ undelivered),
/* harmony export */   rT: () => (/* binding */ rememberAzure),
/* harmony export */   s: () => (/* binding */ unkept),
/* harmony export */   ug: () => (/* binding */ isAzureOpen)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);

const UNDELIVERED = 'undelivered';
const UNKEPT = 'unkept';
const AZURE = 'azure';
/** Tells the runner to start this file again after the job, as `post`. */
const rememberPost = () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)('isPost', 'true');
/** Remembers that results wait for delivery, or that none do any more. */
const rememberUndelivered = (state) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(UNDELIVERED, state === null ? '' : JSON.stringify(state));
/** What the step left undelivered; null where nothing is. */
function undelivered() {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(UNDELIVERED);
    return text === '' ? null : JSON.parse(text);
}
/** Remembers that results wait to be kept for later runs, or that none do any more. */
const rememberUnkept = (state) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(UNKEPT, state === null ? '' : JSON.stringify(state));
/** What the step did not come to keep; null where there is nothing. */
function unkept() {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(UNKEPT);
    return text === '' ? null : JSON.parse(text);
}
/** Remembers whether the step may have something on Azure that is to be removed with it. */
const rememberAzure = (open) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(AZURE, open ? 'open' : '');
/** Whether the step ended before it could remove what it had on Azure. */
const isAzureOpen = () => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(AZURE) === 'open';


/***/ }),

/***/ 49756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ bytesOf),
/* harmony export */   Y: () => (/* binding */ withBytes)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** Opens a regular file for reading at random and closes it after `use`. Throws what the file system throws. */
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
/** The same over bytes that are in memory already, such as an EXIF block within a PNG. */
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
/** Bytes of one value of each field type; types 16 to 18 are BigTIFF's. */
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
    const inMemory = bytes.length <= HEAD ? (0,images_bytes/* bytesOf */.$)(head) : bytes;
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
/* harmony export */   NU: () => (/* binding */ later),
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   cz: () => (/* binding */ rejection),
/* harmony export */   dJ: () => (/* binding */ cancelOnSignals)
/* harmony export */ });
/** A signal that fires so many milliseconds after another: what is under way then may yet come to its end. */
function later(signal, milliseconds) {
    const delayed = new AbortController();
    const fire = () => setTimeout(() => delayed.abort(signal.reason), milliseconds).unref();
    if (signal.aborted)
        fire();
    else
        signal.addEventListener('abort', fire, { once: true });
    return delayed.signal;
}
/** Why a run ended early: a signal asked for it. */
class Cancelled extends Error {
    constructor(signal) {
        super(`The run was cancelled (${signal}).`);
    }
}
/** Rejects with the signal's reason when it fires: set beside work that takes no signal itself, it ends the waiting. */
const rejection = (signal) => new Promise((_, reject) => {
    if (signal.aborted)
        reject(signal.reason);
    else
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
});
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


/***/ }),

/***/ 68989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   AK: () => (/* binding */ relativeUrl),
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
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


/***/ }),

/***/ 72281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
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
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, args, {
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


/***/ }),

/***/ 94869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   oB: () => (/* binding */ plainSpaces),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
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


/***/ }),

/***/ 37023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   Ti: () => (/* binding */ pathInArtifact),
/* harmony export */   Vi: () => (/* binding */ shardArtifact),
/* harmony export */   qW: () => (/* binding */ isPlainPath),
/* harmony export */   ze: () => (/* binding */ isShard)
/* harmony export */ });
/** Characters that GitHub refuses in the paths of an artifact (actions/toolkit, path-and-artifact-name-validation). */
const REFUSED = /["<>:|*?\r\n\\]/g;
const percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
/** A path as it stands in an artifact: what GitHub refuses there stands as `%XX`. */
const pathInArtifact = (path) => path.replace(REFUSED, percent);
/** `ocr-text-2-of-4`, in a re-run `…-attempt-2`, and after a clash of names with six digits more. */
const NAME = /^(?<prefix>.+)-(?<kind>text|metadata)-(?<index>\d{1,4})-of-(?<count>\d{1,4})(?:-attempt-(?<attempt>\d{1,6})|-[0-9a-f]{6})?$/;
/** Reads the name of a shard's artifact; null where it is none. */
function shardArtifact(name) {
    const { prefix = '', kind, index, count, attempt = '1' } = NAME.exec(name)?.groups ?? {};
    const shard = { index: Number(index), count: Number(count) };
    if (!isShard(shard))
        return null;
    return { prefix, kind: kind === 'text' ? 'text' : 'metadata', shard, attempt: Number(attempt) };
}
/** Whether this is a part of a whole, as the input `shard` takes it. */
const isShard = ({ index, count }) => Number.isInteger(index) &&
    Number.isInteger(count) &&
    index >= 1 &&
    index <= count &&
    count < 10_000;
/** A name that may stand in a path of the results folder: of a task, a node or a log. */
const isName = (name) => /^\w[\w.-]{0,127}$/.test(name);
/** Whether an image's path leads nowhere but down: no shard has others, and nobody else's are believed. */
const isPlainPath = (path) => !path.includes('\0') &&
    path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');


/***/ }),

/***/ 73145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ busyShare),
/* harmony export */   Ml: () => (/* binding */ slowest),
/* harmony export */   RD: () => (/* binding */ lookWords),
/* harmony export */   e9: () => (/* binding */ failures),
/* harmony export */   ez: () => (/* binding */ whatHappened),
/* harmony export */   vg: () => (/* binding */ leastSure)
/* harmony export */ });
/* harmony import */ var _results_row_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16069);

/** The images that failed, by path. */
const failures = (rows) => rows.filter(({ status }) => status === 'failed').sort(_results_row_js__WEBPACK_IMPORTED_MODULE_0__/* .byImage */ .hA);
/** The images that took the most seconds in this run; what was reused took none. */
const slowest = (rows, most) => rows
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || (0,_results_row_js__WEBPACK_IMPORTED_MODULE_0__/* .byImage */ .hA)(a, b))
    .slice(0, most);
/** The images whose text is the least sure. */
const leastSure = (rows, most) => rows
    .filter(({ confidence }) => confidence !== null)
    .sort((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0) || (0,_results_row_js__WEBPACK_IMPORTED_MODULE_0__/* .byImage */ .hA)(a, b))
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


/***/ }),

/***/ 42787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markdownTable)
/* harmony export */ });
/** Rows of cells as a table in Markdown. Cells are Markdown on one line already. */
function markdownTable(columns, rows) {
    return [
        line(columns.map(({ title }) => title)),
        line(columns.map(({ numbers }) => (numbers ? '---:' : '---'))),
        ...rows.map(line)
    ].join('\n');
}
const line = (cells) => `| ${cells.join(' | ')} |`;


/***/ }),

/***/ 8216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ reportPage)
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
    return (0,lib_escape/* escapeHtml */.ZD)(String(content));
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
    return html `<rect class="bar" x="${bin * WIDTH + 0.4}%" width="${WIDTH - 0.8}%" y="${top}" height="${height}" rx="2"><title>${(0,lib_text/* count */.U9)(images, 'image')} with a confidence of ${bin * WIDTH} to ${(bin + 1) * WIDTH}</title></rect><text class="bin" x="${(bin + 0.5) * WIDTH}%" y="${top - 5}" text-anchor="middle">${(0,lib_text/* grouped */.zD)(images)}</text>`;
}
const mark = (value) => html `<text x="${value}%" y="${ABOVE + HEIGHT + BELOW - 4}" text-anchor="${value === 0 ? 'start' : value === 100 ? 'end' : 'middle'}">${value}</text>`;
function inWords(confidences) {
    const sorted = [...confidences].sort((a, b) => a - b);
    const at = (share) => (0,lib_text/* decimal */._)(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
    const images = `${(0,lib_text/* count */.U9)(sorted.length, 'image')} with words, by mean confidence`;
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
    : html `<p class="note">These are the first ${(0,lib_text/* grouped */.zD)(shown)} of ${(0,lib_text/* grouped */.zD)(all)}; all are in <code>${where}</code>.</p>`;

;// CONCATENATED MODULE: ./build/report/image-tables.js





/** Longer ones, of programs that stumble, tell no more; the tables have all of it. */
const LONGEST_MESSAGE = 600;
const NONE = '–';
/** An image's name; where it has a text, it leads there. A long one breaks between folders first. */
function named({ image, text }) {
    const parts = image.split('/').map((part, index) => (index === 0 ? part : html `/<wbr>${part}`));
    const url = text === null ? null : (0,lib_escape/* relativeUrl */.AK)(text);
    return url === null ? parts : html `<a href="${url}">${parts}</a>`;
}
const imageColumn = { title: 'Image', cell: named, kind: 'path' };
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
/** What was reused took no time, which is not the same as being quick. */
const time = numberColumn('Time', (row) => (row.status === 'reused' ? null : row.seconds), lib_text/* duration */.p0);
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
            cell: (row) => html `<code class="code">${row.error?.code ?? ''}</code> ${(0,lib_escape/* clip */.$Q)((0,findings/* whatHappened */.ez)(row), LONGEST_MESSAGE)}`,
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
        .map(([code, images]) => html `<span><b>${(0,lib_text/* grouped */.zD)(images)}</b> <code>${code}</code></span> `);
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
    cell: (row) => (row.status === 'failed' ? NONE : (0,findings/* lookWords */.RD)(row)),
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
    const paged = { ...pages, cell: (row) => (0,lib_text/* count */.U9)(row.pages, 'page') };
    return table({ caption: `Slowest ${rows.length === 1 ? 'image' : 'images'}` }, [imageColumn, time, paged], rows);
}

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
;// CONCATENATED MODULE: ./build/report/page-head.js



/** The head of the page: how it went, when and where, and the totals as figures. */
function pageHead({ run }) {
    const { tone, sentence } = (0,verdict/* verdictOf */.V)(run);
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
        html `<time datetime="${start}">${(0,lib_text/* moment */.n$)(start)} UTC</time>`,
        `took ${(0,lib_text/* duration */.p0)(seconds)}`,
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
/** How the sentence on a run that did not come to its end goes on. */
const ENDINGS = {
    cancelled: 'was cancelled before its end.',
    running: 'has not told of its end.',
    failed: 'could not go on.'
};
function ending({ outcome, problem }) {
    if (outcome === 'done')
        return null;
    return html `<p class="banner">This run ${ENDINGS[outcome]}${problem && ` ${problem}`} What it finished is kept; the next run with the same results folder reads the rest.</p>`;
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
        { title: 'Images', cell: ({ images }) => (0,lib_text/* grouped */.zD)(images), number: ({ images }) => images },
        { title: 'Size', cell: ({ bytes }) => (0,lib_text/* size */.Ej)(bytes), number: ({ bytes }) => bytes },
        {
            title: 'Estimated',
            cell: (partition) => (0,lib_text/* duration */.p0)(partition.estimatedSeconds),
            number: (partition) => partition.estimatedSeconds
        },
        { title: 'Took', cell: (partition) => timeOr(took(partition)), number: took }
    ];
    const taken = tasks.reduce((sum, { seconds }) => sum + seconds, 0);
    return html `<p>${(0,lib_text/* count */.U9)(partitions.length, 'task')} for ${(0,lib_text/* count */.U9)(slots, 'slot')}, estimated at ${(0,lib_text/* duration */.p0)(estimatedSeconds)} of reading; in the end, ${(0,lib_text/* duration */.p0)(taken)}.</p>
<details><summary>${partitions.length === 1 ? 'The task' : `All ${(0,lib_text/* grouped */.zD)(partitions.length)} tasks`}</summary>
${table({ caption: 'Tasks: estimated and actual times', hidden: true }, columns, partitions.slice(0, most))}
${leftOut(partitions.length, most, 'metadata/run.json')}
</details>`;
}
const timeOr = (seconds) => (seconds === null ? run_tables_NONE : (0,lib_text/* duration */.p0)(seconds));
/** What the run was asked to do; null where that is not known. */
function settingsTable(settings) {
    const entries = Object.entries(settings);
    if (entries.length === 0)
        return null;
    return html `<details><summary>${(0,lib_text/* count */.U9)(entries.length, 'setting')}</summary>
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
    const ending = failed > 0 ? `, ${(0,lib_text/* grouped */.zD)(failed)} failed` : '';
    return [
        `${task.id}: ${(0,lib_text/* count */.U9)(task.partition.images.length, 'image')}${ending}`,
        `${(0,lib_text/* duration */.p0)(to - from)}, from ${clockTime(from)} to ${clockTime(to)}`,
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
        ...(lanes.length > MOST_LANES ? [(0,lib_text/* count */.U9)(lanes.length - MOST_LANES, 'more slot')] : []),
        ...(bars > 0 ? [(0,lib_text/* count */.U9)(bars, 'more task')] : [])
    ];
    return missing.length === 0
        ? null
        : html `<p class="note">And ${missing.join(' and ')}, in metadata/tasks.</p>`;
}

;// CONCATENATED MODULE: ./build/report/page.js












/** Rows of a table that the page shows; a hundred thousand images would make it a hundred megabytes. */
const MOST_ROWS = 1000;
const MOST_NAMED = 5;
const hashOf = (text) => `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}'`;
/** Nothing is loaded, and nothing runs but what is written here: a name that slips through could still do no harm. */
const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
/** Tells of a run as `report.html`: one file that needs no network, and reads without its script. */
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
    const images = [...rows].sort(row/* byImage */.hA);
    const candidates = [
        { id: 'failures', title: 'Failures', content: failuresTable((0,findings/* failures */.e9)(images), MOST_ROWS) },
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
    if (rows.length <= MOST_NAMED)
        return histogram;
    return html `${histogram}
<div class="pair">
${leastSureTable((0,findings/* leastSure */.vg)(rows, MOST_NAMED))}
${slowestTable((0,findings/* slowest */.Ml)(rows, MOST_NAMED))}
</div>`;
}
function foot(run) {
    return html `<footer>
<p>An image’s name leads to its text in <code>text/</code>, which lies beside this page in the results folder.
On GitHub the texts are in an artifact of their own: unpack it into the folder of this page, and the links work.</p>
<p>All of this as data: <code>results.jsonl</code>, <code>results.csv</code> and <code>metadata/</code>. Run ${run.id}.</p>
</footer>`;
}


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
 * GitHub drops a summary over 1 MiB without a word. These limits keep the longest one that hostile names can make
 * under half of that: each character of theirs takes up to 30 bytes when it is escaped.
 */
const MOST_FAILURES = 50;
const MOST_NODES = 25;
const MOST_NAMED = 5;
const LONGEST_NAME = 120;
const LONGEST_SENTENCE = 160;
const LONGEST_WORD = 40;
const LONGEST_PROBLEM = 1000;
const SIGNS = { good: '✅', mixed: '⚠️', bad: '❌', ended: '⏹️' };
/** Tells of a run as GitHub's job summary, in Markdown. */
function jobSummary(report, options) {
    const parts = [
        headline(report),
        problemPart(report),
        totalsPart(report),
        artifactsPart(options.artifacts),
        failuresPart(report.rows, options.mostFailures),
        nodesPart(report),
        leastSurePart(report.rows),
        slowestPart(report.rows),
        originPart(report)
    ];
    return joined(parts);
}
/** Tells what failed in a run, and nothing else, in Markdown. */
const failuresSummary = (report, mostFailures) => joined([headline(report), problemPart(report), failuresPart(report.rows, mostFailures)]);
/** Leads to the artifacts of a run whose summary stands already, in Markdown. */
const artifactsSummary = (artifacts) => joined([artifactsPart(artifacts)]);
const joined = (parts) => `${parts.filter((part) => part !== null).join('\n\n')}\n`;
function headline({ run }) {
    const { tone, sentence } = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .verdictOf */ .V)(run);
    return `## ${SIGNS[tone]} ${sentence}`;
}
/** Why the run could not go on, cut where Azure tells a long story. */
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
/** An address between `<` and `>`: nothing in it may end it. */
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
function leastSurePart(rows) {
    const unsure = (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .leastSure */ .vg)(rows, MOST_NAMED);
    const columns = [
        { title: 'Image' },
        { title: 'Confidence', numbers: true },
        { title: 'Words', numbers: true },
        { title: 'Look' }
    ];
    const cells = unsure.map((row) => [
        name(row),
        (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .decimal */ ._)(row.confidence ?? 0),
        (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(row.words),
        (0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_lib_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .lookWords */ .RD)(row), LONGEST_SENTENCE))
    ]);
    return unsure.length === 0 ? null : folded('Least sure images', (0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownTable */ .Q)(columns, cells));
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
/** Says what a table leaves out, and where it is. */
const more = (all, shown, where) => all.length > shown ? [`… and ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(all.length - shown)} more, in \`${where}\`.`] : [];


/***/ }),

/***/ 47342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ verdictOf)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);

/** Says how a run went. */
function verdictOf({ outcome, totals }) {
    const { images, failed } = totals;
    const partly = `${readOf(images - failed, images)}, ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(failed)}`;
    if (outcome === 'cancelled')
        return { tone: 'ended', sentence: `Cancelled: ${partly} not` };
    if (outcome === 'failed')
        return { tone: 'bad', sentence: `Broken off: ${partly} not` };
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
const readOf = (read, images) => `${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(read)} of ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(images, 'image')} ${read === 1 ? 'was' : 'were'} read`;
const allRead = (images) => images === 1 ? 'The image was read' : `All ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(images)} images were read`;
const noneRead = (images) => images === 1
    ? 'The image could not be read'
    : `None of the ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .zD)(images)} images could be read`;


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
 * Rows as a table for spreadsheets (RFC 4180). Names and texts come from strangers: a cell that begins like a formula
 * gets an apostrophe in front, so that no spreadsheet runs it (OWASP, CSV injection).
 */
function csvTable(rows, groups) {
    return (0,csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .A)(rows.map((row) => ({
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
/** The table's columns: a row's own, the error in two, and one for each group of `key-pattern`. */
function csvColumns(groups) {
    return _row_js__WEBPACK_IMPORTED_MODULE_1__/* .rowColumns */ .Op.flatMap((column) => {
        if (column === 'keys')
            return [...groups];
        return column === 'error' ? ['error', 'errorMessage'] : [column];
    });
}


/***/ }),

/***/ 55673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ outputPath),
/* harmony export */   h: () => (/* binding */ ResultsFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _csv_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74321);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40399);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16069);






/** Where each format's files lie in the results folder, and how they end. */
const PLACES = {
    txt: { folder: 'text', ending: '.txt' },
    hocr: { folder: 'hocr', ending: '.hocr' },
    tsv: { folder: 'tsv', ending: '.tsv' },
    alto: { folder: 'alto', ending: '.xml' },
    pdf: { folder: 'pdf', ending: '.pdf' }
};
/** A file name's length in bytes on every common file system (ext4, APFS, NTFS), less room for the ending of a file in the making. */
const LONGEST_NAME = 240;
/** The path of an image's file of one format within the results folder, with forward slashes. */
function outputPath(format, image) {
    const { folder, ending } = PLACES[format];
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(image);
    const fits = Buffer.byteLength(name + ending) <= LONGEST_NAME;
    return [folder, ...image.split('/').slice(0, -1), (fits ? name : shortened(name)) + ending].join('/');
}
/** A long name keeps its beginning, and a digest of the whole in place of its end. */
function shortened(name) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, 12);
    let kept = name;
    while (Buffer.byteLength(kept) > LONGEST_NAME - 24)
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
    /** The table's file as rows are added to it. */
    #rows = null;
    /** The records that stand in `metadata/` as they are. */
    #recorded = new WeakSet();
    constructor(path) {
        this.path = path;
    }
    /** Rows of an earlier run by their image; the last word on an image counts. Lines that are no rows are passed over. */
    earlierRows() {
        const lines = this.has('results.jsonl')
            ? (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'results.jsonl'), 'utf8').split('\n')
            : [];
        const rows = lines.map(_row_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRow */ .W0).filter((row) => row !== null);
        return new Map(rows.map((row) => [row.image, row]));
    }
    /** Whether a file is there, by its path within the folder. */
    has(path) {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, path));
    }
    /** The bytes of a file, by its path within the folder. */
    read(path) {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, path));
    }
    /** Writes an image's file of one format and gives its path within the folder. */
    writeOutput(format, image, content) {
        const path = outputPath(format, image);
        this.write(path, content);
        return path;
    }
    /** Writes a file whole or not at all, by its path within the folder. */
    write(path, content) {
        const target = this.#placeFor(path);
        const aside = `${target}.part`;
        inItsFolder(target, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(aside, content));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(aside, target);
    }
    /** Moves a file of the same file system to a path within the folder. */
    moveIn(file, path) {
        const target = this.#placeFor(path);
        inItsFolder(target, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(file, target));
    }
    #placeFor(path) {
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, path);
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(this.path, target).startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`))
            throw new Error(`${path} lies outside of the results folder.`);
        return target;
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
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, aside(to)), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, to));
    }
    /** Writes a record of `metadata/` as JSON that a person can read. One that was written before is left as it stands. */
    writeRecord(name, record) {
        if (this.#recorded.has(record))
            return;
        this.write(`metadata/${name}.json`, `${JSON.stringify(record, null, 2)}\n`);
        this.#recorded.add(record);
    }
    /** Every record of a folder of `metadata/`, in the order of their names. */
    records(folder) {
        const home = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'metadata', folder);
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(home))
            return [];
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(home)
            .filter((name) => name.endsWith('.json'))
            .sort()
            .map((name) => JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, name), 'utf8')));
    }
    /** Begins the table of a run with the rows that are known already. */
    beginRows(rows) {
        this.#writeRows(rows);
    }
    /** Adds a row as soon as it is known. The table stays open until it is written anew. */
    appendRow(row) {
        this.#rows ??= (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'results.jsonl'), 'a');
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(this.#rows, `${JSON.stringify(row)}\n`);
    }
    #writeRows(rows) {
        if (this.#rows !== null)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(this.#rows);
        this.#rows = null;
        this.write('results.jsonl', jsonLines(rows));
    }
    /** Adds lines to the log of a task. */
    appendLog(task, name, text) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'metadata', 'logs', task, name);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), { recursive: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(file, text);
    }
    /** Writes the tables of a run that has ended: sorted by path. `groups` are the columns of `key-pattern`. */
    writeTables(rows, groups) {
        const sorted = [...rows].sort(_row_js__WEBPACK_IMPORTED_MODULE_5__/* .byImage */ .hA);
        this.#writeRows(sorted);
        this.write('results.csv', (0,_csv_js__WEBPACK_IMPORTED_MODULE_3__/* .csvTable */ .D)(sorted, groups));
    }
    /** Removes what an earlier run wrote of images but for some formats, and the folders that become empty by it. */
    removeOutputs(images, except = []) {
        const there = _records_js__WEBPACK_IMPORTED_MODULE_4__/* .FORMATS */ .hR.filter((format) => !except.includes(format) && this.has(PLACES[format].folder));
        if (there.length === 0)
            return;
        for (const image of images)
            for (const format of there)
                this.#removeFile((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, outputPath(format, image)));
    }
    #removeFile(path) {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
            return;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path);
        for (let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path); folder !== this.path && isEmpty(folder); folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(folder);
    }
    /** Removes the records of an earlier run, which this one makes anew. */
    clearRecords() {
        this.#recorded = new WeakSet();
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'metadata'), { recursive: true, force: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.path, 'report.html'), { force: true });
    }
}
/** Does what puts a file in its place; the folder is made when it turns out not to be there. */
function inItsFolder(target, put) {
    try {
        put();
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), { recursive: true });
        put();
    }
}
const jsonLines = (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const isEmpty = (folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder).length === 0;


/***/ }),

/***/ 40399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ originSchema),
/* harmony export */   L0: () => (/* binding */ nodeRecordSchema),
/* harmony export */   _A: () => (/* binding */ runRecordSchema),
/* harmony export */   hR: () => (/* binding */ FORMATS),
/* harmony export */   iz: () => (/* binding */ taskRecordSchema)
/* harmony export */ });
/* unused harmony exports engineRecordSchema, totalsSchema */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

/** The programs that read on a node. */
const engineRecordSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    tesseract: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    leptonica: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    imageMagick: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    poppler: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    languages: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** Digests of the models that it read with, by their languages. */
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
    /** Why the attempt ended as it did; null where it simply finished. */
    reason: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
const countsSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    recognized: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    reused: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    empty: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    failed: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
});
/** A task and what became of it: `metadata/tasks/<task>.json`. */
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
    /** Null while the run goes on, or where it was killed. */
    end: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    /** `cancelled` where a signal ended it early, `failed` where it could not go on. */
    outcome: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['running', 'done', 'cancelled', 'failed']),
    /** Why it could not go on, in sentences; null where it could. */
    problem: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), null),
    settings: valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    totals: totalsSchema,
    /** Seconds of all tasks ÷ wall seconds; null where no task ran. */
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
    /** Address of the workflow run on GitHub; null elsewhere. */
    workflowRun: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
/** The kinds of file that a recognition can make. */
const FORMATS = ['txt', 'hocr', 'tsv', 'alto', 'pdf'];
/** Where a run comes from, and what of it is known at its beginning: enough to finish it in another process. */
const originSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Id of the run. */
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    backend: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** ISO 8601, in UTC. */
    start: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** The settings as records show them: nothing secret. */
    settings: valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    /** The named groups of `key-pattern`: columns of the table. */
    groups: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** Files in the folder that are no images. */
    otherFiles: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    repository: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    workflowRun: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});


/***/ }),

/***/ 16069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/** What is known of one image: one line of `results.jsonl`. Times in seconds, sizes in bytes and pixels. */
const rowSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** The image's path with forward slashes, relative to the working directory (or to the folder named, outside it). */
    image: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['recognized', 'reused', 'empty', 'failed']),
    /** `sha256:` and the digest of the bytes; null where they could not be read. */
    identity: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** Identity and engine together: same key, same text. */
    key: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    bytes: counted,
    format: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    width: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(counted),
    height: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(counted),
    pages: counted,
    words: counted,
    /** Mean confidence of the words, 0 to 100; null where there are none. */
    confidence: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(100))),
    /** Path of the text within the results folder; null where the image failed. */
    text: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** The named groups of `key-pattern`; a group that did not take part is null. */
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
    /** Which look at the image its text came from. */
    look: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO([1, 2]),
    /** What the second look did to the image, in words, whether or not its text was kept; null where there was none. */
    secondLook: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
});
/** The columns of the table, in their order; a `key-pattern` may not name a group like one of them. */
const rowColumns = Object.keys(rowSchema.entries);
/** Reads one line of `results.jsonl`; null where it is no row, such as the torn last line of a killed run. */
function parseRow(line) {
    try {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(rowSchema, JSON.parse(line));
        return parsed.success ? parsed.output : null;
    }
    catch {
        return null;
    }
}
/** Orders rows as the tables show them: by path, code unit by code unit, the same on every machine. */
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
/** A partition as the record of its task tells it: its images by their paths. */
const partitionRecord = (partition) => ({
    images: partition.images.map(({ path }) => path),
    bytes: partition.bytes,
    estimatedSeconds: rounded(partition.estimatedSeconds)
});


/***/ }),

/***/ 72262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ lostRows),
/* harmony export */   rl: () => (/* binding */ lostRow),
/* harmony export */   tS: () => (/* binding */ refusedRow)
/* harmony export */ });
/* harmony import */ var _task_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76019);

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
/** The row of an image that is refused before any engine sees it; so it has no key, wherever the run takes place. */
const refusedRow = (image) => ({ ...(0,_task_task_js__WEBPACK_IMPORTED_MODULE_0__/* .unread */ .g)(image), key: null });
const lost = (image, why) => ({
    ...refusedRow(image),
    error: { code: 'lost', message: `${image.path}: ${why}; the next run reads it.` }
});
/** Images in = images reported: what no task answered for is a row too. */
function lostRows(wanted, read, ending) {
    const answered = new Set(read.map(({ image }) => image));
    const why = ending.cancelled
        ? 'the run was cancelled before this image was read'
        : 'its task never answered';
    return wanted
        .filter(({ path }) => !answered.has(path))
        .map((image) => lost(image, ending.unanswered.get(image.path) ?? why));
}


/***/ }),

/***/ 49430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ recover)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
/* harmony import */ var _report_page_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8216);
/* harmony import */ var _results_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40399);
/* harmony import */ var _results_totals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61210);
/* harmony import */ var _lost_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72262);





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
    const run = valibot__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qgA(_results_records_js__WEBPACK_IMPORTED_MODULE_1__/* .runRecordSchema */ ._A, JSON.parse(folder.read('metadata/run.json').toString()));
    if (run.start < since)
        return null;
    const tasks = folder.records('tasks').map((record) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qgA(_results_records_js__WEBPACK_IMPORTED_MODULE_1__/* .taskRecordSchema */ .iz, record));
    const nodes = folder.records('nodes').map((record) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qgA(_results_records_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeRecordSchema */ .L0, record));
    const rows = withLost([...folder.earlierRows().values()], tasks);
    if (run.outcome !== 'running')
        return { run, rows, tasks, nodes };
    const totals = (0,_results_totals_js__WEBPACK_IMPORTED_MODULE_4__/* .totalsOf */ .vA)(rows, { otherFiles: run.totals.otherFiles, nodes, tasks });
    const report = { run: { ...run, outcome: 'cancelled', totals }, rows, tasks, nodes };
    const groups = [...new Set(rows.flatMap(({ keys }) => Object.keys(keys)))];
    folder.writeTables(rows, groups);
    folder.writeRecord('run', report.run);
    folder.write('report.html', (0,_report_page_js__WEBPACK_IMPORTED_MODULE_0__/* .reportPage */ .S)(report));
    return report;
}
function withLost(rows, tasks) {
    const known = new Set(rows.map(({ image }) => image));
    const planned = tasks.flatMap(({ partition }) => partition.images);
    return [
        ...rows,
        ...planned
            .filter((image) => !known.has(image))
            .map((image) => (0,_lost_js__WEBPACK_IMPORTED_MODULE_2__/* .lostRow */ .rl)(image, 'the run was ended before this image was read'))
    ];
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
/** The outputs of results that were delivered, once: name and meaning. `action.yml` and the README's tables are made from these. */
const outputs = {
    'run-id': 'Id of the run; it names the run in its records.',
    'job-id': "The backend's id of the job; on `local` the run's own.",
    images: 'Images found.',
    recognized: 'Images whose text was read in this run.',
    reused: 'Images whose earlier result was kept.',
    empty: 'Images in which no text was found.',
    failed: 'Images that could not be read; the table names each.',
    pages: 'Pages in the images that have a text.',
    confidence: 'Mean confidence of the words, 0 to 100; empty where there are none.',
    nodes: 'Nodes that ran tasks.',
    seconds: 'Wall seconds of the run.',
    results: 'Path of the results folder.',
    'text-artifact-id': 'Id of the artifact with texts and tables.',
    'text-artifact-url': 'Its address.',
    'text-artifact-digest': 'Its SHA-256.',
    'metadata-artifact-id': 'Id of the artifact with the metadata of nodes and tasks, and the report.',
    'metadata-artifact-url': 'Its address.',
    'metadata-artifact-digest': 'Its SHA-256.'
};
/** The outputs of a submission. */
const submitOutputs = {
    'run-id': outputs['run-id'],
    'job-id': "Batch's id of the job.",
    handle: 'What `collect` needs to find the run again, as JSON; nothing in it is secret.',
    'handle-file': 'Path of a file that holds the same.',
    images: outputs.images
};
/** The outputs of the action itself, which with `wait: false` is a submission. */
const runOutputs = {
    ...outputs,
    handle: 'With `wait: false`: what `collect` needs to find the run again; nothing in it is secret.',
    'handle-file': 'Path of a file that holds the same.'
};
/** The outputs of a sweep. */
const sweepOutputs = {
    jobs: 'Jobs removed.',
    pools: 'Pools removed.',
    containers: 'Containers removed.'
};
/** The outputs of a report to people. */
const reportOutputs = {
    number: 'Number of the issue or pull request; empty where nothing was written.',
    url: 'Address of the issue or comment; empty where nothing was written.'
};
/** The outputs of a search for changed images. */
const changedOutputs = {
    images: 'The changed images, one a line, for the input `images` of others; without a pull request, that input as it was given. Empty where there is none, which others take for their default: look at `count` first.',
    count: 'Number of changed images; empty where all are taken.'
};
/** The outputs of a look for earlier results. */
const lookOutputs = {
    key: 'Name of the results of these images, for the input `keep-as` of `merge`.',
    unchanged: '`true` where there is nothing to read; `false` else.'
};

// EXTERNAL MODULE: ./build/settings/parse.js
var parse = __webpack_require__(94667);
// EXTERNAL MODULE: ./build/settings/parse-azure.js
var parse_azure = __webpack_require__(67653);
// EXTERNAL MODULE: ./build/settings/settings.js + 1 modules
var settings = __webpack_require__(44706);
;// CONCATENATED MODULE: ./build/settings/actions.js






/** Inputs by which an account is named and entered. */
const accountInputs = [
    'batchEndpoint',
    'batchAccount',
    'storageEndpoint'
];
const identityInputs = [
    ...['tenantId', 'clientId'],
    ...['batchAccountKey', 'storageAccountKey'],
    'batchApiVersion'
];
/** Inputs that say nothing to whoever submits and leaves: nodes bring their own programs, and others deliver. */
const afterwards = [
    ...['backend', 'wait', 'install'],
    ...['artifactName', 'artifactRetentionDays', 'failOn']
];
/** A token; the default, should a step hand it on as it stands, is none. Never quoted: it is a secret. */
const token = (given) => {
    if (/^\S+$/.test(given.trim()))
        return given.trim();
    throw new parse/* InputProblem */.S7('is no token: it is empty, or there is white space in it.');
};
/** Inputs of a single face or command, by their names in the code. */
const actionInputs = {
    handle: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'handle',
        meaning: "A submission's output `handle`, or the path of its file.",
        parse: parse/* text */.Qq
    }),
    folders: (0,input/* input */.h)({
        fallback: '',
        shownDefault: "the shards' artifacts of this workflow run, which the step downloads itself",
        placeholder: 'folders',
        meaning: 'Folders with what shards left, or with such folders in them, one a line.',
        parse: parse/* lines */.Mn
    }),
    olderThan: (0,input/* input */.h)({
        fallback: '24h',
        placeholder: 'age',
        meaning: 'What is younger stays: it may be the work of a run that goes on. `90m`, `12h`, `2d`, or plain hours.',
        parse: parse_azure/* age */.KW
    }),
    dryRun: (0,input/* input */.h)({
        fallback: 'false',
        meaning: 'Only show what would be removed.',
        parse: parse/* yesNo */.Lm
    }),
    to: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'where',
        meaning: '`issue`: one issue with what failed, updated in place and closed when nothing fails any more (`permissions: issues: write`); `pull-request`: the summary as one comment, updated in place (`permissions: pull-requests: write`).',
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
        meaning: 'By which GitHub is asked.',
        parse: token
    }),
    keepAs: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'they are not kept',
        placeholder: 'name',
        meaning: 'Keeps the results for the next run in the cache, under the name that the action `look` gave as its output `key`.',
        parse: parse/* text */.Qq
    }),
    skipUnchanged: (0,input/* input */.h)({
        fallback: 'true',
        meaning: 'Look whether an earlier run has read just these images, and say in log and summary where it has; `false`: only name them.',
        parse: parse/* yesNo */.Lm
    }),
    /** Of the command `sample` alone, which is no action. */
    tasks: (0,input/* input */.h)({
        fallback: '10',
        placeholder: 'number',
        meaning: 'Tasks of the sample.',
        parse: (0,parse/* wholeNumber */.rD)(1, 10_000)
    })
};
/** The keys of all inputs of a single face or command. */
const actionInputKeys = Object.keys(actionInputs);
/** Whether a face's input has to be given. */
const isRequired = (key) => {
    const { fallback, shownDefault } = actionInputs[key];
    return fallback === '' && shownDefault === undefined;
};
/**
 * Reads a face's own input.
 *
 * @throws SettingsError where it is wrong, or missing
 */
function readActionInput(key, texts) {
    const { fallback, meaning, parse } = actionInputs[key];
    const given = texts[key]?.trim() || fallback;
    if (given === '' && isRequired(key))
        throw new settings/* SettingsError */.GN([`Input \`${(0,inputs/* kebab */.i9)(key)}\` is missing. ${meaning}`]);
    return (0,settings/* readInput */.R5)((0,inputs/* kebab */.i9)(key), { parse }, given);
}
const face = (declaration) => declaration;
/** The actions of the product. `run` stands at the top of the repository, every other one in a folder of its name. */
const actions = {
    run: face({
        title: 'Batch OCR',
        description: 'Turns a folder of images into text: a partitioned OCR job, its results as artifacts.',
        azure: false,
        inputs: inputs/* inputKeys */.nA,
        own: [],
        outputs: runOutputs
    }),
    submit: face({
        title: 'Batch OCR: submit',
        description: 'Submits an OCR job to Azure Batch and leaves; collect fetches its results.',
        azure: true,
        inputs: inputs/* inputKeys */.nA.filter((key) => !afterwards.includes(key)),
        own: [],
        outputs: submitOutputs
    }),
    collect: face({
        title: 'Batch OCR: collect',
        description: 'Waits for a submitted OCR job and delivers its results as artifacts.',
        azure: true,
        // The handle names the accounts, and the job knows what it was asked for.
        inputs: ['results', 'artifactName', 'artifactRetentionDays', 'failOn', ...identityInputs],
        own: ['handle'],
        outputs: outputs
    }),
    sweep: face({
        title: 'Batch OCR: sweep',
        description: 'Removes the jobs, pools and containers that lost OCR runs left on Azure.',
        azure: true,
        inputs: [...accountInputs, ...identityInputs],
        own: ['olderThan', 'dryRun'],
        outputs: sweepOutputs
    }),
    merge: face({
        title: 'Batch OCR: merge',
        description: 'Merges what the shards of an OCR job left, and delivers it as that of one run.',
        azure: false,
        inputs: ['results', 'artifactName', 'artifactRetentionDays', 'failOn'],
        own: ['folders', 'keepAs'],
        outputs: outputs
    }),
    look: face({
        title: 'Batch OCR: look',
        description: 'Looks whether an earlier run has read just these images in this way, by names and contents as git knows them.',
        azure: false,
        inputs: ['images', ...inputs/* readingKeys */.ht, 'results'],
        own: ['skipUnchanged'],
        outputs: lookOutputs
    }),
    report: face({
        title: 'Batch OCR: report',
        description: 'Tells of an OCR job in an issue, or in a comment on a pull request.',
        azure: false,
        inputs: ['results'],
        own: ['to', 'title', 'token'],
        outputs: reportOutputs
    }),
    changed: face({
        title: 'Batch OCR: changed',
        description: 'Finds the images that a pull request adds or changes.',
        azure: false,
        // The results folder is never read, wherever it lies.
        inputs: ['images', 'results'],
        own: ['token'],
        outputs: changedOutputs
    })
};
/** The actions' names, `run` first. */
const actionNames = Object.keys(actions);


/***/ }),

/***/ 44648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ input)
/* harmony export */ });
/** An input as it is declared, with the type of its value. */
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



/** The most nodes of one kind that we ask for; an account's quota is mostly far below. */
const MOST_NODES = 5000;
/** The most minutes of a job: what lets nodes into the storage lives seven days (10,080 minutes). */
const MOST_MINUTES = 10_000;
/** What is asked of a run whose tasks run on Azure Batch. */
const azureInputs = {
    batchEndpoint: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'address',
        meaning: 'The Batch account, `https://NAME.REGION.batch.azure.com`.',
        parse: parse_azure/* batchEndpoint */.iZ
    }),
    batchAccount: (0,input/* input */.h)({
        fallback: '',
        shownDefault: "the endpoint's",
        placeholder: 'name',
        meaning: "The Batch account's name, where its endpoint does not begin with it.",
        parse: parse_azure/* accountName */.vi
    }),
    storageEndpoint: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'address',
        meaning: 'The storage account through which images and results travel, `https://NAME.blob.core.windows.net`, or with the account in the path.',
        parse: parse_azure/* storageEndpoint */.Vl
    }),
    tenantId: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'id',
        meaning: 'The Entra tenant of `client-id`. Without both, and without keys, az says who you are.',
        parse: parse_azure/* tenantId */.i8
    }),
    clientId: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'id',
        meaning: 'The Entra application with a federated credential for this repository; the job needs `permissions: id-token: write`.',
        parse: parse_azure/* clientId */.L2
    }),
    batchAccountKey: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'key',
        secret: true,
        meaning: "The Batch account's shared key instead; a secret. In a terminal better `AZURE_BATCH_ACCESS_KEY`: other users see a command's options.",
        parse: parse_azure/* accountKey */.LQ
    }),
    storageAccountKey: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'key',
        secret: true,
        meaning: "The storage account's shared key instead; a secret. In a terminal better `AZURE_STORAGE_KEY`.",
        parse: parse_azure/* accountKey */.LQ
    }),
    pool: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'a pool that lives and dies with the job',
        placeholder: 'id',
        meaning: 'An existing pool to use and keep.',
        parse: parse_azure/* poolId */.C9
    }),
    nodeIdentity: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'id',
        meaning: 'Resource id of a managed identity that `pool` carries: nodes reach the storage by it, and no SAS is made.',
        parse: parse_azure/* identityId */.Kf
    }),
    vmSize: (0,input/* input */.h)({
        fallback: 'Standard_D4s_v5',
        placeholder: 'size',
        meaning: 'The machines of a pool that we make.',
        parse: parse_azure/* vmSize */.Pj
    }),
    vmImage: (0,input/* input */.h)({
        fallback: 'canonical:ubuntu-24_04-lts:server',
        placeholder: 'image',
        meaning: 'Their image, `publisher:offer:sku`: a Debian or Ubuntu that Batch supports.',
        parse: parse_azure/* vmImage */.J0
    }),
    nodes: (0,input/* input */.h)({
        fallback: '2',
        placeholder: 'number',
        meaning: 'Dedicated nodes of a pool that we make.',
        parse: (0,parse/* wholeNumber */.rD)(0, MOST_NODES)
    }),
    spotNodes: (0,input/* input */.h)({
        fallback: '0',
        placeholder: 'number',
        meaning: 'Spot nodes of a pool that we make: cheaper, and Azure may take them away; their tasks then run again.',
        parse: (0,parse/* wholeNumber */.rD)(0, MOST_NODES)
    }),
    batchApiVersion: (0,input/* input */.h)({
        fallback: '2025-06-01',
        placeholder: 'version',
        meaning: "The api-version of the Batch service that we speak; `2022-10-01.16.0` is az's.",
        parse: parse_azure/* apiVersion */.XV
    }),
    taskRetries: (0,input/* input */.h)({
        fallback: '2',
        placeholder: 'number',
        meaning: 'How often a task that fails is run again.',
        parse: (0,parse/* wholeNumber */.rD)(0, 100)
    }),
    taskTimeout: (0,input/* input */.h)({
        fallback: '60',
        placeholder: 'minutes',
        meaning: 'Minutes for one task.',
        parse: (0,parse/* minutes */.Gx)(MOST_MINUTES)
    }),
    jobTimeout: (0,input/* input */.h)({
        fallback: '300',
        placeholder: 'minutes',
        meaning: 'Minutes for the whole job, waiting for nodes included; then Batch ends it, whether or not anyone still looks.',
        parse: (0,parse/* minutes */.Gx)(MOST_MINUTES)
    })
};

;// CONCATENATED MODULE: ./build/settings/inputs.js





/** What is asked of every run, wherever its tasks run. */
const runInputs = {
    images: (0,input/* input */.h)({
        fallback: 'images',
        placeholder: 'patterns',
        meaning: 'Folder, file or glob patterns, one a line; `!` excludes.',
        parse: parse/* lines */.Mn
    }),
    languages: (0,input/* input */.h)({
        fallback: 'eng',
        placeholder: 'list',
        meaning: "Tesseract's languages, such as `eng+fra`.",
        parse: parse/* languages */.eo
    }),
    formats: (0,input/* input */.h)({
        fallback: 'txt',
        placeholder: 'list',
        meaning: 'Any of `txt hocr tsv alto pdf`, comma or space separated; all are made in one recognition.',
        parse: (0,parse/* anyOf */.EB)(...records/* FORMATS */.hR)
    }),
    pageSegmentationMode: (0,input/* input */.h)({
        fallback: '',
        shownDefault: "Tesseract's own (3)",
        placeholder: 'mode',
        meaning: 'How Tesseract divides a page, 0 to 13; 7 or 13 for images of one line.',
        parse: (0,parse/* wholeNumber */.rD)(0, 13)
    }),
    dpi: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'from the image',
        placeholder: 'number',
        meaning: 'The resolution to assume where the image does not say.',
        parse: (0,parse/* wholeNumber */.rD)(70, 2400)
    }),
    prepare: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'when',
        meaning: '`auto`: ImageMagick makes a TIFF only where Tesseract could not read the image, or would read it wrongly (orientation tag, tiled or float TIFF, a format it lacks); `always`: every image becomes a TIFF first; `never`: ImageMagick is not used, and there is no second look.',
        parse: (0,parse/* oneOf */.yL)('auto', 'always', 'never')
    }),
    secondLook: (0,input/* input */.h)({
        fallback: 'true',
        meaning: 'An image read with doubt (low confidence, or a resolution that Tesseract puts under 150) is prepared anew (scaled, straightened, turned) and read again; the surer text is kept, and the row says which look it came from.',
        parse: parse/* yesNo */.Lm
    }),
    deskew: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'when',
        meaning: 'Straighten skewed pages: `auto`: in the second look; `always`; `never`.',
        parse: (0,parse/* oneOf */.yL)('auto', 'always', 'never')
    }),
    rotate: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'when',
        meaning: 'Turn pages that lie on their side or head: `auto`: in the second look; `always`; `never`.',
        parse: (0,parse/* oneOf */.yL)('auto', 'always', 'never')
    }),
    keyPattern: (0,input/* input */.h)({
        fallback: '',
        placeholder: 'regexp',
        meaning: "Regular expression over an image's path; its named groups become columns, such as `(?<phone>\\+?\\d{8,15})`.",
        parse: (0,parse/* keyPattern */._H)((0,csv/* csvColumns */.s)([]))
    }),
    imageTimeout: (0,input/* input */.h)({
        fallback: '120',
        placeholder: 'seconds',
        meaning: 'Seconds for one image.',
        parse: (0,parse/* seconds */.YA)(86_400)
    }),
    maxPixels: (0,input/* input */.h)({
        fallback: '200000000',
        placeholder: 'number',
        meaning: 'An image with more pixels is refused unread.',
        parse: (0,parse/* wholeNumber */.rD)(1, 10_000_000_000)
    }),
    backend: (0,input/* input */.h)({
        fallback: 'local',
        placeholder: 'name',
        meaning: 'Where the job runs: `local`, this machine; `azure-batch`, nodes of a Batch pool.',
        parse: (0,parse/* oneOf */.yL)('local', 'azure-batch')
    }),
    slots: (0,input/* input */.h)({
        fallback: '',
        shownDefault: 'cores of the node',
        placeholder: 'number',
        meaning: 'Tasks at a time on one node.',
        parse: (0,parse/* wholeNumber */.rD)(1, 256)
    }),
    partitions: (0,input/* input */.h)({
        fallback: 'auto',
        placeholder: 'number',
        meaning: 'Number of partitions; `auto` makes nearly one queue of images, largest first, so that no slot idles at the end.',
        parse: parse/* partitions */.Mo
    }),
    shard: (0,input/* input */.h)({
        fallback: '1/1',
        placeholder: 'i/n',
        meaning: 'Which part of the run this is, for a matrix of runners.',
        parse: parse/* shard */.B5
    }),
    reuse: (0,input/* input */.h)({
        fallback: 'true',
        meaning: 'Keep results whose key (the image, the engine and its settings) is unchanged; on GitHub those of earlier runs come from its cache.',
        parse: parse/* yesNo */.Lm
    }),
    install: (0,input/* input */.h)({
        fallback: '',
        shownDefault: '`true` on GitHub, `false` in the terminal',
        meaning: 'Install ImageMagick, Tesseract and languages where missing.',
        parse: parse/* yesNo */.Lm
    }),
    results: (0,input/* input */.h)({
        fallback: 'ocr-results',
        placeholder: 'folder',
        meaning: 'Results folder.',
        parse: parse/* text */.Qq
    }),
    artifactName: (0,input/* input */.h)({
        fallback: 'ocr',
        placeholder: 'prefix',
        meaning: 'Prefix of the two artifacts, `…-text` and `…-metadata`.',
        parse: parse/* artifactName */.Cs
    }),
    artifactRetentionDays: (0,input/* input */.h)({
        fallback: '',
        shownDefault: "the repository's",
        placeholder: 'days',
        meaning: 'Days that GitHub keeps the artifacts.',
        parse: (0,parse/* wholeNumber */.rD)(1, 400)
    }),
    failOn: (0,input/* input */.h)({
        fallback: 'any',
        placeholder: 'when',
        meaning: '`any`, `all`, `never`, or a share like `5%`: when failed images fail the step.',
        parse: parse/* failOn */.Ko
    }),
    wait: (0,input/* input */.h)({
        fallback: 'true',
        meaning: '`false`: submit the job and leave (`azure-batch` alone); `collect` fetches its results.',
        parse: parse/* yesNo */.Lm
    })
};
/**
 * Every input of the product, once, by its name in the code; the names outside are the same in kebab-case (`kebab`).
 * `action.yml` and its like, the README's tables and the command line's options are made from this declaration
 * (`tools/contracts.ts`); nothing else says what an input is called or what it means.
 */
const inputs = { ...runInputs, ...azureInputs };
/** The inputs that are secrets: they stand in no record and no log. */
const secretKeys = Object.keys(inputs).filter((key) => inputs[key].secret);
/** The inputs' keys, in the order of the declaration. */
const inputKeys = Object.keys(inputs);
/** The inputs that decide, beside the images, which texts and tables a run leaves. */
const readingKeys = [
    ...['languages', 'formats', 'pageSegmentationMode', 'dpi'],
    ...['prepare', 'secondLook', 'deskew', 'rotate'],
    ...['keyPattern', 'imageTimeout', 'maxPixels']
];
/** The name of an input outside of the code: `pageSegmentationMode` is `page-segmentation-mode`. */
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

/** A text of one form, trimmed; `takes` completes "it takes …". */
const ofForm = (form, takes) => (given) => {
    const text = given.trim();
    if (form.test(text))
        return text;
    throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7(`is ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(given)}; it takes ${takes}.`);
};
/** Hosts that are this machine: nobody listens on the way to them. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/**
 * The address of a service, without a slash at its end; a bare host, as az prints it, is one by https.
 *
 * @param path what may stand behind the host
 * @param example shown where the text is none
 */
const endpoint = (path, example) => (given) => {
    const takes = `it takes an address such as ${example}`;
    const text = given.trim();
    const address = text.includes('://') ? text : `https://${text}`;
    const url = URL.canParse(address) ? new URL(address) : null;
    // An address with a signature or a password in it is not repeated: the log is no place for it.
    if (url === null)
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7(`is no address; ${takes}.`);
    if (url.username || url.password || url.search || url.hash || /[?#]/.test(text))
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7(`has more than host and path; ${takes}, without what follows a ?.`);
    if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7(`is ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}: over http whoever is on the way reads keys and tokens; write https.`);
    }
    const tail = url.pathname.replace(/\/+$/, '');
    if (!/^https?:$/.test(url.protocol) || !path.test(tail))
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7(`is ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}; ${takes}.`);
    return url.origin + tail;
};
/** The address of a Batch account. */
const batchEndpoint = endpoint(/^$/, 'https://NAME.REGION.batch.azure.com');
/** The address of a storage account's blobs; the account may stand in the path, as with Azurite. */
const storageEndpoint = endpoint(/^(\/[^/]+)?$/, 'https://NAME.blob.core.windows.net');
/** The name of a Batch account. */
const accountName = ofForm(/^[a-z0-9]{3,24}$/, "an account's name, 3 to 24 lower-case letters and digits");
const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** The id of an application, a GUID. */
const clientId = ofForm(new RegExp(`^${GUID}$`, 'i'), 'the application (client) id, such as 00000000-0000-0000-0000-000000000000');
/** The id of a tenant: a GUID, or one of its domains. */
const tenantId = ofForm(new RegExp(`^(${GUID}|[a-z0-9-]+(\\.[a-z0-9-]+)+)$`, 'i'), 'the directory (tenant) id, or a domain such as contoso.onmicrosoft.com');
/** An account's shared key. It is a secret, so what is wrong is told without it. */
const accountKey = (given) => {
    const key = given.trim();
    if (/^[A-Za-z0-9+/]{4,}={0,2}$/.test(key) && key.length % 4 === 0)
        return key;
    throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7('is no key of an account; copy it whole from "Access keys", or from `az … keys list`.');
};
/** The id of a pool. */
const poolId = ofForm(/^[A-Za-z0-9_-]{1,64}$/, "a pool's id, 1 to 64 letters, digits, hyphens and underscores");
/** The resource id of a user-assigned identity. */
const identityId = ofForm(/^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/\s]+$/i, 'the resource id of a user-assigned identity, /subscriptions/…/userAssignedIdentities/NAME');
/** The name of a size of virtual machines; which sizes there are, the service knows. */
const vmSize = ofForm(/^[A-Za-z][A-Za-z0-9_-]{1,63}$/, 'a size of virtual machines, such as Standard_D4s_v5');
/** `publisher:offer:sku`. */
const vmImage = (given) => {
    const [, publisher, offer, sku] = /^([\w.-]+):([\w.-]+):([\w.-]+)$/.exec(given.trim()) ?? [];
    if (publisher && offer && sku)
        return { publisher, offer, sku };
    throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7(`is ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(given)}; it takes publisher:offer:sku, such as canonical:ubuntu-24_04-lts:server.`);
};
/** A version of the service's interface. */
const apiVersion = ofForm(/^\d{4}-\d{2}-\d{2}(\.\d+\.\d+)?$/, 'a version such as 2025-06-01 or 2022-10-01.16.0');
const HOURS = { m: 1 / 60, h: 1, d: 24 };
/** An age in milliseconds: `90m`, `12h`, `2d`, or plain hours. */
const age = (given) => {
    const [, number, unit = 'h'] = /^(\d{1,6}(?:\.\d+)?)([mhd])?$/.exec(given.trim().toLowerCase()) ?? [];
    if (number === undefined)
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .InputProblem */ .S7(`is ${(0,_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(given)}; it takes an age such as 90m, 12h or 2d.`);
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
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   _H: () => (/* binding */ keyPattern),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   eo: () => (/* binding */ languages),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/**
 * How the text of one input becomes a value. Each parser takes the text as it was given (never empty: an empty
 * input means its default) and throws an `InputProblem` whose message completes "input `name` …".
 */
/** Says what is wrong with one input's text. The message completes the sentence "`name` …". */
class InputProblem extends Error {
}
/** What was given, in a sentence about it: not at length. Never for what may be a secret. */
const quoted = (text) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
/** Any text, trimmed. */
const text = (given) => given.trim();
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
/** An amount of time in one unit, fractions allowed. */
const amount = (unit) => (most) => (given) => {
    const number = Number(given.trim());
    if (/^\d+(\.\d+)?$/.test(given.trim()) && number > 0 && number <= most)
        return number;
    throw new InputProblem(`is ${quoted(given)}; it takes ${unit}, more than 0 and at most ${most}.`);
};
/** A number of seconds, fractions allowed. */
const seconds = amount('seconds');
/** A number of minutes, fractions allowed. */
const minutes = amount('minutes');
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


/***/ }),

/***/ 44706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GN: () => (/* binding */ SettingsError),
  R5: () => (/* binding */ readInput),
  sb: () => (/* binding */ readSettings),
  t2: () => (/* binding */ settingsRecord)
});

;// CONCATENATED MODULE: ./build/settings/contradictions.js
/**
 * What is wrong with settings that are each right, in sentences.
 *
 * @param asked the inputs that were asked for: of others nobody can be told to set them
 */
const contradictions = (settings, asked) => [
    ...ofPreparation(settings),
    ...(settings.backend === 'local' ? ofLocal(settings) : []),
    ...(settings.backend === 'azure-batch' ? ofAzure(settings, asked) : [])
];
function ofPreparation(settings) {
    if (settings.prepare !== 'never')
        return [];
    return ['deskew', 'rotate']
        .filter((key) => settings[key] === 'always')
        .map((key) => `Input \`${key}\` is always, but \`prepare\` is never: only ImageMagick can do that; set \`prepare\` to auto.`);
}
const ofLocal = ({ wait }) => wait
    ? []
    : [
        'Input `wait` is false, but `backend` is local: this machine reads only while somebody waits; set `backend` to azure-batch.'
    ];
const broken = (rules) => rules.flatMap(([is, sentence]) => (is ? [sentence] : []));
/** The accounts that were asked for and nobody named. */
const missingAccounts = (settings, asked) => broken([
    [
        settings.batchEndpoint === null && asked.includes('batchEndpoint'),
        'Input `batch-endpoint` is missing: azure-batch needs the account, https://NAME.REGION.batch.azure.com; `az batch account show` says it.'
    ],
    [
        settings.storageEndpoint === null && asked.includes('storageEndpoint'),
        'Input `storage-endpoint` is missing: azure-batch needs a storage account for images and results, https://NAME.blob.core.windows.net.'
    ]
]);
/** What could not be read is undefined here, and told already: only what is null is missing. */
function ofAzure(settings, asked) {
    const { tenantId, clientId, nodeIdentity, pool, nodes, spotNodes } = settings;
    return [
        ...missingAccounts(settings, asked),
        ...broken([
            [
                tenantId === null && typeof clientId === 'string',
                'Input `tenant-id` is missing: `client-id` names an application, but not in which tenant; set both or none.'
            ],
            [
                clientId === null && typeof tenantId === 'string',
                'Input `client-id` is missing: `tenant-id` names a tenant, but no application in it; set both or none.'
            ],
            [
                typeof nodeIdentity === 'string' && pool === null,
                'Input `node-identity` needs `pool`: a pool that we make carries no identity; name one that carries it.'
            ],
            [
                nodes === 0 && spotNodes === 0 && pool === null,
                'Input `nodes` is 0, and so is `spot-nodes`: the pool would have no node; ask for one, or name a `pool`.'
            ]
        ])
    ];
}

// EXTERNAL MODULE: ./build/settings/inputs.js + 1 modules
var inputs = __webpack_require__(90411);
// EXTERNAL MODULE: ./build/settings/parse.js
var settings_parse = __webpack_require__(94667);
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
 * @param asked the inputs that were asked for; of the others nothing is missed
 * @throws SettingsError with all problems of all inputs
 */
function readSettings(texts, onGitHub, asked = inputs/* inputKeys */.nA) {
    const fallbacks = { install: String(onGitHub) };
    const problems = [];
    const values = {};
    for (const key of inputs/* inputKeys */.nA) {
        const given = texts[key]?.trim() ? texts[key] : inputs/* inputs */.QL[key].fallback || fallbacks[key] || '';
        try {
            values[key] = given === '' ? null : readInput((0,inputs/* kebab */.i9)(key), inputs/* inputs */.QL[key], given);
        }
        catch (error) {
            if (!(error instanceof SettingsError))
                throw error;
            problems.push(...error.problems);
        }
    }
    const settings = values;
    problems.push(...contradictions(settings, asked));
    if (problems.length > 0)
        throw new SettingsError(problems);
    return settings;
}
/**
 * Reads the text of one input.
 *
 * @param name as people write it
 * @throws SettingsError in a sentence that names it
 */
function readInput(name, { parse }, given) {
    try {
        return parse(given);
    }
    catch (error) {
        if (!(error instanceof settings_parse/* InputProblem */.S7))
            throw error;
        throw new SettingsError([`Input \`${name}\` ${error.message}`]);
    }
}
/** The settings as they stand in a record or a log: plain JSON, nothing secret. */
function settingsRecord(settings) {
    return Object.fromEntries(inputs/* inputKeys */.nA
        .filter((key) => !inputs/* secretKeys */.DX.includes(key))
        .map((key) => {
        const value = settings[key];
        return [(0,inputs/* kebab */.i9)(key), value instanceof RegExp ? value.source : value];
    }));
}


/***/ }),

/***/ 76019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ runTask),
  g: () => (/* binding */ unread)
});

// EXTERNAL MODULE: ./build/engine/failure.js
var failure = __webpack_require__(10481);
// EXTERNAL MODULE: ./build/engine/tesseract/tsv.js
var tsv = __webpack_require__(20583);
// EXTERNAL MODULE: ./build/engine/workspace.js
var engine_workspace = __webpack_require__(76954);
// EXTERNAL MODULE: ./build/results/totals.js
var totals = __webpack_require__(61210);
;// CONCATENATED MODULE: ./build/task/image-time.js
/** Says that an image took longer than it may. */
class DeadlineError extends Error {
}
/**
 * Starts an image's time.
 *
 * @param limit seconds that it may take
 */
function startImageTime(outer, limit) {
    const controller = new AbortController();
    const cancel = () => controller.abort(outer.reason);
    let spent = 0;
    let since = null;
    let timer;
    const seconds = () => spent + (since === null ? 0 : (performance.now() - since) / 1000);
    const timeIsUp = () => controller.abort(new DeadlineError(`${limit} s are up`));
    const goOn = () => {
        if (since !== null)
            return;
        since = performance.now();
        timer = setTimeout(timeIsUp, (limit - spent) * 1000);
    };
    if (outer.aborted)
        cancel();
    else
        outer.addEventListener('abort', cancel, { once: true });
    goOn();
    return {
        signal: controller.signal,
        seconds,
        wait: () => {
            spent = seconds();
            since = null;
            clearTimeout(timer);
        },
        goOn,
        clear: () => {
            clearTimeout(timer);
            outer.removeEventListener('abort', cancel);
        }
    };
}

// EXTERNAL MODULE: ./build/engine/tesseract/own-process.js
var own_process = __webpack_require__(18058);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/engine/install.js
var install = __webpack_require__(34740);
// EXTERNAL MODULE: ./build/images/bytes.js
var bytes = __webpack_require__(49756);
// EXTERNAL MODULE: ./build/images/header.js + 1 modules
var header = __webpack_require__(37359);
// EXTERNAL MODULE: ./build/lib/process.js
var process = __webpack_require__(98377);
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
    return `${coder(header.format)}:${(0,engine_workspace/* linked */.q)(file, workspace)}${frame === null ? '' : `[${frame}]`}`;
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
        throw new failure/* ImageFailure */.u('unsupported-format', 'ImageMagick has to prepare this image and is not installed; run with --install, or install imagemagick.');
    }
    const ended = await (0,process/* run */.eF)(toolbox.imageMagick.path, args, { env: toolbox.env, signal });
    const serious = ended.stderr
        .split('\n')
        .filter((line) => line.trim() !== '' && !HARMLESS.test(line));
    if (ended.code === 0 && serious.length === 0)
        return ended.stdout.toString('utf8');
    throw magickFailure(ended.stderr);
}
/** ImageMagick lacks a library, or libheif a decoder, which newer ones than 1.17 say in other words. */
const UNDECODED = /no decode delegate|NoDecodeDelegate|No decoding plugin installed|Unsupported codec/;
function magickFailure(stderr) {
    if (UNDECODED.test(stderr)) {
        return new failure/* ImageFailure */.u('unsupported-format', `This ImageMagick cannot decode the format: ${(0,failure/* lastWords */.a)(stderr)}. Run with --install, or install what it lacks; on Debian and Ubuntu ${install/* HEIC_DECODER */.Nc.package} for HEIC, libheif-plugin-dav1d for AVIF.`);
    }
    if (/exceeds limit|resource limit|cache resources exhausted/i.test(stderr)) {
        return new failure/* ImageFailure */.u('too-large', `ImageMagick's limits (policy.xml) refuse an image of this size: ${(0,failure/* lastWords */.a)(stderr)}`);
    }
    return new failure/* ImageFailure */.u('unreadable-image', `ImageMagick could not read the whole image: ${(0,failure/* lastWords */.a)(stderr)}`);
}
/** Pages of a PDF are drawn at the resolution that Tesseract's models know best. */
const PDF_DPI = 300;
/** PDF measures pages in points. */
const POINTS_PER_INCH = 72;
async function drawPdf(file, bench) {
    const { toolbox, workspace, signal } = bench;
    if (!toolbox.poppler) {
        throw new failure/* ImageFailure */.u('unsupported-format', 'A PDF is drawn by poppler, which is not installed; install poppler-utils.');
    }
    const source = (0,engine_workspace/* linked */.q)(file, workspace);
    await assertDrawable(source, toolbox.poppler, bench);
    const base = workspace.fresh('page');
    const args = ['-r', String(PDF_DPI), '-gray', '-tiff', '-tiffcompression', 'none', source, base];
    const ended = await (0,process/* run */.eF)(toolbox.poppler.path, args, { env: toolbox.env, signal });
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
    const told = await (0,process/* run */.eF)(pdfinfo, ['-f', '1', '-l', '-1', source], { env: toolbox.env, signal });
    if (told.code !== 0)
        throw undrawn(told.stderr);
    const scale = (PDF_DPI / POINTS_PER_INCH) ** 2;
    const sizes = [
        ...told.stdout.toString().matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gm)
    ];
    const pixels = Math.ceil(sizes.reduce((sum, [, width, height]) => sum + Number(width) * Number(height) * scale, 0));
    if (pixels > maxPixels) {
        throw new failure/* ImageFailure */.u('too-large', `Its ${sizes.length} pages have ${pixels} pixels at ${PDF_DPI} dpi, more than max-pixels (${maxPixels}); raise max-pixels, or split it.`);
    }
}
const undrawn = (stderr) => new failure/* ImageFailure */.u('unreadable-image', `poppler could not draw the PDF: ${(0,failure/* lastWords */.a)(stderr)}.`);
function drawnPages(base) {
    return (0,external_node_fs_.readdirSync)((0,external_node_path_.dirname)(base))
        .filter((name) => name.startsWith(`${(0,external_node_path_.basename)(base)}-`))
        .sort()
        .map((name) => (0,external_node_path_.join)((0,external_node_path_.dirname)(base), name));
}
/** The header of a file that was prepared. */
const preparedHeader = (path) => (0,bytes/* withBytes */.Y)(path, (bytes) => (0,header/* readHeader */.a)('tiff', bytes));

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
    const did = looks.map(({ view }) => inWords(view)).join(', then ');
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
function inWords({ turn, slope, scale }) {
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
 * @throws ImageFailure where it cannot be read; the reason of its time's signal where it fires before there is a text
 */
async function readImage(image, settings, tools) {
    const clock = stopwatch(tools.time);
    const bench = {
        toolbox: tools.reader.toolbox,
        workspace: tools.workspace,
        signal: tools.time.signal,
        maxPixels: settings.maxPixels
    };
    const read = (path) => {
        const says = preparedHeader(path).dpi !== null;
        return clock.recognizing(() => tools.reader.readPage(path, says ? null : settings.dpi, tools.time));
    };
    const readAll = (source, dpi) => clock.recognizing(() => tools.reader.readAll(source, settings.formats, dpi, tools.time));
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
        throw new failure/* ImageFailure */.u('unsupported-format', `${reason}, and \`prepare\` is never; set it to auto.`);
    }
    try {
        const path = (0,engine_workspace/* harmlessPath */.Jm)(image.file, hands.bench.workspace);
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
const worthPreparing = (error, settings, bench) => error instanceof failure/* ImageFailure */.u &&
    (error.code === 'unreadable-image' || settings.formats.includes('pdf')) &&
    settings.prepare === 'auto' &&
    bench.toolbox.imageMagick !== null;
/** Where neither program could read the image, what Tesseract said comes first: it was asked first. */
const both = (first, second) => second instanceof failure/* ImageFailure */.u && second.code === 'unreadable-image'
    ? new failure/* ImageFailure */.u(first.code, `${first.message} Nor could ImageMagick.`, { cause: second })
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
    if (error instanceof failure/* ImageFailure */.u)
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
        txt: (0,own_process/* joined */.o)(recognition.pages),
        tsv: Buffer.from(tsv/* TSV_HEADER */.OZ + recognition.pages.map(({ tsv }, index) => renumbered(tsv, index + 1)).join(''))
    };
    const wanted = new Set(['txt', ...formats]);
    return new Map([...wanted].flatMap((format) => (own[format] ? [[format, own[format]]] : [])));
}
/** The second column of the table is the page's number. */
const renumbered = (rows, page) => page === 1 ? rows : rows.replace(/^(\d+)\t\d+\t/gm, `$1\t${page}\t`);
/** Adds up the seconds of two kinds of work, as the image's time counts them. */
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

;// CONCATENATED MODULE: ./build/task/task.js






/** Images of a task that are under way at once: while one is recognized, the next one is prepared and waits behind it. */
const UNDER_WAY = 2;
/**
 * Runs a task: image by image prepared, recognized, recorded. Each row is given as soon as it is known, which is not
 * always in the images' order; the failure of an image is a row like any other.
 *
 * @throws the signal's reason where it fires; the images that were under way have no row then
 */
async function runTask(task, tools, onRow) {
    const waiting = [...task.images];
    const oneAfterTheOther = async () => {
        for (let image = waiting.shift(); image; image = waiting.shift()) {
            tools.signal.throwIfAborted();
            onRow(await rowOf(image, task, tools));
        }
    };
    const stopped = (error) => {
        waiting.length = 0;
        throw error;
    };
    const ends = await Promise.allSettled(Array.from({ length: UNDER_WAY }, () => oneAfterTheOther().catch(stopped)));
    for (const end of ends)
        if (end.status === 'rejected')
            throw end.reason;
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
        confidence: (0,tsv/* meanConfidence */.yE)(words),
        text: written.get('txt') ?? null,
        look: reading.look,
        secondLook: reading.secondLook,
        prepareSeconds: (0,totals/* rounded */.Wf)(reading.prepareSeconds),
        recognizeSeconds: (0,totals/* rounded */.Wf)(reading.recognizeSeconds)
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
    if (error instanceof failure/* ImageFailure */.u)
        return { code: error.code, message: `${path}: ${error.message}` };
    return {
        code: 'engine-failed',
        message: `${path}: ${error instanceof Error ? error.message : String(error)}`
    };
}


/***/ })

};
