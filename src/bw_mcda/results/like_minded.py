"""This file holds clusters of people who weigh alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


class Likeness(StrEnum):
    """What makes people like-minded."""

    WEIGHTS = "weights"
    """They weigh alike: little weight must change criterion."""
    ORDERS = "orders"
    """They end up alike: few pairs of alternatives stand the other way round."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LikeMindedCluster:
    """People who weigh alike: how many, what they weigh on average, what they put first.

    ``shares`` has shape (criteria,), sums to 1 and is the mean of the members: no single answer is
    shown. ``members`` names them where they are groups, and is empty for participants. ``first``
    leads with the mean shares.
    """

    n_members: int
    members: tuple[str, ...]
    shares: FloatArray
    first: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "shares", read_only(self.shares))


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeMinded:
    """Everybody's weights in clusters, largest first.

    One cluster of all means that no split stands out: either people are too much alike or too
    mixed, or every clear split would set a cluster apart that is smaller than ``smallest``.
    ``silhouette`` (-1 to 1) tells how clear the split is, None for a single cluster; ``tried``
    holds it for each number of clusters whose clusters were all large enough. With fewer voices
    than ``smallest`` there are no clusters at all.
    """

    criteria: tuple[str, ...]
    n_voices: int
    smallest: int
    clusters: tuple[LikeMindedCluster, ...]
    silhouette: float | None
    tried: tuple[tuple[int, float], ...]

    def to_frame(self) -> pd.DataFrame:
        """Return one row per cluster: its size, what it puts first and its mean shares."""
        import pandas as pd

        rows = [
            {
                "members": cluster.n_members,
                "first": ", ".join(cluster.first),
                **dict(zip(self.criteria, cluster.shares.tolist(), strict=True)),
            }
            for cluster in self.clusters
        ]
        columns = ["members", "first", *self.criteria]
        index = pd.Index(range(1, len(rows) + 1), name="cluster")
        return pd.DataFrame(rows, columns=columns, index=index)
