"""The memory that a long file takes: one batch, however long it is."""

import subprocess
import sys
from pathlib import Path

import pytest

LINE = "1,1760080210,0,1760080202,79990000020,Россия,МТС,Москва,2.12,GLOBUS,D,Ваш код,,0,101\n".encode("cp1251")
LENGTH = 200 << 20
USES = {
    "pyarrow": "print(sum(batch.num_rows for batch in pyarrow.RecordBatchReader.from_stream(table)))",
    "duckdb": "duckdb.sql('set enable_progress_bar = false'); print(duckdb.sql('select count(message) from table_').fetchall()[0][0])",
    "polars": "print(table.polars().select(polars.col('message').count()).collect(engine='streaming').item())",
    "parquet": "table.to_parquet(path + '.parquet'); print(pyarrow.parquet.read_metadata(path + '.parquet').num_rows)",
}
CODE = """
import resource, sys
import duckdb, polars, pyarrow, pyarrow.parquet
from smsc_proto import scan
path = sys.argv[1]
table = table_ = scan(path, all=2)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
USE
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "reply.txt"
    with path.open("wb") as file:
        for _ in range(200):
            file.write(LINE * (LENGTH // 200 // len(LINE)))
    return path


@pytest.mark.parametrize("use", USES)
def test_one_batch_is_in_memory(use: str, long_file: Path) -> None:
    code = CODE.replace("USE", USES[use])
    printed = subprocess.run([sys.executable, "-c", code, str(long_file)], capture_output=True, text=True, check=True).stdout
    rows, kilobytes = map(int, printed.split())
    assert rows == LENGTH // 200 // len(LINE) * 200
    # The file is 200 MB, and its table about a gigabyte. DuckDB and others hold several batches.
    assert kilobytes < 400 << 10, f"{kilobytes} kB"
