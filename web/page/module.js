// The module: bytes in, bytes out. What it does is in web/wasm.
class Module {
  // Makes a module of its packed bytes.
  static async of(packed) {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const { instance } = await WebAssembly.instantiate(await new Response(stream).arrayBuffer(), {});
    return new Module(instance.exports);
  }

  constructor(exports) {
    this.exports = exports;
  }

  // Puts bytes into the module's memory.
  #put(...parts) {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    let at = this.exports.reserve(length);
    for (const part of parts) {
      new Uint8Array(this.exports.memory.buffer, at, part.length).set(part);
      at += part.length;
    }
  }

  // Returns a copy of the answer, because the next call overwrites it.
  #answer(length) {
    return new Uint8Array(this.exports.memory.buffer, this.exports.output(), length).slice();
  }

  // Answers a request. Its answer is one object, or lines of them.
  lines(request) {
    this.#put(encode(JSON.stringify(request)));
    return decode(this.#answer(this.exports.request()));
  }

  request(request) {
    return JSON.parse(this.lines(request));
  }

  assume(known, bytes) {
    this.#put(encode(`${JSON.stringify(known)}\n`), bytes);
    return JSON.parse(decode(this.#answer(this.exports.assume())));
  }

  // Reads the next part of a reply. The answer is lines, as bytes.
  feed(bytes, isLast) {
    this.#put(bytes);
    return this.#answer(this.exports.feed(isLast ? 1 : 0));
  }
}

const encode = (text) => new TextEncoder().encode(text);
const decode = (bytes) => new TextDecoder().decode(bytes);
