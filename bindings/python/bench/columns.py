"""Compares ``scan`` with readers of CSV on a long file, in one run: ``columns.py FOLDER RECORDS [START]``.

Only contenders whose names start with ``START`` run if it is passed. The file ``corpus.txt`` of the folder is made first, unless it is there.

The file is a batch of fmt 1 with all=2, in windows-1251 for ``scan`` and in UTF-8 for the others,
which know no other charset or decode it first. A third of the texts have commas: the readers of CSV
are wrong there, and the number of rows that they get right is printed beside the time. Every
contender runs in a process of its own, whose largest memory is printed. The times are of the whole
process, imports included; each is the best of three.
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[3]
RUNS = 3
COLUMNS = (
    "status last_timestamp err send_timestamp phone country operator region cost sender_id status_name message comment type id"
).split()
NUMBERS = ["status", "err", "id", "last_timestamp", "send_timestamp"]

SCAN = """
import pyarrow as pa, smsc_proto
scan = smsc_proto.scan({file!r}, fmt=1, all=2, multi=True, columns={columns!r})
print(sum(batch.num_rows for batch in pa.RecordBatchReader.from_stream(scan)))
"""

CONTENDERS = {
    "python and pyarrow alone": "import pyarrow as pa, smsc_proto\nprint(0)",
    "scan, all columns": SCAN.replace("{columns!r}", "None"),
    "scan, the 15 fields": SCAN.replace("{columns!r}", repr(COLUMNS)),
    "scan, five numbers": SCAN.replace("{columns!r}", repr(NUMBERS)),
    "scan, all columns, one thread": SCAN.replace("{columns!r}", "None, threads=1"),
    "scan, five numbers, one thread": SCAN.replace("{columns!r}", repr(NUMBERS) + ", threads=1"),
    "scan in DuckDB, by state": """
import duckdb, smsc_proto
con = duckdb.connect()
smsc_proto.scan({file!r}, fmt=1, all=2, multi=True, columns=["state"]).duckdb(con, "replies")
print(sum(count for _, count in con.sql("select state, count(*) from replies group by state").fetchall()))
""",
    "scan to Parquet": """
import smsc_proto
smsc_proto.scan({file!r}, fmt=1, all=2, multi=True).to_parquet({file!r} + ".parquet")
import pyarrow.parquet
print(pyarrow.parquet.read_metadata({file!r} + ".parquet").num_rows)
""",
    "DuckDB read_csv": """
import duckdb
columns = {{name: "VARCHAR" for name in {names!r}}}
sql = f"from read_csv('{file}.utf8', header=false, quote='', escape='', columns={{columns}}, ignore_errors=true, null_padding=true, strict_mode=false, auto_detect=false, delim=',', new_line='\\\\n')"
print(duckdb.sql(f"select count(*) from ({{sql}}) where try_cast(id as bigint) is not null and try_cast(type as int) = 0").fetchall()[0][0])
""",
    "Polars scan_csv": """
import polars as pl
schema = {{name: pl.String for name in {names!r}}}
lines = pl.scan_csv({file!r} + ".utf8", has_header=False, quote_char=None, schema=schema, truncate_ragged_lines=True)
right = pl.col("id").cast(pl.Int64, strict=False).is_not_null() & (pl.col("type") == "0")
print(lines.select(right.sum()).collect(engine="streaming").item())
""",
    "pandas read_csv": """
import pandas as pd
right = 0
for part in pd.read_csv({file!r} + ".utf8", header=None, names={names!r}, dtype=str, quoting=3, on_bad_lines="skip", chunksize=1 << 16):
    right += int((pd.to_numeric(part["id"], errors="coerce").notna() & (part["type"] == "0")).sum())
print(right)
""",
}


def measured(code: str) -> tuple[float, int, int]:
    """Returns the seconds, the rows and the largest memory in MB of a process."""
    wrapper = code + "\nimport resource, sys\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    start = time.perf_counter()
    printed = subprocess.run([sys.executable, "-c", wrapper], capture_output=True, text=True, check=True).stdout
    seconds = time.perf_counter() - start
    # DuckDB may show its progress before.
    rows, memory = printed.split()[-2:]
    return seconds, int(rows), int(memory)


def main() -> None:
    folder, records = Path(sys.argv[1]), int(sys.argv[2])
    start = sys.argv[3] if len(sys.argv) > 3 else ""
    file = folder / "corpus.txt"
    if not file.exists():
        corpus = ["cargo", "run", "--quiet", "--release", "--package", "benches", "--example", "corpus", "--"]
        subprocess.run([*corpus, str(file), str(records), "2"], cwd=ROOT, check=True)
    with file.open(encoding="windows-1251", newline="") as source, Path(f"{file}.utf8").open("w", encoding="utf-8", newline="") as copy:
        while text := source.read(1 << 20):
            copy.write(text)
    print(f"{records} records, {file.stat().st_size / 1e6:.0f} MB")
    for name, code in CONTENDERS.items():
        if not name.startswith(start):
            continue
        try:
            runs = [measured(code.format(file=str(file), names=COLUMNS)) for _ in range(RUNS)]
        except subprocess.CalledProcessError as error:
            print(f"{name:<30} failed: {error.stderr.strip().splitlines()[-1]}")
            continue
        seconds, rows, memory = min(runs)
        print(f"{name:<30} {seconds:7.2f} s  {records / seconds / 1e6:6.2f} million records a second  {rows:>9} rows  {memory:>5} MB")
    if not "scan to Parquet".startswith(start):
        return
    parquet = Path(f"{file}.parquet").stat().st_size
    subprocess.run(["gzip", "--keep", "--force", str(file)], check=True)
    gzip = Path(f"{file}.gz").stat().st_size
    print(f"Parquet {parquet / 1e6:.0f} MB, gzip of the file {gzip / 1e6:.0f} MB, the file {file.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
