"""A cluster reads the same as this machine."""

from __future__ import annotations

from pathlib import Path

from distributed import Client, LocalCluster

import commissioning_standards as cs

from .made import broken, write_returns
from .test_collation import read


def test_a_cluster_gives_the_same_collation(tmp_path: Path) -> None:
    """Dask's own executor takes the work to its workers; what they are sent is the content."""
    write_returns(tmp_path / "returns", 6)
    broken(tmp_path / "returns")
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0"
        ) as cluster,
        Client(cluster) as client,
    ):
        collation = cs.collate([tmp_path / "returns"], executor=client.get_executor(), jobs=2)

    assert read(tmp_path / "returns") == collation
