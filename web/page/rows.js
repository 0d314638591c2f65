// The rows of a reply, kept as bytes: most are never shown.

// The number of bytes that are kept. What is longer is read and counted only.
const MAX_KEPT = 256 * 1024 * 1024;
const NEWLINE = 10;

class Rows {
  #parts = [];
  // For each row: its part, its offset there, that of its second line, and its end.
  #places = [];
  // For each row: the letter of what it is, and the mark of an ambiguous one.
  #letters = [];
  #marks = [];
  #kept = 0;
  #indexes = new Map();
  isCut = false;

  get length() {
    return this.#letters.length;
  }

  // Adds the answer of the module to a part of the reply, and returns the counts in its first line.
  add(lines) {
    const end = lines.indexOf(NEWLINE);
    const counts = JSON.parse(decode(lines.subarray(0, end)));
    this.isCut ||= this.#kept + lines.length > MAX_KEPT;
    if (!this.isCut && end + 1 < lines.length) {
      this.#kept += lines.length;
      this.#index(lines, end + 1);
    }
    return counts;
  }

  #index(lines, start) {
    const part = this.#parts.push(lines) - 1;
    for (let at = start; at < lines.length; ) {
      const second = lines.indexOf(NEWLINE, at) + 1;
      const end = lines.indexOf(NEWLINE, second);
      this.#places.push(part, at, second, end);
      this.#letters.push(String.fromCharCode(lines[second]));
      this.#marks.push(lines[second + 1] === 63);
      at = end + 1;
    }
    this.#indexes.clear();
  }

  // Returns the numbers of the rows that a filter shows: a letter, several, or `?`.
  #filtered(filter) {
    if (!this.#indexes.has(filter)) {
      const numbers = [];
      for (let row = 0; row < this.length; row++) {
        if (filter === "" || (filter === "?" ? this.#marks[row] : filter.includes(this.#letters[row]))) numbers.push(row);
      }
      this.#indexes.set(filter, numbers);
    }
    return this.#indexes.get(filter);
  }

  // Returns some rows that a filter shows, and the number of all of them.
  page(filter, from, count) {
    const numbers = this.#filtered(filter);
    return { total: numbers.length, from, rows: numbers.slice(from, from + count).map((row) => this.#row(row)) };
  }

  #row(row) {
    const [part, first, second, end] = this.#places.slice(4 * row, 4 * row + 4);
    const lines = this.#parts[part];
    return {
      number: row + 1,
      letter: this.#letters[row],
      isAmbiguous: this.#marks[row],
      json: decode(lines.subarray(first, second - 1)),
      ...JSON.parse(decode(lines.subarray(second + 2, end))),
    };
  }
}
