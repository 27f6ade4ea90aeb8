"""The programs of main.rs in NumPy and dask.array: `elsewhere.py numpy mean` prints seconds, MB and CPU seconds."""

import sys
import time


def status(field):
    with open("/proc/self/status") as lines:
        for line in lines:
            if line.startswith(field):
                return int(line.split()[1])


def report(times, program):
    with open("/proc/self/clear_refs", "w") as refs:
        refs.write("5")
    before = status("VmRSS:")
    best = least = float("inf")
    for _ in range(times):
        start, cpu = time.perf_counter(), time.process_time()
        result = program()
        best = min(best, time.perf_counter() - start)
        least = min(least, time.process_time() - cpu)
        del result
    print(f"{best:.4f} {(status('VmHWM:') - before) // 1024} {least:.4f}")


def chain(x):
    y = x * 1.5
    for scalar in [0.5, 0.25, -0.75]:
        y = (y + scalar) * 0.9 - scalar
    return y


def qr(x):
    import dask
    import numpy

    if isinstance(x, numpy.ndarray):
        return numpy.linalg.qr(x)
    return dask.compute(*dask.array.linalg.qr(x))


def singular_values(x):
    import dask
    import numpy

    if isinstance(x, numpy.ndarray):
        return numpy.linalg.svd(x, compute_uv=False)
    return dask.array.linalg.svd(x)[1].compute()


def svd_compressed(x):
    """NumPy has none: the same algorithm by hand."""
    import dask
    import numpy

    if not isinstance(x, numpy.ndarray):
        return dask.compute(*dask.array.linalg.svd_compressed(x, 10, n_oversamples=10, n_power_iter=2, iterator="QR", seed=1))
    basis, _ = numpy.linalg.qr(x @ numpy.random.default_rng(1).standard_normal((x.shape[1], 20)))
    for _ in range(2):
        basis, _ = numpy.linalg.qr(x.T @ basis)
        basis, _ = numpy.linalg.qr(x @ basis)
    u, s, vt = numpy.linalg.svd(basis.T @ x, full_matrices=False)
    return basis @ u[:, :10], s[:10], vt[:10]


def main(library, name):
    import numpy

    if library == "dask":
        import dask
        import dask.array

        dask.config.set(scheduler="threads", num_workers=2)
    if name == "random_mean":
        if library == "numpy":
            report(2, lambda: numpy.random.default_rng(42).standard_normal((10_000, 10_000)).mean())
        else:
            generator = dask.array.random.default_rng(42)
            x = generator.standard_normal((10_000, 10_000), chunks=(1_000, 1_000))
            report(3, lambda: x.mean().compute())
        return
    shape = (1_000_000, 64) if name in ("qr", "singular_values") else None
    side = 10_000 if name in ("chain", "one_pass", "chain_sum") else 8_000
    x = numpy.random.default_rng(1).standard_normal(shape or (side, side))
    if library == "dask":
        x = dask.array.from_array(x, chunks=(20_000, 64) if shape else 1_000)
    compute = (lambda x: x.compute()) if library == "dask" else (lambda x: x)
    programs = {
        "mean": (7, lambda: compute(x.mean())),
        "std": (7, lambda: compute(x.std())),
        "transpose_sum": (5, lambda: compute((x + x.T).mean(axis=0))),
        "dot": (1, lambda: compute(x.dot(x))),
        "qr": (3, lambda: qr(x)),
        "singular_values": (3, lambda: singular_values(x)),
        "svd_compressed": (2, lambda: svd_compressed(x)),
        "chain": (3, lambda: compute(chain(x))),
        "one_pass": (3, lambda: compute(x * 2.0)),
        "chain_sum": (3, lambda: compute(chain(x).sum())),
    }
    report(*programs[name])


main(*sys.argv[1:])
