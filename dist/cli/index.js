#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const pico = __nccwpck_require__(16);
const utils = __nccwpck_require__(59);

function picomatch(glob, options, returnState = false) {
  // default to os.platform()
  if (options && (options.windows === null || options.windows === undefined)) {
    // don't mutate the original options object
    options = { ...options, windows: utils.isWindows() };
  }

  return pico(glob, options, returnState);
}

Object.assign(picomatch, pico);
module.exports = picomatch;


/***/ }),

/***/ 595:
/***/ ((module) => {



const WIN_SLASH = '\\\\/';
const WIN_NO_SLASH = `[^${WIN_SLASH}]`;

const DEFAULT_MAX_EXTGLOB_RECURSION = 0;

/**
 * Posix glob regex
 */

const DOT_LITERAL = '\\.';
const PLUS_LITERAL = '\\+';
const QMARK_LITERAL = '\\?';
const SLASH_LITERAL = '\\/';
const ONE_CHAR = '(?=.)';
const QMARK = '[^/]';
const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
const NO_DOT = `(?!${DOT_LITERAL})`;
const NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
const NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
const NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
const QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
const STAR = `${QMARK}*?`;
const SEP = '/';

const POSIX_CHARS = {
  DOT_LITERAL,
  PLUS_LITERAL,
  QMARK_LITERAL,
  SLASH_LITERAL,
  ONE_CHAR,
  QMARK,
  END_ANCHOR,
  DOTS_SLASH,
  NO_DOT,
  NO_DOTS,
  NO_DOT_SLASH,
  NO_DOTS_SLASH,
  QMARK_NO_DOT,
  STAR,
  START_ANCHOR,
  SEP
};

/**
 * Windows glob regex
 */

const WINDOWS_CHARS = {
  ...POSIX_CHARS,

  SLASH_LITERAL: `[${WIN_SLASH}]`,
  QMARK: WIN_NO_SLASH,
  STAR: `${WIN_NO_SLASH}*?`,
  DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
  NO_DOT: `(?!${DOT_LITERAL})`,
  NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
  NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
  START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
  END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
  SEP: '\\'
};

/**
 * POSIX Bracket Regex
 */

const POSIX_REGEX_SOURCE = {
  __proto__: null,
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7F',
  blank: ' \\t',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '\\x21-\\x7E',
  lower: 'a-z',
  print: '\\x20-\\x7E ',
  punct: '\\-!"#$%&\'()\\*+,./:;<=>?@[\\]^_`{|}~',
  space: ' \\t\\r\\n\\v\\f',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: 'A-Fa-f0-9'
};

module.exports = {
  DEFAULT_MAX_EXTGLOB_RECURSION,
  MAX_LENGTH: 1024 * 64,
  POSIX_REGEX_SOURCE,

  // regular expressions
  REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
  REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
  REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
  REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
  REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
  REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,

  // Replace globs with equivalent patterns to reduce parsing time.
  REPLACEMENTS: {
    __proto__: null,
    '***': '*',
    '**/**': '**',
    '**/**/**': '**'
  },

  // Digits
  CHAR_0: 48, /* 0 */
  CHAR_9: 57, /* 9 */

  // Alphabet chars.
  CHAR_UPPERCASE_A: 65, /* A */
  CHAR_LOWERCASE_A: 97, /* a */
  CHAR_UPPERCASE_Z: 90, /* Z */
  CHAR_LOWERCASE_Z: 122, /* z */

  CHAR_LEFT_PARENTHESES: 40, /* ( */
  CHAR_RIGHT_PARENTHESES: 41, /* ) */

  CHAR_ASTERISK: 42, /* * */

  // Non-alphabetic chars.
  CHAR_AMPERSAND: 38, /* & */
  CHAR_AT: 64, /* @ */
  CHAR_BACKWARD_SLASH: 92, /* \ */
  CHAR_CARRIAGE_RETURN: 13, /* \r */
  CHAR_CIRCUMFLEX_ACCENT: 94, /* ^ */
  CHAR_COLON: 58, /* : */
  CHAR_COMMA: 44, /* , */
  CHAR_DOT: 46, /* . */
  CHAR_DOUBLE_QUOTE: 34, /* " */
  CHAR_EQUAL: 61, /* = */
  CHAR_EXCLAMATION_MARK: 33, /* ! */
  CHAR_FORM_FEED: 12, /* \f */
  CHAR_FORWARD_SLASH: 47, /* / */
  CHAR_GRAVE_ACCENT: 96, /* ` */
  CHAR_HASH: 35, /* # */
  CHAR_HYPHEN_MINUS: 45, /* - */
  CHAR_LEFT_ANGLE_BRACKET: 60, /* < */
  CHAR_LEFT_CURLY_BRACE: 123, /* { */
  CHAR_LEFT_SQUARE_BRACKET: 91, /* [ */
  CHAR_LINE_FEED: 10, /* \n */
  CHAR_NO_BREAK_SPACE: 160, /* \u00A0 */
  CHAR_PERCENT: 37, /* % */
  CHAR_PLUS: 43, /* + */
  CHAR_QUESTION_MARK: 63, /* ? */
  CHAR_RIGHT_ANGLE_BRACKET: 62, /* > */
  CHAR_RIGHT_CURLY_BRACE: 125, /* } */
  CHAR_RIGHT_SQUARE_BRACKET: 93, /* ] */
  CHAR_SEMICOLON: 59, /* ; */
  CHAR_SINGLE_QUOTE: 39, /* ' */
  CHAR_SPACE: 32, /*   */
  CHAR_TAB: 9, /* \t */
  CHAR_UNDERSCORE: 95, /* _ */
  CHAR_VERTICAL_LINE: 124, /* | */
  CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279, /* \uFEFF */

  /**
   * Create EXTGLOB_CHARS
   */

  extglobChars(chars) {
    return {
      '!': { type: 'negate', open: '(?:(?!(?:', close: `))${chars.STAR})` },
      '?': { type: 'qmark', open: '(?:', close: ')?' },
      '+': { type: 'plus', open: '(?:', close: ')+' },
      '*': { type: 'star', open: '(?:', close: ')*' },
      '@': { type: 'at', open: '(?:', close: ')' }
    };
  },

  /**
   * Create GLOB_CHARS
   */

  globChars(win32) {
    return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
  }
};


/***/ }),

/***/ 265:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const constants = __nccwpck_require__(595);
const utils = __nccwpck_require__(59);

/**
 * Constants
 */

const {
  MAX_LENGTH,
  POSIX_REGEX_SOURCE,
  REGEX_NON_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_BACKREF,
  REPLACEMENTS
} = constants;

/**
 * Helpers
 */

const expandRange = (args, options) => {
  if (typeof options.expandRange === 'function') {
    return options.expandRange(...args, options);
  }

  args.sort();
  const value = `[${args.join('-')}]`;

  try {
    /* eslint-disable-next-line no-new */
    new RegExp(value);
  } catch (ex) {
    return args.map(v => utils.escapeRegex(v)).join('..');
  }

  return value;
};

/**
 * Create the message for a syntax error
 */

const syntaxError = (type, char) => {
  return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
};

const splitTopLevel = input => {
  const parts = [];
  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let value = '';
  let escaped = false;

  for (const ch of input) {
    if (escaped === true) {
      value += ch;
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      value += ch;
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      value += ch;
      continue;
    }

    if (quote === 0) {
      if (ch === '[') {
        bracket++;
      } else if (ch === ']' && bracket > 0) {
        bracket--;
      } else if (bracket === 0) {
        if (ch === '(') {
          paren++;
        } else if (ch === ')' && paren > 0) {
          paren--;
        } else if (ch === '|' && paren === 0) {
          parts.push(value);
          value = '';
          continue;
        }
      }
    }

    value += ch;
  }

  parts.push(value);
  return parts;
};

const isPlainBranch = branch => {
  let escaped = false;

  for (const ch of branch) {
    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (/[?*+@!()[\]{}]/.test(ch)) {
      return false;
    }
  }

  return true;
};

const normalizeSimpleBranch = branch => {
  let value = branch.trim();
  let changed = true;

  while (changed === true) {
    changed = false;

    if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
      value = value.slice(2, -1);
      changed = true;
    }
  }

  if (!isPlainBranch(value)) {
    return;
  }

  return value.replace(/\\(.)/g, '$1');
};

const hasRepeatedCharPrefixOverlap = branches => {
  const values = branches.map(normalizeSimpleBranch).filter(Boolean);

  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const a = values[i];
      const b = values[j];
      const char = a[0];

      if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
        continue;
      }

      if (a === b || a.startsWith(b) || b.startsWith(a)) {
        return true;
      }
    }
  }

  return false;
};

const parseRepeatedExtglob = (pattern, requireEnd = true) => {
  if ((pattern[0] !== '+' && pattern[0] !== '*') || pattern[1] !== '(') {
    return;
  }

  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let escaped = false;

  for (let i = 1; i < pattern.length; i++) {
    const ch = pattern[i];

    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      continue;
    }

    if (quote === 1) {
      continue;
    }

    if (ch === '[') {
      bracket++;
      continue;
    }

    if (ch === ']' && bracket > 0) {
      bracket--;
      continue;
    }

    if (bracket > 0) {
      continue;
    }

    if (ch === '(') {
      paren++;
      continue;
    }

    if (ch === ')') {
      paren--;

      if (paren === 0) {
        if (requireEnd === true && i !== pattern.length - 1) {
          return;
        }

        return {
          type: pattern[0],
          body: pattern.slice(2, i),
          end: i
        };
      }
    }
  }
};

const buildCharClassStar = chars => {
  const source = chars.length === 1
    ? utils.escapeRegex(chars[0])
    : `[${chars.map(ch => utils.escapeRegex(ch)).join('')}]`;

  return `${source}*`;
};

const getStarExtglobSequenceChars = pattern => {
  let index = 0;
  const chars = [];

  while (index < pattern.length) {
    const match = parseRepeatedExtglob(pattern.slice(index), false);

    if (!match || match.type !== '*') {
      return;
    }

    const branches = splitTopLevel(match.body).map(branch => branch.trim());
    if (branches.length !== 1) {
      return;
    }

    const branch = normalizeSimpleBranch(branches[0]);
    if (!branch || branch.length !== 1) {
      return;
    }

    chars.push(branch);
    index += match.end + 1;
  }

  if (chars.length < 1) {
    return;
  }

  return chars;
};

const repeatedExtglobRecursion = pattern => {
  let depth = 0;
  let value = pattern.trim();
  let match = parseRepeatedExtglob(value);

  while (match) {
    depth++;
    value = match.body.trim();
    match = parseRepeatedExtglob(value);
  }

  return depth;
};

const analyzeRepeatedExtglob = (body, options) => {
  if (options.maxExtglobRecursion === false) {
    return { risky: false };
  }

  const max =
    typeof options.maxExtglobRecursion === 'number'
      ? options.maxExtglobRecursion
      : constants.DEFAULT_MAX_EXTGLOB_RECURSION;

  const branches = splitTopLevel(body).map(branch => branch.trim());

  if (branches.length > 1) {
    if (
      branches.some(branch => branch === '') ||
      branches.some(branch => /^[*?]+$/.test(branch)) ||
      hasRepeatedCharPrefixOverlap(branches)
    ) {
      return { risky: true };
    }
  }

  // A repeated extglob is "risky" (prone to catastrophic backtracking) when a
  // branch is itself a `*(...)` sequence, since that nests an unbounded quantifier
  // inside the outer `+(...)`/`*(...)`. When *every* branch reduces to single
  // characters we can emit one flat, ReDoS-safe character class that preserves the
  // meaning of ALL branches (e.g. `+(*(a)|*(b))` -> `[ab]*`), rather than dropping
  // every branch but the first.
  const safeChars = [];
  let sawStarSequence = false;
  let combinable = true;

  for (const branch of branches) {
    const chars = getStarExtglobSequenceChars(branch);
    if (chars) {
      sawStarSequence = true;
      safeChars.push(...chars);
      continue;
    }

    const literal = normalizeSimpleBranch(branch);
    if (literal && literal.length === 1) {
      safeChars.push(literal);
      continue;
    }

    combinable = false;

    if (repeatedExtglobRecursion(branch) > max) {
      return { risky: true };
    }
  }

  if (sawStarSequence) {
    return combinable
      ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) }
      : { risky: true };
  }

  return { risky: false };
};

/**
 * Parse the given input string.
 * @param {String} input
 * @param {Object} options
 * @return {Object}
 */

const parse = (input, options) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected a string');
  }

  input = REPLACEMENTS[input] || input;

  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;

  let len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  const bos = { type: 'bos', value: '', output: opts.prepend || '' };
  const tokens = [bos];

  const capture = opts.capture ? '' : '?:';

  // create constants based on platform, for windows or posix
  const PLATFORM_CHARS = constants.globChars(opts.windows);
  const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);

  const {
    DOT_LITERAL,
    PLUS_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOT_SLASH,
    NO_DOTS_SLASH,
    QMARK,
    QMARK_NO_DOT,
    STAR,
    START_ANCHOR
  } = PLATFORM_CHARS;

  const globstar = opts => {
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const nodot = opts.dot ? '' : NO_DOT;
  const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
  let star = opts.bash === true ? globstar(opts) : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  // minimatch options support
  if (typeof opts.noext === 'boolean') {
    opts.noextglob = opts.noext;
  }

  const state = {
    input,
    index: -1,
    start: 0,
    dot: opts.dot === true,
    consumed: '',
    output: '',
    prefix: '',
    backtrack: false,
    negated: false,
    brackets: 0,
    braces: 0,
    parens: 0,
    quotes: 0,
    globstar: false,
    tokens
  };

  input = utils.removePrefix(input, state);
  len = input.length;

  const extglobs = [];
  const braces = [];
  const stack = [];
  let prev = bos;
  let value;

  /**
   * Tokenizing helpers
   */

  const eos = () => state.index === len - 1;
  const peek = state.peek = (n = 1) => input[state.index + n];
  const advance = state.advance = () => input[++state.index] || '';
  const remaining = () => input.slice(state.index + 1);
  const consume = (value = '', num = 0) => {
    state.consumed += value;
    state.index += num;
  };

  const append = token => {
    state.output += token.output != null ? token.output : token.value;
    consume(token.value);
  };

  const negate = () => {
    let count = 1;

    while (peek() === '!' && (peek(2) !== '(' || peek(3) === '?')) {
      advance();
      state.start++;
      count++;
    }

    if (count % 2 === 0) {
      return false;
    }

    state.negated = true;
    state.start++;
    return true;
  };

  const increment = type => {
    state[type]++;
    stack.push(type);
  };

  const decrement = type => {
    state[type]--;
    stack.pop();
  };

  /**
   * Push tokens onto the tokens array. This helper speeds up
   * tokenizing by 1) helping us avoid backtracking as much as possible,
   * and 2) helping us avoid creating extra tokens when consecutive
   * characters are plain text. This improves performance and simplifies
   * lookbehinds.
   */

  const push = tok => {
    if (prev.type === 'globstar') {
      const isBrace = state.braces > 0 && (tok.type === 'comma' || tok.type === 'brace');
      const isExtglob = tok.extglob === true || (extglobs.length && (tok.type === 'pipe' || tok.type === 'paren'));

      if (tok.type !== 'slash' && tok.type !== 'paren' && !isBrace && !isExtglob) {
        state.output = state.output.slice(0, -prev.output.length);
        prev.type = 'star';
        prev.value = '*';
        prev.output = star;
        state.output += prev.output;
      }
    }

    if (extglobs.length && tok.type !== 'paren') {
      extglobs[extglobs.length - 1].inner += tok.value;
    }

    if (tok.value || tok.output) append(tok);
    if (prev && prev.type === 'text' && tok.type === 'text') {
      prev.output = (prev.output || prev.value) + tok.value;
      prev.value += tok.value;
      return;
    }

    tok.prev = prev;
    tokens.push(tok);
    prev = tok;
  };

  const extglobOpen = (type, value) => {
    const token = { ...EXTGLOB_CHARS[value], conditions: 1, inner: '' };

    token.prev = prev;
    token.parens = state.parens;
    token.output = state.output;
    token.startIndex = state.index;
    token.tokensIndex = tokens.length;
    const output = (opts.capture ? '(' : '') + token.open;

    increment('parens');
    push({ type, value, output: state.output ? '' : ONE_CHAR });
    push({ type: 'paren', extglob: true, value: advance(), output });
    extglobs.push(token);
  };

  const extglobClose = token => {
    const literal = input.slice(token.startIndex, state.index + 1);
    const body = input.slice(token.startIndex + 2, state.index);
    const analysis = analyzeRepeatedExtglob(body, opts);

    if ((token.type === 'plus' || token.type === 'star') && analysis.risky) {
      const safeOutput = analysis.safeOutput
        ? (token.output ? '' : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput)
        : undefined;
      const open = tokens[token.tokensIndex];

      open.type = 'text';
      open.value = literal;
      open.output = safeOutput || utils.escapeRegex(literal);

      for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
        tokens[i].value = '';
        tokens[i].output = '';
        delete tokens[i].suffix;
      }

      state.output = token.output + open.output;
      state.backtrack = true;

      push({ type: 'paren', extglob: true, value, output: '' });
      decrement('parens');
      return;
    }

    let output = token.close + (opts.capture ? ')' : '');
    let rest;

    if (token.type === 'negate') {
      let extglobStar = star;

      if (token.inner && token.inner.length > 1 && token.inner.includes('/')) {
        extglobStar = globstar(opts);
      }

      if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
        output = token.close = `)$))${extglobStar}`;
      }

      if (token.inner.includes('*') && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
        // Any non-magical string (`.ts`) or even nested expression (`.{ts,tsx}`) can follow after the closing parenthesis.
        // In this case, we need to parse the string and use it in the output of the original pattern.
        // Suitable patterns: `/!(*.d).ts`, `/!(*.d).{ts,tsx}`, `**/!(*-dbg).@(js)`.
        //
        // Disabling the `fastpaths` option due to a problem with parsing strings as `.ts` in the pattern like `**/!(*.d).ts`.
        const expression = parse(rest, { ...options, fastpaths: false }).output;

        output = token.close = `)${expression})${extglobStar})`;
      }

      if (token.prev.type === 'bos') {
        state.negatedExtglob = true;
      }
    }

    push({ type: 'paren', extglob: true, value, output });
    decrement('parens');
  };

  /**
   * Fast paths
   */

  if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
    let backslashes = false;

    let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
      if (first === '\\') {
        backslashes = true;
        return m;
      }

      if (first === '?') {
        if (esc) {
          return esc + first + (rest ? QMARK.repeat(rest.length) : '');
        }
        if (index === 0) {
          return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : '');
        }
        return QMARK.repeat(chars.length);
      }

      if (first === '.') {
        return DOT_LITERAL.repeat(chars.length);
      }

      if (first === '*') {
        if (esc) {
          return esc + first + (rest ? star : '');
        }
        return star;
      }
      return esc ? m : `\\${m}`;
    });

    if (backslashes === true) {
      if (opts.unescape === true) {
        output = output.replace(/\\/g, '');
      } else {
        output = output.replace(/\\+/g, m => {
          return m.length % 2 === 0 ? '\\\\' : (m ? '\\' : '');
        });
      }
    }

    if (output === input && opts.contains === true) {
      state.output = input;
      return state;
    }

    state.output = utils.wrapOutput(output, state, options);
    return state;
  }

  /**
   * Tokenize input until we reach end-of-string
   */

  while (!eos()) {
    value = advance();

    if (value === '\u0000') {
      continue;
    }

    /**
     * Escaped characters
     */

    if (value === '\\') {
      const next = peek();

      if (next === '/' && opts.bash !== true) {
        continue;
      }

      if (next === '.' || next === ';') {
        continue;
      }

      if (!next) {
        value += '\\';
        push({ type: 'text', value });
        continue;
      }

      // collapse slashes to reduce potential for exploits
      const match = /^\\+/.exec(remaining());
      let slashes = 0;

      if (match && match[0].length > 2) {
        slashes = match[0].length;
        state.index += slashes;
        if (slashes % 2 !== 0) {
          value += '\\';
        }
      }

      if (opts.unescape === true) {
        value = advance();
      } else {
        value += advance();
      }

      if (state.brackets === 0) {
        push({ type: 'text', value });
        continue;
      }
    }

    /**
     * If we're inside a regex character class, continue
     * until we reach the closing bracket.
     */

    if (state.brackets > 0 && (value !== ']' || prev.value === '[' || prev.value === '[^')) {
      if (opts.posix !== false && value === ':') {
        const inner = prev.value.slice(1);
        if (inner.includes('[')) {
          prev.posix = true;

          if (inner.includes(':')) {
            const idx = prev.value.lastIndexOf('[');
            const pre = prev.value.slice(0, idx);
            const rest = prev.value.slice(idx + 2);
            const posix = POSIX_REGEX_SOURCE[rest];
            if (posix) {
              prev.value = pre + posix;
              state.backtrack = true;
              advance();

              if (!bos.output && tokens.indexOf(prev) === 1) {
                bos.output = ONE_CHAR;
              }
              continue;
            }
          }
        }
      }

      if ((value === '[' && peek() !== ':') || (value === '-' && peek() === ']')) {
        value = `\\${value}`;
      }

      if (value === ']' && (prev.value === '[' || prev.value === '[^')) {
        value = `\\${value}`;
      }

      if (opts.posix === true && value === '!' && prev.value === '[') {
        value = '^';
      }

      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * If we're inside a quoted string, continue
     * until we reach the closing double quote.
     */

    if (state.quotes === 1 && value !== '"') {
      value = utils.escapeRegex(value);
      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * Double quotes
     */

    if (value === '"') {
      state.quotes = state.quotes === 1 ? 0 : 1;
      if (opts.keepQuotes === true) {
        push({ type: 'text', value });
      }
      continue;
    }

    /**
     * Parentheses
     */

    if (value === '(') {
      increment('parens');
      push({ type: 'paren', value });
      continue;
    }

    if (value === ')') {
      if (state.parens === 0 && opts.strictBrackets === true) {
        throw new SyntaxError(syntaxError('opening', '('));
      }

      const extglob = extglobs[extglobs.length - 1];
      if (extglob && state.parens === extglob.parens + 1) {
        extglobClose(extglobs.pop());
        continue;
      }

      push({ type: 'paren', value, output: state.parens ? ')' : '\\)' });
      decrement('parens');
      continue;
    }

    /**
     * Square brackets
     */

    if (value === '[') {
      if (opts.nobracket === true || !remaining().includes(']')) {
        if (opts.nobracket !== true && opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('closing', ']'));
        }

        value = `\\${value}`;
      } else {
        increment('brackets');
      }

      push({ type: 'bracket', value });
      continue;
    }

    if (value === ']') {
      if (opts.nobracket === true || (prev && prev.type === 'bracket' && prev.value.length === 1)) {
        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      if (state.brackets === 0) {
        if (opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('opening', '['));
        }

        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      decrement('brackets');

      const prevValue = prev.value.slice(1);
      if (prev.posix !== true && prevValue[0] === '^' && !prevValue.includes('/')) {
        value = `/${value}`;
      }

      prev.value += value;
      append({ value });

      // when literal brackets are explicitly disabled
      // assume we should match with a regex character class
      if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
        continue;
      }

      const escaped = utils.escapeRegex(prev.value);
      state.output = state.output.slice(0, -prev.value.length);

      // when literal brackets are explicitly enabled
      // assume we should escape the brackets to match literal characters
      if (opts.literalBrackets === true) {
        state.output += escaped;
        prev.value = escaped;
        continue;
      }

      // when the user specifies nothing, try to match both
      prev.value = `(${capture}${escaped}|${prev.value})`;
      state.output += prev.value;
      continue;
    }

    /**
     * Braces
     */

    if (value === '{' && opts.nobrace !== true) {
      increment('braces');

      const open = {
        type: 'brace',
        value,
        output: '(',
        outputIndex: state.output.length,
        tokensIndex: state.tokens.length
      };

      braces.push(open);
      push(open);
      continue;
    }

    if (value === '}') {
      const brace = braces[braces.length - 1];

      if (opts.nobrace === true || !brace) {
        push({ type: 'text', value, output: value });
        continue;
      }

      let output = ')';

      if (brace.dots === true) {
        const arr = tokens.slice();
        const range = [];

        for (let i = arr.length - 1; i >= 0; i--) {
          tokens.pop();
          if (arr[i].type === 'brace') {
            break;
          }
          if (arr[i].type !== 'dots') {
            range.unshift(arr[i].value);
          }
        }

        output = expandRange(range, opts);
        state.backtrack = true;
      }

      if (brace.comma !== true && brace.dots !== true) {
        const out = state.output.slice(0, brace.outputIndex);
        const toks = state.tokens.slice(brace.tokensIndex);
        brace.value = brace.output = '\\{';
        value = output = '\\}';
        state.output = out;
        for (const t of toks) {
          state.output += (t.output || t.value);
        }
      }

      push({ type: 'brace', value, output });
      decrement('braces');
      braces.pop();
      continue;
    }

    /**
     * Pipes
     */

    if (value === '|') {
      if (extglobs.length > 0) {
        extglobs[extglobs.length - 1].conditions++;
      }
      push({ type: 'text', value });
      continue;
    }

    /**
     * Commas
     */

    if (value === ',') {
      let output = value;

      const brace = braces[braces.length - 1];
      if (brace && stack[stack.length - 1] === 'braces') {
        brace.comma = true;
        output = '|';
      }

      push({ type: 'comma', value, output });
      continue;
    }

    /**
     * Slashes
     */

    if (value === '/') {
      // if the beginning of the glob is "./", advance the start
      // to the current index, and don't add the "./" characters
      // to the state. This greatly simplifies lookbehinds when
      // checking for BOS characters like "!" and "." (not "./")
      if (prev.type === 'dot' && state.index === state.start + 1) {
        state.start = state.index + 1;
        state.consumed = '';
        state.output = '';
        tokens.pop();
        prev = bos; // reset "prev" to the first token
        continue;
      }

      push({ type: 'slash', value, output: SLASH_LITERAL });
      continue;
    }

    /**
     * Dots
     */

    if (value === '.') {
      if (state.braces > 0 && prev.type === 'dot') {
        if (prev.value === '.') prev.output = DOT_LITERAL;
        const brace = braces[braces.length - 1];
        prev.type = 'dots';
        prev.output += value;
        prev.value += value;
        brace.dots = true;
        continue;
      }

      if ((state.braces + state.parens) === 0 && prev.type !== 'bos' && prev.type !== 'slash') {
        push({ type: 'text', value, output: DOT_LITERAL });
        continue;
      }

      push({ type: 'dot', value, output: DOT_LITERAL });
      continue;
    }

    /**
     * Question marks
     */

    if (value === '?') {
      const isGroup = prev && prev.value === '(';
      if (!isGroup && opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('qmark', value);
        continue;
      }

      if (prev && prev.type === 'paren') {
        const next = peek();
        let output = value;

        if ((prev.value === '(' && !/[!=<:]/.test(next)) || (next === '<' && !/<([!=]|\w+>)/.test(remaining()))) {
          output = `\\${value}`;
        }

        push({ type: 'text', value, output });
        continue;
      }

      if (opts.dot !== true && (prev.type === 'slash' || prev.type === 'bos')) {
        push({ type: 'qmark', value, output: QMARK_NO_DOT });
        continue;
      }

      push({ type: 'qmark', value, output: QMARK });
      continue;
    }

    /**
     * Exclamation
     */

    if (value === '!') {
      if (opts.noextglob !== true && peek() === '(') {
        if (peek(2) !== '?' || !/[!=<:]/.test(peek(3))) {
          extglobOpen('negate', value);
          continue;
        }
      }

      if (opts.nonegate !== true && state.index === 0) {
        negate();
        continue;
      }
    }

    /**
     * Plus
     */

    if (value === '+') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('plus', value);
        continue;
      }

      if ((prev && prev.value === '(') || opts.regex === false) {
        push({ type: 'plus', value, output: PLUS_LITERAL });
        continue;
      }

      if ((prev && (prev.type === 'bracket' || prev.type === 'paren' || prev.type === 'brace')) || state.parens > 0) {
        push({ type: 'plus', value });
        continue;
      }

      push({ type: 'plus', value: PLUS_LITERAL });
      continue;
    }

    /**
     * Plain text
     */

    if (value === '@') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        push({ type: 'at', extglob: true, value, output: '' });
        continue;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Plain text
     */

    if (value !== '*') {
      if (value === '$' || value === '^') {
        value = `\\${value}`;
      }

      const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
      if (match) {
        value += match[0];
        state.index += match[0].length;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Stars
     */

    if (prev && (prev.type === 'globstar' || prev.star === true)) {
      prev.type = 'star';
      prev.star = true;
      prev.value += value;
      prev.output = star;
      state.backtrack = true;
      state.globstar = true;
      consume(value);
      continue;
    }

    let rest = remaining();
    if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
      extglobOpen('star', value);
      continue;
    }

    if (prev.type === 'star') {
      if (opts.noglobstar === true) {
        consume(value);
        continue;
      }

      const prior = prev.prev;
      const before = prior.prev;
      const isStart = prior.type === 'slash' || prior.type === 'bos';
      const afterStar = before && (before.type === 'star' || before.type === 'globstar');

      if (opts.bash === true && (!isStart || (rest[0] && rest[0] !== '/'))) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      const isBrace = state.braces > 0 && (prior.type === 'comma' || prior.type === 'brace');
      const isExtglob = extglobs.length && (prior.type === 'pipe' || prior.type === 'paren');
      if (!isStart && prior.type !== 'paren' && !isBrace && !isExtglob) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      // strip consecutive `/**/`
      while (rest.slice(0, 3) === '/**') {
        const after = input[state.index + 4];
        if (after && after !== '/') {
          break;
        }
        rest = rest.slice(3);
        consume('/**', 3);
      }

      // A globstar followed only by balanced closing parens is at the logical end of patterns like
      // `test(/utils/**)` and `test?(/utils/**)`. Treat it as EOS so the trailing `/**` can match its
      // parent path, except in negated extglobs where that would change the exclusion semantics.
      const isEnd = eos() || (
        state.parens > 0
        && rest === ')'.repeat(state.parens)
        && !extglobs.some(extglob => extglob.type === 'negate')
      );

      if (prior.type === 'bos' && eos()) {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = globstar(opts);
        state.output = prev.output;
        state.globstar = true;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && !afterStar && isEnd) {
        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = globstar(opts) + (opts.strictSlashes ? ')' : '|$)');
        prev.value += value;
        state.globstar = true;
        state.output += prior.output + prev.output;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && rest[0] === '/') {
        const end = rest[1] !== void 0 ? '|$' : '';

        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
        prev.value += value;

        state.output += prior.output + prev.output;
        state.globstar = true;

        consume(value + advance());

        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      if (prior.type === 'bos' && rest[0] === '/') {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
        state.output = prev.output;
        state.globstar = true;
        consume(value + advance());
        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      // remove single star from output
      state.output = state.output.slice(0, -prev.output.length);

      // reset previous token to globstar
      prev.type = 'globstar';
      prev.output = globstar(opts);
      prev.value += value;

      // reset output with globstar
      state.output += prev.output;
      state.globstar = true;
      consume(value);
      continue;
    }

    const token = { type: 'star', value, output: star };

    if (opts.bash === true) {
      token.output = '.*?';
      if (prev.type === 'bos' || prev.type === 'slash') {
        token.output = nodot + token.output;
      }
      push(token);
      continue;
    }

    if (prev && (prev.type === 'bracket' || prev.type === 'paren') && opts.regex === true) {
      token.output = value;
      push(token);
      continue;
    }

    if (state.index === state.start || prev.type === 'slash' || prev.type === 'dot') {
      if (prev.type === 'dot') {
        state.output += NO_DOT_SLASH;
        prev.output += NO_DOT_SLASH;

      } else if (opts.dot === true) {
        state.output += NO_DOTS_SLASH;
        prev.output += NO_DOTS_SLASH;

      } else {
        state.output += nodot;
        prev.output += nodot;
      }

      if (peek() !== '*') {
        state.output += ONE_CHAR;
        prev.output += ONE_CHAR;
      }
    }

    push(token);
  }

  while (state.brackets > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ']'));
    state.output = utils.escapeLast(state.output, '[');
    decrement('brackets');
  }

  while (state.parens > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ')'));
    state.output = utils.escapeLast(state.output, '(');
    decrement('parens');
  }

  while (state.braces > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', '}'));
    state.output = utils.escapeLast(state.output, '{');
    decrement('braces');
  }

  if (opts.strictSlashes !== true && (prev.type === 'star' || prev.type === 'bracket')) {
    push({ type: 'maybe_slash', value: '', output: `${SLASH_LITERAL}?` });
  }

  // rebuild the output if we had to backtrack at any point
  if (state.backtrack === true) {
    state.output = '';

    for (const token of state.tokens) {
      state.output += token.output != null ? token.output : token.value;

      if (token.suffix) {
        state.output += token.suffix;
      }
    }
  }

  return state;
};

/**
 * Fast paths for creating regular expressions for common glob patterns.
 * This can significantly speed up processing and has very little downside
 * impact when none of the fast paths match.
 */

parse.fastpaths = (input, options) => {
  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
  const len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  input = REPLACEMENTS[input] || input;

  // create constants based on platform, for windows or posix
  const {
    DOT_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOTS,
    NO_DOTS_SLASH,
    STAR,
    START_ANCHOR
  } = constants.globChars(opts.windows);

  const nodot = opts.dot ? NO_DOTS : NO_DOT;
  const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
  const capture = opts.capture ? '' : '?:';
  const state = { negated: false, prefix: '' };
  let star = opts.bash === true ? '.*?' : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  const globstar = opts => {
    if (opts.noglobstar === true) return star;
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const create = str => {
    switch (str) {
      case '*':
        return `${nodot}${ONE_CHAR}${star}`;

      case '.*':
        return `${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*.*':
        return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*/*':
        return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;

      case '**':
        return nodot + globstar(opts);

      case '**/*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;

      case '**/*.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '**/.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;

      default: {
        const match = /^(.*?)\.(\w+)$/.exec(str);
        if (!match) return;

        const source = create(match[1]);
        if (!source) return;

        return source + DOT_LITERAL + match[2];
      }
    }
  };

  const output = utils.removePrefix(input, state);
  let source = create(output);

  if (source && opts.strictSlashes !== true) {
    source += `${SLASH_LITERAL}?`;
  }

  return source;
};

module.exports = parse;


/***/ }),

/***/ 16:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const scan = __nccwpck_require__(781);
const parse = __nccwpck_require__(265);
const utils = __nccwpck_require__(59);
const constants = __nccwpck_require__(595);
const isObject = val => val && typeof val === 'object' && !Array.isArray(val);

/**
 * Creates a matcher function from one or more glob patterns. The
 * returned function takes a string to match as its first argument,
 * and returns true if the string is a match. The returned matcher
 * function also takes a boolean as the second argument that, when true,
 * returns an object with additional information.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch(glob[, options]);
 *
 * const isMatch = picomatch('*.!(*a)');
 * console.log(isMatch('a.a')); //=> false
 * console.log(isMatch('a.b')); //=> true
 *
 * // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
 * const picomatch = require('picomatch/posix');
 * // the same API, defaulting to posix paths
 * const isMatch = picomatch('a/*');
 * console.log(isMatch('a\\b')); //=> false
 * console.log(isMatch('a/b')); //=> true
 *
 * // you can still configure the matcher function to accept windows paths
 * const isMatch = picomatch('a/*', { options: windows });
 * console.log(isMatch('a\\b')); //=> true
 * console.log(isMatch('a/b')); //=> true
 * ```
 * @name picomatch
 * @param {String|Array} `globs` One or more glob patterns.
 * @param {Object=} `options`
 * @return {Function=} Returns a matcher function.
 * @api public
 */

const picomatch = (glob, options, returnState = false) => {
  if (Array.isArray(glob)) {
    const fns = glob.map(input => picomatch(input, options, returnState));
    const arrayMatcher = str => {
      for (const isMatch of fns) {
        const state = isMatch(str);
        if (state) return state;
      }
      return false;
    };
    return arrayMatcher;
  }

  const isState = isObject(glob) && glob.tokens && glob.input;

  if (glob === '' || (typeof glob !== 'string' && !isState)) {
    throw new TypeError('Expected pattern to be a non-empty string');
  }

  const opts = options || {};
  const posix = opts.windows;
  const regex = isState
    ? picomatch.compileRe(glob, options)
    : picomatch.makeRe(glob, options, false, true);

  const state = regex.state;
  delete regex.state;

  let isIgnored = () => false;
  if (opts.ignore) {
    const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
    isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
  }

  const matcher = (input, returnObject = false) => {
    const { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix });
    const result = { glob, state, regex, posix, input, output, match, isMatch };

    if (typeof opts.onResult === 'function') {
      opts.onResult(result);
    }

    if (isMatch === false) {
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (isIgnored(input)) {
      if (typeof opts.onIgnore === 'function') {
        opts.onIgnore(result);
      }
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (typeof opts.onMatch === 'function') {
      opts.onMatch(result);
    }
    return returnObject ? result : true;
  };

  if (returnState) {
    matcher.state = state;
  }

  return matcher;
};

/**
 * Test `input` with the given `regex`. This is used by the main
 * `picomatch()` function to test the input string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.test(input, regex[, options]);
 *
 * console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
 * // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp} `regex`
 * @return {Object} Returns an object with matching info.
 * @api public
 */

picomatch.test = (input, regex, options, { glob, posix } = {}) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected input to be a string');
  }

  if (input === '') {
    return { isMatch: false, output: '' };
  }

  const opts = options || {};
  const format = opts.format || (posix ? utils.toPosixSlashes : null);
  let match = input === glob;
  let output = (match && format) ? format(input) : input;

  if (match === false) {
    output = format ? format(input) : input;
    match = output === glob;
  }

  if (match === false || opts.capture === true) {
    if (opts.matchBase === true || opts.basename === true) {
      match = picomatch.matchBase(input, regex, options, posix);
    } else {
      match = regex.exec(output);
    }
  }

  return { isMatch: Boolean(match), match, output };
};

/**
 * Match the basename of a filepath.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.matchBase(input, glob[, options]);
 * console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
 * @return {Boolean}
 * @api public
 */

picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
  const regex = glob instanceof RegExp ? glob : picomatch.makeRe(glob, options);
  return regex.test(utils.basename(input, { windows: posix }));
};

/**
 * Returns true if **any** of the given glob `patterns` match the specified `string`.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.isMatch(string, patterns[, options]);
 *
 * console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
 * console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
 * ```
 * @param {String|Array} str The string to test.
 * @param {String|Array} patterns One or more glob patterns to use for matching.
 * @param {Object} [options] See available [options](#options).
 * @return {Boolean} Returns true if any patterns match `str`
 * @api public
 */

picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);

/**
 * Parse a glob pattern to create the source string for a regular
 * expression.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const result = picomatch.parse(pattern[, options]);
 * ```
 * @param {String} `pattern`
 * @param {Object} `options`
 * @return {Object} Returns an object with useful properties and output to be used as a regex source string.
 * @api public
 */

picomatch.parse = (pattern, options) => {
  if (Array.isArray(pattern)) return pattern.map(p => picomatch.parse(p, options));
  return parse(pattern, { ...options, fastpaths: false });
};

/**
 * Scan a glob pattern to separate the pattern into segments.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.scan(input[, options]);
 *
 * const result = picomatch.scan('!./foo/*.js');
 * console.log(result);
 * { prefix: '!./',
 *   input: '!./foo/*.js',
 *   start: 3,
 *   base: 'foo',
 *   glob: '*.js',
 *   isBrace: false,
 *   isBracket: false,
 *   isGlob: true,
 *   isExtglob: false,
 *   isGlobstar: false,
 *   negated: true }
 * ```
 * @param {String} `input` Glob pattern to scan.
 * @param {Object} `options`
 * @return {Object} Returns an object with
 * @api public
 */

picomatch.scan = (input, options) => scan(input, options);

/**
 * Compile a regular expression from the `state` object returned by the
 * [parse()](#parse) method.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const state = picomatch.parse('*.js');
 * // picomatch.compileRe(state[, options]);
 *
 * console.log(picomatch.compileRe(state));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {Object} `state`
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
 * @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
 * @return {RegExp}
 * @api public
 */

picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
  if (returnOutput === true) {
    return state.output;
  }

  const opts = options || {};
  const prepend = opts.contains ? '' : '^';
  const append = opts.contains ? '' : '$';

  let source = `${prepend}(?:${state.output})${append}`;
  if (state && state.negated === true) {
    source = `^(?!${source}).*$`;
  }

  const regex = picomatch.toRegex(source, options);
  if (returnState === true) {
    regex.state = state;
  }

  return regex;
};

/**
 * Create a regular expression from a parsed glob pattern.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.makeRe(state[, options]);
 *
 * const result = picomatch.makeRe('*.js');
 * console.log(result);
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `state` The object returned from the `.parse` method.
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
 * @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
 * @return {RegExp} Returns a regex created from the given pattern.
 * @api public
 */

picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
  if (!input || typeof input !== 'string') {
    throw new TypeError('Expected a non-empty string');
  }

  let parsed = { negated: false, fastpaths: true };

  if (options.fastpaths !== false && (input[0] === '.' || input[0] === '*')) {
    parsed.output = parse.fastpaths(input, options);
  }

  if (!parsed.output) {
    parsed = parse(input, options);
  }

  return picomatch.compileRe(parsed, options, returnOutput, returnState);
};

/**
 * Create a regular expression from the given regex source string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.toRegex(source[, options]);
 *
 * const { output } = picomatch.parse('*.js');
 * console.log(picomatch.toRegex(output));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `source` Regular expression source string.
 * @param {Object} `options`
 * @return {RegExp}
 * @api public
 */

picomatch.toRegex = (source, options) => {
  try {
    const opts = options || {};
    return new RegExp(source, opts.flags || (opts.nocase ? 'i' : ''));
  } catch (err) {
    if (options && options.debug === true) throw err;
    return /$^/;
  }
};

/**
 * Picomatch constants.
 * @return {Object}
 */

picomatch.constants = constants;

/**
 * Expose "picomatch"
 */

module.exports = picomatch;


/***/ }),

/***/ 781:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const utils = __nccwpck_require__(59);
const {
  CHAR_ASTERISK,             /* * */
  CHAR_AT,                   /* @ */
  CHAR_BACKWARD_SLASH,       /* \ */
  CHAR_COMMA,                /* , */
  CHAR_DOT,                  /* . */
  CHAR_EXCLAMATION_MARK,     /* ! */
  CHAR_FORWARD_SLASH,        /* / */
  CHAR_LEFT_CURLY_BRACE,     /* { */
  CHAR_LEFT_PARENTHESES,     /* ( */
  CHAR_LEFT_SQUARE_BRACKET,  /* [ */
  CHAR_PLUS,                 /* + */
  CHAR_QUESTION_MARK,        /* ? */
  CHAR_RIGHT_CURLY_BRACE,    /* } */
  CHAR_RIGHT_PARENTHESES,    /* ) */
  CHAR_RIGHT_SQUARE_BRACKET  /* ] */
} = __nccwpck_require__(595);

const isPathSeparator = code => {
  return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
};

const depth = token => {
  if (token.isPrefix !== true) {
    token.depth = token.isGlobstar ? Infinity : 1;
  }
};

/**
 * Quickly scans a glob pattern and returns an object with a handful of
 * useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
 * `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
 * with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
 *
 * ```js
 * const pm = require('picomatch');
 * console.log(pm.scan('foo/bar/*.js'));
 * { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
 * ```
 * @param {String} `str`
 * @param {Object} `options`
 * @return {Object} Returns an object with tokens and regex source string.
 * @api public
 */

const scan = (input, options) => {
  const opts = options || {};

  const length = input.length - 1;
  const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
  const slashes = [];
  const tokens = [];
  const parts = [];

  let str = input;
  let index = -1;
  let start = 0;
  let lastIndex = 0;
  let isBrace = false;
  let isBracket = false;
  let isGlob = false;
  let isExtglob = false;
  let isGlobstar = false;
  let braceEscaped = false;
  let backslashes = false;
  let negated = false;
  let negatedExtglob = false;
  let finished = false;
  let braces = 0;
  let prev;
  let code;
  let token = { value: '', depth: 0, isGlob: false };

  const eos = () => index >= length;
  const peek = () => str.charCodeAt(index + 1);
  const advance = () => {
    prev = code;
    return str.charCodeAt(++index);
  };

  while (index < length) {
    code = advance();
    let next;

    if (code === CHAR_BACKWARD_SLASH) {
      backslashes = token.backslashes = true;
      code = advance();

      if (code === CHAR_LEFT_CURLY_BRACE) {
        braceEscaped = true;
      }
      continue;
    }

    if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
      braces++;

      while (eos() !== true && (code = advance())) {
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          continue;
        }

        if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (braceEscaped !== true && code === CHAR_COMMA) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (code === CHAR_RIGHT_CURLY_BRACE) {
          braces--;

          if (braces === 0) {
            braceEscaped = false;
            isBrace = token.isBrace = true;
            finished = true;
            break;
          }
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (code === CHAR_FORWARD_SLASH) {
      slashes.push(index);
      tokens.push(token);
      token = { value: '', depth: 0, isGlob: false };

      if (finished === true) continue;
      if (prev === CHAR_DOT && index === (start + 1)) {
        start += 2;
        continue;
      }

      lastIndex = index + 1;
      continue;
    }

    if (opts.noext !== true) {
      const isExtglobChar = code === CHAR_PLUS
        || code === CHAR_AT
        || code === CHAR_ASTERISK
        || code === CHAR_QUESTION_MARK
        || code === CHAR_EXCLAMATION_MARK;

      if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
        isGlob = token.isGlob = true;
        isExtglob = token.isExtglob = true;
        finished = true;
        if (code === CHAR_EXCLAMATION_MARK && index === start) {
          negatedExtglob = true;
        }

        if (scanToEnd === true) {
          let parens = 0;

          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }

            if (code === CHAR_LEFT_PARENTHESES) {
              parens++;
              continue;
            }

            if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
              finished = true;
              break;
            }
          }
          continue;
        }
        break;
      }
    }

    if (code === CHAR_ASTERISK) {
      if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_QUESTION_MARK) {
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_LEFT_SQUARE_BRACKET) {
      while (eos() !== true && (next = advance())) {
        if (next === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (next === CHAR_RIGHT_SQUARE_BRACKET) {
          isBracket = token.isBracket = true;
          isGlob = token.isGlob = true;
          finished = true;
          break;
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
      negated = token.negated = true;
      start++;
      continue;
    }

    if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
      isGlob = token.isGlob = true;

      if (scanToEnd === true) {
        let parens = 1;

        while (eos() !== true && (code = advance())) {
          if (code === CHAR_BACKWARD_SLASH) {
            backslashes = token.backslashes = true;
            advance();
            continue;
          }

          if (code === CHAR_LEFT_PARENTHESES) {
            parens++;
            continue;
          }

          if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
            finished = true;
            break;
          }
        }
        continue;
      }
      break;
    }

    if (isGlob === true) {
      finished = true;

      if (scanToEnd === true) {
        continue;
      }

      break;
    }
  }

  if (opts.noext === true) {
    isExtglob = false;
    isGlob = false;
  }

  let base = str;
  let prefix = '';
  let glob = '';

  if (start > 0) {
    prefix = str.slice(0, start);
    str = str.slice(start);
    lastIndex -= start;
  }

  if (base && isGlob === true && lastIndex > 0) {
    base = str.slice(0, lastIndex);
    glob = str.slice(lastIndex);
  } else if (isGlob === true) {
    base = '';
    glob = str;
  } else {
    base = str;
  }

  if (base && base !== '' && base !== '/' && base !== str) {
    if (isPathSeparator(base.charCodeAt(base.length - 1))) {
      base = base.slice(0, -1);
    }
  }

  if (opts.unescape === true) {
    if (glob) glob = utils.removeBackslashes(glob);

    if (base && backslashes === true) {
      base = utils.removeBackslashes(base);
    }
  }

  const state = {
    prefix,
    input,
    start,
    base,
    glob,
    isBrace,
    isBracket,
    isGlob,
    isExtglob,
    isGlobstar,
    negated,
    negatedExtglob
  };

  if (opts.tokens === true) {
    state.maxDepth = 0;
    if (!isPathSeparator(code)) {
      tokens.push(token);
    }
    state.tokens = tokens;
  }

  if (opts.parts === true || opts.tokens === true) {
    let prevIndex;

    for (let idx = 0; idx < slashes.length; idx++) {
      const n = prevIndex !== undefined ? prevIndex + 1 : start;
      const i = slashes[idx];
      const value = input.slice(n, i);
      if (opts.tokens) {
        if (idx === 0 && start !== 0) {
          tokens[idx].isPrefix = true;
          tokens[idx].value = prefix;
        } else {
          tokens[idx].value = value;
        }
        depth(tokens[idx]);
        state.maxDepth += tokens[idx].depth;
      }
      if (i >= start) {
        parts.push(value);
        prevIndex = i;
      }
    }

    const n = prevIndex !== undefined ? prevIndex + 1 : start;
    const value = input.slice(n);
    parts.push(value);

    if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
      tokens[tokens.length - 1].value = value;
      depth(tokens[tokens.length - 1]);
      state.maxDepth += tokens[tokens.length - 1].depth;
    }

    state.slashes = slashes;
    state.parts = parts;
  }

  return state;
};

module.exports = scan;


/***/ }),

/***/ 59:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

/*global navigator*/


const {
  REGEX_BACKSLASH,
  REGEX_REMOVE_BACKSLASH,
  REGEX_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_GLOBAL
} = __nccwpck_require__(595);

exports.isObject = val => val !== null && typeof val === 'object' && !Array.isArray(val);
exports.hasRegexChars = str => REGEX_SPECIAL_CHARS.test(str);
exports.isRegexChar = str => str.length === 1 && exports.hasRegexChars(str);
exports.escapeRegex = str => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, '\\$1');
exports.toPosixSlashes = str => str.replace(REGEX_BACKSLASH, '/');

exports.isWindows = () => {
  if (typeof navigator !== 'undefined' && navigator.platform) {
    const platform = navigator.platform.toLowerCase();
    return platform === 'win32' || platform === 'windows';
  }

  if (typeof process !== 'undefined' && process.platform) {
    return process.platform === 'win32';
  }

  return false;
};

exports.removeBackslashes = str => {
  return str.replace(REGEX_REMOVE_BACKSLASH, match => {
    return match === '\\' ? '' : match;
  });
};

exports.escapeLast = (input, char, lastIdx) => {
  const idx = input.lastIndexOf(char, lastIdx);
  if (idx === -1) return input;
  if (input[idx - 1] === '\\') return exports.escapeLast(input, char, idx - 1);
  return `${input.slice(0, idx)}\\${input.slice(idx)}`;
};

exports.removePrefix = (input, state = {}) => {
  let output = input;
  if (output.startsWith('./')) {
    output = output.slice(2);
    state.prefix = './';
  }
  return output;
};

exports.wrapOutput = (input, state = {}, options = {}) => {
  const prepend = options.contains ? '' : '^';
  const append = options.contains ? '' : '$';

  let output = `${prepend}(?:${input})${append}`;
  if (state.negated === true) {
    output = `(?:^(?!${output}).*$)`;
  }
  return output;
};

exports.basename = (path, { windows } = {}) => {
  const segs = path.split(windows ? /[\\/]/ : '/');
  const last = segs[segs.length - 1];

  if (last === '') {
    return segs[segs.length - 2];
  }

  return last;
};


/***/ }),

/***/ 458:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_last_resort_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(424);
/* harmony import */ var _run_command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(149);
// The command line: words in, a report out, an exit code.


(0,_github_last_resort_js__WEBPACK_IMPORTED_MODULE_0__/* .expectCrash */ .l)((line) => void process.stderr.write(`${line}\n`));
// Whoever writes is told of what breaks; unheard, the event of the stream would end the process.
for (const stream of [process.stdout, process.stderr])
    stream.on("error", () => undefined);
const { exitCode } = await (0,_run_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommandLine */ .r)(process.argv.slice(2), process);
process.exit(exitCode);
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ NoVerdictError),
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
// The two ways a run ends before there is a report. Everything else is a problem inside the report.
/** The call, the event or the configuration cannot be understood: exit code 2, nothing was compared. */
class UsageError extends Error {
    name = "UsageError";
    /** What to do about it; one sentence, may be empty. */
    remedy;
    constructor(message, remedy = "") {
        super(message);
        this.remedy = remedy;
    }
}
/** The two sides cannot be had: exit code 3, no verdict. */
class NoVerdictError extends Error {
    name = "NoVerdictError";
    kind;
    remedy;
    constructor(kind, message, remedy) {
        super(message);
        this.kind = kind;
        this.remedy = remedy;
    }
}

/***/ }),

/***/ 586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  pi: () => (/* binding */ isMapping),
  df: () => (/* binding */ positionOf),
  r9: () => (/* binding */ readDocuments)
});

;// CONCATENATED MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
/*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT */
//#region src/tag.ts
/**
* Returned by a scalar resolver when the source does not match its tag.
*
* @category Tags
*/
var NOT_RESOLVED = Symbol("NOT_RESOLVED");
/**
* Create a normalized scalar tag definition.
*
* @category Tags
*/
function defineScalarTag(tagName, options) {
	return {
		tagName,
		nodeKind: "scalar",
		implicit: options.implicit ?? false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		implicitFirstChars: options.implicitFirstChars ?? null,
		resolve: options.resolve,
		identify: options.identify,
		represent: options.represent ?? ((data) => String(data)),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized sequence tag definition.
*
* @category Tags
*/
function defineSequenceTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "sequence",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addItem: options.addItem,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
/**
* Create a normalized mapping tag definition.
*
* @category Tags
*/
function defineMappingTag(tagName, options) {
	const carrierIsResult = options.finalize === void 0;
	return {
		tagName,
		nodeKind: "mapping",
		implicit: false,
		matchByTagPrefix: options.matchByTagPrefix ?? false,
		create: options.create,
		addPair: options.addPair,
		has: options.has,
		keys: options.keys,
		get: options.get,
		finalize: options.finalize ?? ((carrier) => carrier),
		carrierIsResult,
		identify: options.identify,
		represent: options.represent ?? ((data) => data),
		representTagName: options.representTagName ?? (() => tagName)
	};
}
//#endregion
//#region src/tag/scalar/str.ts
/** @category Tags */
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
	resolve: (source) => source,
	identify: (data) => typeof data === "string"
});
//#endregion
//#region src/tag/scalar/null_core.ts
var NULL_VALUES$1 = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES$1.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/null_json.ts
/** @category Tags */
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: ["n"],
	resolve: (source, isExplicit) => {
		if (source === "null" || isExplicit && source === "") return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/null_yaml11.ts
var NULL_VALUES = [
	"",
	"~",
	"null",
	"Null",
	"NULL"
];
/** @category Tags */
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
	implicit: true,
	implicitFirstChars: [
		"",
		"~",
		"n",
		"N"
	],
	resolve: (source) => {
		if (NULL_VALUES.indexOf(source) !== -1) return null;
		return NOT_RESOLVED;
	},
	identify: (object) => object === null,
	represent: () => "null"
});
//#endregion
//#region src/tag/scalar/bool_core.ts
var TRUE_VALUES$2 = [
	"true",
	"True",
	"TRUE"
];
var FALSE_VALUES$2 = [
	"false",
	"False",
	"FALSE"
];
/** @category Tags */
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"t",
		"T",
		"f",
		"F"
	],
	resolve: (source) => {
		if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/bool_json.ts
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
/** @category Tags */
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: ["t", "f"],
	resolve: (source) => {
		if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
		if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/bool_yaml11.ts
var TRUE_VALUES = [
	"true",
	"True",
	"TRUE",
	"y",
	"Y",
	"yes",
	"Yes",
	"YES",
	"on",
	"On",
	"ON"
];
var FALSE_VALUES = [
	"false",
	"False",
	"FALSE",
	"n",
	"N",
	"no",
	"No",
	"NO",
	"off",
	"Off",
	"OFF"
];
/** @category Tags */
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
	implicit: true,
	implicitFirstChars: [
		"y",
		"Y",
		"n",
		"N",
		"t",
		"T",
		"f",
		"F",
		"o",
		"O"
	],
	resolve: (source) => {
		if (TRUE_VALUES.indexOf(source) !== -1) return true;
		if (FALSE_VALUES.indexOf(source) !== -1) return false;
		return NOT_RESOLVED;
	},
	identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
	represent: (object) => object ? "true" : "false"
});
//#endregion
//#region src/tag/scalar/int_core.ts
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$2(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger$2,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/int_json.ts
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
	let value = source;
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	} else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger$1(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlInteger$1,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/int_yaml11.ts
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
	let value = source.replace(/_/g, "");
	let sign = 1;
	if (value[0] === "-" || value[0] === "+") {
		if (value[0] === "-") sign = -1;
		value = value.slice(1);
	}
	if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
	if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
	if (value.includes(":")) {
		let result = 0;
		for (const part of value.split(":")) result = result * 60 + Number(part);
		return sign * result;
	}
	if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
	return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
	if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
	const result = parseYamlInteger(source);
	return Number.isFinite(result) ? result : NOT_RESOLVED;
}
/** @category Tags */
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		..."0123456789"
	],
	resolve: resolveYamlInteger,
	identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
	represent: (object) => object.toString(10)
});
//#endregion
//#region src/tag/scalar/float_core.ts
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
	if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase();
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	const result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat$2,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$2
});
//#endregion
//#region src/tag/scalar/float_json.ts
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
	if (isExplicit) {
		if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
		let value = source.toLowerCase();
		const sign = value[0] === "-" ? -1 : 1;
		if ("+-".includes(value[0])) value = value.slice(1);
		if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		if (value === ".nan") return NaN;
		const result = sign * parseFloat(value);
		return Number.isFinite(result) ? result : NOT_RESOLVED;
	}
	if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
	const result = Number(source);
	if (Number.isFinite(result)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: ["-", ..."0123456789"],
	resolve: resolveYamlFloat$1,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat$1
});
//#endregion
//#region src/tag/scalar/float_yaml11.ts
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
	if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
	let value = source.toLowerCase().replace(/_/g, "");
	const sign = value[0] === "-" ? -1 : 1;
	if ("+-".includes(value[0])) value = value.slice(1);
	if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
	if (value === ".nan") return NaN;
	let result = 0;
	if (value.includes(":")) {
		for (const part of value.split(":")) result = result * 60 + Number(part);
		result *= sign;
	} else result = sign * parseFloat(value);
	if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
	return NOT_RESOLVED;
}
function representYamlFloat(object) {
	if (isNaN(object)) return ".nan";
	if (object === Number.POSITIVE_INFINITY) return ".inf";
	if (object === Number.NEGATIVE_INFINITY) return "-.inf";
	if (Object.is(object, -0)) return "-0.0";
	const result = object.toString(10);
	return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
/** @category Tags */
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
	implicit: true,
	implicitFirstChars: [
		"-",
		"+",
		".",
		..."0123456789"
	],
	resolve: resolveYamlFloat,
	identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
	represent: representYamlFloat
});
//#endregion
//#region src/tag/scalar/merge.ts
/**
* Enables merge keys in {@link CORE_SCHEMA} when added with
* {@link Schema.withTags}.
*
* @category Tags
*/
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
	implicit: true,
	implicitFirstChars: ["<"],
	resolve: (source, isExplicit) => {
		if (source === "<<" || isExplicit && source === "") return "<<";
		return NOT_RESOLVED;
	},
	identify: () => false
});
//#endregion
//#region src/tag/scalar/binary.ts
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
	const input = source.replace(/\s/g, "");
	if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
	const binary = atob(input);
	const result = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
	return result;
}
function representYamlBinary(object) {
	let binary = "";
	for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
	return btoa(binary);
}
/**
* The `!!binary` tag, represented as a `Uint8Array`.
*
* @category Tags
*/
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
	resolve: resolveYamlBinary,
	identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
	represent: representYamlBinary
});
//#endregion
//#region src/tag/scalar/timestamp.ts
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
	const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
	date.setUTCFullYear(year, month, day);
	return date;
}
function resolveYamlTimestamp(source) {
	let match = YAML_DATE_REGEXP.exec(source);
	if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
	if (match === null) return NOT_RESOLVED;
	const year = +match[1];
	const month = +match[2] - 1;
	const day = +match[3];
	if (!match[4]) {
		const date = makeUtcDate(year, month, day);
		if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
		return date;
	}
	const hour = +match[4];
	const minute = +match[5];
	const second = +match[6];
	let fraction = 0;
	if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
	if (match[7]) {
		let value = match[7].slice(0, 3);
		while (value.length < 3) value += "0";
		fraction = +value;
	}
	const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
	if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
	if (match[9]) {
		const offsetHour = +match[10];
		const offsetMinute = +(match[11] || 0);
		if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
		const offset = (offsetHour * 60 + offsetMinute) * 6e4;
		date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
	}
	return date;
}
/**
* The YAML 1.1 `!!timestamp` tag, represented as a JavaScript `Date`.
*
* @category Tags
*/
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
	implicit: true,
	implicitFirstChars: [..."0123456789"],
	resolve: resolveYamlTimestamp,
	identify: (object) => object instanceof Date,
	represent: (object) => object.toISOString()
});
//#endregion
//#region src/tag/sequence/seq.ts
/** @category Tags */
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
	create: () => [],
	addItem: (container, item) => {
		container.push(item);
	},
	identify: Array.isArray
});
//#endregion
//#region src/common/object.ts
function isPlainObject(data) {
	if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
	const prototype = Object.getPrototypeOf(data);
	return prototype === null || prototype === Object.prototype;
}
function pick(object, keys) {
	const result = {};
	for (const key of keys) if (object[key] !== void 0) result[key] = object[key];
	return result;
}
//#endregion
//#region src/tag/sequence/omap.ts
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!omap
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   { one: 1 },
*   { two: 2 }
* ]
* ```
*
* @category Tags
*/
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
	create: () => ({
		list: [],
		seen: /* @__PURE__ */ new Set()
	}),
	addItem: (carrier, item) => {
		let key;
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve an ordered map item";
			key = item.keys().next().value;
		} else if (isPlainObject(item)) {
			const itemKeys = Object.keys(item);
			if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
			key = itemKeys[0];
		} else return "cannot resolve an ordered map item";
		if (carrier.seen.has(key)) return "duplicate key in ordered map";
		carrier.seen.add(key);
		carrier.list.push(item);
		return "";
	},
	finalize: (carrier) => carrier.list,
	identify: () => false
});
//#endregion
//#region src/tag/sequence/pairs.ts
/**
* Provided only for YAML 1.1 compatibility and supported by the loader only.
* JavaScript has no dedicated class to represent this type, so it cannot be
* identified and dumped.
*
* ```yaml
* !!pairs
*   - one: 1
*   - two: 2
* ```
*
* is loaded as
*
* ```javascript
* [
*   ['one', 1],
*   ['two', 2]
* ]
* ```
*
* @category Tags
*/
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
	create: () => [],
	addItem: (container, item) => {
		if (item instanceof Map) {
			if (item.size !== 1) return "cannot resolve a pairs item";
			container.push(item.entries().next().value);
			return "";
		}
		if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
		const object = item;
		const keys = Object.keys(object);
		if (keys.length !== 1) return "cannot resolve a pairs item";
		container.push([keys[0], object[keys[0]]]);
		return "";
	},
	identify: () => false
});
//#endregion
//#region src/tag/mapping/map.ts
/**
* This is the default mapping implementation. It uses `{}` objects and has only
* partial functionality due to language limitations. This choice was made
* because users expect to get JavaScript objects, and it was left unchanged to
* avoid too many breaking changes in the v5 release.
*
* Side effects:
*
* - `Object.hasOwn()` checks or `for...of` loops are required for safe use (to
*   avoid falling through to prototypes).
* - Only scalar string keys are supported properly.
* - Other scalar keys, such as `null` and numbers, are converted to strings.
*   This is historical behaviour, and it can cause side effects such as
*   problems with `!!merge`.
*
* Note that non-string scalar keys may be deprecated in future versions.
*
* Ideally, use {@link realMapTag} instead.
*
* @category Tags
*/
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		if (key !== null && typeof key === "object") return "object-based map does not support complex keys";
		const normalizedKey = String(key);
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		if (key !== null && typeof key === "object") return false;
		return Object.prototype.hasOwnProperty.call(container, String(key));
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
//#endregion
//#region src/tag/mapping/set.ts
/**
* The YAML 1.1 `!!set` tag, represented as a JavaScript `Set`.
*
* @category Tags
*/
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
	create: () => /* @__PURE__ */ new Set(),
	identify: (data) => data instanceof Set,
	represent: (data) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of data) map.set(key, null);
		return map;
	},
	addPair: (container, key, value) => {
		if (value !== null) return "cannot resolve a set item";
		container.add(key);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: () => null
});
//#endregion
//#region src/schema.ts
function createTagDefinitionMap() {
	return {
		scalar: Object.create(null),
		sequence: Object.create(null),
		mapping: Object.create(null)
	};
}
function createTagDefinitionListMap() {
	return {
		scalar: [],
		sequence: [],
		mapping: []
	};
}
function compileTags(tags) {
	const result = [];
	for (const tag of tags) {
		let index = result.length;
		for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
			const previous = result[previousIndex];
			if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
				index = previousIndex;
				break;
			}
		}
		result[index] = tag;
	}
	return result;
}
/**
* Controls tag resolution when loading and type selection when dumping.
*
* @category Schemas
*/
var Schema = class Schema {
	tags;
	/** @internal */
	implicitScalarTags;
	/**
	* Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
	* the resolvers that may match that key, in schema order; a key absent from
	* the map uses
	* {@link Schema.implicitScalarAnyFirstChar}
	* (resolvers that declared no first-char constraint, so they apply to any
	* first character).
	*/
	implicitScalarByFirstChar;
	implicitScalarAnyFirstChar;
	/**
	* The default scalar tag (`!!str`), resolved once so the composer's fallback
	* for unresolved plain scalars avoids a keyed lookup per scalar.
	*
	* @internal
	*/
	defaultScalarTag;
	/**
	* The default container tags (`!!seq` / `!!map`), used by the dumper: when a
	* value is identified by its default tag, the tag is implicit and not
	* printed. Undefined if the schema does not define them (then such values
	* can't be dumped).
	*
	* @internal
	*/
	defaultSequenceTag;
	/** @internal */
	defaultMappingTag;
	exact;
	prefix;
	constructor(tags) {
		const compiledTags = compileTags(tags);
		const implicitScalarTags = [];
		const exact = createTagDefinitionMap();
		const prefix = createTagDefinitionListMap();
		for (const tag of compiledTags) {
			if (tag.nodeKind === "scalar" && tag.implicit) {
				if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
				implicitScalarTags.push(tag);
			}
			switch (tag.nodeKind) {
				case "scalar":
					if (tag.matchByTagPrefix) prefix.scalar.push(tag);
					else exact.scalar[tag.tagName] = tag;
					break;
				case "sequence":
					if (tag.matchByTagPrefix) prefix.sequence.push(tag);
					else exact.sequence[tag.tagName] = tag;
					break;
				case "mapping": if (tag.matchByTagPrefix) prefix.mapping.push(tag);
				else exact.mapping[tag.tagName] = tag;
			}
		}
		const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
		const keys = /* @__PURE__ */ new Set();
		for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key of tag.implicitFirstChars) keys.add(key);
		const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
		for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key) !== -1));
		const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
		if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
		this.tags = compiledTags;
		this.implicitScalarTags = implicitScalarTags;
		this.implicitScalarByFirstChar = implicitScalarByFirstChar;
		this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
		this.defaultScalarTag = defaultScalarTag;
		this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
		this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
		this.exact = exact;
		this.prefix = prefix;
	}
	/** @internal */
	lookupScalarTag(tagName) {
		const exactTag = this.exact.scalar[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupSequenceTag(tagName) {
		const exactTag = this.exact.sequence[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	lookupMappingTag(tagName) {
		const exactTag = this.exact.mapping[tagName];
		if (exactTag) return exactTag;
		for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
	}
	/** @internal */
	resolveImplicitScalarTag(source) {
		const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
		for (const tag of candidates) {
			const value = tag.resolve(source, false, tag.tagName);
			if (value !== NOT_RESOLVED) return {
				value,
				tag
			};
		}
		const tag = this.defaultScalarTag;
		return {
			value: tag.resolve(source, false, tag.tagName),
			tag
		};
	}
	/**
	* Creates a new schema with the specified tags added. If a tag already
	* exists, it is replaced by the specified tag.
	*
	* @example
	*
	* ```javascript
	* import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
	*
	* const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
	* ```
	*/
	withTags(...tags) {
		let flatTags = [];
		for (const tag of tags) flatTags = flatTags.concat(tag);
		return new Schema([...this.tags, ...flatTags]);
	}
};
/**
* The YAML 1.2 Failsafe Schema: strings, sequences, and mappings.
*
* @category Schemas
*/
var FAILSAFE_SCHEMA = new Schema([
	strTag,
	seqTag,
	mapTag
]);
/**
* The YAML 1.2 JSON Schema. It uses JSON scalar forms while retaining YAML
* collection syntax.
*
* @category Schemas
*/
var JSON_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullJsonTag,
	boolJsonTag,
	intJsonTag,
	floatJsonTag
]);
/**
* The default schema for the loaders. Note, {@link CORE_SCHEMA} comes
* without the `!!merge` tag. You can easily enable it if needed.
*
* @example
* Enable {@link mergeTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Schemas
*/
var CORE_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullCoreTag,
	boolCoreTag,
	intCoreTag,
	floatCoreTag
]);
/**
* YAML 1.1-compatible schema.
*
* @category Schemas
*/
var YAML11_SCHEMA = new Schema([
	...FAILSAFE_SCHEMA.tags,
	nullYaml11Tag,
	boolYaml11Tag,
	intYaml11Tag,
	floatYaml11Tag,
	timestampTag,
	mergeTag,
	binaryTag,
	omapTag,
	pairsTag,
	setTag
]);
/**
* The dumper schema for maximum compatibility. It combines all supported type
* variants from YAML 1.1 and YAML 1.2 so strings matching any of them are
* quoted. This makes the generated YAML more compatible with other parsers.
*
* The schema is based on YAML 1.1, but extends `!!int` and `!!float` to accept
* both YAML 1.1 and Core Schema forms, since Core Schema supports some forms
* that YAML 1.1 does not.
*
* @category Schemas
*/
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
	...intYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = intYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
	}
}, {
	...floatYaml11Tag,
	resolve: (source, isExplicit, tagName) => {
		const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
	}
});
//#endregion
//#region src/tag/mapping/real_map.ts
/**
* Recommended when non-string keys are actually needed. It uses native
* JavaScript `Map` objects, so keys keep their constructed types instead of
* being converted to strings.
*
* It is not the default to avoid widespread breaking changes in existing
* projects. `Map` has a different access API and does not pass deep equality
* checks against `{}`-based fixtures. Alongside the other changes in v5,
* making it the default was considered too disruptive.
*
* If these differences are acceptable for your project, we recommend using
* {@link realMapTag} to guarantee the absence of problems and side effects.
*
* @example
* Enable {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Tags
*/
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => /* @__PURE__ */ new Map(),
	addPair: (container, key, value) => {
		container.set(key, value);
		return "";
	},
	has: (container, key) => container.has(key),
	keys: (container) => container.keys(),
	get: (container, key) => container.get(key),
	identify: (data) => data instanceof Map || isPlainObject(data),
	represent: (data) => {
		if (data instanceof Map) return data;
		const map = /* @__PURE__ */ new Map();
		const obj = data;
		for (const key of Object.keys(obj)) map.set(key, obj[key]);
		return map;
	}
});
//#endregion
//#region src/tag/mapping/legacy_map.ts
function normalizeKey(key) {
	if (Array.isArray(key)) {
		const array = Array.prototype.slice.call(key);
		for (let index = 0; index < array.length; index++) {
			if (Array.isArray(array[index])) return null;
			if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
		}
		return String(array);
	}
	if (typeof key === "object" && Object.prototype.toString.call(key) === "[object Object]") return "[object Object]";
	return String(key);
}
/**
* This implementation exists solely to reproduce v4 behavior exactly. Its use
* is strongly discouraged. If complex or non-string keys are needed, use
* {@link realMapTag} instead.
*
* @category Tags
*/
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
	create: () => ({}),
	identify: isPlainObject,
	represent: (o) => {
		const map = /* @__PURE__ */ new Map();
		for (const key of Object.keys(o)) map.set(key, o[key]);
		return map;
	},
	addPair: (container, key, value) => {
		const normalizedKey = normalizeKey(key);
		if (normalizedKey === null) return "nested arrays are not supported inside keys";
		if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else container[normalizedKey] = value;
		return "";
	},
	has: (container, key) => {
		const normalizedKey = normalizeKey(key);
		return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
	},
	keys: (container) => Object.keys(container),
	get: (container, key) => {
		const normalizedKey = String(key);
		if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
		return container[normalizedKey];
	}
});
//#endregion
//#region src/common/snippet.ts
var DEFAULT_SNIPPET_OPTIONS = {
	maxLength: 79,
	indent: 1,
	linesBefore: 3,
	linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
	let head = "";
	let tail = "";
	const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
	if (position - lineStart > maxHalfLength) {
		head = " ... ";
		lineStart = position - maxHalfLength + head.length;
	}
	if (lineEnd - position > maxHalfLength) {
		tail = " ...";
		lineEnd = position + maxHalfLength - tail.length;
	}
	return {
		str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "→") + tail,
		pos: position - lineStart + head.length
	};
}
function padStart(string, max) {
	return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark, options) {
	if (!mark.buffer) return null;
	const opts = {
		...DEFAULT_SNIPPET_OPTIONS,
		...options
	};
	const re = /\r?\n|\r|\0/g;
	const lineStarts = [0];
	const lineEnds = [];
	let match;
	let foundLineNo = -1;
	while (match = re.exec(mark.buffer)) {
		lineEnds.push(match.index);
		lineStarts.push(match.index + match[0].length);
		if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
	}
	if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
	let result = "";
	const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
	const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
	for (let i = 1; i <= opts.linesBefore; i++) {
		if (foundLineNo - i < 0) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
		result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line.str}\n${result}`;
	}
	const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
	result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}\n`;
	result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^\n`;
	for (let i = 1; i <= opts.linesAfter; i++) {
		if (foundLineNo + i >= lineEnds.length) break;
		const line = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
		result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line.str}\n`;
	}
	return result.replace(/\n$/, "");
}
//#endregion
//#region src/common/exception.ts
function formatError(exception, compact) {
	let where = "";
	if (!exception.mark) return exception.reason;
	if (exception.mark.name) where += `in "${exception.mark.name}" `;
	where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
	if (!compact && exception.mark.snippet) where += `\n\n${exception.mark.snippet}`;
	return `${exception.reason} ${where}`;
}
/**
* A YAML error. Unlike an ordinary `Error`, it adds a source snippet showing
* the location of the problem to the error message, when available.
*
* @category Main
*/
var YAMLException = class YAMLException extends Error {
	reason;
	mark;
	/**
	* Optional `mark` contains source snippet data. Usually, use
	* {@link YAMLException.throwAt} instead of passing it directly.
	*/
	constructor(reason, mark) {
		super();
		this.name = "YAMLException";
		this.reason = reason;
		this.mark = mark;
		this.message = formatError(this, false);
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	/**
	* Returns the formatted error, omitting the source snippet in compact mode.
	*/
	toString(compact) {
		return `${this.name}: ${formatError(this, compact)}`;
	}
	/**
	* Builds a YAMLException with a source snippet and throws it. `source` is
	* the raw input text; `position` is an offset into it.
	*/
	static throwAt(source, position, message, filename = "") {
		let line = 0;
		let lineStart = 0;
		for (let index = 0; index < position; index++) {
			const ch = source.charCodeAt(index);
			if (ch === 10) {
				line++;
				lineStart = index + 1;
			} else if (ch === 13) {
				line++;
				if (source.charCodeAt(index + 1) === 10) index++;
				lineStart = index + 1;
			}
		}
		const mark = {
			name: filename,
			buffer: source,
			position,
			line,
			column: position - lineStart
		};
		mark.snippet = makeSnippet(mark);
		throw new YAMLException(message, mark);
	}
};
//#endregion
//#region src/parser/events.ts
/** @category Events */
var EVENT_ID = {
	DOCUMENT: 1,
	SEQUENCE: 2,
	MAPPING: 3,
	SCALAR: 4,
	ALIAS: 5,
	POP: 6
};
/** @category Nodes */
var SCALAR_STYLE = {
	PLAIN: 1,
	SINGLE_QUOTED: 2,
	DOUBLE_QUOTED: 3,
	LITERAL_BLOCK: 4,
	FOLDED_BLOCK: 5
};
/** @category Nodes */
var COLLECTION_STYLE = {
	BLOCK: 1,
	FLOW: 2
};
/** @category Nodes */
var CHOMPING_MODE = {
	CLIP: 1,
	STRIP: 2,
	KEEP: 3
};
//#endregion
//#region src/parser/parser_scalar.ts
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
	switch (c) {
		case 48: return "\0";
		case 97: return "\x07";
		case 98: return "\b";
		case 116: return "	";
		case 9: return "	";
		case 110: return "\n";
		case 118: return "\v";
		case 102: return "\f";
		case 114: return "\r";
		case 101: return "\x1B";
		case 32: return " ";
		case 34: return "\"";
		case 47: return "/";
		case 92: return "\\";
		case 78: return "";
		case 95: return "\xA0";
		case 76: return "\u2028";
		case 80: return "\u2029";
		default: return "";
	}
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
	simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
	simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
	if (c <= 65535) return String.fromCharCode(c);
	return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
	if (c >= 48 && c <= 57) return c - 48;
	return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	return 8;
}
function skipFoldedBreaks(input, position, end) {
	let breaks = 0;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10) {
			breaks++;
			position++;
		} else if (ch === 13) {
			breaks++;
			position++;
			if (input.charCodeAt(position) === 10) position++;
		} else if (ch === 32 || ch === 9) position++;
		else break;
	}
	return {
		position,
		breaks
	};
}
function foldedBreaks(count) {
	if (count === 1) return " ";
	return "\n".repeat(count - 1);
}
function getPlainValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 39) {
			result += input.slice(captureStart, position) + "'";
			position += 2;
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
	let result = "";
	let position = start;
	let captureStart = start;
	let captureEnd = start;
	while (position < end) {
		const ch = input.charCodeAt(position);
		if (ch === 92) {
			result += input.slice(captureStart, position);
			position++;
			const escaped = input.charCodeAt(position);
			if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
			else if (escaped < 256 && simpleEscapeCheck[escaped]) {
				result += simpleEscapeMap[escaped];
				position++;
			} else {
				let hexLength = escapedHexLen$1(escaped);
				let hexResult = 0;
				for (; hexLength > 0; hexLength--) {
					position++;
					const digit = fromHexCode$1(input.charCodeAt(position));
					hexResult = (hexResult << 4) + digit;
				}
				result += charFromCodepoint(hexResult);
				position++;
			}
			captureStart = captureEnd = position;
		} else if (ch === 10 || ch === 13) {
			result += input.slice(captureStart, captureEnd);
			const fold = skipFoldedBreaks(input, position, end);
			result += foldedBreaks(fold.breaks);
			position = captureStart = captureEnd = fold.position;
		} else {
			position++;
			if (ch !== 32 && ch !== 9) captureEnd = position;
		}
	}
	return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded) {
	const textIndent = indent < 0 ? 0 : indent;
	const region = input.slice(start, end).replace(/\r\n?/g, "\n");
	const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
	let result = "";
	let didReadContent = false;
	let emptyLines = 0;
	let atMoreIndented = false;
	for (const line of lines) {
		let column = 0;
		while (column < textIndent && line.charCodeAt(column) === 32) column++;
		if (indent < 0 || column >= line.length) {
			emptyLines++;
			continue;
		}
		const content = line.slice(textIndent);
		const first = content.charCodeAt(0);
		if (folded) {
			if (first === 32 || first === 9) {
				atMoreIndented = true;
				result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
			} else if (atMoreIndented) {
				atMoreIndented = false;
				result += "\n".repeat(emptyLines + 1);
			} else if (emptyLines === 0) {
				if (didReadContent) result += " ";
			} else result += "\n".repeat(emptyLines);
		} else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
		result += content;
		didReadContent = true;
		emptyLines = 0;
	}
	if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
	else if (chomping !== CHOMPING_MODE.STRIP) {
		if (didReadContent) result += "\n";
	}
	return result;
}
/**
* Decodes the scalar referenced by event offsets in `input`.
*
* @category Events
*/
function getScalarValue(input, scalar) {
	if (scalar.valueStart === NO_RANGE$3) return "";
	const { valueStart, valueEnd } = scalar;
	if (scalar.fast) return input.slice(valueStart, valueEnd);
	switch (scalar.style) {
		case SCALAR_STYLE.SINGLE_QUOTED: return getSingleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.DOUBLE_QUOTED: return getDoubleQuotedValue(input, valueStart, valueEnd);
		case SCALAR_STYLE.LITERAL_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
		case SCALAR_STYLE.FOLDED_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
		default: return getPlainValue(input, valueStart, valueEnd);
	}
}
//#endregion
//#region src/common/tagname.ts
var DEFAULT_TAG_HANDLERS = Object.assign(Object.create(null), {
	"!": "!",
	"!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var HEX = "0123456789ABCDEF";
function percentByte(byte) {
	return "%" + HEX[byte >> 4] + HEX[byte & 15];
}
function tagPercentEncode(source, isSuffix) {
	const allowed = isSuffix ? TAG_SUFFIX_CHARS : TAG_URI_CHARS;
	let result = "";
	for (let index = 0; index < source.length; index++) {
		let ch = source.charCodeAt(index);
		if (ch >= 48 && ch <= 57 || ch >= 65 && ch <= 90 || ch >= 97 && ch <= 122 || allowed.includes(source[index])) {
			result += source[index];
			continue;
		}
		if (ch >= 55296 && ch <= 56319) ch = 65536 + ((ch & 1023) << 10) + (source.charCodeAt(++index) & 1023);
		if (ch < 128) result += percentByte(ch);
		else if (ch < 2048) result += percentByte(192 | ch >> 6) + percentByte(128 | ch & 63);
		else if (ch < 65536) result += percentByte(224 | ch >> 12) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
		else result += percentByte(240 | ch >> 18) + percentByte(128 | ch >> 12 & 63) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
	}
	return result;
}
function tagPercentDecode(source) {
	let result = "";
	let index = 0;
	while (index < source.length) {
		if (source.charCodeAt(index) !== 37) {
			result += source[index++];
			continue;
		}
		let ch = parseInt(source.slice(index + 1, index + 3), 16);
		index += 3;
		if (ch >= 192) {
			let remaining = ch < 224 ? 1 : ch < 240 ? 2 : 3;
			ch &= (1 << 6 - remaining) - 1;
			while (remaining-- > 0) {
				ch = ch << 6 | parseInt(source.slice(index + 1, index + 3), 16) & 63;
				index += 3;
			}
		}
		if (ch < 65536) result += String.fromCharCode(ch);
		else {
			ch -= 65536;
			result += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
		}
	}
	return result;
}
function tagNameFull(rawTag, tagHandlers) {
	if (rawTag.startsWith("!<") && rawTag.endsWith(">")) return tagPercentDecode(rawTag.slice(2, -1));
	const handleEnd = rawTag.indexOf("!", 1);
	const handle = handleEnd === -1 ? "!" : rawTag.slice(0, handleEnd + 1);
	return tagPercentDecode(tagHandlers?.[handle] ?? DEFAULT_TAG_HANDLERS[handle] ?? handle) + tagPercentDecode(rawTag.slice(handle.length));
}
function tagNameShort(fullTag) {
	let tag = fullTag;
	if (tag.charCodeAt(0) === 33) {
		tag = tag.slice(1);
		return `!${tagPercentEncode(tag, true)}`;
	}
	if (tag.slice(0, 18) === "tag:yaml.org,2002:") return `!!${tagPercentEncode(tag.slice(18), true)}`;
	return `!<${tagPercentEncode(tag, false)}>`;
}
//#endregion
//#region src/parser/constructor.ts
var NO_RANGE$2 = -1;
var MERGE_TAG_NAME = "tag:yaml.org,2002:merge";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
	filename: "",
	schema: CORE_SCHEMA,
	json: false,
	maxTotalMergeKeys: 1e4,
	maxAliases: -1
};
function eventPosition$1(event) {
	if ("tagStart" in event && event.tagStart !== NO_RANGE$2) return event.tagStart;
	if ("anchorStart" in event && event.anchorStart !== NO_RANGE$2) return event.anchorStart;
	if ("valueStart" in event && event.valueStart !== NO_RANGE$2) return event.valueStart;
	if ("start" in event) return event.start;
	return 0;
}
function throwError$1(state, message) {
	YAMLException.throwAt(state.source, state.position, message, state.filename);
}
function finalizeCollection(state, position, tag, carrier) {
	try {
		return tag.finalize(carrier);
	} catch (error) {
		if (error instanceof YAMLException) throw error;
		YAMLException.throwAt(state.source, position, error instanceof Error ? error.message : String(error), state.filename);
	}
}
function constructScalar(state, event) {
	const source = getScalarValue(state.source, event);
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	const strTag = state.schema.defaultScalarTag;
	if (rawTag !== "") {
		if (rawTag === "!") return {
			value: source,
			tag: strTag
		};
		const tagName = tagNameFull(rawTag, state.tagHandlers);
		const scalarTag = state.schema.lookupScalarTag(tagName);
		if (scalarTag) {
			const result = scalarTag.resolve(source, true, tagName);
			if (result === NOT_RESOLVED) throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			return {
				value: result,
				tag: scalarTag
			};
		}
		const collectionTagDef = state.schema.lookupMappingTag(tagName) ?? state.schema.lookupSequenceTag(tagName);
		if (collectionTagDef) {
			if (source !== "") throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
			const carrier = collectionTagDef.create(tagName);
			return {
				value: collectionTagDef.carrierIsResult ? carrier : finalizeCollection(state, state.position, collectionTagDef, carrier),
				tag: collectionTagDef
			};
		}
		throwError$1(state, `unknown scalar tag !<${tagName}>`);
	}
	if (event.style === SCALAR_STYLE.PLAIN) return state.schema.resolveImplicitScalarTag(source);
	return {
		value: strTag.resolve(source, false, strTag.tagName),
		tag: strTag
	};
}
function collectionTagName(state, event, defaultTagName) {
	const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
	return rawTag === "" || rawTag === "!" ? defaultTagName : tagNameFull(rawTag, state.tagHandlers);
}
function isMappingTag(tag) {
	return tag.nodeKind === "mapping";
}
function chargeMergeWork(state) {
	state.totalMergeKeys++;
	if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError$1(state, `merge keys exceeded maxTotalMergeKeys (${state.maxTotalMergeKeys})`);
}
function mergeKeys(state, frame, source, sourceTag) {
	chargeMergeWork(state);
	for (const sourceKey of sourceTag.keys(source)) {
		chargeMergeWork(state);
		if (frame.tag.has(frame.value, sourceKey)) continue;
		const err = frame.tag.addPair(frame.value, sourceKey, sourceTag.get(source, sourceKey));
		if (err) throwError$1(state, err);
		frame.overridable ??= /* @__PURE__ */ new Set();
		frame.overridable.add(sourceKey);
	}
}
function mergeSource(state, frame, source, sourceTag) {
	state.position = frame.keyPosition;
	if (isMappingTag(sourceTag)) mergeKeys(state, frame, source, sourceTag);
	else if (sourceTag.nodeKind === "sequence" && Array.isArray(source)) {
		if (source.length > 100) throwError$1(state, "abnormal merge sequence size");
		for (const element of source) {
			const elementTag = state.nodeTags.get(element);
			if (!elementTag) throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
			mergeKeys(state, frame, element, elementTag);
		}
	} else throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
}
function addMappingValue(state, frame, key, value, tag) {
	state.position = frame.keyPosition;
	if (frame.keyIsMerge) {
		mergeSource(state, frame, value, tag);
		return;
	}
	if (!state.json && frame.tag.has(frame.value, key) && !frame.overridable?.has(key)) throwError$1(state, "duplicated mapping key");
	const err = frame.tag.addPair(frame.value, key, value);
	if (err) throwError$1(state, err);
	frame.overridable?.delete(key);
}
function addValue(state, value, tag) {
	const frame = state.frames[state.frames.length - 1];
	if (frame.kind === "document") {
		frame.value = value;
		frame.hasValue = true;
	} else if (frame.kind === "sequence") {
		if (isMappingTag(tag)) state.nodeTags.set(value, tag);
		const err = frame.tag.addItem(frame.value, value, frame.index++);
		if (err) throwError$1(state, err);
	} else if (frame.hasKey) {
		const key = frame.key;
		frame.key = void 0;
		frame.hasKey = false;
		addMappingValue(state, frame, key, value, tag);
	} else {
		frame.key = value;
		frame.keyPosition = state.position;
		frame.hasKey = true;
		frame.keyIsMerge = tag.tagName === MERGE_TAG_NAME;
	}
}
function storeAnchor(state, event, value, tag, isValueFinal) {
	if (event.anchorStart !== NO_RANGE$2) {
		const anchor = {
			value,
			tag,
			isValueFinal
		};
		state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
		return anchor;
	}
	return null;
}
/**
* Constructs JavaScript documents directly from parser events, without an
* intermediate AST.
*
* @category Events
*/
function constructFromEvents(events, options) {
	const state = {
		...DEFAULT_CONSTRUCTOR_OPTIONS,
		...options,
		events,
		documents: [],
		eventIndex: 0,
		position: 0,
		frames: [],
		anchors: /* @__PURE__ */ new Map(),
		nodeTags: /* @__PURE__ */ new Map(),
		tagHandlers: Object.create(null),
		totalMergeKeys: 0,
		aliasCount: 0
	};
	while (state.eventIndex < state.events.length) {
		const event = state.events[state.eventIndex++];
		state.position = eventPosition$1(event);
		switch (event.type) {
			case EVENT_ID.DOCUMENT:
				state.anchors = /* @__PURE__ */ new Map();
				state.nodeTags = /* @__PURE__ */ new Map();
				state.aliasCount = 0;
				state.tagHandlers = Object.create(null);
				for (const directive of event.directives) if (directive.kind === "tag") state.tagHandlers[directive.handle] = directive.prefix;
				state.frames.push({
					kind: "document",
					position: state.position,
					value: void 0,
					hasValue: false
				});
				break;
			case EVENT_ID.SCALAR: {
				const { value, tag } = constructScalar(state, event);
				storeAnchor(state, event, value, tag, true);
				addValue(state, value, tag);
				break;
			}
			case EVENT_ID.SEQUENCE: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:seq");
				const tag = state.schema.lookupSequenceTag(tagName);
				if (!tag) throwError$1(state, `unknown sequence tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "sequence",
					position: state.position,
					value,
					tag,
					anchor,
					index: 0
				});
				break;
			}
			case EVENT_ID.MAPPING: {
				const tagName = collectionTagName(state, event, "tag:yaml.org,2002:map");
				const tag = state.schema.lookupMappingTag(tagName);
				if (!tag) throwError$1(state, `unknown mapping tag !<${tagName}>`);
				const value = tag.create(tagName);
				const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
				state.frames.push({
					kind: "mapping",
					position: state.position,
					value,
					tag,
					anchor,
					key: void 0,
					keyPosition: state.position,
					hasKey: false,
					keyIsMerge: false,
					overridable: null
				});
				break;
			}
			case EVENT_ID.ALIAS: {
				if (state.maxAliases !== -1 && ++state.aliasCount > state.maxAliases) throwError$1(state, `aliases exceeded maxAliases (${state.maxAliases})`);
				const name = state.source.slice(event.anchorStart, event.anchorEnd);
				const anchor = state.anchors.get(name);
				if (!anchor) throwError$1(state, `unidentified alias "${name}"`);
				if (!anchor.isValueFinal) throwError$1(state, `recursive alias "${name}" is not supported for tag ${anchor.tag.tagName} because it uses finalize()`);
				addValue(state, anchor.value, anchor.tag);
				break;
			}
			case EVENT_ID.POP: {
				const frame = state.frames.pop();
				if (frame.kind === "mapping" && frame.hasKey) {
					state.position = frame.keyPosition;
					throwError$1(state, "incomplete mapping pair in event stream");
				}
				if (frame.kind === "document") state.documents.push(frame.value);
				else {
					const value = frame.tag.carrierIsResult ? frame.value : finalizeCollection(state, frame.position, frame.tag, frame.value);
					if (frame.anchor) {
						frame.anchor.value = value;
						frame.anchor.isValueFinal = true;
					}
					addValue(state, value, frame.tag);
				}
				break;
			}
		}
	}
	return state.documents;
}
//#endregion
//#region src/parser/parser.ts
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
	filename: "",
	maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
	state.events.push({
		type: EVENT_ID.DOCUMENT,
		explicitStart,
		explicitEnd,
		directives: state.directives
	});
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.SEQUENCE,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
	state.events.push({
		type: EVENT_ID.MAPPING,
		start,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style
	});
}
function insertFlowPairMappingEvent(state, snapshot) {
	state.events.splice(snapshot.eventsLength, 0, {
		type: EVENT_ID.MAPPING,
		start: snapshot.position,
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1,
		style: COLLECTION_STYLE.FLOW
	});
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
	state.events.push({
		type: EVENT_ID.SCALAR,
		valueStart,
		valueEnd,
		anchorStart,
		anchorEnd,
		tagStart,
		tagEnd,
		style,
		chomping,
		indent,
		fast
	});
}
function addAliasEvent(state, anchorStart, anchorEnd) {
	state.events.push({
		type: EVENT_ID.ALIAS,
		anchorStart,
		anchorEnd
	});
}
function addPopEvent(state) {
	state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
	addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
	return {
		anchorStart: NO_RANGE$1,
		anchorEnd: NO_RANGE$1,
		tagStart: NO_RANGE$1,
		tagEnd: NO_RANGE$1
	};
}
function snapshotState(state) {
	return {
		position: state.position,
		line: state.line,
		lineStart: state.lineStart,
		lineIndent: state.lineIndent,
		firstTabInLine: state.firstTabInLine,
		eventsLength: state.events.length
	};
}
function restoreState(state, snapshot) {
	state.position = snapshot.position;
	state.line = snapshot.line;
	state.lineStart = snapshot.lineStart;
	state.lineIndent = snapshot.lineIndent;
	state.firstTabInLine = snapshot.firstTabInLine;
	state.events.length = snapshot.eventsLength;
}
function throwError(state, message) {
	YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
function isEol(c) {
	return c === 10 || c === 13;
}
function isWhiteSpace(c) {
	return c === 9 || c === 32;
}
function isWsOrEol(c) {
	return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
	return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
	return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
	return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
	if (c >= 48 && c <= 57) return c - 48;
	const lc = c | 32;
	if (lc >= 97 && lc <= 102) return lc - 97 + 10;
	return -1;
}
function escapedHexLen(c) {
	if (c === 120) return 2;
	if (c === 117) return 4;
	if (c === 85) return 8;
	return 0;
}
function isSimpleEscape(c) {
	return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
	if (state.input.charCodeAt(state.position) === 10) state.position++;
	else {
		state.position++;
		if (state.input.charCodeAt(state.position) === 10) state.position++;
	}
	state.line++;
	state.lineStart = state.position;
	state.lineIndent = 0;
	state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
	let lineBreaks = 0;
	let ch = state.input.charCodeAt(state.position);
	let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
	while (ch !== 0) {
		while (isWhiteSpace(ch)) {
			hasSeparation = true;
			if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
			ch = state.input.charCodeAt(++state.position);
		}
		if (allowComments && hasSeparation && ch === 35) do
			ch = state.input.charCodeAt(++state.position);
		while (!isEol(ch) && ch !== 0);
		if (!isEol(ch)) break;
		consumeLineBreak(state);
		lineBreaks++;
		hasSeparation = true;
		ch = state.input.charCodeAt(state.position);
		while (ch === 32) {
			state.lineIndent++;
			ch = state.input.charCodeAt(++state.position);
		}
	}
	return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
	const ch = state.input.charCodeAt(position);
	if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
		const following = state.input.charCodeAt(position + 3);
		return following === 0 || isWsOrEol(following);
	}
	return false;
}
function skipByteOrderMark(state) {
	if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
		state.position++;
		state.lineStart = state.position;
	}
}
function testDocumentBoundary(state) {
	if (state.position !== state.lineStart) return false;
	if (testDocumentSeparator(state)) return true;
	if (state.input.charCodeAt(state.position) !== 65279) return false;
	const snapshot = snapshotState(state);
	skipByteOrderMark(state);
	skipSeparationSpace(state, true);
	const ch = state.input.charCodeAt(state.position);
	const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
	restoreState(state, snapshot);
	return result;
}
function skipUntilLineEnd(state) {
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
	const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
	if (match !== null) {
		state.position = start + match.index + match[0].length - 1;
		throwError(state, "the stream contains non-printable characters");
	}
}
function readTagProperty(state, props, inFlow) {
	if (state.input.charCodeAt(state.position) !== 33) return false;
	if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
	const start = state.position;
	let isVerbatim = false;
	let isNamed = false;
	let tagHandle = "!";
	let ch = state.input.charCodeAt(++state.position);
	if (ch === 60) {
		isVerbatim = true;
		ch = state.input.charCodeAt(++state.position);
	} else if (ch === 33) {
		isNamed = true;
		tagHandle = "!!";
		ch = state.input.charCodeAt(++state.position);
	}
	let suffixStart = state.position;
	let tagName;
	if (isVerbatim) {
		while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
		if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
		tagName = state.input.slice(suffixStart, state.position);
		state.position++;
	} else {
		while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
			if (ch === 33) {
				if (!isNamed) {
					tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
					if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
					isNamed = true;
					suffixStart = state.position + 1;
				} else throwError(state, "tag suffix cannot contain exclamation marks");
			}
			ch = state.input.charCodeAt(++state.position);
		}
		tagName = state.input.slice(suffixStart, state.position);
		if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
	}
	if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
	if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
	props.tagStart = start;
	props.tagEnd = state.position;
	return true;
}
function readAnchorProperty(state, props) {
	if (state.input.charCodeAt(state.position) !== 38) return false;
	if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
	props.anchorStart = start;
	props.anchorEnd = state.position;
	return true;
}
function readAlias(state, props) {
	if (state.input.charCodeAt(state.position) !== 42) return false;
	if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
	state.position++;
	const start = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
	if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
	addAliasEvent(state, start, state.position);
	return true;
}
function readFlowScalarBreak(state, nodeIndent) {
	skipSeparationSpace(state, false);
	if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 39) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 39) {
			if (state.input.charCodeAt(state.position + 1) === 39) {
				simple = false;
				state.position += 2;
				continue;
			}
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
	if (state.input.charCodeAt(state.position) !== 34) return false;
	state.position++;
	const start = state.position;
	let simple = true;
	while (state.input.charCodeAt(state.position) !== 0) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 34) {
			const end = state.position;
			state.position++;
			addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
			return true;
		}
		if (ch === 92) {
			simple = false;
			const escaped = state.input.charCodeAt(++state.position);
			if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
			else if (isSimpleEscape(escaped)) state.position++;
			else {
				let hexLength = escapedHexLen(escaped);
				if (hexLength === 0) throwError(state, "unknown escape sequence");
				while (hexLength-- > 0) {
					state.position++;
					if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
				}
				state.position++;
			}
		} else if (isEol(ch)) {
			simple = false;
			readFlowScalarBreak(state, nodeIndent);
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
		else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
		else state.position++;
	}
	throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	let chomping = CHOMPING_MODE.CLIP;
	let indent = -1;
	let detectedIndent = false;
	if (ch !== 124 && ch !== 62) return false;
	const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		const current = state.input.charCodeAt(state.position);
		const digit = fromDecimalCode(current);
		if (current === 43 || current === 45) {
			if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
			chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
			state.position++;
		} else if (digit >= 0) {
			if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
			if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
			indent = parentIndent + digit - 1;
			detectedIndent = true;
			state.position++;
		} else break;
	}
	let hadWhitespace = false;
	while (isWhiteSpace(state.input.charCodeAt(state.position))) {
		hadWhitespace = true;
		state.position++;
	}
	if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
	let contentIndent = detectedIndent ? indent : -1;
	let maxLeadingIndent = 0;
	const valueStart = state.position;
	let valueEnd = state.position;
	while (state.input.charCodeAt(state.position) !== 0) {
		const linePosition = state.position;
		let column = 0;
		while (state.input.charCodeAt(linePosition + column) === 32) column++;
		const first = state.input.charCodeAt(linePosition + column);
		if (first === 0) {
			if (contentIndent >= 0) {
				if (column > contentIndent) valueEnd = linePosition + column;
			} else if (column > 0) valueEnd = linePosition + column;
			break;
		}
		if (testDocumentBoundary(state)) break;
		if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
		if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
			if (first === 9 && column < parentIndent) {
				state.position = linePosition + column;
				throwError(state, "tab characters must not be used in indentation");
			}
			if (column >= parentIndent && column < maxLeadingIndent) {
				state.position = linePosition + column;
				throwError(state, "bad indentation of a mapping entry");
			}
		}
		if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
		const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
		if (first !== 0 && !isEol(first) && column < requiredIndent) {
			state.lineIndent = column;
			state.position = linePosition + column;
			break;
		}
		skipUntilLineEnd(state);
		valueEnd = state.position;
		if (isEol(state.input.charCodeAt(state.position))) {
			consumeLineBreak(state);
			valueEnd = state.position;
		}
	}
	checkPrintable(state, valueStart, valueEnd);
	addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
	return true;
}
function canStartPlainScalar(state, nodeContext) {
	const ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
	if (ch === 63 || ch === 45) {
		const following = state.input.charCodeAt(state.position + 1);
		if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
	}
	return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
	if (!canStartPlainScalar(state, nodeContext)) return false;
	const start = state.position;
	let end = state.position;
	let ch = state.input.charCodeAt(state.position);
	const inFlow = nodeContext === CONTEXT_FLOW_IN;
	let multiline = false;
	while (ch !== 0) {
		if (testDocumentBoundary(state)) break;
		if (ch === 58) {
			const following = state.input.charCodeAt(state.position + 1);
			if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
		} else if (ch === 35) {
			if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
		} else if (inFlow && isFlowIndicator(ch)) break;
		else if (isEol(ch)) {
			const savedPosition = state.position;
			const savedLine = state.line;
			const savedLineStart = state.lineStart;
			const savedLineIndent = state.lineIndent;
			skipSeparationSpace(state, false);
			if (state.lineIndent >= nodeIndent) {
				multiline = true;
				ch = state.input.charCodeAt(state.position);
				continue;
			}
			state.position = savedPosition;
			state.line = savedLine;
			state.lineStart = savedLineStart;
			state.lineIndent = savedLineIndent;
			break;
		}
		if (!isWhiteSpace(ch)) end = state.position + 1;
		ch = state.input.charCodeAt(++state.position);
	}
	if (end === start) return false;
	checkPrintable(state, start, end);
	addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
	return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
	const startLine = state.line;
	skipSeparationSpace(state, true);
	if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
	const ch = state.input.charCodeAt(state.position);
	const isMapping = ch === 123;
	const start = state.position;
	let readNext = true;
	if (ch !== 91 && ch !== 123) return false;
	const terminator = isMapping ? 125 : 93;
	if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
	state.position++;
	while (state.input.charCodeAt(state.position) !== 0) {
		skipFlowSeparationSpace(state, nodeIndent);
		let ch = state.input.charCodeAt(state.position);
		if (ch === terminator) {
			state.position++;
			addPopEvent(state);
			return true;
		} else if (!readNext) throwError(state, "missed comma between flow collection entries");
		else if (ch === 44) throwError(state, "expected the node content, but found ','");
		let isPair = false;
		let isExplicitPair = false;
		if (ch === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
			isPair = isExplicitPair = true;
			state.position += 1;
			skipFlowSeparationSpace(state, nodeIndent);
		}
		const entryLine = state.line;
		const entryStart = snapshotState(state);
		const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
		skipFlowSeparationSpace(state, nodeIndent);
		ch = state.input.charCodeAt(state.position);
		if ((isMapping || isExplicitPair || state.line === entryLine) && ch === 58) {
			isPair = true;
			state.position++;
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) {
				insertFlowPairMappingEvent(state, entryStart);
				if (!keyWasRead) addEmptyScalarEvent(state);
			} else if (!keyWasRead) addEmptyScalarEvent(state);
			if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
			skipFlowSeparationSpace(state, nodeIndent);
			if (!isMapping) addPopEvent(state);
		} else if (isMapping && isPair) {
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
		} else if (isMapping) addEmptyScalarEvent(state);
		else if (isPair) {
			insertFlowPairMappingEvent(state, entryStart);
			if (!keyWasRead) addEmptyScalarEvent(state);
			addEmptyScalarEvent(state);
			addPopEvent(state);
		}
		ch = state.input.charCodeAt(state.position);
		if (ch === 44) {
			readNext = true;
			state.position++;
		} else readNext = false;
	}
	throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
	if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
	addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
	while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
		if (state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const entryLine = state.line;
		state.position++;
		const hadBreak = skipSeparationSpace(state, true) > 0;
		if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
		if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
		else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
		skipSeparationSpace(state, true);
		if (state.lineIndent < nodeIndent || state.position >= state.length) break;
		if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
		if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
	}
	addPopEvent(state);
	return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
	let atExplicitKey = false;
	let detected = false;
	let mappingOpened = false;
	let pendingExplicitKey = false;
	if (state.firstTabInLine !== -1) return false;
	let ch = state.input.charCodeAt(state.position);
	while (ch !== 0) {
		if (!atExplicitKey && state.firstTabInLine !== -1) {
			state.position = state.firstTabInLine;
			throwError(state, "tab characters must not be used in indentation");
		}
		const following = state.input.charCodeAt(state.position + 1);
		const entryLine = state.line;
		if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
			if (!mappingOpened) {
				addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
				mappingOpened = true;
			}
			if (ch === 63) {
				if (atExplicitKey) addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = true;
			} else if (atExplicitKey) atExplicitKey = false;
			else {
				addEmptyScalarEvent(state);
				detected = true;
				atExplicitKey = false;
			}
			state.position += 1;
			pendingExplicitKey = true;
		} else {
			if (atExplicitKey) {
				addEmptyScalarEvent(state);
				atExplicitKey = false;
			}
			const beforeKey = snapshotState(state);
			if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
			if (state.line === entryLine) {
				ch = state.input.charCodeAt(state.position);
				while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
				if (ch === 58) {
					ch = state.input.charCodeAt(++state.position);
					if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
					if (!mappingOpened) {
						state.events.splice(beforeKey.eventsLength, 0, {
							type: EVENT_ID.MAPPING,
							start: beforeKey.position,
							anchorStart: props.anchorStart,
							anchorEnd: props.anchorEnd,
							tagStart: props.tagStart,
							tagEnd: props.tagEnd,
							style: COLLECTION_STYLE.BLOCK
						});
						mappingOpened = true;
					}
					detected = true;
					atExplicitKey = false;
					pendingExplicitKey = false;
				} else if (detected) throwError(state, "expected ':' after a mapping key");
				else {
					if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
						restoreState(state, beforeKey);
						return false;
					}
					return true;
				}
			} else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
			else {
				if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
					restoreState(state, beforeKey);
					return false;
				}
				return true;
			}
		}
		if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
		if (!atExplicitKey) {
			if (pendingExplicitKey) {
				addEmptyScalarEvent(state);
				pendingExplicitKey = false;
			}
		}
		skipSeparationSpace(state, true);
		ch = state.input.charCodeAt(state.position);
		if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
		else if (state.lineIndent < nodeIndent) break;
	}
	if (!detected) return false;
	if (atExplicitKey) addEmptyScalarEvent(state);
	if (mappingOpened) addPopEvent(state);
	return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
	if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
	state.depth++;
	let indentStatus = 1;
	let atNewLine = false;
	let hasContent = false;
	let propertyStart = null;
	const props = emptyProperties();
	let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
	let allowBlockCollections = allowBlockScalars;
	const allowBlockStyles = allowBlockScalars;
	if (allowToSeek && skipSeparationSpace(state, true)) {
		atNewLine = true;
		if (state.lineIndent > parentIndent) indentStatus = 1;
		else if (state.lineIndent === parentIndent) indentStatus = 0;
		else indentStatus = -1;
	}
	if (indentStatus === 1) while (true) {
		const ch = state.input.charCodeAt(state.position);
		const propertyState = snapshotState(state);
		if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
		if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
			const fallbackState = snapshotState(state);
			const flowIndent = parentIndent + 1;
			if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
				state.depth--;
				return true;
			}
			restoreState(state, fallbackState);
		}
		if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
		if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
		if (propertyStart === null) propertyStart = propertyState;
		if (skipSeparationSpace(state, true)) {
			atNewLine = true;
			allowBlockCollections = allowBlockStyles;
			if (state.lineIndent > parentIndent) indentStatus = 1;
			else if (state.lineIndent === parentIndent) indentStatus = 0;
			else indentStatus = -1;
		} else allowBlockCollections = false;
	}
	if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
	if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
		const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
		const blockIndent = state.position - state.lineStart;
		if (indentStatus === 1) {
			if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
			else {
				const ch = state.input.charCodeAt(state.position);
				if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
					const fallbackState = snapshotState(state);
					const propertyIndent = propertyStart.position - propertyStart.lineStart;
					restoreState(state, propertyStart);
					if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
					else restoreState(state, fallbackState);
				}
				if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
			}
		} else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
	}
	allowBlockScalars = allowBlockScalars && !hasContent;
	if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
		addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
		hasContent = true;
	}
	state.depth--;
	return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
	if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
	state.position++;
	const nameStart = state.position;
	while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
	const name = state.input.slice(nameStart, state.position);
	const args = [];
	if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
	while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
		while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
		if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
		const start = state.position;
		while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
		args.push(state.input.slice(start, state.position));
	}
	if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
	if (name === "YAML") {
		if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
		if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
		const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
		if (match === null) throwError(state, "ill-formed argument of the YAML directive");
		if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
		state.directives.push({
			kind: "yaml",
			version: args[0]
		});
	} else if (name === "TAG") {
		if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
		const [handle, prefix] = args;
		if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
		if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
		if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
		state.tagHandlers[handle] = prefix;
		state.directives.push({
			kind: "tag",
			handle,
			prefix
		});
	}
	return true;
}
function readDocument(state) {
	state.directives = [];
	state.tagHandlers = Object.create(null);
	let hasDirectives = false;
	skipSeparationSpace(state, true);
	while (readDirective(state)) {
		hasDirectives = true;
		skipSeparationSpace(state, true);
	}
	let explicitStart = false;
	let explicitEnd = false;
	let allowCompact = true;
	if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
		explicitStart = true;
		const markerLine = state.line;
		state.position += 3;
		skipSeparationSpace(state, true);
		allowCompact = state.line > markerLine;
	} else if (hasDirectives) throwError(state, "directives end mark is expected");
	const documentEventIndex = state.events.length;
	if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
		state.position += 3;
		skipSeparationSpace(state, true);
		return;
	}
	addDocumentEvent(state, explicitStart, false);
	if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
	skipSeparationSpace(state, true);
	if (state.position === state.lineStart && testDocumentSeparator(state)) {
		explicitEnd = state.input.charCodeAt(state.position) === 46;
		if (explicitEnd) {
			const markerLine = state.line;
			state.position += 3;
			skipSeparationSpace(state, true);
			if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
		}
	}
	const documentEvent = state.events[documentEventIndex];
	if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
	addPopEvent(state);
	if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
/**
* Parses YAML into a flat event stream referencing source text by offsets.
*
* @category Events
*/
function parseEvents(input, options) {
	const length = input.length;
	const state = {
		...DEFAULT_PARSER_OPTIONS,
		...options,
		input: `${input}\0`,
		length,
		position: 0,
		line: 0,
		lineStart: 0,
		lineIndent: 0,
		firstTabInLine: -1,
		depth: 0,
		directives: [],
		tagHandlers: Object.create(null),
		events: []
	};
	const nullpos = input.indexOf("\0");
	if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
	while (state.position < state.length) {
		skipByteOrderMark(state);
		skipSeparationSpace(state, true);
		if (state.position >= state.length) break;
		const documentStart = state.position;
		readDocument(state);
		if (state.position === documentStart)
 /* c8 ignore next */
		throwError(state, "can not read a document");
	}
	return state.events;
}
//#endregion
//#region src/load.ts
var DEFAULT_LOAD_OPTIONS = {
	...DEFAULT_PARSER_OPTIONS,
	...DEFAULT_CONSTRUCTOR_OPTIONS
};
function loadDocuments(input, options = {}) {
	const opts = {
		...DEFAULT_LOAD_OPTIONS,
		...options
	};
	const source = String(input);
	const PARSER_OPT_KEYS = Object.keys(DEFAULT_PARSER_OPTIONS);
	const CONSTRUCTOR_OPT_KEYS = Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);
	return constructFromEvents(parseEvents(source, pick(opts, PARSER_OPT_KEYS)), {
		...pick(opts, CONSTRUCTOR_OPT_KEYS),
		source
	});
}
function loadAll(input, iteratorOrOptions, options) {
	let iterator = null;
	if (typeof iteratorOrOptions === "function") iterator = iteratorOrOptions;
	else if (iteratorOrOptions !== null && typeof iteratorOrOptions === "object") options = iteratorOrOptions;
	const documents = loadDocuments(input, options);
	if (iterator === null) return documents;
	for (const document of documents) iterator(document);
}
/**
* Parses `string` as a single YAML document. Throws {@link YAMLException} on
* error. This function does not understand multi-document or empty sources; it
* throws an exception on those.
*
* > [!NOTE]
* > 1. When processing untrusted input, see the
* >    [security considerations](../docs/safety.md).
* > 2. All exceptions MUST be caught, not just {@link YAMLException}.
* > 3. The default {@link CORE_SCHEMA} comes without the `!!merge` tag. You can
* >    easily enable it if needed.
* > 4. The default {@link mapTag} is `{}`-object based, with known limitations
* >    (see description). For full compatibility use {@link realMapTag}
* >    instead (it uses native JS `Map`).
*
* @example
* Enable {@link mergeTag} and {@link realMapTag}:
*
* ```javascript
* import { load, CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
*
* try {
*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag, realMapTag) })
* } catch (e) {
*   console.error(e)
* }
* ```
*
* @category Main
*/
function load(input, options) {
	const documents = loadDocuments(input, options);
	if (documents.length === 0) throw new YAMLException("expected a document, but the input is empty");
	if (documents.length === 1) return documents[0];
	throw new YAMLException("expected a single document in the stream, but found more");
}
//#endregion
//#region src/ast/from_js.ts
var INVALID = Symbol("INVALID");
function buildRepresentTypes(schema) {
	const defaultTags = new Set([
		schema.defaultScalarTag,
		schema.defaultSequenceTag,
		schema.defaultMappingTag
	].filter((t) => t !== void 0));
	const implicitScalars = schema.implicitScalarTags;
	const explicitTags = schema.tags.filter((t) => !(t.nodeKind === "scalar" && t.implicit) && !defaultTags.has(t));
	const defaultTagsLast = schema.tags.filter((t) => defaultTags.has(t));
	return [
		...implicitScalars.map((tag) => ({
			tag,
			implicitTag: true
		})),
		...explicitTags.map((tag) => ({
			tag,
			implicitTag: false
		})),
		...defaultTagsLast.map((tag) => ({
			tag,
			implicitTag: true
		}))
	];
}
function matchTag(state, object) {
	for (let index = 0, length = state.representTypes.length; index < length; index += 1) {
		const { tag, implicitTag } = state.representTypes[index];
		if (tag.identify(object)) {
			let tagName;
			if (tag.matchByTagPrefix) tagName = tag.representTagName(object);
			else tagName = tag.tagName;
			return {
				tag,
				tagName,
				implicitTag
			};
		}
	}
	return null;
}
function build(state, object) {
	if (!state.noRefs && object !== null && typeof object === "object") {
		const existing = state.refs.get(object);
		if (existing) {
			if (existing.anchor === void 0) existing.anchor = `ref_${state.refCounter++}`;
			return {
				kind: "alias",
				anchor: existing.anchor
			};
		}
	}
	const matched = matchTag(state, object);
	if (!matched) {
		if (object === void 0) return INVALID;
		if (state.skipInvalid) return INVALID;
		throw new YAMLException(`unacceptable kind of an object to dump ${Object.prototype.toString.call(object)}`);
	}
	const { tag, tagName, implicitTag } = matched;
	const nodeTagName = implicitTag ? tagName : tagNameShort(tagName);
	if (tag.nodeKind === "scalar") return {
		kind: "scalar",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: SCALAR_STYLE.PLAIN,
		value: tag.represent(object)
	};
	if (tag.nodeKind === "sequence") {
		const container = tag.represent(object);
		const node = {
			kind: "sequence",
			tag: nodeTagName,
			tagged: !implicitTag,
			style: COLLECTION_STYLE.BLOCK,
			items: []
		};
		if (!state.noRefs) state.refs.set(object, node);
		for (let index = 0, length = container.length; index < length; index += 1) {
			let item = build(state, container[index]);
			if (item === INVALID && container[index] === void 0) item = build(state, null);
			if (item === INVALID) continue;
			node.items.push(item);
		}
		return node;
	}
	const map = tag.represent(object);
	const node = {
		kind: "mapping",
		tag: nodeTagName,
		tagged: !implicitTag,
		style: COLLECTION_STYLE.BLOCK,
		items: []
	};
	if (!state.noRefs) state.refs.set(object, node);
	for (const [objectKey, objectValue] of map) {
		const key = build(state, objectKey);
		if (key === INVALID) continue;
		const value = build(state, objectValue);
		if (value === INVALID) continue;
		node.items.push({
			key,
			value
		});
	}
	return node;
}
/**
* Convert JS object to AST. A JS value is one YAML document. An unrepresentable
* root becomes an empty document, which the presenter renders as an empty
* string.
*
* @category AST
*/
function jsToAst(input, schema, options = {}) {
	const root = build({
		representTypes: buildRepresentTypes(schema),
		noRefs: options.noRefs ?? false,
		skipInvalid: options.skipInvalid ?? false,
		refs: /* @__PURE__ */ new Map(),
		refCounter: 0
	}, input);
	return [{
		contents: root === INVALID ? null : root,
		directives: []
	}];
}
//#endregion
//#region src/ast/visit.ts
/**
* Return from a visitor to stop the whole traversal.
*
* @category AST
*/
var VISIT_BREAK = Symbol("visit:break");
/**
* Return from a visitor to skip the current node's children.
*
* @category AST
*/
var VISIT_SKIP = Symbol("visit:skip");
function visitNode(node, visitor, ctx) {
	const control = visitor(node, ctx);
	if (control === VISIT_BREAK) return true;
	if (control === VISIT_SKIP) return false;
	const depth = ctx.depth + 1;
	switch (node.kind) {
		case "sequence":
			for (const item of node.items) if (visitNode(item, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
			break;
		case "mapping": for (const { key, value } of node.items) {
			if (visitNode(key, visitor, {
				depth,
				parent: node,
				isKey: true
			})) return true;
			if (visitNode(value, visitor, {
				depth,
				parent: node,
				isKey: false
			})) return true;
		}
	}
	return false;
}
/**
* Walk every node in the documents, calling {@link Visitor} once per
* node (pre-order).
*
* @category AST
*/
function visit(documents, visitor) {
	for (const doc of documents) if (doc.contents && visitNode(doc.contents, visitor, {
		depth: 0,
		parent: null,
		isKey: false
	})) return;
}
//#endregion
//#region src/ast/styler_defaults.ts
function hasBit(mask, bit) {
	return (mask & 1 << bit) !== 0;
}
/**
* Default scalar styling rules in application order.
* See [Scalar styling](../../docs/scalar_styling.md) for usage details.
*
* @category AST
*/
var DEFAULT_SCALAR_STYLE_RULES = {
	applyQuoteFlowKeysOption,
	doubleQuoteForInvisibles,
	doubleQuoteWhitespaceOnly,
	applyForceQuotesOption,
	tryLongOrMultilineAsBlock,
	quoteInvalidPlain,
	fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
	if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
	return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
	if (!layout.presenterOptions.quoteFlowKeys) return;
	if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
	layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
	if (!layout.presenterOptions.forceQuotes) return;
	if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
	if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
	layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
	if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
	const value = layout.node.value;
	const multiline = value.indexOf("\n") !== -1;
	if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
		if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
		return;
	}
	const w = layout.presenterOptions.lineWidth;
	if (w === -1) {
		if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
		return;
	}
	const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	let position = 0;
	let shouldFold = false;
	while (position <= value.length) {
		let lineEnd = value.length;
		const nextLineBreak = value.indexOf("\n", position);
		if (nextLineBreak !== -1) lineEnd = nextLineBreak;
		const line = value.slice(position, lineEnd);
		if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
		if (nextLineBreak === -1) break;
		position = nextLineBreak + 1;
	}
	if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
	else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
	if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
	if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
//#endregion
//#region src/ast/scalar_styler.ts
function setBit(mask, bit) {
	return mask | 1 << bit;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var C_FORBIDDEN_FIRST_LINE = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/;
var C_FORBIDDEN_CONTENT = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/m;
function canUsePlain(layout) {
	const str = layout.node.value;
	if (str !== "") {
		if (!(layout.isKey ? layout.flowOnly ? NS_PLAIN_FLOW_KEY : NS_PLAIN_BLOCK_KEY : layout.flowOnly ? NS_PLAIN_FLOW_IN : NS_PLAIN_FLOW_OUT).test(str)) return false;
		if (layout.shiftOfFirstLine === 0 && C_FORBIDDEN_FIRST_LINE.test(str)) return false;
		if (layout.shiftOfContent === 0) {
			const firstLineBreak = str.indexOf("\n");
			if (firstLineBreak !== -1) {
				const content = str.slice(firstLineBreak + 1);
				if (C_FORBIDDEN_CONTENT.test(content)) return false;
			}
		}
	}
	const resolvedTag = layout.presenterOptions.schema.resolveImplicitScalarTag(str).tag.tagName;
	if (!layout.node.tagged && resolvedTag !== layout.node.tag) return false;
	if (!layout.node.tagged && str === "=" && resolvedTag === layout.presenterOptions.schema.defaultScalarTag.tagName) return false;
	return true;
}
function canUseSingleQuoted(layout) {
	const str = layout.node.value;
	if (!(layout.isKey ? NB_SINGLE_ONE_LINE : NB_SINGLE_MULTI_LINE).test(str)) return false;
	if (/[ \t]\n|\n[ \t]/.test(str)) return false;
	if (!layout.isKey && layout.shiftOfContent === 0) {
		const firstLineBreak = str.indexOf("\n");
		if (firstLineBreak !== -1 && C_FORBIDDEN_CONTENT.test(str.slice(firstLineBreak + 1))) return false;
	}
	return true;
}
function canUseBlock(layout) {
	if (layout.flowOnly || !BLOCK_SCALAR_CONTENT.test(layout.node.value)) return false;
	const contentIndent = layout.shiftOfContent - layout.shiftOfParent;
	if (contentIndent < 1) return false;
	if (contentIndent > 9 && /^\n* /.test(layout.node.value)) return false;
	if (layout.shiftOfContent === 0 && C_FORBIDDEN_CONTENT.test(layout.node.value)) return false;
	return true;
}
function detectAllowedStyles(layout) {
	let mask = setBit(0, SCALAR_STYLE.DOUBLE_QUOTED);
	if (canUsePlain(layout)) mask = setBit(mask, SCALAR_STYLE.PLAIN);
	if (canUseSingleQuoted(layout)) mask = setBit(mask, SCALAR_STYLE.SINGLE_QUOTED);
	if (canUseBlock(layout)) mask = setBit(setBit(mask, SCALAR_STYLE.LITERAL_BLOCK), SCALAR_STYLE.FOLDED_BLOCK);
	layout.allowedStylesMask = mask;
}
function renderScalar(layout) {
	switch (layout.style) {
		case SCALAR_STYLE.PLAIN: return renderPlain(layout);
		case SCALAR_STYLE.SINGLE_QUOTED: return renderSingleQuoted(layout);
		case SCALAR_STYLE.LITERAL_BLOCK: return renderLiteralBlock(layout);
		case SCALAR_STYLE.FOLDED_BLOCK: return renderFoldedBlock(layout);
		case SCALAR_STYLE.DOUBLE_QUOTED: return renderDoubleQuoted(layout);
	}
}
function renderPlain(layout) {
	return encodeFlowBreaks(layout.node.value, layout.shiftOfContent);
}
function renderSingleQuoted(layout) {
	return `'${encodeFlowBreaks(layout.node.value, layout.shiftOfContent).replace(/'/g, "''")}'`;
}
function renderLiteralBlock(layout) {
	const value = layout.node.value;
	return "|" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(value, layout.shiftOfContent));
}
function renderFoldedBlock(layout) {
	const value = layout.node.value;
	const w = layout.presenterOptions.lineWidth;
	let availableWidth = Infinity;
	if (w !== -1) availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
	return ">" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(foldBlockScalar(value, availableWidth), layout.shiftOfContent));
}
function renderDoubleQuoted(layout) {
	return `"${escapeString(layout.node.value)}"`;
}
function encodeFlowBreaks(string, shiftOfContent) {
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) return string;
	const pad = " ".repeat(shiftOfContent);
	let result = string.slice(0, nextLF);
	const lineRe = /(\n+)([^\n]*)/g;
	lineRe.lastIndex = nextLF;
	let match;
	while (match = lineRe.exec(string)) {
		const breaks = match[1].length;
		const line = match[2];
		result += "\n".repeat(breaks + 1) + pad + line;
	}
	return result;
}
function indentString(string, spaces) {
	const indent = " ".repeat(spaces);
	let position = 0;
	let result = "";
	const length = string.length;
	while (position < length) {
		let line;
		const next = string.indexOf("\n", position);
		if (next === -1) {
			line = string.slice(position);
			position = length;
		} else {
			line = string.slice(position, next + 1);
			position = next + 1;
		}
		if (line.length && line !== "\n") result += indent;
		result += line;
	}
	return result;
}
function needIndentIndicator(string) {
	return /^\n* /.test(string);
}
function blockHeader(string, shiftOfParent, shiftOfContent) {
	const indentIndicator = needIndentIndicator(string) ? String(shiftOfContent - shiftOfParent) : "";
	const clip = string[string.length - 1] === "\n";
	return `${indentIndicator}${clip && (string[string.length - 2] === "\n" || string === "\n") ? "+" : clip ? "" : "-"}\n`;
}
function dropEndingNewline(string) {
	return string[string.length - 1] === "\n" ? string.slice(0, -1) : string;
}
function isMoreIndented(char) {
	return char === " " || char === "	";
}
function foldLine(line, width) {
	if (line === "" || isMoreIndented(line[0])) return line;
	const breakRe = / [^ \t]/g;
	let match;
	let start = 0;
	let end;
	let curr = 0;
	let next = 0;
	let result = "";
	while (match = breakRe.exec(line)) {
		next = match.index;
		if (next - start > width) {
			end = curr > start ? curr : next;
			result += `\n${line.slice(start, end)}`;
			start = end + 1;
		}
		curr = next;
	}
	result += "\n";
	if (line.length - start > width && curr > start) result += `${line.slice(start, curr)}\n${line.slice(curr + 1)}`;
	else result += line.slice(start);
	return result.slice(1);
}
function foldBlockScalar(string, width) {
	const lineRe = /(\n+)([^\n]*)/g;
	let nextLF = string.indexOf("\n");
	if (nextLF === -1) nextLF = string.length;
	lineRe.lastIndex = nextLF;
	let result = foldLine(string.slice(0, nextLF), width);
	let prevMoreIndented = string[0] === "\n" || isMoreIndented(string[0]);
	let moreIndented;
	let match;
	while (match = lineRe.exec(string)) {
		const prefix = match[1];
		const line = match[2];
		moreIndented = line !== "" && isMoreIndented(line[0]);
		result += prefix + (!prevMoreIndented && !moreIndented && line !== "" ? "\n" : "") + foldLine(line, width);
		prevMoreIndented = moreIndented;
	}
	return result;
}
var CHARACTERS_TO_ESCAPE = /["\\\x00-\x1F\x7F-\xA0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;
function escapeCharacter(character) {
	switch (character) {
		case "\0": return "\\0";
		case "\x07": return "\\a";
		case "\b": return "\\b";
		case "	": return "\\t";
		case "\n": return "\\n";
		case "\v": return "\\v";
		case "\f": return "\\f";
		case "\r": return "\\r";
		case "\x1B": return "\\e";
		case "\"": return "\\\"";
		case "\\": return "\\\\";
		case "": return "\\N";
		case "\xA0": return "\\_";
		case "\u2028": return "\\L";
		case "\u2029": return "\\P";
	}
	const code = character.charCodeAt(0);
	const hex = code.toString(16).toUpperCase();
	if (code <= 255) return `\\x${"0".repeat(2 - hex.length)}${hex}`;
	return `\\u${"0".repeat(4 - hex.length)}${hex}`;
}
function escapeString(string) {
	return string.replace(CHARACTERS_TO_ESCAPE, escapeCharacter);
}
//#endregion
//#region src/ast/presenter.ts
var CHAR_LINE_FEED = 10;
var DEFAULT_PRESENTER_OPTIONS = {
	indent: 2,
	seqNoIndent: false,
	seqInlineFirst: true,
	lineWidth: 80,
	flowBracketPadding: false,
	flowSkipCommaSpace: false,
	flowSkipColonSpace: false,
	quoteFlowKeys: false,
	quoteStyle: "single",
	forceQuotes: false,
	scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
	tagBeforeAnchor: false
};
function nodeTagShort(node) {
	return node.tagged ? node.tag : tagNameShort(node.tag);
}
function createPresenterState(options) {
	const opts = {
		...DEFAULT_PRESENTER_OPTIONS,
		...options
	};
	if (opts.flowSkipColonSpace) opts.quoteFlowKeys = true;
	return {
		...opts,
		defaultScalarTagName: opts.schema.defaultScalarTag.tagName,
		openEnded: false
	};
}
function generateNextLine(state, level) {
	return `\n${" ".repeat(state.indent * level)}`;
}
function scalarLayout(state, node, parent, level, isKey, flowOnly) {
	return {
		node,
		parent,
		level,
		isKey,
		flowOnly,
		shiftOfParent: level === 0 ? -1 : state.indent * (level - 1),
		shiftOfContent: state.indent * Math.max(1, level),
		shiftOfFirstLine: level === 0 ? 0 : state.indent * level,
		presenterOptions: state,
		allowedStylesMask: 0,
		style: node.style
	};
}
function writeFlowSequence(state, level, node) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level, node.items[index], node, {}).text;
		if (index > 0) result += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		result += item;
	}
	const pad = state.flowBracketPadding && node.items.length > 0 ? " " : "";
	return `[${pad}${result}${pad}]`;
}
function writeBlockSequence(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		const item = writeNode(state, level + 1, node.items[index], node, {
			block: true,
			compact: state.seqInlineFirst,
			isblockseq: true
		}).text;
		if (!compact || result !== "") result += generateNextLine(state, level);
		if (item === "" || CHAR_LINE_FEED === item.charCodeAt(0)) result += "-";
		else result += "- ";
		result += item;
	}
	return result;
}
function writeFlowMapping(state, level, node) {
	let result = "";
	for (const { key, value } of node.items) {
		let pairBuffer = "";
		if (result !== "") pairBuffer += `,${!state.flowSkipCommaSpace ? " " : ""}`;
		const keyRender = writeNode(state, level, key, node, { iskey: true });
		const keyText = keyRender.text;
		const valueText = writeNode(state, level, value, node, {}).text;
		const sep = state.flowSkipColonSpace || valueText === "" ? "" : " ";
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = key.kind === "alias" || keyIsBareProps ? " " : "";
		pairBuffer += `${keyText}${keyColonSep}:${sep}${valueText}`;
		result += pairBuffer;
	}
	const pad = state.flowBracketPadding && result !== "" ? " " : "";
	return `{${pad}${result}${pad}}`;
}
function writeBlockMapping(state, level, node, compact) {
	let result = "";
	for (let index = 0, length = node.items.length; index < length; index += 1) {
		let pairBuffer = "";
		if (!compact || result !== "") pairBuffer += generateNextLine(state, level);
		const { key, value } = node.items[index];
		const keyIsBlock = (key.kind === "mapping" || key.kind === "sequence") && key.style === COLLECTION_STYLE.BLOCK && key.items.length !== 0 || key.kind === "scalar" && (key.style === SCALAR_STYLE.LITERAL_BLOCK || key.style === SCALAR_STYLE.FOLDED_BLOCK);
		const keyRender = keyIsBlock ? writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			isblockseq: !cannotBeCompact(state, key, level + 1)
		}) : writeNode(state, level + 1, key, node, {
			block: true,
			compact: true,
			iskey: true
		});
		const keyText = keyRender.text;
		const keyHasLineBreak = key.kind === "scalar" && key.value.indexOf("\n") !== -1;
		const keyIsTooLong = keyText.length > 1024 && /^[\s\S]{1025}/u.test(keyText);
		const explicitPair = keyIsBlock || keyHasLineBreak || keyIsTooLong;
		if (explicitPair) {
			if (keyText && CHAR_LINE_FEED === keyText.charCodeAt(0)) pairBuffer += "?";
			else pairBuffer += "? ";
		}
		pairBuffer += keyText;
		if (explicitPair) pairBuffer += generateNextLine(state, level);
		const valueText = writeNode(state, level + 1, value, node, {
			block: true,
			compact: explicitPair,
			isblockseq: explicitPair && !cannotBeCompact(state, value, level + 1)
		}).text;
		const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
		const keyColonSep = !explicitPair && (key.kind === "alias" || keyIsBareProps) ? " " : "";
		if (valueText === "" || CHAR_LINE_FEED === valueText.charCodeAt(0)) pairBuffer += `${keyColonSep}:`;
		else pairBuffer += `${keyColonSep}: `;
		pairBuffer += valueText;
		result += pairBuffer;
	}
	return result;
}
function cannotBeCompact(state, node, level) {
	if (node.kind === "alias") return true;
	return node.tagged || node.anchor !== void 0 || state.indent < 2 && level > 0;
}
function writeNode(state, level, node, parent, ctx) {
	if (node.kind === "alias") {
		state.openEnded = false;
		return {
			text: `*${node.anchor}`,
			noBody: false
		};
	}
	const { block = false, iskey = false, isblockseq = false } = ctx;
	let compact = ctx.compact ?? false;
	const hasAnchor = node.anchor !== void 0;
	if (cannotBeCompact(state, node, level)) compact = false;
	let body;
	let shouldPrintTag = node.tagged;
	const useBlockCollection = block && (node.kind === "mapping" || node.kind === "sequence") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0;
	if (node.kind === "mapping") {
		if (useBlockCollection) body = writeBlockMapping(state, level, node, compact);
		else body = writeFlowMapping(state, level, node);
	} else if (node.kind === "sequence") {
		if (useBlockCollection) {
			if (state.seqNoIndent && !isblockseq && level > 0) body = writeBlockSequence(state, level - 1, node, compact);
			else body = writeBlockSequence(state, level, node, compact);
		} else body = writeFlowSequence(state, level, node);
	} else {
		const layout = scalarLayout(state, node, parent, level, iskey, !block);
		detectAllowedStyles(layout);
		for (const rule of state.scalarStyleRules) rule(layout);
		body = renderScalar(layout);
		state.openEnded = (layout.style === SCALAR_STYLE.LITERAL_BLOCK || layout.style === SCALAR_STYLE.FOLDED_BLOCK) && (node.value === "\n" || node.value.endsWith("\n\n"));
		shouldPrintTag = node.tagged || body === "" && layout.flowOnly && parent?.kind === "sequence" && !hasAnchor || layout.style !== SCALAR_STYLE.PLAIN && node.tag !== state.defaultScalarTagName;
	}
	if ((node.kind === "mapping" || node.kind === "sequence") && !useBlockCollection) state.openEnded = false;
	if (useBlockCollection && compact && level > 0 && state.indent > 2) body = `${" ".repeat(state.indent - 2)}${body}`;
	const noBody = body === "";
	let text = body;
	if (shouldPrintTag || hasAnchor) {
		const props = [];
		const tag = shouldPrintTag ? nodeTagShort(node) : null;
		const anchor = hasAnchor ? `&${node.anchor}` : null;
		if (state.tagBeforeAnchor) {
			if (tag !== null) props.push(tag);
			if (anchor !== null) props.push(anchor);
		} else {
			if (anchor !== null) props.push(anchor);
			if (tag !== null) props.push(tag);
		}
		const sep = body === "" || body.charCodeAt(0) === CHAR_LINE_FEED ? "" : " ";
		text = `${props.join(" ")}${sep}${body}`;
	}
	return {
		text,
		noBody
	};
}
function rootStartsOwnLine(node) {
	return (node.kind === "sequence" || node.kind === "mapping") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0 && !node.tagged && node.anchor === void 0;
}
function writeDocumentDirectives(doc) {
	let result = "";
	for (const directive of doc.directives) {
		if (directive.kind === "yaml") {
			result += `%YAML ${directive.version}\n`;
			continue;
		}
		const { handle, prefix } = directive;
		result += `%TAG ${handle} ${prefix}\n`;
	}
	return result;
}
/**
* Build YAML from AST.
*
* @category AST
*/
function present(documents, options) {
	const state = createPresenterState(options);
	let result = "";
	let previousEnded = false;
	for (let index = 0; index < documents.length; index += 1) {
		const doc = documents[index];
		state.openEnded = false;
		const directives = writeDocumentDirectives(doc);
		const hasDirectives = directives !== "";
		const marker = doc.explicitStart || hasDirectives || index > 0 && !previousEnded;
		result += directives;
		if (doc.contents === null) {
			if (marker) result += "---\n";
		} else if (marker) {
			const body = writeNode(state, 0, doc.contents, null, {
				block: true,
				compact: true
			}).text;
			const sep = body === "" ? "" : hasDirectives || rootStartsOwnLine(doc.contents) ? "\n" : " ";
			result += `---${sep}${body}\n`;
		} else result += writeNode(state, 0, doc.contents, null, {
			block: true,
			compact: true
		}).text + "\n";
		previousEnded = doc.explicitEnd || state.openEnded;
		if (previousEnded) result += "...\n";
	}
	return result;
}
//#endregion
//#region src/dump.ts
var DEFAULT_DUMP_OPTIONS = {
	...DEFAULT_PRESENTER_OPTIONS,
	schema: DUMP_SCHEMA,
	skipInvalid: false,
	noRefs: false,
	flowLevel: -1,
	sortKeys: false,
	transform: () => {}
};
function defaultCompareFn(a, b) {
	const x = String(a);
	const y = String(b);
	if (x < y) return -1;
	if (x > y) return 1;
	return 0;
}
/**
* Serializes JS object as a YAML document. By default it can dump every
* supported YAML type, so it throws an exception if you try to dump regexps or
* functions. However, you can disable exceptions by setting the
* {@link DumpOptions.skipInvalid} option to `true`.
*
* @category Main
*/
function dump(input, options = {}) {
	const opts = {
		...DEFAULT_DUMP_OPTIONS,
		...options
	};
	const documents = jsToAst(input, opts.schema, {
		noRefs: opts.noRefs,
		skipInvalid: opts.skipInvalid
	});
	if (opts.flowLevel >= 0) visit(documents, (node, ctx) => {
		if (ctx.depth < opts.flowLevel) return;
		if (node.kind === "sequence" || node.kind === "mapping") node.style = COLLECTION_STYLE.FLOW;
		return VISIT_SKIP;
	});
	if (opts.sortKeys) {
		const compareFn = opts.sortKeys === true ? defaultCompareFn : opts.sortKeys;
		visit(documents, (node) => {
			if (node.kind !== "mapping") return;
			node.items.sort((a, b) => compareFn(a.key.kind === "scalar" ? a.key.value : "", b.key.kind === "scalar" ? b.key.value : ""));
		});
	}
	opts.transform(documents);
	return present(documents, {
		...pick(opts, Object.keys(DEFAULT_PRESENTER_OPTIONS)),
		schema: opts.schema
	});
}
//#endregion
//#region src/ast/from_events.ts
var NO_RANGE = (/* unused pure expression or super */ null && (-1));
function eventPosition(event) {
	if ("tagStart" in event && event.tagStart !== NO_RANGE) return event.tagStart;
	if ("anchorStart" in event && event.anchorStart !== NO_RANGE) return event.anchorStart;
	if ("valueStart" in event && event.valueStart !== NO_RANGE) return event.valueStart;
	if ("start" in event) return event.start;
	return 0;
}
function rawTag(state, event) {
	return event.tagStart === NO_RANGE ? "" : state.source.slice(event.tagStart, event.tagEnd);
}
function anchorName(state, event) {
	return event.anchorStart === NO_RANGE ? void 0 : state.source.slice(event.anchorStart, event.anchorEnd);
}
function buildScalar(state, event) {
	const value = getScalarValue(state.source, event);
	const raw = rawTag(state, event);
	let tag;
	let tagged = false;
	if (raw !== "") {
		tagged = true;
		tag = raw;
	} else if (event.style === SCALAR_STYLE.PLAIN) tag = state.schema.resolveImplicitScalarTag(value).tag.tagName;
	else tag = state.schema.defaultScalarTag.tagName;
	return {
		kind: "scalar",
		tag,
		tagged,
		style: event.style,
		anchor: anchorName(state, event),
		value
	};
}
function buildCollection(state, event, defaultTagName) {
	const raw = rawTag(state, event);
	let tag;
	let tagged = false;
	if (raw === "") tag = defaultTagName;
	else {
		tag = raw;
		tagged = true;
	}
	return {
		tag,
		tagged,
		style: event.style,
		anchor: anchorName(state, event)
	};
}
function addNode(state, node) {
	const frame = state.frames[state.frames.length - 1];
	if (frame.kind === "document") frame.doc.contents = node;
	else if (frame.kind === "sequence") frame.node.items.push(node);
	else if (frame.key) {
		frame.node.items.push({
			key: frame.key,
			value: node
		});
		frame.key = null;
	} else frame.key = node;
}
/**
* Builds an AST from parser events
*
* @category AST
*/
function eventsToAst(events, options) {
	const state = {
		source: options.source,
		schema: options.schema,
		eventIndex: 0,
		position: 0,
		frames: [],
		documents: []
	};
	while (state.eventIndex < events.length) {
		const event = events[state.eventIndex++];
		state.position = eventPosition(event);
		switch (event.type) {
			case EVENT_ID.DOCUMENT: {
				const doc = {
					contents: null,
					explicitStart: event.explicitStart,
					explicitEnd: event.explicitEnd,
					directives: event.directives
				};
				state.frames.push({
					kind: "document",
					doc
				});
				break;
			}
			case EVENT_ID.SCALAR:
				addNode(state, buildScalar(state, event));
				break;
			case EVENT_ID.SEQUENCE: {
				const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:seq");
				const node = {
					kind: "sequence",
					tag,
					tagged,
					style,
					anchor,
					items: []
				};
				state.frames.push({
					kind: "sequence",
					node
				});
				break;
			}
			case EVENT_ID.MAPPING: {
				const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:map");
				const node = {
					kind: "mapping",
					tag,
					tagged,
					style,
					anchor,
					items: []
				};
				state.frames.push({
					kind: "mapping",
					node,
					key: null
				});
				break;
			}
			case EVENT_ID.ALIAS:
				addNode(state, {
					kind: "alias",
					anchor: state.source.slice(event.anchorStart, event.anchorEnd)
				});
				break;
			case EVENT_ID.POP: {
				const frame = state.frames.pop();
				if (frame.kind === "mapping" && frame.key) throw new Error("incomplete mapping pair in event stream");
				if (frame.kind === "document") state.documents.push(frame.doc);
				else addNode(state, frame.node);
				break;
			}
		}
	}
	return state.documents;
}
//#endregion
//#region src/index.ts
/** @deprecated Use `EVENT_ID.DOCUMENT` instead. @internal */
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
/** @deprecated Use `EVENT_ID.SEQUENCE` instead. @internal */
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
/** @deprecated Use `EVENT_ID.MAPPING` instead. @internal */
var EVENT_MAPPING = EVENT_ID.MAPPING;
/** @deprecated Use `EVENT_ID.SCALAR` instead. @internal */
var EVENT_SCALAR = EVENT_ID.SCALAR;
/** @deprecated Use `EVENT_ID.ALIAS` instead. @internal */
var EVENT_ALIAS = EVENT_ID.ALIAS;
/** @deprecated Use `EVENT_ID.POP` instead. @internal */
var EVENT_POP = EVENT_ID.POP;
/** @deprecated Use `SCALAR_STYLE.PLAIN` instead. @internal */
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
/** @deprecated Use `SCALAR_STYLE.SINGLE_QUOTED` instead. @internal */
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.DOUBLE_QUOTED` instead. @internal */
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
/** @deprecated Use `SCALAR_STYLE.LITERAL_BLOCK` instead. @internal */
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
/** @deprecated Use `SCALAR_STYLE.FOLDED_BLOCK` instead. @internal */
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
/** @deprecated Use `COLLECTION_STYLE.BLOCK` instead. @internal */
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
/** @deprecated Use `COLLECTION_STYLE.FLOW` instead. @internal */
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
/** @deprecated Use `CHOMPING_MODE.CLIP` instead. @internal */
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
/** @deprecated Use `CHOMPING_MODE.STRIP` instead. @internal */
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
/** @deprecated Use `CHOMPING_MODE.KEEP` instead. @internal */
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;
//#endregion


//# sourceMappingURL=js-yaml.mjs.map
;// CONCATENATED MODULE: ./.tsbuild/src/core/chunk.js
// Manifest text to runs of lines that hold one document each, before any of it is parsed.
/** Splits at every line that begins with `---`; directives stay with the document they introduce. */
function splitDocuments(text) {
    const starts = [0];
    for (const match of text.matchAll(/^---(?=\s|$)/gm)) {
        const before = text.slice(starts.at(-1), match.index);
        const onlyDirectives = /^%/m.test(before) && before.split(/\r?\n/).every((line) => line === "" || /^[%#]/.test(line));
        if (match.index > 0 && !onlyDirectives)
            starts.push(match.index);
    }
    let line = 1;
    return starts.map((start, i) => {
        const chunk = { text: text.slice(start, starts[i + 1]), line };
        for (let at = chunk.text.indexOf("\n"); at >= 0; at = chunk.text.indexOf("\n", at + 1))
            line++;
        return chunk;
    });
}
// `"cont\x61iners"`, a line that goes on inside quotes and `!!binary Y29udGFpbmVycw==` are the same key to a decoder.
const HIDDEN_KEY = /\\[xuU\r\n\u0085\u2028\u2029]|(?:^|[\s[{,])!/;
/**
 * False for text that certainly holds no pod, so that engines' big output need not be parsed in full: a container list is
 * spelled `containers`, `initContainers` or `ephemeralContainers`, unless escapes or tags hide it.
 */
function canHoldPod(text) {
    return (text.includes("ontainers") || HIDDEN_KEY.test(text)) && !isDefinition(text);
}
/**
 * True for custom resource definitions as tools print them: their schemas mention containers and hold none. All that starts a line is a
 * plain field of the object, and so is the first line, so that no second `kind` can hide.
 */
function isDefinition(text) {
    const object = text.replace(/^---[ \t]*(?:#.*)?(?=\r?\n)/, "");
    if (/[\u0085\u2028\u2029]/.test(text) || !/^(?:[ \t]*(?:#.*)?\r?\n)*[A-Za-z]+:/.test(object))
        return false;
    const lines = object.match(/^[^ \t\r\n#].*$/gm) ?? [];
    const kinds = lines.filter((line) => line.startsWith("kind:"));
    return kinds.length === 1 && /^kind:\s*["']?CustomResourceDefinition["']?\s*$/.test(kinds[0] ?? "") && lines.every((line) => /^[A-Za-z]+:(?:\s|$)/.test(line));
}
;// CONCATENATED MODULE: ./.tsbuild/src/core/manifest.js
// Manifest text to documents with positions. The only importer of js-yaml.
// Values are what Kubernetes' own decoder makes of them, goyaml.v2 inside sigs.k8s.io/yaml, where YAML 1.2 says otherwise.


const TRUE = new Set(["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"]);
const FALSE = new Set(["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"]);
/** Booleans as the decoder of kubectl, Helm and the API server reads them. kubernetes-sigs/yaml: goyaml.v2/resolve.go. */
const kubernetesBool = defineScalarTag(boolCoreTag.tagName, {
    implicit: true,
    implicitFirstChars: ["y", "Y", "n", "N", "o", "O", "t", "T", "f", "F"],
    resolve: (text) => (TRUE.has(text) ? true : FALSE.has(text) ? false : NOT_RESOLVED),
    identify: () => false,
});
// Real manifests nest to about 60 (custom resource definitions); these limits only stop bombs.
const MAX_DEPTH = 500;
const MAX_ALIASES = 10_000;
const MAX_MERGED = 100_000; // fields
const MAX_REPARSED = 5_000_000; // characters
const MERGE = Symbol("<<");
const mergeKey = defineScalarTag("tag:seccomp-gate,merge", {
    implicit: true,
    implicitFirstChars: ["<"],
    resolve: (text) => (text === "<<" ? MERGE : NOT_RESOLVED),
    identify: () => false,
});
/** Where no key stands, `<<` is a text like any other. */
const plain = (value) => (value === MERGE ? "<<" : value);
// To name `finalize`, even one that does nothing, forbids what contains itself, as Kubernetes' decoder does.
const kubernetesSequence = defineSequenceTag(seqTag.tagName, {
    ...seqTag,
    addItem: (items, item, index) => seqTag.addItem(items, plain(item), index),
    finalize: (items) => items,
});
/**
 * What a document means. Merge keys act in place, so that they override the fields written before them, which YAML would let win.
 * go.yaml.in/yaml: v2/decode.go (decoder.mapping, decoder.merge). Made anew for every document, since it counts what is merged.
 */
function schemaOfOneDocument() {
    let left = MAX_MERGED;
    const merge = (into, source) => {
        if (!isMapping(source))
            return "a merge key needs a mapping, or a list of mappings";
        for (const [key, value] of Object.entries(source)) {
            if (left-- <= 0)
                return `merge keys bring more than ${MAX_MERGED} fields`;
            mapTag.addPair(into, key, value);
        }
        return "";
    };
    const addPair = (into, key, value) => {
        if (key !== MERGE)
            return mapTag.addPair(into, key, plain(value));
        const sources = Array.isArray(value) ? value.toReversed() : [value]; // the first of a list counts most
        return sources.reduce((refused, source) => refused || merge(into, source), "");
    };
    return CORE_SCHEMA.withTags(kubernetesBool, mergeKey, defineMappingTag(mapTag.tagName, { ...mapTag, addPair }), kubernetesSequence);
}
/** For the many documents in which nothing can be merged: making a schema takes 4 % of the time of reading a usual one. */
const schemaWithoutMerging = schemaOfOneDocument();
/** True for what YAML calls a mapping and JSON an object. */
function isMapping(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
const INDENT = " ".repeat(64);
/**
 * Parses as leniently as Kubernetes' decoder: it ends lines at U+0085, U+2028 and U+2029, too, and asks for no indentation inside
 * brackets and quotes, where blanks at the start of a line mean nothing. go.yaml.in/yaml: v2/scannerc.go, v2/yamlprivateh.go (is_break).
 */
function parse(text) {
    let source = text.replace(/[\u0085\u2028\u2029]/g, "\n");
    const indented = []; // ascending: a parser does not get past what it objects to
    for (let left = MAX_REPARSED;; left -= source.length) {
        try {
            const events = parseEvents(source, { maxDepth: MAX_DEPTH });
            return { events, source, original: (offset) => offset - INDENT.length * indented.filter((at) => at < offset).length };
        }
        catch (error) {
            if (!(error instanceof YAMLException) || error.reason !== "deficient indentation" || error.mark === undefined || left < 0)
                throw error;
            const line = /[^\r\n]*$/.exec(source.slice(0, error.mark.position))?.index ?? 0;
            source = source.slice(0, line) + INDENT + source.slice(line);
            indented.push(line);
        }
    }
}
function construct(text) {
    const { events, source } = parse(text);
    const schema = source.includes("<<") ? schemaOfOneDocument() : schemaWithoutMerging;
    return constructFromEvents([...events], { source, schema, json: true, maxAliases: MAX_ALIASES });
}
/** Says in one sentence why text is not YAML, and on which line of the source. */
function explainError(error, chunk, source) {
    const said = error instanceof YAMLException ? error.reason : error instanceof Error ? error.message : String(error);
    const reason = said.replace(/^(recursive alias .*) is not supported for .*$/, "$1");
    const at = error instanceof YAMLException && error.mark ? chunk.line + error.mark.line : chunk.line;
    const templated = chunk.text.includes("{{");
    return {
        kind: /exceeded max|merge keys bring/.test(reason) ? "limit" : "yaml",
        path: source.path,
        line: source.origin === "file" ? at : null,
        message: `this document is not YAML that can be read: ${reason}`,
        remedy: templated
            ? "It looks like a template that another tool fills in; if it is never applied as it is, list it under `exclude:` in the configuration."
            : "Correct the YAML, or list the file under `exclude:` in the configuration if it is never applied.",
        blocking: true,
    };
}
/** Documents of one source, in order. A document that cannot be read is a problem; the others are still there. */
function readDocuments(source) {
    const documents = [];
    const problems = [];
    const text = source.text.replace(/^\uFEFF/, "");
    for (const chunk of splitDocuments(text)) {
        if (source.origin === "rendered" && !canHoldPod(chunk.text))
            continue;
        try {
            for (const value of construct(chunk.text)) {
                if (isMapping(value))
                    documents.push({ object: value, path: source.path, line: chunk.line, text: chunk.text, origin: source.origin });
            }
        }
        catch (error) {
            problems.push(explainError(error, chunk, source));
        }
    }
    return { documents, problems };
}
/** Where each line of a text begins, for turning offsets into lines. */
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        starts.push(at + 1);
    return starts;
}
function lineAt(starts, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
/** Walks the events of one document and reports the offsets of the deepest node on a path that exists. */
function findOffsets(text, events, path) {
    let at = 0;
    let best = null;
    function startOf(event) {
        if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT)
            return -1;
        if (event.type === EVENT_ID.SCALAR)
            return event.valueStart;
        if (event.type === EVENT_ID.ALIAS)
            return event.anchorStart;
        return event.start;
    }
    /** Consumes one node; `matched` path segments lead to it when `onPath`. Returns the offset at which it ends. */
    function node(matched, onPath, keyStart) {
        const event = events[at++];
        if (event === undefined)
            return -1;
        const start = keyStart >= 0 ? keyStart : startOf(event);
        let end = event.type === EVENT_ID.SCALAR ? event.valueEnd : event.type === EVENT_ID.ALIAS ? event.anchorEnd : startOf(event);
        if (event.type === EVENT_ID.SEQUENCE) {
            for (let index = 0; events[at] !== undefined && events[at]?.type !== EVENT_ID.POP; index++) {
                end = Math.max(end, node(matched + 1, onPath && path[matched] === index, -1));
            }
            at++;
        }
        else if (event.type === EVENT_ID.MAPPING) {
            while (events[at] !== undefined && events[at]?.type !== EVENT_ID.POP) {
                const key = events[at];
                const name = key?.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : null;
                const keyAt = startOf(key);
                node(0, false, -1);
                end = Math.max(end, node(matched + 1, onPath && name !== null && path[matched] === name, keyAt));
            }
            at++;
        }
        if (onPath && start >= 0 && (best === null || matched >= best.depth))
            best = { depth: matched, start, end };
        return end;
    }
    while (events[at]?.type === EVENT_ID.DOCUMENT)
        at++;
    node(0, true, -1);
    return best;
}
const parsedDocuments = new WeakMap(); // one document is asked about many findings
function parsedOnce(document) {
    const known = parsedDocuments.get(document);
    if (known !== undefined)
        return known;
    const parsed = parse(document.text);
    parsedDocuments.set(document, parsed);
    return parsed;
}
/** Where a field lies in the document's source; the nearest field above it when it does not exist itself. */
function positionOf(document, path) {
    const { events, source, original } = parsedOnce(document);
    const found = findOffsets(source, events, path);
    if (found === null)
        return null;
    const starts = lineStarts(document.text);
    const start = original(found.start);
    const first = lineAt(starts, start);
    const last = lineAt(starts, Math.max(start, original(found.end) - 1));
    return { line: document.line + first, column: start - (starts[first] ?? 0) + 1, endLine: document.line + Math.max(first, last) };
}

/***/ }),

/***/ 417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   eR: () => (/* binding */ terminalText),
/* harmony export */   ix: () => (/* binding */ breakCommands)
/* harmony export */ });
/* unused harmony export workflowData */
// Hostile text as one harmless line: for a terminal, and for the log of a runner, which obeys commands in it.
// What does not show, moves the cursor, or reorders text: control characters with C1, format characters with the overrides of
// Unicode's bidirectional algorithm, line and paragraph separators, halves of surrogate pairs, and what renderers leave out.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const PRINTABLE = /^[ -~]*$/; // nearly everything, and many times quicker to see
const named = new Map([
    ["\n", "\\n"],
    ["\r", "\\r"],
    ["\t", "\\t"],
]);
function makeVisible(character) {
    const known = named.get(character);
    if (known !== undefined)
        return known;
    const code = (character.codePointAt(0) ?? 0).toString(16);
    if (code.length <= 2)
        return `\\x${code.padStart(2, "0")}`;
    return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\u{${code}}`;
}
/** Text for a terminal: one line, in which control and format characters are spelled out (`\n`, `\x1b`, `\u202e`). */
function terminalText(text) {
    return PRINTABLE.test(text) ? text : text.replace(INVISIBLE, makeVisible);
}
/**
 * One line of text that a runner cannot take for a command: it obeys `##[command]` anywhere in a line and `::command::` after
 * leading white space, and a backslash breaks up both. actions/runner: src/Runner.Common/ActionCommand.cs.
 */
function breakCommands(line) {
    return line.replaceAll("##[", "##\\[").replace(/^(\s*)::/, "$1\\::");
}
/** Text for a line of a runner's log. The runner compares by culture, which skips what does not show: that is spelled out first. */
function logLine(text) {
    return breakCommands(terminalText(text));
}
/** The part of a workflow command behind `::`. actions/toolkit: packages/core/src/command.ts (escapeData). */
function workflowData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/***/ }),

/***/ 94:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ defaultPolicy)
/* harmony export */ });
// What the user lets pass: severities, exemptions and what the cluster does with containers that set nothing.
const defaultPolicy = { seccompDefault: false, rules: {}, exemptions: [], failOn: "error", noVerdict: "fail" };

/***/ }),

/***/ 625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ rules)
});

;// CONCATENATED MODULE: ./.tsbuild/src/core/rule.js
// What a rule is: metadata, then a judgement on one change. Rules read postures, never manifests.
/** Identity, for the sake of inference. */
function defineRule(rule) {
    return rule;
}
;// CONCATENATED MODULE: ./.tsbuild/src/core/unset.js
// What the two rules about containers that set nothing share: what that means on the cluster.
/** What an unset profile comes to; a note where the cluster confines such containers by itself. */
function whatUnsetMeans(posture) {
    return posture.effective === "Unconfined"
        ? { consequence: "it runs Unconfined unless the kubelet sets `seccompDefault`", severity: {} }
        : { consequence: `the configured cluster runs it under ${posture.effective} by default`, severity: { severity: "note" } };
}
// EXTERNAL MODULE: ./.tsbuild/src/core/wording.js
var wording = __nccwpck_require__(650);
// EXTERNAL MODULE: ./.tsbuild/src/core/workload.js
var workload = __nccwpck_require__(209);
;// CONCATENATED MODULE: ./.tsbuild/src/core/rules/added-without-profile.js




const addedWithoutProfile = defineRule({
    id: "added-without-profile",
    subject: "container",
    severity: "error",
    summary: "A container came into being to which no field gives a seccomp profile",
    judge(pair) {
        const { base, head, basis } = pair;
        if (head === null || basis === "unread" || head.posture.profile !== "Unset")
            return null;
        // What the API refused, or what had no seccomp to lose, comes into being now.
        if (base !== null && base.posture.profile !== "Invalid" && base.posture.profile !== "NotApplicable")
            return null;
        const { consequence, severity } = whatUnsetMeans(head.posture);
        const pod = (0,workload/* fieldPath */.cn)(head.containerPath.slice(0, -2));
        return {
            message: `${(0,wording/* describeEntry */.OY)(head)} ${(0,wording/* history */.b6)(pair)}has no seccomp profile, as no field gives it one: ${consequence}`,
            remedy: `At \`${pod}.securityContext\` write \`seccompProfile: { type: RuntimeDefault }\`.`,
            ...severity,
        };
    },
});
;// CONCATENATED MODULE: ./.tsbuild/src/core/rules/invalid-profile.js


const invalidProfile = defineRule({
    id: "invalid-profile",
    subject: "container",
    severity: "error",
    summary: "A seccomp profile is written in a way that the API server or the kubelet refuses",
    judge({ base, head, basis }) {
        if (head === null || basis === "unread" || head.posture.profile !== "Invalid")
            return null;
        if (base?.posture.profile === "Invalid" && base.posture.reason === head.posture.reason)
            return null;
        const field = `\`${head.posture.decidedBy ?? ""}\``;
        return {
            message: `${(0,wording/* describeEntry */.OY)(head)} has an invalid profile at ${field}: ${head.posture.reason ?? ""}`,
            remedy: `At ${field} write \`type: RuntimeDefault\`, or \`type: Localhost\` with a \`localhostProfile\` relative to the kubelet's seccomp folder.`,
        };
    },
});
;// CONCATENATED MODULE: ./.tsbuild/src/core/rules/lost-from-view.js


const lostFromView = defineRule({
    id: "lost-from-view",
    subject: "target",
    severity: "error",
    summary: "What was rendered on the base can no longer be rendered or found, while something of it stayed",
    judge({ id, remains, unaccounted }) {
        if (unaccounted.length === 0)
            return null;
        const names = unaccounted.slice(0, 5).map(wording/* describeEntry */.OY).join(", ");
        const more = unaccounted.length > 5 ? ` and ${unaccounted.length - 5} more` : "";
        return {
            message: `\`${id}\` was rendered on the base and cannot be seen any more, though ${remains}; nobody looks at ${names}${more}`,
            remedy: "Remove what is left of it if it is not deployed any more; otherwise bring back what makes it renderable, or name its new place under `targets:` in the configuration.",
        };
    },
});
;// CONCATENATED MODULE: ./.tsbuild/src/core/rules/newly-privileged.js


const newlyPrivileged = defineRule({
    id: "newly-privileged",
    subject: "container",
    severity: "error",
    summary: "A container is now privileged: the runtime drops any seccomp profile, whatever else is set",
    judge(pair) {
        const { base, head, basis } = pair;
        if (head === null || basis === "unread")
            return null;
        if (head.posture.cause !== "privileged")
            return null;
        if (base?.posture.profile === "Unconfined")
            return null;
        const field = `\`${head.posture.decidedBy ?? ""}\``;
        return {
            message: `${(0,wording/* describeEntry */.OY)(head)} ${(0,wording/* history */.b6)(pair)}is privileged (${field}), which drops any seccomp profile: it runs Unconfined`,
            remedy: `At ${field} write \`privileged: false\` and add the capabilities it needs under \`capabilities.add\`.`,
        };
    },
});
;// CONCATENATED MODULE: ./.tsbuild/src/core/rules/newly-unconfined.js


const newlyUnconfined = defineRule({
    id: "newly-unconfined",
    subject: "container",
    severity: "error",
    summary: "A container now asks to run Unconfined: every system call of the node's kernel is open to it",
    judge(pair) {
        const { base, head, basis } = pair;
        if (head === null || basis === "unread")
            return null;
        if (head.posture.profile !== "Unconfined" || head.posture.cause === "privileged")
            return null;
        if (base?.posture.profile === "Unconfined")
            return null;
        const field = `\`${head.posture.decidedBy ?? ""}\``;
        return {
            message: `${(0,wording/* describeEntry */.OY)(head)} ${(0,wording/* history */.b6)(pair)}runs Unconfined, by ${field}`,
            remedy: `At ${field} write \`type: RuntimeDefault\`, or remove the field if a profile is set above it.`,
        };
    },
});
;// CONCATENATED MODULE: ./.tsbuild/src/core/rules/profile-removed.js



const profileRemoved = defineRule({
    id: "profile-removed",
    subject: "container",
    severity: "error",
    summary: "A container had a seccomp profile and now sets nothing",
    judge({ base, head }) {
        if (base === null || head === null || head.posture.profile !== "Unset")
            return null;
        const was = base.posture;
        if (was.profile !== "RuntimeDefault" && was.profile !== "Localhost")
            return null;
        const { consequence, severity } = whatUnsetMeans(head.posture);
        const localhost = was.localhostProfile === null ? "" : ` with \`localhostProfile: ${was.localhostProfile}\``;
        return {
            message: `${(0,wording/* describeEntry */.OY)(head)} ran under ${(0,wording/* describePosture */.CU)(was)}${(0,wording/* decidedAt */.G1)(was)} and now sets no profile: ${consequence}`,
            remedy: `Put the profile back: at \`${was.decidedBy ?? ""}\` write \`type: ${was.profile}\`${localhost}.`,
            ...severity,
        };
    },
});
;// CONCATENATED MODULE: ./.tsbuild/src/core/rules.js






/** Every rule, in report order. A rule that is not in this list does not exist. */
const rules = [newlyUnconfined, newlyPrivileged, profileRemoved, addedWithoutProfile, invalidProfile, lostFromView];

/***/ }),

/***/ 204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ discoverEverything),
/* harmony export */   p: () => (/* binding */ helmDefaults)
/* harmony export */ });
// Which targets to look at: everything that is found, or what the user named.
/** What `helm template CHART` does when told nothing. helm/helm: pkg/cmd/template.go. */
const helmDefaults = {
    release: "release-name",
    namespace: "default",
    valuesFiles: [],
    values: {},
    set: [],
    setString: [],
    setJson: [],
    setFile: [],
    kubeVersion: "",
    apiVersions: [],
    skipTests: false,
    postRenderers: [],
};
const discoverEverything = { targets: null, exclude: [], only: [], variants: "auto", chartCache: null, repositories: [], helmDefaults };

/***/ }),

/***/ 836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   gN: () => (/* binding */ parentOf),
/* harmony export */   o1: () => (/* binding */ resolvePath),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
// One revision's files, as git stores them: the only view of a repository that the rest of the program has.
/** Joins and normalises: `join("a/b", "../c")` is `a/c`; null when the result would leave the root. */
function joinPath(folder, path) {
    const out = [];
    for (const part of `${folder}/${path}`.split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part !== "..")
            out.push(part);
        else if (out.pop() === undefined)
            return null;
    }
    return out.length === 0 ? "." : out.join("/");
}
/** The folder a path lies in; `.` for what lies at the root. */
function parentOf(path) {
    const slash = path.lastIndexOf("/");
    return slash < 0 ? "." : path.slice(0, slash);
}
/** True when `path` is `folder` or lies below it. */
function isWithin(path, folder) {
    return folder === "." || path === folder || path.startsWith(`${folder}/`);
}
const MAX_LINKS = 40; // as Linux does: include/linux/namei.h MAXSYMLINKS
/** Follows symbolic links inside the tree. Absolute links and links that leave the root are `outside`. */
function resolvePath(tree, path) {
    // A path as the tree itself writes it: above it are folders, and no links.
    const direct = tree.entries.get(path);
    if (direct?.kind === "file")
        return { kind: "found", path, entry: direct, links: [] };
    const links = [];
    let todo = path.split("/").filter((part) => part !== "" && part !== ".");
    let at = ".";
    let entry = { kind: "folder" };
    while (todo.length > 0) {
        const [part, ...rest] = todo;
        const next = joinPath(at, part);
        if (next === null)
            return { kind: "outside", links };
        const found = next === "." ? { kind: "folder" } : tree.entries.get(next);
        if (found === undefined)
            return { kind: "missing", links };
        if (found.kind === "submodule")
            return { kind: "submodule", path: next, links };
        if (found.kind === "link") {
            links.push(next);
            if (found.target.startsWith("/") || joinPath(at, found.target) === null)
                return { kind: "outside", links };
            if (links.length > MAX_LINKS)
                return { kind: "missing", links };
            todo = [...found.target.split("/").filter((p) => p !== "" && p !== "."), ...rest];
            continue;
        }
        if (found.kind === "file" && rest.length > 0)
            return { kind: "missing", links };
        at = next;
        entry = found;
        todo = rest;
    }
    return { kind: "found", path: at, entry, links };
}

/***/ }),

/***/ 650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ describePosture),
/* harmony export */   G1: () => (/* binding */ decidedAt),
/* harmony export */   HV: () => (/* binding */ describeWorkload),
/* harmony export */   OY: () => (/* binding */ describeEntry),
/* harmony export */   b6: () => (/* binding */ history),
/* harmony export */   rc: () => (/* binding */ describeContainer)
/* harmony export */ });
// Postures and containers in words, the same in every rule and format.
/** `RuntimeDefault`, `Localhost (profiles/audit.json)`, `Unconfined (privileged)`, `no profile` … */
function describePosture(posture) {
    switch (posture.profile) {
        case "RuntimeDefault":
            return "RuntimeDefault";
        case "Localhost":
            return `Localhost (${posture.localhostProfile ?? ""})`;
        case "Unconfined":
            return posture.cause === "privileged" ? "Unconfined (privileged)" : "Unconfined";
        case "Unset":
            return "no profile";
        case "Invalid":
            return "an invalid profile";
        case "NotApplicable":
            return "none (Windows)";
    }
}
const types = { container: "container", init: "init container", ephemeral: "ephemeral container" };
/** `container `app``, `init container `migrate`` … */
function describeContainer(container) {
    return `${types[container.type]} \`${container.name}\``;
}
/** `Deployment `shop/api``: kind, namespace and name. */
function describeWorkload(workload) {
    return `${workload.kind} \`${workload.namespace === null ? "" : `${workload.namespace}/`}${workload.name}\``;
}
/** `container `app` of Deployment `shop/api``. */
function describeEntry(entry) {
    return `${describeContainer(entry.container)} of ${describeWorkload(entry.workload)}`;
}
/** ` (set at `spec…`)`, or nothing when no field decides. */
function decidedAt(posture) {
    return posture.decidedBy === null ? "" : ` (set at \`${posture.decidedBy}\`)`;
}
/** What came before, for the middle of a sentence: `ran under RuntimeDefault (set at …) and now `, `is new and `, or nothing in a scan. */
function history({ base, basis }) {
    if (base !== null)
        return `ran under ${describePosture(base.posture)}${decidedAt(base.posture)} and now `;
    return basis === "none" ? "" : "is new and ";
}

/***/ }),

/***/ 209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   UK: () => (/* binding */ fieldAt),
/* harmony export */   cn: () => (/* binding */ fieldPath),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   jm: () => (/* binding */ podHolders)
/* harmony export */ });
/* unused harmony export kinds */
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(586);
// The one table of kinds: which objects carry pods, and where. A new kind is one row.
// Core kinds as Pod Security admission extracts them: kubernetes/pod-security-admission: admission/admission.go (DefaultPodSpecExtractor).

/** Every kind that is known to carry a pod template. */
const kinds = [
    { groups: [""], kind: "Pod", podTemplate: [] },
    { groups: [""], kind: "PodTemplate", podTemplate: ["template"] },
    { groups: [""], kind: "ReplicationController", podTemplate: ["spec", "template"] },
    { groups: ["apps", "extensions"], kind: "ReplicaSet", podTemplate: ["spec", "template"] },
    { groups: ["apps", "extensions"], kind: "Deployment", podTemplate: ["spec", "template"] },
    { groups: ["apps"], kind: "StatefulSet", podTemplate: ["spec", "template"] },
    { groups: ["apps", "extensions"], kind: "DaemonSet", podTemplate: ["spec", "template"] },
    { groups: ["batch"], kind: "Job", podTemplate: ["spec", "template"] },
    { groups: ["batch"], kind: "CronJob", podTemplate: ["spec", "jobTemplate", "spec", "template"] },
];
/** The value at a path, or undefined. Only own fields count. */
function fieldAt(value, path) {
    let at = value;
    for (const segment of path) {
        if (Array.isArray(at) && typeof segment === "number")
            at = at[segment];
        else if ((0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(at) && Object.hasOwn(at, segment))
            at = at[segment];
        else
            return undefined;
    }
    return at;
}
/** `spec.containers[0].name`: a field path as Kubernetes' own messages write it. */
function fieldPath(path) {
    return path.map((segment, i) => (typeof segment === "number" ? `[${segment}]` : i === 0 ? segment : `.${segment}`)).join("");
}
/** What stands where the API wants a text, as text; null when nothing does. Numbers and booleans are texts without their quotes. */
function asText(value) {
    if (typeof value === "string" && value !== "")
        return value;
    return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
function nameOf(metadata) {
    const prefix = asText(fieldAt(metadata, ["generateName"]));
    return asText(fieldAt(metadata, ["name"])) ?? (prefix === null ? "" : `${prefix}*`);
}
// Lists of lists of aliases could describe more objects than fit in memory; no real List comes near.
const MAX_OBJECTS = 100_000;
/**
 * Objects of a document: itself and, recursively, its items: whatever has `items` is a list to kubectl and Helm, of any kind.
 * kubernetes/kubernetes: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/unstructured/helpers.go (decode, decodeToList).
 */
function* objectsOf(document) {
    const todo = [{ object: document.object, path: [] }];
    for (let count = 0; todo.length > 0; count++) {
        if (count > MAX_OBJECTS)
            throw new RangeError(`a List describes more than ${MAX_OBJECTS} objects`);
        const next = todo.pop();
        if (next === undefined)
            return;
        yield next;
        const { kind, items, apiVersion } = next.object;
        if (!Array.isArray(items))
            continue;
        // The items of a typed list (`DeploymentList`) need not repeat kind and version.
        const inherited = { kind: asText(kind)?.replace(/List$/, ""), apiVersion };
        for (let i = items.length - 1; i >= 0; i--) {
            const item = items[i];
            if (!(0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(item))
                continue;
            const isTyped = asText(item["kind"]) !== null || asText(item["apiVersion"]) !== null;
            todo.push({ object: isTyped ? item : { ...item, ...inherited }, path: [...next.path, "items", i] });
        }
    }
}
/**
 * Pod templates of a document, in order. `namespace` is what applies to objects that name none.
 * Throws RangeError for Lists that describe too many objects.
 */
function* podHolders(document, namespace) {
    for (const { object, path } of objectsOf(document)) {
        const apiVersion = asText(object["apiVersion"]) ?? "";
        const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
        const row = kinds.find((candidate) => candidate.kind === object["kind"] && candidate.groups.includes(group));
        if (row === undefined)
            continue;
        const podSpecPath = [...row.podTemplate, "spec"];
        const podSpec = fieldAt(object, podSpecPath);
        if (!(0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(podSpec))
            continue;
        const metadata = object["metadata"];
        const own = asText(fieldAt(metadata, ["namespace"]));
        const workload = { apiVersion, kind: row.kind, namespace: own ?? namespace, name: nameOf(metadata) };
        yield { workload, group: row.groups[0], podSpec, podSpecPath, objectPath: path, document };
    }
}

/***/ }),

/***/ 424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ expectCrash)
/* harmony export */ });
/* unused harmony export crashLine */
/* harmony import */ var _core_one_line_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(417);
// A crash is no verdict. Node's own exit code for one is 1, which would say that a container lost its profile.

const NO_VERDICT = 3;
/** The one line that a crash leaves behind. */
function crashLine(error) {
    return `seccomp-gate: no verdict was reached: ${(0,_core_one_line_js__WEBPACK_IMPORTED_MODULE_0__/* .logLine */ .BP)(error instanceof Error ? error.message : String(error))}`;
}
/** Until the exit code is set to a verdict's, whatever ends this process ends it with exit code 3. */
function expectCrash(log) {
    process.exitCode = NO_VERDICT;
    process.on("uncaughtException", (error) => {
        log(crashLine(error));
        process.exit(NO_VERDICT);
    });
}

/***/ }),

/***/ 887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   yh: () => (/* binding */ listWords)
/* harmony export */ });
/* unused harmony export nearest */
// The known word that someone who slipped probably meant.
/** The closest of the known words, when it is close enough to be meant; null otherwise. */
function nearest(word, known) {
    const limit = Math.max(1, Math.floor(word.length / 3));
    const ranked = known.map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase(), limit) }));
    const best = ranked.filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance)[0];
    return best?.candidate ?? null;
}
/** Levenshtein's distance; more than `limit` as soon as it cannot be less, so that long words cost nothing. */
function editDistance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit)
        return limit + 1;
    let above = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
        }
        above = row;
    }
    return above[b.length] ?? limit + 1;
}
/** ` Did you mean …?` with a leading space, or nothing. */
function suggestion(word, known) {
    const meant = nearest(word, known);
    return meant === null ? "" : ` Did you mean \`${meant}\`?`;
}
/** Words in quotes, with commas. */
function listWords(words) {
    return words.map((word) => `\`${word}\``).join(", ");
}
/** A value as it is quoted in a message: on one line, and not without end. */
function quote(value) {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
    const line = text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
    return `\`${line.length > 80 ? `${line.slice(0, 77)}...` : line}\``;
}

/***/ }),

/***/ 743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ optionsOfLaterVersions),
/* harmony export */   Dl: () => (/* binding */ commandsOfLaterVersions),
/* harmony export */   Fc: () => (/* binding */ notAvailable),
/* harmony export */   Q3: () => (/* binding */ rulesOfLaterVersions),
/* harmony export */   nZ: () => (/* binding */ formatsOfLaterVersions),
/* harmony export */   rY: () => (/* binding */ keysOfLaterVersions)
/* harmony export */ });
// What the documentation names and this version cannot do: refused in so many words, never ignored.
/** Keys of the configuration, as a path with dots. */
const keysOfLaterVersions = new Set([
    "cluster.platform",
    "localhostProfiles",
    "allowedLocalhostProfiles",
]);
const rulesOfLaterVersions = new Set([
    "profile-weakened",
    "localhost-missing",
    "localhost-permissive",
    "dead-annotation",
    "admission-rejects",
    "cluster-default-weakened",
    "guardrail-weakened",
]);
const commandsOfLaterVersions = new Set(["explain", "fix", "merge", "report"]);
const optionsOfLaterVersions = new Set(["shard"]);
const formatsOfLaterVersions = new Set(["sarif", "junit", "gitlab"]);
/** The sentence for all of them. */
function notAvailable(what) {
    return `\`${what}\` is not available in this version`;
}

/***/ }),

/***/ 149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ runCommandLine)
});

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
// EXTERNAL MODULE: ./.tsbuild/src/core/failure.js
var failure = __nccwpck_require__(664);
// EXTERNAL MODULE: ./.tsbuild/src/core/one-line.js
var one_line = __nccwpck_require__(417);
;// CONCATENATED MODULE: ./.tsbuild/src/core/verdict.js
// From findings and problems to the answer.
const rank = { note: 0, warning: 1, error: 2 };
/** A finding outranks a problem: reading the rest could not make it better. `failOn: never` changes the exit code, not the verdict. */
function reachVerdict(findings, problems, policy) {
    const threshold = policy.failOn === "never" ? "error" : policy.failOn;
    if (findings.some((finding) => finding.exemption === null && rank[finding.severity] >= rank[threshold]))
        return "fail";
    return problems.some((problem) => problem.blocking) ? "no-verdict" : "pass";
}
const exitCodes = { pass: 0, fail: 1, "no-verdict": 3 };
/** The process' exit code for a verdict; 2 is for calls that were not understood and never comes from here. */
function exitCode(verdict, policy) {
    if (policy.failOn === "never")
        return 0;
    return verdict === "no-verdict" && policy.noVerdict === "warn" ? 0 : exitCodes[verdict];
}
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./.tsbuild/src/demo-repository.js
// The demo's repository: a chart, a Kustomize base with two overlays, a plain manifest, and a pull request that touches them all.
const deployment = (name, pod, container) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
${pod}      containers:
        - name: ${name}
          image: registry.example/${name}:1.0
${container}`;
const confined = `      securityContext:
        seccompProfile:
          type: RuntimeDefault
`;
const chartTemplate = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}-shop
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      {{- with .Values.podSecurityContext }}
      securityContext: {{- toYaml . | nindent 8 }}
      {{- end }}
      initContainers:
        - name: migrate
          image: registry.example/migrate:1.0
      containers:
        - name: shop
          image: registry.example/shop:{{ .Values.tag }}
          {{- with .Values.securityContext }}
          securityContext: {{- toYaml . | nindent 12 }}
          {{- end }}
`;
/** `main` as it was. */
const mainFiles = {
    "charts/shop/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
    "charts/shop/values.yaml": "tag: \"1.0\"\npodSecurityContext:\n  seccompProfile:\n    type: RuntimeDefault\nsecurityContext: {}\n",
    "charts/shop/templates/deployment.yaml": chartTemplate,
    "deploy/base/kustomization.yaml": "resources:\n  - worker.yaml\n",
    "deploy/base/worker.yaml": deployment("worker", confined, ""),
    "deploy/staging/kustomization.yaml": "namespace: staging\nresources:\n  - ../base\n",
    "deploy/production/kustomization.yaml": "namespace: production\nresources:\n  - ../base\n",
    "jobs/backup.yaml": `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: backup
              image: registry.example/backup:1.0
              securityContext:
                seccompProfile:
                  type: Unconfined
`,
};
/** What the pull request writes over it: three changes for the worse and one for the better. */
const pullRequestFiles = {
    // The chart's containers lose their profile: the values key is emptied.
    "charts/shop/values.yaml": "tag: \"1.1\"\npodSecurityContext: {}\nsecurityContext: {}\n",
    // Production gets a patch that makes the worker privileged; staging stays as it is.
    "deploy/production/kustomization.yaml": "namespace: production\nresources:\n  - ../base\npatches:\n  - path: debug.yaml\n",
    "deploy/production/debug.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
spec:
  template:
    spec:
      containers:
        - name: worker
          securityContext:
            privileged: true
`,
    // The backup is fixed, and gets a sidecar that runs Unconfined.
    "jobs/backup.yaml": `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: backup
              image: registry.example/backup:1.0
              securityContext:
                seccompProfile:
                  type: RuntimeDefault
            - name: upload
              image: registry.example/upload:1.0
              securityContext:
                seccompProfile:
                  type: Unconfined
`,
};
;// CONCATENATED MODULE: ./.tsbuild/src/demo.js
// `seccomp-gate demo`: builds a small real repository in a temporary folder and shows what a pull request's author would see.






/** Nothing of the user's own git configuration, so that signing, hooks and templates stay out of it. */
function git(folder, ...args) {
    const identity = { NAME: "seccomp-gate demo", EMAIL: "demo@seccomp-gate.invalid", DATE: "2026-01-01T00:00:00Z" };
    const people = ["AUTHOR", "COMMITTER"].flatMap((role) => Object.entries(identity).map(([what, value]) => [`GIT_${role}_${what}`, value]));
    const inherited = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith("GIT_"));
    const env = { ...Object.fromEntries(inherited), ...Object.fromEntries(people), GIT_CONFIG_GLOBAL: external_node_os_namespaceObject.devNull, GIT_CONFIG_NOSYSTEM: "1" };
    const { status, error, stderr } = (0,external_node_child_process_namespaceObject.spawnSync)("git", [...args], { cwd: folder, env, encoding: "utf8" });
    if (error !== undefined)
        throw new failure/* UsageError */.e(`git cannot be run: ${error.message}`, "Install git, and make sure that it is on the PATH.");
    if (status !== 0)
        throw new Error(`git ${args.join(" ")}: ${stderr.trim()}`);
}
async function commit(folder, files, message) {
    for (const [path, text] of Object.entries(files)) {
        await (0,promises_namespaceObject.mkdir)((0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.join)(folder, path)), { recursive: true });
        await (0,promises_namespaceObject.writeFile)((0,external_node_path_namespaceObject.join)(folder, path), text);
    }
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", message);
}
async function build(folder) {
    git(folder, "init", "--quiet", "--initial-branch=main", "--template=", ".");
    await commit(folder, mainFiles, "The shop, its worker and its backup");
    git(folder, "checkout", "--quiet", "-b", "pull-request");
    await commit(folder, pullRequestFiles, "Debug the worker, upload the backup, tidy the values");
}
const before = `A small repository was built in a temporary folder: a chart with values, a Kustomize base with two
overlays, and one plain manifest. Its branch \`pull-request\` weakens some containers and repairs another.
This is what \`seccomp-gate diff --base main\` says about it:

`;
const after = (code) => `
The verdict above ended with exit code ${code}; the demo itself succeeded, and the repository is gone again.
In your own repository, on a branch:    seccomp-gate diff
All that is there, without a base:      seccomp-gate scan
As a required check on pull requests:   see "Use it on pull requests" in the README
`;
/** Runs the demo; its exit code is 0 whatever the report says. Formats for machines are printed alone. */
async function runDemo(printing, surroundings, { diff, write }) {
    const folder = await (0,promises_namespaceObject.mkdtemp)((0,external_node_path_namespaceObject.join)((0,external_node_os_namespaceObject.tmpdir)(), "seccomp-gate-demo-"));
    try {
        await build(folder);
        const talkative = printing.format === "text" && printing.output === null;
        if (talkative)
            await write(surroundings, before);
        const command = { ...printing, kind: "diff", base: "main", head: { kind: "revision", revision: null }, only: [], config: null, chartCache: null, failOn: null, engine: "embedded" };
        const { exitCode } = await diff(command, { ...surroundings, stdout: surroundings.stdout, stderr: surroundings.stderr, cwd: () => folder });
        if (talkative)
            await write(surroundings, after(exitCode));
        return { exitCode: 0 };
    }
    finally {
        await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true });
    }
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/commit.js
// What a commit object says of itself. In a shallow clone `HEAD^` and `git log` do not know the parents; the object does.

/** Ids of a commit's parents, in order. Throws a NoVerdictError when the commit is not in this clone. */
async function readParents(objects, sha) {
    const commit = (await objects.read([sha])).get(sha);
    if (commit?.type !== "commit")
        throw new failure/* NoVerdictError */.L("base-unavailable", `commit ${sha} is not in this clone`, `Fetch it first: \`git fetch origin ${sha}\`.`);
    const text = Buffer.from(commit.bytes).toString("latin1");
    const [header = ""] = text.split("\n\n", 1);
    return header.split("\n").flatMap((line) => (line.startsWith("parent ") ? [line.slice("parent ".length)] : []));
}
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./.tsbuild/src/git/batch-answers.js
// The answers of `git cat-file --batch`, cut out of a stream. https://git-scm.com/docs/git-cat-file#_batch_output
const LINE_FEED = 10;
/** Takes chunks of the stream as they come and hands every complete answer to `deliver`, in order. Throws for what git never writes. */
function createBatchParser(deliver) {
    let header = "";
    let body = null;
    const readHeader = (line) => {
        const [, id, type, size] = /^([0-9a-f]+) ([a-z]+) ([0-9]+)$/.exec(line) ?? [];
        if (id !== undefined && type !== undefined)
            return { id, type, bytes: new Uint8Array(Number(size)), filled: 0 };
        const [, missing] = /^([0-9a-f]+) (?:missing|ambiguous)$/.exec(line) ?? [];
        if (missing === undefined)
            throw new Error(`git cat-file answered ${JSON.stringify(line.slice(0, 200))}`);
        deliver({ kind: "missing", id: missing });
        return null;
    };
    return (chunk) => {
        let at = 0;
        while (at < chunk.length) {
            if (body === null) {
                const end = chunk.indexOf(LINE_FEED, at);
                header += Buffer.from(chunk.subarray(at, end < 0 ? chunk.length : end)).toString("latin1");
                if (end < 0)
                    return;
                body = readHeader(header);
                header = "";
                at = end + 1;
                continue;
            }
            const part = chunk.subarray(at, at + body.bytes.length - body.filled);
            body.bytes.set(part, body.filled);
            body.filled += part.length;
            at += part.length;
            if (at === chunk.length)
                return; // the line feed behind the bytes is still to come
            deliver({ kind: "object", id: body.id, type: body.type, bytes: body.bytes });
            body = null;
            at += 1;
        }
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/git-environment.js
// What git is told on every call, so that nothing a repository holds or configures can run: no hook, filter, monitor, helper,
// pager, prompt or transport. Settings on the command line outrank every configuration file (git-config: SCOPES), and
// environment variables of other git processes (GIT_DIR, GIT_INDEX_FILE … when run in a hook) are not passed on.


/** Variables that git, ssh and curl need from their user: programs, home, temporary files, trust and proxies. Upper case. */
const KEPT = new Set([
    ..."PATH PATHEXT HOME HOMEDRIVE HOMEPATH USERPROFILE USER USERNAME LOGNAME XDG_CONFIG_HOME APPDATA LOCALAPPDATA".split(" "),
    ..."PROGRAMDATA PROGRAMFILES SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC TEMP TMP TMPDIR LD_LIBRARY_PATH".split(" "),
    ..."GIT_EXEC_PATH GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT".split(" "),
    ..."GIT_SSL_CAINFO GIT_SSL_CAPATH GIT_SSL_CERT GIT_SSL_KEY GIT_SSL_NO_VERIFY SSH_AUTH_SOCK SSH_AGENT_PID KRB5CCNAME".split(" "),
    ..."SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY".split(" "),
]);
const FIXED = {
    LC_ALL: "C", // messages are matched, and quoted in ours
    LANGUAGE: "",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "", // empty outranks core.askPass and SSH_ASKPASS: git/git: prompt.c (git_prompt)
    SSH_ASKPASS_REQUIRE: "never",
    GCM_INTERACTIVE: "never",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_ATTR_NOSYSTEM: "1",
    // Objects are what their ids say: neither refs/replace nor .git/info/grafts changes them. (A missing grafts file is no grafts.)
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_GRAFT_FILE: (0,external_node_path_namespaceObject.join)(external_node_os_namespaceObject.devNull, "none"),
};
/** What git's own transports cannot be talked out of: no `ext::`, no remote helper of another name. */
const PROTOCOLS = "https:http:ssh:file";
function kept(source) {
    return Object.fromEntries(Object.entries(source).filter(([name]) => KEPT.has(name.toUpperCase())));
}
/** The environment for commands that only read what is here. A partial clone does not fetch what it lacks. */
function localEnvironment(source) {
    // GIT_ALLOW_PROTOCOL as well, for versions that do not know GIT_NO_LAZY_FETCH.
    return { ...kept(source), ...FIXED, GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none" };
}
/** The environment for commands that speak with the remote. */
function networkEnvironment(source) {
    return { ...kept(source), ...FIXED, GIT_ALLOW_PROTOCOL: PROTOCOLS };
}
/**
 * Makes git send `token` to `serverUrl` and to nobody else, by the environment: arguments and files can be read by others.
 * The empty value drops the header that actions/checkout may have left; two of them are refused by GitHub.
 */
function tokenEnvironment(token, serverUrl) {
    const key = `http.${serverUrl.replace(/\/+$/, "")}/.extraheader`;
    const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
    return {
        GIT_CONFIG_COUNT: "2",
        GIT_CONFIG_KEY_0: key,
        GIT_CONFIG_VALUE_0: "",
        GIT_CONFIG_KEY_1: key,
        GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
    };
}
/** Arguments that stand before every git command. */
const hardening = [
    "--no-pager",
    "--no-optional-locks",
    ...[
        // Containers mount the work tree of another user. Git's check protects from configuration that runs something: none of it does here.
        "safe.directory=*",
        `core.hooksPath=${external_node_os_namespaceObject.devNull}`,
        "core.fsmonitor=false",
        "core.alternateRefsCommand=true", // a command: the one that does nothing
        "credential.helper=", // empty drops the helpers named before
        "protocol.ext.allow=never",
        "submodule.recurse=false",
        "gc.auto=0",
        "maintenance.auto=false",
    ].flatMap((setting) => ["-c", setting]),
];
;// CONCATENATED MODULE: ./.tsbuild/src/git/run-git.js
// One way to start git: never through a shell, always hardened.


/** Starts git. The directory is named by `-C`, so that the system never searches it for the program. */
function startGit(git, args) {
    return (0,external_node_child_process_namespaceObject.spawn)(git.program, ["-C", git.directory, ...hardening, ...args], {
        env: { ...git.environment },
        stdio: ["pipe", "pipe", "pipe"],
        shell: false,
        windowsHide: true,
    });
}
const MAX_COMPLAINT = 16_000; // characters of standard error that are kept
/** Gathers the beginning of what a process complains about. */
function gatherComplaint(child) {
    let text = "";
    child.stderr.setEncoding("utf8").on("data", (chunk) => {
        if (text.length < MAX_COMPLAINT)
            text += chunk;
    });
    return () => text.slice(0, MAX_COMPLAINT);
}
/** Runs git to its end. Any exit code is an answer; rejects only when git cannot be started. */
function runGit(git, args, input = "") {
    return new Promise((resolve, reject) => {
        const child = startGit(git, args);
        const chunks = [];
        const complaint = gatherComplaint(child);
        child.stdout.on("data", (chunk) => chunks.push(chunk));
        child.stdin.on("error", () => undefined); // git may end without reading: its exit code says why
        child.on("error", reject);
        child.on("close", (code) => resolve({ code: code ?? -1, stdout: Buffer.concat(chunks), stderr: complaint() }));
        child.stdin.end(input);
    });
}
/** Standard output as one line of text: git ends its answers with one line feed. */
function lineOf(answer) {
    return answer.stdout.toString("utf8").replace(/\r?\n$/, "");
}
/** The line in which git says what went wrong, without its prefix and without credentials in addresses. */
function complaintOf({ code, stderr }) {
    const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== "");
    const line = lines.find((text) => /^(?:fatal|error): /.test(text)) ?? lines.at(-1) ?? `git ended with exit code ${code}`;
    return line
        .replace(/^(?:fatal|error): /, "")
        .replace(/:\/\/[^@/\s]*@/g, "://***@")
        .slice(0, 400);
}
/** Standard output of a command that cannot fail in a sound repository. Throws an Error that quotes git. */
async function demandGit(git, args, input = "") {
    const answer = await runGit(git, args, input);
    if (answer.code === 0)
        return answer.stdout;
    throw new Error(`\`git ${args[0] ?? ""}\` failed in ${git.directory}: ${complaintOf(answer)}`);
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/object-reader.js
// Objects by id, from one `git cat-file --batch` that lives as long as the repository is open.
// It cannot deadlock: answers are taken as they come, whatever is still to be asked, and a waiting id costs some forty bytes.


/** True for a full object name, SHA-1 or SHA-256. Nothing else is ever written to git. */
function isObjectId(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
/** Guards a command line: git takes what begins with a dash for an option. Throws an Error for what is no full object name. */
function demandObjectId(text) {
    if (isObjectId(text))
        return text;
    throw new Error(`${JSON.stringify(text)} is not the full name of an object`);
}
function take(requests, answer) {
    const [request] = requests;
    if (request === undefined || request.ids[request.next] !== answer.id)
        throw new Error(`git cat-file answered ${answer.id}, which was not its turn`);
    if (answer.kind === "object")
        request.found.set(answer.id, { type: answer.type, bytes: answer.bytes });
    request.next += 1;
    if (request.next < request.ids.length)
        return;
    requests.shift();
    request.resolve(request.found);
}
function startSession(git) {
    const child = startGit(git, ["cat-file", "--batch"]);
    const requests = [];
    const complaint = gatherComplaint(child);
    const parse = createBatchParser((answer) => take(requests, answer));
    let cause = null;
    const fail = (error) => {
        cause ??= error instanceof Error ? error : new Error(String(error));
        child.kill();
    };
    child.stdin.on("error", () => undefined); // the end of the process says why
    child.on("error", fail);
    child.stdout.on("data", (chunk) => {
        if (cause !== null)
            return;
        try {
            parse(chunk);
        }
        catch (error) {
            fail(error);
        }
    });
    const ended = new Promise((resolve) => {
        child.on("close", (code) => {
            const reason = cause ?? new Error(`objects of ${git.directory} cannot be read: ${complaintOf({ code: code ?? -1, stderr: complaint() })}`);
            for (const request of requests.splice(0))
                request.reject(reason);
            resolve();
        });
    });
    return { child, requests, ended };
}
/** Opens a reader; its process starts with the first read, and again after one that failed. */
function openObjectReader(git) {
    let session = null;
    let closed = false;
    const current = () => {
        if (session !== null)
            return session;
        const started = startSession(git);
        session = started;
        void started.ended.then(() => {
            if (session === started)
                session = null;
        });
        return started;
    };
    return {
        read: (ids) => {
            const asked = [...new Set(ids)].filter(isObjectId);
            if (closed)
                return Promise.reject(new Error(`the repository ${git.directory} is closed`));
            if (asked.length === 0)
                return Promise.resolve(new Map());
            const { child, requests } = current();
            return new Promise((resolve, reject) => {
                requests.push({ ids: asked, found: new Map(), next: 0, resolve, reject });
                child.stdin.write(`${asked.join("\n")}\n`);
            });
        },
        [Symbol.asyncDispose]: async () => {
            closed = true;
            const open = session;
            if (open === null)
                return;
            open.child.kill();
            await open.ended;
        },
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/path-text.js
// Paths as text. Git's paths are bytes; most are UTF-8, none has to be.


/**
 * Text of a path. A byte that is not part of UTF-8 becomes a lone surrogate, U+DC80 to U+DCFF, which valid UTF-8 never yields:
 * different bytes stay different texts. As Python does: https://peps.python.org/pep-0383/
 */
function decodePath(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if ((0,external_node_buffer_namespaceObject.isUtf8)(buffer))
        return buffer.toString("utf8");
    let text = "";
    for (let at = 0; at < buffer.length;) {
        const length = [1, 2, 3, 4].find((size) => at + size <= buffer.length && (0,external_node_buffer_namespaceObject.isUtf8)(buffer.subarray(at, at + size)));
        text += length === undefined ? String.fromCharCode(0xdc00 + (buffer[at] ?? 0)) : buffer.toString("utf8", at, at + length);
        at += length ?? 1;
    }
    return text;
}
/** The bytes that `decodePath` made this text of. */
function encodePath(text) {
    const parts = Array.from(text, (character) => {
        const code = character.charCodeAt(0);
        return character.length === 1 && code >= 0xdc80 && code <= 0xdcff ? Buffer.from([code - 0xdc00]) : Buffer.from(character, "utf8");
    });
    return Buffer.concat(parts);
}
/** Where a path of a tree lies on disk below `root`, in the form that Node opens. */
function diskPath(root, path) {
    const plain = (0,external_node_path_namespaceObject.join)(root, path);
    return /[\udc80-\udcff]/u.test(path) ? encodePath(plain) : plain; // with the flag u: lone surrogates only
}
/** True when a path may stand in a tree: what git itself refuses to check out may not. git/git: read-cache.c (verify_path). */
function isSoundPath(path) {
    return !/(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)/i.test(path);
}
// EXTERNAL MODULE: ./.tsbuild/src/core/tree.js
var core_tree = __nccwpck_require__(836);
;// CONCATENATED MODULE: ./.tsbuild/src/git/tree-entries.js
// What every tree has in common: folders above its files, and one order.

/** The entries with every folder above them, sorted by path in the order of code units. */
function completeEntries(entries) {
    const all = new Map(entries);
    for (const path of entries.keys()) {
        for (let folder = (0,core_tree/* parentOf */.gN)(path); folder !== "." && !all.has(folder); folder = (0,core_tree/* parentOf */.gN)(folder))
            all.set(folder, { kind: "folder" });
    }
    return new Map([...all].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/commit-tree.js
// The tree of a commit, from git's objects; nothing is checked out.






/** Records of `git ls-tree -l -z`: mode, type, id, padded size, tab, path. */
function readListing(listing) {
    const text = listing.toString("latin1"); // one character per byte; taken apart at once, since a repository has tens of thousands of them
    const plain = (0,external_node_buffer_namespaceObject.isAscii)(listing);
    const entries = [];
    for (let start = 0; start < listing.length;) {
        const end = text.indexOf("\0", start);
        const tab = text.indexOf("\t", start);
        const fields = text.slice(start, tab).split(" ");
        const [mode, id, size] = [fields[0], fields[2], fields.at(-1)];
        if (end < 0 || tab < 0 || mode === undefined || id === undefined || size === undefined)
            throw new Error("git ls-tree wrote a record that is none");
        entries.push({ path: plain ? text.slice(tab + 1, end) : decodePath(listing.subarray(tab + 1, end)), mode, id, size });
        start = end + 1;
    }
    return entries;
}
function entryOf({ mode, id, size }, targets) {
    if (mode === "040000")
        return { kind: "folder" };
    if (mode === "160000")
        return { kind: "submodule", id };
    if (mode !== "120000")
        return { kind: "file", id, size: size === "BAD" ? 0 : Number(size) };
    const target = targets.get(id);
    return target === undefined ? null : { kind: "link", id, target };
}
/** Only blobs, as bytes. */
async function readBlobs(objects, ids) {
    const found = await objects.read(ids);
    return new Map([...found].filter(([, { type }]) => type === "blob").map(([id, { bytes }]) => [id, bytes]));
}
/**
 * Lists a commit's files. In a partial clone a file whose content is not here has size 0 and is missing from `read`.
 * Throws a NoVerdictError when the listing itself is not here, and for paths that git would refuse to check out.
 */
async function openCommitTree(git, objects, sha) {
    const answer = await runGit(git, ["ls-tree", "-r", "-t", "-l", "-z", "--full-tree", demandObjectId(sha)]);
    if (answer.code !== 0) {
        throw new failure/* NoVerdictError */.L("base-unavailable", `the files of commit ${sha} cannot be listed: ${complaintOf(answer)}`, "Fetch the commit whole: clone without `--filter`.");
    }
    const listed = readListing(answer.stdout);
    const links = await readBlobs(objects, listed.filter(({ mode }) => mode === "120000").map(({ id }) => id));
    const targets = new Map([...links].map(([id, bytes]) => [id, decodePath(bytes)]));
    const entries = new Map();
    for (const item of listed) {
        const where = `${JSON.stringify(item.path)} of commit ${sha}`;
        // One of two equal names would hide the other, and what leaves the root would be read by nobody.
        if (!isSoundPath(item.path) || entries.has(item.path))
            throw new failure/* NoVerdictError */.L("refused", `the path ${where} is one that git does not check out`, "Remove it from the history.");
        const entry = entryOf(item, targets);
        if (entry === null)
            throw new failure/* NoVerdictError */.L("missing-file", `the target of the link ${where} is not in this clone`, "Clone without `--filter`.");
        entries.set(item.path, entry);
    }
    return { revision: sha, entries: completeEntries(entries), read: (ids) => readBlobs(objects, ids) };
}
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./.tsbuild/src/git/find-git.js
// Where the git program is. Looked up here because systems search the current folder too (Windows, a PATH with `.` in it),
// and that folder may be the repository under test: nothing in it may run.




async function isProgram(path) {
    return (0,promises_namespaceObject.access)(path, external_node_fs_namespaceObject.constants.X_OK).then(() => true, () => false);
}
/** Absolute path of git: the first one in an absolute folder of `searchPath` (the value of PATH). Throws a UsageError without one. */
async function findGit(searchPath) {
    const name = process.platform === "win32" ? "git.exe" : "git";
    for (const folder of searchPath.split(external_node_path_namespaceObject.delimiter)) {
        const path = (0,external_node_path_namespaceObject.join)(folder, name);
        if ((0,external_node_path_namespaceObject.isAbsolute)(folder) && (await isProgram(path)))
            return path;
    }
    throw new failure/* UsageError */.e("`git` was not found in the folders of PATH", "Install git 2.30 or later, or add its folder to PATH.");
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/discover-repository.js
// Finds the repository that a folder belongs to, and says in plain words why there is none.






const OLDEST = [2, 30]; // rev-parse --end-of-options; fetch --no-write-fetch-head is of 2.29
function checkVersion(git, text) {
    const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(text) ?? [];
    const [oldestMajor, oldestMinor] = OLDEST;
    if (Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor))
        return;
    throw new failure/* UsageError */.e(`git 2.30 or later is needed, and \`${git.program}\` is \`${text}\``, "Update git.");
}
function refusal(directory, answer) {
    if (answer.stderr.includes("not a git repository")) {
        return new failure/* UsageError */.e(`\`${directory}\` is not in a git repository`, "Run it in one, or judge a folder without git with `seccomp-gate scan PATH`.");
    }
    if (answer.stderr.includes("dubious ownership") || answer.stderr.includes("unsafe repository")) {
        return new failure/* UsageError */.e(`git refuses \`${directory}\`, which belongs to another user`, `Run \`git config --global --add safe.directory ${directory}\` first.`);
    }
    return new failure/* UsageError */.e(`git cannot open \`${directory}\`: ${complaintOf(answer)}`, "Look at what `git status` says there.");
}
async function exists(path) {
    return (0,promises_namespaceObject.lstat)(path).then(() => true, () => false);
}
/** Root of the work tree; of a bare repository its own folder. */
async function findRoot(git, bare) {
    if (bare)
        return (0,external_node_path_namespaceObject.resolve)(git.directory, lineOf(await runGit(git, ["rev-parse", "--absolute-git-dir"])));
    const root = (0,external_node_path_namespaceObject.resolve)(lineOf(await runGit(git, ["rev-parse", "--show-toplevel"])));
    // Configuration can claim any folder as the work tree (core.worktree): only one that says so itself is believed.
    if (await exists((0,external_node_path_namespaceObject.join)(root, ".git")))
        return root;
    throw new failure/* UsageError */.e(`the repository at \`${git.directory}\` claims the work tree \`${root}\`, which has no \`.git\``, "Unset `core.worktree`, or run it in an ordinary clone.");
}
/** The repository that `directory` lies in. Throws a UsageError when there is none, or git is missing or too old. */
async function discoverRepository(directory, source) {
    const absolute = (0,external_node_path_namespaceObject.resolve)(directory);
    const isFolder = await (0,promises_namespaceObject.stat)(absolute).then((found) => found.isDirectory(), () => false);
    if (!isFolder)
        throw new failure/* UsageError */.e(`\`${directory}\` is not a folder`, "Name a folder in a git repository.");
    const here = { program: await findGit(source["PATH"] ?? source["Path"] ?? ""), directory: absolute, environment: localEnvironment(source) };
    const [version, answer] = await Promise.all([runGit(here, ["--version"]), runGit(here, ["rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--show-object-format=storage"])]);
    checkVersion(here, lineOf(version));
    if (answer.code !== 0)
        throw refusal(directory, answer);
    const [bare, inside, format] = lineOf(answer).split(/\r?\n/);
    if (bare === "false" && inside === "false")
        throw new failure/* UsageError */.e(`\`${directory}\` is not in the work tree of its repository`, "Run it in the work tree, not in `.git`.");
    if (format !== "sha1" && format !== "sha256")
        throw new failure/* UsageError */.e(`the repository at \`${directory}\` names its objects by \`${format}\``, "Only sha1 and sha256 are known.");
    const root = await findRoot(here, bare === "true");
    return { git: { ...here, directory: root }, bare: bare === "true", format };
}
/** True when the repository leaves objects with a remote that promises them. */
async function isPartialClone(git) {
    const answer = await runGit(git, ["config", "--get-regexp", "^(extensions\\.partialclone|remote\\..*\\.promisor)$"]);
    return answer.code === 0;
}
/** Absolute path of a file in the repository's git folder, wherever a linked work tree keeps it. */
async function gitPath(git, name) {
    return (0,external_node_path_namespaceObject.resolve)(git.directory, (await demandGit(git, ["rev-parse", "--git-path", name])).toString("utf8").replace(/\r?\n$/, ""));
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/object-store.js
// Where objects are read from. In a partial clone git dies for an object that it would have to fetch; there it is called
// in an empty repository of ours that borrows the objects, and so knows nothing of a remote: what is not here is just missing.




const configuration = {
    sha1: "[core]\n\trepositoryformatversion = 0\n\tbare = true\n",
    sha256: "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n",
};
/** Opens the objects of a repository; dispose of it to remove what it put into the temporary folder. */
async function openObjectStore(git, format) {
    if (!(await isPartialClone(git)))
        return { git, [Symbol.asyncDispose]: () => Promise.resolve() };
    const objects = await gitPath(git, "objects");
    const folder = await (0,promises_namespaceObject.mkdtemp)((0,external_node_path_namespaceObject.join)((0,external_node_os_namespaceObject.tmpdir)(), "seccomp-gate-git-"));
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_namespaceObject.join)(folder, "refs"));
    await (0,promises_namespaceObject.writeFile)((0,external_node_path_namespaceObject.join)(folder, "HEAD"), "ref: refs/heads/none\n");
    await (0,promises_namespaceObject.writeFile)((0,external_node_path_namespaceObject.join)(folder, "config"), configuration[format]);
    return {
        git: { ...git, environment: { ...git.environment, GIT_DIR: folder, GIT_OBJECT_DIRECTORY: objects } },
        [Symbol.asyncDispose]: () => (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true }),
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/revision.js
// From what people write to the commit they mean.



/** The object that an expression names, or null. What begins like an option never reaches git as one. */
async function lookUp(git, expression) {
    const answer = await runGit(git, ["rev-parse", "--verify", "--quiet", "--end-of-options", expression]);
    const id = lineOf(answer);
    return answer.code === 0 && isObjectId(id) ? id : null;
}
/** The full id of the commit that a revision names (an annotated tag is its commit), or null when it names none. */
async function findCommit(git, revision) {
    // No name of git's begins with a dash or holds control characters: git-check-ref-format.
    if (revision === "" || revision.startsWith("-") || /[\0-\x1f\x7f]/.test(revision))
        return null;
    return lookUp(git, `${revision}^{commit}`);
}
async function explain(git, revision) {
    const shown = `revision ${JSON.stringify(revision)}`;
    if (/[^.]\.\.|^\.\./.test(revision))
        return new failure/* UsageError */.e(`${shown} is a range`, "Name one commit, branch or tag; the other side has an option of its own.");
    const sound = !revision.startsWith("-") && !revision.includes("\0") && revision !== "";
    if (sound && (await lookUp(git, revision)) !== null)
        return new failure/* UsageError */.e(`${shown} is not a commit`, "Name a commit, a branch or a tag of a commit.");
    if (sound && (await findCommit(git, `refs/remotes/origin/${revision}`)) !== null) {
        return new failure/* UsageError */.e(`${shown} does not exist`, `Did you mean \`origin/${revision}\`?`);
    }
    return new failure/* UsageError */.e(`${shown} does not exist in this clone`, "Name a commit, branch or tag that `git log` knows; what only the remote has must be fetched first (`git fetch`).");
}
/** The full id of the commit that a revision names. Throws a UsageError when it names none. */
async function resolveCommit(git, revision) {
    const commit = await findCommit(git, revision);
    if (commit === null)
        throw await explain(git, revision);
    return commit;
}
/** Full name of the branch that a symbolic ref points to; null when it is not there. */
async function symbolicTarget(git, ref) {
    const answer = await runGit(git, ["symbolic-ref", "--quiet", ref]);
    return answer.code === 0 ? lineOf(answer) : null;
}
/** The best common ancestor of two commits that are here, or null when this clone knows of none. */
async function mergeBase(git, a, b) {
    const answer = await runGit(git, ["merge-base", demandObjectId(a), demandObjectId(b)]);
    return answer.code === 0 ? lineOf(answer) : null;
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/remote.js
// What the clone lacks, from the remote it was cloned from. Only objects arrive: no ref, tag, FETCH_HEAD or work tree changes,
// and so no hook has an occasion (githooks: reference-transaction). The address and the ssh command are those of the
// repository's own configuration, as actions/checkout left them; credentials are checkout's, or the token.







const REMEDY = "In a workflow set `fetch-depth: 2` on actions/checkout (`fetch-depth: 0` where a merge base is needed) and grant `permissions: contents: read`; elsewhere run `git fetch` first.";
const FETCH = [
    ..."fetch --quiet --no-tags --no-recurse-submodules --no-write-fetch-head --refmap= --no-prune --no-prune-tags".split(" "),
    ..."--no-auto-maintenance --no-show-forced-updates --no-write-commit-graph --no-filter".split(" "),
    "--upload-pack=git-upload-pack", // remote.origin.uploadpack names a program
];
// A remote that says nothing for a minute is gone.
const PATIENCE = ["-c", "protocol.version=2", "-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=60"];
const FIRST_STEP = 32; // commits; doubled every time
function quote(answer, { token }) {
    const complaint = complaintOf(answer);
    return token === undefined || token === "" ? complaint : complaint.replaceAll(token, "***");
}
/** Opens the remote `origin`. `isHere` tells whether a commit is in this clone. */
function openRemote(git, source, isHere) {
    const online = (more) => ({ ...git, environment: { ...networkEnvironment(source), ...more } });
    const ask = async (args, access) => {
        const first = await runGit(online({}), [...PATIENCE, ...args]);
        if (first.code === 0 || access.token === undefined || access.token === "")
            return first;
        return runGit(online(tokenEnvironment(access.token, access.serverUrl ?? "https://github.com")), [...PATIENCE, ...args]);
    };
    /** Without a remote of that name git would take it for a folder. */
    const demandOrigin = async (what) => {
        const { code } = await runGit(git, ["config", "--get", "remote.origin.url"]);
        if (code !== 0)
            throw new failure/* NoVerdictError */.L("base-unavailable", `${what} is not in this clone, which has no remote \`origin\` to ask`, REMEDY);
    };
    const isShallow = () => isShallowClone(git);
    const fetchCommit = async (sha, access) => {
        if (await isHere(demandObjectId(sha)))
            return;
        await demandOrigin(`commit ${sha}`);
        // On a complete clone --depth would cut the history that is there.
        const depth = (await isShallow()) ? ["--depth=1"] : [];
        const answer = await ask([...FETCH, ...depth, "origin", sha], access);
        if (answer.code === 0 && (await isHere(sha)))
            return;
        throw new failure/* NoVerdictError */.L("base-unavailable", `commit ${sha} is not in this clone and cannot be fetched: ${quote(answer, access)}`, REMEDY);
    };
    const tipOf = async (name, access) => {
        await demandOrigin(`\`${name}\``);
        const refs = name.startsWith("refs/") ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
        const wanted = refs.flatMap((ref) => [`${ref}^{}`, ref]); // a peeled tag before the tag itself
        const answer = await ask(["ls-remote", "--quiet", "--upload-pack=git-upload-pack", "origin", ...wanted], access);
        if (answer.code !== 0)
            throw new failure/* NoVerdictError */.L("base-unavailable", `the remote cannot be asked for \`${name}\`: ${quote(answer, access)}`, REMEDY);
        const lines = answer.stdout.toString("utf8").split("\n").map((line) => line.split("\t"));
        for (const ref of wanted) {
            const [sha] = lines.find(([, listed]) => listed === ref) ?? [];
            if (sha !== undefined)
                return sha;
        }
        return null;
    };
    const deepen = async (a, b, access) => {
        const boundary = await gitPath(git, "shallow");
        for (let step = FIRST_STEP;; step *= 2) {
            const found = await mergeBase(git, a, b);
            if (found !== null || !(await isShallow()))
                return found;
            const before = await (0,promises_namespaceObject.readFile)(boundary, "utf8");
            await demandOrigin(`the history of ${a} and ${b}`);
            const answer = await ask([...FETCH, `--deepen=${step}`, "origin", a, b], access);
            if (answer.code !== 0) {
                throw new failure/* NoVerdictError */.L("base-unavailable", `the merge base of ${a} and ${b} is not in this clone, and its history cannot be fetched: ${quote(answer, access)}`, REMEDY);
            }
            const after = await (0,promises_namespaceObject.readFile)(boundary, "utf8").catch(() => "");
            if (after === before)
                return null; // the boundary that is left belongs to neither of the two
        }
    };
    return {
        addresses: async () => {
            const { code, stdout } = await runGit(git, ["config", "--null", "--get-regexp", "^remote\\..*\\.url$"]);
            if (code !== 0)
                return []; // git's answer where nothing matches
            return stdout.toString("utf8").split("\0").flatMap((line) => (line.includes("\n") ? [line.slice(line.indexOf("\n") + 1)] : [])).sort();
        },
        fetchCommit,
        tipOf,
        mergeBase: async (a, b, access) => {
            await fetchCommit(a, access);
            await fetchCommit(b, access);
            return deepen(a, b, access);
        },
    };
}
/** True when the clone's history is cut. */
async function isShallowClone(git) {
    return (await runGit(git, ["rev-parse", "--is-shallow-repository"])).stdout.toString("latin1").trim() === "true";
}
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./.tsbuild/src/git/map-bounded.js
// Many waits at once, but not all of them.
/** Calls `work` for every item, at most `limit` at a time, and answers in the order of the items. Rejects with the first failure. */
async function mapBounded(items, limit, work) {
    const results = new Array(items.length);
    const queue = items.entries();
    const lane = async () => {
        for (const [index, item] of queue)
            results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
    return results;
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/disk.js
// Files on disk, seen as git would see them: links are links, and every file has the id of its bytes.
// Conversion filters (autocrlf, LFS …) are not run: they are programs that the repository names.






const OPEN_FILES = 16;
function errorCode(error) {
    return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown";
}
/** True for the errors of a path at which nothing is. */
function isAbsence(error) {
    return ["ENOENT", "ENOTDIR"].includes(errorCode(error));
}
/** The error for what is there and cannot be read. */
function unreadable(path, error) {
    return new failure/* NoVerdictError */.L("missing-file", `${JSON.stringify(path)} cannot be read (${errorCode(error)})`, "Make it readable for the user that runs this, or remove it.");
}
function changed(path) {
    return new failure/* NoVerdictError */.L("missing-file", `${JSON.stringify(path)} changed while it was being read`, "Run again while nothing writes to the working tree.");
}
function startBlob(format, size) {
    return (0,external_node_crypto_namespaceObject.createHash)(format).update(`blob ${size}\0`); // https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
}
function blobIdOf(format, bytes) {
    return startBlob(format, bytes.length).update(bytes).digest("hex");
}
/** Runs `use` on an open regular file; null when it is not one any more. Neither follows a link nor waits for a pipe. */
async function withFile(place, use) {
    // Windows has neither flag, nor pipes among its files; opening a link there is prevented by the lstat before.
    const flags = external_node_fs_namespaceObject.constants.O_RDONLY | (external_node_fs_namespaceObject.constants.O_NOFOLLOW ?? 0) | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0);
    const file = await (0,promises_namespaceObject.open)(place, flags);
    try {
        const stat = await file.stat();
        return stat.isFile() ? await use(file, stat.size) : null;
    }
    finally {
        await file.close();
    }
}
async function hashFile(place, path, format) {
    return withFile(place, async (file, size) => {
        const hash = startBlob(format, size);
        const buffer = Buffer.allocUnsafe(Math.min(Math.max(size, 1), 256 * 1024));
        let total = 0;
        for (let length = -1; length !== 0; total += length) {
            ({ bytesRead: length } = await file.read(buffer, 0, buffer.length, null));
            hash.update(buffer.subarray(0, length));
        }
        if (total !== size)
            throw changed(path);
        return { id: hash.digest("hex"), size };
    });
}
async function readBytes(place) {
    return withFile(place, async (file) => {
        return new Uint8Array(await file.readFile()); // a copy: a Buffer may share its memory with others
    });
}
/** Opens a folder. Nothing is read yet. */
function openDisk(root, format) {
    const files = new Map();
    const links = new Map();
    const keepLink = (target) => {
        const id = blobIdOf(format, target);
        links.set(id, target);
        return { kind: "link", id, target: decodePath(target) };
    };
    const inspect = async (path) => {
        const place = diskPath(root, path);
        const stat = await (0,promises_namespaceObject.lstat)(place);
        if (stat.isDirectory())
            return { kind: "folder" };
        if (stat.isSymbolicLink()) {
            const target = decodePath(await (0,promises_namespaceObject.readlink)(place, { encoding: "buffer" }));
            return keepLink(encodePath(process.platform === "win32" ? target.replaceAll("\\", "/") : target));
        }
        const seen = stat.isFile() ? await hashFile(place, path, format) : null;
        if (seen === null)
            return null;
        if (!files.has(seen.id))
            files.set(seen.id, path);
        return { kind: "file", ...seen };
    };
    const reread = async ([id, path]) => {
        const bytes = await readBytes(diskPath(root, path)).catch((error) => {
            throw isAbsence(error) ? changed(path) : unreadable(path, error);
        });
        if (bytes === null || blobIdOf(format, bytes) !== id)
            throw changed(path);
        return [id, bytes];
    };
    return {
        look: (path) => inspect(path).catch((error) => {
            if (isAbsence(error))
                return null;
            throw error instanceof failure/* NoVerdictError */.L ? error : unreadable(path, error);
        }),
        lookAsLink: async (path) => keepLink((await readBytes(diskPath(root, path))) ?? new Uint8Array()),
        read: async (ids) => {
            const wanted = [...new Set(ids)];
            const known = wanted.flatMap((id) => {
                const target = links.get(id);
                return target === undefined ? [] : [[id, new Uint8Array(target)]];
            });
            const places = wanted.flatMap((id) => {
                const path = links.has(id) ? undefined : files.get(id);
                return path === undefined ? [] : [[id, path]];
            });
            return new Map([...known, ...(await mapBounded(places, OPEN_FILES, reread))]);
        },
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/index-listing.js
// What git knows of the work tree: the paths in its index, and those it neither knows nor ignores.


function records(listing) {
    const found = [];
    for (let start = 0, end = listing.indexOf(0); end >= 0; start = end + 1, end = listing.indexOf(0, start))
        found.push(listing.subarray(start, end));
    return found;
}
/** The index, one entry a path: of a file in conflict, which has several, the first. https://git-scm.com/docs/git-ls-files#_output */
async function listTracked(git) {
    const tracked = new Map();
    for (const record of records(await demandGit(git, ["ls-files", "-z", "-t", "--stage"]))) {
        const tab = record.indexOf(9);
        const [tag, mode, id] = record.toString("latin1", 0, tab).split(" ");
        if (tab < 0 || tag === undefined || mode === undefined || id === undefined)
            throw new Error("git ls-files wrote a record that is none");
        const path = decodePath(record.subarray(tab + 1));
        if (!tracked.has(path))
            tracked.set(path, { path, mode, id, skipped: tag === "S" });
    }
    return [...tracked.values()];
}
/** Paths that are neither tracked nor ignored. One that ends in `/` is a repository of its own. */
async function listUntracked(git) {
    return records(await demandGit(git, ["ls-files", "-z", "--others", "--exclude-standard"])).map(decodePath);
}
/** Sizes in bytes of the objects that are here. */
async function objectSizes(git, ids) {
    if (ids.length === 0)
        return new Map();
    const answer = await demandGit(git, ["cat-file", "--batch-check"], `${ids.join("\n")}\n`);
    const lines = answer.toString("latin1").split("\n");
    return new Map(lines.map((line) => line.split(" ")).flatMap(([id, , size]) => (id === undefined || size === undefined ? [] : [[id, Number(size)]])));
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/worktree.js
// The work tree as a tree: what is on disk of what git tracks, and what it neither tracks nor ignores.








/** Asks whether every folder above a path is a folder: what lies behind a link belongs to the link's target. */
function createFolderCheck(disk) {
    const known = new Map();
    const isFolder = async (folder) => (await lies(folder)) && (await disk.look(folder))?.kind === "folder";
    const lies = (path) => {
        const folder = (0,core_tree/* parentOf */.gN)(path);
        if (folder === ".")
            return Promise.resolve(true);
        const answer = known.get(folder) ?? isFolder(folder);
        known.set(folder, answer);
        return answer;
    };
    return lies;
}
/** Where the system has no links, git stores them as files of text. git-config: core.symlinks. */
async function hasLinks(git) {
    return lineOf(await runGit(git, ["config", "--type=bool", "--get", "core.symlinks"])) !== "false";
}
async function lookTracked(disk, item, systemHasLinks) {
    const seen = await disk.look(item.path);
    if (seen?.kind === "folder")
        return item.mode === "160000" ? { kind: "submodule", id: item.id } : null;
    if (seen?.kind === "file" && item.mode === "120000" && !systemHasLinks)
        return disk.lookAsLink(item.path);
    return seen;
}
/** Entries of files that a sparse checkout leaves out: they are what the index says. */
async function skippedEntries({ objectGit, objects }, items) {
    const sizes = await objectSizes(objectGit, items.filter(({ mode }) => mode !== "160000").map(({ id }) => id));
    const targets = await readBlobs(objects, items.filter(({ mode }) => mode === "120000").map(({ id }) => id));
    return new Map(items.map(({ path, mode, id }) => {
        if (mode === "160000")
            return [path, { kind: "submodule", id }];
        const target = mode === "120000" ? targets.get(id) : undefined;
        return [path, target === undefined ? { kind: "file", id, size: sizes.get(id) ?? 0 } : { kind: "link", id, target: decodePath(target) }];
    }));
}
/** Git's paths never hold what could lead elsewhere; an index that somebody made up may. */
function isSoundOnDisk(path) {
    return isSoundPath(path) && (process.platform !== "win32" || !path.includes("\\"));
}
/**
 * Lists the work tree. Throws a NoVerdictError for files that cannot be read.
 * A tracked file that is gone is absent; one that a sparse checkout leaves out is there, with its bytes from the index.
 */
async function openWorktree(source) {
    const { git, objects, format } = source;
    const [tracked, untracked, systemHasLinks] = await Promise.all([listTracked(git), listUntracked(git), hasLinks(git)]);
    const disk = openDisk(git.directory, format);
    const inFolders = createFolderCheck(disk);
    const entries = new Map();
    const skipped = [];
    await mapBounded(tracked.filter(({ path }) => isSoundOnDisk(path)), OPEN_FILES, async (item) => {
        const entry = (await inFolders(item.path)) ? await lookTracked(disk, item, systemHasLinks) : null;
        if (entry !== null)
            entries.set(item.path, entry);
        else if (item.skipped)
            skipped.push(item);
    });
    await mapBounded(untracked, OPEN_FILES, async (path) => {
        const place = path.replace(/\/$/, "");
        if (!isSoundOnDisk(place))
            return;
        const entry = place === path ? await disk.look(path) : { kind: "submodule", id: "0".repeat(40) };
        if (entry !== null && entry.kind !== "folder")
            entries.set(place, entry);
    });
    for (const [path, entry] of await skippedEntries(source, skipped))
        entries.set(path, entry);
    const inIndex = new Set(skipped.map(({ id }) => id));
    return {
        revision: "worktree",
        entries: completeEntries(entries),
        read: async (ids) => {
            const found = await disk.read(ids);
            const rest = await readBlobs(objects, ids.filter((id) => inIndex.has(id) && !found.has(id)));
            return new Map([...found, ...rest]);
        },
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/repository.js
// A git repository, open for reading.









/** Opens the repository that a folder lies in. Throws a UsageError when there is none, or git is missing or too old. */
async function openRepository(directory, environment = process.env) {
    const { git, bare, format } = await discoverRepository(directory, environment);
    const store = await openObjectStore(git, format);
    const objects = openObjectReader(store.git);
    const has = async (sha) => (await objects.read([sha])).get(sha)?.type === "commit";
    return {
        root: git.directory,
        bare,
        resolveCommit: (revision) => resolveCommit(git, revision),
        findCommit: (revision) => findCommit(git, revision),
        head: () => findCommit(git, "HEAD"),
        symbolicTarget: (ref) => symbolicTarget(git, ref),
        parents: (sha) => readParents(objects, sha),
        has,
        isShallow: () => isShallowClone(git),
        mergeBase: (a, b) => mergeBase(git, a, b),
        tree: (sha) => openCommitTree(store.git, objects, sha),
        worktree: () => {
            if (!bare)
                return openWorktree({ git, objectGit: store.git, objects, format });
            return Promise.reject(new failure/* UsageError */.e(`\`${git.directory}\` is a bare repository, which has no work tree`, "Compare two revisions instead: `seccomp-gate diff --base REV --head REV`."));
        },
        remote: openRemote(git, environment, has),
        [Symbol.asyncDispose]: async () => {
            await objects[Symbol.asyncDispose]();
            await store[Symbol.asyncDispose]();
        },
    };
}
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./.tsbuild/src/installation.js
// Where the program's own files are: the layout of `dist/`.

const beside = (path) => (0,external_node_url_namespaceObject.fileURLToPath)(new URL(path, import.meta.url));
/** Paths of what the renderer is made of, beside the entry point's own folder. */
const installation = { wasmPath: beside("../renderer.wasm.br"), workerPath: beside("../worker/index.js") };
;// CONCATENATED MODULE: ./.tsbuild/src/core/diff.js
// Two inventories of one target become pairs of postures, each with a direction.
/** How much an effective posture confines. What does not run, or has no seccomp, is not on the scale. */
const strength = {
    Unconfined: 0,
    RuntimeDefault: 1,
    Localhost: 2,
    Sandboxed: 3,
    NotApplicable: null,
    Rejected: null,
};
/** Between postures that run alike: to ask for Unconfined also defeats kubelet defaults and Pod Security's baseline. */
const explicitness = {
    Unconfined: 0,
    Unset: 1,
    RuntimeDefault: 2,
    Localhost: 2,
    Invalid: 0,
    NotApplicable: 0,
};
/** The direction from one posture to another, both on the same cluster. */
function direction(base, head) {
    const same = base.profile === head.profile && base.localhostProfile === head.localhostProfile && base.reason === head.reason;
    if (same && (base.cause === "privileged") === (head.cause === "privileged"))
        return "unchanged";
    const before = strength[base.effective];
    const after = strength[head.effective];
    if (before === null || after === null)
        return brokenDirection(base, head);
    if (before !== after)
        return after < before ? "weakened" : "strengthened";
    const explicit = explicitness[head.profile] - explicitness[base.profile];
    return explicit === 0 ? "changed" : explicit < 0 ? "weakened" : "strengthened";
}
/** A confined container that the API now refuses is broken, which counts as weaker; the reverse as stronger. */
function brokenDirection(base, head) {
    const confined = (posture) => (strength[posture.effective] ?? 0) > 0;
    if (head.effective === "Rejected" && confined(base))
        return "weakened";
    if (base.effective === "Rejected" && confined(head))
        return "strengthened";
    return "changed";
}
function changeOf(base, head, basis) {
    if (base !== null && head !== null)
        return direction(base.posture, head.posture);
    if (base !== null)
        return "removed";
    return basis === "unread" ? "changed" : "added";
}
/** Pairs the containers of two sides by identity. `basisOf` tells what is known of the base of a head container that has none. */
function pairInventories(base, head, basisOf) {
    const before = new Map(base.map((entry) => [entry.key, entry]));
    const after = new Set(head.map((entry) => entry.key));
    const pairs = head.map((entry) => {
        const was = before.get(entry.key) ?? null;
        const basis = was === null ? basisOf(entry) : "read";
        return { base: was, head: entry, basis, change: changeOf(was, entry, basis) };
    });
    for (const entry of base) {
        if (!after.has(entry.key))
            pairs.push({ base: entry, head: null, basis: "read", change: "removed" });
    }
    return pairs;
}
// EXTERNAL MODULE: ./.tsbuild/src/core/manifest.js + 2 modules
var manifest = __nccwpck_require__(586);
// EXTERNAL MODULE: ./.tsbuild/src/core/workload.js
var workload = __nccwpck_require__(209);
;// CONCATENATED MODULE: ./.tsbuild/src/core/container.js
// The one walk over a pod's containers: init (sidecars included), regular, ephemeral, in the order Kubernetes visits them.
// kubernetes/kubernetes: pkg/api/v1/pod/util.go (VisitContainers).


const lists = [
    { field: "initContainers", type: "init" },
    { field: "containers", type: "container" },
    { field: "ephemeralContainers", type: "ephemeral" },
];
/** Containers of a pod, in Kubernetes' order. Entries that are no objects are left out: no pod can be made of them. */
function* podContainers(holder) {
    for (const { field, type } of lists) {
        const entries = holder.podSpec[field];
        if (!Array.isArray(entries))
            continue;
        for (const [index, spec] of entries.entries()) {
            if (!(0,manifest/* isMapping */.pi)(spec))
                continue;
            yield {
                container: { type, name: (0,workload/* asText */.e1)(spec["name"]) ?? "" },
                spec,
                path: [...holder.podSpecPath, field, index],
            };
        }
    }
}
;// CONCATENATED MODULE: ./.tsbuild/src/core/posture.js
// The one statement of precedence: from a container and its pod to the seccomp profile it runs under.
// Kubernetes >= 1.27: kubernetes/kubernetes: pkg/kubelet/kuberuntime/helpers.go (getSeccompProfile), and what the API server
// accepts: pkg/apis/core/validation/validation.go (validateSeccompProfileField).


function decide(profile, cause, field, more = {}) {
    return { profile, cause, field, localhostProfile: null, reason: null, ...more };
}
const MAX_SHOWN = 100; // characters
/** A value as messages show it. Lists and objects are not spelled out: aliases can make them larger than memory. */
function show(value) {
    if (Array.isArray(value))
        return "[…]";
    if ((0,manifest/* isMapping */.pi)(value))
        return "{…}";
    const text = String(value);
    return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN).replace(/[\ud800-\udbff]$/, "")}…`;
}
const posture_quote = (value) => `\`${show(value)}\``;
/** Why a `localhostProfile` is refused, or null. `""` passes the API, and current kubelets refuse to start it (CVE-2023-2431). */
function refuseLocalhostProfile(value) {
    if (value === undefined || value === null)
        return "`type: Localhost` needs a `localhostProfile`";
    if (typeof value !== "string")
        return `\`localhostProfile\` must be a string, not ${posture_quote(value)}`;
    if (value === "")
        return "`localhostProfile` is empty: kubelets refuse to start it, and those before 1.27.2 ran it Unconfined (CVE-2023-2431)";
    if (value.startsWith("/"))
        return `\`localhostProfile\` ${posture_quote(value)} must be relative to the kubelet's seccomp folder`;
    if (value.split("/").includes(".."))
        return `\`localhostProfile\` ${posture_quote(value)} must not contain \`..\``;
    return null;
}
/** Reads one `seccompProfile` that is set. The object counts as a whole: a container's never inherits parts of the pod's. */
function readProfile(value, cause, path) {
    const invalid = (reason) => {
        const named = (0,workload/* fieldAt */.UK)(value, ["localhostProfile"]);
        return decide("Invalid", cause, path, { reason, localhostProfile: typeof named === "string" ? named : null });
    };
    if (!(0,manifest/* isMapping */.pi)(value))
        return invalid(`\`seccompProfile\` must be an object with a \`type\`, not ${posture_quote(value)}`);
    const { type, localhostProfile } = value;
    if (type === undefined || type === null || type === "")
        return invalid("`seccompProfile` has no `type`");
    if (type !== "RuntimeDefault" && type !== "Localhost" && type !== "Unconfined") {
        return invalid(`\`type: ${show(type)}\` is none of \`RuntimeDefault\`, \`Localhost\` and \`Unconfined\` (case counts)`);
    }
    if (type !== "Localhost") {
        if (localhostProfile === undefined || localhostProfile === null)
            return decide(type, cause, path);
        return invalid(`\`localhostProfile\` is only allowed with \`type: Localhost\`, not with \`${type}\``);
    }
    const refused = refuseLocalhostProfile(localhostProfile);
    if (refused !== null)
        return invalid(refused);
    return decide("Localhost", cause, path, { localhostProfile: String(localhostProfile) });
}
/** The profile that a security context sets, or null when it sets none (`null` counts as absent). */
function ownProfile(securityContext, cause, path) {
    if (securityContext === undefined || securityContext === null)
        return null;
    if (!(0,manifest/* isMapping */.pi)(securityContext)) {
        return decide("Invalid", cause, path, { reason: `\`securityContext\` must be an object, not ${posture_quote(securityContext)}` });
    }
    const profile = securityContext["seccompProfile"];
    return profile === undefined || profile === null ? null : readProfile(profile, cause, [...path, "seccompProfile"]);
}
/** The field that says the pod is for Windows, where no seccomp exists; null for Linux. */
function windowsField(holder) {
    if ((0,workload/* fieldAt */.UK)(holder.podSpec, ["os", "name"]) === "windows")
        return [...holder.podSpecPath, "os", "name"];
    for (const label of ["kubernetes.io/os", "beta.kubernetes.io/os"]) {
        if ((0,workload/* fieldAt */.UK)(holder.podSpec, ["nodeSelector", label]) === "windows")
            return [...holder.podSpecPath, "nodeSelector", label];
    }
    return null;
}
function resolve(holder, { spec, path }) {
    const windows = windowsField(holder);
    if (windows !== null)
        return decide("NotApplicable", "windows", windows);
    // The runtime drops any profile of a privileged container: containerd/containerd: internal/cri/sputil/seccomp_linux.go.
    const privilegedPath = [...path, "securityContext", "privileged"];
    const privileged = (0,workload/* fieldAt */.UK)(spec, ["securityContext", "privileged"]);
    if (privileged === true)
        return decide("Unconfined", "privileged", privilegedPath);
    if (privileged !== undefined && privileged !== null && privileged !== false) {
        return decide("Invalid", "container-field", privilegedPath, { reason: `\`privileged\` must be true or false, not ${posture_quote(privileged)}` });
    }
    return (ownProfile(spec["securityContext"], "container-field", [...path, "securityContext"]) ??
        ownProfile(holder.podSpec["securityContext"], "pod-field", [...holder.podSpecPath, "securityContext"]) ??
        decide("Unset", "none", null));
}
const effectiveOf = (defaults) => ({
    RuntimeDefault: "RuntimeDefault",
    Localhost: "Localhost",
    Unconfined: "Unconfined",
    Unset: defaults.seccompDefault ? "RuntimeDefault" : "Unconfined",
    Invalid: "Rejected",
    NotApplicable: "NotApplicable",
});
/** The posture of one container of a pod, and the path of the deciding field inside the object (null when nothing decides). */
function resolvePosture(holder, container, defaults) {
    const { field, ...decision } = resolve(holder, container);
    const decidedBy = field === null ? null : (0,workload/* fieldPath */.cn)(field);
    return { posture: { ...decision, decidedBy, effective: effectiveOf(defaults)[decision.profile] }, field };
}
;// CONCATENATED MODULE: ./.tsbuild/src/core/inventory.js
// All postures of one target on one side.




// Aliases could describe more containers than fit in memory; no real target comes near.
const MAX_CONTAINERS = 100_000;
/** Two objects of one identity: the API server would keep the last, so the author should know. */
function duplicateObject(workload, document) {
    return {
        kind: "duplicate-object",
        path: document.path,
        line: document.origin === "file" ? document.line : null,
        message: `${workload.kind} \`${workload.namespace ?? ""}/${workload.name}\` is described twice in this target; the last one applied wins`,
        remedy: "Remove one of the two, or give it another name.",
        blocking: false,
    };
}
/**
 * Takes stock of one target. `namespace` applies to objects that name none. Identity is target, group, kind, namespace,
 * name, container type and name; a repeated one is numbered, so that nothing is lost.
 */
function takeInventory(target, namespace, sources, defaults) {
    const entries = [];
    const problems = [];
    const objects = new Map();
    for (const source of sources) {
        const read = (0,manifest/* readDocuments */.r9)(source);
        problems.push(...read.problems);
        for (const document of read.documents) {
            try {
                for (const holder of (0,workload/* podHolders */.jm)(document, namespace)) {
                    const { workload } = holder;
                    const identity = [target, holder.group, workload.kind, workload.namespace, workload.name].join("\0");
                    const nth = (objects.get(identity) ?? 0) + 1;
                    objects.set(identity, nth);
                    if (nth > 1)
                        problems.push(duplicateObject(workload, document));
                    const names = new Map();
                    for (const found of podContainers(holder)) {
                        if (entries.length >= MAX_CONTAINERS)
                            throw new RangeError(`this target describes more than ${MAX_CONTAINERS} containers`);
                        const { container } = found;
                        const name = `${container.type}\0${container.name}`;
                        const nthName = (names.get(name) ?? 0) + 1;
                        names.set(name, nthName);
                        entries.push({
                            target,
                            workload,
                            container,
                            ...resolvePosture(holder, found, defaults),
                            key: [identity, nth, name, nthName].join("\0"),
                            document,
                            objectPath: holder.objectPath,
                            containerPath: found.path,
                        });
                    }
                }
            }
            catch (error) {
                if (!(error instanceof RangeError))
                    throw error;
                const remedy = "Split the List, or exclude the file if it is never applied.";
                problems.push({ kind: "limit", path: document.path, line: null, message: error.message, remedy, blocking: true });
            }
        }
    }
    return { entries, problems };
}
;// CONCATENATED MODULE: ./node_modules/@noble/hashes/utils.js
/**
 * Utilities for hex, bytes, CSPRNG.
 * @module
 */
/*! noble-hashes - MIT License (c) 2022 Paul Miller (paulmillr.com) */
/** Checks if something is Uint8Array. Be careful: nodejs Buffer will return true. */
function isBytes(a) {
    return a instanceof Uint8Array || (ArrayBuffer.isView(a) && a.constructor.name === 'Uint8Array');
}
/** Asserts something is positive integer. */
function anumber(n, title = '') {
    if (!Number.isSafeInteger(n) || n < 0) {
        const prefix = title && `"${title}" `;
        throw new Error(`${prefix}expected integer >= 0, got ${n}`);
    }
}
/** Asserts something is Uint8Array. */
function abytes(value, length, title = '') {
    const bytes = isBytes(value);
    const len = value?.length;
    const needsLen = length !== undefined;
    if (!bytes || (needsLen && len !== length)) {
        const prefix = title && `"${title}" `;
        const ofLen = needsLen ? ` of length ${length}` : '';
        const got = bytes ? `length=${len}` : `type=${typeof value}`;
        throw new Error(prefix + 'expected Uint8Array' + ofLen + ', got ' + got);
    }
    return value;
}
/** Asserts something is hash */
function ahash(h) {
    if (typeof h !== 'function' || typeof h.create !== 'function')
        throw new Error('Hash must wrapped by utils.createHasher');
    anumber(h.outputLen);
    anumber(h.blockLen);
}
/** Asserts a hash instance has not been destroyed / finished */
function aexists(instance, checkFinished = true) {
    if (instance.destroyed)
        throw new Error('Hash instance has been destroyed');
    if (checkFinished && instance.finished)
        throw new Error('Hash#digest() has already been called');
}
/** Asserts output is properly-sized byte array */
function aoutput(out, instance) {
    abytes(out, undefined, 'digestInto() output');
    const min = instance.outputLen;
    if (out.length < min) {
        throw new Error('"digestInto() output" expected to be of length >=' + min);
    }
}
/** Cast u8 / u16 / u32 to u8. */
function u8(arr) {
    return new Uint8Array(arr.buffer, arr.byteOffset, arr.byteLength);
}
/** Cast u8 / u16 / u32 to u32. */
function u32(arr) {
    return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
/** Zeroize a byte array. Warning: JS provides no guarantees. */
function clean(...arrays) {
    for (let i = 0; i < arrays.length; i++) {
        arrays[i].fill(0);
    }
}
/** Create DataView of an array for easy byte-level manipulation. */
function createView(arr) {
    return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
/** The rotate right (circular right shift) operation for uint32 */
function rotr(word, shift) {
    return (word << (32 - shift)) | (word >>> shift);
}
/** The rotate left (circular left shift) operation for uint32 */
function rotl(word, shift) {
    return (word << shift) | ((word >>> (32 - shift)) >>> 0);
}
/** Is current platform little-endian? Most are. Big-Endian platform: IBM */
const isLE = /* @__PURE__ */ (/* unused pure expression or super */ null && ((() => new Uint8Array(new Uint32Array([0x11223344]).buffer)[0] === 0x44)()));
/** The byte swap operation for uint32 */
function byteSwap(word) {
    return (((word << 24) & 0xff000000) |
        ((word << 8) & 0xff0000) |
        ((word >>> 8) & 0xff00) |
        ((word >>> 24) & 0xff));
}
/** Conditionally byte swap if on a big-endian platform */
const swap8IfBE = (/* unused pure expression or super */ null && (isLE
    ? (n) => n
    : (n) => byteSwap(n)));
/** In place byte swap for Uint32Array */
function byteSwap32(arr) {
    for (let i = 0; i < arr.length; i++) {
        arr[i] = byteSwap(arr[i]);
    }
    return arr;
}
const swap32IfBE = (/* unused pure expression or super */ null && (isLE
    ? (u) => u
    : byteSwap32));
// Built-in hex conversion https://caniuse.com/mdn-javascript_builtins_uint8array_fromhex
const hasHexBuiltin = /* @__PURE__ */ (() => 
// @ts-ignore
typeof Uint8Array.from([]).toHex === 'function' && typeof Uint8Array.fromHex === 'function')();
// Array where index 0xf0 (240) is mapped to string 'f0'
const hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));
/**
 * Convert byte array to hex string. Uses built-in function, when available.
 * @example bytesToHex(Uint8Array.from([0xca, 0xfe, 0x01, 0x23])) // 'cafe0123'
 */
function bytesToHex(bytes) {
    abytes(bytes);
    // @ts-ignore
    if (hasHexBuiltin)
        return bytes.toHex();
    // pre-caching improves the speed 6x
    let hex = '';
    for (let i = 0; i < bytes.length; i++) {
        hex += hexes[bytes[i]];
    }
    return hex;
}
// We use optimized technique to convert hex string to byte array
const asciis = { _0: 48, _9: 57, A: 65, F: 70, a: 97, f: 102 };
function asciiToBase16(ch) {
    if (ch >= asciis._0 && ch <= asciis._9)
        return ch - asciis._0; // '2' => 50-48
    if (ch >= asciis.A && ch <= asciis.F)
        return ch - (asciis.A - 10); // 'B' => 66-(65-10)
    if (ch >= asciis.a && ch <= asciis.f)
        return ch - (asciis.a - 10); // 'b' => 98-(97-10)
    return;
}
/**
 * Convert hex string to byte array. Uses built-in function, when available.
 * @example hexToBytes('cafe0123') // Uint8Array.from([0xca, 0xfe, 0x01, 0x23])
 */
function hexToBytes(hex) {
    if (typeof hex !== 'string')
        throw new Error('hex string expected, got ' + typeof hex);
    // @ts-ignore
    if (hasHexBuiltin)
        return Uint8Array.fromHex(hex);
    const hl = hex.length;
    const al = hl / 2;
    if (hl % 2)
        throw new Error('hex string expected, got unpadded hex of length ' + hl);
    const array = new Uint8Array(al);
    for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
        const n1 = asciiToBase16(hex.charCodeAt(hi));
        const n2 = asciiToBase16(hex.charCodeAt(hi + 1));
        if (n1 === undefined || n2 === undefined) {
            const char = hex[hi] + hex[hi + 1];
            throw new Error('hex string expected, got non-hex character "' + char + '" at index ' + hi);
        }
        array[ai] = n1 * 16 + n2; // multiply first octet, e.g. 'a3' => 10*16+3 => 160 + 3 => 163
    }
    return array;
}
/**
 * There is no setImmediate in browser and setTimeout is slow.
 * Call of async fn will return Promise, which will be fullfiled only on
 * next scheduler queue processing step and this is exactly what we need.
 */
const nextTick = async () => { };
/** Returns control to thread each 'tick' ms to avoid blocking. */
async function asyncLoop(iters, tick, cb) {
    let ts = Date.now();
    for (let i = 0; i < iters; i++) {
        cb(i);
        // Date.now() is not monotonic, so in case if clock goes backwards we return return control too
        const diff = Date.now() - ts;
        if (diff >= 0 && diff < tick)
            continue;
        await nextTick();
        ts += diff;
    }
}
/**
 * Converts string to bytes using UTF8 encoding.
 * Built-in doesn't validate input to be string: we do the check.
 * @example utf8ToBytes('abc') // Uint8Array.from([97, 98, 99])
 */
function utf8ToBytes(str) {
    if (typeof str !== 'string')
        throw new Error('string expected');
    return new Uint8Array(new TextEncoder().encode(str)); // https://bugzil.la/1681809
}
/**
 * Helper for KDFs: consumes uint8array or string.
 * When string is passed, does utf8 decoding, using TextDecoder.
 */
function kdfInputToBytes(data, errorTitle = '') {
    if (typeof data === 'string')
        return utf8ToBytes(data);
    return abytes(data, undefined, errorTitle);
}
/** Copies several Uint8Arrays into one. */
function concatBytes(...arrays) {
    let sum = 0;
    for (let i = 0; i < arrays.length; i++) {
        const a = arrays[i];
        abytes(a);
        sum += a.length;
    }
    const res = new Uint8Array(sum);
    for (let i = 0, pad = 0; i < arrays.length; i++) {
        const a = arrays[i];
        res.set(a, pad);
        pad += a.length;
    }
    return res;
}
/** Merges default options and passed options. */
function checkOpts(defaults, opts) {
    if (opts !== undefined && {}.toString.call(opts) !== '[object Object]')
        throw new Error('options must be object or undefined');
    const merged = Object.assign(defaults, opts);
    return merged;
}
/** Creates function with outputLen, blockLen, create properties from a class constructor. */
function utils_createHasher(hashCons, info = {}) {
    const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
    const tmp = hashCons(undefined);
    hashC.outputLen = tmp.outputLen;
    hashC.blockLen = tmp.blockLen;
    hashC.create = (opts) => hashCons(opts);
    Object.assign(hashC, info);
    return Object.freeze(hashC);
}
/** Cryptographically secure PRNG. Uses internal OS-level `crypto.getRandomValues`. */
function randomBytes(bytesLength = 32) {
    const cr = typeof globalThis === 'object' ? globalThis.crypto : null;
    if (typeof cr?.getRandomValues !== 'function')
        throw new Error('crypto.getRandomValues must be defined');
    return cr.getRandomValues(new Uint8Array(bytesLength));
}
/** Creates OID opts for NIST hashes, with prefix 06 09 60 86 48 01 65 03 04 02. */
const utils_oidNist = (suffix) => ({
    oid: Uint8Array.from([0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, suffix]),
});
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@noble/hashes/_md.js
/**
 * Internal Merkle-Damgard hash utils.
 * @module
 */

/** Choice: a ? b : c */
function Chi(a, b, c) {
    return (a & b) ^ (~a & c);
}
/** Majority function, true if any two inputs is true. */
function Maj(a, b, c) {
    return (a & b) ^ (a & c) ^ (b & c);
}
/**
 * Merkle-Damgard hash construction base class.
 * Could be used to create MD5, RIPEMD, SHA1, SHA2.
 */
class HashMD {
    blockLen;
    outputLen;
    padOffset;
    isLE;
    // For partial updates less than block size
    buffer;
    view;
    finished = false;
    length = 0;
    pos = 0;
    destroyed = false;
    constructor(blockLen, outputLen, padOffset, isLE) {
        this.blockLen = blockLen;
        this.outputLen = outputLen;
        this.padOffset = padOffset;
        this.isLE = isLE;
        this.buffer = new Uint8Array(blockLen);
        this.view = createView(this.buffer);
    }
    update(data) {
        aexists(this);
        abytes(data);
        const { view, buffer, blockLen } = this;
        const len = data.length;
        for (let pos = 0; pos < len;) {
            const take = Math.min(blockLen - this.pos, len - pos);
            // Fast path: we have at least one block in input, cast it to view and process
            if (take === blockLen) {
                const dataView = createView(data);
                for (; blockLen <= len - pos; pos += blockLen)
                    this.process(dataView, pos);
                continue;
            }
            buffer.set(data.subarray(pos, pos + take), this.pos);
            this.pos += take;
            pos += take;
            if (this.pos === blockLen) {
                this.process(view, 0);
                this.pos = 0;
            }
        }
        this.length += data.length;
        this.roundClean();
        return this;
    }
    digestInto(out) {
        aexists(this);
        aoutput(out, this);
        this.finished = true;
        // Padding
        // We can avoid allocation of buffer for padding completely if it
        // was previously not allocated here. But it won't change performance.
        const { buffer, view, blockLen, isLE } = this;
        let { pos } = this;
        // append the bit '1' to the message
        buffer[pos++] = 0b10000000;
        clean(this.buffer.subarray(pos));
        // we have less than padOffset left in buffer, so we cannot put length in
        // current block, need process it and pad again
        if (this.padOffset > blockLen - pos) {
            this.process(view, 0);
            pos = 0;
        }
        // Pad until full block byte with zeros
        for (let i = pos; i < blockLen; i++)
            buffer[i] = 0;
        // Note: sha512 requires length to be 128bit integer, but length in JS will overflow before that
        // You need to write around 2 exabytes (u64_max / 8 / (1024**6)) for this to happen.
        // So we just write lowest 64 bits of that value.
        view.setBigUint64(blockLen - 8, BigInt(this.length * 8), isLE);
        this.process(view, 0);
        const oview = createView(out);
        const len = this.outputLen;
        // NOTE: we do division by 4 later, which must be fused in single op with modulo by JIT
        if (len % 4)
            throw new Error('_sha2: outputLen must be aligned to 32bit');
        const outLen = len / 4;
        const state = this.get();
        if (outLen > state.length)
            throw new Error('_sha2: outputLen bigger than state');
        for (let i = 0; i < outLen; i++)
            oview.setUint32(4 * i, state[i], isLE);
    }
    digest() {
        const { buffer, outputLen } = this;
        this.digestInto(buffer);
        const res = buffer.slice(0, outputLen);
        this.destroy();
        return res;
    }
    _cloneInto(to) {
        to ||= new this.constructor();
        to.set(...this.get());
        const { blockLen, buffer, length, finished, destroyed, pos } = this;
        to.destroyed = destroyed;
        to.finished = finished;
        to.length = length;
        to.pos = pos;
        if (length % blockLen)
            to.buffer.set(buffer);
        return to;
    }
    clone() {
        return this._cloneInto();
    }
}
/**
 * Initial SHA-2 state: fractional parts of square roots of first 16 primes 2..53.
 * Check out `test/misc/sha2-gen-iv.js` for recomputation guide.
 */
/** Initial SHA256 state. Bits 0..32 of frac part of sqrt of primes 2..19 */
const SHA256_IV = /* @__PURE__ */ Uint32Array.from([
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);
/** Initial SHA224 state. Bits 32..64 of frac part of sqrt of primes 23..53 */
const SHA224_IV = /* @__PURE__ */ Uint32Array.from([
    0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
]);
/** Initial SHA384 state. Bits 0..64 of frac part of sqrt of primes 23..53 */
const SHA384_IV = /* @__PURE__ */ Uint32Array.from([
    0xcbbb9d5d, 0xc1059ed8, 0x629a292a, 0x367cd507, 0x9159015a, 0x3070dd17, 0x152fecd8, 0xf70e5939,
    0x67332667, 0xffc00b31, 0x8eb44a87, 0x68581511, 0xdb0c2e0d, 0x64f98fa7, 0x47b5481d, 0xbefa4fa4,
]);
/** Initial SHA512 state. Bits 0..64 of frac part of sqrt of primes 2..19 */
const SHA512_IV = /* @__PURE__ */ Uint32Array.from([
    0x6a09e667, 0xf3bcc908, 0xbb67ae85, 0x84caa73b, 0x3c6ef372, 0xfe94f82b, 0xa54ff53a, 0x5f1d36f1,
    0x510e527f, 0xade682d1, 0x9b05688c, 0x2b3e6c1f, 0x1f83d9ab, 0xfb41bd6b, 0x5be0cd19, 0x137e2179,
]);
//# sourceMappingURL=_md.js.map
;// CONCATENATED MODULE: ./node_modules/@noble/hashes/_u64.js
/**
 * Internal helpers for u64. BigUint64Array is too slow as per 2025, so we implement it using Uint32Array.
 * @todo re-check https://issues.chromium.org/issues/42212588
 * @module
 */
const U32_MASK64 = /* @__PURE__ */ BigInt(2 ** 32 - 1);
const _32n = /* @__PURE__ */ BigInt(32);
function fromBig(n, le = false) {
    if (le)
        return { h: Number(n & U32_MASK64), l: Number((n >> _32n) & U32_MASK64) };
    return { h: Number((n >> _32n) & U32_MASK64) | 0, l: Number(n & U32_MASK64) | 0 };
}
function split(lst, le = false) {
    const len = lst.length;
    let Ah = new Uint32Array(len);
    let Al = new Uint32Array(len);
    for (let i = 0; i < len; i++) {
        const { h, l } = fromBig(lst[i], le);
        [Ah[i], Al[i]] = [h, l];
    }
    return [Ah, Al];
}
const toBig = (h, l) => (BigInt(h >>> 0) << _32n) | BigInt(l >>> 0);
// for Shift in [0, 32)
const shrSH = (h, _l, s) => h >>> s;
const shrSL = (h, l, s) => (h << (32 - s)) | (l >>> s);
// Right rotate for Shift in [1, 32)
const rotrSH = (h, l, s) => (h >>> s) | (l << (32 - s));
const rotrSL = (h, l, s) => (h << (32 - s)) | (l >>> s);
// Right rotate for Shift in (32, 64), NOTE: 32 is special case.
const rotrBH = (h, l, s) => (h << (64 - s)) | (l >>> (s - 32));
const rotrBL = (h, l, s) => (h >>> (s - 32)) | (l << (64 - s));
// Right rotate for shift===32 (just swaps l&h)
const rotr32H = (_h, l) => l;
const rotr32L = (h, _l) => h;
// Left rotate for Shift in [1, 32)
const rotlSH = (h, l, s) => (h << s) | (l >>> (32 - s));
const rotlSL = (h, l, s) => (l << s) | (h >>> (32 - s));
// Left rotate for Shift in (32, 64), NOTE: 32 is special case.
const rotlBH = (h, l, s) => (l << (s - 32)) | (h >>> (64 - s));
const rotlBL = (h, l, s) => (h << (s - 32)) | (l >>> (64 - s));
// JS uses 32-bit signed integers for bitwise operations which means we cannot
// simple take carry out of low bit sum by shift, we need to use division.
function add(Ah, Al, Bh, Bl) {
    const l = (Al >>> 0) + (Bl >>> 0);
    return { h: (Ah + Bh + ((l / 2 ** 32) | 0)) | 0, l: l | 0 };
}
// Addition with more than 2 elements
const add3L = (Al, Bl, Cl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0);
const add3H = (low, Ah, Bh, Ch) => (Ah + Bh + Ch + ((low / 2 ** 32) | 0)) | 0;
const add4L = (Al, Bl, Cl, Dl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0);
const add4H = (low, Ah, Bh, Ch, Dh) => (Ah + Bh + Ch + Dh + ((low / 2 ** 32) | 0)) | 0;
const add5L = (Al, Bl, Cl, Dl, El) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0) + (El >>> 0);
const add5H = (low, Ah, Bh, Ch, Dh, Eh) => (Ah + Bh + Ch + Dh + Eh + ((low / 2 ** 32) | 0)) | 0;
// prettier-ignore

// prettier-ignore
const u64 = {
    fromBig, split, toBig,
    shrSH, shrSL,
    rotrSH, rotrSL, rotrBH, rotrBL,
    rotr32H, rotr32L,
    rotlSH, rotlSL, rotlBH, rotlBL,
    add, add3L, add3H, add4L, add4H, add5H, add5L,
};
/* harmony default export */ const _u64 = ((/* unused pure expression or super */ null && (u64)));
//# sourceMappingURL=_u64.js.map
;// CONCATENATED MODULE: ./node_modules/@noble/hashes/sha2.js
/**
 * SHA2 hash function. A.k.a. sha256, sha384, sha512, sha512_224, sha512_256.
 * SHA256 is the fastest hash implementable in JS, even faster than Blake3.
 * Check out [RFC 4634](https://www.rfc-editor.org/rfc/rfc4634) and
 * [FIPS 180-4](https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf).
 * @module
 */



/**
 * Round constants:
 * First 32 bits of fractional parts of the cube roots of the first 64 primes 2..311)
 */
// prettier-ignore
const SHA256_K = /* @__PURE__ */ Uint32Array.from([
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
]);
/** Reusable temporary buffer. "W" comes straight from spec. */
const SHA256_W = /* @__PURE__ */ new Uint32Array(64);
/** Internal 32-byte base SHA2 hash class. */
class SHA2_32B extends HashMD {
    constructor(outputLen) {
        super(64, outputLen, 8, false);
    }
    get() {
        const { A, B, C, D, E, F, G, H } = this;
        return [A, B, C, D, E, F, G, H];
    }
    // prettier-ignore
    set(A, B, C, D, E, F, G, H) {
        this.A = A | 0;
        this.B = B | 0;
        this.C = C | 0;
        this.D = D | 0;
        this.E = E | 0;
        this.F = F | 0;
        this.G = G | 0;
        this.H = H | 0;
    }
    process(view, offset) {
        // Extend the first 16 words into the remaining 48 words w[16..63] of the message schedule array
        for (let i = 0; i < 16; i++, offset += 4)
            SHA256_W[i] = view.getUint32(offset, false);
        for (let i = 16; i < 64; i++) {
            const W15 = SHA256_W[i - 15];
            const W2 = SHA256_W[i - 2];
            const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ (W15 >>> 3);
            const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ (W2 >>> 10);
            SHA256_W[i] = (s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16]) | 0;
        }
        // Compression function main loop, 64 rounds
        let { A, B, C, D, E, F, G, H } = this;
        for (let i = 0; i < 64; i++) {
            const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
            const T1 = (H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i]) | 0;
            const sigma0 = rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22);
            const T2 = (sigma0 + Maj(A, B, C)) | 0;
            H = G;
            G = F;
            F = E;
            E = (D + T1) | 0;
            D = C;
            C = B;
            B = A;
            A = (T1 + T2) | 0;
        }
        // Add the compressed chunk to the current hash value
        A = (A + this.A) | 0;
        B = (B + this.B) | 0;
        C = (C + this.C) | 0;
        D = (D + this.D) | 0;
        E = (E + this.E) | 0;
        F = (F + this.F) | 0;
        G = (G + this.G) | 0;
        H = (H + this.H) | 0;
        this.set(A, B, C, D, E, F, G, H);
    }
    roundClean() {
        clean(SHA256_W);
    }
    destroy() {
        this.set(0, 0, 0, 0, 0, 0, 0, 0);
        clean(this.buffer);
    }
}
/** Internal SHA2-256 hash class. */
class _SHA256 extends SHA2_32B {
    // We cannot use array here since array allows indexing by variable
    // which means optimizer/compiler cannot use registers.
    A = SHA256_IV[0] | 0;
    B = SHA256_IV[1] | 0;
    C = SHA256_IV[2] | 0;
    D = SHA256_IV[3] | 0;
    E = SHA256_IV[4] | 0;
    F = SHA256_IV[5] | 0;
    G = SHA256_IV[6] | 0;
    H = SHA256_IV[7] | 0;
    constructor() {
        super(32);
    }
}
/** Internal SHA2-224 hash class. */
class _SHA224 extends SHA2_32B {
    A = SHA224_IV[0] | 0;
    B = SHA224_IV[1] | 0;
    C = SHA224_IV[2] | 0;
    D = SHA224_IV[3] | 0;
    E = SHA224_IV[4] | 0;
    F = SHA224_IV[5] | 0;
    G = SHA224_IV[6] | 0;
    H = SHA224_IV[7] | 0;
    constructor() {
        super(28);
    }
}
// SHA2-512 is slower than sha256 in js because u64 operations are slow.
// Round contants
// First 32 bits of the fractional parts of the cube roots of the first 80 primes 2..409
// prettier-ignore
const K512 = /* @__PURE__ */ (() => split([
    '0x428a2f98d728ae22', '0x7137449123ef65cd', '0xb5c0fbcfec4d3b2f', '0xe9b5dba58189dbbc',
    '0x3956c25bf348b538', '0x59f111f1b605d019', '0x923f82a4af194f9b', '0xab1c5ed5da6d8118',
    '0xd807aa98a3030242', '0x12835b0145706fbe', '0x243185be4ee4b28c', '0x550c7dc3d5ffb4e2',
    '0x72be5d74f27b896f', '0x80deb1fe3b1696b1', '0x9bdc06a725c71235', '0xc19bf174cf692694',
    '0xe49b69c19ef14ad2', '0xefbe4786384f25e3', '0x0fc19dc68b8cd5b5', '0x240ca1cc77ac9c65',
    '0x2de92c6f592b0275', '0x4a7484aa6ea6e483', '0x5cb0a9dcbd41fbd4', '0x76f988da831153b5',
    '0x983e5152ee66dfab', '0xa831c66d2db43210', '0xb00327c898fb213f', '0xbf597fc7beef0ee4',
    '0xc6e00bf33da88fc2', '0xd5a79147930aa725', '0x06ca6351e003826f', '0x142929670a0e6e70',
    '0x27b70a8546d22ffc', '0x2e1b21385c26c926', '0x4d2c6dfc5ac42aed', '0x53380d139d95b3df',
    '0x650a73548baf63de', '0x766a0abb3c77b2a8', '0x81c2c92e47edaee6', '0x92722c851482353b',
    '0xa2bfe8a14cf10364', '0xa81a664bbc423001', '0xc24b8b70d0f89791', '0xc76c51a30654be30',
    '0xd192e819d6ef5218', '0xd69906245565a910', '0xf40e35855771202a', '0x106aa07032bbd1b8',
    '0x19a4c116b8d2d0c8', '0x1e376c085141ab53', '0x2748774cdf8eeb99', '0x34b0bcb5e19b48a8',
    '0x391c0cb3c5c95a63', '0x4ed8aa4ae3418acb', '0x5b9cca4f7763e373', '0x682e6ff3d6b2b8a3',
    '0x748f82ee5defb2fc', '0x78a5636f43172f60', '0x84c87814a1f0ab72', '0x8cc702081a6439ec',
    '0x90befffa23631e28', '0xa4506cebde82bde9', '0xbef9a3f7b2c67915', '0xc67178f2e372532b',
    '0xca273eceea26619c', '0xd186b8c721c0c207', '0xeada7dd6cde0eb1e', '0xf57d4f7fee6ed178',
    '0x06f067aa72176fba', '0x0a637dc5a2c898a6', '0x113f9804bef90dae', '0x1b710b35131c471b',
    '0x28db77f523047d84', '0x32caab7b40c72493', '0x3c9ebe0a15c9bebc', '0x431d67c49c100d4c',
    '0x4cc5d4becb3e42b6', '0x597f299cfc657e2a', '0x5fcb6fab3ad6faec', '0x6c44198c4a475817'
].map(n => BigInt(n))))();
const SHA512_Kh = /* @__PURE__ */ (() => K512[0])();
const SHA512_Kl = /* @__PURE__ */ (() => K512[1])();
// Reusable temporary buffers
const SHA512_W_H = /* @__PURE__ */ new Uint32Array(80);
const SHA512_W_L = /* @__PURE__ */ new Uint32Array(80);
/** Internal 64-byte base SHA2 hash class. */
class SHA2_64B extends HashMD {
    constructor(outputLen) {
        super(128, outputLen, 16, false);
    }
    // prettier-ignore
    get() {
        const { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
        return [Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl];
    }
    // prettier-ignore
    set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl) {
        this.Ah = Ah | 0;
        this.Al = Al | 0;
        this.Bh = Bh | 0;
        this.Bl = Bl | 0;
        this.Ch = Ch | 0;
        this.Cl = Cl | 0;
        this.Dh = Dh | 0;
        this.Dl = Dl | 0;
        this.Eh = Eh | 0;
        this.El = El | 0;
        this.Fh = Fh | 0;
        this.Fl = Fl | 0;
        this.Gh = Gh | 0;
        this.Gl = Gl | 0;
        this.Hh = Hh | 0;
        this.Hl = Hl | 0;
    }
    process(view, offset) {
        // Extend the first 16 words into the remaining 64 words w[16..79] of the message schedule array
        for (let i = 0; i < 16; i++, offset += 4) {
            SHA512_W_H[i] = view.getUint32(offset);
            SHA512_W_L[i] = view.getUint32((offset += 4));
        }
        for (let i = 16; i < 80; i++) {
            // s0 := (w[i-15] rightrotate 1) xor (w[i-15] rightrotate 8) xor (w[i-15] rightshift 7)
            const W15h = SHA512_W_H[i - 15] | 0;
            const W15l = SHA512_W_L[i - 15] | 0;
            const s0h = rotrSH(W15h, W15l, 1) ^ rotrSH(W15h, W15l, 8) ^ shrSH(W15h, W15l, 7);
            const s0l = rotrSL(W15h, W15l, 1) ^ rotrSL(W15h, W15l, 8) ^ shrSL(W15h, W15l, 7);
            // s1 := (w[i-2] rightrotate 19) xor (w[i-2] rightrotate 61) xor (w[i-2] rightshift 6)
            const W2h = SHA512_W_H[i - 2] | 0;
            const W2l = SHA512_W_L[i - 2] | 0;
            const s1h = rotrSH(W2h, W2l, 19) ^ rotrBH(W2h, W2l, 61) ^ shrSH(W2h, W2l, 6);
            const s1l = rotrSL(W2h, W2l, 19) ^ rotrBL(W2h, W2l, 61) ^ shrSL(W2h, W2l, 6);
            // SHA256_W[i] = s0 + s1 + SHA256_W[i - 7] + SHA256_W[i - 16];
            const SUMl = add4L(s0l, s1l, SHA512_W_L[i - 7], SHA512_W_L[i - 16]);
            const SUMh = add4H(SUMl, s0h, s1h, SHA512_W_H[i - 7], SHA512_W_H[i - 16]);
            SHA512_W_H[i] = SUMh | 0;
            SHA512_W_L[i] = SUMl | 0;
        }
        let { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
        // Compression function main loop, 80 rounds
        for (let i = 0; i < 80; i++) {
            // S1 := (e rightrotate 14) xor (e rightrotate 18) xor (e rightrotate 41)
            const sigma1h = rotrSH(Eh, El, 14) ^ rotrSH(Eh, El, 18) ^ rotrBH(Eh, El, 41);
            const sigma1l = rotrSL(Eh, El, 14) ^ rotrSL(Eh, El, 18) ^ rotrBL(Eh, El, 41);
            //const T1 = (H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i]) | 0;
            const CHIh = (Eh & Fh) ^ (~Eh & Gh);
            const CHIl = (El & Fl) ^ (~El & Gl);
            // T1 = H + sigma1 + Chi(E, F, G) + SHA512_K[i] + SHA512_W[i]
            // prettier-ignore
            const T1ll = add5L(Hl, sigma1l, CHIl, SHA512_Kl[i], SHA512_W_L[i]);
            const T1h = add5H(T1ll, Hh, sigma1h, CHIh, SHA512_Kh[i], SHA512_W_H[i]);
            const T1l = T1ll | 0;
            // S0 := (a rightrotate 28) xor (a rightrotate 34) xor (a rightrotate 39)
            const sigma0h = rotrSH(Ah, Al, 28) ^ rotrBH(Ah, Al, 34) ^ rotrBH(Ah, Al, 39);
            const sigma0l = rotrSL(Ah, Al, 28) ^ rotrBL(Ah, Al, 34) ^ rotrBL(Ah, Al, 39);
            const MAJh = (Ah & Bh) ^ (Ah & Ch) ^ (Bh & Ch);
            const MAJl = (Al & Bl) ^ (Al & Cl) ^ (Bl & Cl);
            Hh = Gh | 0;
            Hl = Gl | 0;
            Gh = Fh | 0;
            Gl = Fl | 0;
            Fh = Eh | 0;
            Fl = El | 0;
            ({ h: Eh, l: El } = add(Dh | 0, Dl | 0, T1h | 0, T1l | 0));
            Dh = Ch | 0;
            Dl = Cl | 0;
            Ch = Bh | 0;
            Cl = Bl | 0;
            Bh = Ah | 0;
            Bl = Al | 0;
            const All = add3L(T1l, sigma0l, MAJl);
            Ah = add3H(All, T1h, sigma0h, MAJh);
            Al = All | 0;
        }
        // Add the compressed chunk to the current hash value
        ({ h: Ah, l: Al } = add(this.Ah | 0, this.Al | 0, Ah | 0, Al | 0));
        ({ h: Bh, l: Bl } = add(this.Bh | 0, this.Bl | 0, Bh | 0, Bl | 0));
        ({ h: Ch, l: Cl } = add(this.Ch | 0, this.Cl | 0, Ch | 0, Cl | 0));
        ({ h: Dh, l: Dl } = add(this.Dh | 0, this.Dl | 0, Dh | 0, Dl | 0));
        ({ h: Eh, l: El } = add(this.Eh | 0, this.El | 0, Eh | 0, El | 0));
        ({ h: Fh, l: Fl } = add(this.Fh | 0, this.Fl | 0, Fh | 0, Fl | 0));
        ({ h: Gh, l: Gl } = add(this.Gh | 0, this.Gl | 0, Gh | 0, Gl | 0));
        ({ h: Hh, l: Hl } = add(this.Hh | 0, this.Hl | 0, Hh | 0, Hl | 0));
        this.set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl);
    }
    roundClean() {
        clean(SHA512_W_H, SHA512_W_L);
    }
    destroy() {
        clean(this.buffer);
        this.set(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
/** Internal SHA2-512 hash class. */
class _SHA512 extends SHA2_64B {
    Ah = SHA512_IV[0] | 0;
    Al = SHA512_IV[1] | 0;
    Bh = SHA512_IV[2] | 0;
    Bl = SHA512_IV[3] | 0;
    Ch = SHA512_IV[4] | 0;
    Cl = SHA512_IV[5] | 0;
    Dh = SHA512_IV[6] | 0;
    Dl = SHA512_IV[7] | 0;
    Eh = SHA512_IV[8] | 0;
    El = SHA512_IV[9] | 0;
    Fh = SHA512_IV[10] | 0;
    Fl = SHA512_IV[11] | 0;
    Gh = SHA512_IV[12] | 0;
    Gl = SHA512_IV[13] | 0;
    Hh = SHA512_IV[14] | 0;
    Hl = SHA512_IV[15] | 0;
    constructor() {
        super(64);
    }
}
/** Internal SHA2-384 hash class. */
class _SHA384 extends SHA2_64B {
    Ah = SHA384_IV[0] | 0;
    Al = SHA384_IV[1] | 0;
    Bh = SHA384_IV[2] | 0;
    Bl = SHA384_IV[3] | 0;
    Ch = SHA384_IV[4] | 0;
    Cl = SHA384_IV[5] | 0;
    Dh = SHA384_IV[6] | 0;
    Dl = SHA384_IV[7] | 0;
    Eh = SHA384_IV[8] | 0;
    El = SHA384_IV[9] | 0;
    Fh = SHA384_IV[10] | 0;
    Fl = SHA384_IV[11] | 0;
    Gh = SHA384_IV[12] | 0;
    Gl = SHA384_IV[13] | 0;
    Hh = SHA384_IV[14] | 0;
    Hl = SHA384_IV[15] | 0;
    constructor() {
        super(48);
    }
}
/**
 * Truncated SHA512/256 and SHA512/224.
 * SHA512_IV is XORed with 0xa5a5a5a5a5a5a5a5, then used as "intermediary" IV of SHA512/t.
 * Then t hashes string to produce result IV.
 * See `test/misc/sha2-gen-iv.js`.
 */
/** SHA512/224 IV */
const T224_IV = /* @__PURE__ */ Uint32Array.from([
    0x8c3d37c8, 0x19544da2, 0x73e19966, 0x89dcd4d6, 0x1dfab7ae, 0x32ff9c82, 0x679dd514, 0x582f9fcf,
    0x0f6d2b69, 0x7bd44da8, 0x77e36f73, 0x04c48942, 0x3f9d85a8, 0x6a1d36c8, 0x1112e6ad, 0x91d692a1,
]);
/** SHA512/256 IV */
const T256_IV = /* @__PURE__ */ Uint32Array.from([
    0x22312194, 0xfc2bf72c, 0x9f555fa3, 0xc84c64c2, 0x2393b86b, 0x6f53b151, 0x96387719, 0x5940eabd,
    0x96283ee2, 0xa88effe3, 0xbe5e1e25, 0x53863992, 0x2b0199fc, 0x2c85b8aa, 0x0eb72ddc, 0x81c52ca2,
]);
/** Internal SHA2-512/224 hash class. */
class _SHA512_224 extends SHA2_64B {
    Ah = T224_IV[0] | 0;
    Al = T224_IV[1] | 0;
    Bh = T224_IV[2] | 0;
    Bl = T224_IV[3] | 0;
    Ch = T224_IV[4] | 0;
    Cl = T224_IV[5] | 0;
    Dh = T224_IV[6] | 0;
    Dl = T224_IV[7] | 0;
    Eh = T224_IV[8] | 0;
    El = T224_IV[9] | 0;
    Fh = T224_IV[10] | 0;
    Fl = T224_IV[11] | 0;
    Gh = T224_IV[12] | 0;
    Gl = T224_IV[13] | 0;
    Hh = T224_IV[14] | 0;
    Hl = T224_IV[15] | 0;
    constructor() {
        super(28);
    }
}
/** Internal SHA2-512/256 hash class. */
class _SHA512_256 extends SHA2_64B {
    Ah = T256_IV[0] | 0;
    Al = T256_IV[1] | 0;
    Bh = T256_IV[2] | 0;
    Bl = T256_IV[3] | 0;
    Ch = T256_IV[4] | 0;
    Cl = T256_IV[5] | 0;
    Dh = T256_IV[6] | 0;
    Dl = T256_IV[7] | 0;
    Eh = T256_IV[8] | 0;
    El = T256_IV[9] | 0;
    Fh = T256_IV[10] | 0;
    Fl = T256_IV[11] | 0;
    Gh = T256_IV[12] | 0;
    Gl = T256_IV[13] | 0;
    Hh = T256_IV[14] | 0;
    Hl = T256_IV[15] | 0;
    constructor() {
        super(32);
    }
}
/**
 * SHA2-256 hash function from RFC 4634. In JS it's the fastest: even faster than Blake3. Some info:
 *
 * - Trying 2^128 hashes would get 50% chance of collision, using birthday attack.
 * - BTC network is doing 2^70 hashes/sec (2^95 hashes/year) as per 2025.
 * - Each sha256 hash is executing 2^18 bit operations.
 * - Good 2024 ASICs can do 200Th/sec with 3500 watts of power, corresponding to 2^36 hashes/joule.
 */
const sha256 = /* @__PURE__ */ utils_createHasher(() => new _SHA256(), 
/* @__PURE__ */ utils_oidNist(0x01));
/** SHA2-224 hash function from RFC 4634 */
const sha224 = /* @__PURE__ */ (/* unused pure expression or super */ null && (createHasher(() => new _SHA224(), 
/* @__PURE__ */ oidNist(0x04))));
/** SHA2-512 hash function from RFC 4634. */
const sha512 = /* @__PURE__ */ (/* unused pure expression or super */ null && (createHasher(() => new _SHA512(), 
/* @__PURE__ */ oidNist(0x03))));
/** SHA2-384 hash function from RFC 4634. */
const sha384 = /* @__PURE__ */ (/* unused pure expression or super */ null && (createHasher(() => new _SHA384(), 
/* @__PURE__ */ oidNist(0x02))));
/**
 * SHA2-512/256 "truncated" hash function, with improved resistance to length extension attacks.
 * See the paper on [truncated SHA512](https://eprint.iacr.org/2010/548.pdf).
 */
const sha512_256 = /* @__PURE__ */ (/* unused pure expression or super */ null && (createHasher(() => new _SHA512_256(), 
/* @__PURE__ */ oidNist(0x06))));
/**
 * SHA2-512/224 "truncated" hash function, with improved resistance to length extension attacks.
 * See the paper on [truncated SHA512](https://eprint.iacr.org/2010/548.pdf).
 */
const sha512_224 = /* @__PURE__ */ (/* unused pure expression or super */ null && (createHasher(() => new _SHA512_224(), 
/* @__PURE__ */ oidNist(0x05))));
//# sourceMappingURL=sha2.js.map
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __nccwpck_require__(6);
// EXTERNAL MODULE: ./.tsbuild/src/core/rules.js + 8 modules
var rules = __nccwpck_require__(625);
;// CONCATENATED MODULE: ./.tsbuild/src/core/judge.js
// Every rule on every change, then what policy makes of it.




const order = { error: 0, warning: 1, note: 2 };
/** Stable across runs, machines and unrelated edits: what was judged, never where it stands. */
function fingerprint(parts) {
    return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 32);
}
function matchesWorkload(pattern, workload) {
    const name = [workload.kind, workload.namespace ?? "", workload.name];
    const parts = pattern.split("/");
    const wanted = parts.length === 2 ? [parts[0], "*", parts[1]] : parts;
    return wanted.length === 3 && wanted.every((glob, i) => glob === "*" || picomatch.isMatch(name[i] ?? "", glob ?? "", { dot: true }));
}
/** The exemption that covers a finding. One about a whole target must be covered as a whole. */
function exemptionFor(finding, exemptions, today) {
    for (const { workload, container, rules: ids, reason, expires } of exemptions) {
        if (expires !== null && expires < today)
            continue;
        if (ids !== null && !ids.includes(finding.rule))
            continue;
        if (!finding.workloads.every((one) => matchesWorkload(workload, one)))
            continue;
        if (container !== null && (finding.container === null || !picomatch.isMatch(finding.container, container, { dot: true })))
            continue;
        return { reason, expires };
    }
    return null;
}
function severityOf(rule, judgement, policy) {
    const configured = Object.hasOwn(policy.rules, rule.id) ? policy.rules[rule.id] : undefined;
    return configured ?? judgement.severity ?? rule.severity;
}
function judgePair(rule, pair, policy, today) {
    if (rule.subject !== "container")
        return [];
    const entry = pair.head ?? pair.base;
    const judgement = rule.judge(pair);
    if (judgement === null || entry === null)
        return [];
    const severity = severityOf(rule, judgement, policy);
    if (severity === "off")
        return [];
    const { target, workload, container, key } = entry;
    const finding = {
        rule: rule.id,
        severity,
        target,
        workload,
        container,
        base: pair.base?.posture ?? null,
        head: pair.head?.posture ?? null,
        message: judgement.message,
        remedy: judgement.remedy,
        fix: null,
        fingerprint: fingerprint([rule.id, key]),
        exemption: exemptionFor({ rule: rule.id, workloads: [workload], container: container.name }, policy.exemptions, today),
    };
    return [{ finding, entry, baseField: pair.base?.field ?? null, lost: null }];
}
function judgeLost(rule, lost, policy, today) {
    if (rule.subject !== "target")
        return [];
    const judgement = rule.judge(lost);
    const [first] = lost.unaccounted;
    if (judgement === null || first === undefined)
        return [];
    const severity = severityOf(rule, judgement, policy);
    if (severity === "off")
        return [];
    const finding = {
        rule: rule.id,
        severity,
        target: lost.id,
        workload: first.workload,
        container: null,
        base: null,
        head: null,
        message: judgement.message,
        remedy: judgement.remedy,
        fix: null,
        fingerprint: fingerprint([rule.id, lost.id]),
        exemption: exemptionFor({ rule: rule.id, workloads: lost.unaccounted.map(({ workload }) => workload), container: null }, policy.exemptions, today),
    };
    return [{ finding, entry: null, baseField: null, lost }];
}
/** Orders by severity, then rule, target, workload and container, so that the same facts always read the same. */
function compareFindings(a, b) {
    const [x, y] = [a.finding, b.finding];
    const key = (f) => [f.target, f.workload.kind, f.workload.namespace ?? "", f.workload.name, f.container?.type ?? "", f.container?.name ?? "", f.fingerprint];
    const ranks = Number(x.exemption !== null) - Number(y.exemption !== null) || order[x.severity] - order[y.severity];
    if (ranks !== 0)
        return ranks;
    const byRule = rules/* rules */.a.findIndex((rule) => rule.id === x.rule) - rules/* rules */.a.findIndex((rule) => rule.id === y.rule);
    if (byRule !== 0)
        return byRule;
    const [left, right] = [key(x), key(y)];
    const at = left.findIndex((part, i) => part !== right[i]);
    return at < 0 ? 0 : (left[at] ?? "") < (right[at] ?? "") ? -1 : 1;
}
/** All findings, worst first, exempted ones last. `today` is `YYYY-MM-DD`. */
function judge(pairs, lost, policy, today) {
    const found = rules/* rules */.a.flatMap((rule) => [
        ...pairs.flatMap((pair) => judgePair(rule, pair, policy, today)),
        ...lost.flatMap((target) => judgeLost(rule, target, policy, today)),
    ]);
    return found.sort(compareFindings);
}
;// CONCATENATED MODULE: ./.tsbuild/src/core/lost.js
// Containers that are gone from the head: were they removed, or only hidden from us?

/** Files that make manifests, as opposed to those that only make a folder a target. */
function makesManifests({ engine, path }, file) {
    const folder = path === "." ? "" : `${path}/`;
    if (engine === "helm")
        return file.startsWith(`${folder}templates/`) || file.startsWith(`${folder}crds/`);
    return (0,core_tree/* isWithin */.UO)(file, path) && /\.(ya?ml|json)$/.test(file) && !/(^|\/)kustomization\.ya?ml$/.test(file);
}
function stayed(files) {
    const [first] = files;
    if (first === undefined)
        return null;
    return { remains: `\`${first}\`${files.length > 1 ? ` and ${files.length - 1} more of its files` : ""} stayed`, file: first };
}
/** Where a folder leads that cannot be looked into any more; null when it can, or is gone. */
function hiddenFolder(folder, head) {
    const there = (0,core_tree/* resolvePath */.o1)(head, folder);
    if (there.kind === "submodule")
        return { remains: `its folder \`${folder}\` is now a submodule`, file: null };
    if (there.kind === "outside")
        return { remains: `its folder \`${folder}\` is now a link that leaves the repository`, file: null };
    return null;
}
/** Identity without the target: the same container of the same object, wherever it is rendered. */
const anywhere = ({ workload, container }) => [workload.kind, workload.namespace, workload.name, container.type, container.name].join("\0");
/** The same container of an object of that kind: names and namespaces change where a kustomization takes over a file. */
const alike = ({ workload, container }) => [workload.kind, container.type, container.name].join("\0");
/** Whether a target of the head makes the container from the file that it came from. */
function isTakenOver(entry, file, seen) {
    return seen.some(({ files, entries }) => files.has(file) && (entries === null || entries.some((other) => alike(other) === alike(entry))));
}
/** Plain manifests stand for themselves: what is lost are files that stayed while nothing makes their containers any more. */
function lostFiles({ entries }, head, seen) {
    const left = entries.filter((entry) => {
        const file = entry.document.path;
        if (file === null || (0,core_tree/* resolvePath */.o1)(head, file).kind !== "found")
            return false;
        return !seen.some(({ engine, files }) => engine === "manifests" && files.has(file)) && !isTakenOver(entry, file, seen);
    });
    const remains = stayed([...new Set(left.flatMap(({ document }) => (document.path === null ? [] : [document.path])))].sort());
    return remains === null ? null : { ...remains, entries: left };
}
function lossOf(gone, head, seen) {
    const hidden = gone.onHead ? null : hiddenFolder(gone.path, head);
    if (hidden !== null)
        return { ...hidden, entries: gone.entries };
    if (gone.engine === "manifests")
        return lostFiles(gone, head, seen);
    const remains = gone.onHead ? null : stayed(gone.opened.filter((file) => makesManifests(gone, file) && (0,core_tree/* resolvePath */.o1)(head, file).kind === "found"));
    return remains === null ? null : { ...remains, entries: gone.entries };
}
/** Targets of which something stayed on the head, each with the containers that nothing else of the head accounts for. */
function findLost(gone, head, seen) {
    const accounted = new Set(seen.flatMap(({ entries }) => (entries ?? []).map(anywhere)));
    return gone.flatMap((target) => {
        const loss = lossOf(target, head, seen);
        if (loss === null)
            return [];
        const { remains, file, entries } = loss;
        return [{ id: target.id, path: target.path, remains, file, unaccounted: entries.filter((entry) => !accounted.has(anywhere(entry))) }];
    });
}
;// CONCATENATED MODULE: ./.tsbuild/src/core/utf8.js
// Bytes to text, strictly: what is not UTF-8 is said to be so and never guessed.
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
const encoder = new TextEncoder();
/** The text of UTF-8 bytes, without a byte-order mark; null when they are not UTF-8. */
function decodeUtf8(bytes) {
    try {
        return strict.decode(bytes);
    }
    catch {
        return null; // a TypeError is the decoder's way of saying "not UTF-8"
    }
}
/** Length in bytes once encoded as UTF-8. */
function utf8Length(text) {
    return encoder.encode(text).length;
}
;// CONCATENATED MODULE: ./.tsbuild/src/core/read-files.js
// Plain manifest files of one tree, as text. What cannot be text is a problem that names the file.


const LFS_POINTER = "version https://git-lfs.github.com/spec/v1"; // git-lfs/git-lfs: docs/spec.md
const MAX_FILE = 20_000_000; // bytes
function trouble(kind, path, message, remedy) {
    return { kind, path, line: null, message, remedy, blocking: true };
}
/** Why the bytes of a file are no manifest text, or the text. */
function textOf(path, bytes) {
    const text = decodeUtf8(bytes);
    if (text === null) {
        const message = `\`${path}\` is not UTF-8 text`;
        return { problem: trouble("encoding", path, message, "Save it as UTF-8, or list it under `exclude:` in the configuration if it is never applied.") };
    }
    if (text.startsWith(LFS_POINTER)) {
        const message = `\`${path}\` is a Git LFS pointer; its content is not in the repository`;
        return { problem: trouble("lfs-pointer", path, message, "Store manifests in git itself, or list the file under `exclude:` in the configuration.") };
    }
    return { text };
}
/** Reads the given files of a tree, following links inside it. The answer is what an engine would give for them. */
async function readFiles(tree, paths) {
    const problems = [];
    const found = [];
    for (const path of paths) {
        const resolved = (0,core_tree/* resolvePath */.o1)(tree, path);
        if (resolved.kind === "outside") {
            const message = `\`${path}\` is a symbolic link that leaves the repository`;
            problems.push(trouble("link-outside", path, message, "Replace the link by the file it points to."));
        }
        else if (resolved.kind === "submodule") {
            problems.push(trouble("submodule", path, `\`${path}\` lies in a submodule, whose files are not in this repository`, "Check the submodule's own repository."));
        }
        else if (resolved.kind === "found" && resolved.entry.kind === "file") {
            if (resolved.entry.size <= MAX_FILE)
                found.push({ path, id: resolved.entry.id });
            else
                problems.push(trouble("limit", path, `\`${path}\` has ${resolved.entry.size} bytes, more than the ${MAX_FILE} that are read`, "Split it."));
        }
    }
    const blobs = await tree.read(found.map(({ id }) => id));
    const sources = [];
    for (const { path, id } of found) {
        const bytes = blobs.get(id);
        if (bytes === undefined) {
            problems.push(trouble("missing-file", path, `the content of \`${path}\` is not in this clone`, "Fetch the repository without `--filter`."));
            continue;
        }
        const read = textOf(path, bytes);
        if ("text" in read)
            sources.push({ path, text: read.text, origin: "file" });
        else
            problems.push(read.problem);
    }
    return { sources, problems, opened: found.map(({ path }) => path), listed: [], missed: [] };
}
;// CONCATENATED MODULE: ./.tsbuild/src/core/summary.js
// The counts of a report.
function countProfiles(postures) {
    const counts = { RuntimeDefault: 0, Localhost: 0, Unconfined: 0, Unset: 0, Invalid: 0, NotApplicable: 0 };
    for (const posture of postures)
        if (posture !== null)
            counts[posture.profile]++;
    return counts;
}
/** Counts of what a report holds. A target that could not be rendered on one side is `unresolved`, whatever the other was. */
function summarize(targets, rows, findings) {
    const unresolved = targets.filter(({ base, head }) => base === "unresolved" || head === "unresolved").length;
    const unchanged = targets.filter(({ head }) => head === "unchanged").length;
    const counted = findings.filter(({ exemption }) => exemption === null);
    const count = (severity) => counted.filter((finding) => finding.severity === severity).length;
    return {
        containers: { base: countProfiles(rows.map(({ base }) => base)), head: countProfiles(rows.map(({ head }) => head)) },
        targets: { rendered: targets.length - unresolved - unchanged, unchanged, unresolved },
        findings: { error: count("error"), warning: count("warning"), note: count("note"), exempted: findings.length - counted.length },
    };
}
// EXTERNAL MODULE: ./.tsbuild/src/core/wording.js
var wording = __nccwpck_require__(650);
;// CONCATENATED MODULE: ./.tsbuild/src/core/target.js
// A render target: one thing that a tool would render and apply, named the same on both sides.
/** A target that nobody declares and nothing stands in the way of. */
const plainTarget = { declaredBy: null, unresolvable: null };
/** A kustomization as `kustomize build` takes it. */
const plainKustomize = { ...plainTarget, engine: "kustomize", edits: null, substitute: null, loadRestrictor: "none" };
/** A chart of the repository with its own values. */
const plainHelm = { ...plainTarget, engine: "helm", variant: null, wanted: null };
/** Edits that change nothing. */
function noEdits(by) {
    return {
        by,
        namespace: "",
        namePrefix: "",
        nameSuffix: "",
        images: [],
        replicas: [],
        patches: [],
        components: [],
        ignoreMissingComponents: false,
        commonLabels: {},
        labelWithoutSelector: false,
        labelIncludeTemplates: false,
        commonAnnotations: {},
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/tree-files.js
// What lies below a folder, without walking the whole tree for every question.

const sortedPaths = new WeakMap();
function pathsOf(tree) {
    const known = sortedPaths.get(tree);
    if (known !== undefined)
        return known;
    const paths = [...tree.entries.keys()];
    sortedPaths.set(tree, paths);
    return paths;
}
/** Index of the first path that is not less than `wanted`. */
function lowerBound(paths, wanted) {
    let low = 0;
    let high = paths.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((paths[middle] ?? "") < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** Every entry below a folder, at any depth, sorted by path. Links are not followed. */
function entriesBelow(tree, folder) {
    if (folder === ".")
        return [...tree.entries];
    const paths = pathsOf(tree);
    const prefix = `${folder}/`;
    const below = [];
    for (let at = lowerBound(paths, prefix); at < paths.length; at++) {
        const path = paths[at];
        if (path === undefined || !path.startsWith(prefix))
            break;
        const entry = tree.entries.get(path);
        if (entry !== undefined)
            below.push([path, entry]);
    }
    return below;
}
/** The file a path leads to once links are followed; null when it leads to none. */
function fileAt(tree, path) {
    const resolved = (0,core_tree/* resolvePath */.o1)(tree, path);
    if (resolved.kind !== "found" || resolved.entry.kind !== "file")
        return null;
    return { path: resolved.path, id: resolved.entry.id, size: resolved.entry.size };
}
/** The last part of a path. */
function baseName(path) {
    return path.slice(path.lastIndexOf("/") + 1);
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/closure.js
// The inputs of a target without rendering it: equal inputs on both sides mean that rendering could not differ.


/** True when both are complete and look at the very same bytes under the same paths. */
function closuresEqual(a, b) {
    if (!a.complete || !b.complete || a.inputs.size !== b.inputs.size)
        return false;
    for (const [path, input] of a.inputs)
        if (b.inputs.get(path) !== input)
            return false;
    return true;
}
/** Starts gathering inputs of one tree. */
function gatherInputs(tree) {
    const inputs = new Map();
    const files = new Set();
    const folders = new Set();
    function add(path) {
        const resolved = (0,core_tree/* resolvePath */.o1)(tree, path);
        if (resolved.kind !== "found") {
            inputs.set(path, resolved.kind === "submodule" ? `submodule ${submoduleId(tree, resolved.path)}` : resolved.kind);
            return null;
        }
        const { entry } = resolved;
        inputs.set(path, entry.kind === "file" ? `file ${entry.id} ${resolved.path}` : `folder ${resolved.path}`);
        if (entry.kind !== "file")
            return resolved.path;
        files.add(resolved.path);
        return null;
    }
    function addFolder(path) {
        const obstacles = [];
        const todo = [path];
        for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
            const folder = add(next);
            if (folder === null || folders.has(folder))
                continue;
            folders.add(folder);
            for (const [below, entry] of entriesBelow(tree, folder)) {
                if (entry.kind === "folder")
                    continue;
                if (entry.kind === "submodule")
                    obstacles.push({ kind: "submodule", path: below });
                if (entry.kind === "link" && (0,core_tree/* resolvePath */.o1)(tree, below).kind === "outside")
                    obstacles.push({ kind: "link-outside", path: below });
                if (entry.kind === "link")
                    todo.push(below);
                else
                    add(below);
            }
        }
        return obstacles;
    }
    return { add, addFolder, inputs, files: () => [...files].sort() };
}
function submoduleId(tree, path) {
    const entry = tree.entries.get(path);
    return entry?.kind === "submodule" ? entry.id : (0,core_tree/* parentOf */.gN)(path);
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/charts.js
// Helm charts of a tree: which folders are charts of their own, and which files belong to one.



/** Every folder that has a Chart.yaml, subcharts included, sorted. */
function chartFolders(tree) {
    const found = [];
    for (const [path, entry] of tree.entries) {
        if (entry.kind === "folder" || entry.kind === "submodule" || baseName(path) !== "Chart.yaml")
            continue;
        const file = fileAt(tree, path);
        if (file !== null)
            found.push({ folder: (0,core_tree/* parentOf */.gN)(path), id: file.id });
    }
    return found.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}
// What Helm reads of a chart at the root of a repository; the rest of the repository is not the chart's business.
// helm/helm: pkg/chart/v2/loader/load.go; `ci/` is chart-testing's.
const ROOT_FOLDERS = new Set(["templates", "crds", "charts", "ci"]);
const ROOT_FILES = /^(?:Chart\.(?:yaml|lock)|requirements\.(?:yaml|lock)|values.*\.(?:ya?ml|json)|\.helmignore)$/;
function isRootChartPart(path) {
    const slash = path.indexOf("/");
    return slash < 0 ? ROOT_FILES.test(path) || ROOT_FOLDERS.has(path) : ROOT_FOLDERS.has(path.slice(0, slash));
}
function ownership(folders) {
    const partsOfRoot = folders.has(".");
    return (path) => {
        for (let folder = path; folder !== "."; folder = (0,core_tree/* parentOf */.gN)(folder))
            if (folders.has(folder))
                return folder;
        return partsOfRoot && isRootChartPart(path) ? "." : null;
    };
}
/** Charts that are inside no other one, sorted, and what belongs to them. */
function outermostCharts(charts) {
    const folders = new Set();
    const ownerOf = ownership(new Set(charts.some(({ folder }) => folder === ".") ? ["."] : []));
    const outermost = [];
    const insideAnother = ownership(folders);
    for (const chart of [...charts].sort((a, b) => a.folder.length - b.folder.length)) {
        if (chart.folder !== "." && (ownerOf(chart.folder) !== null || insideAnother(chart.folder) !== null))
            continue;
        outermost.push(chart);
        if (chart.folder !== ".")
            folders.add(chart.folder);
    }
    return { charts: outermost.sort((a, b) => (a.folder < b.folder ? -1 : 1)), ownerOf: (path) => insideAnother(path) ?? ownerOf(path) };
}
/** True for a Chart.yaml that says it only lends templates to other charts: Helm does not render it. */
function isLibraryChart(text) {
    if (text === null || !text.includes("library"))
        return false;
    return (0,manifest/* readDocuments */.r9)({ path: null, text, origin: "file" }).documents[0]?.object["type"] === "library";
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/glob.js
// Globs over paths of a tree, the same on every platform: `/` separates, dots are nothing special.

const options = { dot: true, windows: false, nonegate: true };
/** A path or glob without a leading `./` and a trailing `/`; the root is `.`. */
function cleanGlob(glob) {
    const clean = glob.replace(/^(?:\.\/+)+/, "").replace(/\/+$/, "");
    return clean === "" ? "." : clean;
}
/** True when the text has a wildcard, so that it can match more than itself. */
function isGlob(text) {
    return picomatch.scan(text).isGlob;
}
/** A predicate over paths. `**` followed by `/` also matches no folder. */
function globMatcher(glob) {
    const clean = cleanGlob(glob);
    if (!isGlob(clean))
        return (path) => path === clean;
    const matches = picomatch(clean, options);
    return (path) => matches(path); // it takes more arguments than one, which `filter` would supply
}
/** A predicate over paths that are left out: a glob leaves out what it matches, a plain path also what lies below it. */
function exclusion(globs) {
    const matchers = globs.map((glob) => {
        const clean = cleanGlob(glob);
        return isGlob(clean) ? globMatcher(clean) : (path) => clean === "." || path === clean || path.startsWith(`${clean}/`);
    });
    return (path) => matchers.some((matches) => matches(path));
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/remote-reference.js
// Which references of a kustomization leave the repository: Kustomize's own rules, so that nothing local is called remote.
// kubernetes-sigs/kustomize: api/internal/git/repospec.go (NewRepoSpecFromURL), api/internal/loader/fileloader.go (IsRemoteFile).
const SCHEMES = ["ssh://", "https://", "http://", "file://"];
/** True for what Kustomize would fetch over HTTP where it expects a file. */
function isRemoteFile(reference) {
    // Go's url.Parse refuses control characters, so a multi-line text that begins like an address is not one.
    return /^https?:/i.test(reference) && !/[\u0000-\u001f\u007f]/.test(reference);
}
/** True for what Kustomize would clone with git where it expects a folder. A local folder of that name does not change its mind. */
function isGitRepository(reference) {
    if (reference.startsWith("/"))
        return false;
    const withoutQuery = reference.split("?", 1)[0] ?? "";
    const unforced = withoutQuery.replace(/^git::/i, "");
    const scheme = SCHEMES.find((known) => unforced.toLowerCase().startsWith(known)) ?? "";
    const afterScheme = unforced.slice(scheme.length);
    if (scheme === "file://")
        return hasRepositoryPath(afterScheme, 1);
    const user = /^[a-zA-Z][a-zA-Z0-9-]*@/.exec(afterScheme)?.[0] ?? "";
    const location = afterScheme.slice(user.length);
    const likeScp = scheme === "" && (user !== "" || /^github\.com[/:]/i.test(location));
    if (scheme === "" && !likeScp)
        return false;
    const separator = hostEnd(location, likeScp);
    return separator >= 0 && hasRepositoryPath(location.slice(separator + 1), 2);
}
/** Where the host ends: at the first slash, or at the colon of `user@host:path`. */
function hostEnd(location, likeScp) {
    const slash = location.indexOf("/");
    const colon = location.indexOf(":");
    return likeScp && (slash < 0 || (colon > 0 && colon < slash)) ? colon : slash;
}
/** Kustomize splits at `_git/`, `//` or `.git`, else after the given number of segments. */
function hasRepositoryPath(path, segments) {
    const [repository, folder] = splitRepository(path, segments);
    return repository !== "" && folder.split("/").reduce(depthAfter, 0) >= 0;
}
function splitRepository(path, segments) {
    const azure = path.indexOf("_git/");
    if (azure >= 0)
        return [path, path.slice(azure + "_git/".length).split("/").slice(1).join("/")];
    const double = path.indexOf("//");
    if (double >= 0)
        return [path.slice(0, double), path.slice(double + 2)];
    const suffix = path.indexOf(".git");
    if (suffix >= 0)
        return [path.slice(0, suffix + ".git".length), path.slice(suffix + ".git".length)];
    if (segments === 1)
        return [path, ""];
    const parts = path.split("/");
    return parts.length < segments ? ["", ""] : [parts.slice(0, segments).join("/"), parts.slice(segments).join("/")];
}
/** How deep a path is after one more part; below zero once it has left the repository, for good. */
function depthAfter(depth, part) {
    if (depth < 0 || part === "" || part === ".")
        return depth;
    return part === ".." ? depth - 1 : depth + 1;
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/landing.js
// Where a reference of a kustomization leads, by Kustomize's own order of trying.
// kubernetes-sigs/kustomize: api/internal/target/kusttarget.go (accumulateResources), api/internal/loader/fileloader.go (New, Load).


/** The path that a text names from a folder; null when it leaves the repository. */
function namedPath(folder, text) {
    return text.startsWith("/") ? (0,core_tree/* joinPath */.uJ)(".", text) : (0,core_tree/* joinPath */.uJ)(folder, text);
}
function landLocally(resolved) {
    switch (resolved.kind) {
        case "found":
            return { kind: resolved.entry.kind === "file" ? "file" : "folder", path: resolved.path };
        case "submodule":
            return { kind: "submodule", path: resolved.path };
        case "outside":
            return { kind: "outside", link: resolved.links.at(-1) ?? "" };
        case "missing":
            return { kind: "missing" };
    }
}
/** Where a reference that stands in a kustomization of the given folder leads. */
function landingOf(tree, folder, { role, value }) {
    if (isRemoteFile(value))
        return { kind: "remote" };
    const path = namedPath(folder, value);
    const local = path === null ? { kind: "missing" } : landLocally((0,core_tree/* resolvePath */.o1)(tree, path));
    if (role === "file")
        return local;
    // A file of that name wins; a folder does not: Kustomize asks whether it looks like a repository before it looks for a folder.
    const fileWins = role !== "component" && local.kind === "file";
    return !fileWins && isGitRepository(value) ? { kind: "remote" } : local;
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/kustomize-roots.js
// Which kustomizations stand on their own: those that no other one builds upon.

/** Folders of kustomizations that the kustomization of a folder builds upon, each once, sorted. */
function foldersBuiltUpon(survey, folder) {
    const folders = new Set();
    for (const { references } of survey.kustomizations.get(folder) ?? []) {
        for (const reference of references) {
            if (reference.role === "file")
                continue;
            const landing = landingOf(survey.tree, folder, reference);
            if (landing.kind === "folder" && survey.kustomizations.has(landing.path))
                folders.add(landing.path);
        }
    }
    return [...folders].sort();
}
/** True when everything in the folder is a component. */
function isComponent(survey, folder) {
    return (survey.kustomizations.get(folder) ?? []).every(({ component }) => component);
}
/**
 * Of the given folders those that must be built so that every kustomization among them is built with one of them.
 * Components are never built alone. Of kustomizations that refer to each other in a circle all are taken, so that none gets lost.
 */
function rootKustomizations(survey, folders) {
    const known = new Set(folders);
    const upon = new Map(folders.map((folder) => [folder, foldersBuiltUpon(survey, folder).filter((other) => known.has(other))]));
    const next = (folder) => upon.get(folder) ?? [];
    const reached = new Set();
    const roots = [];
    for (const circle of circlesFirstToLast(folders, upon)) {
        const [first] = circle;
        if (first === undefined || reached.has(first))
            continue;
        const standing = circle.filter((folder) => !isComponent(survey, folder));
        if (standing.length === 0)
            continue;
        roots.push(...standing);
        finishOrder(standing, next, reached);
    }
    return roots.sort();
}
/** Strongly connected parts, each before those that it leads to (Kosaraju). A part of one is a kustomization outside any circle. */
function circlesFirstToLast(folders, upon) {
    const users = new Map();
    for (const [folder, others] of upon)
        for (const other of others)
            users.set(other, [...(users.get(other) ?? []), folder]);
    const order = finishOrder(folders, (folder) => upon.get(folder) ?? [], new Set()).reverse();
    const done = new Set();
    return order.map((folder) => finishOrder([folder], (user) => users.get(user) ?? [], done)).filter((circle) => circle.length > 0);
}
/** Everything reachable from the starts that is not `done` yet, children before parents; adds it to `done`. No recursion: depth is the repository's to choose. */
function finishOrder(starts, next, done) {
    const finished = [];
    const stack = [...starts].reverse().map((node) => ({ node, opened: false }));
    while (stack.length > 0) {
        const top = stack.pop();
        if (top === undefined)
            break;
        if (top.opened) {
            finished.push(top.node);
            continue;
        }
        if (done.has(top.node))
            continue;
        done.add(top.node);
        stack.push({ node: top.node, opened: true }, ...next(top.node).map((node) => ({ node, opened: false })));
    }
    return finished;
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/sniff.js
// Whether a file holds Kubernetes objects. When in doubt it does: what cannot be read becomes a problem, never a silence.



/** Names of files that tools apply as manifests. kubernetes/cli-runtime: pkg/resource/builder.go (FileExtensions). */
function hasManifestName(path) {
    return /\.(?:ya?ml|json)$/.test(path);
}
const BATCH = 32 * 1024 * 1024; // bytes held at a time
/** Of the given paths those whose files hold objects, and links whose files cannot be had. Reads what the cache does not know yet. */
async function keepManifests(tree, paths, sniffs) {
    const kept = new Map();
    const sizes = new Map();
    for (const path of paths) {
        const resolved = (0,core_tree/* resolvePath */.o1)(tree, path);
        if (resolved.kind === "outside" || resolved.kind === "submodule")
            kept.set(path, null);
        if (resolved.kind !== "found" || resolved.entry.kind !== "file")
            continue;
        kept.set(path, resolved.entry.id);
        if (!sniffs.has(resolved.entry.id))
            sizes.set(resolved.entry.id, resolved.entry.size);
    }
    for (const batch of batches(sizes)) {
        const blobs = await tree.read(batch);
        // A blob that cannot be had may hold anything.
        for (const id of batch)
            sniffs.set(id, holdsObjects(blobs.get(id) ?? null));
    }
    return paths.filter((path) => {
        const id = kept.get(path);
        return id === null || (id !== undefined && sniffs.get(id) === true);
    });
}
function* batches(sizes) {
    let batch = [];
    let bytes = 0;
    for (const [id, size] of sizes) {
        if (batch.length > 0 && bytes + size > BATCH) {
            yield batch;
            [batch, bytes] = [[], 0];
        }
        batch.push(id);
        bytes += size;
    }
    if (batch.length > 0)
        yield batch;
}
/** True when at least one document at the top level has both `apiVersion` and `kind`, or when that cannot be ruled out. */
function holdsObjects(bytes) {
    if (bytes === null)
        return true;
    const text = decodeUtf8(bytes);
    if (text === null)
        return mentions(withoutNul(bytes));
    if (isLfsPointer(text))
        return true;
    if (!mentions(text) && !HIDDEN_KEY.test(text))
        return false;
    if (/^apiVersion[ \t]*:/m.test(text) && /^kind[ \t]*:/m.test(text))
        return true;
    return isOneObject(text) ?? holdsObjectDocument(text);
}
// A Git LFS pointer under a manifest's name stands for a manifest. git-lfs/git-lfs: docs/spec.md
function isLfsPointer(text) {
    return text.startsWith("version https://git-lfs.github.com/spec/v1");
}
function mentions(text) {
    return text.includes("apiVersion") && text.includes("kind");
}
// `"api\u0056ersion":` is the same key to every parser; `!!binary` can spell one, too.
const HIDDEN_KEY = /\\(?:[xuU][0-9a-fA-F]{2}|\r?\n)[\w\\\s]{0,80}["]\s*:|!!binary|2002:binary/;
/** The ASCII part of text in another encoding: UTF-16 with the zero bytes left out. */
function withoutNul(bytes) {
    const parts = [];
    const ascii = bytes.filter((byte) => byte !== 0);
    for (let at = 0; at < ascii.length; at += 8192)
        parts.push(String.fromCharCode(...ascii.subarray(at, at + 8192)));
    return parts.join("");
}
/** For JSON, which needs no YAML parser; null when the text is not JSON. */
function isOneObject(text) {
    if (!/^\s*[{[]/.test(text))
        return null;
    try {
        return isObject(JSON.parse(text));
    }
    catch {
        return null; // YAML's flow style, or several objects one after another
    }
}
function isObject(value) {
    return typeof value === "object" && value !== null && "apiVersion" in value && "kind" in value;
}
function holdsObjectDocument(text) {
    const { documents, problems } = (0,manifest/* readDocuments */.r9)({ path: null, text, origin: "file" });
    // A part that is no YAML to us may hold an object to others, such as several JSON objects in a row: then both words as keys are enough.
    return documents.some(({ object }) => isObject(object)) || (problems.length > 0 && /apiVersion["']?\s*:/.test(text) && /kind["']?\s*:/.test(text));
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/configured-targets.js
// Targets that the configuration names.





/** How a setting is quoted to its author. */
function describeSetting(setting) {
    if ("helm" in setting)
        return `helm: ${setting.helm}`;
    return "kustomize" in setting ? `kustomize: ${setting.kustomize}` : `manifests: ${setting.manifests}`;
}
/** The targets of one setting on one side; none when it matches nothing there. */
async function targetsOf(survey, setting, isExcluded) {
    const suffix = setting.name === null ? "" : `@${setting.name}`;
    if ("helm" in setting) {
        const paths = chartsNamed(survey, setting.helm).filter((path) => !isExcluded(path));
        return paths.map((path) => ({ ...plainHelm, id: `helm:${path}${suffix}`, path, helm: setting.settings }));
    }
    if ("kustomize" in setting) {
        const paths = kustomizationsNamed(survey, setting.kustomize).filter((path) => !isExcluded(path));
        return paths.map((path) => ({ ...plainKustomize, id: `kustomize:${path}${suffix}`, path }));
    }
    const files = await manifestsNamed(survey, setting.manifests, isExcluded);
    if (files.length === 0)
        return [];
    return [{ ...plainTarget, id: `manifests:${setting.manifests}${suffix}`, path: setting.manifests, engine: "manifests", namespace: setting.namespace, files }];
}
/** Chart folders, and packaged charts. */
function chartsNamed(survey, glob) {
    const matches = globMatcher(glob);
    const folders = survey.allCharts.map(({ folder }) => folder).filter(matches);
    const packaged = [...survey.tree.entries].flatMap(([path, { kind }]) => (kind === "file" && path.endsWith(".tgz") && matches(path) ? [path] : []));
    return [...folders, ...packaged].sort();
}
/** A component cannot be built alone, so a glob passes it over; whoever names its path gets it. */
function kustomizationsNamed(survey, glob) {
    const folders = [...survey.kustomizations.keys()].filter(globMatcher(glob));
    return (isGlob(glob) ? folders.filter((folder) => !isComponent(survey, folder)) : folders).sort();
}
/** Manifest files that a glob matches, or the one file that a plain path names, whatever it is called; of a path to a folder, all below it. */
async function manifestsNamed(survey, glob, isExcluded) {
    const { tree } = survey;
    const path = cleanGlob(glob);
    const folder = path === "." || tree.entries.get(path)?.kind === "folder";
    const matches = globMatcher(glob);
    const candidates = (folder ? entriesBelow(tree, path) : [...tree.entries]).flatMap(([file, { kind }]) => (kind === "file" || kind === "link") && (hasManifestName(file) || file === path) && (folder || matches(file)) && !isExcluded(file) ? [file] : []);
    return keepManifests(tree, candidates, survey.cache.sniffs);
}
/** All configured targets of one side, and the settings that match nothing there. */
async function configuredTargets(survey, settings, isExcluded) {
    const targets = new Map();
    const unmatched = [];
    for (const setting of settings) {
        const found = await targetsOf(survey, setting, isExcluded);
        if (found.length === 0)
            unmatched.push(describeSetting(setting));
        for (const target of found)
            keepDistinct(targets, target);
    }
    return { targets: [...targets.values()], unmatched };
}
/** Two settings may name the same path: what is the same twice is kept once, what differs is numbered. */
function keepDistinct(targets, target) {
    for (let number = 1;; number++) {
        const id = number === 1 ? target.id : `${target.id}@${number}`;
        const known = targets.get(id);
        if (known === undefined) {
            targets.set(id, { ...target, id });
            return;
        }
        if (JSON.stringify({ ...known, id: "" }) === JSON.stringify({ ...target, id: "" }))
            return;
    }
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/gitops/declared-targets.js
function declaredTargets(_survey, _selection, _isExcluded) {
    return Promise.resolve({ targets: [], covers: { kustomizations: new Set(), files: new Set() } });
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/loose-fields.js
// Field names as Kustomize compares them: encoding/json ignores case. kubernetes-sigs/kustomize: api/types/kustomization.go (Unmarshal).
function isMapping(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The fields of a mapping in order; none for anything else. */
function fieldsOf(value) {
    if (!isMapping(value))
        return [];
    return Object.entries(value).map(([written, field]) => ({ name: written.toLowerCase(), written, value: field }));
}
/** The text of a field, named in lower case; null when it is absent or not a text. */
function stringField(value, name) {
    const found = fieldsOf(value).findLast((field) => field.name === name)?.value;
    return typeof found === "string" ? found : null;
}
/** The items of a list, named in lower case; none when it is absent or no list. */
function listField(value, name) {
    const found = fieldsOf(value).findLast((field) => field.name === name)?.value;
    return Array.isArray(found) ? found : [];
}
const MAX_SCALARS = 200_000; // aliases can multiply what a small file says
/** Every text inside a value, keys excluded, each once. Null when there are too many to be honest about. */
function textsWithin(value) {
    const texts = new Set();
    const seen = new Set();
    const todo = [value];
    for (let visited = 0; todo.length > 0; visited++) {
        if (visited > MAX_SCALARS)
            return null;
        const next = todo.pop();
        if (typeof next === "string")
            texts.add(next);
        if (typeof next !== "object" || next === null || seen.has(next))
            continue;
        seen.add(next);
        todo.push(...Object.values(next));
    }
    return texts;
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/kustomization-references.js
// The fields of a kustomization that name files, folders and addresses. kubernetes-sigs/kustomize: api/types/kustomization.go.

/** Every text of a list. */
function each(role, parent = []) {
    return ({ written, value }) => {
        const list = Array.isArray(value) ? value : [];
        return list.flatMap((item, i) => (typeof item === "string" && item !== "" ? [{ role, value: item, field: [...parent, written, i] }] : []));
    };
}
/** One text. */
function one(parent) {
    return ({ written, value }) => (typeof value === "string" && value !== "" ? [{ role: "file", value, field: [...parent, written] }] : []);
}
/** The given fields of every mapping in a list. */
function within(collectors) {
    return ({ written, value }) => {
        const list = Array.isArray(value) ? value : [];
        return list.flatMap((item, i) => fieldsOf(item).flatMap((field) => collectors[field.name]?.([written, i])(field) ?? []));
    };
}
/** `key=path` or `path`. kubernetes-sigs/kustomize: api/internal/generators/utils.go (ParseFileSource). */
function keyedFiles(parent) {
    return (field) => each("file", parent)(field).map((reference) => ({ ...reference, value: reference.value.replace(/^[^=]+=/, "") }));
}
const files = (parent) => each("file", parent);
const generator = within({ files: keyedFiles, envs: files, env: one });
const paths = within({ path: one });
const collectors = {
    resources: each("resource"),
    bases: each("resource"),
    components: each("component"),
    generators: each("plugin"),
    transformers: each("plugin"),
    validators: each("plugin"),
    crds: each("file"),
    configurations: each("file"),
    patchesstrategicmerge: each("file"),
    patches: paths,
    patchesjson6902: paths,
    replacements: paths,
    configmapgenerator: generator,
    secretgenerator: generator,
    helmcharts: within({ valuesfile: one, additionalvaluesfiles: files }),
    helmchartinflationgenerator: within({ values: one }),
    openapi: ({ written, value }) => fieldsOf(value).flatMap((field) => (field.name === "path" ? one([written])(field) : [])),
};
/** Everything a kustomization names in a field that is for naming things, in order. */
function collectReferences(kustomization) {
    return fieldsOf(kustomization).flatMap((field) => (Object.hasOwn(collectors, field.name) ? (collectors[field.name]?.(field) ?? []) : []));
}
/** Charts of `helmCharts` and of its older spelling. kubernetes-sigs/kustomize: api/types/helmchartargs.go. */
function inflatedCharts(kustomization) {
    return fieldsOf(kustomization).flatMap(({ name, written, value }) => {
        if ((name !== "helmcharts" && name !== "helmchartinflationgenerator") || !Array.isArray(value))
            return [];
        const [chartName, version, repository] = name === "helmcharts" ? ["name", "version", "repo"] : ["chartname", "chartversion", "chartrepourl"];
        return value.map((chart, i) => ({
            name: stringField(chart, chartName ?? ""),
            version: stringField(chart, version ?? ""),
            repository: stringField(chart, repository ?? ""),
            field: [written, i],
        }));
    });
}
/** The folder that holds the charts of `helmCharts`, as written; null when the object renders no chart. */
function chartHome(object) {
    const fields = fieldsOf(object);
    const global = fields.find(({ name }) => name === "helmglobals");
    const old = fields.find(({ name }) => name === "helmchartinflationgenerator")?.value;
    const plugin = stringField(object, "kind") === "HelmChartInflationGenerator";
    if (!plugin && global === undefined && inflatedCharts(object).length === 0)
        return null;
    const homes = [stringField(object, "charthome"), stringField(global?.value, "charthome")];
    if (Array.isArray(old))
        homes.push(...old.filter(isMapping).map((chart) => stringField(chart, "charthome")));
    return homes.findLast((home) => home !== null && home !== "") ?? "charts";
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/blob-texts.js
// Texts of blobs, read in batches and kept by content, so that what both sides share is read once.

/** Reads what is not there yet, in one batch. */
async function loadTexts(tree, texts, ids) {
    const wanted = [...new Set(ids)].filter((id) => !texts.has(id));
    if (wanted.length === 0)
        return;
    const blobs = await tree.read(wanted);
    for (const id of wanted) {
        const bytes = blobs.get(id);
        texts.set(id, bytes === undefined ? null : decodeUtf8(bytes));
    }
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/plugin-objects.js
// Objects that configure Kustomize's plugins: in a file of their own, or written into the kustomization itself.




/** Objects of a plugin reference: of the file at `path`, whose text must be loaded, or of the text itself when there is no file. */
function pluginDocuments(survey, path, value) {
    const file = path === null ? null : fileAt(survey.tree, path);
    const text = file === null ? value : (survey.cache.texts.get(file.id) ?? "");
    // A text of one line is a name, not an object.
    if (file === null && !/[\n{]/.test(value))
        return [];
    return (0,manifest/* readDocuments */.r9)({ path, text, origin: "file" }).documents;
}
function pluginObjects(survey, path, value) {
    return pluginDocuments(survey, path, value).map(({ object }) => object);
}
/** Loads the files of every plugin reference, in one batch. */
async function loadPluginTexts(survey) {
    const files = [...survey.kustomizations].flatMap(([folder, kustomizations]) => kustomizations.flatMap(({ references }) => references.flatMap((reference) => {
        const landing = reference.role === "plugin" ? landingOf(survey.tree, folder, reference) : null;
        return landing?.kind === "file" ? (fileAt(survey.tree, landing.path) ?? []) : [];
    })));
    await loadTexts(survey.tree, survey.cache.texts, files.map(({ id }) => id));
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/manifest-files.js
// Plain manifests: files with objects that belong to no chart and to no kustomization.







/** Files with objects that stand for themselves, by folder; folders and files sorted. */
async function plainManifests(survey, isExcluded) {
    const owned = filesOfKustomizations(survey, isExcluded);
    const candidates = [];
    for (const [path, entry] of survey.tree.entries) {
        if (entry.kind !== "file" && entry.kind !== "link")
            continue;
        if (!hasManifestName(path) || /(?:^|\/)\.git\//.test(path) || isExcluded(path))
            continue;
        if (survey.chartOf(path) !== null || owned.has(path))
            continue;
        candidates.push(path);
    }
    const folders = new Map();
    for (const path of await keepManifests(survey.tree, withoutAliases(survey, candidates), survey.cache.sniffs)) {
        const folder = (0,core_tree/* parentOf */.gN)(path);
        folders.set(folder, [...(folders.get(folder) ?? []), path]);
    }
    return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** Leaves out links to files that are looked at under their own name. */
function withoutAliases(survey, candidates) {
    const known = new Set(candidates);
    return candidates.filter((path) => {
        const resolved = (0,core_tree/* resolvePath */.o1)(survey.tree, path);
        return resolved.kind !== "found" || resolved.path === path || !known.has(resolved.path);
    });
}
/** Files that kustomizations name, and kustomization files themselves. One that is excluded hides nothing outside its own folder. */
function filesOfKustomizations(survey, isExcluded) {
    const owned = new Set();
    for (const [folder, files] of survey.kustomizations) {
        const excluded = isExcluded(folder);
        for (const file of files) {
            owned.add(file.path);
            for (const path of filesNamed(survey, folder, file))
                if (!excluded || (0,core_tree/* isWithin */.UO)(path, folder))
                    owned.add(path);
        }
    }
    return owned;
}
function filesNamed(survey, folder, file) {
    const { tree } = survey;
    const home = chartHome(file.document?.object);
    const homePath = home === null ? null : namedPath(folder, home);
    const charts = homePath === null ? [] : entriesBelow(tree, homePath).map(([path]) => path);
    const named = file.references.flatMap((reference) => {
        const landing = landingOf(tree, folder, reference);
        const path = landing.kind === "file" ? landing.path : null;
        if (reference.role !== "plugin")
            return path ?? [];
        return [...(path === null ? [] : [path]), ...filesOfPlugin(survey, folder, path, reference.value)];
    });
    return [...charts, ...named];
}
/** Files that a plugin of Kustomize reads, such as the patch of a PatchTransformer. */
function filesOfPlugin(survey, folder, path, value) {
    const texts = pluginObjects(survey, path, value).flatMap((object) => [...(textsWithin(object) ?? [])]);
    return texts.flatMap((text) => {
        const named = namedPath(folder, text.slice(text.indexOf("=") + 1));
        return named === null ? [] : (fileAt(survey.tree, named)?.path ?? []);
    });
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/narrowing.js
// Which of the found targets the user wants to see.

/** True for what `only` names by id, by path or by a glob of paths; for everything when `only` is empty. */
function isWanted(selection, target) {
    return selection.only.length === 0 || selection.only.some((wanted) => isNamedBy(wanted, target));
}
/** True when one entry of `only` names the target. */
function isNamedBy(wanted, { id, path }) {
    return wanted === id || cleanGlob(wanted) === path || globMatcher(wanted)(path);
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/kustomization.js
// One kustomization file: whether it is one, and what it refers to by name.
// kubernetes-sigs/kustomize: api/types/kustomization.go, api/konfig/general.go.



/** File names that `kustomize build FOLDER` looks for. */
const kustomizationNames = new Set(["kustomization.yaml", "kustomization.yml", "Kustomization"]);
const kustomization_unreadable = { component: false, document: null, references: [] };
/** Reads a file with one of the names above; null when it is an object of another kind, such as Flux's Kustomization. */
function readKustomization(text) {
    if (text === null)
        return { ...kustomization_unreadable, text };
    const { documents, problems } = (0,manifest/* readDocuments */.r9)({ path: null, text, origin: "file" });
    const document = documents[0];
    if (document === undefined || (problems[0]?.line ?? Infinity) < document.line) {
        // What cannot be read is Kustomize's to refuse, unless the text says in so many words that it belongs to another tool.
        return namesAnotherApi(text) ? null : { ...kustomization_unreadable, text };
    }
    const apiVersion = stringField(document.object, "apiversion");
    const kind = stringField(document.object, "kind");
    const foreign = apiVersion !== null && !apiVersion.startsWith("kustomize.config.k8s.io/");
    if (foreign && kind !== null)
        return null;
    return { component: kind === "Component", document, text, references: collectReferences(document.object) };
}
function namesAnotherApi(text) {
    const apiVersion = /^apiVersion:[ \t]*["']?([^\s"'#]+)/m.exec(text)?.[1];
    return apiVersion !== undefined && apiVersion.includes("/") && !apiVersion.startsWith("kustomize.config.k8s.io/");
}
;// CONCATENATED MODULE: ./.tsbuild/src/core/chart-cache.js
// Packaged charts that the user gives with `--chart-cache` stand in every tree of the run, beside what the repository holds.
/** The folder they stand in. No repository can hold such a path: git refuses to track `.git`. */
const GIVEN_CHARTS = ".git/chart-cache";
;// CONCATENATED MODULE: ./.tsbuild/src/discover/stand-ins.js
// Charts that may stand in for dependencies that `charts/` does not hold. Which one does is decided where their versions are
// compared, by the renderer; all that could are inputs.






/** Packaged charts in the cache of the repository and in the one that was given, sorted. */
function packagedCharts(tree, chartCache) {
    const folders = [chartCache, GIVEN_CHARTS];
    return [...tree.entries].flatMap(([path, { kind }]) => (kind !== "folder" && path.endsWith(".tgz") && folders.includes((0,core_tree/* parentOf */.gN)(path)) ? [path] : []));
}
/** Packaged charts that may be the chart of that name: `NAME-VERSION.tgz`. */
function archivesOf(survey, name) {
    return survey.archives.filter((path) => baseName(path).startsWith(`${name}-`));
}
/** Stand-ins for everything that a chart, the charts inside it, and the stand-ins themselves declare and do not hold. */
async function standInsFor(survey, chart) {
    const folders = new Set();
    const archives = new Set();
    const todo = [chart];
    const seen = new Set(todo);
    for (let folder = todo.pop(); folder !== undefined; folder = todo.pop()) {
        for (const { owner, name, repository } of await absentDependencies(survey, folder)) {
            for (const archive of archivesOf(survey, name))
                archives.add(archive);
            const local = repository.startsWith("file://") ? (0,core_tree/* joinPath */.uJ)(owner, repository.slice("file://".length)) : null;
            const candidates = [...(local === null ? [] : [local]), ...survey.charts.flatMap((sibling) => (nameOf(survey, sibling.id) === name ? [sibling.folder] : []))];
            for (const candidate of candidates) {
                if (candidate === chart || candidate === "." || (0,core_tree/* isWithin */.UO)(chart, candidate))
                    continue;
                folders.add(candidate);
                if (!seen.has(candidate))
                    todo.push(candidate);
                seen.add(candidate);
            }
        }
    }
    return { folders: [...folders].sort(), archives: [...archives].sort() };
}
/** The name in a Chart.yaml, as far as a glance tells it; the renderer reads the file properly. */
function nameOf(survey, id) {
    return /^name:[ \t]*["']?([^\s"'#]+)/m.exec(survey.cache.texts.get(id) ?? "")?.[1] ?? null;
}
/** Dependencies of the chart in a folder, and of the charts unpacked inside it, that are in no `charts/`. */
async function absentDependencies(survey, folder) {
    const { tree, cache } = survey;
    const owners = survey.allCharts.filter((chart) => (0,core_tree/* isWithin */.UO)(chart.folder, folder)).map((chart) => chart.folder);
    const lists = owners.flatMap((owner) => ["Chart.yaml", "requirements.yaml"].flatMap((file) => {
        const found = fileAt(tree, owner === "." ? file : `${owner}/${file}`);
        return found === null ? [] : [{ owner, id: found.id }];
    }));
    await loadTexts(tree, cache.texts, lists.map(({ id }) => id));
    return lists.flatMap(({ owner, id }) => {
        const text = cache.texts.get(id) ?? "";
        if (!text.includes("dependencies"))
            return [];
        const declared = listField((0,manifest/* readDocuments */.r9)({ path: null, text, origin: "file" }).documents[0]?.object, "dependencies");
        return declared.flatMap((dependency) => {
            const name = stringField(dependency, "name");
            return name === null || isHeld(survey, owner, name) ? [] : [{ owner, name, repository: stringField(dependency, "repository") ?? "" }];
        });
    });
}
/** True when `charts/` holds a chart of that name, in a folder or packaged. */
function isHeld({ tree, allCharts, cache }, owner, name) {
    const charts = owner === "." ? "charts" : `${owner}/charts`;
    if (allCharts.some(({ folder, id }) => (0,core_tree/* parentOf */.gN)(folder) === charts && new RegExp(`^name:[ \\t]*["']?${name.replace(/[^\w-]/g, "\\$&")}["']?[ \\t]*(?:#.*)?\\r?$`, "m").test(cache.texts.get(id) ?? "")))
        return true;
    return [...tree.entries.keys()].some((path) => (0,core_tree/* parentOf */.gN)(path) === charts && path.endsWith(".tgz") && baseName(path).startsWith(`${name}-`) && /\d/.test(baseName(path).charAt(name.length + 1)));
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/survey.js
// What one side holds, found by name and read once: charts and kustomizations. Everything else in this folder asks the survey.






function survey_emptyCache() {
    return { texts: new Map(), kustomizations: new Map(), sniffs: new Map() };
}
/** Reads every Chart.yaml and every kustomization file of a tree, in one batch. `chartCache` is the folder of packaged charts, if there is one. */
async function survey_surveyTree(tree, cache, chartCache) {
    const allCharts = chartFolders(tree);
    const files = [];
    for (const [path, entry] of tree.entries) {
        if (entry.kind !== "file" && entry.kind !== "link")
            continue;
        const file = kustomizationNames.has(baseName(path)) ? fileAt(tree, path) : null;
        if (file !== null)
            files.push({ path, id: file.id });
    }
    await loadTexts(tree, cache.texts, [...allCharts, ...files].map(({ id }) => id));
    const kustomizations = new Map();
    for (const { path, id } of files) {
        const kustomization = readCached(cache, id);
        if (kustomization === null)
            continue;
        const folder = (0,core_tree/* parentOf */.gN)(path);
        kustomizations.set(folder, [...(kustomizations.get(folder) ?? []), { ...kustomization, path }]);
    }
    const { charts, ownerOf } = outermostCharts(allCharts);
    return { tree, cache, archives: packagedCharts(tree, chartCache), allCharts, charts, chartOf: ownerOf, kustomizations };
}
function readCached(cache, id) {
    const known = cache.kustomizations.get(id);
    if (known !== undefined)
        return known;
    const read = readKustomization(cache.texts.get(id) ?? null);
    cache.kustomizations.set(id, read);
    return read;
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/variants.js
// Values that a chart is tested with: chart-testing installs a chart once for each `ci/*-values.yaml`.
// helm/chart-testing: pkg/chart/chart.go (ValuesFilePathsForCI).


/** One target for each of the chart's values files for tests, sorted by file. */
function variantsOf(tree, chart, settings) {
    const folder = chart === "." ? "ci" : `${chart}/ci`;
    return entriesBelow(tree, folder).flatMap(([path, { kind }]) => {
        const variant = /^(.+)-values\.yaml$/.exec(path.slice(folder.length + 1))?.[1];
        if (variant === undefined || variant.includes("/") || kind === "folder" || fileAt(tree, path) === null)
            return [];
        return [{ ...plainHelm, id: `helm:${chart}@ci/${baseName(variant)}`, path: chart, variant, helm: { ...settings, valuesFiles: [...settings.valuesFiles, path] } }];
    });
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/discover.js
// Finds what one side would apply: charts, kustomizations, plain manifests; or what the configuration names.











/** Finds the targets of one side. Hand the cache of one side to the other, so that what they share is read once. */
async function discover(tree, selection, cache = emptyCache()) {
    return discoverIn(await surveyTree(tree, cache, selection.chartCache), selection);
}
/** The same for a tree that has been surveyed. */
async function discoverIn(survey, selection) {
    const isExcluded = exclusion(selection.exclude);
    const found = selection.targets === null
        ? { targets: await everything(survey, selection, isExcluded), unmatched: [] }
        : await configuredTargets(survey, selection.targets, isExcluded);
    const wanted = found.targets.filter((target) => isWanted(selection, target));
    return { targets: wanted.sort((a, b) => (a.id < b.id ? -1 : 1)), unmatched: found.unmatched };
}
async function everything(survey, selection, isExcluded) {
    await loadPluginTexts(survey);
    const declared = await declaredTargets(survey, selection, isExcluded);
    const manifests = await plainManifests(survey, isExcluded);
    const charts = applicationCharts(survey).filter((path) => !isExcluded(path));
    const kustomizations = standingKustomizations(survey, isExcluded).filter((path) => !declared.covers.kustomizations.has(path));
    return [
        ...charts.flatMap((path) => [helmTarget(path, selection), ...(selection.variants === "auto" ? variantsOf(survey.tree, path, selection.helmDefaults) : [])]),
        ...kustomizations.map((path) => ({ ...plainKustomize, id: `kustomize:${path}`, path })),
        ...[...manifests].flatMap(([path, found]) => {
            const files = found.filter((file) => !declared.covers.files.has(file));
            return files.length === 0 ? [] : [{ ...plainTarget, id: `manifests:${path}`, path, engine: "manifests", namespace: "default", files }];
        }),
        ...declared.targets,
    ];
}
/** A chart as `helm template` renders it when told nothing else. */
function helmTarget(path, selection) {
    return { ...plainHelm, id: `helm:${path}`, path, helm: selection.helmDefaults };
}
/** True when the chart at the folder only lends templates to others. */
function isLibrary(survey, folder) {
    return survey.allCharts.some((chart) => chart.folder === folder && isLibraryChart(survey.cache.texts.get(chart.id) ?? null));
}
function applicationCharts(survey) {
    return survey.charts.filter(({ id }) => !isLibraryChart(survey.cache.texts.get(id) ?? null)).map(({ folder }) => folder);
}
/**
 * What lies inside a chart is the chart's, except a kustomization right beside Chart.yaml: tools that see both build the kustomization.
 * argoproj/argo-cd: util/app/discovery/discovery.go. An excluded kustomization does not count as built, so it hides none of those below it.
 */
function standingKustomizations(survey, isExcluded) {
    const candidates = [...survey.kustomizations.keys()].filter((folder) => {
        const chart = survey.chartOf(folder);
        return (chart === null || chart === folder) && !isExcluded(folder);
    });
    return rootKustomizations(survey, candidates);
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/helm-closure.js
// What rendering a chart reads: its folder, and the values and files that the target names beside it.





/** The inputs of a chart. */
async function helmClosure(survey, { path, helm, wanted }) {
    const { tree, cache } = survey;
    const gathered = gatherInputs(tree);
    const standIns = wanted === null ? await standInsFor(survey, path) : { folders: [], archives: archivesOf(survey, wanted.name) };
    for (const archive of standIns.archives)
        gathered.add(archive);
    // Of a chart at the root, Helm needs a submodule's files only where its own parts are; a link that leads nowhere stops it anywhere.
    const inChart = (wanted === null ? gathered.addFolder(path) : []).filter((obstacle) => path !== "." || obstacle.kind === "link-outside" || survey.chartOf(obstacle.path) === ".");
    const obstacles = [...inChart, ...standIns.folders.flatMap((folder) => gathered.addFolder(folder))];
    for (const file of helm.valuesFiles)
        gathered.add((0,core_tree/* joinPath */.uJ)(".", file) ?? file);
    for (const setting of helm.setFile) {
        const file = fileOfSetting(setting);
        gathered.add((0,core_tree/* joinPath */.uJ)(".", file) ?? file);
    }
    const files = gathered.files();
    const schemas = files.filter((file) => baseName(file) === "values.schema.json").flatMap((file) => fileAt(tree, file) ?? []);
    await loadTexts(tree, cache.texts, schemas.map(({ id }) => id));
    const complete = schemas.every(({ id }) => refersToItselfOnly(cache.texts.get(id) ?? null));
    return { inputs: gathered.inputs, complete, charts: [...standIns.folders, ...standIns.archives], files, troubles: obstacles.map(explainObstacle) };
}
/** The file of `path=file`; a backslash takes the next character as it is. helm/helm: pkg/strvals/parser.go (runesUntil). */
function fileOfSetting(setting) {
    return setting.replace(/^(?:[^\\=]|\\.)*=/s, "").replace(/\\(.)/gs, "$1");
}
/** False when a schema may pull in other files, which can be anywhere: `$ref` to anything but a place in itself. */
function refersToItselfOnly(schema) {
    return schema !== null && !schema.includes("\\u") && !/"\$ref"\s*:\s*"(?!#|https?:)/.test(schema);
}
/** Why a part of a chart cannot be seen. */
function explainObstacle({ kind, path }) {
    const submodule = kind === "submodule";
    return {
        kind,
        path,
        line: null,
        message: submodule ? `\`${path}\` is a submodule, whose files are not in this repository` : `\`${path}\` is a symbolic link that leaves the repository`,
        remedy: submodule ? "Store the files in this repository, or package the chart as a .tgz file." : "Replace the link by the file or folder it points to.",
        blocking: true,
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/kustomize-troubles.js
// Why a kustomization cannot be built from this repository alone: addresses, plugins that run programs, submodules, links that leave.









/** Everything in the way of building the kustomization of a folder, in the files that it builds upon too. */
async function findTroubles(survey, start) {
    const troubles = [];
    const folders = new Set([start]);
    for (const folder of folders) {
        for (const file of survey.kustomizations.get(folder) ?? []) {
            troubles.push(...referenceTroubles(survey, folder, file), ...chartTroubles(survey, folder, file), ...(await pluginTroubles(survey, folder, file)));
        }
        for (const other of foldersBuiltUpon(survey, folder))
            folders.add(other);
    }
    return troubles;
}
/** A problem with the line of a kustomization that causes it. */
function troubleAt(file, field, kind, message, remedy) {
    const line = file.document === null ? null : ((0,manifest/* positionOf */.df)(file.document, field)?.line ?? null);
    return { kind, path: file.path, line, message, remedy, blocking: true };
}
function referenceTroubles(survey, folder, file) {
    return file.references.flatMap((reference) => explainLanding(file, reference, landingOf(survey.tree, folder, reference)) ?? []);
}
function explainLanding(file, { value, field }, landing) {
    const where = `\`${String(field[0])}\` of \`${file.path}\` refers to \`${value}\``;
    switch (landing.kind) {
        case "remote":
            return troubleAt(file, field, "remote-resource", `${where}, which is outside this repository and is never fetched`, "Vendor it into the repository and refer to it by a relative path.");
        case "submodule":
            return troubleAt(file, field, "submodule", `${where}, which lies in the submodule \`${landing.path}\`, whose files are not in this repository`, "Vendor the files into this repository and refer to them by a relative path.");
        case "outside":
            return troubleAt(file, field, "link-outside", `${where}, but the symbolic link \`${landing.link}\` on the way leaves the repository`, "Replace the link by the file or folder it points to.");
        case "file":
        case "folder":
        case "missing":
            return null;
    }
}
/** Charts that Kustomize would download. kubernetes-sigs/kustomize: api/internal/builtins/HelmChartInflationGenerator.go (absChartHome). */
function chartTroubles(survey, folder, file) {
    const object = file.document?.object;
    const home = namedPath(folder, chartHome(object) ?? "charts");
    return inflatedCharts(object).flatMap(({ name, version, repository, field }) => {
        if (name === null)
            return [];
        const holder = version !== null && repository !== null ? `${name}-${version}` : ".";
        const places = home === null ? [] : [(0,core_tree/* joinPath */.uJ)(home, `${holder}/${name}`), (0,core_tree/* joinPath */.uJ)(home, name)];
        if (places.some((place) => place !== null && (0,core_tree/* resolvePath */.o1)(survey.tree, `${place}/Chart.yaml`).kind === "found"))
            return [];
        const from = repository === null ? "" : ` from \`${repository}\``;
        const message = `\`${String(field[0])}\` of \`${file.path}\` renders the chart \`${name}\`${from}, which is not in this repository and is never fetched`;
        return troubleAt(file, field, "remote-resource", message, `Vendor the chart into \`${places[0] ?? "charts"}\`.`);
    });
}
/** Plugins that are programs. kubernetes-sigs/kustomize: api/internal/plugins/loader/loader.go (isBuiltinPlugin). */
async function pluginTroubles(survey, folder, file) {
    const plugins = file.references.flatMap((reference) => {
        const landing = reference.role === "plugin" ? landingOf(survey.tree, folder, reference) : null;
        if (landing === null || landing.kind === "folder")
            return [];
        return [{ reference, path: landing.kind === "file" ? landing.path : null }];
    });
    const ids = plugins.flatMap(({ path }) => (path === null ? [] : (fileAt(survey.tree, path)?.id ?? [])));
    await loadTexts(survey.tree, survey.cache.texts, ids);
    return plugins.flatMap(({ reference, path }) => pluginDocuments(survey, path, reference.value).flatMap(({ object }) => {
        const program = nameOfProgram(object);
        if (program === null)
            return [];
        const message = `\`${String(reference.field[0])}\` of \`${file.path}\` runs the plugin ${program}, and no program of a repository is ever run`;
        return troubleAt(file, reference.field, "refused", message, "Use a transformer that is built into Kustomize, or render it in advance and commit the result.");
    }));
}
/** Names the program that an object configures; null for what is built into Kustomize. */
function nameOfProgram(object) {
    const [apiVersion, kind] = [stringField(object, "apiversion"), stringField(object, "kind")];
    if (apiVersion === null || kind === null)
        return null;
    return apiVersion === "builtin" ? null : `\`${kind}\` (\`${apiVersion}\`)`;
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/kustomize-closure.js
// What building a kustomization reads. Every text in it that could name a file counts, whichever field it stands in, so that a
// field that we do not know of cannot make two different inputs look equal.











/** The inputs of a kustomization, and why it cannot be built from this repository alone. */
async function kustomizeClosure(survey, { path: folder, edits }) {
    const gathering = { survey, inputs: gatherInputs(survey.tree), todo: [{ folder, pluginsOf: null }], charts: new Set(), complete: true };
    if (edits !== null) {
        for (const component of edits.components)
            addTexts(gathering, folder, new Set([component]));
        // Flux writes a kustomization of everything below a folder that has none.
        if (edits.by === "flux" && !survey.kustomizations.has(folder))
            addTexts(gathering, folder, filesBelow(gathering, folder));
    }
    const seen = new Set();
    for (let visit = gathering.todo.pop(); visit !== undefined; visit = gathering.todo.pop()) {
        const key = `${visit.folder}\n${visit.pluginsOf ?? ""}`;
        if (seen.has(key))
            continue;
        seen.add(key);
        for (const name of kustomizationNames)
            gathering.inputs.add(`${visit.folder}/${name}`);
        for (const file of survey.kustomizations.get(visit.folder) ?? [])
            await look(gathering, file, visit);
    }
    const troubles = await findTroubles(survey, folder);
    const { inputs, complete, charts } = gathering;
    return { inputs: inputs.inputs, complete, charts: [...charts].sort(), files: inputs.files(), troubles };
}
/** Every file below a folder, relative to it; those of kustomizations below are found through them. */
function filesBelow({ survey }, folder) {
    const prefix = folder === "." ? 0 : folder.length + 1;
    return new Set(entriesBelow(survey.tree, folder).flatMap(([path, { kind }]) => (kind === "file" || kind === "link" || survey.kustomizations.has(path) ? [path.slice(prefix)] : [])));
}
async function look(gathering, file, { folder, pluginsOf }) {
    const { survey } = gathering;
    addTexts(gathering, folder, namesIn(file));
    await addCharts(gathering, folder, file.document?.object);
    const configurations = [];
    for (const reference of file.references) {
        const base = reference.role === "plugin" ? folder : pluginsOf;
        if (base === null || (reference.role !== "plugin" && reference.role !== "resource"))
            continue;
        const landing = landingOf(survey.tree, folder, reference);
        if (landing.kind === "folder")
            gathering.todo.push({ folder: landing.path, pluginsOf: base });
        configurations.push({ base, value: reference.value, path: landing.kind === "file" ? landing.path : "" });
    }
    const files = configurations.flatMap(({ path }) => (path === "" ? [] : (fileAt(survey.tree, path) ?? [])));
    await loadTexts(survey.tree, survey.cache.texts, files.map(({ id }) => id));
    for (const { base, value, path } of configurations) {
        for (const object of pluginObjects(survey, path === "" ? null : path, value)) {
            addTexts(gathering, base, textsWithin(object));
            await addCharts(gathering, base, object);
        }
    }
}
/** Texts of a kustomization file that may name something; null when they cannot be told. */
function namesIn({ document, text }) {
    if (document !== null)
        return textsWithin(document.object);
    // Not YAML to us, perhaps to Kustomize: every word and every rest of a line may be a name, unless escapes hide some.
    if (text === null || text.includes("\\"))
        return null;
    const rests = text.split(/\r?\n/).map((line) => line.replace(/^[\s-]*(?:[^\s:]+:\s+)?/, "").trim());
    return new Set([...text.split(/[\s"'`,[\]{}]+/), ...rests, ...rests.map((rest) => rest.replace(/^["']|["']$/g, ""))]);
}
const LONGEST_PATH = 4096; // include/uapi/linux/limits.h PATH_MAX
function addTexts(gathering, folder, texts) {
    if (texts === null) {
        gathering.complete = false;
        return;
    }
    for (const text of texts) {
        if (text === "" || text.length > LONGEST_PATH)
            continue;
        // `key=path` of a generator; `a=b` may be a path as well.
        for (const name of text.includes("=") ? [text, text.slice(text.indexOf("=") + 1)] : [text]) {
            const path = namedPath(folder, name);
            if (path === null || path === folder)
                continue;
            const leadsTo = gathering.inputs.add(path);
            if (leadsTo !== null && gathering.survey.kustomizations.has(leadsTo))
                gathering.todo.push({ folder: leadsTo, pluginsOf: null });
        }
    }
}
/** Charts are read whole, wherever in them Helm will look, and with what may stand in for them and for their dependencies. */
async function addCharts({ survey, inputs, charts }, folder, object) {
    const home = chartHome(object);
    const path = home === null ? null : namedPath(folder, home);
    if (path !== null)
        inputs.addFolder(path);
    const inHome = path === null ? [] : survey.allCharts.filter((chart) => (0,core_tree/* isWithin */.UO)(chart.folder, path));
    const standIns = await Promise.all(inHome.map((chart) => standInsFor(survey, chart.folder)));
    const folders = standIns.flatMap((found) => found.folders);
    const names = [...inflatedCharts(object).map(({ name }) => name), stringField(object, "kind") === "HelmChartInflationGenerator" ? stringField(object, "name") : null];
    const archives = [...standIns.flatMap((found) => found.archives), ...names.flatMap((name) => (name === null ? [] : archivesOf(survey, name)))];
    for (const path of folders)
        inputs.addFolder(path);
    for (const path of archives)
        inputs.add(path);
    for (const chart of [...folders, ...archives])
        charts.add(chart);
}
;// CONCATENATED MODULE: ./.tsbuild/src/discover/plan.js
// What has to be looked at: the targets of both sides by id, and which of them cannot differ.









/** Plans the comparison of two sides; a null base is a scan of the head alone. */
async function planTargets(base, head, selection) {
    const cache = survey_emptyCache();
    const headSurvey = await survey_surveyTree(head, cache, selection.chartCache);
    const baseSurvey = base === null ? null : await survey_surveyTree(base, cache, selection.chartCache);
    const onHead = await discoverIn(headSurvey, selection);
    const onBase = baseSurvey === null ? null : await discoverIn(baseSurvey, selection);
    const headTargets = new Map(onHead.targets.map((target) => [identityOf(target), target]));
    const baseTargets = new Map((onBase?.targets ?? []).map((target) => [identityOf(target), target]));
    const targets = [];
    for (const identity of [...new Set([...headTargets.keys(), ...baseTargets.keys()])].sort()) {
        const [foundOnBase, foundOnHead] = [baseTargets.get(identity) ?? null, headTargets.get(identity) ?? null];
        const baseTarget = foundOnBase ?? (baseSurvey === null || foundOnHead === null ? null : stillThere(baseSurvey, foundOnHead, "base"));
        const headTarget = foundOnHead ?? (foundOnBase === null ? null : stillThere(headSurvey, foundOnBase, "head"));
        targets.push(await planOne(foundOnHead?.id ?? foundOnBase?.id ?? identity, baseSurvey, baseTarget, headSurvey, headTarget));
    }
    const bases = await planBases(targets, baseSurvey, headSurvey, exclusion(selection.exclude));
    const all = [...targets, ...bases].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { targets: all, problems: notFound(selection, onBase, onHead, targets) };
}
/** What makes a target the same on both sides: what Flux or Argo CD deploy goes by the name of its object, wherever that finds its files. */
function identityOf({ id, declaredBy }) {
    return declaredBy === null ? id : id.slice(id.indexOf("@"));
}
/** Kustomizations that a target builds upon on either side. */
function basesOf(surveys, { base, head }) {
    const target = head ?? base;
    return new Set(target?.engine === "kustomize" ? surveys.flatMap((survey) => foldersBuiltUpon(survey, target.path)) : []);
}
/** Kustomizations that are looked at as a part of the given targets. */
function builtWith(surveys, targets) {
    const built = new Set();
    const todo = targets.flatMap(({ base, head }) => [base, head].flatMap((target) => (target?.engine === "kustomize" ? [target.path] : [])));
    for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
        if (built.has(path))
            continue;
        built.add(path);
        for (const survey of surveys)
            todo.push(...foldersBuiltUpon(survey, path));
    }
    return built;
}
const isBlocked = ({ troubles }) => [...troubles.base, ...troubles.head].some(({ blocking }) => blocking);
/**
 * What a kustomization builds upon that cannot be built itself: a remote resource somewhere would otherwise hide every container that it
 * brings together from files of this repository. The blocked one stays a problem.
 */
async function planBases(targets, baseSurvey, headSurvey, isExcluded) {
    const surveys = baseSurvey === null ? [headSurvey] : [baseSurvey, headSurvey];
    const seen = builtWith(surveys, targets.filter((target) => !isBlocked(target)));
    const found = [];
    const todo = targets.filter(isBlocked);
    for (const { base, head } of todo)
        for (const target of [base, head])
            if (target !== null)
                seen.add(target.path); // circles lead back
    for (let blocked = todo.pop(); blocked !== undefined; blocked = todo.pop()) {
        for (const path of basesOf(surveys, blocked)) {
            if (seen.has(path) || isExcluded(path))
                continue;
            seen.add(path);
            const id = `kustomize:${path}`;
            const [onBase, onHead] = [baseSurvey, headSurvey].map((survey) => (survey === null || !survey.kustomizations.has(path) || isComponent(survey, path) ? null : { ...plainKustomize, id, path }));
            if (!onBase && !onHead)
                continue;
            const planned = await planOne(id, baseSurvey, onBase ?? null, headSurvey, onHead ?? null);
            found.push(planned);
            if (isBlocked(planned))
                todo.push(planned);
        }
    }
    return found;
}
/**
 * A target that discovery does not take for one on this side, though its chart or kustomization is there: an overlay came or went, so
 * that a base is a root on one side only. It is rendered on both, or its containers would seem to come and go with it.
 */
function stillThere(survey, target, side) {
    if (target.engine === "manifests")
        return null;
    if (target.engine === "kustomize") {
        if (!survey.kustomizations.has(target.path))
            return null;
        if (target.declaredBy === null)
            return target;
        // Who puts a folder under Flux or Argo CD compares with the folder as it was.
        return side === "base" ? { ...plainKustomize, id: target.id, path: target.path } : null;
    }
    if (target.declaredBy !== null)
        return null;
    if (!survey.allCharts.some(({ folder }) => folder === target.path))
        return null;
    // Values for tests that are new are compared with the chart as it was without them.
    if (target.variant !== null)
        return side === "base" ? { ...target, helm: { ...target.helm, valuesFiles: [] } } : null;
    // A chart that became an application has nothing to compare with. One that became a library is rendered, and refused: it hides what it had.
    return side === "base" && isLibrary(survey, target.path) ? null : target;
}
async function planOne(id, baseSurvey, base, headSurvey, head) {
    const baseClosure = baseSurvey === null || base === null ? null : await closureOf(baseSurvey, base);
    const headClosure = head === null ? null : await closureOf(headSurvey, head);
    return {
        id,
        base,
        head,
        // Other settings need no comparison: both sides' targets are made from the same selection.
        unchanged: base !== null && head !== null && base.declaredBy?.decides === head.declaredBy?.decides && filesOf(base) === filesOf(head) && baseClosure !== null && headClosure !== null && closuresEqual(baseClosure, headClosure),
        charts: { base: baseClosure?.charts ?? [], head: headClosure?.charts ?? [] },
        predicted: { base: baseClosure?.files ?? [], head: headClosure?.files ?? [] },
        troubles: { base: baseClosure?.troubles ?? [], head: headClosure?.troubles ?? [] },
    };
}
/** Values files by name: a variant may have its base's side without any. */
function filesOf(target) {
    return target.engine === "helm" ? target.helm.valuesFiles.join("\n") : "";
}
/** The inputs of a target on one side, the object that declares it included. */
async function closureOf(survey, target) {
    const { declaredBy, unresolvable } = target;
    if (unresolvable !== null)
        return { inputs: new Map(), complete: true, charts: [], files: declaredBy === null ? [] : [declaredBy.path], troubles: [unresolvable] };
    const closure = await engineClosure(survey, target);
    return declaredBy === null ? closure : { ...closure, files: [...new Set([...closure.files, declaredBy.path])].sort() };
}
async function engineClosure(survey, target) {
    if (target.engine === "helm")
        return helmClosure(survey, target);
    if (target.engine === "kustomize")
        return kustomizeClosure(survey, target);
    const gathered = gatherInputs(survey.tree);
    for (const file of target.files)
        gathered.add(file);
    return { inputs: gathered.inputs, complete: true, charts: [], files: gathered.files(), troubles: [] };
}
/** What was named on purpose and is on neither side: a slip of the pen that would otherwise look like a pass. */
function notFound(selection, base, head, targets) {
    const settings = head.unmatched.filter((setting) => base === null || base.unmatched.includes(setting));
    const only = selection.only.filter((wanted) => !targets.some(({ base: b, head: h }) => [b, h].some((target) => target !== null && isNamedBy(wanted, target))));
    return [
        ...settings.map((setting) => missing(`the configured target \`${setting}\` matches nothing`, "Correct the path or glob under `targets:`, or remove the entry.")),
        ...only.map((wanted) => missing(`\`${wanted}\` names no target`, "Give a target's id, its path, or a glob of paths; run without `--target` to see all ids.")),
    ];
}
function missing(message, remedy) {
    return { kind: "not-found", side: "head", target: null, path: null, line: null, message, remedy, blocking: true };
}
;// CONCATENATED MODULE: ./.tsbuild/src/core/locate.js
// Where in the repository a finding comes from. What is only likely says so in `precision`.




/** Whether the change touched any of the lines. */
const isChanged = (changed, line, endLine = line) => changed.some(({ start, end }) => endLine >= start && line <= end);
function locationIn(file, position, precision, role) {
    return { path: file.path, ...position, precision, role, inDiff: isChanged(file.changed, position.line, position.endLine) };
}
/** A plain manifest: the very line of the field that decides; where none does any more, of what is left of the field that did. */
function locateInManifest({ entry, baseField }, files) {
    const file = files.find(({ path }) => path === entry.document.path);
    const position = (0,manifest/* positionOf */.df)(entry.document, [...entry.objectPath, ...(entry.field ?? baseField ?? entry.containerPath)]);
    if (file === undefined || position === null)
        return [];
    // Nothing decides: the line is where a profile belongs, not the whole body below it.
    const endLine = entry.field === null ? position.line : position.endLine;
    return [locationIn(file, { ...position, endLine }, "exact", "cause")];
}
const holdersOfFiles = new WeakMap(); // one file is asked about many findings
/** Pod templates that a file describes; none for a file that describes too many to look through. */
function holdersIn(file) {
    const known = holdersOfFiles.get(file);
    if (known !== undefined)
        return known;
    const found = [];
    const { documents } = /\.(ya?ml|json)$/.test(file.path) ? (0,manifest/* readDocuments */.r9)({ path: file.path, text: file.text, origin: "file" }) : { documents: [] };
    try {
        for (const document of documents)
            for (const holder of (0,workload/* podHolders */.jm)(document, ""))
                found.push(holder);
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        found.length = 0;
    }
    holdersOfFiles.set(file, found);
    return found;
}
/** A file that describes the same container before patches and transformers: Kustomize's resources and patches. */
function locateInSources({ entry }, files) {
    const found = [];
    for (const file of files) {
        for (const holder of holdersIn(file)) {
            const { workload } = holder;
            // Prefixes, suffixes and hashes are added around the name of the source.
            if (workload.kind !== entry.workload.kind || !entry.workload.name.includes(workload.name.replace(/\*$/, "")))
                continue;
            for (const container of podContainers(holder)) {
                if (container.container.name !== entry.container.name)
                    continue;
                const { posture, field } = resolvePosture(holder, container, { seccompDefault: false });
                const decides = field !== null && posture.profile === entry.posture.profile && posture.cause === entry.posture.cause;
                const position = (0,manifest/* positionOf */.df)(holder.document, [...holder.objectPath, ...(decides ? field : container.path)]);
                if (position === null)
                    continue;
                const endLine = decides ? position.endLine : position.line;
                const role = decides || file.changed.length > 0 ? "cause" : "template";
                found.push(locationIn(file, { ...position, endLine }, decides ? "exact" : "file", role));
            }
        }
    }
    return found;
}
const profileWords = /seccomp|unconfined|runtimedefault|localhostprofile/i;
const privilegedWord = /privileged/i;
const anyWord = /seccomp|unconfined|runtimedefault|localhost|privileged|securitycontext/i;
/** The line that the change touched, or took something away behind, and that speaks of it; null when there is none. Comments do not count. */
function touchedLine({ text, changed, removed }, words) {
    const speaks = (line) => words.test(line) && !/^\s*#/.test(line);
    const lines = text.split(/\r?\n/);
    const added = lines.findIndex((line, i) => isChanged(changed, i + 1) && speaks(line));
    return added >= 0 ? added + 1 : (removed.find((line) => speaks(line.text))?.line ?? null);
}
/** A file that can have a say in what a template renders: values, and templates that define something for others. */
function reachesTemplates({ path, text }) {
    if (!/\.(ya?ml|json|tpl)$/.test(path))
        return false;
    return !/(^|\/)templates\//.test(path) || /\{\{-?\s*define\b/.test(text);
}
/** Where a template speaks of the container, or of seccomp; its first line at worst. */
function likelyLine(file, container) {
    const lines = file.text.split(/\r?\n/);
    const matching = lines.flatMap((line, i) => (anyWord.test(line) ? [i + 1] : []));
    const named = lines.flatMap((line, i) => (line.trim().replace(/^- /, "") === `name: ${container}` ? [i + 1] : []));
    const touched = [...matching, ...named].find((line) => isChanged(file.changed, line)) ?? file.changed[0]?.start;
    return touched ?? matching[0] ?? named[0] ?? 1;
}
const onLine = (file, line, role) => locationIn(file, { line, column: 1, endLine: line }, "file", role);
/** The changed files of a chart that most likely caused it, the likeliest first, and the container's own template. */
function locateInChart({ entry }, files) {
    const template = files.find(({ path }) => path === entry.document.path);
    const others = files.filter((file) => file !== template && reachesTemplates(file));
    const own = entry.posture.cause === "privileged" ? privilegedWord : profileWords;
    const found = [];
    for (const words of [own, anyWord]) {
        for (const file of template === undefined ? others : [template, ...others]) {
            const line = found.some(({ path }) => path === file.path) ? null : touchedLine(file, words);
            if (line !== null)
                found.push(onLine(file, line, "cause"));
        }
    }
    if (template === undefined || found.some(({ path }) => path === template.path))
        return found;
    return [...found, onLine(template, likelyLine(template, entry.container.name), template.changed.length > 0 ? "cause" : "template")];
}
const precisions = ["exact", "action", "file"];
/** The most telling first: changed lines before others, exact before likely. */
function byRank(locations) {
    const rank = (location) => Number(!location.inDiff) * 10 + precisions.indexOf(location.precision);
    return locations
        .map((location, i) => ({ location, i }))
        .sort((a, b) => rank(a.location) - rank(b.location) || a.i - b.i)
        .map(({ location }) => location);
}
const locators = {
    helm: locateInChart,
    kustomize: (subject, files) => byRank(locateInSources(subject, files)),
    manifests: locateInManifest,
};
/** Places of a finding, the most telling first. At most five. */
function locate(subject, engine, files) {
    return locators[engine](subject, files).slice(0, 5);
}
;// CONCATENATED MODULE: ./.tsbuild/src/locate-findings.js
// Reads the files that may have caused the findings, and only those, and lets core say where each one comes from.



const locate_findings_MAX_FILE = 1_000_000; // bytes; larger files are generated, and their lines tell an author little
function blobAt(tree, path) {
    if (tree === null)
        return null;
    const found = (0,core_tree/* resolvePath */.o1)(tree, path);
    return found.kind === "found" && found.entry.kind === "file" ? found.entry : null;
}
/** The base's lines that the head does not have (`gone`, lines of the base), each with where it stood between the head's `added` ones. */
function removedLines(base, gone, added) {
    const lines = (decodeUtf8(base) ?? "").split(/\r?\n/);
    const lengthOf = ({ start, end }) => end - start + 1;
    let removed = 0;
    return gone.flatMap((range) => {
        const kept = range.start - 1 - removed;
        removed += lengthOf(range);
        // The head's line that holds the last kept line before the gap: the added ones up to there come on top.
        const line = added.reduce((at, one) => (one.start <= at ? at + lengthOf(one) : at), kept);
        // Where other lines took its place, the one that stands there now.
        const instead = added.find(({ start }) => start === line + 1) ?? { start: Math.max(1, line), end: Math.max(1, line) };
        return lines.slice(range.start - 1, range.end).map((text, i) => ({ text, line: Math.min(instead.start + i, instead.end) }));
    });
}
/** Text and changed lines of the given files of the head. */
async function readCandidates(paths, { base, head }, ports) {
    const wanted = [...new Set(paths)].sort().flatMap((path) => {
        const after = blobAt(head, path);
        return after === null || after.size > locate_findings_MAX_FILE ? [] : [{ path, after: after.id, before: blobAt(base, path)?.id ?? null }];
    });
    const heads = await head.read(wanted.map(({ after }) => after));
    const bases = base === null ? new Map() : await base.read(wanted.flatMap(({ before, after }) => (before === null || before === after ? [] : [before])));
    return wanted.flatMap(({ path, before, after }) => {
        const bytes = heads.get(after);
        const text = bytes === undefined ? null : decodeUtf8(bytes);
        if (bytes === undefined || text === null)
            return [];
        if (base === null || before === after)
            return [{ path, text, changed: [], removed: [] }];
        const was = before === null ? null : (bases.get(before) ?? null);
        const changed = ports.changedLines(was, bytes);
        return [{ path, text, changed, removed: was === null ? [] : removedLines(was, ports.changedLines(bytes, was), changed) }];
    });
}
/** Files that can tell where a finding comes from: those that changed, and those that describe the container. */
function candidatePaths(target, opened, { base, head }, documents) {
    const described = documents.flatMap((path) => (path === null ? [] : [path]));
    if (target.engine === "manifests")
        return described;
    const decisive = target.declaredBy === null ? opened : [...opened, target.declaredBy.path];
    const changed = decisive.filter((path) => blobAt(base, path)?.id !== blobAt(head, path)?.id);
    return target.engine === "helm" ? [...described, ...changed.filter((path) => locate_findings_reachesTemplates(target, path))] : decisive.filter((path) => /\.(ya?ml|json)$/.test(path));
}
/** False for what a chart carries along: values for other tests, definitions, and files that templates at most quote. */
function locate_findings_reachesTemplates({ path: chart, helm }, path) {
    const within = (0,core_tree/* isWithin */.UO)(path, chart) && chart !== "." ? path.slice(chart.length + 1) : path;
    return helm.valuesFiles.includes(path) || !/(^|\/)(ci|files|crds)\//.test(within);
}
/** The file that makes the target one: what to point at when nothing better is known. */
function ownFile(target, opened) {
    if (target.declaredBy !== null)
        return [{ ...atTop(target.declaredBy.path), line: target.declaredBy.line, endLine: target.declaredBy.line }];
    const [path] = opened.filter((file) => /(^|\/)(Chart\.yaml|kustomization\.ya?ml|Kustomization)$/.test(file) && (target.path === "." || file.startsWith(`${target.path}/`)));
    return path === undefined ? [] : [atTop(path)];
}
const atTop = (path) => ({ path, line: 1, column: 1, endLine: 1, precision: "file", role: "template", inDiff: false });
/** The file of a lost target that is still there, if there is one. */
const whatStayed = ({ lost }) => (lost === null || lost.file === null ? [] : [atTop(lost.file)]);
/** Adds to every finding where it comes from. */
async function locateFindings(judged, compared, comparison, ports) {
    const places = new Map();
    for (const { planned, head } of compared) {
        const target = planned.head;
        const own = judged.filter(({ finding }) => finding.target === planned.id);
        if (own.length === 0)
            continue;
        if (target === null) {
            for (const one of own)
                places.set(one, whatStayed(one));
            continue;
        }
        const documents = own.map(({ entry }) => entry?.document.path ?? null);
        const files = await readCandidates(candidatePaths(target, head.opened, comparison, documents), comparison, ports);
        for (const one of own) {
            const found = one.entry === null ? whatStayed(one) : locate({ entry: one.entry, baseField: one.baseField }, target.engine, files);
            places.set(one, found.length > 0 ? found : ownFile(target, head.opened));
        }
    }
    return judged.map((one) => ({ ...one.finding, locations: places.get(one) ?? [] }));
}
;// CONCATENATED MODULE: ./.tsbuild/src/gate.js
// The story, top to bottom. It declares what it needs and imports no edge.










const notThere = { state: "absent", entries: [], problems: [], opened: [] };
/** What cannot be rendered here, and decides the same on both sides: said, but no reason to doubt this change. */
const notTouched = (trouble) => ({ state: "unresolved", entries: [], problems: [{ ...trouble, blocking: false }], opened: [] });
const byteEqual = { state: "unchanged", entries: [], problems: [], opened: [] };
/** Compares the two sides. Rejects only for bugs of ours. */
async function runGate(comparison, ports) {
    const { base, head, policy, today } = comparison;
    const plan = await planTargets(base, head, comparison.selection);
    const compared = await lookAtAll(plan.targets, comparison, ports);
    const pairs = compared.flatMap((target) => pairSides(target, base === null));
    const lost = findLost(compared.flatMap(goneTarget), head, compared.flatMap(seenTarget));
    const judged = judge(pairs, lost, policy, today);
    const findings = await locateFindings(judged, compared, comparison, ports);
    const problems = [...comparison.problems, ...plan.problems, ...compared.flatMap((target) => problemsOf(target, pairs, comparison))];
    return assemble(comparison, compared, pairs, findings, problems);
}
/** Renders and takes stock of every target that can differ; the others are known to be equal. */
async function lookAtAll(plan, comparison, ports) {
    const total = plan.reduce((sum, { unchanged, base, head }) => sum + (unchanged ? 0 : Number(base !== null) + Number(head !== null)), 0);
    let done = 0;
    const look = async (tree, side, planned) => {
        const target = planned[side];
        if (tree === null || target === null)
            return notThere;
        if (planned.unchanged)
            return target.unresolvable === null ? byteEqual : notTouched(target.unresolvable);
        const lookedAt = await lookAt(tree, target, planned, side, comparison.policy, ports);
        ports.progress(++done, total);
        return lookedAt;
    };
    return Promise.all(plan.map(async (planned) => {
        const [base, head] = await Promise.all([look(comparison.base, "base", planned), look(comparison.head, "head", planned)]);
        return { planned, base, head };
    }));
}
/** One side of one target: rendered, read and resolved. `troubles` were found while planning and may forbid rendering. */
async function lookAt(tree, target, planned, side, policy, ports) {
    const [predicted, troubles, charts] = [planned.predicted[side], planned.troubles[side], planned.charts[side]];
    if ((target.engine !== "manifests" || target.unresolvable !== null) && troubles.some(({ blocking }) => blocking)) {
        return { state: "unresolved", entries: [], problems: troubles, opened: [] };
    }
    const rendering = target.engine === "manifests" ? await readFiles(tree, target.files) : await ports.render(tree, target, predicted, charts);
    const namespace = target.engine === "helm" ? target.helm.namespace : target.engine === "manifests" ? target.namespace : (target.edits?.namespace ?? "") || "default";
    const failed = target.engine !== "manifests" && rendering.problems.some(({ blocking }) => blocking);
    // Whatever was rendered is judged; where rendering failed there are no sources.
    const inventory = takeInventory(planned.id, namespace, rendering.sources, policy);
    const problems = [...troubles, ...rendering.problems, ...inventory.problems];
    return { state: failed ? "unresolved" : "rendered", entries: inventory.entries, problems, opened: rendering.opened };
}
/** Files of one side of which a part could not be read. */
const brokenFiles = ({ problems }) => new Set(problems.flatMap(({ blocking, path }) => (blocking && path !== null ? [path] : [])));
/** Pairs the containers of one target; what could not be seen on one side is never called new or removed. */
function pairSides({ base, head }, isScan) {
    if (head.state === "unresolved" && head.entries.length === 0)
        return [];
    const unreadBase = brokenFiles(base);
    const unreadHead = brokenFiles(head);
    const isUnread = (files, { document }) => document.path !== null && files.has(document.path);
    const basisOf = (entry) => (isScan ? "none" : base.state === "unresolved" || isUnread(unreadBase, entry) ? "unread" : "read");
    const pairs = pairInventories(base.entries, head.entries, basisOf);
    return pairs.filter((pair) => pair.head !== null || pair.base === null || !(head.state === "unresolved" || isUnread(unreadHead, pair.base)));
}
/** What the base's rendering of a target has and the head's has not. */
function goneTarget({ planned, base, head }) {
    const target = planned.base;
    if (target === null || base.state !== "rendered" || head.state === "unresolved")
        return [];
    // Other values for the same chart, and what nobody deploys any more: their files are there because they belong to somebody else too.
    if (planned.head === null && (target.declaredBy !== null || (target.engine === "helm" && target.variant !== null)))
        return [];
    const { id, path, engine } = target;
    const there = new Set(head.entries.map(({ key }) => key));
    return [{ id, path, engine, onHead: head.state !== "absent", opened: base.opened, entries: base.entries.filter(({ key }) => !there.has(key)) }];
}
function seenTarget({ planned, head }) {
    const target = planned.head;
    if (target === null)
        return [];
    const files = target.engine === "manifests" ? target.files : planned.predicted.head;
    return [{ engine: target.engine, files: new Set(files), entries: head.state === "rendered" ? head.entries : null }];
}
/** Whether a file is byte for byte the same on both sides, so that the change cannot have touched it. */
function isUntouched({ base, head }, path) {
    if (path === null || base === null)
        return false;
    const [before, after] = [base.entries.get(path), head.entries.get(path)];
    return before?.kind === "file" && after?.kind === "file" && before.id === after.id;
}
/** The problems of one target, with the side, and blocking only where `pass` would be a lie. */
function problemsOf({ planned, base, head }, pairs, comparison) {
    const engine = (planned.head ?? planned.base)?.engine;
    const onSide = (side, troubles) => troubles.map((trouble) => ({ ...trouble, side, target: planned.id }));
    // A plain manifest stands for itself: one that did not change cannot have got worse.
    const touched = (problem) => (engine === "manifests" && isUntouched(comparison, problem.path) ? { ...problem, blocking: false } : problem);
    const unsure = pairs.filter(({ basis, head: entry }) => basis === "unread" && entry?.target === planned.id && isWeak(entry));
    const known = (problem) => {
        if (!problem.blocking)
            return problem;
        const gone = head.state === "absent" && !leavesTemplates(planned, comparison.head);
        if (gone || (unsure.length === 0 && head.state === "rendered"))
            return { ...problem, blocking: false };
        const names = unsure.flatMap(({ head: entry }) => (entry === null ? [] : [(0,wording/* describeEntry */.OY)(entry)]));
        return names.length === 0 ? problem : { ...problem, message: `${problem.message}; cannot say whether new: ${listed(names)}` };
    };
    return [...onSide("base", base.problems).map(touched).map(known), ...onSide("head", head.problems).map(touched)];
}
/** Whether the templates of a chart that is no chart any more stayed: with a base that did not render, nobody knows what they hold. */
function leavesTemplates({ base }, head) {
    return base?.engine === "helm" && [...head.entries.keys()].some((path) => path.startsWith(base.path === "." ? "templates/" : `${base.path}/templates/`));
}
function isWeak({ posture }) {
    return posture.effective === "Unconfined" || posture.effective === "Rejected";
}
function listed(names) {
    return names.length <= 10 ? names.join(", ") : `${names.slice(0, 10).join(", ")} and ${names.length - 10} more`;
}
function assemble(comparison, compared, pairs, findings, problems) {
    const targets = compared.map(outcomeOf);
    const containers = pairs.flatMap(rowOf).sort(compareRows);
    return {
        tool: comparison.tool,
        verdict: reachVerdict(findings, problems, comparison.policy),
        base: comparison.base === null ? null : { revision: comparison.base.revision },
        head: { revision: comparison.head.revision },
        summary: summarize(targets, containers, findings),
        targets,
        containers,
        findings,
        problems,
        noVerdict: comparison.policy.noVerdict,
        policyNotes: comparison.policyNotes,
    };
}
function outcomeOf({ planned, base, head }) {
    const target = planned.head ?? planned.base;
    if (target === null)
        throw new Error(`target ${planned.id} is on neither side`);
    const { engine, path, declaredBy } = target;
    return { id: planned.id, engine, path, declaredBy, variant: target.engine === "helm" ? target.variant : null, base: base.state, head: head.state };
}
function rowOf({ base, head, change }) {
    const entry = head ?? base;
    if (entry === null)
        return [];
    const { target, workload, container } = entry;
    return [{ target, workload, container, base: base?.posture ?? null, head: head?.posture ?? null, change }];
}
function compareRows(a, b) {
    const key = ({ target, workload, container }) => [target, workload.kind, workload.namespace ?? "", workload.name, container.type, container.name];
    const [left, right] = [key(a), key(b)];
    const at = left.findIndex((part, i) => part !== right[i]);
    return at < 0 ? 0 : (left[at] ?? "") < (right[at] ?? "") ? -1 : 1;
}
;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/line.js


class LineDiff extends Diff {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}

;// CONCATENATED MODULE: ./.tsbuild/src/git/changed-lines.js
// Which lines of a file a change added or edited.

/**
 * Edits after which the search ends and everything between the first and the last difference counts as changed. The search takes
 * time with their square: about a second. A limit in edits, not in time, gives the same answer on every machine.
 */
const MAX_EDITS = 1_500;
/** Lines without their ends. A carriage return before the line feed is part of the end: git may have put it there (core.autocrlf). */
function linesOf(bytes) {
    // Latin-1 keeps different bytes different, whatever the encoding.
    const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1").split("\n");
    if (lines.at(-1) === "")
        lines.pop();
    return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
}
function commonStart(a, b) {
    const end = Math.min(a.length, b.length);
    let count = 0;
    while (count < end && a[count] === b[count])
        count += 1;
    return count;
}
function commonEnd(a, b, start) {
    const end = Math.min(a.length, b.length) - start;
    let count = 0;
    while (count < end && a[a.length - 1 - count] === b[b.length - 1 - count])
        count += 1;
    return count;
}
/** Lines of the head that were added or edited, as sorted ranges that neither touch nor overlap. A `base` of null is a new file. */
function changedLines(base, head) {
    const [before, after] = [linesOf(base ?? new Uint8Array()), linesOf(head)];
    const start = commonStart(before, after);
    const end = commonEnd(before, after, start);
    if (start + end === after.length)
        return []; // lines were only removed, if anything
    const text = (lines) => lines.slice(start, lines.length - end).map((line) => `${line}\n`).join("");
    const parts = diffLines(text(before), text(after), { maxEditLength: MAX_EDITS });
    if (parts === undefined)
        return [{ start: start + 1, end: after.length - end }];
    const ranges = [];
    let line = start + 1;
    for (const { added, removed, count } of parts) {
        if (added) {
            const last = ranges.at(-1);
            const touches = last !== undefined && last.end + 1 === line; // removed lines between the two have no place in the head
            ranges.push({ start: touches ? ranges.pop()?.start ?? line : line, end: line + count - 1 });
        }
        if (!removed)
            line += count;
    }
    return ranges;
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/versions.js
// Which libraries are embedded. Known without starting them; a test asks the module itself whether it is so.
/** As `1.2.3`; `kubernetes` is what charts are told when a target names no version. */
const embeddedVersions = { helm: "4.3.1", kustomize: "5.8.2", kubernetes: "1.37.0" };
;// CONCATENATED MODULE: ./.tsbuild/src/tool.js
// What this is, in every report.

/** The program's version, equal to package.json's (a test compares them), and those of the libraries inside the renderer. */
const tool = { version: "0.1.0", engines: { helm: embeddedVersions.helm, kustomize: embeddedVersions.kustomize } };
;// CONCATENATED MODULE: ./.tsbuild/src/judge-trees.js
// Two trees and a configuration, through the gate, with the real renderer.



/** The report on two trees, and the policy that turns its verdict into an exit code. A null base is a scan. */
async function judgeTrees({ base, head }, { selection, policy, policyNotes }, wishes, renderer, progress) {
    const inEffect = { ...policy, failOn: wishes.failOn ?? policy.failOn };
    const comparison = {
        base,
        head,
        selection: { ...selection, only: wishes.only },
        policy: inEffect,
        today: new Date().toISOString().slice(0, 10),
        tool: tool,
        problems: [],
        policyNotes,
    };
    const report = await runGate(comparison, { render: renderer.render, changedLines: changedLines, progress });
    return { report, policy: inEffect };
}
// EXTERNAL MODULE: ./.tsbuild/src/core/policy.js
var policy = __nccwpck_require__(94);
// EXTERNAL MODULE: ./.tsbuild/src/core/selection.js
var selection = __nccwpck_require__(204);
;// CONCATENATED MODULE: ./.tsbuild/src/configuration-in-effect.js
// Which configuration file is in effect, and what a change of it will do.





/** Where the configuration is when nobody names it. */
const CONFIGURATION = ".seccomp-gate.yaml";
/** The same, in a repository that is known by further addresses: Flux and Argo CD objects name it by them. */
function knownBy(inEffect, addresses) {
    const { selection } = inEffect;
    return { ...inEffect, selection: { ...selection, repositories: [...selection.repositories, ...addresses] } };
}
/** Bytes of a file of a tree; null when it is not there. */
async function fileOf(tree, path) {
    const found = (0,core_tree/* resolvePath */.o1)(tree, path);
    if (found.kind !== "found" || found.entry.kind !== "file")
        return null;
    return (await tree.read([found.entry.id])).get(found.entry.id) ?? null;
}
/** Understands the bytes of a configuration file. Rejects with a UsageError with every mistake. */
async function understand(bytes, path) {
    const text = decodeUtf8(bytes);
    if (text === null)
        throw new failure/* UsageError */.e(`${path}:1:1: the configuration file is not UTF-8 text`, "Save it as UTF-8.");
    // Loaded here, because the schema library takes longer to start than everything else of ours, and most repositories have no such file.
    const { readConfiguration } = await Promise.all(/* import() */[__nccwpck_require__.e(377), __nccwpck_require__.e(616)]).then(__nccwpck_require__.bind(__nccwpck_require__, 616));
    return readConfiguration(text, path);
}
/** What will be in effect once the change is merged, in one sentence. */
async function noteOn(before, after, path) {
    if (before === null ? after === null : after !== null && Buffer.compare(before, after) === 0)
        return [];
    if (after === null)
        return [`\`${path}\` is removed by this change. Until it is merged the file of the base is in effect; afterwards the defaults are.`];
    const what = before === null ? "added" : "edited";
    try {
        await understand(after, path);
        return [`\`${path}\` is ${what} by this change. Nothing of that is in effect until it is merged: this verdict follows the base.`];
    }
    catch (error) {
        if (!(error instanceof failure/* UsageError */.e))
            throw error;
        return [`\`${path}\` is ${what} by this change, and once merged nothing could be checked any more: ${error.message.split("\n").join("; ")}`];
    }
}
/**
 * The configuration of the side that decides: the base, so that no change can waive itself; the head where there is no base.
 * `required` is for a file that was asked for by name. Throws a UsageError for what cannot be understood.
 */
async function configurationInEffect(base, head, path, required) {
    const decides = base ?? head;
    const bytes = await fileOf(decides, path);
    if (bytes === null && required && (base === null || (await fileOf(head, path)) === null)) {
        throw new failure/* UsageError */.e(`the configuration file \`${path}\` is not in ${decides.revision}`, "Correct the path; it is relative to the repository's root.");
    }
    const read = bytes === null ? { selection: selection/* discoverEverything */.T, policy: policy/* defaultPolicy */.G } : await understand(bytes, path);
    const policyNotes = base === null ? [] : await noteOn(bytes, await fileOf(head, path), path);
    return { ...read, policyNotes };
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/chart-cache.js
// A folder of packaged charts on disk, put beside a tree's own files.






const MOST_BYTES = 256 * 1024 * 1024; // of all archives together: they are kept in memory
/** What puts the archives of a folder into a tree, under GIVEN_CHARTS. Throws a UsageError when the folder cannot be read or holds none. */
async function readChartCache(folder) {
    const names = (await (0,promises_namespaceObject.readdir)(folder).catch((error) => refuse(folder, error))).filter((name) => name.endsWith(".tgz")).sort();
    if (names.length === 0)
        throw new failure/* UsageError */.e(`the chart cache \`${folder}\` holds no packaged chart \`NAME-VERSION.tgz\``, "Fill it with `helm pull` or with what `helm dependency build` leaves in `charts/`.");
    const blobs = new Map();
    const given = [];
    let total = 0;
    for (const name of names) {
        const place = (0,external_node_path_namespaceObject.join)(folder, name);
        if (!(await (0,promises_namespaceObject.stat)(place)).isFile())
            continue;
        const bytes = new Uint8Array(await (0,promises_namespaceObject.readFile)(place).catch((error) => refuse(place, error)));
        total += bytes.length;
        if (total > MOST_BYTES)
            throw new failure/* UsageError */.e(`the chart cache \`${folder}\` holds more than ${MOST_BYTES >> 20} MB of charts`, "Keep only those that the repository needs.");
        // Not the id that git would give it: an archive that is in the repository too must not be looked for there.
        const id = `given:${(0,external_node_crypto_namespaceObject.createHash)("sha256").update(bytes).digest("hex")}`;
        blobs.set(id, bytes);
        given.push([`${GIVEN_CHARTS}/${name}`, { kind: "file", id, size: bytes.length }]);
    }
    return (tree) => withBlobs(tree, completeEntries(new Map([...tree.entries, ...given])), blobs);
}
function withBlobs(tree, entries, blobs) {
    return {
        revision: tree.revision,
        entries,
        read: async (ids) => {
            const theirs = await tree.read(ids.filter((id) => !blobs.has(id)));
            const given = ids.flatMap((id) => {
                const bytes = blobs.get(id);
                return bytes === undefined ? [] : [[id, bytes]];
            });
            return new Map([...theirs, ...given]);
        },
    };
}
function refuse(place, error) {
    throw new failure/* UsageError */.e(`the chart cache \`${place}\` cannot be read: ${error instanceof Error ? error.message : String(error)}`, "Correct `--chart-cache`.");
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/folder.js
// Trees without git: a folder, one file, or text from standard input.








function absent(path) {
    return new failure/* UsageError */.e(`\`${path}\` does not exist or cannot be read`, "Name a folder, a file, or `-` for standard input.");
}
/** Paths of everything below a folder, folders too, except `.git`. Links are not followed. */
async function listFolder(root, folder) {
    const children = await (0,promises_namespaceObject.readdir)(diskPath(root, folder), { encoding: "buffer", withFileTypes: true }).catch((error) => {
        throw unreadable(folder, error);
    });
    const found = [];
    for (const child of children) {
        const name = decodePath(child.name);
        if (name.toLowerCase() === ".git")
            continue;
        const path = folder === "." ? name : `${folder}/${name}`;
        found.push(path);
        if (child.isDirectory())
            for (const below of await listFolder(root, path))
                found.push(below);
    }
    return found;
}
/** Everything below a folder, as it is on disk; a repository's own `.git` is left out. Ids are SHA-1. Throws a UsageError when it is no folder. */
async function folderTree(path) {
    const root = await (0,promises_namespaceObject.realpath)(path).catch(() => {
        throw absent(path);
    });
    if (!(await (0,promises_namespaceObject.stat)(root)).isDirectory())
        throw new failure/* UsageError */.e(`\`${path}\` is not a folder`, "Name a folder.");
    const disk = openDisk(root, "sha1");
    const paths = await listFolder(root, ".");
    const seen = await mapBounded(paths, OPEN_FILES, (item) => disk.look(item));
    const entries = new Map();
    for (const [index, item] of paths.entries()) {
        const entry = seen[index] ?? null;
        if (entry !== null)
            entries.set(item, entry);
    }
    return { revision: "worktree", entries: completeEntries(entries), read: (ids) => disk.read(ids) };
}
/** One file under its base name. A pipe will do, as in `scan <(helm template …)`. Throws a UsageError when there is no such file. */
async function fileTree(path) {
    const found = await (0,promises_namespaceObject.stat)(path).catch(() => {
        throw absent(path);
    });
    if (found.isDirectory())
        throw new failure/* UsageError */.e(`\`${path}\` is a folder, not a file`, "Name a file.");
    const bytes = await (0,promises_namespaceObject.readFile)(path).catch(() => {
        throw absent(path);
    });
    return textTree((0,external_node_path_namespaceObject.basename)(path), bytes);
}
/** One file of the given name and bytes: for standard input. */
function textTree(name, bytes) {
    const id = (0,external_node_crypto_namespaceObject.createHash)("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
    return {
        revision: "worktree",
        entries: completeEntries(new Map([[name, { kind: "file", id, size: bytes.length }]])),
        read: (ids) => Promise.resolve(new Map(ids.filter((asked) => asked === id).map((asked) => [asked, new Uint8Array(bytes)]))),
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/default-base.js
// The base that is meant when nobody names one: where the work left the default branch.

/** The default branch: what origin says, then what it is usually called, at origin and here. Null when there is none. */
async function findDefaultBranch(repository) {
    const told = await repository.symbolicTarget("refs/remotes/origin/HEAD");
    const usual = ["refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master", "refs/heads/trunk"];
    for (const ref of told === null ? usual : [told, ...usual]) {
        const tip = await repository.findCommit(ref);
        if (tip !== null)
            return { name: ref.replace(/^refs\/(?:heads|remotes)\//, ""), tip };
    }
    return null;
}
/** What to type instead, as far as this clone can follow. */
async function suggestion(repository, revision, commit) {
    const [parent] = await repository.parents(commit);
    if (parent === undefined)
        return "It has no parent to compare with: judge what is there with `seccomp-gate scan`, or name another revision with `--base`.";
    if (await repository.has(parent))
        return `Name the revision to compare with, for example \`--base ${revision}~1\`.`;
    return `Fetch its history (\`git fetch --unshallow\`), then name the revision to compare with, for example \`--base ${revision}~1\`.`;
}
/** The error for a repository without a commit. */
function emptyRepository(root) {
    return new failure/* UsageError */.e(`the repository \`${root}\` has no commit yet: there is nothing to compare with`, "Judge what is there with `seccomp-gate scan`.");
}
/** The merge base of a commit and the default branch, which may be the commit itself; null when there is no default branch. */
async function leftDefaultBranch(repository, commit) {
    const branch = await findDefaultBranch(repository);
    if (branch === null)
        return null;
    const base = await repository.mergeBase(commit, branch.tip);
    if (base !== null)
        return { base, branch: branch.name };
    const message = `\`${branch.name}\` and ${commit} have no common history in this clone`;
    if (await repository.isShallow())
        throw new failure/* NoVerdictError */.L("base-unavailable", message, "Fetch it (`git fetch --unshallow`; in a workflow `fetch-depth: 0`), or name the base with `--base`.");
    throw new failure/* UsageError */.e(message, "Name the revision to compare with: `--base REV`.");
}
/**
 * Where `revision` left the default branch. Throws a UsageError when it is part of the default branch or there is none, and a
 * NoVerdictError when the clone is too shallow to tell.
 */
async function defaultBase(repository, revision) {
    const commit = await repository.findCommit(revision);
    if (commit === null && revision === "HEAD")
        throw emptyRepository(repository.root);
    const head = commit ?? (await repository.resolveCommit(revision));
    const left = await leftDefaultBranch(repository, head);
    if (left === null)
        throw new failure/* UsageError */.e("no base is named, and neither `origin/HEAD` nor a branch `main`, `master` or `trunk` exists", await suggestion(repository, revision, head));
    if (left.base !== head)
        return left.base;
    throw new failure/* UsageError */.e(`no base is named, and \`${revision}\` is part of the default branch \`${left.branch}\``, await suggestion(repository, revision, head));
}
/** The base of uncommitted work: where HEAD left the default branch, or HEAD itself where it did not. Throws a UsageError without a commit. */
async function defaultWorktreeBase(repository) {
    const head = await repository.head();
    if (head === null)
        throw emptyRepository(repository.root);
    return (await leftDefaultBranch(repository, head))?.base ?? head;
}
;// CONCATENATED MODULE: ./.tsbuild/src/git/comparison.js
// Which two commits are compared: on the command line by what the user says, in a workflow by what the event says.


/** The commits that `seccomp-gate diff` compares. Throws a UsageError, or a NoVerdictError when a shallow clone cannot tell. */
async function resolveDiff(repository, { base, head, worktree = false }) {
    if (worktree && head !== undefined)
        throw new failure/* UsageError */.e("`--worktree` and `--head` exclude each other", "Give one of the two.");
    if (worktree && repository.bare)
        throw new failure/* UsageError */.e(`\`${repository.root}\` is a bare repository, which has no work tree`, "Give `--head REV` instead of `--worktree`.");
    if (worktree)
        return { base: base === undefined ? await defaultWorktreeBase(repository) : await repository.resolveCommit(base), head: "worktree" };
    if (head === undefined && (await repository.head()) === null)
        throw emptyRepository(repository.root);
    const revision = head ?? "HEAD";
    const commit = await repository.resolveCommit(revision);
    return { base: base === undefined ? await defaultBase(repository, revision) : await repository.resolveCommit(base), head: commit };
}
function otherCommit(checkedOut, named) {
    const found = checkedOut === null ? "no commit is checked out" : `commit ${checkedOut} is checked out`;
    return new NoVerdictError("base-unavailable", `${found}, which is not the commit ${named} that the event names`, "Let actions/checkout check out what the event names: leave out its `ref`, or set `working-directory` to its `path`.");
}
/** Certifies that what is checked out is what the event names. */
async function checkHead(repository, plan) {
    const commit = await repository.head();
    const named = plan.kind === "commit" ? plan.sha : plan.headSha;
    if (commit === null)
        throw otherCommit(null, named);
    if (commit === named)
        return { commit, firstParent: null };
    if (plan.kind === "commit")
        throw otherCommit(commit, named);
    const [first, second, ...more] = await repository.parents(commit);
    if (first === undefined || second === undefined || more.length > 0)
        throw otherCommit(commit, named);
    if (second === named)
        return { commit, firstParent: first };
    throw new NoVerdictError("stale-merge", `the checked-out merge commit ${commit} merges ${second}, not the pull request's head ${named}: it is out of date`, "Re-run the job: GitHub makes the merge commit anew for every push, and it may come late.");
}
async function demandMergeBase(repository, head, other, access) {
    const base = await repository.remote.mergeBase(head, other, access);
    if (base !== null)
        return base;
    throw new NoVerdictError("base-unavailable", `${head} and ${other} have no common history, so there is no merge base`, "Set the input `base` to the revision to compare with.");
}
/** A revision that the user wrote, wherever it is: in this clone, or a branch, tag or commit of the remote. */
async function findRevision(repository, revision, access) {
    const local = (await repository.findCommit(revision)) ?? (await repository.findCommit(`refs/remotes/origin/${revision}`));
    if (local !== null)
        return local;
    const isName = /^[^-^~:?*[\\\s][^^~:?*[\\\s]*$/.test(revision) && !revision.includes(".."); // git-check-ref-format
    const sha = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(revision) ? revision : isName ? await repository.remote.tipOf(revision, access) : null;
    if (sha === null)
        return repository.resolveCommit(revision); // which says why not
    await repository.remote.fetchCommit(sha, access);
    return sha;
}
async function findTip(repository, branch, access) {
    const tip = (await repository.findCommit(`refs/remotes/origin/${branch}`)) ?? (await repository.remote.tipOf(`refs/heads/${branch}`, access));
    if (tip !== null)
        return tip;
    throw new NoVerdictError("base-unavailable", `the remote has no branch \`${branch}\``, "Set the input `base` to the revision to compare with.");
}
async function findBase(repository, { commit, firstParent }, plan, access) {
    switch (plan.kind) {
        case "revision":
            return findRevision(repository, plan.revision, access);
        case "commit":
            return plan.sha;
        case "first-parent":
            return firstParent ?? demandMergeBase(repository, commit, plan.baseSha, access);
        case "merge-base":
            return demandMergeBase(repository, commit, await findTip(repository, plan.branch, access), access);
    }
}
/**
 * The commits that an event compares, fetched as far as they are not here. Throws a NoVerdictError when something else is
 * checked out, the merge commit is stale or the base cannot be had, and a UsageError for a base that does not exist.
 */
async function resolvePlan(repository, plan, access) {
    const checkedOut = await checkHead(repository, plan.head);
    const base = await findBase(repository, checkedOut, plan.base, access);
    await repository.remote.fetchCommit(base, access);
    return { base, head: checkedOut.commit };
}
;// CONCATENATED MODULE: ./.tsbuild/src/open-sides.js
// What a command of the command line looks at: two trees of a repository, or one of whatever can be read.










/** A configuration file that was named is read from disk as it is, and is in effect whatever the base says. */
async function configurationOf(base, head, config, folder) {
    if (config === null)
        return configurationInEffect(base, head, CONFIGURATION, false);
    const path = (0,external_node_path_namespaceObject.resolve)(folder, config);
    const bytes = await (0,promises_namespaceObject.readFile)(path).catch((error) => {
        throw new failure/* UsageError */.e(`the configuration file \`${config}\` cannot be read: ${error instanceof Error ? error.message : String(error)}`, "Correct `--config`.");
    });
    return { ...(await understand(bytes, config)), policyNotes: [] };
}
/** The two sides of `diff`, in the repository around `folder`. */
async function openDiff(command, repository, folder) {
    const worktree = command.head.kind === "worktree";
    const head = command.head.kind === "revision" ? (command.head.revision ?? undefined) : undefined;
    const revisions = await resolveDiff(repository, { base: command.base ?? undefined, head, worktree });
    const [before, after] = await Promise.all([repository.tree(revisions.base), worktree ? repository.worktree() : repository.tree(revisions.head)]);
    // Uncommitted work without a named base is one's own: so is its configuration.
    const decides = worktree && command.base === null ? null : before;
    const inEffect = knownBy(await configurationOf(decides, after, command.config, folder), await repository.remote.addresses());
    const withCharts = await chartCache(command, folder);
    return { base: withCharts(before), head: withCharts(after), inEffect };
}
/** What puts the charts of `--chart-cache` into a tree; nothing without it. */
async function chartCache({ chartCache: given }, folder) {
    return given === null ? (tree) => tree : readChartCache((0,external_node_path_namespaceObject.resolve)(folder, given));
}
async function readAll(input) {
    const chunks = [];
    for await (const chunk of input)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}
/** The one side of `scan`: standard input, a file, a folder, or what is on disk of the repository around it. */
async function openScan(command, folder, input, own) {
    const file = await namedFile(command.path, folder, input);
    const { tree, addresses } = file === null ? await scannedFolder((0,external_node_path_namespaceObject.resolve)(folder, command.path ?? "."), command.path === null, own) : { tree: file, addresses: [] };
    const head = (await chartCache(command, folder))(tree);
    const inEffect = knownBy(await configurationOf(null, head, command.config, folder), addresses);
    return { base: null, head, inEffect: file === null ? inEffect : await lookingAt(file, command.path ?? "", inEffect) };
}
/** Whether a file of this name makes sense only with what lies around it. */
const isOneOfMany = (name) => name === "Chart.yaml" || kustomizationNames.has(name);
/** Standard input or the file that is named; null for a folder. */
async function namedFile(path, folder, input) {
    if (path === "-")
        return textTree("stdin.yaml", await readAll(input));
    const place = (0,external_node_path_namespaceObject.resolve)(folder, path ?? ".");
    const there = await (0,promises_namespaceObject.stat)(place).catch(() => null);
    if (there === null)
        throw new failure/* UsageError */.e(`\`${path ?? "."}\` does not exist`, "Give a repository, a folder, a file, or `-` for standard input.");
    if (!there.isDirectory() && isOneOfMany((0,external_node_path_namespaceObject.basename)(place))) {
        throw new failure/* UsageError */.e(`\`${path ?? "."}\` alone is no manifest, but a part of a chart or of a kustomization`, "Name the folder that it is in.");
    }
    // A pipe is no file to `stat`, as in `scan <(helm template charts/api)`.
    return there.isDirectory() ? null : fileTree(place);
}
/**
 * Whoever names a file means it, whatever it is called. One without an object is a slip, such as the empty output of a tool that failed:
 * to pass it would be to pass without having looked.
 */
async function lookingAt(file, named, inEffect) {
    const files = [...file.entries].flatMap(([path, entry]) => (entry.kind === "file" ? [{ path, id: entry.id }] : []));
    const blobs = await file.read(files.map(({ id }) => id));
    const settings = files.flatMap(({ path, id }) => (holdsObjects(blobs.get(id) ?? null) ? [{ manifests: path, name: null, namespace: "default" }] : []));
    if (settings.length > 0)
        return { ...inEffect, selection: { ...inEffect.selection, targets: settings, exclude: [] } };
    const name = named === "-" ? "standard input" : `\`${named}\``;
    throw new failure/* NoVerdictError */.L("not-found", `${name} holds no Kubernetes object: nothing in it has both \`apiVersion\` and \`kind\``, "Give it manifests, such as the output of `helm template`; for a chart or a kustomization name its folder.");
}
/** The files of a folder, and the addresses by which its repository is known. */
async function scannedFolder(place, inRepository, own) {
    const repository = inRepository ? own(await openRepository(place)) : await openRepositoryAt(place, own);
    if (repository === null)
        return { tree: await folderTree(place), addresses: [] };
    return { tree: await repository.worktree(), addresses: await repository.remote.addresses() };
}
/** The repository whose root a folder is; null for a plain folder, or one inside a repository, which is scanned as it is. */
async function openRepositoryAt(place, own) {
    const there = await (0,promises_namespaceObject.stat)((0,external_node_path_namespaceObject.resolve)(place, ".git")).catch(() => null);
    return there === null ? null : own(await openRepository(place));
}
// EXTERNAL MODULE: ./.tsbuild/src/options/nearest.js
var nearest = __nccwpck_require__(887);
// EXTERNAL MODULE: ./.tsbuild/src/options/not-yet.js
var not_yet = __nccwpck_require__(743);
;// CONCATENATED MODULE: ./.tsbuild/src/options/option-table.js
// Every option of the command line: what takes it, what value it wants, what it says in the help.
/** Commands of this version, in the order of the help. */
const commands = ["diff", "scan", "demo", "help", "version"];
const formats = ["text", "json", "markdown"];
const failOnLevels = ["error", "warning", "note", "never"];
const engines = ["embedded"];
const compares = ["diff", "scan"];
const prints = ["diff", "scan", "demo"];
const optionTable = {
    base: { commands: ["diff"], value: "REV", says: "revision to compare with; default: the merge base with the remote's default branch" },
    head: { commands: ["diff"], value: "REV", says: "revision to judge; default: HEAD" },
    worktree: { commands: ["diff"], value: null, says: "judge the files on disk, uncommitted ones too, instead of a revision" },
    target: { commands: compares, value: "TARGET", repeatable: true, says: "look at this target only: an id, a path or a glob of paths; may be repeated" },
    format: { commands: prints, value: "FORMAT", says: `how to report: ${formats.join(", ")}; default: text` },
    output: { commands: prints, value: "FILE", says: "write the report to a file instead of standard output" },
    "fail-on": { commands: compares, value: "LEVEL", says: `lowest severity that fails: ${failOnLevels.join(", ")}; default: the configuration's, else error` },
    config: { commands: compares, value: "FILE", says: "configuration file, read from disk; default: the base side's .seccomp-gate.yaml" },
    engine: { commands: compares, value: "ENGINE", says: `what renders: ${engines.join(", ")}; default: embedded` },
    "chart-cache": { commands: compares, value: "DIR", says: "folder of packaged charts NAME-VERSION.tgz that stand in for those that are elsewhere" },
    jobs: { commands: prints, value: "N", says: "how many targets to render at once, 1 to 64; default: by the number of processors" },
    "no-color": { commands: prints, value: null, says: "plain text, on a terminal too" },
    quiet: { commands: prints, value: null, says: "no progress on standard error" },
};
/** The options of a command, in the order of the table. */
function optionsOf(command) {
    return Object.entries(optionTable).filter(([, row]) => row.commands.includes(command));
}
;// CONCATENATED MODULE: ./.tsbuild/src/options/argv.js
// The command line: words to one command, or what is wrong with them.





const seeHelp = "Run `seccomp-gate --help` to see what can be written.";
/** Understands the words after the program's name. Throws a UsageError that says which word is wrong and what could stand there. */
function readArguments(argv) {
    const { tokens, positionals } = (0,external_node_util_namespaceObject.parseArgs)({ args: [...argv], options: parserOptions(), strict: false, tokens: true });
    const [first, ...operands] = positionals;
    const flags = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
    const name = first === undefined ? null : commandNamed(first);
    if (flags.includes("help") || flags.includes("h"))
        return { kind: "help", topic: name };
    if (flags.includes("version") || name === "version")
        return { kind: "version" };
    if (name === null && flags.length === 0)
        return { kind: "help", topic: null };
    if (name === null)
        throw new failure/* UsageError */.e(`no command is given before or after \`${argv[0] ?? ""}\`; commands: ${(0,nearest/* listWords */.yh)(commands)}`, seeHelp);
    const given = readOptions(tokens, name);
    switch (name) {
        case "diff":
            return diffCommand(given, operands);
        case "scan":
            return scanCommand(given, operands);
        case "demo":
            refuseOperands("demo", operands);
            return { kind: "demo", ...printing(given) };
        case "help":
            return { kind: "help", topic: operands[0] === undefined ? null : commandNamed(operands[0]) };
    }
}
function parserOptions() {
    const rows = Object.entries(optionTable).map(([option, { value }]) => [option, { type: value === null ? "boolean" : "string" }]);
    return { ...Object.fromEntries(rows), help: { type: "boolean", short: "h" }, version: { type: "boolean" } };
}
function commandNamed(word) {
    const known = commands.find((command) => command === word);
    if (known !== undefined)
        return known;
    if (not_yet/* commandsOfLaterVersions */.Dl.has(word))
        throw new failure/* UsageError */.e((0,not_yet/* notAvailable */.Fc)(`seccomp-gate ${word}`), `Commands of this version: ${(0,nearest/* listWords */.yh)(commands)}.`);
    throw new failure/* UsageError */.e(`unknown command ${(0,nearest/* quote */.hD)(word)}.${(0,nearest/* suggestion */.h)(word, commands)} Commands: ${(0,nearest/* listWords */.yh)(commands)}`, seeHelp);
}
/** Options with their values, each checked against what the command takes. */
function readOptions(tokens, command) {
    const taken = new Map(optionsOf(command));
    const given = new Map();
    for (const token of tokens) {
        if (token.kind !== "option")
            continue;
        const row = taken.get(token.name);
        if (row === undefined)
            throw unknownOption(token.rawName, token.name, command, [...taken.keys()]);
        const values = given.get(token.name) ?? [];
        if (values.length > 0 && row.repeatable !== true)
            throw new failure/* UsageError */.e(`\`${token.rawName}\` is given twice`, "Give it once.");
        given.set(token.name, [...values, optionValue(token, row)]);
    }
    return given;
}
function optionValue(token, { value }) {
    if (value === null) {
        if (token.value !== undefined)
            throw new failure/* UsageError */.e(`\`${token.rawName}\` takes no value, but is given ${(0,nearest/* quote */.hD)(token.value)}`, `Write \`${token.rawName}\`.`);
        return "";
    }
    // What begins with a dash is the next option, unless it is joined with `=`: the value was forgotten.
    const forgotten = token.value === undefined || token.value === "" || (!token.inlineValue && /^-./.test(token.value));
    if (forgotten)
        throw new failure/* UsageError */.e(`\`${token.rawName}\` needs a value`, `Write \`${token.rawName} ${value}\`.`);
    return token.value ?? "";
}
function unknownOption(written, name, command, known) {
    if (not_yet/* optionsOfLaterVersions */.$4.has(name))
        return new failure/* UsageError */.e((0,not_yet/* notAvailable */.Fc)(`--${name}`), seeHelp);
    const options = [...known.map((option) => `--${option}`), "--help", "--version"];
    if (Object.hasOwn(optionTable, name))
        return new failure/* UsageError */.e(`\`seccomp-gate ${command}\` takes no ${(0,nearest/* quote */.hD)(written)}; its options: ${(0,nearest/* listWords */.yh)(options)}`, seeHelp);
    return new failure/* UsageError */.e(`unknown option ${(0,nearest/* quote */.hD)(written)}.${(0,nearest/* suggestion */.h)(`--${name}`, options)} Options of \`seccomp-gate ${command}\`: ${(0,nearest/* listWords */.yh)(options)}`, seeHelp);
}
function refuseOperands(command, operands) {
    const [operand] = operands;
    if (operand === undefined)
        return;
    const hint = command === "diff" ? `Revisions are named by option: \`--base ${operand}\`.` : seeHelp;
    throw new failure/* UsageError */.e(`\`seccomp-gate ${command}\` takes no ${(0,nearest/* quote */.hD)(operand)}`, hint);
}
/** The value of an option that is one of a few words. */
function oneOf(given, option, known, later) {
    const word = given.get(option)?.[0];
    if (word === undefined)
        return null;
    const found = known.find((candidate) => candidate === word);
    if (found !== undefined)
        return found;
    if (later.has(word))
        throw new failure/* UsageError */.e((0,not_yet/* notAvailable */.Fc)(`--${option} ${word}`), `It can be ${(0,nearest/* listWords */.yh)(known)}.`);
    throw new failure/* UsageError */.e(`\`--${option}\` is ${(0,nearest/* quote */.hD)(word)}, but must be one of ${(0,nearest/* listWords */.yh)(known)}.${(0,nearest/* suggestion */.h)(word, known)}`.replace(/\.$/, ""), seeHelp);
}
function jobs(given) {
    const word = given.get("jobs")?.[0];
    if (word === undefined)
        return null;
    const number = /^\d{1,3}$/.test(word) ? Number(word) : 0;
    if (number < 1 || number > 64) {
        throw new failure/* UsageError */.e(`\`--jobs\` is ${(0,nearest/* quote */.hD)(word)}, but must be a whole number from 1 to 64`, "Leave it out to go by the number of processors.");
    }
    return number;
}
function printing(given) {
    return {
        format: oneOf(given, "format", formats, not_yet/* formatsOfLaterVersions */.nZ) ?? "text",
        output: given.get("output")?.[0] ?? null,
        jobs: jobs(given),
        color: !given.has("no-color"),
        quiet: given.has("quiet"),
    };
}
function looking(given) {
    return {
        only: given.get("target") ?? [],
        config: given.get("config")?.[0] ?? null,
        chartCache: given.get("chart-cache")?.[0] ?? null,
        failOn: oneOf(given, "fail-on", failOnLevels, new Set()),
        engine: oneOf(given, "engine", engines, new Set(["native"])) ?? "embedded",
    };
}
function diffCommand(given, operands) {
    refuseOperands("diff", operands);
    const revision = given.get("head")?.[0] ?? null;
    if (given.has("worktree") && revision !== null) {
        throw new failure/* UsageError */.e("`--head` and `--worktree` exclude each other: either a revision is judged or the files on disk", "Leave one of them out.");
    }
    const head = given.has("worktree") ? { kind: "worktree" } : { kind: "revision", revision };
    return { kind: "diff", base: given.get("base")?.[0] ?? null, head, ...looking(given), ...printing(given) };
}
function scanCommand(given, operands) {
    const [path, second] = operands;
    if (second !== undefined) {
        throw new failure/* UsageError */.e(`\`seccomp-gate scan\` takes one path, but is given ${(0,nearest/* listWords */.yh)(operands)}`, "Run it once for each, or give the folder above them.");
    }
    return { kind: "scan", path: path ?? null, ...looking(given), ...printing(given) };
}
;// CONCATENATED MODULE: ./.tsbuild/src/options/help.js
// What `--help` prints. Built from the table of options, so that it cannot forget one.

const helps = {
    diff: {
        usage: "seccomp-gate diff [--base REV] [--head REV | --worktree] [OPTION…]",
        says: "Renders both sides of a change and reports every container whose seccomp profile got weaker.",
        examples: [
            ["seccomp-gate diff", "what this branch would change"],
            ["seccomp-gate diff --worktree", "the same with what is not committed yet"],
            ["seccomp-gate diff --base v1.4.0 --target 'overlays/*' --format markdown", "since a release, some targets, for a comment"],
        ],
    },
    scan: {
        usage: "seccomp-gate scan [PATH | -] [OPTION…]",
        says: "Judges one side alone, as if everything in it were new: a repository, a folder, a file, or manifests on standard input.",
        examples: [
            ["seccomp-gate scan", "the repository around the current folder"],
            ["helm template charts/api | seccomp-gate scan -", "what another tool rendered"],
            ["seccomp-gate scan deploy --fail-on never", "look, but do not fail"],
        ],
    },
    demo: {
        usage: "seccomp-gate demo [OPTION…]",
        says: "Builds a small repository in a temporary folder and shows how a pull request fails. Changes nothing of yours.",
        examples: [["seccomp-gate demo", "see it once"]],
    },
    help: { usage: "seccomp-gate help [COMMAND]", says: "Explains a command.", examples: [["seccomp-gate help diff", "all about diff"]] },
    version: { usage: "seccomp-gate version", says: "Prints the version.", examples: [["seccomp-gate version", "the same as --version"]] },
};
const help_exitCodes = `Exit codes
  0  pass: everything was looked at, nothing got weaker
  1  fail: at least one finding
  2  the call or the configuration cannot be understood
  3  no verdict: something could not be looked at`;
/** The text of `--help`; null is the general one. Ends with a newline. */
function helpText(topic) {
    return topic === null ? generalHelp() : commandHelp(topic);
}
function generalHelp() {
    const commands = Object.entries(helps).map(([name, { says }]) => [name, says]);
    return [
        "seccomp-gate finds containers that lose their seccomp profile, before the change is merged.",
        `Usage\n  seccomp-gate COMMAND [OPTION…]`,
        `Commands\n${columns(commands)}`,
        `Examples\n${columns([helps.diff.examples[0], helps.scan.examples[1], helps.demo.examples[0]])}`,
        help_exitCodes,
        "`seccomp-gate COMMAND --help` explains a command and its options.",
    ].join("\n\n").concat("\n");
}
function commandHelp(command) {
    const { usage, says, examples } = helps[command];
    const options = optionsOf(command).map(([name, row]) => [`--${name}${row.value === null ? "" : ` ${row.value}`}`, row.says]);
    const parts = [fold(says, WIDTH).join("\n"), `Usage\n  ${usage}`, `Options\n${columns([...options, ["--help", "this text"]])}`, `Examples\n${columns(examples)}`];
    if (command === "diff" || command === "scan")
        parts.push(help_exitCodes);
    return parts.join("\n\n").concat("\n");
}
const WIDTH = 100;
/** Two columns, the second one folded. */
function columns(rows) {
    const longest = Math.max(...rows.map(([left]) => left.length));
    // Where the left side is long, as examples are, the right side goes below it.
    if (longest > 30)
        return rows.map(([left, right]) => `  ${left}\n      ${right}`).join("\n");
    return rows.map(([left, right]) => `  ${left.padEnd(longest)}  ${fold(right, WIDTH - longest - 4).join(`\n${" ".repeat(longest + 4)}`)}`).join("\n");
}
function fold(text, width) {
    return text.split(" ").reduce((lines, word) => {
        const last = lines.at(-1);
        if (last === undefined || last.length + 1 + word.length > width)
            return [...lines, word];
        return [...lines.slice(0, -1), `${last} ${word}`];
    }, []);
}
;// CONCATENATED MODULE: ./.tsbuild/src/progress.js
// One line on a terminal that says how far the work is. Nobody else sees it.
const PATIENCE_MS = 1000; // shorter work needs no words
/** Progress on a stream, from the moment that work has taken a second; nothing when the stream is no terminal. */
function showProgress(stream, quiet) {
    if (quiet || stream.isTTY !== true)
        return { step: () => undefined, clear: () => undefined };
    const start = Date.now();
    let shown = false;
    return {
        step(done, total) {
            if (Date.now() - start < PATIENCE_MS)
                return;
            stream.write(`\r\u001b[2Krendering ${done} of ${total}`);
            shown = true;
        },
        clear() {
            if (shown)
                stream.write("\r\u001b[2K");
            shown = false;
        },
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/blob-cache.js
// Blobs by id, shared by both revisions and by all workers: most of base and head is the same.
/** A cache that keeps the blobs used last, up to `maxBytes`. What is being read is never read twice at the same time. */
function createBlobCache(maxBytes) {
    const known = new Map(); // in order of use
    const sizes = new Map();
    let total = 0;
    const keep = (id, bytes) => {
        if (bytes === null)
            known.delete(id); // another tree may have it
        else {
            sizes.set(id, bytes.length);
            total += bytes.length;
        }
        for (const [oldest, size] of sizes) {
            if (total <= maxBytes)
                break;
            known.delete(oldest);
            sizes.delete(oldest);
            total -= size;
        }
        return bytes;
    };
    const load = (tree, ids) => {
        if (ids.length === 0)
            return;
        const reading = tree.read(ids);
        for (const id of ids) {
            const one = reading.then((found) => keep(id, shareable(found.get(id))));
            one.catch(() => known.delete(id)); // who waits for it is told; who asks later tries again
            known.set(id, one);
        }
    };
    return {
        read: async (tree, ids) => {
            const wanted = [...new Set(ids)];
            load(tree, wanted.filter((id) => !known.has(id)));
            const pairs = wanted.map(async (id) => {
                const size = sizes.get(id);
                if (size !== undefined) {
                    sizes.delete(id);
                    sizes.set(id, size); // used just now
                }
                return [id, (await known.get(id)) ?? null];
            });
            const found = new Map();
            for (const [id, bytes] of await Promise.all(pairs))
                if (bytes !== null)
                    found.set(id, bytes);
            return found;
        },
    };
}
/** A copy that is sent to any number of threads without being copied again. */
function shareable(bytes) {
    if (bytes === undefined)
        return null;
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    return shared;
}
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./.tsbuild/src/render/webassembly.js
// The part of the WebAssembly JavaScript interface that is used here; Node has it, its types do not.
// https://webassembly.github.io/spec/js-api/
const wasm = WebAssembly;
;// CONCATENATED MODULE: ./.tsbuild/src/render/load-module.js
// From the packed file to a compiled module, off the main thread wherever Node can.





// What V8 has to be told before it compiles. It optimises a function once it has run so much of it, and what a rendering or two run is not worth
// that: left alone it spends four times as long on optimising as on rendering. Hundreds of renderings still get optimised functions.
// The functions of our own module are checked when they are first called, and not all of them at once. v8/v8: src/flags/flag-definitions.h
const COMPILER_FLAGS = ["--wasm-tiering-budget=400000000", "--wasm-lazy-validation"];
const ROOM = 64 * 1024 * 1024; // bytes; in one piece, because putting many small ones together takes as long as unpacking them
const unpack = (0,external_node_util_namespaceObject.promisify)(external_node_zlib_namespaceObject.brotliDecompress);
/** Unpacks and compiles the renderer. How far its memory may grow is part of the module. Rejects when the file is missing or damaged. */
async function loadModule(wasmPath) {
    for (const flag of COMPILER_FLAGS)
        (0,external_node_v8_namespaceObject.setFlagsFromString)(flag);
    try {
        // Read at once: in small steps, between which other work gets its turn, it takes ten times as long.
        return await wasm.compile(await unpack((0,external_node_fs_namespaceObject.readFileSync)(wasmPath), { chunkSize: ROOM }));
    }
    catch (cause) {
        throw new Error(`the renderer cannot be loaded from ${wasmPath}: the installation is damaged`, { cause });
    }
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/manifest-sources.js
// Whose text is whose: the output of an engine, cut along the files that it came from.

/** Helm says before each document where it is from. helm/helm: pkg/action/action.go (renderResources). */
const SOURCE = /^---\n# Source: (.*)$/gm;
/** The pieces of `helm template`'s output in order; documents of one template in a row are one piece. */
function splitHelmOutput(tree, chart, output) {
    const heads = [...output.matchAll(SOURCE)].map(({ index, 1: name = "" }) => ({ start: index, name }));
    const starts = heads.filter(({ name }, index) => name !== heads[index - 1]?.name);
    const paths = new Map([...new Set(starts.map(({ name }) => name))].map((name) => [name, templatePath(tree, chart, name)]));
    const pieces = starts.map(({ start, name }, index) => ({ path: paths.get(name) ?? null, text: output.slice(start, starts[index + 1]?.start) }));
    const before = { path: null, text: output.slice(0, starts[0]?.start) };
    return [before, ...pieces].flatMap(({ path, text }) => (text.trim() === "" ? [] : [{ path, text, origin: "rendered" }]));
}
/** The output of `kustomize build`: one piece, which the kustomization file stands for. */
function kustomizeOutput(tree, folder, output) {
    if (output.trim() === "")
        return [];
    const path = ["kustomization.yaml", "kustomization.yml", "Kustomization"].map((name) => manifest_sources_fileAt(tree, folder, name)).find((file) => file !== null);
    return [{ path: path ?? null, text: output, origin: "rendered" }];
}
/**
 * The file in the repository that stands for `CHART/charts/SUB/templates/x.yaml`: the template; for a packaged subchart its archive; for a
 * subchart that goes by another name (an alias, a chart elsewhere) the Chart.yaml that declares it.
 */
function templatePath(tree, chart, name) {
    const [, ...below] = name.split("/"); // the chart's name need not be its folder's
    const template = manifest_sources_fileAt(tree, chart, below.join("/")) ?? manifest_sources_fileAt(tree, chart, "."); // a packaged chart is its own only file
    if (template !== null)
        return template;
    let folder = chart;
    for (let rest = below; rest[0] === "charts" && rest[1] !== undefined; rest = rest.slice(2)) {
        const archive = archiveOf(tree, folder, rest[1]);
        if (archive !== null)
            return archive;
        const subchart = `${folder}/charts/${rest[1]}`;
        if ((0,core_tree/* resolvePath */.o1)(tree, subchart).kind !== "found")
            break;
        folder = subchart;
    }
    return manifest_sources_fileAt(tree, folder, "Chart.yaml");
}
/** The real path of a file; null when there is none, or it is not below the folder. */
function manifest_sources_fileAt(tree, folder, below) {
    const path = (0,core_tree/* joinPath */.uJ)(folder, below);
    if (path === null)
        return null;
    const resolved = (0,core_tree/* resolvePath */.o1)(tree, path);
    return resolved.kind === "found" && resolved.entry.kind === "file" ? resolved.path : null;
}
/** `charts/NAME-VERSION.tgz` of a chart, as `helm dependency` stores it; the first one by name. */
function archiveOf(tree, chart, name) {
    const charts = (0,core_tree/* resolvePath */.o1)(tree, `${chart}/charts`);
    if (charts.kind !== "found")
        return null;
    const start = charts.path === "." ? `${name}-` : `${charts.path}/${name}-`;
    const isArchive = (path) => path.startsWith(start) && path.endsWith(".tgz") && /\d/.test(path.charAt(start.length)) && (0,core_tree/* parentOf */.gN)(path) === charts.path;
    return [...tree.entries.keys()].find(isArchive) ?? null;
}
;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: ./.tsbuild/src/render/blob-service.js
// Answers the blobs that a worker misses while it sleeps. The main thread reads them like any others and never blocks.
/** Serves ids that arrive on `port`: bytes, or null for what `read` does not find. `read` must not reject. */
function serveBlobs(port, bell, read) {
    const rings = new Int32Array(bell);
    const answer = async (id) => {
        port.postMessage(await read(id));
        Atomics.add(rings, 0, 1); // after the message: who wakes up finds it
        Atomics.notify(rings, 0);
    };
    port.on("message", (id) => void answer(id));
    port.unref();
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/listing.js
// A tree's entries in a form that is cheap to send to a worker, and the same entries as a file system asks for them.
/** The listing of a tree. */
function listTree(tree) {
    return { paths: [...tree.entries.keys()], facts: [...tree.entries.values()].map(factOf) };
}
function factOf(entry) {
    switch (entry.kind) {
        case "folder":
            return "d";
        case "file":
            return `f${entry.size} ${entry.id}`;
        case "link":
            return `l${entry.id} ${entry.target}`;
        case "submodule":
            return `s${entry.id}`;
    }
}
/** The tree that a listing lists. */
function openListing({ paths, facts }) {
    const find = (path) => {
        const index = firstAtOrAfter(paths, path);
        return paths[index] === path ? index : -1;
    };
    return {
        entry: (path) => {
            if (path === ".")
                return { kind: "folder" };
            const fact = facts[find(path)];
            return fact === undefined ? undefined : listing_entryOf(fact);
        },
        names: (folder) => listing_namesIn(paths, folder === "." ? "" : `${folder}/`),
        inode: (path) => find(path) + 2, // the root is 1
    };
}
function listing_entryOf(fact) {
    const space = fact.indexOf(" ");
    switch (fact[0]) {
        case "f":
            return { kind: "file", size: Number(fact.slice(1, space)), id: fact.slice(space + 1) };
        case "l":
            return { kind: "link", id: fact.slice(1, space), target: fact.slice(space + 1) };
        case "s":
            return { kind: "submodule", id: fact.slice(1) };
        default:
            return { kind: "folder" };
    }
}
/** What follows `prefix` directly. Whole subfolders are jumped over, so the cost is that of the names alone. */
function listing_namesIn(paths, prefix) {
    const names = [];
    let index = firstAtOrAfter(paths, prefix);
    for (let path = paths[index]; path?.startsWith(prefix); path = paths[index]) {
        const slash = path.indexOf("/", prefix.length);
        if (slash < 0)
            names.push(path.slice(prefix.length));
        // "0" is what follows "/", so this is the first path behind everything in that subfolder.
        index = slash < 0 ? index + 1 : firstAtOrAfter(paths, `${path.slice(0, slash)}0`);
    }
    return names;
}
function firstAtOrAfter(sorted, wanted) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle] ?? "") < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/told-trees.js
// Which trees a worker has been told, so that each listing crosses once.

const MAX_TOLD = 8; // base, head, and trees with a fix applied
let free = 0;
const numbered = new WeakMap();
/** Remembers for one worker. `tell` returns the tree's number and passes on what the worker has to know first. */
function toldTrees(order) {
    const told = [];
    return {
        tell: (tree) => {
            const { number, listing } = numberOf(tree);
            if (told.includes(number))
                return number;
            order({ kind: "tree", tree: number, listing });
            told.push(number);
            const oldest = told.length > MAX_TOLD ? told.shift() : undefined;
            if (oldest !== undefined)
                order({ kind: "forget", tree: oldest });
            return number;
        },
    };
}
function numberOf(tree) {
    const known = numbered.get(tree);
    if (known !== undefined)
        return known;
    const fresh = { number: free, listing: listTree(tree) };
    free += 1;
    numbered.set(tree, fresh);
    return fresh;
}
;// CONCATENATED MODULE: external "node:perf_hooks"
const external_node_perf_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");
;// CONCATENATED MODULE: ./.tsbuild/src/render/cpu-clock.js
// How much processor time a worker has used, as well as this version of Node can tell.

/**
 * A clock for a worker that begins to work. A loaded machine must not end an honest rendering, so its own processor time is asked for where
 * Node tells it (https://nodejs.org/api/worker_threads.html#workercpuusageprev); elsewhere the whole process stands for it, which is an upper bound.
 */
function startCpuClock(worker) {
    const begun = external_node_perf_hooks_namespaceObject.performance.now();
    const wall = () => external_node_perf_hooks_namespaceObject.performance.now() - begun;
    const spent = tellsUsage(worker) ? workerTime(worker) : processTime();
    return { wall, spent: () => Math.min(wall(), spent()) };
}
function tellsUsage(worker) {
    return "cpuUsage" in worker && typeof worker.cpuUsage === "function";
}
function processTime() {
    const before = process.cpuUsage();
    return () => milliseconds(process.cpuUsage(before));
}
function workerTime(worker) {
    let before = null;
    let latest = 0;
    let asking = false;
    const ask = async () => {
        if (asking)
            return;
        asking = true;
        try {
            latest = milliseconds(await worker.cpuUsage());
            before ??= latest;
            asking = false;
        }
        catch {
            // The worker is gone: there is nothing left to measure, nor to stop.
        }
    };
    void ask();
    return () => {
        void ask(); // the answer is for the next time
        return before === null ? 0 : latest - before;
    };
}
function milliseconds({ user, system }) {
    return (user + system) / 1000;
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/time-limit.js
// The limit on how long one job may keep a worker.

// Starting an instance takes well under a second of processor time and runs nothing of the repository's: this only ends a hang.
const START_LIMIT_MS = 120_000;
/** On a loaded machine a job may take this many times its processor time on the wall. */
const WALL_FACTOR = 4;
/** Calls `expired` once, when the worker has used up `limitMs` of processor time for its job, or four times as long on the wall. */
function watchTime(worker, limitMs, expired) {
    let clock = startCpuClock(worker);
    let limits = { spent: Infinity, wall: START_LIMIT_MS };
    const timer = setInterval(() => {
        if (clock.spent() < limits.spent && clock.wall() < limits.wall)
            return;
        clearInterval(timer);
        expired();
    }, Math.min(250, limitMs / 4));
    return {
        begun: () => {
            clock = startCpuClock(worker);
            limits = { spent: limitMs, wall: WALL_FACTOR * limitMs };
        },
        stop: () => clearInterval(timer),
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/lane.js
// One worker thread seen from the main thread: one job at a time, and a limit that really ends it.




const NO_TRACE = { opened: [], listed: [], missed: [], incidents: [] };
/** Starts a worker thread. */
function openLane({ module, workerPath, cache, timeLimitMs }) {
    const { port1: blobs, port2: theirs } = new external_node_worker_threads_namespaceObject.MessageChannel();
    const bell = new SharedArrayBuffer(4);
    const start = { blobs: theirs, bell };
    const worker = new external_node_worker_threads_namespaceObject.Worker(workerPath, { workerData: start, transferList: [theirs] });
    const order = (what) => worker.postMessage(what);
    const ready = module.then((compiled) => order({ kind: "module", module: compiled }));
    ready.catch(() => undefined); // who has work for it is told
    const trees = toldTrees(order);
    let running = null;
    let death = null;
    let closed = null;
    const finish = (done) => {
        const job = running;
        running = null;
        worker.unref(); // an idle worker keeps nobody waiting
        job?.watch.stop();
        if (job?.failure)
            job.reject(job.failure.reason);
        else
            job?.settle(done);
    };
    const end = (outcome) => {
        death ??= outcome;
        blobs.close();
        void worker.terminate();
        finish({ outcome, trace: NO_TRACE });
    };
    const readMissed = async (id) => {
        const job = running;
        if (job === null)
            return null;
        try {
            return (await cache.read(job.tree, [id])).get(id) ?? null;
        }
        catch (reason) {
            job.failure = { reason };
            return null;
        }
    };
    worker.unref();
    worker.on("message", (news) => (news.kind === "begun" ? running?.watch.begun() : finish(news)));
    worker.on("error", (error) => end(deathOf(error)));
    worker.on("exit", (code) => end({ kind: "worker-died", detail: `it ended with code ${code}` }));
    serveBlobs(blobs, bell, readMissed);
    return {
        ended: () => death !== null || closed !== null,
        run: async ({ tree, request, predicted }) => {
            const [found] = await Promise.all([cache.read(tree, predicted), ready]);
            if (closed !== null)
                throw closed;
            if (death !== null)
                return { outcome: death, trace: NO_TRACE };
            return new Promise((settle, reject) => {
                const watch = watchTime(worker, timeLimitMs, () => end({ kind: "out-of-time", seconds: timeLimitMs / 1000 }));
                running = { tree, watch, settle, reject, failure: null };
                worker.ref();
                order({ kind: "render", tree: trees.tell(tree), request, blobs: found });
            });
        },
        close: async () => {
            closed = new Error("the renderer was closed before its work was done");
            if (running !== null)
                running.failure = { reason: closed };
            blobs.close();
            await worker.terminate();
        },
    };
}
/** The thread's own heap is small work beside the module's memory: when it is full, the answer was too large. */
function deathOf(error) {
    const code = "code" in error ? error.code : undefined;
    if (code === "ERR_WORKER_OUT_OF_MEMORY")
        return { kind: "out-of-memory" };
    return { kind: "worker-died", detail: error.stack ?? error.message };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/pool.js
// Jobs in order, to whichever worker is free.

// Another worker takes as long to start as two small targets take to render; for less work than that it only takes the processor from the first.
const WORTH_A_WORKER = 250_000;
const EVERY_JOB = 100_000; // a small target, in bytes that a large one has
/** A pool of up to `size` workers. `prepare` is called once, when the first worker is needed. */
function openPool(size, prepare) {
    const queue = [];
    const idle = [];
    const lanes = new Set();
    let setup = null;
    let closed = false;
    const isWorthAnother = () => lanes.size === 0 || queue.reduce((sum, { job }) => sum + EVERY_JOB + job.size, 0) > WORTH_A_WORKER;
    const startLane = () => {
        if (lanes.size >= size || !isWorthAnother())
            return [];
        setup ??= prepare();
        const lane = openLane(setup);
        lanes.add(lane);
        return [lane];
    };
    const freeLane = () => {
        for (const lane of lanes)
            if (lane.ended())
                lanes.delete(lane);
        for (let lane = idle.pop(); lane !== undefined; lane = idle.pop())
            if (!lane.ended())
                return lane;
        return startLane()[0];
    };
    const dispatch = () => {
        while (queue.length > 0) {
            const lane = freeLane();
            const next = lane === undefined ? undefined : queue.shift();
            if (lane === undefined || next === undefined)
                return;
            void serve(lane, next);
        }
    };
    const serve = async (lane, { job, settle, reject }) => {
        const ahead = queue[0]?.job;
        try {
            const done = lane.run(job);
            // Read what comes next while this one renders. Whether that works is seen when it is really wanted.
            if (ahead !== undefined)
                setup?.cache.read(ahead.tree, ahead.predicted).catch(() => undefined);
            settle(await done);
        }
        catch (reason) {
            reject(reason);
        }
        idle.push(lane);
        dispatch();
    };
    return {
        warm: () => {
            if (lanes.size === 0 && !closed)
                idle.push(...startLane());
        },
        run: (job) => new Promise((settle, reject) => {
            if (closed)
                return reject(new Error("the renderer is closed"));
            queue.push({ job, settle, reject });
            dispatch();
        }),
        close: async () => {
            closed = true;
            for (const { reject } of queue.splice(0))
                reject(new Error("the renderer was closed before its work was done"));
            await Promise.all([...lanes].map((lane) => lane.close()));
        },
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/protocol.js
// What crosses the border between Node and the WebAssembly module: renderer/protocol.md in TypeScript.
/** The kinds of problem that the module knows. */
const answerKinds = [
    "render-failed",
    "missing-dependency",
    "remote-resource",
    "refused",
    "limit",
    "missing-file",
    "yaml",
];
;// CONCATENATED MODULE: ./.tsbuild/src/render/read-answer.js
// Narrows what the module answered. Whatever is not as renderer/protocol.md says is a bug of ours and throws.

/** The answer in a parsed JSON value. Throws a TypeError that names the field when the value is not one. */
function readAnswer(value) {
    const answer = read_answer_fieldsOf(value, "answer");
    const problems = answer["problems"];
    if (!Array.isArray(problems))
        throw wrong("problems", problems);
    const versions = answer["versions"];
    return {
        manifests: read_answer_text(answer, "manifests"),
        problems: problems.map(readProblem),
        ...(versions === undefined ? {} : { versions: readVersions(versions) }),
    };
}
function readProblem(value) {
    const problem = read_answer_fieldsOf(value, "problem");
    const kind = answerKinds.find((known) => known === problem["kind"]);
    if (kind === undefined)
        throw wrong("kind", problem["kind"]);
    return {
        kind,
        message: read_answer_text(problem, "message"),
        remedy: read_answer_text(problem, "remedy"),
        path: read_answer_text(problem, "path"),
        line: count(problem, "line"),
        column: count(problem, "column"),
        blocking: truth(problem, "blocking"),
    };
}
function readVersions(value) {
    const versions = read_answer_fieldsOf(value, "versions");
    return { helm: read_answer_text(versions, "helm"), kustomize: read_answer_text(versions, "kustomize"), kubernetes: read_answer_text(versions, "kubernetes") };
}
function read_answer_fieldsOf(value, name) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        throw wrong(name, value);
    return Object.fromEntries(Object.entries(value));
}
function read_answer_text(fields, name) {
    const value = fields[name];
    if (typeof value !== "string")
        throw wrong(name, value);
    return value;
}
function count(fields, name) {
    const value = fields[name];
    if (typeof value !== "number")
        throw wrong(name, value);
    return value;
}
function truth(fields, name) {
    const value = fields[name];
    if (typeof value !== "boolean")
        throw wrong(name, value);
    return value;
}
function wrong(name, value) {
    return new TypeError(`the renderer answered ${name} = ${JSON.stringify(value)?.slice(0, 200)}, which renderer/protocol.md does not know`);
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/render-request.js
// What the engines are told for a target.
/** The request for a target: what `helm template` or `kustomize build` would be told on a command line. `charts` may stand in for absent ones. */
function renderRequest(target, charts) {
    if (target.engine === "kustomize") {
        const { path, loadRestrictor, edits, substitute } = target;
        return { engine: "kustomize", path, loadRestrictor, edits, substitute, charts, lean: true };
    }
    const { release, namespace, valuesFiles, values, set, setString, setJson, setFile, kubeVersion, apiVersions, skipTests, postRenderers } = target.helm;
    return {
        engine: "helm",
        chart: target.wanted === null ? target.path : "",
        chartName: target.wanted?.name ?? "",
        chartVersion: target.wanted?.version ?? "",
        charts,
        release,
        namespace,
        valuesFiles,
        values,
        setJson,
        set,
        setString,
        setFile,
        kubeVersion,
        apiVersions,
        includeCRDs: false, // a definition holds no container
        skipHooks: false,
        skipTests,
        skipSchemaValidation: false,
        isUpgrade: false,
        postRenderers,
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/sandbox-trouble.js
// In words: how a rendering ended before it had an answer, and what in the tree was not what it seemed to be.
const ENDLESS = "In a chart look for a recursion or a loop without end (tpl, include, range, until, repeat); in a kustomization for very large custom resource definitions, which can be a target of their own; or leave the target out with `exclude:`";
/** The blocking problem that a death is. */
function troubleOfDeath(death) {
    switch (death.kind) {
        case "out-of-memory":
            return blocking("limit", null, "Rendering needed more memory than it may have and was stopped", ENDLESS);
        case "out-of-stack":
            return blocking("limit", null, "Rendering nests deeper than its stack allows and was stopped", `${ENDLESS}; values nested thousands deep do the same`);
        case "out-of-time":
            return blocking("limit", null, `Rendering took longer than it may take (${death.seconds} s of processor time) and was stopped`, ENDLESS);
        case "too-much-output":
            return blocking("limit", null, `Rendering made an answer of ${mebibytes(death.size)}, more than the 256 MiB that are read`, ENDLESS);
        case "crashed":
            return blocking("internal", null, `The renderer crashed: ${death.detail}`, "This is a bug of seccomp-gate: please report it together with the target");
        case "worker-died":
            return blocking("internal", null, `The renderer's thread died: ${death.detail}`, "This is a bug of seccomp-gate: please report it together with the target");
    }
}
/** The blocking problem that an incident is: what stands there was not looked at, though the tool wanted it. */
function troubleOfIncident(incident) {
    const { path } = incident;
    switch (incident.kind) {
        case "link-outside":
            return blocking("link-outside", path, `The symbolic link points out of the repository, to ${JSON.stringify(incident.target)}, and is not followed`, "Let the link point to a file of this repository, or replace it by the file itself");
        case "submodule":
            return blocking("submodule", path, "The folder is a git submodule, whose files are not in this repository", "Copy the files that are rendered into this repository, or leave the target out");
        case "lfs-pointer":
            return blocking("lfs-pointer", path, "Git holds only a Git LFS pointer in place of the file, so what it really says was not read", "Keep the file in git itself (git lfs untrack), or keep it out of what is rendered (.helmignore)");
        case "too-large":
            return blocking("limit", path, `The file is ${mebibytes(incident.size)} large, more than the 100 MiB that are read`, "Keep the file out of what is rendered (.helmignore)");
        case "unreadable":
            return blocking("missing-file", path, `Git does not have the file's bytes (blob ${incident.id})`, "Fetch the whole commit: a partial clone leaves such bytes out");
    }
}
function blocking(kind, path, message, remedy) {
    return { kind, path, line: null, message, remedy, blocking: true };
}
function mebibytes(bytes) {
    return `${Math.ceil(bytes / (1024 * 1024))} MiB`;
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/errno.js
// Error numbers of WASI preview 1.
// https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md#-errno-variant
const errno_errno = {
    success: 0,
    badf: 8,
    fbig: 22,
    inval: 28,
    io: 29,
    isdir: 31,
    loop: 32,
    nametoolong: 37,
    noent: 44,
    nosys: 52,
    notdir: 54,
    rofs: 69,
};
;// CONCATENATED MODULE: ./.tsbuild/src/render/trace.js
// What one rendering did to the file system: its inputs, and what it could not have.
/** An empty trace. */
function startTrace() {
    const opened = new Set();
    const listed = new Set();
    const missed = new Set();
    const incidents = new Map();
    const sorted = (paths) => [...paths].sort();
    return {
        opened: (path) => opened.add(path),
        listed: (path) => listed.add(path),
        missed: (path) => missed.add(path),
        met: (incident) => incidents.set(`${incident.path}\0${incident.kind}`, incident),
        record: () => ({
            opened: sorted(opened),
            listed: sorted(listed),
            missed: sorted(missed),
            incidents: sorted(incidents.keys()).flatMap((key) => incidents.get(key) ?? []),
        }),
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/walk-path.js
// From a path to what stands there, as a kernel would go, but never out of the tree.


const MAX_LINKS = 40; // as Linux does: include/linux/namei.h MAXSYMLINKS
const MAX_PATH = 4096; // PATH_MAX of include/uapi/linux/limits.h
/** Walks `path` from a folder of the tree. Misses, links passed and what lies outside are recorded in the trace. */
function walk_path_walkPath(tree, trace, folder, path, following) {
    if (path.length > MAX_PATH)
        return refused(errno.nametoolong);
    const todo = path.split("/").reverse();
    let at = folder;
    let entry = tree.entry(at) ?? { kind: "folder" };
    let link = null;
    let hops = 0;
    for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
        if (entry.kind === "file" || entry.kind === "link")
            return walk_path_missing(trace, at, [part, ...todo.reverse()], errno.notdir);
        if (part === "" || part === ".")
            continue;
        if (part === "..") {
            if (at === "." && link !== null)
                return outside(trace, link);
            at = parentOf(at); // the root is its own parent
            entry = tree.entry(at) ?? { kind: "folder" };
            continue;
        }
        if (entry.kind === "submodule")
            trace.met({ kind: "submodule", path: at });
        const next = at === "." ? part : `${at}/${part}`;
        const found = entry.kind === "submodule" ? undefined : tree.entry(next);
        if (found === undefined)
            return walk_path_missing(trace, at, [part, ...todo.reverse()], errno.noent);
        if (found.kind === "link" && (todo.length > 0 || following === "all")) {
            link = { path: next, target: found.target };
            trace.opened(next);
            if (found.target.startsWith("/"))
                return outside(trace, link);
            hops += 1;
            if (hops > MAX_LINKS)
                return walk_path_missing(trace, at, [part, ...todo.reverse()], errno.loop);
            if (found.target === "")
                return walk_path_missing(trace, at, [part, ...todo.reverse()], errno.noent);
            todo.push(...found.target.split("/").reverse());
            continue;
        }
        at = next;
        entry = found;
    }
    return { kind: "found", path: at, entry };
}
function walk_path_missing(trace, at, rest, code) {
    // Behind what is missing, `..` can only be taken by its letter; a way out of the root is no path of the tree.
    trace.missed(joinPath(at, rest.join("/")) ?? at);
    return refused(code);
}
function outside(trace, link) {
    trace.met({ kind: "link-outside", ...link });
    return { kind: "refused", errno: errno.noent, outside: true };
}
function refused(code) {
    return { kind: "refused", errno: code, outside: false };
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/volume.js
// One revision's tree as something with inodes, stats and open files: the state behind the file system's imports.



/** The descriptor of `/`, which is open from the start. */
const ROOT = 3;
// The tree is a folder of `/` and not `/` itself: Helm's loader finds no chart there (helm/helm: pkg/chart/v2/loader/directory.go strips
// the folder and a slash from each path, and `/` already ends in one).
const MOUNT = "tree";
/** Largest file that is read. Helm takes 5 MiB per file of a chart, and no ConfigMap can hold more than 1 MiB. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;
const NOTHING = new Uint8Array(0);
const NO_DISK = {
    tree: { entry: () => undefined, names: () => [], inode: () => 1 },
    trace: startTrace(),
    content: () => null,
};
/** The path inside the tree; null for what lies beside it, where nothing is. */
function belowMount(path) {
    if (path === MOUNT || path === ".")
        return ".";
    return path.startsWith(`${MOUNT}/`) ? path.slice(MOUNT.length + 1) : null;
}
/** A volume with nothing mounted: an empty root, as the module sees it while it initialises. */
function createVolume() {
    let disk = NO_DISK;
    const root = { path: ".", entry: { kind: "folder" }, bytes: NOTHING, position: 0 };
    let handles = new Map([[ROOT, root]]);
    // Never used twice: a file that Go left to its collector may be closed long after the request it was opened for.
    let free = ROOT + 1;
    const listings = new WeakMap();
    const walk = (descriptor, path, following) => {
        const from = handles.get(descriptor);
        if (from === undefined)
            return { kind: "refused", errno: errno.badf, outside: false };
        const below = from === root ? belowMount(path) : path;
        if (below === null)
            return { kind: "refused", errno: errno.noent, outside: false };
        return walkPath(disk.tree, disk.trace, from.path, below, following);
    };
    return {
        mount: (mounted) => {
            disk = mounted;
            handles = new Map([[ROOT, root]]);
        },
        handle: (descriptor) => handles.get(descriptor),
        walk,
        linkTarget: (descriptor, path) => {
            const link = walk(descriptor, path, "all-but-last");
            if (link.kind === "refused")
                return link.errno;
            if (link.entry.kind !== "link")
                return errno.inval;
            // Who reads a link may follow it by himself (Go's EvalSymlinks does), and would then take our root for `/`.
            const target = walkPath(disk.tree, disk.trace, ".", link.path, "all");
            return target.kind === "refused" && target.outside ? errno.noent : link.entry.target;
        },
        open: (path, entry) => {
            const bytes = contentOf(disk, path, entry);
            if (typeof bytes === "number")
                return bytes;
            const descriptor = free;
            free += 1;
            handles.set(descriptor, { path, entry, bytes, position: 0 });
            return { descriptor };
        },
        close: (descriptor) => (handles.delete(descriptor) ? errno.success : errno.badf),
        names: (folder) => {
            const known = listings.get(folder); // Go asks page by page
            if (known !== undefined)
                return known;
            disk.trace.listed(folder.path);
            const names = disk.tree.names(folder.path);
            if (folder !== root)
                listings.set(folder, names);
            return names;
        },
        childOf: (folder, name) => {
            const path = folder.path === "." ? name : `${folder.path}/${name}`;
            return { inode: disk.tree.inode(path), entry: disk.tree.entry(path) ?? { kind: "folder" } };
        },
        inode: (path) => (path === "." ? 1 : disk.tree.inode(path)),
    };
}
/** The bytes of what is opened, or the error that opening it gives. Whatever is not as it should be is recorded. */
function contentOf({ trace, content }, path, entry) {
    if (entry.kind === "link")
        return errno.loop; // only where the last link is not followed: O_NOFOLLOW
    if (entry.kind === "folder")
        return NOTHING;
    if (entry.kind === "submodule") {
        trace.met({ kind: "submodule", path });
        return NOTHING;
    }
    trace.opened(path);
    if (entry.size > MAX_FILE_BYTES) {
        trace.met({ kind: "too-large", path, size: entry.size });
        return errno.fbig;
    }
    const bytes = content(entry.id);
    if (bytes === null) {
        trace.met({ kind: "unreadable", path, id: entry.id });
        return errno.io;
    }
    if (volume_isLfsPointer(bytes))
        trace.met({ kind: "lfs-pointer", path });
    return bytes;
}
const volume_LFS_POINTER = Buffer.from("version https://git-lfs.github.com/spec/v1", "latin1");
const MAX_LFS_POINTER = 1024; // bytes, as the specification promises
/** True for the text that Git LFS leaves in place of a file. https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
function volume_isLfsPointer(bytes) {
    return bytes.length < MAX_LFS_POINTER && volume_LFS_POINTER.every((byte, index) => bytes[index] === byte);
}
;// CONCATENATED MODULE: ./.tsbuild/src/render/renderer.js
// Helm and Kustomize in a sandbox: one target of one tree in, its manifests and everything they depend on out.










const CACHE_BYTES = 256 * 1024 * 1024;
const PREDICTED_BYTES = 64 * 1024 * 1024;
const EMPTY_TREE = { revision: "", entries: new Map(), read: () => Promise.resolve(new Map()) };
/** A renderer that does nothing until it is warmed or used. */
function openRenderer(options) {
    const { wasmPath, workerPath, workers = Math.min((0,external_node_os_namespaceObject.availableParallelism)(), 4), timeLimitMs = 60_000 } = options;
    const cache = createBlobCache(CACHE_BYTES);
    const pool = openPool(Math.max(1, workers), () => ({ module: loadModule(wasmPath), workerPath, cache, timeLimitMs }));
    return {
        warm: pool.warm,
        render: async (tree, target, predicted, charts = []) => {
            const done = await pool.run({ tree, request: renderRequest(target, charts), ...blobsOf(tree, predicted) });
            return renderingOf(tree, target, done);
        },
        versions: async () => {
            const { outcome } = await pool.run({ tree: EMPTY_TREE, request: { engine: "versions" }, predicted: [], size: 0 });
            const versions = outcome.kind === "answered" ? readAnswer(outcome.answer).versions : undefined;
            if (versions === undefined)
                throw new Error(`the renderer does not know its versions: ${outcome.kind}`);
            return versions;
        },
        [Symbol.asyncDispose]: pool.close,
    };
}
/** Ids of the files at the predicted paths, as far as they are worth sending ahead. */
function blobsOf(tree, predicted) {
    let room = PREDICTED_BYTES;
    const ids = [];
    for (const path of predicted) {
        const resolved = (0,core_tree/* resolvePath */.o1)(tree, path);
        if (resolved.kind !== "found" || resolved.entry.kind !== "file" || resolved.entry.size > Math.min(room, MAX_FILE_BYTES))
            continue;
        room -= resolved.entry.size;
        ids.push(resolved.entry.id);
    }
    return { predicted: ids, size: PREDICTED_BYTES - room };
}
function renderingOf(tree, target, { outcome, trace }) {
    const { opened, listed, missed } = trace;
    const incidents = trace.incidents.map(troubleOfIncident);
    if (outcome.kind !== "answered")
        return { sources: [], problems: [...incidents, troubleOfDeath(outcome)], opened, listed, missed };
    const answer = readAnswer(outcome.answer);
    const sources = target.engine === "helm" ? splitHelmOutput(tree, target.path, answer.manifests) : kustomizeOutput(tree, target.path, answer.manifests);
    return { sources, problems: [...incidents, ...answer.problems.map(troubleOf)], opened, listed, missed };
}
function troubleOf({ kind, path, line, message, remedy, blocking }) {
    return { kind, path: path === "" ? null : path, line: line === 0 ? null : line, message, remedy, blocking };
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/json.js
// The JSON report, version 1: the stable interface. Its own struct, spelled out field by field: the internal model may change its
// names, this may not. Fields may be added, never renamed or removed.
const SCHEMA = "seccomp-gate/report/v1";
function wireCounts({ RuntimeDefault, Localhost, Unconfined, Unset, Invalid, NotApplicable }) {
    return { RuntimeDefault, Localhost, Unconfined, Unset, Invalid, NotApplicable };
}
function wireSummary({ containers, targets, findings }) {
    return {
        containers: { base: wireCounts(containers.base), head: wireCounts(containers.head) },
        targets: { rendered: targets.rendered, unchanged: targets.unchanged, unresolved: targets.unresolved },
        findings: { error: findings.error, warning: findings.warning, note: findings.note, exempted: findings.exempted },
    };
}
function wireTarget({ id, engine, path, declaredBy, variant, base, head }) {
    return { id, engine, path, ...(declaredBy === null ? {} : { declaredBy: wireDeclaration(declaredBy) }), ...(variant === null ? {} : { variant }), base, head };
}
function wireDeclaration({ apiVersion, kind, namespace, name, path, line }) {
    return { apiVersion, kind, namespace, name, path, line };
}
function wireWorkload({ apiVersion, kind, namespace, name }) {
    return { apiVersion, kind, namespace, name };
}
function wireContainer({ type, name }) {
    return { type, name };
}
function wirePosture({ profile, localhostProfile, decidedBy, cause, effective }) {
    return { profile, localhostProfile, decidedBy, cause, effective };
}
function wireRow({ target, workload, container, base, head, change }) {
    return {
        target,
        workload: wireWorkload(workload),
        container: wireContainer(container),
        base: base === null ? null : wirePosture(base),
        head: head === null ? null : wirePosture(head),
        change,
    };
}
function wireLocation({ path, line, column, endLine, precision, role, inDiff }) {
    return { path, line, column, endLine, precision, role, inDiff };
}
function wireFix({ path, startLine, endLine, replacement, proven }) {
    return { path, startLine, endLine, replacement, proven };
}
function wireExemption({ reason, expires }) {
    return { reason, expires };
}
function wireFinding({ rule, severity, target, workload, container, message, remedy, locations, fix, fingerprint, exemption }) {
    return {
        rule,
        severity,
        target,
        workload: wireWorkload(workload),
        container: container === null ? null : wireContainer(container),
        message,
        remedy,
        locations: locations.map(wireLocation),
        fix: fix === null ? null : wireFix(fix),
        fingerprint,
        exemption: exemption === null ? null : wireExemption(exemption),
    };
}
function wireProblem({ kind, side, target, path, line, message, remedy, blocking }) {
    return { kind, side, target, path, line, message, remedy, blocking };
}
/** The report as JSON of schema `seccomp-gate/report/v1`, indented by two blanks, with a line feed at the end. */
function jsonReport(report) {
    const { tool, verdict, base, head } = report;
    const wire = {
        schema: SCHEMA,
        tool: { version: tool.version, engines: { helm: tool.engines.helm, kustomize: tool.engines.kustomize } },
        verdict,
        base: base === null ? null : { revision: base.revision },
        head: { revision: head.revision },
        summary: wireSummary(report.summary),
        targets: report.targets.map(wireTarget),
        containers: report.containers.map(wireRow),
        findings: report.findings.map(wireFinding),
        problems: report.problems.map(wireProblem),
    };
    // The same JSON, in which a runner whose log it is printed to finds no `##[command]`.
    return `${JSON.stringify(wire, null, 2).replaceAll("##[", "#\\u0023[")}\n`;
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/escape.js
// One function per destination. Everything that a repository holds is hostile text; what leaves here is harmless where it goes.

/** At most `most` UTF-16 units, with `…` where something was cut, never half a character. */
function cutText(text, most) {
    if (text.length <= most)
        return text;
    return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
/** A value in the properties of a workflow command. actions/toolkit: packages/core/src/command.ts (escapeProperty). */
function workflowProperty(text) {
    return workflowData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
/**
 * A path inside a repository for the path of a URL; null when no link can be made of it: browsers would resolve `..` segments,
 * percent-encoded or not, and leave the repository. https://url.spec.whatwg.org/#double-dot-path-segment
 */
function urlPath(path) {
    const segments = path.split("/");
    if (segments.some((segment) => segment === "" || segment === "." || segment === ".."))
        return null;
    const encode = (segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd")).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    return segments.map(encode).join("/");
}
function longestBacktickRun(text) {
    let longest = 0;
    for (const [run] of text.matchAll(/`+/g))
        longest = Math.max(longest, run.length);
    return longest;
}
/** A Markdown code span that shows the text and nothing else. https://spec.commonmark.org/0.31.2/#code-spans */
function codeSpan(text) {
    const visible = (0,one_line/* terminalText */.eR)(text);
    const fence = "`".repeat(longestBacktickRun(visible) + 1);
    // A span cannot be empty; one space is taken off both ends where there is one at both; a backtick may not touch the fence.
    const padding = /^`|`$|^ .*[^ ].* $/.test(visible) ? " " : "";
    return visible === "" ? "` `" : `${fence}${padding}${visible}${padding}${fence}`;
}
/** A code span inside a cell of a table. https://github.github.com/gfm/#example-200 */
function tableCodeSpan(text) {
    return codeSpan(text).replaceAll("|", "\\|");
}
/** A fenced Markdown block; line feeds stay, all else that does not show is spelled out. */
function fencedBlock(text, language) {
    const lines = text.replace(/\r?\n$/, "").split(/\r?\n/).map(one_line/* terminalText */.eR);
    const fence = "`".repeat(Math.max(3, longestBacktickRun(lines.join("\n")) + 1));
    return [`${fence}${language}`, ...lines, fence].join("\n");
}
const ZERO_WIDTH = "\u200b";
// What GitHub and Gitea make of the text once rendered, so that entities do not help: mentions, references to issues, pull
// requests and commits, bare links, emoji codes, mathematics. Each is broken up by a zero-width space behind what matches.
const REFERENCES = [
    /[@#$]/g,
    /!(?=\d)/g,
    /GH-(?=\d)/gi,
    /:(?=\/\/)/g,
    /www(?=\.)/gi,
    /:(?=[\w+-]+:)/g,
    /[0-9a-f]{6}(?=[0-9a-f])/gi,
];
const entity = (character) => `&#${character.charCodeAt(0)};`;
/** Prose without the care for where a line begins. Inner white space is kept to one blank. */
function inlineProse(text) {
    const visible = (0,one_line/* terminalText */.eR)(text).replace(/\s+/g, " ");
    const broken = REFERENCES.reduce((all, reference) => all.replace(reference, (match) => match + ZERO_WIDTH), visible);
    return broken.replace(/[&<>`\\*_~[\]|"]/g, entity);
}
/** A line may not begin like a list, a rule or a heading's underline, nor with blanks that make it code. */
function lineStart(prose) {
    return prose
        .trimStart()
        .replace(/^[-+=]/, entity)
        .replace(/^(\d+)([.)])/, (_, digits, mark) => digits + entity(mark));
}
/**
 * Markdown prose: one line that shows the text and in which no mention, reference, link, image, HTML, comment, emphasis or block
 * can arise, wherever in a paragraph or list item it stands. Names read better as `codeSpan`.
 */
function markdownText(text) {
    return lineStart(inlineProse(text)).trimEnd();
}
/**
 * Markdown for a sentence of ours that quotes values in backticks: those become code spans, the rest prose. A hostile value may
 * hold backticks and so move the borders; both kinds are harmless.
 */
function markdownMessage(text) {
    const parts = text.split("`");
    if (parts.length % 2 === 0)
        parts.push(parts.splice(-2).join("`")); // the last backtick has no partner
    const pieces = parts.map((part, index) => {
        if (index % 2 === 1)
            return codeSpan(part);
        // Two spans that touch would read as one with another fence.
        return part === "" && index > 0 && index < parts.length - 1 ? " " : inlineProse(part);
    });
    return lineStart(pieces.join("")).trimEnd();
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/problem-story.js
// Problems as people want to read them: what is wrong on both sides is told once.
/** The problems in their order, those of both sides merged into the first. */
function tellProblems(problems) {
    const stories = new Map();
    for (const problem of problems) {
        const { side, ...rest } = problem;
        const key = JSON.stringify([rest.kind, rest.target, rest.path, rest.line, rest.message, rest.remedy, rest.blocking]);
        const known = stories.get(key);
        if (known === undefined)
            stories.set(key, problem);
        else if (known.side !== side)
            stories.set(key, { ...known, side: "both sides" });
    }
    return [...stories.values()];
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/headline.js
// The verdict in one line: the first of every format, the title of the check run, the last of the log. Our words and numbers only.

/** `1 container`, `2 containers`. */
function countOf(count, noun) {
    return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
const severities = ["error", "warning", "note"];
/** `2 errors, 1 warning`; empty when there is none. Exempted findings are not counted. */
function countFindings({ summary }) {
    return severities
        .filter((severity) => summary.findings[severity] > 0)
        .map((severity) => countOf(summary.findings[severity], severity))
        .join(", ");
}
/** `5 targets: 2 rendered, 2 unchanged, 1 unresolved`. */
function describeTargets({ targets, summary }) {
    const { rendered, unchanged, unresolved } = summary.targets;
    const states = [`${rendered} rendered`, `${unchanged} unchanged`, ...(unresolved === 0 ? [] : [`${unresolved} unresolved`])];
    return `${countOf(targets.length, "target")}: ${states.join(", ")}`;
}
const total = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);
/** What the findings are about: containers where they have some. */
function subject({ base, findings }) {
    const counted = findings.filter((finding) => finding.exemption === null);
    const containers = new Set(counted.flatMap(({ target, workload, container }) => (container === null ? [] : [JSON.stringify([target, workload, container])])));
    if (containers.size === 0)
        return countOf(counted.length, "finding");
    const verb = base === null ? "lack" : "weaken";
    return `${countOf(containers.size, "container")} ${verb}${containers.size === 1 ? "s" : ""} seccomp confinement`;
}
const whatFound = (report) => {
    const counts = countFindings(report);
    return counts === "" ? "" : `${subject(report)} (${counts})`;
};
function unseen({ problems }) {
    const blocking = tellProblems(problems).filter((problem) => problem.blocking).length;
    return blocking === 0 ? "" : `${countOf(blocking, "part")} could not be looked at`;
}
function allClear(report) {
    const { targets, containers, findings } = report.summary;
    if (report.targets.length === 0)
        return "nothing to look at: no chart, kustomization or manifest was found";
    // Where the verdict is pass, these are charts that are elsewhere, and the change touches nothing that decides them.
    const blind = report.targets.filter(({ head, declaredBy }) => head === "unresolved" && declaredBy !== null).length;
    const unseenHere = blind === 0 ? "" : `; ${countOf(blind, "target")} cannot be rendered here`;
    if (blind > 0 && blind === report.targets.length)
        return `nothing was looked at: none of the ${countOf(blind, "target")} can be rendered here`;
    const lookedAt = targets.rendered + targets.unresolved - blind;
    if (lookedAt === 0)
        return `nothing to look at: the change touches none of the ${countOf(report.targets.length, "target")}${unseenHere}`;
    const looked = `${countOf(total(containers.head), "container")} in ${countOf(lookedAt, "target")}${unseenHere}`;
    if (findings.exempted > 0)
        return `nothing beyond ${countOf(findings.exempted, "exempted finding")} (${looked})`;
    return `no container ${report.base === null ? "lacks" : "weakens"} seccomp confinement (${looked})`;
}
const join = (...parts) => parts.filter((part) => part !== "").join("; ");
// A new verdict breaks the build here until it has words.
const wordings = {
    pass: (report) => (whatFound(report) === "" ? allClear(report) : `nothing that fails: ${whatFound(report)}`),
    fail: (report) => join(whatFound(report), unseen(report)),
    "no-verdict": (report) => report.noVerdict === "warn" ? join(`${unseen(report)}, which \`noVerdict: warn\` lets pass`, countFindings(report)) : join(unseen(report), whatFound(report)),
};
/** `fail: 2 containers weaken seccomp confinement (2 errors)`. At most 140 characters: fits a commit status and a check run's title. */
function headline(report) {
    return `${report.verdict}: ${wordings[report.verdict](report)}`;
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/fit.js
// Stepping down to a size: everything in full, then a line each, then counts per target; cut between entries only, and always said.



const NOTE_BYTES = 400; // more than the longest note without `moreAt`, and the blank lines around blocks
const NAME_LENGTH = 300;
const countIn = (entries) => entries.reduce((sum, { perTarget }) => [...perTarget.values()].reduce((a, b) => a + b, sum), 0);
const stack = (...blocks) => blocks.filter((block) => block !== "").join("\n\n");
/** How many of the sizes, from the first on, fit into the room together. */
function prefixWithin(sizes, room) {
    let used = 0;
    const first = sizes.findIndex((size) => (used += size) > room);
    return first < 0 ? sizes.length : first;
}
function countsPerTarget(entries, noun, room) {
    const counts = new Map();
    for (const { perTarget } of entries)
        for (const [target, count] of perTarget)
            counts.set(target, (counts.get(target) ?? 0) + count);
    const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const lines = sorted.map(([target, count]) => `- ${codeSpan(cutText(target, NAME_LENGTH))}: ${countOf(count, noun)}`);
    const fitting = prefixWithin(lines.map((line) => utf8Length(line) + 1), room);
    const left = sorted.slice(fitting);
    if (left.length === 0)
        return lines.join("\n");
    return [...lines.slice(0, fitting), `- ${countOf(left.length, "more target")}: ${countOf(left.reduce((sum, [, count]) => sum + count, 0), noun)}`].join("\n");
}
function note({ entries, noun }, full, lines, moreAt) {
    const counted = countIn(entries.slice(full + lines));
    const shares = [
        [countIn(entries.slice(0, full)), "in full"],
        [countIn(entries.slice(full, full + lines)), "in one line each"],
        [counted, "left out and only counted"],
    ];
    const parts = shares.filter(([count]) => count > 0).map(([count, how]) => `${count} ${how}`);
    return `**Too long to show here:** of ${countOf(countIn(entries), noun)}, ${parts.join(", ")}. All of it is in ${moreAt}.`;
}
/** The section in at most so many bytes; empty when not even its opening fits. */
function fitSection(section, bytes, moreAt) {
    const { opening, entries, separator, closing, noun } = section;
    if (entries.length === 0)
        return "";
    const whole = stack(opening, entries.map(({ full }) => full).join(separator), closing);
    if (utf8Length(whole) <= bytes)
        return whole;
    const room = bytes - utf8Length(opening) - utf8Length(closing) - utf8Length(moreAt) - NOTE_BYTES;
    if (room < 0)
        return "";
    const lineSizes = entries.map(({ line }) => utf8Length(line) + 1);
    const spare = room - lineSizes.reduce((sum, size) => sum + size, 0);
    if (spare >= 0) {
        const extra = entries.map(({ full }, i) => Math.max(0, utf8Length(full) + separator.length - (lineSizes[i] ?? 0)));
        const inFull = prefixWithin(extra, spare);
        const [details, rest] = [entries.slice(0, inFull), entries.slice(inFull)];
        return stack(opening, note(section, inFull, rest.length, moreAt), details.map(({ full }) => full).join(separator), rest.map(({ line }) => line).join("\n"), closing);
    }
    // The counts of what is left out need no more than those of everything would.
    const lines = prefixWithin(lineSizes, room - Math.min(room / 2, utf8Length(countsPerTarget(entries, noun, room / 2))));
    const used = lineSizes.slice(0, lines).reduce((sum, size) => sum + size, 0);
    const [shown, rest] = [entries.slice(0, lines), entries.slice(lines)];
    return stack(opening, note(section, 0, lines, moreAt), shown.map(({ line }) => line).join("\n"), "Left out, by target:", countsPerTarget(rest, noun, room - used), closing);
}
/** Bytes the section takes when nothing is left out. */
function wanted({ opening, entries, closing, separator }) {
    return entries.length === 0 ? 0 : utf8Length(stack(opening, entries.map(({ full }) => full).join(separator), closing));
}
/** The sections in order, in at most so many bytes together. What one does not need, those behind it may use. */
function fitSections(sections, bytes, moreAt) {
    const kept = sections.map((section) => Math.min(wanted(section), Math.floor(section.share * bytes)));
    let left = bytes;
    return sections.map((section, i) => {
        const others = kept.slice(i + 1).reduce((sum, size) => sum + size, 0);
        const text = fitSection(section, left - others - 2, moreAt);
        left -= text === "" ? 0 : utf8Length(text) + 2;
        return text;
    });
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/location.js
// Where a finding stands, in words and as a link.

/** Where only the file is sure, a line that the change touched or took from is still the best place to look; any other would mislead. */
const namesLine = ({ precision, inDiff, role }) => precision !== "file" || inDiff || role === "cause";
/** `path:line`, or the path alone. Raw text: escape it for its destination. */
function describeLocation(location) {
    return namesLine(location) ? `${location.path}:${location.line}` : location.path;
}
/** Address of the lines on GitHub, percent-encoded; null when no link can be built. Lines null: the file as a whole. */
function blobUrl(base, path, lines) {
    const encoded = urlPath(path);
    if (base.headSha === null || base.repositoryUrl === null || encoded === null)
        return null;
    const range = lines === null ? "" : lines.last > lines.first ? `#L${lines.first}-L${lines.last}` : `#L${lines.first}`;
    return `${base.repositoryUrl}/blob/${base.headSha}/${encoded}${range}`;
}
/** Lines of a location that a link may point to; null for the file as a whole. */
function location_linesOf(location) {
    return namesLine(location) ? { first: location.line, last: location.endLine } : null;
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/remedy-yaml.js
// What the object should say, as YAML to copy, where the postures of both sides show what that is.
function profileLines(base) {
    const path = base?.profile === "Localhost" ? base.localhostProfile : null;
    if (path === null)
        return ["  seccompProfile:", "    type: RuntimeDefault"];
    const scalar = /^[a-z][\w./-]*$/i.test(path) ? path : JSON.stringify(path); // JSON strings are YAML
    return ["  seccompProfile:", "    type: Localhost", `    localhostProfile: ${scalar}`];
}
/** The object that holds the security context: the pod's spec or the container. */
function holderOf(field) {
    const end = field?.lastIndexOf(".securityContext.") ?? -1;
    return field === null || end < 0 ? null : field.slice(0, end);
}
/** A security context to write, beneath a comment that names its place; null where the postures do not tell. */
function remedyYaml({ base, head, field }) {
    if (head === null)
        return null;
    const holder = holderOf(field);
    const place = holder === null ? [] : [`# in ${holder}`];
    if (head.cause === "privileged")
        return [...place, "securityContext:", "  privileged: false"].join("\n");
    const restorable = head.profile === "Unset" || head.profile === "Unconfined" || head.profile === "Invalid" || (head.profile === "RuntimeDefault" && base?.profile === "Localhost");
    return restorable ? [...place, "securityContext:", ...profileLines(base)].join("\n") : null;
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/story.js
// Findings with one cause and one remedy, told once: a pod's field that confined three containers is one story, not three.


const severityRank = { error: 0, warning: 1, note: 2 };
/** The message without the container and workload that it begins with; null when it begins otherwise. */
function predicateOf({ container, workload, message }) {
    if (container === null)
        return null;
    const subject = `${(0,wording/* describeContainer */.rc)(container)} of ${(0,wording/* describeWorkload */.HV)(workload)} `;
    return message.startsWith(subject) ? message.slice(subject.length) : null;
}
/** Fields of containers that differ in nothing but the container's index. */
function withoutIndices(text) {
    return text.replace(/(ontainers)\[\d+\]/g, "$1[*]");
}
function postureKey(posture) {
    if (posture === null)
        return [];
    const { profile, localhostProfile, cause, effective, reason, decidedBy } = posture;
    return [profile, localhostProfile, cause, effective, reason, withoutIndices(decidedBy ?? "")];
}
const fieldOf = ({ base, head }) => head?.decidedBy ?? base?.decidedBy ?? null;
/** Equal for findings that one edit would settle; a finding that cannot be told together with others has its own. */
function storyKey(finding) {
    const { rule, severity, exemption, target, workload, base, head, message, remedy, fix, fingerprint, locations } = finding;
    const predicate = predicateOf(finding);
    if (predicate === null)
        return JSON.stringify([fingerprint, target, message]);
    const [location] = locations;
    const cause = location === undefined ? [target, workload] : [describeLocation(location)];
    return JSON.stringify([rule, severity, exemption, postureKey(base), postureKey(head), withoutIndices(predicate), withoutIndices(remedy), fix, cause]);
}
const openPlace = ({ target, workload, container }) => ({ target, workload, containers: container === null ? [] : [container] });
function gatherPlaces([first, ...others]) {
    const keyOf = ({ target, workload }) => JSON.stringify([target, workload]);
    const places = [openPlace(first)];
    const known = new Map([[keyOf(first), places[0]]]);
    for (const finding of others) {
        const place = known.get(keyOf(finding)) ?? openPlace(finding);
        if (!known.has(keyOf(finding)))
            places.push(place);
        else if (finding.container !== null)
            place.containers.push(finding.container);
        known.set(keyOf(finding), place);
    }
    return places;
}
/** One sentence for all, or the first one's where there is only one way to say it. */
function tell(texts) {
    const [first = ""] = texts;
    return texts.every((text) => text === first) ? first : withoutIndices(first);
}
function toStory(findings) {
    const [{ rule, severity, exemption, base, head, message, fix, locations }] = findings;
    return {
        rule,
        severity,
        exemption,
        base,
        head,
        message: findings.length === 1 ? message : `Each ${tell(findings.map((finding) => predicateOf(finding) ?? finding.message))}`,
        remedy: tell(findings.map((finding) => finding.remedy)),
        field: fieldOf(findings[0]) === null ? null : tell(findings.map((finding) => fieldOf(finding) ?? "")),
        location: locations[0] ?? null,
        fix,
        places: gatherPlaces(findings),
        count: findings.length,
    };
}
/** The findings of a report as stories, worst first, in the report's order otherwise; exempted ones apart. */
function tellStories({ findings }) {
    const groups = new Map();
    for (const finding of findings) {
        const key = storyKey(finding);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [finding]);
        else
            group.push(finding);
    }
    const stories = [...groups.values()].map(toStory).sort((a, b) => severityRank[a.severity] - severityRank[b.severity]);
    return { counted: stories.filter((story) => story.exemption === null), exempted: stories.filter((story) => story.exemption !== null) };
}
/** `RuntimeDefault → no profile`; what it comes to in brackets where the profile does not say it; null when there is no container. */
function describeChange({ base, head }) {
    if (head === null)
        return base === null ? null : `${(0,wording/* describePosture */.CU)(base)} → gone`;
    const now = head.profile === "Unset" ? `${(0,wording/* describePosture */.CU)(head)} (runs ${head.effective})` : (0,wording/* describePosture */.CU)(head);
    return base === null ? now : `${(0,wording/* describePosture */.CU)(base)} → ${now}`;
}
/** The field that decided, where the message does not name it anyway. */
function unnamedField({ field, message }) {
    return field === null || message.includes(field) ? null : field;
}
/** Full stop at the end, and a capital at the beginning unless that is something other than a word, such as a path. */
function toSentence(text) {
    const ended = /[.!?…]$/.test(text) ? text : `${text}.`;
    return ended.replace(/^[a-z](?=[a-z]*([ ,]|\.$))/, (letter) => letter.toUpperCase());
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/subject.js
// What a story is about, in words: workloads with their containers, or the target as a whole.
const asIs = (name) => name;
const nouns = { container: "container", init: "init container", ephemeral: "ephemeral container" };
const MOST_NAMES = 10;
function listNames(names, quote) {
    const shown = names.slice(0, MOST_NAMES).map(quote).join(", ");
    return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
function describeContainers(containers, quote) {
    const kinds = Object.entries(nouns).map(([type, noun]) => ({ noun, names: containers.filter((container) => container.type === type).map(({ name }) => name) }));
    return kinds
        .filter(({ names }) => names.length > 0)
        .map(({ noun, names }) => `${noun}${names.length === 1 ? "" : "s"} ${listNames(names, quote)}`)
        .join(", ");
}
/** `Deployment shop/api`. */
function describeName({ kind, namespace, name }, quote, quoteKind) {
    return `${quoteKind(kind)} ${quote(namespace === null ? name : `${namespace}/${name}`)}`;
}
/** `Deployment shop/api: containers app, proxy`; the target where no container is meant. */
function describePlace({ target, workload, containers }, quote = asIs, quoteKind = quote) {
    if (containers.length === 0)
        return quote(target);
    return `${describeName(workload, quote, quoteKind)}: ${describeContainers(containers, quote)}`;
}
/** The first place, and how many more there are. */
function describeSubject({ places }, quote = asIs, quoteKind = quote) {
    const [first, ...others] = places;
    const more = others.length === 0 ? "" : ` and ${others.length} more ${others.length === 1 ? "workload" : "workloads"}`;
    return `${describePlace(first, quote, quoteKind)}${more}`;
}
/** The targets of a story, each once, in its order. */
function subject_targetsOf({ places }) {
    return [...new Set(places.map(({ target }) => target))];
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/markdown-finding.js
// One story in Markdown: in full, and as one line.





const MOST_PLACES = 10;
const markdown_finding_NAME_LENGTH = 300; // more than Kubernetes allows for any name
const MESSAGE_LENGTH = 2000;
/** Screen readers name them; the counts in the heading say them in words. */
const severityIcons = { error: "❌", warning: "⚠️", note: "ℹ️" };
/** A name from the repository as a code span, cut to a length that no honest one has. */
const quoteName = (name) => codeSpan(cutText(name, markdown_finding_NAME_LENGTH));
/** A kind as it is, since those of Kubernetes are words; all else as a code span. */
const quoteKind = (kind) => (/^[A-Za-z]{1,63}$/.test(kind) ? kind : quoteName(kind));
/** A sentence of ours about names of theirs. */
const sentence = (text) => markdownMessage(toSentence(cutText(text, MESSAGE_LENGTH)));
/** Code span with the words, linked when there is an address. */
function linkTo(words, url) {
    return url === null ? quoteName(words) : `[${quoteName(words)}](${url})`;
}
const linkLocation = (location, links) => linkTo(describeLocation(location), blobUrl(links, location.path, location_linesOf(location)));
function subjectOf(story) {
    return describeSubject(story, quoteName, quoteKind);
}
function changeLine(story, links) {
    const change = describeChange(story);
    const field = unnamedField(story);
    const parts = [
        change === null ? "" : `**${markdownText(cutText(change, markdown_finding_NAME_LENGTH))}**`,
        field === null ? "" : `by ${quoteName(field)}`,
        story.location === null ? "" : `at ${linkLocation(story.location, links)}`,
    ];
    return parts.filter((part) => part !== "").join(" ");
}
function placesList({ places }, targets) {
    if (places.length < 2)
        return "";
    const shown = places.slice(0, MOST_PLACES).map((place) => `- ${describePlace(place, quoteName, quoteKind)}${targets.length > 1 && place.containers.length > 0 ? ` in ${quoteName(place.target)}` : ""}`);
    return [...shown, ...(places.length > MOST_PLACES ? [`- and ${places.length - MOST_PLACES} more`] : [])].join("\n");
}
function fixBlock({ fix }, links) {
    if (fix === null)
        return null;
    const last = Math.max(fix.startLine, fix.endLine);
    const range = last > fix.startLine ? `lines ${fix.startLine} to ${last}` : `line ${fix.startLine}`;
    const link = linkTo(fix.path, blobUrl(links, fix.path, { first: fix.startLine, last }));
    return `In ${link}, ${range} ${last > fix.startLine ? "become" : "becomes"}${fix.proven ? " (proven by rendering it)" : ""}:\n\n${fencedBlock(fix.replacement, "yaml")}`;
}
function yamlBlock(story) {
    const yaml = remedyYaml(story);
    return yaml === null ? null : fencedBlock(yaml, "yaml");
}
function perTarget({ places }) {
    const counts = new Map();
    for (const { target, containers } of places)
        counts.set(target, (counts.get(target) ?? 0) + Math.max(1, containers.length));
    return counts;
}
/** A story as an entry of the report's first section. */
function storyEntry(story, links) {
    const targets = subject_targetsOf(story);
    const icon = severityIcons[story.severity];
    const change = changeLine(story, links);
    const where = targets.length > 1 ? `${targets.length} targets` : quoteName(story.places[0].target);
    const blocks = [
        `### ${icon} ${subjectOf(story)}`,
        placesList(story, targets),
        change,
        `**What to write:** ${sentence(story.remedy)}`,
        fixBlock(story, links) ?? yamlBlock(story) ?? "",
        `**Why:** ${sentence(story.message)}`,
        `<sub>${quoteName(story.rule)} in ${where}</sub>`,
    ];
    return {
        full: blocks.filter((block) => block !== "").join("\n\n"),
        line: `- ${icon} ${subjectOf(story)}${change === "" ? "" : `, ${change}`} ${quoteName(story.rule)}`,
        perTarget: perTarget(story),
    };
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/markdown-sections.js
// What follows the findings in Markdown: what was not looked at, what is exempted, what the configuration will do, what got better.







const CHANGE_LENGTH = 300;
const NO_TARGET = "(the whole run)";
/** An entry that takes one line in any case. */
function oneLine(line, target, count = 1) {
    return { full: line, line, perTarget: new Map([[target ?? NO_TARGET, count]]) };
}
/** Collapsed under its title; GitHub, Gitea and Forgejo show it. */
function folded(title) {
    return { opening: `<details><summary>${title}</summary>`, closing: "</details>" };
}
function problemEntry({ kind, side, target, path, line, message, remedy }, links) {
    // The base's file may not exist at the head's commit, or have other lines.
    const url = path === null || side === "base" ? null : blobUrl(links, path, line === null ? null : { first: line, last: line });
    const file = path === null ? "" : linkTo(line === null ? path : `${path}:${line}`, url);
    const place = [target === null ? "" : quoteName(target), file].filter((part) => part !== "").join(" at ");
    const where = `${place}${side === "base" ? `${place === "" ? "" : " "}(on the base)` : ""}`;
    const remark = `- ${where}${where === "" ? "" : ": "}${sentence(message)}`;
    const full = `${remark}${remedy === "" ? "" : ` **What to do:** ${sentence(remedy)}`} ${quoteName(kind)}`;
    return { full, line: `- ${where}${where === "" ? "" : ": "}${quoteName(kind)}`, perTarget: new Map([[target ?? NO_TARGET, 1]]) };
}
/** Blocking problems under "Not analysed", then remarks. */
function problemSections(all, links) {
    const problems = tellProblems(all);
    const blocking = problems.filter((problem) => problem.blocking).map((problem) => problemEntry(problem, links));
    const remarks = problems.filter((problem) => !problem.blocking).map((problem) => problemEntry(problem, links));
    return [
        { opening: "### Not analysed\n\nNobody looked at these, so nothing is said about the containers in them.", entries: blocking, separator: "\n", closing: "", noun: "problem", share: 0.25 },
        { ...folded(countOf(remarks.length, "remark")), entries: remarks, separator: "\n", noun: "remark", share: 0.05 },
    ];
}
function exemptedEntry(story) {
    const { exemption, rule, count, places } = story;
    const { reason, expires } = exemption;
    const line = `- ${describeSubject(story, quoteName, quoteKind)}: ${markdownText(cutText(reason, CHANGE_LENGTH))}${expires === null ? "" : ` (until ${quoteName(expires)})`} ${quoteName(rule)}`;
    return oneLine(line, places[0].target, count);
}
/** Findings that policy lets pass, with the reasons given. */
function exemptedSection(stories) {
    return { opening: "### Exempted", entries: stories.map(exemptedEntry), separator: "\n", closing: "", noun: "exempted finding", share: 0.1 };
}
/** What the configuration file of this change will do once merged. */
function policySection(notes) {
    return { opening: "### Configuration", entries: notes.map((note) => oneLine(`- ${sentence(note)}`, null)), separator: "\n", closing: "", noun: "remark", share: 0.1 };
}
/** Containers that are better confined than before. */
function strongerSection(rows) {
    const stronger = rows.filter((row) => row.change === "strengthened");
    const entries = stronger.map((row) => {
        const place = describePlace({ target: row.target, workload: row.workload, containers: [row.container] }, quoteName, quoteKind);
        return oneLine(`- ${place}: ${markdownText(cutText(describeChange(row) ?? "", CHANGE_LENGTH))}`, row.target);
    });
    return { ...folded(`${countOf(stronger.length, "container")} got stronger`), entries, separator: "\n", noun: "container", share: 0.05 };
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/profile-counts.js
// How many containers run under what, in words.
const names = {
    RuntimeDefault: "RuntimeDefault",
    Localhost: "Localhost",
    Unconfined: "Unconfined",
    Unset: "no profile",
    Invalid: "invalid profile",
    NotApplicable: "not applicable",
};
const profile_counts_order = ["RuntimeDefault", "Localhost", "Unset", "Unconfined", "Invalid", "NotApplicable"];
/** The profiles that some container has on either side given, best first. */
function listCounts(counts, also = counts) {
    return profile_counts_order.filter((profile) => counts[profile] > 0 || also[profile] > 0).map((profile) => ({ profile, name: names[profile], count: counts[profile] }));
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/markdown.js
// The report in Markdown: for the comment, the check run, the job summary and report.md. The same bytes for the same report.








const icons = { pass: "✅", fail: "❌", "no-verdict": "⚠️" };
const explanation = "A seccomp profile limits which system calls of the node's kernel a container may make. Without one it runs `Unconfined`: a break-in has all of them to try.";
/** How many containers run under what; only the profiles that occur. */
function countsTable({ base, summary }) {
    const head = listCounts(summary.containers.head, base === null ? summary.containers.head : summary.containers.base);
    if (head.length === 0)
        return "";
    const row = (title, cells) => `| ${[title, ...cells].join(" | ")} |`;
    const sides = [
        ...(base === null ? [] : [row("base", head.map(({ profile }) => summary.containers.base[profile]))]),
        row("head", head.map(({ count }) => count)),
    ];
    return [row("containers", head.map(({ name }) => name)), row("---", head.map(() => "---:")), ...sides].join("\n");
}
function closingOf(report) {
    const { version, engines } = report.tool;
    const tool = [`seccomp-gate ${version}`, `Helm ${engines.helm}`, `Kustomize ${engines.kustomize}`].map((part) => markdownText(cutText(part, 80)));
    return [countsTable(report), `<sub>${[describeTargets(report), ...tool].join(" · ")}</sub>`].filter((block) => block !== "").join("\n\n");
}
function sectionsOf(report, links) {
    const { counted, exempted } = tellStories(report);
    const [notAnalysed, remarks] = problemSections(report.problems, links);
    return [
        { opening: explanation, entries: counted.map((story) => storyEntry(story, links)), separator: "\n\n", closing: "", noun: "finding", share: 0.5 },
        notAnalysed,
        exemptedSection(exempted),
        policySection(report.policyNotes),
        strongerSection(report.base === null ? [] : report.containers),
        remarks,
    ];
}
/** The report in at most `maxBytes` bytes: as much in full as fits, then a line each, then counts per target, saying what is left out. */
function markdownReport(report, options) {
    const heading = `## ${icons[report.verdict]} seccomp-gate: ${headline(report)}`;
    const closing = closingOf(report);
    const frame = utf8Length(heading) + utf8Length(closing) + "\n\n\n".length;
    const sections = fitSections(sectionsOf(report, options), options.maxBytes - frame, options.moreAt ?? "the JSON report");
    return `${[heading, ...sections, closing].filter((block) => block !== "").join("\n\n")}\n`;
}
;// CONCATENATED MODULE: ./.tsbuild/src/report/style.js
// How text is set off on a terminal. Whoever owns the terminal knows what it can do.
const style_asIs = (text) => text;
/** No colours: for files, pipes and logs. */
const plainStyle = { bold: style_asIs, dim: style_asIs, red: style_asIs, yellow: style_asIs, green: style_asIs, cyan: style_asIs };
;// CONCATENATED MODULE: ./.tsbuild/src/report/text.js
// The report for a terminal: the verdict first, then what to do about each finding, then everything else in a line.








const text_MOST_PLACES = 10;
const MOST_STRONGER = 10;
const MOST_TARGETS = 3;
const text_MESSAGE_LENGTH = 2000;
const verdictColours = { pass: "green", fail: "red", "no-verdict": "yellow" };
const severityColours = { error: "red", warning: "yellow", note: "cyan" };
const INDENT = " ".repeat(11);
const text_show = (text) => (0,one_line/* terminalText */.eR)(cutText(text, text_MESSAGE_LENGTH));
const text_sentence = (text) => toSentence(text_show(text));
function fixLines({ fix }, style) {
    if (fix === null)
        return [];
    const range = fix.endLine > fix.startLine ? `${fix.startLine}-${fix.endLine}` : `${fix.startLine}`;
    const lines = fix.replacement.replace(/\r?\n$/, "").split(/\r?\n/);
    const heading = `${text_show(fix.path)}:${range} becomes${fix.proven ? ", proven by rendering it" : ""}:`;
    return [heading, ...lines.map((line) => `  ${style.green(text_show(line))}`)];
}
function storyLines(story, style) {
    const { location, message, remedy, rule, severity, places } = story;
    const change = describeChange(story);
    const field = unnamedField(story);
    const others = places.slice(1, text_MOST_PLACES).map((place) => `and ${text_show(describePlace(place))}`);
    const left = places.length - text_MOST_PLACES;
    const body = [
        ...others,
        ...(left > 0 ? [`and ${left} more`] : []),
        ...(change === null ? [] : [style.bold(text_show(change)) + (field === null ? "" : `, by ${text_show(field)}`)]),
        ...(location === null ? [] : [`at ${style.cyan(text_show(describeLocation(location)))}`]),
        `${style.green("Fix:")} ${text_sentence(remedy)}`,
        ...fixLines(story, style),
        style.dim(`${text_sentence(message)} [${text_show(rule)}]`),
    ];
    const title = text_show(describePlace(places[0]));
    return [`  ${style[severityColours[severity]](severity.padEnd(7))}  ${style.bold(title)}`, ...body.map((line) => INDENT + line), ""];
}
/** Stories under the targets they happen in; a story of several targets stands under all their names at once. */
function findingLines(stories, style) {
    const groups = new Map();
    for (const story of stories) {
        const targets = subject_targetsOf(story);
        const more = targets.length > MOST_TARGETS ? ` and ${targets.length - MOST_TARGETS} more` : "";
        const title = targets.slice(0, MOST_TARGETS).map(text_show).join(", ") + more;
        const group = groups.get(title) ?? [];
        groups.set(title, group);
        group.push(story);
    }
    return [...groups].flatMap(([title, group]) => [style.bold(title), "", ...group.flatMap((story) => storyLines(story, style))]);
}
function problemPlace({ side, target, path, line }) {
    const file = path === null ? "" : `${text_show(path)}${line === null ? "" : `:${line}`}`;
    return [side, target === null ? "" : text_show(target), file].filter((part) => part !== "").join("  ");
}
function problemLines(problems, style) {
    const blocking = problems.filter((problem) => problem.blocking);
    const remarks = problems.filter((problem) => !problem.blocking);
    const told = blocking.flatMap((problem) => [
        `  ${style.yellow(problemPlace(problem))}`,
        `${INDENT}${text_sentence(problem.message)}${problem.remedy === "" ? ` ${style.dim(`[${problem.kind}]`)}` : ""}`,
        ...(problem.remedy === "" ? [] : [`${INDENT}${style.green("Fix:")} ${text_sentence(problem.remedy)} ${style.dim(`[${problem.kind}]`)}`]),
        "",
    ]);
    return [
        ...(blocking.length === 0 ? [] : [style.bold("Not analysed"), "", ...told]),
        ...section("Remarks", remarks.map((problem) => `${problemPlace(problem)}: ${[problem.message, problem.remedy].filter((text) => text !== "").map(text_sentence).join(" ")} ${style.dim(`[${problem.kind}]`)}`), style),
    ];
}
function section(title, lines, style) {
    return lines.length === 0 ? [] : [style.bold(title), "", ...lines.map((line) => `  ${line}`), ""];
}
function exemptedLine(story, style) {
    const { reason, expires } = story.exemption;
    const until = expires === null ? "" : ` (until ${text_show(expires)})`;
    return `${text_show(describeSubject(story))}: ${text_show(reason)}${until} ${style.dim(`[${text_show(story.rule)}]`)}`;
}
function strongerLines(rows) {
    const stronger = rows.filter((row) => row.change === "strengthened");
    const shown = stronger.slice(0, MOST_STRONGER).map((row) => `${text_show(describePlace({ ...row, containers: [row.container] }))}: ${text_show(describeChange(row) ?? "")}`);
    return stronger.length > MOST_STRONGER ? [...shown, `and ${countOf(stronger.length - MOST_STRONGER, "more container")}`] : shown;
}
function summaryLine(report) {
    const counts = listCounts(report.summary.containers.head).map(({ name, count }) => `${count} ${name}`);
    return `${describeTargets(report)}${counts.length === 0 ? "" : `; containers: ${counts.join(", ")}`}`;
}
/** The report for people, ending in a line feed. It may go to the log of a runner: no line can be taken for a command. */
function textReport(report, style) {
    const { counted, exempted } = tellStories(report);
    const colour = style[verdictColours[report.verdict]];
    return [
        style.bold(colour(headline(report))),
        "",
        ...findingLines(counted, style),
        ...problemLines(tellProblems(report.problems), style),
        ...section("Exempted", exempted.map((story) => exemptedLine(story, style)), style),
        ...section("Configuration", report.policyNotes.map(text_sentence), style),
        ...(report.base === null ? [] : section("Stronger", strongerLines(report.containers), style)),
        ...(report.targets.length === 0 ? [] : [style.dim(summaryLine(report)), ""]),
    ]
        .map(one_line/* breakCommands */.ix)
        .join("\n")
        .replace(/\n$/, "")
        .concat("\n");
}
;// CONCATENATED MODULE: ./.tsbuild/src/run-command-line.js
// One call of the command line, from its words to the exit code.
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




















const ansiStyle = {
    bold: (text) => (0,external_node_util_namespaceObject.styleText)("bold", text, { validateStream: false }),
    dim: (text) => (0,external_node_util_namespaceObject.styleText)("dim", text, { validateStream: false }),
    red: (text) => (0,external_node_util_namespaceObject.styleText)("red", text, { validateStream: false }),
    yellow: (text) => (0,external_node_util_namespaceObject.styleText)("yellow", text, { validateStream: false }),
    green: (text) => (0,external_node_util_namespaceObject.styleText)("green", text, { validateStream: false }),
    cyan: (text) => (0,external_node_util_namespaceObject.styleText)("cyan", text, { validateStream: false }),
};
/** Colours only for people: a terminal, without `NO_COLOR` (no-color.org), `--no-color`, or a dumb one. */
function styleFor({ color, output }, { stdout, env }) {
    const refused = !color || output !== null || (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
    return stdout.isTTY === true && !refused ? ansiStyle : plainStyle;
}
/** A workflow's runner obeys what looks like a command in what is printed. */
const inLogOf = ({ env }, text) => (env["GITHUB_ACTIONS"] === "true" ? text.split("\n").map(one_line/* breakCommands */.ix).join("\n") : text);
function format(report, printing, surroundings) {
    switch (printing.format) {
        case "text":
            return inLogOf(surroundings, textReport(report, styleFor(printing, surroundings)));
        case "json":
            return jsonReport(report);
        case "markdown":
            return markdownReport(report, { maxBytes: 1_000_000, headSha: null, repositoryUrl: null, moreAt: "the JSON report (`--format json`)" });
    }
}
/** Writes to standard output. A reader that has seen enough, as `head` has, is no failure. */
function write({ stdout }, text) {
    return new Promise((done, fail) => {
        stdout.write(text, (error) => {
            if (!error || ("code" in error && error.code === "EPIPE"))
                return done();
            fail(new failure/* NoVerdictError */.L("internal", `the report cannot be written to standard output: ${error.message}`, "Make room, or write it to a file with `--output`."));
        });
    });
}
async function print(report, printing, surroundings) {
    const text = format(report, printing, surroundings);
    if (printing.output === null)
        return write(surroundings, text);
    await (0,promises_namespaceObject.writeFile)((0,external_node_path_namespaceObject.resolve)(surroundings.cwd(), printing.output), text).catch((error) => {
        throw new failure/* UsageError */.e(`the report cannot be written to \`${printing.output}\`: ${error instanceof Error ? error.message : String(error)}`, "Correct `--output`.");
    });
}
const installed = (jobs) => openRenderer({ ...installation, ...(jobs === null ? {} : { workers: jobs }) });
/** Runs `diff` or `scan`: opens the sides, judges them, prints the report. */
async function runCheck(command, surroundings, open) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const progress = showProgress(surroundings.stderr, command.quiet);
        const opened = [];
        const own = (repository) => {
            opened.push(repository);
            return repository;
        };
        const renderer = __addDisposableResource(env_1, open(command.jobs), true);
        renderer.warm();
        try {
            const folder = surroundings.cwd();
            const sides = command.kind === "diff" ? await openDiff(command, own(await openRepository(folder)), folder) : await openScan(command, folder, surroundings.stdin, own);
            const { report, policy } = await judgeTrees(sides, sides.inEffect, command, renderer, progress.step);
            progress.clear();
            await print(report, command, surroundings);
            return { exitCode: exitCode(report.verdict, policy) };
        }
        finally {
            progress.clear();
            for (const repository of opened)
                await repository[Symbol.asyncDispose]();
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Text for standard error: every line escaped, so that nothing of a repository can steer a terminal. */
function complain({ stderr }, text) {
    const lines = text.split("\n").map(one_line/* logLine */.BP);
    return new Promise((done) => void stderr.write(`seccomp-gate: ${lines.join("\n  ")}\n`, () => done()));
}
/** Runs one call. Never rejects: a crash of ours is exit code 3 and one line that says so. */
async function runCommandLine(argv, surroundings, open = installed) {
    try {
        const command = readArguments(argv);
        switch (command.kind) {
            case "help":
                await write(surroundings, helpText(command.topic));
                return { exitCode: 0 };
            case "version":
                await write(surroundings, `seccomp-gate ${tool.version} (helm ${tool.engines.helm}, kustomize ${tool.engines.kustomize})\n`);
                return { exitCode: 0 };
            case "demo":
                return await runDemo(command, surroundings, { diff: (diff, around) => runCheck(diff, around, open), write });
            case "diff":
            case "scan":
                return await runCheck(command, surroundings, open);
        }
    }
    catch (error) {
        if (error instanceof failure/* UsageError */.e) {
            await complain(surroundings, `${error.message}${error.remedy === "" ? "" : `\n${error.remedy}`}`);
            return { exitCode: 2 };
        }
        if (error instanceof failure/* NoVerdictError */.L) {
            await complain(surroundings, `no verdict was reached: ${error.message}\n${error.remedy}`);
            return { exitCode: 3 };
        }
        const reason = error instanceof Error ? error.message : String(error);
        await complain(surroundings, `no verdict was reached: ${reason}\nThis is a bug of seccomp-gate; please report it with the command that was run.`);
        return { exitCode: 3 };
    }
}

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(458);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
