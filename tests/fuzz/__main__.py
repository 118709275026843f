"""Coverage-guided fuzzing: `python -m tests.fuzz [reader] [seconds]`; `make fuzz` runs them all.

Each reader runs in a process of its own, for so many seconds, from the seeds of the tests. What
brings a reader down is kept in `.fuzz/` and becomes a test in `tests/geo/script/test_fuzz.py`.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(".fuzz")
SECONDS = 60
MEMORY_MB = 1024
LONGEST = 20_000
SLOWEST = 10


def _prepare(name: str, seeds: list[bytes], words: tuple[bytes, ...]) -> Path:
    """A folder with the seeds of ``name`` and what earlier runs found worth keeping."""
    corpus = FOLDER / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / f"seed{number}").write_bytes(seed)
    lines = ('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in words)
    (FOLDER / "words.txt").write_text("".join(lines), encoding="ascii")
    return corpus


def run_one(name: str, seconds: int) -> None:
    """Fuzz one reader in this process; it ends the process."""
    import atheris

    # only what is imported here is watched for the ways it takes
    with atheris.instrument_imports(include=["geo.script"]):
        import geo.script.containers.docx_file
        import geo.script.containers.fdx_file
        import geo.script.containers.fountain_text
        import geo.script.containers.html_page
        import geo.script.containers.pdf_lines
        import geo.script.containers.sheet_csv
        import geo.script.containers.sheet_xlsx  # noqa: F401
        from tests.geo.script import fuzzing

    corpus = _prepare(name, fuzzing.seeds(name), fuzzing.WORDS)
    options = [
        *(f"-max_total_time={seconds}", f"-rss_limit_mb={MEMORY_MB}", f"-timeout={SLOWEST}"),
        *(f"-max_len={LONGEST}", f"-dict={FOLDER / 'words.txt'}"),
        f"-artifact_prefix={FOLDER / name}-",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: fuzzing.read(name, data))
    atheris.Fuzz()


def run_all(seconds: int) -> int:
    """Fuzz every reader in turn; how many fell."""
    from tests.geo.script.fuzzing import TARGETS

    fallen = 0
    for name in TARGETS:
        command = [sys.executable, "-m", "tests.fuzz", name, str(seconds)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        last = [line for line in ran.stderr.splitlines() if line.startswith(("Done", "#"))][-1:]
        print(f"{name:16} {'FELL' if ran.returncode else 'held'} {''.join(last)}", flush=True)
        if ran.returncode:
            fallen += 1
            print(ran.stdout[-3_000:], ran.stderr[-3_000:], sep="\n", flush=True)
    return fallen


if __name__ == "__main__":
    given = sys.argv[1:]
    if given and not given[0].isdigit():
        run_one(given[0], int(given[1]) if len(given) > 1 else SECONDS)
    else:
        sys.exit(min(run_all(int(given[0]) if given else SECONDS), 1))
