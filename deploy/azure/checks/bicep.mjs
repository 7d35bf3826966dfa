// A light reading of Bicep: enough to ask what a template says, without a compiler. Objects and arrays become trees,
// everything else stays the text that it is. The compiler's own verdict is asked for in compile.test.mjs.

const OPEN = '{[(';
const CLOSE = '}])';

/** Reads one file: { scope, params, resources, modules, outputs, imports }. Resources are flat, the nested ones too. */
export function read(path, text) {
  const reader = new Reader(text, path);
  return reader.file();
}

/** Every value in a tree, with the path that leads to it. */
export function* walk(value, path = []) {
  yield [path, value];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, [...path, String(index)]);
  } else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) yield* walk(item, [...path, key]);
  }
}

/** The value at a dotted path, or undefined. */
export function at(value, path) {
  return path.split('.').reduce((inside, key) => (inside && typeof inside === 'object' ? inside[key] : undefined), value);
}

class Reader {
  constructor(text, path) {
    this.text = text;
    this.path = path;
    this.i = 0;
  }

  fail(what) {
    const line = this.text.slice(0, this.i).split('\n').length;
    throw new Error(`${this.path}:${line}: ${what}`);
  }

  file() {
    const file = { path: this.path, text: this.text, scope: 'resourceGroup', metadata: {}, params: [], resources: [], modules: [], outputs: [], vars: {}, types: [] };
    let decorators = [];
    for (;;) {
      this.space(true);
      if (this.i >= this.text.length) return file;
      if (this.peek('@')) {
        this.i++;
        decorators.push(this.expression().trim());
        continue;
      }
      const word = this.word();
      switch (word) {
        case 'targetScope':
          this.token('=');
          file.scope = this.value();
          break;
        case 'metadata': {
          const name = this.word();
          this.token('=');
          file.metadata[name] = this.value();
          break;
        }
        case 'param': {
          const name = this.word();
          this.space();
          let type = '';
          let standard;
          if (!this.peek('=')) type = this.type();
          this.space();
          if (this.peek('=')) {
            this.token('=');
            standard = this.value();
          }
          file.params.push({ name, type, standard, decorators });
          break;
        }
        case 'var': {
          const name = this.word();
          this.space();
          if (!this.peek('=')) this.type();
          this.token('=');
          file.vars[name] = this.value();
          break;
        }
        case 'type': {
          const name = this.word();
          this.token('=');
          file.types.push({ name, type: this.type(), decorators });
          break;
        }
        case 'output': {
          const name = this.word();
          const type = this.type();
          this.token('=');
          file.outputs.push({ name, type, value: this.value(), decorators });
          break;
        }
        case 'resource':
          this.resource(file.resources, null, decorators);
          break;
        case 'module': {
          const name = this.word();
          this.space();
          const source = this.string();
          this.token('=');
          file.modules.push({ name, source, ...this.body() });
          break;
        }
        case 'import':
        case 'using':
          this.expression();
          break;
        default:
          this.fail(`a declaration was expected, not "${word}"`);
      }
      decorators = [];
    }
  }

  resource(into, parent, decorators = []) {
    const name = this.word();
    this.space();
    let [type, version] = this.string().split('@');
    this.space();
    const existing = this.text.startsWith('existing', this.i);
    if (existing) this.i += 'existing'.length;
    this.token('=');
    if (parent) {
      type = `${parent.type}/${type}`;
      version ??= parent.version;
    }
    const resource = { name, type, version, existing, parent, decorators, path: this.path };
    into.push(resource);
    this.into = into;
    this.owner = resource;
    Object.assign(resource, this.body());
    this.owner = parent;
  }

  /** { … }, if (…) { … }, [for … : … { … }] */
  body() {
    this.space();
    if (this.text.startsWith('if', this.i)) {
      this.i += 2;
      this.space();
      const condition = this.balanced();
      this.space();
      return { condition, body: this.value() };
    }
    if (this.peek('[')) {
      const loop = this.value();
      return { loop: loop.for, condition: loop.condition, body: loop.each };
    }
    return { body: this.value() };
  }

  value() {
    this.space(true);
    const start = this.i;
    let value;
    if (this.peek('{')) value = this.object();
    else if (this.peek('[')) value = this.array();
    else if (this.peek("'") && !this.text.startsWith("'''", this.i)) value = this.string();
    if (value !== undefined) {
      const end = this.i;
      this.space();
      // An operator follows: the whole is an expression.
      if (!this.ends() && !this.peek(',') && !CLOSE.includes(this.text[this.i] ?? ' ')) {
        this.i = start;
        return this.expression().trim();
      }
      if (this.continues()) {
        this.i = start;
        return this.expression().trim();
      }
      this.i = end;
      return value;
    }
    const raw = this.expression().trim();
    if (raw === 'true' || raw === 'false') return raw === 'true';
    if (/^-?\d+$/.test(raw)) return Number(raw);
    if (raw === 'null') return null;
    return raw;
  }

  object() {
    const found = {};
    this.token('{');
    for (;;) {
      this.space(true);
      if (this.peek(',')) {
        this.i++;
        continue;
      }
      if (this.peek('}')) {
        this.i++;
        return found;
      }
      if (this.text.startsWith('...', this.i)) {
        this.i += 3;
        found[`...${Object.keys(found).length}`] = this.expression().trim();
        continue;
      }
      const key = this.peek("'") ? this.string() : this.word();
      this.space();
      if (key === 'resource' && !this.peek(':')) {
        this.resource(this.into, this.owner);
        continue;
      }
      this.token(':');
      found[key] = this.value();
    }
  }

  array() {
    const open = this.i;
    this.token('[');
    this.space(true);
    if (/^for\b/.test(this.text.slice(this.i, this.i + 4))) {
      const loop = this.upTo(':');
      this.token(':');
      this.space();
      let condition;
      if (/^if\b/.test(this.text.slice(this.i, this.i + 3))) {
        this.i += 2;
        this.space();
        condition = this.balanced();
      }
      const each = this.value();
      this.space(true);
      this.token(']');
      return { for: loop.trim(), condition, each };
    }
    const items = [];
    for (;;) {
      this.space(true);
      if (this.peek(',')) {
        this.i++;
        continue;
      }
      if (this.peek(']')) {
        this.i++;
        return items;
      }
      if (this.i >= this.text.length) {
        this.i = open;
        this.fail('an array without end');
      }
      items.push(this.value());
    }
  }

  string() {
    if (!this.peek("'")) this.fail('a string was expected');
    const start = ++this.i;
    while (!this.peek("'")) {
      if (this.i >= this.text.length) this.fail('a string without end');
      if (this.peek('\\')) this.i += 2;
      else if (this.text.startsWith('${', this.i)) {
        this.i++;
        this.balanced();
      } else this.i++;
    }
    return this.text.slice(start, this.i++ ).replace(/\\'/g, "'");
  }

  /** An expression up to the end of its line, or further where it plainly goes on. */
  expression() {
    const start = this.i;
    for (;;) {
      const c = this.text[this.i];
      if (c === undefined || CLOSE.includes(c) || c === ',') return this.text.slice(start, this.i);
      if (c === '\n') {
        if (!this.continues()) return this.text.slice(start, this.i);
        this.i++;
      } else if (OPEN.includes(c)) this.balanced();
      else if (c === "'") this.string();
      else if (this.text.startsWith('//', this.i)) this.comment();
      else this.i++;
    }
  }

  /** Whether what stands before and after the line's end belongs together. */
  continues() {
    const rest = this.text.slice(this.i, this.i + 400).replace(/^(\s|\/\/[^\n]*)*/, '');
    return /^(\?\?|\?|:|\|\||&&|==|\.\??[a-z])/.test(rest) || /(\?|:|\|\||&&|=)$/.test(this.text.slice(Math.max(0, this.i - 40), this.i).trimEnd());
  }

  type() {
    this.space();
    const start = this.i;
    for (;;) {
      const c = this.text[this.i];
      if (c === undefined || c === '\n' || c === '=') break;
      if (OPEN.includes(c)) this.balanced();
      else if (c === "'") this.string();
      else this.i++;
    }
    return this.text.slice(start, this.i).trim();
  }

  balanced() {
    const start = this.i;
    let depth = 0;
    do {
      const c = this.text[this.i];
      if (c === undefined) {
        this.i = start;
        this.fail('a bracket without end');
      }
      if (OPEN.includes(c)) depth++;
      else if (CLOSE.includes(c)) depth--;
      else if (c === "'") {
        this.string();
        continue;
      } else if (this.text.startsWith('//', this.i)) {
        this.comment();
        continue;
      }
      this.i++;
    } while (depth > 0);
    return this.text.slice(start, this.i);
  }

  upTo(mark) {
    const start = this.i;
    while (!this.peek(mark)) {
      if (OPEN.includes(this.text[this.i])) this.balanced();
      else this.i++;
    }
    return this.text.slice(start, this.i);
  }

  word() {
    this.space();
    const found = /^[A-Za-z_][A-Za-z0-9_]*/.exec(this.text.slice(this.i, this.i + 80));
    if (!found) this.fail(`a word was expected before "${this.text.slice(this.i, this.i + 20)}"`);
    this.i += found[0].length;
    return found[0];
  }

  token(mark) {
    this.space();
    if (!this.peek(mark)) this.fail(`"${mark}" was expected before "${this.text.slice(this.i, this.i + 20)}"`);
    this.i++;
  }

  peek(mark) {
    return this.text[this.i] === mark;
  }

  ends() {
    return this.i >= this.text.length || this.peek('\n') || this.text.startsWith('//', this.i);
  }

  comment() {
    while (this.i < this.text.length && !this.peek('\n')) this.i++;
  }

  space(lines = false) {
    for (;;) {
      const c = this.text[this.i];
      if (c === ' ' || c === '\t' || c === '\r' || (lines && c === '\n')) this.i++;
      else if (lines && (this.text.startsWith('//', this.i) || (c === '#' && this.text.startsWith('#disable', this.i)))) this.comment();
      else return;
    }
  }
}
