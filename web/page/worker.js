// The worker: has the module and the rows, so that the page stays usable while a reply is read.

// The number of bytes that are looked at to find out what an input is.
const SAMPLE = 256 * 1024;
// The number of bytes that are read at once.
const PART = 64 * 1024;

let module;
let rows = new Rows();
// The number of the newest job: an older one stops.
let newest = 0;

const post = (message) => self.postMessage(message);

const OPERATIONS = {
  async init({ wasm }) {
    module = await Module.of(wasm);
    return {};
  },
  request: ({ request }) => module.request(request),
  lines: ({ request }) => module.lines(request),
  rows: ({ filter, from, count }) => rows.page(filter, from, count),
  read: (message) => read(message),
};

self.onmessage = async ({ data }) => {
  try {
    post({ id: data.id, value: await OPERATIONS[data.op](data) });
  } catch (error) {
    // The module may be in any state; the page says that it must be loaded again.
    post({ id: data.id, failed: error?.name ?? "Error" });
  }
};

// Returns the part of an input, which is a text's bytes or a file.
async function part(input, from, to) {
  if (input instanceof Blob) return new Uint8Array(await input.slice(from, to).arrayBuffer());
  return input.subarray(from, to);
}

// Lets the worker receive messages: a newer job, or a request for rows.
const pause = () => new Promise((resolve) => setTimeout(resolve));

// Finds out what an input is, and reads it. `as` and `options` are what the person chose.
async function read({ job, input, isPasted, as, options, extra, lang }) {
  newest = job;
  rows = new Rows();
  const size = input instanceof Blob ? input.size : input.length;
  const sample = await part(input, 0, SAMPLE);
  const isWhole = size <= SAMPLE;
  const assumed = asChosen(as, sample, extra) ??
    module.assume({ is_whole: isWhole, is_pasted: isPasted, is_reply: as === "reply", options }, sample);
  if (job !== newest) return { isStale: true };
  switch (assumed.kind) {
    case "explain": {
      const question = "words" in assumed.question ? { ...assumed.question, ...extra } : assumed.question;
      return { assumed, question, answer: module.request({ op: "explain", lang, question }) };
    }
    case "flag":
      return { assumed, flag: module.request({ op: "flag", flag: assumed.flag }) };
    case "lines":
      return { assumed, found: assumed.lines.map((found) => explained(found, lang)) };
    case "reply":
      return reply(job, input, size, assumed, options, lang);
    default:
      return { assumed };
  }
}

// Returns what the person says that an input is, unless it is to be found out, or a reply.
function asChosen(as, sample, extra) {
  const text = () => decode(sample).trim();
  const question = {
    words: () => ({ words: text() }),
    getcourse: () => ({ getcourse: text() }),
    clicksend: () => ({ clicksend: text() }),
    receipt: () => ({ clicksend_receipt: text() }),
  }[as];
  return question && { kind: "explain", isChosen: true, question: question(extra) };
}

// Returns what was found in a line, with its explanation.
function explained(found, lang) {
  if (found.question) return { ...found, answer: module.request({ op: "explain", lang, question: found.question }) };
  module.request({ op: "decode", lang, options: found.reply });
  const own = new Rows();
  own.add(module.feed(encode(found.quote), true));
  return { ...found, rows: own.page("", 0, 50).rows };
}

async function reply(job, input, size, assumed, options, lang) {
  // A guess has neither the kind nor the pairs, which only a person knows.
  const { kind, ids } = options;
  const answer = module.request({ op: "decode", lang, options: { ...assumed.options, kind, ids } });
  if (answer.refused) return { assumed, answer };
  let counts;
  for (let from = 0; from === 0 || from < size; from += PART) {
    const bytes = await part(input, from, from + PART);
    if (from > 0) {
      post({ progress: job, done: from / size, counts });
      await pause();
    }
    if (job !== newest) return { isStale: true };
    counts = rows.add(module.feed(bytes, from + PART >= size));
  }
  return { assumed, counts, kept: rows.length, isCut: rows.isCut };
}
