"""What our work costs beside others doing as much: run it as ``python -m benchmarks FOLDER``."""
