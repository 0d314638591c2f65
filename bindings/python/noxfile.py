"""Tests, times and builds the package. `cargo xtask python` runs this with nox.

All that it makes is below target/python.
"""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import nox

ROOT = Path(__file__).parents[2]
TARGET = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
MADE = TARGET / "python"
CARGO_HOME = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo"))
PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
OLDEST = 11
NEWEST_OF_ENGINES = 13
# The package of the same kind that others have made.
PEER = "smsc==0.1.1"
# What the wheel is named for: the C library of 2014 and later.
PLATFORM = "manylinux2014"
ASK = (
    "import sys, sysconfig; print(sys.implementation.name, *sys.version_info[:2],"
    " sysconfig.get_config_var('Py_GIL_DISABLED') or 0)"
)

nox.options.envdir = str(MADE / "nox")
nox.options.sessions = ["tests"]
nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.stop_on_first_error = True


def pythons() -> list[str]:
    """Returns a path for each version of CPython that the package is for."""
    found: dict[str, str] = {}
    commands = [f"python3.{minor}" for minor in range(OLDEST, OLDEST + 10)]
    for path in [*sorted(PYENV.glob("versions/*/bin/python3")), *commands, "python3"]:
        try:
            told = subprocess.run([path, "-c", ASK], capture_output=True, text=True).stdout.split()
        except OSError:
            continue
        match told:
            case ["cpython", "3", minor, "0"] if int(minor) >= OLDEST:
                found.setdefault(minor, str(path))
            case ["cpython", "3", _, "1"]:
                print(f"NOT TESTED HERE: {path} is free-threaded, and the stable ABI is not for it")
    if not found:
        raise SystemExit(f"no CPython 3.{OLDEST} or later was found; see .ci/setup")
    return [found[minor] for minor in sorted(found, key=int)]


PYTHONS = pythons()
NEWEST = PYTHONS[-1]
# The short form of the tests: one Python, without its development mode, which takes twice as long.
IS_SHORT = os.environ.get("SMSC_PYTHONS") == "newest"
if IS_SHORT:
    PYTHONS = [NEWEST]


def with_engines() -> str:
    """Returns the newest Python for which the libraries that read tables have wheels."""
    found = [path for path in PYTHONS if minor(path) <= NEWEST_OF_ENGINES]
    return (found or PYTHONS)[-1]


def minor(path: str) -> int:
    """Returns the minor version of a Python."""
    told = subprocess.run([path, "-c", ASK], capture_output=True, text=True, check=True).stdout
    return int(told.split()[2])


def wheel_of(session: nox.Session, source: str, name: str) -> str:
    """Returns the wheel of a source, built as `pip install` builds it."""
    folder = emptied(name)
    session.run("pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), source)
    return only(folder, "*.whl")


def only(folder: Path, pattern: str) -> str:
    """Returns the one file of a folder that matches."""
    (file,) = folder.glob(pattern)
    return str(file)


def emptied(name: str) -> Path:
    shutil.rmtree(MADE / name, ignore_errors=True)
    return MADE / name


def install(session: nox.Session) -> None:
    """Installs the wheel. It is of the stable ABI, so that the one of the first Python fits all."""
    session.chdir(ROOT)
    if session.python == PYTHONS[0]:
        wheel_of(session, "./bindings/python", "built")
    session.install("--force-reinstall", "--no-deps", only(MADE / "built", "*.whl"))


def put(session: nox.Session) -> None:
    """Puts the package where an installation puts it, with the module that `cargo xtask python` has built.

    The tests measure no speed: the module is of what the tests of the workspace have built, with debug
    assertions. For a wheel everything would be compiled once more; the session ``wheel`` tries wheels.
    """
    session.env["PYTHONDONTWRITEBYTECODE"] = "1"
    session.env["HYPOTHESIS_STORAGE_DIRECTORY"] = str(MADE / "hypothesis")
    session.env["SMSC"] = str(TARGET / "debug/smsc")
    session.chdir(ROOT)
    ask = "import sysconfig; print(sysconfig.get_path('platlib'))"
    package = Path(session.run("python", "-c", ask, silent=True).strip(), "smsc_proto")
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree("bindings/python/python/smsc_proto", package)
    shutil.copyfile(TARGET / "debug/lib_native.so", package / "_native.abi3.so")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Tests the package."""
    session.install("--requirement", "requirements.txt")
    put(session)
    package = "bindings/python"
    mypy = ["mypy", "--strict", "--cache-dir", str(MADE / "mypy")]
    session.run(*mypy, "--package", "smsc_proto")
    # test_typing.py checks that file, which must be rejected.
    # The sessions `columns` and `spark` check the tests of their folders.
    excluded = ["--exclude", "checked/rejected.py", "--exclude", "tests/columns/", "--exclude", "tests/spark/"]
    session.run(*mypy, *excluded, f"{package}/tests", f"{package}/bench")
    # The other modules have no stub.
    session.run("python", "-m", "mypy.stubtest", "smsc_proto._native")
    # What passed tests print is shown, so that `cargo xtask` finds a secret in it.
    others = [f"--ignore={package}/tests/{folder}" for folder in ("columns", "spark")]
    pytest = ["-m", "pytest", "--quiet", "-rP", "-p", "no:cacheprovider", package, *others]
    if session.python != NEWEST:
        session.run("python", *pytest, "-m", "not native")
        return
    # The newest Python deprecates most. Development mode checks its memory as well. The commands that the
    # tests start have no such checks.
    checks = ["-W", "error"] if IS_SHORT else ["-W", "error", "-X", "dev"]
    of_command = f"{package}/tests/test_command.py"
    session.run("python", *checks, *pytest, f"--ignore={of_command}")
    session.run("python", *(of_command if word == package else word for word in pytest))


@nox.session(python=with_engines())
def columns(session: nox.Session) -> None:
    """Tests the tables of ``scan`` with the libraries that read them, on one Python."""
    session.install("--requirement", "requirements-columns.txt")
    put(session)
    manifest = ["--manifest-path", "bindings/c-columns/Cargo.toml", "--target-dir", str(TARGET / "c-columns")]
    session.run("cargo", "build", "--quiet", "--locked", *manifest, external=True)
    session.env["SMSC_COLUMNS_LIBRARY"] = str(TARGET / "c-columns/debug/libsmsc_columns.so")
    test_folder(session, "columns")


@nox.session(python=with_engines())
def spark(session: nox.Session) -> None:
    """Tests the tables in Spark, on one Python."""
    session.install("--requirement", "requirements-spark.txt")
    put(session)
    test_folder(session, "spark", "--module", "smsc_proto.spark")


def test_folder(session: nox.Session, name: str, *checked: str) -> None:
    """Runs the tests of a folder, and checks the types in it and of ``checked``."""
    folder = f"bindings/python/tests/{name}"
    session.env["MYPYPATH"] = "bindings/python/tests"
    mypy = ["mypy", "--strict", "--cache-dir", str(MADE / f"mypy-{name}")]
    if checked:
        session.run(*mypy, *checked)
    session.run(*mypy, folder)
    # Without the settings of the other tests, whose libraries are not installed here.
    pytest = ["-m", "pytest", "--quiet", "-rP", "-p", "no:cacheprovider", f"--confcutdir={folder}", folder]
    session.run("python", *pytest)


@nox.session(python=PYTHONS)
def bench(session: nox.Session) -> None:
    """Compares the speed with that of plain Python, which differs much from version to version."""
    install(session)
    session.install(PEER, success_codes=range(256))
    session.run("python", "bindings/python/bench/compare.py")
    session.run("python", "bindings/python/bench/known.py")


@nox.session(python=PYTHONS[-1])
def wheel(session: nox.Session) -> None:
    """Makes wheel and sdist to be given out, and a wheel from the sdist, and tries both."""
    dist = given_out(session, [])
    from_sdist = wheel_of(session, only(dist, "*.tar.gz"), "from-sdist")
    for file in (only(dist, "*.whl"), from_sdist):
        session.install("--force-reinstall", file)
        example = ["decode", "examples/batch.txt", "--all", "2", "--multi"]
        session.run("python", "-m", "smsc_proto", *example, silent=True)
    print(dist)


@nox.session(python=PYTHONS[-1])
def dist(session: nox.Session) -> None:
    """Makes wheel and sdist to be given out, and wheels for other machines.

    Each argument names one, for Rust and for Python: aarch64-unknown-linux-musl:musllinux_1_2.
    """
    given_out(session, [machine.split(":") for machine in session.posargs])


def given_out(session: nox.Session, others: list[list[str]]) -> Path:
    """Makes the wheels and the sdist, and returns their folder."""
    session.install("--requirement", "requirements-build.txt")
    session.chdir(ROOT)
    dist = emptied("dist")
    # The last remapping that fits counts. The separator is cargo's, for flags with spaces in them.
    folders = [CARGO_HOME, *CARGO_HOME.glob("registry/src/*")]
    flags = "\x1f".join(f"--remap-path-prefix={folder}=crates" for folder in folders)
    out = ["--manifest-path", "bindings/python/Cargo.toml", "--out", str(dist)]
    env = {"CARGO_ENCODED_RUSTFLAGS": flags}
    build = ["maturin", "build", "--release", "--locked", "--zig", "--compatibility"]
    session.run(*build, PLATFORM, *out, env=env)
    for target, platform in others:
        session.run(*build, platform, "--target", target, *out, env=env)
    session.run("maturin", "sdist", *out)
    for made in dist.glob("*.whl"):
        with zipfile.ZipFile(made) as content:
            # It has the licences of the project and of all that is linked into it.
            licences = {name.rpartition("/licenses/")[2] for name in content.namelist()}
            assert {"LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.txt"} <= licences, content.namelist()
            # It names no folder of the machine that it was built on.
            for name in content.namelist():
                for path in (made, ROOT, CARGO_HOME):
                    assert str(path).encode() not in content.read(name), f"{name} holds the path {path}"
    return dist
