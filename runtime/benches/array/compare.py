#!/usr/bin/env python3
"""Measures arrays side by side with NumPy and dask.array, and prints a table: `compare.py [--rounds N] [program …]`.

Makes a virtual environment in the folder of what cargo builds. Each program is a process of its own, the libraries take turns,
and the best round counts. Two threads for each. CPU time stands in brackets, and the ratio of it: wall time above half of it was a
neighbour's. The last line has the chain of ten operations by a bare pass over memory, with the two taking turns.
"""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGES = ["numpy", "dask[array]"]
PROGRAMS = ["random_mean", "mean", "std", "transpose_sum", "dot", "qr", "singular_values", "svd_compressed",
            "chain", "one_pass", "chain_sum"]


def environment():
    """Two threads, and the kernels that OpenBLAS chooses itself."""
    own = dict(os.environ, RAYON_NUM_THREADS="2", OPENBLAS_NUM_THREADS="2")
    own.pop("OPENBLAS_CORETYPE", None)
    own.pop("OPENBLAS_L2_SIZE", None)
    return own


def target_folder():
    text = subprocess.check_output(["cargo", "metadata", "--format-version=1", "--no-deps"], cwd=HERE)
    return Path(json.loads(text)["target_directory"])


def python():
    folder = target_folder() / "array-bench-venv"
    program = folder / "bin" / "python"
    if not program.exists():
        venv.create(folder, with_pip=True)
        subprocess.check_call([program, "-m", "pip", "install", "--quiet", *PACKAGES])
    return program


def tembel():
    command = ["cargo", "bench", "-p", "tembel", "--features", "linalg", "--bench", "array", "--no-run"]
    text = subprocess.check_output([*command, "--message-format=json"], cwd=HERE)
    for line in text.splitlines():
        message = json.loads(line)
        if message.get("target", {}).get("name") == "array" and message.get("executable"):
            return message["executable"]
    raise SystemExit("cargo has not built the bench")


def run(*command):
    seconds, megabytes, cpu = subprocess.check_output(command, env=environment(), text=True).split()
    return float(seconds), int(megabytes), float(cpu)


def best_of(rounds, commands):
    """The best seconds and CPU seconds of each, and the most megabytes."""
    results = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            results[name].append(run(*command))
    return {name: (min(s), max(m), min(c)) for name, result in results.items() for s, m, c in [zip(*result)]}


def ratio(one, other):
    return f"{one[0] / other[0]:.2f} ({one[2] / other[2]:.2f})"


def main(arguments):
    rounds = 3
    if "--rounds" in arguments:
        at = arguments.index("--rounds")
        rounds = int(arguments[at + 1])
        del arguments[at : at + 2]
    commands = {
        "tembel": [tembel()],
        "numpy": [python(), HERE / "elsewhere.py", "numpy"],
        "dask": [python(), HERE / "elsewhere.py", "dask"],
    }
    print("| program | tembel | NumPy | dask | to NumPy | to dask |")
    print("|---|---:|---:|---:|---:|---:|")
    for program in arguments or PROGRAMS:
        turns = {name: [*command, program] for name, command in commands.items()}
        best = best_of(min(2, rounds) if program == "dot" else rounds, turns)
        cells = [f"{seconds:.3f} s ({cpu:.3f}), {megabytes} MB" for seconds, megabytes, cpu in best.values()]
        ratios = [ratio(best["tembel"], best[name]) for name in ("numpy", "dask")]
        print(f"| {program} | {' | '.join(cells + ratios)} |", flush=True)
    if "chain" in (arguments or PROGRAMS):
        turns = {program: [*commands["tembel"], program] for program in ("chain", "one_pass", "bare_pass")}
        best = best_of(2 * rounds, turns)
        seconds, _, cpu = best["bare_pass"]
        by_bare = [f"{name} {ratio(best[name], best['bare_pass'])}" for name in ("chain", "one_pass")]
        print(f"\nbare_pass {seconds:.3f} s ({cpu:.3f}); by that: {', '.join(by_bare)}")


main(sys.argv[1:])
